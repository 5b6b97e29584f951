//! JSON Schema 2020-12, as OpenAPI 3.1 uses it, becomes the Schema Object of OpenAPI 3.0.3.

mod arrays;
mod bounds;
mod composition;
mod content;
mod members;
mod types;

use serde_json::{Value, json};

pub(super) use self::content::is_bytes;
use super::{Lowering, Object};
use crate::finding::Pointer;

/// A schema while its keywords are lowered.
struct Draft {
    /// The keywords that have not had their turn.
    rest: Object,
    /// The lowered keywords.
    out: Object,
    /// Lowered schemas that hold beside the others: they end in `allOf`.
    all: Vec<Value>,
    /// What `type` says, null included; nothing if anything goes.
    types: Option<Vec<String>>,
    /// What `enum` and `const` say.
    values: Option<Vec<Value>>,
    /// Whether null is accepted beside what the other keywords say.
    nullable: bool,
}

impl Draft {
    /// Takes a keyword whose turn it is.
    fn take(&mut self, keyword: &str) -> Option<Value> {
        self.rest.shift_remove(keyword)
    }

    fn set(&mut self, keyword: &str, value: impl Into<Value>) {
        self.out.insert(keyword.to_owned(), value.into());
    }

    /// Whether `type`, `enum` and `const` leave room for null.
    fn has_room_for_null(&self) -> bool {
        self.types.as_ref().is_none_or(|types| types.iter().any(|name| name == "null"))
            && self.values.as_ref().is_none_or(|values| values.contains(&Value::Null))
    }
}

/// A schema that accepts nothing.
fn nothing() -> Value {
    json!({"not": {}})
}

