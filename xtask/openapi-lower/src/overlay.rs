//! Stage 2: the corrections of an OpenAPI Overlay 1.0 or 1.1 are applied to a document.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use serde_json_path::{JsonPath, ParseError};

use crate::finding::{Collector, Findings, Pointer, Result};
use crate::read::Document;

/// What is asked of an overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// What the specification asks: an action that selects nothing, or changes nothing, succeeds.
    Specification,
    /// Every target selects something, as does each selector of its bracket lists, and every action changes something,
    /// so that none outlives its reason.
    EveryTargetMatches,
}

/// The feature set that an overlay is written in. Patch versions make no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// Updates are merged into objects and appended to arrays.
    V1_0,
    /// Updates also replace primitive values and concatenate arrays, and there is `copy`; what is merged is of one kind.
    V1_1,
}

impl Version {
    /// The version that the overlay declares. None if it is not one that is known here.
    #[must_use]
    pub fn of(overlay: &Value) -> Option<Self> {
        let (feature_set, patch) = overlay.get("overlay")?.as_str()?.rsplit_once('.')?;
        if patch.is_empty() || !patch.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        match feature_set {
            "1.0" => Some(Self::V1_0),
            "1.1" => Some(Self::V1_1),
            _ => None,
        }
    }
}

/// The file that the overlay's `extends` names, from where the overlay is.
///
/// # Errors
///
/// There is no `extends`, or it is not a file.
pub fn extended(overlay: &Document) -> Result<PathBuf> {
    let at = Pointer::root().join("extends");
    let name_it = "name the document on the command line, in front of the overlay";
    let Some(target) = overlay.value["extends"].as_str() else {
        return Err(Findings::one(&overlay.name, at, "no document is given, and the overlay extends none", name_it));
    };
    let path = target.strip_prefix("file://").unwrap_or(target);
    if path.contains("://") {
        let problem = format!("`{target}` is not a file, and nothing is downloaded");
        return Err(Findings::one(&overlay.name, at, problem, name_it));
    }
    let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
    Ok(Path::new(&overlay.name).parent().unwrap_or(Path::new("")).join(path))
}

/// Applies the actions of `overlay` to `base`, in order.
///
/// # Errors
///
/// The overlay is malformed, or an action does not fit what its target selects. If `strictness` asks for it: the target
/// of an action selects nothing.
pub fn apply(base: Value, overlay: &Document, strictness: Strictness) -> Result<Value> {
    let (version, actions) = actions(overlay, strictness)?;
    let mut document = base;
    let mut found = Collector::new(&overlay.name);
    for (at, action) in actions {
        let places = targets(&document, &action.target);
        if strictness == Strictness::EveryTargetMatches {
            for target in unmatched(&document, &action) {
                found.add(
                    at.join("target"),
                    format!("the target `{target}` matches nothing in the document"),
                    "correct the target; if the document no longer needs the action, delete the action",
                );
            }
        }
        if places.is_empty() {
            continue;
        }
        let (key, update) = match &action.change {
            Change::Remove => {
                for place in places {
                    if place.is_empty() {
                        found.add(at.join("target"), "the whole document cannot be removed", "target a part of it");
                    } else {
                        remove(&mut document, &place);
                    }
                }
                continue;
            }
            Change::Update(update) => ("update", update.clone()),
            Change::Copy(source) => {
                let Ok(node) = source.query(&document).exactly_one() else {
                    found.add(
                        at.join("copy"),
                        format!("`{source}` does not select one place, but none or several"),
                        "name the one place to copy from",
                    );
                    continue;
                };
                ("copy", node.clone())
            }
        };
        let kinds = || places.iter().filter_map(|place| document.pointer(place)).map(kind);
        if version == Version::V1_1 && kinds().any(|kind| Some(kind) != kinds().next()) {
            found.add(
                at.join("target"),
                format!("the target `{}` selects places of different kinds", action.text),
                "write an action each for objects, arrays and primitive values",
            );
            continue;
        }
        for place in places {
            let Some(target) = document.pointer_mut(&place) else { continue };
            if let Err(misfit) = update_node(target, &update, version) {
                let problem = format!("the target `{}` at #{place} {}", action.text, misfit.problem);
                let at = if misfit.of_target { at.join("target") } else { at.join(key) };
                found.add(at, problem, misfit.remedy);
            }
        }
    }
    found.finish(document)
}

