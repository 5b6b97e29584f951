//! Whether a change breaks programs that use the crate.

use heck::ToSnakeCase;
use openapi_lower::compare::change::{Change, Kind};
use serde::Serialize;

/// The effect of a change on programs that use the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Programs no longer compile, or calls start to fail.
    Breaking,
    /// Programs keep working.
    Compatible,
}

/// Returns the effect of a change. What programs do not use breaks none.
pub(super) fn verdict(change: &Change) -> Verdict {
    if change.usage.is_used() && is_breaking(change) { Verdict::Breaking } else { Verdict::Compatible }
}

fn is_breaking(change: &Change) -> bool {
    let Change { before, after, usage, requires_more, .. } = change;
    match change.kind {
        Kind::OperationRemoved
        | Kind::ParameterRemoved
        | Kind::ParameterBecameRequired
        | Kind::RequestBodyAdded
        | Kind::RequestBodyRemoved
        | Kind::ResponseBodyAdded
        | Kind::ResponseBodyRemoved
        | Kind::EventRemoved
        | Kind::TypeRemoved
        | Kind::FieldRemoved
        | Kind::EnumValueRemoved
        | Kind::ChoiceRemoved
        | Kind::KeywordChanged => true,
        Kind::ParameterAdded | Kind::SecurityChanged => *requires_more,
        Kind::FieldAdded => *requires_more && usage.sent,
        Kind::OperationRenamed | Kind::ParameterRenamed => {
            let snake = |name: &Option<String>| name.as_deref().map(ToSnakeCase::to_snake_case);
            snake(before) != snake(after)
        }
        Kind::TypeRenamed
        | Kind::TypeChanged
        | Kind::FormatChanged
        | Kind::MediaTypeChanged
        | Kind::BecameNotNullable => before != after,
        Kind::BecameRequired => usage.sent || before != after,
        // A setter that takes a value still does when the field becomes optional: only code that reads the field breaks.
        Kind::BecameOptional | Kind::BecameNullable => usage.received && before != after,
        Kind::OperationAdded
        | Kind::PathChanged
        | Kind::MethodChanged
        | Kind::DeprecationChanged
        | Kind::ParameterMoved
        | Kind::ParameterBecameOptional
        | Kind::StyleChanged
        // Any success is accepted, and every error is read the same way.
        | Kind::SuccessStatusAdded
        | Kind::SuccessStatusRemoved
        | Kind::ErrorStatusAdded
        | Kind::ErrorStatusRemoved
        | Kind::EventAdded
        | Kind::TypeAdded
        | Kind::EnumValueAdded
        | Kind::ChoiceAdded
        | Kind::ConstraintChanged => false,
    }
}

/// Returns what the message of a change lacks to explain its verdict.
pub(super) fn explain(change: &Change, verdict: Verdict) -> String {
    match (change.kind, &change.before, &change.after) {
        (Kind::ConstraintChanged, ..) => "; not checked by the crate".to_owned(),
        (Kind::FormatChanged | Kind::TypeRenamed, Some(before), Some(after))
            if before != after && !change.message.contains("renamed") =>
        {
            format!(", `{before}` -> `{after}`")
        }
        (Kind::OperationRenamed, ..) if verdict == Verdict::Compatible => "; the same in Rust".to_owned(),
        (Kind::TypeChanged | Kind::FormatChanged, before, after) if before == after => "; the same in Rust".to_owned(),
        _ => String::new(),
    }
}
