//! Media types.

use serde_json::Value;

use crate::walk::resolve;

/// Returns a media type without its parameters, in lower case.
pub(super) fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Returns whether a body of this media type is JSON. A wildcard is, unless its schema is a string.
pub(super) fn is_json(source: &Value, media_type: &str, media: &Value) -> bool {
    let essence = essence(media_type);
    match essence.as_str() {
        "application/json" | "text/json" | "application/x-json" => true,
        "*/*" | "application/*" => {
            let schema = resolve(source, &media["schema"]);
            schema.is_object() && schema["type"] != "string"
        }
        _ => essence.ends_with("+json"),
    }
}
