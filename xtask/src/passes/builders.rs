//! Builders that are pleasant to use and print nothing.
//!
//! A setter of an optional field takes the value itself rather than `Some(value)`, and so also a builder of it; `build`
//! finishes; a missing field is reported by a message that says what to call; `Debug` shows no contents, which may be
//! keys or personal data.

use quote::{ToTokens, format_ident};
use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{Attribute, Fields, ImplItem, Item, ItemStruct, parse_quote};

use super::{argument_of, module, remove_derive, self_name, trait_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let docs = field_docs(module(file, &["types"])?);
    let builders = module(file, &["types", "builder"])?;
    let structs: Vec<ItemStruct> = structs(builders).cloned().collect();
    for item in builders.iter_mut() {
        let Item::Impl(item) = item else { continue };
        if trait_name(item).is_some() {
            continue;
        }
        let name = self_name(item);
        let builder = structs
            .iter()
            .find(|builder| builder.ident == name)
            .ok_or_else(|| format!("an impl of {name} without its struct"))?;
        item.items = setters(builder, &docs)?;
        let built = format_ident!("{name}");
        item.items.push(parse_quote! {
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(self) -> ::std::result::Result<super::#built, super::error::ConversionError> {
                self.try_into()
            }
        });
    }
    print_nothing(builders);
    print_nothing(module(file, &["builder"])?);
    Messages.visit_file_mut(file);
    Ok(())
}

type FieldDocs = Vec<(String, String, Vec<Attribute>)>;

fn structs(items: &[Item]) -> impl Iterator<Item = &ItemStruct> {
    items.iter().filter_map(|item| match item {
        Item::Struct(item) => Some(item),
        _ => None,
    })
}

fn field_docs(items: &[Item]) -> FieldDocs {
    let mut docs = FieldDocs::new();
    for item in structs(items) {
        for field in &item.fields {
            let Some(name) = &field.ident else { continue };
            let doc = field.attrs.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect();
            docs.push((item.ident.to_string(), name.to_string(), doc));
        }
    }
    docs
}

fn setters(builder: &ItemStruct, docs: &FieldDocs) -> Result<Vec<ImplItem>, String> {
    let Fields::Named(fields) = &builder.fields else {
        return Err(format!("the builder {} has no named fields", builder.ident));
    };
    let mut setters = Vec::new();
    for field in &fields.named {
        let Some(name) = &field.ident else { continue };
        let held = argument_of(&field.ty, "Result").ok_or_else(|| format!("the field {name} is not a Result"))?;
        let (taken, wrap) = match argument_of(held, "Option") {
            Some(value) => (value, Some(quote::quote!(.map(Some)))),
            None => (held, None),
        };
        let problem = format!("`{name}`: {{problem}}");
        let doc = docs
            .iter()
            .find(|(owner, field, _)| builder.ident == owner && name == field)
            .map(|(_, _, doc)| doc.clone())
            .unwrap_or_default();
        setters.push(parse_quote! {
            #(#doc)*
            pub fn #name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<#taken>,
                T::Error: ::std::fmt::Display,
            {
                self.#name = value.try_into() #wrap .map_err(|problem| format!(#problem));
                self
            }
        });
    }
    Ok(setters)
}

/// Replaces the derived `Debug` by one that shows the type's name only.
fn print_nothing(items: &mut Vec<Item>) {
    let mut impls: Vec<Item> = Vec::new();
    for item in items.iter_mut() {
        let Item::Struct(item) = item else { continue };
        if remove_derive(&mut item.attrs, "Debug") {
            let name = &item.ident;
            let text = name.to_string();
            let (impl_generics, type_generics, _) = item.generics.split_for_impl();
            impls.push(parse_quote! {
                impl #impl_generics ::std::fmt::Debug for #name #type_generics {
                    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.debug_struct(#text).finish_non_exhaustive()
                    }
                }
            });
        }
    }
    items.extend(impls);
}

/// Turns the messages for a missing value into ones that say what to do.
struct Messages;

impl VisitMut for Messages {
    fn visit_lit_str_mut(&mut self, literal: &mut syn::LitStr) {
        let text = literal.value();
        let field = text.strip_prefix("no value supplied for ").or_else(|| text.strip_suffix(" was not initialized"));
        if let Some(field) = field {
            *literal = syn::LitStr::new(&format!("`{field}` is missing: set it with `.{field}(..)`"), literal.span());
        } else if text.starts_with("conversion to `") && text.ends_with(" failed") {
            // The type named there is Rust's, which says nothing about the value.
            *literal = syn::LitStr::new("the value cannot be converted", literal.span());
        }
    }

    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        // progenitor shows the conversion's type, which helps nobody: ``conversion to `X` for body failed: {}``.
        let text = call.tokens.to_token_stream().to_string();
        if text.contains("\"conversion to `") && text.contains("for body failed: {}") {
            call.tokens = quote::quote!("{s}");
        }
    }
}
