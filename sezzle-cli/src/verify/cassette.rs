//! Recorded runs: a folder with one file.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::failure::Failure;
use crate::private_file;
use crate::verify::document::Document;
use crate::verify::exchange::Run;

const FILE: &str = "run.json";

/// Writes a run to a folder, and replaces an earlier one.
pub(crate) fn write(folder: &Path, run: &Run) -> Result<(), Failure> {
    let write = || {
        fs::create_dir_all(folder)?;
        let file = private_file::options().write(true).create(true).truncate(true).open(folder.join(FILE));
        writeln!(file?, "{}", serde_json::to_string_pretty(run)?)
    };
    write().map_err(|error| Failure::unwritable("--record", folder, &error))
}

/// Reads the run in a folder.
pub(crate) fn read(folder: &Path) -> Result<Run, Failure> {
    let path = folder.join(FILE);
    let invalid = |problem: String| {
        Failure::usage(format!("--playback: {} is not a recorded run: {problem}: record it again", path.display()))
    };
    let text = fs::read(&path).map_err(|error| invalid(error.to_string()))?;
    let run: Run = serde_json::from_slice(&text).map_err(|error| invalid(error.to_string()))?;
    if run.exchanges.is_empty() {
        return Err(invalid("it has no exchanges".to_owned()));
    }
    if let Some(exchange) = run.exchanges.iter().find(|exchange| !(100..600).contains(&exchange.status)) {
        return Err(invalid(format!("{} is not an HTTP status", exchange.status)));
    }
    let is_unknown = |name: &&String| Document::embedded().operation(name).is_none();
    match run.exchanges.iter().map(|exchange| &exchange.operation).find(is_unknown) {
        Some(name) => Err(invalid(format!("`{name}` is not an operation"))),
        None => Ok(run),
    }
}
