//! Problems in an input: where they are, and what to do about them.

use std::fmt;

use serde::Serialize;

use crate::io::style::Style;

/// A JSON pointer (RFC 6901) under construction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointer(String);

impl Pointer {
    /// Returns the pointer to the whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// Returns the pointer to the member `key`, or to the element with that index, of the target of this one.
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

    /// Returns the pointer as a string, which is empty for the whole document.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns the unescaped segments of a JSON pointer.
pub fn segments(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(unescape)
}

/// Returns the name that a segment of a JSON pointer stands for.
#[must_use]
pub fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
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

/// One problem in an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file, or the step if there is no file.
    pub source: String,
    /// The location in it: a JSON pointer, or a line and a column.
    pub location: String,
    /// The line of the location in the file, if [`locate`](super::lines::locate) was called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

impl Finding {
    /// Creates a finding.
    pub fn new(
        source: impl Into<String>,
        location: impl fmt::Display,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            source: source.into(),
            location: location.to_string(),
            line: None,
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }

    /// Returns the file, with the line if it is known.
    #[must_use]
    pub fn place(&self) -> String {
        self.line.map_or_else(|| self.source.clone(), |line| format!("{}:{line}", self.source))
    }
}

/// All problems that a step found; never empty when returned as an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Creates an error with a single finding.
    pub fn one(
        source: impl Into<String>,
        location: impl fmt::Display,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self(vec![Finding::new(source, location, problem, remedy)])
    }

    /// Formats the findings one after another.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        let format = |finding: &Finding| {
            let location =
                if finding.location.is_empty() { String::new() } else { format!(" at {}", finding.location) };
            let heading = style.heading(&format!("{}{location}", finding.place()));
            let problem = style.paint("31", "problem:");
            let remedy = style.paint("32", "remedy: ");
            format!("{heading}\n  {problem} {}\n  {remedy} {}\n", finding.problem, finding.remedy)
        };
        self.0.iter().map(format).collect()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Style::Plain))
    }
}

impl std::error::Error for Findings {}

/// The result of a step.
pub type Result<T> = std::result::Result<T, Findings>;

/// Collects findings while a step walks a document, so that one run reports them all.
#[derive(Debug)]
pub struct Collector {
    source: String,
    findings: Vec<Finding>,
}

impl Collector {
    /// Creates a collector for findings in `source`.
    pub fn new(source: impl Into<String>) -> Self {
        Self { source: source.into(), findings: Vec::new() }
    }

    /// Adds a finding.
    pub fn add(&mut self, location: impl fmt::Display, problem: impl Into<String>, remedy: impl Into<String>) {
        self.findings.push(Finding::new(self.source.clone(), location, problem, remedy));
    }

    /// Returns `value` if there are no findings.
    ///
    /// # Errors
    ///
    /// Returns all findings, if there are any.
    pub fn finish<T>(self, value: T) -> Result<T> {
        if self.findings.is_empty() { Ok(value) } else { Err(Findings(self.findings)) }
    }
}
