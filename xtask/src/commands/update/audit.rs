//! Which overlay actions a document still needs.

use openapi_lower::io::finding::Pointer;
use openapi_lower::io::read::Document;
use openapi_lower::overlay::{self, Version};
use openapi_lower::walk::elements_of;
use serde::Serialize;
use serde_json::Value;

/// The effect of an overlay on a document.
#[derive(Clone, Debug)]
pub(super) struct Audit {
    /// The version of the overlay.
    version: Version,
    /// The document with all actions that apply; nothing is appended twice.
    pub(super) document: Value,
    /// Actions whose target matches nothing.
    pub(super) unmatched: Vec<Action>,
    /// Actions without effect, or with parts without effect.
    pub(super) obsolete: Vec<Action>,
    /// Each action with the number of nodes that its target matches.
    matches: Vec<(Action, usize)>,
}

/// An action of the overlay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// The index in the list of actions.
    pub index: usize,
    /// The line in the overlay.
    pub line: usize,
    /// The target, a JSONPath.
    pub target: String,
    /// The reason.
    pub description: String,
    /// Whether it prevents the update: its target matches nothing, or it would add something twice.
    pub blocks: bool,
    /// The parts of its update without effect, as JSON pointers into the action; empty if that is all of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

impl Action {
    /// Returns its location in the overlay.
    pub(super) fn pointer(&self) -> Pointer {
        Pointer::root().join("actions").join(self.index)
    }
}

/// Applies the actions one after another as far as possible.
pub(super) fn audit(document: &Value, overlay: &Document) -> Audit {
    let mut audit = Audit {
        version: Version::of(&overlay.value).unwrap_or(Version::V1_0),
        document: document.clone(),
        unmatched: Vec::new(),
        obsolete: Vec::new(),
        matches: Vec::new(),
    };
    for (index, action) in elements_of(&overlay.value["actions"]).enumerate() {
        audit.action(index, action);
    }
    audit
}

impl Audit {
    /// Returns the actions that match something, but fewer nodes than in `current`: a secret may have lost its mark.
    pub(super) fn narrowed(&self, current: &Self) -> Vec<Action> {
        let pairs = self.matches.iter().zip(&current.matches);
        pairs
            .filter(|((_, now), (_, before))| *now > 0 && now < before)
            .map(|((action, _), _)| action.clone())
            .collect()
    }

    /// Removes what was without effect in `current` already, and so is not due to the new document.
    pub(super) fn since(mut self, current: &Self) -> Self {
        self.obsolete.retain_mut(|action| {
            let before = current.obsolete.iter().find(|other| other.index == action.index);
            let is_whole = action.parts.is_empty();
            if let Some(before) = before {
                action.parts.retain(|part| !before.parts.contains(part));
            }
            is_whole || !action.parts.is_empty()
        });
        self
    }

    fn action(&mut self, index: usize, action: &Value) {
        let text = |key: &str| action[key].as_str().unwrap_or_default().to_owned();
        let mut about = Action {
            index,
            line: 0,
            target: text("target"),
            description: text("description"),
            blocks: false,
            parts: Vec::new(),
        };
        let pointers = overlay::matches(&self.document, &about.target);
        self.matches.push((about.clone(), pointers.len()));
        if pointers.is_empty() {
            about.blocks = true;
            let is_gone = action["remove"] == true
                && parent(&about.target).is_some_and(|parent| !overlay::matches(&self.document, parent).is_empty());
            let list = if is_gone { &mut self.obsolete } else { &mut self.unmatched };
            return list.push(about);
        }
        let Some(update) = action.get("update").filter(|_| action["remove"] != true) else {
            return pointers
                .iter()
                .for_each(|pointer| overlay::apply_at(&mut self.document, pointer, action, self.version));
        };
        let targets: Vec<_> = pointers.iter().map(|pointer| self.document.pointer(pointer)).collect();
        let mut done = Done::default();
        let is_done = done.compare(&targets, update, &Pointer::root().join("update"));
        if is_done || !done.parts.is_empty() {
            about.blocks = done.twice;
            about.parts = if is_done { Vec::new() } else { done.parts };
            self.obsolete.push(about);
        }
        for pointer in pointers {
            let mut action = action.clone();
            if let Some(target) = self.document.pointer(&pointer) {
                prune(&mut action["update"], target);
            }
            overlay::apply_at(&mut self.document, &pointer, &action, self.version);
        }
    }
}

