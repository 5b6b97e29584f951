//! The page that shows what the simulator knows, with the buttons for what only Sezzle can do.

use chrono::{DateTime, Utc};
use maud::{DOCTYPE, Markup, html};

use super::{SCRIPT_PATH, STYLE_PATH};
use crate::http::document::deviation::Deviation;
use crate::model::session::Locale;

/// Where the dashboard is, and what its forms are sent below.
pub(crate) const PATH: &str = "/_simulator/dashboard";

/// How far the clock can be moved at once, in seconds.
pub(crate) const STEPS: [(i64, &str); 5] = [
    (30 * 60, "30 minutes"),
    (60 * 60, "1 hour"),
    (24 * 60 * 60, "1 day"),
    (7 * 24 * 60 * 60, "1 week"),
    (14 * 24 * 60 * 60, "2 weeks"),
];

/// How a dispute may end: the last segment of its event's name, and what the button says.
pub(crate) const OUTCOMES: [(&str, &str); 3] =
    [("customer_win", "Customer wins"), ("merchant_win", "Merchant wins"), ("neutral", "Neutral")];

/// All that is shown. The lists hold the latest first and are no longer than a page can bear.
pub(crate) struct Dashboard {
    pub(crate) base_url: String,
    pub(crate) now: DateTime<Utc>,
    /// Why the last button did nothing.
    pub(crate) refusal: Option<String>,
    pub(crate) sessions: List<Session>,
    pub(crate) orders: List<Order>,
    pub(crate) subscriptions: List<Subscription>,
    pub(crate) deliveries: List<Delivery>,
    pub(crate) requests: List<Request>,
    /// Of all requests, not only of those shown: how many were refused or failed.
    pub(crate) refused: usize,
    /// How many were accepted although the document does not allow them.
    pub(crate) deviating: usize,
    /// Answers that break the document.
    pub(crate) findings: usize,
}

/// The latest of so many.
pub(crate) struct List<T> {
    pub(crate) latest: Vec<T>,
    pub(crate) total: usize,
}

/// How good the news is; the words beside it say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Waiting,
    Good,
    Bad,
    Quiet,
}

/// A state in a word or two.
pub(crate) struct Status {
    pub(crate) words: String,
    pub(crate) tone: Tone,
}

pub(crate) struct Session {
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) status: Status,
    /// The reference of its order, or what else it is for.
    pub(crate) subject: String,
    pub(crate) amount: Option<Amount>,
    /// Whether the shopper has yet to decide.
    pub(crate) is_waiting: bool,
    /// The path of its checkout, if that can be told.
    pub(crate) checkout: Option<String>,
}

pub(crate) struct Order {
    pub(crate) uuid: String,
    pub(crate) title: String,
    pub(crate) status: Status,
    pub(crate) intent: &'static str,
    /// How it came to be, if not at a checkout.
    pub(crate) origin: Option<&'static str>,
    pub(crate) amount: Amount,
    pub(crate) authorized: i64,
    pub(crate) captured: i64,
    pub(crate) refunded: i64,
    pub(crate) released: i64,
    /// Of an authorization that can still be captured.
    pub(crate) expiration: Option<DateTime<Utc>>,
    pub(crate) history: Vec<Event>,
    pub(crate) can_open_dispute: bool,
    pub(crate) can_close_dispute: bool,
}

/// Something that happened to an order.
pub(crate) struct Event {
    pub(crate) at: DateTime<Utc>,
    pub(crate) what: String,
    pub(crate) amount: Option<Amount>,
}

#[derive(Clone)]
pub(crate) struct Amount {
    pub(crate) cents: i64,
    pub(crate) currency: String,
}

pub(crate) struct Subscription {
    pub(crate) url: String,
    pub(crate) events: Vec<String>,
}

pub(crate) struct Delivery {
    pub(crate) at: DateTime<Utc>,
    pub(crate) event: String,
    pub(crate) url: String,
    /// Counted from 1 on.
    pub(crate) attempt: u32,
    pub(crate) status: Status,
    pub(crate) next_attempt: Option<DateTime<Utc>>,
}

pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) operation_id: Option<&'static str>,
    /// 0 if the connection ended without an answer.
    pub(crate) status: u16,
    /// What was wrong with the request.
    pub(crate) refusal: Option<String>,
    /// What was done to it on purpose.
    pub(crate) fault: Option<String>,
    /// What was accepted although the document does not allow it.
    pub(crate) deviations: Vec<Deviation>,
    /// How its answer breaks the document.
    pub(crate) finding: Option<String>,
}

impl<T> List<T> {
    /// The last `limit` of what comes in order of time, the latest first.
    pub(crate) fn latest<A>(all: &[A], limit: usize, show: impl Fn(&A) -> T) -> Self {
        Self { latest: all.iter().rev().take(limit).map(show).collect(), total: all.len() }
    }

    fn rest(&self) -> usize {
        self.total - self.latest.len()
    }
}

impl Request {
    fn is_in_order(&self) -> bool {
        let is_documented = self.finding.is_none() && self.deviations.is_empty();
        self.operation_id.is_some() && is_documented && (1..400).contains(&self.status)
    }
}

/// The whole page. Its parts carry ids, so that the script can replace those that have changed.
pub(crate) fn dashboard(view: &Dashboard) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { "Dashboard · Sezzle simulator" }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(STYLE_PATH);
                noscript { meta http-equiv="refresh" content="5"; }
                script src=(SCRIPT_PATH) defer {}
            }
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
                    p.answer #answer role="status" { @if let Some(refusal) = &view.refusal { (refusal) } }
                    (clock(view))
                    (counts(view))
                    div.columns {
                        div { (orders(view)) }
                        div { (sessions(view)) (webhooks(view)) }
                    }
                    (requests(view))
                }
                footer {
                    p.quiet {
                        "A local simulator of the Sezzle API for development and tests. Not affiliated with Sezzle. "
                        a href="/_simulator/state" { "State as JSON" }
                    }
                    form method="post" action={ (PATH) "/reset" } {
                        button.small.danger #reset { "Forget all sessions and orders" }
                    }
                }
            }
        }
    }
}

fn clock(view: &Dashboard) -> Markup {
    html! {
        section.card.clock #clock data-live aria-labelledby="clock-heading" {
            div {
                h2 #clock-heading { "Clock" }
                p { time.now datetime=(view.now.to_rfc3339()) { (view.now.format("%a, %b %-d, %Y · %H:%M UTC")) } }
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

fn counts(view: &Dashboard) -> Markup {
    let waiting = view.sessions.latest.iter().filter(|session| session.is_waiting).count();
    let to_capture = view.orders.latest.iter().filter(|order| order.expiration.is_some()).count();
    let open = view.deliveries.latest.iter().filter(|delivery| delivery.next_attempt.is_some()).count();
    html! {
        ul.counts #counts data-live aria-label="At a glance" {
            li { (counted(view.sessions.total, "session", "sessions")) span.quiet { (waiting) " waiting" } }
            li { (counted(view.orders.total, "order", "orders")) span.quiet { (to_capture) " to be captured" } }
            li { (counted(view.deliveries.total, "delivery", "deliveries")) span.quiet { (open) " to be retried" } }
            li { (counted(view.requests.total, "request", "requests")) span.quiet.bad[view.findings > 0] {
                (view.refused) " refused · " (view.deviating) " deviating · " (view.findings) @if view.findings == 1 { " finding" } @else { " findings" }
            } }
        }
    }
}

fn counted(count: usize, one: &str, more: &str) -> Markup {
    html! { strong { (count) } " " (if count == 1 { one } else { more }) }
}

fn sessions(view: &Dashboard) -> Markup {
    html! {
        section.card #sessions data-live aria-labelledby="sessions-heading" {
            h2 #sessions-heading { "Sessions" }
            @if view.sessions.latest.is_empty() {
                p.empty { "None yet. " code { "POST /v2/session" } " makes one." }
            }
            @else { ul.rows {
                @for session in &view.sessions.latest {
                    li {
                        div.row {
                            span.name { (session.subject) }
                            @if let Some(amount) = &session.amount { span.amount { (written(amount)) } }
                            (badge(&session.status))
                        }
                        p.quiet { (moment(session.created_at, view.now)) " · " code { (session.uuid) } }
                        @if session.is_waiting {
                            form.actions method="post" action={ (PATH) "/sessions/" (session.uuid) "/approve" } {
                                button.small.go id={ "approve-" (session.uuid) }
                                    aria-label={ "Approve " (session.subject) } { "Approve" }
                                button.small id={ "decline-" (session.uuid) }
                                    formaction={ (PATH) "/sessions/" (session.uuid) "/decline" }
                                    aria-label={ "Decline " (session.subject) } { "Decline" }
                                @if let Some(checkout) = &session.checkout {
                                    a href=(checkout) aria-label={ "Open the checkout of " (session.subject) } {
                                        "Open the checkout"
                                    }
                                }
                            }
                        }
                    }
                }
            } }
            (rest(view.sessions.rest()))
        }
    }
}

fn orders(view: &Dashboard) -> Markup {
    html! {
        section.card #orders data-live aria-labelledby="orders-heading" {
            h2 #orders-heading { "Orders" }
            @if view.orders.latest.is_empty() { p.empty { "None yet. They appear as soon as a session asks for one." } }
            @else {
                ul.rows { @for order in &view.orders.latest { li { (self::order(order, view.now)) } } }
            }
            (rest(view.orders.rest()))
        }
    }
}

