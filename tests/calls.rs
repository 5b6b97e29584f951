//! What the generated way to every operation and type stands on.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sezzle_api::{ByteStream, Error, ResponseValue};

/// A successful answer as JSON.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// What was read, written again; a text for a stream.
    pub(crate) body: Option<Value>,
}

impl Answer {
    pub(crate) async fn json<T: Serialize>(response: ResponseValue<T>) -> Result<Self, Error> {
        Ok(Self { status: response.status().as_u16(), body: Some(serde_json::to_value(&*response).unwrap()) })
    }

    pub(crate) async fn empty(response: ResponseValue<()>) -> Result<Self, Error> {
        Ok(Self { status: response.status().as_u16(), body: None })
    }

    pub(crate) async fn stream(response: ResponseValue<ByteStream>) -> Result<Self, Error> {
        let status = response.status().as_u16();
        let text = String::from_utf8(response.into_inner().bytes().await?).unwrap();
        Ok(Self { status, body: Some(text.into()) })
    }
}

/// The argument called `name`, if it is given.
pub(crate) fn argument<T: DeserializeOwned>(arguments: &Value, name: &str) -> Option<T> {
    let value = arguments.get(name)?;
    Some(serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}: {value}")))
}

/// What `T` reads from `value`, by way of text as from the wire, written again.
pub(crate) fn again<T: DeserializeOwned + Serialize>(value: &Value) -> Result<Value, serde_json::Error> {
    let read: T = serde_json::from_str(&value.to_string())?;
    serde_json::to_value(&read)
}
