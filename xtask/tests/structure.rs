//! The structure of the crates: no circles of imports between files, and no crowded folders.
//!
//! A file imports another if it names it, or something in it, in a path that starts with `crate`, `self`, `super` or one
//! of its own modules. The declaration `mod x;` is not an import.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use walkdir::WalkDir;
use xtask::commands::api::use_paths;

/// The crates that are checked.
const CRATES: &[&str] =
    &["sezzle-api", "sezzle-cli", "sezzle-journal", "sezzle-simulator", "xtask", "xtask/openapi-lower"];

/// Further folders that are checked, each with the root file of a library or program.
const PROGRAMS: &[&str] = &[
    "sezzle-api/benches/overhead",
    "sezzle-api/examples/webhooks",
    "sezzle-cli/tests/commands",
    "sezzle-cli/tests/verify",
    "sezzle-journal/examples/crash_storm",
    "sezzle-journal/examples/shop",
    "sezzle-journal/tests/it",
    "sezzle-journal/tests/postgres",
    "tests/browser",
    "tests/it",
    "tests/mistakes",
    "tests/src",
];

/// The maximum number of `.rs` files directly in a `src` or `tests` folder.
const MAX_FILES: usize = 20;

type Module = Vec<String>;

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above the crate")
}

/// Returns the `.rs` files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let files = WalkDir::new(folder).into_iter().map(|entry| entry.expect("an entry").into_path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

/// Returns the module that a file contains.
fn module(source: &Path, file: &Path) -> Module {
    let path = file.strip_prefix(source).expect("below the source").with_extension("");
    let mut module: Module = path.iter().map(|segment| segment.to_string_lossy().into_owned()).collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        module.pop();
    }
    module
}

/// The paths in a file, from the root of the crate. Code in `#[cfg(test)]` modules is ignored.
struct Paths<'a> {
    module: &'a [String],
    children: BTreeSet<String>,
    paths: Vec<Module>,
}

impl Paths<'_> {
    fn add(&mut self, segments: &[String]) {
        let Some((first, rest)) = segments.split_first() else { return };
        let supers = segments.iter().take_while(|segment| *segment == "super").count();
        let path = match first.as_str() {
            "crate" => rest.to_vec(),
            "self" => [self.module, rest].concat(),
            "super" => [&self.module[..self.module.len() - supers], &segments[supers..]].concat(),
            child if self.children.contains(child) => [self.module, segments].concat(),
            _ => return,
        };
        self.paths.push(path);
    }
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        use_paths(&item.tree, &[]).iter().for_each(|(_, path)| self.add(path));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.add(&segments);
        }
        visit::visit_path(self, path);
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

/// Returns which files of a crate import which, by module.
fn imports(source: &Path) -> BTreeMap<Module, BTreeSet<Module>> {
    let files = files(source);
    let modules: BTreeSet<Module> = files.iter().map(|file| module(source, file)).collect();
    let mut imports: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for file in &files {
        let module = module(source, file);
        let code = syn::parse_file(&std::fs::read_to_string(file).expect("UTF-8")).expect("Rust");
        let children = modules.iter().filter(|other| other.len() == module.len() + 1 && other.starts_with(&module));
        let children = children.filter_map(|child| child.last().cloned()).collect();
        let mut paths = Paths { module: &module, children, paths: Vec::new() };
        paths.visit_file(&code);
        let found = paths.paths.into_iter().filter_map(|mut path| {
            while !modules.contains(&path) {
                path.pop()?;
            }
            Some(path)
        });
        let found: BTreeSet<Module> = found.filter(|other| *other != module).collect();
        imports.entry(module).or_default().extend(found);
    }
    imports
}

/// Returns the modules that are in a circle or between two: those that remain when each one that imports none of the others,
/// or is imported by none, is removed.
fn in_circles(mut imports: BTreeMap<Module, BTreeSet<Module>>) -> Vec<String> {
    loop {
        let before = imports.clone();
        imports.retain(|module, targets| {
            targets.iter().any(|target| before.contains_key(target))
                && before.values().any(|targets| targets.contains(module))
        });
        if imports.len() == before.len() {
            return imports.keys().map(|module| format!("crate::{}", module.join("::"))).collect();
        }
    }
}

#[test]
fn imports_have_no_circles() {
    let sources = CRATES.iter().map(|name| format!("{name}/src"));
    for folder in sources.chain(PROGRAMS.iter().map(ToString::to_string)) {
        let modules = in_circles(imports(&workspace().join(&folder)));
        assert!(modules.is_empty(), "circles of imports in {folder}: {modules:#?}");
    }
}

#[test]
fn folders_are_not_crowded() {
    let folders = CRATES.iter().flat_map(|name| ["src", "tests"].map(|folder| workspace().join(name).join(folder)));
    let programs = PROGRAMS.iter().map(|folder| workspace().join(folder));
    for folder in folders.filter(|folder| folder.is_dir()).chain(programs) {
        let count = files(&folder).iter().filter(|file| file.parent() == Some(&folder)).count();
        assert!(count <= MAX_FILES, "{} has {count} files: move some to folders", folder.display());
    }
}

#[test]
fn circle_is_found() {
    let names = |names: &[&str]| names.iter().map(|name| vec![(*name).to_owned()]).collect::<BTreeSet<Module>>();
    let imports = |pairs: &[(&str, &[&str])]| pairs.iter().map(|(a, b)| (vec![(*a).to_owned()], names(b))).collect();
    assert!(in_circles(imports(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])])).is_empty());
    let found = in_circles(imports(&[("a", &["b"]), ("b", &["c", "d"]), ("c", &["b"]), ("d", &[])]));
    assert_eq!(found, ["crate::b", "crate::c"]);
}
