//! `null` where an array or a map belongs reads as an empty one: programs in Go write empty slices so.

use serde_json::Value;
use syn::{Item, parse_quote};

use super::{argument_of, module};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    for item in module(file, &["types"])? {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            if ["Vec", "BTreeMap"].iter().any(|collection| argument_of(&field.ty, collection).is_some()) {
                field.attrs.push(parse_quote!(#[serde(deserialize_with = "crate::lenient::null_as_default")]));
            }
        }
    }
    Ok(())
}
