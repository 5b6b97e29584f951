//! The whole story in a real browser: the example shop, its shopper, and the simulator between them.
//!
//! `cargo test -p sezzle-tests --features browser --test browser`

mod checkout;
mod chromium;
mod dashboard;
mod harness;
mod hmac;
mod keyboard;
#[path = "../../sezzle-api/examples/shop/pages.rs"]
mod pages;
#[path = "../../sezzle-api/examples/shop/shop.rs"]
mod shop;

use chromium::Browser;
use harness::Shop;

/// The shop, with the checkout of this cart open in the browser.
async fn at_checkout(browser: &Browser, cart: &str) -> Shop {
    let shop = Shop::open().await;
    go_to_checkout(&shop, browser, cart).await;
    shop
}

async fn go_to_checkout(shop: &Shop, browser: &Browser, cart: &str) {
    browser.open(&shop.url).await;
    browser.click(&format!("#{cart}")).await;
    browser.arrive(shop.simulator.url()).await;
}
