//! Compares the webhooks.

use serde_json::Value;

use crate::compare::change::{Diff, Kind, Subject, SubjectKind, Usage};
use crate::compare::model::event::all;
use crate::compare::schemas::Comparison;
use crate::compare::terms::Terms;
use crate::walk::members_of;

pub(super) fn compare(old: &Value, new: &Value, terms: &Terms, diff: &mut Diff) {
    let (before, after) = (all(old), all(new));
    let subject = |event: &str| Subject { kind: SubjectKind::Event, name: event.to_owned() };
    for (event, payload) in &before {
        let mut comparison = Comparison::new(subject(event), Usage::RECEIVED, terms, diff);
        match after.iter().find(|(other, _)| other == event) {
            None => _ = comparison.add("", Kind::EventRemoved, "event removed"),
            Some((_, other)) => {
                if let (Some(old), Some(new)) = (payload, other) {
                    comparison.schemas("", old, new);
                }
            }
        }
    }
    for (event, _) in after.iter().filter(|(event, _)| before.iter().all(|(other, _)| other != event)) {
        let mut comparison = Comparison::new(subject(event), Usage::RECEIVED, terms, diff);
        comparison.add("", Kind::EventAdded, "event added");
    }
    for (event, item) in members_of(&old["webhooks"]) {
        let Some(other) = new["webhooks"].get(event) else { continue };
        let texts = |item: &Value| {
            let operation = &item["post"];
            let media = &operation["requestBody"]["content"]["application/json"];
            [&operation["summary"], &operation["description"], &media["example"]].map(Value::clone)
        };
        for (old, new) in texts(item).iter().zip(&texts(other)) {
            diff.count_text(old, new);
        }
    }
}
