//! What a builder lacks until it is set is a fixed text, and no copy of it is made for each builder.
//!
//! progenitor keeps a `Result<T, String>` for each field, and starts the required ones with
//! `Err("..".to_string())`: one allocation each, freed as soon as the field is set.

use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Item, Type, parse_quote};

use super::{argument_of, module};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    for path in [&["types", "builder"][..], &["builder"]] {
        let mut changed = 0;
        for item in module(file, path)? {
            match item {
                Item::Struct(item) => {
                    for field in &mut item.fields {
                        if let Some(held) = argument_of(&field.ty, "Result").cloned() {
                            field.ty = held_or_problem(&held);
                            changed += 1;
                        }
                    }
                }
                Item::Impl(item) => Borrowed.visit_item_impl_mut(item),
                _ => {}
            }
        }
        if changed == 0 {
            return Err(format!("no field in `{}` is a Result", path.join("::")));
        }
    }
    module(file, &["types", "error"])?.push(parse_quote! {
        impl From<crate::setter::Problem> for ConversionError {
            fn from(value: crate::setter::Problem) -> Self {
                Self(value)
            }
        }
    });
    Ok(())
}

fn held_or_problem(held: &Type) -> Type {
    parse_quote!(::std::result::Result<#held, crate::setter::Problem>)
}

/// Turns texts into problems: fixed ones where they are, and those that are made for the purpose.
struct Borrowed;

impl VisitMut for Borrowed {
    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        visit_mut::visit_expr_method_call_mut(self, call);
        if call.method != "map_err" {
            return;
        }
        if let Some(Expr::Closure(closure)) = call.args.first_mut() {
            let body = closure.body.to_token_stream().to_string();
            let makes_text = body.starts_with("format !") || body.ends_with(". to_string ()");
            if makes_text {
                let made = &closure.body;
                *closure.body = parse_quote!(#made.into());
            }
        }
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        if let Expr::MethodCall(call) = expression
            && call.method == "to_string"
            && let Expr::Lit(literal) = &*call.receiver
        {
            *expression = parse_quote!(#literal.into());
        }
    }
}
