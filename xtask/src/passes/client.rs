//! The hand-written `Client` takes the place of the generated one, of which only the methods for the operations stay.

use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{ImplItem, Item, parse_quote};

use super::{ReplacePath, is_function, module, self_name, trait_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let before = file.items.len();
    file.items.retain(|item| match item {
        // The imports from progenitor's client crate, which is not needed.
        Item::Use(_) => false,
        Item::Struct(item) => item.ident != "Client",
        Item::Mod(item) => item.ident != "prelude",
        Item::Impl(item) if trait_name(item).is_some() => false,
        Item::Impl(item) => {
            !(self_name(item) == "Client" && item.items.iter().any(|item| is_function(item, "new_with_client")))
        }
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
            use crate::{
                ByteStream, Client, Error, ResponseValue,
                call::{Call, encode},
            };
        ),
    );
    builder.insert(
        1,
        parse_quote!(
            use super::operations;
        ),
    );
    for item in builder {
        ReplacePath { from: "super::Client", to: parse_quote!(Client) }.visit_item_mut(item);
        hide_constructor(item);
    }
    Ok(())
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
