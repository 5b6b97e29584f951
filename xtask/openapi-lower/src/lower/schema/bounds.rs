//! Limits of numbers, strings, arrays and objects.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use crate::io::finding::Pointer;
use crate::lower::context::Lowering;
use crate::lower::pattern;
use crate::lower::schema::draft::Draft;

const COUNTS: [&str; 6] = ["maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"];

impl Lowering<'_> {
    pub(super) fn bounds(&mut self, at: &Pointer, draft: &mut Draft) {
        for key in COUNTS {
            let Some(value) = draft.take(key) else { continue };
            let float = value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..9.0e15).contains(number));
            match (value.as_u64(), float) {
                (Some(count), _) => draft.set(key, count),
                // `2.0` is an integer in JSON Schema, but not in every tool.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                (None, Some(count)) => draft.set(key, count as u64),
                (None, None) => self.repair(&at.join(key), "not a count", "write an integer of 0 or more"),
            }
        }
        if let Some(value) = draft.take("multipleOf") {
            if value.as_f64().is_some_and(|number| number > 0.0) {
                draft.set("multipleOf", value);
            } else {
                self.repair(&at.join("multipleOf"), "not a number above 0", "correct or remove it");
            }
        }
        self.schema_flag(at, "uniqueItems", draft);
        if let Some(value) = draft.take("pattern") {
            match pattern::check(&value) {
                Ok(()) => draft.set("pattern", value),
                Err(problem) => {
                    self.mark_relaxed(at);
                    self.repair(&at.join("pattern"), problem, pattern::REMEDY);
                }
            }
        }
        self.bound(at, draft, "minimum", "exclusiveMinimum", Ordering::Greater);
        self.bound(at, draft, "maximum", "exclusiveMaximum", Ordering::Less);
    }

    /// 3.1 has two numbers, 3.0 a number and a flag: the stricter bound is kept.
    fn bound(&mut self, at: &Pointer, draft: &mut Draft, bound: &str, exclusive: &str, stricter: Ordering) {
        let inclusive = self.number(&at.join(bound), draft.take(bound));
        let outside = match draft.take(exclusive) {
            Some(Value::Bool(flag)) => {
                self.repair(&at.join(exclusive), format!("`{exclusive}` is a number in 3.1"), "write the bound itself");
                if flag && inclusive.is_some() {
                    draft.set(exclusive, true);
                }
                None
            }
            value => self.number(&at.join(exclusive), value),
        };
        match (inclusive, outside) {
            (Some(inclusive), Some(outside)) if compare(&inclusive, &outside) == stricter => {
                draft.set(bound, inclusive);
            }
            (_, Some(outside)) => {
                draft.set(bound, outside);
                draft.set(exclusive, true);
            }
            (Some(inclusive), None) => draft.set(bound, inclusive),
            (None, None) => {}
        }
    }

    fn number(&mut self, at: &Pointer, value: Option<Value>) -> Option<Number> {
        match value? {
            Value::Number(number) => Some(number),
            _ => {
                self.repair(at, "not a number", "correct or remove it");
                None
            }
        }
    }
}

fn compare(a: &Number, b: &Number) -> Ordering {
    let integer = |number: &Number| number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
    match (integer(a), integer(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        _ => a.as_f64().partial_cmp(&b.as_f64()).unwrap_or(Ordering::Equal),
    }
}
