//! A shop that one can click through: a cart, Sezzle's checkout, webhooks, and a page for each order where it is
//! captured, also in part, and refunded.
//!
//! Without anything in the environment it sells through a simulator that it starts itself. With `SEZZLE_PUBLIC_KEY`,
//! `SEZZLE_PRIVATE_KEY` and perhaps `SEZZLE_SERVER` it sells through the gateway they name; that can send webhooks only
//! to a public URL which leads to this program: put it into `SHOP_URL`. With `--check` it buys something from itself,
//! without a browser, and ends.

mod check;
mod pages;
mod shop;

use std::env;
use std::sync::Arc;

use sezzle_api::{Client, Credentials, PRIVATE_KEY_VARIABLE, PUBLIC_KEY_VARIABLE, SERVER_VARIABLE, Server};
use sezzle_simulator::Simulator;
use shop::Shop;
use tokio::net::TcpListener;

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
        Some(other) => return Err(format!("`{other}` is not known here: there is only --check").into()),
    };
    let (client, private_key, simulator) = gateway(is_check).await?;
    // The same address each time, so that a page in a browser outlives the program; another one if it is taken.
    let listener = match TcpListener::bind("127.0.0.1:8422").await {
        Ok(listener) if !is_check => listener,
        _ => TcpListener::bind("127.0.0.1:0").await?,
    };
    let local = format!("http://{}", listener.local_addr()?);
    let url = env::var("SHOP_URL").unwrap_or_else(|_| local.clone());
    let shop = Arc::new(Shop::new(client, &private_key, &url)?);
    // Receive before you subscribe, so that nothing is missed.
    let server = tokio::spawn(axum::serve(listener, shop::router(Arc::clone(&shop))).into_future());
    if simulator.is_some() || env::var_os("SHOP_URL").is_some() {
        shop.subscribe().await?;
    } else {
        println!("No webhooks: for them, set SHOP_URL to a public URL that leads here.");
    }
    if let (Some(simulator), true) = (&simulator, is_check) {
        return check::run(&shop, simulator).await;
    }
    println!("The shop is open at {local} until Ctrl-C.");
    println!("Buy something, approve it at the checkout, then capture and refund it on the order's page.");
    if let Some(simulator) = &simulator {
        println!("Sezzle's side of it: {}/_simulator/dashboard", simulator.url());
    }
    Ok(server.await??)
}

/// The gateway that the environment names, or a simulator.
async fn gateway(is_check: bool) -> Result<(Client, String, Option<Simulator>)> {
    let variables = [PUBLIC_KEY_VARIABLE, PRIVATE_KEY_VARIABLE, SERVER_VARIABLE];
    if !is_check && variables.iter().any(|name| env::var_os(name).is_some()) {
        return Ok((Client::from_env()?, env::var(PRIVATE_KEY_VARIABLE)?, None));
    }
    let simulator = Simulator::builder().strict().start().await?;
    let client = Client::builder()
        .server(Server::Custom(simulator.url().to_owned()))
        .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
        .build()?;
    let private_key = simulator.private_key();
    Ok((client, private_key, Some(simulator)))
}
