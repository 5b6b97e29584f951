//! The methods of `Client`, each with its page: parameters, return value, retries, errors, and an example from the document
//! that compiles.

use std::collections::BTreeMap;
use std::fmt::Write;

use openapi_lower::walk::{is_error_status, members_of, resolve};
use quote::format_ident;
use serde_json::Value;
use syn::{ImplItem, Item, ItemStruct, parse_quote};

use super::operation_builders::{Operation, OperationBuilder, Parameter, Returns};
use super::operation_table::{is_idempotent, takes_request_id};
use crate::codegen::sdk;
use crate::codegen::syntax::{doc_text, name_of, type_text};

/// Returns the module `client`: a method of `Client` for each operation.
pub(super) fn items(document: &Value, builders: &[OperationBuilder], types: &[Item]) -> Result<Vec<Item>, String> {
    let types: Types = types
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some((item.ident.to_string(), Declared::Struct(Box::new(item.clone())))),
            Item::Enum(item) => Some((item.ident.to_string(), Declared::Enum(variants(item)))),
            _ => None,
        })
        .collect();
    let operations = Operation::all(document);
    let mut methods: Vec<ImplItem> = Vec::new();
    for builder in builders {
        let (id, name) = (builder.method(), &builder.name);
        let method = format_ident!("{id}");
        let page = page(&operations[&id], builder, &types).map_err(|problem| format!("{id}: {problem}"))?;
        methods.push(parse_quote! {
            #[doc = #page]
            pub fn #method(&self) -> builder::#name {
                builder::#name::new(self)
            }
        });
    }
    let client = sdk::path(sdk::CLIENT);
    Ok(vec![
        parse_quote!(
            use super::builder;
        ),
        parse_quote!(use #client;),
        parse_quote!(impl Client { #(#methods)* }),
    ])
}

/// Returns the summary and the description of an operation, with a full stop at the end of each paragraph.
fn introduction(operation: &Operation<'_>) -> String {
    let text = |key: &str| operation.value[key].as_str().unwrap_or_default();
    let (summary, description) = (text("summary"), text("description"));
    let request = format!("Sends a `{}` request to `{}`", operation.method.to_uppercase(), operation.path);
    let paragraphs = [summary, description, &request].join("\n\n");
    let end = |paragraph: &str| {
        let stop = if paragraph.ends_with(|c: char| c.is_alphanumeric() || "`)".contains(c)) { "." } else { "" };
        format!("{paragraph}{stop}")
    };
    let paragraphs = paragraphs.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(end).collect::<Vec<_>>().join("\n\n")
}

type Types = BTreeMap<String, Declared>;

/// A type that an example may name.
enum Declared {
    Struct(Box<ItemStruct>),
    /// The variants by their values.
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

fn page(operation: &Operation<'_>, builder: &OperationBuilder, types: &Types) -> Result<String, String> {
    let mut page = introduction(operation) + "\n\n";
    if !builder.parameters.is_empty() {
        page.push_str("# Parameters\n\n");
    }
    for parameter in &builder.parameters {
        let optional = if parameter.is_optional { ", optional" } else { "" };
        let shown = type_note(parameter);
        let _ = write!(page, "- `{}`{shown}{optional}: {}", parameter.name, parameter.docs);
        let name = name_of(&parameter.ty);
        if parameter.name == "body" && types.contains_key(&name) {
            let _ = write!(page, " Takes {} [`{name}`](crate::types::{name}) or its builder.", article(&name));
        }
        page.push('\n');
    }
    let _ = write!(page, "\n# Returns\n\n{}\n", returns(&builder.returns));
    let _ = write!(page, "\n# Retries\n\n{}\n", retries(operation));
    page.push_str("\n# Errors\n\n");
    let statuses: Vec<_> = members_of(&operation.value["responses"])
        .filter(|(status, _)| is_error_status(status))
        .map(|(status, response)| {
            let text = resolve(operation.document, response)["description"].as_str().unwrap_or_default();
            format!("- {status}: {}\n", text.trim())
        })
        .collect();
    if statuses.is_empty() {
        page.push_str("Sending the request fails with the errors of any call; see [`Error`](crate::Error).\n");
    } else {
        let intro = "Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:";
        let _ = write!(page, "{intro}\n\n{}", statuses.concat());
    }
    let _ = write!(page, "\n# Examples\n\n{}", example(builder, operation.value, types)?);
    Ok(page)
}

/// The type of a parameter that is not a string.
fn type_note(parameter: &Parameter) -> &'static str {
    match type_text(&parameter.ty).trim_start_matches("::") {
        "chrono::naive::NaiveDate" => ", a [`NaiveDate`](crate::chrono::NaiveDate)",
        "i64" | "i32" => ", an integer",
        "bool" => ", a `bool`",
        _ => "",
    }
}

fn article(name: &str) -> &'static str {
    if name.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" }
}

fn returns(returns: &Returns) -> String {
    match returns {
        Returns::Json(ty) => {
            let name = name_of(ty);
            format!("{} [`{name}`](crate::types::{name}).", if article(&name) == "an" { "An" } else { "A" })
        }
        Returns::List(ty) => {
            let name = name_of(ty);
            format!("A list of [`{name}`](crate::types::{name}).")
        }
        Returns::Empty => "Nothing.".to_owned(),
        Returns::Stream => "A [`ByteStream`](crate::ByteStream), which is read piece by piece.".to_owned(),
    }
}

fn retries(operation: &Operation<'_>) -> &'static str {
    if is_idempotent(operation.method, operation.value) {
        "Repeating this operation has no further effect, so the client retries it after any transient failure."
    } else if takes_request_id(operation.document, operation.value) {
        "The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. \
         The gateway then acts only once. To repeat the call yourself, pass the id from \
         [`Error::request_id`](crate::Error::request_id); with another id it takes effect again."
    } else {
        "Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the \
         request was certainly not processed. After an error, check \
         [`Error::may_have_been_processed`](crate::Error::may_have_been_processed)."
    }
}

fn example(builder: &OperationBuilder, operation: &Value, types: &Types) -> Result<String, String> {
    let id = builder.method();
    let mut used = Vec::new();
    let (mut parameters, mut calls) = (String::new(), String::new());
    for argument in &builder.parameters {
        let name = &argument.name;
        if name == "body" {
            let value = &operation["requestBody"]["content"]["application/json"]["example"];
            let body = expression(value, &name_of(&argument.ty), types, &mut used, 2)?;
            let _ = write!(calls, "    .body(\n        {body},\n    )\n");
        } else {
            let ty = match type_text(&argument.ty).trim_start_matches("::") {
                "String" => "&str".to_owned(),
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

/// Returns the Rust expression for a JSON value, for a setter of the type `name`.
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
                        .ok_or_else(|| format!("the example's `{member}` is not a field of {name}"))?;
                    // A time is not a string in Rust, and parsing one would distract from the rest.
                    if type_text(&field.ty).contains("DateTime") {
                        continue;
                    }
                    // Undocumented fields do not belong in an example.
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
