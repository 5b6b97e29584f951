//! Calls, from the intent to the end.

use std::sync::Arc;
use std::time::Duration;

use sezzle_api::Credentials;
use sezzle_api::types::{CustomerOrderRequest, Intent, Price, Transaction};
use sezzle_journal::store::{CallEnd, Lease, Pick, Store};
use sezzle_journal::{Clock, Error, Evidence, Journal, Outcome, Resolution, ReviewReason, State};
use sezzle_simulator::LedgerKind;

use super::{TestCipher, World, client};

fn is_unknown(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Unknown { .. })
}

fn evidence(outcome: &Outcome) -> Option<Evidence> {
    match outcome {
        Outcome::Done(response) => Some(response.evidence()),
        _ => None,
    }
}

pub(crate) async fn done_call_is_not_sent_again<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let call = world.capture(100);
    let id = world.journal.intend("order-1/capture/1", &call).await.unwrap();
    assert!(is_unknown(&world.journal.outcome(id).await.unwrap()));
    assert_eq!(world.captures(), 0);

    let Outcome::Done(response) = world.journal.run(id).await.unwrap() else { panic!("not done") };
    let transaction: Transaction = response.read().unwrap();
    let entry = world.simulator.ledger().pop().unwrap();
    assert_eq!((transaction.uuid, entry.request_id.as_deref()), (Some(entry.uuid), Some(call.request_id())));

    assert_eq!(world.journal.run(id).await.unwrap(), Outcome::Done(response));
    assert_eq!(world.requests("capture_order"), 1);
    let entries = world.journal.list(State::Done).await.unwrap();
    assert_eq!((entries[0].purpose.as_str(), entries[0].runs, entries.len()), ("order-1/capture/1", 1, 1));
    assert!(world.journal.resume().await.unwrap().next_at.is_none());
}

pub(crate) async fn purpose_is_unique<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let first = world.capture(100);
    let id = world.journal.intend("a", &first).await.unwrap();
    // The same call, prepared again after a crash, has another request id. The first one stays.
    assert_eq!(world.journal.intend("a", &world.capture(100)).await.unwrap(), id);
    assert_eq!(world.journal.list(State::Intended).await.unwrap()[0].request_id, first.request_id());
    let error = world.journal.intend("a", &world.capture(101)).await.unwrap_err();
    assert!(matches!(&error, Error::PurposeInUse { field: "body", .. }), "{error}");
    let refund = world.client.refund_order().order_uuid(&*world.order).body(Price::usd(100)).prepare().unwrap();
    let error = world.journal.intend("a", &refund).await.unwrap_err();
    assert!(matches!(&error, Error::PurposeInUse { field: "operation", .. }), "{error}");
    for purpose in ["", " ", "a\nb", &"x".repeat(201)] {
        assert!(matches!(world.journal.intend(purpose, &first).await, Err(Error::InvalidPurpose)), "{purpose:?}");
    }
    assert!(world.journal.intend(&"x".repeat(200), &first).await.is_ok());
    assert!(matches!(world.journal.run(999_999.into()).await, Err(Error::NotFound(_))));
}

pub(crate) async fn lost_response_is_asked_for_with_the_same_id<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    world.fault("capture_order=reset:processedx1");
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    let Outcome::Unknown { retry_at } = world.journal.run(id).await.unwrap() else { panic!("known") };
    assert!(retry_at > world.clock.now());
    // Not before its time.
    assert!(is_unknown(&world.journal.run(id).await.unwrap()));
    assert_eq!((world.requests("capture_order"), world.captures()), (1, 1));

    world.clock.advance(10);
    let resumed = world.journal.resume().await.unwrap();
    assert_eq!(evidence(&resumed.ended[0].1), Some(Evidence::Response));
    assert_eq!((world.captures(), world.simulator.ledger().pop().unwrap().repeats), (1, 1));
    assert_eq!(world.requests("get_order"), 0);
}

pub(crate) async fn rejection_is_final<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let id = world.journal.intend("a", &world.capture(2_000_000)).await.unwrap();
    let Outcome::Rejected(rejection) = world.journal.run(id).await.unwrap() else { panic!("not rejected") };
    assert_eq!((rejection.status, rejection.code.as_deref()), (Some(422), Some("invalid")));
    assert_eq!(world.journal.run(id).await.unwrap(), Outcome::Rejected(rejection));
    assert_eq!(world.requests("capture_order"), 1);

    // A rejection after an attempt that was lost: the order shows that it had no effect.
    world.fault("capture_order=resetx1");
    let id = world.journal.intend("b", &world.capture(2_000_000)).await.unwrap();
    assert!(is_unknown(&world.journal.run(id).await.unwrap()));
    world.clock.advance(10);
    assert!(matches!(world.journal.run(id).await.unwrap(), Outcome::Rejected(_)));
    assert_eq!(world.requests("get_order"), 1);
}

