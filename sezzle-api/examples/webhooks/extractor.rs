//! An axum extractor: a handler with an argument of type [`Webhook`] runs only for webhooks that Sezzle has signed.

use axum::body::Bytes;
use axum::extract::{FromRef, FromRequest, Request};
use axum::http::StatusCode;
use sezzle_api::Event;
use sezzle_api::webhook::Verifier;

/// A webhook with a valid signature. Store it, and respond with 200 whatever it is about.
pub(crate) struct Webhook {
    /// The raw body.
    pub(crate) body: Bytes,
    /// `None` if this version of the crate cannot parse the body.
    pub(crate) event: Option<Event>,
}

impl<S: Send + Sync> FromRequest<S> for Webhook
where
    Verifier: FromRef<S>,
{
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        let headers = request.headers().clone();
        let body = Bytes::from_request(request, state).await.map_err(|error| error.status())?;
        match Verifier::from_ref(state).verify_headers(&headers, &body) {
            Ok(event) => Ok(Self { body, event: Some(event) }),
            Err(error) if error.is_authentic() => Ok(Self { body, event: None }),
            Err(error) => {
                // Not from Sezzle. If this happens with every webhook, the key is wrong: fix that within five days.
                eprintln!("rejected a webhook: {error}");
                Err(StatusCode::UNAUTHORIZED)
            }
        }
    }
}
