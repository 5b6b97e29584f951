//! Runs the program in a folder of its own, against a simulator.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use serde_json::Value;
use sezzle_simulator::Simulator;

/// What to do about an operation that a run does not call.
pub(crate) const ADD_STEPS: &str = "add a step for each of these operations to sezzle-cli/src/verify/script/";

/// A folder and a simulator for one test.
pub(crate) struct Program {
    pub(crate) simulator: Arc<Simulator>,
    pub(crate) home: PathBuf,
}

impl Program {
    pub(crate) async fn new(test: &str) -> Self {
        let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("verify").join(test);
        let _ = std::fs::remove_dir_all(&home);
        std::fs::create_dir_all(&home).unwrap();
        let simulator = Arc::new(Simulator::builder().seed(1).start().await.unwrap());
        Self { simulator, home }
    }

    /// Returns `sezzle verify` with the keys of the simulator.
    pub(crate) fn command(&self, server: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sezzle"));
        command.arg("verify").args(arguments).env_clear().env("HOME", &self.home).current_dir(&self.home);
        command.env("SEZZLE_SERVER", server);
        command.env("SEZZLE_PUBLIC_KEY", self.simulator.public_key());
        command.env("SEZZLE_PRIVATE_KEY", self.simulator.private_key());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs `sezzle verify` without blocking the simulator.
    pub(crate) fn run(&self, server: &str, arguments: &[&str]) -> Output {
        tokio::task::block_in_place(|| self.command(server, arguments).output().unwrap())
    }

    /// Runs `sezzle verify`, which must exit with this code. Returns what it prints on standard error.
    #[track_caller]
    pub(crate) fn exits(&self, code: i32, server: &str, arguments: &[&str]) -> String {
        let output = self.run(server, arguments);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
        errors
    }

    /// Reads `report.json`.
    #[track_caller]
    pub(crate) fn report(&self, folder: &str) -> Value {
        serde_json::from_slice(&std::fs::read(self.home.join(folder).join("report.json")).unwrap()).unwrap()
    }

    /// Returns the names of the differences in a report.
    #[track_caller]
    pub(crate) fn differences(&self, folder: &str) -> Vec<String> {
        let report = self.report(folder);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let name = |difference: &Value| {
            let [operation, kind, pointer] = ["operation", "kind", "pointer"].map(|member| text(&difference[member]));
            format!("{operation} {kind} {pointer}")
        };
        report["differences"].as_array().unwrap().iter().map(name).collect()
    }

    /// Checks that no authorization, customer or subscription is left.
    #[track_caller]
    pub(crate) fn assert_clean(&self) {
        let state = self.simulator.state();
        for order in state["orders"].as_array().unwrap() {
            let authorization = &order["authorization"];
            let cents = |name: &str| authorization[name].as_i64().unwrap_or_default();
            let open = cents("amount_in_cents") - cents("captured_in_cents") - cents("released_in_cents");
            assert!(open == 0 || authorization["approved"] == false, "{order:#}");
            assert_eq!(cents("captured_in_cents"), cents("refunded_in_cents"), "{order:#}");
        }
        for list in ["customers", "subscriptions"] {
            assert_eq!(state[list].as_array().map(Vec::len), Some(0), "{}", state[list]);
        }
    }

    /// Returns all files below a folder with their contents.
    pub(crate) fn files(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => collect(&path, files),
                    false => files.push((path.clone(), std::fs::read(&path).unwrap())),
                }
            }
        }
        let mut files = Vec::new();
        collect(&self.home.join(folder), &mut files);
        files
    }
}
