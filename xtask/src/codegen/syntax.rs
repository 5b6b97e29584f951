//! Reads and changes Rust syntax.

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Item, ItemMod, Lit, Meta, Type, parse_quote};

/// Removes the module `name` and returns its items.
pub(super) fn take_module(items: &mut Vec<Item>, name: &str) -> Result<Vec<Item>, String> {
    let position = items
        .iter()
        .position(|item| matches!(item, Item::Mod(ItemMod { ident, content: Some(_), .. }) if ident == name))
        .ok_or_else(|| format!("there is no module `{name}`"))?;
    match items.remove(position) {
        Item::Mod(ItemMod { content: Some((_, items)), .. }) => Ok(items),
        _ => Ok(Vec::new()),
    }
}

/// Returns the name of the type that an impl is for, without its path and arguments.
pub(crate) fn self_name(item: &syn::ItemImpl) -> String {
    match &*item.self_ty {
        Type::Path(path) => last_segment(&path.path),
        _ => String::new(),
    }
}

/// Returns the name of the trait that an impl is of.
pub(super) fn trait_name(item: &syn::ItemImpl) -> Option<String> {
    item.trait_.as_ref().map(|(path, _)| last_segment(path))
}

/// Returns the name and the attributes of a struct or an enum.
pub(super) fn declaration(item: &Item) -> Option<(&Ident, &[Attribute])> {
    match item {
        Item::Struct(item) => Some((&item.ident, &item.attrs)),
        Item::Enum(item) => Some((&item.ident, &item.attrs)),
        _ => None,
    }
}

/// Returns the name of the type that an item declares, or that it is an impl for.
pub(super) fn declared_name(item: &Item) -> Option<String> {
    match item {
        Item::Struct(_) | Item::Enum(_) => declaration(item).map(|(name, _)| name.to_string()),
        Item::Type(item) => Some(item.ident.to_string()),
        Item::Impl(item) => Some(self_name(item)),
        // The conversions of an open enum.
        Item::Macro(item) => Some(item.mac.tokens.to_string()),
        _ => None,
    }
}

fn last_segment(path: &syn::Path) -> String {
    path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

/// Returns `T` if `ty` is `wrapper<T, ..>`.
pub(super) fn argument_of<'a>(ty: &'a Type, wrapper: &str) -> Option<&'a Type> {
    arguments_of(ty, wrapper)?.next()
}

/// Returns `T, ..` if `ty` is `wrapper<T, ..>`.
pub(super) fn arguments_of<'a>(ty: &'a Type, wrapper: &str) -> Option<impl Iterator<Item = &'a Type>> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == wrapper)?;
    let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    Some(arguments.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }))
}

/// Returns the function of an impl that is called `name`.
pub(super) fn function<'a>(item: &'a syn::ItemImpl, name: &str) -> Option<&'a syn::ImplItemFn> {
    item.items.iter().find_map(|item| match item {
        syn::ImplItem::Fn(function) if function.sig.ident == name => Some(function),
        _ => None,
    })
}

/// Returns the last name in a type: `Price` for `Option<types::Price>`.
pub(super) fn name_of(ty: &Type) -> String {
    let text = type_text(ty);
    let text = text.trim_end_matches('>');
    text.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned()
}

/// Returns a type as text: `Option<String>`.
pub(super) fn type_text(ty: &Type) -> String {
    ty.to_token_stream().to_string().replace(' ', "").replace(',', ", ")
}

/// Returns the text of a `#[doc = ".."]`.
pub(super) fn doc_text(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    match &pair.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if pair.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

/// Returns the lines of an item's documentation, without the space at their start.
pub(super) fn doc_lines(attributes: &[Attribute]) -> Vec<String> {
    let texts = attributes.iter().filter_map(doc_text);
    texts.flat_map(|text| if text.is_empty() { vec![text] } else { lines(&text) }).collect()
}

/// Splits documentation into lines. A line of an item's only doc comment keeps what follows its first space.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned()).collect()
}

/// Documents an item that has no documentation.
pub(super) fn document(attributes: &mut Vec<Attribute>, text: &str) {
    if attributes.iter().all(|attribute| doc_text(attribute).is_none()) {
        attributes.insert(0, parse_quote!(#[doc = #text]));
    }
}

/// Replaces the documentation of an item.
pub(super) fn replace_docs(attributes: &mut Vec<Attribute>, text: &str) {
    attributes.retain(|attribute| doc_text(attribute).is_none());
    document(attributes, text);
}

/// Removes the trait `name` from a type's derives, and returns whether it was there.
pub(super) fn remove_derive(attributes: &mut [Attribute], name: &str) -> bool {
    let mut removed = false;
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let Ok(traits) = attribute.parse_args_with(Punctuated::<syn::Path, syn::Token![,]>::parse_terminated) else {
            continue;
        };
        let kept: Vec<_> = traits.iter().filter(|path| last_segment(path) != name).collect();
        removed |= kept.len() < traits.len();
        let derive: Attribute = parse_quote!(#[derive(#(#kept),*)]);
        *attribute = derive;
    }
    removed
}
