//! What commands print.

use std::io::{self, Write};

use clap::ValueEnum;
use serde_json::Value;

/// The format of responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    // JSON as Sezzle sent it.
    Json,
    // A table of the members that are not objects.
    Table,
}

/// Prints a line on standard output. Ends the program if the reader has closed it, as with `| head`.
pub(crate) fn line(text: &str) {
    let mut output = io::stdout().lock();
    if writeln!(output, "{text}").and_then(|()| output.flush()).is_err() {
        std::process::exit(0);
    }
}

/// Prints bytes on standard output.
pub(crate) fn bytes(bytes: &[u8]) {
    let mut output = io::stdout().lock();
    if output.write_all(bytes).and_then(|()| output.flush()).is_err() {
        std::process::exit(0);
    }
}

pub(crate) fn json(value: &Value, format: Format) {
    match format {
        Format::Json => line(&serde_json::to_string_pretty(value).unwrap_or_default()),
        Format::Table => line(&table(value)),
    }
}

/// Returns a list of objects as rows, or an object as one line for each member.
fn table(value: &Value) -> String {
    let rows: Vec<Vec<String>> = match value {
        Value::Array(elements) => {
            let mut columns: Vec<&String> = Vec::new();
            for (name, value) in elements.iter().filter_map(Value::as_object).flatten() {
                if !value.is_object() && !value.is_array() && !columns.contains(&name) {
                    columns.push(name);
                }
            }
            let header = columns.iter().map(|name| name.to_uppercase()).collect();
            let row = |element: &Value| columns.iter().map(|name| text(&element[name.as_str()])).collect();
            std::iter::once(header).chain(elements.iter().map(row)).collect()
        }
        Value::Object(members) => {
            let mut rows = Vec::new();
            flatten(&mut rows, "", &Value::Object(members.clone()));
            rows
        }
        other => vec![vec![text(other)]],
    };
    aligned(&rows)
}

fn flatten(rows: &mut Vec<Vec<String>>, name: &str, value: &Value) {
    match value {
        Value::Object(members) => {
            for (member, value) in members.iter().filter(|(member, _)| *member != "links") {
                let name = if name.is_empty() { member.clone() } else { format!("{name}.{member}") };
                flatten(rows, &name, value);
            }
        }
        Value::Array(elements) => {
            for (index, value) in elements.iter().enumerate() {
                flatten(rows, &format!("{name}.{index}"), value);
            }
        }
        value => rows.push(vec![name.to_owned(), text(value)]),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Returns rows with aligned columns.
pub(crate) fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn list_becomes_rows() {
        let list = json!([{"uuid": "a", "amount": 1, "links": []}, {"uuid": "bc", "status": "Complete"}]);
        assert_eq!(table(&list), "UUID  AMOUNT  STATUS\na     1\nbc            Complete");
    }

    #[test]
    fn object_becomes_lines() {
        let object =
            json!({"uuid": "a", "order_amount": {"currency": "USD"}, "links": [{"href": "x"}], "items": [{"sku": 1}]});
        assert_eq!(table(&object), "uuid                   a\norder_amount.currency  USD\nitems.0.sku            1");
    }
}
