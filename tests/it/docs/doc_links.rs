//! The links of all texts in Markdown: what they lead to is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All texts of the workspace.
fn texts() -> Vec<PathBuf> {
    let (mut open, mut found) = (vec![workspace()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let (path, name) = (entry.path(), entry.file_name());
            let kind = entry.file_type().unwrap();
            // What is built, and what tools keep, is not ours. A link's text is checked where it lies.
            if kind.is_dir() && name != "target" && !name.to_string_lossy().starts_with('.') {
                open.push(path);
            } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A text without what is code.
fn prose(text: &str) -> String {
    let mut prose = String::new();
    let mut in_block = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_block = !in_block;
        } else if !in_block {
            // Every second part stands between backticks.
            prose.extend(line.split('`').step_by(2));
            prose.push('\n');
        }
    }
    prose
}

/// Where links lead: `[a](target)`, and `[a]: target` by name.
struct Links {
    targets: Vec<String>,
    definitions: BTreeMap<String, String>,
    /// The names that are used: `[a][name]` and `[name]`.
    names: BTreeSet<String>,
}

fn links(prose: &str) -> Links {
    let mut links = Links { targets: Vec::new(), definitions: BTreeMap::new(), names: BTreeSet::new() };
    for line in prose.lines() {
        if let Some((name, target)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")) {
            links.definitions.insert(name.to_owned(), target.to_owned());
        }
    }
    let mut rest = prose;
    while let Some((_, after)) = rest.split_once('[') {
        let Some((text, following)) = after.split_once(']') else { break };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        rest = following;
        if let Some(target) = following.strip_prefix('(').and_then(|target| target.split_once(')')) {
            links.targets.push(target.0.to_owned());
        } else if following.starts_with('[') || following.starts_with(": ") || text.is_empty() {
            // The name comes next; or it is a definition; or a box to tick.
        } else {
            links.names.insert(text);
        }
    }
    links
}

/// The anchors of a text's headings, as forges and rustdoc make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| -> String {
        let words = heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        words.chars().filter(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect()
    };
    headings.map(anchor).collect()
}

#[test]
fn links_resolve() {
    let mut dead = Vec::new();
    let texts = texts();
    assert!(texts.len() >= 10, "{texts:?}");
    for path in texts {
        let text = fs::read_to_string(&path).unwrap();
        let links = links(&prose(&text));
        let at = path.strip_prefix(workspace()).unwrap().display().to_string();
        for name in links.names.iter().filter(|name| !links.definitions.contains_key(*name)) {
            dead.push(format!("{at}: [{name}] is not defined"));
        }
        for name in links.definitions.keys().filter(|name| !links.names.contains(*name)) {
            dead.push(format!("{at}: [{name}] is not used"));
        }
        for target in links.targets.iter().chain(links.definitions.values()) {
            if target.starts_with("https://") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let found = file.exists()
                && (anchor.is_empty() || anchors(&prose(&fs::read_to_string(&file).unwrap())).contains(anchor));
            if !found {
                dead.push(format!("{at}: {target}"));
            }
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

#[test]
fn links_to_files_are_defined_for_rustdoc() {
    let told = |code: &str, name: &str| {
        let code = fs::read_to_string(workspace().join("sezzle-api/src").join(code)).unwrap();
        code.contains(&format!("[{name}]: "))
    };
    let mut texts = vec![(workspace().join("sezzle-api/README.md"), "lib.rs")];
    let guide = fs::read_dir(workspace().join("sezzle-api/src/guide")).unwrap().map(|file| file.unwrap().path());
    let chapters = guide.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    texts.extend(chapters.map(|path| (path, "guide/mod.rs")));
    for (text, code) in texts {
        let links = links(&prose(&fs::read_to_string(&text).unwrap()));
        for name in links.definitions.keys() {
            assert!(told(code, name), "{code} has no `[{name}]`, which {} links to", text.display());
        }
        // A file beside the text is not beside its page.
        for target in &links.targets {
            assert!(target.starts_with("https://") || target.starts_with('#'), "{}: {target}", text.display());
        }
    }
}
