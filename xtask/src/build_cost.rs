//! What the crate costs those who build it, next to a program written by hand with `reqwest` and the same TLS.
//!
//! Both programs are built in a temporary folder, in turn and with the versions of this workspace's lock file, so that
//! the figures of one run can be compared.

mod project;
pub mod scale;

use std::collections::BTreeSet;
use std::path::Path;

use project::{Project, Workshop};

use crate::finding::{Findings, Result};

/// The most crates that the default features may add to plain `reqwest` with the same TLS.
pub const MOST_CRATES_ADDED: usize = 12;

/// Features of `sezzle-api`, and those of `reqwest` with the same TLS. The defaults come first.
const FEATURES: &[(&str, &[&str], &str)] = &[
    ("default", &["rustls", "reports", "webhook"], "rustls"),
    ("rustls alone", &["rustls"], "rustls"),
    ("default and tracing", &["rustls", "reports", "webhook", "tracing"], "rustls"),
    ("native-tls", &["native-tls", "reports", "webhook"], "native-tls"),
    ("rustls-no-provider", &["rustls-no-provider", "reports", "webhook"], "rustls-no-provider"),
];

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What can be counted: crates.
    Counts,
    /// Builds too, which takes minutes.
    Builds,
}

/// Measures all sets of features or the one called `only`, and returns a report in Markdown. `progress` is told what is
/// being done.
///
/// # Errors
///
/// There is no such set, a build fails, or the default features add more crates than they may.
pub fn measure(root: &Path, extent: Extent, only: Option<&str>, progress: &dyn Fn(&str)) -> Result<String> {
    let sets: Vec<_> = FEATURES.iter().filter(|(name, ..)| only.is_none_or(|only| only == *name)).collect();
    if sets.is_empty() {
        let names: Vec<&str> = FEATURES.iter().map(|(name, ..)| *name).collect();
        let problem = format!("there is no set of features called `{}`", only.unwrap_or_default());
        return Err(Findings::one("--only", "", problem, format!("name one of: {}", names.join(", "))));
    }
    let workshop = Workshop::new(root)?;
    let mut report = format!("{}\n\n## Crates\n\n", workshop.versions()?);
    report.push_str("| features | sezzle-api | reqwest | added | which |\n|---|---:|---:|---:|---|\n");
    let mut too_many = None;
    for (name, features, tls) in &sets {
        progress(&format!("crates with {name}"));
        let sdk = workshop.sdk(features)?.crates()?;
        let plain = workshop.plain(tls)?.crates()?;
        let names: Vec<&str> = sdk.difference(&plain).map(String::as_str).collect();
        // The program itself is no crate of the tree, and `sezzle-api` is what is asked about.
        let added = names.len();
        report.push_str(&format!("| {name} | {} | {} | {added} | {} |\n", sdk.len(), plain.len(), names.join(", ")));
        if *name == "default" && added > MOST_CRATES_ADDED {
            too_many = Some(added);
        }
    }
    if extent == Extent::Builds {
        report.push_str("\n## Builds\n\n");
        report.push_str("| features | | debug, s | release, s | rebuild, s | check, s | stripped, KiB |\n");
        report.push_str("|---|---|---:|---:|---:|---:|---:|\n");
        for (name, features, tls) in &sets {
            let plain = builds(&workshop.plain(tls)?, &format!("reqwest with {tls}"), progress)?;
            let sdk = builds(&workshop.sdk(features)?, &format!("sezzle-api with {name}"), progress)?;
            report.push_str(&format!("| {name} | reqwest | {}\n| | sezzle-api | {}\n", plain.cells(), sdk.cells()));
            report.push_str(&format!("| | ratio | {}\n", sdk.ratios(&plain)));
        }
        report
            .push_str("\n`rebuild`: `cargo build` after a touch of `generated/types.rs`, or of the program by hand.\n");
        progress("lines of LLVM IR");
        report.push_str(&format!("\n## Lines of LLVM IR\n\n{}", llvm_lines(&workshop)?));
    }
    match too_many {
        None => Ok(report),
        Some(added) => Err(Findings::one(
            "sezzle-api/Cargo.toml",
            "",
            format!(
                "the default features add {added} crates to plain reqwest, more than {MOST_CRATES_ADDED}:\n{report}"
            ),
            "do without one, or put it behind a feature that is off by default",
        )),
    }
}

/// What it took to build a project, in seconds, and how large the program is.
struct Builds {
    seconds: [f64; 4],
    kib: f64,
}

impl Builds {
    fn cells(&self) -> String {
        let seconds: Vec<String> = self.seconds.iter().map(|seconds| format!("{seconds:.1}")).collect();
        format!("{} | {:.0} |", seconds.join(" | "), self.kib)
    }

    fn ratios(&self, plain: &Self) -> String {
        let ratios: Vec<String> =
            self.seconds.iter().zip(plain.seconds).map(|(own, plain)| format!("{:.2}", own / plain)).collect();
        format!("{} | {:.2} |", ratios.join(" | "), self.kib / plain.kib)
    }
}

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
    Ok(Builds { seconds: [debug, release, rebuild, check], kib })
}

fn llvm_lines(workshop: &Workshop) -> Result<String> {
    if !project::has_llvm_lines() {
        return Ok("not counted: `cargo install cargo-llvm-lines` adds the command that does.\n".to_owned());
    }
    let (_, features, tls) = FEATURES[0];
    let (sdk, plain) = (workshop.sdk(features)?, workshop.plain(tls)?);
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

/// The names in what `cargo tree --prefix none` prints, each once, without the program's own.
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
    fn each_crate_counts_once_and_the_program_does_not() {
        let tree = "program v0.1.0 (/x)\nserde v1.0.0\nserde_derive v1.0.0 (proc-macro)\nserde v1.0.0 (*)\nrand v0.9.0\nrand v0.8.0\n";
        let names = crate_names(tree, "program");
        assert_eq!(
            names.iter().map(String::as_str).collect::<Vec<_>>(),
            ["rand v0.8.0", "rand v0.9.0", "serde v1.0.0", "serde_derive v1.0.0"]
        );
    }
}
