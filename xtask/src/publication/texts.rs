//! Takes the structure of a newer publication, and keeps our texts.

use openapi_lower::walk::Object;
use serde_json::Value;

/// The members that are texts: always ours, never the publication's.
const TEXTS: [&str; 4] = ["summary", "description", "example", "examples"];

/// The members whose own members have free names, so that a member `description` of them is not a text.
const MAPS: [&str; 18] = [
    "$defs",
    "content",
    "definitions",
    "dependentSchemas",
    "encoding",
    "headers",
    "links",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "variables",
    "webhooks",
];

/// The members that are values, not nodes.
const VALUES: [&str; 5] = ["const", "default", "enum", "mapping", "required"];

/// What an object of a document is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It has the members of a specification.
    Node,
    /// Its members have free names.
    Map,
    /// A map of responses, whose descriptions are required.
    Responses,
}

impl Place {
    fn below(self, key: &str, value: &Value) -> Self {
        match self {
            Self::Node if key == "responses" && value.is_object() => Self::Responses,
            Self::Node if MAPS.contains(&key) && value.is_object() => Self::Map,
            _ => Self::Node,
        }
    }

    fn is_text(self, key: &str) -> bool {
        self == Self::Node && TEXTS.contains(&key)
    }

    fn is_value(self, key: &str) -> bool {
        self == Self::Node && (VALUES.contains(&key) || key.starts_with("x-"))
    }
}

/// Returns the structure of `theirs` with the texts of `ours`. A node that is new has no texts, and an empty description if
/// it requires one.
pub(crate) fn keep_texts(ours: &Value, theirs: &Value) -> Value {
    node(Some(ours), theirs, Place::Node)
}

fn node(ours: Option<&Value>, theirs: &Value, place: Place) -> Value {
    match theirs {
        Value::Object(theirs) => object(ours.and_then(Value::as_object), theirs, place).into(),
        Value::Array(theirs) => {
            let ours = ours.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let counterpart = |index: usize, theirs: &Value| match identity(theirs) {
                Some(name) => ours.iter().find(|ours| identity(ours).as_ref() == Some(&name)),
                None => ours.get(index).filter(|ours| identity(ours).is_none()),
            };
            theirs
                .iter()
                .enumerate()
                .map(|(index, theirs)| node(counterpart(index, theirs), theirs, Place::Node))
                .collect()
        }
        scalar => scalar.clone(),
    }
}

fn object(ours: Option<&Object>, theirs: &Object, place: Place) -> Object {
    let mut kept = Object::new();
    for (key, value) in theirs.iter().filter(|(key, _)| !place.is_text(key)) {
        if place.is_value(key) {
            kept.insert(key.clone(), value.clone());
            continue;
        }
        let counterpart = match (ours, place) {
            (Some(ours), Place::Node) => ours.get(key),
            (Some(ours), _) => ours.get(key).or_else(|| renamed(ours, theirs, value)),
            (None, _) => None,
        };
        let mut value = node(counterpart, value, place.below(key, value));
        if place == Place::Responses
            && let Some(response) = value.as_object_mut().filter(|response| !response.contains_key("$ref"))
        {
            response.entry("description").or_insert_with(|| "".into());
        }
        kept.insert(key.clone(), value);
    }
    let texts = ours.into_iter().flatten().filter(|(key, _)| place.is_text(key));
    kept.extend(texts.map(|(key, text)| (key.clone(), text.clone())));
    kept
}

/// Returns what an element of a list is known by: its reference, or its name.
fn identity(element: &Value) -> Option<[Option<&str>; 4]> {
    let keys = ["$ref", "name", "in", "url"].map(|key| element[key].as_str());
    keys.iter().any(Option::is_some).then_some(keys)
}

