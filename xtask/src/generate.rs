//! The pipeline: read, conventions, overlay, lower, relax, fit, guard, emit, passes, render.

use std::path::Path;

use serde_json::Value;

use crate::codegen::test_dispatch::test_dispatch;
use crate::codegen::{conventions, emit, passes, render};
use crate::finding::{Findings, Result};
use crate::output::Output;
use crate::overlay::Strictness;
use crate::read::Document;
use crate::{fit, guard, lower, overlay, read, relax};

/// The document as Sezzle publishes it.
pub const BASE: &str = "openapi/sezzle-v2.yaml";
/// Our corrections to it.
pub const OVERLAY: &str = "openapi/overlay.yaml";
/// The generated types of the crate.
pub const TYPES: &str = "sezzle-api/src/generated/types.rs";
/// The generated methods of the client.
pub const CLIENT: &str = "sezzle-api/src/generated/client.rs";
/// The generated modules of the crate.
pub const MODULES: [&str; 9] = [
    "sezzle-api/src/generated/mod.rs",
    TYPES,
    "sezzle-api/src/generated/type_builders.rs",
    "sezzle-api/src/generated/response_builders.rs",
    CLIENT,
    "sezzle-api/src/generated/builder.rs",
    "sezzle-api/src/generated/operations.rs",
    "sezzle-api/src/generated/events.rs",
    "sezzle-api/src/generated/field_names.rs",
];
/// The corrected document, for the simulator and the tests.
pub const DOCUMENT: &str = "tests/simulator/openapi.json";

/// Typed mocks of every operation.
pub const MOCK: &str = "sezzle-api/src/mock/operations.rs";
/// The tests' access to every operation and every type by name.
pub const TEST_DISPATCH: &str = "tests/generated.rs";

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
    conventions::check(BASE, overlay)?;
    let document = overlay::apply(base.value.clone(), overlay, Strictness::EveryTargetMatches)?;
    progress("lower");
    let lowered = lower::lower(BASE, document.clone())?;
    progress("fit");
    let fitted = fitted(BASE, relax::relax(lowered))?;
    progress("client");
    let code = passes::apply(emit::emit(BASE, &fitted)?, &fitted)?;
    progress("mocks");
    let mut mock = emit::emit_mock(BASE, &fitted)?;
    passes::apply_to_mock(&mut mock, &fitted)?;
    progress("render");
    let dispatch = test_dispatch(&code);
    let modules = render::sdk(code, &sources)?;
    let mut outputs: Vec<Output> = MODULES.into_iter().zip(modules).map(|(name, text)| Output { name, text }).collect();
    outputs.extend([
        Output { name: MOCK, text: render::rust(mock, &sources)? },
        Output { name: TEST_DISPATCH, text: render::rust(dispatch, &sources)? },
        Output { name: DOCUMENT, text: render::json(&document, &sources)? },
    ]);
    Ok(outputs)
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
