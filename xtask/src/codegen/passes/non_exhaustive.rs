//! Structs may gain fields without breaking those who use them: builders construct, patterns need `..`.

use serde_json::Value;
use syn::{Item, parse_quote};

use super::module;

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    for item in module(file, &["types"])? {
        if let Item::Struct(item) = item {
            item.attrs.push(parse_quote!(#[non_exhaustive]));
        }
    }
    Ok(())
}