impl Lowering<'_> {
    /// The schema at `at`, or a reference to it if it is hoisted.
    pub(super) fn schema(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if self.names.hoisted.contains_key(at.as_str()) {
            self.edges.push((at.as_str().to_owned(), at.as_str().to_owned()));
            return Some(json!({ "$ref": self.schema_at(at.as_str()) }));
        }
        self.schema_itself(at, value)
    }

    pub(super) fn schema_itself(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        match value {
            // `true` accepts everything, as the empty schema does; `false` accepts nothing.
            Value::Bool(true) => Some(json!({})),
            Value::Bool(false) => Some(nothing()),
            Value::Object(keywords) => self.descend(at, |this| Some(this.keywords(at, keywords))),
            _ => {
                self.found.add(at, "a schema is an object or a boolean", "write a schema here");
                None
            }
        }
    }

    fn keywords(&mut self, at: &Pointer, keywords: Object) -> Value {
        let keywords = self.misplaced_schema(at, keywords);
        let mut draft =
            Draft { rest: keywords, out: Object::new(), all: Vec::new(), types: None, values: None, nullable: false };
        self.without_nulls(at, &mut draft);
        self.meta_data(at, &mut draft);
        self.references(at, &mut draft);
        self.types_and_values(at, &mut draft);
        self.bounds(at, &mut draft);
        self.content(at, &mut draft);
        self.arrays(at, &mut draft);
        self.object_members(at, &mut draft);
        self.composition(at, &mut draft);
        for (key, value) in std::mem::take(&mut draft.rest) {
            if key.starts_with("x-") {
                draft.out.insert(key, value);
            } else {
                self.other(&at.join(&key), &key, "a schema");
            }
        }
        self.assemble(at, draft)
    }

    /// A schema that stands where the name of a type should be is the schema itself.
    fn misplaced_schema(&mut self, at: &Pointer, mut keywords: Object) -> Object {
        let Some(Value::Object(inner)) = keywords.get("type").cloned() else { return keywords };
        self.mend(&at.join("type"), "a schema is no type", "move its keywords one level up");
        keywords.remove("type");
        for (keyword, value) in inner {
            keywords.entry(keyword).or_insert(value);
        }
        keywords
    }

    /// A keyword that YAML left empty says nothing.
    fn without_nulls(&mut self, at: &Pointer, draft: &mut Draft) {
        let empty: Vec<String> = draft
            .rest
            .iter()
            .filter(|(key, value)| {
                value.is_null() && !key.starts_with("x-") && !matches!(key.as_str(), "const" | "default" | "example")
            })
            .map(|(key, _)| key.clone())
            .collect();
        for key in empty {
            self.mend(&at.join(&key), format!("`{key}` is null"), "leave it out");
            draft.rest.shift_remove(&key);
        }
    }

    /// Keywords that describe and do not check.
    fn meta_data(&mut self, at: &Pointer, draft: &mut Draft) {
        for key in ["title", "description"] {
            if let Some(text) = draft.take(key).and_then(|value| self.text(&at.join(key), value)) {
                draft.set(key, text);
            }
        }
        for key in ["readOnly", "writeOnly", "deprecated"] {
            if let Some(flag) = draft.take(key) {
                if flag.is_boolean() {
                    draft.set(key, flag);
                } else {
                    self.mend(&at.join(key), "this is not a boolean", "write `true` or `false`");
                }
            }
        }
        for key in ["default", "example"] {
            if let Some(value) = draft.take(key) {
                draft.set(key, value);
            }
        }
        if let Some(examples) = draft.take("examples") {
            // 3.0 has room for one.
            let first = match &examples {
                Value::Array(examples) => examples.first().cloned(),
                Value::Object(named) => {
                    self.mend(&at.join("examples"), "`examples` of a schema is an array", "list the values");
                    named.values().next().map(|example| example.get("value").unwrap_or(example).clone())
                }
                _ => {
                    self.mend(&at.join("examples"), "`examples` of a schema is an array", "list the values");
                    None
                }
            };
            if let Some(first) = first {
                draft.out.entry("example").or_insert(first);
            }
        }
        if let Some(docs) =
            draft.take("externalDocs").and_then(|docs| self.external_docs(&at.join("externalDocs"), docs))
        {
            draft.set("externalDocs", docs);
        }
        if let Some(xml) = draft.take("xml") {
            let xml = self.object(&at.join("xml"), xml, |this, at, key, value| match key {
                "name" | "namespace" | "prefix" | "attribute" | "wrapped" => Some(value),
                _ => this.other(at, key, "an XML object"),
            });
            draft.out.extend(xml.map(|xml| ("xml".to_owned(), xml)));
        }
        if let Some(discriminator) = draft.take("discriminator") {
            let discriminator = self.discriminator(&at.join("discriminator"), discriminator);
            draft.out.extend(discriminator.map(|discriminator| ("discriminator".to_owned(), discriminator)));
        }
        if let Some(dialect) = draft.take("$schema") {
            self.dialect(&at.join("$schema"), &dialect);
        }
    }

    /// The values of `mapping` are names or references.
    fn discriminator(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let Value::Object(mut members) = value else {
            self.mend(at, "this is not an object", "write `propertyName` and `mapping` here");
            return None;
        };
        members.retain(|key, _| !key.starts_with("x-"));
        let lowered = self.object(at, Value::Object(members), |this, at, key, value| match key {
            "propertyName" => this.text(at, value),
            "mapping" => this.map(at, value, |this, at, value| {
                let target = value.as_str().unwrap_or_default();
                if this.source["components"]["schemas"].get(target).is_some() {
                    return Some(this.names.of_component("schemas", target).into());
                }
                if !target.starts_with('#') {
                    // No code is made from it, so what another file says does not matter.
                    this.mend(
                        at,
                        format!("`{target}` is in another file, and left out"),
                        "refer to a schema of this one",
                    );
                    return None;
                }
                this.schema_reference(at, target).map(|mut reference| reference["$ref"].take())
            }),
            _ => this.other(at, key, "a discriminator"),
        })?;
        if lowered.get("propertyName").is_none() {
            self.mend(at, "there is no `propertyName`", "add it");
            return None;
        }
        Some(lowered)
    }

    /// `$ref` and `$dynamicRef` hold beside the other keywords, which 3.0 only has in `allOf`.
    fn references(&mut self, at: &Pointer, draft: &mut Draft) {
        if let Some(reference) = draft.take("$ref") {
            let at = at.join("$ref");
            match reference.as_str() {
                Some(target) => draft.all.extend(self.schema_reference(&at, target)),
                None => self.found.add(at, "`$ref` is not a string", "write the pointer as a string"),
            }
        }
        if let Some(reference) = draft.take("$dynamicRef") {
            draft.all.extend(self.dynamic_reference(&at.join("$dynamicRef"), &reference));
        }
        if draft.take("$recursiveRef").is_some() {
            self.found.add(
                at.join("$recursiveRef"),
                "`$recursiveRef` is of JSON Schema 2019-09 and has no lowering rule",
                "write a `$ref` to the schema it means",
            );
        }
        draft.take("$recursiveAnchor");
    }

    /// Like `$ref`, unless several schemas could be meant at run time.
    fn dynamic_reference(&mut self, at: &Pointer, reference: &Value) -> Option<Value> {
        let Some(target) = reference.as_str() else {
            self.found.add(at, "`$dynamicRef` is not a string", "write the reference as a string");
            return None;
        };
        let place = self.target(at, target)?;
        let anchor = target.rsplit('#').next().unwrap_or_default();
        let meant = self.index.dynamic_anchors(anchor);
        if meant.len() > 1 && meant.contains(&place) {
            self.found.add(
                at,
                format!("`$dynamicRef: {target}` can mean any of {} schemas at run time", meant.len()),
                "write a `$ref` to the schema it means",
            );
            return None;
        }
        self.schema_reference(at, target)
    }
}
