//! Compares request bodies and responses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::change::Kind;
use super::operations::Operation;
use super::rust_type::rust_type;
use super::schema::Comparison;
use super::shape::Schema;
use crate::walk::{is_error_status, resolve};

/// What is sent or received.
pub(super) struct Body<'a> {
    media_type: &'a str,
    pub(super) schema: Option<Schema<'a>>,
    media: &'a Value,
}

impl Body<'_> {
    /// Whether its schema makes a type. Anything else is bytes.
    fn is_typed(&self) -> bool {
        let essence = self.media_type.split(';').next().unwrap_or_default().trim();
        self.schema.is_some() && ["application/json", "application/x-www-form-urlencoded"].contains(&essence)
    }

    fn rust_type(&self) -> String {
        match &self.schema {
            Some(schema) if self.is_typed() => rust_type(schema),
            _ => "bytes".to_owned(),
        }
    }
}

/// The body in a request body or a response; JSON goes before other media types.
fn body<'a>(document: &'a Value, holder: &'a Value) -> Option<Body<'a>> {
    let content = resolve(document, holder)["content"].as_object()?;
    let json = content.iter().find(|(name, _)| name.starts_with("application/json"));
    let (media_type, media) = json.or_else(|| content.iter().next())?;
    let schema = media.get("schema").map(|schema| Schema::new(document, schema));
    Some(Body { media_type, schema, media })
}

pub(super) fn request<'a>(operation: &Operation<'a>) -> Option<Body<'a>> {
    body(operation.document, operation.value.get("requestBody")?)
}

/// The bodies of all responses.
pub(super) fn responses<'a>(operation: &Operation<'a>) -> Vec<Body<'a>> {
    statuses(operation).filter_map(|(_, response)| body(operation.document, response)).collect()
}

fn statuses<'a>(operation: &Operation<'a>) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let responses = operation.value["responses"].as_object().into_iter().flatten();
    responses.map(|(status, response)| (status.as_str(), response))
}

pub(super) fn compare_requests<'a>(old: &Operation<'a>, new: &Operation<'a>, to: &mut Comparison<'_, 'a>) {
    let kinds = (Kind::RequestBodyAdded, Kind::RequestBodyRemoved);
    compare_bodies("request", request(old).as_ref(), request(new).as_ref(), kinds, to);
    let description = |operation: &Operation<'a>| {
        operation.value.get("requestBody").map(|body| resolve(operation.document, body)["description"].clone())
    };
    to.diff.count_text(&description(old), &description(new));
}

pub(super) fn compare_responses<'a>(old: &Operation<'a>, new: &Operation<'a>, to: &mut Comparison<'_, 'a>) {
    let kinds = (Kind::ResponseBodyAdded, Kind::ResponseBodyRemoved);
    let success = |operation: &Operation<'a>| {
        let mut successes = statuses(operation).filter(|(status, _)| !is_error_status(status));
        successes.find_map(|(_, response)| body(operation.document, response))
    };
    compare_bodies("response", success(old).as_ref(), success(new).as_ref(), kinds, to);
    for (errors, added, removed, word) in [
        (false, Kind::SuccessStatusAdded, Kind::SuccessStatusRemoved, "success"),
        (true, Kind::ErrorStatusAdded, Kind::ErrorStatusRemoved, "error"),
    ] {
        let list = |operation: &Operation<'a>| -> BTreeSet<&'a str> {
            statuses(operation).map(|(status, _)| status).filter(|status| is_error_status(status) == errors).collect()
        };
        let (before, after) = (list(old), list(new));
        // Any success is taken, and every error is read the same way.
        for status in before.difference(&after) {
            to.note("response", removed, false, format!("{word} status {status} removed"));
        }
        for status in after.difference(&before) {
            to.note("response", added, false, format!("{word} status {status} added"));
        }
    }
    for (status, response) in statuses(old) {
        if let Some((_, other)) = statuses(new).find(|(other, _)| *other == status) {
            let (before, after) = (resolve(old.document, response), resolve(new.document, other));
            to.diff.count_text(&before["description"], &after["description"]);
        }
    }
}

/// Compares two bodies in the same place.
fn compare_bodies<'a>(
    place: &str,
    old: Option<&Body<'a>>,
    new: Option<&Body<'a>>,
    (added, removed): (Kind, Kind),
    to: &mut Comparison<'_, 'a>,
) {
    let (old, new) = match (old, new) {
        (Some(old), Some(new)) => (old, new),
        (None, Some(new)) => return to.note(place, added, true, format!("body added, `{}`", new.rust_type())),
        (Some(old), None) => {
            return to.note(place, removed, true, format!("body removed, it was `{}`", old.rust_type()));
        }
        (None, None) => return,
    };
    for key in ["example", "examples"] {
        to.diff.count_text(&old.media[key], &new.media[key]);
    }
    let is_other_kind = old.is_typed() != new.is_typed();
    if old.media_type != new.media_type || is_other_kind {
        let mut message = format!("media type `{}` -> `{}`", old.media_type, new.media_type);
        if is_other_kind {
            message.push_str(&format!(", `{}` -> `{}`", old.rust_type(), new.rust_type()));
        }
        to.note(place, Kind::MediaTypeChanged, is_other_kind, message);
    }
    if let (Some(before), Some(after), true, true) = (&old.schema, &new.schema, old.is_typed(), new.is_typed()) {
        to.nullability(place, before, after, true);
        to.schemas(place, before, after);
    }
}
