//! What a run reveals about the open questions: one for each row of "What is uncertain" in the README.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::verify::exchange::{Body, Delivery, Exchange, Run};
use crate::verify::judge::difference::{Difference, Kind};

/// The answer to a question, from the point of view of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Answer {
    /// What the crate assumes was seen to be true.
    #[serde(rename = "confirmed")]
    Confirmed,
    /// What the crate assumes was seen to be false.
    #[serde(rename = "contradicted")]
    Contradicted,
    /// No response answers it.
    #[serde(rename = "not seen")]
    NotSeen,
}

impl Answer {
    /// Returns the text in reports.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Contradicted => "contradicted",
            Self::NotSeen => "not seen",
        }
    }
}

/// An open question and what the run tells about it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Verdict {
    /// The row of the README.
    pub(crate) uncertain: &'static str,
    /// What is confirmed or contradicted.
    pub(crate) question: &'static str,
    pub(crate) verdict: Answer,
    /// What was seen, with the steps of the script.
    pub(crate) evidence: Vec<String>,
}

type Judge = fn(&Run, &[Difference]) -> (Answer, Vec<String>);

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
        let (verdict, evidence) = judge(run, differences);
        Verdict { uncertain, question, verdict, evidence }
    };
    QUESTIONS.iter().map(answer).collect()
}

/// Returns `Confirmed` or `Contradicted` if there is evidence.
fn decide(is_confirmed: bool, evidence: Vec<String>) -> (Answer, Vec<String>) {
    match (evidence.is_empty(), is_confirmed) {
        (true, _) => (Answer::NotSeen, evidence),
        (false, true) => (Answer::Confirmed, evidence),
        (false, false) => (Answer::Contradicted, evidence),
    }
}

fn of<'a>(run: &'a Run, operations: &'a [&str]) -> impl Iterator<Item = &'a Exchange> {
    run.exchanges.iter().filter(|exchange| operations.contains(&exchange.operation.as_str()))
}

fn is_success(exchange: &Exchange) -> bool {
    (200..300).contains(&exchange.status)
}

/// Returns the differences of some kinds as evidence, or else what was seen without them.
fn by_differences(run: &Run, differences: &[Difference], kinds: &[Kind], what: &str) -> (Answer, Vec<String>) {
    let found: Vec<String> = differences
        .iter()
        .filter(|difference| kinds.contains(&difference.kind))
        .map(|difference| {
            let Difference { operation, pointer, detail, seen, of, .. } = difference;
            format!("{operation} {pointer}: {detail} (in {seen} of {of} responses)")
        })
        .collect();
    if !found.is_empty() {
        return (Answer::Contradicted, found);
    }
    let bodies = run.exchanges.iter().filter(|exchange| !exchange.response_body.is_empty()).count();
    decide(true, (bodies > 0).then(|| format!("{bodies} bodies {what}")).into_iter().collect())
}

fn signature(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
    let is_expected =
        |delivery: &Delivery| delivery.is_valid && delivery.is_hexadecimal && delivery.signature_length == 64;
    let describe = |delivery: &Delivery| {
        let validity = if delivery.is_valid { "valid" } else { "not valid" };
        format!("test_webhook: {} characters, {validity}", delivery.signature_length)
    };
    decide(run.deliveries.iter().all(is_expected), run.deliveries.iter().map(describe).collect())
}

fn required_fields(run: &Run, differences: &[Difference]) -> (Answer, Vec<String>) {
    by_differences(run, differences, &[Kind::MissingRequired, Kind::UnexpectedNull], "without a missing field or null")
}

fn enum_values(run: &Run, differences: &[Difference]) -> (Answer, Vec<String>) {
    by_differences(run, differences, &[Kind::UnknownEnumValue], "with documented values only")
}

fn success_status(run: &Run, differences: &[Difference]) -> (Answer, Vec<String>) {
    let successes: BTreeSet<String> = run
        .exchanges
        .iter()
        .filter(|exchange| is_success(exchange))
        .map(|exchange| format!("{} {}", exchange.operation, exchange.status))
        .collect();
    let is_undocumented = |difference: &&Difference| {
        // The detail starts with the status.
        difference.kind == Kind::UndocumentedStatus
            && difference.detail.split("; ").any(|part| part.starts_with('2') && part.len() == 3)
    };
    let found: Vec<String> = differences
        .iter()
        .filter(is_undocumented)
        .map(|difference| format!("{}: {}", difference.operation, difference.detail))
        .collect();
    if found.is_empty() { decide(true, successes.into_iter().collect()) } else { (Answer::Contradicted, found) }
}

fn checkout_status(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
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
    decide(is_known, seen.iter().map(|(status, step)| format!("`{status}` ({step})")).collect())
}

fn order_links(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
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
    let is_same = distinct.len() == 1;
    let describe = |(status, links): (&String, &BTreeSet<Vec<String>>)| {
        let links: Vec<String> = links.iter().map(|names| names.join(", ")).collect();
        format!("`{status}`: {}", links.join(" or "))
    };
    // One state alone does not tell.
    if by_status.len() < 2 {
        (Answer::NotSeen, Vec::new())
    } else {
        decide(is_same, by_status.iter().map(describe).collect())
    }
}

fn empty_body(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
    let successes =
        of(run, &["capture_order", "release_order", "refund_order"]).filter(|exchange| is_success(exchange));
    let (empty, others): (Vec<&Exchange>, Vec<&Exchange>) =
        successes.partition(|exchange| exchange.response_body.is_empty());
    let describe = |exchange: &&Exchange| format!("{} answered {} with an empty body", exchange.step, exchange.status);
    if empty.is_empty() && !others.is_empty() {
        return (Answer::NotSeen, vec![format!("{} successes, all with a body", others.len())]);
    }
    decide(true, empty.iter().map(describe).collect())
}

