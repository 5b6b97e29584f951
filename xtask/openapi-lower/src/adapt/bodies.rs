//! Request bodies: progenitor sends one media type, which is JSON, a form, text or bytes.

use serde_json::{Value, json};

use crate::adapt::content::{essence, is_json};
use crate::adapt::notes::Notes;
use crate::io::finding::Pointer;
use crate::walk::{Object, resolve};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const TEXT: &str = "text/plain";
const BYTES: &str = "application/octet-stream";

/// Returns the media type that progenitor sends for a body.
fn supported_type(source: &Value, media_type: &str, media: &Value) -> &'static str {
    match essence(media_type).as_str() {
        FORM => FORM,
        TEXT => TEXT,
        _ if is_json(source, media_type, media) => JSON,
        _ => BYTES,
    }
}

pub(super) fn adapt(notes: &mut Notes, source: &Value, at: &Pointer, operation: &mut Object) {
    let Some(body) = operation.get("requestBody") else { return };
    let mut changed = resolve(source, body).clone();
    let at = at.join("requestBody").join("content");
    let content = changed.get("content").and_then(Value::as_object).filter(|content| !content.is_empty());
    let Some(content) = content else {
        notes.rewrite(&at, "a body without a media type is removed");
        operation.remove("requestBody");
        return;
    };
    let rank = |(name, media): &(&String, &Value)| {
        [JSON, FORM, TEXT, BYTES].iter().position(|known| *known == supported_type(source, name, media))
    };
    let Some((name, media)) = content.iter().min_by_key(rank).map(|(name, media)| (name.clone(), media.clone())) else {
        return;
    };
    if content.len() > 1 {
        notes.rewrite(&at, format!("of {} accepted media types, `{name}` is sent", content.len()));
    }
    let sent = supported_type(source, &name, &media);
    if essence(&name) != sent && !name.contains('*') {
        notes.decide(
            &at.join(&name),
            format!("progenitor cannot send `{name}`; the body is sent as `{sent}`"),
            "set the header `content-type` in a hook, or describe another media type in an overlay",
        );
    }
    let media = adapt_media_type(notes, &at.join(&name), sent, media);
    changed["content"] = json!({ sent: media });
    if changed != *resolve(source, body) {
        operation.insert("requestBody".to_owned(), changed);
    }
}

fn adapt_media_type(notes: &mut Notes, at: &Pointer, sent: &str, media: Value) -> Value {
    let Value::Object(mut media) = media else { return json!({ "schema": {} }) };
    if media.remove("encoding").is_some_and(|encoding| encoding.as_object().is_some_and(|one| !one.is_empty()))
        && sent == FORM
    {
        notes.decide(
            &at.join("encoding"),
            "progenitor ignores the encoding of form fields",
            "send the form with the HTTP client",
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
