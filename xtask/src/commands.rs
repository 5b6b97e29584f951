//! The commands: each module has the arguments and the work of one.

pub mod api;
pub mod build_cost;
pub mod ci;
pub mod diff;
pub mod generate;
pub mod update;
