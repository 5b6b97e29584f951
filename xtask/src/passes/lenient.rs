//! Fields are read leniently: `null` as empty, times in every form that was seen, numbers where a text belongs,
//! decimals without a detour over binary fractions.

use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{Field, Item, Type, parse_quote};

use super::{ReplacePath, argument_of, module};
use crate::emit::TEXT_OR_NUMBER;

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    for item in module(file, &["types"])? {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            read_leniently(field);
        }
    }
    // The placeholder for `format: text-or-number` is a `String` that is read in its own way.
    ReplacePath { from: TEXT_OR_NUMBER, to: parse_quote!(::std::string::String) }.visit_file_mut(file);
    Ok(())
}

fn read_leniently(field: &mut Field) {
    let optional = argument_of(&field.ty, "Option");
    let value = optional.unwrap_or(&field.ty);
    let text = value.to_token_stream().to_string().replace(' ', "");
    let attributes: Vec<syn::Attribute> = if argument_of(value, "BTreeMap").is_some() && text.contains(TEXT_OR_NUMBER) {
        vec![parse_quote!(#[serde(deserialize_with = "crate::de::lenient::texts")])]
    } else if optional.is_none()
        && argument_of(value, "Vec").is_some_and(|element| argument_of(element, "Option").is_none())
    {
        vec![parse_quote!(#[serde(deserialize_with = "crate::de::lenient::list")])]
    } else if ["Vec", "BTreeMap"].iter().any(|collection| argument_of(value, collection).is_some()) {
        vec![parse_quote!(#[serde(deserialize_with = "crate::de::lenient::null_as_default")])]
    } else if text == TEXT_OR_NUMBER {
        vec![parse_quote!(#[serde(deserialize_with = "crate::de::lenient::text")])]
    } else if is_time(value) {
        vec![parse_quote!(#[serde(deserialize_with = "crate::de::lenient::time")])]
    } else if text == crate::emit::DECIMAL {
        vec![
            parse_quote!(#[serde(deserialize_with = "crate::de::lenient::decimal")]),
            parse_quote!(#[serde(serialize_with = "crate::de::lenient::write_decimal")]),
        ]
    } else {
        return;
    };
    if optional.is_some() {
        // With a reader of its own, serde no longer takes a missing `Option` as `None` by itself.
        field.attrs.push(parse_quote!(#[serde(default)]));
    }
    field.attrs.extend(attributes);
}

fn is_time(ty: &Type) -> bool {
    ty.to_token_stream().to_string().replace(' ', "") == "::chrono::DateTime<::chrono::offset::Utc>"
}
