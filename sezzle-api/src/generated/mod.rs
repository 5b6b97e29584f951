// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 87c783adcc5481569c0e8f125607942d613a21aa54d467a8808d1283b872829a
// openapi/overlay.yaml SHA-256 3c32358c4a69a7884d779c6c8717d3389b48095bff558ba446b96af0efb2fd2a
// progenitor 0.15.1

//! The part of the crate that is made from the OpenAPI document.
//!
//! `client` adds a method for each operation to [`Client`](crate::client::Client). It returns one of the builders in
//! [`builder`], which sends the request that the row in [`operations`] describes. [`types`] and their builders are what
//! requests and responses consist of; [`events`] are what webhooks carry.

/// Types of parameters, requests and responses.
pub mod types;
/// Builders of the types that requests consist of.
pub mod type_builders;
/// Builders of the types that only responses consist of, for tests (feature `mock`).
#[cfg(feature = "mock")]
pub mod response_builders;
mod client;
/// Builders of requests, one for each operation.
pub mod builder;
/// What the client has to know of each operation to authorize and to retry it.
pub mod operations;
/// What webhooks carry.
pub mod events;
pub(crate) mod field_names;