struct Action {
    target: JsonPath,
    /// The target as it is written.
    text: String,
    change: Change,
}

enum Change {
    Update(Value),
    Copy(JsonPath),
    Remove,
}

fn actions(overlay: &Document, strictness: Strictness) -> Result<(Version, Vec<(Pointer, Action)>)> {
    let mut found = Collector::new(&overlay.name);
    let root = Pointer::root();
    let Some(object) = overlay.value.as_object() else {
        return Err(Findings::one(&overlay.name, &root, "the overlay is not an object", "start with `overlay: 1.0.0`"));
    };
    let version = Version::of(&overlay.value);
    if version.is_none() {
        let problem = "not a version this reader knows";
        found.add(root.join("overlay"), problem, "write `overlay: 1.0.0`, or `overlay: 1.1.0` if it needs `copy`");
    }
    for member in ["title", "version"] {
        if !object.get("info").is_some_and(|info| info[member].is_string()) {
            found.add(
                root.join("info").join(member),
                "a text is required here",
                "add it, in quotes if it looks like something else",
            );
        }
    }
    for key in object.get("info").and_then(Value::as_object).into_iter().flat_map(Map::keys) {
        if !matches!(key.as_str(), "title" | "version" | "description") && !key.starts_with("x-") {
            found.add(root.join("info").join(key), "not part of it", "remove it, or prefix it with `x-`");
        }
    }
    let description = object.get("info").and_then(|info| info.get("description"));
    is_text(description, &root.join("info").join("description"), &mut found);
    is_text(object.get("extends"), &root.join("extends"), &mut found);
    for key in object.keys() {
        if !matches!(key.as_str(), "overlay" | "info" | "extends" | "actions") && !key.starts_with("x-") {
            found.add(root.join(key), "not part of an overlay", "remove it, or prefix it with `x-`");
        }
    }
    let list = object.get("actions").and_then(Value::as_array);
    if list.is_none_or(Vec::is_empty) {
        found.add(root.join("actions"), "there are no actions", "list at least one action");
    }
    // An unknown version is a finding already.
    let version = version.unwrap_or(Version::V1_1);
    let mut actions = Vec::new();
    let list = list.map(Vec::as_slice).unwrap_or_default();
    for (index, action) in list.iter().enumerate() {
        let at = root.join("actions").join(index);
        if let Some(first) = list.iter().take(index).position(|other| other == action) {
            found.add(&at, format!("says the same as #/actions/{first}"), "remove one of them");
        }
        if let Some(action) = read_action(action, &at, version, strictness, &mut found) {
            actions.push((at, action));
        }
    }
    found.finish((version, actions))
}

fn is_text(value: Option<&Value>, at: &Pointer, found: &mut Collector) {
    if value.is_some_and(|value| !value.is_string()) {
        found.add(at, "not a text", "write a text; put it in quotes if it looks like something else");
    }
}

