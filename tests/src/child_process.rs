//! Tests in a process of their own, because they set environment variables or count threads.

use std::process::Command;

/// Returns a command that runs only the test `name` of the module `module`, which is a `module_path!()` of this program.
pub fn child_process(module: &str, name: &str) -> Command {
    let module = module.split_once("::").map_or("", |(_, module)| module);
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("{module}::{name}"), "--nocapture"]);
    command
}
