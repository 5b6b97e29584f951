//! What default mode accepts although the document does not allow it.
//!
//! Each entry is sent by Sezzle's own plugins for Magento, PrestaShop, Shopware, Salesforce Commerce Cloud or WooCommerce,
//! so the gateway must accept it.

use std::fmt;

use serde_json::{Map, Value};

use crate::http::document::violation::Violation;

/// Something in a request that the simulator accepted although the document does not allow it.
///
/// Contains the kind of a value, never the value, which may be a key or personal data.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Deviation {
    /// The location: a JSON pointer into the body such as `/order/locale`, or `header Authorization`, or `path`.
    pub pointer: String,
    /// The kind of value that was sent.
    pub sent: String,
    /// The rule in the document.
    pub expected: String,
}

impl fmt::Display for Deviation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: sent {}; according to the document it {}", self.pointer, self.sent, self.expected)
    }
}

/// How a tolerated value is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    Unchanged,
    Absent,
    /// The members of a price that is not nested in a member `amount`.
    BarePrice,
}

/// Whether a value is accepted. It is `None` if a required member is missing.
type Accepts = fn(Option<&Value>) -> bool;

/// The violations of the schema that default mode accepts, by JSON pointer into the body of `create_session`, in which `*` is
/// any index.
const TOLERATED: &[(&str, Accepts, Reading)] = &[
    ("/cancel_url/method", is_string, Reading::Unchanged),
    ("/complete_url/method", is_string, Reading::Unchanged),
    ("/customer/dob", is_blank_date, Reading::Absent),
    ("/order/locale", is_string, Reading::Unchanged),
    ("/order/checkout_mode", is_express_mode, Reading::Unchanged),
    ("/order/discounts/*/name", is_missing, Reading::Unchanged),
    ("/order/discounts/*/amount", is_missing, Reading::BarePrice),
    ("/order/discounts/*/amount/amount_in_cents", is_negative_integer, Reading::Unchanged),
];

fn is_string(value: Option<&Value>) -> bool {
    value.is_some_and(Value::is_string)
}

fn is_missing(value: Option<&Value>) -> bool {
    value.is_none()
}

fn is_blank_date(value: Option<&Value>) -> bool {
    value.is_some_and(|value| value == "" || value == "0000-00-00")
}

fn is_express_mode(value: Option<&Value>) -> bool {
    value.is_some_and(|value| value == "popup.express" || value == "iframe.express")
}

fn is_negative_integer(value: Option<&Value>) -> bool {
    value.and_then(Value::as_i64).is_some_and(|cents| cents < 0)
}

/// Returns whether default mode accepts this violation.
pub(crate) fn is_tolerated(violation: &Violation, body: &Value) -> bool {
    reading(violation, body).is_some()
}

/// Describes a tolerated violation.
pub(crate) fn describe(violation: &Violation, body: &Value) -> Deviation {
    let pointer = violation.pointer();
    let sent = body.pointer(&pointer).map_or("missing", kind).to_owned();
    Deviation { pointer, sent, expected: violation.rule.clone() }
}

/// Rewrites a tolerated value in the documented form.
pub(crate) fn apply(violation: &Violation, body: &mut Value) {
    let reading = reading(violation, body);
    let Some(parent) = parent_mut(violation, body) else { return };
    match (reading, violation.path.last()) {
        (Some(Reading::Absent), Some(name)) => drop(parent.remove(name)),
        (Some(Reading::BarePrice), Some(name)) => {
            let members = ["amount_in_cents", "currency"];
            let price = members.into_iter().filter_map(|member| Some((member.to_owned(), parent.remove(member)?)));
            let price = Value::Object(price.collect());
            parent.insert(name.clone(), price);
        }
        _ => {}
    }
}

fn reading(violation: &Violation, body: &Value) -> Option<Reading> {
    let value = body.pointer(&violation.pointer());
    if value.is_some_and(Value::is_null) {
        // A null element of a list is not an absent member.
        return parent(violation, body)?.is_object().then_some(Reading::Absent);
    }
    let (_, accepts, reading) = TOLERATED.iter().find(|(pattern, ..)| matches(pattern, &violation.path))?;
    accepts(value).then_some(*reading)
}

fn matches(pattern: &str, path: &[String]) -> bool {
    let mut segments = pattern.split('/').skip(1);
    path.iter().all(|segment| segments.next().is_some_and(|expected| expected == "*" || expected == segment))
        && segments.next().is_none()
}

fn parent<'a>(violation: &Violation, body: &'a Value) -> Option<&'a Value> {
    let pointer = violation.pointer();
    body.pointer(pointer.rsplit_once('/')?.0)
}

fn parent_mut<'a>(violation: &Violation, body: &'a mut Value) -> Option<&'a mut Map<String, Value>> {
    let pointer = violation.pointer();
    body.pointer_mut(pointer.rsplit_once('/')?.0)?.as_object_mut()
}

/// Returns the kind of a value, for messages that must not contain the value.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.as_i64().is_some_and(i64::is_negative) => "a negative number",
        Value::Number(_) => "a number",
        Value::String(text) if text.is_empty() => "an empty string",
        Value::String(_) => "another string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
