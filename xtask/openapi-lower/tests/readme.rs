//! The table of rules in the README, made from the pairs of documents that test them. After a change of the pairs, run the test
//! with `UPDATE_README=1`.

use std::fmt::Write;
use std::path::Path;

use openapi_lower::io::read::read;
use serde_json::Value;

const START: &str = "<!-- The rules: made from the pairs by tests/readme.rs. -->\n";
const END: &str = "<!-- The end of the rules. -->\n";

/// The files of pairs, with their headings.
const FILES: [(&str, &str); 14] = [
    ("lowering/types", "Types, values and null"),
    ("lowering/bounds", "Limits"),
    ("lowering/arrays", "Arrays"),
    ("lowering/members", "Objects"),
    ("lowering/composition", "Composition"),
    ("lowering/annotations", "Annotations"),
    ("lowering/references", "References"),
    ("lowering/documents", "Objects of OpenAPI"),
    ("lowering/security", "Security"),
    ("adapt/operations", "Operations, for progenitor"),
    ("adapt/parameters", "Parameters, for progenitor"),
    ("adapt/bodies", "Request bodies, for progenitor"),
    ("adapt/responses", "Responses, for progenitor"),
    ("adapt/schemas", "Schemas, for progenitor"),
];

/// The maximum length of a document in the table. Longer ones are in the files.
const MAX_LENGTH: usize = 300;

fn cell(value: &Value) -> Option<String> {
    let text = value.to_string();
    (text.len() <= MAX_LENGTH).then(|| format!("`{}`", text.replace('|', "\\|")))
}

fn table(folder: &Path) -> String {
    let mut text = String::new();
    for (file, heading) in FILES {
        let name = folder.join(file).with_extension("yaml");
        let pairs = read(Path::new(""), &name.to_string_lossy()).expect("a file of pairs").value;
        let _ = writeln!(text, "\n### {heading}\n\n| rule | before | after |\n|---|---|---|");
        for pair in pairs.as_array().expect("a list of pairs") {
            let link = || format!("[in the test](tests/{file}.yaml)");
            let before = cell(&pair["before"]).unwrap_or_else(link);
            let after = match (pair.get("after"), pair["rejected"].as_object()) {
                (Some(after), _) => cell(after).unwrap_or_else(link),
                (None, Some(rejected)) => {
                    let reasons: Vec<_> = rejected.values().filter_map(Value::as_str).collect();
                    format!("a finding: {}", reasons.join("; ").replace('|', "\\|"))
                }
                (None, None) => "the same".to_owned(),
            };
            let rule = pair["rule"].as_str().expect("a rule").replace('|', "\\|");
            let _ = writeln!(text, "| {rule} | {before} | {after} |");
        }
    }
    text + "\n"
}

#[test]
fn rules_are_those_of_the_pairs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let table = table(&root.join("tests"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the README").replace("\r\n", "\n");
    let (before, rest) = readme.split_once(START).expect("the start of the rules");
    let (current, after) = rest.split_once(END).expect("the end of the rules");
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(root.join("README.md"), [before, START, &table, END, after].concat()).expect("written");
    } else {
        assert!(current == table, "run `UPDATE_README=1 cargo test -p openapi-lower --test readme`");
    }
}
