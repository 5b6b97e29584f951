//! progenitor sends a body of one media type: JSON, a form, a text or bytes.

use serde_json::{Value, json};

use super::{Notes, Object, essence, inlined, is_json};
use crate::finding::Pointer;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const TEXT: &str = "text/plain";
const BYTES: &str = "application/octet-stream";

/// The media type under which progenitor sends a body.
fn sent_as(source: &Value, media_type: &str, media: &Value) -> &'static str {
    match essence(media_type).as_str() {
        FORM => FORM,
        TEXT => TEXT,
        _ if is_json(source, media_type, media) => JSON,
        _ => BYTES,
    }
}

pub(super) fn fit(notes: &mut Notes, source: &Value, at: &Pointer, operation: &mut Object) {
    let Some(body) = operation.get("requestBody") else { return };
    let mut changed = inlined(source, body);
    let at = at.join("requestBody").join("content");
    let content = changed.get("content").and_then(Value::as_object).filter(|content| !content.is_empty());
    let Some(content) = content else {
        notes.reworded(&at, "a body without a media type is none");
        operation.remove("requestBody");
        return;
    };
    let rank = |(name, media): &(&String, &Value)| {
        [JSON, FORM, TEXT, BYTES].iter().position(|known| *known == sent_as(source, name, media))
    };
    let Some((name, media)) = content.iter().min_by_key(rank).map(|(name, media)| (name.clone(), media.clone())) else {
        return;
    };
    if content.len() > 1 {
        notes.reworded(&at, format!("of {} media types that the API takes, `{name}` is sent", content.len()));
    }
    let sent = sent_as(source, &name, &media);
    if essence(&name) != sent && !name.contains('*') {
        notes.decided(
            &at.join(&name),
            format!("progenitor cannot send `{name}`: the body goes out as `{sent}`"),
            "set the header `content-type` in a hook, or describe another media type in an overlay",
        );
    }
    let media = media_type(notes, &at.join(&name), sent, media);
    changed["content"] = json!({ sent: media });
    if changed != inlined(source, body) {
        operation.insert("requestBody".to_owned(), changed);
    }
}

fn media_type(notes: &mut Notes, at: &Pointer, sent: &str, media: Value) -> Value {
    let Value::Object(mut media) = media else { return json!({ "schema": {} }) };
    if media.remove("encoding").is_some_and(|encoding| encoding.as_object().is_some_and(|one| !one.is_empty()))
        && sent == FORM
    {
        notes.decided(
            &at.join("encoding"),
            "progenitor writes every field of a form in one way",
            "send fields in other forms with the HTTP client",
        );
    }
    match sent {
        BYTES => {
            media.insert("schema".to_owned(), json!({"type": "string", "format": "binary"}));
        }
        TEXT => {
            media.insert("schema".to_owned(), json!({"type": "string"}));
        }
        _ => {
            media.entry("schema").or_insert_with(|| json!({}));
        }
    }
    Value::Object(media)
}
