//! Every change that can be made to the documented examples: each is found at its pointer and nothing else is, and its proposal
//! makes the document allow it.

use std::mem::discriminant;

use openapi_lower::overlay::{self, Strictness};
use serde_json::{Value, json};

use crate::json::escape;
use crate::verify::document::Document;
use crate::verify::exchange::{Body, Exchange, Run};
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
            let (headers, body) = media.map_or((Vec::new(), String::new()), |(media_type, media)| {
                let body = media["example"].as_str().map_or_else(|| media["example"].to_string(), str::to_owned);
                (vec![("content-type".to_owned(), media_type.clone())], body)
            });
            exchanges.push(Exchange {
                step: format!("{}/{status}", operation.id),
                operation: operation.id.to_owned(),
                status: status.parse().expect("a status"),
                response_headers: headers,
                response_body: Body(body),
                ..Exchange::default()
            });
        }
    }
    exchanges
}

fn example(operation: &str, status: u16) -> Exchange {
    let is_example = |exchange: &Exchange| exchange.operation == operation && exchange.status == status;
    examples().into_iter().find(is_example).expect("an example")
}

/// Returns a response with a changed body.
fn with_change(exchange: &Exchange, change: impl FnOnce(&mut Value)) -> Exchange {
    let mut body = exchange.response_body.json().expect("JSON");
    change(&mut body);
    Exchange { response_body: Body(body.to_string()), ..exchange.clone() }
}

fn run(exchanges: Vec<Exchange>) -> Run {
    Run { exchanges, ..Run::default() }
}

/// A change of a response, and the difference that it is.
struct Change {
    response: Exchange,
    kind: Kind,
    pointer: String,
}

