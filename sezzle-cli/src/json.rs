//! JSON values and pointers into them.

use serde_json::Value;

/// Escapes a segment of a JSON pointer.
pub(crate) fn escape(segment: &str) -> String {
    segment.replace('~', "~0").replace('/', "~1")
}

/// Reverts [`escape`].
pub(crate) fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

/// Calls `visit` with a value and all values in it, each with its pointer. A `*` stands for any index of a list.
pub(crate) fn walk<'a>(value: &'a Value, visit: &mut dyn FnMut(&str, &'a Value)) {
    fn walk_at<'a>(value: &'a Value, at: &str, visit: &mut dyn FnMut(&str, &'a Value)) {
        visit(at, value);
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, value)| walk_at(value, &format!("{at}/{}", escape(name)), visit));
            }
            Value::Array(elements) => elements.iter().for_each(|value| walk_at(value, &format!("{at}/*"), visit)),
            _ => {}
        }
    }
    walk_at(value, "", visit);
}
