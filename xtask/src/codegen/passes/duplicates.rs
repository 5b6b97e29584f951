//! Finds names that are declared twice and would not compile, where no check of the document has found them.

use std::collections::BTreeSet;

use syn::{ImplItem, Item};

use crate::codegen::syntax::{self_name, trait_name};

/// Checks the items of a module called `place`.
pub(super) fn check(all: &[Item], place: &str) -> Result<(), String> {
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
            _ => {}
        }
    }
    Ok(())
}

fn once(names: &mut BTreeSet<String>, name: String, place: &str) -> Result<(), String> {
    if names.contains(&name) {
        return Err(format!("two items in {place} are called `{name}`: rename one in the overlay"));
    }
    names.insert(name);
    Ok(())
}
