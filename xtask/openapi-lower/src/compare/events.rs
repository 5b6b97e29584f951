//! Compares the webhooks: each is an event with a payload.

use serde_json::Value;

use super::change::{Diff, Kind, Subject, SubjectKind};
use super::schema::Comparison;
use super::shape::Schema;
use super::usage::Usage;
use crate::walk::resolve;

/// All events with the schemas of their payloads.
pub(super) fn all(document: &Value) -> Vec<(&str, Option<Schema<'_>>)> {
    let webhooks = document["webhooks"].as_object().into_iter().flatten();
    webhooks.map(|(event, item)| (event.as_str(), payload(document, resolve(document, item)))).collect()
}

fn payload<'a>(document: &'a Value, item: &'a Value) -> Option<Schema<'a>> {
    let body = item.as_object()?.values().find_map(|operation| operation.get("requestBody"))?;
    let schema = resolve(document, body)["content"].get("application/json")?.get("schema")?;
    Some(Schema::new(document, schema))
}

pub(super) fn compare(old: &Value, new: &Value, diff: &mut Diff) {
    let (before, after) = (all(old), all(new));
    for (event, payload) in &before {
        let subject = subject(event);
        let mut to = Comparison::new(&subject, Usage::RECEIVED, diff);
        match after.iter().find(|(other, _)| other == event) {
            None => to.note("", Kind::EventRemoved, true, "event removed"),
            Some((_, other)) => {
                if let (Some(old), Some(new)) = (payload, other) {
                    to.schemas("", old, new);
                }
            }
        }
    }
    for (event, _) in after.iter().filter(|(event, _)| before.iter().all(|(other, _)| other != event)) {
        let subject = subject(event);
        Comparison::new(&subject, Usage::RECEIVED, diff).note("", Kind::EventAdded, false, "event added");
    }
    for (event, item) in old["webhooks"].as_object().into_iter().flatten() {
        if let Some(other) = new["webhooks"].get(event) {
            let texts = |item: &Value| {
                let operation = &item["post"];
                let media = &operation["requestBody"]["content"]["application/json"];
                ["summary", "description"]
                    .map(|key| operation[key].clone())
                    .into_iter()
                    .chain([media["example"].clone()])
            };
            texts(item).zip(texts(other)).for_each(|(old, new)| diff.count_text(&old, &new));
        }
    }
}

fn subject(event: &str) -> Subject {
    Subject { kind: SubjectKind::Event, name: event.to_owned(), rust: String::new() }
}
