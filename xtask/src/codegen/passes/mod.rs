//! Turns what progenitor writes into the code of `sezzle-api`.
//!
//! [`apply`] lists the passes. Each is a module that knows one shape of progenitor's output, and fails where the output has
//! another one: progenitor has changed, and the pass must follow. What the document says is read there, and not from the output.

mod docs;
mod events;
mod field_docs;
mod json_schema;
mod lenient;
mod methods;
mod mock;
mod open_enums;
mod operation_builders;
mod operation_table;
mod or_raw;
mod personal_data;
mod real_names;
mod type_builders;
mod unused;

pub(crate) use operation_builders::{OperationBuilder, Parameter, Returns};
pub(crate) use operation_table::REQUEST_ID_HEADER;
pub(crate) use type_builders::{Kind, TypeBuilder};

use quote::{ToTokens, quote};
use serde_json::Value;
use syn::{Item, parse_quote};

use super::emit::{PERSONAL_DATA, TEXT_OR_NUMBER, URL};
use super::syntax::{function, take_module};
use super::unique_names::Surrogates;
use super::widened::Fields;
use openapi_lower::io::finding::{Findings, Result};

/// The code of `sezzle-api`, by module.
pub(crate) struct Code {
    pub(crate) types: Vec<Item>,
    pub(crate) type_builders: Vec<TypeBuilder>,
    pub(crate) client: Vec<Item>,
    pub(crate) operation_builders: Vec<OperationBuilder>,
    pub(crate) operations: Vec<Item>,
    pub(crate) events: Vec<Item>,
    pub(crate) field_names: Vec<Item>,
}

/// Runs all passes over what progenitor writes for `document`. Names that are `surrogates`
/// get their real ones. Values of `mixed` fields may be of other types than theirs.
pub(crate) fn apply(file: syn::File, document: &Value, surrogates: &Surrogates, mixed: &Fields) -> Result<Code> {
    let mut items = file.items;
    let mut types = named("types", take_module(&mut items, "types"))?;
    let builders = named("operation_builders", take_module(&mut items, "builder"))?;

    remove_builders(&mut types);
    json_schema::apply(&mut types);
    named("personal_data", personal_data::apply(&mut types))?;
    named("open_enums", open_enums::apply(&mut types, document, surrogates))?;
    lenient::apply(&mut types);
    real_names::apply(&mut types, surrogates);
    named("or_raw", or_raw::apply(&mut types, mixed))?;
    make_non_exhaustive_and_eq(&mut types);
    let urls = personal_data::urls(&types);
    types = shorten_paths(types);
    field_docs::apply(&mut types);
    docs::split_lines(&mut types);

    let events = named("events", events::items(document))?;
    let operation_builders = named("operation_builders", operation_builders::read(&shorten_paths(builders), document))?;
    let used =
        operation_builders.iter().flat_map(OperationBuilder::types).chain(events.iter().map(Item::to_token_stream));
    unused::remove(&mut types, used.collect());
    let type_builders = named("type_builders", type_builders::read(&types, &operation_builders, &urls, document))?;
    let mut client = named("methods", methods::items(document, &operation_builders, &types))?;
    docs::split_lines(&mut client);
    Ok(Code {
        types,
        type_builders,
        client,
        operation_builders,
        operations: operation_table::items(document),
        events,
        field_names: operation_table::field_names(document),
    })
}

/// Runs the passes over the typed mocks.
pub(crate) fn apply_to_mock(file: &mut syn::File, document: &Value) -> Result<()> {
    named("mock", mock::apply(file, document))
}

/// Removes progenitor's builders of types, and the errors of those: the crate has macros for them.
fn remove_builders(types: &mut Vec<Item>) {
    types.retain(|item| match item {
        Item::Mod(_) => false,
        Item::Impl(item) => item.trait_.is_some() || function(item, "builder").is_none(),
        _ => true,
    });
}

/// Lets structs gain fields without breaking programs that use them, and be keys of maps: no field is an `f64`.
fn make_non_exhaustive_and_eq(types: &mut [Item]) {
    for item in types {
        if let Item::Struct(item) = item {
            item.attrs.push(parse_quote!(#[derive(Eq, Hash)]));
            item.attrs.push(parse_quote!(#[non_exhaustive]));
        }
    }
}

/// Shortens the paths of the prelude, whose names no type may have, and replaces the placeholders of formats by `String`.
fn shorten_paths(items: Vec<Item>) -> Vec<Item> {
    const PATHS: [(&str, &str); 7] = [
        ("::std::option::Option", "Option"),
        ("::std::string::String", "String"),
        ("::std::vec::Vec", "Vec"),
        ("::chrono::offset::Utc", "::chrono::Utc"),
        (PERSONAL_DATA, "String"),
        (TEXT_OR_NUMBER, "String"),
        (URL, "String"),
    ];
    let mut text = quote!(#(#items)*).to_string();
    for (long, short) in PATHS {
        // Paths are tokens in code, and parts of strings in attributes.
        let spaced = long.replace("::", " :: ");
        text = text.replace(spaced.trim_start(), short).replace(long, short);
    }
    syn::parse_file(&text).map_or(items, |file| file.items)
}

fn named<T>(pass: &str, result: std::result::Result<T, String>) -> Result<T> {
    result.map_err(|problem| {
        Findings::one(
            format!("xtask/src/codegen/passes/{pass}.rs"),
            "",
            format!("progenitor's output is not as this pass expects: {problem}"),
            "compare the pass with what this version of progenitor writes",
        )
    })
}
