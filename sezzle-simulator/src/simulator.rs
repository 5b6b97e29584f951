//! The simulator and its builder.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::actions::{checkout, disputes, due_events, payments, payouts};
use crate::control;
use crate::faults::active::ActiveFault;
use crate::faults::rule::{FaultError, FaultRule};
use crate::http::document::Document;
use crate::http::gateway::Gateway;
use crate::http::request_log::{ContractViolation, RecordedRequest};
use crate::http::{delivery, routes, serve};
use crate::model::dispute::DisputeOutcome;
use crate::model::error::ControlError;
use crate::model::ledger::LedgerEntry;
use crate::model::order::CompleteStatus;
use crate::model::webhooks::outbox::{DeliveryAttempt, DeliveryOrder};
use crate::operations;
use crate::operations::call::Handlers;
use crate::settings::Settings;
use crate::snapshot;
use crate::state::PUBLIC_KEY;
use crate::ui;

/// Configures and starts a [`Simulator`].
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// use sezzle_simulator::Simulator;
///
/// let noon = "2026-03-01T12:00:00Z".parse().expect("a time");
/// let simulator = Simulator::builder().seed(1).frozen_clock(noon).start().await?;
/// assert_eq!(simulator.now(), noon);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Builder {
    address: SocketAddr,
    settings: Settings,
}

impl Builder {
    /// Sets the address to listen on; port 0 selects a free one. Defaults to a free port of 127.0.0.1.
    ///
    /// Anyone who can reach the address can use the simulator, because its keys are public.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Enables strict mode, which rejects requests that the document does not allow, even where production accepts them.
    ///
    /// In default mode such requests are accepted, and recorded in
    /// [`RecordedRequest::deviations`](crate::RecordedRequest::deviations).
    pub fn strict(mut self) -> Self {
        self.settings.strict = true;
        self
    }

    /// Sets the seed of all ids, tokens and card numbers. By default they differ from run to run.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = Some(seed);
        self
    }

    /// Sets the start time of the clock, which then follows real time. Defaults to the real time.
    pub fn clock(mut self, start: DateTime<Utc>) -> Self {
        self.settings.start = Some(start);
        self
    }

    /// Sets the clock to this time and stops it; only [`Simulator::advance`] moves it.
    pub fn frozen_clock(mut self, now: DateTime<Utc>) -> Self {
        self.settings.start = Some(now);
        self.settings.frozen = true;
        self
    }

    /// Sets how long an authorization can be captured. Defaults to 30 minutes, as in the merchant's dashboard. The minimum
    /// is a second, the maximum 100 years.
    pub fn authorization_ttl(mut self, ttl: Duration) -> Self {
        self.settings.authorization_ttl = bounded(ttl);
        self
    }

    /// Sets how long a checkout stays open if its session has no `checkout_expiration`. Defaults to 24 hours. The minimum
    /// is a second, the maximum 100 years.
    pub fn checkout_ttl(mut self, ttl: Duration) -> Self {
        self.settings.checkout_ttl = bounded(ttl);
        self
    }

    /// Sets how long a `Sezzle-Request-Id` is remembered after the request that it was first used for. By default it is
    /// remembered until a reset. Sezzle does not document a limit.
    pub fn request_id_ttl(mut self, ttl: Duration) -> Self {
        self.settings.request_id_ttl = Some(bounded(ttl));
        self
    }

    /// Sets the maximum, in cents, that Sezzle approves for an order without a checkout: a customer's order or a
    /// reauthorization. Defaults to 250,000. See [`Simulator::set_spending_limit`] for one customer.
    pub fn spending_limit(mut self, cents: i64) -> Self {
        self.settings.spending_limit = cents;
        self
    }

    /// Enrols the merchant in the interest programme and sets the share of each payout, in percent, that goes to the
    /// interest account. The maximum is 100.
    pub fn interest_share(mut self, percent: u8) -> Self {
        self.settings.interest_share = Some(percent.min(100));
        self
    }

    /// Sets the `checkout_status` of orders whose checkout is finished. Defaults to [`CompleteStatus::Complete`].
    pub fn complete_status(mut self, status: CompleteStatus) -> Self {
        self.settings.complete_status = status;
        self
    }

    /// Enables delivery of webhooks to any host. By default they go only to loopback addresses, so that a URL in test data
    /// is never called by accident.
    pub fn deliver_anywhere(mut self) -> Self {
        self.settings.deliver_anywhere = true;
        self
    }

    /// Sets the timeout of a webhook delivery, in real time. Defaults to 10 seconds.
    pub fn delivery_timeout(mut self, timeout: Duration) -> Self {
        self.settings.delivery_timeout = timeout;
        self
    }

    /// Starts the simulator.
    ///
    /// # Errors
    ///
    /// Returns an error if the address is not available, such as when its port is in use, or no thread can be started.
    pub async fn start(self) -> io::Result<Simulator> {
        Simulator::start_with(self.address, self.settings, operations::handler).await
    }
}

