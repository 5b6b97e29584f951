//! Stage 2: the corrections of an OpenAPI Overlay 1.0 are applied to a document.

use serde_json::{Map, Value};
use serde_json_path::JsonPath;

use crate::finding::{Collector, Findings, Pointer, Result};
use crate::read::Document;

/// Applies the actions of `overlay` to `base`, in order.
///
/// # Errors
///
/// The overlay is malformed, or the target of an action matches nothing.
pub fn apply(base: Value, overlay: &Document) -> Result<Value> {
    let actions = actions(overlay)?;
    let mut document = base;
    let mut found = Collector::new(&overlay.name);
    for (at, action) in actions {
        let places = targets(&document, &action.target);
        if places.is_empty() {
            found.add(
                at.join("target"),
                format!("the target `{}` matches nothing in the document", action.target),
                "correct the target; if the document no longer needs the action, delete the action",
            );
        }
        for place in places {
            match &action.change {
                Change::Remove => remove(&mut document, &place),
                Change::Update(update) => {
                    if let Some(target) = document.pointer_mut(&place) {
                        if !matches!(target, Value::Object(_) | Value::Array(_)) {
                            found.add(
                                at.join("target"),
                                format!("the target `{}` at #{place} is neither an object nor an array", action.target),
                                "target the object that holds it and update the member",
                            );
                            continue;
                        }
                        merge(target, update);
                    }
                }
            }
        }
    }
    found.finish(document)
}

struct Action {
    target: JsonPath,
    change: Change,
}

enum Change {
    Update(Value),
    Remove,
}

fn actions(overlay: &Document) -> Result<Vec<(Pointer, Action)>> {
    let mut found = Collector::new(&overlay.name);
    let root = Pointer::root();
    let Some(object) = overlay.value.as_object() else {
        return Err(Findings::one(&overlay.name, &root, "the overlay is not an object", "start with `overlay: 1.0.0`"));
    };
    match object.get("overlay").and_then(Value::as_str) {
        Some(version) if version.starts_with("1.0.") => {}
        _ => found.add(root.join("overlay"), "not a version this reader knows", "write `overlay: 1.0.0`"),
    }
    for member in ["title", "version"] {
        if !object.get("info").is_some_and(|info| info[member].is_string()) {
            found.add(
                root.join("info").join(member),
                "required and missing",
                "add it; the Overlay specification requires it",
            );
        }
    }
    for key in object.keys() {
        if !matches!(key.as_str(), "overlay" | "info" | "extends" | "actions") && !key.starts_with("x-") {
            found.add(root.join(key), "not part of an overlay", "remove it, or prefix it with `x-`");
        }
    }
    let list = object.get("actions").and_then(Value::as_array);
    if list.is_none_or(Vec::is_empty) {
        found.add(root.join("actions"), "there are no actions", "list at least one action");
    }
    let mut actions = Vec::new();
    for (index, action) in list.into_iter().flatten().enumerate() {
        let at = root.join("actions").join(index);
        if let Some(action) = read_action(action, &at, &mut found) {
            actions.push((at, action));
        }
    }
    found.finish(actions)
}

fn read_action(action: &Value, at: &Pointer, found: &mut Collector) -> Option<Action> {
    for key in action.as_object().into_iter().flat_map(Map::keys) {
        if !matches!(key.as_str(), "target" | "description" | "update" | "remove") && !key.starts_with("x-") {
            found.add(at.join(key), "not part of an action", "remove it, or prefix it with `x-`");
        }
    }
    let Some(target) = action["target"].as_str() else {
        found.add(at.join("target"), "there is no target", "name the place to change as a JSONPath");
        return None;
    };
    let target = match JsonPath::parse(target) {
        Ok(target) => target,
        Err(error) => {
            found.add(
                at.join("target"),
                format!("`{target}` is not a JSONPath: {error}"),
                "write it as RFC 9535 says; names with special characters go in brackets and quotes",
            );
            return None;
        }
    };
    let remove = action["remove"].as_bool() == Some(true);
    match (remove, action.get("update")) {
        (true, None) => Some(Action { target, change: Change::Remove }),
        (false, Some(update)) => Some(Action { target, change: Change::Update(update.clone()) }),
        (true, Some(_)) => {
            found.add(at, "both `update` and `remove`", "split it into two actions");
            None
        }
        (false, None) => {
            found.add(at, "neither `update` nor `remove: true`", "say what to change");
            None
        }
    }
}

