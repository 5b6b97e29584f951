//! The dashboard over HTTP: what it shows of the state, and what its buttons do.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::{DateTime, TimeDelta, Utc};

use crate::http::gateway::Gateway;
use crate::http::request_log::RecordedRequest;
use crate::model::actions::checkout;
use crate::model::actions::disputes;
use crate::model::actions::due_events;
use crate::model::actions::payments;
use crate::model::authorization::Authorization;
use crate::model::card::{CardSession, CardStatus};
use crate::model::dispute::DisputeOutcome;
use crate::model::links::checkout_path;
use crate::model::order::{CheckoutStatus, HistoryEntry, Order, Origin};
use crate::model::rule::CheckoutError;
use crate::model::rule::ControlError;
use crate::model::session::Session;
use crate::model::state::GatewayState;
use crate::ui::pages::dashboard::{self as page, Amount, Dashboard, List, Status, Tone};
use crate::ui::pages::{self, DASHBOARD_POLICY, SCRIPT, SCRIPT_PATH};
use crate::webhooks::outbox::DeliveryAttempt;
use crate::webhooks::outbox::DeliveryOutcome;
use crate::webhooks::subscriptions::Subscription;

/// How many of each are shown.
const MAX_SHOWN: usize = 25;

/// The longest step of the clock, in seconds: a year.
const MAX_STEP: i64 = 366 * 24 * 60 * 60;

pub(crate) fn router() -> Router<Arc<Gateway>> {
    Router::new()
        .route(page::PATH, get(show))
        .route(SCRIPT_PATH, get(script))
        .route("/_simulator/dashboard/clock", post(advance))
        .route("/_simulator/dashboard/reset", post(reset))
        .route("/_simulator/dashboard/sessions/{uuid}/approve", post(approve))
        .route("/_simulator/dashboard/sessions/{uuid}/decline", post(decline))
        .route("/_simulator/dashboard/orders/{uuid}/expire", post(expire))
        .route("/_simulator/dashboard/orders/{uuid}/dispute", post(dispute))
}

/// Whether this is the path of the dashboard, of one of its buttons, or of what a page loads by itself.
pub(crate) fn is_part_of_a_page(path: &str) -> bool {
    path.starts_with(page::PATH) || path == pages::STYLE_PATH
}

type Uuid = Path<String>;

async fn show(State(gateway): State<Arc<Gateway>>) -> Response {
    shown(&gateway, StatusCode::OK, None)
}

async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT).into_response()
}

async fn advance(State(gateway): State<Arc<Gateway>>, body: String) -> Response {
    let seconds = field(&body, "advance").and_then(|seconds| seconds.parse().ok());
    match seconds.filter(|seconds| (1..=MAX_STEP).contains(seconds)) {
        Some(seconds) => {
            due_events::advance(&mut gateway.state(), TimeDelta::seconds(seconds));
            done()
        }
        None => shown(&gateway, StatusCode::BAD_REQUEST, Some("The clock moves by 1 second to a year.".to_owned())),
    }
}

async fn reset(State(gateway): State<Arc<Gateway>>) -> Response {
    gateway.reset();
    done()
}

async fn approve(State(gateway): State<Arc<Gateway>>, Path(uuid): Uuid) -> Response {
    let finished = checkout::approve(&mut gateway.state(), &uuid, true).map(drop);
    after_decision(&gateway, finished)
}

async fn decline(State(gateway): State<Arc<Gateway>>, Path(uuid): Uuid) -> Response {
    let finished = checkout::decline(&mut gateway.state(), &uuid).map(drop);
    after_decision(&gateway, finished)
}

fn after_decision(gateway: &Gateway, finished: Result<(), CheckoutError>) -> Response {
    match finished {
        Ok(()) => done(),
        Err(error) => {
            let status = match error {
                CheckoutError::NoSuchSession => StatusCode::NOT_FOUND,
                CheckoutError::AlreadyFinished | CheckoutError::Closed => StatusCode::CONFLICT,
            };
            shown(gateway, status, Some(format!("Not possible: {error}.")))
        }
    }
}

async fn expire(State(gateway): State<Arc<Gateway>>, Path(uuid): Uuid) -> Response {
    let expired = payments::expire_authorization(&mut gateway.state(), &uuid);
    after_control(&gateway, expired)
}

async fn dispute(State(gateway): State<Arc<Gateway>>, Path(uuid): Uuid, body: String) -> Response {
    let outcome = field(&body, "outcome").map(str::parse::<DisputeOutcome>).transpose();
    let changed = outcome.and_then(|outcome| match outcome {
        Some(outcome) => disputes::close_dispute(&mut gateway.state(), &uuid, outcome),
        None => disputes::open_dispute(&mut gateway.state(), &uuid),
    });
    after_control(&gateway, changed)
}

