//! Compares a run with the document and with the types of the crate.

pub(crate) mod difference;
pub(crate) mod response;
pub(crate) mod schema;
pub(crate) mod table;
mod types;
pub(crate) mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::json::walk;
use crate::verify::document::{Document, Operation};
use crate::verify::exchange::{Exchange, Leftover, Run, ServerFacts, Skipped};
use crate::verify::judge::difference::{Difference, Finding, Kind};
use crate::verify::judge::verdict::Verdict;

/// The result of a run. Serialized, it is `report.json`.
#[derive(Serialize)]
pub(crate) struct Judgement {
    pub(crate) differences: Vec<Difference>,
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) coverage: Coverage,
    pub(crate) server: ServerFacts,
    /// What still exists on the server.
    pub(crate) leftovers: Vec<Leftover>,
}

/// Which parts of the document the run covered.
#[derive(Serialize)]
pub(crate) struct Coverage {
    pub(crate) responses: usize,
    /// For each operation, the statuses that were seen, each with the number of responses.
    pub(crate) operations: BTreeMap<String, BTreeMap<u16, usize>>,
    /// The operations without a response.
    pub(crate) missing: Vec<String>,
    /// The steps that were not possible.
    pub(crate) skipped: Vec<Skipped>,
}

/// Compares all responses of a run.
pub(crate) fn judge(run: &Run) -> Judgement {
    let document = Document::embedded();
    let differences =
        differences(document, run, |operation, exchange, found| types::compare(document, operation, exchange, found));
    Judgement {
        verdicts: verdict::verdicts(run, &differences),
        differences,
        coverage: coverage(run, document),
        server: run.server.clone(),
        leftovers: run.leftovers.clone(),
    }
}

/// Compares all responses with a document. `compare` may add to what is found in one.
pub(super) fn differences(
    document: &Document,
    run: &Run,
    compare: impl Fn(&Operation<'_>, &Exchange, &[Finding]) -> Vec<Finding>,
) -> Vec<Difference> {
    let metadata = metadata_names(run);
    // The differences in the order of the script, each with its details and the pattern of its pointer.
    let mut found: Vec<(Difference, Vec<String>, String)> = Vec::new();
    let mut patterns = Vec::new();
    for (index, exchange) in run.exchanges.iter().enumerate() {
        let body = exchange.response_body.json().unwrap_or_default();
        let mut patterns_of_body = BTreeSet::new();
        walk(&body, &mut |at, _| {
            patterns_of_body.insert(at.to_owned());
        });
        patterns.push(patterns_of_body);
        let Some(operation) = document.operation(&exchange.operation) else { continue };
        let mut findings = response::compare(document, &operation, exchange, &metadata);
        findings.extend(compare(&operation, exchange, &findings));
        for finding in findings {
            let pattern = pattern(&finding.pointer, &body);
            let is_same = |(other, _, other_pattern): &(Difference, _, String)| {
                (other.operation.as_str(), other.kind, other_pattern) == (operation.id, finding.kind, &pattern)
            };
            let known = found.iter().position(is_same).unwrap_or_else(|| {
                found.push((Difference::new(operation.id, finding.kind, finding.pointer), Vec::new(), pattern));
                found.len() - 1
            });
            let (difference, details, _) = &mut found[known];
            if !details.contains(&finding.detail) {
                details.push(finding.detail);
            }
            difference.fixes.extend(finding.fix);
            difference.steps.insert(exchange.step.clone());
            difference.seen_in.insert(index);
        }
    }
    let count = |(mut difference, details, pattern): (Difference, Vec<String>, String)| {
        difference.possible_in = possible_in(run, &patterns, &difference, &pattern);
        (difference.seen, difference.of) = (difference.seen_in.len(), difference.possible_in.len());
        difference.detail = details.join("; ");
        difference
    };
    found.into_iter().map(count).collect()
}

/// Returns the names of the metadata in requests, which are columns of reports.
fn metadata_names(run: &Run) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for body in run.exchanges.iter().filter_map(|exchange| exchange.request_body.as_ref()?.json()) {
        walk(&body, &mut |_, value| {
            names.extend(value["metadata"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
        });
    }
    names
}

fn coverage(run: &Run, document: &Document) -> Coverage {
    let mut operations: BTreeMap<String, BTreeMap<u16, usize>> = BTreeMap::new();
    for exchange in &run.exchanges {
        *operations.entry(exchange.operation.clone()).or_default().entry(exchange.status).or_default() += 1;
    }
    let ids = document.operations().map(|operation| operation.id.to_owned());
    Coverage {
        responses: run.exchanges.len(),
        missing: ids.filter(|id| !operations.contains_key(id)).collect(),
        operations,
        skipped: run.skipped.clone(),
    }
}

/// Returns the indices of the responses that have the place of a difference. `patterns` are those of each body.
fn possible_in(run: &Run, patterns: &[BTreeSet<String>], found: &Difference, pattern: &str) -> BTreeSet<usize> {
    let is_body = !matches!(found.kind, Kind::UndocumentedStatus | Kind::UndocumentedContentType);
    let place = match found.kind {
        // These can be missed wherever the object is.
        Kind::UndocumentedField | Kind::MissingRequired => pattern.rsplit_once('/').map_or("", |(parent, _)| parent),
        _ => pattern,
    };
    // The body of an error has nothing in common with that of a success.
    let is_error = |index: usize| run.exchanges[index].status >= 400;
    let is_similar = |index: usize| found.seen_in.iter().any(|seen| is_error(*seen) == is_error(index));
    let can_show = |index: &usize| {
        run.exchanges[*index].operation == found.operation
            && (!is_body || is_similar(*index) && patterns[*index].contains(place))
    };
    // A column is not in the patterns.
    (0..run.exchanges.len()).filter(can_show).chain(found.seen_in.iter().copied()).collect()
}

/// Returns a pointer with `*` for each index of a list.
fn pattern(pointer: &str, body: &Value) -> String {
    let mut node = Some(body);
    let segments = pointer.split('/').skip(1).map(|segment| {
        let is_index = node.is_some_and(Value::is_array);
        node = node.and_then(|node| node.pointer(&format!("/{segment}")));
        if is_index { "/*".to_owned() } else { format!("/{segment}") }
    });
    segments.collect()
}
