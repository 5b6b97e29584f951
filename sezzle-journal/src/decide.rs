//! Decides by the order what became of a call whose request id is no longer trusted.
//!
//! The order lists its captures, refunds, releases and upcharges. From the list for the operation, [`decide`] removes what
//! the journal has as done by other calls. What is left was done by this call, by another call whose outcome is not known,
//! or by something else, such as the merchant's dashboard.
//!
#![doc = include_str!("../decisions.md")]

use serde::Deserialize;
use serde_json::Value;
use sezzle_api::types::{AuthorizationEvent, Order, Price};
use sezzle_api::{PreparedCall, operations};

use crate::call::ReviewReason;

/// A call whose effect an order shows, and what the journal knows about other calls of the same operation on that order.
#[derive(Clone, Debug, PartialEq)]
pub struct Intent {
    list: List,
    amount: Price,
    recorded: Vec<Effect>,
    rivals: usize,
}

/// The list of the order that shows the effects of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Captures,
    Refunds,
    Releases,
    Upcharges,
}

/// An entry of such a list.
#[derive(Clone, Debug, PartialEq)]
struct Effect {
    uuid: Option<String>,
    /// `None` if the amount is missing.
    amount: Option<(i64, String)>,
}

/// What to do with a call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Decision {
    /// The order shows the effect of the call.
    Done {
        /// The id of the capture, refund, release or upcharge.
        uuid: Option<String>,
    },
    /// The order shows no effect of the call.
    SendAgain,
    /// The order does not decide.
    Review(ReviewReason),
}

impl Intent {
    /// Creates an intent. `None` if no order shows the effects of the operation: `reauthorize_order`,
    /// `create_customer_order`; or if the body has no amount.
    pub fn new(call: &PreparedCall) -> Option<Self> {
        let (list, field) = match call.operation() {
            operation if *operation == operations::CAPTURE_ORDER => (List::Captures, "/capture_amount"),
            operation if *operation == operations::REFUND_ORDER => (List::Refunds, ""),
            operation if *operation == operations::RELEASE_ORDER => (List::Releases, ""),
            operation if *operation == operations::UPCHARGE_ORDER => (List::Upcharges, "/upcharge_amount"),
            _ => return None,
        };
        let body: Value = serde_json::from_str(call.body()).ok()?;
        let amount = Price::deserialize(body.pointer(field)?).ok()?;
        Some(Self { list, amount, recorded: Vec::new(), rivals: 0 })
    }

    /// Adds a call of the same operation on the same order that the journal has as done, with the id from its response.
    pub fn add_recorded(&mut self, call: &PreparedCall, uuid: Option<&str>) {
        if let Some(other) = Self::new(call) {
            let amount = Some((other.amount.amount_in_cents, other.amount.currency));
            self.recorded.push(Effect { uuid: uuid.map(str::to_owned), amount });
        }
    }

    /// Adds a call of the same operation on the same order that may have been processed. It matters if it has the same
    /// amount.
    pub fn add_unresolved(&mut self, call: &PreparedCall) {
        let other = Self::new(call);
        if other.is_some_and(|other| other.list == self.list && other.amount == self.amount) {
            self.rivals += 1;
        }
    }
}

/// Decides what to do with a call, by the order as Sezzle returns it.
pub fn decide(intent: &Intent, order: &Order) -> Decision {
    let mut effects = effects(intent.list, order);
    // Effects with ids first: what has none is recognized by its amount, and must not take one that has an id.
    let (with_id, without_id): (Vec<_>, Vec<_>) = intent.recorded.iter().partition(|effect| effect.uuid.is_some());
    let mut missing = Vec::new();
    for recorded in with_id {
        match effects.iter().position(|effect| effect.uuid == recorded.uuid) {
            Some(position) => drop(effects.remove(position)),
            None => missing.push(recorded),
        }
    }
    for recorded in missing.into_iter().chain(without_id) {
        let same =
            |effect: &Effect| effect.amount == recorded.amount && (effect.uuid.is_none() || recorded.uuid.is_none());
        match effects.iter().position(same) {
            Some(position) => drop(effects.remove(position)),
            None => return Decision::Review(ReviewReason::RecordedEffectMissing { uuid: recorded.uuid.clone() }),
        }
    }
    let comparable =
        |effect: &Effect| matches!(&effect.amount, Some((_, currency)) if *currency == intent.amount.currency);
    if !effects.iter().all(comparable) {
        return Decision::Review(ReviewReason::NotComparable);
    }
    let cents = |effect: &Effect| effect.amount.as_ref().map(|(cents, _)| *cents);
    effects.retain(|effect| cents(effect) == Some(intent.amount.amount_in_cents));
    let calls = intent.rivals + 1;
    match effects.len() {
        0 => Decision::SendAgain,
        // All of the calls were processed, so this one was.
        effects_left if effects_left == calls => Decision::Done { uuid: effects.swap_remove(0).uuid },
        effects => Decision::Review(ReviewReason::SeveralCalls { effects, calls }),
    }
}

fn effects(list: List, order: &Order) -> Vec<Effect> {
    let price = |price: &Price| (price.amount_in_cents, price.currency.clone());
    let authorization = order.authorization.as_ref();
    let events: &[AuthorizationEvent] = match (list, authorization) {
        (List::Upcharges, _) => {
            let upcharges = order.upcharges.iter();
            return upcharges
                .map(|upcharge| Effect { uuid: upcharge.uuid.clone(), amount: upcharge.amount.as_ref().map(price) })
                .collect();
        }
        (_, None) => &[],
        (List::Captures, Some(authorization)) => &authorization.captures,
        (List::Refunds, Some(authorization)) => &authorization.refunds,
        (List::Releases, Some(authorization)) => &authorization.releases,
    };
    let effect = |event: &AuthorizationEvent| {
        let flat = event.amount_in_cents.as_ref().copied().zip(event.currency_code.as_deref().map(str::to_owned));
        Effect { uuid: event.uuid.as_deref().map(str::to_owned), amount: event.amount.as_ref().map(price).or(flat) }
    };
    events.iter().map(effect).collect()
}
