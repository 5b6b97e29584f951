//! Typed mocks: reports are CSV, errors are the documented array, and every item is documented.

use heck::ToSnakeCase;
use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{ImplItem, Item, ItemMod, parse_quote};

use openapi_lower::walk::{is_error_status, members_of, operations, resolve};

use super::docs;
use crate::codegen::syntax::{document as document_item, replace_docs, self_name};

/// Changes what progenitor writes for `httpmock`.
pub(super) fn apply(file: &mut syn::File, document: &Value) -> Result<(), String> {
    escape_ids(file);
    let mut media_types = Vec::new();
    operations(document, |_, _, _, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default().to_snake_case();
        let responses = members_of(&operation["responses"]);
        for (_, response) in responses.filter(|(status, _)| !is_error_status(status)) {
            let content = resolve(document, response)["content"].as_object();
            media_types.extend(content.into_iter().flatten().map(|(media_type, _)| (id.clone(), media_type.clone())));
        }
    });
    let operations = file.items.iter_mut().find_map(|item| match item {
        Item::Mod(ItemMod { ident, content: Some((_, items)), .. }) if ident == "operations" => Some(items),
        _ => None,
    });
    for item in operations.ok_or("there is no module `operations`")? {
        match item {
            Item::Use(item) => {
                *item = parse_quote!(
                    use crate::generated::types;
                )
            }
            Item::Struct(item) => {
                let name = item.ident.to_string();
                let (operation, part) = split(&name);
                let text = match part {
                    "When" => format!("The request of `{operation}` to expect."),
                    _ => format!("The response to `{operation}`."),
                };
                document_item(&mut item.attrs, &text);
            }
            Item::Impl(item) => {
                let name = self_name(item);
                let (operation, part) = split(&name);
                if part == "Then" {
                    let media_type =
                        media_types.iter().find(|(id, _)| *id == operation).map(|(_, media)| media.as_str());
                    set_responses(item, media_type);
                }
                item.items.iter_mut().for_each(|item| describe(item, part));
            }
            _ => {}
        }
    }
    for item in &mut file.items {
        // progenitor's own texts have links that rustdoc does not resolve.
        match item {
            Item::Mod(item) => replace_docs(
                &mut item.attrs,
                "The expected request (`httpmock::When`) and the response (`httpmock::Then`) of each operation.",
            ),
            Item::Trait(item) => {
                replace_docs(&mut item.attrs, "Adds a method for each operation to `httpmock::MockServer`.");
                for item in &mut item.items {
                    if let syn::TraitItem::Fn(function) = item {
                        let text = format!("Mocks `{}`.", function.sig.ident);
                        document_item(&mut function.attrs, &text);
                    }
                }
            }
            _ => {}
        }
    }
    docs::split_lines(&mut file.items);
    Ok(())
}

/// Splits `CaptureOrderWhen` into `capture_order` and `When`.
fn split(name: &str) -> (String, &str) {
    let (operation, part) = name.split_at(name.len().saturating_sub(4));
    (operation.to_snake_case(), part)
}

fn set_responses(item: &mut syn::ItemImpl, media_type: Option<&str>) {
    if let Some(media_type) = media_type.filter(|media_type| *media_type != "application/json") {
        // progenitor takes JSON for every media type, and sends it as JSON.
        for item in &mut item.items {
            if let ImplItem::Fn(function) = item
                && function.sig.inputs.to_token_stream().to_string().contains("serde_json :: Value")
            {
                let (name, status) = (&function.sig.ident, status_of(function));
                *function = parse_quote! {
                    pub fn #name(self, body: impl AsRef<[u8]>) -> Self {
                        Self(self.0.status(#status).header("content-type", #media_type).body(body))
                    }
                };
            }
        }
    }
    item.items.push(parse_quote! {
        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(self.0.status(status).header("content-type", "application/json").json_body_obj(&errors))
        }
    });
}

/// The status in `.status(200u16)`.
fn status_of(function: &syn::ImplItemFn) -> syn::LitInt {
    struct Find(Option<syn::LitInt>);
    impl<'a> syn::visit::Visit<'a> for Find {
        fn visit_lit_int(&mut self, literal: &'a syn::LitInt) {
            self.0.get_or_insert_with(|| literal.clone());
        }
    }
    let mut find = Find(None);
    syn::visit::Visit::visit_impl_item_fn(&mut find, function);
    find.0.unwrap_or_else(|| parse_quote!(200u16))
}

fn describe(item: &mut ImplItem, part: &str) {
    let ImplItem::Fn(function) = item else { return };
    let name = function.sig.ident.to_string();
    let text = match (name.as_str(), part) {
        ("new", _) => "Wraps the value of `httpmock`.".to_owned(),
        ("into_inner", _) => {
            "Returns the value of `httpmock`, for anything that the document does not have.".to_owned()
        }
        (_, "When") => format!("Expects this `{name}`."),
        _ => format!("Responds with `{name}`."),
    };
    document_item(&mut function.attrs, &text);
}

/// Has ids matched literally, not as regular expressions.
fn escape_ids(file: &mut syn::File) {
    struct Escape;
    impl VisitMut for Escape {
        fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
            if call.path.is_ident("format") && call.tokens.to_string().contains("value . to_string ()") {
                let text = call.tokens.to_string().replace("value . to_string ()", "regex::escape(&value.to_string())");
                if let Ok(tokens) = text.parse() {
                    call.tokens = tokens;
                }
            }
        }
    }
    Escape.visit_file_mut(file);
}
