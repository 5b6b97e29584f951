//! Writes a changed value into the YAML text of the old one. What did not change keeps its layout and comments.

use openapi_lower::io::read::parse;
use openapi_lower::walk::Object;
use regress::Regex;
use serde_json::{Map, Value, json};
use serde_saphyr::granit_parser::{Event, Parser, StrInput, StructureStyle};

/// Returns `text`, the YAML of `old`, changed so that it is the YAML of `new`.
pub(crate) fn patch(text: &str, old: &Value, new: &Value) -> String {
    if old == new {
        return text.to_owned();
    }
    // The second attempt writes aliases out: the definition of an anchor may be gone.
    for expands_aliases in [false, true] {
        let patched = Patch::new(text, expands_aliases).and_then(|patch| patch.document(old, new));
        if let Some(patched) = patched.filter(|patched| parse("", patched).is_ok_and(|read| read.value == *new)) {
            return patched;
        }
    }
    render(new, 0)
}

/// Returns a remedy with YAML to paste.
pub(crate) fn remedy(text: &str, value: &Value) -> String {
    format!("{text}:\n{}", render(value, 2).trim_end())
}

/// Returns a value as YAML, with each line indented.
fn render(value: &Value, indent: usize) -> String {
    let options = serde_saphyr::ser_options! { compact_list_indent: false, folded_wrap_chars: 110 };
    // A JSON value is YAML, too, should the serializer fail.
    let mut yaml = serde_saphyr::to_string_with_options(value, options).unwrap_or_else(|_| value.to_string());
    // The serializer writes double quotes where the documents have single ones. In the middle of a text, they may be part of it.
    if let Ok(quoted) = Regex::with_flags(r#"(^ *|- |: )"([^"'\\\n]*)"(?=:|$)"#, "m") {
        let single = quoted.replace_all(&yaml, "$1'$2'");
        yaml = if parse("", &single).is_ok_and(|read| read.value == *value) { single } else { yaml };
    }
    let indented = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{:indent$}{line}\n", "") };
    yaml.lines().map(indented).collect()
}

/// A node of the text. Lines start at 0.
enum Node {
    /// A mapping in block style.
    Mapping(Vec<Entry>),
    /// A sequence in block style.
    Sequence(Vec<Entry>),
    Alias,
    Other,
}

/// A member of a mapping or an element of a sequence.
struct Entry {
    key: String,
    /// The first line, with the comments above.
    start: usize,
    /// The line of the key, or of the dash.
    line: usize,
    column: usize,
    node: Node,
}

impl Node {
    fn has_alias(&self) -> bool {
        match self {
            Self::Alias => true,
            Self::Mapping(entries) | Self::Sequence(entries) => entries.iter().any(|entry| entry.node.has_alias()),
            Self::Other => false,
        }
    }
}

struct Patch<'t> {
    lines: Vec<&'t str>,
    root: Node,
    expands_aliases: bool,
}

impl<'t> Patch<'t> {
    fn new(text: &'t str, expands_aliases: bool) -> Option<Self> {
        let lines: Vec<_> = text.split_inclusive('\n').collect();
        let mut reader = Reader { events: Parser::new_from_str(text), lines: &lines };
        while !matches!(reader.next()?.0, Event::DocumentStart(..)) {}
        let root = reader.node()?;
        Some(Self { lines, root, expands_aliases })
    }

    fn document(&self, old: &Value, new: &Value) -> Option<String> {
        let Node::Mapping(entries) = &self.root else { return None };
        let head = self.lines[..entries.first()?.start].concat();
        Some(head + &self.mapping(entries, self.lines.len(), old.as_object()?, new.as_object()?)?)
    }

    /// Returns the lines of a mapping that ends before the line `end`.
    fn mapping(&self, entries: &[Entry], end: usize, old: &Object, new: &Object) -> Option<String> {
        let first = entries.first()?;
        let column = first.column;
        // Nothing can be added before a key that stands beside the dash of an element.
        let start = usize::from(self.lines[first.line].trim_start().starts_with("- "));
        let mut parts: Vec<(&str, String)> = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let end = entries.get(index + 1).map_or(end, |next| next.start);
            if let Some(value) = new.get(&entry.key) {
                let key = &*entry.key;
                let render = |value: &Value| render(&json!({ key: value }), column);
                parts.push((key, self.entry(entry, end, old.get(key)?, value, render)?));
            }
        }
        let mut previous: Option<&str> = None;
        for (key, value) in new {
            if !old.contains_key(key) {
                let place = previous.and_then(|previous| parts.iter().position(|(key, _)| *key == previous));
                let added = (key.as_str(), render(&Map::from_iter([(key.clone(), value.clone())]).into(), column));
                parts.insert(place.map_or(start.min(parts.len()), |place| place + 1), added);
            }
            previous = Some(key);
        }
        (!parts.is_empty()).then(|| parts.into_iter().map(|(_, text)| text).collect())
    }

    /// Returns the lines of an entry, which ends before the line `end`.
    fn entry(
        &self,
        entry: &Entry,
        end: usize,
        old: &Value,
        new: &Value,
        render: impl Fn(&Value) -> String,
    ) -> Option<String> {
        let keeps_aliases = !(self.expands_aliases && entry.node.has_alias());
        if old == new && keeps_aliases {
            return Some(self.lines[entry.start..end].concat());
        }
        let inner = match (&entry.node, old, new) {
            (Node::Mapping(entries), Value::Object(old), Value::Object(new)) => {
                // The first key of an element stands beside the dash.
                let first = entries.first()?;
                let is_beside_dash = first.line == entry.line;
                let is_same = old.get(&first.key) == new.get(&first.key);
                (!is_beside_dash || is_same).then(|| (first, self.mapping(entries, end, old, new)))
            }
            (Node::Sequence(entries), Value::Array(old), Value::Array(new)) => {
                Some((entries.first()?, self.sequence(entries, end, old, new)))
            }
            _ => None,
        };
        match inner {
            Some((first, Some(inner))) => Some(self.lines[entry.start..first.start.max(entry.start)].concat() + &inner),
            _ => Some(self.lines[entry.start..entry.line].concat() + &render(new)),
        }
    }

    fn sequence(&self, entries: &[Entry], end: usize, old: &[Value], new: &[Value]) -> Option<String> {
        let column = entries.first()?.column;
        let text = |index: usize, value: &Value| {
            let end = entries.get(index + 1).map_or(end, |next| next.start);
            self.entry(&entries[index], end, &old[index], value, |value| render(&json!([value]), column))
        };
        if old.len() == new.len() {
            return (0..new.len()).map(|index| text(index, &new[index])).collect();
        }
        // Elements were added or removed: equal ones are kept, in order.
        let mut next = 0;
        let mut patched = String::new();
        for value in new {
            match (next..old.len()).find(|index| old[*index] == *value) {
                Some(index) => {
                    patched.push_str(&text(index, value)?);
                    next = index + 1;
                }
                None => patched.push_str(&render(&json!([value]), column)),
            }
        }
        (!new.is_empty()).then_some(patched)
    }
}

