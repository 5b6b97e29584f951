//! The builder of each operation: its parameters, what its request consists of, and what it returns.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use openapi_lower::adapt::rust_names;
use openapi_lower::walk::{elements_of, is_error_status, members_of, operations, resolve};
use proc_macro2::TokenStream;
use quote::ToTokens;
use serde_json::Value;
use syn::{Ident, Item, Type};

use crate::codegen::sdk;
use crate::codegen::syntax::{argument_of, function, self_name, type_text};

/// Names that a parameter cannot have: the builder and the code that builds the request use them.
const RESERVED: [&str; 7] = ["client", "deadline", "first_problem", "options", "request", "retries", "timeout"];

/// The builder of an operation.
pub(crate) struct OperationBuilder {
    /// The name of the builder: `CaptureOrder`.
    pub(crate) name: Ident,
    /// The HTTP method, in lower case.
    pub(crate) http_method: String,
    /// The path, with the name of a builder's field in braces for each parameter.
    pub(crate) path: String,
    /// The parameters in the order in which they are written.
    pub(crate) parameters: Vec<Parameter>,
    /// Whether a response is JSON.
    pub(crate) accepts_json: bool,
    pub(crate) returns: Returns,
}

/// A parameter of an operation, or its body.
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) is_optional: bool,
    pub(crate) docs: String,
    /// The name in the document.
    pub(crate) api_name: String,
    /// `path`, `query`, `header` or `body`.
    pub(crate) location: String,
}

/// What an operation returns.
pub(crate) enum Returns {
    /// A value that is read from JSON.
    Json(Type),
    /// A list that is read from JSON.
    List(Type),
    /// Nothing.
    Empty,
    /// A body that is read piece by piece.
    Stream,
}

impl OperationBuilder {
    /// Returns the parameters in a location.
    pub(crate) fn parameters_in(&self, location: &str) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(move |parameter| parameter.location == location)
    }

    /// The name of the method of `Client`.
    pub(crate) fn method(&self) -> String {
        self.name.to_string().to_snake_case()
    }

    /// The types of the parameters and of the value that is returned.
    pub(super) fn types(&self) -> impl Iterator<Item = TokenStream> {
        let returned = match &self.returns {
            Returns::Json(ty) | Returns::List(ty) => Some(ty),
            Returns::Empty | Returns::Stream => None,
        };
        self.parameters.iter().map(|parameter| &parameter.ty).chain(returned).map(ToTokens::to_token_stream)
    }
}

impl Returns {
    fn read(send: &syn::ImplItemFn) -> Option<Self> {
        let syn::ReturnType::Type(_, output) = &send.sig.output else { return None };
        let value = argument_of(argument_of(output, "Result")?, "ResponseValue")?;
        Some(match value {
            Type::Tuple(unit) if unit.elems.is_empty() => Self::Empty,
            Type::Path(path) if path.path.is_ident("ByteStream") => Self::Stream,
            value => match argument_of(value, "Vec") {
                Some(element) => Self::List(element.clone()),
                None => Self::Json(value.clone()),
            },
        })
    }

    /// The name of the function that sends the request and reads the response, which is also that of the macro's arm.
    pub(crate) fn exchange(&self) -> &'static str {
        match self {
            Self::Json(_) => "json",
            Self::List(_) => "list",
            Self::Empty => "empty",
            Self::Stream => "stream",
        }
    }

    /// The type of the value.
    pub(crate) fn type_text(&self) -> String {
        match self {
            Self::Json(ty) => type_text(ty),
            Self::List(ty) => format!("Vec<{}>", type_text(ty)),
            Self::Empty => "()".to_owned(),
            Self::Stream => sdk::BYTE_STREAM.to_owned(),
        }
    }
}

/// Reads progenitor's module `builder`, and from the document what the requests consist of.
///
/// progenitor's own code for requests loses the status of a response that it cannot read, so the crate has its own.
pub(super) fn read(items: &[Item], document: &Value) -> Result<Vec<OperationBuilder>, String> {
    let documented = Operation::all(document);
    let mut builders = Vec::new();
    for item in items {
        let Item::Struct(item) = item else { continue };
        let operation = documented.get(&item.ident.to_string().to_snake_case()).ok_or("it is no operation");
        let builder = operation.map_err(str::to_owned).and_then(|operation| builder_of(item, items, operation));
        builders.push(builder.map_err(|problem| format!("{}: {problem}", item.ident))?);
    }
    if builders.is_empty() { Err("there are no builders".to_owned()) } else { Ok(builders) }
}

