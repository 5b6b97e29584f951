//! Reviewed texts in `generated/`.

use std::path::Path;

/// Compares a text with the reviewed one. With `UPDATE_SNAPSHOTS=1` in the environment, writes it instead.
#[track_caller]
pub(crate) fn check(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/commands/generated").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let reviewed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let difference = text.split("\n$ ").find(|part| !reviewed.contains(part.trim_end()));
    assert!(text == reviewed, "run this test with UPDATE_SNAPSHOTS=1 and review {name}, such as:\n{difference:?}");
}
