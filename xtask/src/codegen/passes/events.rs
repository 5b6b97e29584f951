//! The payloads of webhooks: which event carries which type.

use heck::ToUpperCamelCase;
use quote::format_ident;
use serde_json::Value;
use syn::{Item, parse_quote};

use crate::codegen::sdk;
use openapi_lower::walk::{members_of, resolve};

/// Returns the module `events`; nothing for a document without webhooks.
pub(super) fn items(document: &Value) -> Result<Vec<Item>, String> {
    let mut events = Vec::new();
    let mut variants = Vec::new();
    let mut payloads = Vec::new();
    for (event, payload) in members_of(&document["x-webhooks"]) {
        let data = data_schema(document, payload).ok_or_else(|| format!("the payload of {event} has no `data`"))?;
        let name = data.rsplit('/').next().unwrap_or_default();
        let rust_name = document["components"]["schemas"][name]["x-rust-name"].as_str().unwrap_or(name);
        events.push(event.clone());
        variants.push(format_ident!("{}", event.to_upper_camel_case()));
        payloads.push(format_ident!("{}", rust_name.to_upper_camel_case()));
    }
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let docs = events.iter().map(|event| format!("`{event}`"));
    let raw_json = sdk::path(sdk::RAW_JSON);
    let imports: Item = parse_quote!(
        use super::types;
    );
    let data: Item = parse_quote! {
        /// The data of an event.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, ::serde::Serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum EventData {
            #(
                #[doc = #docs]
                #variants(types::#payloads),
            )*
            /// The data of an event that this version of the crate does not know, or that does not have the documented
            /// type.
            Unknown(#raw_json),
        }
    };
    let reader: Item = parse_quote! {
        impl EventData {
            /// Reads the data of the event called `event`. Data that does not have the documented type is kept as it is.
            ///
            /// # Errors
            ///
            /// Returns an error if the data is nested too deeply.
            #[inline]
            pub(crate) fn read(event: &str, data: &::serde_json::value::RawValue) -> ::serde_json::Result<Self> {
                match event {
                    #(#events => read_or_keep(data, Self::#variants),)*
                    _ => keep(data),
                }
            }
        }
    };
    let read_or_keep: Item = parse_quote! {
        #[inline]
        fn read_or_keep<T: ::serde::de::DeserializeOwned>(
            data: &::serde_json::value::RawValue,
            known: impl FnOnce(T) -> EventData,
        ) -> ::serde_json::Result<EventData> {
            // Anything but an object would be read as one whose fields are all missing.
            match ::serde_json::from_str(data.get()) {
                Ok(value) if data.get().starts_with('{') => Ok(known(value)),
                _ => keep(data),
            }
        }
    };
    let keep: Item = parse_quote! {
        fn keep(data: &::serde_json::value::RawValue) -> ::serde_json::Result<EventData> {
            ::serde_json::from_str(data.get()).map(|value| EventData::Unknown(#raw_json(value)))
        }
    };
    Ok(vec![imports, data, reader, read_or_keep, keep])
}

/// The reference that `data` is in a payload, through its `allOf`.
fn data_schema(document: &Value, schema: &Value) -> Option<String> {
    let schema = resolve(document, schema);
    let own = schema["properties"]["data"]["$ref"].as_str().map(str::to_owned);
    own.or_else(|| schema["allOf"].as_array()?.iter().find_map(|part| data_schema(document, part)))
}
