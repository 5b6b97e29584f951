//! The file of API keys: JSON, one entry for each profile, readable only by its owner.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{CliError, Result};

/// The variable with the path of the file.
const FILE_ENV: &str = "SEZZLE_KEYS_FILE";

/// The keys of a merchant on one server.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Profile {
    pub(crate) server: String,
    pub(crate) public_key: String,
    pub(crate) private_key: String,
}

pub(crate) type Profiles = BTreeMap<String, Profile>;

/// Returns the path of the file.
pub(crate) fn path() -> Result<PathBuf> {
    if let Some(file) = env::var_os(FILE_ENV).filter(|file| !file.is_empty()) {
        return Ok(file.into());
    }
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let config = set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")));
    let config = config.or_else(|| set("APPDATA"));
    let missing = || CliError::usage(format!("there is no home directory: set {FILE_ENV}"));
    Ok(config.ok_or_else(missing)?.join("sezzle").join("keys.json"))
}

/// Reads all profiles. There are none if the file does not exist.
pub(crate) fn read(file: &Path) -> Result<Profiles> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Profiles::new()),
        Err(error) => return Err(CliError::usage(format!("{}: {error}", file.display()))),
    };
    check_mode(file)?;
    // The parser's message may repeat parts of the file.
    serde_json::from_str(&text).map_err(|error| {
        let place = format!("line {} column {}", error.line(), error.column());
        CliError::usage(format!("{} is not a file of keys, at {place}: run `sezzle login`", file.display()))
    })
}

/// Rejects a file that other users can read.
#[cfg(unix)]
fn check_mode(file: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;

    let mode = fs::metadata(file)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        let file = file.display();
        return Err(CliError::usage(format!("other users can access {file} (mode {mode:o}): run `chmod 600 {file}`")));
    }
    Ok(())
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "has the signature of the function for Unix")]
fn check_mode(_: &Path) -> Result<()> {
    Ok(())
}

/// Replaces the file. Its mode is 0600 before it has any content.
pub(crate) fn write(file: &Path, profiles: &Profiles) -> Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let temporary = file.with_extension(format!("{}.tmp", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = serde_json::to_string_pretty(profiles).map_err(|error| CliError::failed(error.to_string()))?;
    let written = options.open(&temporary).and_then(|mut file| file.write_all(text.as_bytes()));
    written.and_then(|()| fs::rename(&temporary, file)).map_err(|error| {
        let _ = fs::remove_file(&temporary);
        CliError::failed(format!("{}: {error}", file.display()))
    })
}
