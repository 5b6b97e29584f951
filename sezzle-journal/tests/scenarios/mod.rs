//! What holds for every store. `it` runs these on SQLite, `postgres` on PostgreSQL.

mod gateway;
pub(crate) mod inbox;
pub(crate) mod journal;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sezzle_api::chrono::{DateTime, TimeDelta, Utc};
use sezzle_api::types::{CaptureRequest, Intent, Price};
use sezzle_api::{Client, Credentials, PreparedCall, RetryPolicy, Server};
use sezzle_journal::store::Store;
use sezzle_journal::{Clock, Journal};
use sezzle_simulator::{LedgerKind, Simulator};

use gateway::create_order;

/// Declares a test for each scenario. `$store` creates an empty store.
macro_rules! run_scenarios {
    ($store:expr; $($module:ident { $($name:ident),* $(,)? })*) => {
        $(mod $module {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                crate::scenarios::$module::$name($store.await).await;
            })*
        })*
    };
}

/// Lists all scenarios.
macro_rules! scenarios {
    ($store:expr) => {
        crate::scenarios::run_scenarios! { $store;
            journal {
                done_call_is_not_sent_again, purpose_is_unique, lost_response_is_asked_for_with_the_same_id,
                rejection_is_final, call_without_connection_was_not_sent, wrong_keys_do_not_reject, owner_excludes_others,
                expired_lease_loses_the_right_to_write, old_request_id_is_not_trusted, order_without_effect_is_sent_again,
                invisible_call_needs_review, clock_behind_the_journal_is_an_error, concurrent_runs_send_once,
                counts_and_purge, bodies_are_encrypted, gateway_page_is_no_rejection,
                call_sent_in_the_future_is_not_trusted, clock_behind_an_ended_call_sends_nothing,
            }
            inbox {
                webhook_is_stored_once, events_of_an_order_are_handled_in_order, crashing_handler_is_set_aside,
                earlier_event_takes_the_lease_of_a_later_one, event_of_a_clock_that_was_ahead_is_due,
            }
        }
    };
}
pub(crate) use {run_scenarios, scenarios};

/// A clock that moves on request.
#[derive(Clone)]
pub(crate) struct TestClock(Arc<AtomicI64>);

impl TestClock {
    pub(crate) fn new() -> Self {
        Self(Arc::new(AtomicI64::new(Utc::now().timestamp_micros())))
    }

    pub(crate) fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::microseconds(self.0.load(Ordering::Relaxed))
    }
}

/// A gateway with a client, an order that can be captured, and a journal with a clock that moves on request.
pub(crate) struct World<S> {
    pub(crate) simulator: Simulator,
    pub(crate) client: Client,
    pub(crate) order: String,
    pub(crate) customer: String,
    pub(crate) clock: TestClock,
    pub(crate) journal: Journal<S>,
}

pub(crate) fn client(url: &str, private_key: &str) -> Client {
    let client = Client::builder().server(Server::Custom(url.to_owned()));
    let client = client.credentials(Credentials::keys("sz_pub_simulator", private_key));
    client.retry_policy(RetryPolicy::never()).timeout(Duration::from_millis(500)).build().unwrap()
}

impl<S: Store> World<S> {
    pub(crate) async fn new(store: Arc<S>) -> Self {
        let builder = Simulator::builder().authorization_ttl(Duration::from_secs(365 * 24 * 60 * 60));
        let simulator = builder.request_id_ttl(Duration::from_secs(24 * 60 * 60)).start().await.unwrap();
        let client = client(simulator.url(), &simulator.private_key());
        let (order, customer) = create_order(&simulator, &client, Intent::Auth, 1_000_000).await.unwrap();

        let clock = TestClock::new();
        let journal = Journal::with_shared(client.clone(), store).clock(clock.clone());
        Self { simulator, client, order, customer, clock, journal }
    }

    pub(crate) fn capture(&self, cents: i64) -> PreparedCall {
        let body = CaptureRequest::builder().capture_amount(Price::usd(cents));
        self.client.capture_order().order_uuid(&*self.order).body(body).prepare().unwrap()
    }

    pub(crate) fn fault(&self, rule: &str) {
        self.simulator.add_fault(rule.parse().unwrap()).unwrap();
    }

    /// Returns the number of captures in the ledger.
    pub(crate) fn captures(&self) -> usize {
        self.simulator.ledger().iter().filter(|entry| entry.kind == LedgerKind::Capture).count()
    }

    /// Returns the number of requests to this operation, without those whose token had expired.
    pub(crate) fn requests(&self, operation: &str) -> usize {
        let requests = self.simulator.requests();
        requests.iter().filter(|request| request.operation_id == Some(operation) && request.status != 401).count()
    }

    /// Moves both clocks.
    pub(crate) fn advance(&self, hours: i64) {
        self.clock.advance(hours * 3600);
        self.simulator.advance(Duration::from_secs(hours.unsigned_abs() * 3600));
    }
}

/// A cipher for tests: it can be read with the right key and context alone, and hides nothing from an attacker.
pub(crate) struct TestCipher(pub(crate) u8, pub(crate) Arc<Mutex<usize>>);

impl sezzle_journal::Cipher for TestCipher {
    fn seal(&self, context: &str, plain: &[u8]) -> Result<Vec<u8>, sezzle_journal::Source> {
        *self.1.lock().unwrap() += 1;
        Ok([context.as_bytes(), &[0], plain].concat().iter().map(|byte| byte ^ self.0).collect())
    }

    fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, sezzle_journal::Source> {
        let plain: Vec<u8> = sealed.iter().map(|byte| byte ^ self.0).collect();
        let head = [context.as_bytes(), &[0]].concat();
        plain.strip_prefix(&*head).map(<[u8]>::to_vec).ok_or_else(|| "another key".into())
    }
}
