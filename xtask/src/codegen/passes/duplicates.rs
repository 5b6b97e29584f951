//! The last look: what would not compile because a name stands twice, which no check of the document foresaw.

use std::collections::BTreeSet;

use serde_json::Value;
use syn::{ImplItem, Item};

use super::{self_name, trait_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    items(&file.items, "the generated code")
}

fn items(all: &[Item], place: &str) -> Result<(), String> {
    let mut types = BTreeSet::new();
    let mut methods = BTreeSet::new();
    for item in all {
        match item {
            Item::Struct(item) => {
                once(&mut types, item.ident.to_string(), place)?;
                let mut fields = BTreeSet::new();
                for name in item.fields.iter().filter_map(|field| field.ident.as_ref()) {
                    once(&mut fields, name.to_string(), &item.ident.to_string())?;
                }
            }
            Item::Enum(item) => {
                once(&mut types, item.ident.to_string(), place)?;
                let mut variants = BTreeSet::new();
                for variant in &item.variants {
                    once(&mut variants, variant.ident.to_string(), &item.ident.to_string())?;
                }
            }
            Item::Type(item) => once(&mut types, item.ident.to_string(), place)?,
            Item::Impl(item) if trait_name(item).is_none() => {
                let owner = self_name(item);
                for item in &item.items {
                    if let ImplItem::Fn(function) = item {
                        once(&mut methods, format!("{owner}::{}", function.sig.ident), place)?;
                    }
                }
            }
            Item::Mod(item) => {
                if let Some((_, inner)) = &item.content {
                    items(inner, &item.ident.to_string())?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn once(names: &mut BTreeSet<String>, name: String, place: &str) -> Result<(), String> {
    if names.contains(&name) {
        return Err(format!("two things in {place} are called `{name}`: rename one in the overlay"));
    }
    names.insert(name);
    Ok(())
}
