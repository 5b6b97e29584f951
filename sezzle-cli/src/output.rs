//! What is printed: as JSON or as a table, and without secrets.

use std::io::{self, ErrorKind, IsTerminal, Write, stderr, stdout};
use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::generated::SECRET_FIELDS;
use crate::globals::{Format, Globals};
use crate::json::walk;

const REDACTED: &str = "[redacted]";

/// The keys in use. They are removed from all that is printed, since a server may repeat them.
static KEYS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Removes a key from all that is printed from now on.
pub(crate) fn hide(key: &str) {
    if let (false, Ok(mut keys)) = (key.is_empty(), KEYS.lock()) {
        keys.push(key.to_owned());
    }
}

/// Returns a text without the keys.
pub(crate) fn clean(text: &str) -> String {
    let keys = KEYS.lock().map(|keys| keys.clone()).unwrap_or_default();
    keys.iter().fold(text.to_owned(), |text, key| text.replace(key, REDACTED))
}

/// Prints a text on standard output. The program ends if that is not possible, so commands with an end use [`write_line`].
pub(crate) fn print(text: &str) {
    print_bytes(clean(text).as_bytes());
}

/// Prints a line on standard output.
pub(crate) fn print_line(text: &str) {
    print(&format!("{text}\n"));
}

/// Prints the bytes of a report as they are.
pub(crate) fn print_bytes(bytes: &[u8]) {
    if let Err(error) = write(bytes) {
        let code = match check_closed(&error) {
            Ok(()) => 0,
            Err(failure) => {
                warn(&format!("error: {}", failure.message));
                failure.code
            }
        };
        std::process::exit(code.into());
    }
}

/// Writes a line to standard output.
pub(crate) fn write_line(text: &str) -> io::Result<()> {
    write(format!("{}\n", clean(text)).as_bytes())
}

/// Converts the error of a write to standard output. A reader that has closed the pipe does not need the rest.
pub(crate) fn check_closed(error: &io::Error) -> Result<(), Failure> {
    match error.kind() {
        ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failure::rejected(format!("standard output: {error}"))),
    }
}

/// Prints a line on standard error, if that is possible.
pub(crate) fn warn(text: &str) {
    let _ = writeln!(stderr().lock(), "{}", clean(text));
}

fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Shows the number of records that were read. It is visible on a terminal only.
pub(crate) fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {human_pos} records, {elapsed}");
    let bar = ProgressBar::new_spinner();
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar
}

/// How the results of a command are printed.
pub(crate) struct Output {
    format: Option<Format>,
    /// The names of fields whose values are not printed.
    secrets: &'static [&'static str],
}

impl Output {
    /// Creates an output for values of any kind.
    pub(crate) fn new(globals: &Globals) -> Self {
        Self { format: globals.output, secrets: SECRET_FIELDS }
    }

    /// Sets which fields are secret.
    pub(crate) fn with_secrets(self, secrets: &'static [&'static str]) -> Self {
        Self { secrets, ..self }
    }

    /// Returns the format that the user has chosen.
    pub(crate) fn format(&self) -> Option<Format> {
        self.format
    }

    /// Prints a value.
    pub(crate) fn value(&self, value: &Value) {
        let value = redact(value, self.secrets);
        if self.is_table() { print(&table(&value)) } else { print(&format!("{value:#}\n")) }
    }

    /// Prints the fields of an object, as a table each.
    pub(crate) fn sections(&self, value: &Value) {
        match value {
            Value::Object(sections) if self.is_table() => {
                for (index, (name, section)) in sections.iter().enumerate() {
                    let empty_line = if index == 0 { "" } else { "\n" };
                    print(&format!(
                        "{empty_line}{}\n{}",
                        name.replace('_', " "),
                        table(&redact(section, self.secrets))
                    ));
                }
            }
            value => self.value(value),
        }
    }

    /// Returns whether values are printed as tables.
    pub(crate) fn is_table(&self) -> bool {
        match self.format {
            Some(format) => format == Format::Table,
            None => stdout().is_terminal(),
        }
    }

    /// Prints a report: as CSV, or as JSON if the user has chosen that.
    pub(crate) fn csv(&self, text: &str) -> Result<(), Failure> {
        if self.format != Some(Format::Json) {
            print(text);
            return Ok(());
        }
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let rows = reader.records().map(|row| Ok(row?.iter().map(Value::from).collect()));
        let rows: Result<Vec<Value>, csv::Error> = rows.collect();
        let rows = rows.map_err(|error| Failure::rejected(format!("the report is not CSV: {error}")))?;
        self.value(&rows.into());
        Ok(())
    }
}

