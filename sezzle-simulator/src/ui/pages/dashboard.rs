//! The dashboard page: the state of the simulator, with buttons for what only Sezzle can do.

use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::SCRIPT_PATH;
use crate::http::document::deviation::Deviation;
use crate::http::request_log::{RecordedRequest, RequestLog};
use crate::model::authorization::Authorization;
use crate::model::card::CardStatus;
use crate::model::dispute::DisputeOutcome;
use crate::model::links::checkout_path;
use crate::model::money::Money;
use crate::model::order::{CheckoutStatus, Order, Origin};
use crate::model::session::{Locale, Session};
use crate::model::webhooks::outbox::{DeliveryAttempt, DeliveryOutcome};
use crate::state::GatewayState;

/// The path of the dashboard, and the prefix of its forms.
pub(crate) const PATH: &str = "/_simulator/dashboard";

/// The maximum length of each list.
const MAX_SHOWN: usize = 25;

/// The steps of the clock, in seconds.
const STEPS: [(i64, &str); 5] = [
    (30 * 60, "30 minutes"),
    (60 * 60, "1 hour"),
    (24 * 60 * 60, "1 day"),
    (7 * 24 * 60 * 60, "1 week"),
    (14 * 24 * 60 * 60, "2 weeks"),
];

const OUTCOMES: [(DisputeOutcome, &str); 3] = [
    (DisputeOutcome::CustomerWin, "Customer wins"),
    (DisputeOutcome::MerchantWin, "Merchant wins"),
    (DisputeOutcome::Neutral, "Neutral"),
];

// The CSS classes of badges.
const WAITING: &str = "badge waiting";
const GOOD: &str = "badge good";
const BAD: &str = "badge bad";
const QUIET: &str = "badge";

pub(crate) struct Dashboard<'a> {
    pub(crate) base_url: &'a str,
    /// Why the last button had no effect.
    pub(crate) message: Option<&'a str>,
    pub(crate) state: &'a GatewayState,
    pub(crate) log: &'a RequestLog,
}

/// Renders the page. The script replaces the parts with `data-live` that have changed.
pub(crate) fn dashboard(view: &Dashboard<'_>) -> Markup {
    let state = view.state;
    // Those that the integration has sent, without those to the controls.
    let requests: Vec<_> = view.log.requests().filter(|request| !request.path.starts_with("/_simulator")).collect();
    let head = html! {
        noscript { meta http-equiv="refresh" content="5"; }
        script src=(SCRIPT_PATH) defer {}
    };
    let body = html! {
        body.dashboard {
            a.skip href="#orders" { "Skip to the orders" }
            header {
                div {
                    h1 { span.mark aria-hidden="true" {} "Sezzle simulator" }
                    p.quiet { code { (view.base_url) } }
                }
                p.simulation { strong { "Simulation" } " " span { "No money moves." } }
            }
            main {
                p.answer #answer role="status" { @if let Some(message) = view.message { (message) } }
                (clock(state.now))
                (counts(state, &requests, view.log.contract_violations().len()))
                div.columns {
                    div { (orders(state)) }
                    div { (sessions(state)) (webhooks(state)) }
                }
                (recorded(&requests))
            }
            footer {
                p.quiet {
                    "A local simulator of the Sezzle API for development and tests. Not affiliated with Sezzle. "
                    a href="/_simulator/state" { "State as JSON" }
                }
                form method="post" action={ (PATH) "/reset" } {
                    button.small.danger #reset { "Delete all sessions and orders" }
                }
            }
        }
    };
    super::document("en", "Dashboard · Sezzle simulator", &head, &body)
}