fn read_action(
    action: &Value,
    at: &Pointer,
    version: Version,
    strictness: Strictness,
    found: &mut Collector,
) -> Option<Action> {
    if !action.is_object() {
        found.add(at, "an action is an object", "write `target`, and `update` or `remove`");
        return None;
    }
    for key in action.as_object().into_iter().flat_map(Map::keys) {
        match key.as_str() {
            "target" | "description" | "update" | "remove" => {}
            "copy" if version == Version::V1_1 => {}
            "copy" => found.add(at.join(key), "not part of an Overlay 1.0", "write `overlay: 1.1.0`"),
            key if key.starts_with("x-") => {}
            key => found.add(at.join(key), "not part of an action", "remove it, or prefix it with `x-`"),
        }
    }
    is_text(action.get("description"), &at.join("description"), found);
    let Some(text) = action["target"].as_str() else {
        found.add(at.join("target"), "there is no target that is a text", "name the place to change as a JSONPath");
        return None;
    };
    let target = read_path(text, &at.join("target"), found);
    let remove = match action.get("remove") {
        None => false,
        Some(Value::Bool(remove)) => *remove,
        Some(_) => {
            found.add(at.join("remove"), "`remove` is not a boolean", "write `true` or `false`");
            return None;
        }
    };
    let update = action.get("update");
    let copy = action.get("copy").filter(|_| version == Version::V1_1);
    if version == Version::V1_1 && usize::from(remove) + usize::from(update.is_some()) + usize::from(copy.is_some()) > 1
    {
        let problem = "more than one of `update`, `copy` and `remove`";
        found.add(at, problem, "keep one; write an action each, in the order in which they are to run");
        return None;
    }
    let change = match (update, copy) {
        // `update` has no impact beside `remove`, says the specification.
        _ if remove => Change::Remove,
        (Some(update), _) => Change::Update(update.clone()),
        (None, Some(copy)) => {
            let Some(source) = copy.as_str() else {
                found.add(at.join("copy"), "not a text", "name the place to copy from as a JSONPath");
                return None;
            };
            Change::Copy(read_path(source, &at.join("copy"), found)?)
        }
        (None, None) => {
            if strictness == Strictness::EveryTargetMatches {
                found.add(at, "neither `update` nor `remove: true`", "say what to change");
            }
            return None;
        }
    };
    Some(Action { target: target?, text: text.to_owned(), change })
}

fn read_path(text: &str, at: &Pointer, found: &mut Collector) -> Option<JsonPath> {
    let path = parse_path(text);
    if let Err(error) = &path {
        let remedy = "write it as RFC 9535 says; names with special characters go in brackets and quotes";
        found.add(at, format!("`{text}` is not a JSONPath: {error}"), remedy);
    }
    path.ok()
}

fn parse_path(text: &str) -> std::result::Result<JsonPath, ParseError> {
    JsonPath::parse(text).or_else(|error| JsonPath::parse(&bracketed(text)).map_err(|_| error))
}

/// `target` with names that have a `-`, such as `.x-traits`, in brackets and quotes. RFC 9535 asks for them; the
/// Overlay specification's own examples leave them out, and there is nothing else such a name could mean.
fn bracketed(target: &str) -> String {
    let mut written = String::new();
    let mut quote = None;
    let mut rest = target;
    while let Some(next) = rest.chars().next() {
        rest = &rest[next.len_utf8()..];
        match (next, quote) {
            ('\'' | '"', None) => quote = Some(next),
            ('\\', Some(_)) => {
                written.push(next);
                let Some(escaped) = rest.chars().next() else { break };
                written.push(escaped);
                rest = &rest[escaped.len_utf8()..];
                continue;
            }
            (_, Some(open)) if next == open => quote = None,
            ('.', None) => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(rest.len());
                let (name, after) = rest.split_at(end);
                if name.contains('-') {
                    let descendants = written.ends_with('.');
                    written.push_str(&format!("{}['{name}']", if descendants { "." } else { "" }));
                    rest = after;
                    continue;
                }
            }
            _ => {}
        }
        written.push(next);
    }
    written
}

/// The places the target matches, the later elements of an array first, so that removing one does not move the next.
fn targets(document: &Value, target: &JsonPath) -> Vec<String> {
    let nodes = target.query_located(document).dedup();
    let mut places: Vec<_> = nodes.locations().collect();
    places.sort_by(|a, b| b.iter().partial_cmp(a.iter()).unwrap_or(std::cmp::Ordering::Equal));
    places.into_iter().map(serde_json_path::NormalizedPath::to_json_pointer).collect()
}

/// The target of `action` if it matches nothing, else those selectors of its bracket lists that match nothing.
fn unmatched(document: &Value, action: &Action) -> Vec<String> {
    if action.target.query(document).is_empty() {
        return vec![action.text.clone()];
    }
    let is_unmatched = |target: &String| parse_path(target).is_ok_and(|target| target.query(document).is_empty());
    alternatives(&action.text).into_iter().filter(is_unmatched).collect()
}