/// Returns the only member of `ours` that is gone and has the structure of the new member `value`: it was renamed.
fn renamed<'a>(ours: &'a Object, theirs: &Object, value: &Value) -> Option<&'a Value> {
    let structure = |value: &Value| node(None, value, Place::Node);
    let wanted = structure(value);
    let is_new = |key: &String| !ours.contains_key(key);
    if theirs.iter().filter(|(key, other)| is_new(key) && structure(other) == wanted).count() > 1 {
        return None;
    }
    let mut gone = ours.iter().filter(|(key, other)| !theirs.contains_key(*key) && structure(other) == wanted);
    let first = gone.next();
    first.filter(|_| gone.next().is_none()).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_stay_and_structure_is_taken() {
        let ours = json!({
            "info": {"description": "Ours.", "version": "1"},
            "paths": {"/a": {"get": {
                "summary": "Ours.",
                "parameters": [{"name": "a", "in": "query", "description": "Ours."}, {"$ref": "#/b"}],
                "responses": {"200": {"description": "Ours.", "content": {"application/json": {"example": {"summary": 1}}}}},
            }}},
            "components": {"schemas": {"A": {"properties": {"description": {"type": "string", "description": "Ours."}}}}},
        });
        let mut theirs = json!({
            "info": {"version": "2", "summary": "Theirs."},
            "paths": {"/a": {"get": {
                "description": "Theirs.",
                "parameters": [{"$ref": "#/b"}, {"name": "a", "in": "query", "description": "Theirs.", "required": true}],
                "responses": {
                    "404": {"description": "Theirs."},
                    "200": {"content": {"application/json": {"example": {}, "schema": {"example": 1, "default": 2}}}},
                },
            }}},
            "components": {"schemas": {"A": {"properties": {
                "description": {"type": "integer", "description": "Theirs."},
                "example": {"type": "string", "example": "Theirs."},
            }}}},
        });
        let kept = keep_texts(&ours, &theirs);
        let expected = json!({
            "info": {"version": "2", "description": "Ours."},
            "paths": {"/a": {"get": {
                "parameters": [{"$ref": "#/b"}, {"name": "a", "in": "query", "required": true, "description": "Ours."}],
                "responses": {
                    "404": {"description": ""},
                    "200": {
                        "content": {"application/json": {"schema": {"default": 2}, "example": {"summary": 1}}},
                        "description": "Ours.",
                    },
                },
                "summary": "Ours.",
            }}},
            "components": {"schemas": {"A": {"properties": {
                "description": {"type": "integer", "description": "Ours."},
                "example": {"type": "string"},
            }}}},
        });
        assert_eq!(kept, expected);
        assert_eq!(keep_texts(&kept, &theirs), kept);
        theirs["components"] = json!({});
        assert_eq!(keep_texts(&ours, &theirs)["components"], json!({}));
    }

    #[test]
    fn renamed_node_keeps_its_texts() {
        let field = |text: &str| json!({"type": "string", "description": text});
        let ours = json!({"properties": {"a": field("A."), "b": field("B."), "n": {"type": "integer"}}});
        let kept = keep_texts(&ours, &json!({"properties": {"b": field("x"), "c": field("x")}}));
        assert_eq!(kept, json!({"properties": {"b": field("B."), "c": field("A.")}}));
        // Either of two may have been renamed.
        let kept = keep_texts(&ours, &json!({"properties": {"c": field("x")}}));
        assert_eq!(kept, json!({"properties": {"c": {"type": "string"}}}));
    }

    fn document() -> impl Strategy<Value = Value> {
        let key = prop::sample::select(vec![
            "description",
            "summary",
            "example",
            "properties",
            "responses",
            "parameters",
            "schema",
            "x-a",
            "enum",
            "name",
            "a",
        ]);
        let leaf = prop_oneof![Just(json!("x")), Just(json!(1)), Just(Value::Null)];
        leaf.prop_recursive(5, 40, 4, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
                prop::collection::btree_map(key.clone(), inner, 0..5)
                    .prop_map(|members| members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()),
            ]
        })
    }

    /// Replaces every text.
    fn reword(value: &Value, place: Place) -> Value {
        match value {
            Value::Object(members) => members
                .iter()
                .map(|(key, value)| match value {
                    _ if place.is_text(key) => (key.clone(), json!("other words")),
                    _ if place.is_value(key) => (key.clone(), value.clone()),
                    _ => (key.clone(), reword(value, place.below(key, value))),
                })
                .collect(),
            Value::Array(elements) => elements.iter().map(|value| reword(value, Place::Node)).collect(),
            scalar => scalar.clone(),
        }
    }

    proptest! {
        #[test]
        fn same_structure_in_other_words_changes_nothing(document in document()) {
            let responses_need_a_description = keep_texts(&document, &document);
            let kept = keep_texts(&document, &reword(&document, Place::Node));
            prop_assert_eq!(&kept, &responses_need_a_description);
            prop_assert_eq!(keep_texts(&kept, &reword(&kept, Place::Node)), kept);
        }
    }
}
