//! A shop that receives webhooks.
//!
//! Without environment variables it starts a simulator: a shopper approves an order, the shop captures it, and both events
//! arrive, each twice. With `SEZZLE_PUBLIC_KEY`, `SEZZLE_PRIVATE_KEY` and optionally `SEZZLE_SERVER` it subscribes the URL in
//! `WEBHOOK_URL` at that gateway, and receives on local port 8421 what is forwarded there. During a key rotation, set
//! `SEZZLE_PREVIOUS_PRIVATE_KEY` to the previous key.

mod receiver;

use std::env;
use std::sync::Arc;

use receiver::{FileInbox, ensure_subscribed, router};
use sezzle_api::types::{CaptureRequest, Intent, Price, SessionOrder, SessionRequest};
use sezzle_api::webhook::Verifier;
use sezzle_api::{Client, PRIVATE_KEY_ENV};
use sezzle_simulator::Simulator;
use tokio::net::TcpListener;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() {
    if let Err(error) = run().await {
        eprintln!("failed: {error}");
        std::process::exit(1);
    }
}

async fn run() -> Result<()> {
    match env::var(PRIVATE_KEY_ENV) {
        Ok(private_key) => serve(&private_key).await,
        Err(_) => simulate().await,
    }
}

/// Receives webhooks of the gateway in the environment until the program ends.
async fn serve(private_key: &str) -> Result<()> {
    let url = env::var("WEBHOOK_URL").map_err(|_| "set WEBHOOK_URL to the public URL of this program")?;
    let mut verifier = Verifier::new(private_key)?;
    if let Ok(previous) = env::var("SEZZLE_PREVIOUS_PRIVATE_KEY") {
        verifier = verifier.with_previous_key(previous)?;
    }
    let inbox = Arc::new(FileInbox::open(&env::current_dir()?.join("webhooks.jsonl"))?);
    let listener = TcpListener::bind("127.0.0.1:8421").await?;
    // Start receiving before subscribing, so that no event is missed.
    let server = tokio::spawn(axum::serve(listener, router(verifier, inbox)).into_future());
    let client = Client::from_env()?;
    let is_new = ensure_subscribed(&client, &url).await?;
    println!("{} {url}", if is_new { "subscribed" } else { "already subscribed:" });
    Ok(server.await??)
}

/// Receives the webhooks of a simulator.
async fn simulate() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let path = env::temp_dir().join(format!("sezzle-webhooks-{}.jsonl", std::process::id()));
    let inbox = Arc::new(FileInbox::open(&path)?);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/sezzle", listener.local_addr()?);
    tokio::spawn(axum::serve(listener, router(Verifier::new(simulator.private_key())?, inbox.clone())).into_future());

    let client = Client::builder().gateway(simulator.url(), simulator.keys()).build()?;
    ensure_subscribed(&client, &url).await?;
    println!("subscribed  {url}");

    simulator.duplicate_deliveries(true);
    let order = SessionOrder::builder()
        .intent(Intent::Auth)
        .reference_id("order-1001")
        .description("Two bags of coffee")
        .order_amount(Price::usd(4150));
    let request = SessionRequest::builder()
        .cancel_url("https://shop.example/cart")
        .complete_url("https://shop.example/thanks?order=order-1001")
        .order(order);
    let session = client.create_session().body(request).send().await?;
    let order_uuid = session.order_uuid()?;
    simulator.approve(order_uuid)?;
    let capture = CaptureRequest::builder().capture_amount(Price::usd(4150));
    client.capture_order().order_uuid(order_uuid).body(capture).send().await?;
    simulator.deliveries_settled().await;

    for delivery in simulator.deliveries() {
        println!("{:<12}{} {}", delivery.outcome.to_string(), delivery.event, delivery.event_uuid);
    }
    println!("stored      {} events, each once", inbox.len());
    let subscription = client.find_webhook(&url).await?;
    println!("the subscription is {}", if subscription.is_some() { "active" } else { "missing" });
    std::fs::remove_file(path)?;
    Ok(())
}
