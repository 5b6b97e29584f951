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

use crate::operations::call::Handler;

/// The handlers by the ids of their operations in the document.
const HANDLERS: &[(&str, Handler)] = &[
    ("authenticate", authentication::authenticate),
    ("create_session", session::create_session),
    ("get_session", session::get_session),
    ("get_order", order::get_order),
    ("update_order", order::update_order),
    ("capture_order", order::capture_order),
    ("release_order", order::release_order),
    ("refund_order", order::refund_order),
    ("reauthorize_order", order::reauthorize_order),
    ("upcharge_order", order::upcharge_order),
    ("delete_checkout", order::delete_checkout),
    ("update_checkout", order::update_checkout),
    ("list_customers", customer::list_customers),
    ("get_customer", customer::get_customer),
    ("delete_customer", customer::delete_customer),
    ("preapprove_customer", customer::preapprove_customer),
    ("create_customer_order", customer::create_customer_order),
    ("get_tokenization", token::get_tokenization),
    ("create_card_session", card::create_card_session),
    ("update_card_session", card::update_card_session),
    ("get_card", card::get_card),
    ("list_settlements", report::list_settlements),
    ("get_settlement_details", report::get_settlement_details),
    ("get_interest_balance", report::get_interest_balance),
    ("get_interest_activity", report::get_interest_activity),
    ("get_order_report", report::get_order_report),
    ("create_webhook", webhook::create),
    ("list_webhooks", webhook::list),
    ("get_webhook", webhook::get),
    ("update_webhook", webhook::update),
    ("delete_webhook", webhook::delete),
    ("test_webhook", webhook::test),
];

/// Returns the handler of an operation, by its id in the document.
pub(crate) fn handler(operation_id: &str) -> Option<Handler> {
    HANDLERS.iter().find(|(id, _)| *id == operation_id).map(|(_, handler)| *handler)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::document::Document;

    #[test]
    fn every_operation_has_a_handler_or_an_example() {
        let document = Document::shared().expect("the document can be read");
        let operations: Vec<_> = document.operations().map(|(_, operation)| operation).collect();
        for operation in &operations {
            let is_answered = handler(&operation.id).is_some() || operation.example.is_some();
            assert!(is_answered, "{}: add an example in openapi/overlay.yaml, or a handler here", operation.id);
        }
        for (id, _) in HANDLERS {
            let is_known = operations.iter().any(|operation| operation.id == *id);
            assert!(is_known, "{id}: the document has no such operation; remove or rename its handler");
        }
    }
}
