//! `cargo xtask generate`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use openapi_lower::adapt::{adapt, guard};
use openapi_lower::cli::{EXIT_OK, print};
use openapi_lower::io::finding::{Finding, Findings, Result};
use openapi_lower::io::lines::{locate, located};
use openapi_lower::io::read::{Document, read};
use openapi_lower::io::style::Style;
use openapi_lower::lower::lower;
use openapi_lower::overlay::{self, Strictness};
use openapi_lower::relax::relax;
use serde_json::Value;

use crate::client_rules;
use crate::codegen::cli_commands::cli_commands;
use crate::codegen::emit::{Part, Process};
use crate::codegen::test_dispatch::test_dispatch;
use crate::codegen::{conventions, emit, passes, render, unique_names, widened};
use crate::commands::api;
use crate::output::{self, Output};
use crate::paths::{BASE, CLI_COMMANDS, DOCUMENT, MOCK, MODULES, OVERLAY, TEST_DISPATCH};
use crate::publication::{names, words};

/// The formats of strings that have a type of their own, or a meaning to a pass.
const STRING_FORMATS: &[&str] =
    &["date-time", "date", "binary", "byte", "password", "personal-data", "text-or-number", "absolute-url", "raw-json"];

/// Generate the code and the corrected document from openapi/sezzle-v2.yaml and openapi/overlay.yaml.
#[derive(clap::Args, Debug)]
pub struct Generate {
    /// Write nothing; fail if a file is not up to date.
    #[arg(long)]
    check: bool,

    /// Apply another overlay after openapi/overlay.yaml, such as a proposal of `sezzle verify`. Can be repeated.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
}

impl Generate {
    /// Runs the command in the workspace at `root`.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the documents, or which files are not up to date.
    pub fn run(&self, root: &Path) -> Result<u8> {
        let start = Instant::now();
        let outputs = generate(root, &self.overlay, &Process::child())?;
        // A proposal describes what was received, and has no examples.
        let todo = if self.overlay.is_empty() { missing_texts(root, &outputs)? } else { Vec::new() };
        if self.check {
            let mut findings =
                output::check(root, &outputs, render::COMMAND).err().map_or_else(Vec::new, |found| found.0);
            findings.extend(todo);
            if !findings.is_empty() {
                return Err(Findings(findings));
            }
            print(&format!("{} generated files are up to date\n", outputs.len()));
            return Ok(EXIT_OK);
        }
        if !todo.is_empty() {
            eprint!("{}", Findings(todo).text(Style::of(&std::io::stderr())));
        }
        let written = output::write(root, &outputs)?;
        let seconds = start.elapsed().as_secs_f64();
        if written.is_empty() {
            print(&format!("all files are up to date ({seconds:.1} s)\n"));
        } else {
            print(&format!("wrote {} ({seconds:.1} s)\n", written.join(", ")));
        }
        Ok(EXIT_OK)
    }
}

/// Returns the descriptions and examples that the base document lacks, with their lines.
///
/// # Errors
///
/// Returns a finding if the base document cannot be read.
pub fn missing_texts(root: &Path, outputs: &[Output]) -> Result<Vec<Finding>> {
    let document = outputs.iter().find(|output| output.name == DOCUMENT);
    let document = document.and_then(|output| serde_json::from_str(&output.text).ok()).unwrap_or_default();
    let mut findings = words::missing(&document);
    locate(&mut findings, &read(root, BASE)?);
    Ok(findings)
}

/// Generates all files of the workspace at `root` without writing them, with `more` overlays after its own. progenitor runs in
/// `process`.
///
/// # Errors
///
/// Returns what is wrong with the documents.
pub fn generate(root: &Path, more: &[PathBuf], process: &Process) -> Result<Vec<Output>> {
    let base = read(root, BASE)?;
    let mut overlays = vec![read(root, OVERLAY)?];
    for file in more {
        let mut overlay = read(Path::new(""), &file.to_string_lossy())?;
        // The generated files name it, and do not depend on where it is.
        overlay.name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        overlays.push(overlay);
    }
    let mut outputs = generate_from(&base, &overlays, process)
        .map_err(|findings| std::iter::once(&base).chain(&overlays).fold(findings, located))?;
    outputs.push(api::api(root, &outputs)?);
    Ok(outputs)
}

/// Generates all files from these documents, but for the list of the public API: the pipeline.
pub(crate) fn generate_from(base: &Document, overlays: &[Document], process: &Process) -> Result<Vec<Output>> {
    let sources: Vec<&Document> = std::iter::once(base).chain(overlays).collect();

    let mut document = base.value.clone();
    for overlay in overlays {
        conventions::check(BASE, overlay)?;
        document = overlay::apply(document, overlay, Strictness::RequireMatches)?;
    }
    let narrowed = widened::narrow(document.clone());
    let mut distinct = narrowed.clone();
    let surrogates = unique_names::apply(&mut distinct);
    let adapted = check_and_adapt(BASE, distinct)?;
    let mixed = widened::fields(&document);
    let code = passes::apply(emit::emit(BASE, &adapted, Part::Client, process)?, &adapted, &surrogates, &mixed)?;
    let mut mock = emit::emit(BASE, &adapted, Part::Mock, process)?;
    passes::apply_to_mock(&mut mock, &adapted)?;
    let dispatch = test_dispatch(&code);
    let commands = cli_commands(BASE, &narrowed, &code.operation_builders)?;
    let modules = render::sdk(code, &sources)?;
    let mut outputs: Vec<Output> = MODULES.into_iter().zip(modules).map(|(name, text)| Output { name, text }).collect();
    outputs.extend([
        Output { name: MOCK, text: render::rust(mock, &sources)? },
        Output { name: TEST_DISPATCH, text: render::rust(dispatch, &sources)? },
        Output { name: CLI_COMMANDS, text: render::rust(commands, &sources)? },
        Output { name: DOCUMENT, text: render::json(&document, &sources) },
    ]);
    Ok(outputs)
}

/// Lowers, relaxes and adapts a corrected document, and checks it and the result. The author has to make the decisions of the
/// adaptation explicit, so they are findings. There is one finding for each location.
pub(crate) fn check_and_adapt(name: &str, document: Value) -> Result<Value> {
    let mut findings = names::missing(name, &document);
    let adapted = match lower(name, document) {
        Ok(lowered) => adapt(name, relax(lowered, STRING_FORMATS)),
        Err(found) => {
            findings.extend(found.0);
            return Err(Findings(findings));
        }
    };
    findings.extend(adapted.decisions);
    for check in [guard::guard, client_rules::check] {
        findings.extend(check(name, &adapted.document).err().into_iter().flat_map(|found| found.0));
    }
    let mut seen = BTreeSet::new();
    findings.retain(|finding| seen.insert(finding.location.clone()));
    if findings.is_empty() { Ok(adapted.document) } else { Err(Findings(findings)) }
}
