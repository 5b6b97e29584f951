//! Runs the program with an environment of its own.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use sezzle_simulator::Simulator;

/// A home folder and a simulator for one test.
pub(crate) struct Program {
    pub(crate) simulator: Simulator,
    pub(crate) home: PathBuf,
    pub(crate) variables: Vec<(&'static str, String)>,
}

impl Program {
    pub(crate) async fn new(test: &str) -> Self {
        let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = std::fs::remove_dir_all(&home);
        std::fs::create_dir_all(&home).unwrap();
        let now = "2026-03-02T12:00:00Z".parse().unwrap();
        let simulator = Simulator::builder().seed(1).frozen_clock(now).start().await.unwrap();
        let variables = vec![("SEZZLE_SERVER", simulator.url().to_owned())];
        Self { simulator, home, variables }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sezzle"));
        command.args(arguments).env_clear().env("HOME", &self.home).current_dir(&self.home);
        command.envs(self.variables.iter().map(|(name, value)| (name, value))).stdin(Stdio::null());
        command
    }

    /// Runs a command, which must not block the simulator.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        tokio::task::block_in_place(|| self.command(arguments).output().unwrap())
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.command(arguments);
        let child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = child.spawn().unwrap();
        // A program that rejects its arguments does not read.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        tokio::task::block_in_place(|| child.wait_with_output().unwrap())
    }

    /// Runs a command that must succeed, and returns what it prints.
    #[track_caller]
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        if output.stdout.is_empty() { Value::Null } else { serde_json::from_slice(&output.stdout).unwrap() }
    }

    /// Runs a command that must exit with this code, and returns what it prints on standard error.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
        errors
    }

    /// Writes a file in the home folder.
    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.home.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Creates an order that the shopper has approved, and returns the id.
    pub(crate) fn approved_order(&self) -> String {
        let template = self.run(&["session", "create", "--template"]).stdout;
        let body = self.write("session.json", &String::from_utf8(template).unwrap());
        let session = self.json(&["session", "create", "--body", &body]);
        self.simulator.approve(session["uuid"].as_str().unwrap()).unwrap();
        session["order"]["uuid"].as_str().unwrap().to_owned()
    }
}
