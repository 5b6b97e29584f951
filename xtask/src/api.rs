//! The public interface of `sezzle-api` as a text, so that a review sees what users will see.
//!
//! It is read from the source, by the names that a program would write: a type is listed where it is exported, with its
//! public fields, its functions and its traits. What a macro of the crate makes is listed as the macro is called. No
//! compiler is asked, so a type that is only inferred is not told.

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Fields, ImplItem, Item, ItemImpl, TraitItem, Type, UseTree, Visibility};

use crate::finding::{Findings, Result};
use crate::output::Output;

/// The file that is committed.
pub const FILE: &str = "sezzle-api/public-api.txt";

/// What makes the file anew.
pub const COMMAND: &str = "cargo xtask api";

const SOURCE: &str = "sezzle-api/src";

/// The list for the workspace at `root`.
///
/// # Errors
///
/// A file of the crate cannot be read.
pub fn api(root: &Path) -> Result<Output> {
    let mut source = Source::default();
    source.read(root, "lib", vec![], vec![])?;
    let mut listing = Listing { source: &source, impls: source.impls(), blocks: BTreeMap::new() };
    listing.module(&[], "sezzle_api", &[]);
    let mut text = format!("# The public interface of sezzle-api, written by `{COMMAND}`.\n");
    for (name, lines) in listing.blocks {
        text.push_str(&format!("\n{}{name}{}\n", lines.kind, lines.rest));
        lines.lines.iter().for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    Ok(Output { name: FILE, text })
}

/// A module's path, or that of an item, from the root of the crate.
type Names = Vec<String>;

/// The modules of the crate, public or not.
#[derive(Default)]
struct Source {
    modules: BTreeMap<Names, Module>,
}

struct Module {
    items: Vec<Item>,
    /// What is imported, and whence.
    imports: BTreeMap<String, Names>,
    /// The features it needs.
    features: Vec<String>,
}

impl Source {
    /// Reads a file and the modules it declares. `name` is that of the file without its ending.
    fn read(&mut self, root: &Path, name: &str, path: Names, features: Vec<String>) -> Result<()> {
        let mut file = format!("{SOURCE}/{name}.rs");
        if !root.join(&file).exists() {
            file = format!("{SOURCE}/{name}/mod.rs");
        }
        let problem = |problem: String| Findings::one(&*file, "", problem, "see that the crate compiles first");
        let text = std::fs::read_to_string(root.join(&file)).map_err(|error| problem(error.to_string()))?;
        let parsed = syn::parse_file(&text).map_err(|error| problem(error.to_string()))?;
        let folder = if name == "lib" { String::new() } else { format!("{name}/") };
        self.add(root, &folder, parsed.items, path, features)
    }

    fn add(&mut self, root: &Path, folder: &str, items: Vec<Item>, path: Names, features: Vec<String>) -> Result<()> {
        let mut imports = BTreeMap::new();
        for item in &items {
            match item {
                Item::Use(item) => leaves(&item.tree, &mut vec![], &mut |name, target| {
                    imports.insert(name.to_owned(), target);
                }),
                Item::Mod(module) if !is_left_out(&module.attrs) => {
                    let name = module.ident.to_string();
                    let inner = [&path[..], std::slice::from_ref(&name)].concat();
                    let needed = [&features[..], &needed(&module.attrs)].concat();
                    match &module.content {
                        Some((_, items)) => {
                            self.add(root, &format!("{folder}{name}/"), items.clone(), inner, needed)?;
                        }
                        None => {
                            let file = moved(&module.attrs).unwrap_or(name);
                            let file = format!("{folder}{file}");
                            self.read(root, &file, inner, needed)?;
                        }
                    }
                }
                _ => {}
            }
        }
        self.modules.insert(path, Module { items, imports, features });
        Ok(())
    }

    /// Where the item is declared that is called `names` in the module `at`. `None` if that is in another crate.
    fn resolve(&self, at: &[String], names: &[String]) -> Option<Names> {
        let (first, rest) = names.split_first()?;
        let base = match &**first {
            "crate" => vec![],
            "self" => at.to_vec(),
            "super" => at[..at.len().checked_sub(1)?].to_vec(),
            _ => {
                let declared = [at, &names[..1]].concat();
                if self.modules.contains_key(&declared) {
                    declared
                } else if self.item(&declared).is_some() || self.macro_call(&declared).is_some() {
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
        self.modules.get(module)?.items.iter().find(|item| name_of(item).is_some_and(|ident| ident == name))
    }

    /// The call of a macro that declares the item.
    fn macro_call(&self, path: &[String]) -> Option<&syn::Macro> {
        let (name, module) = path.split_last()?;
        self.modules.get(module)?.items.iter().find_map(|item| match item {
            Item::Macro(item) if item.ident.is_none() => {
                // The macros of this crate take the name of what they declare before its braces.
                let mut tokens = item.mac.tokens.clone().into_iter();
                let named = tokens.any(|token| matches!(token, TokenTree::Ident(ident) if ident == name));
                named.then_some(&item.mac)
            }
            _ => None,
        })
    }

    /// The impls of each type, and the features that each needs.
    fn impls(&self) -> BTreeMap<Names, Vec<(&ItemImpl, Vec<String>)>> {
        let mut impls: BTreeMap<Names, Vec<_>> = BTreeMap::new();
        for (path, module) in &self.modules {
            for item in &module.items {
                let Item::Impl(item) = item else { continue };
                let Type::Path(ty) = &*item.self_ty else { continue };
                let names: Names = ty.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
                if let Some(of) = self.resolve(path, &names) {
                    let needed = [&module.features[..], &needed(&item.attrs)].concat();
                    impls.entry(of).or_default().push((item, needed));
                }
            }
        }
        impls
    }
}

/// The file of a module with a `path` attribute, without its extension. Only for modules in `mod.rs` files.
fn moved(attributes: &[Attribute]) -> Option<String> {
    let path = attributes.iter().find(|attribute| attribute.path().is_ident("path"))?;
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(file), .. }) = &path.meta.require_name_value().ok()?.value
    else {
        return None;
    };
    file.value().strip_suffix(".rs").map(str::to_owned)
}

/// The names that a `use` brings, with the paths of what they stand for.
fn leaves(tree: &UseTree, path: &mut Names, leaf: &mut impl FnMut(&str, Names)) {
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            leaves(&tree.tree, path, leaf);
            path.pop();
        }
        UseTree::Group(tree) => tree.items.iter().for_each(|tree| leaves(tree, path, leaf)),
        UseTree::Name(tree) if tree.ident == "self" => {
            leaf(path.last().map_or("", String::as_str), path.clone());
        }
        UseTree::Name(tree) => leaf(&tree.ident.to_string(), [&path[..], &[tree.ident.to_string()]].concat()),
        UseTree::Rename(tree) => leaf(&tree.rename.to_string(), [&path[..], &[tree.ident.to_string()]].concat()),
        UseTree::Glob(_) => leaf("*", path.clone()),
    }
}

