//! The types of other crates in the public API of `sezzle-api` are those in the table of `ARCHITECTURE.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use syn::UseTree;
use walkdir::WalkDir;

/// Crates whose types every Rust program has, and modules of the crate itself.
const OWN: [&str; 6] = ["std", "core", "alloc", "crate", "self", "super"];

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)).expect(name)
}

/// Adds the names that an import of another crate brings in, with the crate.
fn imports(root: &str, tree: &UseTree, names: &mut BTreeMap<String, String>) {
    match tree {
        UseTree::Path(path) if root.is_empty() => imports(&path.ident.to_string(), &path.tree, names),
        UseTree::Path(path) => imports(root, &path.tree, names),
        UseTree::Name(name) if !OWN.contains(&root) && !root.is_empty() => {
            names.insert(name.ident.to_string(), root.to_owned());
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| imports(root, tree, names)),
        _ => {}
    }
}

fn imports_below(folder: &Path, names: &mut BTreeMap<String, String>) {
    let files = WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry").into_path());
    for path in files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let file = syn::parse_file(&std::fs::read_to_string(&path).expect("UTF-8")).expect("Rust");
        for item in &file.items {
            // What the crate exports are its own modules.
            if let syn::Item::Use(item) = item
                && matches!(item.vis, syn::Visibility::Inherited)
            {
                imports("", &item.tree, names);
            }
        }
    }
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

    let mut imported = BTreeMap::new();
    imports_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../sezzle-api/src"), &mut imported);
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
