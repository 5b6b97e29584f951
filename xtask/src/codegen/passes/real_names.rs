//! Fields whose names in JSON are not those that progenitor was given.

use syn::{Attribute, Field, Item, LitStr, parse_quote};

use crate::codegen::unique_names::Surrogates;

/// Gives the fields with surrogates their real names.
pub(super) fn apply(types: &mut [Item], surrogates: &Surrogates) {
    for item in types {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            if let Some(real) = surrogates.get(&json_name(field)) {
                field.attrs.retain(|attribute| rename(attribute).is_none());
                field.attrs.push(parse_quote!(#[serde(rename = #real)]));
            }
        }
    }
}

/// The name of a field in JSON.
pub(super) fn json_name(field: &Field) -> String {
    let renamed = field.attrs.iter().find_map(rename).map(|name| name.value());
    renamed.or_else(|| field.ident.as_ref().map(ToString::to_string)).unwrap_or_default()
}

/// The name that an attribute of serde gives to a field.
pub(super) fn rename(attribute: &Attribute) -> Option<LitStr> {
    let mut name = None;
    if attribute.path().is_ident("serde") {
        let _ = attribute.parse_nested_meta(|meta| {
            // The value of another argument is read as well, to get past it.
            let value: syn::Result<LitStr> = meta.value().and_then(syn::parse::ParseBuffer::parse);
            if meta.path.is_ident("rename") {
                name = value.ok();
            }
            Ok(())
        });
    }
    name
}
