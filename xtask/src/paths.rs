//! The files that the commands read and write, relative to the workspace.

/// The document as Sezzle publishes it.
pub const BASE: &str = "openapi/sezzle-v2.yaml";
/// Our corrections to it.
pub const OVERLAY: &str = "openapi/overlay.yaml";
/// The generated types of the crate.
pub const TYPES: &str = "sezzle-api/src/generated/types.rs";
/// The generated methods of the client.
pub const CLIENT: &str = "sezzle-api/src/generated/client.rs";
/// The generated modules of the crate.
pub const MODULES: [&str; 9] = [
    "sezzle-api/src/generated/mod.rs",
    TYPES,
    "sezzle-api/src/generated/type_builders.rs",
    "sezzle-api/src/generated/response_builders.rs",
    CLIENT,
    "sezzle-api/src/generated/builder.rs",
    "sezzle-api/src/generated/operations.rs",
    "sezzle-api/src/generated/events.rs",
    "sezzle-api/src/generated/field_names.rs",
];
/// Typed mocks of every operation.
pub const MOCK: &str = "sezzle-api/src/mock/generated.rs";
/// Access to every operation and type by name, for tests.
pub const TEST_DISPATCH: &str = "tests/src/generated.rs";
/// The corrected document, for the simulator and tests.
pub const DOCUMENT: &str = "sezzle-simulator/openapi.json";
/// The list of the public API.
pub const PUBLIC_API: &str = "sezzle-api/public-api.txt";
