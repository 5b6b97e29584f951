//! Builders that are pleasant to use and print nothing.
//!
//! A setter of an optional field takes the value, its builder or an `Option` of either; one of a list takes builders of
//! its elements; `build` finishes; a missing field is reported by a message that says what to call; `Debug` shows no
//! contents, which may be keys or personal data.

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
            #[inline]
            pub fn build(self) -> ::std::result::Result<super::#built, super::error::ConversionError> {
                self.try_into()
            }
        });
    }
    inline_conversions(builders);
    print_nothing(builders);
    optional_parameters(module(file, &["builder"])?);
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
        let doc = docs
            .iter()
            .find(|(owner, field, _)| builder.ident == owner && name == field)
            .map(|(_, _, doc)| doc.clone())
            .unwrap_or_default();
        let held = argument_of(&field.ty, "Result").ok_or_else(|| format!("the field {name} is not a Result"))?;
        setters.push(setter(name, held, &doc));
    }
    Ok(setters)
}

fn setter(name: &syn::Ident, held: &syn::Type, doc: &[Attribute]) -> ImplItem {
    let problem = format!("`{name}`: {{problem}}");
    if let Some(value) = argument_of(held, "Option") {
        return parse_quote! {
            #(#doc)*
            pub fn #name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<#value, F>,
            {
                self.#name = value.into_optional().map_err(|problem| format!(#problem));
                self
            }
        };
    }
    if let Some(element) = argument_of(held, "Vec") {
        let text = name.to_string();
        return parse_quote! {
            #(#doc)*
            pub fn #name<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<#element>,
                <I::Item as ::std::convert::TryInto<#element>>::Error: ::std::fmt::Display,
            {
                self.#name = crate::setter::list(#text, values);
                self
            }
        };
    }
    if is_map_of_texts(held) {
        return parse_quote! {
            #(#doc)*
            pub fn #name<I, K, V>(mut self, pairs: I) -> Self
            where
                I: ::std::iter::IntoIterator<Item = (K, V)>,
                K: ::std::convert::Into<::std::string::String>,
                V: ::std::convert::Into<::std::string::String>,
            {
                self.#name = Ok(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect());
                self
            }
        };
    }
    let required: Attribute = parse_quote!(#[doc = " Required."]);
    let gap: Option<Attribute> = (!doc.is_empty()).then(|| parse_quote!(#[doc = ""]));
    parse_quote! {
        #(#doc)*
        #gap
        #required
        pub fn #name<V>(mut self, value: V) -> Self
        where
            V: ::std::convert::TryInto<#held>,
            V::Error: ::std::fmt::Display,
        {
            self.#name = value.try_into().map_err(|problem| format!(#problem));
            self
        }
    }
}

fn is_map_of_texts(ty: &syn::Type) -> bool {
    let text = ty.to_token_stream().to_string().replace(' ', "");
    let of = |value: &str| format!("::std::collections::BTreeMap<::std::string::String,{value}>");
    text == of("::std::string::String") || text == of(crate::emit::TEXT_OR_NUMBER)
}

/// The setters of an operation's optional parameters take what those of optional fields take.
fn optional_parameters(items: &mut [Item]) {
    let structs: Vec<ItemStruct> = structs(items).cloned().collect();
    for item in items {
        let Item::Impl(item) = item else { continue };
        let name = self_name(item);
        let Some(builder) = structs.iter().find(|builder| builder.ident == name) else { continue };
        for field in &builder.fields {
            let (Some(name), Some(held)) = (&field.ident, argument_of(&field.ty, "Result")) else { continue };
            if argument_of(held, "Option").is_none() {
                continue;
            }
            for item in &mut item.items {
                if let ImplItem::Fn(function) = item
                    && function.sig.ident == *name
                {
                    *item = setter(name, held, &[]);
                    break;
                }
            }
        }
    }
}

/// What makes a value of a builder is compiled by programs that make one, and by no others.
fn inline_conversions(items: &mut [Item]) {
    for item in items {
        let Item::Impl(item) = item else { continue };
        if trait_name(item).as_deref() == Some("TryFrom") {
            for item in &mut item.items {
                if let ImplItem::Fn(function) = item {
                    function.attrs.push(parse_quote!(#[inline]));
                }
            }
        }
    }
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
        if let Some(field) = text.strip_prefix("no value supplied for ") {
            *literal = syn::LitStr::new(&format!("`{field}` is missing: set it with `.{field}(..)`"), literal.span());
        } else if let Some(parameter) = text.strip_suffix(" was not initialized") {
            // The error names the parameter itself.
            *literal = syn::LitStr::new(&format!("it is missing: set it with `.{parameter}(..)`"), literal.span());
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
