//! The recipe for CI, with a handler in Python.

use std::process::Command;

#[test]
fn recipe_for_ci_passes() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recipe.sh");
    let output = Command::new("sh").args([script, env!("CARGO_BIN_EXE_sezzle")]).output().expect("runs");
    let all = crate::text(&output.stdout) + &crate::text(&output.stderr);
    assert!(output.status.success() && all.contains("all checks passed"), "{all}");
}
