//! Recorded runs.

use std::fs;

use serde_json::json;

use crate::program::Program;
use crate::proxy;

/// A server that nothing listens at.
const NOWHERE: &str = "http://127.0.0.1:1";

#[tokio::test(flavor = "multi_thread")]
async fn playback_gives_the_judgement_of_the_recording() {
    let program = Program::new("playback").await;
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
        program.command(NOWHERE, &["--playback", "cassette", "--report", "played", "--propose", "played.yaml"]);
    command.env_remove("SEZZLE_PUBLIC_KEY").env_remove("SEZZLE_PRIVATE_KEY");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    for name in ["report.json", "report.md", "report.html"] {
        let read = |folder: &str| fs::read_to_string(program.home.join(folder).join(name)).unwrap();
        assert_eq!(read("played"), read("recorded"), "{name}");
    }
    let read = |name: &str| fs::read_to_string(program.home.join(name)).unwrap();
    assert_eq!(read("played.yaml"), read("recorded.yaml"));
}

#[tokio::test(flavor = "multi_thread")]
async fn second_recording_replaces_the_first() {
    let program = Program::new("recorded_twice").await;
    for _ in 0..2 {
        program.exits(0, program.simulator.url(), &["--record", "cassette"]);
    }
    let responses = program.report("sezzle-verify")["coverage"]["responses"].as_u64().unwrap();
    assert_eq!(program.files("cassette").len() as u64, responses + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_recordings_are_rejected() {
    let program = Program::new("corrupt_cassette").await;
    let errors = program.exits(2, NOWHERE, &["--playback", "missing"]);
    assert!(errors.contains("run.json cannot be read"), "{errors}");

    program.exits(0, program.simulator.url(), &["--record", "cassette"]);
    let exchange = program.home.join("cassette/001-authenticate-keys.json");
    let text = fs::read_to_string(&exchange).unwrap();
    for invalid in [
        "",
        "{",
        "[]",
        &text.replace("\"status\"", "\"state\""),
        &text.replace("\"status\": 201", "\"status\": 0"),
        &text.replace("\"operation\": \"authenticate\"", "\"operation\": \"login\""),
        &text[..text.len() / 2],
    ] {
        assert_ne!(invalid, text);
        fs::write(&exchange, invalid).unwrap();
        let errors = program.exits(2, NOWHERE, &["--playback", "cassette"]);
        assert!(errors.contains("001-authenticate-keys.json"), "{errors}");
    }
    fs::remove_file(&exchange).unwrap();
    let errors = program.exits(2, NOWHERE, &["--playback", "cassette"]);
    assert!(errors.contains("001-authenticate-keys.json cannot be read"), "{errors}");

    let index = program.home.join("cassette/run.json");
    let text = fs::read_to_string(&index).unwrap();
    fs::write(&index, text.replace("002-authenticate-unknown_keys.json", "../secret.json")).unwrap();
    fs::write(&exchange, "{}").unwrap();
    let errors = program.exits(2, NOWHERE, &["--playback", "cassette"]);
    assert!(!errors.contains("secret.json"), "{errors}");

    let mut empty: serde_json::Value = serde_json::from_str(&text).unwrap();
    empty["exchanges"] = json!([]);
    fs::write(&index, empty.to_string()).unwrap();
    let errors = program.exits(2, NOWHERE, &["--playback", "cassette"]);
    assert!(errors.contains("it has no exchanges"), "{errors}");
}
