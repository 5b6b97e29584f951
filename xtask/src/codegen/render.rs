//! The generated files as text, each with a header that names its sources.

use std::fmt::Write;

use heck::ToShoutySnakeCase;
use serde_json::{Value, json};
use syn::Item;

use super::emit::PROGENITOR;
use super::passes::{Code, Kind, OperationBuilder, Parameter, REQUEST_ID_HEADER, TypeBuilder};
use super::sdk;
use super::syntax::type_text;
use openapi_lower::io::finding::{Findings, Result};
use openapi_lower::io::read::Document;

/// The command that writes the generated files.
pub const COMMAND: &str = "cargo xtask generate";

/// The modules of the folder `generated`, with what each is documented as.
const MODULES: [(&str, &str); 8] = [
    ("types", "Types of parameters, requests and responses."),
    ("type_builders", "Builders of the types that requests consist of."),
    ("response_builders", "Builders of the types that only responses consist of, for tests (feature `mock`)."),
    ("client", ""),
    ("builder", "Builders of requests, one for each operation."),
    ("operations", "What the client has to know of each operation to authorize and to retry it."),
    ("events", "What webhooks carry."),
    ("field_names", ""),
];

/// Returns the files of the folder `generated`: `mod.rs`, then the modules in the order of their declaration.
pub(crate) fn sdk(code: Code, sources: &[&Document]) -> Result<[String; 9]> {
    let (sent, received): (Vec<_>, Vec<_>) = code.type_builders.into_iter().partition(|builder| builder.is_sent);
    let files = [
        modules(),
        items(code.types)?,
        type_builders(&sent),
        type_builders(&received),
        items(code.client)?,
        operation_builders(&code.operation_builders),
        items(code.operations)?,
        items(code.events)?,
        items(code.field_names)?,
    ];
    Ok(files.map(|text| header(sources) + &text))
}

/// Returns a file of items.
pub(crate) fn rust(file: syn::File, sources: &[&Document]) -> Result<String> {
    Ok(header(sources) + &items(file.items)?)
}

fn header(sources: &[&Document]) -> String {
    let mut text =
        format!("// Made by `{COMMAND}` from the documents below. Do not edit: change those and run it again.\n");
    for source in sources {
        let _ = writeln!(text, "// {} SHA-256 {}", source.name, source.sha256);
    }
    let _ = writeln!(text, "// progenitor {PROGENITOR}\n");
    text
}

fn items(items: Vec<Item>) -> Result<String> {
    let code = prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items });
    progenitor_impl::space_out_items(code)
        .map_err(|error| Findings::one("render", "", error.to_string(), "correct xtask/src/codegen/render.rs"))
}

fn modules() -> String {
    let mut text = "\
//! The part of the crate that is made from the OpenAPI document.
//!
//! `client` adds a method for each operation to [`Client`](crate::client::Client). It returns one of the builders in
//! [`builder`], which sends the request that the row in [`operations`] describes. [`types`] and their builders are what
//! requests and responses consist of; [`events`] are what webhooks carry.

"
    .to_owned();
    for (name, docs) in MODULES {
        if !docs.is_empty() {
            let _ = writeln!(text, "/// {docs}");
        }
        if name == "response_builders" {
            text.push_str("#[cfg(feature = \"mock\")]\n");
        }
        let visibility = match name {
            "client" => "",
            "field_names" => "pub(crate) ",
            _ => "pub ",
        };
        let _ = writeln!(text, "{visibility}mod {name};");
    }
    text
}

fn type_builders(builders: &[TypeBuilder]) -> String {
    let mut text = format!("use super::types;\nuse {};\n", sdk::TYPE_BUILDER);
    for builder in builders {
        let _ = write!(text, "\ntype_builder! {{\n    {} {{\n", builder.name);
        for field in &builder.fields {
            write_field(&mut text, &field.docs, field.kind, field.is_url, &field.name, &type_text(&field.ty));
        }
        text.push_str("    }\n");
        for (field, reason) in &builder.must_set {
            let _ = writeln!(text, "    must_set {field}: {reason:?}");
        }
        text.push_str("}\n");
    }
    text
}

