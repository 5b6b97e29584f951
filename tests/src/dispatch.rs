//! The functions that the generated access to operations and types calls.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sezzle_api::{ByteStream, Error, ResponseValue};

/// A successful response as JSON.
#[derive(Debug)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The value that was read, serialized again; for a stream, its text.
    pub body: Option<Value>,
}

impl Response {
    /// Serializes the value of a response.
    pub async fn json<T: Serialize>(response: ResponseValue<T>) -> Result<Self, Error> {
        Ok(Self { status: response.status().as_u16(), body: Some(serde_json::to_value(&*response).unwrap()) })
    }

    /// Converts a response without a body.
    pub async fn empty(response: ResponseValue<()>) -> Result<Self, Error> {
        Ok(Self { status: response.status().as_u16(), body: None })
    }

    /// Reads a stream to its end.
    pub async fn stream(response: ResponseValue<ByteStream>) -> Result<Self, Error> {
        let status = response.status().as_u16();
        let text = String::from_utf8(response.into_inner().bytes().await?).unwrap();
        Ok(Self { status, body: Some(text.into()) })
    }
}

/// Returns the argument called `name`, if it is given.
pub fn argument<T: DeserializeOwned>(arguments: &Value, name: &str) -> Option<T> {
    let value = arguments.get(name)?;
    Some(serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}: {value}")))
}

/// Reads `value` as `T`, from a string as from the wire, and serializes it again.
pub fn reserialize<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, serde_json::Error> {
    let read: T = serde_json::from_str(&value.to_string())?;
    serde_json::to_value(&read)
}
