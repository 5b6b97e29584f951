//! The operation table: what the crate has to know of each operation to authorize and to retry it.

use heck::{ToShoutySnakeCase, ToSnakeCase};
use quote::format_ident;
use serde_json::Value;
use syn::{Ident, Item, parse_quote};

use openapi_lower::walk::{elements_of, operations, resolve, schemas_mut};

use crate::codegen::sdk;

/// The header by which the gateway recognizes a request that it has already received.
pub(crate) const REQUEST_ID_HEADER: &str = "Sezzle-Request-Id";

/// Methods that have the same effect once and several times (RFC 9110, section 9.2.2).
const IDEMPOTENT_METHODS: [&str; 6] = ["get", "head", "put", "delete", "options", "trace"];

/// Returns the module `operations`.
pub(super) fn items(document: &Value) -> Vec<Item> {
    let mut table: Vec<(Ident, Item)> = Vec::new();
    operations(document, |_, path, method, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default().to_snake_case();
        let name = format_ident!("{}", id.to_shouty_snake_case());
        let authorized =
            !operation.get("security").unwrap_or(&document["security"]).as_array().is_none_or(Vec::is_empty);
        let idempotent = is_idempotent(method, operation);
        let request_id = takes_request_id(document, operation);
        let optional_response_body = operation["x-optional-response-body"] == true;
        let method = method.to_uppercase();
        let doc = format!("`{method} {path}`");
        let row = parse_quote! {
            #[doc = #doc]
            pub static #name: Operation = Operation {
                id: #id,
                method: #method,
                path: #path,
                requires_auth: #authorized,
                idempotent: #idempotent,
                accepts_request_id: #request_id,
                optional_response_body: #optional_response_body,
            };
        };
        table.push((name, row));
    });
    table.sort_by(|(a, _), (b, _)| a.cmp(b));
    let (names, rows): (Vec<_>, Vec<_>) = table.into_iter().unzip();
    let row_type = sdk::path(sdk::OPERATION);
    let mut items: Vec<Item> = vec![
        parse_quote!(
            use #row_type;
        ),
        parse_quote! {
            /// All operations, in the order of their names.
            pub static ALL: &[&Operation] = &[#(&#names),*];
        },
    ];
    items.extend(rows);
    items
}

/// Returns the module `field_names`.
pub(super) fn field_names(document: &Value) -> Vec<Item> {
    let mut names = std::collections::BTreeSet::new();
    let mut copy = document.clone();
    schemas_mut(&mut copy, &mut |_, schema| {
        let properties = schema.get("properties").and_then(Value::as_object);
        names.extend(properties.into_iter().flatten().map(|(name, _)| name.clone()));
    });
    operations(document, |_, path, _, operation| {
        for list in [&document["paths"][path]["parameters"], &operation["parameters"]] {
            let parameters = elements_of(list).map(|parameter| resolve(document, parameter));
            names.extend(parameters.filter_map(|parameter| parameter["name"].as_str().map(str::to_owned)));
        }
    });
    vec![parse_quote! {
        /// The names of all fields and parameters of the API, sorted.
        pub(crate) static FIELD_NAMES: &[&str] = &[#(#names),*];
    }]
}

/// Whether repeating the operation has no further effect.
pub(super) fn is_idempotent(method: &str, operation: &Value) -> bool {
    IDEMPOTENT_METHODS.contains(&method) || operation["x-idempotent"] == true
}

/// Whether the gateway recognizes a repeated request by its id.
pub(super) fn takes_request_id(document: &Value, operation: &Value) -> bool {
    elements_of(&operation["parameters"]).any(|parameter| {
        let parameter = resolve(document, parameter);
        parameter["in"] == "header"
            && parameter["name"].as_str().is_some_and(|name| name.eq_ignore_ascii_case(REQUEST_ID_HEADER))
    })
}
