//! The log of requests.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::http::document::deviation::Deviation;

/// The maximum number of requests that are kept. The oldest are dropped first.
const MAX_REMEMBERED: usize = 10_000;

/// The maximum number of violations that are kept. The first ones are the most useful.
const MAX_CONTRACT_VIOLATIONS: usize = 1_000;

/// A request and its response.
///
/// Headers, queries and bodies are not kept. Keys and tokens in the path are replaced with `{secret}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The virtual time at which the request arrived.
    pub at: DateTime<Utc>,
    /// The HTTP method.
    pub method: String,
    /// The path without its query.
    pub path: String,
    /// The operation of the document, if the request reached one.
    pub operation_id: Option<&'static str>,
    /// The status of the response, or 0 if the connection was closed before it.
    pub status: u16,
    /// The duration until the response, in real time.
    pub duration: Duration,
    /// The error of the response, if the request was rejected.
    pub refusal: Option<String>,
    /// The injected fault, in the syntax of [`FaultRule`](crate::FaultRule).
    pub fault: Option<String>,
    /// What the simulator accepted although the document does not allow it. Always empty in strict mode.
    pub deviations: Vec<Deviation>,
    /// Whether the response is the document's example, because the simulator does not implement the operation.
    pub is_example: bool,
    /// How the response violates the document. A violation is a bug in the simulator.
    pub contract_violation: Option<ContractViolation>,
}

/// A response of the simulator that violates the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContractViolation {
    /// The operation of the document, if the request reached one.
    pub operation_id: Option<&'static str>,
    /// The status of the response.
    pub status: u16,
    /// The path in the body, separated by dots. Empty for the body as a whole.
    pub location: String,
    /// The violated rule.
    pub message: String,
}

impl fmt::Display for ContractViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation_id.unwrap_or("outside of the operations");
        write!(f, "{operation}, response {}, at `{}`: {}", self.status, self.location, self.message)
    }
}

/// The record of a request in progress, which carries it as an extension.
#[derive(Clone, Default)]
pub(crate) struct Record(Arc<Mutex<RecordedRequest>>);

impl Record {
    pub(crate) fn lock(&self) -> MutexGuard<'_, RecordedRequest> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The latest requests, oldest first, and all contract violations.
#[derive(Default)]
pub(crate) struct RequestLog {
    requests: VecDeque<RecordedRequest>,
    violations: Vec<ContractViolation>,
}

impl RequestLog {
    pub(crate) fn push(&mut self, request: RecordedRequest) {
        if self.violations.len() < MAX_CONTRACT_VIOLATIONS {
            self.violations.extend(request.contract_violation.clone());
        }
        if self.requests.len() == MAX_REMEMBERED {
            self.requests.pop_front();
        }
        self.requests.push_back(request);
    }

    pub(crate) fn requests(&self) -> impl DoubleEndedIterator<Item = &RecordedRequest> + ExactSizeIterator {
        self.requests.iter()
    }

    pub(crate) fn contract_violations(&self) -> &[ContractViolation] {
        &self.violations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oldest_requests_are_dropped_but_violations_are_kept() {
        let violation = ContractViolation {
            operation_id: None,
            status: 404,
            location: String::new(),
            message: "is wrong".to_owned(),
        };
        let mut log = RequestLog::default();
        log.push(RecordedRequest { contract_violation: Some(violation.clone()), ..RecordedRequest::default() });
        for number in 0..MAX_REMEMBERED {
            log.push(RecordedRequest { path: format!("/{number}"), ..RecordedRequest::default() });
        }
        assert_eq!(log.requests().len(), MAX_REMEMBERED);
        assert_eq!(log.requests().next().map(|request| request.path.as_str()), Some("/0"));
        assert_eq!(log.contract_violations(), [violation]);
    }
}
