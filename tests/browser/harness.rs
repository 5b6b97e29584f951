//! The example `shop`, running, with the simulator it uses.

use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sezzle_api::Client;
use sezzle_api::types::Order;
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
    worker: JoinHandle<()>,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        let simulator = Simulator::builder().strict().start().await.expect("the simulator starts");
        let client =
            Client::builder().gateway(simulator.url(), simulator.keys()).build().expect("the client can be built");
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("there is a free port");
        let url = format!("http://{}", listener.local_addr().expect("it has an address"));
        let database = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("shop-{:016x}.db", fastrand::u64(..)));
        let shop = shop::Shop::open(client.clone(), &simulator.private_key(), &url, &database).await;
        let shop = Arc::new(shop.expect("the shop can be opened"));
        let router = routes::router(Arc::clone(&shop));
        let server = tokio::spawn(async move { axum::serve(listener, router).await.expect("the shop serves") });
        let worker = Arc::clone(&shop);
        let worker = tokio::spawn(async move { worker.work().await });
        shop.subscribe().await.expect("the shop can subscribe");
        Self { url, simulator, client, shop, server, worker }
    }

    /// Returns the last sale.
    pub(crate) fn sold(&self) -> Sale {
        self.shop.sales().expect("sales can be read").pop().expect("something was sold")
    }

    pub(crate) async fn order(&self) -> Order {
        let uuid = self.sold().order_uuid.expect("the session has an order");
        self.client.get_order().order_uuid(uuid).send().await.expect("the order can be read").into_inner()
    }

    /// Waits for this many events of this name with a valid signature.
    pub(crate) async fn wait_for_events(&self, name: &str, count: usize) {
        let begun = Instant::now();
        loop {
            let events = self.shop.events().expect("events can be read");
            let found = events.iter().filter(|(_, event)| event == name).count();
            assert!(found <= count && begun.elapsed() < PATIENCE, "{found} {name} among {events:?}");
            if found == count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.server.abort();
        self.worker.abort();
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
