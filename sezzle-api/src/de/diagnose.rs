//! Describes why a response cannot be read, without showing its values.

use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use crate::error::redact::is_field_name;

/// Returns why `body` cannot be read as a `T`.
pub(crate) fn diagnose<T: DeserializeOwned>(body: &[u8]) -> String {
    if body.iter().all(u8::is_ascii_whitespace) {
        return "it is empty".to_owned();
    }
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let Err(error) = serde_path_to_error::deserialize::<_, T>(&mut deserializer) else {
        return "there is more after the JSON value".to_owned();
    };
    let inner = error.inner();
    let position = format!("line {}, column {}", inner.line(), inner.column());
    match inner.classify() {
        Category::Eof => format!("it ends early at {position}"),
        Category::Syntax | Category::Io => format!("it is not JSON ({position})"),
        Category::Data => format!("`{}`: {}", redact_path(error.path()), expected(&inner.to_string())),
    }
}

/// Returns the path to a field. A name that is not the API's, such as a key of metadata, is replaced by `?`.
fn redact_path(path: &Path) -> String {
    let mut text = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => text.push_str(&format!("[{index}]")),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(if is_field_name(key) { key } else { "?" });
            }
            Segment::Unknown => text.push('?'),
        }
    }
    text
}

/// Returns the part of serde's message that comes from the code and not from the response.
fn expected(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    if message.starts_with("missing field ") {
        return message.to_owned();
    }
    match message.rsplit_once(", expected ") {
        Some((_, expected)) => format!("expected {expected}"),
        None => "the value is not valid here".to_owned(),
    }
}
