//! Recorded runs.

use std::collections::BTreeSet;
use std::fs;

use serde_json::json;

use crate::program::Program;
use crate::proxy;

/// A server that nothing listens at.
const NOWHERE: &str = "http://127.0.0.1:1";

#[tokio::test(flavor = "multi_thread")]
async fn playback_gives_the_judgement_of_the_recording() {
    let program = Program::live("verify/playback").await;
    let url = proxy::start_changing(program.simulator.url(), |request, reply| {
        let Some(mut body) = reply.json() else { return };
        if request.path == "/v2/webhooks" && body.is_array() && reply.status == 200 {
            body[0]["events"][0] = json!("order.lost");
            body[0]["owner"] = json!("Quenby Tarrowick");
        }
        if request.path.starts_with("/v2/customer/") && body["email"].is_string() {
            body["email"] = json!(null);
            body["dob"] = json!(19870409);
        }
        reply.body = body.to_string().into_bytes();
    })
    .await;
    program.exits(1, &url, &["--record", "cassette", "--report", "recorded", "--propose", "recorded.yaml"]);
    let differences = program.differences("recorded");
    for expected in [
        "list_webhooks unknown_enum_value /0/events/0",
        "list_webhooks undocumented_field /0/owner",
        "get_customer unexpected_null /email",
        "get_customer type_mismatch /dob",
    ] {
        assert!(differences.iter().any(|difference| difference == expected), "{expected}: {differences:?}");
    }
    assert_eq!(differences.len(), 4, "{differences:?}");

    let mut command =
        program.verify(NOWHERE, &["--playback", "cassette", "--report", "played", "--propose", "played.yaml"]);
    command.env_remove("SEZZLE_PUBLIC_KEY").env_remove("SEZZLE_PRIVATE_KEY");
    program.ends(1, command);
    for name in ["report.json", "report.md", "report.html"] {
        let read = |folder: &str| fs::read_to_string(program.home.join(folder).join(name)).unwrap();
        assert_eq!(read("played"), read("recorded"), "{name}");
    }
    let read = |name: &str| fs::read_to_string(program.home.join(name)).unwrap();
    assert_eq!(read("played.yaml"), read("recorded.yaml"));
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_recordings_are_rejected() {
    let program = Program::live("verify/invalid_cassette").await;
    let playback = || program.exits(2, NOWHERE, &["--playback", "cassette"]);
    assert!(playback().contains("cassette/run.json is not a recorded run"));

    // The second recording replaces the first.
    let mut lengths = BTreeSet::new();
    for _ in 0..2 {
        program.exits(0, program.simulator.url(), &["--record", "cassette"]);
        lengths.insert(program.exchanges().len());
    }
    assert_eq!(lengths.len(), 1);
    let file = program.home.join("cassette/run.json");
    let text = fs::read_to_string(&file).unwrap();
    let mut empty: serde_json::Value = serde_json::from_str(&text).unwrap();
    empty["exchanges"] = json!([]);
    for (invalid, problem) in [
        ("", "EOF"),
        ("[]", "invalid length"),
        (&text[..text.len() / 2], "EOF"),
        (&text.replace("\"status\"", "\"state\""), "unknown field `state`"),
        (&text.replace("\"operation\": \"authenticate\"", "\"operation\": \"login\""), "`login` is not an operation"),
        (&text.replace("\"status\": 200", "\"status\": 0"), "0 is not an HTTP status"),
        (&text.replace("\"status\": 200", "\"status\": 600"), "600 is not an HTTP status"),
        (&empty.to_string(), "it has no exchanges"),
    ] {
        fs::write(&file, invalid).unwrap();
        let errors = playback();
        assert!(errors.contains("run.json") && errors.contains(problem), "{errors}");
    }
}
