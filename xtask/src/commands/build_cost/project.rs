//! The programs that are built, in a temporary directory that is removed afterwards.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Instant, SystemTime};

use openapi_lower::io::finding::{Findings, Result};

use crate::output;
use crate::paths::TYPES;

const PROGRAM: &str = "program";

/// The program with `sezzle-api`.
const SDK: &str = r#"//! Reads a session and captures its order.

use sezzle_api::types::{CaptureRequest, Price};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = sezzle_api::Client::from_env()?;
    let id = std::env::args().nth(1).ok_or("which session?")?;
    let session = client.get_session().session_uuid(id).send().await?;
    let order = session.order.as_ref().and_then(|order| order.uuid.as_deref()).ok_or("no order")?;
    let body = CaptureRequest::builder().capture_amount(Price::usd(4150));
    println!("{:?}", client.capture_order().order_uuid(order).body(body).send().await?.uuid);
    Ok(())
}
"#;

/// The same program with plain `reqwest`.
const PLAIN: &str = r#"//! Reads a session and captures its order.

use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Token { token: String }
#[derive(Serialize)]
struct Keys { public_key: String, private_key: String }
#[derive(Deserialize)]
struct Session { order: Option<Order> }
#[derive(Deserialize)]
struct Order { uuid: Option<String> }
#[derive(Serialize)]
struct Capture { capture_amount: Price }
#[derive(Serialize)]
struct Price { amount_in_cents: i64, currency: String }
#[derive(Deserialize)]
struct Transaction { uuid: Option<String> }

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let http = reqwest::Client::builder().timeout(std::time::Duration::from_secs(30)).build()?;
    let url = std::env::var("SEZZLE_SERVER")?;
    let variable = |name: &str| std::env::var(name);
    let keys = Keys { public_key: variable("SEZZLE_PUBLIC_KEY")?, private_key: variable("SEZZLE_PRIVATE_KEY")? };
    let token: Token = checked(http.post(format!("{url}/v2/authentication")).json(&keys).send().await?)?.json().await?;
    let id = std::env::args().nth(1).ok_or("which session?")?;
    let request = http.get(format!("{url}/v2/session/{id}")).bearer_auth(&token.token);
    let session: Session = checked(request.send().await?)?.json().await?;
    let order = session.order.and_then(|order| order.uuid).ok_or("no order")?;
    let body = Capture { capture_amount: Price { amount_in_cents: 4150, currency: "USD".to_owned() } };
    let request = http.post(format!("{url}/v2/order/{order}/capture")).bearer_auth(&token.token).json(&body);
    println!("{:?}", checked(request.send().await?)?.json::<Transaction>().await?.uuid);
    Ok(())
}

fn checked(response: reqwest::Response) -> Result<reqwest::Response, String> {
    if response.status().is_success() { Ok(response) } else { Err(response.status().to_string()) }
}
"#;

/// A temporary directory with a copy of the crate, whose generated files can be touched and replaced.
pub(super) struct Workspace {
    folder: PathBuf,
    lock: PathBuf,
    reqwest: String,
}

/// A program in the directory.
pub(super) struct Project<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
    /// The file to touch for a rebuild.
    touched: PathBuf,
}

