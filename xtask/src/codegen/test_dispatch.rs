//! What the tests need to reach every operation and every type by name.

use quote::{format_ident, quote};
use syn::{Ident, parse_quote};

use super::passes::{Code, OperationBuilder};
use super::syntax::declaration;

/// Returns the tests' access to the generated code.
pub(crate) fn test_dispatch(code: &Code) -> syn::File {
    let calls = code.operation_builders.iter().map(call);
    let names: Vec<&Ident> = code.types.iter().filter_map(declaration).map(|(name, _)| name).collect();
    let texts: Vec<_> = names.iter().map(ToString::to_string).collect();
    parse_quote! {
        use serde_json::Value;
        use sezzle_api::{Client, Error, types};

        use crate::dispatch::{Response, argument, reserialize};

        /// The names of all types of the API.
        pub const TYPES: &[&str] = &[#(#texts),*];

        /// Calls an operation by its id, with arguments by the names of its parameters.
        pub async fn call(client: &Client, operation: &str, arguments: &Value) -> Result<Response, Error> {
            match operation {
                #(#calls)*
                other => panic!("there is no operation {other}"),
            }
        }

        /// Reads a value as a type, and writes it again.
        pub fn round_trip(name: &str, value: &Value) -> Result<Value, serde_json::Error> {
            match name {
                #(#texts => reserialize::<types::#names>(value),)*
                other => panic!("there is no type {other}"),
            }
        }

        /// Returns the JSON schema of a type.
        pub fn json_schema(name: &str) -> Value {
            match name {
                #(#texts => schemars::schema_for!(types::#names).to_value(),)*
                other => panic!("there is no type {other}"),
            }
        }
    }
}

/// The arm that calls an operation.
fn call(operation: &OperationBuilder) -> proc_macro2::TokenStream {
    let id = operation.method();
    let method = format_ident!("{id}");
    // A list is read like any other JSON.
    let reader = format_ident!("{}", operation.returns.exchange().replace("list", "json"));
    let setters = operation.parameters.iter().map(|parameter| {
        let (name, ty) = (&parameter.name, &parameter.ty);
        let text = name.to_string();
        quote! {
            if let Some(value) = argument::<#ty>(arguments, #text) {
                request = request.#name(value);
            }
        }
    });
    quote! {
        #id => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.#method();
            #(#setters)*
            Response::#reader(request.send().await?).await
        }
    }
}
