//! Webhook subscriptions and deliveries.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use sezzle_simulator::{DeliveryAttempt, DeliveryOrder, DeliveryOutcome, RedeliverError, Simulator};

use crate::support::calls::NOON;
use crate::support::client::{Response, send};
use crate::support::receiver::Receiver;
use crate::{Shop, assert_error, only_error, order, order_request, text};

fn noon() -> DateTime<Utc> {
    NOON.parse().expect("a time")
}

impl Shop {
    async fn webhooks(&self, method: &str, path: &str, body: &Value) -> Response {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        send(method, &format!("{}/v2/webhooks{path}", self.url()), &[&self.bearer()], &body).await
    }

    async fn subscribe(&self, url: &str, events: &[&str]) -> String {
        let response = self.webhooks("POST", "", &json!({"url": url, "events": events})).await;
        assert_eq!(response.status, 200, "{}", response.body);
        text(&response.json(), "/uuid").to_owned()
    }

    async fn subscriptions(&self) -> Vec<Value> {
        let response = self.webhooks("GET", "", &Value::Null).await;
        assert_eq!(response.status, 200, "{}", response.body);
        response.json().as_array().expect("an array").clone()
    }

    /// Takes an order through the checkout; its id.
    async fn authorize(&self) -> String {
        let session = self.created_session(&order_request(order())).await;
        self.approve(text(&session, "/uuid")).expect("is approved");
        text(&session, "/order/uuid").to_owned()
    }

    async fn capture(&self, order_uuid: &str, cents: u32) {
        let url = format!("{}/v2/order/{order_uuid}/capture", self.url());
        let body = json!({"capture_amount": {"amount_in_cents": cents, "currency": "USD"}}).to_string();
        let response = send("POST", &url, &[&self.bearer()], &body).await;
        assert_eq!(response.status, 200, "{}", response.body);
    }

    /// Waits for the webhooks, but not forever.
    async fn settle(&self) {
        tokio::time::timeout(Duration::from_secs(10), self.deliveries_settled()).await.expect("settles");
    }
}

fn outcomes(attempts: &[DeliveryAttempt]) -> Vec<(u32, DeliveryOutcome)> {
    attempts.iter().map(|attempt| (attempt.attempt, attempt.outcome.clone())).collect()
}

#[tokio::test]
async fn subscription_can_be_created_read_changed_and_deleted() {
    let shop = Shop::at_noon().await;
    let response =
        shop.webhooks("POST", "", &json!({"url": "http://127.0.0.1:1/a", "events": ["order.captured"]})).await;
    assert_eq!(response.status, 200, "{}", response.body);
    let made = response.json();
    let uuid = text(&made, "/uuid");
    let href = format!("{}/v2/webhooks/{uuid}", shop.url());
    let links = json!([
        {"href": href, "method": "GET", "rel": "self"},
        {"href": href, "method": "PATCH", "rel": "self"},
        {"href": href, "method": "DELETE", "rel": "self"},
    ]);
    assert_eq!(made, json!({"uuid": uuid, "links": links}));

    let whole = json!({"uuid": uuid, "links": links, "url": "http://127.0.0.1:1/a", "events": ["order.captured"]});
    assert_eq!(shop.get(&href).await.json(), whole);
    assert_eq!(shop.subscriptions().await, [whole]);

    let change = json!({"url": "http://127.0.0.1:1/b", "events": ["order.refunded", "customer.tokenized"]});
    let changed = shop.webhooks("PATCH", &format!("/{uuid}"), &change).await;
    assert_eq!((changed.status, changed.json()), (200, made.clone()));
    let read = shop.get(&href).await.json();
    assert_eq!((&read["url"], &read["events"]), (&change["url"], &change["events"]));

    let ended = shop.webhooks("DELETE", &format!("/{uuid}"), &Value::Null).await;
    assert_eq!((ended.status, ended.body.as_str()), (204, ""));
    assert_eq!(shop.subscriptions().await, [] as [Value; 0]);
    for method in ["GET", "DELETE"] {
        let response = shop.webhooks(method, &format!("/{uuid}"), &Value::Null).await;
        assert_error(&response, 404, "record_not_found");
    }
    assert_error(&shop.webhooks("PATCH", &format!("/{uuid}"), &change).await, 404, "record_not_found");
}

