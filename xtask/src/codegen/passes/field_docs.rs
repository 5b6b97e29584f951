//! A field that the document does not describe is described by the first sentence on its type.

use serde_json::Value;
use syn::{Attribute, Item, parse_quote};

use super::docs::doc_text;
use super::{module, name_of};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let types = module(file, &["types"])?;
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
        for field in
            item.fields.iter_mut().filter(|field| field.attrs.iter().all(|attribute| doc_text(attribute).is_none()))
        {
            let name = name_of(&field.ty);
            if let Some((_, sentence)) = described.iter().find(|(described, _)| *described == name) {
                field.attrs.insert(0, parse_quote!(#[doc = #sentence]));
            }
        }
    }
    Ok(())
}

fn first_sentence(attributes: &[Attribute]) -> Option<String> {
    let text = attributes.iter().find_map(doc_text)?;
    let sentence = text.trim().split(". ").next()?.trim_end_matches('.');
    Some(format!(" {sentence}."))
}
