//! Servers on loopback that stand for Sezzle's gateway, from one fixed response to a proxy that breaks requests.

pub mod fault_proxy;
pub mod raw;
pub mod scripted;
pub mod static_server;
pub mod token;