#[tokio::test]
async fn url_can_be_subscribed_once() {
    let shop = Shop::at_noon().await;
    let first = shop.subscribe("http://127.0.0.1:1/a", &["order.captured"]).await;
    let second = shop.subscribe("http://127.0.0.1:1/b", &["order.captured"]).await;
    let again = json!({"url": "http://127.0.0.1:1/a", "events": ["order.refunded"]});
    let refused = shop.webhooks("POST", "", &again).await;
    assert_error(&refused, 409, "conflict");
    assert_eq!(only_error(&refused)["location"], "url");
    assert_error(&shop.webhooks("PATCH", &format!("/{second}"), &again).await, 409, "conflict");
    // Its own URL is no duplicate.
    assert_eq!(shop.webhooks("PATCH", &format!("/{first}"), &again).await.status, 200);
    assert_eq!(shop.subscriptions().await.len(), 2);
}

#[tokio::test]
async fn invalid_subscriptions_are_rejected() {
    let shop = Shop::at_noon().await;
    for (body, location) in [
        (json!({"url": "shop.example/hook", "events": ["order.captured"]}), "url"),
        (json!({"url": "http://ada:secret@127.0.0.1/", "events": ["order.captured"]}), "url"),
        (json!({"url": "http://127.0.0.1/", "events": []}), "events"),
        (json!({"url": "http://127.0.0.1/", "events": ["order.released"]}), "events.0"),
        (json!({"url": "http://127.0.0.1/"}), "events"),
        (json!({"events": ["order.captured"]}), "url"),
    ] {
        let response = shop.webhooks("POST", "", &body).await;
        assert_error(&response, 422, "invalid");
        assert_eq!(only_error(&response)["location"], location, "{body}");
        assert!(!response.body.contains("secret"), "{}", response.body);
    }
}

#[tokio::test]
async fn events_are_delivered_with_a_signature() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    let uuid = shop.subscribe(&receiver.url("/hook?shop=1"), &["order.authorized", "order.captured"]).await;
    let order_uuid = shop.authorize().await;
    shop.capture(&order_uuid, 1000).await;
    shop.settle().await;

    let received = receiver.received();
    let [authorized, captured] = received.as_slice() else { panic!("{} came", received.len()) };
    assert!(authorized.head.starts_with("POST /hook?shop=1 HTTP/1.1\r\n"), "{}", authorized.head);
    assert_eq!(authorized.header("content-type"), "application/json");
    assert_eq!(authorized.header("host"), receiver.url("").trim_start_matches("http://"));
    for event in &received {
        assert!(event.is_signed_with(&shop.private_key()), "{}", event.head);
        assert!(!event.is_signed_with("sz_pr_other"));
    }
    let event = captured.json();
    assert_eq!((text(&event, "/event"), text(&event, "/data_type")), ("order.captured", "order"));
    assert_eq!(text(&event, "/data/uuid"), order_uuid);
    assert_eq!(event["data"]["capture"]["amount"], json!({"amount_in_cents": 1000, "currency": "USD"}));
    assert_eq!(text(&event, "/created_at"), "2026-03-01T12:00:00.000000Z");

    let deliveries = shop.deliveries();
    let [_, last] = deliveries.as_slice() else { panic!("{deliveries:?}") };
    assert_eq!(last.event_uuid, text(&event, "/uuid"));
    assert_eq!((last.event.as_str(), last.subscription_uuid.as_deref()), ("order.captured", Some(uuid.as_str())));
    assert_eq!((last.url.as_str(), last.attempt), (receiver.url("/hook?shop=1").as_str(), 1));
    assert_eq!((last.due_at, last.ended_at), (noon(), noon()));
    assert_eq!((&last.outcome, last.next_attempt_at), (&DeliveryOutcome::Delivered, None));
}

