//! Creates a checkout session, and reads the order when the shopper has approved.
//!
//! Without environment variables it starts a simulator and lets a simulated shopper approve. With `SEZZLE_PUBLIC_KEY`,
//! `SEZZLE_PRIVATE_KEY` and optionally `SEZZLE_SERVER` it calls that gateway, up to the checkout URL for a shopper.

use sezzle_api::chrono::Utc;
use sezzle_api::types::{Intent, LineItem, Price, Session, SessionOrder, SessionRequest};
use sezzle_api::{Client, PRIVATE_KEY_ENV, PUBLIC_KEY_ENV, SERVER_ENV};
use sezzle_simulator::Simulator;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() {
    if let Err(error) = run().await {
        eprintln!("failed: {error}");
        std::process::exit(1);
    }
}

async fn run() -> Result<()> {
    let variables = [PUBLIC_KEY_ENV, PRIVATE_KEY_ENV, SERVER_ENV];
    if variables.iter().any(|name| std::env::var_os(name).is_some()) {
        let client = Client::from_env()?;
        println!("gateway   {}", client.base_url());
        create(&client).await?;
        println!("next      open the checkout URL in a browser; nothing more is done here");
        return Ok(());
    }

    let simulator = Simulator::builder().strict().start().await?;
    let client = Client::builder().gateway(simulator.url(), simulator.keys()).build()?;
    println!("gateway   {} (a simulator in this process: no account, no network)", client.base_url());

    let session = create(&client).await?;
    simulator.approve(session.order_uuid()?)?;
    println!("shopper   approved");

    let order = client.get_order().order_uuid(session.order_uuid()?).send().await?;
    let is_ours = order.matches("order-1001", &Price::usd(TOTAL));
    println!("read      ours: {is_ours}, capturable: {}", order.is_capturable(Utc::now()));
    println!("          captured {}, remaining {}", order.captured()?, order.remaining()?);
    Ok(())
}

/// What the shopper pays, in cents: two bags of coffee and the shipping.
const TOTAL: i64 = 2 * 1900 + 350;

/// Creates a session for two bags of coffee and shows what came back.
async fn create(client: &Client) -> Result<Session> {
    let coffee = LineItem::builder().name("Coffee beans, 1 kg").sku("coffee-1kg").quantity(2).price(Price::usd(1900));
    let order = SessionOrder::builder()
        .intent(Intent::Auth)
        .reference_id("order-1001")
        .description("Two bags of coffee")
        .items([coffee])
        .shipping_amount(Price::usd(350))
        .order_amount(Price::usd(TOTAL));
    let session = client
        .create_session()
        .body(
            SessionRequest::builder()
                .cancel_url("https://shop.example/cart")
                .complete_url("https://shop.example/thanks?order=order-1001")
                .order(order),
        )
        .send()
        .await?
        .into_inner();

    println!("created   session {}", session.session_uuid()?);
    println!("order     {} over {}", session.order_uuid()?, Price::usd(TOTAL));
    println!("checkout  {}", session.checkout_url()?);
    Ok(session)
}
