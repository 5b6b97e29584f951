//! Every enum of strings stays open: a value added by the gateway is kept, not refused.

use heck::ToUpperCamelCase;
use proc_macro2::Ident;
use quote::format_ident;
use serde_json::Value;
use syn::{Fields, Item, ItemEnum, LitStr, parse_quote};

use super::{module, self_name, trait_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let types = module(file, &["types"])?;
    let mut opened: Vec<String> = Vec::new();
    let mut result: Vec<Item> = Vec::new();
    for item in std::mem::take(types) {
        match item {
            Item::Enum(item) if item.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit)) => {
                opened.push(item.ident.to_string());
                result.extend(open(&item)?);
            }
            other => result.push(other),
        }
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

fn open(item: &ItemEnum) -> Result<Vec<Item>, String> {
    let name = &item.ident;
    let docs = item.attrs.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let mut variants = Vec::new();
    let mut values = Vec::new();
    for variant in &item.variants {
        let value = value_of(variant).ok_or_else(|| format!("{name}::{} has no readable value", variant.ident))?;
        variants.push(variant_name(&variant.ident.to_string(), &value.value()));
        values.push(value);
    }
    let variant_docs = values.iter().map(|value| format!("`{}`", value.value()));
    let declaration = parse_quote! {
        #(#docs)*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(
                #[doc = #variant_docs]
                #variants,
            )*
            /// A value this version of the crate does not know; [`Self::as_str`] shows it.
            Unknown(crate::UnknownValue),
        }
    };
    let implementation = parse_quote! {
        impl #name {
            /// The values this version of the crate knows.
            pub const VALUES: &[&str] = &[#(#values),*];

            /// The value as it stands in JSON, known or not.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// The variant for `value`, which must be a known one.
            ///
            /// # Errors
            ///
            /// The value is not known to this version of the crate.
            pub fn try_parse(value: &str) -> ::std::result::Result<Self, crate::UnknownValue> {
                match value {
                    #(#values => Ok(Self::#variants),)*
                    other => Err(crate::UnknownValue::new(other)),
                }
            }
        }
    };
    Ok(vec![declaration, implementation, parse_quote!(crate::de::open_enum::conversions!(#name);)])
}

/// A name for people: a digit at the start is spelled out where typify writes `X` before it, and the value `Unknown`
/// does not take the name of the variant for what is not known.
fn variant_name(generated: &str, value: &str) -> Ident {
    let spelled = spell_first_digit(value).filter(|_| generated.starts_with('X'));
    match (spelled, generated) {
        (Some(spelled), _) => format_ident!("{spelled}"),
        (None, "Unknown") => format_ident!("UnknownValue"),
        (None, other) => format_ident!("{other}"),
    }
}

/// `4-pay` as `FourPay`.
pub(crate) fn spell_first_digit(value: &str) -> Option<String> {
    const DIGITS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let mut characters = value.chars();
    let digit = characters.next()?.to_digit(10)?;
    let rest = characters.as_str();
    // A longer number is no word.
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some(format!("{}-{rest}", DIGITS[digit as usize]).to_upper_camel_case())
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