/// Which parts of an update have no effect.
#[derive(Default)]
struct Done {
    parts: Vec<String>,
    /// Whether the update would add a value to a list that contains it.
    twice: bool,
}

impl Done {
    /// Returns whether each target contains all of `update`. If not, collects the largest parts of it that they contain.
    fn compare(&mut self, targets: &[Option<&Value>], update: &Value, at: &Pointer) -> bool {
        match update {
            Value::Object(members) if !members.is_empty() => {
                // A different description is no reason to keep a field, unless there is nothing else.
                let counts = |key: &str, value: &Value| key != "description" || !value.is_string();
                let all_count = members.iter().all(|(key, value)| !counts(key, value));
                let mut parts = Vec::new();
                let mut is_done = true;
                for (key, value) in members.iter().filter(|(key, value)| all_count || counts(key, value)) {
                    let inner: Vec<_> =
                        targets.iter().map(|target| target.and_then(|target| target.get(key))).collect();
                    let mut done = Self::default();
                    if done.compare(&inner, value, &at.join(key)) {
                        parts.push(at.join(key).to_string());
                    } else {
                        is_done = false;
                        parts.append(&mut done.parts);
                    }
                    self.twice |= done.twice;
                }
                self.parts.append(&mut parts);
                is_done
            }
            Value::Array(elements) if targets.iter().flatten().any(|target| target.is_array()) => {
                let mut is_done = true;
                for (index, element) in elements.iter().enumerate() {
                    let has = |target: &Option<&Value>| list(*target).contains(element);
                    self.twice |= targets.iter().any(has);
                    if targets.iter().all(has) {
                        self.parts.push(at.join(index).to_string());
                    } else {
                        is_done = false;
                    }
                }
                is_done
            }
            update => targets.iter().all(|target| *target == Some(update)),
        }
    }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// Removes from `update` what would be appended to a list that contains it.
fn prune(update: &mut Value, target: &Value) {
    match (update, target) {
        (Value::Object(update), Value::Object(target)) => {
            for (key, value) in update {
                if let Some(target) = target.get(key) {
                    prune(value, target);
                }
            }
        }
        (Value::Array(update), Value::Array(target)) => update.retain(|element| !target.contains(element)),
        _ => {}
    }
}

/// Returns a JSONPath without its last segment: the longest part of it that is a JSONPath, too.
fn parent(target: &str) -> Option<&str> {
    let parts = target.rmatch_indices(['.', '[']).map(|(at, _)| &target[..at]);
    parts.into_iter().find(|part| overlay::is_path(part))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn run(document: &Value, action: &Value) -> Audit {
        let value = json!({ "actions": [action] });
        audit(document, &Document::of_value("o", value))
    }

    #[test]
    fn removal_applies_beside_an_update() {
        let action = json!({"target": "$.a.b", "update": {"c": 1}, "remove": true});
        let audit = run(&json!({"a": {"b": {"c": 1}}}), &action);
        assert_eq!((&audit.document, audit.obsolete.len()), (&json!({"a": {}}), 0));
        let audit = run(&json!({"a": {}}), &action);
        assert_eq!((audit.obsolete.len(), audit.unmatched.len()), (1, 0));
    }

    #[test]
    fn copy_is_applied() {
        let actions = json!([
            {"target": "$.to", "copy": "$.from"},
            {"target": "$.title", "update": "new"},
            {"target": "$.gone", "copy": "$.from"},
        ]);
        let value = json!({"overlay": "1.1.0", "actions": actions});
        let overlay = Document::of_value("o", value);
        let audit = audit(&json!({"from": {"a": 1}, "to": {}, "title": "old"}), &overlay);
        assert_eq!(audit.document, json!({"from": {"a": 1}, "to": {"a": 1}, "title": "new"}));
        assert_eq!((audit.unmatched.len(), audit.obsolete.len()), (1, 0));
    }

    #[test]
    fn parent_is_the_target_without_its_last_segment() {
        for (target, expected) in [
            ("$.a.b", Some("$.a")),
            ("$.a['x.y[']", Some("$.a")),
            ("$.a[?@.b == 'c]']", Some("$.a")),
            ("$.a[?@['b'] == 1].c", Some("$.a[?@['b'] == 1]")),
            (r"$['it\'s.'].b", Some(r"$['it\'s.']")),
            ("$", None),
        ] {
            assert_eq!(parent(target), expected, "{target}");
        }
    }

    #[test]
    fn existing_update_is_obsolete() {
        let document = json!({
            "list": ["a", "b"],
            "fields": {"x": {"type": "string", "description": "Theirs."}, "y": {"type": "integer"}},
            "name": "n",
            "twins": [{"n": 1}, {"n": 1}, {"m": 1}],
        });
        // The update, whether it is obsolete as a whole, the parts that are, whether it would add something twice.
        for (target, update, whole, parts, twice) in [
            ("$", json!({"list": ["b"]}), true, vec![], true),
            ("$", json!({"list": ["b", "c"]}), false, vec!["/update/list/0"], true),
            ("$.list", json!(["a"]), true, vec![], true),
            ("$", json!({"list": ["c"]}), false, vec![], false),
            ("$.fields", json!({"x": {"type": "string"}}), true, vec![], false),
            ("$.fields", json!({"x": {"type": "string", "description": "Ours."}}), true, vec![], false),
            ("$.fields.x", json!({"description": "Ours."}), false, vec![], false),
            ("$.fields.x", json!({"description": "Theirs."}), true, vec![], false),
            ("$.fields", json!({"x": {"type": "integer"}}), false, vec![], false),
            ("$.fields", json!({"x": {"type": "string"}, "z": {"type": "string"}}), false, vec!["/update/x"], false),
            ("$", json!({"name": "n"}), true, vec![], false),
            ("$", json!({"name": "m"}), false, vec![], false),
            ("$.twins[?@.n]", json!({"n": 1}), true, vec![], false),
            ("$.twins[*]", json!({"n": 1}), false, vec![], false),
        ] {
            let audit = run(&document, &json!({"target": target, "description": "d", "update": update}));
            assert!(audit.unmatched.is_empty(), "{target} {update}");
            match audit.obsolete.as_slice() {
                [] => assert!(!whole && parts.is_empty(), "{target} {update}"),
                [action] => {
                    let expected: Vec<_> = parts.iter().map(|part| format!("#{part}")).collect();
                    assert!(whole == action.parts.is_empty(), "{target} {update}: {action:?}");
                    assert_eq!((&action.parts, action.blocks), (&expected, twice), "{target} {update}");
                }
                more => panic!("{more:?}"),
            }
        }
    }

    #[test]
    fn removal_of_a_missing_node_is_obsolete_if_its_parent_exists() {
        let document = json!({"a": {"required": ["x"]}});
        let remove = |target: &str| run(&document, &json!({"target": target, "remove": true}));
        for target in ["$.a.minimum", "$.a.required[?@ == 'sku']"] {
            let audit = remove(target);
            assert_eq!((audit.obsolete.len(), audit.unmatched.len()), (1, 0), "{target}");
            assert!(audit.obsolete[0].blocks);
        }
        for target in ["$.b.minimum", "$.b[?@ == 'sku']"] {
            let audit = remove(target);
            assert_eq!((audit.obsolete.len(), audit.unmatched.len()), (0, 1), "{target}");
        }
        assert!(remove("$.a.required").obsolete.is_empty());
    }

    #[test]
    fn existing_element_is_not_appended_again() {
        let audit = run(&json!({"l": ["a"]}), &json!({"target": "$", "update": {"l": ["a", "b"], "m": 1}}));
        assert_eq!(audit.document, json!({"l": ["a", "b"], "m": 1}));
    }
}
