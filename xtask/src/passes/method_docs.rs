//! The page of each operation: what it takes and gives, what may go wrong, whether it may be repeated, and an example
//! that is the document's own and compiles.

use std::collections::BTreeMap;
use std::fmt::Write;

use heck::ToSnakeCase;
use quote::ToTokens;
use serde_json::Value;
use syn::{ImplItem, Item, ItemStruct, Type, parse_quote};

use super::docs::doc_text;
use super::operations::{is_idempotent, takes_request_id};
use super::{answer_of, argument_of, module, name_of, self_name};
use openapi_lower::walk::{is_error_status, operations, resolve};

pub(super) fn apply(file: &mut syn::File, document: &Value) -> Result<(), String> {
    let types: Types = module(file, &["types"])?
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some((item.ident.to_string(), Declared::Struct(Box::new(item.clone())))),
            Item::Enum(item) => Some((item.ident.to_string(), Declared::Enum(variants(item)))),
            _ => None,
        })
        .collect();
    let builders = module(file, &["builder"])?.clone();
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    let mut problem = None;
    operations(document, |_, _, method, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default().to_snake_case();
        match page(document, &id, method, operation, &builders, &types) {
            Ok(page) => {
                pages.insert(id, page);
            }
            Err(text) => problem = Some(format!("{id}: {text}")),
        }
    });
    if let Some(problem) = problem {
        return Err(problem);
    }
    for item in &mut file.items {
        let Item::Impl(item) = item else { continue };
        if self_name(item) != "Client" {
            continue;
        }
        for item in &mut item.items {
            let ImplItem::Fn(function) = item else { continue };
            let page = pages.get(&function.sig.ident.to_string()).ok_or("a method without an operation")?;
            for attribute in &mut function.attrs {
                let Some(text) = doc_text(attribute) else { continue };
                if let Some((before, _)) = text.split_once("Arguments:").or_else(|| text.split_once("```ignore")) {
                    let text = format!("{}\n\n{page}", before.trim_end());
                    *attribute = parse_quote!(#[doc = #text]);
                }
            }
        }
    }
    Ok(())
}

type Types = BTreeMap<String, Declared>;

/// A type that an example may have to name.
enum Declared {
    Struct(Box<ItemStruct>),
    /// The variants by the values they stand for.
    Enum(BTreeMap<String, String>),
}

/// An open enum documents each variant with its value.
fn variants(item: &syn::ItemEnum) -> BTreeMap<String, String> {
    let value = |variant: &syn::Variant| {
        let text = variant.attrs.iter().find_map(doc_text)?;
        Some((text.trim().strip_prefix('`')?.strip_suffix('`')?.to_owned(), variant.ident.to_string()))
    };
    item.variants.iter().filter_map(value).collect()
}

/// A parameter of an operation, or its body.
struct Argument {
    name: String,
    ty: Type,
    optional: bool,
}

fn arguments(id: &str, builders: &[Item]) -> Result<Vec<Argument>, String> {
    let builder = builders
        .iter()
        .find_map(|item| match item {
            Item::Struct(item) if item.ident.to_string().to_snake_case() == id => Some(item),
            _ => None,
        })
        .ok_or("it has no builder")?;
    Ok(builder
        .fields
        .iter()
        .filter_map(|field| {
            let held = argument_of(&field.ty, "Result")?;
            let optional = argument_of(held, "Option");
            let ty = optional.unwrap_or(held).clone();
            Some(Argument { name: field.ident.as_ref()?.to_string(), ty, optional: optional.is_some() })
        })
        .collect())
}

fn page(
    document: &Value,
    id: &str,
    method: &str,
    operation: &Value,
    builders: &[Item],
    types: &Types,
) -> Result<String, String> {
    let arguments = arguments(id, builders)?;
    let mut page = String::new();
    if !arguments.is_empty() {
        page.push_str("# Parameters\n\n");
    }
    for argument in &arguments {
        let described = description(document, operation, &argument.name);
        let optional = if argument.optional { " (optional)" } else { "" };
        let _ = write!(page, "- `{}`{}{optional}: {described}", argument.name, shown_type(&argument.ty));
        let name = name_of(&argument.ty);
        if argument.name == "body" && types.contains_key(&name) {
            let _ = write!(page, " A [`{name}`](types::{name}) or its builder.");
        }
        page.push('\n');
    }
    let _ = write!(page, "\n# Answer\n\n{}\n", answer(id, builders, types));
    let _ = write!(page, "\n# Repeating\n\n{}\n", repeating(document, method, operation));
    let statuses: Vec<_> = operation["responses"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(status, _)| is_error_status(status))
        .map(|(status, response)| {
            let text = resolve(document, response)["description"].as_str().unwrap_or_default();
            format!("- {status}: {text}\n")
        })
        .collect();
    if !statuses.is_empty() {
        let _ = write!(
            page,
            "\n# Refusals\n\nBesides what may fail in any call, see [`Error`](crate::Error):\n\n{}",
            statuses.concat()
        );
    }
    let _ = write!(page, "\n# Example\n\n{}", example(id, operation, &arguments, types)?);
    Ok(page)
}

/// The type of a parameter, where it is no text.
fn shown_type(ty: &Type) -> &'static str {
    match ty.to_token_stream().to_string().replace(' ', "").trim_start_matches("::") {
        "chrono::naive::NaiveDate" => ", a [`NaiveDate`](crate::chrono::NaiveDate)",
        "i64" | "i32" => ", a number",
        "bool" => ", true or false",
        _ => "",
    }
}

