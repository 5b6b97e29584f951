//! The operations of the document, one file per tag. Requests are checked before they get here.

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

/// Returns the handler of an operation, by its id in the document.
pub(crate) fn handler(operation_id: &str) -> Option<Handler> {
    let mut entries = TABLES.iter().flat_map(|table| table.iter());
    entries.find(|(id, _)| *id == operation_id).map(|(_, handler)| *handler)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::document::Document;

    #[test]
    fn every_operation_has_a_handler_or_an_example() {
        let document = Document::shared().expect("the document can be read");
        let operations: Vec<_> = document.paths().flat_map(|(_, operations)| operations).collect();
        for operation in &operations {
            let is_answered = handler(&operation.id).is_some() || operation.example().is_some();
            assert!(is_answered, "{}: add an example in openapi/overlay.yaml, or a handler here", operation.id);
        }
        for (id, _) in TABLES.iter().flat_map(|table| table.iter()) {
            let is_known = operations.iter().any(|operation| operation.id == *id);
            assert!(is_known, "{id}: the document has no such operation; remove or rename its handler");
        }
    }
}
