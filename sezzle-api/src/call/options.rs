//! The settings of a single call.

use std::time::Duration;

use crate::error::Error;
use crate::retry::RetryPolicy;

/// The settings of one call. What is not set is taken from the client.
#[derive(Clone, Copy, Default)]
pub(crate) struct CallOptions {
    pub(crate) retry_policy: Option<RetryPolicy>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
}

impl CallOptions {
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_nonzero("timeout", self.timeout)?;
        check_nonzero("deadline", self.deadline)
    }
}

/// Rejects a time limit of zero.
pub(crate) fn check_nonzero(name: &'static str, limit: Option<Duration>) -> Result<(), Error> {
    if limit.is_some_and(|limit| limit.is_zero()) {
        return Err(Error::invalid(name, "must be greater than zero"));
    }
    Ok(())
}
