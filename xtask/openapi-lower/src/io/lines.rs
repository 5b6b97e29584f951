//! Finds the lines of JSON pointers in YAML or JSON.

use serde_saphyr::granit_parser::{Event, Parser, Span};

use crate::io::finding::{Finding, Findings, segments};
use crate::io::read::Document;

/// Adds the line to each finding in `document` that has a JSON pointer; for a pointer to a node that is not there, the line
/// of the closest node around it.
pub fn locate(findings: &mut [Finding], document: &Document) {
    let mut pointers = Vec::new();
    let mut found = Vec::new();
    for finding in findings.iter_mut().filter(|finding| finding.source == document.name && finding.line.is_none()) {
        if let Some(pointer) = finding.location.strip_prefix('#') {
            pointers.push(pointer.to_owned());
            found.push(&mut finding.line);
        }
    }
    if pointers.is_empty() || document.text.is_empty() {
        return;
    }
    for (line, found) in lines(&document.text, &pointers).into_iter().zip(found) {
        *found = Some(line);
    }
}

/// Returns the findings in `document` with their lines.
#[must_use]
pub fn located(mut findings: Findings, document: &Document) -> Findings {
    locate(&mut findings.0, document);
    findings
}

/// Returns the line of each JSON pointer in `text`, or of the closest node around it. Lines start at 1.
#[must_use]
pub fn lines(text: &str, pointers: &[String]) -> Vec<usize> {
    let paths: Vec<Vec<String>> = pointers.iter().map(|pointer| segments(pointer).collect()).collect();
    let mut search = Search { events: Parser::new_from_str(text), lines: vec![1; pointers.len()] };
    let wanted: Wanted<'_> = paths.iter().map(Vec::as_slice).enumerate().collect();
    while let Some((event, _)) = search.next() {
        if let Event::DocumentStart(..) = event {
            search.node(&wanted);
            break;
        }
    }
    search.lines
}

/// Pointers by index, each with the segments below the current node.
type Wanted<'p> = Vec<(usize, &'p [String])>;

struct Search<'t> {
    events: Parser<'t, serde_saphyr::granit_parser::StrInput<'t>>,
    lines: Vec<usize>,
}

impl<'t> Search<'t> {
    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        self.peek()?;
        self.events.next()?.ok()
    }

    /// Returns the next event without taking it. Comments are skipped.
    fn peek(&mut self) -> Option<(&Event<'t>, usize)> {
        while let Event::Comment(..) = self.events.peek()?.ok()?.0 {
            self.events.next();
        }
        let (event, span) = self.events.peek()?.ok()?;
        Some((event, span.start.line()))
    }

    /// Reads one node, and sets the lines of what is wanted below it.
    fn node(&mut self, wanted: &Wanted<'_>) -> Option<()> {
        match self.next()?.0 {
            Event::MappingStart(..) => self.mapping(wanted),
            Event::SequenceStart(..) => self.sequence(wanted),
            _ => Some(()),
        }
    }

    fn mapping(&mut self, wanted: &Wanted<'_>) -> Option<()> {
        loop {
            let (event, span) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Some(()),
                Event::Scalar(key, ..) => key,
                _ => return None,
            };
            let below = self.below(wanted, &key, span.start.line());
            self.node(&below)?;
        }
    }

    fn sequence(&mut self, wanted: &Wanted<'_>) -> Option<()> {
        for index in 0_usize.. {
            let (event, line) = self.peek()?;
            if *event == Event::SequenceEnd {
                self.next();
                break;
            }
            let below = self.below(wanted, &index.to_string(), line);
            self.node(&below)?;
        }
        Some(())
    }

    /// Returns what is wanted below a member, and sets the line of the member.
    fn below<'p>(&mut self, wanted: &Wanted<'p>, key: &str, line: usize) -> Wanted<'p> {
        let mut below = Vec::new();
        for (index, path) in wanted {
            if let Some((first, rest)) = path.split_first()
                && first == key
            {
                self.lines[*index] = line;
                below.push((*index, rest));
            }
        }
        below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, pointer: &str) -> usize {
        lines(text, &[pointer.to_owned()])[0]
    }

    #[test]
    fn pointer_leads_to_its_line() {
        let text = "# c\na:\n  b/c: # d\n    - x\n    # e\n    - {y: 1,\n       z: 2}\nlast: *no\n";
        for (pointer, expected) in
            [("", 1), ("/a", 2), ("/a/b~1c", 3), ("/a/b~1c/0", 4), ("/a/b~1c/1", 6), ("/a/b~1c/1/z", 7), ("/last", 8)]
        {
            assert_eq!(line(text, pointer), expected, "{pointer}");
        }
        assert_eq!(line("{\n\"a\": [1,\n2]}", "/a/1"), 3);
    }

    #[test]
    fn pointer_to_a_missing_node_leads_to_the_closest_one() {
        assert_eq!(line("a:\n  b:\n    c: 1\n", "/a/b/x/y"), 2);
        assert_eq!(line("a: [", "/a/0"), 1);
    }
}
