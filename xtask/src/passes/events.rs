//! The payloads of webhooks: which event carries which type.

use heck::ToUpperCamelCase;
use quote::format_ident;
use serde_json::Value;
use syn::parse_quote;

use openapi_lower::walk::resolve;

pub(super) fn apply(file: &mut syn::File, document: &Value) -> Result<(), String> {
    let mut events = Vec::new();
    let mut variants = Vec::new();
    let mut payloads = Vec::new();
    for (event, payload) in document["x-webhooks"].as_object().into_iter().flatten() {
        let data = data_schema(document, payload).ok_or_else(|| format!("the payload of {event} has no `data`"))?;
        let name = data.rsplit('/').next().unwrap_or_default();
        let rust_name = document["components"]["schemas"][name]["x-rust-name"].as_str().unwrap_or(name);
        events.push(event.clone());
        variants.push(format_ident!("{}", event.to_upper_camel_case()));
        payloads.push(format_ident!("{}", rust_name.to_upper_camel_case()));
    }
    if events.is_empty() {
        return Ok(());
    }
    let docs = events.iter().map(|event| format!("`{event}`"));
    file.items.push(parse_quote! {
        /// What webhooks carry.
        pub mod events {
            use super::types;

            /// What an event carries, by its name.
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum EventData {
                #(
                    #[doc = #docs]
                    #variants(types::#payloads),
                )*
                /// An event this version of the crate does not know, or one whose data it cannot read: the data as it came.
                Unknown(crate::RawJson),
            }

            impl EventData {
                /// Reads the data of the event called `event`. What cannot be read is kept as it is.
                ///
                /// # Errors
                ///
                /// It is deeper than JSON is read here.
                #[inline]
                pub(crate) fn read(
                    event: &str,
                    data: &::serde_json::value::RawValue,
                ) -> ::serde_json::Result<Self> {
                    match event {
                        #(#events => crate::webhook::read_data(data, Self::#variants),)*
                        _ => crate::webhook::keep_data(data),
                    }
                }
            }
        }
    });
    Ok(())
}

/// The reference that `data` is in a payload, through its `allOf`.
fn data_schema(document: &Value, schema: &Value) -> Option<String> {
    let schema = resolve(document, schema);
    let own = schema["properties"]["data"]["$ref"].as_str().map(str::to_owned);
    own.or_else(|| schema["allOf"].as_array()?.iter().find_map(|part| data_schema(document, part)))
}
