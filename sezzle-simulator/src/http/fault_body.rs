//! Incomplete bodies, and error bodies in other shapes than the documented one.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use serde_json::{Value, json};

use crate::faults::ErrorShape;

/// The first half of a body, with the `Content-Length` of the whole.
pub(super) struct Half {
    first: Option<Bytes>,
    /// The number of announced bytes that are never sent.
    missing: u64,
    ending: Ending,
}

/// What follows the first half.
pub(super) enum Ending {
    /// Nothing; the connection stays open.
    Stall,
    /// The end of the connection.
    Cut,
    /// The end of the connection, once the half has been written out.
    CutNext,
}

impl Half {
    pub(super) fn of(whole: &Bytes, ending: Ending) -> Self {
        let first = whole.slice(..whole.len() / 2);
        Self { missing: (whole.len() - first.len()) as u64, first: Some(first), ending }
    }
}

impl Body for Half {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        match self.ending {
            Ending::Stall => Poll::Pending,
            Ending::Cut => {
                // The server writes the first half before it polls again.
                self.ending = Ending::CutNext;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Ending::CutNext => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        let first = self.first.as_ref().map_or(0, Bytes::len) as u64;
        SizeHint::with_exact(first + self.missing)
    }
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
            let page =
                format!("<!doctype html>\n<title>{status}</title>\n<h1>{status}</h1>\n<p>The upstream failed.</p>\n");
            (Some("text/html; charset=utf-8"), Bytes::from(page))
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
