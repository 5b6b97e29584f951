//! Virtual cards: one-time cards with which the shopper pays the shop.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::error::{ControlError, RuleError};
use crate::model::ids::Ids;
use crate::model::money::{Currency, Money, read_cents};
use crate::model::order::{read_lines, read_reference};
use crate::model::session::read_customer;

/// How long a card's data can be read.
const TTL: TimeDelta = TimeDelta::hours(24);

pub(crate) struct CardSession {
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) amount: Money,
    /// Origin of the page that opened the card flow.
    pub(crate) origin: String,
    pub(crate) reference_id: Option<String>,
    /// The shopper's details as sent by the merchant. Personal data.
    pub(crate) customer: Value,
    pub(crate) wants_token: bool,
    pub(crate) status: CardStatus,
    /// The order that was paid with the card. Set when the shop sends its id.
    pub(crate) order_uuid: Option<String>,
}

#[derive(strum::IntoStaticStr)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub(crate) enum CardStatus {
    /// Waiting for the shopper.
    Active,
    Issued(Card),
    Declined,
}

/// Card data. Never printed.
pub(crate) struct Card {
    /// The token with which the shop reads the card, if it asked for one.
    pub(crate) token: Option<String>,
    pub(crate) issued_at: DateTime<Utc>,
    /// What the shop gets. `None` after it was read.
    data: Option<Value>,
}

impl CardSession {
    /// Reads a request that matches its schema.
    pub(crate) fn read(request: &Value, uuid: String, now: DateTime<Utc>) -> Result<Self, RuleError> {
        let cents = read_cents(&request["amount_in_cents"], "amount_in_cents", 1)?;
        let currency = Currency::read(&request["currency"], "currency")?;
        let wants_token = match request["card_response_format"].as_str() {
            None => false,
            Some("token") => true,
            Some(_) => return Err(RuleError::invalid("card_response_format", "card_response_format must be token")),
        };
        read_lines(&request["items"], "items")?;
        Ok(Self {
            uuid,
            created_at: now,
            amount: Money { cents, currency },
            origin: request["origin"].as_str().unwrap_or_default().to_owned(),
            reference_id: read_reference(&request["merchant_reference_id"], "merchant_reference_id")?,
            customer: read_customer(&request["customer"]),
            wants_token,
            status: CardStatus::Active,
            order_uuid: None,
        })
    }

    pub(crate) fn card(&self) -> Option<&Card> {
        match &self.status {
            CardStatus::Issued(card) => Some(card),
            CardStatus::Active | CardStatus::Declined => None,
        }
    }

    pub(crate) fn card_mut(&mut self) -> Option<&mut Card> {
        match &mut self.status {
            CardStatus::Issued(card) => Some(card),
            CardStatus::Active | CardStatus::Declined => None,
        }
    }

    /// Returns an error if the shopper has already approved or declined.
    pub(crate) fn expect_active(&self) -> Result<(), ControlError> {
        match self.status {
            CardStatus::Active => Ok(()),
            CardStatus::Issued(_) | CardStatus::Declined => Err(ControlError::AlreadyFinished),
        }
    }
}

impl Card {
    pub(crate) fn issue(ids: &mut Ids, wants_token: bool, shopper: &Value, now: DateTime<Utc>) -> Self {
        let token = wants_token.then(|| ids.uuid());
        let data = json!({
            "first_name": shopper["first_name"],
            "last_name": shopper["last_name"],
            "pan": with_check_digit(format!("4{}", ids.digits(14))),
            "cvv_number": ids.digits(3),
            "expiration_date": format!("{:02}{:02}", now.month(), (now.year() + 3) % 100),
        });
        Self { token, issued_at: now, data: Some(data) }
    }

    /// Returns whether the data was read or has expired.
    pub(crate) fn is_gone(&self, now: DateTime<Utc>) -> bool {
        self.data.is_none() || now >= self.issued_at + TTL
    }

    /// Reads the data, once.
    pub(crate) fn take(&mut self, now: DateTime<Utc>) -> Option<Value> {
        let is_gone = self.is_gone(now);
        self.data.take().filter(|_| !is_gone)
    }
}

/// Appends the check digit of the Luhn algorithm.
fn with_check_digit(mut number: String) -> String {
    let digits = number.bytes().rev().map(|digit| u32::from(digit - b'0'));
    let weigh = |(place, digit): (usize, u32)| match digit {
        digit if place % 2 == 1 => digit,
        digit if digit > 4 => digit * 2 - 9,
        digit => digit * 2,
    };
    let sum: u32 = digits.enumerate().map(weigh).sum();
    number.push(char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0'));
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn card_numbers_pass_the_luhn_check() {
        assert_eq!(with_check_digit("424242424242424".to_owned()), "4242424242424242");
        assert_eq!(with_check_digit("401288888888188".to_owned()), "4012888888881881");
    }
}
