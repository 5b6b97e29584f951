//! Compares a run with the document and with the types of the crate.

pub(crate) mod difference;
mod response;
pub(crate) mod schema;
pub(crate) mod table;
mod types;
pub(crate) mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use crate::verify::document::{Document, Operation, escape};
use crate::verify::exchange::{Exchange, Leftover, Run, ServerFacts, Skipped};
use crate::verify::judge::difference::{Difference, Finding, Kind};
use crate::verify::judge::verdict::Verdict;

/// The result of a run. Serialized, it is `report.json`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Judgement {
    pub(crate) differences: Vec<Difference>,
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) coverage: Coverage,
    pub(crate) server: ServerFacts,
    /// What still exists on the server.
    pub(crate) leftovers: Vec<Leftover>,
}

impl Judgement {
    /// Returns the exit code of the program: whether there are differences.
    pub(crate) fn exit_code(&self) -> u8 {
        u8::from(!self.differences.is_empty())
    }
}

/// Which parts of the document the run covered.
#[derive(Clone, Debug, Serialize)]
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
    let mut groups = Groups::default();
    for (index, exchange) in run.exchanges.iter().enumerate() {
        let Some(operation) = document.operation(&exchange.operation) else { continue };
        let mut findings = response::compare(document, &operation, exchange, &metadata);
        findings.extend(compare(&operation, exchange, &findings));
        groups.add(&operation, (index, exchange), findings);
    }
    groups.differences()
}

/// Returns the names of the metadata in requests, which are columns of reports.
fn metadata_names(run: &Run) -> BTreeSet<String> {
    fn collect(value: &Value, names: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                let metadata = members.get("metadata").and_then(Value::as_object);
                names.extend(metadata.into_iter().flat_map(|members| members.keys().cloned()));
                members.values().for_each(|value| collect(value, names));
            }
            Value::Array(elements) => elements.iter().for_each(|value| collect(value, names)),
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    let bodies = run.exchanges.iter().filter_map(|exchange| exchange.request_body.as_ref()?.json());
    bodies.for_each(|body| collect(&body, &mut names));
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

/// Findings by cause.
#[derive(Default)]
struct Groups {
    /// In the order of the script.
    found: Vec<(Cause, Difference)>,
    responses: Vec<Response>,
}

/// What a response could show.
struct Response {
    index: usize,
    operation: String,
    is_error: bool,
    /// The patterns of the pointers into the body.
    patterns: BTreeSet<String>,
}

#[derive(PartialEq, Eq)]
struct Cause {
    operation: String,
    /// Whether the response was an error: its body has nothing in common with a success.
    is_error: bool,
    kind: Kind,
    /// The pointer with `*` for each index.
    pattern: String,
}

impl Groups {
    fn add(&mut self, operation: &Operation<'_>, (index, exchange): (usize, &Exchange), findings: Vec<Finding>) {
        let body = exchange.response_body.json().unwrap_or_default();
        let is_error = exchange.status >= 400;
        let mut patterns = BTreeSet::new();
        add_patterns(&body, String::new(), &mut patterns);
        self.responses.push(Response { index, operation: operation.id.to_owned(), is_error, patterns });
        for finding in findings {
            let about_body = !matches!(finding.kind, Kind::UndocumentedStatus | Kind::UndocumentedContentType);
            let cause = Cause {
                operation: operation.id.to_owned(),
                is_error: is_error && about_body,
                kind: finding.kind,
                pattern: pattern(&finding.pointer, &body),
            };
            let found = self.found.iter().position(|(other, _)| *other == cause).unwrap_or_else(|| {
                let difference = Difference {
                    operation: cause.operation.clone(),
                    kind: finding.kind,
                    pointer: finding.pointer.clone(),
                    detail: String::new(),
                    seen: 0,
                    of: 0,
                    seen_in: BTreeSet::new(),
                    possible_in: BTreeSet::new(),
                    steps: BTreeSet::new(),
                    fixes: BTreeSet::new(),
                };
                self.found.push((cause, difference));
                self.found.len() - 1
            });
            let difference = &mut self.found[found].1;
            difference.add_detail(&finding.detail);
            difference.fixes.extend(finding.fix);
            difference.steps.insert(exchange.step.clone());
            difference.seen_in.insert(index);
        }
    }

    fn differences(self) -> Vec<Difference> {
        let Self { found, responses } = self;
        let mut differences: Vec<Difference> = Vec::new();
        for (cause, mut difference) in found {
            difference.possible_in = possible_in(&responses, &cause);
            // A column is not in the patterns.
            difference.possible_in.extend(&difference.seen_in);
            let is_same = |other: &&mut Difference| {
                (&other.operation, other.kind, &other.pointer)
                    == (&difference.operation, difference.kind, &difference.pointer)
            };
            match differences.iter_mut().find(is_same) {
                // A success and an error can show the same.
                Some(other) => {
                    difference.detail.split('\n').for_each(|detail| other.add_detail(detail));
                    other.seen_in.extend(difference.seen_in);
                    other.possible_in.extend(difference.possible_in);
                    other.steps.extend(difference.steps);
                    other.fixes.extend(difference.fixes);
                }
                None => differences.push(difference),
            }
        }
        for difference in &mut differences {
            (difference.seen, difference.of) = (difference.seen_in.len(), difference.possible_in.len());
            difference.detail = difference.detail.replace('\n', "; ");
        }
        differences
    }
}

/// Returns the indices of the responses that have the place of a cause.
fn possible_in(responses: &[Response], cause: &Cause) -> BTreeSet<usize> {
    let is_body = !matches!(cause.kind, Kind::UndocumentedStatus | Kind::UndocumentedContentType);
    let pattern = match cause.kind {
        // These can be missed wherever the object is.
        Kind::UndocumentedField | Kind::MissingRequired => {
            cause.pattern.rsplit_once('/').map_or("", |(parent, _)| parent)
        }
        _ => &cause.pattern,
    };
    let can_show = |response: &&Response| {
        response.operation == cause.operation
            && (!is_body || response.is_error == cause.is_error && response.patterns.contains(pattern))
    };
    responses.iter().filter(can_show).map(|response| response.index).collect()
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

fn add_patterns(value: &Value, at: String, patterns: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                add_patterns(value, format!("{at}/{}", escape(name)), patterns);
            }
        }
        Value::Array(elements) => {
            elements.iter().for_each(|value| add_patterns(value, format!("{at}/*"), patterns));
        }
        _ => {}
    }
    patterns.insert(at);
}
