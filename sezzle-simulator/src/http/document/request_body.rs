//! Request bodies: checked against their schemas, and reduced to documented members.

use std::collections::BTreeMap;
use std::sync::Arc;

use jsonschema::Validator;
use serde_json::Value;

use crate::http::document::deviation::{self, Deviation};
use crate::http::document::violation::{Violation, violations};
use crate::settings::Mode;

/// The body of an operation's requests.
pub(crate) struct RequestBody {
    pub(crate) required: bool,
    pub(crate) schema: Arc<Validator>,
    pub(crate) shape: Shape,
}

/// The documented members of a value.
pub(crate) enum Shape {
    Object(BTreeMap<String, Shape>),
    /// An object whose keys the sender chooses.
    Map(Box<Shape>),
    List(Box<Shape>),
    Any,
}

impl RequestBody {
    /// Checks a body and removes null and unknown members.
    ///
    /// Default mode returns a deviation for each violation that it tolerates.
    /// Returns the violation whose location sorts first, of those that the mode does not tolerate.
    pub(crate) fn read(&self, mut body: Value, mode: Mode) -> Result<(Value, Vec<Deviation>), Violation> {
        let found = violations(&self.schema, &body);
        let is_tolerated = |violation: &Violation, body: &Value| deviation::is_tolerated(violation, body);
        let rejected = found.iter().find(|violation| mode == Mode::Strict || !is_tolerated(violation, &body));
        if let Some(violation) = rejected {
            let rule = match is_tolerated(violation, &body) {
                true => format!("{} (at {}; accepted without strict mode)", violation.rule, violation.pointer()),
                false => violation.rule.clone(),
            };
            return Err(Violation { rule, ..violation.clone() });
        }
        let deviations = found.iter().map(|violation| deviation::describe(violation, &body)).collect();
        for violation in &found {
            deviation::apply(violation, &mut body);
        }
        self.shape.reduce(&mut body);
        // A required member may have been null, a bare price may lack its currency.
        let left = violations(&self.schema, &body).into_iter().find(|violation| !is_tolerated(violation, &body));
        left.map_or(Ok((body, deviations)), Err)
    }
}

impl Shape {
    /// Removes null and unknown members.
    fn reduce(&self, value: &mut Value) {
        match (self, value) {
            (Self::Object(shapes), Value::Object(members)) => {
                members.retain(|name, value| shapes.contains_key(name) && !value.is_null());
                for (name, value) in members {
                    if let Some(shape) = shapes.get(name) {
                        shape.reduce(value);
                    }
                }
            }
            (Self::Map(shape), Value::Object(members)) => {
                members.retain(|_, value| !value.is_null());
                members.values_mut().for_each(|value| shape.reduce(value));
            }
            (Self::List(shape), Value::Array(elements)) => {
                elements.iter_mut().for_each(|element| shape.reduce(element));
            }
            _ => {}
        }
    }
}
