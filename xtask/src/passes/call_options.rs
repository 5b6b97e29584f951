//! Each operation takes settings for one call, besides its parameters.

use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};
use syn::{Fields, ImplItem, Item, parse_quote};

use super::{module, trait_name};

/// The names of the setters, which no parameter may have.
const SETTERS: [&str; 3] = ["retry_policy", "timeout", "deadline"];

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let (mut fields, mut values, mut patterns) = (0, 0, 0);
    for item in module(file, &["builder"])? {
        match item {
            Item::Struct(item) => {
                let Fields::Named(named) = &mut item.fields else { continue };
                for field in &named.named {
                    if let Some(name) = field.ident.as_ref().filter(|name| SETTERS.contains(&&*name.to_string())) {
                        return Err(format!("`{name}` of {} is both a parameter and a setting", item.ident));
                    }
                }
                named.named.push(parse_quote!(options: crate::call::options::CallOptions));
                item.attrs.push(parse_quote!(#[must_use = "nothing is sent before `.send()`"]));
                fields += 1;
            }
            Item::Impl(item) if trait_name(item).is_none() => {
                let mut rewrite = Rewrite::default();
                rewrite.visit_item_impl_mut(item);
                values += rewrite.values;
                patterns += rewrite.patterns;
                item.items.extend(setters());
            }
            _ => {}
        }
    }
    if fields == 0 || fields != values || fields != patterns {
        return Err(format!("{fields} builders, {values} constructors and {patterns} requests, not as many of each"));
    }
    Ok(())
}

fn setters() -> [ImplItem; 3] {
    [
        parse_quote! {
            /// Sets the retry policy of this call. Defaults to that of the client.
            pub fn retry_policy(mut self, policy: crate::RetryPolicy) -> Self {
                self.options.retry_policy = Some(policy);
                self
            }
        },
        parse_quote! {
            /// Sets the timeout of each attempt of this call. Defaults to that of the client.
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.options.timeout = Some(timeout);
                self
            }
        },
        parse_quote! {
            /// Sets the deadline of this call, with all its attempts and waits. Defaults to that of the client.
            pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
                self.options.deadline = Some(deadline);
                self
            }
        },
    ]
}

/// Adds the field where a builder is made and where it is taken apart.
#[derive(Default)]
struct Rewrite {
    values: usize,
    patterns: usize,
}

impl VisitMut for Rewrite {
    fn visit_expr_struct_mut(&mut self, value: &mut syn::ExprStruct) {
        visit_mut::visit_expr_struct_mut(self, value);
        if value.path.is_ident("Self") {
            value.fields.push(parse_quote!(options: ::std::default::Default::default()));
            self.values += 1;
        }
    }

    fn visit_pat_struct_mut(&mut self, pattern: &mut syn::PatStruct) {
        visit_mut::visit_pat_struct_mut(self, pattern);
        if pattern.path.to_token_stream().to_string() == "Self" && pattern.rest.is_none() {
            pattern.rest = Some(syn::PatRest { attrs: Vec::new(), dot2_token: Default::default() });
            self.patterns += 1;
        }
    }
}
