//! The routes, and the way of a request through them.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::any;
use serde_json::Value;

use crate::document::{Operation, RequestBody};
use crate::error::ApiError;
use crate::gateway::{Gateway, Trace};
use crate::log::RecordedRequest;
use crate::operations::{self, Answer, Call};
use crate::state::TokenStanding;
use crate::{checkout, control, dashboard, idempotency};

const BODY_LIMIT: usize = 1024 * 1024;

/// The document's paths, the checkout and the controls. Everything that happens there is recorded.
pub(crate) fn router(gateway: Arc<Gateway>) -> Router {
    let mut router = Router::new().merge(checkout::router()).merge(control::router()).merge(dashboard::router());
    for (template, operations) in gateway.document.paths() {
        let serve = move |State(gateway): State<Arc<Gateway>>, request| serve_path(gateway, operations, request);
        router = router.route(template, any(serve));
    }
    router
        .fallback(unknown_path)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn_with_state(Arc::clone(&gateway), record))
        .with_state(gateway)
}

async fn record(State(gateway): State<Arc<Gateway>>, request: Request, next: Next) -> Response {
    let method = request.method().to_string();
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let Trace { operation_id, finding } = response.extensions_mut().remove().unwrap_or_default();
    let path = gateway.state().without_secrets(&path);
    gateway.record(RecordedRequest { method, path, operation_id, status: response.status().as_u16(), finding });
    response
}

async fn unknown_path(State(gateway): State<Arc<Gateway>>) -> Response {
    gateway.respond(None, Err(ApiError::unknown_path()))
}

async fn method_not_allowed(State(gateway): State<Arc<Gateway>>) -> Response {
    gateway.respond(None, Err(ApiError::method_not_allowed()))
}

async fn serve_path(gateway: Arc<Gateway>, operations: &'static [Operation], request: Request) -> Response {
    match operations.iter().find(|operation| operation.method == request.method()) {
        Some(operation) => {
            let outcome = answer(&gateway, operation, request).await;
            gateway.respond(Some(operation), outcome)
        }
        None => {
            let mut response = gateway.respond(None, Err(ApiError::method_not_allowed()));
            response.headers_mut().extend(allow(operations).map(|methods| (header::ALLOW, methods)));
            response
        }
    }
}

fn allow(operations: &[Operation]) -> Option<HeaderValue> {
    let methods: Vec<&str> = operations.iter().map(|operation| operation.method.as_str()).collect();
    HeaderValue::from_str(&methods.join(", ")).ok()
}

async fn answer(gateway: &Gateway, operation: &'static Operation, request: Request) -> Result<Answer, ApiError> {
    let (mut parts, body) = request.into_parts();
    if operation.needs_bearer {
        check_bearer(gateway, &parts.headers)?;
    }
    let handler = (gateway.handlers)(&operation.id).ok_or_else(ApiError::not_implemented)?;
    let path_parameters = path_parameters(&mut parts).await?;
    let query = operation.read_query(parts.uri.query().unwrap_or_default())?;
    let request_id = if operation.takes_request_id { request_id(&parts.headers)? } else { None };
    let body = match &operation.request_body {
        Some(expected) => read_body(expected, Request::from_parts(parts, body)).await?,
        None => Value::Null,
    };
    let mut state = gateway.state();
    let call = Call {
        operation_id: &operation.id,
        base_url: &gateway.base_url,
        now: state.now(),
        path_parameters,
        query,
        request_id,
        body,
    };
    operations::answer(handler, &call, &mut state)
}

fn check_bearer(gateway: &Gateway, headers: &HeaderMap) -> Result<(), ApiError> {
    let token = bearer(headers).ok_or_else(|| ApiError::unauthorized("the bearer token is missing"))?;
    let state = gateway.state();
    match state.token_standing(token, state.now()) {
        TokenStanding::Live => Ok(()),
        TokenStanding::Expired => Err(ApiError::unauthorized("the token has expired")),
        TokenStanding::Unknown => Err(ApiError::unauthorized("the token is not known")),
    }
}

fn request_id(headers: &HeaderMap) -> Result<Option<String>, ApiError> {
    headers.get(idempotency::HEADER).map(idempotency::read_id).transpose()
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

async fn path_parameters(parts: &mut Parts) -> Result<HashMap<String, String>, ApiError> {
    let parameters = RawPathParams::from_request_parts(parts, &()).await;
    let parameters = parameters.map_err(|_| ApiError::bad_request("the path is not UTF-8"))?;
    Ok(parameters.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

async fn read_body(expected: &RequestBody, request: Request) -> Result<Value, ApiError> {
    let bytes = Bytes::from_request(request, &()).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::payload_too_large(BODY_LIMIT),
        _ => ApiError::bad_request("the body could not be read"),
    })?;
    if bytes.is_empty() && !expected.required {
        return Ok(Value::Null);
    }
    // Not the parser's own words, which may repeat parts of the body.
    let body = serde_json::from_slice(&bytes).map_err(|error| {
        ApiError::bad_request(format!("the body is not JSON at line {} column {}", error.line(), error.column()))
    })?;
    expected.check(&body)?;
    Ok(body)
}
