//! The routes of the shop: its pages, and `/sezzle` for webhooks.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use sezzle_api::types::Price;
use sezzle_api::webhook::DEFAULT_MAX_BODY_BYTES;
use sezzle_api::{Error, ErrorKind};

use crate::pages;
use crate::shop::{Act, Shop};

/// The form of an order's page.
#[derive(Deserialize)]
struct Movement {
    amount: String,
    currency: String,
    key: String,
}

#[derive(Deserialize)]
struct Thanks {
    order: String,
}

/// Returns the routes.
pub(crate) fn router(shop: Arc<Shop>) -> Router {
    Router::new()
        .route("/", get(front))
        .route("/buy/{cart}", post(buy))
        .route("/thanks", get(thanks))
        .route("/cart", get(|| async { pages::message("Your cart", "Nothing was bought.", None) }))
        .route("/orders/{uuid}", get(order))
        .route("/orders/{uuid}/{act}", post(move_money))
        .route("/sezzle", post(webhook).layer(DefaultBodyLimit::max(DEFAULT_MAX_BODY_BYTES)))
        .with_state(shop)
}

async fn front(State(shop): State<Arc<Shop>>) -> Html<String> {
    pages::front(&shop.sales())
}

async fn buy(State(shop): State<Arc<Shop>>, Path(cart): Path<String>) -> Result<Redirect, Failed> {
    Ok(Redirect::to(&shop.checkout(&cart).await?))
}

/// The page that Sezzle redirects the shopper to. It can be opened without paying, so it asks Sezzle for the state.
async fn thanks(State(shop): State<Arc<Shop>>, Query(thanks): Query<Thanks>) -> Result<Html<String>, Failed> {
    let sale = shop.sales().into_iter().find(|sale| sale.reference_id == thanks.order);
    let Some(sale) = sale else { return Ok(pages::message("Thank you", "We know no such order.", None)) };
    let text = match (shop.is_approved(&sale).await?, &sale.order_uuid) {
        (true, Some(_)) => "Approved.",
        (true, None) => "You are remembered.",
        (false, _) => "Not approved.",
    };
    Ok(pages::message("Thank you", text, sale.order_uuid.as_deref()))
}

async fn order(State(shop): State<Arc<Shop>>, Path(uuid): Path<String>) -> Result<Html<String>, Failed> {
    let events = shop.events().into_iter().filter(|event| event.order_uuid() == Some(&uuid)).collect::<Vec<_>>();
    Ok(pages::order(&shop.order(&uuid).await?, &events))
}

async fn move_money(
    State(shop): State<Arc<Shop>>,
    Path((uuid, act)): Path<(String, Act)>,
    Form(Movement { amount, currency, key }): Form<Movement>,
) -> Result<Redirect, Failed> {
    // Exact: rejects fractions of a cent.
    let price = format!("{} {currency}", amount.trim()).parse::<Price>().ok();
    let price = price.filter(|price| price.amount_in_cents > 0);
    let price = price.ok_or_else(|| Failed::Amount { order_uuid: uuid.clone() })?;
    shop.move_money(&uuid, act, price, &key)
        .await
        .map_err(|error| Failed::Call { error, order_uuid: Some(uuid.clone()) })?;
    Ok(Redirect::to(&format!("/orders/{uuid}")))
}

/// Stores authentic events, each once, and then responds with 200. See the example `webhooks` for the details.
async fn webhook(State(shop): State<Arc<Shop>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    // Any other status for an authentic event would end all webhooks after some days.
    if shop.receive(&headers, &body).is_ok() { StatusCode::OK } else { StatusCode::UNAUTHORIZED }
}

/// A failure, shown as a page with advice.
enum Failed {
    Call { error: Error, order_uuid: Option<String> },
    Amount { order_uuid: String },
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Call { error, order_uuid: None }
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let (error, order_uuid) = match self {
            Self::Call { error, order_uuid } => (error, order_uuid),
            Self::Amount { order_uuid } => {
                let page = pages::message("That failed", "Write the amount as in 11.53.", Some(&order_uuid));
                return (StatusCode::BAD_REQUEST, page).into_response();
            }
        };
        let order_uuid = order_uuid.as_deref();
        eprintln!("{error}");
        // The message may repeat what a shopper entered: show it on the shop's own pages, but do not log it.
        let message = error
            .api_message()
            .filter(|_| error.kind() == ErrorKind::ErrorResponse && !error.may_have_been_processed());
        if let (Some(message), Some(_)) = (message, order_uuid) {
            let page = pages::message("That was refused", &format!("Sezzle says: {message}."), order_uuid);
            return (StatusCode::UNPROCESSABLE_ENTITY, page).into_response();
        }
        let advice = match error {
            _ if error.may_have_been_processed() => "It may have been processed: check the order first.",
            _ if error.is_retryable() => "Nothing has changed. Try again.",
            _ => "Nothing has changed.",
        };
        (StatusCode::BAD_GATEWAY, pages::message("That failed", &format!("{error}. {advice}"), order_uuid))
            .into_response()
    }
}
