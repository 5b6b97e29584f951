//! A request, from the arguments of its command.

use clap::ArgMatches;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};
use sezzle_api::reqwest::Method;
use sezzle_api::{Client, Operation, Request};

use crate::failure::Failure;
use crate::operation::body;
use crate::operation::spec::Command;

/// What is encoded in a value within a path: all but unreserved characters (RFC 3986).
const PATH_VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The request of a command, except for the credentials.
pub(crate) struct PreparedRequest {
    /// `None` for a request of `sezzle api`.
    pub(crate) operation: Option<&'static Operation>,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) request_id: Option<String>,
    pub(crate) body: Option<Value>,
}

impl PreparedRequest {
    pub(crate) fn new(spec: &'static Command, matches: &ArgMatches) -> Result<Self, Failure> {
        let mut path = spec.operation.path.to_owned();
        let mut query = Vec::new();
        for parameter in spec.parameters {
            let Some(value) = matches.get_one::<Value>(parameter.flag) else { continue };
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            if !parameter.is_path {
                query.push((parameter.name.to_owned(), text));
            } else if text.trim().is_empty() {
                return Err(Failure::usage(format!("`{}` is empty", parameter.name)));
            } else {
                let value = utf8_percent_encode(&text, PATH_VALUE).to_string();
                path = path.replace(&format!("{{{}}}", parameter.name), &value);
            }
        }
        let request_id = spec.operation.accepts_request_id.then(|| matches.get_one::<String>("request-id").cloned());
        Ok(Self {
            operation: Some(spec.operation),
            method: Method::from_bytes(spec.operation.method.as_bytes()).unwrap_or_default(),
            path,
            query,
            request_id: request_id.flatten(),
            body: spec.body.as_ref().map(|body| body::build(body, matches)).transpose()?,
        })
    }

    /// Starts the request.
    pub(crate) fn request(&self, client: &Client) -> Request {
        let mut request = match self.operation {
            Some(operation) => client.request_operation(operation, &self.path),
            None => client.request(self.method.clone(), &self.path),
        };
        for (name, value) in &self.query {
            request = request.query(name, value);
        }
        if let Some(id) = &self.request_id {
            request = request.header("Sezzle-Request-Id", id);
        }
        if let Some(body) = &self.body {
            request = request.json(body);
        }
        request
    }

    /// Returns the request as it would be sent, without credentials.
    pub(crate) fn describe(&self, base_url: &str) -> Value {
        let encode = |text: &str| utf8_percent_encode(text, PATH_VALUE).to_string();
        let query: Vec<_> =
            self.query.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let mut headers = Map::new();
        if let Some(id) = &self.request_id {
            headers.insert("sezzle-request-id".to_owned(), id.as_str().into());
        }
        let mut request = json!({
            "method": self.method.as_str(),
            "url": format!("{base_url}{}{mark}{}", self.path, query.join("&")),
            "headers": headers,
        });
        if let Some(body) = &self.body {
            request["headers"]["content-type"] = "application/json".into();
            request["body"] = body.clone();
        }
        request
    }
}
