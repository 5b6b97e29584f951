//! The journal and the inbox on SQLite.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

mod bad_input;
mod decide;
#[path = "../scenarios/mod.rs"]
mod scenarios;
mod sqlite;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sezzle_journal::sqlite::SqliteStore;

/// Returns the path of a new file, in a new folder within that of cargo for tests.
fn new_file() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("journal-{:016x}", fastrand::u64(..)));
    std::fs::create_dir_all(&folder).unwrap();
    folder.join("shop.db")
}

async fn new_store() -> Arc<SqliteStore> {
    Arc::new(SqliteStore::open(new_file()).await.unwrap())
}

scenarios::scenarios! { crate::new_store() }
