//! A field without a description gets the first sentence about its type.

use syn::{Attribute, Item};

use crate::codegen::syntax::{doc_text, document, name_of};

/// Documents fields that have no documentation.
pub(super) fn apply(types: &mut [Item]) {
    let described: Vec<(String, String)> = types
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some((item.ident.to_string(), first_sentence(&item.attrs)?)),
            Item::Enum(item) => Some((item.ident.to_string(), first_sentence(&item.attrs)?)),
            _ => None,
        })
        .collect();
    for item in types {
        let Item::Struct(item) = item else { continue };
        for field in &mut item.fields {
            let name = name_of(&field.ty);
            let own = described.iter().find(|(described, _)| *described == name);
            let text = own.map_or_else(|| format!(" The [`{name}`]."), |(_, sentence)| sentence.clone());
            document(&mut field.attrs, &text);
        }
    }
}

fn first_sentence(attributes: &[Attribute]) -> Option<String> {
    let text = attributes.iter().find_map(doc_text)?;
    let sentence = text.trim().split(". ").next()?.trim_end_matches('.');
    Some(format!(" {sentence}."))
}
