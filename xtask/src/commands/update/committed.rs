//! Files as they were committed.

use std::path::Path;
use std::process::Command;

use openapi_lower::io::finding::{Findings, Result};
use openapi_lower::io::read::{Document, parse, read};

/// Reads the file `name` of the workspace at `root` as it is in the commit `since`. Without a commit, the last one is used;
/// outside of a repository, the file itself.
pub(super) fn read_committed(root: &Path, name: &str, since: Option<&str>) -> Result<Document> {
    let revision = since.unwrap_or("HEAD");
    // `./` is relative to the folder in which git runs.
    let output = Command::new("git").arg("show").arg(format!("{revision}:./{name}")).current_dir(root).output();
    match output {
        Ok(output) if output.status.success() => parse(name, &String::from_utf8_lossy(&output.stdout)),
        _ if since.is_none() => read(root, name),
        Ok(output) => {
            let problem = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(Findings::one(name, "", problem, "name a commit that has this file"))
        }
        Err(error) => Err(Findings::one(name, "", format!("git cannot be run: {error}"), "install git")),
    }
}
