//! The checkout page, on which a person acts as the shopper.

use chrono::NaiveDate;
use maud::{Markup, html};

use super::destination::host;
use super::instalments::{Instalment, Plan};
use super::words::{Words, fill};
use crate::model::money::{Currency, Money};
use crate::model::order::{Discount, Line, Order};
use crate::model::session::Locale;

/// An open checkout.
pub(crate) struct Checkout<'a> {
    /// The id in the checkout URL.
    pub(crate) id: &'a str,
    pub(crate) locale: Locale,
    pub(crate) today: NaiveDate,
    /// The URL that names the shop.
    pub(crate) shop_url: &'a str,
    pub(crate) payment: Option<Payment<'a>>,
    pub(crate) asks_for_tokenization: bool,
}

/// The payment for an order or a virtual card.
pub(crate) struct Payment<'a> {
    pub(crate) reference_id: Option<&'a str>,
    pub(crate) total: Money,
    /// `None` for a virtual card.
    pub(crate) order: Option<&'a Order>,
}

impl Payment<'_> {
    fn plan(&self) -> Plan {
        let option = self.order.and_then(|order| order.financing_option.as_deref());
        option.and_then(|option| option.parse().ok()).unwrap_or_default()
    }
}

/// Why a checkout is no longer open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    Approved,
    Declined,
    Expired,
    Deleted,
    /// The shop's API keys were not accepted, so there is no order.
    KeysRejected,
    Unknown,
    /// A second decision.
    AlreadyDecided,
}

/// Renders an open checkout.
pub(crate) fn open(checkout: &Checkout<'_>) -> Markup {
    let words = checkout.locale.words();
    let shop = host(checkout.shop_url);
    let plan = checkout.payment.as_ref().map(|payment| payment.plan().instalments(payment.total.cents, checkout.today));
    let heading = match &checkout.payment {
        Some(payment) => {
            let total = fill(words.pay_in, &checkout.locale.price(payment.total));
            fill(&total, &payment.plan().payments().to_string())
        }
        None => words.tokenization_title.to_owned(),
    };
    let main = html! {
        main {
            section.card.pay aria-labelledby="heading" {
                h1 #heading { (heading) }
                @match (&checkout.payment, &plan) {
                    (Some(payment), Some(plan)) => {
                        p.lead { (if payment.plan().is_monthly() { words.every_month } else { words.every_two_weeks }) }
                        @if payment.order.is_none() { p.lead { (words.card_detail) } }
                        (payments(checkout.locale, payment.total.currency, plan))
                    }
                    _ => p.lead {
                        (fill(words.tokenization_detail, shop.unwrap_or(words.the_shop))) " " (words.nothing_due)
                    }
                }
                (decision(checkout, words, shop, plan.as_deref()))
            }
            @if let Some(payment) = &checkout.payment { (summary(checkout.locale, payment, shop)) }
        }
    };
    document(checkout.locale, &heading, &main)
}

/// Renders a closed checkout, with a link to the shop.
pub(crate) fn closed(locale: Locale, closed: Closed, shop_url: Option<&str>) -> Markup {
    let words = locale.words();
    let (title, detail) = match closed {
        Closed::Approved => (words.approved_title, words.approved_detail),
        Closed::Declined => (words.declined_title, words.declined_detail),
        Closed::Expired => (words.expired_title, words.expired_detail),
        Closed::Deleted => (words.deleted_title, words.deleted_detail),
        Closed::KeysRejected => (words.keys_rejected_title, words.keys_rejected_detail),
        Closed::Unknown => (words.unknown_title, words.unknown_detail),
        Closed::AlreadyDecided => (words.already_title, words.already_detail),
    };
    // Other schemes are not linked, because some run scripts.
    let shop_url = shop_url.filter(|url| host(url).is_some());
    let body = html! {
        p.lead { (detail) }
        @if let Some(url) = shop_url { p { a.button.secondary href=(url.trim()) { (words.back_to_shop) } } }
    };
    message(locale, title, &body)
}

/// Renders the page after a decision if the browser cannot be redirected to the shop's URL.
pub(crate) fn nowhere_to_go(locale: Locale, href: &str) -> Markup {
    let words = locale.words();
    message(locale, words.nowhere_title, &html! { p.lead { (words.nowhere_detail) } p { code { (href) } } })
}

fn message(locale: Locale, title: &str, body: &Markup) -> Markup {
    let main = html! {
        main.single {
            section.card aria-labelledby="heading" {
                h1 #heading { (title) }
                (body)
            }
        }
    };
    document(locale, title, &main)
}

