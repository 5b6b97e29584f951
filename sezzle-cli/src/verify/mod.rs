//! `sezzle verify`: plays a script of calls, and compares each response with the document.
//!
//! - [`script`] is what is called, [`player`] calls it, [`clean_up`] deletes what is left of it.
//! - [`redact`] removes secrets and personal data. What follows does not see them.
//! - [`progress`] stores a run while it is played, and [`cassette`] a finished one.
//! - [`judge`] compares; [`report`] and [`proposal`] write the result. What a request contained is not judged.

mod call;
pub(crate) mod cassette;
mod clean_up;
pub(crate) mod document;
pub(crate) mod exchange;
pub(crate) mod judge;
mod player;
pub(crate) mod progress;
pub(crate) mod proposal;
mod receiver;
mod redact;
pub(crate) mod report;
pub(crate) mod reserialize;
mod script;
mod shopper;
#[cfg(test)]
mod tests;

use std::path::Path;

use crate::connection::Connection;
use crate::failure::Failure;
use crate::output;
use crate::verify::exchange::Run;
use crate::verify::player::Player;
use crate::verify::progress::Progress;

/// Plays the script and returns the run, with its progress, which is to be deleted once the run is evaluated.
pub(crate) async fn play(connection: &Connection, folder: &Path, has_person: bool) -> Result<(Run, Progress), Failure> {
    let (progress, is_resumed) = Progress::open(folder, connection.server.url(), connection.is_simulator)?;
    let calls = script::count_calls();
    let folder = folder.display();
    output::warn(&match is_resumed {
        true => format!("Continues the run in {folder}, and first deletes what it left."),
        false => format!("Makes up to {calls} calls to {}, with amounts of 1.00 USD.", connection.server.url()),
    });
    let mut player = Player::new(connection, progress, has_person, calls)?;
    player.log_in("keys").await?;
    if is_resumed {
        clean_up::clean_up(&mut player, true).await?;
    }
    script::play(&mut player).await?;
    clean_up::clean_up(&mut player, false).await?;
    let progress = player.progress;
    let run = progress.run.clone();
    Ok((run, progress))
}
