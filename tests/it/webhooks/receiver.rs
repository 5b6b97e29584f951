//! The example `webhooks` with deliveries of the simulator.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sezzle_api::Event;
use sezzle_api::mock::sign_webhook;
use sezzle_api::types::Intent;
use sezzle_api::webhook::{SIGNATURE_HEADER, Verifier};
use sezzle_simulator::{DeliveryOrder, DeliveryOutcome};
use sezzle_tests::shop::Shop;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

#[path = "../../../sezzle-api/examples/webhooks/receiver.rs"]
mod example;

use example::{FileInbox, Inbox, ensure_subscribed, router};

/// An inbox in a file of its own, which is gone after the test.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("sezzle-receiver-{name}-{}.jsonl", std::process::id()));
        let _ = std::fs::remove_file(&path);
        Self(path)
    }

    fn inbox(&self) -> Arc<FileInbox> {
        Arc::new(FileInbox::open(&self.0).unwrap())
    }

    /// What is stored: id and event.
    fn events(&self) -> Vec<(String, Event)> {
        let text = std::fs::read_to_string(&self.0).unwrap();
        let line = |line: &str| {
            let (id, body): (String, String) = serde_json::from_str(line).unwrap();
            (id, Event::from_json(body.as_bytes()).unwrap())
        };
        text.lines().map(line).collect()
    }

    /// The names of the stored events.
    fn names(&self) -> Vec<String> {
        self.events().iter().map(|(_, event)| event.event.as_ref().unwrap().to_string()).collect()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The example's server, until dropped.
struct Listening {
    url: String,
    task: JoinHandle<io::Result<()>>,
}

impl Listening {
    async fn start(verifier: Verifier, inbox: Arc<dyn Inbox>) -> Self {
        Self::start_on("127.0.0.1:0", verifier, inbox).await
    }

    async fn start_on(address: &str, verifier: Verifier, inbox: Arc<dyn Inbox>) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let url = format!("http://{}/sezzle", listener.local_addr().unwrap());
        let task = tokio::spawn(axum::serve(listener, router(verifier, inbox)).into_future());
        Self { url, task }
    }

    /// Ends the server; returns its address, for the next one.
    async fn stop(mut self) -> String {
        self.task.abort();
        let _ = (&mut self.task).await;
        self.url.trim_start_matches("http://").trim_end_matches("/sezzle").to_owned()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts a shop whose events the example receives and stores in a file.
async fn subscribed(name: &str) -> (Shop, File, Listening) {
    let (shop, file) = (Shop::open().await, File::new(name));
    let server = Listening::start(verifier(&shop), file.inbox()).await;
    ensure_subscribed(&shop.client, &server.url).await.unwrap();
    (shop, file, server)
}

fn verifier(shop: &Shop) -> Verifier {
    Verifier::new(shop.simulator.private_key()).unwrap()
}

async fn settle(shop: &Shop) {
    tokio::time::timeout(Duration::from_secs(10), shop.simulator.deliveries_settled()).await.unwrap();
}

fn outcomes(shop: &Shop) -> Vec<DeliveryOutcome> {
    shop.simulator.deliveries().into_iter().map(|attempt| attempt.outcome).collect()
}

#[tokio::test]
async fn duplicate_events_are_stored_once() {
    let (shop, file) = (Shop::open().await, File::new("twice"));
    let inbox = file.inbox();
    let server = Listening::start(verifier(&shop), inbox.clone()).await;
    assert!(ensure_subscribed(&shop.client, &server.url).await.unwrap());
    assert!(!ensure_subscribed(&shop.client, &server.url).await.unwrap());

    shop.simulator.duplicate_deliveries(true);
    let order_uuid = shop.approved(Intent::Auth).await;
    shop.capture(&order_uuid, 1000).await;
    settle(&shop).await;
    assert_eq!(outcomes(&shop), vec![DeliveryOutcome::Delivered; 4]);
    assert_eq!((file.names().len(), inbox.len()), (2, 2));

    // After a restart, too.
    let address = server.stop().await;
    let event = shop.simulator.deliveries().remove(0);
    let restarted = file.inbox();
    let _server = Listening::start_on(&address, verifier(&shop), restarted.clone()).await;
    shop.simulator.redeliver(&event.event_uuid).unwrap();
    settle(&shop).await;
    assert!(outcomes(&shop).len() > 4 && outcomes(&shop).iter().all(|outcome| *outcome == DeliveryOutcome::Delivered));
    assert_eq!((file.names().len(), restarted.len()), (2, 2));
}

#[tokio::test]
async fn reordered_events_are_all_stored() {
    let (shop, file, _server) = subscribed("order").await;

    shop.simulator.hold_deliveries();
    let order_uuid = shop.approved(Intent::Auth).await;
    shop.simulator.advance(Duration::from_secs(60));
    shop.capture(&order_uuid, 1000).await;
    shop.simulator.release_deliveries(DeliveryOrder::Reversed);
    settle(&shop).await;
    assert_eq!(file.names(), ["order.captured", "order.authorized"]);
    let mut events = file.events();
    events.sort_by_key(|(_, event)| event.created_at);
    assert_eq!(events[0].1.event.as_ref().unwrap().as_str(), "order.authorized");
}

#[tokio::test]
async fn both_keys_verify_during_rotation() {
    let (shop, file, server) = subscribed("keys").await;
    let old = shop.simulator.private_key();
    let order_uuid = shop.approved(Intent::Auth).await;
    settle(&shop).await;

    // The receiver does not know the new key yet: refused, and delivered again later.
    let new = shop.simulator.rotate_keys();
    shop.capture(&order_uuid, 1000).await;
    settle(&shop).await;
    assert_eq!(outcomes(&shop).last(), Some(&DeliveryOutcome::Refused { status: 401 }));
    assert_eq!(file.names(), ["order.authorized"]);

    let address = server.stop().await;
    let both = Verifier::new(&*new).unwrap().with_previous_key(&*old).unwrap();
    let server = Listening::start_on(&address, both, file.inbox()).await;
    shop.simulator.advance(Duration::from_secs(600));
    settle(&shop).await;
    assert_eq!(file.names(), ["order.authorized", "order.captured"]);

    // One that the old key signed was still on its way.
    let late = br#"{"uuid": "late", "event": "order.refunded"}"#;
    assert_eq!(post(&server.url, late, &sign_webhook(&old, late)).await, 200);
    assert_eq!(post(&server.url, late, &sign_webhook("sz_pr_older", late)).await, 401);
    server.stop().await;
    let server = Listening::start_on(&address, Verifier::new(&*new).unwrap(), file.inbox()).await;
    assert_eq!(post(&server.url, late, &sign_webhook(&old, late)).await, 401);
    assert_eq!(post(&server.url, late, &sign_webhook(&new, late)).await, 200);
    assert_eq!(file.names().len(), 3);
}

async fn post(url: &str, body: &[u8], signature: &str) -> u16 {
    let request = reqwest::Client::new().post(url).header(SIGNATURE_HEADER, signature).body(body.to_vec());
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn unsigned_events_are_not_stored() {
    let file = File::new("forged");
    let inbox = file.inbox();
    let server = Listening::start(Verifier::new("sz_pr_1").unwrap(), inbox.clone()).await;
    let body = br#"{"uuid": "event-1", "event": "order.captured"}"#;
    let signed = sign_webhook("sz_pr_1", body);
    let written_again = br#"{"uuid":"event-1","event":"order.captured"}"#;
    for (body, signature) in [
        (&body[..], sign_webhook("sz_pr_other", body)),
        (&body[..], String::new()),
        (&body[..], signed.replace(['a', 'b', 'c', 'd', 'e', 'f'], "0")),
        (&written_again[..], signed.clone()),
    ] {
        assert_eq!(post(&server.url, body, &signature).await, 401);
    }
    let without = reqwest::Client::new().post(&server.url).body(body.to_vec()).send().await.unwrap();
    assert_eq!(without.status(), 401);
    let long = vec![b' '; 2 << 20];
    assert_eq!(post(&server.url, &long, &sign_webhook("sz_pr_1", &long)).await, 413);
    assert_eq!(inbox.len(), 0);

    assert_eq!(post(&server.url, body, &signed).await, 200);
    // Sezzle's all the same, and refused it would cost the subscription.
    for strange in [&b"[]"[..], b"{\"event\": \"order.new\"}", b"\xff"] {
        let signed = sign_webhook("sz_pr_1", strange);
        assert_eq!((post(&server.url, strange, &signed).await, post(&server.url, strange, &signed).await), (200, 200));
    }
    assert_eq!(inbox.len(), 4);
}

/// An inbox that fails to store the first event.
struct Failing {
    inbox: Arc<FileInbox>,
    has_failed: AtomicBool,
}

impl Inbox for Failing {
    fn store(&self, id: &str, body: &[u8]) -> io::Result<bool> {
        if self.has_failed.swap(true, Ordering::SeqCst) {
            return self.inbox.store(id, body);
        }
        Err(io::Error::other("the disk is full"))
    }
}

#[tokio::test]
async fn event_that_was_not_stored_is_redelivered() {
    let (shop, file) = (Shop::open().await, File::new("full"));
    let failing = Failing { inbox: file.inbox(), has_failed: AtomicBool::new(false) };
    let server = Listening::start(verifier(&shop), Arc::new(failing)).await;
    ensure_subscribed(&shop.client, &server.url).await.unwrap();
    shop.approved(Intent::Auth).await;
    settle(&shop).await;
    assert_eq!(outcomes(&shop), [DeliveryOutcome::Refused { status: 500 }]);
    assert!(file.names().is_empty());

    shop.simulator.advance(Duration::from_secs(600));
    settle(&shop).await;
    assert_eq!(outcomes(&shop).last(), Some(&DeliveryOutcome::Delivered));
    assert_eq!(file.names(), ["order.authorized"]);
}

/// The program dies while it writes: nothing answers, half a line is on the disk, and the event comes again.
#[tokio::test]
async fn crash_while_storing_loses_no_event() {
    let (shop, file, server) = subscribed("half").await;
    let order_uuid = shop.approved(Intent::Auth).await;
    settle(&shop).await;
    let stored = std::fs::read(&file.0).unwrap();

    let address = server.stop().await;
    std::fs::write(&file.0, [&stored[..], b"[\"half-an-id\",\"{\\\"uu"].concat()).unwrap();
    shop.capture(&order_uuid, 1000).await;
    settle(&shop).await;
    assert!(matches!(outcomes(&shop).last(), Some(DeliveryOutcome::Failed(_))));

    let inbox = file.inbox();
    assert_eq!(inbox.len(), 1);
    let _server = Listening::start_on(&address, verifier(&shop), inbox).await;
    shop.simulator.advance(Duration::from_secs(600));
    settle(&shop).await;
    assert_eq!(file.names(), ["order.authorized", "order.captured"]);
}

#[tokio::test]
async fn deleted_subscription_is_recreated() {
    let (shop, file, server) = subscribed("deleted").await;
    let url = server.url.clone();
    let order_uuid = shop.approved(Intent::Auth).await;
    settle(&shop).await;
    // The receiver is down for five days.
    let address = server.stop().await;
    shop.capture(&order_uuid, 1000).await;
    for _ in 0..12 {
        settle(&shop).await;
        shop.simulator.advance(Duration::from_secs(60 * 60 * 49));
    }
    settle(&shop).await;
    assert!(shop.client.find_webhook(&url).await.unwrap().is_none());

    let _server = Listening::start_on(&address, verifier(&shop), file.inbox()).await;
    assert!(ensure_subscribed(&shop.client, &url).await.unwrap());
    shop.approved(Intent::Auth).await;
    settle(&shop).await;
    // What happened in between is not delivered.
    assert_eq!(file.names(), ["order.authorized", "order.authorized"]);
}