/// Returns the rows of reports, each as a map from columns to cells.
fn rows(exchange: &Exchange) -> Vec<BTreeMap<String, String>> {
    let text = exchange.response_body.text().unwrap_or_default();
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut header: Option<csv::StringRecord> = None;
    let mut rows = Vec::new();
    for row in reader.into_records().filter_map(Result::ok) {
        let is_header = row.iter().any(|cell| matches!(cell, "type" | "net_settlement_amount"));
        match &header {
            Some(header) if !is_header => {
                rows.push(header.iter().zip(&row).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect());
            }
            _ => header = Some(row),
        }
    }
    rows
}

fn report_ids(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
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
    for exchange in of(run, &["get_settlement_details"]).filter(|exchange| is_success(exchange)) {
        for row in rows(exchange) {
            look(
                &exchange.step,
                ["sezzle_order_id", "order_uuid"].map(|name| (name, row.get(name).map(String::as_str))),
            );
        }
    }
    for exchange in of(run, &["get_order_report"]) {
        let items = exchange.response_body.json().unwrap_or_default();
        for item in items.as_array().into_iter().flatten() {
            look(&exchange.step, ["order_platform_uuid", "order_uuid"].map(|name| (name, item[name].as_str())));
        }
    }
    decide(is_confirmed, evidence.into_iter().collect())
}

fn order_rows(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
    let mut evidence = Vec::new();
    let mut is_confirmed = true;
    for exchange in of(run, &["get_settlement_details"]).filter(|exchange| is_success(exchange)) {
        let rows = rows(exchange);
        let Some(net) = rows.iter().find_map(|row| cents(row.get("net_settlement_amount")?)) else { continue };
        let has_captures = rows.iter().any(|row| row.get("type").is_some_and(|kind| kind == "CAPTURE"));
        let of_orders = rows.iter().filter(|row| row.get("type").is_some_and(|kind| kind == "ORDER"));
        let orders: i64 = of_orders.filter_map(|row| cents(row.get("order_amount")?)).sum();
        let others: i64 = rows
            .iter()
            .filter_map(|row| {
                let amount = cents(row.get("amount")?)?;
                let is_taken = matches!(row.get("type")?.as_str(), "REFUND" | "FEE" | "CHARGEBACK" | "MONTHLY_FEE");
                Some(if is_taken { -amount.abs() } else { amount })
            })
            .sum();
        if !has_captures || orders == 0 {
            continue;
        }
        is_confirmed &= others == net;
        let orders = if others == net {
            "do not move"
        } else if others + orders == net {
            "move"
        } else {
            "cannot explain the"
        };
        evidence
            .push(format!("{}: `ORDER` rows {orders} money: net {net}, other rows {others}, in cents", exchange.step));
    }
    decide(is_confirmed, evidence)
}

/// Converts a decimal of the major unit to cents.
fn cents(cell: &str) -> Option<i64> {
    let (whole, fraction) = cell.trim().split_once('.').unwrap_or((cell.trim(), ""));
    if cell.trim().is_empty() {
        return None;
    }
    let digits = format!("{}{fraction:0<2}", whole.trim_start_matches('-'));
    let cents: i64 = if fraction.len() > 2 { return None } else { digits.parse().ok()? };
    Some(if whole.starts_with('-') { -cents } else { cents })
}

fn request_id(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
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
            let (is_expected, what) = match (is_repeat, is_success(other)) {
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
    decide(is_confirmed, evidence)
}

fn totals(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
    let mut evidence = Vec::new();
    let mut is_confirmed = true;
    for exchange in of(run, &["create_session"]) {
        let Some(order) = exchange.request_body.as_ref().and_then(Body::json).map(|body| body["order"].clone()) else {
            continue;
        };
        let cents = |price: &Value| price["amount_in_cents"].as_i64();
        let (Some(total), Some(items)) = (cents(&order["order_amount"]), order["items"].as_array()) else { continue };
        let line = |item: &Value| Some(cents(&item["price"])? * item["quantity"].as_i64()?);
        let parts = ["shipping_amount", "tax_amount"].iter().filter_map(|part| cents(&order[*part]));
        let discounts = order["discounts"].as_array().into_iter().flatten().filter_map(|part| cents(&part["amount"]));
        let sum = items.iter().filter_map(line).sum::<i64>() + parts.sum::<i64>() - discounts.sum::<i64>();
        if sum != total {
            is_confirmed &= is_success(exchange);
            evidence.push(format!("{}: total {total}, parts {sum}: status {}", exchange.step, exchange.status));
        }
    }
    decide(is_confirmed, evidence)
}

fn upcharge(run: &Run, _: &[Difference]) -> (Answer, Vec<String>) {
    let tried: Vec<&Exchange> = of(run, &["upcharge_order"])
        // A request that was not authorized, or about no order, tells nothing.
        .filter(|exchange| !matches!(exchange.status, 400 | 401 | 404 | 422))
        .collect();
    let describe = |exchange: &&Exchange| format!("{}: status {}", exchange.step, exchange.status);
    decide(tried.iter().any(|exchange| is_success(exchange)), tried.iter().map(describe).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_the_rows_of_the_readme() {
        let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).expect("the README");
        let section =
            readme.split("## What is uncertain").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("it");
        let rows = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
        let rows: Vec<&str> = rows.filter(|row| *row != "uncertain").collect();
        assert_eq!(rows, QUESTIONS.map(|(row, ..)| row));
    }

    #[test]
    fn cells_become_cents() {
        let cells = ["41.50", "-2.7", ".30", "5", "0.125", "x", ""];
        assert_eq!(cells.map(cents), [Some(4150), Some(-270), Some(30), Some(500), None, None, None]);
    }
}
