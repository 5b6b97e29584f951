//! The commands of `sezzle-cli`: one for each operation, as rows of a table; and the types of their responses.
//!
//! `x-cli: [group, verb]` names a command. Without it, the group is the first segment of the path after the version, and the
//! verb is the name of the operation, so that a new operation is available at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use heck::{ToKebabCase, ToShoutySnakeCase, ToSnakeCase};
use openapi_lower::io::finding::{Collector, Result};
use openapi_lower::walk::{children, elements_of, members_of, operations, resolve};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::{Map, Value};
use syn::parse_quote;

use super::passes::{OperationBuilder, REQUEST_ID_HEADER, Returns};

/// How deep fields are looked for in a body.
const MAX_DEPTH: usize = 8;

/// The help of a flag for an amount.
const PRICE_HELP: &str = "Amount and currency, such as \"41.50 USD\"";

/// Returns the table of commands for a corrected document, which is called `name` in findings. `builders` are the operations as
/// the crate has them. Two commands of the same name are a finding.
pub(crate) fn cli_commands(name: &str, document: &Value, builders: &[OperationBuilder]) -> Result<syn::File> {
    let mut found = Collector::new(name);
    let mut rows = BTreeMap::new();
    operations(document, |at, path, _, operation| {
        let (group, verb) = command_name(path, operation);
        let problem = format!("another operation has the command `{group} {verb}` too");
        let row = row(document, &group, &verb, operation);
        if rows.insert((group, verb), row).is_some() {
            found.add(at.join("x-cli"), problem, "name the commands in the overlay: `x-cli: [group, verb]`");
        }
    });
    let rows = rows.values();
    let mut secrets = BTreeSet::new();
    add_secrets(document, document, &mut Vec::new(), &mut secrets);
    let responses = builders.iter().filter_map(|builder| {
        let id = builder.method();
        Some(match &builder.returns {
            Returns::Json(ty) => quote!(#id => reserialize::<#ty>(text)),
            Returns::List(ty) => quote!(#id => reserialize::<Vec<#ty>>(text)),
            Returns::Empty | Returns::Stream => return None,
        })
    });
    found.finish(parse_quote! {
        use serde_json::Value;
        use sezzle_api::{operations, types};

        use crate::operation::spec::{Body, Command, Field, Kind, Parameter, Response};
        use crate::verify::reserialize::reserialize;

        /// Reads the body of a successful response as the type of its operation, and writes it again. Returns `None` if the
        /// operation has no such type.
        pub(crate) fn read_response(operation: &str, text: &str) -> Option<Result<Value, serde_json::Error>> {
            Some(match operation {
                #(#responses,)*
                _ => return None,
            })
        }

        /// The commands of all operations, in the order of their names.
        pub(crate) static COMMANDS: &[Command] = &[#(#rows),*];

        /// The names of all fields that are keys, tokens or card data.
        pub(crate) static SECRET_FIELDS: &[&str] = &[#(#secrets),*];
    })
}

fn command_name(path: &str, operation: &Value) -> (String, String) {
    if let (Some(group), Some(verb)) = (operation["x-cli"][0].as_str(), operation["x-cli"][1].as_str()) {
        return (group.to_owned(), verb.to_owned());
    }
    let group = path.split('/').find(|segment| !segment.is_empty() && *segment != "v2");
    (group.unwrap_or("other").to_kebab_case(), operation_id(operation).to_kebab_case())
}

fn operation_id(operation: &Value) -> String {
    operation["operationId"].as_str().unwrap_or_default().to_snake_case()
}

fn row(document: &Value, group: &str, verb: &str, operation: &Value) -> TokenStream {
    let id = operation_id(operation);
    let constant = format_ident!("{}", id.to_shouty_snake_case());
    let about = help(operation["summary"].as_str().or(operation["description"].as_str()).unwrap_or(&id));
    let mut example = format!("sezzle {group} {verb}");
    let mut parameters = Vec::new();
    for parameter in elements_of(&operation["parameters"]) {
        let parameter = resolve(document, parameter);
        let name = parameter["name"].as_str().unwrap_or_default();
        if name.eq_ignore_ascii_case(REQUEST_ID_HEADER) || parameter["in"] == "header" {
            continue;
        }
        let (is_path, is_required) = (parameter["in"] == "path", parameter["required"] == true);
        let help = help(parameter["description"].as_str().unwrap_or_default());
        let schema = resolve(document, &parameter["schema"]);
        if is_path {
            let _ = write!(example, " {}", name.to_shouty_snake_case());
        } else if is_required {
            let value = if schema["format"] == "date" { "2026-03-01" } else { "VALUE" };
            let _ = write!(example, " --{} {value}", name.to_kebab_case());
        }
        let flag = if is_path { name.to_shouty_snake_case() } else { name.to_kebab_case() };
        let kind = kind(document, schema);
        parameters.push(quote! {
            Parameter {
                name: #name, flag: #flag, is_path: #is_path, is_required: #is_required, kind: #kind, help: #help
            }
        });
    }
    let content = &operation["requestBody"]["content"]["application/json"];
    let body = if content.is_null() {
        quote!(None)
    } else {
        let body = body(document, content, &mut example);
        quote!(Some(#body))
    };
    let response = response(operation);
    let mut secrets = BTreeSet::new();
    for part in ["requestBody", "responses"] {
        add_secrets(document, &operation[part], &mut Vec::new(), &mut secrets);
    }
    quote! {
        Command {
            group: #group,
            verb: #verb,
            operation: &operations::#constant,
            about: #about,
            example: #example,
            parameters: &[#(#parameters),*],
            body: #body,
            response: Response::#response,
            secrets: &[#(#secrets),*],
        }
    }
}

/// What a success returns: the first content type of the first status 2xx.
fn response(operation: &Value) -> syn::Ident {
    let responses = members_of(&operation["responses"]);
    let mut contents =
        responses.filter(|(status, _)| status.starts_with('2')).map(|(_, response)| &response["content"]);
    let content = contents.find_map(|content| content.as_object()?.keys().next());
    format_ident!(
        "{}",
        match content.map(String::as_str) {
            None => "Empty",
            Some("text/csv") => "Csv",
            Some(_) => "Json",
        }
    )
}

fn body(document: &Value, content: &Value, example: &mut String) -> TokenStream {
    let schema = resolve(document, &content["schema"]);
    let mut template = String::new();
    write_template(document, schema, &content["example"], 0, &mut template);
    let is_price = is_price(schema);
    if is_price {
        example.push_str(" --amount \"41.50 USD\"");
        return quote! {
            Body {
                is_price: true,
                fields: &[Field { name: "", flag: "amount", alias: "", is_required: true, kind: Kind::Price, help: #PRICE_HELP }],
                must_set: &[],
                template: #template,
            }
        };
    }
    let (properties, required) = properties(document, schema);
    let prices = properties.values().filter(|property| self::is_price(resolve(document, property))).count();
    let mut fields = Vec::new();
    let mut flags = String::new();
    let mut needs_file = false;
    for (name, property) in &properties {
        let schema = resolve(document, property);
        let is_required = required.contains(&name.as_str());
        let kebab = name.to_kebab_case();
        // The amount of a body is called the same everywhere.
        let is_amount = prices == 1 && self::is_price(schema);
        let (flag, alias) = if is_amount { ("amount".to_owned(), kebab) } else { (kebab, String::new()) };
        let help = help(property["description"].as_str().or(schema["description"].as_str()).unwrap_or_default());
        let help = if is_amount { PRICE_HELP.to_owned() } else { help };
        let kind = if schema["format"] == "password" { quote!(Kind::Secret) } else { kind(document, schema) };
        if is_required && schema["format"] != "password" {
            match example_value(&content["example"][name], is_amount) {
                Some(value) => drop(write!(flags, " --{flag} {value}")),
                None => needs_file = true,
            }
        }
        fields.push(quote! {
            Field { name: #name, flag: #flag, alias: #alias, is_required: #is_required, kind: #kind, help: #help }
        });
    }
    example.push_str(if needs_file || flags.len() > MAX_HELP { " --body FILE" } else { &flags });
    let must_set = must_set(document, schema, "");
    quote! {
        Body { is_price: false, fields: &[#(#fields),*], must_set: &[#(#must_set),*], template: #template }
    }
}

/// Returns the fields that the overlay requires (`x-must-set`) in an object and the objects within it.
fn must_set(document: &Value, schema: &Value, pointer: &str) -> Vec<TokenStream> {
    let schema = resolve(document, schema);
    let fields = members_of(&schema["x-must-set"]);
    let mut found: Vec<_> = fields
        .map(|(field, reason)| {
            let reason = reason.as_str().unwrap_or("missing");
            quote!((#pointer, #field, #reason))
        })
        .collect();
    for (name, property) in properties(document, schema).0 {
        // A request that contains itself would have no end.
        if pointer.matches('/').count() < MAX_DEPTH {
            found.extend(must_set(document, &property, &format!("{pointer}/{name}")));
        }
    }
    found
}

/// Returns an example value as it is written in a shell.
fn example_value(example: &Value, is_amount: bool) -> Option<String> {
    match example {
        _ if is_amount => Some("\"41.50 USD\"".to_owned()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Array(values) => example_value(values.first()?, false),
        _ => None,
    }
}

/// Returns how the value of a flag is read.
fn kind(document: &Value, schema: &Value) -> TokenStream {
    let values = |schema: &Value| -> Vec<String> {
        elements_of(&schema["enum"]).filter_map(|value| Some(value.as_str()?.to_owned())).collect()
    };
    let enumeration = values(schema);
    if !enumeration.is_empty() {
        return quote!(Kind::Enum(&[#(#enumeration),*]));
    }
    match schema["type"].as_str() {
        Some("string") => quote!(Kind::Text),
        Some("integer") => quote!(Kind::Integer),
        Some("boolean") => quote!(Kind::Boolean),
        Some("array") => {
            let items = resolve(document, &schema["items"]);
            let allowed = values(items);
            if items["type"] == "string" { quote!(Kind::List(&[#(#allowed),*])) } else { quote!(Kind::Json) }
        }
        _ if is_price(schema) => quote!(Kind::Price),
        _ => {
            // An object with one required text is written as that text.
            let (properties, required) = properties(document, schema);
            match required[..] {
                [only] if properties[only]["type"] == "string" => quote!(Kind::Object(#only)),
                _ => quote!(Kind::Json),
            }
        }
    }
}

/// Whether a schema is an amount, which may have come to have more than what the crate requires of it.
fn is_price(schema: &Value) -> bool {
    let names =
        |name: &str| schema["x-rust-required"].as_array().is_some_and(|all| all.iter().any(|other| other == name));
    names("amount_in_cents") && names("currency")
}

/// Returns the properties of an object with their schemas, and the names of the required ones.
fn properties<'a>(document: &'a Value, schema: &'a Value) -> (Map<String, Value>, Vec<&'a str>) {
    let mut all = schema["properties"].as_object().cloned().unwrap_or_default();
    let mut required: Vec<_> = elements_of(&schema["required"]).filter_map(Value::as_str).collect();
    for part in elements_of(&schema["allOf"]) {
        let (inner, inner_required) = properties(document, resolve(document, part));
        all.extend(inner);
        required.extend(inner_required);
    }
    (all, required)
}

/// Writes an example with a comment line above each member.
fn write_template(document: &Value, schema: &Value, example: &Value, depth: usize, text: &mut String) {
    let schema = resolve(document, schema);
    let indent = "  ".repeat(depth);
    match example {
        Value::Object(members) => {
            let (properties, required) = properties(document, schema);
            text.push_str("{\n");
            // A time of the example has passed when the template is used.
            let is_time = |name: &str| properties.get(name).is_some_and(|schema| schema["format"] == "date-time");
            let members: Map<_, _> = members.clone().into_iter().filter(|(name, _)| !is_time(name)).collect();
            for (index, (name, value)) in members.iter().enumerate() {
                let property = &properties.get(name).cloned().unwrap_or_default();
                let description = property["description"].as_str();
                let description = description.or(resolve(document, property)["description"].as_str());
                if let Some(description) = description {
                    let mark = if required.contains(&name.as_str()) { " Required." } else { "" };
                    let _ = writeln!(text, "{indent}  // {}.{mark}", help(description));
                }
                let _ = write!(text, "{indent}  {}: ", Value::from(name.as_str()));
                write_template(document, property, value, depth + 1, text);
                text.push_str(if index + 1 < members.len() { ",\n" } else { "\n" });
            }
            let others: Vec<_> = properties.keys().filter(|name| !members.contains_key(*name)).cloned().collect();
            if !others.is_empty() {
                let _ = writeln!(text, "{indent}  // Other fields: {}.", others.join(", "));
            }
            let _ = write!(text, "{indent}}}");
        }
        Value::Array(elements) if elements.iter().any(Value::is_object) => {
            text.push_str("[\n");
            for (index, element) in elements.iter().enumerate() {
                let _ = write!(text, "{indent}  ");
                write_template(document, &schema["items"], element, depth + 1, text);
                text.push_str(if index + 1 < elements.len() { ",\n" } else { "\n" });
            }
            let _ = write!(text, "{indent}]");
        }
        value => text.push_str(&value.to_string()),
    }
}

/// The maximum length of a flag's help, so that it fits a line.
const MAX_HELP: usize = 70;

/// Returns the first sentence without its full stop, and of a long one its beginning.
fn help(text: &str) -> String {
    let sentence = text.trim().split_once(". ").map_or(text.trim(), |(first, _)| first);
    let sentence = sentence.trim_end_matches('.').replace('\n', " ");
    match sentence.char_indices().nth(MAX_HELP) {
        None => sentence,
        Some((limit, _)) => {
            let end = [": ", "; ", ", "].iter().find_map(|mark| sentence[..limit].rfind(mark));
            sentence[..end.unwrap_or(sentence.len())].to_owned()
        }
    }
}

/// Adds the names of the fields within a value, and within the schemas it refers to, that are marked as secrets.
fn add_secrets(document: &Value, value: &Value, visited: &mut Vec<String>, found: &mut BTreeSet<String>) {
    for (name, schema) in members_of(&value["properties"]) {
        if schema["format"] == "password" {
            found.insert(name.clone());
        }
    }
    if let Some(target) = value["$ref"].as_str()
        && !visited.iter().any(|other| other == target)
    {
        visited.push(target.to_owned());
        add_secrets(document, resolve(document, value), visited, found);
    }
    children(value).for_each(|(_, value)| add_secrets(document, value, visited, found));
}
