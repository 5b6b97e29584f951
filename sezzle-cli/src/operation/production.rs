//! The question before money moves on production.

use std::io::{IsTerminal, Write, stderr, stdin};

use sezzle_api::Server;

use crate::failure::Failure;
use crate::globals::Globals;
use crate::server::is_production;

/// Asks before a request that moves money on production, unless `yes` answers the question. `request` describes it, one
/// `(name, value)` a line.
///
/// # Errors
///
/// Returns an error if the answer is not yes, or if there is no terminal to ask on and `--yes` is missing.
pub(crate) fn confirm(
    globals: &Globals,
    yes: bool,
    server: &Server,
    request: &[(&str, String)],
) -> Result<(), Failure> {
    if yes || !is_production(server) {
        return Ok(());
    }
    let width = request.iter().map(|(name, _)| name.len()).max().unwrap_or_default().max("server".len());
    let mut text = format!("Real money moves on this server.\n  {:width$}  {}\n", "server", server.url());
    for (name, value) in request {
        text.push_str(&format!("  {name:width$}  {value}\n"));
    }
    if globals.no_interaction || !stdin().is_terminal() || !stderr().is_terminal() {
        return Err(Failure::usage(format!("{text}Add --yes to confirm it.")));
    }
    let _ = write!(stderr(), "{text}Continue? [y/N] ");
    let mut answer = String::new();
    stdin().read_line(&mut answer)?;
    match answer.trim().to_ascii_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(Failure::usage("nothing was sent")),
    }
}
