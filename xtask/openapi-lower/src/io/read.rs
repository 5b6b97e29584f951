//! Stage 1: a YAML or JSON file becomes a JSON value.

use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::finding::{Findings, Result};

/// Published documents have up to a million nodes.
const MOST_NODES: usize = 5_000_000;

/// A document as it was read.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file's name relative to the workspace, with `/` on every system.
    pub name: String,
    /// What it says.
    pub value: Value,
    /// SHA-256 of its text with `\n` line endings, in hexadecimal.
    pub sha256: String,
}

/// Reads `root/name`.
///
/// # Errors
///
/// The file cannot be read or is not YAML; then line and column are named.
pub fn read(root: &Path, name: &str) -> Result<Document> {
    let bytes = std::fs::read(root.join(name)).map_err(|error| {
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

/// Reads `text` as YAML, of which JSON is a part.
///
/// # Errors
///
/// The text is not YAML; line and column are named.
pub fn parse(name: &str, text: &str) -> Result<Document> {
    // Line endings differ between checkouts; what is said and its hash must not.
    let text = text.replace("\r\n", "\n");
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let value = yaml(text).map_err(|(place, problem)| {
        Findings::one(name, place, problem, "correct the YAML at this place, or just above it")
    })?;
    Ok(Document {
        name: name.to_owned(),
        value,
        sha256: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

fn yaml(text: &str) -> std::result::Result<Value, (String, String)> {
    // Only what YAML 1.2 calls a boolean: `no` is a text, and the code of a country.
    let options = serde_saphyr::options! {
        strict_booleans: true,
        with_snippet: false,
        // The limits on aliases stay as they are: a small text can make a large document of them.
        budget: serde_saphyr::budget! { max_nodes: MOST_NODES, max_events: 4 * MOST_NODES, max_depth: 256 },
    };
    serde_saphyr::from_str_with_options::<Value>(text, options).map_err(|error| {
        let place =
            error.location().map(|at| format!("line {}, column {}", at.line(), at.column())).unwrap_or_default();
        (place, error.render_with_formatter(&serde_saphyr::UserMessageFormatter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_line_and_column() {
        let findings = parse("a.yaml", "a: 1\nb:\n  - c\n d: 2\n").expect_err("not YAML");
        assert!(findings.0[0].place.starts_with("line 4, column"), "{findings}");
    }

    #[test]
    fn refuses_a_key_that_stands_twice() {
        let findings = parse("a.yaml", "a: 1\na: 2\n").expect_err("two values for one key");
        assert!(findings.0[0].place.starts_with("line 2"), "{findings}");
    }

    #[test]
    fn line_endings_do_not_matter() {
        let unix = parse("a", "a: |\n  b\n  c\n").expect("YAML");
        let dos = parse("a", "a: |\r\n  b\r\n  c\r\n").expect("YAML");
        assert_eq!(unix.value, dos.value);
        assert_eq!(unix.sha256, dos.sha256);
    }

    #[test]
    fn keeps_what_other_readers_turn_into_something_else() {
        let document =
            parse("a", "200: no\ndate: 2026-01-01\nversion: 3.1.0\nbig: 12345678901234567890\n").expect("YAML");
        assert_eq!(
            document.value,
            serde_json::json!({"200": "no", "date": "2026-01-01", "version": "3.1.0", "big": 12_345_678_901_234_567_890_u64})
        );
    }

    #[test]
    fn json_is_yaml() {
        let document = parse("a.json", "{\"a\": [1, null, \"x\\u00e9\"]}").expect("JSON");
        assert_eq!(document.value, serde_json::json!({"a": [1, null, "xé"]}));
    }

    #[test]
    fn the_hash_is_sha256() {
        let document = parse("a", "{}\n").expect("YAML");
        assert_eq!(document.sha256, "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356");
    }
}
