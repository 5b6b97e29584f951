//! Makes modules of the examples in the READMEs and the guide, so that tests can call them.
//!
//! An example with a function at its top level becomes the module `FILE::HEADING`, whose functions are public. Examples with a
//! `main` are programs, which rustdoc runs itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let this = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let crate_folder = Path::new(&this).join("../sezzle-api");
    let guide = crate_folder.join("src/guide");
    let mut files = vec![crate_folder.join("README.md")];
    files.extend(fs::read_dir(&guide).expect("the guide exists").map(|file| file.expect("it can be read").path()));
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    println!("cargo::rerun-if-changed={}", guide.display());

    let (mut modules, mut all) = (String::new(), BTreeMap::new());
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let file = identifier(&path.file_stem().expect("it has a name").to_string_lossy());
        let text = fs::read_to_string(&path).expect("it can be read");
        modules.push_str(&format!("pub mod {file} {{\n"));
        for (heading, code) in examples(&text) {
            let name = [heading.clone(), format!("{heading}_2")]
                .into_iter()
                .find(|name| !all.contains_key(&format!("{file}::{name}")))
                .expect("at most two examples have the same heading");
            modules.push_str(&format!("pub mod {name} {{\n{code}}}\n"));
            all.insert(format!("{file}::{name}"), code);
        }
        modules.push_str("}\n");
    }
    let all: Vec<_> = all.iter().collect();
    modules.push_str(&format!("pub const ALL: &[(&str, &str)] = &{all:?};\n"));
    let target = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("examples.rs");
    fs::write(target, modules).expect("it can be written");
}

/// Returns the examples that rustdoc only compiles, with the headings above them.
fn examples(text: &str) -> Vec<(String, String)> {
    let (mut heading, mut code, mut found) = ("start".to_owned(), None::<String>, Vec::new());
    for line in text.lines() {
        let is_fence = line.starts_with("```");
        match &mut code {
            None if is_fence => {
                let is_rust = matches!(&line[3..], "" | "rust" | "rust,no_run");
                code = Some(if is_rust { String::new() } else { "no Rust".to_owned() });
            }
            None if line.starts_with('#') => heading = identifier(line),
            None => {}
            Some(example) if is_fence => {
                if format!("\n{example}").contains("\npub ") && !example.contains("fn main()") {
                    found.push((heading.clone(), std::mem::take(example)));
                }
                code = None;
            }
            Some(example) => {
                let line = line.strip_prefix("# ").unwrap_or(if line == "#" { "" } else { line });
                let is_function = line.starts_with("async fn ") || line.starts_with("fn ");
                example.push_str(if is_function { "pub " } else { "" });
                example.push_str(line);
                example.push('\n');
            }
        }
    }
    found
}

fn identifier(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_").to_lowercase()
}
