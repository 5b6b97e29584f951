//! Sessions: what a merchant may ask for, and what is told of it.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::ids::Ids;
use crate::model::links::link;
use crate::model::order::{CheckoutStatus, Order, Origin};
use crate::model::rule::RuleError;
use crate::model::tokenization::Tokenization;

/// The language of the checkout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Locale {
    EnUs,
    EnCa,
    FrCa,
}

pub(crate) struct Session {
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    /// Opens the checkout of the order. Differs from the ids of the session and of the order.
    pub(crate) checkout_id: String,
    pub(crate) order_uuid: Option<String>,
    pub(crate) tokenization: Option<Tokenization>,
    pub(crate) complete_url: String,
    pub(crate) cancel_url: String,
    pub(crate) locale: Locale,
    /// What the merchant said of the shopper. Personal data.
    pub(crate) customer: Value,
    pub(crate) is_express: bool,
    /// The ways to ship that an express checkout was given.
    pub(crate) shipping_options: Vec<ShippingOption>,
    pub(crate) checkout_expiration: DateTime<Utc>,
    /// Where the checkout stands. The order's own status goes on when the shopper is done.
    pub(crate) status: CheckoutStatus,
}

/// A way to ship, and what the order costs with it, in cents.
#[derive(Debug, Clone)]
pub(crate) struct ShippingOption {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) shipping: i64,
    pub(crate) tax: i64,
    pub(crate) total: i64,
}

impl Session {
    /// Makes the session, and the order, that a request which keeps to its schema asks for.
    pub(crate) fn read(
        request: &Value,
        ids: &mut Ids,
        checkout_ttl: TimeDelta,
        now: DateTime<Utc>,
    ) -> Result<(Self, Option<Order>), RuleError> {
        let wants_tokenization = request.pointer("/customer/tokenize") == Some(&Value::Bool(true));
        if request.get("order").is_none() && !wants_tokenization {
            return Err(RuleError::invalid("order", "either order or customer.tokenize is required"));
        }
        let customer = read_customer(&request["customer"]);
        let uuid = ids.uuid();
        let checkout_expiration = match &request["order"] {
            Value::Null => now + checkout_ttl,
            order => read_expiration(order, now)?.unwrap_or(now + checkout_ttl),
        };
        let order = match request.get("order") {
            Some(order) => {
                check_notification(&order["send_checkout_url"])?;
                let origin = Origin::Session { session_uuid: uuid.clone() };
                let mut order = Order::read(order, ids.uuid(), now, origin)?;
                order.customer = customer.clone();
                order.checkout_expiration = Some(checkout_expiration);
                Some(order)
            }
            None => None,
        };
        let tokenization = wants_tokenization.then(|| Tokenization::new(ids.uuid(), now));
        let href = |key: &str| request[key]["href"].as_str().unwrap_or_default().to_owned();
        let session = Self {
            uuid,
            created_at: now,
            checkout_id: ids.uuid(),
            order_uuid: order.as_ref().map(|order| order.uuid.clone()),
            tokenization,
            complete_url: href("complete_url"),
            cancel_url: href("cancel_url"),
            locale: Locale::read(&request["order"]["locale"]),
            customer,
            is_express: request.get("express_checkout_type").is_some() || request["is_express_checkout"] == true,
            shipping_options: Vec::new(),
            checkout_expiration,
            status: CheckoutStatus::Active,
        };
        Ok((session, order))
    }

    /// Returns the ids that open this session's checkout page.
    pub(crate) fn checkout_ids(&self) -> impl Iterator<Item = &str> {
        let order = self.order_uuid.iter().map(|_| self.checkout_id.as_str());
        order.chain(self.tokenization.iter().map(|tokenization| tokenization.token.as_str()))
    }

    /// Whether the shopper can be asked for leave to charge later orders.
    pub(crate) fn asks_for_tokenization(&self, now: DateTime<Utc>) -> bool {
        self.tokenization.as_ref().is_some_and(|tokenization| tokenization.is_open(now))
    }

    pub(crate) fn to_body(&self, base_url: &str, order: Option<&Order>) -> Value {
        let url = format!("{base_url}/v2/session/{}", self.uuid);
        let mut body = json!({"uuid": self.uuid, "links": [link(&url, "GET", "self")]});
        if let Some(order) = order {
            body["order"] = order.to_session_body(base_url, &self.checkout_id);
        }
        if let Some(tokenization) = &self.tokenization {
            body["tokenize"] = tokenization.to_session_body(base_url);
        }
        body
    }
}

impl Locale {
    /// Some shops write `fr_CA`.
    fn read(value: &Value) -> Self {
        match value.as_str() {
            Some("en-CA" | "en_CA") => Self::EnCa,
            Some("fr-CA" | "fr_CA") => Self::FrCa,
            _ => Self::EnUs,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::EnUs => "en-US",
            Self::EnCa => "en-CA",
            Self::FrCa => "fr-CA",
        }
    }
}

/// Reads what orders show of the shopper.
pub(crate) fn read_customer(customer: &Value) -> Value {
    let mut shown = customer.as_object().cloned().unwrap_or_default();
    for asked in ["tokenize", "recurring", "recurring_metadata"] {
        shown.remove(asked);
    }
    Value::Object(shown)
}

fn read_expiration(order: &Value, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, RuleError> {
    let Some(text) = order["checkout_expiration"].as_str() else { return Ok(None) };
    let expiration = DateTime::parse_from_rfc3339(text).ok().map(|expiration| expiration.to_utc());
    let expiration = expiration.filter(|expiration| *expiration > now);
    let past = || RuleError::invalid("order.checkout_expiration", "checkout_expiration must be a time to come");
    Ok(Some(expiration.ok_or_else(past)?))
}

fn check_notification(notification: &Value) -> Result<(), RuleError> {
    let names_one = ["to_sms_phone", "to_email"].iter().any(|key| notification.get(key).is_some());
    if notification.is_object() && !names_one {
        let message = "send_checkout_url needs to_sms_phone or to_email";
        return Err(RuleError::invalid("order.send_checkout_url", message));
    }
    Ok(())
}
