//! Verifies the signature of webhooks.

use std::fmt;

use hmac_sha256::HMAC;
use reqwest::header::HeaderMap;

use crate::client::credentials::check_private_key;
use crate::error::Error;
use crate::secret::Secret;
use crate::webhook::event::Event;

/// The header that carries the signature of a webhook.
pub const SIGNATURE_HEADER: &str = "Sezzle-Signature";

/// The default of [`Verifier::max_body_bytes`]: 1 MiB. Events are a few hundred bytes long.
pub const DEFAULT_MAX_BODY_BYTES: usize = 1 << 20;

/// The length of an HMAC-SHA256.
const SIGNATURE_BYTES: usize = 32;

/// Decodes the value of the header into the 32 bytes of the signature, or returns `None` if it is not one.
pub type SignatureDecoder = fn(&[u8]) -> Option<[u8; SIGNATURE_BYTES]>;

/// Verifies that a webhook comes from Sezzle.
///
/// Sezzle signs the raw body of each webhook with the merchant's private key (HMAC-SHA256), and sends the signature in the
/// header [`SIGNATURE_HEADER`]. There are three outcomes:
///
/// ```
/// # #[cfg(feature = "mock")] {
/// use sezzle_api::http::HeaderMap;
/// use sezzle_api::webhook::Verifier;
///
/// /// Returns the status of the response.
/// fn receive(verifier: &Verifier, headers: &HeaderMap, body: &[u8]) -> u16 {
///     match verifier.verify_headers(headers, body) {
///         Ok(event) => println!("store event {:?}, unless it is stored already", event.uuid),
///         // Signed by Sezzle, but this version cannot parse it.
///         Err(error) if error.is_authentic() => println!("store the {} bytes of the body", body.len()),
///         Err(_forged) => return 401,
///     }
///     // Sezzle repeats webhooks with any other status for five days, and then deletes the subscription for all events.
///     200
/// }
///
/// // Here, the feature `mock` signs the body instead of Sezzle.
/// let body = br#"{"uuid": "event-1", "event": "order.captured", "data": {"uuid": "order-1"}}"#;
/// let signature = sezzle_api::mock::sign_webhook("sz_pr_1", body);
/// let headers = HeaderMap::from_iter([("sezzle-signature".parse()?, signature.parse()?)]);
///
/// let verifier = Verifier::new("sz_pr_1")?;
/// assert_eq!(receive(&verifier, &headers, body), 200);
/// assert_eq!(receive(&verifier, &HeaderMap::new(), body), 401);
///
/// // The same JSON, parsed and serialized again, has other bytes.
/// let value: serde_json::Value = serde_json::from_slice(body)?;
/// assert_eq!(receive(&verifier, &headers, value.to_string().as_bytes()), 401);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A handler therefore has to take the body as bytes. A parsed value cannot be verified:
///
/// ```compile_fail
/// # let verifier = sezzle_api::webhook::Verifier::new("sz_pr_...").unwrap();
/// let value: serde_json::Value = serde_json::json!({"uuid": "event-1"});
/// verifier.verify(&value, "..");
/// ```
///
/// Signatures carry no timestamp, so an old webhook can be sent again by anyone who has seen it: drop events whose `uuid` is
/// stored already, and read the order again before you act on it.
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<Secret>,
    decode: SignatureDecoder,
    max_body_bytes: usize,
}

impl Verifier {
    /// Creates a verifier from the merchant's private key (`sz_pr_...`).
    ///
    /// # Errors
    ///
    /// Returns an error if the key is empty, has white space around it, or is the public key.
    pub fn new(private_key: impl Into<Secret>) -> Result<Self, Error> {
        let verifier = Self { keys: Vec::new(), decode: hex, max_body_bytes: DEFAULT_MAX_BODY_BYTES };
        verifier.with_key("private_key", private_key.into())
    }

    /// Also accepts signatures of the previous key, while keys are rotated.
    ///
    /// Sezzle signs with the key that is current at the time of sending, so webhooks with either signature arrive for a
    /// while. Remove the previous key as soon as the new one is in use everywhere.
    ///
    /// # Errors
    ///
    /// Returns an error as [`new`](Self::new) does.
    pub fn with_previous_key(self, private_key: impl Into<Secret>) -> Result<Self, Error> {
        self.with_key("previous_key", private_key.into())
    }

    fn with_key(mut self, name: &'static str, key: Secret) -> Result<Self, Error> {
        check_private_key(name, &key)?;
        self.keys.push(key);
        Ok(self)
    }

    /// Sets how the header is decoded.
    ///
    /// Sezzle does not document the encoding. The default is 64 hexadecimal digits in either case, with or without white
    /// space around them, as known from other clients.
    #[must_use]
    pub fn with_signature_decoder(mut self, decode: SignatureDecoder) -> Self {
        self.decode = decode;
        self
    }

