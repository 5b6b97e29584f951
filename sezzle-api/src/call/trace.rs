//! A `tracing` span for each call and an event for each attempt, with the OpenTelemetry names for HTTP clients.

use reqwest::header::HeaderValue;
use reqwest::{Request, StatusCode};
use tracing::field::{Empty, display};

use crate::error::Error;
use crate::error::redact::is_plain_id;
use crate::operation::Operation;

/// The span of a call. It has no bodies, header values, keys or personal data: of the URL only the host and the
/// template of the path, of an error response only what `redact` allows.
pub(crate) struct CallSpan(tracing::Span);

impl CallSpan {
    pub(crate) fn new(operation: &'static Operation, request: &Request, request_id: Option<&HeaderValue>) -> Self {
        let (method, url) = (request.method().as_str(), request.url());
        let span = tracing::info_span!(
            "sezzle.call",
            "otel.kind" = "client",
            "otel.name" = Empty,
            "otel.status_code" = Empty,
            "http.request.method" = method,
            "http.request.resend_count" = Empty,
            "http.response.status_code" = Empty,
            "server.address" = url.host_str(),
            "server.port" = url.port_or_known_default(),
            "url.scheme" = url.scheme(),
            "url.template" = Empty,
            "error.type" = Empty,
            "sezzle.operation" = operation.id,
            "sezzle.request_id" = request_id.and_then(|id| id.to_str().ok()).filter(|id| is_plain_id(id)),
            "sezzle.debug_uuid" = Empty,
        );
        if !span.is_disabled() {
            // An operation that is not in the document has no template.
            if operation.path.is_empty() {
                span.record("otel.name", method);
            } else {
                span.record("otel.name", display(format_args!("{method} {}", operation.path)));
                span.record("url.template", operation.path);
            }
        }
        Self(span)
    }

    /// Records a failed attempt. Another one may follow.
    pub(crate) fn failed(&self, attempts: u32, error: &Error) {
        tracing::warn!(
            parent: &self.0,
            http.request.resend_count = attempts.saturating_sub(1),
            http.response.status_code = error.status().map(|status| status.as_u16()),
            "error.type" = error.type_name(),
            sezzle.debug_uuid = error.printable_debug_uuid(),
            "attempt failed"
        );
    }

    pub(crate) fn succeeded(&self, attempts: u32, status: StatusCode) {
        let (resends, status) = (attempts.saturating_sub(1), status.as_u16());
        tracing::debug!(
            parent: &self.0,
            http.request.resend_count = resends,
            http.response.status_code = status,
            "attempt succeeded"
        );
        self.0.record("http.response.status_code", status);
        self.0.record("http.request.resend_count", resends);
    }

    /// Records that the call has failed.
    pub(crate) fn ended(&self, attempts: u32, error: &Error) {
        self.0.record("http.request.resend_count", attempts.saturating_sub(1));
        self.0.record("error.type", error.type_name());
        self.0.record("otel.status_code", "ERROR");
        if let Some(status) = error.status() {
            self.0.record("http.response.status_code", status.as_u16());
        }
        if let Some(id) = error.printable_debug_uuid() {
            self.0.record("sezzle.debug_uuid", id);
        }
    }
}