pub(crate) async fn gateway_page_is_no_rejection<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    // What a proxy may send, and what other keys or a slower pace may change.
    for (status, cents) in [(400, 1), (401, 2), (403, 3), (404, 4), (405, 5), (409, 6), (429, 7)] {
        world.fault(&format!("capture_order={status}:emptyx1"));
        let id = world.journal.intend(&status.to_string(), &world.capture(cents)).await.unwrap();
        let outcome = world.journal.run(id).await.unwrap();
        let is_repeated = status == 401 && evidence(&outcome).is_some();
        assert!(is_unknown(&outcome) || is_repeated, "{status}: {outcome:?}");
    }
}

pub(crate) async fn call_without_connection_was_not_sent<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let nowhere = client("http://127.0.0.1:9", "sz_pr_x");
    let journal = Journal::with_shared(nowhere, Arc::clone(world.journal.store())).clock(world.clock.clone());
    let id = journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(is_unknown(&journal.run(id).await.unwrap()));
    let entry = journal.list(State::Intended).await.unwrap().remove(0);
    assert_eq!((entry.first_sent_at, entry.runs), (None, 1));
    assert!(entry.note.unwrap().contains("capture_order"));
    // However long the outage lasts, the order does not have to decide.
    world.advance(100);
    assert_eq!(evidence(&world.journal.run(id).await.unwrap()), Some(Evidence::Response));
    assert_eq!(world.requests("get_order"), 0);
}

pub(crate) async fn wrong_keys_do_not_reject<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let wrong = client(world.simulator.url(), "sz_pr_wrong");
    let journal = Journal::with_shared(wrong.clone(), Arc::clone(world.journal.store())).clock(world.clock.clone());
    let id = journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(is_unknown(&journal.run(id).await.unwrap()));
    wrong.replace_credentials(Credentials::keys("sz_pub_simulator", world.simulator.private_key())).unwrap();
    world.clock.advance(60);
    assert!(evidence(&journal.run(id).await.unwrap()).is_some());
}

fn lease(world: &World<impl Store>, owner: &str, seconds: i64) -> Lease {
    let now = world.clock.now().timestamp_micros();
    Lease { owner: owner.to_owned(), now, until: now + seconds * 1_000_000, not_after: i64::MAX }
}

pub(crate) async fn owner_excludes_others<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    // A process that claims the call, and is killed.
    let claimed = world.journal.store().claim_call(Pick::Id(id.into()), lease(&world, "dead", 60)).await.unwrap();
    assert_eq!(claimed.unwrap().claimed_from.as_deref(), Some("intended"));
    let Outcome::Unknown { retry_at } = world.journal.run(id).await.unwrap() else { panic!("known") };
    assert_eq!((retry_at - world.clock.now()).num_seconds(), 60);
    assert_eq!(world.journal.resume().await.unwrap().ended, []);
    assert_eq!(world.requests("capture_order"), 0);

    world.clock.advance(60);
    assert_eq!(world.journal.resume().await.unwrap().ended.len(), 1);
    assert_eq!(world.captures(), 1);
}

pub(crate) async fn expired_lease_loses_the_right_to_write<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    let store = world.journal.store();
    let slow = store.claim_call(Pick::Id(id.into()), lease(&world, "slow", 1)).await.unwrap().unwrap();
    world.clock.advance(2);
    let done = world.journal.run(id).await.unwrap();
    let late = CallEnd { state: State::Intended, response: Vec::new(), next_at: 0, now: 0 };
    assert!(!store.finish_call(id.into(), slow.fence, late.clone()).await.unwrap());
    // Nor can it write with a fence that it guesses from its own.
    assert!(!store.finish_call(id.into(), slow.fence + 1, late).await.unwrap());
    assert_eq!(world.journal.outcome(id).await.unwrap(), done);
    assert!(store.claim_call(Pick::Id(id.into()), lease(&world, "late", 1)).await.unwrap().is_none());
}

pub(crate) async fn old_request_id_is_not_trusted<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let other = world.journal.intend("other", &world.capture(200)).await.unwrap();
    assert!(evidence(&world.journal.run(other).await.unwrap()).is_some());
    world.fault("capture_order=reset:processedx1");
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(is_unknown(&world.journal.run(id).await.unwrap()));
    world.advance(30);
    let outcome = world.journal.run(id).await.unwrap();
    assert_eq!(evidence(&outcome), Some(Evidence::Order));
    let Outcome::Done(response) = outcome else { panic!("not done") };
    assert_eq!(response.uuid(), world.simulator.ledger().pop().map(|entry| entry.uuid).as_deref());
    assert_eq!((world.captures(), world.requests("capture_order"), world.requests("get_order")), (2, 2, 1));
}

