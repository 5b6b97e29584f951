//! A subscription: the shopper agrees once, and is charged each month.
//!
//! It starts a simulator, advances its clock by months, and lets it play the shopper. In the third month the charge is not
//! approved at first.

use std::time::Duration;

use sezzle_api::types::{CustomerOrderRequest, Intent, Price, SessionCustomer, SessionRequest};
use sezzle_api::{Client, Error};
use sezzle_simulator::Simulator;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The price of a month, in cents.
const MONTHLY: i64 = 1900;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::main]
async fn main() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let client = Client::builder().gateway(simulator.url(), simulator.keys()).build()?;

    let customer_uuid = sign_up(&client, &simulator).await?;
    println!("agreed    customer {customer_uuid}");

    for month in 1..=4 {
        simulator.advance(30 * DAY);
        let is_short = month == 3;
        if is_short {
            simulator.set_spending_limit(&customer_uuid, MONTHLY - 1)?;
        }
        if !charge(&client, &customer_uuid, month, 1).await? && is_short {
            // The shop notifies the shopper and tries again some days later.
            simulator.set_spending_limit(&customer_uuid, 100 * MONTHLY)?;
            simulator.advance(3 * DAY);
            if !charge(&client, &customer_uuid, month, 2).await? {
                println!("month {month}   not paid: the subscription is paused");
            }
        }
    }

    client.delete_customer().customer_uuid(&*customer_uuid).send().await?;
    println!("ended     the customer is deleted");
    let error = charge(&client, &customer_uuid, 5, 1).await.err().ok_or("a deleted customer was charged")?;
    println!("month 5   {error}");
    Ok(())
}

/// Asks the shopper for consent. Returns their id at Sezzle, which the shop stores with its own customer record.
async fn sign_up(client: &Client, simulator: &Simulator) -> Result<String> {
    // Consent needs no order. With `.order(..)` the first month is paid in the same step.
    let request = SessionRequest::builder()
        .cancel_url("https://shop.example/plans")
        .complete_url("https://shop.example/welcome")
        .customer(SessionCustomer::builder().tokenize(true));
    let session = client.create_session().body(request).send().await?;
    let tokenization = session.tokenization().ok_or("the session does not ask for consent")?;
    let token = tokenization.token.as_ref().ok_or("there is no token")?;
    println!("asked     session {}", session.session_uuid()?);

    // In a shop: redirect to `approval_url`, and continue when the shopper returns to `complete_url`.
    simulator.approve(session.session_uuid()?)?;

    // Do not trust the `customer-uuid` in that URL: read the customer with the token.
    let tokenization = client.get_tokenization().token(token.expose()).send().await?;
    let customer = tokenization.customer.as_ref().and_then(|customer| customer.uuid.clone());
    Ok(customer.ok_or("the shopper has not agreed")?)
}

/// Charges a month. Returns whether Sezzle approved it.
async fn charge(client: &Client, customer_uuid: &str, month: u32, attempt: u32) -> std::result::Result<bool, Error> {
    let order = CustomerOrderRequest::builder()
        .intent(Intent::Capture)
        .reference_id(format!("plan-1001-month-{month}"))
        .order_amount(Price::usd(MONTHLY));
    // The id depends on month and attempt only, so no month is paid twice, even after a crash.
    let request_id = format!("plan-1001-{month}-{attempt}");
    let call = client.create_customer_order().customer_uuid(customer_uuid).sezzle_request_id(request_id).body(order);
    let order = call.send().await?;
    // A charge that is not approved is not an error: the response is an order without a payment.
    let approved = order.is_approved();
    println!(
        "month {month}   {}",
        if approved { format!("paid {}", Price::usd(MONTHLY)) } else { "not approved".to_owned() }
    );
    Ok(approved)
}
