//! Responses: progenitor generates one type for all successes of an operation, and one for all errors.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::adapt::content::is_json;
use crate::adapt::notes::Notes;
use crate::io::finding::Pointer;
use crate::walk::{Object, is_error_status, resolve};

const JSON: &str = "application/json";
const STREAM: &str = "application/octet-stream";

/// What progenitor generates for a response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Empty,
    Stream,
    /// With the schema as a string.
    Typed(String),
}

pub(super) fn adapt(notes: &mut Notes, source: &Value, at: &Pointer, operation: &mut Object) {
    let at = at.join("responses");
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else { return };
    for (status, response) in responses.iter_mut() {
        adapt_media_types(notes, source, &at.join(status), response);
    }
    if responses.contains_key("default") && responses.keys().any(|status| status.starts_with('2')) {
        expand_default(notes, &at, responses);
    }
    unify_successes(notes, source, &at, responses);
    unify_errors(notes, source, &at, responses);
}

/// Renames JSON of any media type to `application/json`, and adds missing schemas.
fn adapt_media_types(notes: &mut Notes, source: &Value, at: &Pointer, response: &mut Value) {
    let mut changed = resolve(source, response).clone();
    let Some(content) = changed.get_mut("content").and_then(Value::as_object_mut) else { return };
    let is_plain = |name: &str| name == JSON || name.starts_with("application/json;");
    if !content.keys().any(|name| is_plain(name)) {
        let other = content.iter().find(|(name, media)| is_json(source, name, media)).map(|(name, _)| name.clone());
        if let Some(name) = other {
            notes.rewrite(&at.join("content").join(&name), format!("`{name}` is read as `{JSON}`"));
            *content = std::mem::take(content)
                .into_iter()
                .map(|(key, media)| if key == name { (JSON.to_owned(), media) } else { (key, media) })
                .collect();
        }
    }
    for (name, media) in content.iter_mut().filter(|(name, _)| is_plain(name)) {
        let Some(media) = media.as_object_mut() else { continue };
        if !media.contains_key("schema") {
            notes.rewrite(&at.join("content").join(name), "JSON without a schema accepts any value");
            media.insert("schema".to_owned(), json!({}));
        }
        media.remove("encoding");
    }
    if changed != *resolve(source, response) {
        *response = changed;
    }
}

/// Beside a success, `default` is for errors, but progenitor takes it for either.
fn expand_default(notes: &mut Notes, at: &Pointer, responses: &mut Object) {
    let is_success = |status: &&String| status.starts_with('2');
    if responses.keys().filter(is_success).eq(["2XX"]) {
        return;
    }
    let Some(default) = responses.remove("default") else { return };
    for range in ["4XX", "5XX"] {
        responses.entry(range).or_insert_with(|| default.clone());
    }
    notes.rewrite(&at.join("default"), "`default` is listed beside a success; it becomes `4XX` and `5XX`");
}

fn kind(source: &Value, response: &Value) -> Kind {
    let Some(content) = resolve(source, response)["content"].as_object().filter(|content| !content.is_empty()) else {
        return Kind::Empty;
    };
    match schema(content) {
        Some(schema) => Kind::Typed(schema.to_string()),
        None => Kind::Stream,
    }
}

fn schema(content: &Object) -> Option<&Value> {
    let (_, media) = content.iter().find(|(name, _)| *name == JSON || name.starts_with("application/json;"))?;
    media.get("schema")
}

/// Returns the kinds of the selected responses by status, and the distinct schemas among them, in document order.
fn kinds_and_schemas(
    source: &Value,
    responses: &Object,
    select: fn(&str) -> bool,
) -> (Vec<(String, Kind)>, Vec<Value>) {
    let kinds: Vec<_> = responses
        .iter()
        .filter(|(status, _)| select(status))
        .map(|(status, response)| (status.clone(), kind(source, response)))
        .collect();
    let mut schemas: Vec<Value> = Vec::new();
    for (status, _) in kinds.iter().filter(|(_, kind)| matches!(kind, Kind::Typed(_))) {
        let schema = resolve(source, &responses[status])["content"].as_object().and_then(schema);
        schemas.extend(schema.filter(|schema| !schemas.contains(schema)).cloned());
    }
    (kinds, schemas)
}

