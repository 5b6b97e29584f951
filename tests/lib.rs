//! What the tests of this crate and its programs share.

pub mod fault_proxy;

/// Compiles the code of the workspace's README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
