//! `cargo xtask build-cost`: the cost of building the crate, compared with plain `reqwest` and the same TLS.
//!
//! Both programs are built in a temporary directory, in turn and with the versions of this workspace's lock file, so that
//! the figures of one run are comparable.

mod project;
mod scale;

use std::path::Path;

use openapi_lower::cli::{EXIT_OK, print};
use openapi_lower::io::finding::{Findings, Result};

use crate::commands::build_cost::project::{Project, Workspace, has_llvm_lines};

/// The maximum number of crates that the default features may add to plain `reqwest` with the same TLS.
const MAX_ADDED_CRATES: usize = 12;

/// Features of `sezzle-api`, and those of `reqwest` with the same TLS. The defaults come first.
const FEATURES: &[(&str, &[&str], &str)] = &[
    ("default", &["rustls", "reports", "webhook"], "rustls"),
    ("rustls alone", &["rustls"], "rustls"),
    ("default and tracing", &["rustls", "reports", "webhook", "tracing"], "rustls"),
    ("native-tls", &["native-tls", "reports", "webhook"], "native-tls"),
    ("rustls-no-provider", &["rustls-no-provider", "reports", "webhook"], "rustls-no-provider"),
];

/// Measure what building the crate costs, compared with the same program on plain reqwest.
///
/// Builds both in a temporary directory: crates, cold and repeated builds, size, lines of LLVM IR, for each set of
/// features. Takes many minutes. Exits with 1 if the default features add too many crates.
#[derive(clap::Args, Debug)]
pub struct BuildCost {
    /// Only count the crates, which takes some seconds.
    #[arg(long, conflicts_with = "scale")]
    quick: bool,

    /// Measure only one set of features, such as `default`.
    #[arg(long, value_name = "FEATURES", conflicts_with = "scale")]
    only: Option<String>,

    /// Measure how the cost grows with the document instead: 10, 32 and 320 operations.
    #[arg(long)]
    scale: bool,
}

impl BuildCost {
    /// Runs the command for the workspace at `root`.
    ///
    /// # Errors
    ///
    /// Returns a finding if a build fails, or if the default features add too many crates.
    pub fn run(&self, root: &Path) -> Result<u8> {
        // A line per step, which is also useful in a log.
        let progress = |step: &str| eprintln!("{step} ..");
        let report = if self.scale {
            scale::measure(root, &progress)?
        } else {
            measure(root, self.quick, self.only.as_deref(), &progress)?
        };
        print(&report);
        Ok(EXIT_OK)
    }
}

/// Measures all sets of features, or the one called `only`, and returns a report in Markdown.
fn measure(root: &Path, quick: bool, only: Option<&str>, progress: &dyn Fn(&str)) -> Result<String> {
    let sets: Vec<_> = FEATURES.iter().filter(|(name, ..)| only.is_none_or(|only| only == *name)).collect();
    if sets.is_empty() {
        let names: Vec<&str> = FEATURES.iter().map(|(name, ..)| *name).collect();
        let problem = format!("there is no set of features called `{}`", only.unwrap_or_default());
        return Err(Findings::one("--only", "", problem, format!("use one of: {}", names.join(", "))));
    }
    let workspace = Workspace::new(root)?;
    let mut report = format!("{}\n\n## Crates\n\n", workspace.versions()?);
    report.push_str("| features | sezzle-api | reqwest | added | which |\n|---|---:|---:|---:|---|\n");
    let mut too_many = None;
    for (name, features, tls) in &sets {
        progress(&format!("crates with {name}"));
        let sdk = workspace.sdk(features)?.crates()?;
        let plain = workspace.plain(tls)?.crates()?;
        let names: Vec<&str> = sdk.difference(&plain).map(String::as_str).collect();
        let added = names.len();
        report.push_str(&format!("| {name} | {} | {} | {added} | {} |\n", sdk.len(), plain.len(), names.join(", ")));
        if *name == "default" && added > MAX_ADDED_CRATES {
            too_many = Some(added);
        }
    }
    if !quick {
        report.push_str("\n## Builds\n\n");
        report.push_str("| features | | debug, s | release, s | rebuild, s | check, s | stripped, KiB |\n");
        report.push_str("|---|---|---:|---:|---:|---:|---:|\n");
        for (name, features, tls) in &sets {
            let plain = builds(&workspace.plain(tls)?, &format!("reqwest with {tls}"), progress)?;
            let sdk = builds(&workspace.sdk(features)?, &format!("sezzle-api with {name}"), progress)?;
            for (name, side, [debug, release, rebuild, check, kib]) in
                [(*name, "reqwest", plain), ("", "sezzle-api", sdk)]
            {
                let times = format!("{debug:.1} | {release:.1} | {rebuild:.1} | {check:.1}");
                report.push_str(&format!("| {name} | {side} | {times} | {kib:.0} |\n"));
            }
            let ratios: String = sdk.iter().zip(plain).map(|(own, plain)| format!(" {:.2} |", own / plain)).collect();
            report.push_str(&format!("| | ratio |{ratios}\n"));
        }
        report.push_str("\n`rebuild`: `cargo build` after touching `generated/types.rs`, or the program by hand.\n");
        progress("lines of LLVM IR");
        report.push_str(&format!("\n## Lines of LLVM IR\n\n{}", llvm_lines(&workspace)?));
    }
    match too_many {
        None => Ok(report),
        Some(added) => Err(Findings::one(
            "sezzle-api/Cargo.toml",
            "",
            format!(
                "the default features add {added} crates to plain reqwest, more than {MAX_ADDED_CRATES}:\n{report}"
            ),
            "remove one, or put it behind a feature that is off by default",
        )),
    }
}

/// The times of the debug build, the release build, a rebuild and a check in seconds, and the size of the program in KiB.
type Builds = [f64; 5];

fn builds(project: &Project<'_>, what: &str, progress: &dyn Fn(&str)) -> Result<Builds> {
    progress(&format!("{what}: cold debug build"));
    let debug = project.build(&["build"])?;
    progress(&format!("{what}: rebuild"));
    project.touch()?;
    let rebuild = project.build(&["build"])?;
    project.build(&["check"])?;
    project.touch()?;
    let check = project.build(&["check"])?;
    progress(&format!("{what}: cold release build"));
    let release = project.build(&["build", "--release"])?;
    let kib = project.size()? as f64 / 1024.0;
    project.clean()?;
    Ok([debug, release, rebuild, check, kib])
}

fn llvm_lines(workspace: &Workspace) -> Result<String> {
    if !has_llvm_lines() {
        return Ok("not counted: `cargo install cargo-llvm-lines` installs the command for it.\n".to_owned());
    }
    let (_, features, tls) = FEATURES[0];
    let (sdk, plain) = (workspace.sdk(features)?, workspace.plain(tls)?);
    let mut table = "| in release | lines | functions |\n|---|---:|---:|\n".to_owned();
    for (name, project, package) in [
        ("`sezzle-api` itself", &sdk, Some("sezzle-api")),
        ("a program with it", &sdk, None),
        ("the program by hand", &plain, None),
    ] {
        let (lines, functions) = project.llvm_lines(package)?;
        table.push_str(&format!("| {name} | {lines} | {functions} |\n"));
    }
    sdk.clean()?;
    plain.clean()?;
    Ok(table)
}
