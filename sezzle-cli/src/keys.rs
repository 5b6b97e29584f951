//! The file of `sezzle login`: a server and its keys for each profile.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::private_file;

/// The environment variable for the file.
const FILE_ENV: &str = "SEZZLE_PROFILES";

/// The profile that is used if none is named.
pub(crate) const DEFAULT_PROFILE: &str = "default";

/// The content of the file.
#[derive(Default, Deserialize, Serialize)]
pub(crate) struct Profiles {
    pub(crate) profiles: BTreeMap<String, Profile>,
}

/// A server and its keys.
#[derive(Clone, Deserialize, Serialize)]
pub(crate) struct Profile {
    pub(crate) server: String,
    pub(crate) public_key: String,
    pub(crate) private_key: String,
}

/// Returns the path of the file: `SEZZLE_PROFILES`, or `sezzle/profiles.json` in the user's configuration.
pub(crate) fn path() -> Result<PathBuf, Failure> {
    if let Some(path) = env::var_os(FILE_ENV) {
        return Ok(path.into());
    }
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        set("APPDATA")
    } else {
        set("XDG_CONFIG_HOME").or_else(|| Some(set("HOME")?.join(".config")))
    };
    let folder =
        folder.ok_or_else(|| Failure::usage(format!("{FILE_ENV}: there is no home folder: set this variable")))?;
    Ok(folder.join("sezzle").join("profiles.json"))
}

impl Profiles {
    /// Reads the file. Without one, there are no profiles.
    pub(crate) fn read() -> Result<Self, Failure> {
        let path = path()?;
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Failure::usage(format!("{}: cannot be read: {error}", path.display()))),
        };
        check_mode(&path)?;
        serde_json::from_str(&text).map_err(|error| {
            // The error itself could quote a key.
            let (line, column) = (error.line(), error.column());
            Failure::usage(format!(
                "{}: is not valid at line {line}, column {column}: correct it, or delete it and run `sezzle login`",
                path.display()
            ))
        })
    }

    /// Writes the file, readable by the user alone. A crash leaves the old one or the new one.
    pub(crate) fn write(&self) -> Result<PathBuf, Failure> {
        let path = path()?;
        let failed =
            |error: std::io::Error| Failure::rejected(format!("{}: cannot be written: {error}", path.display()));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let draft = path.with_extension(format!("{}.new", std::process::id()));
        let written = self.write_new(&draft).and_then(|()| fs::rename(&draft, &path));
        if written.is_err() {
            let _ = fs::remove_file(&draft);
        }
        written.map_err(failed)?;
        Ok(path)
    }

    fn write_new(&self, draft: &Path) -> std::io::Result<()> {
        let mut file = private_file::options().write(true).create_new(true).open(draft)?;
        serde_json::to_writer_pretty(&mut file, self)?;
        file.write_all(b"\n")?;
        file.sync_all()
    }
}

/// Rejects a file that other users can read.
#[cfg(unix)]
fn check_mode(path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    if fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
        let path = path.display();
        return Err(Failure::usage(format!("{path}: other users can read these keys: run `chmod 600 {path}`")));
    }
    Ok(())
}

/// Other systems protect the folder of the user instead.
#[cfg(not(unix))]
fn check_mode(_: &Path) -> Result<(), Failure> {
    Ok(())
}
