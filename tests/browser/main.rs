//! The example shop and the pages of the simulator in a real browser.
//!
//! `cargo test -p sezzle-tests --features browser --test browser`

mod checkout;
mod chromium;
mod dashboard;
mod harness;
mod keyboard;
#[path = "../../sezzle-journal/examples/shop/pages.rs"]
mod pages;
#[path = "../../sezzle-journal/examples/shop/routes.rs"]
mod routes;
#[path = "../../sezzle-journal/examples/shop/shop.rs"]
mod shop;
