//! Every public item has documentation, laid out line by line.

use serde_json::Value;
use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr, ImplItem, Item, Lit, Meta, Visibility, parse_quote};

use super::{module, name_of, trait_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    for path in [&["types"][..], &["types", "builder"], &["builder"]] {
        for item in module(file, path)? {
            describe(item);
        }
    }
    document_modules(file);
    lines(file);
    Ok(())
}

/// Has documentation printed line by line.
pub(super) fn lines(file: &mut syn::File) {
    Lines.visit_file_mut(file);
}

/// Gives undocumented public items a line that says what they are.
fn describe(item: &mut Item) {
    match item {
        Item::Struct(item) => {
            let text = format!("The builder of [`{0}`](super::{0}).", item.ident);
            document_item(&mut item.attrs, &text);
            for field in &mut item.fields {
                if matches!(field.vis, Visibility::Public(_)) {
                    document_item(&mut field.attrs, &format!("The [`{}`].", name_of(&field.ty)));
                }
            }
        }
        Item::Impl(item) if trait_name(item).is_none() => {
            for item in &mut item.items {
                let ImplItem::Fn(function) = item else { continue };
                if !matches!(function.vis, Visibility::Public(_)) {
                    continue;
                }
                let name = function.sig.ident.to_string();
                let text = match name.as_str() {
                    "builder" => "Starts building one.".to_owned(),
                    "new" => "Starts the request.".to_owned(),
                    "body" => "The body, or its builder.".to_owned(),
                    _ => format!("Sets `{name}`."),
                };
                document_item(&mut function.attrs, &text);
            }
        }
        _ => {}
    }
}

pub(super) fn document_item(attributes: &mut Vec<Attribute>, text: &str) {
    if !attributes.iter().any(|attribute| attribute.path().is_ident("doc")) {
        attributes.insert(0, parse_quote!(#[doc = #text]));
    }
}

/// Replaces what documentation an item has.
pub(super) fn document_anew(attributes: &mut Vec<Attribute>, text: &str) {
    attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    document_item(attributes, text);
}

fn document_modules(file: &mut syn::File) {
    if let Ok(types) = module(file, &["types"]) {
        for item in types {
            if let Item::Mod(item) = item {
                let text = if item.ident == "builder" { "Builders of the types." } else { "Errors of the types." };
                document_item(&mut item.attrs, text);
            }
        }
    }
}

pub(super) fn doc_text(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    if !pair.path.is_ident("doc") {
        return None;
    }
    match &pair.value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// One attribute for each line, so that it is printed as `/// line`.
struct Lines;

impl VisitMut for Lines {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        *attributes = std::mem::take(attributes)
            .into_iter()
            .flat_map(|attribute| match doc_text(&attribute) {
                Some(text) if text.is_empty() => vec![attribute],
                Some(text) => text
                    .lines()
                    .map(|line| {
                        let line = line.trim_end();
                        let line = if line.is_empty() || line.starts_with(' ') && !text.contains('\n') {
                            line.to_owned()
                        } else {
                            format!(" {line}")
                        };
                        parse_quote!(#[doc = #line])
                    })
                    .collect(),
                None => vec![attribute],
            })
            .collect();
    }
}
