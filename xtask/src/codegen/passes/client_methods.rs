//! The methods of `Client`, one for each operation. The rest of progenitor's client is hand-written here.

use quote::ToTokens;
use syn::{Item, ItemImpl};

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
        (Some(methods), None) => Ok(methods),
        (None, _) => Err("`Client` has no methods for operations".to_owned()),
        (_, Some(more)) => Err(format!("`Client` has more methods: {}", more.to_token_stream())),
    }
}
