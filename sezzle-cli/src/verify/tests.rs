//! Every change that can be made to the documented examples: each is found at its pointer and nothing else is, and its proposal
//! makes the document allow it.

use openapi_lower::overlay::{self, Strictness};
use serde_json::{Value, json};

use crate::verify::document::{Document, escape};
use crate::verify::exchange::{Body, Exchange, Run, ServerFacts};
use crate::verify::judge::difference::{Difference, Kind};
use crate::verify::judge::{self, judge};
use crate::verify::proposal;

/// Returns a response to each operation with each of its statuses: the example of the document.
fn examples() -> Vec<Exchange> {
    let document = Document::embedded();
    let mut exchanges = Vec::new();
    for operation in document.operations() {
        for status in operation.value["responses"].as_object().expect("responses").keys() {
            let response = document.node(&document.resolve(&format!("{}/responses/{status}", operation.at)));
            let media = response["content"].as_object().and_then(|content| content.iter().next());
            let (media_type, example) =
                media.map_or(("", Value::Null), |(name, media)| (name, media["example"].clone()));
            let body = match &example {
                Value::Null => Vec::new(),
                Value::String(csv) => csv.clone().into_bytes(),
                example => example.to_string().into_bytes(),
            };
            let headers = [("content-type".to_owned(), media_type.to_owned())];
            exchanges.push(Exchange {
                step: format!("{}/{status}", operation.id),
                operation: operation.id.to_owned(),
                method: String::new(),
                path: String::new(),
                query: Vec::new(),
                request_headers: Vec::new(),
                request_body: None,
                status: status.parse().expect("a status"),
                response_headers: headers.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
                response_body: Body(body),
            });
        }
    }
    exchanges
}

fn run(exchanges: Vec<Exchange>) -> Run {
    let server = ServerFacts { url: String::new(), is_simulator: true, started_at: chrono::Utc::now() };
    Run { server, exchanges, skipped: Vec::new(), leftovers: Vec::new(), deliveries: Vec::new() }
}

/// A change of a response, and the difference that it is.
struct Change {
    response: Exchange,
    kind: Kind,
    pointer: String,
}

/// Returns a response with another body.
fn with_body(response: &Exchange, kind: Kind, pointer: &str, body: &Value) -> Change {
    let response_body = Body(body.to_string().into_bytes());
    Change { response: Exchange { response_body, ..response.clone() }, kind, pointer: pointer.to_owned() }
}

