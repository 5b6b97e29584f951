//! What the SDK costs next to `reqwest` and thirty hand-written lines, side by side and in turn, against a server in
//! another process.
//!
//! `cargo bench -p sezzle-api --bench overhead` prints a table; with `-- --json` it prints one object, from the name of a
//! figure to `{sdk, reqwest, ratio, unit}`. `-- --seconds 1` sets how long each pair of figures is measured. Nothing is
//! asserted here; tests assert what can be counted.

mod calls;
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
    let bodies = Bodies::read()?;
    match arguments[..] {
        [server::ARGUMENT, ..] => return server::run(&bodies.session, &bodies.transaction),
        [memory::ARGUMENT, side, url, ..] => return memory::run(side, url),
        [instructions::ARGUMENT, part, side, runs, ..] => return decoding::run(&bodies, part, side, runs.parse()?),
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
    decoding::measure(&mut figures, &bodies, time / 5)?;
    instructions::measure(&mut figures)?;
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

/// The document's own examples.
struct Bodies {
    session: String,
    order: String,
    customer: String,
    transaction: String,
    event: String,
}

impl Bodies {
    fn read() -> Result<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/simulator/openapi.json");
        let document: Value = serde_json::from_slice(&std::fs::read(path)?)?;
        let example = |content: &Value| match &content["content"]["application/json"]["example"] {
            Value::Null => Err("the document has no such example"),
            example => Ok(example.to_string()),
        };
        let answer = |path: &str, method: &str| example(&document["paths"][path][method]["responses"]["200"]);
        Ok(Self {
            session: answer("/v2/session/{session_uuid}", "get")?,
            order: answer("/v2/order/{order_uuid}", "get")?,
            customer: answer("/v2/customer/{customer_uuid}", "get")?,
            transaction: answer("/v2/order/{order_uuid}/capture", "post")?,
            event: example(&document["webhooks"]["order.captured"]["post"]["requestBody"])?,
        })
    }
}