fn write_field(text: &mut String, docs: &[String], kind: Kind, is_url: bool, name: &syn::Ident, ty: &str) {
    for line in docs {
        let _ = writeln!(text, "        {}", format!("/// {line}").trim_end());
    }
    let check = if is_url { "(url)" } else { "" };
    let _ = writeln!(text, "        {}{check} {name}: {ty},", kind.keyword());
}

fn operation_builders(builders: &[OperationBuilder]) -> String {
    let mut text = format!(
        "use reqwest::{{Method, Request}};\n\nuse super::types;\nuse {};\nuse {} as encode;\nuse {};\nuse {};\n",
        sdk::ERROR,
        sdk::ENCODE,
        sdk::OPERATION_BUILDER,
        sdk::PREPARE,
    );
    for builder in builders {
        let (name, operation) = (&builder.name, builder.method().to_shouty_snake_case());
        let (exchange, returns) = (builder.returns.exchange(), builder.returns.type_text());
        let _ = write!(
            text,
            "\noperation_builder! {{\n    /// The request of [`Client::{0}`]({1}::{0}).\n    \
             {name}: {operation} -> {exchange} {returns} {{\n",
            builder.method(),
            sdk::CLIENT,
        );
        for parameter in &builder.parameters {
            let docs: Vec<String> = parameter.docs.lines().map(str::to_owned).collect();
            let kind = if parameter.is_optional { Kind::Optional } else { Kind::Required };
            write_field(&mut text, &docs, kind, false, &parameter.name, &type_text(&parameter.ty));
        }
        text.push_str("    }\n}\n");
        let _ = write!(
            text,
            "\nimpl {name} {{\n    #[inline]\n    pub(crate) fn to_request(&self) -> Result<Request, Error> {{\n"
        );
        write_request(&mut text, builder);
        text.push_str("    }\n}\n");
        if builder.parameters_in("header").any(|parameter| parameter.api_name == REQUEST_ID_HEADER) {
            let _ = writeln!(text, "\nprepare!({name}: {operation});");
        }
    }
    text
}

/// The statements that build the request of an operation.
fn write_request(text: &mut String, builder: &OperationBuilder) {
    let mut line = |line: String| {
        let _ = writeln!(text, "        {line}");
    };
    line("self.first_problem.check()?;".to_owned());
    for Parameter { name, .. } in builder.parameters_in("path") {
        line(format!("let {name} = encode::path_segment(\"{name}\", &self.{name})?;"));
    }
    let (method, path) = (builder.http_method.to_uppercase(), &builder.path);
    line(format!("let mut request = encode::new_request(&self.client, Method::{method}, format_args!(\"{path}\"))?;"));
    if builder.accepts_json {
        line("encode::accept_json(&mut request);".to_owned());
    }
    if builder.parameters_in("body").next().is_some() {
        line("encode::json_body(&mut request, encode::required(\"body\", &self.body)?)?;".to_owned());
    }
    for place in ["query", "header"] {
        for Parameter { name, api_name, is_optional, .. } in builder.parameters_in(place) {
            line(if *is_optional {
                format!(
                    "if let Some(value) = &self.{name} {{ encode::{place}(&mut request, \"{api_name}\", value)?; }}"
                )
            } else {
                format!("encode::{place}(&mut request, \"{api_name}\", encode::required(\"{name}\", &self.{name})?)?;")
            });
        }
    }
    line("Ok(request)".to_owned());
}

/// Returns the document itself as JSON.
pub(crate) fn json(document: &Value, sources: &[&Document]) -> String {
    let sources: serde_json::Map<_, _> =
        sources.iter().map(|source| (source.name.clone(), source.sha256.clone().into())).collect();
    let mut labelled = json!({"x-generated": {"by": COMMAND, "sha256": sources}});
    if let (Value::Object(labelled), Value::Object(document)) = (&mut labelled, document) {
        labelled.extend(document.clone());
    }
    format!("{labelled:#}\n")
}
