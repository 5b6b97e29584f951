//! The example `shop`, running, with the simulator it uses.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sezzle_api::types::Order;
use sezzle_api::{Client, Event};
use sezzle_simulator::Simulator;
use tokio::task::JoinHandle;

use crate::chromium::{Browser, PATIENCE};
use crate::routes;
use crate::shop::{self, Sale};

/// A running shop at [`url`](Self::url) and the simulator it uses.
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
        let client =
            Client::builder().gateway(simulator.url(), simulator.keys()).build().expect("the client can be built");
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
        let url = format!("http://{}", listener.local_addr().expect("it has an address"));
        let shop = Arc::new(shop::Shop::new(client.clone(), &simulator.private_key(), &url).expect("this is a key"));
        let router = routes::router(Arc::clone(&shop));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.expect("the shop serves") });
        shop.subscribe().await.expect("the shop can subscribe");
        Self { url: shop.url().to_owned(), simulator, client, shop, server }
    }

    /// Returns the last sale.
    pub(crate) fn sold(&self) -> Sale {
        self.shop.sales().pop().expect("something was sold")
    }

    pub(crate) async fn order(&self) -> Order {
        let uuid = self.sold().order_uuid.expect("the session has an order");
        self.client.get_order().order_uuid(uuid).send().await.expect("the order can be read").into_inner()
    }

    /// Waits for an event of this name with a valid signature.
    pub(crate) async fn wait_for_event(&self, name: &str) -> Event {
        let begun = Instant::now();
        loop {
            let events = self.events();
            if let Some(event) = events.iter().find(|event| is_named(event, name)) {
                return event.clone();
            }
            assert!(begun.elapsed() < PATIENCE, "no {name} among {} webhooks", events.len());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        self.shop.events()
    }
}

pub(crate) fn is_named(event: &Event, name: &str) -> bool {
    event.event.as_ref().is_some_and(|event| event.as_str() == name)
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.server.abort();
        // A second panic would abort the process before the first is reported.
        if !std::thread::panicking() {
            assert_eq!(self.simulator.contract_violations(), [], "an answer broke the document");
        }
    }
}

/// Starts a shop and opens the checkout of this cart in the browser.
pub(crate) async fn at_checkout(browser: &Browser, cart: &str) -> Shop {
    let shop = Shop::open().await;
    go_to_checkout(&shop, browser, cart).await;
    shop
}

/// Opens the checkout of this cart in the browser.
pub(crate) async fn go_to_checkout(shop: &Shop, browser: &Browser, cart: &str) {
    browser.open(&shop.url).await;
    browser.click(&format!("#{cart}")).await;
    browser.arrive(shop.simulator.url()).await;
}