fn after_control(gateway: &Gateway, changed: Result<(), ControlError>) -> Response {
    match changed {
        Ok(()) => done(),
        Err(error) => {
            let status = match error {
                ControlError::NoSuchOrder | ControlError::NoSuchCustomer => StatusCode::NOT_FOUND,
                ControlError::InvalidState(_) => StatusCode::CONFLICT,
            };
            shown(gateway, status, Some(format!("Not possible: {error}.")))
        }
    }
}

fn done() -> Response {
    Redirect::to(page::PATH).into_response()
}

/// A field of a form whose names and values need no decoding.
fn field<'a>(body: &'a str, name: &str) -> Option<&'a str> {
    body.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn shown(gateway: &Gateway, status: StatusCode, refusal: Option<String>) -> Response {
    pages::page(status, DASHBOARD_POLICY, page::dashboard(&view(gateway, refusal)))
}

fn view(gateway: &Gateway, refusal: Option<String>) -> Dashboard {
    let (requests, refused, deviating, findings) = {
        let log = gateway.log();
        // What steers the simulator is no part of the integration that is being built.
        let is_shown = |request: &&RecordedRequest| !request.path.starts_with("/_simulator");
        let requests: Vec<&RecordedRequest> = log.requests().filter(is_shown).collect();
        let refused = requests.iter().filter(|request| request.status >= 400).count();
        let deviating = requests.iter().filter(|request| !request.deviations.is_empty()).count();
        (
            List::latest(&requests, MAX_SHOWN, |shown| request(shown)),
            refused,
            deviating,
            log.contract_violations().len(),
        )
    };
    let state = gateway.state();
    let now = state.now();
    let subscriptions: Vec<&Subscription> = state.subscriptions.iter().collect();
    let attempts: Vec<&DeliveryAttempt> = state.outbox.attempts().collect();
    Dashboard {
        base_url: gateway.base_url.clone(),
        now,
        refusal,
        sessions: sessions_of(&state),
        orders: orders_of(&state),
        subscriptions: List::latest(&subscriptions, MAX_SHOWN, |shown| subscription(shown)),
        deliveries: List::latest(&attempts, MAX_SHOWN, |shown| delivery(shown, now)),
        requests,
        refused,
        deviating,
        findings,
    }
}

