//! What changes the state: requests of the merchant, decisions of the shopper and of Sezzle, and time.
//!
//! Each action checks its rules first, and changes nothing if one is broken. `payments` is at the bottom; `due_events` is
//! above the others, because it runs what was scheduled.

pub(crate) mod checkout;
pub(crate) mod direct_orders;
pub(crate) mod disputes;
pub(crate) mod due_events;
pub(crate) mod payments;
pub(crate) mod payouts;
