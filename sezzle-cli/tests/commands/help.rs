//! The help of every command.

use crate::program::Program;
use crate::snapshot;

/// The maximum number of lines of a help: what fits a screen.
const MAX_LINES: usize = 40;

/// Adds the help of a command, and of the commands below it.
fn add(program: &Program, path: &[&str], all: &mut String) {
    let arguments = [path, &["--help"]].concat();
    let output = program.run(&arguments);
    assert_eq!(output.status.code(), Some(0), "{path:?}: {output:?}");
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(help.starts_with("Example: sezzle "), "{path:?}: {help}");
    assert!(help.lines().count() <= MAX_LINES, "{path:?}: {help}");
    // What is on the command line is in the list of processes and in the history of the shell.
    let takes_key = |line: &str| line.trim_start().starts_with('-') && line.to_lowercase().contains("-key");
    assert!(!help.lines().any(takes_key), "{path:?}: {help}");
    all.push_str(&format!("$ sezzle {}\n{help}\n", arguments.join(" ")));
    let commands = help.split_once("\nCommands:\n").map_or("", |(_, rest)| rest.split("\n\n").next().unwrap());
    for command in commands.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        add(program, &[path, &[command]].concat(), all);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn help_of_every_command_is_as_reviewed() {
    let program = Program::new("help").await;
    let mut all = String::new();
    add(&program, &[], &mut all);
    snapshot::check("help.txt", &all);
}
