//! The overhead of the SDK compared with `reqwest` and a few hand-written lines, measured in alternating blocks against
//! a server in another process.
//!
//! `cargo bench -p sezzle-api --bench overhead` prints a table. `-- --json` prints one object instead, from the name of a
//! figure to `{sdk, reqwest, ratio, unit}`. `-- --seconds 1` sets how long each pair of figures is measured. Nothing is
//! asserted here; `tests/process/allocations.rs` asserts what can be counted.

mod calls;
mod closed;
mod decoding;
mod document;
mod figures;
mod instructions;
mod memory;
mod plain;
mod server;
mod sides;

use std::alloc::System;
use std::time::Duration;

use sezzle_api::Credentials;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

use crate::document::Document;
use crate::figures::Figures;
use crate::plain::Plain;
use crate::server::Server;
use crate::sides::{Result, Side, Sides, sdk};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let document = Document::read()?;
    match arguments[..] {
        [server::ARGUMENT, ..] => {
            return server::run(&document.response("get_session")?, &document.response("capture_order")?);
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
