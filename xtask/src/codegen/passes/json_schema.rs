//! With the feature `schemars`, every type describes its JSON as the document does.

use syn::{Item, Type, parse_quote};

use crate::codegen::emit::{PERSONAL_DATA, TEXT_OR_NUMBER, URL};
use crate::codegen::sdk;
use crate::codegen::syntax::type_text;

/// Derives `JsonSchema`. The placeholders for formats must still be there.
pub(super) fn apply(types: &mut [Item]) {
    for item in types {
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
}

/// The type that describes a field where the field's own type has less detail than the document.
fn described_as(ty: &Type) -> Option<String> {
    let text = type_text(ty);
    let formats =
        [(PERSONAL_DATA, "PersonalData"), (TEXT_OR_NUMBER, "TextOrNumber"), (URL, "Url"), (sdk::DECIMAL, "Decimal")];
    let (placeholder, described) = formats.into_iter().find(|(placeholder, _)| text.contains(placeholder))?;
    Some(text.replace(placeholder, &format!("{}::{described}", sdk::JSON_SCHEMA)))
}
