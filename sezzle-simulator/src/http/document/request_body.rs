//! Request bodies: checked against their schemas, and reduced to documented members.

use std::sync::Arc;

use jsonschema::Validator;
use serde_json::Value;

use crate::http::document::deviation::{self, Deviation};
use crate::http::document::violation::{Violation, violations};

/// The body of an operation's requests.
pub(crate) struct RequestBody {
    pub(crate) required: bool,
    pub(crate) validator: Arc<Validator>,
    pub(crate) root: &'static Value,
    pub(crate) schema: &'static Value,
}

impl RequestBody {
    /// Checks a body and removes null and unknown members.
    ///
    /// Default mode returns a deviation for each violation that it tolerates.
    /// Returns the violation whose location sorts first, of those that the mode does not tolerate.
    pub(crate) fn read(&self, mut body: Value, strict: bool) -> Result<(Value, Vec<Deviation>), Violation> {
        let found = violations(&self.validator, &body);
        let is_tolerated = |violation: &Violation, body: &Value| deviation::is_tolerated(violation, body);
        let rejected = found.iter().find(|violation| strict || !is_tolerated(violation, &body));
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
        reduce(self.root, self.schema, &mut body);
        // A required member may have been null, a bare price may lack its currency.
        let left = violations(&self.validator, &body).into_iter().find(|violation| !is_tolerated(violation, &body));
        left.map_or(Ok((body, deviations)), Err)
    }
}

/// Removes null members, and those that the schema does not have.
fn reduce(root: &Value, schema: &Value, value: &mut Value) {
    let target = schema["$ref"].as_str().and_then(|reference| root.pointer(reference.strip_prefix('#')?));
    let schema = target.unwrap_or(schema);
    let others = Some(&schema["additionalProperties"]).filter(|others| others.is_object());
    match value {
        Value::Object(members) if schema["properties"].is_object() || others.is_some() => {
            members.retain(|name, value| {
                let schema = schema["properties"].as_object().map_or(others, |properties| properties.get(name));
                schema.is_some_and(|schema| {
                    reduce(root, schema, value);
                    !value.is_null()
                })
            });
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| reduce(root, &schema["items"], element)),
        _ => {}
    }
}
