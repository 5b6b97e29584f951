//! The log of requests.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::http::document::deviation::Deviation;

/// How many requests are remembered. The oldest are forgotten first.
const MAX_REMEMBERED: usize = 10_000;

/// How many findings are remembered: the first ones, for they lead to the mistake.
const MAX_CONTRACT_VIOLATIONS: usize = 1_000;

/// A request and how it was answered.
///
/// Headers, queries and bodies are not kept. Keys and tokens in the path are replaced with `{secret}`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The virtual time at which it came.
    pub at: DateTime<Utc>,
    /// The HTTP method.
    pub method: String,
    /// The path without its query.
    pub path: String,
    /// The operation of the document, if the request reached one.
    pub operation_id: Option<&'static str>,
    /// The status of the answer; 0 if the connection ended before there was one.
    pub status: u16,
    /// How long the answer took, in real time.
    pub duration: Duration,
    /// What the answer says is wrong with the request, if it is refused.
    pub refusal: Option<String>,
    /// The fault that was injected, as the text of its rule.
    pub fault: Option<String>,
    /// What the simulator accepted although the document does not allow it. Always empty in strict mode.
    pub deviations: Vec<Deviation>,
    /// How the answer breaks the document, if it does. That is a mistake in the simulator.
    pub contract_violation: Option<ContractViolation>,
}

/// An answer of the simulator, or an event, that breaks the document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ContractViolation {
    /// The operation of the document, if the request reached one.
    pub operation_id: Option<&'static str>,
    /// The status of the answer.
    pub status: u16,
    /// The place in the answer's body as a dotted path, empty for the body as a whole.
    pub location: String,
    /// The rule that is broken.
    pub message: String,
}

impl fmt::Display for ContractViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation_id.unwrap_or("outside of the operations");
        write!(f, "{operation}, answer {}, at `{}`: {}", self.status, self.location, self.message)
    }
}

/// What the request log learns from a response, besides its status.
#[derive(Clone, Default)]
pub(crate) struct Trace {
    pub(crate) operation_id: Option<&'static str>,
    pub(crate) refusal: Option<String>,
    pub(crate) finding: Option<ContractViolation>,
}

/// The latest requests, oldest first, and all findings.
#[derive(Default)]
pub(crate) struct RequestLog {
    requests: VecDeque<RecordedRequest>,
    findings: Vec<ContractViolation>,
}

impl RequestLog {
    pub(crate) fn push(&mut self, request: RecordedRequest) {
        if self.findings.len() < MAX_CONTRACT_VIOLATIONS {
            self.findings.extend(request.contract_violation.clone());
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
        &self.findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(path: &str, finding: Option<ContractViolation>) -> RecordedRequest {
        RecordedRequest {
            at: DateTime::UNIX_EPOCH,
            method: "GET".to_owned(),
            path: path.to_owned(),
            operation_id: None,
            status: 404,
            duration: Duration::ZERO,
            refusal: None,
            fault: None,
            deviations: Vec::new(),
            contract_violation: finding,
        }
    }

    #[test]
    fn the_oldest_requests_are_forgotten_and_no_finding_is() {
        let finding = ContractViolation {
            operation_id: None,
            status: 404,
            location: String::new(),
            message: "is wrong".to_owned(),
        };
        let mut log = RequestLog::default();
        log.push(request("/first", Some(finding.clone())));
        for number in 0..MAX_REMEMBERED {
            log.push(request(&format!("/{number}"), None));
        }
        assert_eq!(log.requests().len(), MAX_REMEMBERED);
        assert_eq!(log.requests().next().map(|request| request.path.as_str()), Some("/0"));
        assert_eq!(log.contract_violations(), [finding]);
    }
}