    /// Sets the largest body of an event; larger ones are rejected even if the signature matches. Defaults to [`DEFAULT_MAX_BODY_BYTES`].
    #[must_use]
    pub fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = bytes;
        self
    }

    /// Verifies that `signature`, the value of the header [`SIGNATURE_HEADER`], is a signature of `body`, the raw request body.
    /// Pass an empty signature if the header is missing.
    ///
    /// The comparison takes constant time.
    ///
    /// # Errors
    ///
    /// Returns an error if the signature is missing, malformed or does not match. The webhook must not be trusted then.
    pub fn verify(&self, body: &[u8], signature: impl AsRef<[u8]>) -> Result<(), VerifyError> {
        let signature = signature.as_ref().trim_ascii();
        if signature.is_empty() {
            return Err(VerifyError::MissingSignature);
        }
        let signature = (self.decode)(signature).ok_or(VerifyError::MalformedSignature)?;
        let matches = |key: &Secret| HMAC::verify(body, key.expose(), &signature);
        if !self.keys.iter().any(matches) {
            return Err(VerifyError::SignatureMismatch);
        }
        // After the signature, because only then is it known which response the webhook needs.
        if body.len() > self.max_body_bytes {
            return Err(VerifyError::BodyTooLarge { limit: self.max_body_bytes });
        }
        Ok(())
    }

    /// Verifies a webhook by the headers of its request, and parses its event.
    ///
    /// `HeaderMap` is that of the crate `http` 1.x, which axum, hyper, `lambda_http` and others use. With a framework that has
    /// its own type, such as actix-web, pass the value of the header [`SIGNATURE_HEADER`] to
    /// [`verify_event`](Self::verify_event).
    ///
    /// # Errors
    ///
    /// Returns an error as [`verify_event`](Self::verify_event) does.
    pub fn verify_headers(&self, headers: &HeaderMap, body: &[u8]) -> Result<Event, VerifyError> {
        self.verify_event(body, headers.get(SIGNATURE_HEADER).map_or(&[][..], |value| value.as_bytes()))
    }

    /// Verifies a webhook, and parses its event.
    ///
    /// # Errors
    ///
    /// Returns an error as [`verify`](Self::verify) does, or [`VerifyError::Unreadable`] if the signature matches but the body
    /// is not an event. Respond with 200 to the latter: see [`VerifyError::is_authentic`].
    pub fn verify_event(&self, body: &[u8], signature: impl AsRef<[u8]>) -> Result<Event, VerifyError> {
        self.verify(body, signature)?;
        Event::from_json(body).map_err(VerifyError::Unreadable)
    }
}

/// Redacts the keys.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("keys", &self.keys).finish_non_exhaustive()
    }
}

/// Why a webhook was rejected. [`is_authentic`](Self::is_authentic) returns which response it needs.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum VerifyError {
    /// There is no signature.
    MissingSignature,
    /// The signature is not 64 hexadecimal digits, or your decoder rejects it.
    MalformedSignature,
    /// The signature is of another body or by another key. If this happens with every webhook, check that you pass the raw
    /// body, and that the key is the private key of the right gateway.
    SignatureMismatch,
    /// The body is longer than the limit.
    BodyTooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The signature matches, but the body is not an event.
    Unreadable(Error),
}

impl VerifyError {
    /// Returns whether the webhook comes from Sezzle all the same: the signature matches, but the body cannot be parsed
    /// or is too large.
    ///
    /// Store the body of such a webhook and respond with 200. Sezzle repeats webhooks with any other response for five days,
    /// and then deletes the subscription for all events. Respond with 401 to all others.
    pub fn is_authentic(&self) -> bool {
        matches!(self, Self::Unreadable(_) | Self::BodyTooLarge { .. })
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingSignature => {
                write!(f, "the webhook has no signature: the header `{SIGNATURE_HEADER}` is missing or empty")
            }
            Self::MalformedSignature => f.write_str("the webhook's signature is not 64 hexadecimal digits"),
            Self::SignatureMismatch => f.write_str(
                "the webhook's signature does not match: it is forged, the body is not the raw one, or the key is wrong",
            ),
            Self::BodyTooLarge { limit } => write!(f, "the webhook's body is longer than {limit} bytes"),
            Self::Unreadable(error) => {
                write!(f, "the webhook's signature matches, but its body is not an event: {error}")
            }
        }
    }
}

/// Has no source: the text of the error about the event is already part of this one's.
impl std::error::Error for VerifyError {}

fn hex(text: &[u8]) -> Option<[u8; SIGNATURE_BYTES]> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut bytes = [0; SIGNATURE_BYTES];
    if text.len() != 2 * SIGNATURE_BYTES {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *byte = u8::try_from(digit(pair[0])? << 4 | digit(pair[1])?).ok()?;
    }
    Some(bytes)
}
