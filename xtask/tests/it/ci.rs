//! `cargo xtask ci`.

use std::process::Command;

use openapi_lower::io::style::Style;
use xtask::commands::ci::{Step, run, select, steps};

use super::workspace;

#[test]
fn every_feature_and_example_has_a_step() {
    let steps = steps(workspace()).expect("steps");
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
fn every_step_runs_in_one_job() {
    let workflow = std::fs::read_to_string(workspace().join(".github/workflows/ci.yml")).expect("file read");
    let jobs = workflow.split("names: [").nth(1).and_then(|rest| rest.split(']').next()).expect("jobs");
    let all = steps(workspace()).expect("steps");
    let mut run: Vec<_> = jobs
        .split(", ")
        .map(|job| job.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .flat_map(|words| select(all.clone(), &words).expect("steps"))
        .map(|step| step.name)
        .collect();
    let mut names: Vec<_> = all.into_iter().map(|step| step.name).collect();
    run.sort();
    names.sort();
    assert_eq!(run, names);
}

#[test]
fn words_select_steps() {
    let all = steps(workspace()).expect("steps");
    let words = ["format".to_owned(), "webhook".to_owned()];
    let names: Vec<_> = select(all.clone(), &words).expect("steps").into_iter().map(|step| step.name).collect();
    assert_eq!(names, ["example webhooks", "format", "feature webhook"]);
    assert_eq!(select(all.clone(), &[]).expect("all"), all);
    let wrong = select(all, &["formt".to_owned()]).expect_err("no such step");
    assert!(wrong.to_string().contains("`formt`"), "{wrong}");
}

#[test]
fn steps_run_after_a_failure() {
    let steps =
        [Step::cargo("good", "--version"), Step::cargo("bad", "no-such-command"), Step::cargo("last", "--version")];
    let mut log = vec![];
    let (text, is_success) = run(workspace(), &steps, Style::Plain, &mut log);
    assert!(!is_success);
    let failed: Vec<_> = text.lines().filter(|line| line.ends_with("failed")).collect();
    assert!(failed.len() == 1 && failed[0].starts_with("bad"), "{text}");
    assert!(text.contains("\nlast ") && text.contains("\ntotal "), "{text}");
    assert!(String::from_utf8(log).expect("UTF-8").contains("== bad: cargo no-such-command"));
    assert!(run(workspace(), &steps[..1], Style::Plain, &mut vec![]).1);
}

#[test]
fn missing_command_lists_the_commands() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).output().expect("xtask runs");
    let help = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{help}");
    for command in ["generate", "diff", "update", "api", "ci"] {
        assert!(help.lines().any(|line| line.trim().starts_with(command)), "{command}: {help}");
    }
}
