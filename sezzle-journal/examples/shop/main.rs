//! A shop to click through: a cart, Sezzle's checkout, webhooks, and a page for each order with captures and refunds, full or
//! partial. It can be killed at any time: its journal and inbox are in a file, `SHOP_DATABASE` or `shop.db`.
//!
//! Without environment variables it starts a simulator, and a file of its own for it. With `SEZZLE_PUBLIC_KEY`,
//! `SEZZLE_PRIVATE_KEY` and optionally `SEZZLE_SERVER` it uses that gateway, which can send webhooks only to a public URL that
//! leads to this program: set `SHOP_URL` to it. With `--check` it places an order without a browser, kills the shop while it
//! captures, starts it again, and exits.

mod check;
mod pages;
mod routes;
mod shop;

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use sezzle_api::{Client, PRIVATE_KEY_ENV, PUBLIC_KEY_ENV, SERVER_ENV};
use sezzle_simulator::Simulator;
use tokio::net::TcpListener;

use crate::shop::{Result, Shop};

#[tokio::main]
async fn main() -> Result<()> {
    match env::args().nth(1).as_deref() {
        None => run().await,
        Some("--check") => check::run().await,
        Some(other) => Err(format!("unknown argument `{other}`: use --check or none").into()),
    }
}

async fn run() -> Result<()> {
    let is_configured = [PUBLIC_KEY_ENV, PRIVATE_KEY_ENV, SERVER_ENV].iter().any(|name| env::var_os(name).is_some());
    let simulator = if is_configured { None } else { Some(Simulator::builder().strict().start().await?) };
    let (client, private_key) = match &simulator {
        Some(simulator) => {
            (Client::builder().gateway(simulator.url(), simulator.keys()).build()?, simulator.private_key())
        }
        None => (Client::from_env()?, env::var(PRIVATE_KEY_ENV)?),
    };
    // A fixed address, so that open pages work after a restart.
    let port = env::var("SHOP_PORT").map_or(Ok(8422), |port| port.parse::<u16>())?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await;
    let listener = listener.map_err(|error| format!("port {port}: {error}: choose another one with SHOP_PORT"))?;
    let local = format!("http://{}", listener.local_addr()?);
    let url = env::var("SHOP_URL").unwrap_or_else(|_| local.clone());
    let database = match (env::var_os("SHOP_DATABASE"), &simulator) {
        (Some(path), _) => path.into(),
        (None, None) => PathBuf::from("shop.db"),
        // The orders of a simulator end with it.
        (None, Some(_)) => env::temp_dir().join(format!("sezzle-shop-{}.db", std::process::id())),
    };
    let shop = Arc::new(Shop::open(client, &private_key, &url, &database).await?);
    let worker = Arc::clone(&shop);
    tokio::spawn(async move { worker.work().await });
    // Start receiving before subscribing, so that no event is missed.
    let server = tokio::spawn(axum::serve(listener, routes::router(Arc::clone(&shop))).into_future());
    if simulator.is_some() || env::var_os("SHOP_URL").is_some() {
        shop.subscribe().await?;
    } else {
        println!("No webhooks: to receive them, set SHOP_URL to a public URL that leads here.");
    }
    println!("The shop is open at {local} until Ctrl-C.");
    println!("Buy something, approve it at the checkout, then capture and refund it on the order's page.");
    if let Some(simulator) = &simulator {
        println!("Sezzle's side: {}/_simulator/dashboard", simulator.url());
    }
    Ok(server.await??)
}
