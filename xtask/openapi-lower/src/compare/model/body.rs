//! The bodies of requests and responses.

use serde_json::Value;

use crate::compare::model::operation::Operation;
use crate::compare::model::schema::Schema;
use crate::compare::terms::Terms;
use crate::walk::{is_error_status, members_of, resolve};

/// The body of a request or a response.
pub(in crate::compare) struct Body<'a> {
    pub(in crate::compare) media_type: &'a str,
    pub(in crate::compare) schema: Option<Schema<'a>>,
    pub(in crate::compare) media: &'a Value,
}

impl Body<'_> {
    /// Returns whether the schema describes the body. A body that is neither JSON nor a form is bytes.
    pub(in crate::compare) fn is_typed(&self) -> bool {
        let essence = self.media_type.split(';').next().unwrap_or_default().trim();
        self.schema.is_some() && ["application/json", "application/x-www-form-urlencoded"].contains(&essence)
    }

    pub(in crate::compare) fn describe(&self, terms: &Terms) -> String {
        match &self.schema {
            Some(schema) if self.is_typed() => (terms.value)(schema),
            _ => "bytes".to_owned(),
        }
    }
}

/// Returns the body of a request body or response object; JSON takes precedence over other media types.
fn body<'a>(document: &'a Value, holder: &'a Value) -> Option<Body<'a>> {
    let content = resolve(document, holder)["content"].as_object()?;
    let json = content.iter().find(|(name, _)| name.starts_with("application/json"));
    let (media_type, media) = json.or_else(|| content.iter().next())?;
    let schema = media.get("schema").map(|schema| Schema::new(document, schema));
    Some(Body { media_type, schema, media })
}

pub(in crate::compare) fn request<'a>(operation: &Operation<'a>) -> Option<Body<'a>> {
    body(operation.document, operation.value.get("requestBody")?)
}

/// Returns the body of the first success that has one.
pub(in crate::compare) fn success<'a>(operation: &Operation<'a>) -> Option<Body<'a>> {
    let mut successes = responses(operation).filter(|(status, _)| !is_error_status(status));
    successes.find_map(|(_, response)| body(operation.document, response))
}

/// Returns the bodies of all responses.
pub(in crate::compare) fn all_responses<'a>(operation: &Operation<'a>) -> Vec<Body<'a>> {
    responses(operation).filter_map(|(_, response)| body(operation.document, response)).collect()
}

/// Returns the responses by status.
pub(in crate::compare) fn responses<'a>(operation: &Operation<'a>) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let responses = members_of(&operation.value["responses"]);
    responses.map(|(status, response)| (status.as_str(), response))
}