fn clock(now: DateTime<Utc>) -> Markup {
    html! {
        section.card.clock #clock data-live aria-labelledby="clock-heading" {
            div {
                h2 #clock-heading { "Clock" }
                p { time.now datetime=(now.to_rfc3339()) { (now.format("%a, %b %-d, %Y · %H:%M UTC")) } }
            }
            form method="post" action={ (PATH) "/clock" } aria-label="Advance the clock" {
                span.quiet aria-hidden="true" { "Advance by" }
                @for (seconds, label) in STEPS {
                    button.small id={ "advance-" (seconds) } name="advance" value=(seconds)
                        aria-label={ "Advance the clock by " (label) } { (label) }
                }
            }
        }
    }
}

fn counts(state: &GatewayState, requests: &[&RecordedRequest], violating: usize) -> Markup {
    let now = state.now;
    let open_sessions = state.sessions.values().filter(|session| session.status == CheckoutStatus::Active).count();
    let open_cards = state.card_sessions.values().filter(|card| matches!(card.status, CardStatus::Active)).count();
    let to_capture = state.orders.values().filter(|order| open_authorization(order).is_some()).count();
    let rejected = requests.iter().filter(|request| request.status >= 400).count();
    let deviating = requests.iter().filter(|request| !request.deviations.is_empty()).count();
    let to_retry = state.outbox.attempts().filter(|attempt| next_attempt(attempt, now).is_some()).count();
    html! {
        ul.counts #counts data-live aria-label="At a glance" {
            li {
                (count(state.sessions.len() + state.card_sessions.len(), "session"))
                span.quiet { (open_sessions + open_cards) " waiting" }
            }
            li { (count(state.orders.len(), "order")) span.quiet { (to_capture) " to be captured" } }
            li {
                strong { (state.outbox.attempts().len()) } " delivery attempts"
                span.quiet { (to_retry) " to be retried" }
            }
            li { (count(requests.len(), "request")) span.quiet.bad[violating > 0] {
                (rejected) " rejected · " (deviating) " with deviations · " (violating) " with an invalid response"
            } }
        }
    }
}

fn count(count: usize, name: &str) -> Markup {
    html! { strong { (count) } " " (name) @if count != 1 { "s" } }
}

/// Renders the latest elements of a list that is sorted by time, newest first.
fn list<T>(all: &[T], heading: &str, empty: &Markup, row: impl Fn(&T) -> Markup) -> Markup {
    html! {
        @if all.is_empty() { p.empty { (empty) } }
        @else {
            ul.rows aria-labelledby=(heading) { @for element in all.iter().rev().take(MAX_SHOWN) { li { (row(element)) } } }
        }
        (earlier(all.len()))
    }
}

fn earlier(total: usize) -> Markup {
    html! { @if total > MAX_SHOWN { p.quiet.rest { "and " (total - MAX_SHOWN) " earlier" } } }
}

fn sessions(state: &GatewayState) -> Markup {
    let checkouts = state.sessions.values().map(|session| (session.created_at, &session.uuid));
    let cards = state.card_sessions.values().map(|card| (card.created_at, &card.uuid));
    let mut all: Vec<_> = checkouts.chain(cards).collect();
    all.sort();
    let empty = html! { "None yet. " code { "POST /v2/session" } " creates one." };
    html! {
        section.card #sessions data-live aria-labelledby="sessions-heading" {
            h2 #sessions-heading { "Sessions" }
            (list(&all, "sessions-heading", &empty, |(created_at, uuid)| session(state, *created_at, uuid)))
        }
    }
}

