//! The pages of the shop.

use axum::response::Html;
use maud::{DOCTYPE, Markup, html};
use sezzle_api::chrono::Utc;
use sezzle_api::money::MoneyError;
use sezzle_api::types::{Order, Price};

use crate::shop::Sale;

const STYLE: &str = "\
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 2rem auto; padding: 0 1rem; color: #2b2118 }
a { color: #7a3e00 } h1 { margin-bottom: .25rem } small { color: #6b5d50 }
button { font: inherit; padding: .5rem 1rem; border: 0; border-radius: .5rem; background: #7a3e00; color: #fff }
button.second { background: #efe5da; color: #2b2118 } button:focus-visible, a:focus-visible { outline: 3px solid #e0a458 }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 1rem 0 }
input { font: inherit; width: 7rem; padding: .4rem; border: 1px solid #a8998a; border-radius: .5rem }
table { border-collapse: collapse } td, th { padding: .15rem 1rem .15rem 0; text-align: left }";

fn page(title: &str, content: &Markup) -> Html<String> {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (title) }
            style { (STYLE) }
            h1 { (title) }
            (content)
        }
    };
    Html(page.into_string())
}

pub(super) fn front(sales: &[Sale]) -> Html<String> {
    let content = html! {
        p { "Two bags of coffee, 1 kg each, roasted on Monday. " b { "$41.53" } " with shipping and tax." }
        form method="post" {
            button id="coffee" formaction="/buy/coffee" { "Pay with Sezzle" }
            button.second id="remember" formaction="/buy/remember" { "Pay, and be remembered" }
            button.second id="cafe" lang="fr" formaction="/buy/cafe" { "Payer en français" }
            button.second id="tokenize" formaction="/buy/tokenize" { "Only be remembered" }
        }
        @if !sales.is_empty() {
            h2 { "Orders" }
            ul {
                @for sale in sales {
                    @if let Some(uuid) = &sale.order_uuid {
                        li { a href={ "/orders/" (uuid) } { (sale.reference_id) } }
                    }
                }
            }
        }
    };
    page("Coffee", &content)
}

pub(super) fn message(title: &str, text: &str, order_uuid: Option<&str>) -> Html<String> {
    let content = html! {
        p id="answer" { (text) }
        p {
            @if let Some(uuid) = order_uuid {
                a id="order" href={ "/orders/" (uuid) } { "The order's page" } " · "
            }
            a href="/" { "Back to the coffee" }
        }
    };
    page(title, &content)
}

/// The page for managing an order. A real shop requires a login.
pub(super) fn order(order: &Order, is_unsettled: bool, events: &[String]) -> Html<String> {
    let uuid = order.uuid.as_deref().unwrap_or_default();
    let content = html! {
        p { small { "Sezzle's id: " (uuid) } }
        @if !order.is_approved() {
            p id="answer" { "Nothing is authorized: the shopper has not approved, or the authorization is gone." }
        } @else {
            @if is_unsettled {
                p { "The outcome of a capture or refund is not known yet. Look again in a few seconds." }
            }
            @match money(uuid, order, !is_unsettled) {
                Ok(money) => (money)
                Err(error) => p id="answer" { (error) }
            }
        }
        h2 { "Webhooks" }
        @if events.is_empty() { p { "None yet." } }
        ul id="events" {
            @for event in events { li { (event) } }
        }
        p { a href=(format!("/orders/{uuid}")) { "Look again" } " · " a href="/" { "Back to the coffee" } }
    };
    page(order.reference_id.as_deref().unwrap_or("An order"), &content)
}

fn money(uuid: &str, order: &Order, has_forms: bool) -> Result<Markup, MoneyError> {
    let (remaining, captured, refunded) = (order.remaining()?, order.captured()?, order.refunded()?);
    let refundable = captured.checked_sub(&refunded)?;
    Ok(html! {
        table {
            @for (name, amount) in [
                ("Captured", &captured),
                ("Released", &order.released()?),
                ("Refunded", &refunded),
                ("Remaining", &remaining),
            ] {
                tr { th { (name) } td id=(name.to_lowercase()) { (amount) } }
            }
        }
        @if has_forms && order.is_capturable(Utc::now()) { (form(uuid, "capture", "Capture", &remaining, &captured)) }
        @if has_forms && refundable.amount_in_cents > 0 { (form(uuid, "refund", "Refund", &refundable, &refunded)) }
    })
}

/// A form that captures or refunds an amount. It contains the previous amount, so that it names one capture or refund.
fn form(uuid: &str, act: &str, label: &str, max: &Price, before: &Price) -> Markup {
    html! {
        form method="post" action={ "/orders/" (uuid) "/" (act) } {
            input type="hidden" name="before" value=(before.amount_in_cents);
            input type="hidden" name="currency" value=(max.currency);
            input name="amount" inputmode="decimal" aria-label={ (label) " amount" } value=(max.to_decimal());
            button id=(act) { (label) }
        }
    }
}
