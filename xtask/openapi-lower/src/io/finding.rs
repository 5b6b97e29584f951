//! What is wrong with an input, where, and what to do about it.

use std::fmt;

use serde::Serialize;

use crate::style::Style;

/// A JSON pointer (RFC 6901) under construction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer to the whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// The pointer to the member `key`, or to the element with that index, of what this one points to.
    #[must_use]
    pub fn join(&self, key: impl fmt::Display) -> Self {
        let mut pointer = format!("{}/{key}", self.0);
        let start = self.0.len() + 1;
        if pointer[start..].contains(['~', '/']) {
            let escaped = pointer[start..].replace('~', "~0").replace('/', "~1");
            pointer.replace_range(start.., &escaped);
        }
        Self(pointer)
    }

    /// The pointer as text. Empty for the whole document.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Pointer {
    fn from(pointer: String) -> Self {
        Self(pointer)
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// One thing that keeps an input from being used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file, or the stage if there is none.
    pub source: String,
    /// Where in it: a JSON pointer, or a line and a column.
    pub place: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// Everything a stage found wrong; never empty when returned as an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// A single finding.
    pub fn one(
        source: impl Into<String>,
        place: impl fmt::Display,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self(vec![Finding {
            source: source.into(),
            place: place.to_string(),
            problem: problem.into(),
            remedy: remedy.into(),
        }])
    }

    /// All of them, one after the other.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        let lines = |finding: &Finding| {
            let place = if finding.place.is_empty() { String::new() } else { format!(" at {}", finding.place) };
            let heading = style.heading(&format!("{}{place}", finding.source));
            let problem = style.paint("31", "problem:");
            let remedy = style.paint("32", "remedy: ");
            format!("{heading}\n  {problem} {}\n  {remedy} {}\n", finding.problem, finding.remedy)
        };
        self.0.iter().map(lines).collect()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Style::Plain))
    }
}

impl std::error::Error for Findings {}

/// The result of a stage.
pub type Result<T> = std::result::Result<T, Findings>;

/// Collects findings while a stage walks a document, so that one run reports them all.
#[derive(Debug)]
pub struct Collector {
    source: String,
    findings: Vec<Finding>,
}

impl Collector {
    /// A collector for findings in `source`.
    pub fn new(source: impl Into<String>) -> Self {
        Self { source: source.into(), findings: Vec::new() }
    }

    /// Notes a finding.
    pub fn add(&mut self, place: impl fmt::Display, problem: impl Into<String>, remedy: impl Into<String>) {
        self.findings.push(Finding {
            source: self.source.clone(),
            place: place.to_string(),
            problem: problem.into(),
            remedy: remedy.into(),
        });
    }

    /// `value` if nothing was found.
    ///
    /// # Errors
    ///
    /// All findings, if there are any.
    pub fn finish<T>(self, value: T) -> Result<T> {
        if self.findings.is_empty() { Ok(value) } else { Err(Findings(self.findings)) }
    }
}
