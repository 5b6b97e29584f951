//! A client over a day.

use std::time::Duration;

use chrono::{TimeZone, Utc};
use sezzle_api::Credentials;
use sezzle_tests::fixtures::{client_of, session_request, strict};
use sezzle_tests::virtual_time::VirtualTime;

const STEP: Duration = Duration::from_secs(5 * 60);
const HOUR: usize = 12;

/// Tokens expire, some early; the keys are rotated twice; the clocks of the gateway and of the client step. No call fails.
/// The simulator runs on a thread of its own and only the test moves the client's clock, so a call that waited would never
/// end: no call waits, either.
#[tokio::test]
async fn calls_succeed_through_a_day_of_expiries_and_key_rotations() {
    let time = VirtualTime::start();
    let midnight = Utc.with_ymd_and_hms(2026, 3, 1, 0, 0, 0).unwrap();
    let simulator = strict().frozen_clock(midnight).start().await.unwrap();
    let client = client_of(&simulator);
    let mut calls = 0;
    let mut new_key = None;
    for step in 0..24 * HOUR {
        let create = || client.create_session().body(session_request()).send();
        let (first, second, third) = tokio::join!(create(), create(), create());
        let session = first.unwrap_or_else(|error| panic!("step {step}: {error}"));
        second.unwrap_or_else(|error| panic!("step {step}: {error}"));
        third.unwrap_or_else(|error| panic!("step {step}: {error}"));
        let read = client.get_session().session_uuid(session.uuid.as_deref().unwrap()).send().await;
        read.unwrap_or_else(|error| panic!("step {step}: {error}"));
        calls += 4;

        if let Some(key) = new_key.take() {
            client.replace_credentials(Credentials::keys(simulator.public_key(), key)).unwrap();
        }
        const TWO_HOURS: Duration = Duration::from_secs(2 * 60 * 60);
        match step {
            // All tokens expire early.
            s if s == 3 * HOUR || s == 9 * HOUR + 5 => simulator.expire_tokens(),
            // The keys are rotated; the client gets the new ones a step later.
            s if s == 6 * HOUR || s == 15 * HOUR + 7 => new_key = Some(simulator.rotate_keys()),
            // The gateway's clock steps forward.
            s if s == 12 * HOUR => simulator.advance(TWO_HOURS),
            // The client's clock steps forward, as after a suspend.
            s if s == 18 * HOUR => time.advance(TWO_HOURS).await,
            _ => {}
        }
        simulator.advance(STEP);
        time.advance(STEP).await;
    }
    assert_eq!(calls, 4 * 24 * HOUR);
    let requests = simulator.requests();
    let authentications = requests.iter().filter(|request| request.operation_id == Some("authenticate")).count();
    // About twelve because of their age, and one for each event.
    assert!((14..=24).contains(&authentications), "{authentications}");
}
