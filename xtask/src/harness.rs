//! What the tests need to reach every operation and every type by name: code nobody would want to write by hand.

use heck::ToSnakeCase;
use quote::{ToTokens, format_ident, quote};
use syn::{Item, ItemMod, Type, parse_quote};

use openapi_lower::io::finding::{Findings, Result};

/// The tests' access to the generated code `file`.
///
/// # Errors
///
/// The code does not have the modules that the passes leave.
pub fn harness(file: &syn::File) -> Result<syn::File> {
    let missing =
        |what: &str| Findings::one("xtask/src/harness.rs", "", format!("there is no `{what}`"), "follow the passes");
    let builders = items(file, "builder").ok_or_else(|| missing("builder"))?;
    let types = items(file, "types").ok_or_else(|| missing("types"))?;

    let calls = builders.iter().filter_map(|item| call(item, builders));
    let names: Vec<_> = types.iter().filter_map(type_name).collect();
    let texts: Vec<_> = names.iter().map(ToString::to_string).collect();
    Ok(parse_quote! {
        use serde_json::Value;
        use sezzle_api::{Client, Error, types};

        use crate::dispatch::{Answer, again, argument};

        /// Every type of the API.
        pub const TYPES: &[&str] = &[#(#texts),*];

        /// Calls an operation by its id, with arguments by the names of its parameters.
        pub async fn call(client: &Client, operation: &str, arguments: &Value) -> Result<Answer, Error> {
            match operation {
                #(#calls)*
                other => panic!("there is no operation {other}"),
            }
        }

        /// What a type reads from `value`, written again.
        pub fn round_trip(name: &str, value: &Value) -> Result<Value, serde_json::Error> {
            match name {
                #(#texts => again::<types::#names>(value),)*
                other => panic!("there is no type {other}"),
            }
        }

        /// What a type says its JSON looks like.
        pub fn json_schema(name: &str) -> Value {
            match name {
                #(#texts => schemars::schema_for!(types::#names).to_value(),)*
                other => panic!("there is no type {other}"),
            }
        }
    })
}

fn items<'a>(file: &'a syn::File, name: &str) -> Option<&'a [Item]> {
    file.items.iter().find_map(|item| match item {
        Item::Mod(ItemMod { ident, content: Some((_, items)), .. }) if ident == name => Some(items.as_slice()),
        _ => None,
    })
}

fn type_name(item: &Item) -> Option<syn::Ident> {
    match item {
        Item::Struct(item) => Some(item.ident.clone()),
        Item::Enum(item) => Some(item.ident.clone()),
        _ => None,
    }
}

/// The arm that calls the operation of a builder.
fn call(item: &Item, all: &[Item]) -> Option<proc_macro2::TokenStream> {
    let Item::Struct(item) = item else { return None };
    let reader = format_ident!("{}", answer_kind(item, all)?);
    let method = format_ident!("{}", item.ident.to_string().to_snake_case());
    let id = method.to_string();
    let setters = item.fields.iter().filter_map(|field| {
        let name = field.ident.as_ref()?;
        let ty = argument_type(crate::passes::argument_of(&field.ty, "Result")?);
        let text = name.to_string();
        Some(quote! {
            if let Some(value) = argument::<#ty>(arguments, #text) {
                request = request.#name(value);
            }
        })
    });
    Some(quote! {
        #id => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.#method();
            #(#setters)*
            Answer::#reader(request.send().await?).await
        }
    })
}

/// How the transport reads the answer: `json`, `empty` or `stream`.
fn answer_kind(builder: &syn::ItemStruct, all: &[Item]) -> Option<&'static str> {
    let methods = all.iter().find_map(|item| match item {
        Item::Impl(item) if item.trait_.is_none() && builder.ident == crate::passes::self_name(item) => {
            Some(item.to_token_stream().to_string())
        }
        _ => None,
    })?;
    let readers = [("json", "json"), ("list", "json"), ("empty", "empty"), ("stream", "stream")];
    readers.into_iter().find(|(kind, _)| methods.contains(&format!("transport :: {kind}"))).map(|(_, reader)| reader)
}

/// The type that a setter takes: not the builder of it, not an option of it.
fn argument_type(ty: &Type) -> Type {
    let ty = crate::passes::argument_of(ty, "Option").unwrap_or(ty);
    let text = ty.to_token_stream().to_string().replace(' ', "").replace("types::builder::", "types::");
    syn::parse_str(&text).unwrap_or_else(|_| ty.clone())
}