fn payments(locale: Locale, currency: Currency, plan: &[Instalment]) -> Markup {
    let words = locale.words();
    html! {
        ol.plan aria-label=(words.payments) {
            @for (index, payment) in plan.iter().enumerate() {
                li {
                    span.due {
                        @if index == 0 { strong { (words.today) } " " }
                        time datetime=(payment.due) { (locale.date(payment.due)) }
                    }
                    span.amount { (locale.money(payment.cents.into(), currency)) }
                }
            }
        }
    }
}

fn decision(checkout: &Checkout<'_>, words: &Words, shop: Option<&str>, plan: Option<&[Instalment]>) -> Markup {
    let (id, shop) = (checkout.id, shop.unwrap_or(words.the_shop));
    let first = checkout.payment.as_ref().zip(plan.and_then(<[Instalment]>::first));
    let approve = match first {
        Some((payment, first)) => fill(words.approve, &checkout.locale.price(payment.total.with_cents(first.cents))),
        None => words.tokenization_approve.to_owned(),
    };
    let decline_detail = if first.is_some() { words.decline_detail } else { words.tokenization_decline_detail };
    html! {
        form method="post" action={ "/checkout/approve?id=" (id) } aria-label=(words.your_decision) {
            // A session without an order asks only for consent.
            @if checkout.asks_for_tokenization && checkout.payment.is_some() {
                div.consent {
                    input #consent type="checkbox" name="consent" value="yes" aria-describedby="consent-detail";
                    div {
                        label for="consent" { (fill(words.consent, shop)) }
                        p #consent-detail { (words.consent_detail) }
                    }
                }
            }
            @if checkout.asks_for_tokenization && checkout.payment.is_none() {
                input type="hidden" name="consent" value="yes";
            }
            button.primary #approve { (approve) }
            div.others {
                button.secondary #decline formaction={ "/checkout/decline?id=" (id) } aria-describedby="decline-detail" {
                    (words.decline)
                }
                button.secondary #leave formaction={ "/checkout/leave?id=" (id) } aria-describedby="leave-detail" {
                    (words.leave)
                }
            }
            div.hints {
                p #decline-detail { strong { (words.decline) } " " (decline_detail) }
                p #leave-detail { strong { (words.leave) } " " (words.leave_detail) }
            }
        }
    }
}

fn summary(locale: Locale, payment: &Payment<'_>, shop: Option<&str>) -> Markup {
    let words = locale.words();
    let heading = match shop {
        Some(shop) => fill(words.your_order_at, shop),
        None => words.your_order.to_owned(),
    };
    html! {
        section.card.order aria-labelledby="order" {
            h2 #order { (heading) }
            @if let Some(description) = payment.order.and_then(|order| order.description.as_ref()) { p { (description) } }
            @if let Some(reference_id) = payment.reference_id { p.quiet { (fill(words.reference, reference_id)) } }
            @if let Some(order) = payment.order.filter(|order| !order.lines.is_empty()) { (lines(locale, &order.lines)) }
            dl.totals {
                @if let Some(order) = payment.order {
                    @for Discount { name, amount } in &order.discounts {
                        div {
                            dt { (words.discount) @if !name.is_empty() { " · " (name) } }
                            dd { (locale.money(-i128::from(amount.cents), amount.currency)) }
                        }
                    }
                    @if let Some(shipping) = order.shipping { div { dt { (words.shipping) } dd { (locale.price(shipping)) } } }
                    @if let Some(tax) = order.tax { div { dt { (words.tax) } dd { (locale.price(tax)) } } }
                }
                div.total { dt { (words.total) } dd { (locale.price(payment.total)) } }
            }
        }
    }
}

fn lines(locale: Locale, lines: &[Line]) -> Markup {
    let words = locale.words();
    html! {
        table.lines {
            thead.visually-hidden { tr { th scope="col" { (words.item) } th scope="col" { (words.amount) } } }
            tbody {
                @for Line { name, quantity, price, sku, .. } in lines {
                    tr {
                        td {
                            span.name { (name) }
                            span.quiet {
                                span.visually-hidden { (words.quantity) " " }
                                (quantity) " × " (locale.price(*price))
                                @if let Some(sku) = sku { " · " (words.sku) " " (sku) }
                            }
                        }
                        td.amount { (locale.money(i128::from(*quantity) * i128::from(price.cents), price.currency)) }
                    }
                }
            }
        }
    }
}

fn document(locale: Locale, title: &str, main: &Markup) -> Markup {
    let words = locale.words();
    let title = format!("{title} · {}", words.simulation);
    let body = html! {
        body.checkout {
            header {
                p.brand { span.mark aria-hidden="true" {} (words.checkout) }
                p.simulation { strong { (words.simulation) } " " span { (words.simulation_detail) } }
            }
            (main)
            footer {
                p { (words.footer) " " a href="/_simulator/dashboard" { (words.dashboard) } }
            }
        }
    };
    super::document(locale.into_str(), &title, &html! {}, &body)
}
