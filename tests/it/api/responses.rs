//! The responses in `tests/vectors/responses`: the types read each of them with nothing lost, and the simulator responds with the
//! same members.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use reqwest::Method;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sezzle_api::events::EventData;
use sezzle_api::types::{LinkRel, WebhookDataType};
use sezzle_api::{ErrorKind, Event, operations};
use sezzle_simulator::{CompleteStatus, Simulator};
use sezzle_tests::document::{arguments_of, same_times};
use sezzle_tests::fixtures::client;
use sezzle_tests::generated::{call, round_trip};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::shop::Shop;

/// A response as its file describes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vector {
    #[serde(skip)]
    name: String,
    operations: Vec<String>,
    status: Option<u16>,
    request: Option<Value>,
    body: Option<Value>,
    /// Where what is written differs from the body, by JSON pointer.
    #[serde(default)]
    written: BTreeMap<String, Value>,
    not_simulated: Option<String>,
}

fn vectors() -> Vec<Vector> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/responses");
    let mut vectors = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("# Source: "), "{}: the source is missing", path.display());
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let vector = serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            vectors.push(Vector { name, ..vector });
        }
    }
    assert!(!vectors.is_empty());
    vectors
}

fn vector(name: &str) -> Vector {
    vectors().into_iter().find(|vector| vector.name == name).unwrap()
}

impl Vector {
    /// What the types write after they have read the body.
    fn expected(&self) -> Value {
        let mut expected = self.body.clone().unwrap();
        for (pointer, value) in &self.written {
            *expected.pointer_mut(pointer).unwrap() = value.clone();
        }
        expected
    }

    async fn gateway(&self) -> ScriptedServer {
        let body = self.body.as_ref().map(Value::to_string).unwrap_or_default();
        ScriptedServer::new([Action::text(self.status.unwrap(), &body)]).await
    }
}

#[tokio::test]
async fn types_read_responses_with_nothing_lost() {
    let mut read = 0;
    for vector in vectors() {
        if vector.status.is_none() {
            continue;
        }
        let gateway = vector.gateway().await;
        for id in vector.operations.iter().filter(|id| operations::ALL.iter().any(|known| known.id == *id)) {
            let name = format!("{} {id}", vector.name);
            let answer = call(&client(&gateway.url), id, &arguments_of(id)).await;
            read += 1;
            if vector.status >= Some(400) {
                let error = answer.expect_err(&name);
                assert_eq!(
                    (error.kind(), error.status().map(|s| s.as_u16())),
                    (ErrorKind::ErrorResponse, vector.status)
                );
                let expected = vector.expected();
                let expected = expected.as_array().cloned().unwrap_or_else(|| vec![expected]);
                assert_eq!(serde_json::to_value(error.details()).unwrap(), json!(expected), "{name}");
                continue;
            }
            let answer = answer.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(Some(answer.status), vector.status, "{name}");
            if vector.body.is_some() {
                let (mut body, expected) = (answer.body.unwrap(), vector.expected());
                same_times(&mut body, &expected);
                assert_eq!(body, expected, "{name}");
            }
        }
    }
    assert!(read > 0);
}

#[test]
fn only_one_value_is_written_differently() {
    let written: Vec<_> = vectors().into_iter().flat_map(|vector| vector.written).collect();
    assert_eq!(written, [("/checkout_status".to_owned(), json!("complete"))]);
}

#[tokio::test]
async fn empty_success_of_a_capture_is_a_transaction_without_an_id() {
    let vector = vector("empty_success");
    for status in [200, 201, 204] {
        let gateway = ScriptedServer::new([Action::status(status)]).await;
        let client = client(&gateway.url);
        for id in &vector.operations {
            let answer = call(&client, id, &arguments_of(id)).await.unwrap_or_else(|error| panic!("{id}: {error}"));
            let expected = (id != "update_order").then(|| json!({}));
            assert_eq!((answer.status, answer.body), (status, expected), "{id}");
        }
        // An order that cannot be read must not pass for one without an authorization.
        for id in ["get_order", "reauthorize_order", "create_customer_order", "create_session", "upcharge_order"] {
            let error = call(&client, id, &arguments_of(id)).await.expect_err(id);
            assert_eq!(error.kind(), ErrorKind::InvalidResponse, "{id} {status}");
        }
    }
}

#[test]
fn event_of_a_tokenization_is_read_with_nothing_lost() {
    let body = vector("customer_tokenized").body.unwrap();
    let event = Event::from_json(body.to_string().as_bytes()).unwrap();
    assert_eq!(event.data_type, Some(WebhookDataType::Tokenize));
    let EventData::CustomerTokenized(data) = &event.data else { panic!("{event:?}") };
    let mut data = serde_json::to_value(data).unwrap();
    same_times(&mut data, &body["data"]);
    assert_eq!(data, body["data"]);

    let mut envelope = body;
    envelope.as_object_mut().unwrap().remove("data");
    assert_eq!(round_trip("EventEnvelope", &envelope).unwrap(), envelope);
}

#[tokio::test]
async fn tokenization_link_is_read_with_either_rel() {
    for (name, rel) in [
        ("create_session_tokenize", LinkRel::Token),
        ("create_session_tokenize_in_order", LinkRel::Token),
        ("create_session_tokenize_rel_session", LinkRel::Session),
    ] {
        let gateway = vector(name).gateway().await;
        let session = client(&gateway.url).get_session().session_uuid("s").send().await.unwrap();
        assert_eq!(session.tokenization().unwrap().links[0].rel, Some(rel), "{name}");
    }
}

