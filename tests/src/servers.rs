//! Servers on loopback in the role of the gateway.

pub mod scripted;
pub mod token;