/// What is listed of an item: `kind`, its name, `rest`, and a line for each part.
#[derive(Default)]
struct Block {
    kind: String,
    rest: String,
    lines: Vec<String>,
}

struct Listing<'a> {
    source: &'a Source,
    impls: BTreeMap<Names, Vec<(&'a ItemImpl, Vec<String>)>>,
    blocks: BTreeMap<String, Block>,
}

impl Listing<'_> {
    /// Lists what a module exports; it is known as `name`.
    fn module(&mut self, path: &[String], name: &str, features: &[String]) {
        let Some(module) = self.source.modules.get(path) else { return };
        for item in &module.items {
            let (visibility, attributes) = visibility(item);
            if !matches!(visibility, Some(Visibility::Public(_))) || is_left_out(attributes) {
                continue;
            }
            let features = [features, &needed(attributes)].concat();
            if let Item::Use(item) = item {
                let mut exports = vec![];
                leaves(&item.tree, &mut vec![], &mut |name, target| exports.push((name.to_owned(), target)));
                for (export, target) in exports {
                    let public = format!("{name}::{export}");
                    match self.source.resolve(path, &target) {
                        Some(target) => self.item(&target, public, &features),
                        None => {
                            self.add(public, "use ", format!(" = {}{}", target.join("::"), with(&features)), vec![])
                        }
                    }
                }
            } else if let Some(ident) = name_of(item) {
                self.item(&[path, &[ident.to_string()]].concat(), format!("{name}::{ident}"), &features);
            }
        }
    }

    /// Lists an item that is declared at `path` and known as `name`.
    fn item(&mut self, path: &[String], name: String, features: &[String]) {
        if self.source.modules.contains_key(path) {
            self.add(name.clone(), "mod ", with(features), vec![]);
            return self.module(path, &name, features);
        }
        let features_text = with(features);
        let Some(item) = self.source.item(path) else {
            let call = self.source.macro_call(path).map(called).unwrap_or_default();
            return self.add(name, "made by ", features_text, call);
        };
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
                    let fields = match &variant.fields {
                        Fields::Unit => String::new(),
                        Fields::Named(_) => format!(" {}", text(&Bare(&variant.fields))),
                        fields => text(&Bare(fields)),
                    };
                    lines.push(format!("{}{fields}", variant.ident));
                }
                ("enum ", text(&item.generics))
            }
            Item::Trait(item) => {
                for part in &item.items {
                    lines.extend(match part {
                        TraitItem::Fn(part) if !is_left_out(&part.attrs) => Some(text(&part.sig)),
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
            other => ("", format!(": {}", text(other))),
        };
        let (_, attributes) = visibility(item);
        let open =
            if attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive")) { ", .." } else { "" };
        lines.extend(self.implemented(path, attributes, features));
        self.add(name, kind, format!("{generics}{open}{features_text}"), lines);
    }

    /// The functions and traits of a type, each sort in order.
    fn implemented(&self, path: &[String], attributes: &[Attribute], features: &[String]) -> Vec<String> {
        let (mut functions, mut traits) = (vec![], vec![]);
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            let _ = attribute.parse_nested_meta(|derived| {
                traits.push(text(&derived.path));
                Ok(())
            });
        }
        // What is needed for the type is not said again.
        let more = |needed: &[String]| -> Vec<String> {
            needed.iter().filter(|feature| !features.contains(feature)).cloned().collect()
        };
        for (item, needed_by_impl) in self.impls.get(path).into_iter().flatten() {
            if let Some((of, ..)) = &item.trait_ {
                traits.push(format!("{}{}", text(of), with(&more(needed_by_impl))));
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
                if matches!(visibility, Visibility::Public(_)) && !is_left_out(attributes) {
                    let needed = [&needed_by_impl[..], &needed(attributes)].concat();
                    functions.push(format!("{line}{}", with(&more(&needed))));
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

    fn add(&mut self, name: String, kind: &str, rest: String, lines: Vec<String>) {
        self.blocks.insert(name, Block { kind: kind.to_owned(), rest, lines });
    }
}

/// The fields of a variant, with nothing else said of them.
struct Bare<'a>(&'a Fields);

impl ToTokens for Bare<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let types = self.0.iter().map(|field| &field.ty);
        match self.0 {
            Fields::Named(_) => {
                let names = self.0.iter().map(|field| &field.ident);
                tokens.extend(quote!({ #(#names: #types),* }));
            }
            _ => tokens.extend(quote!((#(#types),*))),
        }
    }
}

/// The call of a macro, without its documentation, a line for each of its values.
fn called(call: &syn::Macro) -> Vec<String> {
    fn plain(tokens: TokenStream) -> TokenStream {
        let mut result: Vec<TokenTree> = vec![];
        for token in tokens {
            match token {
                TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Bracket => {
                    // `#[..]`
                    result.pop();
                }
                TokenTree::Group(group) => {
                    let inner = plain(group.stream());
                    result.push(proc_macro2::Group::new(group.delimiter(), inner).into());
                }
                other => result.push(other),
            }
        }
        result.into_iter().collect()
    }
    let text = text(&plain(call.tokens.clone())).replace("{ ", "{, ");
    std::iter::once(format!("{}!", text_of_path(&call.path)))
        .chain(text.split(", ").map(|line| line.trim().to_owned()))
        .filter(|line| !line.is_empty())
        .collect()
}

fn text_of_path(path: &syn::Path) -> String {
    path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

fn name_of(item: &Item) -> Option<&syn::Ident> {
    match item {
        Item::Const(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Mod(item) => Some(&item.ident),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        _ => None,
    }
}

fn visibility(item: &Item) -> (Option<&Visibility>, &[Attribute]) {
    match item {
        Item::Const(item) => (Some(&item.vis), &item.attrs),
        Item::Enum(item) => (Some(&item.vis), &item.attrs),
        Item::Fn(item) => (Some(&item.vis), &item.attrs),
        Item::Mod(item) => (Some(&item.vis), &item.attrs),
        Item::Static(item) => (Some(&item.vis), &item.attrs),
        Item::Struct(item) => (Some(&item.vis), &item.attrs),
        Item::Trait(item) => (Some(&item.vis), &item.attrs),
        Item::Type(item) => (Some(&item.vis), &item.attrs),
        Item::Use(item) => (Some(&item.vis), &item.attrs),
        _ => (None, &[]),
    }
}

/// Whether users never see it: tests, and what is hidden in the documentation.
fn is_left_out(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let text = attribute.to_token_stream().to_string();
        text == "# [cfg (test)]" || text == "# [cfg (doctest)]" || text == "# [doc (hidden)]"
    })
}

/// The conditions under which it is there.
fn needed(attributes: &[Attribute]) -> Vec<String> {
    let conditions = attributes.iter().filter(|attribute| attribute.path().is_ident("cfg"));
    conditions.filter_map(|attribute| Some(text(&attribute.meta.require_list().ok()?.tokens))).collect()
}

fn with(features: &[String]) -> String {
    let mut features = features.to_vec();
    features.dedup();
    if features.is_empty() { String::new() } else { format!("  [{}]", features.join(", ")) }
}

/// Code on one line, with the names of the standard library and of this crate without their modules.
fn text(tokens: &impl ToTokens) -> String {
    /// Leaves of a path what a reader needs.
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

/// Tokens are printed with blanks between all of them.
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
