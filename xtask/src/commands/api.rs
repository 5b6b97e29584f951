//! `cargo xtask api`: lists the public API of `sezzle-api` in a file, so that reviews show changes to it.
//!
//! The list is made from the source, with the paths that a program would use: a type is listed where it is exported, with
//! its public fields, functions and traits. An item that a macro of the crate declares is listed as the call of the macro.
//! The compiler is not involved, so inferred types are missing.

use std::collections::BTreeMap;
use std::path::Path;

use openapi_lower::cli::{EXIT_OK, print};
use openapi_lower::io::finding::{Findings, Result};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Fields, ImplItem, Item, ItemImpl, TraitItem, Type, UseTree, Visibility};

use crate::output::{self, Output};
use crate::paths::PUBLIC_API;

/// The command that updates the list.
pub const COMMAND: &str = "cargo xtask api";

const SOURCE: &str = "sezzle-api/src";

/// List the public API of sezzle-api in sezzle-api/public-api.txt, for reviews.
#[derive(clap::Args, Debug)]
pub struct Api {
    /// Write nothing; fail if the file is not up to date.
    #[arg(long)]
    check: bool,
}

impl Api {
    /// Runs the command in the workspace at `root`.
    ///
    /// # Errors
    ///
    /// Returns a finding if the sources cannot be read, or the file is not up to date.
    pub fn run(&self, root: &Path) -> Result<u8> {
        let outputs = [api(root, &[])?];
        if self.check {
            output::check(root, &outputs, COMMAND)?;
            print(&format!("{PUBLIC_API} is up to date\n"));
        } else if output::write(root, &outputs)?.is_empty() {
            print("the file is up to date\n");
        } else {
            print(&format!("wrote {PUBLIC_API}\n"));
        }
        Ok(EXIT_OK)
    }
}

/// Returns the list for the workspace at `root`, once `outputs` are written to it.
///
/// # Errors
///
/// Returns a finding if a file of the crate cannot be read.
pub fn api(root: &Path, outputs: &[Output]) -> Result<Output> {
    let read = |name: &str| match outputs.iter().find(|output| output.name == name) {
        Some(output) => Ok(output.text.clone()),
        None => std::fs::read_to_string(root.join(name)),
    };
    let mut source = Source { read: &read, modules: BTreeMap::new() };
    source.read("lib", vec![], vec![])?;
    let mut listing = Listing { source: &source, impls: source.impls(), blocks: BTreeMap::new() };
    listing.module(&[], "sezzle_api", &[]);
    let mut text = format!("# The public interface of sezzle-api, written by `{COMMAND}`.\n");
    for (heading, lines) in listing.blocks.values() {
        text.push_str(&format!("\n{heading}\n"));
        lines.iter().for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    Ok(Output { name: PUBLIC_API, text })
}

/// The path of a module or an item from the root of the crate.
type Names = Vec<String>;

fn join(path: &[String], name: &(impl ToString + ?Sized)) -> Names {
    [path, &[name.to_string()]].concat()
}

/// The modules of the crate, public or not.
struct Source<'a> {
    /// Reads a file of the workspace, which may not be written yet.
    read: &'a dyn Fn(&str) -> std::io::Result<String>,
    modules: BTreeMap<Names, Module>,
}

struct Module {
    items: Vec<Item>,
    /// Imported names with their paths.
    imports: BTreeMap<String, Names>,
    /// The features that it requires.
    features: Vec<String>,
}

