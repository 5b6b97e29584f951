//! A small model of the rules, independent of the simulator: the expected responses and sums.

/// In seconds since the simulator started.
pub(crate) type Time = i64;

const AUTHORIZATION_TTL: Time = 30 * 60;
const CHECKOUT_TTL: Time = 24 * 3600;
const TOKENIZATION_TTL: Time = 30 * 60;
pub(crate) const CUSTOMER_TTL: Time = 365 * 24 * 3600;
const SPENDING_LIMIT: i64 = 250_000;
const MIN_ORDER: i64 = 100;

/// The code of an error.
pub(crate) type Code = &'static str;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Status {
    #[default]
    Active,
    Complete,
    Denied,
    Deleted,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Order {
    pub(crate) amount: i64,
    pub(crate) is_auth: bool,
    pub(crate) status: Status,
    /// Whether the order was approved. `None` before the decision.
    pub(crate) approved: Option<bool>,
    /// When the checkout expires, if the shopper does not decide.
    closes: Time,
    /// When the authorization ends.
    ends: Time,
    is_over: bool,
    pub(crate) captured: i64,
    pub(crate) released: i64,
    pub(crate) refunded: i64,
    pub(crate) upcharged: i64,
    is_upcharge: bool,
    /// When the request for tokenization expires, if there is one.
    asks_until: Time,
}

impl Order {
    pub(crate) fn of_session(amount: i64, is_auth: bool, tokenize: bool, now: Time) -> Result<Self, Code> {
        expect(amount >= MIN_ORDER, "invalid")?;
        let asks_until = if tokenize { now + TOKENIZATION_TTL } else { 0 };
        Ok(Self { amount, is_auth, closes: now + CHECKOUT_TTL, asks_until, ..Self::default() })
    }

    /// Returns an order that is created without a checkout.
    fn decided(amount: i64, is_auth: bool, approved: bool, now: Time) -> Self {
        let mut order = Self { amount, is_auth, ..Self::default() };
        order.decide(approved, now);
        order
    }

    fn decide(&mut self, approved: bool, now: Time) {
        self.approved = Some(approved);
        self.status = if approved { Status::Complete } else { Status::Denied };
        match (approved, self.is_auth) {
            (true, true) => self.ends = now + AUTHORIZATION_TTL,
            (true, false) => self.captured = self.amount,
            (false, _) => {}
        }
    }

    /// Applies everything that is due.
    pub(crate) fn settle(&mut self, now: Time) {
        if self.is_open() && now >= self.closes {
            self.status = Status::Deleted;
        }
        if now >= self.ends {
            self.expire();
        }
    }

    /// Expires the authorization. Returns whether that was possible.
    pub(crate) fn expire(&mut self) -> bool {
        let can_expire = self.approved == Some(true) && self.is_auth && !self.is_over;
        if can_expire {
            self.is_over = true;
            self.released += self.rest();
            self.delete_if_void();
        }
        can_expire
    }

    fn delete_if_void(&mut self) {
        if self.captured == 0 && self.released == self.amount {
            self.status = Status::Deleted;
        }
    }

    /// Returns the amount that is neither captured nor released.
    pub(crate) fn rest(&self) -> i64 {
        self.amount - self.captured - self.released
    }

    /// Returns whether the shopper can finish the checkout now.
    pub(crate) fn is_open(&self) -> bool {
        self.status == Status::Active
    }

    /// Returns whether a customer is created.
    pub(crate) fn approve(&mut self, consent: bool, now: Time) -> bool {
        self.decide(true, now);
        consent && now < self.asks_until
    }

    pub(crate) fn capture(&mut self, cents: i64) -> Result<(), Code> {
        self.expect_approved(cents)?;
        expect(self.is_auth, "invalid")?;
        expect(!self.is_over, "invalid_authorization")?;
        expect(cents <= self.rest(), "invalid")?;
        self.captured += cents;
        Ok(())
    }

    pub(crate) fn release(&mut self, cents: i64) -> Result<(), Code> {
        self.expect_approved(cents)?;
        expect(!self.is_over, "invalid_authorization")?;
        expect(cents <= self.rest(), "invalid")?;
        self.released += cents;
        self.delete_if_void();
        Ok(())
    }

    pub(crate) fn refund(&mut self, cents: i64) -> Result<(), Code> {
        self.expect_approved(cents)?;
        expect(cents <= self.captured - self.refunded, "invalid")?;
        self.refunded += cents;
        Ok(())
    }

    /// Returns the new order.
    pub(crate) fn reauthorize(&self, cents: i64, now: Time) -> Result<Self, Code> {
        expect(cents >= MIN_ORDER, "invalid")?;
        self.expect_approved(cents)?;
        expect(self.is_over || self.status == Status::Deleted, "invalid_authorization")?;
        Ok(Self::decided(cents, true, cents <= SPENDING_LIMIT, now))
    }

    /// Returns the new order.
    pub(crate) fn upcharge(&mut self, cents: i64, is_auth: bool, now: Time) -> Result<Self, Code> {
        expect(cents >= 1, "invalid")?;
        expect(self.status == Status::Complete, "invalid_authorization")?;
        expect(!self.is_upcharge && (self.upcharged + cents) * 100 <= self.amount * 15, "invalid")?;
        self.upcharged += cents;
        Ok(Self { is_upcharge: true, ..Self::decided(cents, is_auth, true, now) })
    }

    pub(crate) fn delete_checkout(&mut self) -> Result<(), Code> {
        expect(self.status != Status::Deleted || self.approved.is_some(), "checkout_expired")?;
        expect(self.is_open(), "already_completed")?;
        self.status = Status::Deleted;
        Ok(())
    }

    fn expect_approved(&self, cents: i64) -> Result<(), Code> {
        expect(cents >= 1, "invalid")?;
        expect(self.approved == Some(true), "invalid_authorization")
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Customer {
    pub(crate) is_gone: bool,
    pub(crate) ends: Time,
}

impl Customer {
    /// Returns the new order.
    pub(crate) fn charge(&self, cents: i64, is_auth: bool, now: Time) -> Result<Order, Code> {
        self.may_spend(cents).map(|approved| Order::decided(cents, is_auth, approved, now))
    }

    pub(crate) fn may_spend(&self, cents: i64) -> Result<bool, Code> {
        expect(cents >= MIN_ORDER, "invalid")?;
        expect(!self.is_gone, "record_not_found")?;
        Ok(cents <= SPENDING_LIMIT)
    }

    pub(crate) fn delete(&mut self) -> Result<(), Code> {
        expect(!self.is_gone, "record_not_found")?;
        self.is_gone = true;
        Ok(())
    }
}

fn expect(is_met: bool, code: Code) -> Result<(), Code> {
    if is_met { Ok(()) } else { Err(code) }
}
