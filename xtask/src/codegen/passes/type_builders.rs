//! The builder of each struct: its fields, and how each is set.

use std::collections::{BTreeMap, BTreeSet};

use quote::ToTokens;
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};
use syn::{Fields, Ident, Item, ItemStruct, Type, parse_quote};

use super::open_enums::extension_by_type;
use super::operation_builders::OperationBuilder;
use super::unused::{collect_names, names_used_by};
use crate::codegen::syntax::{argument_of, arguments_of, declared_name, doc_lines};

/// The builder of a struct.
pub(crate) struct TypeBuilder {
    pub(crate) name: Ident,
    pub(crate) fields: Vec<BuilderField>,
    /// Optional fields that the crate requires to be set, with the reason: `x-must-set` of the schema.
    pub(crate) must_set: BTreeMap<String, String>,
    /// Whether the type is part of a request. Others are built in tests only.
    pub(crate) is_sent: bool,
}

/// A field of a builder.
pub(crate) struct BuilderField {
    pub(crate) name: Ident,
    pub(crate) kind: Kind,
    /// The type of the value, or of one element.
    pub(crate) ty: Type,
    /// Whether the setter accepts absolute URLs only.
    pub(crate) is_url: bool,
    pub(crate) docs: Vec<String>,
}

/// How a field is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Optional,
    Required,
    List,
    RequiredList,
    /// A map; the type is that of its values.
    Map,
}

impl Kind {
    /// The word for it in the macro that declares the builder.
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Self::Optional => "optional",
            Self::Required => "required",
            Self::List => "list",
            Self::RequiredList => "required_list",
            Self::Map => "map",
        }
    }
}

/// Returns the builders of the structs in `types`.
pub(super) fn read(
    types: &[Item],
    operations: &[OperationBuilder],
    urls: &BTreeSet<(String, String)>,
    document: &Value,
) -> Result<Vec<TypeBuilder>, String> {
    let mut must_set: BTreeMap<String, BTreeMap<_, _>> = extension_by_type(document, "x-must-set")?;
    let mut sent = BTreeSet::new();
    for parameter in operations.iter().flat_map(|operation| &operation.parameters) {
        collect_names(parameter.ty.to_token_stream(), &mut sent);
    }
    names_used_by(types, &mut sent);
    let declared: BTreeSet<String> = types.iter().filter_map(declared_name).collect();
    let mut builders = Vec::new();
    for item in types {
        let Item::Struct(item) = item else { continue };
        let name = item.ident.to_string();
        let mut fields = fields(item, &declared).map_err(|problem| format!("{name}: {problem}"))?;
        let is_sent = sent.contains(&name);
        for field in &mut fields {
            // A setter of another kind has no check.
            let is_text = matches!(field.kind, Kind::Optional | Kind::Required);
            field.is_url = is_sent && is_text && urls.contains(&(name.clone(), field.name.to_string()));
        }
        let must_set = must_set.remove(&name).unwrap_or_default();
        let is_optional = |name: &String| fields.iter().any(|field| field.name == name && field.kind == Kind::Optional);
        if let Some(other) = must_set.keys().find(|name| !is_optional(name)) {
            return Err(format!("`x-must-set` of {name}: `{other}` is not an optional field"));
        }
        builders.push(TypeBuilder { name: item.ident.clone(), fields, must_set, is_sent });
    }
    match must_set.pop_first() {
        Some((name, _)) => Err(format!("`x-must-set` of {name}: it is not a struct")),
        None => Ok(builders),
    }
}

fn fields(item: &ItemStruct, declared: &BTreeSet<String>) -> Result<Vec<BuilderField>, String> {
    let Fields::Named(fields) = &item.fields else { return Err("its fields have no names".to_owned()) };
    fields
        .named
        .iter()
        .map(|field| {
            let name = field.ident.clone().ok_or("a field has no name")?;
            let attributes: String =
                field.attrs.iter().map(|attribute| attribute.to_token_stream().to_string()).collect();
            if attributes.contains("default =") {
                return Err(format!("`{name}` has a default value, which its builder does not know"));
            }
            let field_type = argument_of(&field.ty, "OrRaw").unwrap_or(&field.ty);
            let (kind, ty) = kind(field_type, attributes.contains("default"))
                .ok_or_else(|| format!("`{name}` has a default, and is neither a list nor a map"))?;
            let mut ty = ty.clone();
            InModule(declared).visit_type_mut(&mut ty);
            Ok(BuilderField { name, kind, ty, is_url: false, docs: doc_lines(&field.attrs) })
        })
        .collect()
}

fn kind(ty: &Type, has_default: bool) -> Option<(Kind, &Type)> {
    if let Some(value) = argument_of(ty, "Option") {
        return Some((Kind::Optional, value));
    }
    match (argument_of(ty, "Vec"), has_default) {
        (Some(element), true) => Some((Kind::List, element)),
        (Some(element), false) => Some((Kind::RequiredList, element)),
        (None, true) => arguments_of(ty, "BTreeMap")?.nth(1).map(|value| (Kind::Map, value)),
        (None, false) => Some((Kind::Required, ty)),
    }
}

/// Names the types of the API as they are called beside their module.
struct InModule<'a>(&'a BTreeSet<String>);

impl VisitMut for InModule<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        if let Some(name) = path.get_ident().filter(|name| self.0.contains(&name.to_string())) {
            *path = parse_quote!(types::#name);
        }
    }
}
