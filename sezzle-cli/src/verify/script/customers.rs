//! A shopper who agreed to future purchases.

use serde_json::json;
use sezzle_api::operations::{
    CREATE_CUSTOMER_ORDER, DELETE_CUSTOMER, GET_CUSTOMER, GET_ORDER, LIST_CUSTOMERS, PREAPPROVE_CUSTOMER,
    REAUTHORIZE_ORDER, RELEASE_ORDER,
};

use crate::failure::Failure;
use crate::verify::call::Call;
use crate::verify::player::Player;
use crate::verify::progress::Kind;
use crate::verify::script::find;
use crate::verify::shopper::{ORDER_CENTS, UNKNOWN_ID, price};

pub(super) async fn play_errors(player: &mut Player) -> Result<(), Failure> {
    let order =
        json!({"intent": "AUTH", "reference_id": player.reference("unknown"), "order_amount": price(ORDER_CENTS)});
    player.call(Call::new(&LIST_CUSTOMERS, "invalid_token").with_invalid_token()).await?;
    player.call(Call::new(&GET_CUSTOMER, "unknown").id(UNKNOWN_ID)).await?;
    player.call(Call::new(&DELETE_CUSTOMER, "unknown").id(UNKNOWN_ID)).await?;
    player.call(Call::new(&PREAPPROVE_CUSTOMER, "unknown").id(UNKNOWN_ID).json(&price(ORDER_CENTS))).await?;
    player.call(Call::new(&CREATE_CUSTOMER_ORDER, "unknown").id(UNKNOWN_ID).json(&order)).await?;
    Ok(())
}

pub(super) async fn play(player: &mut Player, customer: &str) -> Result<(), Failure> {
    player.call(Call::new(&LIST_CUSTOMERS, "one")).await?;
    player.call(Call::new(&GET_CUSTOMER, "one").id(customer)).await?;
    player.call(Call::new(&PREAPPROVE_CUSTOMER, "small").id(customer).json(&price(ORDER_CENTS))).await?;
    player.call(Call::new(&PREAPPROVE_CUSTOMER, "invalid_amount").id(customer).json(&price(0))).await?;
    play_orders(player, customer).await?;
    let deleted = player.call(Call::new(&DELETE_CUSTOMER, "one").id(customer)).await?;
    if deleted.is_success() {
        player.deleted(Kind::Customer, customer)?;
    }
    player.call(Call::new(&GET_CUSTOMER, "deleted").id(customer)).await?;
    Ok(())
}

/// Charges the customer, releases the order, authorizes it again, and releases that as well.
async fn play_orders(player: &mut Player, customer: &str) -> Result<(), Failure> {
    let reference_id = player.reference("charge");
    let (charged, again) = (player.reference("charge-1"), player.reference("reauthorize-1"));
    let order = json!({"intent": "AUTH", "reference_id": reference_id, "order_amount": price(ORDER_CENTS)});
    let mut invalid = order.clone();
    invalid["order_amount"]["amount_in_cents"] = json!(0);
    player.call(Call::new(&CREATE_CUSTOMER_ORDER, "invalid_amount").id(customer).json(&invalid)).await?;
    let charge =
        |variant: &str| Call::new(&CREATE_CUSTOMER_ORDER, variant).id(customer).json(&order).request_id(&charged);
    let created = player.create_order(charge("charge")).await?;
    let Some(first) = find::order(player, &created, "/uuid", &reference_id, "customer").await else {
        return player.skip("customers/charge", "the response has no id of the order");
    };
    player.created(Kind::Order, &first)?;
    player.call(charge("same_request_id")).await?;
    player.call(Call::new(&GET_ORDER, "charge").id(&first)).await?;
    release(player, &first, "charge").await?;

    let reauthorize = Call::new(&REAUTHORIZE_ORDER, "released").id(&first).json(&price(ORDER_CENTS)).request_id(&again);
    let created = player.create_order(reauthorize).await?;
    match find::order(player, &created, "/uuid", &reference_id, "reauthorization").await.filter(|order| *order != first)
    {
        Some(second) => {
            player.created(Kind::Order, &second)?;
            player.call(Call::new(&GET_ORDER, "reauthorized").id(&second)).await?;
            release(player, &second, "reauthorized").await
        }
        None => player.skip("customers/reauthorized", "the response has no id of the order"),
    }
}

async fn release(player: &mut Player, order: &str, variant: &str) -> Result<(), Failure> {
    let request_id = player.reference(&format!("release-{variant}"));
    let call = Call::new(&RELEASE_ORDER, variant).id(order).json(&price(ORDER_CENTS)).request_id(&request_id);
    player.call(call).await?;
    Ok(())
}
