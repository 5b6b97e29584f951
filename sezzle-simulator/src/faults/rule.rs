//! A fault rule: which requests fail, and how.

use crate::faults::fault::Fault;

/// A fault rule that is invalid. The message contains the problem and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FaultError(pub(super) String);

/// A rule that decides which requests fail, and how.
///
/// A rule can be written as text, `OPERATION=FAULT[@PROBABILITY][xTIMES]`: `capture_order=503@0.3`, `*=429:retry-after=2x1`.
/// The operation is an operation id of the document, or `*` for all. The faults are:
///
/// | text | fault |
/// |---|---|
/// | `503` | a response with this status; its options are a shape, `retry-after=SECONDS`, `retry-after-date=SECONDS`, `processed` |
/// | `reset`, `reset:processed` | the connection is reset, before or after the request was processed |
/// | `stall`, `stall:processed` | no response ever, before or after the request was processed |
/// | `stall-body` | the response stalls in the middle of its body |
/// | `truncate` | the connection is closed in the middle of the response body |
/// | `delay:250ms`, `delay:2s` | the request waits before it is processed |
/// | `shape:object` | real errors have another shape |
///
/// Options follow after a colon each: `429:retry-after=5`, `504:html:processed`. The shapes are `array` (the documented
/// one), `object`, `uuid`, `v1`, `empty`, `null`, `html`, `garbage`.
///
/// ```
/// use sezzle_simulator::{Fault, FaultRule};
///
/// let rule: FaultRule = "capture_order=503@0.3".parse()?;
/// assert_eq!(rule, FaultRule::on("capture_order", Fault::status(503)).with_probability(0.3));
/// # Ok::<(), sezzle_simulator::FaultError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct FaultRule {
    pub(super) operation_id: Option<String>,
    pub(super) fault: Fault,
    pub(super) probability: f64,
    pub(super) times: Option<u32>,
}

impl FaultRule {
    /// Creates a rule for every request to the operation with this operation id.
    pub fn on(operation_id: impl Into<String>, fault: Fault) -> Self {
        Self { operation_id: Some(operation_id.into()), fault, probability: 1.0, times: None }
    }

    /// Creates a rule for every request to any operation.
    pub fn on_any(fault: Fault) -> Self {
        Self { operation_id: None, fault, probability: 1.0, times: None }
    }

    /// Sets the probability, from 0.0 to 1.0, that a request fails. Defaults to 1.0. The simulator's seed decides which requests fail.
    pub fn with_probability(self, probability: f64) -> Self {
        Self { probability, ..self }
    }

    /// Sets the maximum number of requests that fail. Defaults to no limit.
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times), ..self }
    }

    /// Returns the fault.
    #[must_use]
    pub fn fault(&self) -> &Fault {
        &self.fault
    }

    /// Checks the numbers, which have limits that their types do not have.
    pub(super) fn check(&self) -> Result<(), FaultError> {
        if !(0.0..=1.0).contains(&self.probability) {
            return Err(FaultError(format!("@{} is no probability: use a number from 0 to 1", self.probability)));
        }
        if self.times == Some(0) {
            return Err(FaultError("x0 is no number of requests: use x1 or more".to_owned()));
        }
        match self.fault {
            Fault::Status { status, .. } if !(200..=599).contains(&status) => {
                Err(FaultError(format!("`{status}` is no status: use one from 200 to 599")))
            }
            _ => Ok(()),
        }
    }
}