/// What `target` is with one selector alone, for each selector of a bracket list: `$['a']` and `$['b']` for
/// `$['a','b']`. None if no list has several.
fn alternatives(target: &str) -> Vec<String> {
    let mut alternatives = Vec::new();
    let mut quote = None;
    let mut depth = 0_usize;
    // Where the selectors of the list start.
    let mut starts = Vec::new();
    let mut characters = target.char_indices();
    while let Some((at, next)) = characters.next() {
        match (next, quote) {
            ('\\', Some(_)) => {
                characters.next();
            }
            (_, Some(open)) if next == open => quote = None,
            (_, Some(_)) => {}
            ('\'' | '"', None) => quote = Some(next),
            ('[' | '(', None) => {
                depth += 1;
                if depth == 1 {
                    starts = vec![at + 1];
                }
            }
            (',', None) if depth == 1 => starts.push(at + 1),
            (']' | ')', None) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && starts.len() > 1 {
                    let ends = starts.iter().skip(1).map(|next| next - 1).chain([at]);
                    let selectors = starts.iter().zip(ends).map(|(start, end)| target[*start..end].trim());
                    let (before, after) = (&target[..starts[0]], &target[at..]);
                    alternatives.extend(selectors.map(|selector| format!("{before}{selector}{after}")));
                }
            }
            _ => {}
        }
    }
    alternatives
}

/// Why an update does not fit a place.
struct Misfit {
    /// Whether the target is at fault, rather than the update.
    of_target: bool,
    problem: String,
    remedy: &'static str,
}