fn order(order: &Order, now: DateTime<Utc>) -> Markup {
    let money = |cents| written(&Amount { cents, currency: order.amount.currency.clone() });
    let dispute = format!("{PATH}/orders/{}/dispute", order.uuid);
    let disputable = order.can_open_dispute || order.can_close_dispute;
    html! {
        article aria-labelledby={ "order-" (order.uuid) } {
            div.row {
                h3.name id={ "order-" (order.uuid) } { (order.title) }
                span.amount { (written(&order.amount)) }
                (badge(&order.status))
            }
            p.quiet { (order.intent) @if let Some(origin) = order.origin { " · " (origin) } " · " code { (order.uuid) } }
            @if order.authorized > 0 {
                (bar(order))
                dl.sums {
                    div.captured { dt { "Captured" } dd { (money(order.captured)) } }
                    div.refunded { dt { "of it refunded" } dd { (money(order.refunded)) } }
                    div.released { dt { "Released" } dd { (money(order.released)) } }
                    div.held { dt { "To capture" } dd { (money(held(order))) } }
                }
            }
            @if !order.history.is_empty() {
                ol.history aria-label={ "History of " (order.title) } {
                    @for event in &order.history {
                        li {
                            (moment(event.at, now))
                            span { (event.what) }
                            @if let Some(amount) = &event.amount { span.amount { (written(amount)) } }
                        }
                    }
                }
            }
            @if order.expiration.is_some() || disputable {
                form.actions method="post" action={ (PATH) "/orders/" (order.uuid) "/expire" } {
                    @if let Some(expiration) = order.expiration {
                        button.small id={ "expire-" (order.uuid) } { "Expire the authorization" }
                        span.quiet { "expires by itself at " (moment(expiration, now)) }
                    }
                    @if order.can_open_dispute {
                        button.small id={ "dispute-" (order.uuid) } formaction=(dispute) { "Open a dispute" }
                    }
                    @if order.can_close_dispute {
                        span.quiet id={ "close-" (order.uuid) } { "Close the dispute:" }
                        @for (outcome, label) in OUTCOMES {
                            button.small id={ (outcome) "-" (order.uuid) } formaction=(dispute) name="outcome"
                                value=(outcome) aria-describedby={ "close-" (order.uuid) } { (label) }
                        }
                    }
                }
            }
        }
    }
}

/// What is neither captured nor released of an authorization.
fn held(order: &Order) -> i64 {
    order.authorized.saturating_sub(order.captured).saturating_sub(order.released).max(0)
}

/// How the authorized amount is divided, for the eye only: the sums stand below.
fn bar(order: &Order) -> Markup {
    const WIDTH: i128 = 1000;
    let part = |cents: i64| i128::from(cents) * WIDTH / i128::from(order.authorized.max(1));
    let kept = part(order.captured.saturating_sub(order.refunded));
    let refunded = part(order.captured) - kept;
    let released = part(order.released);
    html! {
        svg.bar viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.held width="1000" height="8" {}
            rect.captured width=(kept) height="8" {}
            rect.refunded x=(kept) width=(refunded) height="8" {}
            rect.released x=(WIDTH - released) width=(released) height="8" {}
        }
    }
}

