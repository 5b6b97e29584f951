//! Removes the types that neither an operation nor an event leads to: parts that existed only to be composed.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Item;

use crate::codegen::syntax::declared_name;

/// Types that hand-written code reads, and that no generated code mentions.
const USED_BY_FACADE: [&str; 2] = ["ErrorDetail", "EventEnvelope"];

/// Keeps the types that `used` mentions, and those that they mention.
pub(super) fn remove(types: &mut Vec<Item>, used: TokenStream) {
    let mut names: BTreeSet<String> = USED_BY_FACADE.map(str::to_owned).into();
    collect_names(used, &mut names);
    names_used_by(types, &mut names);
    types.retain(|item| declared_name(item).is_none_or(|name| names.contains(&name)));
}

/// Adds the names that the types called `names` mention, and so on.
pub(super) fn names_used_by(types: &[Item], names: &mut BTreeSet<String>) {
    loop {
        let before = names.len();
        for item in types {
            if declared_name(item).is_some_and(|name| names.contains(&name)) {
                collect_names(item.to_token_stream(), names);
            }
        }
        if names.len() == before {
            return;
        }
    }
}

/// Adds the names in `tokens`. Names of other things than types do no harm.
pub(super) fn collect_names(tokens: TokenStream, names: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                names.insert(name.to_string());
            }
            TokenTree::Group(group) => collect_names(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
