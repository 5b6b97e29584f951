//! Fields are read leniently: `null` as empty, every form of time that was seen, numbers where a string belongs, decimals
//! without rounding to a binary fraction.

use syn::{Attribute, Field, Item, Type, parse_quote};

use crate::codegen::emit::TEXT_OR_NUMBER;
use crate::codegen::sdk;
use crate::codegen::syntax::{argument_of, type_text};

/// Adds the readers that fields of certain types need.
pub(super) fn apply(types: &mut [Item]) {
    for item in types {
        if let Item::Struct(item) = item {
            item.fields.iter_mut().for_each(read_leniently);
        }
    }
}

fn read_leniently(field: &mut Field) {
    let optional = argument_of(&field.ty, "Option");
    let Some(reader) = reader(optional.unwrap_or(&field.ty), optional.is_some()) else { return };
    if optional.is_some() {
        // With a reader of its own, serde no longer reads a missing `Option` as `None`.
        field.attrs.push(parse_quote!(#[serde(default)]));
    }
    let path = format!("{}::{reader}", sdk::LENIENT);
    field.attrs.push(parse_quote!(#[serde(deserialize_with = #path)]));
    if reader == "decimal" {
        let path = format!("{}::write_decimal", sdk::LENIENT);
        let write: Attribute = parse_quote!(#[serde(serialize_with = #path)]);
        field.attrs.push(write);
    }
}

/// The function in the module for lenient readers that reads `ty`.
fn reader(ty: &Type, is_optional: bool) -> Option<&'static str> {
    let text = type_text(ty);
    let element = argument_of(ty, "Vec");
    let is_map = argument_of(ty, "BTreeMap").is_some();
    if is_map && text.contains(TEXT_OR_NUMBER) {
        Some("texts")
    } else if !is_optional && element.is_some_and(|element| argument_of(element, "Option").is_none()) {
        Some("list")
    } else if element.is_some() || is_map {
        Some("null_as_default")
    } else if text == TEXT_OR_NUMBER {
        Some("text")
    } else if text == "::chrono::DateTime<::chrono::offset::Utc>" {
        Some("time")
    } else if text == sdk::DECIMAL {
        Some("decimal")
    } else {
        None
    }
}