fn webhooks(view: &Dashboard) -> Markup {
    html! {
        section.card #webhooks data-live aria-labelledby="webhooks-heading" {
            h2 #webhooks-heading { "Webhooks" }
            @if view.subscriptions.latest.is_empty() {
                p.empty { "No subscription. " code { "POST /v2/webhooks" } " makes one." }
            }
            @else { ul.rows {
                @for subscription in &view.subscriptions.latest {
                    li {
                        p.name { code { (subscription.url) } }
                        p.quiet { (subscription.events.join(", ")) }
                    }
                }
            } }
            (rest(view.subscriptions.rest()))
            h3 #deliveries-heading { "Deliveries" }
            @if view.deliveries.latest.is_empty() { p.empty { "Nothing has been delivered." } }
            @else { ul.rows aria-labelledby="deliveries-heading" {
                @for delivery in &view.deliveries.latest {
                    li {
                        div.row { span.name { (delivery.event) } (badge(&delivery.status)) }
                        p.quiet {
                            (moment(delivery.at, view.now)) " · "
                            "attempt " (delivery.attempt)
                            " · " code { (delivery.url) }
                            @if let Some(next) = delivery.next_attempt { " · next " (moment(next, view.now)) }
                        }
                    }
                }
            } }
            (rest(view.deliveries.rest()))
        }
    }
}