/// Renders a session for a checkout or for a virtual card.
fn session(state: &GatewayState, created_at: DateTime<Utc>, uuid: &str) -> Markup {
    let (subject, amount, (words, tone), checkout) = if let Some(card) = state.card_sessions.get(uuid) {
        let status = match card.status {
            CardStatus::Active => ("waiting", WAITING),
            CardStatus::Issued(_) => ("card issued", GOOD),
            CardStatus::Declined => ("declined", BAD),
        };
        let subject = card.reference_id.as_ref().map(|id| format!("Virtual card for {id}"));
        let subject = subject.unwrap_or_else(|| "Virtual card".to_owned());
        (subject, Some(card.amount), status, Some(checkout_path(&card.uuid)))
    } else {
        let Some(session) = state.sessions.get(uuid) else { return html! {} };
        let order = state.order_of(session);
        // A tokenization has no link, because its token is a secret.
        let checkout = order.map(|_| checkout_path(&session.checkout_id));
        let subject = order.map_or("Tokenization", title).to_owned();
        (subject, order.map(|order| order.amount), session_status(session, order), checkout)
    };
    html! {
        div.row {
            span.name { (subject) }
            @if let Some(amount) = amount { span.amount { (Locale::EnUs.price(amount)) } }
            (badge(words, tone))
        }
        p.quiet { (time(created_at, state.now)) " · " code { (uuid) } }
        @if tone == WAITING {
            form.actions method="post" action={ (PATH) "/sessions/" (uuid) "/approve" } {
                button.small.go id={ "approve-" (uuid) } aria-label={ "Approve " (subject) } { "Approve" }
                button.small id={ "decline-" (uuid) } formaction={ (PATH) "/sessions/" (uuid) "/decline" }
                    aria-label={ "Decline " (subject) } { "Decline" }
                @if let Some(checkout) = checkout {
                    a href=(checkout) aria-label={ "Open the checkout of " (subject) } { "Open the checkout" }
                }
            }
        }
    }
}

fn session_status(session: &Session, order: Option<&Order>) -> (&'static str, &'static str) {
    match session.status {
        CheckoutStatus::Active => ("waiting", WAITING),
        CheckoutStatus::Complete => ("approved", GOOD),
        CheckoutStatus::Denied => ("declined", BAD),
        CheckoutStatus::Deleted if order.is_some_and(Order::is_deleted_by_merchant) => ("deleted", QUIET),
        CheckoutStatus::Deleted => ("expired", QUIET),
    }
}

fn orders(state: &GatewayState) -> Markup {
    let mut all: Vec<&Order> = state.orders.values().collect();
    all.sort_by_key(|order| (order.created_at, &order.uuid));
    let empty = html! { "None yet. A session with an order creates one." };
    html! {
        section.card #orders data-live aria-labelledby="orders-heading" {
            h2 #orders-heading { "Orders" }
            (list(&all, "orders-heading", &empty, |order| self::order(order, state.now)))
        }
    }
}

fn order(order: &Order, now: DateTime<Utc>) -> Markup {
    let uuid = &order.uuid;
    let title = title(order);
    let dispute = format!("{PATH}/orders/{uuid}/dispute");
    let (open, approved) = (open_authorization(order), order.approved_authorization().ok());
    let is_in_dispute = order.open_dispute().is_some();
    let can_dispute = !is_in_dispute && approved.is_some_and(|authorization| authorization.refundable() > 0);
    let origin = match order.origin {
        Origin::Session { .. } => "",
        Origin::Customer { .. } => " · customer’s order",
        Origin::Reauthorization => " · reauthorization",
        Origin::Upcharge { .. } => " · upcharge",
        Origin::Card => " · virtual card",
    };
    let (words, tone) = order_status(order);
    html! {
        article aria-labelledby={ "order-" (uuid) } {
            div.row {
                h3.name id={ "order-" (uuid) } { (title) }
                span.amount { (Locale::EnUs.price(order.amount)) }
                (badge(words, tone))
            }
            p.quiet { (order.intent.into_str()) (origin) " · " code { (uuid) } }
            @if let Some(authorization) = approved { (sums(authorization)) }
            ol.history aria-label={ "History of " (title) } {
                @for entry in &order.history {
                    li {
                        (time(entry.at, now))
                        span { (capitalize(entry.event)) }
                        @if let Some(amount) = entry.amount { span.amount { (Locale::EnUs.price(amount)) } }
                    }
                }
            }
            @if open.is_some() || can_dispute || is_in_dispute {
                form.actions method="post" action={ (PATH) "/orders/" (uuid) "/expire" } {
                    @if let Some(open) = open {
                        button.small id={ "expire-" (uuid) } { "Expire the authorization" }
                        span.quiet { "expires at " (time(open.expiration, now)) }
                    }
                    @if can_dispute {
                        button.small id={ "dispute-" (uuid) } formaction=(dispute) { "Open a dispute" }
                    }
                    @if is_in_dispute {
                        span.quiet id={ "close-" (uuid) } { "Close the dispute:" }
                        @for (outcome, label) in OUTCOMES {
                            button.small id={ (outcome.name()) "-" (uuid) } formaction=(dispute) name="outcome"
                                value=(outcome.name()) aria-describedby={ "close-" (uuid) } { (label) }
                        }
                    }
                }
            }
        }
    }
}