impl Source<'_> {
    /// Reads a file and the modules that it declares. `name` is the file name without its extension.
    fn read(&mut self, name: &str, path: Names, features: Vec<String>) -> Result<()> {
        let in_folder = format!("{SOURCE}/{name}/mod.rs");
        let file = if (self.read)(&in_folder).is_ok() { in_folder } else { format!("{SOURCE}/{name}.rs") };
        let problem = |problem: String| Findings::one(&*file, "", problem, "make the crate compile first");
        let text = (self.read)(&file).map_err(|error| problem(error.to_string()))?;
        let parsed = syn::parse_file(&text).map_err(|error| problem(error.to_string()))?;
        let folder = if name == "lib" { String::new() } else { format!("{name}/") };
        self.add(&folder, parsed.items, path, features)
    }

    fn add(&mut self, folder: &str, items: Vec<Item>, path: Names, features: Vec<String>) -> Result<()> {
        let mut imports = BTreeMap::new();
        for item in &items {
            match item {
                Item::Use(item) => imports.extend(use_paths(&item.tree, &[])),
                Item::Mod(module) if !is_hidden(&module.attrs) => {
                    let name = module.ident.to_string();
                    let inner = join(&path, &name);
                    let needed = [&features[..], &conditions(&module.attrs)].concat();
                    let name = format!("{folder}{name}");
                    match &module.content {
                        Some((_, items)) => self.add(&format!("{name}/"), items.clone(), inner, needed)?,
                        None => self.read(&name, inner, needed)?,
                    }
                }
                _ => {}
            }
        }
        self.modules.insert(path, Module { items, imports, features });
        Ok(())
    }

    /// Returns where the item `names` of the module `at` is declared. `None` if that is in another crate.
    fn resolve(&self, at: &[String], names: &[String]) -> Option<Names> {
        let (first, rest) = names.split_first()?;
        let base = match &**first {
            "crate" => vec![],
            "self" => at.to_vec(),
            "super" => at[..at.len().checked_sub(1)?].to_vec(),
            _ => {
                let declared = join(at, first);
                if self.modules.contains_key(&declared) {
                    declared
                } else if self.item(&declared).is_some() {
                    return rest.is_empty().then_some(declared);
                } else {
                    let import = self.modules.get(at)?.imports.get(first)?;
                    // `use reqwest;` imports itself.
                    return (import[..] != names[..1]).then(|| self.resolve(at, &[import, rest].concat()))?;
                }
            }
        };
        if rest.is_empty() { Some(base) } else { self.resolve(&base, rest) }
    }

    fn item(&self, path: &[String]) -> Option<&Item> {
        let (name, module) = path.split_last()?;
        self.modules.get(module)?.items.iter().find(|item| parts(item).0.as_ref() == Some(name))
    }

    /// Returns the impls of each type, with the features that they require.
    fn impls(&self) -> BTreeMap<Names, Vec<(&ItemImpl, Vec<String>)>> {
        let mut impls: BTreeMap<Names, Vec<_>> = BTreeMap::new();
        for (path, module) in &self.modules {
            for item in &module.items {
                let Item::Impl(item) = item else { continue };
                let Type::Path(ty) = &*item.self_ty else { continue };
                let names: Names = ty.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                if let Some(of) = self.resolve(path, &names) {
                    let needed = [&module.features[..], &conditions(&item.attrs)].concat();
                    impls.entry(of).or_default().push((item, needed));
                }
            }
        }
        impls
    }
}

/// Returns the names that a `use` brings in, each with its path below `path`.
pub fn use_paths(tree: &UseTree, path: &[String]) -> Vec<(String, Names)> {
    match tree {
        UseTree::Path(tree) => use_paths(&tree.tree, &join(path, &tree.ident)),
        UseTree::Group(tree) => tree.items.iter().flat_map(|tree| use_paths(tree, path)).collect(),
        UseTree::Name(tree) if tree.ident == "self" => vec![(path.last().cloned().unwrap_or_default(), path.to_vec())],
        UseTree::Name(tree) => vec![(tree.ident.to_string(), join(path, &tree.ident))],
        UseTree::Rename(tree) => vec![(tree.rename.to_string(), join(path, &tree.ident))],
        UseTree::Glob(_) => vec![("*".to_owned(), path.to_vec())],
    }
}

struct Listing<'a> {
    source: &'a Source<'a>,
    impls: BTreeMap<Names, Vec<(&'a ItemImpl, Vec<String>)>>,
    /// The entries by public name: a heading, and a line for each part.
    blocks: BTreeMap<String, (String, Vec<String>)>,
}

