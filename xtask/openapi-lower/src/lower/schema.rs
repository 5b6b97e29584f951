//! Lowers JSON Schema 2020-12, as used by OpenAPI 3.1, to the Schema Object of OpenAPI 3.0.3.

mod arrays;
mod bounds;
mod composition;
pub(super) mod content;
mod draft;
mod members;
mod types;

use serde_json::{Value, json};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::lower::schema::draft::{Draft, nothing};
use crate::walk::Object;

impl Lowering<'_> {
    /// Lowers the schema at `at`, or returns a reference to it if it becomes a component.
    pub(super) fn schema(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        if self.names.hoisted.contains_key(at.as_str()) {
            self.edges.push((at.as_str().to_owned(), at.as_str().to_owned()));
            return Some(json!({ "$ref": self.schema_at(at.as_str()) }));
        }
        self.schema_itself(at, value)
    }

    /// Lowers the schema at `at` even if it becomes a component.
    pub(super) fn schema_itself(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        match value {
            // `true` accepts everything, like the empty schema; `false` accepts nothing.
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
        let mut draft = Draft::new(keywords);
        self.without_nulls(at, &mut draft);
        self.annotations(at, &mut draft);
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

    /// Repairs a schema where a type name belongs: its keywords belong one level up.
    fn misplaced_schema(&mut self, at: &Pointer, mut keywords: Object) -> Object {
        let Some(Value::Object(inner)) = keywords.get("type").cloned() else { return keywords };
        self.repair(&at.join("type"), "`type` is a schema", "move its keywords one level up");
        keywords.remove("type");
        for (keyword, value) in inner {
            keywords.entry(keyword).or_insert(value);
        }
        keywords
    }

    /// Removes keywords without a value.
    fn without_nulls(&mut self, at: &Pointer, draft: &mut Draft) {
        draft.rest.retain(|key, value| {
            let may_be_null = key.starts_with("x-") || matches!(key.as_str(), "const" | "default" | "example");
            let is_kept = may_be_null || !value.is_null();
            if !is_kept {
                self.repair(&at.join(key), format!("`{key}` is null"), "remove it");
            }
            is_kept
        });
    }

    /// Lowers the annotations: keywords that describe and do not check.
    fn annotations(&mut self, at: &Pointer, draft: &mut Draft) {
        for key in ["title", "description"] {
            let text = draft.take(key).and_then(|value| self.string(&at.join(key), value));
            draft.set_some(key, text);
        }
        for key in ["readOnly", "writeOnly", "deprecated"] {
            self.schema_flag(at, key, draft);
        }
        for key in ["default", "example"] {
            let value = draft.take(key);
            draft.set_some(key, value);
        }
        if let Some(examples) = draft.take("examples") {
            // 3.0 has a single `example`.
            if !examples.is_array() {
                self.repair(&at.join("examples"), "`examples` of a schema must be an array", "list the values");
            }
            let named = examples.as_object().and_then(|named| named.values().next());
            let first = examples.get(0).or(named.map(|example| example.get("value").unwrap_or(example))).cloned();
            if let Some(first) = first {
                draft.out.entry("example").or_insert(first);
            }
        }
        let docs = draft.take("externalDocs").and_then(|docs| self.external_docs(&at.join("externalDocs"), docs));
        draft.set_some("externalDocs", docs);
        if let Some(xml) = draft.take("xml") {
            let xml = self.object(&at.join("xml"), xml, |this, at, key, value| match key {
                "name" | "namespace" | "prefix" | "attribute" | "wrapped" => Some(value),
                _ => this.other(at, key, "an XML object"),
            });
            draft.set_some("xml", xml);
        }
        if let Some(discriminator) = draft.take("discriminator") {
            let discriminator = self.discriminator(&at.join("discriminator"), discriminator);
            draft.set_some("discriminator", discriminator);
        }
        if let Some(dialect) = draft.take("$schema") {
            self.dialect(&at.join("$schema"), &dialect);
        }
    }

    /// Lowers a keyword that is `true` or `false`.
    fn schema_flag(&mut self, at: &Pointer, key: &str, draft: &mut Draft) {
        match draft.take(key) {
            Some(value) if !value.is_boolean() => {
                self.repair(&at.join(key), "not a boolean", "write `true` or `false`");
            }
            value => draft.set_some(key, value),
        }
    }

    /// Lowers a discriminator, in which the values of `mapping` are names or references.
    fn discriminator(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        let Value::Object(mut members) = value else {
            self.repair(at, "not an object", "write `propertyName` and `mapping` here");
            return None;
        };
        members.retain(|key, _| !key.starts_with("x-"));
        let lowered = self.object(at, Value::Object(members), |this, at, key, value| match key {
            "propertyName" => this.string(at, value),
            "mapping" => this.map(at, value, |this, at, value| {
                let target = value.as_str().unwrap_or_default();
                if this.source["components"]["schemas"].get(target).is_some() {
                    return Some(this.names.of_component("schemas", target).into());
                }
                if !target.starts_with('#') {
                    // No code is generated from it, so it can be left out.
                    this.repair(
                        at,
                        format!("`{target}` is in another file; it is left out"),
                        "refer to a schema in this file",
                    );
                    return None;
                }
                this.schema_reference(at, target).map(|mut reference| reference["$ref"].take())
            }),
            _ => this.other(at, key, "a discriminator"),
        })?;
        self.with_member(at, lowered, "propertyName", "the discriminator has no `propertyName`", "add it")
    }

    /// Lowers `$ref` and `$dynamicRef`. They apply beside the other keywords, for which 3.0 needs `allOf`.
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
                "`$recursiveRef` belongs to JSON Schema 2019-09 and has no lowering rule",
                "write a `$ref` to the intended schema",
            );
        }
        draft.take("$recursiveAnchor");
    }

    /// Lowers a `$dynamicRef` like a `$ref`, unless it may resolve to several schemas at run time.
    fn dynamic_reference(&mut self, at: &Pointer, reference: &Value) -> Option<Value> {
        let Some(target) = reference.as_str() else {
            self.found.add(at, "`$dynamicRef` is not a string", "write the reference as a string");
            return None;
        };
        let location = self.target(at, target)?;
        let anchor = target.rsplit('#').next().unwrap_or_default();
        let candidates = self.index.dynamic_anchors(anchor);
        if candidates.len() > 1 && candidates.contains(&location) {
            self.found.add(
                at,
                format!("`$dynamicRef: {target}` may resolve to any of {} schemas at run time", candidates.len()),
                "write a `$ref` to the intended schema",
            );
            return None;
        }
        self.schema_reference(at, target)
    }
}
