//! Incomplete bodies, and error bodies in other shapes than the documented one.

use std::io;

use axum::body::{Body, Bytes};
use futures_util::stream::{self, StreamExt as _};
use serde_json::{Value, json};

use crate::faults::fault::ErrorShape;

/// Returns the first half of a body, after which nothing comes and the connection stays open.
pub(super) fn stalled(whole: &Bytes) -> Body {
    Body::from_stream(first_half(whole).chain(stream::pending()))
}

/// Returns the first half of a body, after which the connection ends.
pub(super) fn truncated(whole: &Bytes) -> Body {
    let end = stream::once(async {
        // The server writes the first half before it polls again.
        tokio::task::yield_now().await;
        Err(io::ErrorKind::ConnectionAborted.into())
    });
    Body::from_stream(first_half(whole).chain(end))
}

fn first_half(whole: &Bytes) -> impl stream::Stream<Item = io::Result<Bytes>> + use<> {
    stream::iter([Ok(whole.slice(..whole.len() / 2))])
}

/// Returns the content type and the bytes of an error in this shape. `errors` is the documented array.
pub(super) fn shaped(shape: ErrorShape, status: u16, errors: &Value) -> (Option<&'static str>, Bytes) {
    const JSON: &str = "application/json";
    let first = &errors[0];
    let json = |body: &Value| (Some(JSON), Bytes::from(body.to_string()));
    match shape {
        ErrorShape::Array => json(errors),
        ErrorShape::Object => json(first),
        ErrorShape::Uuid => json(&json!([with_uuid(first)])),
        ErrorShape::V1 => json(&json!({"status": status, "id": first["code"], "message": first["message"]})),
        ErrorShape::Empty => (None, Bytes::new()),
        ErrorShape::Null => json(&Value::Null),
        ErrorShape::Html => {
            let head = format!("<!doctype html>\n<title>{status}</title>\n<h1>{status}</h1>\n");
            (Some("text/html; charset=utf-8"), Bytes::from(head + "<p>The upstream failed.</p>\n"))
        }
        ErrorShape::Garbage => (Some(JSON), Bytes::from_static(b"{\"code\": \xff\xfe\x00[}")),
    }
}

fn with_uuid(error: &Value) -> Value {
    let mut error = error.clone();
    if let Some(members) = error.as_object_mut()
        && let Some(uuid) = members.remove("debug_uuid")
    {
        members.insert("uuid".to_owned(), uuid);
    }
    error
}
