//! The controls under `/_simulator`, for scripts and other processes. Requests and responses are JSON.

mod period;

use std::sync::Arc;

use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, delete, get, post};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use crate::actions::{checkout, disputes, due_events, payments};
use crate::faults::active::ActiveFault;
use crate::faults::rule::FaultRule;
use crate::http::delivery;
use crate::http::document::deviation::{Deviation, kind};
use crate::http::document::published;
use crate::http::gateway::{Gateway, MAX_BODY_BYTES};
use crate::http::request_log::RecordedRequest;
use crate::model::clock::timestamp;
use crate::model::error::{CheckoutError, RuleError};
use crate::model::webhooks::outbox::{DeliveryAttempt, DeliveryOrder, DeliveryOutcome};
use crate::snapshot;
use crate::state::{GatewayState, PUBLIC_KEY};

type Shared = State<Arc<Gateway>>;
type Id = Result<Path<String>, PathRejection>;
type Body = Result<Bytes, BytesRejection>;
type Answer = Result<Json<Value>, RuleError>;
type Done = Result<StatusCode, RuleError>;

pub(crate) fn router() -> Router<Arc<Gateway>> {
    Router::new()
        .route("/_simulator/clock", read(time))
        .route("/_simulator/clock/advance", post(advance))
        .route("/_simulator/sessions/{session_uuid}/approve", post(approve))
        .route("/_simulator/sessions/{session_uuid}/decline", decide(checkout::decline))
        .route("/_simulator/sessions/{session_uuid}/leave", decide(checkout::cancel))
        .route("/_simulator/sessions/{session_uuid}/token", get(session_token))
        .route("/_simulator/orders/{order_uuid}/expire", act_on(payments::expire_authorization))
        .route("/_simulator/orders/{order_uuid}/dispute", act_on(disputes::open_dispute))
        .route("/_simulator/orders/{order_uuid}/dispute/close", post(close_dispute))
        .route("/_simulator/customers/{customer_uuid}/spending-limit", post(set_spending_limit))
        .route("/_simulator/faults", read(|gateway| gateway.faults.list().iter().map(fault_body).collect()))
        .route("/_simulator/faults", post(add_faults).delete(clear_faults))
        .route("/_simulator/faults/{id}", delete(remove_fault))
        .route("/_simulator/deliveries", read(|gateway| gateway.state().outbox.attempts().map(attempt_body).collect()))
        .route("/_simulator/deliveries/hold", act(|gateway| gateway.state().outbox.hold()))
        .route("/_simulator/deliveries/release", post(release_deliveries))
        .route("/_simulator/deliveries/duplicate", post(duplicate_deliveries))
        .route("/_simulator/deliveries/settled", post(deliveries_settled))
        .route("/_simulator/events/{event_uuid}/redeliver", act_on(GatewayState::redeliver))
        .route("/_simulator/keys", read(keys))
        .route("/_simulator/keys/rotate", post(rotate_keys))
        .route("/_simulator/tokens", post(issue_token))
        .route("/_simulator/interest-share", post(set_interest_share))
        .route("/_simulator/tokens/expire", act(|gateway| gateway.state().expire_tokens()))
        .route("/_simulator/requests", read(|gateway| gateway.log().requests().map(request_body).collect()))
        .route("/_simulator/state", read(|gateway| snapshot::to_json(&gateway.state())))
        .route("/_simulator/reset", act(Gateway::reset))
        .route("/_simulator/openapi.json", read(|gateway| published::document(&gateway.base_url)))
}

/// Returns the route of a control that returns JSON.
fn read(body: fn(&Gateway) -> Value) -> MethodRouter<Arc<Gateway>> {
    get(move |State(gateway): Shared| async move { Json(body(&gateway)) })
}

/// Returns the route of a control that always succeeds.
fn act(act: fn(&Gateway)) -> MethodRouter<Arc<Gateway>> {
    post(move |State(gateway): Shared| async move {
        act(&gateway);
        StatusCode::NO_CONTENT
    })
}

/// Returns the route of a control for the id in its path.
fn act_on<E>(act: fn(&mut GatewayState, &str) -> Result<(), E>) -> MethodRouter<Arc<Gateway>>
where
    E: Into<RuleError> + 'static,
{
    post(move |State(gateway): Shared, path: Id| async move {
        let result = act(&mut gateway.state(), &id(path));
        result.map(|()| StatusCode::NO_CONTENT).map_err(Into::into)
    })
}

/// Returns the route of a control with which the shopper leaves the checkout in its path.
fn decide(act: fn(&mut GatewayState, &str) -> Result<String, CheckoutError>) -> MethodRouter<Arc<Gateway>> {
    post(move |State(gateway): Shared, path: Id| async move {
        act(&mut gateway.state(), &id(path)).map(|url| destination(&url)).map_err(RuleError::from)
    })
}

fn destination(url: &str) -> Json<Value> {
    Json(json!({"destination": url}))
}

fn time(gateway: &Gateway) -> Value {
    json!({"now": timestamp(gateway.state().now)})
}

