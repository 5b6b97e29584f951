//! A shop to click through: a cart, Sezzle's checkout, webhooks, and a page for each order with captures and refunds, full or
//! partial.
//!
//! Without environment variables it starts a simulator. With `SEZZLE_PUBLIC_KEY`, `SEZZLE_PRIVATE_KEY` and optionally
//! `SEZZLE_SERVER` it uses that gateway, which can send webhooks only to a public URL that leads to this program: set
//! `SHOP_URL` to it. With `--check` it places an order without a browser, and exits.

mod check;
mod pages;
mod routes;
mod shop;

use std::env;
use std::sync::Arc;

use sezzle_api::{Client, PRIVATE_KEY_ENV, PUBLIC_KEY_ENV, SERVER_ENV};
use sezzle_simulator::Simulator;
use tokio::net::TcpListener;

use crate::shop::Shop;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    match run().await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("failed: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let is_check = match env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => return Err(format!("unknown argument `{other}`: use --check or none").into()),
    };
    let (client, private_key, simulator) = gateway(is_check).await?;
    // A fixed address, so that open pages work after a restart; another one if it is in use.
    let listener = match TcpListener::bind("127.0.0.1:8422").await {
        Ok(listener) if !is_check => listener,
        _ => TcpListener::bind("127.0.0.1:0").await?,
    };
    let local = format!("http://{}", listener.local_addr()?);
    let url = env::var("SHOP_URL").unwrap_or_else(|_| local.clone());
    let shop = Arc::new(Shop::new(client, &private_key, &url)?);
    // Start receiving before subscribing, so that no event is missed.
    let server = tokio::spawn(axum::serve(listener, routes::router(Arc::clone(&shop))).into_future());
    if simulator.is_some() || env::var_os("SHOP_URL").is_some() {
        shop.subscribe().await?;
    } else {
        println!("No webhooks: to receive them, set SHOP_URL to a public URL that leads here.");
    }
    if let (Some(simulator), true) = (&simulator, is_check) {
        return check::run(&shop, simulator).await;
    }
    println!("The shop is open at {local} until Ctrl-C.");
    println!("Buy something, approve it at the checkout, then capture and refund it on the order's page.");
    if let Some(simulator) = &simulator {
        println!("Sezzle's side: {}/_simulator/dashboard", simulator.url());
    }
    Ok(server.await??)
}

/// Returns a client for the gateway in the environment, or for a simulator.
async fn gateway(is_check: bool) -> Result<(Client, String, Option<Simulator>)> {
    let variables = [PUBLIC_KEY_ENV, PRIVATE_KEY_ENV, SERVER_ENV];
    if !is_check && variables.iter().any(|name| env::var_os(name).is_some()) {
        return Ok((Client::from_env()?, env::var(PRIVATE_KEY_ENV)?, None));
    }
    let simulator = Simulator::builder().strict().start().await?;
    let client = Client::builder().gateway(simulator.url(), simulator.keys()).build()?;
    let private_key = simulator.private_key();
    Ok((client, private_key, Some(simulator)))
}
