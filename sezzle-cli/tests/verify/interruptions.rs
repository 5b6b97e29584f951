//! A run that is killed.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::program::Program;
use crate::proxy::{self, Fate, Reply, Request};
use crate::verification::{ADD_STEPS, approve};

/// Kills a run at a request to the API, and returns whether it came that far.
async fn kill_at(program: &Program, number: usize, is_processed: bool, is_simulator: bool) {
    let is_reached = Arc::new(AtomicBool::new(false));
    let (reached, simulator) = (Arc::clone(&is_reached), Arc::clone(&program.simulator));
    let decide = move |request: &Request| match request.number {
        0 if !is_simulator => Fate::Unknown,
        current if current == number => {
            reached.store(true, Ordering::SeqCst);
            if is_processed { Fate::ResponseLost } else { Fate::Lost }
        }
        _ => Fate::Forwarded,
    };
    let approve = move |request: &Request, reply: &mut Reply| {
        if !is_simulator {
            approve(&simulator, request, reply);
        }
    };
    let url = proxy::start(program.simulator.url(), decide, approve).await;
    let mut child = program.verify(&url, &[]).spawn().unwrap();
    let start = Instant::now();
    while !is_reached.load(Ordering::SeqCst) {
        assert!(start.elapsed() < Duration::from_secs(60), "request {number} was not made");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // The simulator may still be processing the request.
    tokio::time::sleep(Duration::from_millis(50)).await;
    child.kill().unwrap();
    child.wait().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn next_run_finishes_and_deletes_what_was_left() {
    // Among them: a subscription, the approved order, a charge and a reauthorization whose ids are not known.
    let processed = [2, 10, 29, 49, 62, 72, 89, 93, 107].map(|number| (number, true));
    for (number, is_processed) in processed.into_iter().chain([13, 65, 93].map(|number| (number, false))) {
        let name = format!("verify/killed_at_{number}_{is_processed}");
        let program = Program::live(&name).await;
        kill_at(&program, number, is_processed, true).await;
        assert!(program.home.join("sezzle-verify/progress.jsonl").exists(), "{name}");
        // A local gateway may have another port.
        let errors = program.exits(0, program.simulator.url(), &[]);
        assert!(errors.contains("Continues the run"), "{name}: {errors}");
        program.assert_clean();
        let report = program.report("sezzle-verify");
        let coverage = &report["coverage"]["missing"];
        assert_eq!((&report["differences"], coverage), (&json!([]), &json!([])), "{name}; {ADD_STEPS}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn next_run_deletes_what_was_left_without_controls() {
    for number in [12, 29, 63, 72, 88, 92] {
        let program = Program::live(&format!("verify/sandbox_killed_at_{number}")).await;
        kill_at(&program, number, true, false).await;
        let url = proxy::start_sandbox(program.simulator.url(), |_, _| {}).await;
        program.exits(0, &url, &["--no-shopper"]);
        program.assert_clean();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_run_can_be_killed_again() {
    let program = Program::live("verify/killed_twice").await;
    for number in [12, 30, 65, 50] {
        kill_at(&program, number, true, true).await;
    }
    program.exits(0, program.simulator.url(), &["--record", "cassette"]);
    program.assert_clean();
    let mut steps = BTreeSet::new();
    for exchange in program.exchanges() {
        let step = exchange["step"].as_str().unwrap();
        let is_repeated = step.ends_with("/clean_up") || step == "authenticate/keys";
        assert!(is_repeated || steps.insert(step.to_owned()), "{step} is recorded twice");
    }
    let report = program.report("sezzle-verify");
    assert_eq!((&report["differences"], &report["coverage"]["missing"]), (&json!([]), &json!([])), "{ADD_STEPS}");
}

#[tokio::test(flavor = "multi_thread")]
async fn line_that_was_cut_off_is_ignored() {
    let program = Program::live("verify/cut_off").await;
    kill_at(&program, 40, true, true).await;
    let progress = program.home.join("sezzle-verify/progress.jsonl");
    let text = std::fs::read(&progress).unwrap();
    // Within a character.
    std::fs::write(&progress, [&text[..text.len() - 20], &"é".as_bytes()[..1]].concat()).unwrap();
    program.exits(0, program.simulator.url(), &[]);
    program.assert_clean();
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn progress_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let program = Program::live("verify/mode").await;
    kill_at(&program, 30, true, true).await;
    let mode = std::fs::metadata(program.home.join("sezzle-verify/progress.jsonl")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
