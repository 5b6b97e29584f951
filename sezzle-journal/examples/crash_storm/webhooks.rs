//! The webhooks of a storm, and the order in which they are delivered.

use serde_json::json;

/// The number of events of one order.
const EVENTS_OF_AN_ORDER: usize = 8;

pub(crate) struct Webhooks {
    /// Each with its signature. Their number is their position.
    pub(crate) events: Vec<(String, String)>,
    /// Numbers of events. A number beyond their count is an event with a forged signature.
    pub(crate) deliveries: Vec<usize>,
    /// Those that are stored before any event is handled, in another order than their own.
    pub(crate) first: Vec<usize>,
}

impl Webhooks {
    /// Creates events: each is delivered one to three times, in any order, and one in ten with a forged signature as well. All
    /// events of every second order are stored first.
    pub(crate) fn new(private_key: &str, count: usize, random: &mut fastrand::Rng) -> Self {
        let event = |number: usize| {
            let time = format!("2026-03-01T12:{:02}:{:02}.{number:06}Z", number / 60 % 60, number % 60);
            let body = json!({
                "uuid": format!("event-{number}"),
                "event": "order.captured",
                "created_at": time,
                "data": {"uuid": format!("order-{}", number / EVENTS_OF_AN_ORDER)},
            });
            let body = body.to_string();
            (sezzle_api::mock::sign_webhook(private_key, body.as_bytes()), body)
        };
        let mut deliveries = Vec::new();
        for number in 0..count {
            deliveries.extend(std::iter::repeat_n(number, random.usize(1..4)));
            if random.u32(..10) == 0 {
                deliveries.push(count + number);
            }
        }
        random.shuffle(&mut deliveries);
        let mut first: Vec<_> = (0..count).filter(|number| is_first(*number)).collect();
        random.shuffle(&mut first);
        Self { events: (0..count).map(event).collect(), deliveries, first }
    }

    pub(crate) fn is_forged(&self, number: usize) -> bool {
        number >= self.events.len()
    }

    /// Returns the signature and the body of a delivery.
    pub(crate) fn delivery(&self, number: usize) -> String {
        let (signature, body) = &self.events[number % self.events.len()];
        // The same signature with one digit changed.
        let digit = if signature.starts_with('0') { '1' } else { '0' };
        let first = if self.is_forged(number) { digit.to_string() } else { signature[..1].to_owned() };
        format!("{first}{} {body}", &signature[1..])
    }
}

/// Returns the number of the order of an event.
pub(crate) fn order(number: usize) -> usize {
    number / EVENTS_OF_AN_ORDER
}

/// Returns whether an event is stored before any event is handled.
pub(crate) fn is_first(number: usize) -> bool {
    order(number).is_multiple_of(2)
}
