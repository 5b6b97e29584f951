//! An order that a shopper approves: captures, releases, refunds, an upcharge.

use serde_json::{Value, json};
use sezzle_api::operations::{
    CAPTURE_ORDER, CREATE_SESSION, GET_ORDER, GET_SESSION, GET_TOKENIZATION, REAUTHORIZE_ORDER, REFUND_ORDER,
    RELEASE_ORDER, UPCHARGE_ORDER,
};

use crate::failure::Failure;
use crate::verify::call::{Call, Reply};
use crate::verify::player::Player;
use crate::verify::progress::Kind;
use crate::verify::script::{customers, find};
use crate::verify::shopper::{self, UNKNOWN_ID, price};

pub(super) async fn play(player: &mut Player) -> Result<(), Failure> {
    play_errors(player).await?;
    customers::play_errors(player).await?;
    let reference_id = player.reference("order");
    let request = shopper::session_request(&reference_id);
    let created = player.call(Call::new(&CREATE_SESSION, "order").json(&request)).await?;
    let session = find::session(player, &created, Some(&reference_id)).await;
    let order = find::order(player, &created, "/order/uuid", &reference_id, "session").await;
    let (Some(session), Some(order)) = (session, order) else {
        return player.skip("orders", "the response has no ids");
    };
    player.created(Kind::Session, &session)?;
    player.created(Kind::Order, &order)?;
    let checkout_url = created.text("/order/checkout_url");
    if !player.approve(&session, &order, checkout_url.as_deref()).await? {
        return Ok(());
    }
    player.call(Call::new(&GET_SESSION, "approved").id(&session)).await?;
    player.call(Call::new(&GET_ORDER, "approved").id(&order)).await?;
    let token = find::token(player, &created, &session).await;
    let tokenization = match token {
        Some(token) => player.call(Call::new(&GET_TOKENIZATION, "agreed").id(&token)).await?,
        None => Reply::default(),
    };
    let customer = find::customer(player, &tokenization, &session).await;
    if let Some(customer) = &customer {
        player.created(Kind::Customer, customer)?;
    }
    play_payments(player, &order, &reference_id).await?;
    player.deleted(Kind::Session, &session)?;
    match customer {
        Some(customer) => customers::play(player, &customer).await,
        None => player.skip("customers", "the shopper did not agree to future purchases"),
    }
}

async fn play_errors(player: &mut Player) -> Result<(), Failure> {
    let capture = json!({"capture_amount": price(1)});
    let upcharge = json!({"intent": "CAPTURE", "upcharge_amount": price(1)});
    let of_unknown: [(_, Value); 5] = [
        (&CAPTURE_ORDER, capture.clone()),
        (&RELEASE_ORDER, price(1)),
        (&REFUND_ORDER, price(1)),
        (&REAUTHORIZE_ORDER, price(100)),
        (&UPCHARGE_ORDER, upcharge),
    ];
    for (operation, body) in of_unknown {
        player.call(Call::new(operation, "unknown").id(UNKNOWN_ID).json(&body)).await?;
    }
    player.call(Call::new(&CAPTURE_ORDER, "invalid_token").id(UNKNOWN_ID).json(&capture).with_invalid_token()).await?;
    Ok(())
}

/// Captures 60 of 100 cents and releases 40, in parts, and refunds what was captured.
async fn play_payments(player: &mut Player, order: &str, reference_id: &str) -> Result<(), Failure> {
    let id = |name: &str| player.reference(name);
    let (first, second, released) = (id("capture-1"), id("capture-2"), id("release-1"));
    let (refunded, upcharged, rest) = (id("refund-1"), id("upcharge-1"), id("release-2"));
    let (refunded_rest, refunded_upcharge) = (id("refund-2"), id("refund-3"));
    let capture = |variant: &str, cents: i64| {
        Call::new(&CAPTURE_ORDER, variant).id(order).json(&json!({"capture_amount": price(cents)}))
    };
    let release = |variant: &str, cents: i64| Call::new(&RELEASE_ORDER, variant).id(order).json(&price(cents));
    let refund = |variant: &str, cents: i64| Call::new(&REFUND_ORDER, variant).id(order).json(&price(cents));

    player.call(Call::new(&CAPTURE_ORDER, "malformed").id(order).malformed()).await?;
    player.call(capture("too_much", 100_000)).await?;
    player.call(refund("too_much", 100_000)).await?;
    player.call(Call::new(&REAUTHORIZE_ORDER, "still_authorized").id(order).json(&price(100))).await?;
    player.call(capture("partial", 40).request_id(&first)).await?;
    player.call(capture("same_request_id", 40).request_id(&first)).await?;
    player.call(capture("same_request_id_other_body", 41).request_id(&first)).await?;
    player.call(capture("second", 20).request_id(&second)).await?;
    player.call(release("partial", 10).request_id(&released)).await?;
    player.call(refund("partial", 15).request_id(&refunded)).await?;
    player.call(Call::new(&GET_ORDER, "captured").id(order)).await?;

    let upcharge = json!({"intent": "CAPTURE", "upcharge_amount": price(10)});
    let upcharged =
        player.call(Call::new(&UPCHARGE_ORDER, "small").id(order).json(&upcharge).request_id(&upcharged)).await?;
    let upcharge = json!({"intent": "CAPTURE", "upcharge_amount": price(100)});
    player.call(Call::new(&UPCHARGE_ORDER, "too_much").id(order).json(&upcharge)).await?;
    let id = find::order(player, &upcharged, "/uuid", reference_id, "upcharge").await;
    match id.filter(|upcharge| upcharge != order) {
        Some(upcharge) => {
            player.created(Kind::Order, &upcharge)?;
            player.call(Call::new(&GET_ORDER, "upcharge").id(&upcharge)).await?;
            let refund = Call::new(&REFUND_ORDER, "upcharge").id(&upcharge).json(&price(10));
            player.call(refund.request_id(&refunded_upcharge)).await?;
        }
        None => {
            player.skip("get_order/upcharge", "the response has no id of the upcharge")?;
            player.leave("order", order, "it may have an upcharge: refund that in the merchant dashboard")?;
        }
    }
    player.call(refund("rest", 45).request_id(&refunded_rest)).await?;
    player.call(release("rest", 30).request_id(&rest)).await?;
    player.call(release("too_much", 1)).await?;
    player.call(Call::new(&GET_ORDER, "finished").id(order)).await?;
    Ok(())
}