#[tokio::test]
async fn events_are_delivered_to_all_their_subscriptions() {
    let (shop, one, other) = (Shop::at_noon().await, Receiver::start().await, Receiver::start().await);
    let order_uuid = shop.authorize().await;
    shop.subscribe(&one.url("/"), &["order.captured"]).await;
    let ended = shop.subscribe(&other.url("/"), &["order.captured", "order.authorized"]).await;
    shop.capture(&order_uuid, 1000).await;
    shop.settle().await;
    assert_eq!((one.events(), other.events()), (vec!["order.captured".to_owned()], vec!["order.captured".to_owned()]));
    assert_eq!(one.received()[0].json()["uuid"], other.received()[0].json()["uuid"]);

    shop.webhooks("DELETE", &format!("/{ended}"), &Value::Null).await;
    shop.capture(&order_uuid, 1000).await;
    shop.settle().await;
    assert_eq!((one.events().len(), other.events().len()), (2, 1));
}

#[tokio::test]
async fn failed_delivery_is_retried_in_virtual_time() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), &["order.authorized"]).await;
    // None of these counts; the redirect is not followed.
    receiver.answer(["201 Created", "204 No Content", "302 Found\r\nlocation: /elsewhere", "500 Oops", "close"]);
    shop.authorize().await;
    shop.settle().await;
    assert_eq!(receiver.received().len(), 1);

    for (minutes, attempts) in [(4, 1), (1, 2), (9, 2), (1, 3), (15, 4), (30, 5), (179, 5), (1, 6), (8 * 60, 6)] {
        shop.advance(Duration::from_secs(minutes * 60));
        shop.settle().await;
        assert_eq!(receiver.received().len(), attempts, "after {minutes} minutes more");
    }
    let deliveries = shop.deliveries();
    let statuses = [201, 204, 302, 500].map(|status| DeliveryOutcome::Refused { status });
    for (at, status) in statuses.into_iter().enumerate() {
        assert_eq!(deliveries[at].outcome, status);
    }
    assert!(matches!(&deliveries[4].outcome, DeliveryOutcome::Failed(reason) if reason.starts_with("no response: ")));
    assert_eq!(deliveries[5].outcome, DeliveryOutcome::Delivered);
    let next: Vec<_> = deliveries.iter().map(|attempt| attempt.next_attempt_at.map(|at| at - noon())).collect();
    let minutes = [5, 15, 30, 60, 240].map(|minutes| Some(TimeDelta::minutes(minutes)));
    assert_eq!(next, [minutes.as_slice(), &[None]].concat());
    // The same event each time, byte for byte.
    let bodies: HashSet<String> = receiver.received().into_iter().map(|received| received.body).collect();
    assert_eq!(bodies.len(), 1);
    assert!(receiver.received().iter().all(|received| received.head.starts_with("POST / ")));
}

#[tokio::test]
async fn last_failure_deletes_the_subscription() {
    let (mut shop, receiver, other) = (Shop::at_noon().await, Receiver::start().await, Receiver::start().await);
    let uuid = shop.subscribe(&receiver.url("/"), &["order.authorized", "order.captured"]).await;
    let kept = shop.subscribe(&other.url("/"), &["order.authorized", "order.captured"]).await;
    receiver.answer(["500 Oops"; 100]);
    shop.authorize().await;
    shop.settle().await;
    // A later event is under way, too, when the first one fails for the last time.
    shop.advance(Duration::from_secs(24 * 3600));
    shop.settle().await;
    shop.authenticate_again().await;
    shop.authorize().await;
    shop.settle().await;
    shop.advance(Duration::from_secs(4 * 24 * 3600 - 1));
    shop.settle().await;
    shop.authenticate_again().await;
    assert_eq!(shop.subscriptions().await.len(), 2);

    shop.advance(Duration::from_secs(1));
    shop.settle().await;
    let left = shop.subscriptions().await;
    assert_eq!(left.iter().map(|subscription| text(subscription, "/uuid")).collect::<Vec<_>>(), [kept]);
    let attempts: Vec<_> =
        shop.deliveries().into_iter().filter(|attempt| attempt.subscription_uuid.as_ref() == Some(&uuid)).collect();
    let first = &attempts[0].event_uuid;
    let of_first: Vec<_> = attempts.iter().filter(|attempt| attempt.event_uuid == *first).cloned().collect();
    assert_eq!(of_first.len(), 10);
    let last = attempts.last().expect("an attempt");
    assert!(last.subscription_deleted && last.next_attempt_at.is_none() && last.event_uuid == *first, "{last:?}");
    assert_eq!(attempts.iter().filter(|attempt| attempt.subscription_deleted).count(), 1);

    let came = receiver.received().len();
    shop.advance(Duration::from_secs(10 * 24 * 3600));
    shop.authenticate_again().await;
    shop.authorize().await;
    shop.settle().await;
    assert_eq!(receiver.received().len(), came, "no more events");
    assert_eq!(other.events().len(), 3);
}

