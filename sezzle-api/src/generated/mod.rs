// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 80e93c55cb699f15f63b0dce233d35365be37a3dde7af53f865a25463b02b767
// openapi/overlay.yaml SHA-256 d57e6a93414cfc30053acd9e624ec91e2422ba18f87faa561e291ac162e49f0c
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