impl Listing<'_> {
    /// Lists the exports of a module, which is known as `name`.
    fn module(&mut self, path: &[String], name: &str, features: &[String]) {
        let Some(module) = self.source.modules.get(path) else { return };
        for item in &module.items {
            let (ident, is_public, attributes) = parts(item);
            if !is_public || is_hidden(attributes) {
                continue;
            }
            let features = [features, &conditions(attributes)].concat();
            if let Item::Use(item) = item {
                for (export, target) in use_paths(&item.tree, &[]) {
                    let public = format!("{name}::{export}");
                    match self.source.resolve(path, &target) {
                        Some(target) => self.item(&target, &public, &features),
                        None => {
                            let rest = format!(" = {}{}", target.join("::"), format_conditions(&features));
                            self.add(&public, "use ", &rest, vec![]);
                        }
                    }
                }
            } else if let Some(ident) = ident {
                self.item(&join(path, &ident), &format!("{name}::{ident}"), &features);
            }
        }
    }

    /// Lists an item that is declared at `path` and known as `name`.
    fn item(&mut self, path: &[String], name: &str, features: &[String]) {
        let features_text = format_conditions(features);
        if self.source.modules.contains_key(path) {
            self.add(name, "mod ", &features_text, vec![]);
            return self.module(path, name, features);
        }
        let Some(item) = self.source.item(path) else { return };
        let mut lines = vec![];
        let (kind, generics) = match item {
            Item::Struct(item) => {
                for (index, field) in item.fields.iter().enumerate() {
                    if matches!(field.vis, Visibility::Public(_)) {
                        let name = field.ident.as_ref().map_or(index.to_string(), ToString::to_string);
                        lines.push(format!("{name}: {}", text(&field.ty)));
                    }
                }
                ("struct ", text(&item.generics))
            }
            Item::Enum(item) => {
                for variant in &item.variants {
                    let mut fields = variant.fields.clone();
                    fields.iter_mut().for_each(|field| field.attrs.clear());
                    let space = if matches!(fields, Fields::Named(_)) { " " } else { "" };
                    lines.push(format!("{}{space}{}", variant.ident, text(&fields).replace(", }", " }")));
                }
                ("enum ", text(&item.generics))
            }
            Item::Trait(item) => {
                for part in &item.items {
                    lines.extend(match part {
                        TraitItem::Fn(part) if !is_hidden(&part.attrs) => Some(text(&part.sig)),
                        TraitItem::Type(part) => Some(text(&part.ident)).map(|name| format!("type {name}")),
                        _ => None,
                    });
                }
                let bounds = &item.supertraits;
                let generics = text(&item.generics);
                ("trait ", if bounds.is_empty() { generics } else { format!("{generics}: {}", text(bounds)) })
            }
            Item::Fn(item) => ("", format!(": {}", text(&item.sig))),
            Item::Const(item) => ("const ", format!(": {} = {}", text(&item.ty), text(&item.expr))),
            Item::Static(item) => ("static ", format!(": {}", text(&item.ty))),
            Item::Type(item) => ("type ", format!("{} = {}", text(&item.generics), text(&item.ty))),
            Item::Macro(item) => return self.add(name, "made by ", &features_text, format_call(&item.mac)),
            _ => return,
        };
        let (.., attributes) = parts(item);
        let is_open = attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive"));
        let open = if is_open { ", .." } else { "" };
        lines.extend(self.implemented(path, attributes, features));
        self.add(name, kind, &format!("{generics}{open}{features_text}"), lines);
    }

    /// Returns the functions and the traits of a type, each sorted.
    fn implemented(&self, path: &[String], attributes: &[Attribute], features: &[String]) -> Vec<String> {
        let (mut functions, mut traits) = (vec![], vec![]);
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let _ = attribute.parse_nested_meta(|derived| {
                traits.push(text(&derived.path));
                Ok(())
            });
        }
        // Features that the type itself requires are not repeated.
        let more = |needed: &[String]| -> Vec<String> {
            needed.iter().filter(|feature| !features.contains(feature)).cloned().collect()
        };
        for (item, needed_by_impl) in self.impls.get(path).into_iter().flatten() {
            if let Some((of, ..)) = &item.trait_ {
                traits.push(format!("{}{}", text(of), format_conditions(&more(needed_by_impl))));
                continue;
            }
            for part in &item.items {
                let (visibility, attributes, line) = match part {
                    ImplItem::Fn(part) => (&part.vis, &part.attrs, text(&part.sig)),
                    ImplItem::Const(part) => {
                        (&part.vis, &part.attrs, format!("const {}: {}", part.ident, text(&part.ty)))
                    }
                    _ => continue,
                };
                if matches!(visibility, Visibility::Public(_)) && !is_hidden(attributes) {
                    let needed = [&needed_by_impl[..], &conditions(attributes)].concat();
                    functions.push(format!("{line}{}", format_conditions(&more(&needed))));
                }
            }
        }
        functions.sort();
        traits.sort();
        if !traits.is_empty() {
            functions.push(format!("impl {}", traits.join(", ")));
        }
        functions
    }

    fn add(&mut self, name: &str, kind: &str, rest: &str, lines: Vec<String>) {
        self.blocks.insert(name.to_owned(), (format!("{kind}{name}{rest}"), lines));
    }
}

/// Formats the call of a macro without its documentation, one line per value.
fn format_call(call: &syn::Macro) -> Vec<String> {
    fn plain(tokens: TokenStream) -> TokenStream {
        let mut result: Vec<TokenTree> = vec![];
        for token in tokens {
            match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                    // `#[..]`
                    result.pop();
                }
                TokenTree::Group(group) => {
                    result.push(proc_macro2::Group::new(group.delimiter(), plain(group.stream())).into());
                }
                other => result.push(other),
            }
        }
        result.into_iter().collect()
    }
    let text = text(&plain(call.tokens.clone())).replace("{ ", "{, ");
    let name = call.path.segments.last().map(|segment| format!("{}!", segment.ident));
    let lines = name.into_iter().chain(text.split(", ").map(|line| line.trim().to_owned()));
    lines.filter(|line| !line.is_empty()).collect()
}

