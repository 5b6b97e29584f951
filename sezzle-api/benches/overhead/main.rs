//! What the SDK costs next to `reqwest` and thirty hand-written lines, side by side and in turn, against a server in
//! another process.
//!
//! `cargo bench -p sezzle-api --bench overhead` prints a table; with `-- --json` it prints one object, from the name of a
//! figure to `{sdk, reqwest, ratio, unit}`. `-- --seconds 1` sets how long each pair of figures is measured. Nothing is
//! asserted here; tests assert what can be counted.

mod calls;
mod closed;
mod decoding;
mod figures;
mod instructions;
mod memory;
mod plain;
mod server;

use std::alloc::System;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;
use sezzle_api::{Client, Credentials};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use calls::Sides;
use figures::Figures;
use plain::Plain;
use server::Server;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let document = Document::read()?;
    match arguments[..] {
        [server::ARGUMENT, ..] => {
            return server::run(&document.answer("get_session")?, &document.answer("capture_order")?);
        }
        [memory::ARGUMENT, side, url, ..] => return memory::run(side, url),
        [instructions::ARGUMENT, name, side, runs, ..] => {
            let part = decoding::Part::all(&document)?.into_iter().find(|part| part.name == name);
            let side = if side == "sdk" { Side::Sdk } else { Side::Plain };
            return part.ok_or("there is no such part")?.run(side, runs.parse()?);
        }
        _ => {}
    }
    let seconds = arguments.iter().position(|argument| *argument == "--seconds");
    let seconds = match seconds {
        Some(index) => arguments.get(index + 1).ok_or("--seconds needs a number")?.parse()?,
        None => 5.0,
    };
    let time = Duration::from_secs_f64(seconds);

    let mut figures = Figures::default();
    let server = Server::start()?;
    let timeout = sezzle_api::DEFAULT_TIMEOUT;
    let sides = Sides {
        sdk: sdk(&server.url, Credentials::keys("sz_pub_benchmark", "sz_pr_benchmark"), timeout)?,
        plain: Plain::new(&server.url, "token", timeout)?,
    };
    calls::sizes(&mut figures, &sides);
    calls::measure(&mut figures, &sides, time)?;
    calls::contention(&mut figures, &sides, time)?;
    memory::measure(&mut figures)?;
    decoding::measure(&mut figures, &document, time / 10)?;
    instructions::measure(&mut figures, &document)?;
    if arguments.contains(&"--json") {
        print!("{}", figures.json());
    } else {
        print!("\n{}", figures.table());
    }
    Ok(())
}

/// The SDK with its defaults.
fn sdk(url: &str, credentials: Credentials, timeout: Duration) -> Result<Client> {
    let server = sezzle_api::Server::Custom(url.to_owned());
    let builder = Client::builder().server(server).credentials(credentials);
    Ok(builder.timeout(timeout).deadline(timeout.max(sezzle_api::DEFAULT_DEADLINE)).build()?)
}

#[derive(Clone, Copy)]
enum Side {
    Sdk,
    Plain,
}

/// The document, for its examples.
struct Document(Value);

impl Document {
    fn read() -> Result<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/simulator/openapi.json");
        Ok(Self(serde_json::from_slice(&std::fs::read(path)?)?))
    }

    /// What an operation answers with if it succeeds.
    fn answer(&self, operation_id: &str) -> Result<String> {
        let items = self.0["paths"].as_object().into_iter().flat_map(serde_json::Map::values);
        let mut operations = items.filter_map(Value::as_object).flat_map(serde_json::Map::values);
        let operation = operations.find(|operation| operation["operationId"] == operation_id);
        let responses = operation.and_then(|operation| operation["responses"].as_object());
        let success = responses.into_iter().flatten().find(|(status, _)| status.starts_with('2'));
        Self::example(success.map(|(_, response)| response), operation_id)
    }

    /// What a webhook sends of an event.
    fn event(&self, name: &str) -> Result<String> {
        Self::example(self.0["webhooks"][name]["post"].get("requestBody"), name)
    }

    fn example(content: Option<&Value>, name: &str) -> Result<String> {
        match content.and_then(|content| content.pointer("/content/application~1json/example")) {
            Some(example) => Ok(example.to_string()),
            None => Err(format!("the document has no example of {name}").into()),
        }
    }
}
