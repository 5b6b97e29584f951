//! The body of a request, from `--body` and flags.

use std::fs;
use std::io::Read;

use clap::ArgMatches;
use serde_json::{Map, Value};

use crate::connection::Connection;
use crate::failure::Failure;
use crate::operation::spec::{Body, Field, Kind};

/// Builds a body, without keys. A flag overrides the same field of `--body`.
///
/// Fields that the document requires must be there; everything else is left to Sezzle.
pub(crate) fn build(body: &Body, matches: &ArgMatches) -> Result<Value, Failure> {
    let mut members = match matches.get_one::<String>("body") {
        Some(source) => match parse_body("--body", source)? {
            Value::Object(members) => members,
            _ => return Err(Failure::usage("--body: must be a JSON object: `--template` prints an example")),
        },
        None => Map::new(),
    };
    for field in body.fields {
        if let Some(value) = value(field, matches) {
            match value {
                Value::Object(price) if body.is_price => members.extend(price),
                value => drop(members.insert(field.name.to_owned(), value)),
            }
        }
    }
    let is_missing = |field: &&Field| match (body.is_price, field.kind) {
        (true, _) => !["amount_in_cents", "currency"].iter().all(|name| members.contains_key(*name)),
        // Keys are added later.
        (false, Kind::Secret) => false,
        (false, _) => field.is_required && members.get(field.name).is_none_or(Value::is_null),
    };
    match body.fields.iter().find(is_missing) {
        None => check_must_set(body, Value::Object(members)),
        Some(field) => {
            let (name, flag) = (if body.is_price { field.flag } else { field.name }, field.flag);
            let problem = format!("`{name}` is missing in the body: add --{flag}, or --body FILE; see --template");
            Err(Failure::usage(problem))
        }
    }
}

fn check_must_set(body: &Body, value: Value) -> Result<Value, Failure> {
    for (pointer, field, problem) in body.must_set {
        if value.pointer(pointer).is_some_and(|parent| parent.is_object() && parent[field].is_null()) {
            let path = format!("{pointer}/{field}").trim_start_matches('/').replace('/', ".");
            return Err(Failure::usage(format!("`{path}`: {problem}")));
        }
    }
    Ok(value)
}

fn value(field: &Field, matches: &ArgMatches) -> Option<Value> {
    match field.kind {
        Kind::Secret => None,
        Kind::List(_) => Some(matches.get_many::<Value>(field.flag)?.cloned().collect()),
        _ => matches.get_one::<Value>(field.flag).cloned(),
    }
}

/// Adds the keys of a connection, if the body has fields for them.
pub(crate) fn add_keys(body: &Body, value: &mut Value, connection: &Connection) {
    for field in body.fields.iter().filter(|field| matches!(field.kind, Kind::Secret)) {
        let key = match field.name {
            "public_key" => &connection.public_key,
            "private_key" => &connection.private_key,
            _ => continue,
        };
        if value[field.name].is_null() {
            value[field.name] = key.as_str().into();
        }
    }
}

/// Reads JSON from a file, or from standard input if `source` is `-`. Lines that start with `//` are comments.
pub(crate) fn parse_body(flag: &str, source: &str) -> Result<Value, Failure> {
    let mut text = String::new();
    let (name, read) = match source {
        "-" => ("standard input", std::io::stdin().read_to_string(&mut text).map(drop)),
        path => (path, fs::read_to_string(path).map(|content| text = content)),
    };
    read.map_err(|error| Failure::usage(format!("{flag}: {name} cannot be read: {error}")))?;
    // A string cannot contain a line break, so no string starts a line.
    let is_comment = |line: &str| line.trim_start().starts_with("//");
    let text: Vec<_> = text.lines().map(|line| if is_comment(line) { "" } else { line }).collect();
    let text = text.join("\n");
    if text.trim().is_empty() {
        return Err(Failure::usage(format!("{flag}: {name} is empty: `--template` prints an example")));
    }
    // The error has a position, but no content.
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Failure::usage(format!("{flag}: {name} is not JSON: {error}")))
}
