//! A test in a process of its own: what depends on the environment, or counts threads, must not share one.

use std::process::Command;

/// A command that runs the test `name` of the module `module` (as in `module_path!()`) alone, in this same program.
pub fn child_process(module: &str, name: &str) -> Command {
    let module = module.split_once("::").map_or("", |(_, module)| module);
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("{module}::{name}"), "--nocapture"]);
    command
}
