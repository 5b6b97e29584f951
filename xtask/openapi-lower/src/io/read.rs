//! Reads YAML and JSON files into JSON values.

use std::io::Read;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::io::finding::{Findings, Result};

/// The maximum number of nodes. Published documents have up to a million.
const MAX_NODES: usize = 5_000_000;

/// A document that was read from a file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The name of the file as given to [`read`] or [`parse`].
    pub name: String,
    /// The text, with `\n` line endings.
    pub text: String,
    /// The content.
    pub value: Value,
    /// The SHA-256 hash of the text with `\n` line endings, in hexadecimal.
    pub sha256: String,
}

impl Document {
    /// Returns another document with this content, without a text.
    #[must_use]
    pub fn of_value(name: impl Into<String>, value: Value) -> Self {
        Self { name: name.into(), text: String::new(), value, sha256: String::new() }
    }
}

/// Reads the file `root/name`, or standard input if the name is `-`.
///
/// # Errors
///
/// Returns a finding if the file cannot be read, or with line and column if it is not YAML.
pub fn read(root: &Path, name: &str) -> Result<Document> {
    let (name, bytes) = if name == "-" {
        let mut bytes = Vec::new();
        ("standard input", std::io::stdin().read_to_end(&mut bytes).map(|_| bytes))
    } else {
        (name, std::fs::read(root.join(name)))
    };
    let bytes = bytes.map_err(|error| {
        Findings::one(name, "", format!("the file cannot be read: {error}"), "restore it, or name another file")
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Findings::one(
            name,
            format!("byte {}", error.utf8_error().valid_up_to()),
            "the file is not UTF-8",
            "save it as UTF-8",
        )
    })?;
    parse(name, &text)
}

/// Parses `text` as YAML, of which JSON is a subset.
///
/// # Errors
///
/// Returns a finding with line and column if the text is not YAML.
pub fn parse(name: &str, text: &str) -> Result<Document> {
    // Line endings differ between checkouts; the content and its hash must not.
    let text = text.replace("\r\n", "\n");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let value = parse_yaml(text).map_err(|(location, problem)| {
        Findings::one(name, location, problem, "correct the YAML here, or just above")
    })?;
    Ok(Document {
        name: name.to_owned(),
        text: text.to_owned(),
        value,
        sha256: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

fn parse_yaml(text: &str) -> std::result::Result<Value, (String, String)> {
    // Booleans as in YAML 1.2: `no` is a string (and a country code).
    let options = serde_saphyr::options! {
        strict_booleans: true,
        with_snippet: false,
        // The default limits on aliases stay: a small text can expand to a large document.
        budget: serde_saphyr::budget! { max_nodes: MAX_NODES, max_events: 4 * MAX_NODES, max_depth: 256 },
    };
    serde_saphyr::from_str_with_options::<Value>(text, options).map_err(|error| {
        let location =
            error.location().map(|at| format!("line {}, column {}", at.line(), at.column())).unwrap_or_default();
        (location, error.render_with_formatter(&serde_saphyr::UserMessageFormatter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syntax_error_has_line_and_column() {
        let findings = parse("a.yaml", "a: 1\nb:\n  - c\n d: 2\n").expect_err("not YAML");
        assert!(findings.0[0].location.starts_with("line 4, column"), "{findings}");
    }

    #[test]
    fn duplicate_key_is_rejected() {
        let findings = parse("a.yaml", "a: 1\na: 2\n").expect_err("two values for one key");
        assert!(findings.0[0].location.starts_with("line 2"), "{findings}");
    }

    #[test]
    fn line_endings_do_not_change_the_hash() {
        let unix = parse("a", "a: |\n  b\n  c\n").expect("YAML");
        let dos = parse("a", "a: |\r\n  b\r\n  c\r\n").expect("YAML");
        assert_eq!(unix.value, dos.value);
        assert_eq!(unix.sha256, dos.sha256);
    }

    #[test]
    fn scalars_keep_their_types() {
        let document =
            parse("a", "200: no\ndate: 2026-01-01\nversion: 3.1.0\nbig: 12345678901234567890\n").expect("YAML");
        assert_eq!(
            document.value,
            serde_json::json!({"200": "no", "date": "2026-01-01", "version": "3.1.0", "big": 12_345_678_901_234_567_890_u64})
        );
    }

    #[test]
    fn json_is_accepted() {
        let document = parse("a.json", "{\"a\": [1, null, \"x\\u00e9\"]}").expect("JSON");
        assert_eq!(document.value, serde_json::json!({"a": [1, null, "xé"]}));
    }
}
