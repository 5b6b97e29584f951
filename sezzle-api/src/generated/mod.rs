// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 86e8ef1d94c42e085e2a6b089e03b3d0fe0619f051689dbd757341173de083fe
// openapi/overlay.yaml SHA-256 58f1cc16631d8ddcc3d4a4aebec0b81907123fc9ce05b2f46eb99a6975964031
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
