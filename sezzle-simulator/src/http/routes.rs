//! The routes, and the steps of a request.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{any, get};
use serde_json::Value;

use crate::http::document::Operation;
use crate::http::document::deviation::Deviation;
use crate::http::document::request_body::RequestBody;
use crate::http::gateway::{Gateway, MAX_BODY_BYTES};
use crate::http::request_log::Record;
use crate::http::{authentication, fault_injection, idempotency, origin};
use crate::model::error::RuleError;
use crate::operations::call::{Body, Call};

/// Returns whether requests with this path are left out of the request log.
pub(crate) type IsUnrecorded = fn(&str) -> bool;

/// Returns the routes of the document and `others`. All requests are recorded, except `is_unrecorded` ones.
pub(crate) fn router(gateway: Arc<Gateway>, others: Router<Arc<Gateway>>, is_unrecorded: IsUnrecorded) -> Router {
    let mut router = others;
    for (template, operations) in gateway.document.paths() {
        // Not axum's routes by method, because its GET also serves HEAD, which is not documented.
        let serve = any(move |State(gateway), request| serve_path(gateway, operations, request));
        if !gateway.settings.strict {
            router = router.route(&format!("{template}/"), serve.clone());
        }
        router = router.route(template, serve);
    }
    router
        .route("/v2/token/{token}/customer", get(not_implemented))
        .fallback(unknown_path)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(middleware::from_fn_with_state((Arc::clone(&gateway), is_unrecorded), record))
        .with_state(gateway)
}

async fn record(
    State((gateway, is_unrecorded)): State<(Arc<Gateway>, IsUnrecorded)>,
    mut request: Request,
    next: Next,
) -> Response {
    let recording =
        (!is_unrecorded(request.uri().path())).then(|| Recording::start(Arc::clone(&gateway), &mut request));
    let mut response = match origin::rejection(request.method(), request.uri(), request.headers()) {
        Some(reason) => gateway.respond(None, Err(RuleError::new("forbidden", reason))),
        None => next.run(request).await,
    };
    if let Some(recording) = &recording {
        let mut record = recording.record.lock();
        record.refusal = response.extensions_mut().remove::<RuleError>().map(|error| error.to_string());
        record.contract_violation = response.extensions_mut().remove();
        record.status = response.status().as_u16();
    }
    response
}

/// Adds the request to the log when it is dropped, also if the connection ends before the response.
struct Recording {
    gateway: Arc<Gateway>,
    since: Instant,
    record: Record,
}

impl Recording {
    fn start(gateway: Arc<Gateway>, request: &mut Request) -> Self {
        let recording = Self { gateway, since: Instant::now(), record: Record::default() };
        let mut record = recording.record.lock();
        record.at = recording.gateway.now();
        record.method = request.method().to_string();
        request.uri().path().clone_into(&mut record.path);
        drop(record);
        request.extensions_mut().insert(recording.record.clone());
        recording
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        let mut record = std::mem::take(&mut *self.record.lock());
        record.duration = self.since.elapsed();
        record.path = self.gateway.state().without_secrets(&record.path);
        self.gateway.log().push(record);
    }
}

async fn unknown_path(State(gateway): State<Arc<Gateway>>) -> Response {
    gateway.respond(None, Err(RuleError::new("not_found", "unknown path")))
}

/// Serves an operation for which Sezzle documents only the status 501.
async fn not_implemented(State(gateway): State<Arc<Gateway>>) -> Response {
    gateway.respond(None, Err(not_implemented_error()))
}

async fn method_not_allowed(State(gateway): State<Arc<Gateway>>) -> Response {
    gateway.respond(None, Err(RuleError::new("method_not_allowed", "the path does not support this method")))
}

fn not_implemented_error() -> RuleError {
    RuleError::new("not_implemented", "this operation is not implemented")
}

