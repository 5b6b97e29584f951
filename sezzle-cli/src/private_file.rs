//! Files that only the user may read.

use std::fs::OpenOptions;

/// Returns options with which a new file gets the mode 0600. Other systems than Unix protect the folder of the user instead.
pub(crate) fn options() -> OpenOptions {
    #[allow(unused_mut, reason = "only Unix has modes")]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
