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

use crate::verify::exchange::{Body, Exchange, Run};
use crate::verify::judge::table::{is_decimal, is_header};
use crate::verify::redact::known::KnownValues;
use crate::verify::redact::replacement::{Replacements, is_url};
use crate::verify::redact::schema::Schemas;

/// More than the replacements of a process.
const MAX_REPLACEMENTS: usize = 1_000_000;
/// Parts of the names of columns that may contain secrets or personal data.
const SENSITIVE_PARTS: &[&str] = &[
    "address", "birth", "card", "city", "cvc", "cvv", "dob", "email", "key", "mail", "name", "pan", "phone", "postal",
    "secret", "ssn", "street", "token", "zip",
];

/// What a [`Redactor`] has redacted, so that it may be stored. Only this module creates one.
pub(crate) struct Redacted<T>(T);

impl<T> Redacted<T> {
    pub(crate) fn into_inner(self) -> T {
        self.0
    }
}

/// Redacts the exchanges of a run, the same value always in the same way.
pub(crate) struct Redactor {
    known: KnownValues,
    replacements: Replacements,
    /// Words of the document, which are not secrets even if a marked field contains them.
    words: HashSet<&'static str>,
    /// Free texts that the script sends.
    own_texts: HashSet<String>,
}

impl Redactor {
    /// Creates a redactor whose replacements differ from those of earlier processes: of a run that was `resumed` this often.
    pub(crate) fn new(resumed: usize) -> Self {
        Self {
            known: KnownValues::default(),
            replacements: Replacements::after(resumed * MAX_REPLACEMENTS),
            words: schema::words(),
            own_texts: HashSet::new(),
        }
    }

    /// Adds a key, a token or a value of the shopper.
    pub(crate) fn add_secret(&mut self, value: &str) {
        self.known.add(value);
    }

    /// Adds a text that the script sends and that is not a secret.
    pub(crate) fn add_own_text(&mut self, text: &str) {
        self.own_texts.insert(text.to_owned());
    }

    /// Redacts an exchange.
    pub(crate) fn redact(&mut self, exchange: Exchange) -> Redacted<Exchange> {
        let schemas = Schemas::of_response(&exchange.operation, exchange.status);
        let response = exchange.response_body.json();
        if let Some(response) = &response {
            self.learn(response, &schemas, exchange.status >= 400);
        }
        let columns = schema::columns(&exchange.operation).filter(|_| exchange.status < 400);
        let text = exchange.response_body.0;
        let response_body = match (response, columns) {
            (Some(value), _) => self.value(&value, &schemas, exchange.status >= 400).to_string(),
            (None, _) if text.trim().is_empty() => text,
            (None, Some(columns)) => self.table(&text, columns),
            (None, None) => "redacted".to_owned(),
        };
        let request_body = exchange.request_body.map(|body| match body.json() {
            Some(value) => Body(self.scrub_value(&value).to_string()),
            None => Body(self.scrub(&body.0)),
        });
        Redacted(Exchange {
            path: self.path(&exchange.path),
            query: exchange.query.into_iter().map(|(name, value)| (name, self.scrub(&value))).collect(),
            request_headers: self.headers(exchange.request_headers),
            request_body,
            response_headers: self.headers(exchange.response_headers),
            response_body: Body(response_body),
            ..exchange
        })
    }

    /// Removes what became known only after an exchange was redacted.
    pub(crate) fn redact_again(&mut self, run: &mut Run) {
        for exchange in &mut run.exchanges {
            exchange.path = self.scrub_parts(&exchange.path, &['/']);
            let values = exchange.query.iter_mut().chain(&mut exchange.request_headers);
            for (name, value) in values.chain(&mut exchange.response_headers) {
                (*name, *value) = (self.name(name), self.scrub(value));
            }
            for body in exchange.request_body.iter_mut().chain([&mut exchange.response_body]) {
                *body = Body(match body.json() {
                    Some(value) => self.scrub_value(&value).to_string(),
                    None => self.scrub_parts(&body.0, &[',', '"', '\r', '\n']),
                });
            }
        }
        run.skipped.iter_mut().for_each(|skipped| skipped.reason = self.scrub(&skipped.reason));
        for leftover in &mut run.leftovers {
            (leftover.id, leftover.reason) = (self.scrub(&leftover.id), self.scrub(&leftover.reason));
        }
    }

    /// Removes known values from the names and texts of a value, such as a request, which the script has made.
    fn scrub_value(&mut self, value: &Value) -> Value {
        match value {
            Value::Object(members) => {
                Value::Object(members.iter().map(|(name, value)| (self.name(name), self.scrub_value(value))).collect())
            }
            Value::Array(elements) => elements.iter().map(|element| self.scrub_value(element)).collect(),
            Value::String(text) => self.name(text).into(),
            other => other.clone(),
        }
    }

    fn scrub_parts(&mut self, text: &str, separators: &[char]) -> String {
        let parts = text.split_inclusive(separators).map(|part| {
            let end = part.len() - usize::from(part.ends_with(separators));
            self.name(&part[..end]) + &part[end..]
        });
        parts.collect()
    }

