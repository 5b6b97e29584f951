//! What is printed of an error: nothing that could be a secret or a value of the request.

use std::fmt;

use reqwest::StatusCode;

use crate::error::{Cause, Error};

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(operation) = self.operation().map(|operation| operation.id) else {
            return match self.cause() {
                Cause::Invalid { field, problem } => write!(f, "{field}: {problem}"),
                Cause::InvalidResponse { problem, .. } => write!(f, "the response is incomplete: {problem}"),
                _ => write!(f, "the call failed ({:?})", self.kind()),
            };
        };
        let not_sent = match self.0.call.processed_before {
            false => "was not sent",
            true => "was not sent again, but an earlier attempt may have been processed",
        };
        match self.cause() {
            Cause::Invalid { field, problem } => write!(f, "{operation} {not_sent}: {field}: {problem}")?,
            Cause::NoToken(error) => write!(f, "{operation} {not_sent}: no token: {error}")?,
            Cause::NoConnection(error) => {
                write!(f, "{operation} {not_sent}: cannot connect to the gateway: {}", root_cause(error))?;
            }
            Cause::Lost { status, source } if !source.is_timeout() => {
                let cause = root_cause(source);
                write!(f, "{operation} may have been processed: no complete response{}: {cause}", After(*status))?;
            }
            Cause::Lost { status, .. } | Cause::TimedOut { status } => {
                write!(f, "{operation} may have been processed: no complete response in time{}", After(*status))?;
            }
            Cause::ErrorResponse(response) => {
                write!(f, "{operation} returned {}{}", response.status, response.summary)?;
                if self.0.call.processed_before {
                    f.write_str("; an earlier attempt may have been processed")?;
                }
            }
            Cause::InvalidResponse { status, problem, .. } => {
                write!(f, "{operation} returned {status}, but the response cannot be read: {problem}")?;
            }
            Cause::Deadline(None) => write!(f, "{operation} {not_sent}: deadline exceeded")?,
            Cause::Deadline(Some(last)) => write!(f, "{operation} exceeded its deadline; last attempt: {last}")?,
        }
        match self.attempts() {
            0 | 1 => Ok(()),
            attempts => write!(f, " ({attempts} attempts in {:.1?})", self.elapsed()),
        }
    }
}

/// The status of a response whose body did not arrive, if there was one.
struct After(Option<StatusCode>);

impl fmt::Display for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(status) => write!(f, " after status {status}"),
            None => Ok(()),
        }
    }
}

/// Returns the last error in the chain, which has the actual reason: the system's or the protocol's.
fn root_cause(error: &reqwest::Error) -> &dyn std::error::Error {
    let mut cause: &dyn std::error::Error = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.cause() {
            // The text of the nested error is already part of this one's.
            Cause::NoToken(error) | Cause::Deadline(Some(error)) => error.source(),
            Cause::NoConnection(error) | Cause::Lost { source: error, .. } => Some(error),
            _ => None,
        }
    }
}