fn bounded(ttl: Duration) -> TimeDelta {
    let max = TimeDelta::days(36_500);
    TimeDelta::from_std(ttl).unwrap_or(max).clamp(TimeDelta::seconds(1), max)
}

/// A running simulator.
///
/// It serves on a thread of its own, so it works with any runtime and responds even while a test blocks. Dropping it closes
/// the port and all connections.
pub struct Simulator {
    gateway: Arc<Gateway>,
    _server: Server,
}

impl Simulator {
    /// Starts on a free port of 127.0.0.1.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available or no thread can be started.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Returns a builder with the default settings.
    pub fn builder() -> Builder {
        Builder { address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), settings: Settings::default() }
    }

    pub(crate) async fn start_with(address: SocketAddr, settings: Settings, handlers: Handlers) -> io::Result<Self> {
        let document = Document::shared()?;
        let listener = TcpListener::bind(address)?;
        let mut reached = listener.local_addr()?;
        if reached.ip().is_unspecified() {
            // An unspecified address cannot be connected to.
            reached.set_ip(Ipv4Addr::LOCALHOST.into());
        }
        let base_url = format!("http://{reached}");
        let gateway = Arc::new(Gateway::new(document, base_url, handlers, settings));
        let server = Server::start(listener, Arc::clone(&gateway)).await?;
        Ok(Self { gateway, _server: server })
    }

    /// Returns the base URL, without a trailing slash.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.gateway.base_url
    }

    /// Returns the merchant's public key, which is the same for every simulator.
    #[must_use]
    pub fn public_key(&self) -> &'static str {
        PUBLIC_KEY
    }

    /// Returns the merchant's private key, which is the same for every simulator until [`Simulator::rotate_keys`].
    #[must_use]
    pub fn private_key(&self) -> String {
        self.gateway.state().private_key().to_owned()
    }

    /// Returns the public and the private key.
    #[must_use]
    pub fn keys(&self) -> (&'static str, String) {
        (self.public_key(), self.private_key())
    }

    /// Replaces the private key and returns the new one.
    ///
    /// The old key is rejected from now on, and webhooks are signed with the new one. Tokens stay valid.
    pub fn rotate_keys(&self) -> String {
        self.gateway.state().rotate_keys().to_owned()
    }

    /// Approves a checkout as the shopper, with consent to tokenization if the session asks for it. Returns the URL to
    /// redirect the shopper to.
    ///
    /// `id` is the id of a session, a virtual card session, or an order.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such session, the shopper has already finished it, or its checkout is closed.
    pub fn approve(&self, id: &str) -> Result<String, ControlError> {
        checkout::approve(&mut self.gateway.state(), id, true)
    }

    /// Approves a checkout as the shopper, without consent to tokenization.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Simulator::approve`].
    pub fn approve_order_only(&self, id: &str) -> Result<String, ControlError> {
        checkout::approve(&mut self.gateway.state(), id, false)
    }

    /// Declines a checkout: Sezzle denies the order. Returns the URL to redirect the shopper to.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Simulator::approve`].
    pub fn decline(&self, id: &str) -> Result<String, ControlError> {
        checkout::decline(&mut self.gateway.state(), id)
    }

    /// Cancels a visit of the checkout: the shopper returns to the shop without a decision, and the checkout stays open.
    /// Returns the URL to redirect the shopper to.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Simulator::approve`].
    pub fn cancel(&self, id: &str) -> Result<String, ControlError> {
        checkout::cancel(&mut self.gateway.state(), id)
    }

    /// Returns the token with which the shop reads the virtual card of this session, as the page of the card flow would
    /// pass it on. `None` before the shopper has approved, or if the session did not ask for a token.
    #[must_use]
    pub fn card_token(&self, card_session_uuid: &str) -> Option<String> {
        self.gateway.state().card_token(card_session_uuid).map(str::to_owned)
    }

    /// Returns the simulator's time.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.gateway.state().now
    }

    /// Moves the clock forward and runs all events that become due.
    pub fn advance(&self, by: Duration) {
        due_events::advance(&mut self.gateway.state(), TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX));
    }

    /// Expires the authorization of an order now.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such order, or it has no authorization that can expire.
    pub fn expire_authorization(&self, order_uuid: &str) -> Result<(), ControlError> {
        payments::expire_authorization(&mut self.gateway.state(), order_uuid)
    }

    /// Opens a dispute about what was captured of an order and not refunded.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such order, nothing of it can be disputed, or it is already in dispute.
    pub fn open_dispute(&self, order_uuid: &str) -> Result<(), ControlError> {
        disputes::open_dispute(&mut self.gateway.state(), order_uuid)
    }

    /// Closes the dispute about an order.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such order, or it is not in dispute.
    pub fn close_dispute(&self, order_uuid: &str, outcome: DisputeOutcome) -> Result<(), ControlError> {
        disputes::close_dispute(&mut self.gateway.state(), order_uuid, outcome)
    }

    /// Sets the maximum, in cents, that Sezzle approves for one order of this customer without a checkout.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such customer.
    pub fn set_spending_limit(&self, customer_uuid: &str, cents: i64) -> Result<(), ControlError> {
        self.gateway.state().set_spending_limit(customer_uuid, cents)
    }

    /// Transfers the interest account of a currency, such as `USD`, to the merchant's bank account.
    ///
    /// # Errors
    ///
    /// Returns an error if the currency is not `USD` or `CAD`.
    pub fn withdraw_interest(&self, currency: &str) -> Result<(), ControlError> {
        let currency = currency.parse().map_err(|_| ControlError::InvalidState("the currency must be USD or CAD"))?;
        payouts::withdraw_interest(&mut self.gateway.state(), currency);
        Ok(())
    }

    /// Resets the state, including tokens, as if the simulator had just started. The request log and the fault rules stay.
    pub fn reset(&self) {
        self.gateway.reset();
    }

    /// Returns everything that moved money, oldest first. The reports follow from it: see
    /// [`LedgerEntry::payout_in_cents`].
    #[must_use]
    pub fn ledger(&self) -> Vec<LedgerEntry> {
        self.gateway.state().ledger.entries().to_vec()
    }

    /// Returns the state as JSON, without keys, tokens, card data and personal data.
    #[must_use]
    pub fn state(&self) -> Value {
        snapshot::to_json(&self.gateway.state())
    }

    /// Returns the latest 10,000 attempts to deliver a webhook, oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<DeliveryAttempt> {
        self.gateway.state().outbox.attempts().cloned().collect()
    }

    /// Waits until no webhook delivery is in progress or due at the simulator's time. Held ones do not count.
    pub async fn deliveries_settled(&self) {
        delivery::settled(&self.gateway).await;
    }

    /// Delivers an event once more to all current subscriptions to it.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such event, or no subscription to it.
    pub fn redeliver(&self, event_uuid: &str) -> Result<(), ControlError> {
        self.gateway.state().redeliver(event_uuid)
    }

    /// Holds webhooks until [`Simulator::release_deliveries`].
    pub fn hold_deliveries(&self) {
        self.gateway.state().outbox.hold();
    }

    /// Releases held webhooks in this order.
    pub fn release_deliveries(&self, order: DeliveryOrder) {
        self.gateway.state().outbox.release(order);
    }

    /// Sets whether each event is delivered twice from now on.
    pub fn duplicate_deliveries(&self, on: bool) {
        self.gateway.state().outbox.set_duplicates(on);
    }

    /// Expires all current tokens.
    pub fn expire_tokens(&self) {
        self.gateway.state().expire_tokens();
    }

    /// Adds a fault rule. The first rule that applies to a request decides.
    ///
    /// # Errors
    ///
    /// Returns an error if the document has no such operation, or the rule is invalid.
    pub fn add_fault(&self, rule: FaultRule) -> Result<(), FaultError> {
        self.add_faults(vec![rule])
    }

    /// Adds several fault rules, or none of them.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Simulator::add_fault`].
    pub fn add_faults(&self, rules: Vec<FaultRule>) -> Result<(), FaultError> {
        self.gateway.add_faults(rules).map(drop)
    }

    /// Returns the active fault rules, with the number of requests that each has failed.
    #[must_use]
    pub fn faults(&self) -> Vec<ActiveFault> {
        self.gateway.faults.list()
    }

    /// Removes the fault rule with this id. Returns whether there was one.
    pub fn remove_fault(&self, id: u64) -> bool {
        self.gateway.faults.remove(id)
    }

    /// Removes all fault rules.
    pub fn clear_faults(&self) {
        self.gateway.faults.clear();
    }

    /// Returns the latest 10,000 requests, in the order of their responses.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.gateway.log().requests().cloned().collect()
    }

    /// Returns the responses that violated the document. Each is a bug in the simulator.
    #[must_use]
    pub fn contract_violations(&self) -> Vec<ContractViolation> {
        self.gateway.log().contract_violations().to_vec()
    }
}

