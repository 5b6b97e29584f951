//! What each operation of the document does once its request has been checked, one file per tag.

mod authentication;
pub(crate) mod call;
mod card;
mod customer;
mod order;
mod report;
mod session;
mod token;
mod webhook;

use crate::operations::call::{Handler, Table};

const TABLES: [Table; 8] = [
    authentication::HANDLERS,
    session::HANDLERS,
    order::HANDLERS,
    customer::HANDLERS,
    token::HANDLERS,
    card::HANDLERS,
    report::HANDLERS,
    webhook::HANDLERS,
];

/// The handler of an operation, by its id in the document.
pub(crate) fn handler(operation_id: &str) -> Option<Handler> {
    let mut entries = TABLES.iter().flat_map(|table| table.iter());
    entries.find(|(id, _)| *id == operation_id).map(|(_, handler)| *handler)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::document::Document;

    #[test]
    fn operations_and_handlers_belong_together() {
        let document = Document::shared().expect("the document can be read");
        let ids: Vec<&str> = document.paths().flat_map(|(_, operations)| operations).map(|o| o.id.as_str()).collect();
        let unhandled: Vec<&str> = ids.iter().copied().filter(|id| handler(id).is_none()).collect();
        assert_eq!(unhandled, [""; 0]);
        let handled = TABLES.iter().flat_map(|table| table.iter()).map(|(id, _)| *id);
        for id in handled {
            assert!(ids.contains(&id), "{id} is no operation of the document");
        }
    }
}
