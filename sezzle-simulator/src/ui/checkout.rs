//! The routes of the checkout page.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::{DateTime, Utc};

use crate::actions::checkout;
use crate::http::gateway::Gateway;
use crate::model::card::{CardSession, CardStatus};
use crate::model::error::CheckoutError;
use crate::model::order::{CheckoutStatus, Order};
use crate::model::session::{Locale, Session};
use crate::state::GatewayState;
use crate::ui::pages::checkout::{self as page, Checkout, Closed, Payment};
use crate::ui::pages::destination::location;
use crate::ui::pages::instalments::Plan;
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
    act: impl FnOnce(&mut GatewayState, &str) -> Result<String, CheckoutError>,
) -> Response {
    let id = checkout_id(query);
    let mut state = gateway.state();
    let locale = match open(&state, id) {
        Ok(checkout) => checkout.locale,
        Err(closed) => return closed.after_a_decision().into_response(),
    };
    match act(&mut state, id) {
        Ok(destination) => send_to(&destination, locale),
        Err(_) => ClosedCheckout { locale, closed: Closed::Unknown, shop_url: None }.into_response(),
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

/// A checkout that is no longer open.
struct ClosedCheckout<'a> {
    locale: Locale,
    closed: Closed,
    shop_url: Option<&'a str>,
}

impl ClosedCheckout<'_> {
    const UNKNOWN: Self = Self { locale: Locale::EnUs, closed: Closed::Unknown, shop_url: None };

    fn after_a_decision(self) -> Self {
        match self.closed {
            Closed::Approved | Closed::Declined => Self { closed: Closed::AlreadyDecided, ..self },
            _ => self,
        }
    }
}

impl IntoResponse for ClosedCheckout<'_> {
    fn into_response(self) -> Response {
        let status = match self.closed {
            Closed::Approved | Closed::Declined => StatusCode::OK,
            Closed::Expired | Closed::Deleted => StatusCode::GONE,
            Closed::KeysRejected => StatusCode::FORBIDDEN,
            Closed::Unknown => StatusCode::NOT_FOUND,
            Closed::AlreadyDecided => StatusCode::CONFLICT,
        };
        pages::page(status, CHECKOUT_POLICY, page::closed(self.locale, self.closed, self.shop_url))
    }
}

/// Returns the checkout with this id, if it is open.
fn open<'a>(state: &'a GatewayState, id: &'a str) -> Result<Checkout<'a>, ClosedCheckout<'a>> {
    let now = state.now;
    if let Some(card) = state.card_sessions.get(id) {
        return open_card(card, id, now);
    }
    if let Some(cancel_url) = state.unauthed_checkouts.get(id) {
        return Err(ClosedCheckout { locale: Locale::EnUs, closed: Closed::KeysRejected, shop_url: Some(cancel_url) });
    }
    let session = state.session_at_checkout(id).ok_or(ClosedCheckout::UNKNOWN)?;
    let order = state.order_of(session);
    if let Some(closed) = closed(session, order, now) {
        let shop_url = if closed == Closed::Approved { &session.complete_url } else { &session.cancel_url };
        return Err(ClosedCheckout { locale: session.locale, closed, shop_url: Some(shop_url) });
    }
    Ok(Checkout {
        id,
        locale: session.locale,
        today: now.date_naive(),
        shop_url: &session.complete_url,
        payment: order.map(Payment::from),
        asks_for_tokenization: session.asks_for_tokenization(now),
        is_for_card: false,
    })
}

fn closed(session: &Session, order: Option<&Order>, now: DateTime<Utc>) -> Option<Closed> {
    match session.status {
        CheckoutStatus::Active => {
            let asks_nothing = session.order_uuid.is_none() && !session.asks_for_tokenization(now);
            asks_nothing.then_some(Closed::Expired)
        }
        CheckoutStatus::Complete => Some(Closed::Approved),
        CheckoutStatus::Denied => Some(Closed::Declined),
        CheckoutStatus::Deleted if order.is_some_and(Order::is_deleted_by_merchant) => Some(Closed::Deleted),
        CheckoutStatus::Deleted => Some(Closed::Expired),
    }
}

fn open_card<'a>(card: &'a CardSession, id: &'a str, now: DateTime<Utc>) -> Result<Checkout<'a>, ClosedCheckout<'a>> {
    let closed = match card.status {
        CardStatus::Active => None,
        CardStatus::Issued(_) => Some(Closed::Approved),
        CardStatus::Declined => Some(Closed::Declined),
    };
    if let Some(closed) = closed {
        return Err(ClosedCheckout { locale: Locale::EnUs, closed, shop_url: Some(&card.origin) });
    }
    let payment = Payment {
        reference_id: card.reference_id.as_deref(),
        description: None,
        total: card.amount,
        lines: &[],
        discounts: &[],
        shipping: None,
        tax: None,
        plan: Plan::FourBiweekly,
    };
    Ok(Checkout {
        id,
        locale: Locale::EnUs,
        today: now.date_naive(),
        shop_url: &card.origin,
        payment: Some(payment),
        asks_for_tokenization: false,
        is_for_card: true,
    })
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

    #[test]
    fn destination_that_fits_no_header_is_shown() {
        let response = send_to("https://shop.example/\r\nX: y", Locale::EnUs);
        assert_eq!(response.status(), StatusCode::OK);
        assert!(!response.headers().contains_key(header::LOCATION));
        let response = send_to("myshop://thanks", Locale::EnUs);
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(response.headers()[header::LOCATION], "myshop://thanks");
    }
}