impl fmt::Debug for Simulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Simulator").field("url", &self.url()).finish_non_exhaustive()
    }
}

/// The server thread. Connections are detached tasks, which end only with their runtime.
struct Server {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    async fn start(listener: TcpListener, gateway: Arc<Gateway>) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let (stop, stopped) = oneshot::channel();
        let (ready, readiness) = oneshot::channel();
        let run = move || {
            // The receiver is gone if the start was cancelled, which stops this thread.
            let _ = match prepare(listener, gateway, stopped) {
                Ok(serve_until_stopped) => ready.send(Ok(())).map(|()| serve_until_stopped()),
                Err(error) => ready.send(Err(error)),
            };
        };
        let thread = thread::Builder::new().name("sezzle-simulator".to_owned()).spawn(run)?;
        let server = Self { stop: Some(stop), thread: Some(thread) };
        readiness.await.unwrap_or_else(|_| Err(io::Error::other("the simulator's thread panicked")))?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Returns what serves until stopped, once nothing can fail any more.
fn prepare(listener: TcpListener, gateway: Arc<Gateway>, stopped: oneshot::Receiver<()>) -> io::Result<impl FnOnce()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(async { tokio::net::TcpListener::from_std(listener) })?;
    Ok(move || {
        runtime.block_on(async {
            tokio::select! {
                () = serve::serve(listener, router(Arc::clone(&gateway))) => {}
                () = delivery::deliver(gateway) => {}
                _ = stopped => {}
            }
        });
        // A pending DNS lookup for a webhook must not delay the shutdown.
        runtime.shutdown_background();
    })
}

