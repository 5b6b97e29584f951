//! The page on which a person plays the shopper.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};

use crate::gateway::Gateway;
use crate::order::{CheckoutStatus, Order};
use crate::session::Session;
use crate::state::{FinishError, GatewayState};

pub(crate) fn router() -> Router<Arc<Gateway>> {
    Router::new()
        .route("/checkout", get(show))
        .route("/checkout/approve", post(approve))
        .route("/checkout/decline", post(decline))
}

async fn show(State(gateway): State<Arc<Gateway>>, RawQuery(query): RawQuery) -> Response {
    let id = checkout_id(query.as_deref());
    let state = gateway.state();
    match state.session_at_checkout(id) {
        Some(session) => page(StatusCode::OK, "Checkout", &overview(session, state.order_of(session), id)),
        None => refusal(FinishError::NoSuchSession),
    }
}

async fn approve(State(gateway): State<Arc<Gateway>>, RawQuery(query): RawQuery) -> Response {
    finish(&gateway, query.as_deref(), |state, id| state.approve(id, true))
}

async fn decline(State(gateway): State<Arc<Gateway>>, RawQuery(query): RawQuery) -> Response {
    finish(&gateway, query.as_deref(), GatewayState::decline)
}

type Act = fn(&mut GatewayState, &str) -> Result<String, FinishError>;

fn finish(gateway: &Gateway, query: Option<&str>, act: Act) -> Response {
    let id = checkout_id(query);
    let mut state = gateway.state();
    if state.session_at_checkout(id).is_none() {
        return refusal(FinishError::NoSuchSession);
    }
    match act(&mut state, id) {
        Ok(destination) => send_to(&destination),
        Err(error) => refusal(error),
    }
}

/// The ids are UUIDs, so an id that needs decoding is none of them.
fn checkout_id(query: Option<&str>) -> &str {
    query.unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("id=")).unwrap_or_default()
}

fn send_to(destination: &str) -> Response {
    match HeaderValue::from_str(destination) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => {
            let body = format!("<p>The shop wants the shopper to go to: {}</p>", escaped(destination));
            page(StatusCode::OK, "Checkout finished", &body)
        }
    }
}

fn refusal(error: FinishError) -> Response {
    let status = match error {
        FinishError::NoSuchSession => StatusCode::NOT_FOUND,
        FinishError::AlreadyFinished | FinishError::Closed => StatusCode::CONFLICT,
    };
    page(status, "No checkout", &format!("<p>There is nothing to decide: {error}.</p>"))
}

fn overview(session: &Session, order: Option<&Order>, id: &str) -> String {
    let subject = match order {
        Some(order) => order_summary(order),
        None => "<p>The shop asks for leave to charge later orders without a checkout.</p>".to_owned(),
    };
    let action = match session.status {
        CheckoutStatus::Active => format!("{}{}", button(id, "approve", "Approve"), button(id, "decline", "Decline")),
        CheckoutStatus::Complete => "<p>The shopper has approved.</p>".to_owned(),
        CheckoutStatus::Denied => "<p>The shopper has declined.</p>".to_owned(),
        CheckoutStatus::Deleted => "<p>The checkout is closed.</p>".to_owned(),
    };
    subject + &action
}

fn order_summary(order: &Order) -> String {
    let description = order.description.as_deref().unwrap_or("An order without a description");
    format!("<p>{}</p><p><strong>{}</strong></p>", escaped(description), order.amount)
}

fn button(id: &str, action: &str, label: &str) -> String {
    let id = escaped(id);
    format!(r#"<form method="post" action="/checkout/{action}?id={id}"><button>{label}</button></form>"#)
}

fn page(status: StatusCode, title: &str, body: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title} - Sezzle simulator</title>\n\
         <h1>{title}</h1>\n<p>This is a simulation. No money moves, and Sezzle knows nothing of it.</p>\n\
         {body}\n</html>\n"
    );
    (status, Html(html)).into_response()
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaping_leaves_no_markup() {
        assert_eq!(escaped(r#"<a b="c">'&'"#), "&lt;a b=&quot;c&quot;&gt;&#39;&amp;&#39;");
    }

    #[test]
    fn the_id_is_found_among_other_parameters() {
        assert_eq!(checkout_id(Some("utm=1&id=abc&x=id=no")), "abc");
        assert_eq!(checkout_id(Some("uid=abc")), "");
        assert_eq!(checkout_id(None), "");
    }

    #[test]
    fn a_destination_that_no_header_can_carry_is_shown() {
        let response = send_to("https://shop.example/\r\nX: y");
        assert_eq!(response.status(), StatusCode::OK);
        assert!(!response.headers().contains_key(header::LOCATION));
        let response = send_to("myshop://thanks");
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(response.headers()[header::LOCATION], "myshop://thanks");
    }
}
