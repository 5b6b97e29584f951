//! The builder of each operation: its parameters, what its request consists of, and what it returns.

use heck::ToSnakeCase;
use proc_macro2::TokenStream;
use quote::ToTokens;
use serde_json::Value;
use syn::{Ident, Item, Type};

use super::requests::Request;
use crate::codegen::sdk;
use crate::codegen::syntax::{argument_of, function, self_name, type_text};
use openapi_lower::walk::{operations, resolve};

/// Names that a parameter cannot have: the builder and the code that builds the request use them.
const RESERVED: [&str; 7] = ["client", "deadline", "first_problem", "options", "request", "retries", "timeout"];

/// The builder of an operation.
pub(crate) struct OperationBuilder {
    /// The name of the builder: `CaptureOrder`.
    pub(crate) name: Ident,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) request: Request,
    pub(crate) returns: Returns,
}

/// A parameter of an operation, or its body.
pub(crate) struct Parameter {
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) is_optional: bool,
    pub(crate) docs: String,
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

/// Reads progenitor's module `builder`.
pub(super) fn read(items: &[Item], document: &Value) -> Result<Vec<OperationBuilder>, String> {
    let builders: Result<Vec<_>, String> = items
        .iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some(item),
            _ => None,
        })
        .map(|builder| builder_of(builder, items, document).map_err(|problem| format!("{}: {problem}", builder.ident)))
        .collect();
    builders
        .and_then(|builders| if builders.is_empty() { Err("there are no builders".to_owned()) } else { Ok(builders) })
}

fn builder_of(builder: &syn::ItemStruct, items: &[Item], document: &Value) -> Result<OperationBuilder, String> {
    let methods = items.iter().find_map(|item| match item {
        Item::Impl(item) if item.trait_.is_none() && builder.ident == self_name(item) => Some(item),
        _ => None,
    });
    let send = methods.and_then(|methods| function(methods, "send")).ok_or("it has no `send`")?;
    let mut parameters = Vec::new();
    for field in &builder.fields {
        let (Some(name), Some(held)) = (&field.ident, argument_of(&field.ty, "Result")) else { continue };
        if RESERVED.contains(&name.to_string().as_str()) {
            return Err(format!("the builder uses the name `{name}` itself: rename the parameter in the overlay"));
        }
        let optional = argument_of(held, "Option");
        parameters.push(Parameter {
            name: name.clone(),
            ty: value_type(optional.unwrap_or(held)),
            is_optional: optional.is_some(),
            docs: description(document, &builder.ident, name),
        });
    }
    let request = Request::read(send).map_err(|problem| format!("`send`: {problem}"))?;
    let used =
        request.path_parameters.len() + request.query.len() + request.headers.len() + usize::from(request.has_body);
    if used != parameters.len() {
        return Err(format!("{used} of {} parameters are in the request", parameters.len()));
    }
    let returns = Returns::read(send).ok_or("`send` does not return a ResponseValue")?;
    Ok(OperationBuilder { name: builder.ident.clone(), parameters, request, returns })
}

/// The type of a value: progenitor keeps a body as `types::builder::X`, so that `body_map` can change it.
fn value_type(ty: &Type) -> Type {
    let text = type_text(ty).replace("types::builder::", "types::");
    syn::parse_str(&text).unwrap_or_else(|_| ty.clone())
}

fn description(document: &Value, builder: &Ident, parameter: &Ident) -> String {
    let mut found = None;
    operations(document, |_, _, _, operation| {
        let id = operation["operationId"].as_str().unwrap_or_default();
        if id.to_snake_case() == builder.to_string().to_snake_case() {
            found = description_in(document, operation, &parameter.to_string());
        }
    });
    found.unwrap_or_default()
}

fn description_in(document: &Value, operation: &Value, name: &str) -> Option<String> {
    let described = if name == "body" {
        resolve(document, &operation["requestBody"])
    } else {
        let mut parameters = operation["parameters"].as_array()?.iter().map(|parameter| resolve(document, parameter));
        parameters
            .find(|parameter| parameter["name"].as_str().is_some_and(|api_name| api_name.to_snake_case() == name))?
    };
    described["description"].as_str().map(|text| text.trim().to_owned())
}
