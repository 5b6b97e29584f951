//! The routes of the checkout page.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::actions::checkout;
use crate::http::gateway::Gateway;
use crate::model::card::CardStatus;
use crate::model::error::ControlError;
use crate::model::order::{CheckoutStatus, Order};
use crate::model::session::{Locale, Session};
use crate::state::GatewayState;
use crate::ui::pages::checkout::{self as page, Checkout, Closed, Payment};
use crate::ui::pages::destination::location;
use crate::ui::pages::{self, CHECKOUT_POLICY};

pub(crate) fn router() -> Router<Arc<Gateway>> {
    Router::new()
        .route("/", get(root))
        .route("/checkout", get(show))
        .route("/checkout/approve", post(approve))
        .route("/checkout/decline", post(decline))
        .route("/checkout/leave", post(leave))
        .route(pages::STYLE_PATH, get(style))
}

/// Serves `checkout_url`, which has no path. Without an id, `/` leads to the dashboard.
async fn root(state: State<Arc<Gateway>>, query: RawQuery) -> Response {
    match checkout_id(query.0.as_deref()) {
        "" => Redirect::to(pages::dashboard::PATH).into_response(),
        _ => show(state, query).await,
    }
}

async fn show(State(gateway): State<Arc<Gateway>>, RawQuery(query): RawQuery) -> Response {
    let id = checkout_id(query.as_deref());
    let state = gateway.state();
    match open(&state, id) {
        Ok(checkout) => pages::page(StatusCode::OK, CHECKOUT_POLICY, page::open(&checkout)),
        Err(closed) => closed.into_response(),
    }
}

async fn approve(State(gateway): State<Arc<Gateway>>, RawQuery(query): RawQuery, body: String) -> Response {
    let has_consented = body.split('&').any(|field| field == "consent=yes");
    finish(&gateway, query.as_deref(), |state, id| checkout::approve(state, id, has_consented))
}

async fn decline(State(gateway): State<Arc<Gateway>>, RawQuery(query): RawQuery) -> Response {
    finish(&gateway, query.as_deref(), checkout::decline)
}

async fn leave(State(gateway): State<Arc<Gateway>>, RawQuery(query): RawQuery) -> Response {
    finish(&gateway, query.as_deref(), checkout::cancel)
}

async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], pages::STYLE).into_response()
}

fn finish(
    gateway: &Gateway,
    query: Option<&str>,
    act: impl FnOnce(&mut GatewayState, &str) -> Result<String, ControlError>,
) -> Response {
    let id = checkout_id(query);
    let mut state = gateway.state();
    let locale = match open(&state, id) {
        Ok(checkout) => checkout.locale,
        Err(ClosedCheckout(locale, Closed::Approved | Closed::Declined, shop_url)) => {
            return ClosedCheckout(locale, Closed::AlreadyDecided, shop_url).into_response();
        }
        Err(closed) => return closed.into_response(),
    };
    match act(&mut state, id) {
        Ok(destination) => send_to(&destination, locale),
        Err(_) => ClosedCheckout(locale, Closed::Unknown, None).into_response(),
    }
}

/// Returns the id in the query. Ids are UUIDs, so they need no decoding.
fn checkout_id(query: Option<&str>) -> &str {
    query.unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("id=")).unwrap_or_default()
}

fn send_to(destination: &str, locale: Locale) -> Response {
    match location(destination) {
        Some(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        None => pages::page(StatusCode::OK, CHECKOUT_POLICY, page::nowhere_to_go(locale, destination)),
    }
}

/// A checkout that is no longer open, and the shop's URL.
struct ClosedCheckout<'a>(Locale, Closed, Option<&'a str>);

impl IntoResponse for ClosedCheckout<'_> {
    fn into_response(self) -> Response {
        let Self(locale, closed, shop_url) = self;
        let status = match closed {
            Closed::Approved | Closed::Declined => StatusCode::OK,
            Closed::Expired | Closed::Deleted => StatusCode::GONE,
            Closed::KeysRejected => StatusCode::FORBIDDEN,
            Closed::Unknown => StatusCode::NOT_FOUND,
            Closed::AlreadyDecided => StatusCode::CONFLICT,
        };
        pages::page(status, CHECKOUT_POLICY, page::closed(locale, closed, shop_url))
    }
}

/// Returns the checkout with this id, if it is open.
fn open<'a>(state: &'a GatewayState, id: &'a str) -> Result<Checkout<'a>, ClosedCheckout<'a>> {
    let today = state.now.date_naive();
    if let Some(card) = state.card_sessions.get(id) {
        let (locale, shop_url) = (Locale::EnUs, card.origin.as_str());
        let payment = Payment { reference_id: card.reference_id.as_deref(), total: card.amount, order: None };
        return match card.status {
            CardStatus::Active => {
                Ok(Checkout { id, locale, today, shop_url, payment: Some(payment), asks_for_tokenization: false })
            }
            CardStatus::Issued(_) => Err(ClosedCheckout(locale, Closed::Approved, Some(shop_url))),
            CardStatus::Declined => Err(ClosedCheckout(locale, Closed::Declined, Some(shop_url))),
        };
    }
    if let Some(cancel_url) = state.unauthed_checkouts.get(id) {
        return Err(ClosedCheckout(Locale::EnUs, Closed::KeysRejected, Some(cancel_url)));
    }
    let session = state.session_at_checkout(id).ok_or(ClosedCheckout(Locale::EnUs, Closed::Unknown, None))?;
    let Session { locale, complete_url, cancel_url, .. } = session;
    let (order, asks_for_tokenization) = (state.order_of(session), session.asks_for_tokenization(state.now));
    let close = |closed, shop_url| Err(ClosedCheckout(*locale, closed, Some(shop_url)));
    match session.status {
        CheckoutStatus::Active if order.is_none() && !asks_for_tokenization => close(Closed::Expired, cancel_url),
        CheckoutStatus::Active => {
            let payment = order.map(|order| {
                let reference_id = order.reference_id.as_deref();
                Payment { reference_id, total: order.amount, order: Some(order) }
            });
            Ok(Checkout { id, locale: *locale, today, shop_url: complete_url, payment, asks_for_tokenization })
        }
        CheckoutStatus::Complete => close(Closed::Approved, complete_url),
        CheckoutStatus::Denied => close(Closed::Declined, cancel_url),
        CheckoutStatus::Deleted if order.is_some_and(Order::is_deleted_by_merchant) => {
            close(Closed::Deleted, cancel_url)
        }
        CheckoutStatus::Deleted => close(Closed::Expired, cancel_url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_is_found_among_other_parameters() {
        assert_eq!(checkout_id(Some("utm=1&id=abc&x=id=no")), "abc");
        assert_eq!(checkout_id(Some("uid=abc")), "");
        assert_eq!(checkout_id(None), "");
    }
}
