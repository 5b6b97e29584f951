//! Writes an overlay that makes the document allow what was received.
//!
//! Its actions only widen the document, and each names a node of a component once, however many operations use it. What would
//! narrow the document is returned as text, for a person to decide.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::json::unescape;
use crate::verify::document::Document;
use crate::verify::judge::Judgement;
use crate::verify::judge::difference::{Difference, Fix, Kind};

/// The beginning of a proposal.
const HEAD: &str = "\
# Written by `sezzle verify --propose`: what the document has to allow to match the responses that were received.
# Apply it with `cargo xtask generate --overlay FILE`.
overlay: 1.0.0
info:
  title: What the document has to allow
  version: 1.0.0
extends: ./sezzle-v2.yaml
actions:
";

/// Writes the proposal to a file, unless there is nothing to propose. Returns what it does not contain.
///
/// # Errors
///
/// Returns an error if the file cannot be written.
pub(crate) fn write(file: &Path, judgement: &Judgement) -> std::io::Result<Vec<String>> {
    let draft = Draft::new(Document::embedded(), &judgement.differences);
    if draft.actions.is_empty() {
        // An overlay has at least one action, and a proposal of an earlier run would be taken for this one's.
        if std::fs::read_to_string(file).is_ok_and(|text| text.starts_with(HEAD)) {
            std::fs::remove_file(file)?;
        }
    } else {
        std::fs::write(file, HEAD.to_owned() + &draft.actions)?;
    }
    Ok(notes(&judgement.differences))
}

/// Returns the overlay for these differences, and the document with it.
#[cfg(test)]
pub(crate) fn apply(document: &Document, differences: &[Difference]) -> (String, Value) {
    let draft = Draft::new(document, differences);
    (HEAD.to_owned() + &draft.actions, draft.root)
}

/// The order of application, the node, and the part of it that is changed.
type Key = (usize, String, String);

/// Returns what fixes of one node have in common. Responses come last, as they copy schemas.
fn key(fix: &Fix) -> Key {
    let (order, node, part) = match fix {
        Fix::NotRequired { schema, property } => (0, schema, property.clone()),
        Fix::Property { properties, property, .. } => (1, properties, property.clone()),
        Fix::EnumValue { schema, .. } => (2, schema, String::new()),
        Fix::Type { schema, .. } => (3, schema, String::new()),
        Fix::AnyFormat { schema } => (4, schema, String::new()),
        Fix::EmptyBody { operation } => (5, operation, String::new()),
        Fix::Status { operation, status, .. } => (6, operation, status.to_string()),
        Fix::ContentType { response, media_type, .. } => (7, response, media_type.clone()),
    };
    (order, node.clone(), part)
}

/// The document as changed by the actions so far.
struct Draft {
    root: Value,
    /// YAML whose values are JSON.
    actions: String,
}

impl Draft {
    fn new(document: &Document, differences: &[Difference]) -> Self {
        let mut draft = Self { root: document.node("").clone(), actions: String::new() };
        // In the order of application, and those of the same node together.
        let mut groups: BTreeMap<Key, Vec<(&Fix, &Difference)>> = BTreeMap::new();
        for difference in differences {
            difference.fixes.iter().for_each(|fix| groups.entry(key(fix)).or_default().push((fix, difference)));
        }
        for group in groups.values() {
            let fixes: BTreeSet<&Fix> = group.iter().map(|(fix, _)| *fix).collect();
            // A response can show several of the differences, of several operations.
            let count = |of: fn(&Difference) -> &BTreeSet<usize>| {
                group.iter().flat_map(|(_, difference)| of(difference)).collect::<BTreeSet<_>>().len()
            };
            let (seen, of) = (count(|difference| &difference.seen_in), count(|difference| &difference.possible_in));
            draft.apply(&fixes.into_iter().collect::<Vec<_>>(), &format!("seen in {seen} of {of} responses"));
        }
        draft
    }

