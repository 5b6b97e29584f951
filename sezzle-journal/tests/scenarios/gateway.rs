//! Orders of a simulator, for tests and examples.

use std::error::Error;

use sezzle_api::Client;
use sezzle_api::types::{Intent, Price, SessionCustomer, SessionOrder, SessionRequest};
use sezzle_simulator::Simulator;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Creates an order and approves it as a shopper who consents to tokenization. Returns the ids of the order and the customer.
pub(crate) async fn create_order(
    simulator: &Simulator,
    client: &Client,
    intent: Intent,
    cents: i64,
) -> Result<(String, String)> {
    let order = SessionOrder::builder().intent(intent).reference_id("order-1001").description("a lamp");
    let request = SessionRequest::builder()
        .cancel_url("https://shop.example/cart")
        .complete_url("https://shop.example/thanks")
        .customer(SessionCustomer::builder().tokenize(true))
        .order(order.order_amount(Price::usd(cents)));
    let session = client.create_session().body(request).send().await?;
    simulator.approve(session.session_uuid()?)?;
    let token = session.tokenization().and_then(|tokenization| tokenization.token.as_ref()).ok_or("no token")?;
    let tokenized = client.get_tokenization().token(token.expose()).send().await?;
    let customer = tokenized.customer.as_ref().and_then(|customer| customer.uuid.clone());
    Ok((session.order_uuid()?.to_owned(), customer.ok_or("a customer without an id")?))
}
