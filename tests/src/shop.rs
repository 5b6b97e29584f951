//! A shop: a simulator, and a client of it.

use sezzle_api::Client;
use sezzle_api::types::{CaptureRequest, Intent, Price, Session, SessionCustomer, SessionOrder, SessionRequest};
use sezzle_simulator::Simulator;

use crate::fixtures::{client_of, strict};

/// A simulator that holds the client to the document, and the client.
pub struct Shop {
    /// The gateway.
    pub simulator: Simulator,
    /// A client with its keys.
    pub client: Client,
}

impl Shop {
    /// Starts a simulator whose clock stands still at noon.
    pub async fn open() -> Self {
        Self::open_at(strict().seed(1).frozen_clock("2026-03-01T12:00:00Z".parse().unwrap())).await
    }

    /// Starts a simulator.
    pub async fn open_at(simulator: sezzle_simulator::Builder) -> Self {
        let simulator = simulator.start().await.unwrap();
        let client = client_of(&simulator);
        Self { simulator, client }
    }

    /// Creates the order `order-1001` of 41.50 USD, and returns its id.
    pub async fn create(&self, intent: Intent) -> String {
        self.create_order(intent, "order-1001", 4150).await
    }

    /// Does the same for an order that the shopper has approved.
    pub async fn approved(&self, intent: Intent) -> String {
        self.approved_order(intent, "order-1001", 4150).await
    }

    /// Creates an order, and returns its id.
    pub async fn create_order(&self, intent: Intent, reference_id: &str, cents: i64) -> String {
        let order = SessionOrder::builder().intent(intent).reference_id(reference_id).order_amount(Price::usd(cents));
        let request = SessionRequest::builder()
            .cancel_url("https://shop.example/cart")
            .complete_url("https://shop.example/thanks")
            .order(order);
        let session = self.client.create_session().body(request).send().await.unwrap();
        session.order_uuid().unwrap().to_owned()
    }

    /// Creates an order that the shopper has approved, and returns its id.
    pub async fn approved_order(&self, intent: Intent, reference_id: &str, cents: i64) -> String {
        let order_uuid = self.create_order(intent, reference_id, cents).await;
        self.simulator.approve(&order_uuid).unwrap();
        order_uuid
    }

    /// Creates a session without an order, in which the shopper has agreed to be charged later.
    pub async fn tokenized(&self) -> Session {
        let request = SessionRequest::builder()
            .cancel_url("https://shop.example/cart")
            .complete_url("https://shop.example/thanks")
            .customer(SessionCustomer::builder().tokenize(true));
        let session = self.client.create_session().body(request).send().await.unwrap().into_inner();
        self.simulator.approve(session.session_uuid().unwrap()).unwrap();
        session
    }

    /// Returns the id of the customer who has agreed in a session.
    pub async fn customer(&self, session: &Session) -> String {
        let token = session.tokenization().unwrap().token.as_ref().unwrap();
        let tokenization = self.client.get_tokenization().token(token.expose()).send().await.unwrap();
        tokenization.customer.as_ref().unwrap().uuid.clone().unwrap()
    }

    /// Captures a part of an order.
    pub async fn capture(&self, order_uuid: &str, cents: i64) {
        let body = CaptureRequest::builder().capture_amount(Price::usd(cents));
        self.client.capture_order().order_uuid(order_uuid).body(body).send().await.unwrap();
    }

    /// Refunds a part of an order.
    pub async fn refund(&self, order_uuid: &str, cents: i64) {
        self.client.refund_order().order_uuid(order_uuid).body(Price::usd(cents)).send().await.unwrap();
    }

    /// Releases a part of an order.
    pub async fn release(&self, order_uuid: &str, cents: i64) {
        self.client.release_order().order_uuid(order_uuid).body(Price::usd(cents)).send().await.unwrap();
    }
}
