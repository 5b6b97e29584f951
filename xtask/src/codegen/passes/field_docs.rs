//! A field without a description gets the first sentence about its type.

use syn::{Attribute, Item};

use crate::codegen::syntax::{declaration, doc_text, document, name_of};

/// Documents fields that have no documentation.
pub(super) fn apply(types: &mut [Item]) {
    let declared = types.iter().filter_map(declaration);
    let described: Vec<(String, String)> =
        declared.filter_map(|(name, attributes)| Some((name.to_string(), first_sentence(attributes)?))).collect();
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