#[tokio::test]
async fn customer_of_a_token_is_refused_with_501() {
    let vector = vector("customer_of_token");
    let gateway = vector.gateway().await;
    let client = client(&gateway.url);
    let error = client.request(Method::GET, "/v2/token/t/customer").send_json::<Value>().await.unwrap_err();
    assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::ErrorResponse, vector.status));
}

#[tokio::test]
async fn simulator_responds_with_the_same_members() {
    let mut compared = 0;
    for vector in vectors().iter().filter(|vector| vector.not_simulated.is_none()) {
        for (name, status, body) in simulate(vector).await {
            assert_eq!(status, vector.status, "{name}: {body}");
            if let Some(expected) = &vector.body {
                assert_eq!(shape("", &body), shape("", expected), "{name}: {body}");
            }
            compared += 1;
        }
    }
    assert!(compared > 0);
}

/// Sends a request, and returns the status and the body as they came.
async fn send(shop: &Shop, method: Method, path: &str, body: &Value) -> (u16, Value) {
    let request = shop.client.request(method, path);
    let request = if body.is_null() { request } else { request.json(body) };
    match request.send_json::<Value>().await {
        Ok(response) => (response.status().as_u16(), response.into_inner()),
        Err(error) => {
            let body = serde_json::from_str(error.body_excerpt().unwrap()).unwrap_or_default();
            (error.status().unwrap().as_u16(), body)
        }
    }
}

/// Creates the session and returns the id of its order.
async fn order(shop: &Shop, request: &Value) -> String {
    let (_, session) = send(shop, Method::POST, "/v2/session", request).await;
    session["order"]["uuid"].as_str().unwrap_or_else(|| panic!("{session}")).to_owned()
}

/// Captures, refunds and releases a part of the order, and returns the responses.
async fn move_money(shop: &Shop, order: &str, currency: &str) -> Vec<(String, u16, Value)> {
    shop.simulator.approve(order).unwrap();
    let price = |cents: i64| json!({"amount_in_cents": cents, "currency": currency});
    let mut responses = Vec::new();
    for (action, body) in
        [("capture", json!({"capture_amount": price(4000)})), ("refund", price(900)), ("release", price(1000))]
    {
        let (status, body) = send(shop, Method::POST, &format!("/v2/order/{order}/{action}"), &body).await;
        assert_eq!(status, 200, "{body}");
        responses.push((action.to_owned(), status, body));
    }
    responses
}

/// Has the simulator respond as a file says, and returns name, status and body of each response; an event has no status.
async fn simulate(vector: &Vector) -> Vec<(String, Option<u16>, Value)> {
    let name = vector.name.as_str();
    let complete = if name == "get_order_completed" { CompleteStatus::Completed } else { CompleteStatus::Complete };
    let shop = Shop::open_at(Simulator::builder().complete_status(complete)).await;
    let null = Value::Null;
    let request = vector.request.as_ref().unwrap_or(&null);
    let (status, body) = match name {
        "create_session" | "create_session_tokenize" | "create_session_invalid" => {
            send(&shop, Method::POST, "/v2/session", request).await
        }
        "authenticate_rejected_keys" => send(&shop, Method::POST, "/v2/authentication", request).await,
        "get_order_active" | "get_order_complete" | "get_order_completed" => {
            let order = order(&shop, request).await;
            if name != "get_order_active" {
                move_money(&shop, &order, "CAD").await;
            }
            send(&shop, Method::GET, &format!("/v2/order/{order}"), &null).await
        }
        "move_money" => {
            let order = order(&shop, self::vector("create_session").request.as_ref().unwrap()).await;
            let responses = move_money(&shop, &order, "USD").await;
            return responses.into_iter().map(|(name, status, body)| (name, Some(status), body)).collect();
        }
        "customer_of_token" => send(&shop, Method::GET, "/v2/token/t/customer", &null).await,
        "customer_tokenized" => {
            let receiver = ScriptedServer::new([Action::status(200)]).await;
            let subscription = json!({"url": receiver.url, "events": ["customer.tokenized"]});
            send(&shop, Method::POST, "/v2/webhooks", &subscription).await;
            let request = self::vector("create_session_tokenize").request.unwrap();
            let (_, session) = send(&shop, Method::POST, "/v2/session", &request).await;
            shop.simulator.approve(session["uuid"].as_str().unwrap()).unwrap();
            shop.simulator.deliveries_settled().await;
            let event = receiver.requests().remove(0);
            return vec![(name.to_owned(), None, serde_json::from_str(event.body()).unwrap())];
        }
        other => panic!("{other}: add how the simulator gives this response, or `not_simulated` with the reason"),
    };
    assert_eq!(shop.simulator.contract_violations(), []);
    vec![(name.to_owned(), Some(status), body)]
}

/// The members of a value, with the type of each; of those that have a fixed set of values, the value.
fn shape(name: &str, value: &Value) -> Value {
    const LITERAL: [&str; 10] = [
        "approved",
        "checkout_status",
        "code",
        "currency",
        "data_type",
        "event",
        "intent",
        "location",
        "method",
        "rel",
    ];
    match value {
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), shape(name, value))).collect::<Map<_, _>>().into()
        }
        Value::Array(elements) => elements.iter().map(|element| shape("", element)).collect(),
        literal if LITERAL.contains(&name) => literal.clone(),
        Value::String(_) => "string".into(),
        Value::Number(_) => "number".into(),
        Value::Bool(_) => "boolean".into(),
        Value::Null => "null".into(),
    }
}
