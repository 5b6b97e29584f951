//! Servers on loopback in the role of the gateway: one that follows a script, and a proxy that injects faults.

pub mod fault_proxy;
mod message;
pub mod scripted;
pub mod token;