#[tokio::test]
async fn long_clock_step_runs_all_retries() {
    let (mut shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), &["order.authorized"]).await;
    receiver.answer(["500 Oops"; 100]);
    shop.authorize().await;
    shop.settle().await;
    shop.advance(Duration::from_secs(5 * 24 * 3600));
    shop.settle().await;
    assert_eq!(receiver.received().len(), 10);
    shop.authenticate_again().await;
    assert_eq!(shop.subscriptions().await, [] as [Value; 0]);
}

#[tokio::test]
async fn recovered_receiver_gets_missed_events() {
    let shop = Shop::at_noon().await;
    let url = {
        let gone = Receiver::start().await;
        gone.url("/")
    };
    // The port is free again: connections are refused.
    let uuid = shop.subscribe(&url, &["order.authorized"]).await;
    shop.authorize().await;
    shop.settle().await;
    let deliveries = shop.deliveries();
    let DeliveryOutcome::Failed(reason) = &deliveries[0].outcome else { panic!("{deliveries:?}") };
    assert!(reason.starts_with("no connection: "), "{reason}");

    // The new address counts for what is under way.
    let receiver = Receiver::start().await;
    let change = json!({"url": receiver.url("/new"), "events": ["order.authorized"]});
    assert_eq!(shop.webhooks("PATCH", &format!("/{uuid}"), &change).await.status, 200);
    shop.advance(Duration::from_secs(5 * 60));
    shop.settle().await;
    assert_eq!(receiver.events(), ["order.authorized"]);
    assert_eq!(shop.deliveries()[1].attempt, 2);
}

#[tokio::test]
async fn retries_are_signed_with_the_key_of_their_time() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), &["order.authorized"]).await;
    receiver.answer(["500 Oops"]);
    let old = shop.private_key();
    shop.authorize().await;
    shop.settle().await;
    let new = shop.rotate_keys();
    assert_ne!(old, new);
    shop.advance(Duration::from_secs(5 * 60));
    shop.settle().await;
    let received = receiver.received();
    let [first, second] = received.as_slice() else { panic!("{} came", received.len()) };
    assert!(first.is_signed_with(&old) && !first.is_signed_with(&new));
    assert!(second.is_signed_with(&new) && !second.is_signed_with(&old));
    assert_eq!(first.body, second.body);
}

#[tokio::test]
async fn delivery_timeout_is_a_failure() {
    let builder = Simulator::builder().delivery_timeout(Duration::from_millis(50));
    let (shop, receiver) = (Shop::open_with(builder).await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), &["order.authorized"]).await;
    receiver.answer(["stall"]);
    shop.authorize().await;
    shop.settle().await;
    assert_eq!(outcomes(&shop.deliveries()), [(1, DeliveryOutcome::Failed("no response within 50 ms".to_owned()))]);
}

