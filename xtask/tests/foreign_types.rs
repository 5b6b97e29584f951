//! The types of other crates in the public API of `sezzle-api` are those in the table of `ARCHITECTURE.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use walkdir::WalkDir;
use xtask::commands::api::use_paths;

/// Crates whose types every Rust program has, and modules of the crate itself.
const OWN: [&str; 6] = ["std", "core", "alloc", "crate", "self", "super"];

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)).expect(name)
}

/// Returns the names that imports of other crates bring in, each with the crate.
fn imports_below(folder: &Path) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let files = WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry").into_path());
    for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let file = syn::parse_file(&std::fs::read_to_string(&path).expect("UTF-8")).expect("Rust");
        for item in &file.items {
            // What the crate exports are its own modules.
            if let syn::Item::Use(item) = item
                && matches!(item.vis, syn::Visibility::Inherited)
            {
                let paths = use_paths(&item.tree, &[]).into_iter().map(|(name, path)| (name, path[0].clone()));
                names.extend(paths.filter(|(name, root)| name != root && !OWN.contains(&root.as_str())));
            }
        }
    }
    names
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').collect()
}

#[test]
fn foreign_types_in_the_public_api_are_listed() {
    let (api, table) = (read("sezzle-api/public-api.txt"), read("ARCHITECTURE.md"));
    let table = table.split_once("| crate | types |").expect("the table").1;
    let rows: Vec<&str> = table.lines().take_while(|line| line.starts_with('|') || line.is_empty()).collect();
    let listed = |name: &str| rows.iter().any(|row| row.contains(&format!("`{name}`")));

    let imported = imports_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../sezzle-api/src"));
    assert!(imported.len() > 30, "{imported:?}");
    let declared: BTreeSet<&str> = api
        .lines()
        .filter_map(|line| line.split_once(" sezzle_api::")?.1.split([' ', '<', ',', ':']).next_back())
        .chain(api.lines().filter_map(|line| line.split_once(" sezzle_api::")?.1.split([' ', '<', ',']).next()))
        .filter_map(|path| path.rsplit("::").next())
        .collect();
    let public = words(&api);
    for (name, from) in &imported {
        let is_type = name.starts_with(|first: char| first.is_uppercase());
        if is_type && public.contains(name.as_str()) && !declared.contains(name.as_str()) {
            assert!(listed(name), "`{name}` of the crate `{from}` is public: hide it, or list it in ARCHITECTURE.md");
        }
    }
    for row in &rows {
        for name in row.split('|').nth(2).unwrap_or_default().split('`').skip(1).step_by(2) {
            assert!(public.contains(name), "`{name}` is listed in ARCHITECTURE.md, and is not public");
        }
    }
    // The transport shows only behind the feature that carries its version.
    for line in api.lines().filter(|line| line.contains("reqwest")) {
        assert!(line.contains("[feature = \"reqwest-0-13\"]"), "{line}");
    }
}