/// Returns the authorization if it can be captured.
fn open_authorization(order: &Order) -> Option<&Authorization> {
    order.approved_authorization().ok().filter(|authorization| !authorization.expired && authorization.capturable() > 0)
}

fn title(order: &Order) -> &str {
    let name = order.reference_id.as_ref().or(order.description.as_ref());
    name.map_or("Order without a reference", String::as_str)
}

fn order_status(order: &Order) -> (&'static str, &'static str) {
    let Some(authorization) = &order.authorization else {
        return match order.status {
            CheckoutStatus::Active => ("waiting", WAITING),
            CheckoutStatus::Denied => ("denied", BAD),
            CheckoutStatus::Deleted if order.is_deleted_by_merchant() => ("deleted", QUIET),
            CheckoutStatus::Complete | CheckoutStatus::Deleted => ("expired", QUIET),
        };
    };
    let is_captured = authorization.captures.total() > 0;
    match () {
        () if !authorization.approved => ("not approved", BAD),
        () if order.open_dispute().is_some() => ("in dispute", BAD),
        () if is_captured && authorization.refundable() == 0 => ("refunded", QUIET),
        () if is_captured && authorization.capturable() > 0 => ("partly captured", GOOD),
        () if is_captured => ("captured", GOOD),
        () if authorization.expired => ("expired", QUIET),
        () if authorization.capturable() == 0 => ("released", QUIET),
        () => ("authorized", GOOD),
    }
}

/// Renders how the authorized amount is divided, as a bar and as text.
fn sums(authorization: &Authorization) -> Markup {
    const WIDTH: i128 = 1000;
    let Authorization { amount, captures, refunds, releases, .. } = authorization;
    let price = |cents| Locale::EnUs.price(Money { cents, ..*amount });
    let part = |cents: i64| i128::from(cents) * WIDTH / i128::from(amount.cents.max(1));
    let kept = part(captures.total() - refunds.total());
    let refunded = part(captures.total()) - kept;
    let released = part(releases.total());
    html! {
        svg.bar viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.held width="1000" height="8" {}
            rect.captured width=(kept) height="8" {}
            rect.refunded x=(kept) width=(refunded) height="8" {}
            rect.released x=(WIDTH - released) width=(released) height="8" {}
        }
        dl.sums {
            div.captured { dt { "Captured" } dd { (price(captures.total())) } }
            div.refunded { dt { "of which refunded" } dd { (price(refunds.total())) } }
            div.released { dt { "Released" } dd { (price(releases.total())) } }
            div.held { dt { "To capture" } dd { (price(authorization.capturable())) } }
        }
    }
}

fn webhooks(state: &GatewayState) -> Markup {
    let subscriptions: Vec<_> = state.subscriptions.iter().collect();
    let attempts: Vec<_> = state.outbox.attempts().collect();
    let no_subscription = html! { "No subscription. " code { "POST /v2/webhooks" } " creates one." };
    let no_delivery = html! { "No delivery was attempted." };
    html! {
        section.card #webhooks data-live aria-labelledby="webhooks-heading" {
            h2 #webhooks-heading { "Webhooks" }
            (list(&subscriptions, "webhooks-heading", &no_subscription, |subscription| html! {
                p.name { code { (subscription.url) } }
                p.quiet { (subscription.events.join(", ")) }
            }))
            h3 #deliveries-heading { "Deliveries" }
            (list(&attempts, "deliveries-heading", &no_delivery, |attempt| delivery(attempt, state.now)))
        }
    }
}

