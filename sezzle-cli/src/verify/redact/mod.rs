//! Removes keys, tokens, card data and personal data from exchanges, before anything reaches the disk.
//!
//! What stays is what the document describes and does not mark: ids, codes, amounts, times, values of enums. Everything
//! else is replaced: what the overlay marks, undocumented values, free texts, and the same values elsewhere, also encoded
//! ones. A replacement has the JSON type and the form of the value, so that the judgement stays the same.

mod known;
mod patterns;
mod replacement;
mod schema;

use std::collections::HashSet;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use sezzle_api::reqwest::Url;

use crate::verify::exchange::{Body, Exchange};
use crate::verify::redact::known::{KnownValues, Source};
use crate::verify::redact::replacement::{Replacements, is_url};
use crate::verify::redact::schema::Schemas;

/// The headers whose values stay if they are plain.
const HEADERS: &[&str] = &["content-type", "retry-after", "sezzle-request-id"];
/// How the names of limits in headers start.
const LIMIT_HEADERS: &[&str] = &["ratelimit", "x-ratelimit"];
/// Parts of the names of columns that may contain secrets or personal data.
const SENSITIVE_PARTS: &[&str] = &[
    "address", "birth", "card", "city", "cvc", "cvv", "dob", "email", "key", "mail", "name", "pan", "phone", "postal",
    "secret", "ssn", "street", "token", "zip",
];

/// Redacts the exchanges of a run, the same value always in the same way.
pub(crate) struct Redactor {
    known: KnownValues,
    replacements: Replacements,
    /// Words of the document, which are not secrets even if a marked field contains them.
    words: HashSet<&'static str>,
    sensitive_names: HashSet<&'static str>,
    /// Free texts that the script sends.
    own_texts: HashSet<String>,
}

impl Redactor {
    /// Creates a redactor that continues after the replacements of an earlier process.
    pub(crate) fn new(latest_replacement: usize) -> Self {
        Self {
            known: KnownValues::default(),
            replacements: Replacements::after(latest_replacement),
            words: schema::words().collect(),
            sensitive_names: schema::sensitive_names().collect(),
            own_texts: HashSet::new(),
        }
    }

    /// Adds a key, a token or a value of the shopper.
    pub(crate) fn add_secret(&mut self, value: &str) {
        self.known.add(value, Source::Script);
    }

    /// Adds a text that the script sends and that is not a secret.
    pub(crate) fn add_own_text(&mut self, text: &str) {
        self.own_texts.insert(text.to_owned());
    }

    pub(crate) fn latest_replacement(&self) -> usize {
        self.replacements.latest()
    }

    /// Redacts an exchange.
    pub(crate) fn redact(&mut self, exchange: Exchange) -> Exchange {
        let schemas = Schemas::of_response(&exchange.operation, exchange.status);
        let response = exchange.response_body.json();
        if let Some(response) = &response {
            self.learn(response, &schemas, exchange.status >= 400);
        }
        let is_table = exchange.status < 400 && Schemas::is_table(&exchange.operation);
        let response_body = match (response, exchange.response_body.text()) {
            (Some(value), _) => self.value(&value, &schemas, exchange.status >= 400).to_string().into_bytes(),
            (None, Some(text)) if text.trim().is_empty() => exchange.response_body.0,
            (None, Some(text)) if is_table => self.table(text),
            (None, Some(_)) => b"redacted".to_vec(),
            (None, None) => b"\xffredacted".to_vec(),
        };
        let request_body = exchange.request_body.map(|body| match body.json() {
            Some(value) => Body(self.request(&value).to_string().into_bytes()),
            None => Body(self.scrub(body.text().unwrap_or_default()).into_bytes()),
        });
        Exchange {
            path: self.path(&exchange.path),
            query: exchange.query.into_iter().map(|(name, value)| (name, self.scrub(&value))).collect(),
            request_headers: self.headers(exchange.request_headers),
            request_body,
            response_headers: self.headers(exchange.response_headers),
            response_body: Body(response_body),
            ..exchange
        }
    }

    /// Redacts a text that is not part of an exchange.
    pub(crate) fn scrub(&mut self, text: &str) -> String {
        self.known.scrub(text, false, &mut self.replacements)
    }