fn distinct(kinds: &[(String, Kind)]) -> BTreeSet<&Kind> {
    kinds.iter().map(|(_, kind)| kind).collect()
}

fn statuses(kinds: &[(String, Kind)]) -> String {
    kinds.iter().map(|(status, _)| format!("`{status}`")).collect::<Vec<_>>().join(", ")
}

/// Returns a schema for any of these. The first that matches is used, so they stay in document order.
fn one_of(mut schemas: Vec<Value>) -> Value {
    if schemas.len() == 1 { schemas.remove(0) } else { json!({ "oneOf": schemas }) }
}

fn set_content(source: &Value, response: &mut Value, content: Value) {
    let mut changed = resolve(source, response).clone();
    changed["content"] = content;
    *response = changed;
}

/// Makes all responses streams: no body becomes an empty stream.
fn make_streams(notes: &mut Notes, source: &Value, at: &Pointer, responses: &mut Object, kinds: &[(String, Kind)]) {
    for (status, _) in kinds.iter().filter(|(_, kind)| *kind == Kind::Empty) {
        set_content(source, &mut responses[status], json!({ STREAM: {} }));
    }
    notes.rewrite(at, format!("{}: no body is read as an empty stream", statuses(kinds)));
}

fn unify_successes(notes: &mut Notes, source: &Value, at: &Pointer, responses: &mut Object) {
    let (kinds, schemas) = kinds_and_schemas(source, responses, |status| status.starts_with('2'));
    if distinct(&kinds).len() < 2 {
        return;
    }
    if schemas.is_empty() {
        return make_streams(notes, source, at, responses, &kinds);
    }
    for (status, _) in kinds.iter().filter(|(_, kind)| *kind == Kind::Stream) {
        responses.remove(status);
        notes.decide(
            &at.join(status),
            format!("the success `{status}` is not JSON, unlike the others; it is left out"),
            "remove the other responses with an overlay if you need this one",
        );
    }
    let some_empty = kinds.iter().any(|(_, kind)| *kind == Kind::Empty);
    if schemas.len() > 1 {
        notes.rewrite(at, format!("{}: the body is one of {} types", statuses(&kinds), schemas.len()));
    }
    let mut schema = one_of(schemas);
    if some_empty {
        notes.rewrite(at, format!("{}: the body is optional", statuses(&kinds)));
        schema = match schema {
            Value::Object(mut schema) if !schema.contains_key("$ref") => {
                schema.insert("nullable".to_owned(), true.into());
                Value::Object(schema)
            }
            reference => json!({ "allOf": [reference], "nullable": true }),
        };
    }
    for (status, _) in kinds.iter().filter(|(_, kind)| *kind != Kind::Stream) {
        set_content(source, &mut responses[status], json!({ JSON: { "schema": schema } }));
    }
}

fn unify_errors(notes: &mut Notes, source: &Value, at: &Pointer, responses: &mut Object) {
    let (kinds, schemas) = kinds_and_schemas(source, responses, is_error_status);
    if distinct(&kinds).len() < 2 {
        return;
    }
    if schemas.is_empty() {
        return make_streams(notes, source, at, responses, &kinds);
    }
    let untyped: Vec<_> = kinds.iter().filter(|(_, kind)| !matches!(kind, Kind::Typed(_))).cloned().collect();
    if !untyped.is_empty() {
        for (status, _) in &untyped {
            responses.remove(status);
        }
        notes.rewrite(
            at,
            format!("{}: an error without JSON is reported as an unexpected response", statuses(&untyped)),
        );
    }
    if schemas.len() > 1 {
        let schema = one_of(schemas);
        let typed: Vec<_> = kinds.into_iter().filter(|(_, kind)| matches!(kind, Kind::Typed(_))).collect();
        notes.rewrite(at, format!("{}: the error is one of several types", statuses(&typed)));
        for (status, _) in &typed {
            set_content(source, &mut responses[status], json!({ JSON: { "schema": schema } }));
        }
    }
}