fn router(gateway: Arc<Gateway>) -> Router {
    let others = control::router().merge(ui::checkout::router()).merge(ui::dashboard::router());
    routes::router(gateway, others, ui::dashboard::is_part_of_a_page)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{Ipv4Addr, TcpStream};

    use serde_json::json;

    use super::*;
    use crate::model::error::RuleError;
    use crate::operations::call::{Body, Call, Handler};
    use crate::state::GatewayState;

    fn broken_handler(_: &str) -> Option<Handler> {
        fn answer(_: &Call<'_>, _: &mut GatewayState) -> Result<Body, RuleError> {
            Ok(Body::Json(json!({"token": 1})))
        }
        Some(answer)
    }

    async fn authenticate_at(handlers: Handlers) -> (Simulator, String) {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let simulator = Simulator::start_with(address, Settings::default(), handlers).await.expect("starts");
        let body = r#"{"public_key": "a", "private_key": "b"}"#;
        let response = request_at(&simulator, "POST /v2/authentication", body);
        (simulator, response)
    }

    fn request_at(simulator: &Simulator, line: &str, body: &str) -> String {
        let host = simulator.url().strip_prefix("http://").expect("an http URL");
        let mut stream = TcpStream::connect(host).expect("connects");
        let head = format!("{line} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {}", body.len());
        write!(stream, "{head}\r\nconnection: close\r\n\r\n{body}").expect("is sent");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("a response");
        response
    }

    #[tokio::test]
    async fn response_that_violates_the_document_is_recorded() {
        let (simulator, response) = authenticate_at(broken_handler).await;
        assert!(response.starts_with("HTTP/1.1 201"), "{response}");
        let violations = simulator.contract_violations();
        let [violation] = violations.as_slice() else { panic!("{violations:?}") };
        assert_eq!(violation.to_string(), "authenticate, response 201, at `token`: token must be of type string");
        assert_eq!(simulator.requests()[0].contract_violation.as_ref(), Some(violation));
    }

    #[tokio::test]
    async fn operation_without_handler_responds_with_the_example() {
        let (simulator, response) = authenticate_at(|_| None).await;
        assert!(response.starts_with("HTTP/1.1 201"), "{response}");
        let operation = Document::shared().expect("a document").operation("authenticate").expect("an operation");
        let Some(Body::Json(example)) = &operation.example else { panic!("no example") };
        assert!(response.ends_with(&example.to_string()), "{response}");
        assert!(simulator.contract_violations().is_empty());
        assert!(simulator.requests()[0].is_example);
        let page = request_at(&simulator, "GET /_simulator/dashboard", "");
        assert!(page.contains("not implemented: responded with the document’s example"), "{page}");
    }
}