/// Returns the name of an item, whether it is public, and its attributes.
fn parts(item: &Item) -> (Option<String>, bool, &[Attribute]) {
    let (name, visibility, attributes) = match item {
        Item::Const(item) => (Some(&item.ident), &item.vis, &item.attrs),
        Item::Enum(item) => (Some(&item.ident), &item.vis, &item.attrs),
        Item::Fn(item) => (Some(&item.sig.ident), &item.vis, &item.attrs),
        Item::Mod(item) => (Some(&item.ident), &item.vis, &item.attrs),
        Item::Static(item) => (Some(&item.ident), &item.vis, &item.attrs),
        Item::Struct(item) => (Some(&item.ident), &item.vis, &item.attrs),
        Item::Trait(item) => (Some(&item.ident), &item.vis, &item.attrs),
        Item::Type(item) => (Some(&item.ident), &item.vis, &item.attrs),
        Item::Use(item) => (None, &item.vis, &item.attrs),
        Item::Macro(item) => return (declared_by(item), true, &[]),
        _ => return (None, false, &[]),
    };
    (name.map(ToString::to_string), matches!(visibility, Visibility::Public(_)), attributes)
}

/// Returns the name of the type that a call of one of the crate's macros declares: the name in front of the braces.
fn declared_by(item: &syn::ItemMacro) -> Option<String> {
    let tokens: Vec<TokenTree> = item.mac.tokens.clone().into_iter().collect();
    let has_body = matches!(tokens.last(), Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace);
    let name = tokens.iter().find_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    });
    name.filter(|_| has_body && item.ident.is_none())
}

/// Returns whether an item is not part of the public API: tests, and what is hidden in the documentation.
fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let text = attribute.to_token_stream().to_string();
        text == "# [cfg (test)]" || text == "# [cfg (doctest)]" || text == "# [doc (hidden)]"
    })
}

/// Returns the `cfg` conditions of an item.
fn conditions(attributes: &[Attribute]) -> Vec<String> {
    let cfgs = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    cfgs.filter_map(|attribute| Some(text(&attribute.meta.require_list().ok()?.tokens))).collect()
}

fn format_conditions(features: &[String]) -> String {
    let mut features = features.to_vec();
    features.dedup();
    if features.is_empty() { String::new() } else { format!("  [{}]", features.join(", ")) }
}

/// Formats code on one line, without the module paths of the standard library and of this crate.
fn text(tokens: &impl ToTokens) -> String {
    /// Shortens paths to their last segment.
    struct Short;

    impl VisitMut for Short {
        fn visit_type_path_mut(&mut self, ty: &mut syn::TypePath) {
            // In `<T as a::B>::C` the last name is not that of the trait.
            let Some(qself) = &mut ty.qself else { return visit_mut::visit_type_path_mut(self, ty) };
            self.visit_type_mut(&mut qself.ty);
            ty.path.segments.iter_mut().for_each(|segment| self.visit_path_segment_mut(segment));
            let before = qself.position.saturating_sub(1);
            ty.path.segments = std::mem::take(&mut ty.path.segments).into_iter().skip(before).collect();
            ty.path.leading_colon = None;
            qself.position -= before;
        }

        fn visit_path_mut(&mut self, path: &mut syn::Path) {
            visit_mut::visit_path_mut(self, path);
            let first = path.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
            if path.leading_colon.is_some() || ["std", "core", "crate", "super", "fmt"].contains(&&*first) {
                path.leading_colon = None;
                path.segments = path.segments.last().cloned().into_iter().collect();
            }
        }
    }

    let mut tokens = tokens.to_token_stream();
    if let Ok(mut ty) = syn::parse2::<Type>(tokens.clone()) {
        Short.visit_type_mut(&mut ty);
        tokens = ty.to_token_stream();
    } else if let Ok(mut signature) = syn::parse2::<syn::Signature>(tokens.clone()) {
        Short.visit_signature_mut(&mut signature);
        tokens = signature.to_token_stream();
    }
    tidy(&tokens.to_string())
}

/// Removes the spaces that printed tokens have between all of them.
fn tidy(text: &str) -> String {
    let mut tidy = text.replace('\n', " ");
    for closing in [",", ";", ":", ")", "]", ">", "?", "!", "(", "<", "."] {
        tidy = tidy.replace(&format!(" {closing}"), closing);
    }
    for opening in ["(", "[", "<", "&", "'", "::", "."] {
        tidy = tidy.replace(&format!("{opening} "), opening);
    }
    for (from, to) in [(",)", ")"), (",>", ">"), (",<", ", <"), ("->", " -> "), ("&mutself", "&mut self")] {
        tidy = tidy.replace(from, to);
    }
    let tidy = tidy.replace(" ->  ", " -> ").replace("  -> ", " -> ").replace(" - > ", " -> ");
    tidy.trim().to_owned()
}
