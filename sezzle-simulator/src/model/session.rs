//! Sessions: the merchant's request and the status of its checkout.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::error::RuleError;
use crate::model::ids::Ids;
use crate::model::links::{is_absolute_url, link};
use crate::model::order::{CheckoutStatus, Order, Origin, ShippingOption};
use crate::model::tokenization::Tokenization;

/// The language of the checkout. Some shops write `fr_CA`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(const_into_str)]
pub(crate) enum Locale {
    #[strum(to_string = "en-US", serialize = "en_US")]
    EnUs,
    #[strum(to_string = "en-CA", serialize = "en_CA")]
    EnCa,
    #[strum(to_string = "fr-CA", serialize = "fr_CA")]
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
    /// The shopper's details as sent by the merchant. Personal data.
    pub(crate) customer: Value,
    pub(crate) is_express: bool,
    /// The shipping options of an express checkout.
    pub(crate) shipping_options: Vec<ShippingOption>,
    pub(crate) checkout_expiration: DateTime<Utc>,
    /// The status of the checkout. The order has a status of its own.
    pub(crate) status: CheckoutStatus,
}

impl Session {
    /// Creates the session, and its order if the request has one. The request must match its schema.
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
        let (complete_url, cancel_url) = (read_href(request, "complete_url")?, read_href(request, "cancel_url")?);
        let locale = request["order"]["locale"].as_str().and_then(|name| name.parse().ok());
        let uuid = ids.uuid();
        let checkout_expiration = read_expiration(&request["order"], now)?.unwrap_or(now + checkout_ttl);
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
        let session = Self {
            uuid,
            created_at: now,
            checkout_id: ids.uuid(),
            order_uuid: order.as_ref().map(|order| order.uuid.clone()),
            tokenization,
            complete_url,
            cancel_url,
            locale: locale.unwrap_or(Locale::EnUs),
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

    /// Returns whether the checkout asks for consent to charge later orders.
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

/// Reads the shopper's details, without the members that are instructions.
pub(crate) fn read_customer(customer: &Value) -> Value {
    let mut shown = customer.as_object().cloned().unwrap_or_default();
    for asked in ["tokenize", "recurring", "recurring_metadata"] {
        shown.remove(asked);
    }
    Value::Object(shown)
}

/// Reads the URL in a member of the request. Apps use their own schemes, such as `myshop://checkout/done`.
fn read_href(request: &Value, member: &str) -> Result<String, RuleError> {
    let href = request[member]["href"].as_str().unwrap_or_default();
    if !is_absolute_url(href) {
        let message = "href must be an absolute URL such as https://shop.example/thanks or myshop://checkout/done";
        return Err(RuleError::invalid(format!("{member}.href"), format!("{message} (at /{member}/href)")));
    }
    Ok(href.to_owned())
}

fn read_expiration(order: &Value, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, RuleError> {
    let Some(text) = order["checkout_expiration"].as_str() else { return Ok(None) };
    let expiration = DateTime::parse_from_rfc3339(text).ok().map(|expiration| expiration.to_utc());
    let expiration = expiration.filter(|expiration| *expiration > now);
    let past = || RuleError::invalid("order.checkout_expiration", "checkout_expiration must be in the future");
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
