//! Limits what all calls of a client together spend on retries, so that the client does not make an outage worse.

use std::sync::atomic::{AtomicU32, Ordering};

/// The default of [`ClientBuilder::retry_budget`](crate::ClientBuilder::retry_budget): 500, enough for 100 retries in a
/// row.
pub const DEFAULT_RETRY_BUDGET: u32 = 500;

/// What a retry costs.
const COST: u32 = 5;

/// What a retry after a timeout costs: it occupies a connection for longer.
const TIMEOUT_COST: u32 = 10;

/// What a call returns to the budget if it succeeds at the first attempt.
const REWARD: u32 = 1;

/// A token bucket as in the AWS SDKs: retries withdraw, successful calls deposit.
pub(crate) struct RetryBudget {
    balance: AtomicU32,
    capacity: u32,
}

/// What the last retry of a call has withdrawn.
#[derive(Clone, Copy, Default)]
pub(crate) struct Withdrawal(u32);

impl RetryBudget {
    pub(crate) fn new(capacity: u32) -> Self {
        Self { balance: AtomicU32::new(capacity), capacity }
    }

    /// Withdraws the cost of a retry. Returns `None` if the balance is too low.
    pub(crate) fn withdraw(&self, after_timeout: bool) -> Option<Withdrawal> {
        let cost = if after_timeout { TIMEOUT_COST } else { COST };
        let subtract = |balance: u32| balance.checked_sub(cost);
        self.balance.fetch_update(Ordering::Relaxed, Ordering::Relaxed, subtract).ok().map(|_| Withdrawal(cost))
    }

    /// Deposits what the last retry of a successful call has withdrawn, or a little if it had none.
    pub(crate) fn deposit(&self, withdrawal: Withdrawal) {
        // Usually the budget is full. Skipping the write keeps the cache line shared between threads.
        if self.balance.load(Ordering::Relaxed) >= self.capacity {
            return;
        }
        let amount = if withdrawal.0 == 0 { REWARD } else { withdrawal.0 };
        let add = |balance: u32| Some(balance.saturating_add(amount).min(self.capacity));
        let _ = self.balance.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budget_is_emptied_by_retries_and_refilled_by_successes() {
        let budget = RetryBudget::new(DEFAULT_RETRY_BUDGET);
        assert_eq!((0..1000).filter(|_| budget.withdraw(false).is_some()).count(), 100);
        for _ in 0..4 {
            budget.deposit(Withdrawal::default());
        }
        assert!(budget.withdraw(false).is_none());
        budget.deposit(Withdrawal::default());
        let withdrawal = budget.withdraw(false).expect("just enough for one");
        assert!(budget.withdraw(false).is_none());
        budget.deposit(withdrawal);
        assert!(budget.withdraw(true).is_none() && budget.withdraw(false).is_some());
    }

    #[test]
    fn budget_holds_at_most_its_capacity() {
        let budget = RetryBudget::new(10);
        for _ in 0..100 {
            budget.deposit(Withdrawal(10));
        }
        assert!(budget.withdraw(true).is_some() && budget.withdraw(false).is_none());
        assert!(RetryBudget::new(0).withdraw(false).is_none());
        let endless = RetryBudget::new(u32::MAX);
        endless.withdraw(false);
        endless.deposit(Withdrawal(10));
        assert!(endless.withdraw(true).is_some());
    }
}
