//! Subscriptions to webhooks.

use serde_json::json;
use sezzle_api::operations::{
    CREATE_WEBHOOK, DELETE_WEBHOOK, GET_WEBHOOK, LIST_WEBHOOKS, TEST_WEBHOOK, UPDATE_WEBHOOK,
};

use crate::failure::Failure;
use crate::verify::call::Call;
use crate::verify::player::Player;
use crate::verify::progress::Kind;
use crate::verify::script::find;
use crate::verify::shopper::{UNKNOWN_ID, WEBHOOK_URL};

pub(super) async fn play(player: &mut Player) -> Result<(), Failure> {
    let url = format!("{WEBHOOK_URL}{}", player.reference("hook"));
    let events = ["order.authorized", "order.captured", "order.refunded", "customer.tokenized"];
    let subscription = json!({"url": url, "events": events});
    player.call(Call::new(&LIST_WEBHOOKS, "invalid_token").with_invalid_token()).await?;
    player.call(Call::new(&DELETE_WEBHOOK, "invalid_token").id(UNKNOWN_ID).with_invalid_token()).await?;
    player.call(Call::new(&GET_WEBHOOK, "unknown").id(UNKNOWN_ID)).await?;
    player.call(Call::new(&UPDATE_WEBHOOK, "unknown").id(UNKNOWN_ID).json(&subscription)).await?;
    player.call(Call::new(&CREATE_WEBHOOK, "malformed").malformed()).await?;
    player.call(Call::new(&TEST_WEBHOOK, "unknown_event").json(&json!({"event": "unknown", "url": url}))).await?;

    let created = player.call(Call::new(&CREATE_WEBHOOK, "new").json(&subscription)).await?;
    let Some(id) = find::webhook(player, &created, &url).await else {
        return player.skip("webhooks", "the response has no id of the subscription");
    };
    player.created(Kind::Webhook, &id)?;
    player.call(Call::new(&CREATE_WEBHOOK, "same_url").json(&subscription)).await?;
    player.call(Call::new(&LIST_WEBHOOKS, "one")).await?;
    player.call(Call::new(&GET_WEBHOOK, "one").id(&id)).await?;
    let changed = json!({"url": format!("{url}/changed"), "events": ["order.captured"]});
    player.call(Call::new(&UPDATE_WEBHOOK, "one").id(&id).json(&changed)).await?;
    let receiver = player.start_receiver().await;
    let test_url = receiver.as_ref().map_or(&url, |receiver| &receiver.url);
    player.call(Call::new(&TEST_WEBHOOK, "event").json(&json!({"event": "order.captured", "url": test_url}))).await?;
    if let Some(receiver) = receiver {
        player.receive(receiver).await?;
    }
    let deleted = player.call(Call::new(&DELETE_WEBHOOK, "one").id(&id)).await?;
    if deleted.is_success() {
        player.deleted(Kind::Webhook, &id)?;
    }
    Ok(())
}
