//! What was done to the document.

use crate::io::finding::{Finding, Pointer};

/// Notes for the author.
pub(super) struct Notes {
    name: String,
    /// Rewrites with the same meaning.
    pub(super) rewrites: Vec<Finding>,
    /// What the author may want to decide differently.
    pub(super) decisions: Vec<Finding>,
}

impl Notes {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), rewrites: Vec::new(), decisions: Vec::new() }
    }

    pub(super) fn rewrite(&mut self, at: &Pointer, problem: impl Into<String>) {
        self.rewrites.push(Finding::new(&*self.name, at, problem, "nothing; the meaning is the same"));
    }

    pub(super) fn decide(&mut self, at: &Pointer, problem: impl Into<String>, remedy: impl Into<String>) {
        self.decisions.push(Finding::new(&*self.name, at, problem, remedy));
    }
}
