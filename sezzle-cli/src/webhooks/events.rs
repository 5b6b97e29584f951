//! The events, and what triggers them.

use sezzle_api::types::WebhookEvent;

/// Each event with what happens before it.
pub(crate) const EVENTS: [(&str, &str); 9] = [
    ("customer.tokenized", "a shopper allows the shop to charge later orders without a checkout"),
    ("order.authorized", "a shopper approves a checkout"),
    ("order.captured", "an amount of an order is captured"),
    ("order.refunded", "an amount of an order is refunded"),
    ("dispute.merchant_input_requested", "a shopper disputes a captured order"),
    ("dispute.deadline_approaching", "3 days are left to answer a dispute (moves the simulator's clock by 11 days)"),
    ("dispute.closed.customer_win", "a dispute ends for the shopper, and everything is refunded"),
    ("dispute.closed.merchant_win", "a dispute ends for the merchant"),
    ("dispute.closed.neutral", "a dispute ends for neither side"),
];

/// Parses the name of an event.
///
/// # Errors
///
/// Returns the known names.
pub(crate) fn parse(name: &str) -> Result<String, String> {
    if WebhookEvent::VALUES.contains(&name) || EVENTS.iter().any(|(event, _)| *event == name) {
        return Ok(name.to_owned());
    }
    let names: Vec<&str> = EVENTS.iter().map(|(event, _)| *event).collect();
    Err(format!("use one of {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_of_the_document_is_explained() {
        for event in WebhookEvent::VALUES {
            assert!(EVENTS.iter().any(|(name, _)| name == event), "{event}: add it to EVENTS, and to `trigger`");
        }
    }
}
