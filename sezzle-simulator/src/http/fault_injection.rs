//! Applies a fault to a request.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{TimeDelta, Utc};
use serde_json::Value;

use crate::faults::fault::{ErrorShape, Fault, RetryAfter};
use crate::http::fault_body::{shaped, stalled, truncated};
use crate::http::gateway::{Gateway, MAX_BODY_BYTES};
use crate::http::serve::Connection;
use crate::model::error::RuleError;

/// The response header that names the injected fault.
const FAULT: HeaderName = HeaderName::from_static("sezzle-simulator-fault");

/// Serves the request with this fault.
pub(crate) async fn serve<F>(
    gateway: &Gateway,
    fault: Fault,
    request: Request,
    process: impl FnOnce(Request) -> F,
) -> Response
where
    F: Future<Output = Response>,
{
    let connection = request.extensions().get::<Connection>().cloned().unwrap_or_default();
    let name = fault.to_string();
    if let Fault::Delay(duration) = fault {
        tokio::time::sleep(duration).await;
    }
    let response = match fault {
        Fault::Status { processed: false, .. }
        | Fault::Reset { processed: false }
        | Fault::StallHeaders { processed: false } => {
            // Read, or the connection could not carry the next request. The limit is that of any request.
            let _ = to_bytes(request.into_body(), MAX_BODY_BYTES).await;
            Response::default()
        }
        _ => process(request).await,
    };
    let mut response = match fault {
        Fault::Status { status, shape, retry_after, .. } => {
            failure(&gateway.state().ids.uuid(), status, shape, retry_after)
        }
        Fault::Reset { .. } => connection.reset().await,
        Fault::StallHeaders { .. } => std::future::pending().await,
        Fault::StallBody => match whole_body(response).await {
            (_, whole) if whole.is_empty() => std::future::pending().await,
            (response, whole) => incomplete(response, whole.len(), stalled(&whole)),
        },
        Fault::TruncateBody => match whole_body(response).await {
            (_, whole) if whole.is_empty() => connection.reset().await,
            (response, whole) => incomplete(response, whole.len(), truncated(&whole)),
        },
        Fault::Delay(_) => response,
        Fault::Shape(shape) => reshaped(response, shape).await,
    };
    response.headers_mut().extend(HeaderValue::try_from(name).ok().map(|name| (FAULT, name)));
    response
}

fn failure(debug_uuid: &str, status: u16, shape: ErrorShape, retry_after: Option<RetryAfter>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let errors = RuleError::injected(status).to_body(debug_uuid);
    let mut response = with_shape(status.into_response(), shape, &errors);
    let retry_after = retry_after.map(|retry_after| match retry_after {
        RetryAfter::Seconds(seconds) => seconds.to_string(),
        RetryAfter::Date(seconds) => http_date(seconds),
    });
    let retry_after = retry_after.and_then(|retry_after| HeaderValue::try_from(retry_after).ok());
    response.headers_mut().extend(retry_after.map(|retry_after| (header::RETRY_AFTER, retry_after)));
    response
}

/// Returns the date that is so many whole seconds from now. Dates have whole seconds, so this rounds up and never names an earlier time.
fn http_date(seconds: u32) -> String {
    let time = Utc::now() + TimeDelta::seconds(i64::from(seconds)) + TimeDelta::milliseconds(999);
    time.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Replaces the body by an incomplete one, under the `Content-Length` of the whole.
fn incomplete(mut response: Response, length: usize, body: Body) -> Response {
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response.map(|_| body)
}

async fn reshaped(response: Response, shape: ErrorShape) -> Response {
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return response;
    }
    let (response, body) = whole_body(response).await;
    let errors = serde_json::from_slice(&body).unwrap_or(Value::Null);
    with_shape(response, shape, &errors)
}

fn with_shape(response: Response, shape: ErrorShape, errors: &Value) -> Response {
    let (content_type, body) = shaped(shape, response.status().as_u16(), errors);
    let mut response = response.map(|_| Body::from(body));
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_TYPE);
    headers.remove(header::CONTENT_LENGTH);
    headers.extend(content_type.map(|content_type| (header::CONTENT_TYPE, HeaderValue::from_static(content_type))));
    response
}

/// Takes the body out of a response of the gateway, whose bodies are whole already.
async fn whole_body(response: Response) -> (Response, Bytes) {
    let (parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    (Response::from_parts(parts, Body::empty()), whole)
}
