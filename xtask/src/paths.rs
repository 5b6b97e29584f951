//! The files that the commands read and write, relative to the workspace.

/// The document as Sezzle publishes it.
pub const BASE: &str = "openapi/sezzle-v2.yaml";
/// Our corrections to it.
pub const OVERLAY: &str = "openapi/overlay.yaml";
/// The generated part of the crate.
pub const CODE: &str = "sezzle-api/src/generated.rs";
/// Typed mocks of every operation.
pub const MOCK: &str = "sezzle-api/src/mock/operations.rs";
/// Access to every operation and type by name, for tests.
pub const HARNESS: &str = "tests/src/generated.rs";
/// The corrected document, for the simulator and tests.
pub const DOCUMENT: &str = "tests/simulator/openapi.json";
/// The list of the public API.
pub const PUBLIC_API: &str = "sezzle-api/public-api.txt";
