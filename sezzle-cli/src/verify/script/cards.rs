//! Virtual cards.

use serde_json::{Value, json};
use sezzle_api::operations::{CREATE_CARD_SESSION, GET_CARD, UPDATE_CARD_SESSION};

use crate::failure::Failure;
use crate::verify::call::Call;
use crate::verify::player::Player;
use crate::verify::script::find;
use crate::verify::shopper::{self, UNKNOWN_ID};

pub(super) async fn play(player: &mut Player) -> Result<(), Failure> {
    let reference_id = player.reference("card");
    let number = json!({"order_id": player.reference("card-order")});
    let request = shopper::card_request(&reference_id);
    let mut invalid = request.clone();
    invalid["amount_in_cents"] = json!(0);
    player.call(Call::new(&CREATE_CARD_SESSION, "invalid_amount").json(&invalid)).await?;
    player.call(Call::new(&CREATE_CARD_SESSION, "malformed").malformed()).await?;
    player.call(Call::new(&UPDATE_CARD_SESSION, "unknown").id(UNKNOWN_ID).json(&number)).await?;
    player.call(Call::new(&GET_CARD, "unknown").id(UNKNOWN_ID)).await?;

    let created = player.call(Call::new(&CREATE_CARD_SESSION, "new").json(&request)).await?;
    let Some(session) = find::card_session(player, &created, &reference_id).await else {
        return player.skip("cards", "the response has no id of the card session");
    };
    player.leave("card_session", &session, "card sessions cannot be deleted; this one expires")?;
    player.call(Call::new(&UPDATE_CARD_SESSION, "without_card").id(&session).json(&number)).await?;
    if player.control.is_none() {
        return player.skip("get_card/one", "only the page that shows the checkout receives the token of a card");
    }
    player.control_post(&format!("/sessions/{session}/approve"), &Value::Null).await;
    match find::card_token(player, &session).await {
        Some(token) => {
            player.add_secret(&token);
            player.call(Call::new(&GET_CARD, "one").id(&token)).await?;
            player.call(Call::new(&UPDATE_CARD_SESSION, "order").id(&session).json(&number)).await?;
        }
        None => player.skip("get_card/one", "the card session has no token")?,
    }
    // The payout of this order earns interest, of which the reports consist.
    player.control_post("/interest-share", &json!({"percent": 100})).await;
    player.control_post("/clock/advance", &json!({"period": "P1D"})).await;
    player.log_in("next_day").await
}