    /// Adds the actions for fixes of one node.
    fn apply(&mut self, fixes: &[&Fix], description: &str) {
        let Some(first) = fixes.first() else { return };
        match first {
            Fix::NotRequired { schema, property } => {
                self.remove(&format!("{schema}/required"), Some(property), description)
            }
            Fix::Property { properties, property, .. } => {
                let types: BTreeSet<&str> = fixes.iter().copied().filter_map(json_type).collect();
                let mut schema =
                    if properties.ends_with("/x-columns") { json!({"type": "string"}) } else { of_types(&types) };
                schema["description"] = format!("Not documented; {description}.").into();
                self.update(properties, &json!({ property: schema }), description);
            }
            Fix::EnumValue { schema, .. } => {
                let value =
                    |fix: &&Fix| if let Fix::EnumValue { value, .. } = fix { Some(value.clone()) } else { None };
                let values: Vec<String> = fixes.iter().filter_map(value).collect();
                self.update(schema, &json!({ "enum": values }), description);
            }
            Fix::Type { schema, .. } => self.add_types(schema, fixes, description),
            Fix::AnyFormat { schema } => {
                let format = self.node(schema)["format"].clone();
                self.remove(&format!("{schema}/format"), None, description);
                self.update(schema, &json!({"anyOf": [{"format": format}, {}]}), description);
            }
            Fix::EmptyBody { operation } => {
                self.update(operation, &json!({"x-optional-response-body": true}), description)
            }
            Fix::Status { operation, status, like, .. } => {
                let has_body = fixes.iter().any(|fix| matches!(fix, Fix::Status { has_body: true, .. }));
                let mut response = Map::new();
                response.insert("description".to_owned(), format!("Not documented; {description}.").into());
                let content = like.as_ref().map(|like| self.node(like)["content"].clone());
                if let Some(content) = content.filter(|content| has_body && content.is_object()) {
                    response.insert("content".to_owned(), content);
                }
                self.update(&format!("{operation}/responses"), &json!({ status.to_string(): response }), description);
            }
            Fix::ContentType { response, media_type, .. } => {
                let like = fixes.iter().find_map(|fix| match fix {
                    Fix::ContentType { like, .. } => like.as_ref(),
                    _ => None,
                });
                // Other responses have no body, as documented.
                if self.node(response)["content"].is_null()
                    && let Some((operation, status)) = response.split_once("/responses/")
                    && !operation.starts_with("/components")
                    && status.starts_with('2')
                {
                    self.update(operation, &json!({"x-optional-response-body": true}), description);
                }
                let media = like.map_or_else(|| json!({"schema": {}}), |like| self.node(like).clone());
                self.update(response, &json!({"content": { media_type: media }}), description);
            }
        }
    }

    fn node(&self, at: &str) -> &Value {
        self.root.pointer(at).unwrap_or(&Value::Null)
    }

    fn add_types(&mut self, at: &str, fixes: &[&Fix], description: &str) {
        let schema = self.node(at).clone();
        let types: BTreeSet<&str> = fixes.iter().copied().filter_map(json_type).collect();
        let alternatives: Vec<Value> = types.iter().map(|name| json!({"type": name})).collect();
        let mut update = Map::new();
        match &schema["type"] {
            // A list is appended to, a word is replaced.
            Value::Array(_) => drop(update.insert("type".to_owned(), json!(types))),
            Value::String(name) => {
                let all: Vec<&str> = std::iter::once(name.as_str()).chain(types.iter().copied()).collect();
                update.insert("type".to_owned(), json!(all));
            }
            _ => {}
        }
        if schema["anyOf"].is_array() {
            update.insert("anyOf".to_owned(), json!(alternatives));
        } else if update.is_empty() {
            // A composition or a reference becomes the first alternative.
            for keyword in ["$ref", "allOf", "oneOf"].into_iter().filter(|keyword| schema.get(*keyword).is_some()) {
                let first = json!({ keyword: schema[keyword] });
                self.remove(&format!("{at}/{keyword}"), None, description);
                let all: Vec<Value> = std::iter::once(first).chain(alternatives.clone()).collect();
                update.insert("anyOf".to_owned(), json!(all));
            }
        }
        if schema["enum"].is_array() {
            let value = |fix: &&Fix| match fix {
                Fix::Type { value: Some(value), .. } => serde_json::from_str(value).ok(),
                _ => None,
            };
            let values: Vec<Value> = fixes.iter().filter_map(value).collect();
            update.insert("enum".to_owned(), values.into());
        }
        self.update(at, &update.into(), description);
    }

