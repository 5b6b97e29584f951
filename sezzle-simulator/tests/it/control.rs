//! Controls over HTTP.

use serde_json::{Value, json};

use crate::support::client::{Response, send};
use crate::support::receiver::Receiver;
use crate::support::shop::Shop;
use crate::support::{assert_error, assert_rejected, only_error, order_request, request_with, text, usd};

impl Shop {
    async fn control(&self, method: &str, path: &str, body: &str) -> Response {
        self.visit(method, &format!("/_simulator{path}"), body).await
    }

    async fn state_of(&self, path: &str) -> Value {
        let response = self.control("GET", path, "").await;
        assert_eq!((response.status, response.header("content-type")), (200, Some("application/json")));
        response.json()
    }

    async fn control_ok(&self, path: &str, body: &str) {
        let response = self.control("POST", path, body).await;
        assert_eq!((response.status, response.body.as_str()), (204, ""), "{path}");
    }

    async fn captured_order(&self) -> String {
        let uuid = self.approved_order("AUTH").await;
        self.act_granted("capture", &uuid, 1000).await;
        uuid
    }
}

#[tokio::test]
async fn clock_is_read_and_advanced() {
    let shop = Shop::at_noon().await;
    assert_eq!(shop.state_of("/clock").await, json!({"now": "2026-03-01T12:00:00.000Z"}));
    for (body, now) in [
        (r#"{"seconds": 90}"#, "2026-03-01T12:01:30.000Z"),
        (r#"{"period": "P1DT30M"}"#, "2026-03-02T12:31:30.000Z"),
        (r#"{"to": "2026-03-03T01:00:00+01:00"}"#, "2026-03-03T00:00:00.000Z"),
        (r#"{"seconds": 0}"#, "2026-03-03T00:00:00.000Z"),
    ] {
        let response = shop.control("POST", "/clock/advance", body).await;
        assert_eq!((response.status, response.json()), (200, json!({"now": now})), "{body}");
    }
    for (body, status, message) in [
        ("", 400, "one of these: seconds, period, to"),
        (r#"{"seconds": 1, "period": "PT1S"}"#, 400, "one of these: seconds, period, to"),
        (r#"{"hours": 1}"#, 400, "only have these fields: seconds, period, to"),
        ("[1]", 400, "must be a JSON object"),
        ("soon", 400, "must be a JSON object"),
        (r#"{"seconds": -1}"#, 422, "from 0 to 9223372036854775"),
        (r#"{"seconds": 9223372036854775807}"#, 422, "from 0 to 9223372036854775"),
        (r#"{"period": "1 day"}"#, 422, "such as PT30M or P5D"),
        (r#"{"to": "tomorrow"}"#, 422, "such as 2026-03-01T12:00:00Z"),
        (r#"{"to": "2026-03-01T12:00:00Z"}"#, 422, "never goes back"),
    ] {
        let response = shop.control("POST", "/clock/advance", body).await;
        assert_error(&response, status, if status == 400 { "bad_request" } else { "invalid" });
        let error = only_error(&response);
        assert!(text(&error, "/message").contains(message), "{body}: {error}");
    }
    assert_eq!(shop.state_of("/clock").await, json!({"now": "2026-03-03T00:00:00.000Z"}));
}

#[tokio::test]
async fn consent_to_tokenization_can_be_withheld() {
    let shop = Shop::at_noon().await;
    for (body, has_customer) in [("", true), (r#"{"consent_to_tokenization": false}"#, false)] {
        let created = shop.created_session(&request_with("/customer", json!({"tokenize": true}))).await;
        let response = shop.control("POST", &format!("/sessions/{}/approve", text(&created, "/uuid")), body).await;
        let destination = response.json();
        assert_eq!(text(&destination, "/destination").contains("customer-uuid="), has_customer, "{destination}");
    }
    let invalid = shop.control("POST", "/sessions/1/approve", r#"{"consent_to_tokenization": "no"}"#).await;
    assert_rejected(&invalid, "invalid", "consent_to_tokenization");
}

#[tokio::test]
async fn controls_expire_and_dispute_orders() {
    let shop = Shop::at_noon().await;
    let uuid = shop.captured_order().await;
    let path = |rest: &str| format!("/orders/{uuid}/{rest}");
    shop.control_ok(&path("dispute"), "").await;
    assert_error(&shop.control("POST", &path("dispute"), "").await, 409, "conflict");
    let invalid = shop.control("POST", &path("dispute/close"), r#"{"outcome": "draw"}"#).await;
    assert_rejected(&invalid, "invalid", "outcome");
    let message = r#"outcome must be customer_win, merchant_win or neutral, as in {"outcome": "customer_win"}"#;
    assert_eq!(only_error(&invalid)["message"], message);
    shop.control_ok(&path("dispute/close"), r#"{"outcome": "merchant_win"}"#).await;
    assert_eq!(shop.order(&uuid).await["dispute"]["status"], "merchant_win");

    shop.control_ok(&path("expire"), "").await;
    assert_eq!(shop.act("capture", &uuid, usd(1000)).await.status, 422);
    let limit = "/customers/unknown/spending-limit";
    for (path, body) in
        [("/orders/unknown/expire", ""), ("/orders/unknown/dispute", ""), (limit, r#"{"amount_in_cents": 100}"#)]
    {
        assert_error(&shop.control("POST", path, body).await, 404, "record_not_found");
    }
    for body in ["{}", r#"{"amount_in_cents": 4294967296}"#] {
        let invalid = shop.control("POST", limit, body).await;
        assert_rejected(&invalid, "invalid", "amount_in_cents");
        assert!(invalid.body.contains("from 0 to 4294967295"), "{}", invalid.body);
    }
    for body in ["5000", "amount_in_cents=5000", r#"{"amount": 5000}"#] {
        assert_error(&shop.control("POST", limit, body).await, 400, "bad_request");
    }
}

#[tokio::test]
async fn faults_are_added_listed_and_removed() {
    let shop = Shop::at_noon().await;
    let added = shop.control("POST", "/faults", r#"{"rules": "create_session=503x1, *=404:empty@0"}"#).await;
    let expected = json!([
        {"id": 1, "rule": "create_session=503:arrayx1", "hits": 0},
        {"id": 2, "rule": "*=404:empty@0", "hits": 0},
    ]);
    assert_eq!((added.status, added.json()), (200, expected));
    assert_error(&shop.post_session(&order_request()).await, 503, "service_unavailable");
    assert_eq!(shop.state_of("/faults").await[0]["hits"], 1);

    let removed = shop.control("DELETE", "/faults/1", "").await;
    assert_eq!((removed.status, removed.body.as_str()), (204, ""));
    for unknown in ["1", "x", "%ff"] {
        assert_error(&shop.control("DELETE", &format!("/faults/{unknown}"), "").await, 404, "record_not_found");
    }
    assert_eq!(shop.faults().iter().map(|fault| (fault.id, fault.hits)).collect::<Vec<_>>(), [(2, 0)]);
    shop.add_fault("capture_order=503".parse().expect("a rule")).expect("a known operation");
    assert!(shop.remove_fault(2) && !shop.remove_fault(2));
    assert_eq!(shop.control("DELETE", "/faults", "").await.status, 204);

    for (body, message) in [
        (r#"{"rules": "capture=503"}"#, "no operation `capture`"),
        (r#"{"rules": "capture_order=boom"}"#, "is no fault"),
        (r#"{"rules": "capture_order=503,refund_order=boom"}"#, "is no fault"),
        (r#"{"rules": ""}"#, "rules is required"),
        ("", "rules is required"),
    ] {
        let response = shop.control("POST", "/faults", body).await;
        assert_rejected(&response, "invalid", "rules");
        assert!(response.body.contains(message), "{body}: {}", response.body);
    }
    assert_eq!(shop.state_of("/faults").await, json!([]));
}

#[tokio::test]
async fn deliveries_are_controlled_and_listed() {
    let (shop, receiver) = (Shop::at_noon().await, Receiver::start().await);
    let subscription = json!({"url": receiver.url("/"), "events": ["order.authorized", "order.captured"]});
    shop.granted(200, "POST", "/v2/webhooks", &subscription).await;
    shop.control_ok("/deliveries/hold", "").await;
    shop.captured_order().await;
    shop.control_ok("/deliveries/settled", "").await;
    assert_eq!(shop.state_of("/deliveries").await, json!([]));
    shop.control_ok("/deliveries/release", r#"{"order": "reversed"}"#).await;
    shop.control_ok("/deliveries/settled", "").await;
    assert_eq!(receiver.events(), ["order.captured", "order.authorized"]);

    let deliveries = shop.state_of("/deliveries").await;
    let first = &receiver.received()[0].json();
    let expected = json!({
        "event_uuid": first["uuid"],
        "event": "order.captured",
        "subscription_uuid": deliveries[0]["subscription_uuid"],
        "url": receiver.url("/"),
        "attempt": 1,
        "due_at": "2026-03-01T12:00:00.000Z",
        "ended_at": "2026-03-01T12:00:00.000Z",
        "status": 200,
        "failure": null,
        "next_attempt_at": null,
        "subscription_deleted": false,
    });
    assert_eq!(deliveries[0], expected);

    shop.control_ok(&format!("/events/{}/redeliver", text(first, "/uuid")), "").await;
    assert_error(&shop.control("POST", "/events/unknown/redeliver", "").await, 404, "record_not_found");
    shop.control_ok("/deliveries/duplicate", "").await;
    shop.captured_order().await;
    shop.control_ok("/deliveries/duplicate", r#"{"on": false}"#).await;
    shop.control_ok("/deliveries/settled", "").await;
    let bodies: Vec<String> = receiver.received().into_iter().map(|received| received.body).collect();
    assert_eq!(bodies.len(), 7);
    // The event that was redelivered, and both that were duplicated, byte for byte.
    for (one, other) in [(0, 2), (3, 4), (5, 6)] {
        assert_eq!(bodies[one], bodies[other]);
    }
    assert_error(&shop.control("POST", "/deliveries/release", r#"{"order": "random"}"#).await, 422, "invalid");
    let subscription = format!("/v2/webhooks/{}", text(&deliveries[0], "/subscription_uuid"));
    shop.granted(204, "DELETE", &subscription, &Value::Null).await;
    let redeliver = format!("/events/{}/redeliver", text(first, "/uuid"));
    assert_error(&shop.control("POST", &redeliver, "").await, 409, "conflict");
}

#[tokio::test]
async fn keys_and_tokens_are_issued_and_expired() {
    let mut shop = Shop::at_noon().await;
    let keys = json!({"public_key": "sz_pub_simulator", "private_key": "sz_pr_simulator"});
    assert_eq!(shop.state_of("/keys").await, keys);
    let rotated = shop.control("POST", "/keys/rotate", "").await.json();
    assert_eq!(text(&rotated, "/private_key"), shop.private_key());
    assert_ne!(text(&rotated, "/private_key"), "sz_pr_simulator");

    let issued = shop.control("POST", "/tokens", "").await.json();
    text(&issued, "/token").clone_into(&mut shop.token);
    let created = shop.created_session(&request_with("/customer", json!({"tokenize": true}))).await;
    let path = format!("/sessions/{}/token", text(&created, "/uuid"));
    assert_eq!(shop.state_of(&path).await, json!({"token": text(&created, "/tokenize/token")}));
    let [without, ..] = shop.new_checkout().await;
    let missing = shop.control("GET", &format!("/sessions/{without}/token"), "").await;
    assert_error(&missing, 404, "record_not_found");

    shop.control_ok("/tokens/expire", "").await;
    assert_error(&shop.post_session(&order_request()).await, 401, "unauthorized");
    shop.control_ok("/reset", "").await;
    assert_eq!(shop.state_of("/state").await["orders"], json!([]));
}

#[tokio::test]
async fn interest_share_applies_to_the_next_payout() {
    let mut shop = Shop::at_noon().await;
    for body in ["{}", r#"{"percent": 101}"#, r#"{"percent": 256}"#] {
        assert_rejected(&shop.control("POST", "/interest-share", body).await, "invalid", "percent");
    }
    shop.control_ok("/interest-share", r#"{"percent": 100}"#).await;
    shop.captured_order().await;
    shop.next_day().await;
    let activity = shop.call("GET", "/v2/interest/activity?start-date=2026-03-01", &Value::Null).await.body;
    assert!(activity.contains("INTEREST_PAYOUT"), "{activity}");
}

#[tokio::test]
async fn web_pages_of_other_origins_are_rejected() {
    let shop = Shop::at_noon().await;
    let [session, order, _] = shop.new_checkout().await;
    let approve = format!("/_simulator/sessions/{session}/approve");
    for path in [&*approve, "/_simulator/dashboard/clock", "/_simulator/dashboard/reset"] {
        assert_error(&send("POST", &shop.at(path), &["origin: null"], "advance=3600").await, 403, "forbidden");
    }
    assert_eq!(shop.checkout_status(&order).await, "active");
    let own = [format!("origin: {}", shop.url()), "sec-fetch-site: same-origin".to_owned()];
    let approved = send("POST", &shop.at(&approve), &own.each_ref().map(String::as_str), "").await;
    assert_eq!(approved.status, 200);
}

#[tokio::test]
async fn published_document_lists_unlisted_errors() {
    let shop = Shop::at_noon().await;
    let document = shop.state_of("/openapi.json").await;
    assert!(text(&document, "/openapi").starts_with("3.1"));
    assert_eq!(document["servers"], json!([{"url": shop.url()}]));
    // The document itself lists only 200 and 404.
    let responses = &document["paths"]["/v2/webhooks/{webhooks_uuid}"]["patch"]["responses"];
    let mut statuses: Vec<&String> = responses.as_object().expect("responses").keys().collect();
    statuses.sort();
    assert_eq!(statuses, ["200", "400", "401", "404", "409", "413", "422"]);
    let schema = &responses["409"]["content"]["application/json"]["schema"];
    assert_eq!(schema, &json!({"type": "array", "items": {"$ref": "#/components/schemas/ErrorV2"}}));
}
