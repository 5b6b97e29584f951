//! Tests of the simulator over plain sockets.

mod cards;
mod checkout;
mod clients;
mod control;
mod customers;
mod dashboard;
mod faults;
mod gateway;
mod idempotency;
mod lifecycle;
mod orders;
mod program;
mod random_orders;
mod reports;
mod sessions;
mod support;
mod webhooks;