    fn update(&mut self, at: &str, update: &Value, description: &str) {
        if let Some(node) = self.root.pointer_mut(at) {
            merge(node, update);
        }
        self.add_action(&json_path(at, None), &format!("update: {update}"), description);
    }

    /// Removes a node, or the element of a list with this value.
    fn remove(&mut self, at: &str, element: Option<&str>, description: &str) {
        if let (Some(element), Some(Value::Array(elements))) = (element, self.root.pointer_mut(at)) {
            elements.retain(|other| other != element);
        } else if let Some((parent, name)) = at.rsplit_once('/')
            && let Some(Value::Object(members)) = self.root.pointer_mut(parent)
        {
            members.remove(&unescape(name));
        }
        self.add_action(&json_path(at, element), "remove: true", description);
    }

    fn add_action(&mut self, target: &str, change: &str, description: &str) {
        let (target, description) = (Value::from(target), Value::from(description));
        let _ = writeln!(self.actions, "  - target: {target}\n    description: {description}\n    {change}");
    }
}

/// Merges an update as an overlay does.
fn merge(node: &mut Value, update: &Value) {
    match (node, update) {
        (Value::Object(members), Value::Object(update)) => {
            for (name, value) in update {
                merge(members.entry(name.clone()).or_insert(Value::Null), value);
            }
        }
        (Value::Array(elements), Value::Array(update)) => elements.extend(update.iter().cloned()),
        (node, update) => *node = update.clone(),
    }
}

fn json_type(fix: &Fix) -> Option<&'static str> {
    match fix {
        Fix::Type { json_type, .. } | Fix::Property { json_type, .. } => Some(json_type),
        _ => None,
    }
}

/// Returns a schema for values of some types. A new string may be personal data, so it is never printed; a value that the
/// crate has no type for is kept as JSON.
fn of_types(types: &BTreeSet<&str>) -> Value {
    let is_null = types.contains("null");
    let others: Vec<&str> = types.iter().copied().filter(|name| *name != "null").collect();
    let (name, format) = match others[..] {
        [] | ["string"] => ("string", Some("personal-data")),
        ["integer"] => ("integer", None),
        ["boolean"] => ("boolean", None),
        ["number"] | ["integer", "number"] => ("number", Some("decimal")),
        _ => return json!({"format": "raw-json"}),
    };
    let mut schema = if is_null { json!({"type": [name, "null"]}) } else { json!({ "type": name }) };
    if let Some(format) = format {
        schema["format"] = format.into();
    }
    schema
}

/// Returns what no action can express, and what would make the document narrower.
fn notes(differences: &[Difference]) -> Vec<String> {
    let mut notes = Vec::new();
    for difference in differences {
        let Difference { operation, kind, pointer, detail, seen, of, .. } = difference;
        let place = if pointer.is_empty() { operation.clone() } else { format!("{operation} {pointer}") };
        if difference.fixes.is_empty() {
            notes.push(format!("{place}: {}: {detail}: an overlay cannot express this", kind.name()));
        } else if seen == of
            && matches!(kind, Kind::TypeMismatch | Kind::UndocumentedStatus | Kind::UndocumentedContentType)
        {
            notes.push(format!(
                "{place}: all {of} responses have {detail}: what was not seen stays allowed, as removing it would narrow the document"
            ));
        }
    }
    notes
}

/// Converts a JSON pointer to a JSONPath.
fn json_path(at: &str, element: Option<&str>) -> String {
    let is_plain = |name: &str| !name.contains(|c: char| c.is_control() || matches!(c, '\'' | '\\'));
    let quote = |name: &str| if is_plain(name) { format!("'{name}'") } else { Value::from(name).to_string() };
    let mut path = "$".to_owned();
    let mut parent = String::new();
    for segment in at.split('/').skip(1) {
        let is_index = Document::embedded().node(&parent).is_array();
        parent.push_str(&format!("/{segment}"));
        let name = unescape(segment);
        let is_word = !name.starts_with(|c: char| c.is_ascii_digit())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        path.push_str(&match name {
            index if is_index => format!("[{index}]"),
            word if is_word => format!(".{word}"),
            name => format!("[{}]", quote(&name)),
        });
    }
    if let Some(element) = element {
        path.push_str(&format!("[?@ == {}]", quote(element)));
    }
    path
}
