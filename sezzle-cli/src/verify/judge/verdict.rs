//! What a run reveals about the open questions: one for each row of "What is uncertain" in the README.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;
use sezzle_api::reports::{ReportReader, SettlementRow, SettlementSums, SettlementType};
use sezzle_api::types::SessionOrder;

use crate::verify::exchange::{Body, Delivery, Exchange, Run};
use crate::verify::judge::difference::{Difference, Kind};

/// The answer to a question, from the point of view of the crate.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(into = "&'static str")]
pub(crate) enum Answer {
    /// What the crate assumes was seen to be true.
    Confirmed,
    /// What the crate assumes was seen to be false.
    Contradicted,
    /// No response answers it.
    NotSeen,
}

impl From<Answer> for &'static str {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Confirmed => "confirmed",
            Answer::Contradicted => "contradicted",
            Answer::NotSeen => "not seen",
        }
    }
}

/// An open question and what the run tells about it.
#[derive(Serialize)]
pub(crate) struct Verdict {
    /// The row of the README.
    pub(crate) uncertain: &'static str,
    /// What is confirmed or contradicted.
    pub(crate) question: &'static str,
    pub(crate) verdict: Answer,
    /// What was seen, with the steps of the script.
    pub(crate) evidence: Vec<String>,
}

/// Returns whether what the crate assumes is true, and what was seen. `None`, or nothing seen, means that no response answers the
/// question.
type Judge = fn(&Run, &[Difference]) -> (Option<bool>, Vec<String>);

/// The rows of the README, each with a question that has `confirmed` or `contradicted` as its answer.
const QUESTIONS: [(&str, &str, Judge); 12] = [
    (
        "how the signature of a webhook is encoded",
        "Does a webhook have a signature of 64 hexadecimal digits?",
        signature,
    ),
    (
        "which fields are always present",
        "Are the required fields of the document present, and not null?",
        required_fields,
    ),
    ("all values of an enum", "Are all values of enums documented?", enum_values),
    ("the success status of some operations", "Is the status of every success documented?", success_status),
    ("`complete` or `completed`", "Is a finished checkout `complete` or `completed`?", checkout_status),
    ("which links an order has in which state", "Are the links of an order the same in every state?", order_links),
    (
        "whether a capture, release or refund can succeed with an empty body",
        "Can a capture, release or refund succeed with an empty body?",
        empty_body,
    ),
    (
        "which of the two ids in a report is the API's",
        "Is the id in a report that has the shape of a UUID the one that the API takes?",
        report_ids,
    ),
    (
        "whether `ORDER` rows of a payout move money",
        "Is the net amount of a payout the sum of its rows without `ORDER`, where it has `CAPTURE` rows?",
        order_rows,
    ),
    (
        "how long a `Sezzle-Request-Id` is remembered, and the response to a conflict",
        "Does a repeated `Sezzle-Request-Id` act only once, and is another request with it rejected?",
        request_id,
    ),
    ("whether Sezzle checks order totals", "Is an order accepted whose parts do not add up to its total?", totals),
    ("whether `upcharge_order` can be used", "Can an order be upcharged?", upcharge),
];

/// Answers all questions.
pub(crate) fn verdicts(run: &Run, differences: &[Difference]) -> Vec<Verdict> {
    let answer = |(uncertain, question, judge): &(&'static str, &'static str, Judge)| {
        let (is_confirmed, evidence) = judge(run, differences);
        let verdict = match is_confirmed.filter(|_| !evidence.is_empty()) {
            None => Answer::NotSeen,
            Some(true) => Answer::Confirmed,
            Some(false) => Answer::Contradicted,
        };
        Verdict { uncertain, question, verdict, evidence }
    };
    QUESTIONS.iter().map(answer).collect()
}

fn of<'a>(run: &'a Run, operations: &'a [&str]) -> impl Iterator<Item = &'a Exchange> {
    run.exchanges.iter().filter(|exchange| operations.contains(&exchange.operation.as_str()))
}

