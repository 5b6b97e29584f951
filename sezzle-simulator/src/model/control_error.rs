//! Why something that only Sezzle can do was not done.

use std::fmt;

/// Why the simulator did not do what it was told to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ControlError {
    /// The simulator has no order with this id.
    NoSuchOrder,
    /// The simulator has no customer with this id.
    NoSuchCustomer,
    /// It is not possible as things are.
    NotPossible(&'static str),
}

impl fmt::Display for ControlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchOrder => "there is no such order",
            Self::NoSuchCustomer => "there is no such customer",
            Self::NotPossible(reason) => reason,
        })
    }
}

impl std::error::Error for ControlError {}
