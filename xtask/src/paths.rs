//! The workspace, and the files that the commands read and write, relative to it.

use std::path::{Path, PathBuf};

use openapi_lower::io::finding::{Findings, Result};

/// Returns the workspace of the SDK that contains `folder`.
///
/// It is found at run time: two checkouts may share a target folder, and so the program.
///
/// # Errors
///
/// Returns a finding if `folder` is in no such workspace.
pub fn find_workspace(folder: &Path) -> Result<PathBuf> {
    let is_workspace = |folder: &&Path| folder.join(OVERLAY).is_file() && folder.join("Cargo.toml").is_file();
    folder.ancestors().find(is_workspace).map(Path::to_path_buf).ok_or_else(|| {
        let problem = format!("no workspace of the SDK: neither this folder nor one above it has {OVERLAY}");
        Findings::one(folder.to_string_lossy(), "", problem, "change to the workspace, or name it with --root")
    })
}

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
/// The commands of the operations.
pub const CLI_COMMANDS: &str = "sezzle-cli/src/generated.rs";
/// The corrected document, for the simulator and tests.
pub const DOCUMENT: &str = "sezzle-simulator/openapi.json";
/// The list of the public API.
pub const PUBLIC_API: &str = "sezzle-api/public-api.txt";