fn delivery(attempt: &DeliveryAttempt, now: DateTime<Utc>) -> Markup {
    let deleted = if attempt.subscription_deleted { ", subscription deleted" } else { "" };
    let tone = if attempt.outcome == DeliveryOutcome::Delivered { GOOD } else { BAD };
    html! {
        div.row { span.name { (attempt.event) } (badge(&format!("{}{deleted}", attempt.outcome), tone)) }
        p.quiet {
            (time(attempt.ended_at, now)) " · attempt " (attempt.attempt) " · " code { (attempt.url) }
            @if let Some(next) = next_attempt(attempt, now) { " · next " (time(next, now)) }
        }
    }
}

/// Returns the time of the next attempt, unless it is over and has an entry of its own.
fn next_attempt(attempt: &DeliveryAttempt, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    attempt.next_attempt_at.filter(|next| *next > now)
}

fn recorded(requests: &[&RecordedRequest]) -> Markup {
    html! {
        section.card #requests data-live aria-labelledby="requests-heading" {
            h2 #requests-heading { "Requests" }
            @if requests.is_empty() { p.empty { "None yet." } }
            @else {
                div.scroll tabindex="0" role="region" aria-labelledby="requests-heading" {
                    table {
                        thead { tr { @for name in ["Status", "Request", "Operation", "Notes"] { th scope="col" { (name) } } } }
                        tbody { @for request in requests.iter().rev().take(MAX_SHOWN) { (self::request(request)) } }
                    }
                }
            }
            (earlier(requests.len()))
        }
    }
}

fn request(request: &RecordedRequest) -> Markup {
    let (words, tone) = match request.status {
        0 => ("no response".to_owned(), BAD),
        status => (status.to_string(), if status < 400 { GOOD } else { BAD }),
    };
    let is_documented = request.operation_id.is_some()
        && tone == GOOD
        && request.contract_violation.is_none()
        && request.deviations.is_empty();
    html! {
        tr {
            td { (badge(&words, tone)) }
            td { code { strong { (request.method) } " " (request.path) } }
            td { (request.operation_id.unwrap_or("–")) }
            td {
                @if let Some(violation) = &request.contract_violation {
                    p.bad {
                        strong { "The response violates the document: " } "at `" (violation.location) "`: " (violation.message)
                    }
                }
                @if request.is_example { p { strong { "not implemented: responded with the document’s example" } } }
                @if let Some(fault) = &request.fault { p { strong { "Fault: " } (fault) } }
                (deviations(&request.deviations))
                @if let Some(error) = &request.refusal { p { (error) } }
                @else if is_documented { p.quiet { "as documented" } }
            }
        }
    }
}

fn deviations(deviations: &[Deviation]) -> Markup {
    html! {
        @if !deviations.is_empty() {
            p { strong { "Accepted, but the document does not allow it:" } }
            ul {
                @for deviation in deviations {
                    li { code { (deviation.pointer) } " was " (deviation.sent) "; it " (deviation.expected) "." }
                }
            }
        }
    }
}

fn badge(words: &str, tone: &str) -> Markup {
    html! { span class=(tone) { (words) } }
}

/// Renders a time of today, or the date and time.
fn time(at: DateTime<Utc>, now: DateTime<Utc>) -> Markup {
    let format = if at.date_naive() == now.date_naive() { "%H:%M:%S" } else { "%b %-d, %H:%M:%S" };
    html! { time datetime=(at.to_rfc3339()) title=(at.format("%Y-%m-%d %H:%M:%S UTC")) { (at.format(format)) } }
}

fn capitalize(text: &str) -> String {
    let mut text = text.to_owned();
    text[..1].make_ascii_uppercase();
    text
}
