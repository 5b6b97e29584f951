//! Authentication.

use serde_json::json;
use sezzle_api::operations::{AUTHENTICATE, GET_SESSION};

use crate::failure::Failure;
use crate::verify::call::Call;
use crate::verify::player::Player;
use crate::verify::shopper::UNKNOWN_ID;

pub(super) async fn play(player: &mut Player) -> Result<(), Failure> {
    let keys = json!({"public_key": "sz_pub_unknown", "private_key": "sz_pr_unknown"});
    player.call(Call::new(&AUTHENTICATE, "unknown_keys").json(&keys)).await?;
    player.call(Call::new(&GET_SESSION, "invalid_token").id(UNKNOWN_ID).with_invalid_token()).await?;
    Ok(())
}
