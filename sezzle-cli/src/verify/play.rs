//! Plays the script, from the authentication to the deletion of what is left.

use std::path::Path;

use crate::connection::Connection;
use crate::failure::Failure;
use crate::output;
use crate::verify::clean_up::clean_up;
use crate::verify::exchange::Run;
use crate::verify::player::{Mode, Player};
use crate::verify::progress::Progress;
use crate::verify::script;

/// Plays the script and returns the run, with its progress, which is to be deleted once the run is evaluated.
pub(crate) async fn play(connection: &Connection, folder: &Path, mode: Mode) -> Result<(Run, Progress), Failure> {
    let (progress, is_resumed) = Progress::open(folder, connection.server.url(), connection.is_simulator)?;
    let calls = script::count_calls();
    if mode != Mode::Quiet {
        announce(connection, folder, mode, calls, is_resumed);
    }
    let mut player = Player::new(connection, progress, mode, calls)?;
    if let Err(failure) = player.log_in("keys").await {
        // Nothing was created that the next run has to delete.
        if !is_resumed {
            player.progress.remove()?;
        }
        return Err(failure);
    }
    if is_resumed {
        clean_up(&mut player, true).await?;
    }
    script::play(&mut player).await?;
    clean_up(&mut player, false).await?;
    Ok(player.finish())
}

fn announce(connection: &Connection, folder: &Path, mode: Mode, calls: usize, is_resumed: bool) {
    let (url, folder) = (connection.server.url(), folder.display());
    output::warn(&match is_resumed {
        true => format!("Continues the run in {folder}, and first deletes what it left."),
        false => format!("Makes up to {calls} calls to {url}, with amounts of 1.00 USD."),
    });
    if connection.is_simulator {
        output::warn("The clock of this simulator moves forward by two days.");
    } else if mode == Mode::WithPerson {
        output::warn("One checkout has to be approved by a person; leave it out with --no-shopper.");
    }
}