    /// Redacts a text that is not part of an exchange.
    pub(crate) fn scrub(&mut self, text: &str) -> String {
        self.known.scrub(text, &mut self.replacements)
    }

    /// Redacts the name of a field or a value of an enum. Words of the document stay, even if a marked field has them.
    fn name(&mut self, name: &str) -> String {
        if self.words.contains(name) { name.to_owned() } else { self.scrub(name) }
    }

    /// Redacts the id of an object, which a response may have replaced by anything.
    pub(crate) fn redact_id(&mut self, id: &str) -> Redacted<String> {
        Redacted(self.id(id))
    }

    fn id(&mut self, id: &str) -> String {
        let is_id = patterns::is_plain(id) && id.contains(|c: char| c.is_ascii_digit());
        let scrubbed = self.scrub(id);
        if is_id && scrubbed == id { scrubbed } else { self.replacements.text(id) }
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
                self.known.add(text);
            }
            Value::Number(number) if schemas.is_sensitive() => self.known.add(&number.to_string()),
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
                    (self.field(name), redacted)
                };
                Value::Object(members.iter().map(redact).collect::<Map<_, _>>())
            }
            Value::Array(elements) => {
                elements.iter().map(|element| self.value(element, &schemas.element(), is_error)).collect()
            }
            Value::Null | Value::Bool(_) => value.clone(),
            value if schemas.is_undocumented() || schemas.is_sensitive() => self.replacements.value(value),
            Value::String(text) => self.text(text, schemas).into(),
            Value::Number(_) if schemas.is_number() => value.clone(),
            Value::Number(number) => {
                let text = number.to_string();
                if self.scrub(&text) == text { value.clone() } else { self.replacements.value(value) }
            }
        }
    }

    /// Redacts a documented text that is not marked.
    fn text(&mut self, text: &str, schemas: &Schemas) -> String {
        if is_url(text) {
            return self.url(text);
        }
        let is_date = patterns::is_date(text);
        let is_time = patterns::is_time(text) || patterns::is_go_time(text);
        let is_kept = self.is_harmless(text)
            || schemas.is_enum() && !is_date && !is_time
            || is_date && schemas.has_format("date")
            || is_time && schemas.has_format("date-time");
        if is_kept { self.name(text) } else { self.replacements.text(text) }
    }

    /// Redacts the name of a field.
    fn field(&mut self, name: &str) -> String {
        let is_date = patterns::is_date(name) || patterns::is_time(name);
        if is_date { self.replacements.text(name) } else { self.name(name) }
    }

    /// Returns whether a text is an id, a code or the like, and not a word that may be a name.
    fn is_harmless(&self, text: &str) -> bool {
        let is_name = || patterns::is_name(text) && !self.words.contains(text);
        patterns::is_plain(text) && !is_name() || self.own_texts.contains(text)
    }

    /// Redacts a field of an error. All of them are marked, but codes, locations and ids are safe if they look like that.
    fn error(&mut self, name: &str, text: &str) -> Option<String> {
        let is_code = |text: &str| {
            text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                || text.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        };
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
        is_safe.then(|| self.name(text))
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

    /// Redacts all headers but those that are judged.
    fn headers(&mut self, headers: Vec<(String, String)>) -> Vec<(String, String)> {
        let redact = |(name, value): (String, String)| {
            // Without the parameters of a media type.
            let essence = value.split(';').next().unwrap_or_default().trim();
            let value = match name.as_str() {
                "sezzle-request-id" => self.id(&value),
                "content-type" if essence.split('/').all(patterns::is_plain) => self.scrub(essence),
                _ => "redacted".to_owned(),
            };
            (self.field(&name), value)
        };
        headers.into_iter().map(redact).collect()
    }

    /// Redacts a report with these columns.
    fn table(&mut self, text: &str, columns: &'static Value) -> String {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let mut header = csv::StringRecord::new();
        for row in reader.records() {
            let Ok(row) = row else { return "redacted".to_owned() };
            let is_header = is_header(columns, &row);
            let cells = row.iter().enumerate().map(|(index, cell)| {
                let column = header.get(index).and_then(|name| Some((name, columns.get(name)?)));
                match column {
                    _ if is_header && columns.get(cell).is_some() => cell.to_owned(),
                    // An unknown column of the table before goes on in this one.
                    _ if is_header && patterns::is_plain(cell) && (column.is_some() || header.get(index).is_none()) => {
                        self.field(cell)
                    }
                    Some((name, column)) => match Schemas::of(column) {
                        schemas if schemas.is_sensitive() || is_sensitive_column(name) => self.replacements.text(cell),
                        schemas if schemas.is_number() && is_decimal(cell) => cell.to_owned(),
                        schemas => self.text(cell, &schemas),
                    },
                    None if self.own_texts.contains(cell) => self.scrub(cell),
                    None => self.replacements.text(cell),
                }
            });
            let cells: Vec<String> = cells.collect();
            // Writing into memory cannot fail.
            let _ = writer.write_record(&cells);
            if is_header {
                header = row;
            }
        }
        // The cells are texts.
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

fn is_sensitive_column(name: &str) -> bool {
    name.split('_').any(|part| SENSITIVE_PARTS.contains(&part))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn exchange(operation: &str, body: String) -> Exchange {
        Exchange {
            operation: operation.to_owned(),
            status: 200,
            response_headers: vec![("retry-after".to_owned(), "Hallowell".to_owned())],
            response_body: Body(body),
            ..Exchange::default()
        }
    }

    fn redacted(redactor: &mut Redactor, operation: &str, body: &Value) -> String {
        let redacted = redactor.redact(exchange(operation, body.to_string())).into_inner();
        assert_eq!(redacted.response_headers[0].1, "redacted");
        redacted.response_body.0
    }

    #[test]
    fn documented_values_stay() {
        let mut redactor = Redactor::new(0);
        redactor.add_secret("55416");
        for body in [
            json!({"order_amount": {"amount_in_cents": 55416, "currency": "USD"}}),
            json!({"order_amount": {"amount_in_cents": 4_242_424_242_424_242_i64, "currency": "USD"}}),
            json!({"items": [{"quantity": 3_000_000_000_i64}], "intent": "HOLD", "reference_id": "order-1001"}),
            json!({"checkout_status": "brand new", "authorization": {"expiration": "2026-03-01T12:00:00Z"}}),
        ] {
            assert_eq!(redacted(&mut redactor, "get_order", &body), body.to_string());
        }
        let report = "payment_uuid,forex_fees\nd4e5f6a7-b8c9-4d0e-9f1a-2b3c4d5e6017,55416.00\n";
        let redacted = redactor.redact(exchange("get_settlement_details", report.to_owned())).0;
        assert_eq!(redacted.response_body.0, report);
    }

    #[test]
    fn request_id_of_a_pending_call_stays() {
        let id = ("sezzle-request-id".to_owned(), "0c1d7a0e-7c55-4f0b-8d5f-3b8f0e2c2077".to_owned());
        let call = Exchange { request_headers: vec![id.clone()], ..Exchange::default() };
        assert_eq!(Redactor::new(0).redact(call).0.request_headers, [id]);
    }

    #[test]
    fn personal_data_is_replaced_in_any_field() {
        let mut redactor = Redactor::new(0);
        redactor.add_secret("Zebulon Hallowell");
        for (value, secret) in [
            (json!({"checkout_status": "1991-02-03"}), "1991"),
            (json!({"links": [{"rel": "Zebulon Hallowell"}]}), "Zebulon"),
            (json!({"Hallowell": 1}), "Hallowell"),
            (json!({"reference_id": "02-03-1991"}), "1991"),
            (json!({"reference_id": "1991-02-03T00:00:00Z"}), "1991"),
            (json!({"uuid": "4000.0566.5566.5556"}), "5566"),
            (json!({"uuid": "+44-20-7946-0123"}), "7946"),
            (json!({"reference_id": "OAKHURST"}), "OAKHURST"),
            (json!({"reference_id": "5a6562756c6f6e2048616c6c6f77656c6c"}), "5a65"),
        ] {
            let redacted = redacted(&mut redactor, "get_order", &value);
            assert!(!redacted.contains(secret), "{value}: {redacted}");
        }
        let report = "note,payment_uuid,forex_fees\nOAK1,a1,1.50\nOAK1,type,amount\nOAK1,FEE,1\n";
        let redacted = redactor.redact(exchange("get_settlement_details", report.to_owned())).0;
        let text = redacted.response_body.0;
        assert!(!text.contains("OAK1") && text.contains("a1,1.50") && text.contains("type,amount"), "{text}");
        for id in ["grace@shop.example", "48 Larch Way", "4000056655665556", "OAKHURST", "1991-02-03"] {
            assert!(!redactor.id(id).contains(id), "{id}");
        }
        for id in ["0c1d7a0e-7c55-4f0b-8d5f-3b8f0e2c2077", "order-1001"] {
            assert_eq!(redactor.id(id), id);
        }
    }

    #[test]
    fn value_that_becomes_known_later_is_replaced_everywhere() {
        let mut redactor = Redactor::new(0);
        let bodies = [
            ("get_order", json!({"links": [{"rel": "Isolde"}], "Isolde": {}, "intent": "AUTH"})),
            ("get_customer", json!({"first_name": "Isolde", "last_name": "AUTH"})),
        ];
        let exchanges = bodies.map(|(operation, body)| redactor.redact(exchange(operation, body.to_string())).0);
        let mut run = Run { exchanges: exchanges.to_vec(), ..Run::default() };
        redactor.redact_again(&mut run);
        let text = &run.exchanges[0].response_body.0;
        assert!(!text.contains("Isolde") && text.contains("AUTH"), "{text}");
    }
}
