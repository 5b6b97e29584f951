//! The methods of `Client`, one for each operation. The rest of progenitor's client is hand-written here.

use quote::ToTokens;
use syn::{ImplItem, Item, ItemImpl, PathArguments, ReturnType, Type};

use crate::codegen::syntax::{function, self_name};

/// Takes the methods out of what progenitor writes beside its modules.
pub(super) fn take(items: Vec<Item>) -> Result<ItemImpl, String> {
    let mut impls = items.into_iter().filter_map(|item| match item {
        Item::Impl(item)
            if item.trait_.is_none()
                && self_name(&item) == "Client"
                && function(&item, "new_with_client").is_none() =>
        {
            Some(item)
        }
        _ => None,
    });
    match (impls.next(), impls.next()) {
        (Some(mut methods), None) => {
            methods.items.iter_mut().for_each(return_owned_builder);
            Ok(methods)
        }
        (None, _) => Err("`Client` has no methods for operations".to_owned()),
        (_, Some(more)) => Err(format!("`Client` has more methods: {}", more.to_token_stream())),
    }
}

/// Removes the lifetime of the builder that a method returns: it owns a clone of the client.
fn return_owned_builder(item: &mut ImplItem) {
    if let ImplItem::Fn(function) = item
        && let ReturnType::Type(_, output) = &mut function.sig.output
        && let Type::Path(builder) = &mut **output
    {
        builder.path.segments.iter_mut().for_each(|segment| segment.arguments = PathArguments::None);
    }
}
