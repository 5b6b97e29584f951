//! The two ids of an order in the reports, told apart by their shape.
//!
//! An order has the id that the API takes, a UUID, and the id that the merchant dashboard shows. The reports have both,
//! and the names of their columns do not tell which is which: `order_uuid` holds the dashboard's.

use crate::types::OrderReportItem;

/// Returns the id that the API takes: the first one that has the shape of a UUID.
pub(crate) fn api_order_uuid<'a>(ids: impl IntoIterator<Item = Option<&'a str>>) -> Option<&'a str> {
    find(ids, &[8, 4, 4, 4, 12])
}

/// Returns the id that the merchant dashboard shows: the first one of four groups of five letters and digits.
pub(crate) fn dashboard_order_id<'a>(ids: impl IntoIterator<Item = Option<&'a str>>) -> Option<&'a str> {
    find(ids, &[5, 5, 5, 5])
}

/// Returns the first id whose groups have these lengths. The groups of a UUID may have letters beyond `f`, since those in
/// Sezzle's own samples do.
fn find<'a>(ids: impl IntoIterator<Item = Option<&'a str>>, lengths: &[usize]) -> Option<&'a str> {
    let has_shape = |id: &&str| {
        id.split('-').map(str::len).eq(lengths.iter().copied())
            && id.bytes().all(|byte| byte == b'-' || byte.is_ascii_alphanumeric())
    };
    ids.into_iter().flatten().map(str::trim).find(has_shape)
}

impl OrderReportItem {
    /// Returns the id of the order that the API takes, such as in [`get_order`](crate::Client::get_order).
    ///
    /// It is the one of `order_platform_uuid` and `order_uuid` that has the shape of a UUID. Sezzle's samples have it in
    /// `order_platform_uuid`.
    pub fn api_order_uuid(&self) -> Option<&str> {
        api_order_uuid([self.order_platform_uuid.as_deref(), self.order_uuid.as_deref()])
    }

    /// Returns the id of the order in the merchant dashboard, four groups of five letters and digits. The API returns it
    /// as [`sezzle_order_id`](crate::types::Authorization::sezzle_order_id).
    ///
    /// It is the one of `order_uuid` and `order_platform_uuid` that has this shape. Sezzle's samples have it in
    /// `order_uuid`.
    pub fn dashboard_order_id(&self) -> Option<&str> {
        dashboard_order_id([self.order_uuid.as_deref(), self.order_platform_uuid.as_deref()])
    }
}
