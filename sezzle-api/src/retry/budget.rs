//! A limit to what all calls of a client may spend on repetitions, so that an outage is not multiplied.

use std::sync::atomic::{AtomicU32, Ordering};

/// What the budget of a client holds, unless [`ClientBuilder::retry_budget`](crate::ClientBuilder::retry_budget) says
/// otherwise: 500 tokens, enough for 100 repetitions in a row.
pub const DEFAULT_RETRY_BUDGET: u32 = 500;

/// What a repetition takes from the budget.
const COST: u32 = 5;

/// What a repetition takes after an attempt that nothing came back from in time: it holds a connection for long.
const TIMEOUT_COST: u32 = 10;

/// What a call gives back that succeeds at once.
const REWARD: u32 = 1;

/// A bucket of tokens, as in the AWS SDKs: a repetition takes some, a success gives some back.
pub(crate) struct RetryBudget {
    tokens: AtomicU32,
    capacity: u32,
}

/// What a call has taken for its last repetition.
#[derive(Clone, Copy, Default)]
pub(crate) struct Taken(u32);

impl RetryBudget {
    pub(crate) fn new(capacity: u32) -> Self {
        Self { tokens: AtomicU32::new(capacity), capacity }
    }

    /// Takes what a repetition costs, if it is there.
    pub(crate) fn take(&self, after_timeout: bool) -> Option<Taken> {
        let cost = if after_timeout { TIMEOUT_COST } else { COST };
        let take = |tokens: u32| tokens.checked_sub(cost);
        self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).ok().map(|_| Taken(cost))
    }

    /// A call succeeded: what its last repetition took comes back, or a little if there was none.
    pub(crate) fn succeeded(&self, taken: Taken) {
        // A full bucket is the rule, and needs no write that other threads would have to see.
        if self.tokens.load(Ordering::Relaxed) >= self.capacity {
            return;
        }
        let reward = if taken.0 == 0 { REWARD } else { taken.0 };
        let give = |tokens: u32| Some(tokens.saturating_add(reward).min(self.capacity));
        let _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, give);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_empties_it_and_success_fills_it() {
        let budget = RetryBudget::new(DEFAULT_RETRY_BUDGET);
        assert_eq!((0..1000).filter(|_| budget.take(false).is_some()).count(), 100);
        for _ in 0..4 {
            budget.succeeded(Taken::default());
        }
        assert!(budget.take(false).is_none());
        budget.succeeded(Taken::default());
        let taken = budget.take(false).expect("five tokens");
        assert!(budget.take(false).is_none());
        budget.succeeded(taken);
        assert!(budget.take(true).is_none() && budget.take(false).is_some());
    }

    #[test]
    fn it_holds_no_more_than_its_capacity() {
        let budget = RetryBudget::new(10);
        for _ in 0..100 {
            budget.succeeded(Taken(10));
        }
        assert!(budget.take(true).is_some() && budget.take(false).is_none());
        assert!(RetryBudget::new(0).take(false).is_none());
        let endless = RetryBudget::new(u32::MAX);
        endless.take(false);
        endless.succeeded(Taken(10));
        assert!(endless.take(true).is_some());
    }
}
