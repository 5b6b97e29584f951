//! Stage 3: OpenAPI 3.1 becomes OpenAPI 3.0.3 with the same meaning.
//!
//! | file | rules for |
//! |---|---|
//! | `lower/objects.rs` | the objects of OpenAPI, one function for each |
//! | `lower/security.rs` | security schemes and requirements |
//! | `lower/webhooks.rs` | payloads of webhooks |
//! | `lower/reference.rs` | `$ref`, `$id`, `$anchor`, names of hoisted schemas |
//! | `lower/schema.rs` | the order in which a schema's keywords are lowered; meta-data |
//! | `lower/schema/types.rs` | `type`, `enum`, `const`, null |
//! | `lower/schema/bounds.rs` | limits of numbers, texts, arrays and objects |
//! | `lower/schema/arrays.rs` | `items`, `prefixItems`, `contains`, `unevaluatedItems` |
//! | `lower/schema/members.rs` | `properties`, `patternProperties`, `dependent*`, `unevaluatedProperties` |
//! | `lower/schema/composition.rs` | `allOf`, `anyOf`, `oneOf`, `not`, `if` |
//! | `lower/schema/content.rs` | `contentEncoding`, `contentMediaType` |
//! | `lower/tables.rs` | everything that is dropped or widened, with the reason |
//!
//! The lowered schema accepts whatever the original accepts. `nullable` is read as most tools read it: null is
//! accepted, whatever stands beside it.

mod objects;
mod reference;
mod schema;
mod security;
pub mod tables;
mod webhooks;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use self::reference::{Index, Names};
use crate::finding::{Collector, Finding, Findings, Pointer, Result};

/// The version the result declares.
pub const TARGET_VERSION: &str = "3.0.3";

/// The dialects of OpenAPI 3.1, of which the default is called `base`.
const OPENAPI_DIALECTS: &str = "https://spec.openapis.org/oas/3.1/dialect/";

/// The dialect that they extend.
const JSON_SCHEMA: &str = "https://json-schema.org/draft/2020-12/schema";

/// How deep objects and arrays may lie in each other, references included. Keeps the stack small.
const DEEPEST: usize = 200;

/// A lowered document, and what its author should know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lowered {
    /// OpenAPI 3.0.3.
    pub document: Value,
    /// Where the result accepts more than the original.
    pub widened: Vec<Finding>,
    /// What is not OpenAPI 3.1 in the original, and was mended or left out.
    pub mended: Vec<Finding>,
}

/// Lowers the document called `name`, in which nothing needs mending.
///
/// # Errors
///
/// Everything in the document that is not OpenAPI 3.1 or that OpenAPI 3.0.3 cannot say.
pub fn lower(name: &str, document: Value) -> Result<Value> {
    run(name, document, true).map(|lowered| lowered.document)
}

/// Lowers the document called `name`, and mends small mistakes that published documents have.
///
/// # Errors
///
/// Everything in the document that cannot be read as OpenAPI 3.1 or that OpenAPI 3.0.3 cannot say.
pub fn lower_and_mend(name: &str, document: Value) -> Result<Lowered> {
    run(name, document, false)
}

fn run(name: &str, document: Value, strict: bool) -> Result<Lowered> {
    let version = document["openapi"].as_str().unwrap_or_default();
    if version.starts_with("3.0.") {
        return Ok(Lowered { document, widened: Vec::new(), mended: Vec::new() });
    }
    let at = Pointer::root();
    if !version.starts_with("3.1.") {
        let problem = format!("the document is not OpenAPI 3.1 but `{version}`");
        return Err(Findings::one(name, at.join("openapi"), problem, "give a 3.1 document"));
    }
    if let Some(place) = too_deep(&document) {
        let problem = format!("objects and arrays lie in each other more than {DEEPEST} levels deep");
        return Err(Findings::one(name, place, problem, "move inner schemas to `components/schemas`"));
    }
    let Some(index) = Index::new(name, &document) else {
        return Err(Findings::one(name, at, "the file's name makes no URI", "rename the file"));
    };
    // The first pass finds out what is hoisted and what is widened, which the second needs to know everywhere.
    let mut first = Lowering::new(name, &document, &index, strict, Names::new(&document));
    first.document(document.clone());
    let wider = first.wider_places();
    let mut second = Lowering::new(name, &document, &index, strict, first.names);
    second.wider = wider;
    let lowered = second.document(document.clone());
    let Lowering { found, widened, mended, .. } = second;
    found.finish(Lowered { document: lowered, widened, mended })
}