/// Adds the changes at a place of a body.
fn add_changes(response: &Exchange, body: &Value, at: &str, changes: &mut Vec<Change>) {
    let value = body.pointer(at).expect("a place");
    let replaced = |replacement: Value| {
        let mut body = body.clone();
        *body.pointer_mut(at).expect("the place") = replacement;
        body
    };
    for other in [json!(true), json!(-7), json!(0.5), json!("other"), json!([]), json!({"a": 1}), json!(null)] {
        let kinds = ["null", "boolean", "number", "string", "array", "object"];
        let kind = |value: &Value| match value {
            Value::Null => 0,
            Value::Bool(_) => 1,
            Value::Number(_) => 2,
            Value::String(_) => 3,
            Value::Array(_) => 4,
            Value::Object(_) => 5,
        };
        // A decimal may be an integer; integers that get a fraction are changed below.
        if kinds[kind(&other)] == kinds[kind(value)]
            || (value.is_string() && is_text_or_number(response, at) && !other.is_null() && kind(&other) < 3)
        {
            continue;
        }
        let kind = if other.is_null() { Kind::UnexpectedNull } else { Kind::TypeMismatch };
        if kind == Kind::UnexpectedNull && allows_null(at) {
            continue;
        }
        changes.push(with_body(response, kind, at, &replaced(other)));
    }
    match value {
        Value::Number(number) if number.is_i64() && at.contains("cents") => {
            changes.push(with_body(response, Kind::TypeMismatch, at, &replaced(json!(10.5))));
        }
        Value::String(text) if chrono::DateTime::parse_from_rfc3339(text).is_ok() => {
            changes.push(with_body(response, Kind::TypeMismatch, at, &replaced(json!("soon"))));
        }
        Value::String(_)
            if ["/rel", "/method", "/intent", "/checkout_status", "/events/0"]
                .iter()
                .any(|name| at.ends_with(name)) =>
        {
            for new in ["brand new", "Self", "unknown", ""] {
                changes.push(with_body(response, Kind::UnknownEnumValue, at, &replaced(json!(new))));
            }
        }
        Value::Object(members) => {
            // The members of metadata are free.
            if !at.ends_with("/metadata") {
                for (name, new) in [
                    ("risk", json!("low")),
                    ("a/b~c", json!(1)),
                    ("it's", json!({"x": [1.5]})),
                    ("it's \"new\"\n", json!(null)),
                ] {
                    let mut changed = members.clone();
                    changed.insert(name.to_owned(), new);
                    let pointer = format!("{at}/{}", escape(name));
                    changes.push(with_body(response, Kind::UndocumentedField, &pointer, &replaced(changed.into())));
                }
            }
            for name in members.keys() {
                let pointer = format!("{at}/{}", escape(name));
                let is_required = ["amount_in_cents", "currency"].contains(&name.as_str())
                    && members.contains_key("amount_in_cents")
                    && members.contains_key("currency")
                    || name == "href"
                    || (members.contains_key("quantity") && ["name", "price", "quantity"].contains(&name.as_str()));
                if is_required {
                    let mut changed = members.clone();
                    changed.shift_remove(name);
                    changes.push(with_body(response, Kind::MissingRequired, &pointer, &replaced(changed.into())));
                }
                add_changes(response, body, &pointer, changes);
            }
        }
        Value::Array(elements) => {
            (0..elements.len()).for_each(|index| add_changes(response, body, &format!("{at}/{index}"), changes));
        }
        _ => {}
    }
}

/// Whether the document has a string that may be a number.
fn is_text_or_number(response: &Exchange, at: &str) -> bool {
    at.contains("/metadata/") && response.operation == "get_order" || at == "/dispute/id"
}

/// Whether the document allows null: for parts of addresses.
fn allows_null(at: &str) -> bool {
    at.contains("_address/") && ["/name", "/street2", "/phone", "/phone_number"].iter().any(|name| at.ends_with(name))
}

fn changes() -> Vec<Change> {
    let mut changes = Vec::new();
    for response in examples() {
        let other_status = if response.status < 300 { 207 } else { 418 };
        let status = Exchange { status: other_status, ..response.clone() };
        changes.push(Change { response: status, kind: Kind::UndocumentedStatus, pointer: String::new() });
        let media_type = vec![("content-type".to_owned(), "text/x-other; charset=utf-8".to_owned())];
        let response_body =
            if response.response_body.is_empty() { Body(b"text".to_vec()) } else { response.response_body.clone() };
        let content = Exchange { response_headers: media_type, response_body, ..response.clone() };
        changes.push(Change { response: content, kind: Kind::UndocumentedContentType, pointer: String::new() });
        match response.response_body.json() {
            Some(body) => add_changes(&response, &body, "", &mut changes),
            None if !response.response_body.is_empty() => add_column_changes(&response, &mut changes),
            None => {}
        }
    }
    changes
}

