//! Compares a report in CSV with the columns that the document lists (`x-columns` of the media type).

use std::collections::BTreeSet;

use serde_json::Value;

use crate::json::escape;
use crate::verify::document::Document;
use crate::verify::judge::difference::{Finding, Fix, Kind};
use crate::verify::judge::schema;

/// Returns the differences between a report and the columns at a pointer into the document. Columns in `metadata` are the
/// merchant's own.
///
/// A report may consist of several tables, each with a header. A cell beyond the last column has its index as its pointer.
pub(crate) fn compare(document: &Document, columns_at: &str, text: &str, metadata: &BTreeSet<String>) -> Vec<Finding> {
    let columns = document.node(columns_at);
    let is_column = |cell: &str| columns.get(cell).is_some();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut findings = Vec::new();
    let mut header: Option<csv::StringRecord> = None;
    for row in reader.records() {
        let Ok(row) = row else { return vec![not_a_table()] };
        if is_header(columns, &row) {
            // An unknown column of the table before goes on in this one.
            let is_new = |index| header.as_ref().and_then(|header| header.get(index)).is_none_or(is_column);
            let names = row.iter().enumerate().filter(|(index, _)| is_new(*index)).map(|(_, name)| name);
            for name in names.filter(|name| !name.is_empty() && !is_column(name) && !metadata.contains(*name)) {
                let fix =
                    Fix::Property { properties: columns_at.to_owned(), property: name.to_owned(), json_type: "string" };
                let (kind, pointer) = (Kind::UndocumentedField, format!("/{}", escape(name)));
                findings.push(Finding::new(kind, &pointer, "column; not documented", Some(fix)));
            }
            header = Some(row);
            continue;
        }
        let Some(header) = &header else { return vec![not_a_table()] };
        if row.iter().skip(header.len()).any(|cell| !cell.is_empty()) {
            let pointer = format!("/{}", header.len());
            findings.push(Finding::new(Kind::UndocumentedField, &pointer, "cell without a column", None));
        }
        for (name, cell) in header.iter().zip(&row).filter(|(name, cell)| is_column(name) && !cell.is_empty()) {
            let at = format!("{columns_at}/{}", escape(name));
            let value = value(cell, document.node(&at));
            findings.extend(schema::compare(document, &at, &value, &format!("/{}", escape(name))));
        }
    }
    findings
}

fn not_a_table() -> Finding {
    Finding::new(Kind::TypeMismatch, "", "not a table with the documented columns", None)
}

/// Returns whether a row is the header of a table: at least half of its cells are names of columns.
pub(crate) fn is_header(columns: &Value, row: &csv::StringRecord) -> bool {
    let names = row.iter().filter(|cell| columns.get(cell).is_some()).count();
    names > 0 && names * 2 >= row.iter().filter(|cell| !cell.is_empty()).count()
}

pub(crate) fn is_decimal(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.matches('.').count() < 2
        && digits.bytes().any(|byte| byte.is_ascii_digit())
}

/// Returns a cell as JSON: any number if the column has numbers and the cell is one, and otherwise text.
fn value(cell: &str, column: &Value) -> Value {
    if is_decimal(cell) && schema::types(column).contains(&"number") { 0.into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_columns_are_found_once() {
        const COLUMNS: &str =
            "/paths/~1v2~1settlements~1details~1{payout_uuid}/get/responses/200/content/text~1csv/x-columns";
        for (text, expected) in [
            ("payment_uuid,forex_fees\na,1.50\ntype,amount\nFEE,1\n", vec![]),
            ("extra,payment_uuid,forex_fees\n1,a,1.50\n1,type,amount\n1,FEE,1\n", vec!["/extra"]),
            ("payment_uuid,forex_fees,extra\na,1.50,x\ntype,amount,note\nFEE,1,y\n", vec!["/extra"]),
            ("payment_uuid,forex_fees\na,1.50,x,y\n", vec!["/2"]),
            ("payment_uuid,forex_fees\na,1.50,\n", vec![]),
            ("payment_uuid,channel\na,web\n", vec![]),
        ] {
            let metadata = BTreeSet::from(["channel".to_owned()]);
            let found = compare(Document::embedded(), COLUMNS, text, &metadata);
            let pointers: Vec<&str> = found.iter().map(|finding| finding.pointer.as_str()).collect();
            assert_eq!(pointers, expected, "{text}");
        }
    }
}
