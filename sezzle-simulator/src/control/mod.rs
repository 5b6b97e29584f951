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
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::actions::{checkout, disputes, due_events, payments};
use crate::faults::active::ActiveFault;
use crate::faults::rule::{FaultError, FaultRule};
use crate::http::delivery;
use crate::http::document::published;
use crate::http::gateway::{Gateway, MAX_BODY_BYTES};
use crate::http::request_log::RecordedRequest;
use crate::model::clock::timestamp;
use crate::model::error::{ControlError, RuleError};
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
fn act_on(act: fn(&mut GatewayState, &str) -> Result<(), ControlError>) -> MethodRouter<Arc<Gateway>> {
    post(move |State(gateway): Shared, path: Id| async move {
        act(&mut gateway.state(), &id(path)).map(|()| StatusCode::NO_CONTENT).map_err(RuleError::from)
    })
}

/// Returns the route of a control with which the shopper leaves the checkout in its path.
fn decide(act: fn(&mut GatewayState, &str) -> Result<String, ControlError>) -> MethodRouter<Arc<Gateway>> {
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
    let fields = fields(body, &["seconds", "period", "to"])?;
    let by = step(fields, gateway.state().now)?;
    due_events::advance(&mut gateway.state(), by);
    Ok(Json(time(&gateway)))
}

async fn approve(State(gateway): Shared, session: Id, body: Body) -> Answer {
    let consents = field(body, "consent_to_tokenization", "true or false", "false", Some(true))?;
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
    let outcome = field(body, "outcome", "customer_win, merchant_win or neutral", r#""customer_win""#, None)?;
    disputes::close_dispute(&mut gateway.state(), &id(order), outcome)?;
    Ok(StatusCode::NO_CONTENT)
}

async fn set_spending_limit(State(gateway): Shared, customer: Id, body: Body) -> Done {
    let expected = format!("a whole number from 0 to {}", u32::MAX);
    let cents: u32 = field(body, "amount_in_cents", &expected, "5000", None)?;
    gateway.state().set_spending_limit(&id(customer), cents.into())?;
    Ok(StatusCode::NO_CONTENT)
}

async fn add_faults(State(gateway): Shared, body: Body) -> Answer {
    let rules: String = field(body, "rules", "a string", r#""capture_order=503@0.3""#, None)?;
    let invalid = |error: FaultError| RuleError::invalid("rules", error.to_string());
    let rules = FaultRule::parse_all(&rules).map_err(invalid)?;
    if rules.is_empty() {
        return Err(RuleError::invalid("rules", "rules is required, such as capture_order=503@0.3"));
    }
    let ids = gateway.add_faults(rules).map_err(invalid)?;
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
    let order = field(body, "order", "created, reversed or shuffled", r#""reversed""#, Some(DeliveryOrder::default()))?;
    gateway.state().outbox.release(order);
    Ok(StatusCode::NO_CONTENT)
}

async fn duplicate_deliveries(State(gateway): Shared, body: Body) -> Done {
    gateway.state().outbox.set_duplicates(field(body, "on", "true or false", "false", Some(true))?);
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
    let expected = "a whole number from 0 to 100";
    let percent = field(body, "percent", expected, "10", None)?;
    if percent > 100 {
        return Err(RuleError::invalid("percent", format!("percent must be {expected}")));
    }
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
        "deviations": request.deviations,
        "finding": request.contract_violation.as_ref().map(ToString::to_string),
    })
}

/// Reads a body. Unknown fields are rejected, so that a typo is not ignored.
fn fields(body: Body, known: &[&str]) -> Result<Map<String, Value>, RuleError> {
    let body = body.map_err(|_| RuleError::payload_too_large(MAX_BODY_BYTES))?;
    if body.is_empty() {
        return Ok(Map::new());
    }
    let names = known.join(", ");
    let Ok(fields) = serde_json::from_slice::<Map<String, Value>>(&body) else {
        return Err(RuleError::new("bad_request", format!("the body must be a JSON object with {names}")));
    };
    if fields.keys().any(|name| !known.contains(&name.as_str())) {
        return Err(RuleError::new("bad_request", format!("the body may only have these fields: {names}")));
    }
    Ok(fields)
}

/// Reads the only field that the body of a control can have. Without a default it is required. `example` is JSON.
fn field<T: DeserializeOwned>(
    body: Body,
    name: &'static str,
    expected: &str,
    example: &str,
    default: Option<T>,
) -> Result<T, RuleError> {
    // Without the error of the parser, which may repeat the value.
    let invalid = |rule| RuleError::invalid(name, format!("{name} {rule}, as in {{\"{name}\": {example}}}"));
    match fields(body, &[name])?.remove(name) {
        Some(value) => serde_json::from_value(value).map_err(|_| invalid(format!("must be {expected}"))),
        None => default.ok_or_else(|| invalid(format!("is required: {expected}"))),
    }
}

/// Reads a step of the clock.
fn step(fields: Map<String, Value>, now: DateTime<Utc>) -> Result<TimeDelta, RuleError> {
    let mut fields = fields.into_iter();
    let (Some((name, value)), None) = (fields.next(), fields.next()) else {
        return Err(RuleError::new("bad_request", "the body must have one of these: seconds, period, to"));
    };
    let invalid = |message: String| RuleError::invalid(name.as_str(), message);
    match name.as_str() {
        "seconds" => {
            let seconds = value.as_i64().filter(|seconds| *seconds >= 0).and_then(TimeDelta::try_seconds);
            let max = TimeDelta::MAX.num_seconds();
            seconds.ok_or_else(|| invalid(format!("seconds must be a whole number from 0 to {max}")))
        }
        "period" => {
            let period = value.as_str().and_then(period::parse);
            period.ok_or_else(|| invalid("period must be an ISO 8601 duration such as PT30M or P5D".to_owned()))
        }
        _ => {
            let to = value.as_str().and_then(|to| DateTime::parse_from_rfc3339(to).ok());
            let to = to.ok_or_else(|| invalid("to must be a time such as 2026-03-01T12:00:00Z".to_owned()))?;
            let by = Some(to.to_utc() - now).filter(|by| *by >= TimeDelta::zero());
            by.ok_or_else(|| invalid("the clock never goes back: use a later time".to_owned()))
        }
    }
}