fn requests(view: &Dashboard) -> Markup {
    html! {
        section.card #requests data-live aria-labelledby="requests-heading" {
            h2 #requests-heading { "Requests" }
            @if view.requests.latest.is_empty() { p.empty { "None yet." } }
            @else {
                div.scroll tabindex="0" role="region" aria-labelledby="requests-heading" {
                    table {
                        thead { tr {
                            th scope="col" { "Status" }
                            th scope="col" { "Request" }
                            th scope="col" { "Operation" }
                            th scope="col" { "What was found" }
                        } }
                        tbody {
                            @for request in &view.requests.latest {
                                tr {
                                    td { (badge(&http_status(request.status))) }
                                    td { code { strong { (request.method) } " " (request.path) } }
                                    td { (request.operation_id.unwrap_or("–")) }
                                    td {
                                        @if let Some(finding) = &request.finding {
                                            p.bad { strong { "The answer breaks the document: " } (finding) }
                                        }
                                        @if let Some(fault) = &request.fault { p { strong { "Fault: " } (fault) } }
                                        (deviations(&request.deviations))
                                        @if let Some(refusal) = &request.refusal { p { (refusal) } }
                                        @else if request.is_in_order() { p.quiet { "answered as documented" } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            (rest(view.requests.rest()))
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

fn http_status(status: u16) -> Status {
    match status {
        0 => Status { words: "cut off".to_owned(), tone: Tone::Bad },
        1..400 => Status { words: status.to_string(), tone: Tone::Good },
        _ => Status { words: status.to_string(), tone: Tone::Bad },
    }
}

fn badge(status: &Status) -> Markup {
    let tone = match status.tone {
        Tone::Waiting => "badge waiting",
        Tone::Good => "badge good",
        Tone::Bad => "badge bad",
        Tone::Quiet => "badge",
    };
    html! { span class=(tone) { (status.words) } }
}

fn rest(count: usize) -> Markup {
    html! { @if count > 0 { p.quiet.rest { "and " (count) " earlier" } } }
}

fn written(amount: &Amount) -> String {
    Locale::EnUs.money(amount.cents.into(), &amount.currency)
}

/// The time of today, or the day with the time.
fn moment(at: DateTime<Utc>, now: DateTime<Utc>) -> Markup {
    let format = if at.date_naive() == now.date_naive() { "%H:%M:%S" } else { "%b %-d, %H:%M:%S" };
    html! { time datetime=(at.to_rfc3339()) title=(at.format("%Y-%m-%d %H:%M:%S UTC")) { (at.format(format)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<Utc> {
        format!("2026-11-21T{time}Z").parse().expect("a time")
    }

    fn usd(cents: i64) -> Amount {
        Amount { cents, currency: "USD".to_owned() }
    }

    fn one<T>(value: T) -> List<T> {
        List { latest: vec![value], total: 1 }
    }

    /// A dashboard with one of everything, all named the same.
    fn view(name: &str) -> Dashboard {
        let status = || Status { words: name.to_owned(), tone: Tone::Waiting };
        let event = |time, cents| Event { at: at(time), what: name.to_owned(), amount: Some(usd(cents)) };
        Dashboard {
            base_url: name.to_owned(),
            now: at("14:05:00"),
            refusal: Some(name.to_owned()),
            sessions: one(Session {
                uuid: name.to_owned(),
                created_at: at("14:00:00"),
                status: status(),
                subject: name.to_owned(),
                amount: Some(usd(4150)),
                is_waiting: true,
                checkout: Some(format!("/checkout?id={name}")),
            }),
            orders: one(Order {
                uuid: name.to_owned(),
                title: name.to_owned(),
                status: status(),
                intent: "AUTH",
                origin: Some("upcharge"),
                amount: usd(4150),
                authorized: 4150,
                captured: 2000,
                refunded: 500,
                released: 150,
                expiration: Some(at("14:31:00")),
                history: vec![event("14:01:00", 4150), event("14:02:00", 2000)],
                can_open_dispute: true,
                can_close_dispute: true,
            }),
            subscriptions: one(Subscription { url: name.to_owned(), events: vec![name.to_owned()] }),
            deliveries: one(Delivery {
                at: at("14:01:00"),
                event: name.to_owned(),
                url: name.to_owned(),
                attempt: 1,
                status: status(),
                next_attempt: Some(at("14:11:00")),
            }),
            requests: one(Request {
                method: "POST".to_owned(),
                path: name.to_owned(),
                operation_id: Some("create_session"),
                status: 201,
                refusal: Some(name.to_owned()),
                fault: Some(name.to_owned()),
                deviations: vec![Deviation {
                    pointer: name.to_owned(),
                    sent: name.to_owned(),
                    expected: name.to_owned(),
                }],
                finding: Some(name.to_owned()),
            }),
            refused: 1,
            deviating: 1,
            findings: 1,
        }
    }

    #[test]
    fn hostile_words_stay_words() {
        let html = dashboard(&view(r#"</script><img src=x onerror="alert(1)">&'"#)).into_string();
        assert!(!html.contains("<img") && html.matches("</script>").count() == 1, "{html}");
        assert!(html.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;"), "{html}");
    }

    #[test]
    fn the_sums_and_the_bar_agree() {
        let html = dashboard(&view("x")).into_string();
        for (name, amount) in
            [("Captured", "20.00"), ("of it refunded", "5.00"), ("Released", "1.50"), ("To capture", "20.00")]
        {
            assert!(html.contains(&format!("<dt>{name}</dt><dd>${amount}</dd>")), "{name}\n{html}");
        }
        // Of a thousand: 15.00, 5.00 and 1.50 of 41.50.
        for part in [r#"captured" width="361""#, r#"refunded" x="361" width="120""#, r#"released" x="964" width="36""#]
        {
            assert!(html.contains(part), "{part}\n{html}");
        }
    }

    #[test]
    fn ids_are_unique_and_every_button_has_a_form() {
        let html = dashboard(&view("x")).into_string();
        let ids: Vec<&str> = html.split(r#" id=""#).skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: std::collections::HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for reference in ["aria-labelledby", "aria-describedby"] {
            for id in html.split(&format!(r#"{reference}=""#)).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(unique.contains(id), "{reference} {id}");
            }
        }
        for form in html.split("<form").skip(1) {
            assert!(
                form.starts_with(r#" class="actions" method="post" action="/_simulator/dashboard/"#)
                    || form.starts_with(r#" method="post" action="/_simulator/dashboard/"#),
                "{form}"
            );
        }
    }

    #[test]
    fn lists_end_at_their_limit_with_the_latest_first() {
        let all: Vec<u8> = (0..100).collect();
        let list = List::latest(&all, 3, |number| *number);
        assert_eq!((list.latest, list.total), (vec![99, 98, 97], 100));
        let mut view = view("x");
        view.requests.total = 41;
        assert!(dashboard(&view).into_string().contains("and 40 earlier"));
    }
}
