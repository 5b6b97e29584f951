//! A small model of the rules, independent of the simulator: the expected responses and sums.

/// In seconds since the simulator started.
pub(crate) type Time = i64;

pub(crate) const AUTHORIZATION_LIFE: Time = 30 * 60;
pub(crate) const CHECKOUT_LIFE: Time = 24 * 3600;
pub(crate) const TOKENIZATION_LIFE: Time = 30 * 60;
pub(crate) const CUSTOMER_LIFE: Time = 365 * 24 * 3600;
const SPENDING_LIMIT: i64 = 250_000;
const MIN_ORDER: i64 = 100;

/// The code of an error.
pub(crate) type Refusal = &'static str;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stand {
    Active,
    Complete,
    Denied,
    Deleted,
}

#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) amount: i64,
    pub(crate) is_auth: bool,
    pub(crate) stand: Stand,
    /// Whether the order was approved. `None` before the decision.
    pub(crate) approved: Option<bool>,
    /// When the checkout closes, if the order has one.
    pub(crate) closes: Option<Time>,
    /// When the authorization ends.
    pub(crate) ends: Time,
    pub(crate) is_over: bool,
    pub(crate) captured: i64,
    pub(crate) released: i64,
    pub(crate) refunded: i64,
    pub(crate) upcharged: i64,
    pub(crate) is_upcharge: bool,
    /// When the request for tokenization expires, if there is one.
    pub(crate) asks_until: Option<Time>,
}

impl Order {
    pub(crate) fn of_session(amount: i64, is_auth: bool, tokenize: bool, now: Time) -> Result<Self, Refusal> {
        if amount < MIN_ORDER {
            return Err("invalid");
        }
        let asks_until = tokenize.then_some(now + TOKENIZATION_LIFE);
        Ok(Self { closes: Some(now + CHECKOUT_LIFE), asks_until, ..Self::waiting(amount, is_auth) })
    }

    fn waiting(amount: i64, is_auth: bool) -> Self {
        Self {
            amount,
            is_auth,
            stand: Stand::Active,
            approved: None,
            closes: None,
            ends: Time::MAX,
            is_over: false,
            captured: 0,
            released: 0,
            refunded: 0,
            upcharged: 0,
            is_upcharge: false,
            asks_until: None,
        }
    }

    /// An order made without a checkout.
    fn decided(amount: i64, is_auth: bool, approved: bool, now: Time) -> Self {
        let mut order = Self::waiting(amount, is_auth);
        order.decide(approved, now);
        order
    }

    fn decide(&mut self, approved: bool, now: Time) {
        self.approved = Some(approved);
        self.stand = if approved { Stand::Complete } else { Stand::Denied };
        match (approved, self.is_auth) {
            (true, true) => self.ends = now + AUTHORIZATION_LIFE,
            (true, false) => self.captured = self.amount,
            (false, _) => {}
        }
    }

    /// Applies everything that is due.
    pub(crate) fn settle(&mut self, now: Time) {
        if self.stand == Stand::Active && self.closes.is_some_and(|closes| now >= closes) {
            self.stand = Stand::Deleted;
        }
        if self.approved == Some(true) && self.is_auth && now >= self.ends {
            self.end();
        }
    }

    fn end(&mut self) {
        if self.is_over {
            return;
        }
        self.is_over = true;
        self.released += self.rest();
        self.delete_if_void();
    }

    fn delete_if_void(&mut self) {
        if self.captured == 0 && self.released == self.amount {
            self.stand = Stand::Deleted;
        }
    }

    /// The amount that is neither captured nor released.
    pub(crate) fn rest(&self) -> i64 {
        self.amount - self.captured - self.released
    }

    /// Whether the shopper can finish the checkout now.
    pub(crate) fn is_open(&self) -> bool {
        self.stand == Stand::Active
    }

