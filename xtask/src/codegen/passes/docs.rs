//! Documentation is laid out line by line.

use syn::visit_mut::VisitMut;
use syn::{Attribute, Item, parse_quote};

use crate::codegen::syntax::doc_text;

/// Splits each `#[doc]` into one for each line, so that it is printed as `/// line`.
pub(super) fn split_lines(items: &mut [Item]) {
    items.iter_mut().for_each(|item| SplitLines.visit_item_mut(item));
}

struct SplitLines;

impl VisitMut for SplitLines {
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        *attributes = std::mem::take(attributes)
            .into_iter()
            .flat_map(|attribute| match doc_text(&attribute) {
                Some(text) if text.is_empty() => vec![attribute],
                Some(text) => text
                    .lines()
                    .map(|line| {
                        let line = line.trim_end();
                        let line = if line.is_empty() || line.starts_with(' ') && !text.contains('\n') {
                            line.to_owned()
                        } else {
                            format!(" {line}")
                        };
                        parse_quote!(#[doc = #line])
                    })
                    .collect(),
                None => vec![attribute],
            })
            .collect();
    }
}