async fn advance(State(gateway): Shared, body: Body) -> Answer {
    let fields = Fields::read(body, &["seconds", "period", "to"])?;
    let by = fields.step(gateway.state().now)?;
    if by < TimeDelta::zero() {
        return Err(RuleError::invalid("to", "the clock never goes back: use a later time"));
    }
    due_events::advance(&mut gateway.state(), by);
    Ok(Json(time(&gateway)))
}

async fn approve(State(gateway): Shared, session: Id, body: Body) -> Answer {
    let fields = Fields::read(body, &["consent_to_tokenization"])?;
    let consents = fields.flag("consent_to_tokenization")?.unwrap_or(true);
    Ok(destination(&checkout::approve(&mut gateway.state(), &id(session), consents)?))
}

/// Returns the token of a tokenization request, or of an issued card.
async fn session_token(State(gateway): Shared, session: Id) -> Answer {
    let (state, id) = (gateway.state(), id(session));
    let tokenization = state.sessions.get(&id).and_then(|session| session.tokenization.as_ref());
    let token = state.card_token(&id).or(tokenization.map(|tokenization| tokenization.token.as_str()));
    token.map(|token| Json(json!({"token": token}))).ok_or_else(|| RuleError::not_found("this session has no token"))
}

async fn close_dispute(State(gateway): Shared, order: Id, body: Body) -> Done {
    let outcome = Fields::read(body, &["outcome"])?.text("outcome")?.and_then(|outcome| outcome.parse().ok());
    let message = "outcome must be customer_win, merchant_win or neutral";
    let outcome = outcome.ok_or_else(|| RuleError::invalid("outcome", message))?;
    disputes::close_dispute(&mut gateway.state(), &id(order), outcome)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn set_spending_limit(State(gateway): Shared, customer: Id, body: Body) -> Done {
    let cents = Fields::read(body, &["amount_in_cents"])?.whole("amount_in_cents")?;
    let cents = cents.ok_or_else(|| RuleError::invalid("amount_in_cents", "amount_in_cents is required"))?;
    gateway.state().set_spending_limit(&id(customer), cents)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn add_faults(State(gateway): Shared, body: Body) -> Answer {
    let fields = Fields::read(body, &["rules"])?;
    let rules = fields.text("rules")?.unwrap_or_default();
    let rules = FaultRule::parse_all(rules).map_err(|error| RuleError::invalid("rules", error.to_string()))?;
    if rules.is_empty() {
        return Err(RuleError::invalid("rules", "rules is required, such as capture_order=503@0.3"));
    }
    let ids = gateway.add_faults(rules).map_err(|error| RuleError::invalid("rules", error.to_string()))?;
    let added = gateway.faults.list().into_iter().filter(|fault| ids.contains(&fault.id));
    Ok(Json(added.map(|fault| fault_body(&fault)).collect()))
}

async fn remove_fault(State(gateway): Shared, fault: Id) -> Done {
    let is_removed = id(fault).parse().is_ok_and(|id| gateway.faults.remove(id));
    let done = is_removed.then_some(StatusCode::NO_CONTENT);
    done.ok_or_else(|| RuleError::not_found("there is no such fault rule"))
}

async fn clear_faults(State(gateway): Shared) -> StatusCode {
    gateway.faults.clear();
    StatusCode::NO_CONTENT
}

async fn release_deliveries(State(gateway): Shared, body: Body) -> Done {
    let fields = Fields::read(body, &["order"])?;
    let order = fields.text("order")?.map_or(Ok(DeliveryOrder::default()), str::parse);
    let message = "order must be created, reversed or shuffled";
    let order = order.map_err(|_| RuleError::invalid("order", message))?;
    gateway.state().outbox.release(order);
    Ok(StatusCode::NO_CONTENT)
}

async fn duplicate_deliveries(State(gateway): Shared, body: Body) -> Done {
    let fields = Fields::read(body, &["on"])?;
    gateway.state().outbox.set_duplicates(fields.flag("on")?.unwrap_or(true));
    Ok(StatusCode::NO_CONTENT)
}

async fn deliveries_settled(State(gateway): Shared) -> StatusCode {
    delivery::settled(&gateway).await;
    StatusCode::NO_CONTENT
}

fn keys(gateway: &Gateway) -> Value {
    json!({"public_key": PUBLIC_KEY, "private_key": gateway.state().private_key()})
}

async fn rotate_keys(State(gateway): Shared) -> Json<Value> {
    gateway.state().rotate_keys();
    Json(keys(&gateway))
}

async fn issue_token(State(gateway): Shared) -> Json<Value> {
    let (token, expiration) = gateway.state().issue_token();
    Json(json!({"token": token, "expiration_date": timestamp(expiration)}))
}

async fn set_interest_share(State(gateway): Shared, body: Body) -> Done {
    let percent = Fields::read(body, &["percent"])?.whole("percent")?.and_then(|percent| u8::try_from(percent).ok());
    let message = "percent must be a whole number from 0 to 100";
    let percent = percent.filter(|percent| *percent <= 100).ok_or_else(|| RuleError::invalid("percent", message))?;
    gateway.state().settings.interest_share = Some(percent);
    Ok(StatusCode::NO_CONTENT)
}

/// Returns the id, or an empty one if the path is not UTF-8.
fn id(path: Id) -> String {
    path.map(|Path(id)| id).unwrap_or_default()
}

fn fault_body(fault: &ActiveFault) -> Value {
    json!({"id": fault.id, "rule": fault.rule.to_string(), "hits": fault.hits})
}

fn attempt_body(attempt: &DeliveryAttempt) -> Value {
    let (status, failure) = match &attempt.outcome {
        DeliveryOutcome::Delivered => (Some(200), None),
        DeliveryOutcome::Refused { status } => (Some(*status), None),
        DeliveryOutcome::Failed(reason) => (None, Some(reason)),
    };
    json!({
        "event_uuid": attempt.event_uuid,
        "event": attempt.event,
        "subscription_uuid": attempt.subscription_uuid,
        "url": attempt.url,
        "attempt": attempt.attempt,
        "due_at": timestamp(attempt.due_at),
        "ended_at": timestamp(attempt.ended_at),
        "status": status,
        "failure": failure,
        "next_attempt_at": attempt.next_attempt_at.map(timestamp),
        "subscription_deleted": attempt.subscription_deleted,
    })
}

fn request_body(request: &RecordedRequest) -> Value {
    json!({
        "at": timestamp(request.at),
        "method": request.method,
        "path": request.path,
        "operation_id": request.operation_id,
        "status": Some(request.status).filter(|status| *status > 0),
        "duration_in_microseconds": u64::try_from(request.duration.as_micros()).unwrap_or(u64::MAX),
        "refusal": request.refusal,
        "fault": request.fault,
        "deviations": request.deviations.iter().map(deviation_body).collect::<Value>(),
        "finding": request.contract_violation.as_ref().map(ToString::to_string),
    })
}

fn deviation_body(deviation: &Deviation) -> Value {
    json!({"pointer": deviation.pointer, "sent": deviation.sent, "expected": deviation.expected})
}

/// The fields of a control's body, all of which may be left out.
struct Fields(Map<String, Value>);

impl Fields {
    /// Rejects fields that are not in `known`, so that a typo is not ignored.
    fn read(body: Body, known: &[&str]) -> Result<Self, RuleError> {
        let body = body.map_err(|_| RuleError::payload_too_large(MAX_BODY_BYTES))?;
        if body.is_empty() {
            return Ok(Self(Map::new()));
        }
        let names = known.join(", ");
        let Ok(Value::Object(fields)) = serde_json::from_slice(&body) else {
            return Err(RuleError::new("bad_request", format!("the body must be a JSON object with {names}")));
        };
        match fields.keys().find(|key| !known.contains(&key.as_str())) {
            Some(_) => Err(RuleError::new("bad_request", format!("the body may only have these fields: {names}"))),
            None => Ok(Self(fields)),
        }
    }

    /// Reads a field with a conversion that returns `None` for other types of values.
    fn get<'a, T>(
        &'a self,
        name: &str,
        expected: &str,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Result<Option<T>, RuleError> {
        let Some(value) = self.0.get(name) else { return Ok(None) };
        let invalid = || RuleError::invalid(name, format!("{name} must be {expected}, not {}", kind(value)));
        Ok(Some(read(value).ok_or_else(invalid)?))
    }

    fn text(&self, name: &str) -> Result<Option<&str>, RuleError> {
        self.get(name, "a string", Value::as_str)
    }

    fn flag(&self, name: &str) -> Result<Option<bool>, RuleError> {
        self.get(name, "true or false", Value::as_bool)
    }

    fn whole(&self, name: &str) -> Result<Option<i64>, RuleError> {
        let read = |value: &Value| value.as_i64().filter(|number| *number >= 0);
        self.get(name, "a whole number of 0 or more", read)
    }

    /// Returns the step of the clock.
    fn step(&self, now: DateTime<Utc>) -> Result<TimeDelta, RuleError> {
        if self.0.len() != 1 {
            return Err(RuleError::new("bad_request", "the body must have one of these: seconds, period, to"));
        }
        if let Some(period) = self.text("period")? {
            let step = period::parse(period);
            return step.ok_or_else(|| {
                RuleError::invalid("period", "period must be an ISO 8601 duration such as PT30M or P5D")
            });
        }
        if let Some(to) = self.text("to")? {
            let to = DateTime::parse_from_rfc3339(to);
            let to = to.map_err(|_| RuleError::invalid("to", "to must be a time such as 2026-03-01T12:00:00Z"))?;
            return Ok(to.to_utc() - now);
        }
        let seconds = self.whole("seconds")?.and_then(TimeDelta::try_seconds);
        seconds.ok_or_else(|| RuleError::invalid("seconds", "seconds is too large"))
    }
}
