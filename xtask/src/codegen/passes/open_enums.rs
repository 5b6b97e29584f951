//! Every enum of strings stays open: a value added by the gateway is kept, not refused.
//!
//! `x-enum-aliases` of a schema, such as `{completed: complete}`, makes two spellings of one value one variant: both are
//! read, the second is written. So a comparison with the variant cannot miss the other spelling.

use std::collections::BTreeMap;

use openapi_lower::walk::schemas_mut;
use proc_macro2::Ident;
use quote::format_ident;
use serde::de::DeserializeOwned;
use serde_json::Value;
use syn::{Fields, Item, ItemEnum, LitStr, parse_quote};

use crate::codegen::rust_names::{spell_first_digit, type_name};
use crate::codegen::sdk;
use crate::codegen::syntax::{self_name, trait_name};
use crate::codegen::unique_names::Surrogates;

/// Values that are other spellings, with the values that they stand for.
type Aliases = BTreeMap<String, String>;

/// Replaces the closed enums.
pub(super) fn apply(types: &mut Vec<Item>, document: &Value, surrogates: &Surrogates) -> Result<(), String> {
    let mut aliases: BTreeMap<String, Aliases> = extension_by_type(document, "x-enum-aliases")?;
    let mut opened: Vec<String> = Vec::new();
    let mut result: Vec<Item> = Vec::new();
    for item in std::mem::take(types) {
        match item {
            Item::Enum(item) if item.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit)) => {
                opened.push(item.ident.to_string());
                let aliases = aliases.remove(&item.ident.to_string()).unwrap_or_default();
                result.extend(open(&item, &aliases, surrogates)?);
            }
            other => result.push(other),
        }
    }
    if let Some((name, _)) = aliases.first_key_value() {
        return Err(format!("`x-enum-aliases` of {name}: it is not an enum of strings"));
    }
    // The conversions of the closed enum; the macro writes those of the open one.
    result.retain(|item| match item {
        Item::Impl(item) if opened.contains(&self_name(item)) => {
            !matches!(trait_name(item).as_deref(), Some("Display" | "FromStr" | "TryFrom"))
        }
        _ => true,
    });
    *types = result;
    Ok(())
}

/// Returns the value of an extension by the name of the type that has it.
pub(super) fn extension_by_type<T: DeserializeOwned>(
    document: &Value,
    extension: &str,
) -> Result<BTreeMap<String, T>, String> {
    let mut all = BTreeMap::new();
    let mut problem = None;
    schemas_mut(&mut document.clone(), &mut |at, schema| {
        let Some(value) = schema.get(extension) else { return };
        match serde_json::from_value(value.clone()) {
            Ok(value) => drop(all.insert(type_name(at, schema), value)),
            Err(error) => problem = Some(format!("`{extension}` at {at}: {error}")),
        }
    });
    problem.map_or(Ok(all), Err)
}