    /// Returns whether a customer is created.
    pub(crate) fn approve(&mut self, consent: bool, now: Time) -> bool {
        self.decide(true, now);
        consent && self.asks_until.is_some_and(|until| now < until)
    }

    pub(crate) fn decline(&mut self) {
        self.stand = Stand::Denied;
    }

    pub(crate) fn capture(&mut self, cents: i64) -> Result<(), Refusal> {
        self.expect_approved(cents)?;
        match () {
            () if !self.is_auth => Err("invalid"),
            () if self.is_over => Err("invalid_authorization"),
            () if cents > self.rest() => Err("invalid"),
            () => {
                self.captured += cents;
                Ok(())
            }
        }
    }

    pub(crate) fn release(&mut self, cents: i64) -> Result<(), Refusal> {
        self.expect_approved(cents)?;
        match () {
            () if self.is_over => Err("invalid_authorization"),
            () if cents > self.rest() => Err("invalid"),
            () => {
                self.released += cents;
                self.delete_if_void();
                Ok(())
            }
        }
    }

    pub(crate) fn refund(&mut self, cents: i64) -> Result<(), Refusal> {
        self.expect_approved(cents)?;
        if cents > self.captured - self.refunded {
            return Err("invalid");
        }
        self.refunded += cents;
        Ok(())
    }

    /// The new order.
    pub(crate) fn reauthorize(&self, cents: i64, now: Time) -> Result<Self, Refusal> {
        if cents < MIN_ORDER {
            return Err("invalid");
        }
        self.expect_approved(cents)?;
        if !self.is_over && self.stand != Stand::Deleted {
            return Err("invalid_authorization");
        }
        Ok(Self::decided(cents, true, cents <= SPENDING_LIMIT, now))
    }

    /// The new order.
    pub(crate) fn upcharge(&mut self, cents: i64, is_auth: bool, now: Time) -> Result<Self, Refusal> {
        match () {
            () if cents < 1 => Err("invalid"),
            () if self.stand != Stand::Complete => Err("invalid_authorization"),
            () if self.is_upcharge => Err("invalid"),
            () if (self.upcharged + cents) * 100 > self.amount * 15 => Err("invalid"),
            () => {
                self.upcharged += cents;
                Ok(Self { is_upcharge: true, ..Self::decided(cents, is_auth, true, now) })
            }
        }
    }

    pub(crate) fn delete_checkout(&mut self) -> Result<(), Refusal> {
        match self.stand {
            Stand::Active => {
                self.stand = Stand::Deleted;
                Ok(())
            }
            Stand::Deleted if self.approved.is_none() => Err("checkout_expired"),
            _ => Err("already_completed"),
        }
    }

    /// Expires the authorization now. Returns whether that was possible.
    pub(crate) fn expire(&mut self) -> bool {
        let can = self.approved == Some(true) && self.is_auth && !self.is_over;
        if can {
            self.end();
        }
        can
    }

    fn expect_approved(&self, cents: i64) -> Result<(), Refusal> {
        match () {
            () if cents < 1 => Err("invalid"),
            () if self.approved != Some(true) => Err("invalid_authorization"),
            () => Ok(()),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Customer {
    pub(crate) is_gone: bool,
    pub(crate) ends: Time,
}

impl Customer {
    /// The new order.
    pub(crate) fn charge(&self, cents: i64, is_auth: bool, now: Time) -> Result<Order, Refusal> {
        self.may_spend(cents).map(|approved| Order::decided(cents, is_auth, approved, now))
    }

    pub(crate) fn may_spend(&self, cents: i64) -> Result<bool, Refusal> {
        match () {
            () if cents < MIN_ORDER => Err("invalid"),
            () if self.is_gone => Err("record_not_found"),
            () => Ok(cents <= SPENDING_LIMIT),
        }
    }

    pub(crate) fn delete(&mut self) -> Result<(), Refusal> {
        if self.is_gone {
            return Err("record_not_found");
        }
        self.is_gone = true;
        Ok(())
    }
}
