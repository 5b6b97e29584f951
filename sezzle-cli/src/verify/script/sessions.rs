//! Sessions that no shopper finishes.

use serde_json::{Value, json};
use sezzle_api::operations::{
    CREATE_SESSION, DELETE_CHECKOUT, GET_ORDER, GET_SESSION, GET_TOKENIZATION, UPDATE_CHECKOUT, UPDATE_ORDER,
};

use crate::failure::Failure;
use crate::verify::call::Call;
use crate::verify::clean_up::rejected;
use crate::verify::player::Player;
use crate::verify::progress::Kind;
use crate::verify::script::find;
use crate::verify::shopper::{self, ORDER_CENTS, UNKNOWN_ID, price};

pub(super) async fn play(player: &mut Player) -> Result<(), Failure> {
    play_errors(player).await?;
    play_express(player).await?;
    play_total(player).await?;
    play_tokenization(player).await
}

async fn play_errors(player: &mut Player) -> Result<(), Failure> {
    let reference = json!({"reference_id": player.reference("unknown")});
    let request = shopper::session_request(&player.reference("invalid"));
    let mut invalid = request.clone();
    invalid["cancel_url"] = Value::Null;
    player.call(Call::new(&GET_SESSION, "unknown").id(UNKNOWN_ID)).await?;
    player.call(Call::new(&GET_ORDER, "unknown").id(UNKNOWN_ID)).await?;
    player.call(Call::new(&GET_ORDER, "invalid_token").id(UNKNOWN_ID).with_invalid_token()).await?;
    player.call(Call::new(&GET_TOKENIZATION, "unknown").id(UNKNOWN_ID)).await?;
    player.call(Call::new(&UPDATE_ORDER, "unknown").id(UNKNOWN_ID).json(&reference)).await?;
    player.call(Call::new(&DELETE_CHECKOUT, "unknown").id(UNKNOWN_ID)).await?;
    player.call(Call::new(&CREATE_SESSION, "malformed").malformed()).await?;
    player.call(Call::new(&CREATE_SESSION, "without_cancel_url").json(&invalid)).await?;
    player.call(Call::new(&CREATE_SESSION, "invalid_token").json(&request).with_invalid_token()).await?;
    Ok(())
}

/// An express checkout, which is changed and deleted.
async fn play_express(player: &mut Player) -> Result<(), Failure> {
    let reference_id = player.reference("express");
    let mut request = shopper::session_request(&reference_id);
    request["express_checkout_type"] = json!("multi-step");
    let created = player.call(Call::new(&CREATE_SESSION, "express").json(&request)).await?;
    let session = find::session(player, &created, Some(&reference_id)).await;
    let order = find::order(player, &created, "/order/uuid", &reference_id, "session").await;
    let (Some(session), Some(order)) = (session, order) else {
        return player.skip("sessions/express", "the response has no ids");
    };
    player.created(Kind::Session, &session)?;
    player.call(Call::new(&GET_SESSION, "express").id(&session)).await?;
    if let Some(token) = find::token(player, &created, &session).await {
        player.call(Call::new(&GET_TOKENIZATION, "undecided").id(&token)).await?;
    }
    player.call(Call::new(&GET_ORDER, "active").id(&order)).await?;
    let update = json!({
        "currency_code": "USD",
        "address_uuid": "0c1d7a0e-7c55-4f0b-8d5f-3b8f0e2c2077",
        "shipping_options": [{
            "name": "Standard",
            "description": "A sample",
            "shipping_amount_in_cents": 10,
            "tax_amount_in_cents": 5,
            "final_order_amount_in_cents": ORDER_CENTS,
        }],
    });
    player.call(Call::new(&UPDATE_CHECKOUT, "options").id(&order).json(&update)).await?;
    let mut invalid = update;
    invalid["currency_code"] = json!("XXX");
    player.call(Call::new(&UPDATE_CHECKOUT, "invalid_currency").id(&order).json(&invalid)).await?;
    let changed = json!({"reference_id": player.reference("express-2")});
    player.call(Call::new(&UPDATE_ORDER, "reference").id(&order).json(&changed)).await?;
    player.call(Call::new(&UPDATE_ORDER, "malformed").id(&order).malformed()).await?;
    let deleted = player.call(Call::new(&DELETE_CHECKOUT, "active").id(&order)).await?;
    player.call(Call::new(&DELETE_CHECKOUT, "again").id(&order)).await?;
    player.call(Call::new(&GET_ORDER, "deleted").id(&order)).await?;
    if deleted.is_success() {
        player.deleted(Kind::Session, &session)?;
        player.leave("order", &order, "orders cannot be deleted; its checkout is")?;
    }
    Ok(())
}

/// An order whose parts do not add up to its total, which may be rejected. The other orders add up.
async fn play_total(player: &mut Player) -> Result<(), Failure> {
    let reference_id = player.reference("total");
    let mut request = shopper::session_request(&reference_id);
    request["order"]["items"][0]["price"] = price(80);
    let created = player.call(Call::new(&CREATE_SESSION, "other_total").json(&request)).await?;
    if !created.is_success() {
        return Ok(());
    }
    match find::order(player, &created, "/order/uuid", &reference_id, "session").await {
        Some(order) => {
            let deleted = player.call(Call::new(&DELETE_CHECKOUT, "other_total").id(&order)).await?;
            match deleted.is_success() {
                true => player.leave("order", &order, "orders cannot be deleted; its checkout is"),
                false => player.leave("order", &order, &rejected(&deleted)),
            }
        }
        None => player.skip("delete_checkout/other_total", "the response has no id of the order"),
    }
}

/// A session that only asks for permission to charge the shopper later.
async fn play_tokenization(player: &mut Player) -> Result<(), Failure> {
    let created =
        player.call(Call::new(&CREATE_SESSION, "tokenization").json(&shopper::tokenization_request())).await?;
    let Some(session) = find::session(player, &created, None).await else {
        return player.skip("sessions/tokenization", "the response has no id");
    };
    player.call(Call::new(&GET_SESSION, "tokenization").id(&session)).await?;
    player.leave("session", &session, "sessions cannot be deleted; this one expires")
}