/// Returns the differences of some kinds as evidence, or else what was seen without them.
fn by_differences(run: &Run, differences: &[Difference], kinds: &[Kind], what: &str) -> (Option<bool>, Vec<String>) {
    let found = differences.iter().filter(|difference| kinds.contains(&difference.kind)).map(|difference| {
        let Difference { operation, pointer, detail, seen, of, .. } = difference;
        format!("{operation} {pointer}: {detail} (in {seen} of {of} responses)")
    });
    let found: Vec<String> = found.collect();
    if !found.is_empty() {
        return (Some(false), found);
    }
    let bodies = run.exchanges.iter().filter(|exchange| !exchange.response_body.0.is_empty()).count();
    (Some(true), (bodies > 0).then(|| format!("{bodies} bodies {what}")).into_iter().collect())
}

fn signature(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let is_expected =
        |delivery: &Delivery| delivery.is_valid && delivery.is_hexadecimal && delivery.signature_length == 64;
    let describe = |delivery: &Delivery| {
        let validity = if delivery.is_valid { "valid" } else { "not valid" };
        format!("test_webhook: {} characters, {validity}", delivery.signature_length)
    };
    (Some(run.deliveries.iter().all(is_expected)), run.deliveries.iter().map(describe).collect())
}

fn required_fields(run: &Run, differences: &[Difference]) -> (Option<bool>, Vec<String>) {
    by_differences(run, differences, &[Kind::MissingRequired, Kind::UnexpectedNull], "without a missing field or null")
}

fn enum_values(run: &Run, differences: &[Difference]) -> (Option<bool>, Vec<String>) {
    by_differences(run, differences, &[Kind::UnknownEnumValue], "with documented values only")
}

fn success_status(run: &Run, differences: &[Difference]) -> (Option<bool>, Vec<String>) {
    // The detail starts with the status.
    let is_success = |detail: &str| detail.split("; ").any(|part| part.starts_with('2') && part.len() == 3);
    let found = differences
        .iter()
        .filter(|difference| difference.kind == Kind::UndocumentedStatus && is_success(&difference.detail))
        .map(|difference| format!("{}: {}", difference.operation, difference.detail));
    let found: Vec<String> = found.collect();
    if !found.is_empty() {
        return (Some(false), found);
    }
    let successes = run.exchanges.iter().filter(|exchange| exchange.is_success());
    let successes: BTreeSet<String> =
        successes.map(|exchange| format!("{} {}", exchange.operation, exchange.status)).collect();
    (Some(true), successes.into_iter().collect())
}

fn checkout_status(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for exchange in of(run, &["get_order"]) {
        let Some(body) = exchange.response_body.json() else { continue };
        if let (Some(status), true) = (body["checkout_status"].as_str(), body["authorization"]["approved"] == true) {
            seen.entry(status.to_owned()).or_insert(&exchange.step);
        }
    }
    // The status of a checkout whose authorization is over is `deleted`.
    seen.retain(|status, _| status != "deleted");
    let is_known = seen.keys().all(|status| status == "complete" || status == "completed");
    (Some(is_known), seen.iter().map(|(status, step)| format!("`{status}` ({step})")).collect())
}

fn order_links(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let mut by_status: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for body in of(run, &["get_order"]).filter_map(|exchange| exchange.response_body.json()) {
        let (Some(status), Some(links)) = (body["checkout_status"].as_str(), body["links"].as_array()) else {
            continue;
        };
        let name = |link: &Value| {
            format!("{} {}", link["method"].as_str().unwrap_or("?"), link["rel"].as_str().unwrap_or("?"))
        };
        let mut names: Vec<String> = links.iter().map(name).collect();
        names.sort();
        by_status.entry(status.to_owned()).or_default().insert(names);
    }
    let distinct: BTreeSet<&Vec<String>> = by_status.values().flatten().collect();
    let describe = |(status, links): (&String, &BTreeSet<Vec<String>>)| {
        let links: Vec<String> = links.iter().map(|names| names.join(", ")).collect();
        format!("`{status}`: {}", links.join(" or "))
    };
    // One state alone does not tell.
    let seen = by_status.iter().filter(|_| by_status.len() > 1);
    (Some(distinct.len() == 1), seen.map(describe).collect())
}

