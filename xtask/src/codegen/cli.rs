//! The commands of the program `sezzle`: one for each operation of the document.
//!
//! A command has the name in `x-cli`, or else one made of the tag and the operation id. Path parameters are positional.
//! Parameters and top-level members of the body are flags, except secrets, objects and lists of objects, which only a body
//! in a file can have.

use std::collections::BTreeMap;
use std::fmt::Write;

use heck::{ToKebabCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use openapi_lower::io::finding::{Collector, Findings, Pointer, Result};
use serde_json::Value;

use crate::paths::BASE;

/// The groups to which the program adds commands of its own, in the enum `Local` of the module with the name of the group.
const EXTENDED_GROUPS: [(&str, [&str; 2]); 1] = [("settlement", ["sum", "reconcile"])];

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// An operation as a command.
struct Command<'a> {
    id: &'a str,
    group: String,
    verb: String,
    summary: String,
    arguments: Vec<Argument>,
    has_body: bool,
    accepts_request_id: bool,
    returns_csv: bool,
    template: String,
    required: Vec<String>,
}

/// A positional argument or a flag.
struct Argument {
    /// The name in the document.
    name: String,
    flag: String,
    docs: String,
    place: Place,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Path,
    Query { required: bool },
    Body,
}

enum Kind {
    Text,
    OneOf(Vec<String>),
    Integer,
    Boolean,
    List(Vec<String>),
    /// A price: a member, or the members of the body itself if the name is empty.
    Price,
}

/// Returns the code of all commands.
///
/// # Errors
///
/// Returns commands with the same name, and code that cannot be parsed, which is a mistake in this crate.
pub(crate) fn commands(document: &Value) -> Result<syn::File> {
    let mut found = Collector::new(BASE);
    let mut groups: BTreeMap<String, Vec<Command<'_>>> = BTreeMap::new();
    for (path, item) in members(&document["paths"]) {
        for method in METHODS {
            let Some(operation) = item.get(method) else { continue };
            let command = command(document, operation);
            let group = groups.entry(command.group.clone()).or_default();
            if let Some(other) = group.iter().find(|other| other.verb == command.verb) {
                let at = Pointer::root().join("paths").join(path).join(method).join("x-cli");
                let problem = format!("`{} {}` is also the command of {}", command.group, command.verb, other.id);
                found.add(&at, problem, "name it in the overlay, such as `x-cli: [order, capture]`");
            }
            group.push(command);
        }
    }
    found.finish(())?;
    let text = text(&groups);
    syn::parse_file(&text)
        .map_err(|error| Findings::one("commands", "", error.to_string(), "correct xtask/src/codegen/cli.rs"))
}

fn command<'a>(document: &'a Value, operation: &'a Value) -> Command<'a> {
    let id = operation["operationId"].as_str().unwrap_or_default();
    let (group, verb) = name(operation, id);
    let body = &operation["requestBody"]["content"]["application/json"];
    let schema = resolve(document, &body["schema"]);
    let mut arguments = Vec::new();
    let mut accepts_request_id = false;
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let parameter = resolve(document, parameter);
        let name = parameter["name"].as_str().unwrap_or_default();
        let required = parameter["required"] == Value::Bool(true);
        match parameter["in"].as_str() {
            Some("path") => arguments.push(argument(document, name, parameter, &parameter["schema"], Place::Path)),
            Some("query") => {
                arguments.push(argument(document, name, parameter, &parameter["schema"], Place::Query { required }));
            }
            _ => accepts_request_id |= name.eq_ignore_ascii_case("Sezzle-Request-Id"),
        }
    }
    if is_price(schema) {
        arguments.push(price_argument(""));
    }
    for (name, member) in members(&schema["properties"]) {
        let is_of_price = is_price(schema) && (name == "amount_in_cents" || name == "currency");
        if !is_of_price && kind(document, member).is_some() {
            arguments.push(argument(document, name, member, member, Place::Body));
        }
    }
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    Command {
        id,
        group,
        verb,
        summary: sentence(&operation["summary"]),
        arguments,
        has_body: operation.get("requestBody").is_some(),
        accepts_request_id,
        returns_csv: members(&operation["responses"])
            .any(|(_, response)| response["content"].get("text/csv").is_some()),
        template: template(document, schema, &body["example"], 0),
        required: required.collect(),
    }
}

