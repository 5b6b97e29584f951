//! Lowers OpenAPI 3.1, and what 3.2 has in common with it, to OpenAPI 3.0.3.
//!
//! | file | rules for |
//! |---|---|
//! | `objects.rs` | the objects of OpenAPI, one function each |
//! | `security.rs` | security schemes and requirements |
//! | `webhooks.rs` | payloads of webhooks |
//! | `reference.rs` | `$ref`; what it refers to is found by `index.rs` and named by `names.rs` |
//! | `schema.rs` | the order in which the keywords of a schema are lowered; annotations |
//! | `schema/types.rs` | `type`, `enum`, `const`, null |
//! | `schema/bounds.rs` | limits of numbers, strings, arrays and objects; invalid patterns (`pattern.rs`) |
//! | `schema/arrays.rs` | `items`, `prefixItems`, `contains`, `unevaluatedItems` |
//! | `schema/members.rs` | `properties`, `patternProperties`, `dependent*`, `unevaluatedProperties` |
//! | `schema/composition.rs` | `allOf`, `anyOf`, `oneOf`, `not`, `if` |
//! | `schema/content.rs` | `format`, `contentEncoding`, `contentMediaType` |
//! | `tables.rs` | every keyword that is dropped or relaxed, with the reason |
//!
//! The lowered schema accepts every value that the original accepts. `nullable` is read as most tools read it: null is
//! accepted, whatever the other keywords say.

mod context;
mod index;
mod names;
mod objects;
mod pattern;
mod reference;
mod schema;
mod security;
pub mod tables;
mod webhooks;

use serde_json::Value;

use crate::io::finding::{Finding, Findings, Pointer, Result};
use crate::lower::context::{Lowering, MAX_DEPTH};
use crate::lower::index::Index;
use crate::lower::names::Names;
use crate::walk::{check_version, children, schemas_mut};

/// A lowered document, and what its author should know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lowered {
    /// The OpenAPI 3.0.3 document.
    pub document: Value,
    /// Where the result accepts more than the original.
    pub relaxations: Vec<Finding>,
    /// What was not valid OpenAPI 3.1 in the original, and was repaired or left out.
    pub repairs: Vec<Finding>,
}

/// Lowers the valid OpenAPI 3.1 document called `name`, or a 3.2 document that uses nothing new. An OpenAPI 3.0 document is
/// returned as it is.
///
/// # Errors
///
/// Returns everything in the document that is not valid, or that OpenAPI 3.0.3 cannot express.
pub fn lower(name: &str, document: Value) -> Result<Value> {
    run(name, document, true).map(|lowered| lowered.document)
}

/// Lowers the document called `name`, and repairs small mistakes that published documents contain. Of an OpenAPI 3.0
/// document, only invalid patterns are removed.
///
/// # Errors
///
/// Returns everything in the document that cannot be read, or that OpenAPI 3.0.3 cannot express.
pub fn lower_lenient(name: &str, document: Value) -> Result<Lowered> {
    run(name, document, false)
}

/// Lowers the document in two passes over the same source.
///
/// Two facts about a schema are needed before the schema itself is reached: whether something refers to it, so that it
/// must become a component, and whether its lowered form accepts more than the original. A `not` or a `oneOf` around a
/// relaxed schema would reject values that the original accepts, and has to be relaxed, too; and references make this
/// depend on any other part of the document, in cycles as well.
///
/// * The **first pass** collects both facts. Afterwards, `names` holds every component that the result needs, each with
///   its final name, and `relaxed_locations` every location whose lowered form may accept more. Its output is discarded.
/// * The **second pass** starts with these facts and produces the result: each reference leads to a component that
///   exists, and no `not` or `oneOf` stands around a schema that was relaxed. Findings, relaxations and repairs are those
///   of this pass.
///
/// The second pass may relax more than the first (such a `not` is dropped), but what it relaxes is a location that the
/// first pass already counted, or one that contains it. So there is no need for a third pass.
fn run(name: &str, document: Value, strict: bool) -> Result<Lowered> {
    check_version(name, &document)?;
    if let Some(location) = too_deep(&document) {
        let problem = format!("objects and arrays are nested more than {MAX_DEPTH} levels deep");
        return Err(Findings::one(name, location, problem, "move inner schemas to `components/schemas`"));
    }
    if document["openapi"].as_str().is_some_and(|version| version.starts_with("3.0.")) {
        return without_invalid_patterns(name, document, strict);
    }
    let Some(index) = Index::new(name, &document) else {
        return Err(Findings::one(name, Pointer::root(), "the file's name cannot be part of a URI", "rename the file"));
    };
    let mut first = Lowering::new(name, &document, &index, strict, Names::new(&document));
    first.document(document.clone());
    let relaxed = first.relaxed_locations();
    let mut second = Lowering::new(name, &document, &index, strict, first.names);
    second.relaxed = relaxed;
    let lowered = second.document(document.clone());
    let Lowering { found, relaxations, repairs, .. } = second;
    found.finish(Lowered { document: lowered, relaxations, repairs })
}

/// Removes the invalid patterns of an OpenAPI 3.0 document.
fn without_invalid_patterns(name: &str, mut document: Value, strict: bool) -> Result<Lowered> {
    let mut repairs = Vec::new();
    schemas_mut(&mut document, &mut |at, schema| {
        if let Some(Err(problem)) = schema.get("pattern").map(pattern::check) {
            schema.shift_remove("pattern");
            repairs.push(Finding::new(name, at.join("pattern"), problem, pattern::REMEDY));
        }
    });
    if strict && !repairs.is_empty() {
        return Err(Findings(repairs));
    }
    Ok(Lowered { document, relaxations: Vec::new(), repairs })
}

/// Returns a location that is nested too deep for the rules, found without recursion.
fn too_deep(document: &Value) -> Option<Pointer> {
    let mut open = vec![(Pointer::root(), document, 0)];
    while let Some((at, value, depth)) = open.pop() {
        if depth > MAX_DEPTH {
            return Some(at);
        }
        let nested = children(value).filter(|(_, value)| value.is_object() || value.is_array());
        open.extend(nested.map(|(key, value)| (at.join(key), value, depth + 1)));
    }
    None
}