/// What the operation answers with, by the type that `send` returns.
fn answer(id: &str, builders: &[Item], types: &Types) -> String {
    let sent = builders.iter().find_map(|item| match item {
        Item::Impl(item) if self_name(item).to_snake_case() == id => item.items.iter().find_map(|item| match item {
            ImplItem::Fn(function) if function.sig.ident == "send" => answer_of(function),
            _ => None,
        }),
        _ => None,
    });
    let Some(ty) = sent else { return String::new() };
    let name = name_of(ty);
    match argument_of(ty, "Vec") {
        Some(_) => format!("A list of [`{name}`](types::{name})."),
        None if types.contains_key(&name) => format!("A [`{name}`](types::{name})."),
        None if name == "ByteStream" => "A [`ByteStream`](crate::ByteStream), read piece by piece.".to_owned(),
        None => "Nothing but success.".to_owned(),
    }
}

fn description(document: &Value, operation: &Value, name: &str) -> String {
    if name == "body" {
        return resolve(document, &operation["requestBody"])["description"].as_str().unwrap_or_default().to_owned();
    }
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters
        .map(|parameter| resolve(document, parameter))
        .find(|parameter| parameter["name"].as_str().is_some_and(|api_name| api_name.to_snake_case() == name))
        .and_then(|parameter| parameter["description"].as_str())
        .unwrap_or_default()
        .to_owned()
}

fn repeating(document: &Value, method: &str, operation: &Value) -> &'static str {
    if is_idempotent(method, operation) {
        "Doing it twice is the same as doing it once: the client attempts it again by itself."
    } else if takes_request_id(document, operation) {
        "The client attempts it again by itself, always with the same `sezzle_request_id`: yours, or one that it makes. \
         Whoever makes the call again needs that of \
         [`Error::request_id`](crate::Error::request_id): with another one it acts twice."
    } else {
        "Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that \
         nothing was done. After an error ask \
         [`Error::may_have_been_processed`](crate::Error::may_have_been_processed)."
    }
}

fn example(id: &str, operation: &Value, arguments: &[Argument], types: &Types) -> Result<String, String> {
    let mut used = Vec::new();
    let (mut parameters, mut calls) = (String::new(), String::new());
    for argument in arguments {
        let name = &argument.name;
        if name == "body" {
            let value = &operation["requestBody"]["content"]["application/json"]["example"];
            let body = expression(value, &name_of(&argument.ty), types, &mut used, 2)?;
            let _ = write!(calls, "    .body(\n        {body},\n    )\n");
        } else {
            let ty = argument.ty.to_token_stream().to_string().replace(' ', "");
            let ty = match ty.trim_start_matches("::") {
                "std::string::String" => "&str".to_owned(),
                "chrono::naive::NaiveDate" => "sezzle_api::chrono::NaiveDate".to_owned(),
                other => other.to_owned(),
            };
            let _ = write!(parameters, ", {name}: {ty}");
            let _ = writeln!(calls, "    .{name}({name})");
        }
    }
    used.sort();
    used.dedup();
    let import = match used.as_slice() {
        [] => String::new(),
        [name] => format!("use sezzle_api::types::{name};\n\n"),
        names => format!("use sezzle_api::types::{{{}}};\n\n", names.join(", ")),
    };
    Ok(format!(
        "```\n# async fn example(client: &sezzle_api::Client{parameters}) -> Result<(), sezzle_api::Error> {{\n\
         {import}let response = client\n    .{id}()\n{calls}    .send()\n    .await?;\n# Ok(())\n# }}\n```"
    ))
}

/// Rust that makes the value that `value` is in JSON, for a setter of the type `name`.
fn expression(
    value: &Value,
    name: &str,
    types: &Types,
    used: &mut Vec<String>,
    depth: usize,
) -> Result<String, String> {
    Ok(match value {
        Value::Object(members) => match types.get(name) {
            Some(Declared::Struct(declaration)) => {
                used.push(name.to_owned());
                let indent = "    ".repeat(depth + 1);
                let mut text = format!("{name}::builder()");
                for (member, value) in members {
                    let field = declaration
                        .fields
                        .iter()
                        .find(|field| field.ident.as_ref().is_some_and(|ident| ident == member))
                        .ok_or_else(|| format!("the example's `{member}` is no field of {name}"))?;
                    // A time is no text in Rust, and what an example of it needs would hide the rest.
                    if field.ty.to_token_stream().to_string().contains("DateTime") {
                        continue;
                    }
                    // What Sezzle does not document is no example to follow.
                    let undocumented = |text: String| text.contains("ocumented");
                    if field.attrs.iter().filter_map(doc_text).any(undocumented) {
                        continue;
                    }
                    let value = expression(value, &name_of(&field.ty), types, used, depth + 1)?;
                    let _ = write!(text, "\n{indent}.{member}({value})");
                }
                text
            }
            _ => {
                let pairs = members.iter().map(|(key, value)| {
                    expression(value, "String", types, used, depth).map(|value| format!("({key:?}, {value})"))
                });
                format!("[{}]", pairs.collect::<Result<Vec<_>, _>>()?.join(", "))
            }
        },
        Value::Array(elements) => {
            let elements = elements.iter().map(|value| expression(value, name, types, used, depth));
            format!("[{}]", elements.collect::<Result<Vec<_>, _>>()?.join(", "))
        }
        Value::String(text) => match types.get(name) {
            Some(Declared::Enum(variants)) if variants.contains_key(text) => {
                used.push(name.to_owned());
                format!("{name}::{}", variants[text])
            }
            _ => format!("{text:?}"),
        },
        other => other.to_string(),
    })
}
