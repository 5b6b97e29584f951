//! Sessions of a simulator, for tests and examples.

use std::error::Error;

use sezzle_api::types::{Intent, Price, Session, SessionCustomer, SessionOrder, SessionRequest};
use sezzle_api::{Client, ResponseValue};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Creates a session with an order, and returns both ids and the session. The shopper may consent to tokenization.
pub(crate) async fn create_session(client: &Client, intent: Intent, cents: i64) -> Result<Session> {
    let order = SessionOrder::builder().intent(intent).reference_id("order-1001").description("a lamp");
    let request = SessionRequest::builder()
        .cancel_url("https://shop.example/cart")
        .complete_url("https://shop.example/thanks")
        .customer(SessionCustomer::builder().tokenize(true))
        .order(order.order_amount(Price::usd(cents)));
    Ok(client.create_session().body(request).send().await.map(ResponseValue::into_inner)?)
}

/// Returns the id of the customer of a session that the shopper has approved.
pub(crate) async fn customer(client: &Client, session: &Session) -> Result<String> {
    let token = session.tokenization().and_then(|tokenization| tokenization.token.as_ref()).ok_or("no token")?;
    let tokenized = client.get_tokenization().token(token.expose()).send().await?;
    let customer = tokenized.customer.as_ref().and_then(|customer| customer.uuid.clone());
    Ok(customer.ok_or("a customer without an id")?)
}
