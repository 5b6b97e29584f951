//! Fields with personal data are plain values that `Debug` does not show.
//!
//! The overlay marks them with `format: personal-data`, for which the generator writes a placeholder type. This pass
//! replaces the placeholder by `String`, and the derived `Debug` of every struct that has such a field by one that
//! prints `[redacted]` for it.

use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{Fields, Item, ItemStruct, parse_quote};

use super::{ReplacePath, argument_of, module, remove_derive};
use crate::emit::PERSONAL_DATA;

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let types = module(file, &["types"])?;
    let mut impls = Vec::new();
    for item in types.iter_mut() {
        let Item::Struct(item) = item else { continue };
        let Fields::Named(fields) = &item.fields else { continue };
        if fields.named.iter().any(|field| mentions_placeholder(&field.ty)) {
            impls.push(debug(item)?);
            if !remove_derive(&mut item.attrs, "Debug") {
                return Err(format!("{} does not derive Debug", item.ident));
            }
        }
    }
    types.extend(impls);
    ReplacePath { from: PERSONAL_DATA, to: parse_quote!(::std::string::String) }.visit_file_mut(file);
    Ok(())
}

fn mentions_placeholder(ty: &syn::Type) -> bool {
    ty.to_token_stream().to_string().replace(' ', "").contains(PERSONAL_DATA)
}

fn debug(item: &ItemStruct) -> Result<Item, String> {
    let name = &item.ident;
    let text = name.to_string();
    let mut shown = Vec::new();
    for field in &item.fields {
        let Some(field_name) = &field.ident else { return Err(format!("{name} has a field without a name")) };
        let label = field_name.to_string();
        let value: syn::Expr = if !mentions_placeholder(&field.ty) {
            parse_quote!(&self.#field_name)
        } else if argument_of(&field.ty, "Option").is_some() {
            // Whether there is a value may be shown; it is what one looks for when debugging.
            parse_quote!(&self.#field_name.as_ref().map(|_| crate::secret::Redacted))
        } else {
            parse_quote!(&crate::secret::Redacted)
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