/// Adds the changes at a place of a body.
fn add_changes(response: &Exchange, body: &Value, at: &str, changes: &mut Vec<Change>) {
    let value = body.pointer(at).expect("a place");
    let mut add = |kind, pointer: &str, replacement: Value| {
        let response = with_change(response, |body| *body.pointer_mut(at).expect("the place") = replacement);
        changes.push(Change { response, kind, pointer: pointer.to_owned() });
    };
    for other in [json!(true), json!(-7), json!(0.5), json!("other"), json!([]), json!({"a": 1}), json!(null)] {
        let is_scalar = !other.is_null() && !other.is_array() && !other.is_object();
        // A decimal may be an integer; integers that get a fraction are changed below.
        let is_allowed = discriminant(&other) == discriminant(value)
            || other.is_null() && allows_null(at)
            || value.is_string() && is_scalar && is_text_or_number(response, at);
        if !is_allowed {
            add(if other.is_null() { Kind::UnexpectedNull } else { Kind::TypeMismatch }, at, other);
        }
    }
    match value {
        Value::Number(number) if number.is_i64() && at.contains("cents") => add(Kind::TypeMismatch, at, json!(10.5)),
        Value::String(text) if chrono::DateTime::parse_from_rfc3339(text).is_ok() => {
            add(Kind::TypeMismatch, at, json!("soon"));
        }
        Value::String(_)
            if ["/rel", "/method", "/intent", "/checkout_status", "/events/0"]
                .iter()
                .any(|name| at.ends_with(name)) =>
        {
            for new in ["brand new", "Self", "unknown", ""] {
                add(Kind::UnknownEnumValue, at, json!(new));
            }
        }
        Value::Object(members) => {
            let undocumented = [
                ("risk", json!("low")),
                ("a/b~c", json!(1)),
                ("it's", json!({"x": [1.5]})),
                ("it's \"new\"\n", json!(null)),
            ];
            // The members of metadata are free.
            for (name, new) in undocumented.into_iter().filter(|_| !at.ends_with("/metadata")) {
                let mut changed = members.clone();
                changed.insert(name.to_owned(), new);
                add(Kind::UndocumentedField, &format!("{at}/{}", escape(name)), changed.into());
            }
            let required: &[&str] = match members {
                price if price.contains_key("amount_in_cents") && price.contains_key("currency") => {
                    &["amount_in_cents", "currency"]
                }
                item if item.contains_key("quantity") => &["name", "price", "quantity"],
                _ => &["href"],
            };
            for name in required.iter().filter(|name| members.contains_key(**name)) {
                let mut changed = members.clone();
                changed.shift_remove(*name);
                add(Kind::MissingRequired, &format!("{at}/{name}"), changed.into());
            }
            for name in members.keys() {
                add_changes(response, body, &format!("{at}/{}", escape(name)), changes);
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
        let status = if response.status < 300 { 207 } else { 418 };
        let response_headers = vec![("content-type".to_owned(), "text/x-other; charset=utf-8".to_owned())];
        let Body(body) = response.response_body.clone();
        let response_body = Body(if body.is_empty() { "text".to_owned() } else { body.clone() });
        for (response, kind) in [
            (Exchange { status, ..response.clone() }, Kind::UndocumentedStatus),
            (Exchange { response_headers, response_body, ..response.clone() }, Kind::UndocumentedContentType),
        ] {
            changes.push(Change { response, kind, pointer: String::new() });
        }
        match response.response_body.json() {
            Some(body) => add_changes(&response, &body, "", &mut changes),
            None if !body.is_empty() => add_column_changes(&response, &mut changes),
            None => {}
        }
    }
    changes
}

fn add_column_changes(response: &Exchange, changes: &mut Vec<Change>) {
    let Body(csv) = &response.response_body;
    let of_report: &[(Kind, &str, &str, &str)] = if csv.contains("INTEREST_ACCRUAL") {
        &[
            (Kind::UnknownEnumValue, "/type", "INTEREST_ACCRUAL", "BONUS"),
            (Kind::TypeMismatch, "/interest_account_change_amount", "0.1234", "some"),
        ]
    } else {
        &[
            (Kind::UnknownEnumValue, "/type", "\nFEE", "\nTIP"),
            (Kind::TypeMismatch, "/amount", "40.00,USD", "forty,USD"),
            (Kind::TypeMismatch, "/net_settlement_amount", "22.60", "22.60 USD"),
            (Kind::UndocumentedField, "/tips", "total_fee_amount", "tips"),
        ]
    };
    let of_both = [
        (Kind::UndocumentedField, "/event_day", "event_date", "event_day"),
        (Kind::TypeMismatch, "/event_date", "2026-03-01T", "March 1 "),
    ];
    for (kind, pointer, from, to) in of_both.iter().chain(of_report) {
        assert!(csv.contains(from), "{from}: {csv}");
        let response = Exchange { response_body: Body(csv.replacen(from, to, 1)), ..response.clone() };
        changes.push(Change { response, kind: *kind, pointer: (*pointer).to_owned() });
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
    assert_eq!(keys(&judge(&run(examples())).differences), []);
}

#[test]
fn each_change_is_found_alone_and_allowed_by_its_proposal() {
    let changes = changes();
    assert!(changes.len() > 1000, "{}", changes.len());
    for (index, change) in changes.into_iter().enumerate() {
        let expected = vec![(change.response.operation.clone(), change.kind, change.pointer.clone())];
        let body = change.response.response_body.0.clone();
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
fn unexpected_bodies_are_one_difference() {
    let first = examples().remove(0);
    let html = Exchange { response_body: Body("<html>".to_owned()), ..first };
    let headers = vec![("content-type".to_owned(), "text/html".to_owned())];
    let page = Exchange { response_headers: headers, ..html.clone() };
    let nulls = with_change(&example("get_session", 200), |body| body["links"] = json!([null, null]));
    for (changed, kind, pointer) in [
        (html, Kind::TypeMismatch, ""),
        (page, Kind::UndocumentedContentType, ""),
        (nulls, Kind::UnexpectedNull, "/links/0"),
    ] {
        let expected = (changed.operation.clone(), kind, pointer.to_owned());
        assert_eq!(keys(&judge(&run(vec![changed])).differences), [expected]);
    }
}

#[test]
fn status_explains_a_body_of_another_kind() {
    for (operation, documented, status, body) in [
        ("delete_webhook", 204, 200, Some("{\"ok\":true}")),
        ("get_order", 200, 503, None),
        // A list of customers and an error are both lists of objects.
        ("list_customers", 200, 418, Some("{}")),
    ] {
        let example = example(operation, documented);
        let response_body = body.map_or_else(|| example.response_body.clone(), |body| Body(body.to_owned()));
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
fn shared_schema_is_changed_once_for_all_operations() {
    let with_link =
        |exchange: &Exchange| exchange.response_body.json().is_some_and(|body| body.pointer("/links/0/rel").is_some());
    let changed = examples().into_iter().filter(with_link);
    let changed = changed.map(|exchange| with_change(&exchange, |body| body["links"][0]["rel"] = json!("history")));
    let found = differences(Document::embedded(), changed.collect());
    assert!(found.len() > 5);
    let (text, _) = proposal::apply(Document::embedded(), &found);
    assert_eq!(text.matches("- target").count(), 1, "{text}");
    assert!(text.contains(&format!("seen in {0} of {0} responses", found.len())), "{text}");

    // Three differences of one response.
    let prices = ["/order_amount", "/authorization/authorization_amount", "/authorization/captures/0/amount"];
    let changed = with_change(&example("get_order", 200), |body| {
        prices.iter().for_each(|price| body.pointer_mut(price).expect("a price")["unit"] = json!("cents"));
    });
    let found = differences(Document::embedded(), vec![changed]);
    assert!(found.len() > 1);
    let (text, _) = proposal::apply(Document::embedded(), &found);
    assert!(text.contains("seen in 1 of 1 responses"), "{text}");
}