/// An operation of the document.
pub(super) struct Operation<'a> {
    pub(super) document: &'a Value,
    pub(super) path: &'a str,
    pub(super) method: &'a str,
    pub(super) value: &'a Value,
}

fn builder_of(item: &syn::ItemStruct, items: &[Item], operation: &Operation<'_>) -> Result<OperationBuilder, String> {
    let methods = items.iter().find_map(|other| match other {
        Item::Impl(methods) if methods.trait_.is_none() && item.ident == self_name(methods) => Some(methods),
        _ => None,
    });
    let send = methods.and_then(|methods| function(methods, "send")).ok_or("it has no `send`")?;
    let returns = Returns::read(send).ok_or("`send` does not return a ResponseValue")?;
    let mut path = operation.path.to_owned();
    let mut parameters = Vec::new();
    for field in &item.fields {
        let (Some(name), Some(held)) = (&field.ident, argument_of(&field.ty, "Result")) else { continue };
        if RESERVED.contains(&name.to_string().as_str()) {
            return Err(format!("the builder uses the name `{name}` itself: rename the parameter in the overlay"));
        }
        let optional = argument_of(held, "Option");
        let described = operation.parameter(name).ok_or_else(|| format!("the document has no parameter `{name}`"))?;
        let text = |key: &str, default: &str| described[key].as_str().unwrap_or(default).trim().to_owned();
        let (api_name, location) = (text("name", "body"), text("in", "body"));
        if location == "path" {
            path = path.replace(&format!("{{{api_name}}}"), &format!("{{{name}}}"));
        }
        parameters.push(Parameter {
            name: name.clone(),
            ty: value_type(optional.unwrap_or(held)),
            is_optional: optional.is_some(),
            docs: text("description", ""),
            api_name,
            location,
        });
    }
    let accepts_json = match returns {
        Returns::Json(_) | Returns::List(_) => true,
        Returns::Empty => operation.has_json_errors(),
        Returns::Stream => false,
    };
    let (name, http_method) = (item.ident.clone(), operation.method.to_owned());
    Ok(OperationBuilder { name, http_method, path, parameters, accepts_json, returns })
}

impl<'a> Operation<'a> {
    /// Returns the operations by the names of their methods.
    pub(super) fn all(document: &'a Value) -> BTreeMap<String, Self> {
        let mut all = BTreeMap::new();
        operations(document, |_, path, method, value| {
            let id = value["operationId"].as_str().unwrap_or_default();
            all.insert(id.to_snake_case(), Self { document, path, method, value });
        });
        all
    }

    /// Returns the parameter, or the body, that a field of the builder stands for.
    fn parameter(&self, field: &Ident) -> Option<&'a Value> {
        if field == "body"
            && let Some(body) = self.value.get("requestBody")
        {
            return Some(resolve(self.document, body));
        }
        let shared = &self.document["paths"][self.path]["parameters"];
        let all = elements_of(&self.value["parameters"]).chain(elements_of(shared));
        // A name that is a keyword of Rust, or starts with a digit, gets a `_`.
        let is_named = |name: &str| rust_names::of_parameter(name) == field.to_string().trim_matches('_');
        all.map(|parameter| resolve(self.document, parameter))
            .find(|parameter| parameter["name"].as_str().is_some_and(is_named))
    }

    fn has_json_errors(&self) -> bool {
        let mut errors = members_of(&self.value["responses"]).filter(|(status, _)| is_error_status(status));
        errors.any(|(_, response)| resolve(self.document, response)["content"].get("application/json").is_some())
    }
}

/// The type of a value: progenitor keeps a body as `types::builder::X`, so that `body_map` can change it.
fn value_type(ty: &Type) -> Type {
    let text = type_text(ty).replace("types::builder::", "types::");
    syn::parse_str(&text).unwrap_or_else(|_| ty.clone())
}