/// Merges into an object, or appends to an array; in version 1.1, replaces a primitive value and concatenates arrays, too.
fn update_node(target: &mut Value, update: &Value, version: Version) -> std::result::Result<(), Misfit> {
    let wrong_update = |problem: &str, remedy| Err(Misfit { of_target: false, problem: problem.to_owned(), remedy });
    match (&mut *target, update) {
        (Value::Object(_), Value::Object(_)) => {
            if version == Version::V1_1
                && let Some(at) = incompatible(target, update, &Pointer::root())
            {
                let problem = format!("has a value of another kind at {at} than what is merged");
                return wrong_update(&problem, "remove the value in an action before, then add the new one");
            }
            merge(target, update);
        }
        (Value::Object(_), _) => {
            return wrong_update("is an object, and what is merged is not", "write the members to merge as an object");
        }
        (Value::Array(array), Value::Array(entries)) if version == Version::V1_1 => {
            array.extend(entries.iter().cloned())
        }
        (Value::Array(array), entry) => array.push(entry.clone()),
        (_, Value::Object(_) | Value::Array(_)) if version == Version::V1_1 => {
            return wrong_update(
                "is a primitive value, and what replaces it is not",
                "remove it, then add the new value",
            );
        }
        (_, value) if version == Version::V1_1 => *target = value.clone(),
        _ => {
            return Err(Misfit {
                of_target: true,
                problem: "is neither an object nor an array".to_owned(),
                remedy: "target the object that holds it and update the member, or write `overlay: 1.1.0`",
            });
        }
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
enum Kind {
    Object,
    Array,
    Primitive,
}

fn kind(value: &Value) -> Kind {
    match value {
        Value::Object(_) => Kind::Object,
        Value::Array(_) => Kind::Array,
        _ => Kind::Primitive,
    }
}

/// The first place where `target` and `update` have values of different kinds, which 1.1 does not merge.
fn incompatible(target: &Value, update: &Value, at: &Pointer) -> Option<Pointer> {
    match (target, update) {
        (Value::Object(target), Value::Object(update)) => {
            update.iter().find_map(|(key, value)| incompatible(target.get(key)?, value, &at.join(key)))
        }
        // An empty member changes nothing, as in `merge`.
        (_, Value::Null) => None,
        _ => (kind(target) != kind(update)).then(|| at.clone()),
    }
}

fn remove(document: &mut Value, place: &str) {
    let Some((parent, key)) = place.rsplit_once('/') else { return };
    let key = key.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent) {
        Some(Value::Object(object)) => {
            object.shift_remove(&key);
        }
        Some(Value::Array(array)) => {
            if let Ok(index) = key.parse::<usize>() {
                array.remove(index);
            }
        }
        _ => {}
    }
}

/// Objects are merged member by member, arrays are concatenated, everything else is replaced. An empty member of the
/// update changes no object or array: the specification's own example has such.
fn merge(target: &mut Value, update: &Value) {
    match (target, update) {
        (Value::Object(target), Value::Object(update)) => {
            for (key, value) in update {
                match target.get_mut(key) {
                    Some(existing) => merge(existing, value),
                    None => {
                        target.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(target), Value::Array(update)) => target.extend(update.iter().cloned()),
        (Value::Object(_) | Value::Array(_), Value::Null) => {}
        (target, update) => *target = update.clone(),
    }
}

/// Checks that `overlay` is one, whatever document it is for.
///
/// # Errors
///
/// The overlay is malformed.
pub fn check(overlay: &Document) -> Result<()> {
    actions(overlay, Strictness::EveryTargetMatches).map(drop)
}

/// The places that a target matches, as JSON pointers; none if it is not a JSONPath.
#[must_use]
pub fn places(document: &Value, target: &str) -> Vec<String> {
    parse_path(target).map(|target| targets(document, &target)).unwrap_or_default()
}

/// Does at one place what an action of a checked overlay says.
pub fn apply_at(document: &mut Value, place: &str, action: &Value, version: Version) {
    if action["remove"] == true {
        return remove(document, place);
    }
    let source = action.get("copy").and_then(Value::as_str).and_then(|source| parse_path(source).ok());
    let copied = source.and_then(|source| source.query(document).exactly_one().ok().cloned());
    if let (Some(target), Some(update)) =
        (document.pointer_mut(place), copied.as_ref().or_else(|| action.get("update")))
    {
        // What does not fit is a finding when the overlay is applied as a whole.
        let _ = update_node(target, update, version);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const STRICT: Strictness = Strictness::EveryTargetMatches;

    fn overlay(actions: &Value) -> Document {
        Document {
            name: "overlay.yaml".to_owned(),
            value: json!({"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": actions}),
            sha256: String::new(),
        }
    }

    #[test]
    fn update_merges_objects_and_appends_to_arrays() {
        let base = json!({"a": {"b": 1, "list": [1], "c": {"d": 1}}});
        let changes = json!([{"target": "$.a", "update": {"b": 2, "list": [2, 3], "c": {"e": 2}}}]);
        assert_eq!(
            apply(base, &overlay(&changes), STRICT),
            Ok(json!({"a": {"b": 2, "list": [1, 2, 3], "c": {"d": 1, "e": 2}}}))
        );
    }

    #[test]
    fn remove_takes_every_match_out() {
        let base = json!({"list": [{"keep": 1}, {"drop": 1}, {"drop": 2}, {"keep": 2}]});
        let changes = json!([{"target": "$.list[?@.drop]", "remove": true}]);
        assert_eq!(apply(base, &overlay(&changes), STRICT), Ok(json!({"list": [{"keep": 1}, {"keep": 2}]})));
    }

    #[test]
    fn remove_keeps_the_order_in_long_arrays() {
        let base = json!({"list": (0..25).collect::<Vec<_>>()});
        let changes = json!([{"target": "$.list[?@ != 3 && @ != 11]", "remove": true}]);
        assert_eq!(apply(base, &overlay(&changes), STRICT), Ok(json!({"list": [3, 11]})));
    }

    #[test]
    fn later_actions_see_what_earlier_ones_did() {
        let changes = json!([
            {"target": "$", "update": {"a": {"b": 1}}},
            {"target": "$.a.b", "remove": true},
            {"target": "$.a", "update": {"b/c~d": 2}},
            {"target": "$.a['b/c~d']", "remove": true},
        ]);
        assert_eq!(apply(json!({}), &overlay(&changes), STRICT), Ok(json!({"a": {}})));
    }

    #[test]
    fn a_target_that_matches_nothing_is_named() {
        let changes = json!([
            {"target": "$", "update": {"a": 1}},
            {"target": "$.paths['/gone']", "remove": true},
        ]);
        let findings = apply(json!({}), &overlay(&changes), STRICT).expect_err("no match");
        assert_eq!(findings.0[0].place, "#/actions/1/target");
        assert!(findings.0[0].problem.contains("/gone"));
    }

    #[test]
    fn a_target_that_is_neither_object_nor_array_is_refused() {
        let changes = json!([{"target": "$.a", "update": {"b": 1}}]);
        let findings = apply(json!({"a": "text"}), &overlay(&changes), STRICT).expect_err("a string");
        assert!(findings.0[0].problem.contains("neither an object nor an array"));
    }

    #[test]
    fn the_overlay_itself_is_checked() {
        for (wrong, place) in [
            (
                json!({"overlay": "2.0.0", "info": {"title": "", "version": ""}, "actions": [{"target": "$", "update": {}}]}),
                "#/overlay",
            ),
            (
                json!({"overlay": "1.0.0", "info": {"title": ""}, "actions": [{"target": "$", "update": {}}]}),
                "#/info/version",
            ),
            (json!({"overlay": "1.0.0", "info": {"title": "", "version": ""}, "actions": []}), "#/actions"),
            (
                json!({"overlay": "1.0.0", "info": {"title": "", "version": ""}, "actions": [{"target": "a.b", "update": {}}]}),
                "#/actions/0/target",
            ),
            (
                json!({"overlay": "1.0.0", "info": {"title": "", "version": ""}, "actions": [{"target": "$"}]}),
                "#/actions/0",
            ),
            (
                json!({"overlay": "1.0.0", "info": {"title": "", "version": ""}, "actions": [{"target": "$", "upadte": {}, "remove": true}]}),
                "#/actions/0/upadte",
            ),
            (json!([]), "#"),
        ] {
            let document = Document { name: "o".to_owned(), value: wrong, sha256: String::new() };
            let findings = apply(json!({}), &document, STRICT).expect_err("malformed");
            assert!(findings.0.iter().any(|finding| finding.place == place), "{place}: {findings}");
        }
    }

    /// Applies an overlay as the specification says, both written in YAML.
    fn specified(base: &str, actions: &str) -> Result<Value> {
        let yaml = |text: &str| crate::read::parse("d", text).unwrap_or_else(|findings| panic!("{findings}")).value;
        apply(yaml(base), &overlay(&yaml(actions)), Strictness::Specification)
    }

    #[track_caller]
    fn becomes(base: &str, actions: &str, result: &str) {
        let result = crate::read::parse("d", result).unwrap_or_else(|findings| panic!("{findings}")).value;
        assert_eq!(specified(base, actions), Ok(result), "{actions}");
    }

    const PATHS: &str =
        "{paths: {/a: {get: {parameters: [{name: x, in: query}, {name: y, in: query}]}, put: {}}, /b: {get: {}}}}";

    #[test]
    fn a_structured_overlay_mirrors_the_document() {
        becomes(
            "{info: {title: t}, paths: {/: {summary: old, get: {}}}, components: {}, tags: [a]}",
            "[{target: $, update: {info: {x-by: me}, paths: {/: {summary: new, get: {x-rate: 1}},
              /p: {}}, components: null, tags: null}}]",
            "{info: {title: t, x-by: me}, paths: {/: {summary: new, get: {x-rate: 1}}, /p: {}},
              components: {}, tags: [a]}",
        );
    }

    #[test]
    fn targeted_actions_change_one_place_each() {
        becomes(
            PATHS,
            "[{target: \"$.paths['/b'].get\", update: {description: d}}, {target: \"$.paths['/b']\",
              update: {post: {x-safe: false}}}]",
            "{paths: {/a: {get: {parameters: [{name: x, in: query}, {name: y, in: query}]}, put: {}},
              /b: {get: {description: d}, post: {x-safe: false}}}}",
        );
    }

    #[test]
    fn a_wildcard_changes_every_place_and_a_filter_some() {
        becomes(
            PATHS,
            "[{target: $.paths.*.get, update: {x-safe: true}},
              {target: \"$.paths.*.get.parameters[?@.name=='x' && @.in=='query']\", update: {schema: {type: string}}}]",
            "{paths: {/a: {get: {parameters: [{name: x, in: query, schema: {type: string}}, {name: y,
              in: query}], x-safe: true}, put: {}}, /b: {get: {x-safe: true}}}}",
        );
    }

    #[test]
    fn an_array_target_gets_an_entry_and_loses_those_a_filter_selects() {
        becomes(
            PATHS,
            "[{target: $.paths.*.get.parameters, update: {name: z}},
              {target: \"$.paths.*.get.parameters[?@.name=='x']\", remove: true}]",
            "{paths: {/a: {get: {parameters: [{name: y, in: query}, {name: z}]}, put: {}}, /b: {get: {}}}}",
        );
        // What is appended is one entry, even if it is an array.
        becomes("{a: [[1]]}", "[{target: $.a, update: [2]}]", "{a: [[1], [2]]}");
    }

    #[test]
    fn traits_are_applied_where_they_are_named() {
        becomes(
            "{paths: {/i: {get: {x-traits: {paged: true}, parameters: [{name: id}]}, put: {}}}}",
            "[{target: '$.paths.*[?@.x-traits.paged]', update: {parameters: [{name: top}, {name: skip}]}}]",
            "{paths: {/i: {get: {x-traits: {paged: true}, parameters: [{name: id}, {name: top},
              {name: skip}]}, put: {}}}}",
        );
    }

    #[test]
    fn names_with_a_dash_need_no_brackets() {
        for (target, written) in [
            ("$.a.x-b.c", "$.a['x-b'].c"),
            ("$..x-b[?@.x-c == '.x-d']", "$..['x-b'][?@['x-c'] == '.x-d']"),
            ("$.a[-1]", "$.a[-1]"),
        ] {
            assert_eq!(bracketed(target), written);
            assert!(JsonPath::parse(written).is_ok(), "{written}");
        }
    }

    #[test]
    fn what_the_specification_allows_succeeds() {
        // A target that selects nothing, an action without effect, and `update` beside `remove`, which has no impact.
        becomes("{a: {}}", "[{target: $.b, update: {c: 1}}, {target: $.a}, {target: $.a, remove: false}]", "{a: {}}");
        becomes("{a: {b: {}}}", "[{target: $.a.b, update: {c: 1}, remove: true}]", "{a: {}}");
        // A primitive value of a member is replaced, an array concatenated, an object merged, and null is a value.
        becomes(
            "{a: {b: 1, c: [1], d: {e: 1}}}",
            "[{target: $.a, update: {b: null, c: [2], d: {f: 1}}}]",
            "{a: {b: null, c: [1, 2], d: {e: 1, f: 1}}}",
        );
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (actions, place) in [
            ("[{target: $, remove: true}]", "#/actions/0/target"),
            ("[{target: $.a, update: 1}]", "#/actions/0/update"),
            ("[{target: $.b, update: {}}]", "#/actions/0/target"),
            ("[{target: $.a, remove: yes}]", "#/actions/0/remove"),
            ("[1]", "#/actions/0"),
            ("[{update: {}}]", "#/actions/0/target"),
        ] {
            let findings = specified("{a: {}, b: text}", actions).expect_err(actions);
            assert_eq!(findings.0[0].place, place, "{findings}");
        }
    }

    #[test]
    fn extends_names_the_document() {
        let extending = |value: &str| {
            let value = json!({ "extends": value });
            extended(&Document { name: "docs/overlay.yaml".to_owned(), value, sha256: String::new() })
        };
        assert_eq!(extending("./a%20b.yaml"), Ok(PathBuf::from("docs/./a b.yaml")));
        assert_eq!(extending("file:///a.yaml"), Ok(PathBuf::from("/a.yaml")));
        let findings = extending("https://a.example/a.yaml").expect_err("not a file");
        assert!(findings.0[0].place == "#/extends" && findings.0[0].remedy.contains("command line"), "{findings}");
        assert!(extended(&overlay(&json!([]))).is_err());
    }
}
