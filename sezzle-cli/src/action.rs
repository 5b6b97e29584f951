//! What a command of a group runs.

use crate::call::Call;
use crate::settlement::Local;

/// An operation, or a command that the group has besides.
pub(crate) enum Action {
    Call(Box<Call>),
    Settlement(Local),
}

impl From<Local> for Action {
    fn from(command: Local) -> Self {
        Self::Settlement(command)
    }
}
