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
pub const HARNESS: &str = "tests/src/generated.rs";

/// Makes all generated files of the workspace at `root`, without touching any, and tells `progress` the stages.
///
/// # Errors
///
/// What is wrong with the documents.
pub fn generate(root: &Path, progress: &dyn Fn(&str)) -> Result<Vec<Output>> {
    progress("read");
    make(&read::read(root, BASE)?, &read::read(root, OVERLAY)?, progress)
}

/// Makes the generated files from documents that were read.
///
/// # Errors
///
/// What is wrong with the documents.
pub fn make(base: &Document, overlay: &Document, progress: &dyn Fn(&str)) -> Result<Vec<Output>> {
    let sources = [base, overlay];

    progress("overlay");
    conventions::check(overlay)?;
    let document = overlay::apply(base.value.clone(), overlay, Strictness::EveryTargetMatches)?;
    progress("lower");
    let lowered = lower::lower(BASE, document.clone())?;
    progress("fit");
    let fitted = fitted(BASE, relax::relax(lowered))?;
    progress("client");
    let mut file = emit::emit(BASE, &fitted)?;
    passes::apply(&mut file, &fitted)?;
    progress("mocks");
    let mut mock = emit::emit_mock(BASE, &fitted)?;
    passes::apply_to_mock(&mut mock, &fitted)?;
    progress("render");
    Ok(vec![
        Output { name: CODE, text: render::rust(&file, &sources)? },
        Output { name: MOCK, text: render::rust(&mock, &sources)? },
        Output { name: HARNESS, text: render::rust(&harness::harness(&file)?, &sources)? },
        Output { name: DOCUMENT, text: render::json(&document, &sources)? },
    ])
}

/// Fits a relaxed document to progenitor. What the author might decide otherwise is a finding here, like those of the
/// guard.
///
/// # Errors
///
/// What keeps progenitor from taking the document as it is meant.
pub fn fitted(name: &str, relaxed: Value) -> Result<Value> {
    let fitted = fit::fit(name, relaxed);
    let mut findings = fitted.decided;
    findings.extend(guard::guard(name, &fitted.document).err().into_iter().flat_map(|found| found.0));
    if findings.is_empty() { Ok(fitted.document) } else { Err(Findings(findings)) }
}
