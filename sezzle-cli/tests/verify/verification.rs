//! Runs `sezzle verify`, and reads its results.

use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;
use sezzle_simulator::Simulator;

use crate::program::{Program, text};
use crate::proxy::{Reply, Request};

/// What to do about an operation that a run does not call.
pub(crate) const ADD_STEPS: &str = "add a step for each of these operations to sezzle-cli/src/verify/script/";

impl Program {
    /// Returns `sezzle verify` with the keys of the simulator.
    pub(crate) fn verify(&self, server: &str, arguments: &[&str]) -> Command {
        let mut command = self.command(&[&["verify"], arguments].concat());
        command.env("SEZZLE_SERVER", server);
        command.env("SEZZLE_PUBLIC_KEY", self.simulator.public_key());
        command.env("SEZZLE_PRIVATE_KEY", self.simulator.private_key());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs `sezzle verify`, which must exit with this code. Returns what it prints on standard error.
    #[track_caller]
    pub(crate) fn exits(&self, code: i32, server: &str, arguments: &[&str]) -> String {
        self.ends(code, self.verify(server, arguments))
    }

    /// Runs a command that must exit with this code, without blocking the simulator.
    #[track_caller]
    pub(crate) fn ends(&self, code: i32, mut command: Command) -> String {
        let output = tokio::task::block_in_place(|| command.output().unwrap());
        let errors = text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{command:?}: {errors}");
        errors
    }

    /// Reads `report.json`.
    #[track_caller]
    pub(crate) fn report(&self, folder: &str) -> Value {
        serde_json::from_slice(&fs::read(self.home.join(folder).join("report.json")).unwrap()).unwrap()
    }

    /// Returns the names of the differences in a report.
    #[track_caller]
    pub(crate) fn differences(&self, folder: &str) -> Vec<String> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let name =
            |difference: &Value| ["operation", "kind", "pointer"].map(|member| text(&difference[member])).join(" ");
        self.report(folder)["differences"].as_array().unwrap().iter().map(name).collect()
    }

    /// Returns the exchanges of the recording `cassette`.
    pub(crate) fn exchanges(&self) -> Vec<Value> {
        let run: Value = serde_json::from_slice(&fs::read(self.home.join("cassette/run.json")).unwrap()).unwrap();
        run["exchanges"].as_array().unwrap().clone()
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
}

/// Approves the order of the script as a shopper does, once the script reads it.
pub(crate) fn approve(simulator: &Simulator, request: &Request, reply: &Reply) {
    let order = request.path.strip_prefix("/v2/order/").filter(|_| request.method == "GET");
    // The script reads an order before the shopper has finished only to wait for that, or to delete it.
    if let (Some(order), Some(body)) = (order, reply.json())
        && body["checkout_status"] == "active"
        && body["reference_id"].as_str().is_some_and(|reference| reference.ends_with("-order"))
    {
        simulator.approve(order).unwrap();
    }
}
