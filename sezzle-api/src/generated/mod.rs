// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
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
