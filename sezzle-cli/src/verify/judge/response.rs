//! Compares one response with the document: status, content type, headers and body.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::json::escape;
use crate::verify::document::{Document, Operation};
use crate::verify::exchange::Exchange;
use crate::verify::judge::difference::{Finding, Fix, Kind};
use crate::verify::judge::{schema, table};

/// The extension of a media type that lists the columns of a report.
const COLUMNS: &str = "x-columns";

/// Returns the differences between a response and the document. `metadata` are the names of the merchant's own data, which
/// are columns of reports.
///
/// An undocumented status is one difference, and does not hide those of the body: it is compared with what the operation
/// documents for a success, or for an error. It explains a body where none is documented, and that of an error if the body is
/// no error.
pub(crate) fn compare(
    document: &Document,
    operation: &Operation<'_>,
    exchange: &Exchange,
    metadata: &BTreeSet<String>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let body = &exchange.response_body;
    let has_status = documented(document, operation, exchange.status);
    let like = has_status.clone().or_else(|| similar(document, operation, exchange.status));
    if has_status.is_none() {
        let documented: Vec<&str> = responses(operation).collect();
        let fix = Fix::Status {
            operation: operation.at.clone(),
            status: exchange.status,
            like: like.clone(),
            has_body: !body.0.is_empty(),
        };
        let detail = format!("{}; documented: {}", exchange.status, documented.join(", "));
        findings.push(Finding::new(Kind::UndocumentedStatus, "", detail, Some(fix)));
    }
    let Some(like) = like else { return findings };
    let response = document.node(&like);
    for (name, _) in headers(response).filter(|(_, header)| header["required"] == true) {
        if exchange.response_header(&name.to_ascii_lowercase()).is_none() {
            let (pointer, detail) = (format!("/{}", escape(name)), "header missing; documented as required");
            findings.push(Finding::new(Kind::MissingRequired, &pointer, detail, None));
        }
    }
    let content = response["content"].as_object();
    if body.0.is_empty() {
        let is_expected = content.is_none()
            || (has_status.is_none() || operation.value["x-optional-response-body"] == true) && exchange.status < 400;
        if !is_expected {
            let fix = (exchange.status < 400).then(|| Fix::EmptyBody { operation: operation.at.clone() });
            findings.push(Finding::new(Kind::TypeMismatch, "", "empty body", fix));
        }
        return findings;
    }
    let is_documented = has_status.is_some();
    // The place of the response once the status has been added.
    let place = has_status.unwrap_or_else(|| format!("{}/responses/{}", operation.at, exchange.status));
    let received = media_type(exchange);
    let documented_type = content.and_then(|content| {
        content
            .keys()
            .find(|name| name.eq_ignore_ascii_case(&received))
            .or_else(|| content.keys().find(|name| *name == "*/*"))
    });
    let compared = documented_type.or_else(|| content?.keys().next());
    let compared = compared.map(|name| format!("{like}/content/{}", escape(name)));
    let mut in_body = compared.as_ref().map_or_else(Vec::new, |at| compare_body(document, exchange, at, metadata));
    let is_other = in_body.iter().any(|finding| finding.pointer.is_empty());
    let is_explained = !is_documented && (content.is_none() || is_other && exchange.status >= 400);
    if documented_type.is_none() || is_explained {
        // Another content type explains a body of another kind.
        in_body.retain(|_| !is_other);
        let types: Vec<&str> = content.into_iter().flat_map(|content| content.keys().map(String::as_str)).collect();
        let documented = if types.is_empty() { "no body".to_owned() } else { types.join(", ") };
        let like = compared.filter(|_| !is_other);
        let fix = Fix::ContentType { response: place, media_type: received.clone(), like };
        let received = if received == "*/*" { "none" } else { &received };
        let detail = format!("{received}; documented: {documented}");
        let mut finding = Finding::new(Kind::UndocumentedContentType, "", detail, Some(fix));
        if is_explained {
            // Both fixes belong to one difference.
            finding.kind = Kind::UndocumentedStatus;
            for status in &mut findings {
                finding.detail.clone_from(&status.detail);
                if let Some(Fix::Status { like, .. }) = &mut status.fix {
                    *like = None;
                }
            }
        }
        findings.push(finding);
    }
    findings.extend(in_body);
    findings
}

/// Compares a body with the media type at a pointer into the document.
fn compare_body(document: &Document, exchange: &Exchange, at: &str, metadata: &BTreeSet<String>) -> Vec<Finding> {
    let (media, body) = (document.node(at), &exchange.response_body);
    if media.get(COLUMNS).is_some() {
        return table::compare(document, &format!("{at}/{COLUMNS}"), &body.0, metadata);
    }
    let is_any_text = media["schema"] == json!({}) || media["schema"]["type"] == "string";
    match body.json() {
        Some(value) => schema::compare(document, &format!("{at}/schema"), &value, ""),
        None if is_any_text => Vec::new(),
        None => vec![Finding::new(Kind::TypeMismatch, "", "not JSON", None)],
    }
}

/// Returns the place of the schema of a body with this status, which may have none.
pub(crate) fn schema(document: &Document, operation: &Operation<'_>, status: u16) -> String {
    let at =
        documented(document, operation, status).or_else(|| similar(document, operation, status)).unwrap_or_default();
    let content = document.node(&at)["content"].as_object();
    let media_type = content.and_then(|content| content.keys().next()).map(|name| escape(name)).unwrap_or_default();
    format!("{at}/content/{media_type}/schema")
}

fn headers(response: &Value) -> impl Iterator<Item = (&String, &Value)> {
    response["headers"].as_object().into_iter().flatten()
}

fn responses<'a>(operation: &Operation<'a>) -> impl Iterator<Item = &'a str> {
    operation.value["responses"].as_object().into_iter().flat_map(|responses| responses.keys().map(String::as_str))
}

/// Returns the place of the documented response with a status.
fn documented(document: &Document, operation: &Operation<'_>, status: u16) -> Option<String> {
    let keys = [status.to_string(), format!("{}XX", status / 100), "default".to_owned()];
    let key = keys.iter().find(|key| operation.value["responses"].get(key.as_str()).is_some())?;
    Some(document.resolve(&format!("{}/responses/{key}", operation.at)))
}

/// Returns the place of the documented response that is most like one with an undocumented status.
fn similar(document: &Document, operation: &Operation<'_>, status: u16) -> Option<String> {
    let class = match status {
        200..300 => '2',
        400.. => '4',
        _ => return None,
    };
    let key = responses(operation).find(|key| key.starts_with(class))?;
    Some(document.resolve(&format!("{}/responses/{key}", operation.at)))
}

/// Returns the content type of a response without its parameters; `*/*` if there is none.
fn media_type(exchange: &Exchange) -> String {
    let header = exchange.response_header("content-type").unwrap_or_default();
    let essence = header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence.is_empty() { "*/*".to_owned() } else { essence }
}