#[tokio::test]
async fn slow_receiver_does_not_delay_others() {
    let (shop, slow, quick) = (Shop::at_noon().await, Receiver::start().await, Receiver::start().await);
    shop.subscribe(&slow.url("/"), &["order.authorized"]).await;
    shop.subscribe(&quick.url("/"), &["order.authorized"]).await;
    slow.answer(["stall"]);
    // Responses do not wait for deliveries.
    shop.authorize().await;
    shop.authorize().await;
    tokio::time::timeout(Duration::from_secs(5), async {
        while quick.events().len() < 2 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
    .expect("the other receiver gets both events");
    assert_eq!(slow.events().len(), 1);
    // Stopping does not wait for deliveries.
    drop(shop);
}

#[tokio::test]
async fn events_are_delivered_twice_on_request() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), &["order.authorized"]).await;
    shop.duplicate_deliveries(true);
    shop.authorize().await;
    shop.duplicate_deliveries(false);
    shop.authorize().await;
    shop.settle().await;
    let received = receiver.received();
    let [first, again, single] = received.as_slice() else { panic!("{} came", received.len()) };
    assert_eq!(first.body, again.body);
    assert_ne!(first.body, single.body);
}

#[tokio::test]
async fn events_are_delivered_in_another_order_on_request() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), &["order.authorized", "order.captured"]).await;
    shop.hold_deliveries();
    let order_uuid = shop.authorize().await;
    shop.capture(&order_uuid, 100).await;
    shop.capture(&order_uuid, 200).await;
    shop.settle().await;
    assert_eq!(receiver.received().len(), 0);
    shop.release_deliveries(DeliveryOrder::Reversed);
    shop.settle().await;
    let amounts: Vec<Value> =
        receiver.received().iter().map(|r| r.json()["data"]["capture"]["amount"]["amount_in_cents"].clone()).collect();
    assert_eq!(amounts, [json!(200), json!(100), Value::Null]);

    // From now on as it happens.
    shop.capture(&order_uuid, 300).await;
    shop.capture(&order_uuid, 400).await;
    shop.settle().await;
    let last = receiver.received().last().map(|received| received.json()["data"]["capture"]["amount"].clone());
    assert_eq!(last, Some(json!({"amount_in_cents": 400, "currency": "USD"})));
}

#[tokio::test]
async fn shuffled_order_depends_on_the_seed_only() {
    let mut orders = Vec::new();
    for seed in [1, 1, 2] {
        let builder = Simulator::builder().seed(seed).frozen_clock(noon());
        let (shop, receiver) = (Shop::open_with(builder).await, Receiver::start().await);
        shop.subscribe(&receiver.url("/"), &["order.captured"]).await;
        shop.hold_deliveries();
        let order_uuid = shop.authorize().await;
        for cents in 1..=20 {
            shop.capture(&order_uuid, cents).await;
        }
        shop.release_deliveries(DeliveryOrder::Shuffled);
        shop.settle().await;
        let amounts =
            receiver.received().into_iter().map(|received| received.json()["data"]["capture"]["amount"].clone());
        orders.push(amounts.map(|amount| amount["amount_in_cents"].as_i64().expect("cents")).collect::<Vec<_>>());
    }
    assert_eq!(orders[0], orders[1]);
    assert_ne!(orders[0], orders[2]);
    assert!(!orders[0].is_sorted());
    orders[0].sort_unstable();
    assert_eq!(orders[0], (1..=20).collect::<Vec<i64>>());
}

#[tokio::test]
async fn event_can_be_redelivered() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    let uuid = shop.subscribe(&receiver.url("/"), &["order.authorized"]).await;
    shop.authorize().await;
    shop.settle().await;
    let event_uuid = shop.deliveries()[0].event_uuid.clone();
    shop.redeliver(&event_uuid).expect("goes out again");
    shop.settle().await;
    let received = receiver.received();
    assert_eq!((received.len(), &received[0].body), (2, &received[1].body));
    assert_eq!(shop.redeliver("unknown"), Err(RedeliverError::NoSuchEvent));
    shop.webhooks("DELETE", &format!("/{uuid}"), &Value::Null).await;
    assert_eq!(shop.redeliver(&event_uuid), Err(RedeliverError::NoSubscription));
}