/// Checkouts and virtual cards, since the shopper decides on both.
fn sessions_of(state: &GatewayState) -> List<page::Session> {
    enum Either<'a> {
        Checkout(&'a Session),
        Card(&'a CardSession),
    }
    let checkouts =
        state.sessions.values().map(|session| (session.created_at, &session.uuid, Either::Checkout(session)));
    let cards = state.card_sessions.values().map(|card| (card.created_at, &card.uuid, Either::Card(card)));
    let mut all: Vec<_> = checkouts.chain(cards).collect();
    all.sort_by_key(|(created_at, uuid, _)| (*created_at, *uuid));
    List::latest(&all, MAX_SHOWN, |(_, _, either)| match either {
        Either::Checkout(session) => session_of(session, state),
        Either::Card(card) => card_of(card),
    })
}

fn session_of(session: &Session, state: &GatewayState) -> page::Session {
    let order = state.order_of(session);
    let subject = order.map_or_else(|| "Tokenization".to_owned(), title);
    let (words, tone) = match session.status {
        CheckoutStatus::Active => ("waiting", Tone::Waiting),
        CheckoutStatus::Complete => ("approved", Tone::Good),
        CheckoutStatus::Denied => ("declined", Tone::Bad),
        CheckoutStatus::Deleted if order.is_some_and(Order::is_deleted_by_merchant) => ("deleted", Tone::Quiet),
        CheckoutStatus::Deleted => ("expired", Tone::Quiet),
    };
    // Not the token, which is a secret: it is enough to decide on the tokenization.
    let checkout = session.order_uuid.as_ref().map(|_| checkout_path(&session.checkout_id));
    page::Session {
        uuid: session.uuid.clone(),
        created_at: session.created_at,
        status: status(words, tone),
        subject,
        amount: order.map(|order| order.amount.into()),
        is_waiting: session.status == CheckoutStatus::Active,
        checkout: checkout.filter(|_| session.status == CheckoutStatus::Active),
    }
}

fn card_of(card: &CardSession) -> page::Session {
    let (words, tone) = match card.status {
        CardStatus::Active => ("waiting", Tone::Waiting),
        CardStatus::Issued(_) => ("card issued", Tone::Good),
        CardStatus::Declined => ("declined", Tone::Bad),
    };
    let is_waiting = matches!(card.status, CardStatus::Active);
    page::Session {
        uuid: card.uuid.clone(),
        created_at: card.created_at,
        status: status(words, tone),
        subject: card
            .reference_id
            .as_deref()
            .map_or_else(|| "Virtual card".to_owned(), |id| format!("Virtual card for {id}")),
        amount: Some(card.amount.into()),
        is_waiting,
        checkout: is_waiting.then(|| checkout_path(&card.uuid)),
    }
}

fn orders_of(state: &GatewayState) -> List<page::Order> {
    let mut all: Vec<&Order> = state.orders.values().collect();
    all.sort_by_key(|order| (order.created_at, &order.uuid));
    List::latest(&all, MAX_SHOWN, |order| order_of(order))
}

fn order_of(order: &Order) -> page::Order {
    let approved = order.authorization.as_ref().filter(|authorization| authorization.approved);
    let sum = |of: fn(&Authorization) -> i64| approved.map_or(0, of);
    let in_dispute = order.dispute.as_ref().is_some_and(|dispute| dispute.outcome.is_none());
    let open = approved.filter(|authorization| !authorization.expired && authorization.capturable() > 0);
    page::Order {
        uuid: order.uuid.clone(),
        title: title(order),
        status: order_status(order, in_dispute),
        intent: order.intent.name(),
        origin: match order.origin {
            Origin::Session { .. } => None,
            Origin::Customer { .. } => Some("customer’s order"),
            Origin::Reauthorization { .. } => Some("reauthorization"),
            Origin::Upcharge { .. } => Some("upcharge"),
            Origin::Card { .. } => Some("virtual card"),
        },
        amount: order.amount.into(),
        authorized: sum(|authorization| authorization.amount.cents),
        captured: sum(|authorization| authorization.captures.total()),
        refunded: sum(|authorization| authorization.refunds.total()),
        released: sum(|authorization| authorization.releases.total()),
        expiration: open.map(|authorization| authorization.expiration),
        history: order.history.iter().map(event).collect(),
        can_open_dispute: !in_dispute && approved.is_some_and(|authorization| authorization.refundable() > 0),
        can_close_dispute: in_dispute,
    }
}

fn title(order: &Order) -> String {
    let named = order.reference_id.as_ref().or(order.description.as_ref());
    named.cloned().unwrap_or_else(|| "Order without a reference".to_owned())
}

fn order_status(order: &Order, in_dispute: bool) -> Status {
    let Some(authorization) = &order.authorization else {
        return match order.status {
            CheckoutStatus::Active => status("waiting", Tone::Waiting),
            CheckoutStatus::Denied => status("denied", Tone::Bad),
            CheckoutStatus::Deleted if order.is_deleted_by_merchant() => status("deleted", Tone::Quiet),
            CheckoutStatus::Complete | CheckoutStatus::Deleted => status("expired", Tone::Quiet),
        };
    };
    let captured = authorization.captures.total();
    if !authorization.approved {
        status("not approved", Tone::Bad)
    } else if in_dispute {
        status("in dispute", Tone::Bad)
    } else if captured > 0 && authorization.refundable() == 0 {
        status("refunded", Tone::Quiet)
    } else if captured > 0 && authorization.capturable() > 0 {
        status("partly captured", Tone::Good)
    } else if captured > 0 {
        status("captured", Tone::Good)
    } else if authorization.expired {
        status("expired", Tone::Quiet)
    } else if authorization.capturable() == 0 {
        status("released", Tone::Quiet)
    } else {
        status("authorized", Tone::Good)
    }
}

fn event(entry: &HistoryEntry) -> page::Event {
    let mut what = entry.event.name().to_owned();
    what[..1].make_ascii_uppercase();
    page::Event { at: entry.at, what, amount: entry.amount.map(Amount::from) }
}

fn subscription(subscription: &Subscription) -> page::Subscription {
    page::Subscription { url: subscription.url.clone(), events: subscription.events.clone() }
}

fn delivery(attempt: &DeliveryAttempt, now: DateTime<Utc>) -> page::Delivery {
    let status = match &attempt.outcome {
        DeliveryOutcome::Delivered => status("delivered", Tone::Good),
        other if attempt.subscription_deleted => status(&format!("{other}, subscription deleted"), Tone::Bad),
        other => status(&other.to_string(), Tone::Bad),
    };
    page::Delivery {
        at: attempt.ended_at,
        event: attempt.event.clone(),
        url: attempt.url.clone(),
        attempt: attempt.attempt,
        status,
        // Later it has an attempt of its own.
        next_attempt: attempt.next_attempt_at.filter(|next| *next > now),
    }
}

fn request(request: &RecordedRequest) -> page::Request {
    page::Request {
        method: request.method.clone(),
        path: request.path.clone(),
        operation_id: request.operation_id,
        status: request.status,
        refusal: request.refusal.clone(),
        fault: request.fault.clone(),
        deviations: request.deviations.clone(),
        finding: request
            .contract_violation
            .as_ref()
            .map(|finding| format!("at `{}`: {}", finding.location, finding.message)),
    }
}

fn status(words: &str, tone: Tone) -> Status {
    Status { words: words.to_owned(), tone }
}

impl From<crate::model::money::Money> for Amount {
    fn from(money: crate::model::money::Money) -> Self {
        Self { cents: money.cents, currency: money.currency.code().to_owned() }
    }
}
