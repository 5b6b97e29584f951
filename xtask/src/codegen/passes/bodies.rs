//! A body is kept as the value that is sent.
//!
//! progenitor keeps the value's builder, for `body_map` to change it. So each body is taken apart into its builder when it
//! is set, and put together again when it is sent. Whoever has a builder sets it as it is; a finished value has public
//! fields.

use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Item, Type, parse_quote};

use super::{argument_of, is_function, module, self_name, trait_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let operations = module(file, &["builder"])?;
    let mut with_body = Vec::new();
    for item in operations.iter_mut() {
        let Item::Struct(item) = item else { continue };
        let body = item.fields.iter_mut().find(|field| field.ident.as_ref().is_some_and(|name| name == "body"));
        if let Some(body) = body
            && let Some(built) = built(&body.ty)
        {
            body.ty = parse_quote!(Result<#built, String>);
            with_body.push(item.ident.to_string());
        }
    }
    if with_body.is_empty() {
        return Err("no operation keeps the builder of its body".to_owned());
    }
    for item in operations {
        let Item::Impl(item) = item else { continue };
        if with_body.contains(&self_name(item)) {
            item.items.retain(|item| !is_function(item, "body_map"));
            Whole.visit_item_impl_mut(item);
        }
    }
    // Nothing makes a builder of a value any more.
    module(file, &["types", "builder"])?
        .retain(|item| !matches!(item, Item::Impl(item) if trait_name(item).as_deref() == Some("From")));
    Ok(())
}

/// `types::X` of `Result<types::builder::X, ..>`.
fn built(field: &Type) -> Option<Type> {
    let Type::Path(builder) = argument_of(field, "Result")? else { return None };
    let name = builder.path.segments.last()?;
    let is_builder = builder.path.segments.iter().any(|segment| segment.ident == "builder");
    is_builder.then(|| parse_quote!(types::#name))
}

/// Leaves out the ways from the value to its builder and back.
struct Whole;

impl VisitMut for Whole {
    fn visit_field_value_mut(&mut self, field: &mut syn::FieldValue) {
        if field.member.to_token_stream().to_string() == "body" && matches!(field.expr, Expr::Call(_)) {
            field.expr = parse_quote!(Err("body was not initialized".to_string()));
        }
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        let Expr::MethodCall(call) = expression else { return };
        let to_builder = call.method == "map" && call.args.to_token_stream().to_string() == "From :: from";
        let from_builder = call.method == "and_then" && call.receiver.to_token_stream().to_string() == "body";
        if to_builder || from_builder {
            *expression = (*call.receiver).clone();
        }
    }
}
