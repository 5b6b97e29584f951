//! Reports members of a response that its type does not have (feature `unknown-fields`).

use serde::de::DeserializeOwned;
use serde_ignored::Path;
use serde_json::{Deserializer, Value};

/// Reads JSON, and reports each member that was ignored: its JSON pointer, and the JSON type of its value.
pub(crate) fn read<T: DeserializeOwned>(
    body: &[u8],
    mut report: impl FnMut(&str, &'static str),
) -> serde_json::Result<T> {
    let mut pointers = Vec::new();
    let mut deserializer = Deserializer::from_slice(body);
    let value = serde_ignored::deserialize(&mut deserializer, |path| pointers.push(pointer(&path)))?;
    deserializer.end()?;
    if !pointers.is_empty() {
        // An ignored member may hold what `Value` cannot, such as `1e999`. The response is read all the same.
        let document: Option<Value> = serde_json::from_slice(body).ok();
        for pointer in pointers {
            let value = document.as_ref().and_then(|document| document.pointer(&pointer));
            report(&pointer, value.map_or("unknown", json_type));
        }
    }
    Ok(value)
}

fn pointer(path: &Path<'_>) -> String {
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", pointer(parent)),
        Path::Map { parent, key } => format!("{}/{}", pointer(parent), key.replace('~', "~0").replace('/', "~1")),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => pointer(parent),
    }
}

fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