#[tokio::test]
async fn test_events_go_out_once() {
    let (mut shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    let all = [
        "customer.tokenized",
        "order.authorized",
        "order.captured",
        "order.refunded",
        "dispute.merchant_input_requested",
        "dispute.deadline_approaching",
        "dispute.closed.customer_win",
        "dispute.closed.merchant_win",
        "dispute.closed.neutral",
    ];
    for event in all {
        let response = shop.webhooks("POST", "/test", &json!({"event": event, "url": receiver.url("/try")})).await;
        assert_eq!((response.status, response.body.as_str()), (201, ""));
    }
    shop.settle().await;
    assert_eq!(receiver.events(), all);
    for received in receiver.received() {
        assert!(received.is_signed_with(&shop.private_key()));
        let event = received.json();
        assert!(event["data"].as_object().is_some_and(|data| !data.is_empty()));
        let data_type = match text(&event, "/event").split_once('.') {
            Some(("customer", _)) => "tokenize",
            Some((subject, _)) => subject,
            None => "",
        };
        assert_eq!(event["data_type"], data_type);
    }

    // Without a URL it goes to all subscriptions to the event. It is not retried, and deletes no subscription.
    receiver.answer(["500 Oops"; 2]);
    shop.subscribe(&receiver.url("/hook"), &["order.refunded"]).await;
    for event in ["order.refunded", "order.captured"] {
        assert_eq!(shop.webhooks("POST", "/test", &json!({"event": event})).await.status, 201);
    }
    shop.settle().await;
    shop.advance(Duration::from_secs(6 * 24 * 3600));
    shop.settle().await;
    let last = shop.deliveries().pop().expect("an attempt");
    assert_eq!((last.outcome, last.next_attempt_at), (DeliveryOutcome::Refused { status: 500 }, None));
    assert_eq!(receiver.received().len(), all.len() + 1);
    shop.authenticate_again().await;
    assert_eq!(shop.subscriptions().await.len(), 1);
    let odd = shop.webhooks("POST", "/test", &json!({"event": "order.refunded", "url": "/hook"})).await;
    assert_error(&odd, 400, "bad_request");
}

#[tokio::test]
async fn webhooks_go_to_loopback_by_default() {
    let shop = Shop::at_noon().await;
    // An address for documentation, that never accepts connections.
    shop.subscribe("http://192.0.2.1/hook", &["order.authorized"]).await;
    shop.subscribe("https://127.0.0.1/hook", &["order.authorized"]).await;
    shop.authorize().await;
    shop.settle().await;
    let mut reasons: Vec<_> = shop.deliveries().into_iter().map(|attempt| attempt.outcome.to_string()).collect();
    reasons.sort_unstable();
    let [elsewhere, https] = reasons.as_slice() else { panic!("{reasons:?}") };
    assert!(elsewhere.starts_with("failed: 192.0.2.1 is not a loopback address"), "{elsewhere}");
    assert!(elsewhere.contains("deliver_anywhere"), "{elsewhere}");
    assert!(https.contains("over http only"), "{https}");

    let timeout = Duration::from_millis(50);
    let told = Shop::open_with(Simulator::builder().deliver_anywhere().delivery_timeout(timeout)).await;
    told.subscribe("http://192.0.2.1/hook", &["order.authorized"]).await;
    told.authorize().await;
    told.settle().await;
    let tried = told.deliveries()[0].outcome.to_string();
    assert!(!tried.contains("is not a loopback address"), "{tried}");
}

#[tokio::test]
async fn reset_forgets_subscriptions_and_deliveries() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), &["order.authorized"]).await;
    receiver.answer(["stall"]);
    shop.authorize().await;
    tokio::time::timeout(Duration::from_secs(5), async {
        while receiver.received().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
    .expect("an attempt is under way");
    shop.reset();
    shop.settle().await;
    assert_eq!(shop.deliveries(), []);
}
