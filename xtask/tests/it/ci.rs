//! `cargo xtask ci` runs what it says, and tells how it went.

use std::process::Command;

use xtask::ci::{Step, chosen, run, steps};
use xtask::style::Style;

use super::workspace;

#[test]
fn each_feature_and_each_example_has_a_step() {
    let steps = steps(workspace()).expect("cargo tells");
    let manifest = std::fs::read_to_string(workspace().join("sezzle-api/Cargo.toml")).expect("file read");
    let features = manifest.split("[features]\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("features");
    let features = features.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    let features =
        features.filter(|name| !name.starts_with('#') && *name != "default").map(|name| format!("feature {name}"));
    let examples = std::fs::read_dir(workspace().join("sezzle-api/examples")).expect("examples");
    let examples = examples.map(|entry| entry.expect("entry").path().with_extension(""));
    let examples = examples.map(|path| format!("example {}", path.file_name().expect("a name").to_string_lossy()));
    let expected: Vec<_> = features.chain(examples).collect();
    assert!(expected.len() > 12, "{expected:?}");
    for name in expected {
        assert!(steps.iter().any(|step| step.name == name), "{name}");
    }
}

#[test]
fn each_step_is_run_by_one_job() {
    let workflow = std::fs::read_to_string(workspace().join(".github/workflows/ci.yml")).expect("file read");
    let jobs = workflow.split("names: [").nth(1).and_then(|rest| rest.split(']').next()).expect("jobs");
    let all = steps(workspace()).expect("cargo tells");
    let mut run: Vec<_> = jobs
        .split(", ")
        .map(|job| job.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .flat_map(|words| chosen(all.clone(), &words).expect("chosen"))
        .map(|step| step.name)
        .collect();
    let mut names: Vec<_> = all.into_iter().map(|step| step.name).collect();
    run.sort();
    names.sort();
    assert_eq!(run, names);
}

#[test]
fn words_choose_steps() {
    let all = steps(workspace()).expect("cargo tells");
    let words = ["format".to_owned(), "webhook".to_owned()];
    let names: Vec<_> = chosen(all.clone(), &words).expect("chosen").into_iter().map(|step| step.name).collect();
    assert_eq!(names, ["example webhooks", "format", "feature webhook"]);
    assert_eq!(chosen(all.clone(), &[]).expect("all"), all);
    let wrong = chosen(all, &["formt".to_owned()]).expect_err("no such step");
    assert!(wrong.to_string().contains("`formt`"), "{wrong}");
}

#[test]
fn a_failure_is_told_and_what_follows_is_run() {
    let steps =
        [Step::cargo("good", "--version"), Step::cargo("bad", "no-such-command"), Step::cargo("last", "--version")];
    let mut log = vec![];
    let report = run(workspace(), &steps, &mut log);
    assert!(!report.is_success());
    let text = report.text(Style::Plain);
    let failed: Vec<_> = text.lines().filter(|line| line.ends_with("failed")).collect();
    assert!(failed.len() == 1 && failed[0].starts_with("bad"), "{text}");
    assert!(text.contains("\nlast ") && text.contains("\nin all "), "{text}");
    assert!(String::from_utf8(log).expect("UTF-8").contains("== bad: cargo no-such-command"));
    assert!(run(workspace(), &steps[..1], &mut vec![]).is_success());
}

#[test]
fn without_a_command_it_says_what_it_can_do() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).output().expect("xtask runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{said}");
    for command in ["generate", "lower", "diff", "update", "api", "ci"] {
        assert!(said.lines().any(|line| line.trim().starts_with(command)), "{command}: {said}");
    }
}