fn add_column_changes(response: &Exchange, changes: &mut Vec<Change>) {
    let csv = response.response_body.text().expect("CSV");
    let mut change = |kind, pointer: &str, from: &str, to: &str| {
        assert!(csv.contains(from), "{from}: {csv}");
        let response_body = Body(csv.replacen(from, to, 1).into_bytes());
        changes.push(Change {
            response: Exchange { response_body, ..response.clone() },
            kind,
            pointer: pointer.to_owned(),
        });
    };
    change(Kind::UndocumentedField, "/event_day", "event_date", "event_day");
    change(Kind::TypeMismatch, "/event_date", "2026-03-01T", "March 1 ");
    if csv.contains("INTEREST_ACCRUAL") {
        change(Kind::UnknownEnumValue, "/type", "INTEREST_ACCRUAL", "BONUS");
        change(Kind::TypeMismatch, "/interest_account_change_amount", "0.1234", "some");
    } else {
        change(Kind::UnknownEnumValue, "/type", "\nFEE", "\nTIP");
        change(Kind::TypeMismatch, "/amount", "40.00,USD", "forty,USD");
        change(Kind::TypeMismatch, "/net_settlement_amount", "22.60", "22.60 USD");
        change(Kind::UndocumentedField, "/tips", "total_fee_amount", "tips");
    }
}

fn keys(differences: &[Difference]) -> Vec<(String, Kind, String)> {
    differences.iter().map(|one| (one.operation.clone(), one.kind, one.pointer.clone())).collect()
}

