//! The document as published at `/_simulator/openapi.json`.

use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::clock::timestamp;

/// The OpenAPI document that this crate was built with, as JSON.
pub const DOCUMENT: &str = include_str!("../../../openapi.json");

/// The document, parsed once for the process.
pub(crate) static ROOT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(DOCUMENT).expect("openapi.json, a part of this crate, is JSON"));

/// The statuses of errors that any operation may return.
const ERRORS: [&str; 6] = ["400", "401", "404", "409", "413", "422"];

/// Returns the document with this server, and with [`ERRORS`] added to all operations, so that tools that compare the
/// simulator with it report violations rather than gaps in the document.
pub(crate) fn document(base_url: &str) -> Value {
    let mut document = ROOT.clone();
    document["servers"] = json!([{"url": base_url}]);
    let paths = document["paths"].as_object_mut().into_iter().flatten();
    let operations = paths.flat_map(|(_, item)| item.as_object_mut().into_iter().flatten());
    for responses in operations.filter_map(|(_, operation)| operation.get_mut("responses")?.as_object_mut()) {
        for status in ERRORS {
            if !responses.contains_key(status) {
                responses.insert(status.to_owned(), error());
            }
        }
    }
    document
}

/// Returns the data of the document's example of an event, with its times moved from those of the example to `now`.
pub(crate) fn event_example(event: &str, now: DateTime<Utc>) -> Value {
    let example = &ROOT["webhooks"][event]["post"]["requestBody"]["content"]["application/json"]["example"];
    let mut data = example["data"].clone();
    if let Some(created_at) = time(&example["created_at"]) {
        move_times(&mut data, now - created_at);
    }
    // The examples of all disputes are the same, open one.
    if let Some(outcome) = event.strip_prefix("dispute.closed.") {
        data["dispute_status"] = json!(outcome);
    }
    data
}

fn move_times(data: &mut Value, by: TimeDelta) {
    if let Some(members) = data.as_object_mut() {
        members.values_mut().for_each(|member| move_times(member, by));
    } else if let Some(time) = time(data) {
        *data = json!(timestamp(time + by));
    }
}

fn time(text: &Value) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text.as_str()?).ok().map(|time| time.to_utc())
}

fn error() -> Value {
    let schema = json!({"type": "array", "items": {"$ref": "#/components/schemas/ErrorV2"}});
    json!({"description": "The request was rejected.", "content": {"application/json": {"schema": schema}}})
}
