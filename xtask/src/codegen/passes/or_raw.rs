//! Fields whose values may be of a type that the crate has no type for keep those as JSON.

use quote::ToTokens;
use syn::{Attribute, Field, Item, parse_quote};

use super::real_names::{json_name, rename};
use crate::codegen::sdk;
use crate::codegen::syntax::argument_of;
use crate::codegen::widened::Fields;

/// Wraps the types of these fields, which have their readers already.
pub(super) fn apply(types: &mut [Item], fields: &Fields) -> Result<(), String> {
    let mut left = fields.clone();
    for item in types {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            let name = (item.ident.to_string(), json_name(field));
            if left.remove(&name) {
                wrap(field);
            }
        }
    }
    match left.first() {
        Some((owner, field)) => {
            Err(format!("{owner} has no field for `{field}`, whose values may be of several types"))
        }
        None => Ok(()),
    }
}

fn wrap(field: &mut Field) {
    let or_raw = sdk::path(sdk::OR_RAW);
    let ty = &field.ty;
    // Without a value of its type, a field that had to be there is empty.
    let is_empty = ["Option", "Vec", "BTreeMap"].iter().any(|name| argument_of(ty, name).is_some());
    field.ty = if is_empty { parse_quote!(#or_raw::OrRaw<#ty>) } else { parse_quote!(#or_raw::OrRaw<Option<#ty>>) };
    let mut reader = "value";
    let mut kept: Vec<Attribute> = Vec::new();
    for attribute in std::mem::take(&mut field.attrs) {
        let text = attribute.to_token_stream().to_string();
        if let Some((_, path)) = text.split_once("deserialize_with = \"") {
            let name = path.split('"').next().and_then(|path| path.rsplit("::").next());
            // The others convert a value of another type, which is to be kept as it is.
            reader = ["list", "texts", "decimal"].into_iter().find(|reader| name == Some(reader)).unwrap_or("value");
        }
        let is_replaced = ["default", "skip_serializing_if", "deserialize_with", "serialize_with"]
            .iter()
            .any(|name| text.contains(name));
        if !is_replaced || text.contains("doc =") {
            kept.push(attribute);
        } else if let Some(rename) = rename(&attribute) {
            kept.push(parse_quote!(#[serde(rename = #rename)]));
        }
    }
    let read = format!("{}::{reader}", sdk::OR_RAW);
    let is_empty = format!("{}::OrRaw::is_empty", sdk::OR_RAW);
    kept.push(parse_quote!(#[serde(default, deserialize_with = #read, skip_serializing_if = #is_empty)]));
    if reader == "decimal" {
        let write = format!("{}::write_decimal", sdk::OR_RAW);
        kept.push(parse_quote!(#[serde(serialize_with = #write)]));
    }
    field.attrs = kept;
}