/// Returns the document with a proposal, which `cargo xtask generate --overlay` has to read in the same way.
#[track_caller]
fn with_proposal(differences: &[Difference]) -> Document {
    let (text, changed) = proposal::apply(Document::embedded(), differences);
    let overlay =
        openapi_lower::io::read::parse("proposal.yaml", &text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let document = overlay::apply(Document::embedded().node("").clone(), &overlay, Strictness::RequireMatches);
    let document = document.unwrap_or_else(|findings| panic!("{findings}: {text}"));
    assert_eq!(document, changed, "{text}");
    Document(document)
}

fn differences(document: &Document, exchanges: Vec<Exchange>) -> Vec<Difference> {
    judge::differences(document, &run(exchanges), |_, _, _| Vec::new())
}

#[test]
fn examples_are_as_documented() {
    let judgement = judge(&run(examples()));
    assert_eq!(keys(&judgement.differences), []);
    assert_eq!(judgement.exit_code(), 0);
}

#[test]
fn each_change_is_found_alone_and_allowed_by_its_proposal() {
    let changes = changes();
    assert!(changes.len() > 1000, "{}", changes.len());
    for (index, change) in changes.into_iter().enumerate() {
        let expected = vec![(change.response.operation.clone(), change.kind, change.pointer.clone())];
        let body = change.response.response_body.text().unwrap_or_default().to_owned();
        let found = differences(Document::embedded(), vec![change.response.clone()]);
        assert_eq!(keys(&found), expected, "{body}");
        assert_eq!((found[0].seen, found[0].of), (1, 1), "{expected:?}");
        // Applying a proposal takes time; every kind comes up often.
        if index % 7 == 0 {
            let left = differences(&with_proposal(&found), vec![change.response]);
            assert_eq!(keys(&left), [], "{expected:?}: {body}");
        }
    }
}

#[test]
fn all_changes_together_are_found_and_allowed() {
    let changes = changes();
    let mut expected: Vec<_> = Vec::new();
    for change in &changes {
        // Responses with all statuses are one cause, and so are the elements of a list.
        let pattern: String =
            change.pointer.split('/').map(|part| if part.parse::<usize>().is_ok() { "*/" } else { part }).collect();
        let key = (change.response.operation.clone(), change.kind, pattern);
        if !expected.contains(&key) {
            expected.push(key);
        }
    }
    let exchanges: Vec<Exchange> = changes.into_iter().map(|change| change.response).collect();
    let found = differences(Document::embedded(), exchanges.clone());
    assert_eq!(found.len(), expected.len());
    let left = differences(&with_proposal(&found), exchanges);
    assert_eq!(keys(&left), []);
}

#[test]
fn body_that_is_not_json_is_one_difference() {
    let first = examples().remove(0);
    let html = Exchange { response_body: Body(b"<html>".to_vec()), ..first.clone() };
    assert_eq!(
        keys(&differences(Document::embedded(), vec![html.clone()])),
        [(first.operation.clone(), Kind::TypeMismatch, String::new())]
    );
    let headers = vec![("content-type".to_owned(), "text/html".to_owned())];
    let page = Exchange { response_headers: headers, ..html };
    assert_eq!(
        keys(&differences(Document::embedded(), vec![page])),
        [(first.operation, Kind::UndocumentedContentType, String::new())]
    );
}

#[test]
fn status_explains_a_body_of_another_kind() {
    for (operation, documented, status) in
        [("delete_webhook", 204, 200), ("get_order", 200, 503), ("list_customers", 200, 418)]
    {
        let is_example = |exchange: &Exchange| exchange.operation == operation && exchange.status == documented;
        let example = examples().into_iter().find(is_example).expect("an example");
        let response_body = match example.response_body.is_empty() {
            true => Body(b"{\"ok\":true}".to_vec()),
            // A list of customers and an error are both lists of objects.
            false if operation == "list_customers" => Body(b"{}".to_vec()),
            false => example.response_body.clone(),
        };
        let response_headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        let changed = vec![Exchange { status, response_body, response_headers, ..example }];
        let found = differences(Document::embedded(), changed.clone());
        assert_eq!(keys(&found), [(operation.to_owned(), Kind::UndocumentedStatus, String::new())]);
        assert_eq!(keys(&differences(&with_proposal(&found), changed)), [], "{operation}");
    }
}

#[test]
fn difference_of_successes_and_errors_is_listed_once() {
    let of_order = examples().into_iter().filter(|exchange| exchange.operation == "get_order" && exchange.status < 500);
    let empty: Vec<Exchange> =
        of_order.map(|exchange| Exchange { response_body: Body::default(), ..exchange }).collect();
    let found = differences(Document::embedded(), empty.clone());
    assert_eq!(keys(&found), [("get_order".to_owned(), Kind::TypeMismatch, String::new())]);
    assert_eq!((found[0].seen, found[0].of), (empty.len(), empty.len()));
}

#[test]
fn list_of_nulls_is_one_difference() {
    let example = examples().into_iter().find(|exchange| exchange.operation == "get_session" && exchange.status == 200);
    let example = example.expect("an example");
    let mut body = example.response_body.json().expect("JSON");
    body["links"] = json!([null, null]);
    let changed = Exchange { response_body: Body(body.to_string().into_bytes()), ..example };
    let expected = [("get_session".to_owned(), Kind::UnexpectedNull, "/links/0".to_owned())];
    assert_eq!(keys(&judge(&run(vec![changed])).differences), expected);
}

#[test]
fn shared_schema_is_changed_once_for_all_operations() {
    let changed = examples().into_iter().filter_map(|exchange| {
        let mut body = exchange.response_body.json()?;
        *body.pointer_mut("/links/0/rel")? = json!("history");
        Some(Exchange { response_body: Body(body.to_string().into_bytes()), ..exchange })
    });
    let found = differences(Document::embedded(), changed.collect());
    assert!(found.len() > 5);
    let (text, _) = proposal::apply(Document::embedded(), &found);
    assert_eq!(text.matches("- target").count(), 1, "{text}");
    assert!(text.contains(&format!("seen in {0} of {0} responses", found.len())), "{text}");

    // Three differences of one response.
    let first = examples().into_iter().find(|exchange| exchange.operation == "get_order" && exchange.status == 200);
    let first = first.expect("an example");
    let mut body = first.response_body.json().expect("JSON");
    for price in ["/order_amount", "/authorization/authorization_amount", "/authorization/captures/0/amount"] {
        body.pointer_mut(price).expect("a price")["unit"] = json!("cents");
    }
    let found = differences(
        Document::embedded(),
        vec![Exchange { response_body: Body(body.to_string().into_bytes()), ..first }],
    );
    assert!(found.len() > 1);
    let (text, _) = proposal::apply(Document::embedded(), &found);
    assert!(text.contains("seen in 1 of 1 responses"), "{text}");
}