/// The minimum length of a secret that is looked for within other values.
const MIN_SECRET: usize = 8;

/// Replaces the values of secret fields, also where they are part of another value, such as a link.
fn redact(value: &Value, secrets: &[&str]) -> Value {
    fn replace(value: &Value, secrets: &[&str], found: &[&str]) -> Value {
        match value {
            Value::Object(members) => {
                let replace = |(name, value): (&String, &Value)| {
                    let is_secret = secrets.contains(&name.as_str()) && !value.is_null();
                    (name.clone(), if is_secret { REDACTED.into() } else { replace(value, secrets, found) })
                };
                Value::Object(members.iter().map(replace).collect())
            }
            Value::Array(elements) => elements.iter().map(|value| replace(value, secrets, found)).collect(),
            Value::String(text) => {
                found.iter().fold(text.clone(), |text, secret| text.replace(secret, REDACTED)).into()
            }
            other => other.clone(),
        }
    }
    let mut found = Vec::new();
    walk(value, &mut |_, value| {
        let secret = value.as_object().into_iter().flatten().filter(|(name, _)| secrets.contains(&name.as_str()));
        found.extend(secret.filter_map(|(_, value)| value.as_str()).filter(|text| text.len() >= MIN_SECRET));
    });
    replace(value, secrets, &found)
}

/// Lays out a list as a table, and an object as a line for each field.
fn table(value: &Value) -> String {
    match value {
        Value::Array(elements) => {
            let mut rows: Vec<Map<String, Value>> = elements.iter().map(flatten).collect();
            // Lists within a row, such as links, have names with a number.
            let is_list = |name: &str| name.split('.').any(|part| part.parse::<u32>().is_ok());
            rows.iter_mut().for_each(|row| row.retain(|name, _| !is_list(name)));
            let mut columns: Vec<&String> = Vec::new();
            for name in rows.iter().flat_map(Map::keys) {
                if !columns.contains(&name) {
                    columns.push(name);
                }
            }
            let head = columns.iter().map(ToString::to_string).collect();
            let cells = rows
                .iter()
                .map(|row| columns.iter().map(|name| row.get(*name).map_or_else(String::new, cell)).collect());
            align(&std::iter::once(head).chain(cells).collect::<Vec<_>>())
        }
        value => align(&flatten(value).iter().map(|(name, value)| vec![name.clone(), cell(value)]).collect::<Vec<_>>()),
    }
}

/// Returns the values within a value by their paths.
fn flatten(value: &Value) -> Map<String, Value> {
    fn add(value: &Value, path: &str, all: &mut Map<String, Value>) {
        let at = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match value {
            Value::Object(members) => {
                // Links are for programs.
                let members = members.iter().filter(|(name, _)| *name != "links");
                members.for_each(|(name, value)| add(value, &at(name), all));
            }
            Value::Array(elements) if elements.iter().any(Value::is_object) => {
                elements.iter().enumerate().for_each(|(index, value)| add(value, &at(&index.to_string()), all));
            }
            value => {
                drop(all.insert(if path.is_empty() { "value".to_owned() } else { path.to_owned() }, value.clone()))
            }
        }
    }
    let mut all = Map::new();
    add(value, "", &mut all);
    all
}

fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(elements) => elements.iter().map(cell).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    // A control character could change what the terminal shows.
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

pub(crate) fn align(rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for (index, cell) in rows.iter().flat_map(|row| row.iter().enumerate()) {
        widths.resize(widths.len().max(index + 1), 0);
        widths[index] = widths[index].max(cell.chars().count());
    }
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