fn empty_body(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let successes =
        of(run, &["capture_order", "release_order", "refund_order"]).filter(|exchange| exchange.is_success());
    let (empty, others): (Vec<_>, Vec<_>) = successes.partition(|exchange| exchange.response_body.0.is_empty());
    if empty.is_empty() && !others.is_empty() {
        return (None, vec![format!("{} successes, all with a body", others.len())]);
    }
    let describe = |exchange: &&Exchange| format!("{} answered {} with an empty body", exchange.step, exchange.status);
    (Some(true), empty.iter().map(describe).collect())
}

fn settlement(exchange: &Exchange) -> ReportReader<SettlementRow, &[u8]> {
    ReportReader::new(exchange.response_body.0.as_bytes())
}

/// Returns no answer: a row that cannot be read might have another one.
fn no_claim(exchange: &Exchange, unreadable: usize) -> (Option<bool>, Vec<String>) {
    (None, vec![format!("{}: {unreadable} rows cannot be read", exchange.step)])
}

fn report_ids(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let orders: BTreeSet<String> = of(run, &["get_order"])
        .filter_map(|exchange| Some(exchange.response_body.json()?["uuid"].as_str()?.to_owned()))
        .collect();
    let mut evidence = BTreeSet::new();
    let mut is_confirmed = true;
    let mut look = |step: &str, columns: [(&str, Option<&str>); 2]| {
        let known = columns.into_iter().find(|(_, id)| id.is_some_and(|id| orders.contains(id)));
        if let Some((column, Some(id))) = known {
            is_confirmed &= id.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
            evidence.insert(format!("{step}: column `{column}` has the id of an order that was read"));
        }
    };
    for exchange in of(run, &["get_settlement_details"]).filter(|exchange| exchange.is_success()) {
        let (rows, unreadable): (Vec<_>, Vec<_>) = settlement(exchange).partition(Result::is_ok);
        if !unreadable.is_empty() {
            return no_claim(exchange, unreadable.len());
        }
        for row in rows.into_iter().flatten() {
            let ids = [("sezzle_order_id", row.sezzle_order_id.as_deref()), ("order_uuid", row.order_uuid.as_deref())];
            look(&exchange.step, ids);
        }
    }
    for exchange in of(run, &["get_order_report"]) {
        let items = exchange.response_body.json().unwrap_or_default();
        for item in items.as_array().into_iter().flatten() {
            look(&exchange.step, ["order_platform_uuid", "order_uuid"].map(|name| (name, item[name].as_str())));
        }
    }
    (Some(is_confirmed), evidence.into_iter().collect())
}

fn order_rows(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let mut evidence = Vec::new();
    let mut is_confirmed = true;
    for exchange in of(run, &["get_settlement_details"]).filter(|exchange| exchange.is_success()) {
        let mut report = settlement(exchange);
        let mut sums = SettlementSums::default();
        let is_unreadable = |row: &Result<_, _>| row.as_ref().map_or(true, |row| sums.record(row).is_err());
        let unreadable = report.by_ref().filter(is_unreadable).count();
        if unreadable > 0 {
            return no_claim(exchange, unreadable);
        }
        let net = report
            .totals()
            .and_then(|totals| Some((totals.net_settlement_amount?, totals.settlement_currency.as_deref()?)));
        let Some((net, currency)) = net else { continue };
        let (others, orders) = (sums.net(currency), sums.total(&SettlementType::Order, currency).amount);
        if sums.total(&SettlementType::Capture, currency).rows == 0 || orders.is_zero() {
            continue;
        }
        is_confirmed &= others == net;
        let orders = match net - others {
            difference if difference.is_zero() => "do not move",
            difference if difference == orders => "move",
            _ => "cannot explain the",
        };
        evidence.push(format!("{}: `ORDER` rows {orders} money: net {net}, other rows {others}", exchange.step));
    }
    (Some(is_confirmed), evidence)
}

