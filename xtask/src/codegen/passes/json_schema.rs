//! With the feature `schemars`, every type says what its JSON looks like, as the document does.
//!
//! Runs while the placeholders are still there: they tell which format the document gives a field.

use quote::ToTokens;
use serde_json::Value;
use syn::{Item, Type, parse_quote};

use super::module;
use crate::emit::{DECIMAL, PERSONAL_DATA, TEXT_OR_NUMBER};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    for item in module(file, &["types"])? {
        let item = match item {
            Item::Struct(item) => item,
            // An open enum describes itself; one of several types is described by them.
            Item::Enum(item) if item.variants.iter().any(|variant| !variant.fields.is_empty()) => {
                item.attrs.push(parse_quote!(#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]));
                continue;
            }
            _ => continue,
        };
        item.attrs.push(parse_quote!(#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]));
        for field in &mut item.fields {
            if let Some(described) = described_as(&field.ty) {
                field.attrs.push(parse_quote!(#[cfg_attr(feature = "schemars", schemars(with = #described))]));
            }
        }
    }
    Ok(())
}

/// The type that describes a field whose own type says less than the document.
fn described_as(ty: &Type) -> Option<String> {
    let text = ty.to_token_stream().to_string().replace(' ', "");
    let formats = [
        (PERSONAL_DATA, "crate::json_schema::PersonalData"),
        (TEXT_OR_NUMBER, "crate::json_schema::TextOrNumber"),
        (DECIMAL, "crate::json_schema::Decimal"),
    ];
    let (placeholder, described) = formats.into_iter().find(|(placeholder, _)| text.contains(placeholder))?;
    Some(text.replace(placeholder, described))
}
