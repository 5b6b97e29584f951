//! Reports.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;
use sezzle_api::operations::{
    GET_INTEREST_ACTIVITY, GET_INTEREST_BALANCE, GET_ORDER_REPORT, GET_SETTLEMENT_DETAILS, LIST_SETTLEMENTS,
};

use crate::failure::Failure;
use crate::verify::call::Call;
use crate::verify::player::Player;
use crate::verify::script::find;
use crate::verify::shopper::UNKNOWN_ID;

/// The days that reports cover, of which the order report accepts at most eight.
const DAYS: TimeDelta = TimeDelta::days(6);

pub(super) async fn play(player: &mut Player) -> Result<(), Failure> {
    // On a simulator, the orders of this run are paid out on the next day.
    player.control_post("/clock/advance", &json!({"period": "P1D"})).await;
    if player.control.is_some() {
        player.log_in("day_of_payout").await?;
    }
    let last = today(player).await;
    let first = last - DAYS;
    for operation in
        [&LIST_SETTLEMENTS, &GET_SETTLEMENT_DETAILS, &GET_INTEREST_BALANCE, &GET_INTEREST_ACTIVITY, &GET_ORDER_REPORT]
    {
        let call =
            Call::new(operation, "invalid_token").id(UNKNOWN_ID).query("start-date", &first).query("end-date", &last);
        player.call(call.with_invalid_token()).await?;
    }
    let days = |call: Call| call.query("start-date", &first).query("end-date", &last);
    player.call(days(Call::new(&GET_ORDER_REPORT, "days"))).await?;
    let listed = player.call(days(Call::new(&LIST_SETTLEMENTS, "days"))).await?;
    match find::payout(player, &listed).await {
        Some(payout) => {
            player.call(Call::new(&GET_SETTLEMENT_DETAILS, "newest").id(&payout)).await?;
            let with_metadata =
                Call::new(&GET_SETTLEMENT_DETAILS, "metadata").id(&payout).query("metadata", &"channel");
            player.call(with_metadata).await?;
        }
        None => player.skip("get_settlement_details/newest", "there is no payout yet")?,
    }
    player
        .call(days(Call::new(&LIST_SETTLEMENTS, "currency")).query("currency-code", &"USD").query("offset", &0))
        .await?;
    player.call(Call::new(&GET_INTEREST_BALANCE, "usd").query("currency-code", &"USD")).await?;
    player.call(days(Call::new(&GET_INTEREST_ACTIVITY, "days"))).await?;
    Ok(())
}

/// Returns the day of the server: that of the simulator's clock, or else of this machine's.
async fn today(player: &Player) -> NaiveDate {
    let clock = player.control_get("/clock").await;
    let now = clock["now"].as_str().and_then(|now| DateTime::parse_from_rfc3339(now).ok());
    now.map_or_else(Utc::now, |now| now.to_utc()).date_naive()
}
