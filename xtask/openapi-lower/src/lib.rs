//! Turns OpenAPI 3.1 documents into OpenAPI 3.0.3 documents that code generators accept.
//!
//! ```text
//! read → overlay → lower → relax → adapt → guard
//! ```
//!
//! Every step is a function from a JSON value to a JSON value, and every step is optional:
//!
//! | module | step |
//! |---|---|
//! | [`io`] | reads YAML or JSON; findings and their output |
//! | [`overlay`] | applies an OpenAPI Overlay 1.0 or 1.1 |
//! | [`lower`] | rewrites OpenAPI 3.1 as OpenAPI 3.0.3 that accepts at least the same values |
//! | [`relax`] | removes the constraints that would make a client reject a usable response |
//! | [`adapt`] | rewrites what the generator progenitor does not support; `guard` checks the result |
//! | [`compare`] | reports what changed between two documents |
//!
//! A step that cannot go on returns [`Findings`](io::finding::Findings): all problems it found, each with its location and
//! what to do about it.
//!
//! # Examples
//!
//! ```
//! use openapi_lower::io::read::parse;
//! use openapi_lower::lower::lower;
//!
//! let document = parse("api.yaml", "{openapi: 3.1.0, info: {title: t, version: '1'}, components: {schemas: {
//!     Id: {type: [string, 'null']}}}}")?;
//! let lowered = lower(&document.name, document.value)?;
//! assert_eq!(lowered["components"]["schemas"]["Id"], serde_json::json!({"type": "string", "nullable": true}));
//! # Ok::<(), openapi_lower::io::finding::Findings>(())
//! ```

pub mod io;
pub mod walk;

pub mod overlay;

pub mod lower;

pub mod relax;

pub mod adapt;

pub mod compare;
pub mod report;

#[cfg(feature = "cli")]
pub mod cli;

/// The code in the README is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