pub(crate) async fn order_without_effect_is_sent_again<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    world.fault("capture_order=resetx1");
    let call = world.capture(100);
    let id = world.journal.intend("a", &call).await.unwrap();
    assert!(is_unknown(&world.journal.run(id).await.unwrap()));
    world.advance(30);
    // The order cannot be read, so nothing is sent.
    world.fault("get_order=503x1");
    assert!(is_unknown(&world.journal.run(id).await.unwrap()));
    assert_eq!(world.requests("capture_order"), 1);
    world.advance(1);
    assert_eq!(evidence(&world.journal.run(id).await.unwrap()), Some(Evidence::Response));
    let entry = world.simulator.ledger().pop().unwrap();
    assert_eq!((world.captures(), entry.request_id.as_deref()), (1, Some(call.request_id())));
}

pub(crate) async fn invisible_call_needs_review<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let customer = world.customer.clone();
    for (number, resolution) in [Resolution::Done, Resolution::Rejected, Resolution::SendAgain].into_iter().enumerate()
    {
        world.fault("create_customer_order=resetx1");
        let cents = 500 + i64::try_from(number).unwrap();
        let body =
            CustomerOrderRequest::builder().intent(Intent::Auth).reference_id("r").order_amount(Price::usd(cents));
        let call = world.client.create_customer_order().customer_uuid(&*customer).body(body).prepare().unwrap();
        let id = world.journal.intend(&format!("{resolution:?}"), &call).await.unwrap();
        assert!(is_unknown(&world.journal.run(id).await.unwrap()));
        assert!(matches!(world.journal.resolve(id, resolution, None).await, Err(Error::NotInReview(_))));
        world.advance(30);
        let outcome = world.journal.run(id).await.unwrap();
        assert_eq!(outcome, Outcome::NeedsReview(ReviewReason::NotVisible));
        assert_eq!(world.journal.list(State::Review).await.unwrap().len(), 1);
        world.journal.resolve(id, resolution, Some("order-2")).await.unwrap();
        match (resolution, world.journal.run(id).await.unwrap()) {
            (Resolution::Done, Outcome::Done(response)) => {
                assert_eq!((response.uuid(), response.evidence()), (Some("order-2"), Evidence::Review));
            }
            (Resolution::Rejected, Outcome::Rejected(rejection)) => assert_eq!(rejection.status, None),
            (Resolution::SendAgain, Outcome::Done(response)) => assert_eq!(response.evidence(), Evidence::Response),
            (_, outcome) => panic!("{resolution:?}: {outcome:?}"),
        }
    }
    let orders = world.simulator.ledger().iter().filter(|entry| entry.kind == LedgerKind::Order).count();
    assert_eq!(orders, 2);
}

pub(crate) async fn clock_behind_the_journal_is_an_error<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    world.fault("capture_order=reset:processedx1");
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(is_unknown(&world.journal.run(id).await.unwrap()));
    world.clock.advance(-3600);
    let error = world.journal.run(id).await.unwrap_err();
    assert!(matches!(error, Error::ClockBehind { .. }), "{error}");
    assert!(matches!(world.journal.resume().await, Err(Error::ClockBehind { .. })));
    assert_eq!(world.requests("capture_order"), 1);
    // If the clock was wrong before, the order decides.
    assert_eq!(world.journal.reset_times().await.unwrap(), 1);
    assert_eq!(evidence(&world.journal.run(id).await.unwrap()), Some(Evidence::Order));
    assert_eq!(world.captures(), 1);
}

pub(crate) async fn clock_behind_an_ended_call_sends_nothing<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    world.clock.advance(3600);
    let done = world.journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(evidence(&world.journal.run(done).await.unwrap()).is_some());
    world.clock.advance(-3600);
    let _ = world.journal.intend("b", &world.capture(101)).await.unwrap();
    world.clock.advance(40);
    let error = world.journal.resume().await.unwrap_err();
    assert!(matches!(error, Error::ClockBehind { .. }), "{error}");
    assert_eq!(world.requests("capture_order"), 1);
    assert_eq!(world.journal.reset_times().await.unwrap(), 1);
    assert_eq!(world.journal.resume().await.unwrap().ended.len(), 1);
    assert!(evidence(&world.journal.outcome(done).await.unwrap()).is_some());
}

