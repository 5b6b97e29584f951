//! Project-specific rules for the overlay: a typo must not make a secret printable.

use openapi_lower::io::finding::{Collector, Pointer, Result};
use openapi_lower::io::read::Document;
use openapi_lower::walk::{children, elements_of};
use serde_json::Value;

/// The formats that progenitor or the passes know. An unknown format would be ignored.
const FORMATS: [&str; 11] = [
    "password",
    "raw-json",
    "personal-data",
    "text-or-number",
    "decimal",
    "date",
    "date-time",
    "int32",
    "int64",
    "absolute-url",
    "uuid",
];

/// The extensions that have an effect.
const EXTENSIONS: [&str; 8] = [
    "x-cli",
    "x-columns",
    "x-enum-aliases",
    "x-idempotent",
    "x-must-set",
    "x-optional-response-body",
    "x-rust-name",
    "x-rust-required",
];

/// Checks the overlay for the document `base`: that each action has a reason, and that formats and extensions are known and
/// have values of the right type.
pub(crate) fn check(base: &str, overlay: &Document) -> Result<()> {
    let mut found = Collector::new(&overlay.name);
    let root = Pointer::root();
    let extends = overlay.value["extends"].as_str().map(|name| name.trim_start_matches("./"));
    if extends != base.rsplit('/').next() {
        found.add(root.join("extends"), "this overlay is for another document", format!("name the file of {base}"));
    }
    for (index, action) in elements_of(&overlay.value["actions"]).enumerate() {
        let at = root.join("actions").join(index);
        if action["description"].as_str().is_none_or(|text| text.trim().is_empty()) {
            found.add(at.join("description"), "this action has no reason", "describe why the document is changed");
        }
        check_value(&mut found, &at.join("update"), &action["update"]);
    }
    found.finish(())
}

fn check_value(found: &mut Collector, at: &Pointer, value: &Value) {
    for (name, value) in children(value) {
        let at = at.join(&name);
        check_member(found, &at, &name, value);
        match &*name {
            // A property may be called anything.
            "properties" | "x-columns" => {
                children(value).for_each(|(name, value)| check_value(found, &at.join(name), value));
            }
            _ => check_value(found, &at, value),
        }
    }
}

fn check_member(found: &mut Collector, at: &Pointer, name: &str, value: &Value) {
    match name {
        "format" if !value.as_str().is_some_and(|format| FORMATS.contains(&format)) => {
            found.add(at, format!("{value} is not a known format"), format!("use one of {}", FORMATS.join(", ")))
        }
        "x-rust-name" if !value.as_str().is_some_and(is_type_name) => found.add(
            at,
            format!("{value} cannot be the name of a type"),
            "use a capital letter, then letters and digits, and no name from Rust's prelude",
        ),
        "x-idempotent" | "x-optional-response-body" if !value.is_boolean() => {
            found.add(at, format!("{value} is neither true nor false"), "write `true`, or leave it out");
        }
        "x-enum-aliases" | "x-must-set" if !value.as_object().is_some_and(|map| map.values().all(Value::is_string)) => {
            let remedy = "write each alias with the value it stands for, or each property with the reason";
            found.add(at, format!("{value} is not a map of strings"), remedy);
        }
        "x-cli" if !is_command(value) => found.add(
            at,
            format!("{value} is not the name of a command"),
            "write `[group, verb]`, both in lower case with hyphens",
        ),
        _ if EXTENSIONS.contains(&name) => {}
        _ if name.starts_with("x-") => found.add(
            at,
            format!("the extension `{name}` is unknown"),
            format!("use one of {}, or remove it", EXTENSIONS.join(", ")),
        ),
        _ => {}
    }
}

/// Whether a value names a command of `sezzle-cli`: a group and a verb.
fn is_command(value: &Value) -> bool {
    let is_word = |word: &Value| {
        word.as_str().is_some_and(|word| {
            word.starts_with(|first: char| first.is_ascii_lowercase())
                && !word.ends_with('-')
                && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
    };
    value.as_array().is_some_and(|words| words.len() == 2 && words.iter().all(is_word))
}

/// Whether a generated type can be called `name`: it must not hide a type that generated code uses.
fn is_type_name(name: &str) -> bool {
    const TAKEN: [&str; 12] =
        ["Self", "Option", "Result", "String", "Vec", "Box", "Ok", "Err", "Some", "None", "Default", "Error"];
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && !TAKEN.contains(&name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn places(actions: &Value) -> Vec<String> {
        let value = json!({"extends": "./sezzle-v2.yaml", "actions": actions});
        let overlay = Document::of_value("o", value);
        check("openapi/sezzle-v2.yaml", &overlay)
            .err()
            .map(|found| found.0.into_iter().map(|finding| finding.location).collect())
            .unwrap_or_default()
    }

    #[test]
    fn typos_are_reported() {
        let update = |update: Value| json!([{"description": "d", "update": update}]);
        assert!(
            places(&update(json!({"format": "password", "x-idempotent": true, "x-rust-name": "ApiKeys2"}))).is_empty()
        );
        assert!(places(&update(json!({"properties": {"format": {"type": "string"}, "x-y": {}}}))).is_empty());
        for (wrong, place) in [
            (json!({"format": "personaldata"}), "format"),
            (json!({"a": {"b": [{"format": 7}]}}), "a/b/0/format"),
            (json!({"x-idempotnt": true}), "x-idempotnt"),
            (json!({"x-idempotent": "yes"}), "x-idempotent"),
            (json!({"x-enum-aliases": ["completed"]}), "x-enum-aliases"),
            (json!({"x-enum-aliases": {"completed": 1}}), "x-enum-aliases"),
            (json!({"x-must-set": "intent"}), "x-must-set"),
            (json!({"x-cli": "order get"}), "x-cli"),
            (json!({"x-cli": ["order"]}), "x-cli"),
            (json!({"x-cli": ["order", "Get it"]}), "x-cli"),
            (json!({"x-rust-name": "Api-Keys"}), "x-rust-name"),
            (json!({"x-rust-name": "Self"}), "x-rust-name"),
            (json!({"x-rust-name": "apiKeys"}), "x-rust-name"),
            (json!({"properties": {"p": {"format": "pass"}}}), "properties/p/format"),
        ] {
            assert_eq!(places(&update(wrong.clone())), [format!("#/actions/0/update/{place}")], "{wrong}");
        }
        assert_eq!(places(&json!([{"remove": true}])), ["#/actions/0/description"]);
        assert_eq!(places(&json!([{"remove": true, "description": " "}])), ["#/actions/0/description"]);
    }

    #[test]
    fn overlay_for_another_document_is_rejected() {
        let overlay = Document::of_value("o", json!({"extends": "other.yaml"}));
        assert_eq!(check("openapi/sezzle-v2.yaml", &overlay).expect_err("another base").0[0].location, "#/extends");
    }
}
