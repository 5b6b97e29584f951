//! Webhooks, from the signature to the handler.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use sezzle_api::mock::sign_webhook;
use sezzle_api::webhook::Verifier;
use sezzle_journal::store::Store;
use sezzle_journal::{Inbox, StoreError, Stored};

use super::TestClock;

pub(crate) const KEY: &str = "sz_pr_1";

pub(crate) fn event(uuid: &str, order: &str, second: u32) -> String {
    let time = format!("2026-03-01T12:00:{second:02}.000001Z");
    json!({"uuid": uuid, "event": "order.captured", "created_at": time, "data": {"uuid": order}}).to_string()
}

pub(crate) fn new_inbox<S: Store>(store: Arc<S>, clock: &TestClock) -> Inbox<S> {
    let inbox = Inbox::new(Verifier::new(KEY).unwrap(), store).clock(clock.clone()).max_attempts(3);
    inbox.lease(Duration::from_secs(10)).backoff(Duration::from_secs(4), Duration::from_secs(4))
}

pub(crate) async fn store_event<S: Store>(inbox: &Inbox<S>, body: &str) -> Stored {
    inbox.store(body.as_bytes(), sign_webhook(KEY, body.as_bytes())).await.unwrap()
}

pub(crate) async fn webhook_is_stored_once<S: Store>(store: Arc<S>) {
    let inbox = new_inbox(store, &TestClock::new());
    let body = event("e1", "o1", 1);
    let forged = inbox.store(body.as_bytes(), sign_webhook("sz_pr_2", body.as_bytes())).await;
    assert!(matches!(forged, Err(StoreError::Forged(_))), "{forged:?}");
    assert!(matches!(inbox.store(body.as_bytes(), "").await, Err(StoreError::Forged(_))));
    assert_eq!(inbox.counts().await.unwrap(), []);
    assert_eq!(store_event(&inbox, &body).await, Stored::New);
    assert_eq!(store_event(&inbox, &body).await, Stored::Duplicate);

    // Authentic, but of no use: kept, and shown.
    for body in ["[1]", "{\"event\": \"order.captured\"}"] {
        assert_eq!(store_event(&inbox, body).await, Stored::Unreadable);
        assert_eq!(store_event(&inbox, body).await, Stored::Duplicate);
    }
    let set_aside = inbox.set_aside().await.unwrap();
    assert_eq!(set_aside.len(), 2);
    assert!(set_aside.iter().any(|event| event.reason.contains("uuid")), "{set_aside:?}");
    let delivery = inbox.claim().await.unwrap().unwrap();
    assert_eq!((delivery.event.uuid.as_deref(), delivery.attempts()), (Some("e1"), 1));
    assert!(inbox.claim().await.unwrap().is_none());
}

pub(crate) async fn events_of_an_order_are_handled_in_order<S: Store>(store: Arc<S>) {
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    for (uuid, order, second) in [("c", "o1", 3), ("x", "o2", 9), ("a", "o1", 1), ("b", "o1", 2)] {
        assert_eq!(store_event(&inbox, &event(uuid, order, second)).await, Stored::New);
    }
    let first = inbox.claim().await.unwrap().unwrap();
    let second = inbox.claim().await.unwrap().unwrap();
    let mut uuids = [&first, &second].map(|delivery| delivery.event.uuid.clone().unwrap());
    uuids.sort();
    // One of each order, the earliest first, and no second one of an order that has an owner.
    assert_eq!(uuids, ["a", "x"]);
    assert!(inbox.claim().await.unwrap().is_none());
    let a = if first.event.uuid.as_deref() == Some("a") { first } else { second };

    // An event that comes late does not overtake the one that has an owner.
    assert_eq!(store_event(&inbox, &event("0", "o1", 0)).await, Stored::New);
    assert!(inbox.claim().await.unwrap().is_none());
    // A failure holds back the later events of the order until the event is set aside.
    assert!(!inbox.fail(&a, "no").await.unwrap());
    assert!(inbox.fail(&a, "no").await.is_err(), "the right to write is lost");
    let late = inbox.claim().await.unwrap().unwrap();
    assert_eq!(late.event.uuid.as_deref(), Some("0"));
    assert!(inbox.claim().await.unwrap().is_none());
    assert!(!inbox.fail(&late, "no").await.unwrap());
    clock.advance(5);
    assert_eq!(inbox.claim().await.unwrap().unwrap().event.uuid.as_deref(), Some("0"), "still the earliest");
}

pub(crate) async fn crashing_handler_is_set_aside<S: Store>(store: Arc<S>) {
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    for (uuid, second) in [("a", 1), ("b", 2)] {
        assert_eq!(store_event(&inbox, &event(uuid, "o1", second)).await, Stored::New);
    }
    for attempt in 1..=3 {
        let delivery = inbox.claim().await.unwrap().unwrap();
        assert_eq!((delivery.event.uuid.as_deref(), delivery.attempts()), (Some("a"), attempt));
        // The process ends here.
        clock.advance(11);
    }
    let next = inbox.claim().await.unwrap().unwrap();
    assert_eq!(next.event.uuid.as_deref(), Some("b"));
    let set_aside = inbox.set_aside().await.unwrap();
    assert_eq!((set_aside[0].uuid.as_str(), set_aside.len()), ("a", 1));
    assert!(set_aside[0].body.contains("order.captured"));

    assert!(inbox.retry("a").await.unwrap() && !inbox.retry("b").await.unwrap());
    clock.advance(11);
    assert_eq!(inbox.claim().await.unwrap().unwrap().event.uuid.as_deref(), Some("a"));
    assert_eq!(inbox.purge(sezzle_journal::Clock::now(&clock)).await.unwrap(), 0);
}

pub(crate) async fn earlier_event_takes_the_lease_of_a_later_one<S: Store>(store: Arc<S>) {
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    let _ = store_event(&inbox, &event("b", "o1", 2)).await;
    let later = inbox.claim().await.unwrap().unwrap();
    clock.advance(11);
    let _ = store_event(&inbox, &event("a", "o1", 1)).await;
    let earlier = inbox.claim().await.unwrap().unwrap();
    assert_eq!((earlier.event.uuid.as_deref(), earlier.attempts()), (Some("a"), 1));
    // The worker that was slow cannot write beside the new owner.
    assert!(matches!(inbox.fail(&later, "no").await, Err(sezzle_journal::Error::LeaseLost)));
    assert!(!inbox.fail(&earlier, "no").await.unwrap());
}

pub(crate) async fn event_of_a_clock_that_was_ahead_is_due<S: Store>(store: Arc<S>) {
    let clock = TestClock::new();
    let inbox = new_inbox(store, &clock);
    clock.advance(3600);
    for (uuid, second) in [("a", 1), ("b", 2)] {
        let _ = store_event(&inbox, &event(uuid, "o1", second)).await;
    }
    let ahead = inbox.claim().await.unwrap().unwrap();
    assert_eq!(ahead.event.uuid.as_deref(), Some("a"));
    clock.advance(-3600);
    let delivery = inbox.claim().await.unwrap().unwrap();
    assert_eq!((delivery.event.uuid.as_deref(), delivery.attempts()), (Some("a"), 2));
    assert!(inbox.fail(&ahead, "no").await.is_err());
    // Within the lease it is not claimed again.
    assert!(inbox.claim().await.unwrap().is_none());
}