pub(crate) async fn call_sent_in_the_future_is_not_trusted<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    // The clock is a day ahead when the call is claimed, and right again when its end is written, or at the next claim.
    for (cents, back_at_the_end) in [(100, true), (101, false)] {
        let id = world.journal.intend(&cents.to_string(), &world.capture(cents)).await.unwrap();
        let store = world.journal.store();
        let now = world.clock.now().timestamp_micros();
        let ahead = now + 24 * 3_600_000_000;
        let lease = Lease { owner: "o".to_owned(), now: ahead, until: ahead, not_after: i64::MAX };
        let claimed = store.claim_call(Pick::Id(id.into()), lease).await.unwrap().unwrap();
        let end = CallEnd { state: State::Unknown, response: b"{\"error\":\"e\"}".to_vec(), next_at: now, now };
        let late = CallEnd { now: ahead, ..end.clone() };
        let end = if back_at_the_end { end } else { late };
        assert!(store.finish_call(id.into(), claimed.fence, end).await.unwrap());
        let is_distrusted = store.find_call(id.into()).await.unwrap().unwrap().first_sent_at == Some(0);
        assert_eq!(is_distrusted, back_at_the_end);
        let lease = Lease { owner: "o".to_owned(), now, until: now, not_after: ahead - 1 };
        if !back_at_the_end {
            // Its time of change is ahead as well: not claimed before it is corrected.
            assert!(store.claim_call(Pick::Id(id.into()), lease).await.unwrap().is_none());
            assert_eq!(world.journal.reset_times().await.unwrap(), 1);
        }
        assert!(evidence(&world.journal.run(id).await.unwrap()).is_some());
        assert_eq!(store.find_call(id.into()).await.unwrap().unwrap().first_sent_at, Some(0));
        world.clock.advance(1);
    }
    assert_eq!((world.requests("capture_order"), world.requests("get_order")), (2, 2));
}

pub(crate) async fn concurrent_runs_send_once<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let id = world.journal.intend("a", &world.capture(100)).await.unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..12 {
        // As other processes would.
        let journal = Journal::with_shared(world.client.clone(), Arc::clone(world.journal.store()));
        let journal = journal.clock(world.clock.clone()).grace(Duration::ZERO);
        tasks.spawn(async move {
            if number % 2 == 0 { journal.run(id).await.map(drop) } else { journal.resume().await.map(drop) }
        });
    }
    while let Some(result) = tasks.join_next().await {
        result.unwrap().unwrap();
    }
    assert_eq!((world.requests("capture_order"), world.captures()), (1, 1));
    assert!(evidence(&world.journal.outcome(id).await.unwrap()).is_some());
}

pub(crate) async fn counts_and_purge<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let done = world.journal.intend("a", &world.capture(100)).await.unwrap();
    assert!(evidence(&world.journal.run(done).await.unwrap()).is_some());
    world.clock.advance(100);
    let open = world.journal.intend("b", &world.capture(101)).await.unwrap();
    world.clock.advance(50);
    let mut counts = world.journal.counts().await.unwrap();
    counts.sort_by(|a, b| a.state.cmp(&b.state));
    let counts: Vec<_> = counts.iter().map(|count| (&*count.state, count.count, count.oldest.as_secs())).collect();
    assert_eq!(counts, [("done", 1, 150), ("intended", 1, 50)]);
    // An open call on the same order may need the other one to be decided.
    let now = world.clock.now();
    assert_eq!(world.journal.purge(now).await.unwrap(), 0);
    assert!(evidence(&world.journal.run(open).await.unwrap()).is_some());
    assert_eq!(world.journal.purge(now).await.unwrap(), 0);
    world.clock.advance(1);
    assert_eq!(world.journal.purge(world.clock.now()).await.unwrap(), 2);
    assert!(matches!(world.journal.outcome(done).await, Err(Error::NotFound(_))));
}

pub(crate) async fn bodies_are_encrypted<S: Store>(store: Arc<S>) {
    let world = World::new(store).await;
    let sealed = Arc::default();
    let journal = world.journal.clone().cipher(TestCipher(0x5a, Arc::clone(&sealed)));
    let id = journal.intend("a", &world.capture(4150)).await.unwrap();
    let row = world.journal.store().find_call(id.into()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&row.body).contains("4150"));
    // With another key: an error that leaves the call as it is.
    let wrong = world.journal.clone().cipher(TestCipher(0x11, Arc::default()));
    let error = wrong.run(id).await.unwrap_err();
    assert!(matches!(&error, Error::Corrupt { field: "body", .. }), "{error}");
    assert_eq!(world.requests("capture_order"), 0);
    world.clock.advance(600);
    assert!(evidence(&journal.run(id).await.unwrap()).is_some());
    assert!(evidence(&journal.outcome(id).await.unwrap()).is_some());
    assert_eq!(*sealed.lock().unwrap(), 2);
}
