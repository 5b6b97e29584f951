//! Fields with personal data are plain values that `Debug` redacts. Of a URL, it prints the host and the path.
//!
//! The overlay marks them with `format: personal-data` or `absolute-url`, for which progenitor writes placeholder types. The derived
//! `Debug` of every struct with such a field is replaced by one that redacts it.

use std::collections::BTreeSet;

use syn::{Fields, Item, ItemStruct, parse_quote};

use crate::codegen::emit::{PERSONAL_DATA, URL};
use crate::codegen::sdk;
use crate::codegen::syntax::{argument_of, remove_derive, type_text};

/// Replaces `Debug`. The placeholder must still be there.
pub(super) fn apply(types: &mut Vec<Item>) -> Result<(), String> {
    let mut impls = Vec::new();
    for item in types.iter_mut() {
        let Item::Struct(item) = item else { continue };
        let Fields::Named(fields) = &item.fields else { continue };
        if fields.named.iter().any(|field| is_personal(&field.ty) || is_url(&field.ty)) {
            impls.push(debug(item)?);
            if !remove_derive(&mut item.attrs, "Debug") {
                return Err(format!("{} does not derive Debug", item.ident));
            }
        }
    }
    types.extend(impls);
    Ok(())
}

fn is_personal(ty: &syn::Type) -> bool {
    type_text(ty).contains(PERSONAL_DATA)
}

fn is_url(ty: &syn::Type) -> bool {
    type_text(ty).contains(URL)
}

/// Returns the names of structs and of their fields that are URLs. The placeholder must still be there.
pub(super) fn urls(types: &[Item]) -> BTreeSet<(String, String)> {
    let structs = types.iter().filter_map(|item| if let Item::Struct(item) = item { Some(item) } else { None });
    let urls =
        structs.flat_map(|item| item.fields.iter().filter(|field| is_url(&field.ty)).map(move |field| (item, field)));
    urls.filter_map(|(item, field)| Some((item.ident.to_string(), field.ident.as_ref()?.to_string()))).collect()
}

fn debug(item: &ItemStruct) -> Result<Item, String> {
    let name = &item.ident;
    let text = name.to_string();
    let redacted = sdk::path(sdk::REDACTED);
    let redacted_url = sdk::path(sdk::REDACTED_URL);
    let mut shown = Vec::new();
    for field in &item.fields {
        let Some(field_name) = &field.ident else { return Err(format!("{name} has a field without a name")) };
        let label = field_name.to_string();
        let value: syn::Expr = if is_url(&field.ty) {
            match argument_of(&field.ty, "Option").is_some() {
                true => parse_quote!(&self.#field_name.as_deref().map(#redacted_url)),
                false => parse_quote!(&#redacted_url(&self.#field_name)),
            }
        } else if !is_personal(&field.ty) {
            parse_quote!(&self.#field_name)
        } else if argument_of(&field.ty, "Option").is_some() {
            // Whether there is a value may be shown.
            parse_quote!(&#redacted::of(&self.#field_name))
        } else {
            parse_quote!(&#redacted)
        };
        shown.push(quote::quote!(.field(#label, #value)));
    }
    Ok(parse_quote! {
        impl ::std::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(#text) #(#shown)* .finish()
            }
        }
    })
}
