//! Errors of requests and of controls. `http/error.rs` maps their codes to statuses.

use std::fmt;

/// The error of a request that breaks a rule. Its message never contains values of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RuleError {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// The path of the field in the request, if the error concerns one.
    pub(crate) location: Option<String>,
}

impl RuleError {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), location: None }
    }

    /// Returns the error of an invalid field. An empty location stands for the whole body.
    pub(crate) fn invalid(location: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new("invalid", message).at(location)
    }

    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new("record_not_found", message)
    }

    /// Sets the location, unless it is empty.
    pub(crate) fn at(self, location: impl Into<String>) -> Self {
        Self { location: Some(location.into()).filter(|location| !location.is_empty()), ..self }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Some(location) => write!(f, "{} at {location}: {}", self.code, self.message),
            None => write!(f, "{}: {}", self.code, self.message),
        }
    }
}

/// Why a control of the simulator has no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ControlError {
    /// The simulator has no session with this id.
    #[error("there is no such session")]
    NoSuchSession,
    /// The simulator has no order with this id.
    #[error("there is no such order")]
    NoSuchOrder,
    /// The simulator has no customer with this id.
    #[error("there is no such customer")]
    NoSuchCustomer,
    /// There is no event with this id, or it is no longer kept.
    #[error("there is no such event, or it is no longer kept")]
    NoSuchEvent,
    /// The shopper has already approved or declined.
    #[error("the shopper has already finished this session")]
    AlreadyFinished,
    /// The checkout has expired or was deleted.
    #[error("the checkout has expired or was deleted")]
    CheckoutClosed,
    /// The order or the simulator is in a state that does not allow it.
    #[error("{0}")]
    InvalidState(&'static str),
}

impl From<ControlError> for RuleError {
    fn from(error: ControlError) -> Self {
        let code = match error {
            ControlError::NoSuchSession
            | ControlError::NoSuchOrder
            | ControlError::NoSuchCustomer
            | ControlError::NoSuchEvent => "record_not_found",
            ControlError::AlreadyFinished | ControlError::CheckoutClosed | ControlError::InvalidState(_) => "conflict",
        };
        Self::new(code, error.to_string())
    }
}
