//! `cargo xtask diff`.

use openapi_lower::cli::{self, EXIT_FINDINGS, EXIT_OK, print};
use openapi_lower::io::finding::Result;

use crate::diff::diff;

/// Reports what changed between two OpenAPI documents, and whether it breaks programs that use the crate.
///
/// # Errors
///
/// Returns a finding if the documents cannot be compared.
pub fn run(arguments: &cli::Diff) -> Result<u8> {
    let (old, new) = arguments.read()?;
    let diff = diff(&old, &new);
    print(&arguments.format.format(&diff, |style| diff.text(style)));
    Ok(if diff.is_empty() { EXIT_OK } else { EXIT_FINDINGS })
}
