//! Times in JSON: texts and numbers of any kind.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sezzle_api::types::EventEnvelope;

fuzz_target!(|text: &str| {
    let written = serde_json::json!({"created_at": text});
    if let Ok(envelope) = serde_json::from_value::<EventEnvelope>(written) {
        // What was read is written in a form that is read as the same.
        let written = serde_json::to_string(&envelope).expect("a time can be written");
        let again: EventEnvelope = serde_json::from_str(&written).expect("what was written can be read");
        assert_eq!(again, envelope);
    }
    let _ = serde_json::from_str::<EventEnvelope>(&format!("{{\"created_at\": {text}}}"));
});
