//! Webhook subscriptions and deliveries.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use sezzle_simulator::{DeliveryOrder, DeliveryOutcome, DisputeOutcome, Simulator};

use crate::support::client::Response;
use crate::support::receiver::{Received, Receiver};
use crate::support::shop::{DAY, Shop};
use crate::support::{assert_error, assert_rejected, noon, order_request, request_with, text, usd};

const MINUTE: Duration = Duration::from_secs(60);

const EVENTS: [&str; 9] = [
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

impl Shop {
    async fn webhooks(&self, method: &str, path: &str, body: &Value) -> Response {
        self.call(method, &format!("/v2/webhooks{path}"), body).await
    }

    async fn subscribe(&self, url: &str, events: &[&str]) -> String {
        let created = self.granted(200, "POST", "/v2/webhooks", &json!({"url": url, "events": events})).await;
        text(&created, "/uuid").to_owned()
    }

    async fn subscriptions(&self) -> Vec<Value> {
        self.read("/v2/webhooks").await.as_array().expect("an array").clone()
    }

    /// Creates an order that the shopper approves. Returns its id.
    async fn authorize(&self) -> String {
        self.approved(&order_request()).await
    }

    /// Captures amounts of an order, and waits for the webhooks.
    async fn capture(&self, order_uuid: &str, amounts: &[i64]) {
        for cents in amounts {
            self.act_granted("capture", order_uuid, *cents).await;
        }
        self.settle().await;
    }

    /// Creates an approved order, and waits for the webhooks.
    async fn authorize_and_settle(&self) {
        self.authorize().await;
        self.settle().await;
    }

    async fn advance_and_settle(&mut self, by: Duration) {
        self.advance(by);
        self.settle().await;
        self.authenticate_again().await;
    }

    /// Waits for the webhooks, but not forever.
    async fn settle(&self) {
        tokio::time::timeout(Duration::from_secs(10), self.deliveries_settled()).await.expect("settles");
    }
}

/// Returns a shop, and a receiver of these events.
async fn subscribed(events: &[&str]) -> (Shop, Receiver) {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.subscribe(&receiver.url("/"), events).await;
    (shop, receiver)
}

fn captured_cents(received: &[Received]) -> Vec<Option<i64>> {
    let amount = |event: Value| event["data"]["capture"]["amount"]["amount_in_cents"].as_i64();
    received.iter().map(|received| amount(received.json())).collect()
}

async fn wait_for(receiver: &Receiver, count: usize) {
    tokio::time::timeout(Duration::from_secs(5), async {
        while receiver.received().len() < count {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
    .expect("the events arrive");
}

#[tokio::test]
async fn subscription_can_be_created_read_changed_and_deleted() {
    let shop = Shop::at_noon().await;
    let request = json!({"url": "http://127.0.0.1:1/a", "events": ["order.captured"]});
    let created = shop.granted(200, "POST", "/v2/webhooks", &request).await;
    let uuid = text(&created, "/uuid");
    let path = format!("/v2/webhooks/{uuid}");
    let links =
        ["GET", "PATCH", "DELETE"].map(|method| json!({"href": shop.at(&path), "method": method, "rel": "self"}));
    assert_eq!(created, json!({"uuid": uuid, "links": links}));
    let whole = json!({"uuid": uuid, "links": links, "url": request["url"], "events": request["events"]});
    assert_eq!(shop.read(&path).await, whole);
    assert_eq!(shop.subscriptions().await, [whole]);

    let change = json!({"url": "http://127.0.0.1:1/b", "events": ["order.refunded", "customer.tokenized"]});
    assert_eq!(shop.granted(200, "PATCH", &path, &change).await, created);
    let read = shop.read(&path).await;
    assert_eq!((&read["url"], &read["events"]), (&change["url"], &change["events"]));

    assert_eq!(shop.granted(204, "DELETE", &path, &Value::Null).await, Value::Null);
    assert_eq!(shop.subscriptions().await, [] as [Value; 0]);
    for (method, body) in [("GET", &Value::Null), ("DELETE", &Value::Null), ("PATCH", &change)] {
        shop.assert_not_found(method, &path, body).await;
    }
}

#[tokio::test]
async fn url_can_be_subscribed_once() {
    let shop = Shop::at_noon().await;
    let first = shop.subscribe("http://127.0.0.1:1/a", &["order.captured"]).await;
    let second = shop.subscribe("http://127.0.0.1:1/b", &["order.captured"]).await;
    let again = json!({"url": "http://127.0.0.1:1/a", "events": ["order.refunded"]});
    for (method, path) in [("POST", String::new()), ("PATCH", format!("/{second}"))] {
        let rejected = shop.webhooks(method, &path, &again).await;
        assert_error(&rejected, 409, "conflict");
        assert_eq!(rejected.json()[0]["location"], "url");
    }
    // Its own URL is no duplicate.
    assert_eq!(shop.webhooks("PATCH", &format!("/{first}"), &again).await.status, 200);
    assert_eq!(shop.subscriptions().await.len(), 2);
}

#[tokio::test]
async fn invalid_subscriptions_are_rejected() {
    let shop = Shop::at_noon().await;
    let urls =
        ["", "/hook", "shop.example/hook", "ftp://shop.example/", "http://", "http://ada:secret@127.0.0.1/", "a b"];
    let urls = urls.map(|url| (json!({"url": url, "events": ["order.captured"]}), "url"));
    let others = [
        (json!({"url": "http://127.0.0.1/", "events": []}), "events"),
        (json!({"url": "http://127.0.0.1/", "events": ["order.released"]}), "events.0"),
        (json!({"url": "http://127.0.0.1/"}), "events"),
        (json!({"events": ["order.captured"]}), "url"),
    ];
    for (body, location) in urls.into_iter().chain(others) {
        let response = shop.webhooks("POST", "", &body).await;
        assert_rejected(&response, "invalid", location);
        assert!(!response.body.contains("secret"), "{}", response.body);
    }
    for url in ["http://127.0.0.1:8080/hook", "https://shop.example", "http://[::1]:80/a?b=c"] {
        shop.subscribe(url, &["order.captured"]).await;
    }
}

#[tokio::test]
async fn events_are_delivered_with_a_signature() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    let uuid = shop.subscribe(&receiver.url("/hook?shop=1"), &["order.authorized", "order.captured"]).await;
    let order_uuid = shop.authorize().await;
    shop.capture(&order_uuid, &[1000]).await;

    let received = receiver.received();
    let [authorized, captured] = received.as_slice() else { panic!("{} events", received.len()) };
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
    assert_eq!(event["data"]["capture"]["amount"], usd(1000));
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
    let deleted = shop.subscribe(&other.url("/"), &["order.captured", "order.authorized"]).await;
    shop.capture(&order_uuid, &[1000]).await;
    assert_eq!((one.events(), other.events()), (vec!["order.captured".to_owned()], vec!["order.captured".to_owned()]));
    assert_eq!(one.received()[0].json()["uuid"], other.received()[0].json()["uuid"]);

    shop.webhooks("DELETE", &format!("/{deleted}"), &Value::Null).await;
    shop.capture(&order_uuid, &[1000]).await;
    assert_eq!((one.events().len(), other.events().len()), (2, 1));
}

#[tokio::test]
async fn failed_delivery_is_retried_in_virtual_time() {
    let (shop, receiver) = subscribed(&["order.authorized"]).await;
    // None of these counts; the redirect is not followed.
    receiver.answer(["201 Created", "204 No Content", "302 Found\r\nlocation: /elsewhere", "500 Oops", "close"]);
    shop.authorize_and_settle().await;
    for (minutes, attempts) in [(0, 1), (4, 1), (1, 2), (9, 2), (1, 3), (15, 4), (30, 5), (179, 5), (1, 6), (8 * 60, 6)]
    {
        shop.advance(minutes * MINUTE);
        shop.settle().await;
        assert_eq!(receiver.received().len(), attempts, "after {minutes} minutes more");
    }
    let deliveries = shop.deliveries();
    let statuses = [201, 204, 302, 500].map(|status| DeliveryOutcome::Refused { status });
    for (delivery, status) in deliveries.iter().zip(statuses) {
        assert_eq!(delivery.outcome, status);
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
    shop.authorize_and_settle().await;
    // A later event waits, too, when the first one fails for the last time.
    shop.advance_and_settle(DAY).await;
    shop.authorize_and_settle().await;
    shop.advance_and_settle(4 * DAY - Duration::from_secs(1)).await;
    assert_eq!(shop.subscriptions().await.len(), 2);
    shop.advance_and_settle(Duration::from_secs(1)).await;
    let left = shop.subscriptions().await;
    assert_eq!(left.iter().map(|subscription| text(subscription, "/uuid")).collect::<Vec<_>>(), [kept]);

    let mut attempts = shop.deliveries();
    attempts.retain(|attempt| attempt.subscription_uuid.as_ref() == Some(&uuid));
    let first = &attempts[0].event_uuid;
    assert_eq!(attempts.iter().filter(|attempt| attempt.event_uuid == *first).count(), 10);
    let last = attempts.last().expect("an attempt");
    assert!(last.subscription_deleted && last.next_attempt_at.is_none() && last.event_uuid == *first, "{last:?}");
    assert_eq!(attempts.iter().filter(|attempt| attempt.subscription_deleted).count(), 1);

    let before = receiver.received().len();
    shop.advance_and_settle(10 * DAY).await;
    shop.authorize_and_settle().await;
    assert_eq!(receiver.received().len(), before, "no more events");
    assert_eq!(other.events().len(), 3);
}

#[tokio::test]
async fn recovered_receiver_gets_missed_events() {
    let shop = Shop::at_noon().await;
    // The port is free again, so connections are refused.
    let url = Receiver::start().await.url("/");
    let uuid = shop.subscribe(&url, &["order.authorized"]).await;
    shop.authorize_and_settle().await;
    let failure = shop.deliveries()[0].outcome.to_string();
    assert!(failure.starts_with("failed: no connection: "), "{failure}");

    // The new URL applies to pending deliveries.
    let receiver = Receiver::start().await;
    let change = json!({"url": receiver.url("/new"), "events": ["order.authorized"]});
    assert_eq!(shop.webhooks("PATCH", &format!("/{uuid}"), &change).await.status, 200);
    shop.advance(5 * MINUTE);
    shop.settle().await;
    assert_eq!(receiver.events(), ["order.authorized"]);
    assert_eq!(shop.deliveries()[1].attempt, 2);
}

#[tokio::test]
async fn retries_are_signed_with_the_key_of_their_time() {
    let (shop, receiver) = subscribed(&["order.authorized"]).await;
    receiver.answer(["500 Oops"]);
    shop.authorize_and_settle().await;
    let (old, new) = (shop.private_key(), shop.rotate_keys());
    assert_ne!(old, new);
    shop.advance(5 * MINUTE);
    shop.settle().await;
    let received = receiver.received();
    let [first, second] = received.as_slice() else { panic!("{} events", received.len()) };
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
    shop.authorize_and_settle().await;
    let outcomes: Vec<_> = shop.deliveries().into_iter().map(|attempt| (attempt.attempt, attempt.outcome)).collect();
    assert_eq!(outcomes, [(1, DeliveryOutcome::Failed("no response within 50 ms".to_owned()))]);
}

#[tokio::test]
async fn slow_receiver_does_not_delay_others() {
    let (shop, slow) = subscribed(&["order.authorized"]).await;
    let quick = Receiver::start().await;
    shop.subscribe(&quick.url("/"), &["order.authorized"]).await;
    slow.answer(["stall"]);
    // Responses do not wait for deliveries.
    shop.authorize().await;
    shop.authorize().await;
    wait_for(&quick, 2).await;
    assert_eq!(slow.events().len(), 1);
    // Stopping does not wait for deliveries.
    drop(shop);
}

#[tokio::test]
async fn shuffled_order_depends_on_the_seed_only() {
    let mut orders = Vec::new();
    for seed in [1, 1, 2] {
        let shop = Shop::at_noon_with(Simulator::builder().seed(seed)).await;
        let receiver = Receiver::start().await;
        shop.subscribe(&receiver.url("/"), &["order.captured"]).await;
        shop.hold_deliveries();
        let order_uuid = shop.authorize().await;
        shop.capture(&order_uuid, &(1..=20).collect::<Vec<i64>>()).await;
        shop.release_deliveries(DeliveryOrder::Shuffled);
        shop.settle().await;
        orders.push(captured_cents(&receiver.received()));
    }
    assert_eq!(orders[0], orders[1]);
    assert_ne!(orders[0], orders[2]);
    assert!(!orders[0].is_sorted());
    orders[0].sort_unstable();
    assert_eq!(orders[0], (1..=20).map(Some).collect::<Vec<_>>());
}

#[tokio::test]
async fn operations_and_disputes_send_events() {
    let mut shop = Shop::at_noon().await;
    let receiver = Receiver::start().await;
    shop.subscribe(&receiver.url("/"), &EVENTS).await;
    let created = shop.created_session(&request_with("/customer", json!({"tokenize": true}))).await;
    let (session, order) = (text(&created, "/uuid"), text(&created, "/order/uuid"));
    shop.approve(session).expect("the shopper approves");
    let capture = shop.act_granted("capture", order, 2000).await;
    let refund = shop.act_granted("refund", order, 500).await;
    shop.act_granted("release", order, 100).await;
    let upcharge = json!({"intent": "AUTH", "upcharge_amount": usd(100)});
    shop.granted(200, "POST", &format!("/v2/order/{order}/upcharge"), &upcharge).await;
    shop.expire_authorization(order).expect("can expire");
    shop.act_granted("reauthorize", order, 100).await;
    shop.settle().await;
    // Release, upcharge, expiry and reauthorization have no event.
    let approved = ["order.authorized", "customer.tokenized", "order.captured", "order.refunded"];
    assert_eq!(receiver.events(), approved);
    let data: Vec<Value> = receiver.received().iter().map(|event| event.json()["data"].clone()).collect();
    assert_eq!((&data[0]["uuid"], &data[0]["authorization"]["approved"]), (&json!(order), &json!(true)));
    assert_eq!(data[0]["authorization"]["created_at"], "2026-03-01T12:00:00.000000Z");
    assert_eq!(data[1]["customer"]["expiration"], "2027-03-01T12:00:00.000Z");
    assert_eq!(data[2]["capture"], json!({"uuid": capture, "amount": usd(2000)}));
    assert_eq!((&data[3]["refund"]["uuid"], &data[3]["refund"]["source"]), (&json!(refund), &json!("gateway")));

    let outcomes = [DisputeOutcome::CustomerWin, DisputeOutcome::MerchantWin, DisputeOutcome::Neutral];
    for (outcome, reminded) in outcomes.into_iter().zip([true, false, false]) {
        let before = receiver.received().len();
        let order = shop.approved_order("CAPTURE").await;
        shop.open_dispute(&order).expect("is captured");
        // A dispute that is closed before its reminder has none.
        shop.advance_and_settle(if reminded { 11 * DAY } else { DAY }).await;
        shop.close_dispute(&order, outcome).expect("is open");
        shop.advance_and_settle(20 * DAY).await;
        let closed = format!("dispute.closed.{}", outcome.name());
        let mut expected = vec!["order.authorized", "order.captured", "dispute.merchant_input_requested"];
        expected.extend(reminded.then_some("dispute.deadline_approaching"));
        expected.push(&closed);
        expected.extend((outcome == DisputeOutcome::CustomerWin).then_some("order.refunded"));
        assert_eq!(receiver.events()[before..], expected);
        let event = receiver.received()[before + 2].json();
        assert_eq!(
            (&event["data"]["order_uuid"], text(&event, "/data/order_reference_id")),
            (&json!(order), "order-1001")
        );
    }
}

#[tokio::test]
async fn test_events_are_sent_once() {
    let (mut shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    shop.advance_long(3 * 365 * DAY).await;
    for event in EVENTS {
        let response = shop.webhooks("POST", "/test", &json!({"event": event, "url": receiver.url("/try")})).await;
        assert_eq!((response.status, response.body.as_str()), (201, ""));
    }
    shop.settle().await;
    assert_eq!(receiver.events(), EVENTS);
    for (event, received) in EVENTS.iter().zip(receiver.received()) {
        assert!(received.is_signed_with(&shop.private_key()));
        let data = received.json()["data"].clone();
        let status = data["dispute_status"].as_str();
        let expected = event.starts_with("dispute.").then(|| event.strip_prefix("dispute.closed.").unwrap_or("open"));
        assert_eq!(status, expected, "{event}");
        for member in ["/dispute_due_date", "/expiration", "/customer/expiration"] {
            if let Some(time) = data.pointer(member).and_then(Value::as_str) {
                assert!(time.parse::<DateTime<Utc>>().is_ok_and(|time| time > shop.now()), "{event} {member}: {time}");
            }
        }
    }

    // Without a URL it goes to all subscriptions to the event. It is not retried, and deletes no subscription.
    receiver.answer(["500 Oops"; 2]);
    shop.subscribe(&receiver.url("/hook"), &["order.refunded"]).await;
    for event in ["order.refunded", "order.captured"] {
        assert_eq!(shop.webhooks("POST", "/test", &json!({"event": event})).await.status, 201);
    }
    shop.settle().await;
    shop.advance_and_settle(6 * DAY).await;
    let last = shop.deliveries().pop().expect("an attempt");
    assert_eq!((last.outcome, last.next_attempt_at), (DeliveryOutcome::Refused { status: 500 }, None));
    assert_eq!(receiver.received().len(), EVENTS.len() + 1);
    assert_eq!(shop.subscriptions().await.len(), 1);
    let relative = shop.webhooks("POST", "/test", &json!({"event": "order.refunded", "url": "/hook"})).await;
    assert_error(&relative, 400, "bad_request");
}

#[tokio::test]
async fn webhooks_go_to_loopback_by_default() {
    let shop = Shop::at_noon().await;
    // An address for documentation, that never accepts connections.
    shop.subscribe("http://192.0.2.1/hook", &["order.authorized"]).await;
    shop.subscribe("https://127.0.0.1/hook", &["order.authorized"]).await;
    shop.authorize_and_settle().await;
    let mut reasons: Vec<_> = shop.deliveries().into_iter().map(|attempt| attempt.outcome.to_string()).collect();
    reasons.sort_unstable();
    let [elsewhere, https] = reasons.as_slice() else { panic!("{reasons:?}") };
    assert!(elsewhere.starts_with("failed: 192.0.2.1 is not a loopback address"), "{elsewhere}");
    assert!(elsewhere.contains("deliver_anywhere"), "{elsewhere}");
    assert!(https.contains("over http only"), "{https}");

    let timeout = Duration::from_millis(50);
    let shop = Shop::open_with(Simulator::builder().deliver_anywhere().delivery_timeout(timeout)).await;
    shop.subscribe("http://192.0.2.1/hook", &["order.authorized"]).await;
    shop.authorize_and_settle().await;
    let outcome = shop.deliveries()[0].outcome.to_string();
    assert!(!outcome.contains("is not a loopback address"), "{outcome}");
}

#[tokio::test]
async fn reset_forgets_subscriptions_and_deliveries() {
    let (shop, receiver) = subscribed(&["order.authorized"]).await;
    receiver.answer(["stall"]);
    shop.authorize().await;
    wait_for(&receiver, 1).await;
    shop.reset();
    shop.settle().await;
    assert_eq!(shop.deliveries(), []);
}
