//! What one call does differently from its client.

use std::time::Duration;

use crate::{Error, RetryPolicy};

/// The settings of one call; what is not set is as for the client.
#[derive(Clone, Copy, Default)]
pub(crate) struct CallOptions {
    pub(crate) retries: Option<RetryPolicy>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
}

impl CallOptions {
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_time("timeout", self.timeout)?;
        check_time("deadline", self.deadline)
    }
}

/// Refuses a limit that nothing can hold to.
pub(crate) fn check_time(name: &'static str, time: Option<Duration>) -> Result<(), Error> {
    if time.is_some_and(|time| time.is_zero()) {
        return Err(Error::invalid(name, "no request can be done in no time: give a longer one"));
    }
    Ok(())
}