/// A place deeper than the rules go, found without recursion.
fn too_deep(document: &Value) -> Option<Pointer> {
    let mut open = vec![(Pointer::root(), document, 0)];
    while let Some((at, value, depth)) = open.pop() {
        if depth > DEEPEST {
            return Some(at);
        }
        match value {
            Value::Object(members) => {
                open.extend(
                    members
                        .iter()
                        .filter(|(_, value)| nested(value))
                        .map(|(key, value)| (at.join(key), value, depth + 1)),
                );
            }
            Value::Array(elements) => {
                open.extend(
                    elements
                        .iter()
                        .enumerate()
                        .filter(|(_, value)| nested(value))
                        .map(|(index, value)| (at.join(index), value, depth + 1)),
                );
            }
            _ => {}
        }
    }
    None
}

fn nested(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

type Object = Map<String, Value>;

struct Lowering<'a> {
    name: &'a str,
    source: &'a Value,
    index: &'a Index,
    strict: bool,
    names: Names,
    found: Collector,
    widened: Vec<Finding>,
    mended: Vec<Finding>,
    /// Places where the result accepts more than the original.
    wider_here: BTreeSet<String>,
    /// References from place to place.
    edges: Vec<(String, String)>,
    /// What the first pass learned: places that are wider, or refer to such.
    wider: BTreeSet<String>,
    /// Schemas still to hoist.
    queue: Vec<String>,
    queued: BTreeSet<String>,
    /// Places that are being put in, to see circles.
    inlining: Vec<String>,
    inlined: usize,
    depth: usize,
}

impl<'a> Lowering<'a> {
    fn new(name: &'a str, source: &'a Value, index: &'a Index, strict: bool, names: Names) -> Self {
        Self {
            name,
            source,
            index,
            strict,
            names,
            found: Collector::new(name),
            widened: Vec::new(),
            mended: Vec::new(),
            wider_here: BTreeSet::new(),
            edges: Vec::new(),
            wider: BTreeSet::new(),
            queue: Vec::new(),
            queued: BTreeSet::new(),
            inlining: Vec::new(),
            inlined: 0,
            depth: 0,
        }
    }

    /// Places that are wider than the original, and references to what holds such a place.
    fn wider_places(&self) -> BTreeSet<String> {
        let mut wider = self.wider_here.clone();
        loop {
            let before = wider.len();
            for (from, to) in &self.edges {
                if !wider.contains(from) && below(&wider, to) {
                    wider.insert(from.clone());
                }
            }
            if wider.len() == before {
                return wider;
            }
        }
    }

    /// Whether the lowered schema for `at` accepts more than the original.
    fn is_wider(&self, at: &Pointer) -> bool {
        below(&self.wider, at.as_str())
    }

    /// Notes that the schema at `at` accepts more than the original, of which nobody needs to hear.
    fn wider(&mut self, at: &Pointer) {
        self.wider_here.insert(at.as_str().to_owned());
    }

    /// Notes that `keyword` at `at` was widened; it stands in [`tables::WIDENED`].
    fn widen(&mut self, at: &Pointer, keyword: &str) {
        self.wider(at);
        let how = tables::WIDENED.iter().find(|(listed, _)| *listed == keyword).map_or("widened", |(_, how)| how);
        self.widened.push(Finding {
            source: self.name.to_owned(),
            place: at.to_string(),
            problem: format!("OpenAPI 3.0 has no `{keyword}` like this: {how}"),
            remedy: "nothing, unless clients should check it: then say it in other words in the overlay".to_owned(),
        });
    }

