//! The hand-written `Client` takes the place of the generated one, of which only the methods for the operations stay.

use quote::ToTokens;
use serde_json::Value;
use syn::{ImplItem, Item, parse_quote};

use super::{module, self_name, trait_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let before = file.items.len();
    file.items.retain(|item| match item {
        // The imports from progenitor's client crate, which is not needed.
        Item::Use(_) => false,
        Item::Struct(item) => item.ident != "Client",
        Item::Mod(item) => item.ident != "prelude",
        Item::Impl(item) if trait_name(item).is_some() => false,
        Item::Impl(item) => !(self_name(item) == "Client" && has_method(item, "new_with_client")),
        _ => true,
    });
    // Two imports, the struct, its constructors, two traits, the prelude.
    if before - file.items.len() != 7 {
        return Err(format!("{} items around the client, not 7", before - file.items.len()));
    }
    file.items.insert(
        0,
        parse_quote!(
            use crate::Client;
        ),
    );

    let builder = module(file, &["builder"])?;
    builder
        .retain(|item| !matches!(item, Item::Use(item) if item.to_token_stream().to_string().contains("encode_path")));
    builder.insert(
        0,
        parse_quote!(
            use crate::{ByteStream, Client, Error, ResponseValue, transport};
        ),
    );
    builder.insert(
        1,
        parse_quote!(
            use super::operations;
        ),
    );
    for item in builder {
        replace_client_path(item);
        hide_constructor(item);
    }
    Ok(())
}

fn has_method(item: &syn::ItemImpl, name: &str) -> bool {
    item.items.iter().any(|item| matches!(item, ImplItem::Fn(function) if function.sig.ident == name))
}

/// A builder is made by the method of `Client` only.
fn hide_constructor(item: &mut Item) {
    let Item::Impl(item) = item else { return };
    for item in &mut item.items {
        if let ImplItem::Fn(function) = item
            && function.sig.ident == "new"
        {
            function.vis = parse_quote!(pub(super));
        }
    }
}

/// `super::Client` becomes `Client`.
fn replace_client_path(item: &mut Item) {
    struct Replace;
    impl syn::visit_mut::VisitMut for Replace {
        fn visit_path_mut(&mut self, path: &mut syn::Path) {
            if path.to_token_stream().to_string() == "super :: Client" {
                *path = parse_quote!(Client);
            }
            syn::visit_mut::visit_path_mut(self, path);
        }
    }
    syn::visit_mut::VisitMut::visit_item_mut(&mut Replace, item);
}
