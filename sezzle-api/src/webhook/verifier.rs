//! Who sent a webhook: the check of its signature.

use std::fmt;

use hmac_sha256::HMAC;

use super::Event;
use crate::{Error, Secret, credentials};

/// The header that carries the signature of a webhook.
pub const SIGNATURE_HEADER: &str = "Sezzle-Signature";

/// The largest body that is looked at, unless [`Verifier::most_body_bytes`] says otherwise: 1 MiB. Events are a few
/// hundred bytes long.
pub const MOST_BODY_BYTES: usize = 1 << 20;

/// The length of an HMAC-SHA256.
const SIGNATURE_BYTES: usize = 32;

/// Turns the value of the header into the 32 bytes of the signature; `None` if it is none.
pub type SignatureDecoder = fn(&[u8]) -> Option<[u8; SIGNATURE_BYTES]>;

/// Tells whether a webhook comes from Sezzle.
///
/// Sezzle signs the body of each webhook, byte by byte, with the merchant's private key (HMAC-SHA256) and sends the
/// signature in the header [`SIGNATURE_HEADER`]. So verify the bytes as they came:
///
/// ```
/// # #[cfg(feature = "mock")] {
/// use sezzle_api::webhook::{Verifier, VerifyError};
///
/// let verifier = Verifier::new("sz_pr_...")?;
/// // As an HTTP server hands them over.
/// let body = br#"{"uuid": "event-1", "event": "order.captured", "data": {"uuid": "order-1"}}"#;
/// let signature = sezzle_api::mock::signature("sz_pr_...", body);
///
/// let event = verifier.event(body, &signature)?;
/// assert_eq!(event.uuid.as_deref(), Some("event-1"));
///
/// // The same JSON, parsed and written again, has other bytes.
/// let value: serde_json::Value = serde_json::from_slice(body)?;
/// let refused = verifier.event(value.to_string().as_bytes(), &signature);
/// assert!(matches!(refused, Err(VerifyError::Mismatch)));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// So a handler has to take the body as bytes. There is no way to verify a value that was parsed before:
///
/// ```compile_fail
/// # let verifier = sezzle_api::webhook::Verifier::new("sz_pr_...").unwrap();
/// let value: serde_json::Value = serde_json::json!({"uuid": "event-1"});
/// verifier.verify(&value, "..");
/// ```
///
/// The signature holds no time, so an old webhook sent again by anybody passes: drop those whose `uuid` you have seen,
/// and read the order again before you act.
#[derive(Clone)]
pub struct Verifier {
    keys: Vec<Secret>,
    decode: SignatureDecoder,
    most_body_bytes: usize,
}

impl Verifier {
    /// A verifier for the webhooks of one merchant, given the private key (`sz_pr_...`).
    ///
    /// # Errors
    ///
    /// The key is empty, has white space around it, or is the public one.
    pub fn new(private_key: impl Into<Secret>) -> Result<Self, Error> {
        let verifier = Self { keys: Vec::new(), decode: hex, most_body_bytes: MOST_BODY_BYTES };
        verifier.with_key("private_key", private_key.into())
    }

    /// Accepts what another key signed too: the one before, while keys are changed. Sezzle signs with the key of the
    /// moment, so webhooks signed with either arrive for a while. Leave it out again as soon as the new key is in use
    /// everywhere.
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn with_previous_key(self, private_key: impl Into<Secret>) -> Result<Self, Error> {
        self.with_key("previous_key", private_key.into())
    }

    fn with_key(mut self, name: &'static str, key: Secret) -> Result<Self, Error> {
        credentials::check_private_key(name, &key)?;
        self.keys.push(key);
        Ok(self)
    }

    /// Reads signatures in another encoding.
    ///
    /// Sezzle does not document how the signature is written. Unless this is called it is taken to be 64 hexadecimal
    /// digits in either case, with or without white space around them, which is what everybody who verifies it expects.
    #[must_use]
    pub fn with_decoder(mut self, decode: SignatureDecoder) -> Self {
        self.decode = decode;
        self
    }

    /// Refuses bodies longer than this before anything is computed. [`MOST_BODY_BYTES`] if this is never called.
    #[must_use]
    pub fn most_body_bytes(mut self, bytes: usize) -> Self {
        self.most_body_bytes = bytes;
        self
    }

    /// Whether `signature`, the value of the header [`SIGNATURE_HEADER`], is one of `body`, the bytes that came. Give
    /// an empty signature if there was no such header.
    ///
    /// The comparison takes the same time wherever the two differ.
    ///
    /// # Errors
    ///
    /// It is not, and the webhook must not be trusted; the error says why.
    pub fn verify(&self, body: &[u8], signature: impl AsRef<[u8]>) -> Result<(), VerifyError> {
        if body.len() > self.most_body_bytes {
            return Err(VerifyError::TooLong { most_bytes: self.most_body_bytes });
        }
        let signature = signature.as_ref().trim_ascii();
        if signature.is_empty() {
            return Err(VerifyError::Missing);
        }
        let signature = (self.decode)(signature).ok_or(VerifyError::Malformed)?;
        let matches = |key: &Secret| HMAC::verify(body, key.expose(), &signature);
        if self.keys.iter().any(matches) { Ok(()) } else { Err(VerifyError::Mismatch) }
    }

    /// Verifies a webhook and reads its event. Nothing is parsed before the signature is found good.
    ///
    /// # Errors
    ///
    /// As for [`verify`](Self::verify); or the signature is good and the body is no event.
    pub fn event(&self, body: &[u8], signature: impl AsRef<[u8]>) -> Result<Event, VerifyError> {
        self.verify(body, signature)?;
        Event::from_json(body).map_err(VerifyError::Unreadable)
    }
}

/// Shows no key.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("keys", &self.keys).finish_non_exhaustive()
    }
}

/// Why a webhook was refused.
#[derive(Debug)]
#[non_exhaustive]
pub enum VerifyError {
    /// There is no signature.
    Missing,
    /// The signature is not 64 hexadecimal digits, or not what a decoder of your own takes.
    Malformed,
    /// The signature is of another body or by another key. If that happens to every webhook: is the body given as it
    /// came, and the key the private one of the right gateway?
    Mismatch,
    /// The body is longer than a verifier looks at.
    TooLong {
        /// The most it looks at.
        most_bytes: usize,
    },
    /// The signature is good, but the body is no event.
    Unreadable(Error),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => write!(f, "the webhook has no signature: give the value of `{SIGNATURE_HEADER}`"),
            Self::Malformed => f.write_str("the webhook's signature is not 64 hexadecimal digits"),
            Self::Mismatch => f.write_str(
                "the webhook's signature does not fit: it is forged, the body is not as it came, or the key is another",
            ),
            Self::TooLong { most_bytes } => write!(f, "the webhook's body is longer than {most_bytes} bytes"),
            Self::Unreadable(error) => write!(f, "the webhook's signature is good, but its body is no event: {error}"),
        }
    }
}

/// The text of an unreadable event's error is part of this one's.
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
