//! The example `shop`, open, with the gateway it sells through.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use sezzle_api::types::Order;
use sezzle_api::{Client, Credentials, Event, Server};
use sezzle_simulator::Simulator;
use tokio::task::JoinHandle;

use crate::chromium::PATIENCE;
use crate::hmac;
use crate::shop::{self, Sale};

/// The shop, its page at [`url`](Self::url), and the gateway it sells through.
pub(crate) struct Shop {
    pub(crate) url: String,
    pub(crate) simulator: Simulator,
    pub(crate) client: Client,
    shop: Arc<shop::Shop>,
    server: JoinHandle<()>,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        let simulator = Simulator::builder().strict().start().await.expect("the simulator starts");
        let client = Client::builder()
            .server(Server::Custom(simulator.url().to_owned()))
            .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
            .build()
            .expect("the client can be built");
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
        let url = format!("http://{}", listener.local_addr().expect("it has an address"));
        let private_key = simulator.private_key();
        let shop = Arc::new(shop::Shop::new(client.clone(), &private_key, &url).expect("this is a key"));
        let router = shop::router(Arc::clone(&shop)).layer(from_fn_with_state(private_key, checked));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.expect("the shop serves") });
        shop.subscribe().await.expect("the shop can subscribe");
        Self { url: shop.url().to_owned(), simulator, client, shop, server }
    }

    /// What was sold last.
    pub(crate) fn sold(&self) -> Sale {
        self.shop.sales().pop().expect("something was sold")
    }

    pub(crate) async fn order(&self) -> Order {
        let uuid = self.sold().order_uuid.expect("the session has an order");
        self.client.get_order().order_uuid(uuid).send().await.expect("the order can be read").into_inner()
    }

    /// Waits for an event of this name, whose signature was right.
    pub(crate) async fn told_of(&self, name: &str) -> Event {
        let begun = Instant::now();
        loop {
            let told = self.told();
            if let Some(event) = told.iter().find(|event| is_named(event, name)) {
                return event.clone();
            }
            assert!(begun.elapsed() < PATIENCE, "no {name} among {} webhooks", told.len());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub(crate) fn told(&self) -> Vec<Event> {
        self.shop.events()
    }
}

pub(crate) fn is_named(event: &Event, name: &str) -> bool {
    event.event.as_ref().is_some_and(|event| event.as_str() == name)
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.server.abort();
        // A second panic would end the process before the first is told.
        if !std::thread::panicking() {
            assert_eq!(self.simulator.contract_violations(), [], "an answer broke the document");
        }
    }
}

/// Lets webhooks through to the shop whose signature is right by our own reckoning too.
async fn checked(State(private_key): State<String>, request: Request, next: Next) -> Response {
    if request.uri().path() != "/sezzle" {
        return next.run(request).await;
    }
    let (head, body) = request.into_parts();
    let body = to_bytes(body, 1 << 20).await.expect("it comes whole");
    let signature = head.headers.get("sezzle-signature").and_then(|signature| signature.to_str().ok());
    if signature != Some(&hmac::hex(private_key.as_bytes(), &body)[..]) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    next.run(Request::from_parts(head, Body::from(body))).await
}
