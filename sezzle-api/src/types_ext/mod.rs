//! Methods of generated types: what the document cannot express. Amounts are in [`money`](crate::money).

mod link;
mod order;
pub(crate) mod order_ids;
mod redirect_url;
mod session;
