//! What is printed of an error: nothing that could be a secret or a value of the request.

use std::fmt::{self, Formatter};

use reqwest::StatusCode;

use crate::error::{Cause, Error};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.describe(f)?;
        match self.attempts() {
            0 | 1 => Ok(()),
            attempts => write!(f, " ({attempts} attempts in {:.1?})", self.elapsed()),
        }
    }
}

impl Error {
    fn describe(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (subject, operation) = match &self.0.call {
            Some(call) => (format!("{} at {}", call.operation.id, call.server), call.operation.id),
            None => ("the call".to_owned(), "the call"),
        };
        let not_sent = match self.processed_before() {
            false => "was not sent",
            true => "was not sent again, but an earlier attempt may have been processed",
        };
        match self.cause() {
            Cause::Invalid { field, problem } if self.0.call.is_none() => write!(f, "{field}: {problem}"),
            Cause::InvalidResponse { problem, .. } if self.0.call.is_none() => {
                write!(f, "the response is incomplete: {problem}")
            }
            Cause::Invalid { field, problem } => write!(f, "{subject} {not_sent}: {field}: {problem}"),
            // The error of the authentication names the server.
            Cause::NoToken(error) => write!(f, "{operation} {not_sent}: no token: {error}"),
            Cause::NoConnection { problem } => write!(f, "{subject} {not_sent}: cannot connect: {problem}"),
            Cause::Lost { status, problem, is_timeout: false } => {
                write!(f, "{subject} may have been processed: no complete response{}: {problem}", after(*status))
            }
            Cause::Lost { status, .. } | Cause::TimedOut { status } => {
                write!(f, "{subject} may have been processed: no complete response in time{}", after(*status))
            }
            Cause::ErrorResponse(response) => {
                write!(f, "{subject} returned {}{}", response.status, response.summary)?;
                if response.status == StatusCode::UNAUTHORIZED && self.is_authentication() {
                    f.write_str("; keys belong to one server: check that these are keys of this one")?;
                }
                if self.processed_before() {
                    f.write_str("; an earlier attempt may have been processed")?;
                }
                Ok(())
            }
            Cause::InvalidResponse { status, problem, .. } => {
                write!(f, "{subject} returned {status}, but the response cannot be read: {problem}")
            }
            Cause::Deadline(None) => write!(f, "{subject} {not_sent}: deadline exceeded"),
            Cause::Deadline(Some(last)) => {
                write!(f, "{operation} exceeded its deadline; last attempt: ")?;
                last.describe(f)
            }
        }
    }

    fn is_authentication(&self) -> bool {
        self.operation().is_some_and(|operation| !operation.requires_auth)
    }
}

/// Returns the status of a response whose body did not arrive, if there was one.
fn after(status: Option<StatusCode>) -> String {
    status.map(|status| format!(" after status {status}")).unwrap_or_default()
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("operation", &self.operation().map(|operation| operation.id))
            .field("status", &self.status())
            .field("attempts", &self.attempts())
            .field("elapsed", &self.elapsed())
            .field("may_have_been_processed", &self.may_have_been_processed())
            .field("text", &self.to_string())
            .finish_non_exhaustive()
    }
}

/// Has no source: `Display` already prints the cause, and a report of the whole chain would repeat it.
impl std::error::Error for Error {}
