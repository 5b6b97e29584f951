//! The script: what is called, in which order. Harmless calls come first.
//!
//! Each scenario deletes what it creates, so an interrupted run continues after the last finished one. No response ends a
//! scenario: an id that a response does not have is looked for in its links and, on a simulator, in its state.

mod account;
mod cards;
mod customers;
mod find;
mod orders;
mod reports;
mod sessions;
mod webhooks;

use crate::failure::Failure;
use crate::verify::player::Player;

/// The scenarios with their calls when all steps are possible.
const SCENARIOS: &[(&str, usize)] =
    &[("account", 2), ("webhooks", 13), ("sessions", 24), ("cards", 9), ("orders", 48), ("reports", 13)];

/// Returns how many calls the script makes at most, with the authentication and the refund of what the card paid.
pub(super) fn count_calls() -> usize {
    2 + SCENARIOS.iter().map(|(_, calls)| calls).sum::<usize>()
}

/// Plays the scenarios that are not finished.
pub(super) async fn play(player: &mut Player) -> Result<(), Failure> {
    for (scenario, _) in SCENARIOS {
        if player.progress.is_finished(scenario) {
            continue;
        }
        match *scenario {
            "account" => account::play(player).await?,
            "webhooks" => webhooks::play(player).await?,
            "sessions" => sessions::play(player).await?,
            "cards" => cards::play(player).await?,
            "orders" => orders::play(player).await?,
            _ => reports::play(player).await?,
        }
        player.progress.finished(scenario)?;
    }
    Ok(())
}
