//! Answers and webhooks without the way they came: reading them next to closed structs, checking them next to the bare
//! HMAC.

use std::hint::black_box;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use serde::de::DeserializeOwned;
use sezzle_api::types;
use sezzle_api::webhook::{Event, Verifier};
use sha2::Sha256;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region};

use crate::figures::{Figures, nanoseconds};
use crate::{Bodies, Result, plain};

pub(crate) fn measure(figures: &mut Figures, bodies: &Bodies, time: Duration) -> Result<()> {
    decode::<types::Session, plain::Session>(figures, "session", &bodies.session, &bodies.session, time)?;
    // Values that no version of the document has, next to known ones of closed enums.
    let unknown = bodies.session.replace("\"GET\"", "\"GOT\"").replace("\"AUTH\"", "\"OUTH\"");
    let unknown = unknown.replace("\"self\"", "\"salf\"").replace("\"capture\"", "\"capturo\"");
    decode::<types::Session, plain::Session>(figures, "session, unknown values", &unknown, &bodies.session, time)?;
    decode::<types::Order, plain::Order>(figures, "order", &bodies.order, &bodies.order, time)?;
    decode::<types::Customer, plain::Customer>(figures, "customer", &bodies.customer, &bodies.customer, time)?;
    let transaction = &bodies.transaction;
    decode::<types::Transaction, plain::Transaction>(figures, "transaction", transaction, transaction, time)?;

    let event = bodies.event.as_bytes();
    let sdk = || drop(black_box(Event::from_json(black_box(event))));
    let plain = || drop(black_box(serde_json::from_slice::<plain::Captured>(black_box(event))));
    Event::from_json(event)?;
    serde_json::from_slice::<plain::Captured>(event)?;
    figures.add("decode webhook event", "nanoseconds", nanoseconds(time, sdk, plain));
    figures.add("decode webhook event: allocations", "each", [allocations(sdk), allocations(plain)]);

    webhook(figures, event, time)
}

/// What can be run alone.
pub(crate) const PARTS: [&str; 5] = ["session", "order", "customer", "transaction", "webhook event"];

/// Runs one of [`PARTS`] on one side.
pub(crate) fn run(bodies: &Bodies, part: &str, side: &str, runs: u32) -> Result<()> {
    fn read<T: DeserializeOwned>(body: &str) -> Result<()> {
        drop(black_box(serde_json::from_slice::<T>(black_box(body.as_bytes()))?));
        Ok(())
    }
    for _ in 0..runs {
        match (part, side) {
            ("session", "sdk") => read::<types::Session>(&bodies.session)?,
            ("session", "plain") => read::<plain::Session>(&bodies.session)?,
            ("order", "sdk") => read::<types::Order>(&bodies.order)?,
            ("order", "plain") => read::<plain::Order>(&bodies.order)?,
            ("customer", "sdk") => read::<types::Customer>(&bodies.customer)?,
            ("customer", "plain") => read::<plain::Customer>(&bodies.customer)?,
            ("transaction", "sdk") => read::<types::Transaction>(&bodies.transaction)?,
            ("transaction", "plain") => read::<plain::Transaction>(&bodies.transaction)?,
            ("webhook event", "sdk") => drop(black_box(Event::from_json(black_box(bodies.event.as_bytes()))?)),
            ("webhook event", "plain") => read::<plain::Captured>(&bodies.event)?,
            _ => return Err(format!("there is no part `{part}` of `{side}`").into()),
        }
    }
    Ok(())
}

fn decode<S: DeserializeOwned, P: DeserializeOwned>(
    figures: &mut Figures,
    name: &str,
    sdk_body: &str,
    plain_body: &str,
    time: Duration,
) -> Result<()> {
    serde_json::from_str::<S>(sdk_body)?;
    serde_json::from_str::<P>(plain_body)?;
    let sdk = || drop(black_box(serde_json::from_slice::<S>(black_box(sdk_body.as_bytes()))));
    let plain = || drop(black_box(serde_json::from_slice::<P>(black_box(plain_body.as_bytes()))));
    figures.add(format!("decode {name}"), "nanoseconds", nanoseconds(time, sdk, plain));
    figures.add(format!("decode {name}: allocations"), "each", [allocations(sdk), allocations(plain)]);
    Ok(())
}

fn allocations(run: impl Fn()) -> f64 {
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    run();
    let change = region.change();
    (change.allocations + change.reallocations) as f64
}

fn webhook(figures: &mut Figures, body: &[u8], time: Duration) -> Result<()> {
    const KEY: &str = "sz_pr_benchmark";
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY.as_bytes())?;
    mac.update(body);
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    let signature: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let verifier = Verifier::new(KEY)?;
    verifier.verify(body, &signature)?;
    let sdk = || black_box(verifier.verify(black_box(body), black_box(&signature))).is_ok();
    let plain = || {
        let mac = Hmac::<Sha256>::new_from_slice(black_box(KEY).as_bytes());
        mac.is_ok_and(|mut mac| {
            mac.update(black_box(body));
            black_box(mac.verify_slice(black_box(&bytes))).is_ok()
        })
    };
    if !sdk() || !plain() {
        return Err("the signature was refused".into());
    }
    let times = nanoseconds(time, || _ = black_box(sdk()), || _ = black_box(plain()));
    figures.add("verify webhook, next to the bare HMAC", "nanoseconds", times);
    let counts = [allocations(|| _ = black_box(sdk())), allocations(|| _ = black_box(plain()))];
    figures.add("verify webhook: allocations", "each", counts);
    Ok(())
}
