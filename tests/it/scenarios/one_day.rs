//! A day in the life of a client.

use std::time::Duration;

use chrono::{TimeZone, Utc};
use sezzle_api::Credentials;
use sezzle_tests::fixtures::{client_of, session_request, strict};
use sezzle_tests::virtual_time::VirtualTime;

const STEP: Duration = Duration::from_secs(5 * 60);
const HOUR: usize = 12;

/// Tokens expire, some before their time; the keys are changed twice; the gateway's clock and ours step. No call fails.
/// The simulator lives on a thread of its own, so nothing but the test moves our clock, and no wait would ever end: that
/// the day passes shows that no call waited, either.
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
            // All tokens end before their time.
            s if s == 3 * HOUR || s == 9 * HOUR + 5 => simulator.expire_tokens(),
            // Somebody makes new keys in the dashboard; the program hears of it a little later.
            s if s == 6 * HOUR || s == 15 * HOUR + 7 => new_key = Some(simulator.rotate_keys()),
            // The gateway's clock steps forward.
            s if s == 12 * HOUR => simulator.advance(TWO_HOURS),
            // Ours does, as after a sleep of the machine.
            s if s == 18 * HOUR => time.advance(TWO_HOURS).await,
            _ => {}
        }
        simulator.advance(STEP);
        time.advance(STEP).await;
    }
    assert_eq!(calls, 4 * 24 * HOUR);
    let requests = simulator.requests();
    let authentications = requests.iter().filter(|request| request.operation_id == Some("authenticate")).count();
    // Twelve or so for their age, and one for each thing that happened.
    assert!((14..=24).contains(&authentications), "{authentications}");
}