/// Reads nodes from events.
struct Reader<'t, 'l> {
    events: Parser<'t, StrInput<'t>>,
    lines: &'l [&'t str],
}

impl<'t> Reader<'t, '_> {
    fn next(&mut self) -> Option<(Event<'t>, usize, usize)> {
        loop {
            let (event, span) = self.events.next()?.ok()?;
            if !matches!(event, Event::Comment(..)) {
                return Some((event, span.start.line() - 1, span.start.col()));
            }
        }
    }

    fn node(&mut self) -> Option<Node> {
        let event = self.next()?.0;
        self.node_of(&event)
    }

    fn node_of(&mut self, event: &Event<'_>) -> Option<Node> {
        Some(match event {
            Event::Alias(_) => Node::Alias,
            Event::MappingStart(style, ..) => {
                let mut entries = Vec::new();
                loop {
                    let (key, line, column) = match self.next()? {
                        (Event::MappingEnd, ..) => break,
                        (Event::Scalar(key, ..), line, column) => (key.into_owned(), line, column),
                        _ => return None,
                    };
                    let node = self.node()?;
                    entries.push(Entry { key, start: self.first_line(line), line, column, node });
                }
                if *style == StructureStyle::Block { Node::Mapping(entries) } else { Node::Other }
            }
            Event::SequenceStart(style, ..) => {
                let mut entries = Vec::new();
                loop {
                    let (event, line, _) = self.next()?;
                    if event == Event::SequenceEnd {
                        break;
                    }
                    let node = self.node_of(&event)?;
                    let column = self.lines.get(line)?.find('-').unwrap_or_default();
                    entries.push(Entry { key: String::new(), start: self.first_line(line), line, column, node });
                }
                if *style == StructureStyle::Block { Node::Sequence(entries) } else { Node::Other }
            }
            _ => Node::Other,
        })
    }

    /// Returns the first of the comments and empty lines directly above a line.
    fn first_line(&self, line: usize) -> usize {
        let is_comment = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
        line - self.lines[..line].iter().rev().take_while(|line| is_comment(line)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# Head.
openapi: 3.1.0
info:
  # The title.
  title: 'A'   # quoted

  version: 1.0.0
paths:
  /a:
    get: &get
      tags: [x, y]
      parameters:
        - name: a
          in: query
        # The second.
        - name: b
          in: path
      description: >-
        Some words
        in two lines.
  /b:
    get: *get
";

    fn patched(change: impl Fn(&mut Value)) -> String {
        let old = parse("", TEXT).expect("YAML").value;
        let mut new = old.clone();
        change(&mut new);
        let text = patch(TEXT, &old, &new);
        assert_eq!(parse("", &text).expect("YAML").value, new, "{text}");
        text
    }

    #[test]
    fn unchanged_lines_stay() {
        assert_eq!(patched(|_| {}), TEXT);
        assert_eq!(patched(|new| new["info"]["version"] = "2".into()), TEXT.replace("version: 1.0.0", "version: '2'"));
        let text = patched(|new| new["paths"]["/a"]["get"]["parameters"][1]["in"] = "query".into());
        assert!(
            text.contains("        # The second.\n        - name: b\n          in: query\n      description: >-\n"),
            "{text}"
        );
    }

    #[test]
    fn members_are_added_and_removed() {
        let text = patched(|new| {
            new["paths"]["/a"]["get"]["x-a"] = json!({"b": [1, {"c": "true"}]});
            new["info"].as_object_mut().expect("an object").remove("title");
        });
        assert!(text.starts_with("# Head.\nopenapi: 3.1.0\ninfo:\n\n  version: 1.0.0\n"), "{text}");
        assert!(text.contains("        in two lines.\n      x-a:\n        b:\n          - 1\n"), "{text}");
        let text = patched(|new| {
            let list = new["paths"]["/a"]["get"]["parameters"].as_array_mut().expect("a list");
            list.insert(0, json!({"name": "0"}));
        });
        assert!(
            text.contains(
                "      parameters:\n        - name: '0'\n        - name: a\n          in: query\n        # The second."
            ),
            "{text}"
        );
    }

    #[test]
    fn alias_of_a_lost_anchor_is_written_out() {
        let text = patched(|new| _ = new["paths"].as_object_mut().expect("an object").remove("/a"));
        assert!(text.starts_with("# Head.\nopenapi: 3.1.0\ninfo:\n  # The title.\n") && !text.contains('*'), "{text}");
    }
}
