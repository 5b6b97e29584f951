//! The spans and events of the feature `tracing`, and what they must not contain, in a process of its own: `tracing` may never
//! record a span that any thread reaches before there is a subscriber.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once};

use serde_json::json;
use sezzle_api::types::{CaptureRequest, Price};
use sezzle_api::{Client, Credentials, RetryPolicy, Server};
use sezzle_journal::Journal;
use sezzle_journal::sqlite::SqliteStore;
use sezzle_tests::fixtures::{builder, session_request};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::VirtualTime;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// A subscriber that records all spans and events.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Lines>>);

type Fields = BTreeMap<String, String>;

#[derive(Default)]
struct Lines {
    /// Name and fields by id.
    spans: BTreeMap<u64, (&'static str, Fields)>,
    /// Span and fields of each event.
    events: Vec<(u64, Fields)>,
}

/// Makes every thread wait for the first subscriber.
static FIRST: Once = Once::new();
static NEXT: AtomicU64 = AtomicU64::new(1);

struct Visitor<'a>(&'a mut Fields);

impl Visit for Visitor<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}").trim_matches('"').to_owned());
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let mut fields = Fields::new();
        attributes.record(&mut Visitor(&mut fields));
        self.0.lock().unwrap().spans.insert(id, (attributes.metadata().name(), fields));
        Id::from_u64(id)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut lines = self.0.lock().unwrap();
        let (_, fields) = lines.spans.get_mut(&span.into_u64()).unwrap();
        values.record(&mut Visitor(fields));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::from([("level".to_owned(), event.metadata().level().to_string())]);
        event.record(&mut Visitor(&mut fields));
        self.0.lock().unwrap().events.push((event.parent().map_or(0, Id::into_u64), fields));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl Recorder {
    /// Records what happens on this thread until the guard is dropped.
    fn start() -> (Self, tracing::subscriber::DefaultGuard) {
        FIRST.call_once(|| tracing::subscriber::set_global_default(Self::default()).unwrap());
        let recorder = Self::default();
        let guard = tracing::subscriber::set_default(recorder.clone());
        (recorder, guard)
    }

    /// Returns all spans and events, including those of other crates.
    fn all(&self) -> String {
        let lines = self.0.lock().unwrap();
        format!("{:?} {:?}", lines.spans, lines.events)
    }

    /// Returns the fields of the operation's span and of its events.
    #[track_caller]
    fn call(&self, operation: &str) -> (Fields, Vec<Fields>) {
        let lines = self.0.lock().unwrap();
        let is_call = |(_, (name, fields)): &(&u64, &(&str, Fields))| {
            *name == "sezzle.call" && fields["sezzle.operation"] == operation
        };
        let (id, (_, fields)) = lines.spans.iter().find(is_call).expect("a span of the operation");
        let events = lines.events.iter().filter(|(span, _)| span == id).map(|(_, fields)| fields.clone());
        (fields.clone(), events.collect())
    }
}

