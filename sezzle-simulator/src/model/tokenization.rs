//! Tokenization requests: a shop asks to charge the shopper later without a checkout.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::clock::timestamp;
use crate::model::customer::Customer;
use crate::model::links::{checkout_path, link};

const TTL: TimeDelta = TimeDelta::minutes(30);

pub(crate) struct Tokenization {
    /// A secret: it is enough to decide on the tokenization.
    pub(crate) token: String,
    /// When the request expires if the shopper does not decide.
    pub(crate) expiration: DateTime<Utc>,
    /// The customer that was created, after consent.
    pub(crate) customer_uuid: Option<String>,
}

impl Tokenization {
    pub(crate) fn new(token: String, now: DateTime<Utc>) -> Self {
        Self { token, expiration: now + TTL, customer_uuid: None }
    }

    pub(crate) fn is_open(&self, now: DateTime<Utc>) -> bool {
        self.customer_uuid.is_none() && now < self.expiration
    }

    /// Returns the body that is part of its session.
    pub(crate) fn to_session_body(&self, base_url: &str) -> Value {
        json!({
            "token": self.token,
            "expiration": timestamp(self.expiration),
            "approval_url": format!("{base_url}{}", checkout_path(&self.token)),
            "links": [link(&self.url(base_url), "GET", "token")],
        })
    }

    /// Returns the body for a merchant that polls for the shopper's decision.
    pub(crate) fn to_body(&self, base_url: &str, customer: Option<&Customer>) -> Value {
        let mut body = json!({
            "token": self.token,
            "expiration": timestamp(self.expiration),
            "links": [link(&self.url(base_url), "GET", "self")],
        });
        if let Some(customer) = customer {
            body["customer"] = customer.to_listed_body(base_url);
        }
        body
    }

    fn url(&self, base_url: &str) -> String {
        format!("{base_url}/v2/token/{}/session", self.token)
    }
}
