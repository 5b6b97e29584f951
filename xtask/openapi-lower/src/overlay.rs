//! Applies an OpenAPI Overlay 1.0 or 1.1 to a document.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use regress::Regex;
use serde_json::Value;
use serde_json_path::{JsonPath, ParseError};

use crate::io::finding::{Collector, Findings, Pointer, Result, unescape};
use crate::io::read::Document;
use crate::walk::members_of;

/// How strictly the targets of an overlay are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// As specified: an action that matches or changes nothing succeeds.
    Specification,
    /// Every target must match, and so must each selector of its bracket lists. An action without effect is a finding,
    /// so that obsolete actions are noticed.
    RequireMatches,
}

/// The version of the Overlay specification that an overlay declares, without the patch version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// Updates are merged into objects and appended to arrays.
    V1_0,
    /// Updates also replace primitive values and concatenate arrays, and there is `copy`. Merged values must have the
    /// same kind.
    V1_1,
}

impl Version {
    /// Returns the declared version, or `None` if it is missing or not supported.
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

/// Returns the path in the overlay's `extends`, relative to the overlay.
///
/// # Errors
///
/// Returns a finding if there is no `extends`, or if it is not a file.
pub fn extends_path(overlay: &Document) -> Result<PathBuf> {
    let at = Pointer::root().join("extends");
    let remedy = "name the document on the command line, before the overlay";
    let Some(target) = overlay.value["extends"].as_str() else {
        return Err(Findings::one(&overlay.name, at, "no document is given, and the overlay has no `extends`", remedy));
    };
    let path = target.strip_prefix("file://").unwrap_or(target);
    if path.contains("://") {
        let problem = format!("`{target}` is not a file, and documents are not downloaded");
        return Err(Findings::one(&overlay.name, at, problem, remedy));
    }
    let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
    Ok(Path::new(&overlay.name).parent().unwrap_or(Path::new("")).join(path))
}

/// Applies the actions of `overlay` to `base`, in order.
///
/// # Errors
///
/// Returns findings if the overlay is malformed, if an action does not fit a node that its target matches, or, with
/// [`Strictness::RequireMatches`], if a target matches nothing.
pub fn apply(base: Value, overlay: &Document, strictness: Strictness) -> Result<Value> {
    let (version, actions) = read_actions(overlay, strictness)?;
    let mut document = base;
    let mut found = Collector::new(&overlay.name);
    for (at, action) in actions {
        let pointers = query_pointers(&document, &action.target);
        if strictness == Strictness::RequireMatches {
            for target in unmatched_targets(&document, &action) {
                found.add(
                    at.join("target"),
                    format!("the target `{target}` matches nothing in the document"),
                    "correct the target; if the document no longer needs the action, delete the action",
                );
            }
        }
        if pointers.is_empty() {
            continue;
        }
        let (key, update) = match &action.change {
            Change::Remove => {
                for pointer in pointers {
                    if pointer.is_empty() {
                        found.add(at.join("target"), "the whole document cannot be removed", "target a part of it");
                    } else {
                        remove(&mut document, &pointer);
                    }
                }
                continue;
            }
            Change::Update(update) => ("update", update.clone()),
            Change::Copy(source) => {
                let Ok(node) = source.query(&document).exactly_one() else {
                    found.add(
                        at.join("copy"),
                        format!("`{source}` does not match exactly one node"),
                        "write a JSONPath that matches one node",
                    );
                    continue;
                };
                ("copy", node.clone())
            }
        };
        let kinds = || pointers.iter().filter_map(|pointer| document.pointer(pointer)).map(kind);
        if version == Version::V1_1 && kinds().any(|kind| Some(kind) != kinds().next()) {
            found.add(
                at.join("target"),
                format!("the target `{}` matches nodes of different kinds", action.text),
                "write one action each for objects, arrays and primitive values",
            );
            continue;
        }
        for pointer in pointers {
            let Some(target) = document.pointer_mut(&pointer) else { continue };
            if let Err(misfit) = update_node(target, &update, version) {
                let problem = format!("the target `{}` at #{pointer} {}", action.text, misfit.problem);
                let at = if misfit.of_target { at.join("target") } else { at.join(key) };
                found.add(at, problem, misfit.remedy);
            }
        }
    }
    found.finish(document)
}

struct Action {
    target: JsonPath,
    /// The target as written in the overlay.
    text: String,
    change: Change,
}

enum Change {
    Update(Value),
    Copy(JsonPath),
    Remove,
}

fn read_actions(overlay: &Document, strictness: Strictness) -> Result<(Version, Vec<(Pointer, Action)>)> {
    let mut found = Collector::new(&overlay.name);
    let root = Pointer::root();
    let value = &overlay.value;
    if !value.is_object() {
        return Err(Findings::one(&overlay.name, &root, "the overlay is not an object", "start with `overlay: 1.0.0`"));
    }
    let version = Version::of(value);
    if version.is_none() {
        let remedy = "write `overlay: 1.0.0`, or `overlay: 1.1.0` if it needs `copy`";
        found.add(root.join("overlay"), "not a supported version", remedy);
    }
    let (info, at) = (&value["info"], root.join("info"));
    for member in ["title", "version"] {
        if !info[member].is_string() {
            let remedy = "add it, in quotes if it looks like a number or a boolean";
            found.add(at.join(member), "a string is required", remedy);
        }
    }
    check_members(info, &at, &["title", "version", "description"], "`info`", &mut found);
    check_string(info.get("description"), &at.join("description"), &mut found);
    check_string(value.get("extends"), &root.join("extends"), &mut found);
    check_members(value, &root, &["overlay", "info", "extends", "actions"], "an overlay", &mut found);
    let list = value["actions"].as_array().map(Vec::as_slice).unwrap_or_default();
    if list.is_empty() {
        found.add(root.join("actions"), "there are no actions", "list at least one action");
    }
    // An unsupported version is a finding already.
    let version = version.unwrap_or(Version::V1_1);
    let mut actions = Vec::new();
    for (index, action) in list.iter().enumerate() {
        let at = root.join("actions").join(index);
        if let Some(first) = list.iter().take(index).position(|other| other == action) {
            found.add(&at, format!("the same action as #/actions/{first}"), "remove one of the two");
        }
        if let Some(action) = read_action(action, &at, version, strictness, &mut found) {
            actions.push((at, action));
        }
    }
    found.finish((version, actions))
}

/// Adds a finding for each member of an object that the specification does not have.
fn check_members(object: &Value, at: &Pointer, known: &[&str], of: &str, found: &mut Collector) {
    for (key, _) in members_of(object) {
        if !known.contains(&key.as_str()) && !key.starts_with("x-") {
            found.add(at.join(key), format!("not part of {of}"), "remove it, or prefix it with `x-`");
        }
    }
}

fn check_string(value: Option<&Value>, at: &Pointer, found: &mut Collector) {
    if value.is_some_and(|value| !value.is_string()) {
        found.add(at, "not a string", "put it in quotes");
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
    check_members(action, at, &["target", "description", "update", "remove", "copy"], "an action", found);
    if version == Version::V1_0 && action.get("copy").is_some() {
        found.add(at.join("copy"), "not part of an Overlay 1.0", "write `overlay: 1.1.0`");
    }
    check_string(action.get("description"), &at.join("description"), found);
    let Some(text) = action["target"].as_str() else {
        found.add(at.join("target"), "`target` is missing or not a string", "write a JSONPath to the nodes to change");
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
    if !remove && update.is_some() && copy.is_some() {
        // The specification says of each that the other one wins.
        found.add(at, "both `update` and `copy`", "write one action for each, in the order in which they apply");
        return None;
    }
    let change = match (update, copy) {
        // `update` and `copy` have no effect beside `remove`.
        _ if remove => Change::Remove,
        (Some(update), _) => Change::Update(update.clone()),
        (None, Some(copy)) => {
            let Some(source) = copy.as_str() else {
                found.add(at.join("copy"), "not a string", "write a JSONPath to the node to copy");
                return None;
            };
            Change::Copy(read_path(source, &at.join("copy"), found)?)
        }
        (None, None) => {
            if strictness == Strictness::RequireMatches {
                found.add(at, "neither `update` nor `remove: true`", "add one of them");
            }
            return None;
        }
    };
    Some(Action { target: target?, text: text.to_owned(), change })
}

fn read_path(text: &str, at: &Pointer, found: &mut Collector) -> Option<JsonPath> {
    let path = parse_path(text);
    if let Err(error) = &path {
        let remedy = "write it as in RFC 9535, names with special characters in brackets and quotes";
        found.add(at, format!("`{text}` is not a JSONPath: {error}"), remedy);
    }
    path.ok()
}

fn parse_path(text: &str) -> std::result::Result<JsonPath, ParseError> {
    JsonPath::parse(text).or_else(|error| JsonPath::parse(&normalize_brackets(text)).map_err(|_| error))
}

/// Puts names with a `-`, such as `.x-traits`, into brackets and quotes. RFC 9535 requires them; the examples in the
/// Overlay specification omit them, and such names have no other meaning.
fn normalize_brackets(target: &str) -> String {
    // A string in quotes, which stays, or a name with a `-`.
    const NAMES: &str = r#"('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?:(\.\.)|\.)([\p{L}\p{N}_]*-[\p{L}\p{N}_-]*)"#;
    let Ok(names) = Regex::with_flags(NAMES, "u") else { return target.to_owned() };
    names.replace_all_with(target, |found| {
        let part = |index: usize| found.group(index).map_or("", |range| &target[range]);
        if part(3).is_empty() { part(1).to_owned() } else { format!("{}['{}']", part(2), part(3)) }
    })
}

/// Returns pointers to the nodes that `target` matches, later elements of an array first, so that removing one does
/// not move the next.
fn query_pointers(document: &Value, target: &JsonPath) -> Vec<String> {
    let nodes = target.query_located(document).dedup();
    let mut locations: Vec<_> = nodes.locations().collect();
    locations.sort_by(|a, b| b.iter().partial_cmp(a.iter()).unwrap_or(std::cmp::Ordering::Equal));
    locations.into_iter().map(serde_json_path::NormalizedPath::to_json_pointer).collect()
}

/// Returns the target of `action` if it matches nothing, otherwise the selectors of its bracket lists that match
/// nothing.
fn unmatched_targets(document: &Value, action: &Action) -> Vec<String> {
    if action.target.query(document).is_empty() {
        return vec![action.text.clone()];
    }
    let is_unmatched = |target: &String| parse_path(target).is_ok_and(|target| target.query(document).is_empty());
    split_bracket_lists(&action.text).into_iter().filter(is_unmatched).collect()
}

/// Returns `target` once for each selector of a bracket list, with that selector alone: `$['a']` and `$['b']` for
/// `$['a','b']`. Returns nothing if no list has several selectors.
fn split_bracket_lists(target: &str) -> Vec<String> {
    let mut alternatives = Vec::new();
    let mut quote = None;
    let mut depth = 0_usize;
    // The offsets at which the selectors of the list start.
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

/// Why an update does not fit a node.
struct Misfit {
    /// Whether the target is wrong, rather than the update.
    of_target: bool,
    problem: String,
    remedy: &'static str,
}

/// Merges into an object or appends to an array. Version 1.1 also replaces primitive values and concatenates arrays.
fn update_node(target: &mut Value, update: &Value, version: Version) -> std::result::Result<(), Misfit> {
    let wrong_update = |problem: &str, remedy| Err(Misfit { of_target: false, problem: problem.to_owned(), remedy });
    match (&mut *target, update) {
        (Value::Object(_), Value::Object(_)) => {
            if version == Version::V1_1
                && let Some(at) = first_mismatch(target, update, &Pointer::root())
            {
                let problem = format!("has a value of another kind than the update at {at}");
                return wrong_update(&problem, "remove the value in an earlier action, then add the new one");
            }
            merge(target, update);
        }
        (Value::Object(_), _) => {
            return wrong_update("is an object, and the update is not", "write an object with the members to merge");
        }
        (Value::Array(array), Value::Array(entries)) if version == Version::V1_1 => {
            array.extend(entries.iter().cloned())
        }
        (Value::Array(array), entry) => array.push(entry.clone()),
        (_, Value::Object(_) | Value::Array(_)) if version == Version::V1_1 => {
            return wrong_update(
                "is a primitive value, and the update is not",
                "remove it in an earlier action, then add the new value",
            );
        }
        (_, value) if version == Version::V1_1 => *target = value.clone(),
        _ => {
            return Err(Misfit {
                of_target: true,
                problem: "is neither an object nor an array".to_owned(),
                remedy: "target the object around it and update the member, or write `overlay: 1.1.0`",
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

/// Returns where `target` and `update` first have values of different kinds, which version 1.1 does not merge.
fn first_mismatch(target: &Value, update: &Value, at: &Pointer) -> Option<Pointer> {
    match (target, update) {
        (Value::Object(target), Value::Object(update)) => {
            update.iter().find_map(|(key, value)| first_mismatch(target.get(key)?, value, &at.join(key)))
        }
        // A null member changes nothing, as in `merge`.
        (_, Value::Null) => None,
        _ => (kind(target) != kind(update)).then(|| at.clone()),
    }
}

fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, key)) = pointer.rsplit_once('/') else { return };
    let key = unescape(key);
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

/// Merges objects member by member, concatenates arrays, and replaces everything else. A null member of the update
/// changes no object or array: the specification has such members in its structured example.
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

/// Checks that `overlay` is well-formed.
///
/// # Errors
///
/// Returns findings if it is not.
pub fn check(overlay: &Document) -> Result<()> {
    read_actions(overlay, Strictness::RequireMatches).map(drop)
}

/// Returns whether `text` is a JSONPath.
#[must_use]
pub fn is_path(text: &str) -> bool {
    parse_path(text).is_ok()
}

/// Returns JSON pointers to the nodes that `target` matches; none if it is not a JSONPath.
#[must_use]
pub fn matches(document: &Value, target: &str) -> Vec<String> {
    parse_path(target).map(|target| query_pointers(document, &target)).unwrap_or_default()
}

/// Applies one action of a checked overlay to the node at `pointer`.
pub fn apply_at(document: &mut Value, pointer: &str, action: &Value, version: Version) {
    if action["remove"] == true {
        return remove(document, pointer);
    }
    let source = action.get("copy").and_then(Value::as_str).and_then(|source| parse_path(source).ok());
    let copied = source.and_then(|source| source.query(document).exactly_one().ok().cloned());
    if let (Some(target), Some(update)) =
        (document.pointer_mut(pointer), copied.as_ref().or_else(|| action.get("update")))
    {
        // An update that does not fit is a finding when the overlay is applied as a whole.
        let _ = update_node(target, update, version);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_with_a_dash_need_no_brackets() {
        for (target, normalized) in [
            ("$.a.x-b.c", "$.a['x-b'].c"),
            ("$..x-b[?@.x-c == '.x-d']", "$..['x-b'][?@['x-c'] == '.x-d']"),
            ("$.a[-1]", "$.a[-1]"),
        ] {
            assert_eq!(normalize_brackets(target), normalized);
            assert!(JsonPath::parse(normalized).is_ok(), "{normalized}");
        }
    }

    #[test]
    fn extends_path_is_relative_to_the_overlay() {
        let path = |value: Value| extends_path(&Document::of_value("docs/overlay.yaml", value));
        let extends = |target: &str| path(json!({ "extends": target }));
        assert_eq!(extends("./a%20b.yaml"), Ok(PathBuf::from("docs/./a b.yaml")));
        assert_eq!(extends("file:///a.yaml"), Ok(PathBuf::from("/a.yaml")));
        let findings = extends("https://a.example/a.yaml").expect_err("not a file");
        assert!(findings.0[0].location == "#/extends" && findings.0[0].remedy.contains("command line"), "{findings}");
        assert!(path(json!({})).is_err());
    }
}
