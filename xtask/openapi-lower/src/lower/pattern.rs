//! `pattern`: generators and validators compile it, and reject a document with an invalid one.

use regress::Regex;
use serde_json::Value;

/// What to do about an invalid pattern.
pub(super) const REMEDY: &str = "correct it with an overlay; the server checks it anyway";

/// Checks that a `pattern` is a regular expression of ECMA-262. The error is the problem.
pub(super) fn check(value: &Value) -> Result<(), String> {
    let Some(pattern) = value.as_str() else {
        return Err(format!("{value} is not a pattern; it is left out"));
    };
    Regex::new(pattern)
        .map(drop)
        .map_err(|error| format!("`{pattern}` is not a regular expression of ECMA-262 ({error}); it is left out"))
}