fn map<const N: usize>(fields: [(&str, &str); N]) -> Fields {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[tokio::test]
async fn call_has_a_span_and_an_event_per_attempt() {
    let (recorder, _guard) = Recorder::start();
    let time = VirtualTime::start();
    let id = "7e0b8a35-9c61-4c55-8f37-52a8a0c94004";
    let busy = json!([{"code": "busy", "message": "planted", "debug_uuid": id}]).to_string();
    let gateway = ScriptedServer::new([Action::close(), Action::response(503, "", &busy), Action::success()]).await;
    let client = builder(&gateway.url).build().unwrap();
    let body = CaptureRequest::builder().capture_amount(Price::usd(100));
    let call = client.capture_order().order_uuid("planted").sezzle_request_id("order-1-capture").body(body);
    time.run(call.send()).await.unwrap();

    let (span, events) = recorder.call("capture_order");
    let port = gateway.url.rsplit_once(':').unwrap().1;
    assert_eq!(
        span,
        map([
            ("otel.kind", "client"),
            ("otel.name", "POST /v2/order/{order_uuid}/capture"),
            ("http.request.method", "POST"),
            ("http.request.resend_count", "2"),
            ("http.response.status_code", "200"),
            ("server.address", "127.0.0.1"),
            ("server.port", port),
            ("url.scheme", "http"),
            ("url.template", "/v2/order/{order_uuid}/capture"),
            ("sezzle.operation", "capture_order"),
            ("sezzle.request_id", "order-1-capture"),
        ])
    );
    assert_eq!(
        events,
        [
            map([
                ("level", "WARN"),
                ("message", "attempt failed"),
                ("http.request.resend_count", "0"),
                ("error.type", "lost")
            ]),
            map([
                ("level", "WARN"),
                ("message", "attempt failed"),
                ("http.request.resend_count", "1"),
                ("http.response.status_code", "503"),
                ("error.type", "503"),
                ("sezzle.debug_uuid", id),
            ]),
            map([
                ("level", "DEBUG"),
                ("message", "attempt succeeded"),
                ("http.request.resend_count", "2"),
                ("http.response.status_code", "200"),
            ]),
        ]
    );
}

/// The span of a run encloses that of the call, and has its end.
#[tokio::test]
async fn run_of_the_journal_has_a_span() {
    let (recorder, _guard) = Recorder::start();
    let gateway = ScriptedServer::new([Action::success(), Action::status(422), Action::status(429)]).await;
    let client = builder(&gateway.url).retry_policy(RetryPolicy::never()).build().unwrap();
    let store = SqliteStore::with_connection(rusqlite::Connection::open_in_memory().unwrap()).await.unwrap();
    let journal = Journal::new(client.clone(), store);
    for (purpose, outcome) in [("order-1/capture/1", "done"), ("order-1/capture/2", "rejected"), ("last", "unknown")] {
        let body = CaptureRequest::builder().capture_amount(Price::usd(100));
        let call =
            client.capture_order().order_uuid("planted").sezzle_request_id(outcome).body(body).prepare().unwrap();
        let _ = journal.run(journal.intend(purpose, &call).await.unwrap()).await.unwrap();
        let lines = recorder.0.lock().unwrap();
        let mut spans = lines.spans.values().filter(|(name, _)| *name == "sezzle_journal.run");
        let expected = [
            ("purpose", purpose),
            ("operation", "capture_order"),
            ("request_id", outcome),
            ("run", "1"),
            ("outcome", outcome),
        ];
        assert_eq!(spans.next_back().unwrap().1, map(expected));
    }
    assert!(!recorder.all().contains("planted"), "{}", recorder.all());
    assert_eq!(recorder.call("capture_order").0["sezzle.request_id"], "done");
}

#[tokio::test]
async fn failed_call_records_the_error_type() {
    let time = VirtualTime::start();
    for (action, kind) in [
        (Action::status(422), "422"),
        (Action::close(), "lost"),
        (Action::stall(), "timeout"),
        (Action::response(200, "", "no"), "invalid_response"),
    ] {
        let (recorder, _guard) = Recorder::start();
        let gateway = ScriptedServer::new([action]).await;
        let client = builder(&gateway.url).build().unwrap();
        time.run(client.create_session().body(session_request()).send()).await.unwrap_err();
        let (span, events) = recorder.call("create_session");
        assert_eq!((&*span["error.type"], &*span["otel.status_code"], events.len()), (kind, "ERROR", 1));
        assert!(!span.contains_key("sezzle.request_id"));
    }
}

/// Plants a key, a token, a name, an e-mail address and a card number in every part of a call.
#[tokio::test]
async fn traces_contain_no_secrets() {
    let time = VirtualTime::start();
    let (recorder, _guard) = Recorder::start();
    let echo = "planted planted@shopper.example planted-private planted-token 4242424242424242";
    let details = json!([{"code": echo, "message": echo, "location": echo, "debug_uuid": echo}]).to_string();
    let planted = "x-planted: planted\r\nset-cookie: planted\r\nlocation: https://planted.example/planted\r\n";
    for action in [
        Action::response(201, planted, json!({"uuid": echo, "order": {"checkout_url": echo}}).to_string()),
        Action::response(201, planted, json!({"uuid": [echo]}).to_string()),
        Action::response(422, planted, &details),
        Action::response(503, planted, &details),
        Action::response(401, planted, echo),
        Action::close(),
        Action::raw(echo),
    ] {
        let gateway = ScriptedServer::with_script(move |number, seen| match seen.is_authentication() {
            true if number % 2 == 0 => Action::response(201, "", "{\"token\": \"planted-token\"}"),
            true => Action::response(401, "", echo),
            false => action.clone(),
        })
        .await;
        for credentials in [Credentials::keys("planted-public", "planted-private"), Credentials::token("planted-token")]
        {
            let client = Client::builder().server(Server::Custom(gateway.url.clone())).credentials(credentials);
            let client = client.build().unwrap();
            let mut body = session_request();
            body.order.as_mut().unwrap().description = Some("planted".to_owned());
            let _ = time.run(client.create_session().body(body).send()).await;
            let _ = time.run(client.get_session().session_uuid("planted").send()).await;
            let _ = time.run(client.get_card().token("planted").send()).await;
            let capture = CaptureRequest::builder().capture_amount(Price::usd(100));
            let capture = client.capture_order().order_uuid("planted").body(capture);
            let _ = time.run(capture.sezzle_request_id("planted@shopper.example").send()).await;
            let other = client.request(reqwest::Method::POST, "/v2/planted").query("planted", "planted");
            let _ = time.run(other.header("x-planted", "planted").json(&json!({"a": "planted"})).send_empty()).await;
        }
    }
    let all = recorder.all();
    assert!(all.contains(r#""sezzle.operation": "capture_order""#), "{all}");
    assert!(all.contains(r#""error.type": "422""#), "{all}");
    for secret in ["planted", "4242", "Bearer"] {
        assert!(!all.contains(secret), "{secret}: {}", &all[all.find(secret).unwrap().saturating_sub(200)..]);
    }
}
