//! Lowers OpenAPI 3.1 documents to 3.0.3, applies overlays, and compares and checks documents.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use openapi_lower::cli::{Check, Diff, EXIT_FINDINGS, EXIT_USAGE, Lower, Overlay, run};

/// Lower OpenAPI 3.1 documents to 3.0.3, apply overlays, and compare and check documents.
///
/// Exits with 0 on success, 1 on findings, and 2 on wrong usage. `diff` exits with 1 on changes, and 2 on findings.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(after_help = LOWER_EXAMPLES)]
    Lower(Lower),
    #[command(after_help = OVERLAY_EXAMPLES)]
    Overlay(Overlay),
    #[command(after_help = DIFF_EXAMPLES)]
    Diff(Diff),
    #[command(after_help = CHECK_EXAMPLES)]
    Check(Check),
}

const LOWER_EXAMPLES: &str = "\
Examples:
  openapi-lower lower api.yaml -o api-3.0.json
  openapi-lower lower --for progenitor api.yaml -o api-3.0.json
  curl -s https://api.example/openapi.json | openapi-lower lower - > api-3.0.json";

const OVERLAY_EXAMPLES: &str = "\
Examples:
  openapi-lower overlay api.yaml overlay.yaml -o corrected.json
  openapi-lower overlay overlay.yaml   # the overlay's `extends` names the document";

const DIFF_EXAMPLES: &str = "\
Examples:
  openapi-lower diff old.yaml new.yaml
  openapi-lower diff --format json old.yaml new.yaml | jq '.changes[] | select(.kind == \"field_removed\")'";

const CHECK_EXAMPLES: &str = "\
Examples:
  openapi-lower check --for progenitor api.yaml
  openapi-lower check --strict --format json api.yaml | jq '.findings[].location'";

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    match command {
        Command::Lower(lower) => run(EXIT_FINDINGS, move || lower.run()),
        Command::Overlay(overlay) => run(EXIT_FINDINGS, move || overlay.run()),
        Command::Diff(diff) => run(EXIT_USAGE, move || diff.run()),
        Command::Check(check) => run(EXIT_FINDINGS, move || check.run()),
    }
}
