//! Compares a response with what the types of the crate keep of it.

use serde_json::Value;

use crate::generated::read_response;
use crate::json::escape;
use crate::verify::document::{Document, Operation};
use crate::verify::exchange::Exchange;
use crate::verify::judge::difference::{Finding, Kind};
use crate::verify::judge::response;

/// Returns what the types lose of a successful response, unless one of the differences from the document explains it.
pub(crate) fn compare(
    document: &Document,
    operation: &Operation<'_>,
    exchange: &Exchange,
    explained: &[Finding],
) -> Vec<Finding> {
    let Some(received) = exchange.response_body.json().filter(|_| exchange.is_success()) else { return Vec::new() };
    match read_response(operation.id, &exchange.response_body.0) {
        None => Vec::new(),
        // What is documented wrongly may well be unreadable.
        Some(Err(_)) if !explained.is_empty() => Vec::new(),
        // The crate has one type for the body as a whole, whatever the document came to allow.
        Some(Err(_)) if allows_other_types(document, &response::schema(document, operation, exchange.status)) => {
            Vec::new()
        }
        Some(Err(error)) => {
            let detail = format!("as documented, but the types of the crate cannot read it: {error}");
            vec![Finding::new(Kind::TypeMismatch, "", detail, None)]
        }
        Some(Ok(kept)) => {
            let mut lost = Vec::new();
            find_lost(&received, &kept, String::new(), &mut lost);
            let is_explained = |pointer: &str| {
                explained.iter().any(|finding| {
                    pointer.strip_prefix(&finding.pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                })
            };
            let detail = "documented, but the types of the crate do not keep it";
            let lost = lost.iter().filter(|pointer| !is_explained(pointer));
            lost.map(|pointer| Finding::new(Kind::UndocumentedField, pointer, detail, None)).collect()
        }
    }
}

/// Whether a body, or an element of a list, may be of several types.
fn allows_other_types(document: &Document, at: &str) -> bool {
    let schema = document.node(at);
    let target = document.node(&document.resolve(at));
    schema["anyOf"].is_array()
        || target["type"].is_array()
        || (schema["items"].is_object() && allows_other_types(document, &format!("{at}/items")))
}

/// Adds the pointers to what was received and is not kept, or not with the same meaning.
fn find_lost(received: &Value, kept: &Value, at: String, lost: &mut Vec<String>) {
    match (received, kept) {
        (Value::Object(received), Value::Object(kept)) => {
            for (name, value) in received {
                find_lost(value, kept.get(name).unwrap_or(&Value::Null), format!("{at}/{}", escape(name)), lost);
            }
        }
        // Elements that are null are left out.
        (Value::Array(received), Value::Array(kept))
            if received.iter().filter(|element| !element.is_null()).count() == kept.len() =>
        {
            let received = received.iter().enumerate().filter(|(_, element)| !element.is_null());
            for ((index, received), kept) in received.zip(kept) {
                find_lost(received, kept, format!("{at}/{index}"), lost);
            }
        }
        (received, Value::Null) if is_empty(received) => {}
        (received, kept) if is_same(received, kept) => {}
        _ => lost.push(at),
    }
}

/// Whether a value is read as absent.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(elements) => elements.iter().all(Value::is_null),
        Value::Object(members) => members.values().all(Value::is_null),
        _ => false,
    }
}

/// Whether two scalars have one meaning: `4150` and `"4150"`, `12.5` and `12.50`, two forms of one time, or two spellings of
/// one value of an enum.
fn is_same(received: &Value, kept: &Value) -> bool {
    let text = |value: &Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    };
    let (received, kept) = (text(received), text(kept));
    let time = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
    let schemas = Document::embedded().node("/components/schemas").as_object();
    let is_alias = |schema: &Value| schema["x-enum-aliases"].get(&received).is_some_and(|value| *value == kept);
    received == kept
        || time(&received).is_some_and(|received| time(&kept) == Some(received))
        || schemas.is_some_and(|schemas| schemas.values().any(is_alias))
}
