//! Customers: shoppers that can be charged without a checkout.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::clock::timestamp;
use crate::model::links::link;

/// How long a customer can be charged.
pub(crate) const TTL: TimeDelta = TimeDelta::days(365);

pub(crate) struct Customer {
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expiration: DateTime<Utc>,
    /// The maximum that is approved for one order, in cents.
    pub(crate) spending_limit: i64,
    /// The shopper's details as returned by the API. Personal data.
    pub(crate) details: Value,
}

impl Customer {
    pub(crate) fn may_spend(&self, cents: i64) -> bool {
        cents <= self.spending_limit
    }

    /// Returns the body of an entry in a list.
    pub(crate) fn to_listed_body(&self, base_url: &str) -> Value {
        json!({
            "uuid": self.uuid,
            "expiration": timestamp(self.expiration),
            "links": self.links(base_url),
        })
    }

    pub(crate) fn to_body(&self, base_url: &str) -> Value {
        let mut body = self.details.clone();
        body["uuid"] = json!(self.uuid);
        body["token_expiration"] = json!(timestamp(self.expiration));
        body["links"] = json!(self.links(base_url));
        body
    }

    fn links(&self, base_url: &str) -> Vec<Value> {
        let url = format!("{base_url}/v2/customer/{}", self.uuid);
        let action = |rel| link(&format!("{url}/{rel}"), "POST", rel);
        vec![link(&url, "GET", "self"), link(&url, "DELETE", "self"), action("preapprove"), action("order")]
    }
}

/// Returns the shopper's details after a checkout: those sent by the merchant, completed with those of the simulated shopper.
pub(crate) fn completed_details(sent: &Value) -> Value {
    let mut details = json!({
        "email": "ada@shopper.example",
        "first_name": "Ada",
        "last_name": "Example",
        "phone": "6125550100",
    });
    for (key, value) in sent.as_object().into_iter().flatten() {
        details[key] = value.clone();
    }
    details
}