/// The places the target matches, the later elements of an array first, so that removing one does not move the next.
fn targets(document: &Value, target: &JsonPath) -> Vec<String> {
    let nodes = target.query_located(document).dedup();
    let mut places: Vec<_> = nodes.locations().collect();
    places.sort_by(|a, b| b.iter().partial_cmp(a.iter()).unwrap_or(std::cmp::Ordering::Equal));
    places.into_iter().map(serde_json_path::NormalizedPath::to_json_pointer).collect()
}

fn remove(document: &mut Value, place: &str) {
    let Some((parent, key)) = place.rsplit_once('/') else {
        *document = Value::Null;
        return;
    };
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

/// Objects are merged member by member, arrays are appended to, everything else is replaced.
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
        (Value::Array(target), update) => target.push(update.clone()),
        (target, update) => *target = update.clone(),
    }
}

/// Checks that `overlay` is one, whatever document it is for.
///
/// # Errors
///
/// The overlay is malformed.
pub fn check(overlay: &Document) -> Result<()> {
    actions(overlay).map(drop)
}

/// The places that a target matches, as JSON pointers; none if it is not a JSONPath.
#[must_use]
pub fn places(document: &Value, target: &str) -> Vec<String> {
    JsonPath::parse(target).map(|target| targets(document, &target)).unwrap_or_default()
}

/// Does at one place what an action of a checked overlay says.
pub fn apply_at(document: &mut Value, place: &str, action: &Value) {
    match action.get("update") {
        None => remove(document, place),
        Some(update) => {
            if let Some(target @ (Value::Object(_) | Value::Array(_))) = document.pointer_mut(place) {
                merge(target, update);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

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
            apply(base, &overlay(&changes)),
            Ok(json!({"a": {"b": 2, "list": [1, 2, 3], "c": {"d": 1, "e": 2}}}))
        );
    }

    #[test]
    fn remove_takes_every_match_out() {
        let base = json!({"list": [{"keep": 1}, {"drop": 1}, {"drop": 2}, {"keep": 2}]});
        let changes = json!([{"target": "$.list[?@.drop]", "remove": true}]);
        assert_eq!(apply(base, &overlay(&changes)), Ok(json!({"list": [{"keep": 1}, {"keep": 2}]})));
    }

    #[test]
    fn remove_keeps_the_order_in_long_arrays() {
        let base = json!({"list": (0..25).collect::<Vec<_>>()});
        let changes = json!([{"target": "$.list[?@ != 3 && @ != 11]", "remove": true}]);
        assert_eq!(apply(base, &overlay(&changes)), Ok(json!({"list": [3, 11]})));
    }

    #[test]
    fn later_actions_see_what_earlier_ones_did() {
        let changes = json!([
            {"target": "$", "update": {"a": {"b": 1}}},
            {"target": "$.a.b", "remove": true},
            {"target": "$.a", "update": {"b/c~d": 2}},
            {"target": "$.a['b/c~d']", "remove": true},
        ]);
        assert_eq!(apply(json!({}), &overlay(&changes)), Ok(json!({"a": {}})));
    }

    #[test]
    fn a_target_that_matches_nothing_is_named() {
        let changes = json!([
            {"target": "$", "update": {"a": 1}},
            {"target": "$.paths['/gone']", "remove": true},
        ]);
        let findings = apply(json!({}), &overlay(&changes)).expect_err("no match");
        assert_eq!(findings.0[0].place, "#/actions/1/target");
        assert!(findings.0[0].problem.contains("/gone"));
    }

    #[test]
    fn a_target_that_is_neither_object_nor_array_is_refused() {
        let changes = json!([{"target": "$.a", "update": {"b": 1}}]);
        let findings = apply(json!({"a": "text"}), &overlay(&changes)).expect_err("a string");
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
            let findings = apply(json!({}), &document).expect_err("malformed");
            assert!(findings.0.iter().any(|finding| finding.place == place), "{place}: {findings}");
        }
    }
}
