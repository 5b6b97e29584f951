//! Writes a file so that it is never half written.

use std::path::{Path, PathBuf};

/// Writes `text` to `path`. The old file stays in place until all of the text is on disk.
///
/// A path that is not a regular file, such as a device, is written to directly.
///
/// # Errors
///
/// Returns an error if the file cannot be written.
pub fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return std::fs::write(path, text);
    }
    let draft = draft_path(path);
    let result = std::fs::write(&draft, text).and_then(|()| std::fs::rename(&draft, path));
    if result.is_err() {
        drop(std::fs::remove_file(&draft));
    }
    result
}

/// Returns the path of the draft that is written before it replaces the file at `path`.
#[must_use]
pub fn draft_path(path: &Path) -> PathBuf {
    let mut draft = path.as_os_str().to_owned();
    draft.push(".new");
    draft.into()
}
