//! Stage 8: passes over the syntax tree turn what progenitor writes into the code of `sezzle-api`.
//!
//! Each pass is one module and knows the one shape of progenitor's output that it changes. If that shape is not there,
//! the pass fails: the pinned version of progenitor has moved, and the pass must follow.

mod blocking;
mod bodies;
mod builders;
mod call_options;
mod client;
mod docs;
mod duplicates;
mod events;
mod field_docs;
mod json_schema;
mod lenient;
mod method_docs;
mod mock;
mod non_exhaustive;
mod open_enums;
mod operations;
mod personal_data;
mod problems;
mod send;
mod unused;

pub(crate) use open_enums::spell_first_digit;
use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};
use syn::{Item, ItemMod};

use openapi_lower::io::finding::{Findings, Result};

/// Runs all passes, in the order they rely on.
///
/// # Errors
///
/// The output of progenitor does not have the shape a pass was written for.
pub fn apply(file: &mut syn::File, document: &Value) -> Result<()> {
    type Pass = fn(&mut syn::File, &Value) -> std::result::Result<(), String>;
    const PASSES: &[(&str, Pass)] = &[
        ("operations", operations::apply),
        ("events", events::apply),
        ("client", client::apply),
        ("send", send::apply),
        ("bodies", bodies::apply),
        ("blocking", blocking::apply),
        ("call_options", call_options::apply),
        ("field_docs", field_docs::apply),
        ("builders", builders::apply),
        ("problems", problems::apply),
        ("json_schema", json_schema::apply),
        ("personal_data", personal_data::apply),
        ("open_enums", open_enums::apply),
        ("unused", unused::apply),
        ("lenient", lenient::apply),
        ("non_exhaustive", non_exhaustive::apply),
        ("method_docs", method_docs::apply),
        ("docs", docs::apply),
        ("duplicates", duplicates::apply),
    ];
    for (name, pass) in PASSES {
        pass(file, document).map_err(|problem| unexpected(name, &problem))?;
    }
    Ok(())
}

/// Runs the passes over the typed mocks.
///
/// # Errors
///
/// The output of progenitor does not have the shape a pass was written for.
pub fn apply_to_mock(file: &mut syn::File, document: &Value) -> Result<()> {
    mock::escape_ids(file);
    mock::apply(file, document).map_err(|problem| unexpected("mock", &problem))?;
    docs::lines(file);
    Ok(())
}

fn unexpected(pass: &str, problem: &str) -> Findings {
    Findings::one(
        format!("xtask/src/passes/{pass}.rs"),
        "",
        format!("progenitor's output is not as this pass expects: {problem}"),
        "compare the pass with what this version of progenitor writes",
    )
}

/// The items of the module at `path`.
fn module<'a>(file: &'a mut syn::File, path: &[&str]) -> std::result::Result<&'a mut Vec<Item>, String> {
    let mut items = &mut file.items;
    for name in path {
        items = items
            .iter_mut()
            .find_map(|item| match item {
                Item::Mod(ItemMod { ident, content: Some((_, items)), .. }) if ident == name => Some(items),
                _ => None,
            })
            .ok_or_else(|| format!("there is no module `{}`", path.join("::")))?;
    }
    Ok(items)
}

/// The name of the type an inherent or trait impl is for, without its path and arguments.
pub(crate) fn self_name(item: &syn::ItemImpl) -> String {
    match &*item.self_ty {
        syn::Type::Path(path) => last_segment(&path.path),
        _ => String::new(),
    }
}

/// The name of the trait an impl is of.
fn trait_name(item: &syn::ItemImpl) -> Option<String> {
    item.trait_.as_ref().map(|(path, _)| last_segment(path))
}

fn last_segment(path: &syn::Path) -> String {
    path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

/// `T` if `ty` is `wrapper<T, ..>`.
pub(crate) fn argument_of<'a>(ty: &'a syn::Type, wrapper: &str) -> Option<&'a syn::Type> {
    let syn::Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == wrapper)?;
    let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// `T` if the function returns `Result<ResponseValue<T>, ..>`, as `send` does.
fn answer_of(function: &syn::ImplItemFn) -> Option<&syn::Type> {
    let syn::ReturnType::Type(_, output) = &function.sig.output else { return None };
    argument_of(argument_of(output, "Result")?, "ResponseValue")
}

/// Whether the item of an impl is the function called `name`.
fn is_function(item: &syn::ImplItem, name: &str) -> bool {
    matches!(item, syn::ImplItem::Fn(function) if function.sig.ident == name)
}

/// The last name in a type: `Price` for `Option<types::builder::Price>`.
fn name_of(ty: &syn::Type) -> String {
    let text = ty.to_token_stream().to_string();
    text.trim_end_matches(['>', ' '])
        .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Puts a path in the place of each that reads `from`.
struct ReplacePath {
    from: &'static str,
    to: syn::Path,
}

impl VisitMut for ReplacePath {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        if path.to_token_stream().to_string().replace(' ', "") == self.from {
            *path = self.to.clone();
        }
        visit_mut::visit_path_mut(self, path);
    }
}

/// Takes the trait called `name` out of the type's derives, and says whether it was there.
fn remove_derive(attributes: &mut [syn::Attribute], name: &str) -> bool {
    use syn::punctuated::Punctuated;
    let mut removed = false;
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let Ok(traits) = attribute.parse_args_with(Punctuated::<syn::Path, syn::Token![,]>::parse_terminated) else {
            continue;
        };
        let kept: Vec<_> = traits.iter().filter(|path| last_segment(path) != name).collect();
        removed |= kept.len() < traits.len();
        let derive: syn::Attribute = syn::parse_quote!(#[derive(#(#kept),*)]);
        *attribute = derive;
    }
    removed
}
