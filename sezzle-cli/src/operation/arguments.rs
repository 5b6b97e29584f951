//! The arguments of the commands.

use clap::builder::{BoolishValueParser, PossibleValuesParser, TypedValueParser, ValueParser};
use clap::{Arg, ArgAction, Command, value_parser};
use serde_json::Value;
use sezzle_api::money::MoneyError;
use sezzle_api::types::Price;

use crate::operation::spec::{self, Kind};

/// The maximum number of values that the help of a flag lists.
const MAX_LISTED_VALUES: usize = 4;

/// Returns the command of an operation.
pub(crate) fn clap_command(spec: &'static spec::Command) -> Command {
    let mut command = Command::new(spec.verb).about(spec.about).before_help(format!("Example: {}", spec.example));
    for parameter in spec.parameters {
        let arg = Arg::new(parameter.flag).help(parameter.help);
        let mut arg = value(arg, parameter.kind);
        if !parameter.is_path {
            arg = arg.long(parameter.flag);
        } else {
            arg = arg.value_name(parameter.flag);
        }
        if parameter.is_required {
            arg = if spec.body.is_some() { arg.required_unless_present("template") } else { arg.required(true) };
        }
        command = command.arg(arg);
    }
    if let Some(body) = &spec.body {
        for field in body.fields.iter().filter(|field| !matches!(field.kind, Kind::Secret)) {
            let arg = value(Arg::new(field.flag).long(field.flag).help(field.help), field.kind);
            command = command.arg(if field.alias.is_empty() { arg } else { arg.alias(field.alias) });
        }
        command = command
            .arg(
                Arg::new("body")
                    .long("body")
                    .value_name("FILE")
                    .help("JSON file with the body, or - for standard input; other flags override its fields"),
            )
            .arg(switch("template", "Print an example body with comments, for --body"));
    }
    if spec.operation.accepts_request_id {
        command = command.arg(
            Arg::new("request-id")
                .long("request-id")
                .value_name("ID")
                .help("Sezzle-Request-Id: the same id never acts twice; generated if absent"),
        );
        command = command.arg(switch("yes", "Do not ask, on production"));
    }
    if !spec.secrets.is_empty() {
        command = command.arg(switch("show-secrets", "Print tokens and card data unredacted"));
    }
    command.arg(switch("dry-run", "Print the request without sending it"))
}

fn switch(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// Sets how the value of an argument is read: into a JSON value.
fn value(arg: Arg, kind: Kind) -> Arg {
    let text = |name: &'static str, parse: fn(&str) -> Result<Value, String>| (name, ValueParser::new(parse));
    let of = |allowed: &'static [&'static str]| PossibleValuesParser::new(allowed).map(Value::String).into();
    let (name, parser): (_, ValueParser) = match kind {
        Kind::Text | Kind::Secret | Kind::List([]) => text("TEXT", |text| Ok(text.into())),
        Kind::Enum(allowed) | Kind::List(allowed) => ("VALUE", of(allowed)),
        Kind::Integer => ("NUMBER", value_parser!(i64).map(Value::from).into()),
        Kind::Boolean => ("BOOL", BoolishValueParser::new().map(Value::from).into()),
        Kind::Price => text("AMOUNT", parse_price),
        Kind::Json => text("JSON", parse_json),
        Kind::Object(field) => {
            let parse = move |text: &str| match parse_json(text) {
                Ok(value) if value.is_object() => Ok(value),
                Err(problem) if text.trim_start().starts_with('{') => Err(problem),
                _ => Ok(serde_json::json!({field: text})),
            };
            ("TEXT|JSON", ValueParser::new(parse))
        }
    };
    let arg = arg.value_name(name).value_parser(parser);
    match kind {
        // Errors list the values, and completions offer them.
        Kind::Enum(allowed) if allowed.len() > MAX_LISTED_VALUES => arg.hide_possible_values(true),
        Kind::List(_) => arg.hide_possible_values(true).value_delimiter(',').action(ArgAction::Append),
        Kind::Boolean => {
            arg.num_args(0..=1).require_equals(true).default_missing_value("true").hide_possible_values(true)
        }
        _ => arg,
    }
}

fn parse_price(text: &str) -> Result<Value, String> {
    let price: Price = text.parse().map_err(|error: MoneyError| error.to_string())?;
    serde_json::to_value(price).map_err(|error| error.to_string())
}

fn parse_json(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("is not JSON: {error}"))
}