    /// Notes a mistake in the original. In strict runs it is a finding.
    fn mend(&mut self, at: &Pointer, problem: impl Into<String>, remedy: impl Into<String>) {
        let (problem, remedy) = (problem.into(), remedy.into());
        if self.strict {
            self.found.add(at, problem, remedy);
        } else {
            self.mended.push(Finding { source: self.name.to_owned(), place: at.to_string(), problem, remedy });
        }
    }

    /// A keyword without a rule: dropped if the table says so, a mistake otherwise.
    fn other(&mut self, at: &Pointer, key: &str, owner: &str) -> Option<Value> {
        if !tables::DROPPED.iter().any(|(object, keyword, _)| *object == owner && *keyword == key) {
            self.mend(
                at,
                format!("`{key}` is not known in {owner}, and has no lowering rule"),
                "correct its spelling, or remove it in the overlay",
            );
        }
        None
    }

    /// Runs `rule` one level deeper, if that is not too deep.
    fn descend<T>(&mut self, at: &Pointer, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth > DEEPEST {
            self.found.add(
                at,
                format!("references and schemas lie in each other more than {DEEPEST} levels deep"),
                "move inner schemas to `components/schemas`",
            );
            return None;
        }
        self.depth += 1;
        let result = rule(self);
        self.depth -= 1;
        result
    }

    /// Applies `rule` to each member of an object. What the rule returns stays.
    fn object(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, &str, Value) -> Option<Value>,
    ) -> Option<Value> {
        let members = self.members(at, value)?;
        self.descend(at, |this| {
            let mut lowered = Object::new();
            for (key, value) in members {
                let at = at.join(&key);
                let kept = if key.starts_with("x-") {
                    Some(value)
                } else if value.is_null() && !matches!(key.as_str(), "example" | "default" | "value") {
                    this.mend(&at, format!("`{key}` is null"), "leave it out");
                    None
                } else {
                    rule(this, &at, &key, value)
                };
                if let Some(value) = kept {
                    lowered.insert(key, value);
                }
            }
            Some(Value::Object(lowered))
        })
    }

    /// Applies `rule` to each value of a map from names of the author's choice.
    fn map(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let members = self.members(at, value)?;
        self.descend(at, |this| {
            let lowered = members
                .into_iter()
                .filter_map(|(key, value)| {
                    let value = rule(this, &at.join(&key), value)?;
                    Some((key, value))
                })
                .collect();
            Some(Value::Object(lowered))
        })
    }

    fn members(&mut self, at: &Pointer, value: Value) -> Option<Object> {
        match value {
            Value::Object(members) => Some(members),
            _ => {
                self.found.add(at, "this is not an object", "write an object here");
                None
            }
        }
    }

    fn list(
        &mut self,
        at: &Pointer,
        value: Value,
        mut rule: impl FnMut(&mut Self, &Pointer, Value) -> Option<Value>,
    ) -> Option<Value> {
        let Value::Array(elements) = value else {
            self.found.add(at, "this is not an array", "write an array here");
            return None;
        };
        let lowered =
            elements.into_iter().enumerate().filter_map(|(index, value)| rule(self, &at.join(index), value)).collect();
        Some(Value::Array(lowered))
    }

    /// A field that must be a text. A number is one that lost its quotes.
    fn text(&mut self, at: &Pointer, value: Value) -> Option<Value> {
        match value {
            Value::String(_) => Some(value),
            Value::Number(_) | Value::Bool(_) => {
                self.mend(at, "this is not a text", "put it in quotes");
                Some(value.to_string().into())
            }
            _ => {
                self.found.add(at, "this is not a text", "write a text here");
                None
            }
        }
    }
}

/// Whether one of `places` is `at` or lies in it.
fn below(places: &BTreeSet<String>, at: &str) -> bool {
    let inside = format!("{at}/");
    places.contains(at) || places.range(inside.clone()..).next().is_some_and(|place| place.starts_with(&inside))
}