fn open(item: &ItemEnum, aliases: &Aliases, surrogates: &Surrogates) -> Result<Vec<Item>, String> {
    let name = &item.ident;
    let unknown = sdk::path(&format!("{}::UnknownValue", sdk::OPEN_ENUM));
    let conversions = sdk::path(&format!("{}::conversions", sdk::OPEN_ENUM));
    let docs = item.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let (mut variants, mut values) = (Vec::new(), Vec::new());
    let mut unused: Vec<&String> = aliases.keys().collect();
    for variant in &item.variants {
        let value = value_of(variant).ok_or_else(|| format!("{name}::{} has no readable value", variant.ident))?;
        if aliases.contains_key(&value.value()) {
            unused.retain(|alias| **alias != value.value());
            continue;
        }
        variants.push(variant_name(&variant.ident.to_string(), &value.value()));
        values.push(surrogates.get(&value.value()).map_or(value, |real| LitStr::new(real, variant.ident.span())));
    }
    if let Some(alias) = unused.first() {
        return Err(format!("{name} has no value `{alias}`, which `x-enum-aliases` names: add it to the `enum`"));
    }
    // The spellings that are read as each variant, its own first.
    let mut spellings: Vec<Vec<LitStr>> = values.iter().map(|value| vec![value.clone()]).collect();
    for (alias, value) in aliases {
        let spellings = spellings.iter_mut().find(|spellings| spellings[0].value() == *value);
        let spellings = spellings.ok_or_else(|| format!("{name} has no value `{value}` to read `{alias}` as"))?;
        spellings.push(LitStr::new(alias, spellings[0].span()));
    }
    let value_docs = values.iter().map(|value| format!("`{}`", value.value()));
    let alias_docs = spellings.iter().map(|spellings| {
        let value = spellings[0].value();
        let doc =
            |alias: &LitStr| format!("`{}` is read as this variant too, and written as `{value}`.", alias.value());
        spellings[1..].iter().map(doc).collect::<Vec<_>>()
    });
    let declaration = parse_quote! {
        #(#docs)*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(
                #[doc = #value_docs]
                #(
                    #[doc = ""]
                    #[doc = #alias_docs]
                )*
                #variants,
            )*
            /// A value that this version of the crate does not know; see [`Self::as_str`].
            Unknown(#unknown),
        }
    };
    let implementation = parse_quote! {
        impl #name {
            /// The known values.
            pub const VALUES: &[&str] = &[#(#values),*];

            /// Returns the value as it is in JSON, known or not.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            fn find(value: &str) -> Option<Self> {
                match value {
                    #(#(#spellings)|* => Some(Self::#variants),)*
                    _ => None,
                }
            }
        }
    };
    Ok(vec![declaration, implementation, parse_quote!(#conversions!(#name);)])
}

/// Spells out a digit at the start, where typify writes `X` before it, and keeps the name `Unknown` free for the variant of
/// unknown values.
fn variant_name(generated: &str, value: &str) -> Ident {
    let spelled = spell_first_digit(value).filter(|_| generated.starts_with('X'));
    match (spelled, generated) {
        (Some(spelled), _) => format_ident!("{spelled}"),
        (None, "Unknown") => format_ident!("UnknownValue"),
        (None, other) => format_ident!("{other}"),
    }
}

/// The value a variant stands for: its `#[serde(rename = "..")]`, or its name.
fn value_of(variant: &syn::Variant) -> Option<LitStr> {
    let mut value = LitStr::new(&variant.ident.to_string(), variant.ident.span());
    for attribute in variant.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        attribute
            .parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    value = meta.value()?.parse()?;
                }
                Ok(())
            })
            .ok()?;
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use serde_json::json;

    use super::*;

    fn opened(schema: &str, aliases: &Value) -> Result<String, String> {
        let mut types: Vec<Item> = vec![parse_quote! {
            pub enum Status {
                #[serde(rename = "done")]
                Done,
                #[serde(rename = "finished")]
                Finished,
            }
        }];
        let document = json!({"components": {"schemas": {schema: {"x-enum-aliases": aliases}}}});
        apply(&mut types, &document, &Surrogates::new())?;
        Ok(types.into_iter().map(|item| item.into_token_stream().to_string()).collect())
    }

    #[test]
    fn alias_is_read_as_the_variant_of_its_value() {
        let code = opened("status", &json!({"finished": "done"})).expect("both are values");
        assert!(code.contains(r#""done" | "finished" => Some (Self :: Done)"#), "{code}");
        assert!(!code.contains("Finished"), "{code}");
    }

    #[test]
    fn aliases_that_fit_nothing_are_errors() {
        for (schema, aliases, problem) in [
            ("Status", json!({"ended": "done"}), "has no value `ended`"),
            ("Status", json!({"finished": "ended"}), "has no value `ended` to read `finished` as"),
            ("Other", json!({"finished": "done"}), "Other: it is not an enum"),
            ("Status", json!(["finished"]), "#/components/schemas/Status"),
        ] {
            let error = opened(schema, &aliases).expect_err("nothing fits");
            assert!(error.contains(problem), "{error}");
        }
    }
}
