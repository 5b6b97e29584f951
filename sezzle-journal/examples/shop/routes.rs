//! The routes of the shop: its pages, and `/sezzle` for webhooks.

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use sezzle_api::types::Price;
use sezzle_api::webhook::{DEFAULT_MAX_BODY_BYTES, SIGNATURE_HEADER};
use sezzle_journal::{Outcome, StoreError};

use crate::pages;
use crate::shop::{Act, Shop};

/// The form of an order's page.
#[derive(Deserialize)]
struct Movement {
    amount: String,
    currency: String,
    before: i64,
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

async fn front(State(shop): State<Arc<Shop>>) -> Result<Html<String>, Failed> {
    Ok(pages::front(&shop.sales()?))
}

async fn buy(State(shop): State<Arc<Shop>>, Path(cart): Path<String>) -> Result<Redirect, Failed> {
    Ok(Redirect::to(&shop.checkout(&cart).await?))
}

/// The page that Sezzle redirects the shopper to. It can be opened without paying, so it asks Sezzle for the state.
async fn thanks(State(shop): State<Arc<Shop>>, Query(thanks): Query<Thanks>) -> Result<Html<String>, Failed> {
    let sale = shop.sales()?.into_iter().find(|sale| sale.reference_id == thanks.order);
    let Some(sale) = sale else { return Ok(pages::message("Thank you", "We know no such order.", None)) };
    let text = match (shop.is_approved(&sale).await?, &sale.order_uuid) {
        (true, Some(_)) => "Approved.",
        (true, None) => "You are remembered.",
        (false, _) => "Not approved.",
    };
    Ok(pages::message("Thank you", text, sale.order_uuid.as_deref()))
}

async fn order(State(shop): State<Arc<Shop>>, Path(uuid): Path<String>) -> Result<Html<String>, Failed> {
    let is_unsettled = shop.is_unsettled(&uuid).await?;
    let events = shop.events()?.into_iter().filter(|(order, _)| order.as_ref() == Some(&uuid)).map(|(_, name)| name);
    Ok(pages::order(&shop.order(&uuid).await?, is_unsettled, &events.collect::<Vec<_>>()))
}

async fn move_money(
    State(shop): State<Arc<Shop>>,
    Path((uuid, act)): Path<(String, Act)>,
    Form(Movement { amount, currency, before }): Form<Movement>,
) -> Result<Response, Failed> {
    // Exact: rejects fractions of a cent.
    let amount =
        format!("{} {currency}", amount.trim()).parse::<Price>().ok().filter(|price| price.amount_in_cents > 0);
    let (status, title, text) = match amount {
        None => (StatusCode::BAD_REQUEST, "That failed", "Write the amount as in 11.53.".to_owned()),
        Some(amount) => match shop.move_money(&uuid, act, amount, before).await? {
            Outcome::Done(_) => return Ok(Redirect::to(&format!("/orders/{uuid}")).into_response()),
            Outcome::Rejected(rejection) => (StatusCode::UNPROCESSABLE_ENTITY, "That was rejected", rejection.text),
            Outcome::Unknown { retry_at } => {
                let text =
                    format!("There was no response. The shop asks again at {}.", retry_at.format("%H:%M:%S UTC"));
                (StatusCode::ACCEPTED, "Not known yet", text)
            }
            Outcome::NeedsReview(reason) => (StatusCode::CONFLICT, "Please decide", reason.to_string()),
        },
    };
    Ok((status, pages::message(title, &text, Some(&uuid))).into_response())
}

/// Stores a webhook before it is acknowledged. Any other status for an authentic event would end all webhooks after some days.
async fn webhook(State(shop): State<Arc<Shop>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(SIGNATURE_HEADER).map_or(&[][..], HeaderValue::as_bytes);
    match shop.inbox.store(&body, signature).await {
        Ok(_) => StatusCode::OK,
        Err(StoreError::Forged(_)) => StatusCode::UNAUTHORIZED,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// A call without a form, or the database, failed. Shown as a page.
struct Failed(Box<dyn Error + Send + Sync>);

impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for Failed {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        eprintln!("{}", self.0);
        (StatusCode::BAD_GATEWAY, pages::message("That failed", &self.0.to_string(), None)).into_response()
    }
}
