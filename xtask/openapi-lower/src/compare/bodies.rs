//! Compares request bodies and responses.

use std::collections::BTreeSet;

use crate::compare::change::Kind;
use crate::compare::model::body::{Body, request, responses, success};
use crate::compare::model::operation::Operation;
use crate::compare::schemas::Comparison;
use crate::walk::{is_error_status, resolve};

pub(super) fn compare_requests<'a>(old: &Operation<'a>, new: &Operation<'a>, comparison: &mut Comparison<'_>) {
    let kinds = (Kind::RequestBodyAdded, Kind::RequestBodyRemoved);
    compare_bodies("request", request(old).as_ref(), request(new).as_ref(), kinds, comparison);
    let description = |operation: &Operation<'a>| {
        operation.value.get("requestBody").map(|body| resolve(operation.document, body)["description"].clone())
    };
    comparison.diff.count_text(&description(old), &description(new));
}

pub(super) fn compare_responses<'a>(old: &Operation<'a>, new: &Operation<'a>, comparison: &mut Comparison<'_>) {
    let kinds = (Kind::ResponseBodyAdded, Kind::ResponseBodyRemoved);
    compare_bodies("response", success(old).as_ref(), success(new).as_ref(), kinds, comparison);
    for (errors, added, removed, word) in [
        (false, Kind::SuccessStatusAdded, Kind::SuccessStatusRemoved, "success"),
        (true, Kind::ErrorStatusAdded, Kind::ErrorStatusRemoved, "error"),
    ] {
        let list = |operation: &Operation<'a>| -> BTreeSet<&'a str> {
            responses(operation).map(|(status, _)| status).filter(|status| is_error_status(status) == errors).collect()
        };
        let (before, after) = (list(old), list(new));
        for status in before.difference(&after) {
            comparison.add("response", removed, format!("{word} status {status} removed"));
        }
        for status in after.difference(&before) {
            comparison.add("response", added, format!("{word} status {status} added"));
        }
    }
    for (status, response) in responses(old) {
        if let Some((_, other)) = responses(new).find(|(other, _)| *other == status) {
            let (before, after) = (resolve(old.document, response), resolve(new.document, other));
            comparison.diff.count_text(&before["description"], &after["description"]);
        }
    }
}

fn compare_bodies<'a>(
    at: &str,
    old: Option<&Body<'a>>,
    new: Option<&Body<'a>>,
    (added, removed): (Kind, Kind),
    comparison: &mut Comparison<'_>,
) {
    let describe = |body: Option<&Body<'a>>| body.map(|body| body.describe(comparison.terms));
    let (old, new) = match (old, new, describe(old), describe(new)) {
        (Some(old), Some(new), ..) => (old, new),
        (.., Some(after)) => {
            return comparison.add(at, added, format!("body added, `{after}`")).with_values(None, after);
        }
        (.., Some(before), None) => {
            return comparison.add(at, removed, format!("body removed, it was `{before}`")).with_values(before, None);
        }
        _ => return,
    };
    for key in ["example", "examples"] {
        comparison.diff.count_text(&old.media[key], &new.media[key]);
    }
    let message = format!("media type `{}` -> `{}`", old.media_type, new.media_type);
    if old.is_typed() != new.is_typed() {
        let (before, after) = (old.describe(comparison.terms), new.describe(comparison.terms));
        let message = format!("{message}, `{before}` -> `{after}`");
        comparison.add(at, Kind::MediaTypeChanged, message).with_values(before, after);
    } else if old.media_type != new.media_type {
        comparison.add(at, Kind::MediaTypeChanged, message);
    }
    if let (Some(before), Some(after), true, true) = (&old.schema, &new.schema, old.is_typed(), new.is_typed()) {
        comparison.nullability(at, before, after, true);
        comparison.schemas(at, before, after);
    }
}