impl Workspace {
    pub(super) fn new(root: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("sezzle-build-cost-{}", std::process::id()));
        let manifest = root.join("Cargo.toml");
        let manifest = at(&manifest, std::fs::read_to_string(&manifest))?;
        let reqwest = manifest
            .lines()
            .find_map(|line| line.strip_prefix("reqwest = { version = \"")?.split('"').next().map(str::to_owned))
            .ok_or_else(|| failed("Cargo.toml", "there is no version of reqwest"))?;
        let workspace = Self { folder, lock: root.join("Cargo.lock"), reqwest };
        write(&workspace.folder.join("crate/Cargo.toml"), &manifest)?;
        copy(&root.join("sezzle-api"), &workspace.folder.join("crate/sezzle-api"))?;
        Ok(workspace)
    }

    /// Creates the program that uses `sezzle-api`.
    pub(super) fn sdk(&self, features: &[&str]) -> Result<Project<'_>> {
        let dependency = format!(
            "sezzle-api = {{ path = \"../crate/sezzle-api\", default-features = false, features = {features:?} }}"
        );
        self.project("sdk", &dependency, SDK, self.generated())
    }

    /// Creates the program that uses plain `reqwest`.
    pub(super) fn plain(&self, tls: &str) -> Result<Project<'_>> {
        let version = &self.reqwest;
        let dependencies = format!(
            "reqwest = {{ version = \"{version}\", default-features = false, features = [\"json\", {tls:?}] }}\n\
             serde = {{ version = \"1\", features = [\"derive\"] }}"
        );
        self.project("plain", &dependencies, PLAIN, self.folder.join("plain/src/main.rs"))
    }

    /// Returns a generated file of the copy, to touch for a rebuild.
    pub(super) fn generated(&self) -> PathBuf {
        self.folder.join("crate").join(TYPES)
    }

    /// Replaces generated files of the copy.
    pub(super) fn replace_generated(&self, outputs: &[output::Output]) -> Result<()> {
        outputs.iter().try_for_each(|output| write(&self.folder.join("crate").join(output.name), &output.text))
    }

    /// Returns the versions of the tools.
    pub(super) fn versions(&self) -> Result<String> {
        let rustc = output(Command::new("rustc").arg("-V"))?;
        let cpus: usize = std::thread::available_parallelism().map_or(1, Into::into);
        Ok(format!("{}, reqwest {}, {cpus} CPUs", rustc.trim(), self.reqwest))
    }

    fn project(&self, name: &str, dependencies: &str, main: &str, touched: PathBuf) -> Result<Project<'_>> {
        let folder = self.folder.join(name);
        let manifest = format!(
            "[package]\nname = \"{PROGRAM}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             {dependencies}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\n\
             [profile.release]\nstrip = true\n"
        );
        write(&folder.join("Cargo.toml"), &manifest)?;
        write(&folder.join("src/main.rs"), main)?;
        copy(&self.lock, &folder.join("Cargo.lock"))?;
        Ok(Project { workspace: self, folder, touched })
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // A temporary directory that remains does no harm.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Project<'_> {
    /// Returns the crates that it is built from, build dependencies included.
    pub(super) fn crates(&self) -> Result<BTreeSet<String>> {
        let tree = output(self.cargo().args(["tree", "--edges", "normal,build", "--prefix", "none"]))?;
        Ok(crate_names(&tree, PROGRAM))
    }

    /// Runs cargo and returns the time in seconds.
    pub(super) fn build(&self, arguments: &[&str]) -> Result<f64> {
        let start = Instant::now();
        output(self.cargo().args(arguments))?;
        Ok(start.elapsed().as_secs_f64())
    }

    pub(super) fn touch(&self) -> Result<()> {
        let file = std::fs::File::options().append(true).open(&self.touched);
        at(&self.touched, file.and_then(|file| file.set_modified(SystemTime::now())))
    }

    /// Returns the size of the stripped program in bytes.
    pub(super) fn size(&self) -> Result<u64> {
        let program = self.target().join("release").join(format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX));
        at(&program, std::fs::metadata(&program)).map(|file| file.len())
    }

    /// Counts the lines and functions of LLVM IR of a package, or of the program.
    pub(super) fn llvm_lines(&self, package: Option<&str>) -> Result<(u64, u64)> {
        let mut cargo = self.cargo();
        cargo.args(["llvm-lines", "--release"]);
        match package {
            Some(package) => cargo.args(["--package", package, "--lib"]),
            None => cargo.args(["--bin", PROGRAM]),
        };
        let table = output(&mut cargo)?;
        // `123456  4567  (TOTAL)`
        let total = table.lines().find(|line| line.contains("(TOTAL)")).unwrap_or_default();
        let mut numbers = total.split_whitespace().filter_map(|word| word.parse().ok());
        let (lines, functions) = (numbers.next(), numbers.next());
        lines.zip(functions).ok_or_else(|| failed("cargo llvm-lines", format!("the output has no total: {table}")))
    }

    pub(super) fn clean(&self) -> Result<()> {
        at(&self.target(), std::fs::remove_dir_all(self.target()))
    }

    fn target(&self) -> PathBuf {
        self.workspace.folder.join("target").join(self.folder.file_name().unwrap_or_default())
    }

    /// Returns cargo without the settings of this workspace or its user.
    fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PROFILE_") || name.starts_with("CARGO_PKG_") || name == "RUSTFLAGS" {
                command.env_remove(&*name);
            }
        }
        command.current_dir(&self.folder).env("CARGO_TARGET_DIR", self.target());
        command
    }
}

pub(super) fn has_llvm_lines() -> bool {
    Command::new("cargo").args(["llvm-lines", "--version"]).output().is_ok_and(|output| output.status.success())
}

fn output(command: &mut Command) -> Result<String> {
    let Output { status, stdout, stderr } = command.output().map_err(|error| failed(format!("{command:?}"), error))?;
    if !status.success() {
        return Err(failed(format!("{command:?}"), String::from_utf8_lossy(&stderr)));
    }
    Ok(String::from_utf8_lossy(&stdout).into_owned())
}

fn failed(place: impl std::fmt::Display, problem: impl std::fmt::Display) -> Findings {
    Findings::one(place.to_string(), "", problem.to_string(), "fix this, then measure again")
}

/// Adds the path to an error.
fn at<T>(path: &Path, result: std::io::Result<T>) -> Result<T> {
    result.map_err(|error| failed(path.display(), error))
}

/// Writes a file, and makes its folder.
fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    at(path, std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text)))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return write(to, at(from, std::fs::read(from))?);
    }
    for entry in at(from, std::fs::read_dir(from))? {
        let entry = at(from, entry)?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Returns the crates in the output of `cargo tree --prefix none`, each once, without the program itself.
fn crate_names(tree: &str, own: &str) -> BTreeSet<String> {
    tree.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?))
        })
        .filter(|(name, _)| *name != own)
        .map(|(name, version)| format!("{name} {version}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_counted_once_without_the_program() {
        let tree = "program v0.1.0 (/x)\nserde v1.0.0\nserde_derive v1.0.0 (proc-macro)\nserde v1.0.0 (*)\nrand v0.9.0\nrand v0.8.0\n";
        let names = crate_names(tree, "program");
        assert_eq!(
            names.iter().map(String::as_str).collect::<Vec<_>>(),
            ["rand v0.8.0", "rand v0.9.0", "serde v1.0.0", "serde_derive v1.0.0"]
        );
    }
}