async fn serve_path(gateway: Arc<Gateway>, operations: &'static [Operation], request: Request) -> Response {
    let Some(operation) = operations.iter().find(|operation| operation.method == request.method()) else {
        let mut response = method_not_allowed(State(gateway)).await;
        response.headers_mut().extend(allow(operations).map(|methods| (header::ALLOW, methods)));
        return response;
    };
    let fault = gateway.faults.next(&operation.id);
    let record: Record = request.extensions().get().cloned().unwrap_or_default();
    record.lock().operation_id = Some(&operation.id);
    record.lock().fault = fault.as_ref().map(ToString::to_string);
    let process = |request| async {
        let outcome = answer(&gateway, operation, request, &record).await;
        gateway.respond(Some(operation), outcome)
    };
    match fault {
        Some(fault) => fault_injection::serve(&gateway, fault, request, process).await,
        None => process(request).await,
    }
}

fn allow(operations: &[Operation]) -> Option<HeaderValue> {
    let methods: Vec<&str> = operations.iter().map(|operation| operation.method.as_str()).collect();
    HeaderValue::from_str(&methods.join(", ")).ok()
}

async fn answer(
    gateway: &Gateway,
    operation: &'static Operation,
    request: Request,
    record: &Record,
) -> Result<Body, RuleError> {
    let (mut parts, body) = request.into_parts();
    if parts.uri.path().ends_with('/') {
        record.lock().deviations.push(trailing_slash());
    }
    if operation.needs_bearer {
        let deviation = authentication::check(gateway, operation, &parts.headers)?;
        record.lock().deviations.extend(deviation);
    }
    let path_parameters = path_parameters(&mut parts).await?;
    let query = operation.read_query(parts.uri.query().unwrap_or_default())?;
    let request_id = if operation.takes_request_id { request_id(&parts.headers)? } else { None };
    let mut sent = Value::Null;
    if let Some(expected) = &operation.request_body
        && let Some(body) = read_body(expected, Request::from_parts(parts, body)).await?
    {
        let (body, deviations) = expected.read(body, gateway.settings.strict)?;
        record.lock().deviations.extend(deviations);
        sent = body;
    }
    let Some(handler) = (gateway.handlers)(&operation.id) else {
        let example = operation.example.clone().ok_or_else(not_implemented_error)?;
        record.lock().is_example = true;
        return Ok(example);
    };
    let (operation_id, base_url) = (operation.id.as_str(), gateway.base_url.as_str());
    gateway.perform(handler, &Call { operation_id, base_url, path_parameters, query, request_id, body: sent })
}

fn trailing_slash() -> Deviation {
    Deviation {
        pointer: "path".to_owned(),
        sent: "one with a slash at the end".to_owned(),
        expected: "must not end with a slash".to_owned(),
    }
}

fn request_id(headers: &HeaderMap) -> Result<Option<String>, RuleError> {
    headers.get(idempotency::HEADER).map(idempotency::read_id).transpose()
}

async fn path_parameters(parts: &mut Parts) -> Result<HashMap<String, String>, RuleError> {
    let parameters = RawPathParams::from_request_parts(parts, &()).await;
    let parameters = parameters.map_err(|_| RuleError::new("bad_request", "the path is not UTF-8"))?;
    Ok(parameters.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// Reads the body as JSON. Returns `None` if an optional body is absent.
async fn read_body(expected: &RequestBody, request: Request) -> Result<Option<Value>, RuleError> {
    let bytes = Bytes::from_request(request, &()).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => RuleError::payload_too_large(MAX_BODY_BYTES),
        _ => RuleError::new("bad_request", "the body could not be read"),
    })?;
    if bytes.is_empty() && !expected.required {
        return Ok(None);
    }
    // The parser's own message may repeat parts of the body.
    serde_json::from_slice(&bytes).map(Some).map_err(|error| {
        RuleError::new(
            "bad_request",
            format!("the body is not JSON at line {} column {}", error.line(), error.column()),
        )
    })
}
