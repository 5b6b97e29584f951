//! `cargo xtask ci`: the steps of CI, and how to run them.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use openapi_lower::cli::{EXIT_FINDINGS, EXIT_OK, print};
use openapi_lower::io::finding::{Findings, Result};
use openapi_lower::io::style::Style;
use openapi_lower::walk::{elements_of, members_of};

const NAME: &str = "cargo xtask ci";

/// Run the steps of CI, or those whose names contain one of the words.
#[derive(clap::Args, Debug)]
pub struct Ci {
    /// Parts of the names of steps.
    words: Vec<String>,

    /// List the steps without running them.
    #[arg(long)]
    list: bool,
}

impl Ci {
    /// Runs the command in the workspace at `root`.
    ///
    /// # Errors
    ///
    /// Returns a finding if the steps cannot be determined, or a word matches none.
    pub fn run(&self, root: &Path) -> Result<u8> {
        let steps = select(steps(root)?, &self.words)?;
        if self.list {
            steps.iter().for_each(|step| print(&format!("{:<26} {}\n", step.name, step.command_line())));
            return Ok(EXIT_OK);
        }
        let (report, is_success) = run(root, &steps, Style::of(&std::io::stdout()), &mut std::io::stderr());
        print(&report);
        Ok(if is_success { EXIT_OK } else { EXIT_FINDINGS })
    }
}

/// One step: a cargo command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The name in the report.
    pub name: String,
    arguments: Vec<String>,
    variables: Vec<(&'static str, &'static str)>,
}

impl Step {
    /// Creates a step that runs `cargo` with these arguments, separated by spaces.
    pub fn cargo(name: impl Into<String>, arguments: &str) -> Self {
        let arguments = arguments.split_whitespace().map(str::to_owned).collect();
        Self { name: name.into(), arguments, variables: vec![] }
    }

    fn with(mut self, variable: &'static str, value: &'static str) -> Self {
        self.variables.push((variable, value));
        self
    }

    /// Returns the command as typed in a shell.
    pub fn command_line(&self) -> String {
        let variables: String = self.variables.iter().map(|(name, value)| format!("{name}=\"{value}\" ")).collect();
        format!("{variables}cargo {}", self.arguments.join(" "))
    }
}

/// Returns all steps: tests first, then checks and packages.
///
/// # Errors
///
/// Returns a finding if `cargo metadata` does not list the examples and features.
pub fn steps(root: &Path) -> Result<Vec<Step>> {
    let (examples, features) = examples_and_features(root)?;
    let mut steps = vec![
        Step::cargo("tests", "test --workspace --locked"),
        Step::cargo("browser", "test -p sezzle-tests --locked --features browser --test browser"),
        Step::cargo("postgres", "test -p sezzle-journal --locked --features postgres --test postgres"),
        // The workspace has the newest version of rusqlite that is allowed, this folder the oldest. Its lock file follows the
        // crates of the workspace by itself.
        Step::cargo(
            "oldest rusqlite",
            "test --manifest-path sezzle-journal/oldest/Cargo.toml --target-dir target/oldest",
        ),
    ];
    // What the guide of the journal shows, with a library that no crate of the workspace needs.
    let sqlx = "check --manifest-path sezzle-journal/sqlx/Cargo.toml --target-dir target/sqlx";
    steps.push(Step::cargo("sqlx in the guide", sqlx));
    for example in examples {
        let argument = if example == "own_http_client" { "--features reqwest-0-13" } else { "" };
        let run = format!("run --quiet --locked -p sezzle-api --example {example} {argument}");
        steps.push(Step::cargo(format!("example {example}"), &run));
    }
    // Without `--check`, the shop runs until it is stopped.
    let shop = "run --quiet --locked -p sezzle-journal --example shop -- --check";
    steps.push(Step::cargo("example shop", shop));
    for store in ["sqlite", "postgres"] {
        let run = "run --quiet --locked -p sezzle-journal --features sqlite,postgres --example crash_storm";
        steps.push(Step::cargo(format!("crash storm {store}"), &format!("{run} -- --payments 150 --store {store}")));
    }
    steps.extend([
        Step::cargo("format", "fmt --all --check"),
        Step::cargo(
            "clippy",
            "clippy --workspace --all-targets --locked --features \
             sezzle-tests/browser,sezzle-cli/journal,sezzle-journal/postgres,sezzle-journal/tracing -- -D warnings",
        ),
        Step::cargo("generated files", "xtask generate --check"),
        Step::cargo("public interface", "xtask api --check"),
        Step::cargo("documentation", "doc --workspace --no-deps --locked --all-features")
            .with("RUSTDOCFLAGS", "-D warnings"),
        Step::cargo("documentation code", "test -p sezzle-api -p sezzle-journal --doc --locked --all-features"),
    ]);
    let alone = "clippy -p sezzle-api --locked --no-default-features";
    for feature in features {
        let clippy = format!("{alone} --features {feature} -- -D warnings");
        steps.push(Step::cargo(format!("feature {feature}"), &clippy));
    }
    steps.extend([
        Step::cargo(
            "feature journal of sezzle-cli",
            "test -p sezzle-cli --locked --features journal --test commands journal",
        ),
        Step::cargo("no feature", &format!("{alone} -- -D warnings")),
        Step::cargo("all features", "clippy -p sezzle-api --locked --all-features -- -D warnings"),
        // At most twelve crates more than plain reqwest.
        Step::cargo("crates", "xtask build-cost --quick"),
        // Builds and compiles the packages as they would be published.
        Step::cargo("package", "package -p sezzle-api --locked --allow-dirty --all-features"),
        Step::cargo("package of openapi-lower", "package -p openapi-lower --locked --allow-dirty"),
        Step::cargo("package of sezzle-simulator", "package -p sezzle-simulator --locked --allow-dirty"),
        // With the crates that it depends on, which may not be published yet.
        Step::cargo(
            "package of sezzle-cli",
            "package -p sezzle-cli -p sezzle-api -p sezzle-journal -p sezzle-simulator --locked --allow-dirty",
        ),
    ]);
    Ok(steps)
}

