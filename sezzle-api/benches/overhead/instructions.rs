//! Instructions of the parts without a network, as counted by callgrind: the same on every run.

use std::process::Command;

use crate::decoding::Part;
use crate::document::Document;
use crate::figures::Figures;
use crate::sides::Result;

/// The argument that makes this program run one part on one side a number of times, and nothing else.
pub(crate) const ARGUMENT: &str = "--run";

pub(crate) fn measure(figures: &mut Figures, document: &Document) -> Result<()> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("instructions are not counted: there is no valgrind");
        return Ok(());
    }
    for Part { name: part, .. } in Part::all(document)? {
        let mut counts = [0.0; 2];
        for (side, count) in ["sdk", "plain"].into_iter().zip(&mut counts) {
            // The work outside of the part is the same in both runs and cancels out.
            *count = (instructions(part, side, 300)? - instructions(part, side, 100)?) / 200.0;
        }
        figures.add(format!("decode {part}: instructions"), "each", counts);
    }
    Ok(())
}

fn instructions(part: &str, side: &str, runs: u32) -> Result<f64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe()?)
        .args([ARGUMENT, part, side, &runs.to_string()])
        .output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let collected = text.lines().find_map(|line| line.split_once("Collected :")).map(|(_, count)| count.trim());
    match collected {
        Some(count) if output.status.success() => Ok(count.parse()?),
        _ => Err(format!("callgrind failed: {text}").into()),
    }
}