    /// Collects the values of marked fields, which may appear elsewhere as well.
    fn learn(&mut self, value: &Value, schemas: &Schemas, is_error: bool) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(name, value)| self.learn(value, &schemas.member(name), is_error));
            }
            Value::Array(elements) => {
                elements.iter().for_each(|element| self.learn(element, &schemas.element(), is_error));
            }
            Value::String(text) if schemas.is_sensitive() && !is_error && !self.words.contains(text.as_str()) => {
                self.known.add(text, Source::Response);
            }
            Value::Number(number) if schemas.is_sensitive() => self.known.add(&number.to_string(), Source::Response),
            _ => {}
        }
    }

    fn value(&mut self, value: &Value, schemas: &Schemas, is_error: bool) -> Value {
        match value {
            Value::Object(members) => {
                let redact = |(name, value): (&String, &Value)| {
                    let redacted = match value.as_str().filter(|_| is_error).and_then(|text| self.error(name, text)) {
                        Some(text) => text.into(),
                        None => self.value(value, &schemas.member(name), is_error),
                    };
                    (self.known.scrub(name, true, &mut self.replacements), redacted)
                };
                Value::Object(members.iter().map(redact).collect::<Map<_, _>>())
            }
            Value::Array(elements) => {
                elements.iter().map(|element| self.value(element, &schemas.element(), is_error)).collect()
            }
            Value::Null | Value::Bool(_) => value.clone(),
            value if schemas.is_undocumented() || schemas.is_sensitive() => self.replacements.value(value),
            Value::String(text) => self.text(text, schemas).into(),
            Value::Number(number) => {
                let text = number.to_string();
                let is_changed = self.known.scrub(&text, schemas.is_enum(), &mut self.replacements) != text;
                if is_changed { self.replacements.value(value) } else { value.clone() }
            }
        }
    }

    /// Redacts a documented text that is not marked.
    fn text(&mut self, text: &str, schemas: &Schemas) -> String {
        if is_url(text) {
            return self.url(text);
        }
        let is_harmless = self.is_harmless(text) || schemas.is_date() && patterns::is_date(text);
        if schemas.is_enum() || is_harmless {
            return self.known.scrub(text, schemas.is_enum(), &mut self.replacements);
        }
        self.replacements.text(text)
    }

    /// Returns whether a text is an id, a code or the like, and not a word that may be a name.
    fn is_harmless(&self, text: &str) -> bool {
        let is_name = || patterns::is_name(text) && !self.words.contains(text);
        patterns::is_plain(text) && !is_name() || self.own_texts.contains(text)
    }

    /// Redacts a field of an error. All of them are marked, but codes, locations and ids are safe if they look like that.
    fn error(&mut self, name: &str, text: &str) -> Option<String> {
        let is_code = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        let is_location = |text: &str| {
            let mut parts = text.split(['.', '[', ']']).filter(|part| !part.is_empty());
            let is_index = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
            parts.all(|part| self.words.contains(part) || is_index(part) || part == "Sezzle-Request-Id")
        };
        let is_safe = match name {
            "code" => is_code(text),
            "location" => is_location(text),
            "debug_uuid" | "uuid" => patterns::is_uuid(text),
            _ => false,
        };
        is_safe.then(|| self.scrub(text))
    }

    /// Redacts a value of a request, which the script has made.
    fn request(&mut self, value: &Value) -> Value {
        match value {
            Value::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (name.clone(), self.request(value))).collect())
            }
            Value::Array(elements) => elements.iter().map(|element| self.request(element)).collect(),
            Value::String(text) => self.scrub(text).into(),
            other => other.clone(),
        }
    }

    /// Redacts a URL. Its query gives access to a checkout, and its path may contain a token.
    fn url(&mut self, text: &str) -> String {
        let Ok(url) = Url::parse(text) else { return self.replacements.text(text) };
        let host = self.scrub(url.host_str().unwrap_or_default());
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        let path = self.path(url.path());
        let mut redacted = format!("{}://{host}{port}{path}", url.scheme());
        for (index, (name, value)) in url.query_pairs().enumerate() {
            let separator = if index == 0 { '?' } else { '&' };
            let (name, value) = (self.scrub(&name), self.replacements.text(&value));
            let plain = |text: String| if patterns::is_plain(&text) { text } else { "redacted".to_owned() };
            redacted.push_str(&format!("{separator}{}={}", plain(name), plain(value)));
        }
        redacted
    }

    /// Redacts the segments of a path that are tokens, known values or not plain.
    fn path(&mut self, path: &str) -> String {
        let mut previous = String::new();
        let segments: Vec<String> = path
            .split('/')
            .map(|segment| {
                let decoded = percent_decode_str(segment).decode_utf8_lossy().into_owned();
                let is_name = patterns::is_name(&decoded) && decoded.starts_with(|c: char| c.is_uppercase());
                let is_safe = previous != "token" && patterns::is_plain(&decoded) && !is_name;
                let redacted = if is_safe { self.scrub(&decoded) } else { self.replacements.text(&decoded) };
                previous = decoded;
                redacted
            })
            .collect();
        segments.join("/")
    }

    fn headers(&mut self, headers: Vec<(String, String)>) -> Vec<(String, String)> {
        let is_kept = |name: &str| HEADERS.contains(&name) || LIMIT_HEADERS.iter().any(|start| name.starts_with(start));
        let redact = |(name, value): (String, String)| {
            // Without the parameters of a media type.
            let value = value.split(';').next().unwrap_or_default().trim();
            let is_plain = value.split('/').all(patterns::is_plain);
            let value = if is_kept(&name) && is_plain { self.scrub(value) } else { "redacted".to_owned() };
            (self.known.scrub(&name, true, &mut self.replacements), value)
        };
        headers.into_iter().map(redact).collect()
    }

    /// Redacts a report. Cells are judged by their column and their form, since a column may be new.
    fn table(&mut self, text: &str) -> Vec<u8> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let mut header: Vec<String> = Vec::new();
        for row in reader.records() {
            let Ok(row) = row else { return b"redacted".to_vec() };
            // Tables of reports follow each other, each with its own header.
            let is_name = |cell: &&str| {
                cell.contains(|c: char| c.is_ascii_lowercase())
                    && cell.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
            };
            let is_header = row.iter().filter(is_name).count() * 2 >= row.len().max(2);
            if is_header {
                header = row.iter().map(str::to_owned).collect();
            }
            let cells = row.iter().enumerate().map(|(index, cell)| {
                if is_header && patterns::is_plain(cell) {
                    return self.known.scrub(cell, true, &mut self.replacements);
                }
                if header.get(index).is_some_and(|name| self.is_sensitive_column(name)) {
                    return self.replacements.text(cell);
                }
                if is_url(cell) {
                    return self.url(cell);
                }
                if self.is_harmless(cell) { self.scrub(cell) } else { self.replacements.text(cell) }
            });
            let cells: Vec<String> = cells.collect();
            // Writing into memory cannot fail.
            let _ = writer.write_record(&cells);
        }
        writer.into_inner().unwrap_or_default()
    }

    fn is_sensitive_column(&self, name: &str) -> bool {
        self.sensitive_names.contains(name) || name.split('_').any(|part| SENSITIVE_PARTS.contains(&part))
    }
}
