//! Compares a run with the document and with the types of the crate.

pub(crate) mod difference;
mod response;
mod schema;
mod table;
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

/// What the run has seen of the document.
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
    for exchange in &run.exchanges {
        let Some(operation) = document.operation(&exchange.operation) else { continue };
        let mut findings = response::compare(document, &operation, exchange, &metadata);
        findings.extend(compare(&operation, exchange, &findings));
        groups.add(&operation, exchange, findings);
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
    /// For each kind of response, the patterns of the pointers into each body.
    bodies: BTreeMap<(String, bool), Vec<BTreeSet<String>>>,
    /// The number of responses of each operation.
    responses: BTreeMap<String, usize>,
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
    fn add(&mut self, operation: &Operation<'_>, exchange: &Exchange, findings: Vec<Finding>) {
        let body = exchange.response_body.json().unwrap_or_default();
        let is_error = exchange.status >= 400;
        let mut patterns = BTreeSet::new();
        add_patterns(&body, String::new(), &mut patterns);
        *self.responses.entry(operation.id.to_owned()).or_default() += 1;
        self.bodies.entry((operation.id.to_owned(), is_error)).or_default().push(patterns);

        let mut in_this_response: Vec<usize> = Vec::new();
        for finding in findings {
            let about_body = !matches!(finding.kind, Kind::UndocumentedStatus | Kind::UndocumentedContentType);
            let cause = Cause {
                operation: operation.id.to_owned(),
                is_error: is_error && about_body,
                kind: finding.kind,
                pattern: pattern(&finding.pointer, &body),
            };
            let index = self.found.iter().position(|(other, _)| *other == cause).unwrap_or_else(|| {
                let difference = Difference {
                    operation: cause.operation.clone(),
                    kind: finding.kind,
                    pointer: finding.pointer.clone(),
                    detail: String::new(),
                    seen: 0,
                    of: 0,
                    steps: BTreeSet::new(),
                    fixes: BTreeSet::new(),
                };
                self.found.push((cause, difference));
                self.found.len() - 1
            });
            let difference = &mut self.found[index].1;
            if !difference.detail.split("\n").any(|detail| detail == finding.detail) {
                let separator = if difference.detail.is_empty() { "" } else { "\n" };
                difference.detail = format!("{}{separator}{}", difference.detail, finding.detail);
            }
            difference.fixes.extend(finding.fix);
            difference.steps.insert(exchange.step.clone());
            if !in_this_response.contains(&index) {
                in_this_response.push(index);
                difference.seen += 1;
            }
        }
    }

    fn differences(self) -> Vec<Difference> {
        let Self { found, bodies, responses } = self;
        let count = |cause: &Cause| {
            let pattern = match cause.kind {
                Kind::UndocumentedStatus | Kind::UndocumentedContentType => return responses[&cause.operation],
                // These can be missed wherever the object is.
                Kind::UndocumentedField | Kind::MissingRequired => {
                    cause.pattern.rsplit_once('/').map_or("", |(parent, _)| parent)
                }
                _ => &cause.pattern,
            };
            let key = (cause.operation.clone(), cause.is_error);
            bodies.get(&key).into_iter().flatten().filter(|patterns| patterns.contains(pattern)).count()
        };
        let complete = |(cause, difference): (Cause, Difference)| Difference {
            // A column is not in the patterns: every report can show it.
            of: count(&cause).max(difference.seen),
            detail: difference.detail.replace('\n', "; "),
            ..difference
        };
        found.into_iter().map(complete).collect()
    }
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
