//! The pipeline: read, conventions, overlay, lower, relax, fit, guard, emit, passes, render.

use std::path::Path;

use serde_json::Value;

use crate::finding::{Findings, Result};
use crate::output::Output;
use crate::overlay::Strictness;
use crate::read::Document;
use crate::{conventions, emit, fit, guard, harness, lower, overlay, passes, read, relax, render};

/// The document as Sezzle publishes it.
pub const BASE: &str = "openapi/sezzle-v2.yaml";
/// Our corrections to it.
pub const OVERLAY: &str = "openapi/overlay.yaml";
/// The generated part of the crate.
pub const CODE: &str = "sezzle-api/src/generated.rs";
/// The corrected document, for the simulator and the tests.
pub const DOCUMENT: &str = "tests/simulator/openapi.json";

/// Typed mocks of every operation.
pub const MOCK: &str = "sezzle-api/src/mock/operations.rs";
/// The tests' way to every operation and every type by name.
pub const HARNESS: &str = "tests/generated.rs";

/// Makes all generated files of the workspace at `root`, without touching any.
///
/// # Errors
///
/// What is wrong with the documents.
pub fn generate(root: &Path) -> Result<Vec<Output>> {
    make(&read::read(root, BASE)?, &read::read(root, OVERLAY)?)
}

/// Makes the generated files from documents that were read.
///
/// # Errors
///
/// What is wrong with the documents.
pub fn make(base: &Document, overlay: &Document) -> Result<Vec<Output>> {
    let sources = [base, overlay];

    conventions::check(overlay)?;
    let document = overlay::apply(base.value.clone(), overlay, Strictness::EveryTargetMatches)?;
    let lowered = lower::lower(BASE, document.clone())?;
    let relaxed = relax::relax(lowered);
    let fitted = fitted(relaxed)?;
    let mut file = emit::emit(BASE, &fitted)?;
    passes::apply(&mut file, &fitted)?;
    let mut mock = emit::emit_mock(BASE, &fitted)?;
    passes::apply_to_mock(&mut mock, &fitted)?;

    Ok(vec![
        Output { name: CODE, text: render::rust(&file, &sources)? },
        Output { name: MOCK, text: render::rust(&mock, &sources)? },
        Output { name: HARNESS, text: render::rust(&harness::harness(&file)?, &sources)? },
        Output { name: DOCUMENT, text: render::json(&document, &sources)? },
    ])
}

/// A rewrite that loses something is the author's to make, so here it is a finding like those of the guard.
fn fitted(relaxed: Value) -> Result<Value> {
    let fitted = fit::fit(BASE, relaxed);
    let mut findings = fitted.lost;
    if let Err(Findings(more)) = guard::guard(BASE, &fitted.document) {
        findings.extend(more);
    }
    if findings.is_empty() { Ok(fitted.document) } else { Err(Findings(findings)) }
}