/// Returns the examples and features of `sezzle-api`, so that none is missing here.
fn examples_and_features(root: &Path) -> Result<(Vec<String>, Vec<String>)> {
    let problem = |problem: String| Findings::one(NAME, "", problem, "check the output of `cargo metadata`");
    let mut cargo = Command::new("cargo");
    let output = cargo.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(root).output();
    let output = output.map_err(|error| problem(format!("cargo cannot be run: {error}")))?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| problem(format!("the output of `cargo metadata` is not JSON: {error}")))?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let package = packages.iter().find(|package| package["name"] == "sezzle-api");
    let package = package.ok_or_else(|| problem("there is no crate sezzle-api".to_owned()))?;
    let examples = elements_of(&package["targets"]);
    let examples = examples.filter(|target| target["kind"][0] == "example");
    let examples = examples.filter_map(|target| Some(target["name"].as_str()?.to_owned())).collect();
    let features = members_of(&package["features"]).map(|(name, _)| name.clone());
    Ok((examples, features.filter(|name| name != "default").collect()))
}

/// Returns the steps whose names contain one of the words, or all steps if there are no words.
///
/// # Errors
///
/// Returns a finding for a word that no name contains.
pub fn select(steps: Vec<Step>, words: &[String]) -> Result<Vec<Step>> {
    for word in words {
        if !steps.iter().any(|step| step.name.contains(word)) {
            let problem = format!("no step has `{word}` in its name");
            return Err(Findings::one(NAME, "", problem, "`cargo xtask ci --list` lists them"));
        }
    }
    let is_selected = |step: &Step| words.is_empty() || words.iter().any(|word| step.name.contains(word));
    Ok(steps.into_iter().filter(is_selected).collect())
}

/// Runs the steps one after another, also after a failure, and announces each in `log`. Returns a report with the time of each
/// step and which steps failed, and whether none failed.
pub fn run(root: &Path, steps: &[Step], style: Style, log: &mut impl Write) -> (String, bool) {
    let (mut report, mut total, mut is_success) = ("\n".to_owned(), 0.0, true);
    for step in steps {
        // A closed log does not matter.
        let _ = writeln!(log, "\n== {}: {}", step.name, step.command_line());
        let start = Instant::now();
        let mut command = Command::new("cargo");
        command.args(&step.arguments).envs(step.variables.iter().copied()).current_dir(root);
        let status = command.status();
        if let Err(error) = &status {
            let _ = writeln!(log, "cargo cannot be run: {error}");
        }
        let passed = status.is_ok_and(|status| status.success());
        let mark = if passed { String::new() } else { style.paint("31", "  failed") };
        let seconds = start.elapsed().as_secs_f64();
        report.push_str(&format!("{:<26}{seconds:>8.1} s{mark}\n", step.name));
        total += seconds;
        is_success &= passed;
    }
    (report + &format!("{:<26}{total:>8.1} s\n", "total"), is_success)
}
