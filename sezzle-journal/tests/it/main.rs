//! The journal and the inbox on SQLite.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

mod bad_input;
mod decide;
#[path = "../scenarios/mod.rs"]
mod scenarios;
mod sqlite;

use std::sync::Arc;

use sezzle_journal::sqlite::SqliteStore;

/// Returns the path of a new file, in a folder that is removed when the system cleans up.
fn new_file() -> std::path::PathBuf {
    let name = format!("sezzle-journal-test-{}-{:016x}", std::process::id(), fastrand::u64(..));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir(&folder).unwrap();
    folder.join("shop.db")
}

async fn new_store() -> Arc<SqliteStore> {
    Arc::new(SqliteStore::open(new_file()).await.unwrap())
}

scenarios::scenarios! { crate::new_store() }
