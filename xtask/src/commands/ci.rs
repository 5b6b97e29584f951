//! What CI runs, in one list.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::finding::{Findings, Result};
use crate::style::Style;

const NAME: &str = "cargo xtask ci";

/// One step: a command of cargo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is called in the table.
    pub name: String,
    arguments: Vec<String>,
    variables: Vec<(&'static str, &'static str)>,
}

impl Step {
    /// A step that runs `cargo` with these arguments, which have no blanks in them.
    #[must_use]
    pub fn cargo(name: impl Into<String>, arguments: &str) -> Self {
        let arguments = arguments.split_whitespace().map(str::to_owned).collect();
        Self { name: name.into(), arguments, variables: vec![] }
    }

    fn with(mut self, variable: &'static str, value: &'static str) -> Self {
        self.variables.push((variable, value));
        self
    }

    /// The command as one types it.
    #[must_use]
    pub fn command_line(&self) -> String {
        let variables: String = self.variables.iter().map(|(name, value)| format!("{name}=\"{value}\" ")).collect();
        format!("{variables}cargo {}", self.arguments.join(" "))
    }
}

/// All steps: the README's test command, then the checks. What a release consists of is among them.
///
/// # Errors
///
/// Cargo cannot tell which examples and features there are.
pub fn steps(root: &Path) -> Result<Vec<Step>> {
    let (examples, features) = examples_and_features(root)?;
    let mut steps = vec![
        Step::cargo("tests", "test --workspace --locked"),
        Step::cargo("browser", "test -p sezzle-tests --locked --features browser --test browser"),
    ];
    for example in examples {
        // A shop is open until it is closed, unless it is to try itself.
        let argument = if example == "shop" { "-- --check" } else { "" };
        let run = format!("run --quiet --locked -p sezzle-api --example {example} {argument}");
        steps.push(Step::cargo(format!("example {example}"), &run));
    }
    steps.extend([
        Step::cargo("format", "fmt --all --check"),
        Step::cargo(
            "clippy",
            "clippy --workspace --all-targets --locked --features sezzle-tests/browser -- -D warnings",
        ),
        Step::cargo("generated files", "xtask generate --check"),
        Step::cargo("public interface", "xtask api --check"),
        Step::cargo("documentation", "doc --workspace --no-deps --locked --all-features")
            .with("RUSTDOCFLAGS", "-D warnings"),
        Step::cargo("documentation code", "test -p sezzle-api --doc --locked --all-features"),
    ]);
    let alone = "clippy -p sezzle-api --locked --no-default-features";
    for feature in features {
        let clippy = format!("{alone} --features {feature} -- -D warnings");
        steps.push(Step::cargo(format!("feature {feature}"), &clippy));
    }
    steps.extend([
        Step::cargo("no feature", &format!("{alone} -- -D warnings")),
        Step::cargo("all features", "clippy -p sezzle-api --locked --all-features -- -D warnings"),
        // No more crates than plain reqwest needs, and twelve.
        Step::cargo("crates", "xtask build-cost --quick"),
        // What would be published is made, and compiled by itself.
        Step::cargo("package", "package -p sezzle-api --locked --allow-dirty --all-features"),
    ]);
    Ok(steps)
}

/// The examples and features of the crate that is published, so that none is forgotten here.
fn examples_and_features(root: &Path) -> Result<(Vec<String>, Vec<String>)> {
    let problem = |problem: String| Findings::one(NAME, "", problem, "see what `cargo metadata` says");
    let mut cargo = Command::new("cargo");
    let output = cargo.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root).output();
    let output = output.map_err(|error| problem(format!("cargo cannot be run: {error}")))?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|error| problem(format!("cargo tells nothing: {error}")))?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let package = packages.iter().find(|package| package["name"] == "sezzle-api");
    let package = package.ok_or_else(|| problem("there is no crate sezzle-api".to_owned()))?;
    let examples = package["targets"].as_array().into_iter().flatten();
    let examples = examples.filter(|target| target["kind"][0] == "example");
    let examples = examples.filter_map(|target| Some(target["name"].as_str()?.to_owned())).collect();
    let features = package["features"].as_object().into_iter().flatten().map(|(name, _)| name.clone());
    Ok((examples, features.filter(|name| name != "default").collect()))
}

/// The steps whose names contain one of the words; all of them if there are no words.
///
/// # Errors
///
/// A word is in no name.
pub fn chosen(steps: Vec<Step>, words: &[String]) -> Result<Vec<Step>> {
    for word in words {
        if !steps.iter().any(|step| step.name.contains(word)) {
            let problem = format!("no step has `{word}` in its name");
            return Err(Findings::one(NAME, "", problem, "`cargo xtask ci --list` shows them"));
        }
    }
    let is_chosen = |step: &Step| words.is_empty() || words.iter().any(|word| step.name.contains(word));
    Ok(steps.into_iter().filter(is_chosen).collect())
}

/// How the steps ended.
#[derive(Debug)]
pub struct Report {
    ended: Vec<(String, Duration, bool)>,
}

/// Runs steps one after the other, those after a failure too: one run tells everything. Each is announced to `log`.
pub fn run(root: &Path, steps: &[Step], log: &mut impl Write) -> Report {
    let mut ended = vec![];
    for step in steps {
        // A log that is gone needs no heading.
        let _ = writeln!(log, "\n== {}: {}", step.name, step.command_line());
        let begun = Instant::now();
        let mut command = Command::new("cargo");
        command.args(&step.arguments).envs(step.variables.iter().copied()).current_dir(root);
        let is_success = match command.status() {
            Ok(status) => status.success(),
            Err(error) => {
                let _ = writeln!(log, "cargo cannot be run: {error}");
                false
            }
        };
        ended.push((step.name.clone(), begun.elapsed(), is_success));
    }
    Report { ended }
}

impl Report {
    /// Whether no step failed.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.ended.iter().all(|(.., is_success)| *is_success)
    }

    /// The seconds of each step, and which failed.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        let mut text = String::from("\n");
        let mut whole = Duration::ZERO;
        for (name, time, is_success) in &self.ended {
            whole += *time;
            let verdict = if *is_success { String::new() } else { style.paint("31", "  failed") };
            text.push_str(&format!("{name:<26}{:>8.1} s{verdict}\n", time.as_secs_f64()));
        }
        text.push_str(&format!("{:<26}{:>8.1} s\n", "in all", whole.as_secs_f64()));
        text
    }
}
