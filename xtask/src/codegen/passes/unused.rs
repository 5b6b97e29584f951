//! Types that neither an operation nor an event leads to are left out: parts that were only there to be composed.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use serde_json::Value;
use syn::Item;

use super::{module, self_name};

/// What the crate's own code reads errors and events into, so used though nothing generated mentions it any more.
const USED_BY_HAND: [&str; 2] = ["ErrorDetail", "EventEnvelope"];

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let mut used: BTreeSet<String> = USED_BY_HAND.map(str::to_owned).into();
    for item in &file.items {
        if !matches!(item, Item::Mod(item) if item.ident == "types") {
            collect(item.to_token_stream(), &mut used);
        }
    }
    let types = module(file, &["types"])?;
    // Whatever a used type mentions is used too.
    loop {
        let before = used.len();
        for item in types.iter() {
            if declared(item).is_some_and(|name| used.contains(&name)) {
                collect(item.to_token_stream(), &mut used);
            }
        }
        if used.len() == before {
            break;
        }
    }
    let keep = |item: &Item| declared(item).is_none_or(|name| used.contains(&name));
    types.retain(&keep);
    module(file, &["types", "builder"])?.retain(&keep);
    Ok(())
}

/// The type that an item declares, or that it is an impl for.
fn declared(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        Item::Type(item) => Some(item.ident.to_string()),
        // `From<super::X> for X` and `TryFrom<X> for super::X` are both for X.
        Item::Impl(item) => Some(self_name(item)),
        // The conversions of an open enum.
        Item::Macro(item) => Some(item.mac.tokens.to_string()),
        _ => None,
    }
}

/// The names in `tokens`. A name that is no type's does no harm.
fn collect(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