fn request_id(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let mut by_id: BTreeMap<&str, Vec<&Exchange>> = BTreeMap::new();
    for exchange in &run.exchanges {
        if let Some((_, id)) = exchange.request_headers.iter().find(|(name, _)| name == "sezzle-request-id") {
            by_id.entry(id).or_default().push(exchange);
        }
    }
    let mut evidence = Vec::new();
    let mut is_confirmed = true;
    for group in by_id.values().filter(|group| group.len() > 1) {
        let first = group[0];
        for other in &group[1..] {
            let is_repeat = (&other.path, &other.request_body) == (&first.path, &first.request_body);
            let id = |exchange: &Exchange| exchange.response_body.json().and_then(|body| body.get("uuid").cloned());
            let (is_expected, what) = match (is_repeat, other.is_success()) {
                (true, true) if id(other) == id(first) => (true, "the same request: the same response"),
                (true, true) => (false, "the same request: another response"),
                (true, false) => (true, "the same request: rejected"),
                (false, true) => (false, "another request: accepted"),
                (false, false) => (true, "another request: rejected"),
            };
            is_confirmed &= is_expected;
            evidence.push(format!("{}: {what} ({})", other.step, other.status));
        }
    }
    (Some(is_confirmed), evidence)
}

fn totals(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let mut evidence = Vec::new();
    let mut is_confirmed = true;
    for exchange in of(run, &["create_session"]) {
        let order = exchange.request_body.as_ref().and_then(Body::json).map(|body| body["order"].clone());
        let order = order.and_then(|order| serde_json::from_value::<SessionOrder>(order).ok());
        let wrong = order.and_then(|order| order.validate_total().err()).filter(|error| error.difference().is_some());
        if let Some(error) = wrong {
            is_confirmed &= exchange.is_success();
            evidence.push(format!("{}: {error}: status {}", exchange.step, exchange.status));
        }
    }
    (Some(is_confirmed), evidence)
}

fn upcharge(run: &Run, _: &[Difference]) -> (Option<bool>, Vec<String>) {
    let tried: Vec<&Exchange> = of(run, &["upcharge_order"])
        // A request that was not authorized, or about no order, tells nothing.
        .filter(|exchange| !matches!(exchange.status, 400 | 401 | 404 | 422))
        .collect();
    let describe = |exchange: &&Exchange| format!("{}: status {}", exchange.step, exchange.status);
    (Some(tried.iter().any(|exchange| exchange.is_success())), tried.iter().map(describe).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn report_with_unreadable_row_answers_nothing() {
        let exchange = |operation: &str, body: &str| Exchange {
            step: operation.to_owned(),
            operation: operation.to_owned(),
            status: 200,
            response_body: Body(body.to_owned()),
            ..Exchange::default()
        };
        let order = exchange("get_order", r#"{"uuid": "order-1"}"#);
        let report = "type,amount,posting_currency,order_uuid\nFEE,1.00,USD,order-1\n";
        for (body, answer) in [(report.to_owned(), Some(false)), (format!("{report}FEE,one,USD,order-2\n"), None)] {
            let exchanges = vec![order.clone(), exchange("get_settlement_details", &body)];
            let run = Run { exchanges, ..Run::default() };
            let (is_confirmed, evidence) = report_ids(&run, &[]);
            assert_eq!((is_confirmed, evidence.len()), (answer, 1), "{evidence:?}");
            if answer.is_none() {
                assert_eq!(order_rows(&run, &[]), (None, evidence));
            }
        }
    }

    #[test]
    fn questions_are_the_rows_of_the_readme() {
        let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).expect("the README");
        let section =
            readme.split("## What is uncertain").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("it");
        let rows = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
        let rows: Vec<&str> = rows.filter(|row| *row != "uncertain").collect();
        assert_eq!(rows, QUESTIONS.map(|(row, ..)| row));
    }
}
