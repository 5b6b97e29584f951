//! The typed mocks answer what the gateway answers: reports as CSV, every error as the documented array.

use heck::ToSnakeCase;
use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{ImplItem, Item, parse_quote};

use super::docs::{document_anew, document_item};
use super::{module, self_name};
use openapi_lower::walk::{operations, resolve};

pub(super) fn apply(file: &mut syn::File, document: &Value) -> Result<(), String> {
    let mut media_types = Vec::new();
    operations(document, |_, _, _, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default().to_snake_case();
        let responses = operation["responses"].as_object().into_iter().flatten();
        for (_, response) in responses.filter(|(status, _)| !openapi_lower::walk::is_error_status(status)) {
            let content = resolve(document, response)["content"].as_object();
            media_types.extend(content.into_iter().flatten().map(|(media_type, _)| (id.clone(), media_type.clone())));
        }
    });
    let items = module(file, &["operations"])?;
    for item in items.iter_mut() {
        match item {
            Item::Use(item) => {
                *item = parse_quote!(
                    use crate::types;
                )
            }
            Item::Struct(item) => {
                let name = item.ident.to_string();
                let (operation, part) = split(&name);
                let text = match part {
                    "When" => format!("What a request of `{operation}` must be like."),
                    _ => format!("What to answer to `{operation}`."),
                };
                document_item(&mut item.attrs, &text);
            }
            Item::Impl(item) => {
                let name = self_name(item);
                let (operation, part) = split(&name);
                if part == "Then" {
                    let media_type =
                        media_types.iter().find(|(id, _)| *id == operation).map(|(_, media)| media.as_str());
                    answers(item, media_type);
                }
                item.items.iter_mut().for_each(describe);
            }
            _ => {}
        }
    }
    for item in &mut file.items {
        // progenitor's own texts have links that rustdoc does not resolve.
        match item {
            Item::Mod(item) => document_anew(
                &mut item.attrs,
                "What a request of each operation must be like (`httpmock::When`), and what to answer \
                 (`httpmock::Then`).",
            ),
            Item::Trait(item) => {
                document_anew(&mut item.attrs, "Mocks on an `httpmock::MockServer`, by one method for each operation.");
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
    Ok(())
}

/// `CaptureOrderWhen` is of the operation `capture_order`.
fn split(name: &str) -> (String, &str) {
    let (operation, part) = name.split_at(name.len().saturating_sub(4));
    (operation.to_snake_case(), part)
}

fn answers(item: &mut syn::ItemImpl, media_type: Option<&str>) {
    if let Some(media_type) = media_type.filter(|media_type| *media_type != "application/json") {
        // progenitor takes JSON here and calls it so.
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
        /// Answers with an error status and the documented array of details.
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

fn describe(item: &mut ImplItem) {
    let ImplItem::Fn(function) = item else { return };
    let name = function.sig.ident.to_string();
    let text = match name.as_str() {
        "new" => "Wraps what `httpmock` gives.".to_owned(),
        "into_inner" => "What `httpmock` gave, for what the document does not have.".to_owned(),
        _ if function.sig.inputs.to_token_stream().to_string().contains("value") => {
            format!("`{name}`, with this value.")
        }
        _ => format!("`{name}`."),
    };
    document_item(&mut function.attrs, &text);
}

/// An id is matched as it is, not as the regular expression that it also is.
pub(super) fn escape_ids(file: &mut syn::File) {
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