/// Returns the group and the verb of a command.
fn name(operation: &Value, id: &str) -> (String, String) {
    if let Some([group, verb]) = operation["x-cli"].as_array().map(Vec::as_slice) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        return (text(group), text(verb));
    }
    let tag = operation["tags"][0].as_str().unwrap_or("other").to_kebab_case();
    (tag, id.to_kebab_case())
}

fn argument(document: &Value, name: &str, described: &Value, schema: &Value, place: Place) -> Argument {
    let kind = kind(document, schema).unwrap_or(Kind::Text);
    let docs = [described, resolve(document, schema)].into_iter().map(|value| sentence(&value["description"]));
    let docs = docs.into_iter().find(|docs| !docs.is_empty()).unwrap_or_else(|| name.replace(['_', '-'], " "));
    if matches!(kind, Kind::Price) {
        return price_argument(name);
    }
    let flag = name.to_kebab_case();
    Argument { name: name.to_owned(), flag, docs, place, kind }
}

fn price_argument(name: &str) -> Argument {
    let docs = "The amount and currency, such as \"41.50 USD\"".to_owned();
    Argument { name: name.to_owned(), flag: "amount".to_owned(), docs, place: Place::Body, kind: Kind::Price }
}

/// Returns the kind of flag for a schema. `None` for secrets, objects and lists of objects.
fn kind(document: &Value, schema: &Value) -> Option<Kind> {
    let schema = resolve(document, schema);
    if is_price(schema) {
        return Some(Kind::Price);
    }
    let values = |schema: &Value| -> Vec<String> {
        schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    match schema["type"].as_str()? {
        "string" if schema["format"] == "password" => None,
        "string" if schema.get("enum").is_some() => Some(Kind::OneOf(values(schema))),
        "string" => Some(Kind::Text),
        "integer" => Some(Kind::Integer),
        "boolean" => Some(Kind::Boolean),
        "array" => {
            let items = resolve(document, &schema["items"]);
            (items["type"] == "string").then(|| Kind::List(values(items)))
        }
        _ => None,
    }
}

fn is_price(schema: &Value) -> bool {
    let properties = &schema["properties"];
    properties.get("amount_in_cents").is_some() && properties.get("currency").is_some()
}

/// Returns the example of a body as JSON, with a comment above each member.
fn template(document: &Value, schema: &Value, example: &Value, depth: usize) -> String {
    let schema = resolve(document, schema);
    let indent = "  ".repeat(depth + 1);
    match example {
        Value::Object(object) if !object.is_empty() => {
            let is_required =
                |name: &str| schema["required"].as_array().is_some_and(|names| names.iter().any(|n| n == name));
            let mut text = "{\n".to_owned();
            for (index, (name, value)) in object.iter().enumerate() {
                let member = &schema["properties"][name];
                let docs = [member, resolve(document, member)].map(|value| sentence(&value["description"]));
                let docs = docs.iter().find(|docs| !docs.is_empty()).map_or("", String::as_str);
                let required = if is_required(name) { "Required. " } else { "" };
                if !docs.is_empty() || !required.is_empty() {
                    let _ = writeln!(text, "{indent}// {}", format!("{required}{docs}").trim_end());
                }
                let comma = if index + 1 < object.len() { "," } else { "" };
                let _ = writeln!(text, "{indent}\"{name}\": {}{comma}", template(document, member, value, depth + 1));
            }
            text + &"  ".repeat(depth) + "}"
        }
        Value::Array(elements) if elements.first().is_some_and(Value::is_object) => {
            let elements: Vec<String> = elements
                .iter()
                .map(|element| indent.clone() + &template(document, &schema["items"], element, depth + 1))
                .collect();
            format!("[\n{}\n{}]", elements.join(",\n"), "  ".repeat(depth))
        }
        other => other.to_string(),
    }
}

fn text(groups: &BTreeMap<String, Vec<Command<'_>>>) -> String {
    let mut text = "
        use clap::{Args, Subcommand};
        use sezzle_api::operations;

        use crate::action::Action;
        use crate::call::body::BodyFlags;
        use crate::call::{Call, CallFlags, RequestIdFlag};
        use crate::call::price::Amount;
    "
    .to_owned();
    let mut table = String::new();
    for (group, commands) in groups {
        for command in commands {
            let _ = write!(table, "({:?}, {group:?}, {:?}),", command.id, command.verb);
        }
    }
    let _ = write!(
        text,
        "/// The operation ids with group and verb.\n#[cfg(test)] pub(crate) const COMMANDS: &[(&str, &str, &str)] = &[{table}];"
    );
    let (mut variants, mut arms) = (String::new(), String::new());
    for (group, commands) in groups {
        let name = group.to_upper_camel_case();
        let mut verbs: Vec<&str> = commands.iter().map(|command| command.verb.as_str()).collect();
        verbs.extend(EXTENDED_GROUPS.iter().filter(|(extended, _)| extended == group).flat_map(|(_, verbs)| verbs));
        let docs = capitalize(&verbs.join(", "));
        let _ = write!(variants, "#[doc = {docs:?}] #[command(subcommand)] {name}({name}),");
        let _ = write!(arms, "Self::{name}(command) => command.into_action(),");
    }
    let _ = write!(
        text,
        "/// The groups of commands.
        #[derive(Subcommand)] pub(crate) enum Group {{ {variants} }}
        impl Group {{ pub(crate) fn into_action(self) -> Action {{ match self {{ {arms} }} }} }}"
    );
    for (group, commands) in groups {
        write_group(&mut text, group, commands);
    }
    text
}

fn write_group(text: &mut String, group: &str, commands: &[Command<'_>]) {
    let name = group.to_upper_camel_case();
    let (mut variants, mut arms) = (String::new(), String::new());
    for command in commands {
        let (verb, arguments) = (command.verb.to_upper_camel_case(), command.id.to_upper_camel_case());
        let _ = write!(variants, "#[doc = {:?}] {verb}({arguments}),", command.summary);
        let _ = write!(arms, "Self::{verb}(command) => Action::Call(Box::new(command.into_call())),");
    }
    if EXTENDED_GROUPS.iter().any(|(extended, _)| *extended == group) {
        let module = group.to_snake_case();
        let _ = write!(variants, "#[command(flatten)] Local(crate::{module}::Local),");
        let _ = write!(arms, "Self::Local(command) => command.into(),");
    }
    let _ = write!(
        text,
        "/// The commands of a group.
        #[derive(Subcommand)] pub(crate) enum {name} {{ {variants} }}
        impl {name} {{ pub(crate) fn into_action(self) -> Action {{ match self {{ {arms} }} }} }}"
    );
    for command in commands {
        write_command(text, command);
    }
}

fn write_command(text: &mut String, command: &Command<'_>) {
    let (name, operation) = (command.id.to_upper_camel_case(), command.id.to_shouty_snake_case());
    let (mut fields, mut calls) = (String::new(), String::new());
    for argument in &command.arguments {
        write_argument(&mut fields, &mut calls, argument);
    }
    if command.has_body {
        fields.push_str("#[command(flatten)] body: BodyFlags,");
        let _ = write!(calls, ".body(self.body, &{:?}, {:?})", command.required, command.template);
    }
    if command.accepts_request_id {
        fields.push_str("#[command(flatten)] request_id: RequestIdFlag,");
        calls.push_str(".request_id(self.request_id)");
    }
    if command.returns_csv {
        calls.push_str(".csv()");
    }
    let _ = write!(
        text,
        "/// {summary}
        #[derive(Args)]
        #[command(before_help = {example:?})]
        pub(crate) struct {name} {{ {fields} #[command(flatten)] flags: CallFlags }}
        impl {name} {{
            fn into_call(self) -> Call {{ Call::new(&operations::{operation}, self.flags){calls} }}
        }}",
        summary = command.summary,
        example = example(command),
    );
}

fn write_argument(fields: &mut String, calls: &mut String, argument: &Argument) {
    let Argument { name, flag, docs, place, kind } = argument;
    let field = flag.to_snake_case();
    let _ = write!(fields, "#[doc = {docs:?}]");
    let values = |values: &[String]| format!("value_parser = {values:?}");
    let (ty, arg) = match kind {
        Kind::Text => ("String", String::new()),
        Kind::OneOf(known) => ("String", values(known)),
        Kind::Integer => ("i64", "value_name = \"NUMBER\"".to_owned()),
        Kind::Boolean => ("bool", "num_args = 0..=1, default_missing_value = \"true\"".to_owned()),
        Kind::List(known) if known.is_empty() => ("String", "value_delimiter = ','".to_owned()),
        Kind::List(known) => ("String", format!("value_delimiter = ',', {}", values(known))),
        Kind::Price => ("Amount", String::new()),
    };
    match place {
        Place::Path => {
            let _ = write!(fields, "{field}: {ty},");
            let _ = write!(calls, ".path({name:?}, &self.{field})");
        }
        Place::Query { required } => {
            let ty = if *required { ty.to_owned() } else { format!("Option<{ty}>") };
            let _ = write!(fields, "#[arg(long, {arg})] {field}: {ty},");
            let value = if *required { format!("Some(self.{field})") } else { format!("self.{field}") };
            let _ = write!(calls, ".query({name:?}, {value})");
        }
        Place::Body => {
            let (ty, method) = match kind {
                Kind::List(_) => (format!("Vec<{ty}>"), "list"),
                Kind::Price => (format!("Option<{ty}>"), "price"),
                _ => (format!("Option<{ty}>"), "field"),
            };
            let _ = write!(fields, "#[arg(long, {arg})] {field}: {ty},");
            let reference = if method == "list" { "&" } else { "" };
            let _ = write!(calls, ".{method}({name:?}, {reference}self.{field})");
        }
    }
}

/// Returns the example above the help of a command.
fn example(command: &Command<'_>) -> String {
    let mut text = format!("Example:\n  sezzle {} {}", command.group, command.verb);
    let mut needs_body = command.has_body;
    for argument in &command.arguments {
        let is_required = match argument.place {
            Place::Path => {
                let _ = write!(text, " {}", argument.flag.to_shouty_snake_case());
                continue;
            }
            Place::Query { required } => required,
            Place::Body => argument.name.is_empty() || command.required.contains(&argument.name),
        };
        if !is_required {
            continue;
        }
        needs_body &= argument.place != Place::Body;
        let value = match &argument.kind {
            Kind::Price => "\"41.50 USD\"".to_owned(),
            Kind::OneOf(values) | Kind::List(values) if !values.is_empty() => values[0].clone(),
            _ if argument.flag.ends_with("date") => "2026-03-01".to_owned(),
            _ if argument.flag == "url" => "https://shop.example/sezzle-events".to_owned(),
            _ => argument.flag.to_shouty_snake_case(),
        };
        let _ = write!(text, " --{} {value}", argument.flag);
    }
    if needs_body {
        text.push_str(" --body FILE");
    }
    text
}

/// Returns the first sentence of a description.
fn sentence(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    let line = text.lines().next().unwrap_or_default();
    line.split_once(". ").map_or(line, |(first, _)| first).trim_end_matches('.').replace('`', "")
}

fn capitalize(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn resolve<'a>(document: &'a Value, part: &'a Value) -> &'a Value {
    let target = part["$ref"].as_str().and_then(|reference| document.pointer(reference.strip_prefix('#')?));
    target.unwrap_or(part)
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({
            "paths": {"/v2/order/{id}/void": {"post": {
                "operationId": "void_order",
                "tags": ["Order"],
                "summary": "Voids an order.",
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                "requestBody": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/Void"},
                    "example": {"reason": "fraud", "amount": {"amount_in_cents": 1, "currency": "USD"}},
                }}},
                "responses": {"200": {"description": "Done."}},
            }}},
            "components": {"schemas": {
                "Price": {"type": "object", "properties": {"amount_in_cents": {"type": "integer"}, "currency": {"type": "string"}}},
                "Void": {"type": "object", "required": ["reason"], "properties": {
                    "reason": {"type": "string", "enum": ["fraud", "other"], "description": "Why. More."},
                    "amount": {"$ref": "#/components/schemas/Price"},
                    "key": {"type": "string", "format": "password"},
                    "lines": {"type": "array", "items": {"type": "object"}},
                }},
            }},
        })
    }

    fn code(document: &Value) -> String {
        prettyplease::unparse(&commands(document).unwrap_or_else(|findings| panic!("{findings}")))
    }

    #[test]
    fn new_operation_becomes_a_command() {
        let mut document = document();
        let text = code(&document);
        for part in [
            r#"("void_order", "order", "void-order")"#,
            r#".path("id", &self.id)"#,
            r#".field("reason", self.reason)"#,
            r#"value_parser = ["fraud", "other"]"#,
            r#".price("amount", self.amount)"#,
            "sezzle order void-order ID --reason fraud",
            r#"// Required. Why\n"#,
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(!text.contains("key:") && !text.contains("lines:"), "{text}");
        document["paths"]["/v2/order/{id}/void"]["post"]["x-cli"] = json!(["order", "void"]);
        assert!(code(&document).contains(r#"("void_order", "order", "void")"#));
    }

    #[test]
    fn commands_with_the_same_name_are_a_finding() {
        let mut document = document();
        document["paths"]["/v2/other"] = document["paths"]["/v2/order/{id}/void"].clone();
        let findings = commands(&document).expect_err("a finding").to_string();
        assert!(findings.contains("`order void-order` is also the command of void_order"), "{findings}");
    }
}
