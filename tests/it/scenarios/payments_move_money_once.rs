//! The program `storm` with a few hundred payments.

use std::process::Command;

use serde_json::Value;

#[test]
fn storm_moves_money_once() {
    let program = env!("CARGO_BIN_EXE_storm");
    let output = Command::new(program).args(["--operations", "300", "--seed", "7", "--json"]).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text} {}", String::from_utf8_lossy(&output.stderr));
    let figures: Value = serde_json::from_str(&text).unwrap();
    for figure in ["duplicates", "wrongly_unprocessed", "wrongly_done", "panics"] {
        assert_eq!(figures[figure], 0, "{figures}");
    }
    assert_eq!(figures["operations"], 300, "{figures}");
    let (attempts, faulted) = (figures["attempts"].as_u64().unwrap(), figures["faulted"].as_u64().unwrap());
    assert!(attempts > 330 && faulted * 5 > attempts, "too few faults: {figures}");
    assert!(figures["done"].as_u64().unwrap() > 240, "{figures}");
}
