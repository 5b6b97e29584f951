//! Orders: the merchant's request and the status. `actions/due_events` lets checkouts and authorizations expire.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::model::authorization::{Authorization, Movement};
use crate::model::clock::timestamp;
use crate::model::dispute::Dispute;
use crate::model::error::RuleError;
use crate::model::links::{checkout_url, link};
use crate::model::money::{MAX_CENTS, Money, at};

/// In cents.
pub(crate) const MIN_ORDER_CENTS: i64 = 100;
const MAX_REFERENCE_LEN: usize = 255;

/// Entries of the history that others depend on.
pub(crate) const CAPTURED: &str = "captured";
pub(crate) const CHECKOUT_DELETED: &str = "checkout deleted";

/// What happens after the shopper's approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(const_into_str, serialize_all = "UPPERCASE")]
pub(crate) enum Intent {
    Auth,
    Capture,
}

/// The status of a checkout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub(crate) enum CheckoutStatus {
    /// Waiting for the shopper.
    Active,
    /// The shopper has finished.
    Complete,
    /// The order was not approved.
    Denied,
    /// It expired, was deleted, or its whole amount was released.
    Deleted,
}

/// The `checkout_status` of an order whose checkout is finished.
///
/// Sezzle's sources have both spellings; which one the gateway sends is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum CompleteStatus {
    /// `complete`, as in the newest published document.
    #[default]
    Complete,
    /// `completed`, as in older documents and in shops that were tried against the sandbox.
    Completed,
}

/// How an order was created.
#[derive(Debug, Clone, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(const_into_str, serialize_all = "lowercase")]
pub(crate) enum Origin {
    Session { session_uuid: String },
    Customer { customer_uuid: String },
    Reauthorization,
    Upcharge { parent: String },
    Card,
}

pub(crate) struct Order {
    pub(crate) uuid: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) origin: Origin,
    pub(crate) intent: Intent,
    pub(crate) amount: Money,
    pub(crate) reference_id: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) lines: Vec<Line>,
    pub(crate) discounts: Vec<Discount>,
    pub(crate) shipping: Option<Money>,
    pub(crate) tax: Option<Money>,
    /// The selected option of an express checkout.
    pub(crate) shipping_method: Option<ShippingOption>,
    pub(crate) metadata: Map<String, Value>,
    /// The plan in the merchant's request.
    pub(crate) financing_option: Option<String>,
    /// The shopper's details as returned by the API. Personal data.
    pub(crate) customer: Value,
    pub(crate) checkout_expiration: Option<DateTime<Utc>>,
    pub(crate) status: CheckoutStatus,
    /// `None` until the shopper or Sezzle has decided.
    pub(crate) authorization: Option<Authorization>,
    pub(crate) upcharges: Vec<Movement>,
    pub(crate) dispute: Option<Dispute>,
    /// The fees that Sezzle charged the merchant, in cents.
    pub(crate) fees: i64,
    /// The part of the fees that refunds returned, in cents.
    pub(crate) returned_fees: i64,
    /// What happened to the order, oldest first.
    pub(crate) history: Vec<HistoryEntry>,
}

/// A line of the cart.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) quantity: i64,
    /// The price of one unit.
    pub(crate) price: Money,
    pub(crate) sku: Option<String>,
    /// The line as sent by the merchant.
    sent: Value,
}

/// A discount that the amount already includes.
pub(crate) struct Discount {
    pub(crate) name: String,
    pub(crate) amount: Money,
}

/// A shipping option of an express checkout, and the amounts of the order with it, in cents.
#[derive(Clone)]
pub(crate) struct ShippingOption {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) shipping: i64,
    pub(crate) tax: i64,
    pub(crate) total: i64,
}

/// Something that happened to an order.
pub(crate) struct HistoryEntry {
    pub(crate) at: DateTime<Utc>,
    /// In lower case, such as `dispute opened`.
    pub(crate) event: &'static str,
    pub(crate) amount: Option<Money>,
}

impl Order {
    /// Returns the authorization, if it was approved.
    pub(crate) fn approved_authorization(&self) -> Result<&Authorization, RuleError> {
        let approved = self.authorization.as_ref().filter(|authorization| authorization.approved);
        let missing = || RuleError::new("invalid_authorization", "the order has no approved authorization");
        approved.ok_or_else(missing)
    }

    /// Returns a new order without an authorization.
    pub(crate) fn new(uuid: String, created_at: DateTime<Utc>, origin: Origin, intent: Intent, amount: Money) -> Self {
        let created = HistoryEntry { at: created_at, event: "created", amount: Some(amount) };
        Self {
            uuid,
            created_at,
            origin,
            intent,
            amount,
            reference_id: None,
            description: None,
            lines: Vec::new(),
            discounts: Vec::new(),
            shipping: None,
            tax: None,
            shipping_method: None,
            metadata: Map::new(),
            financing_option: None,
            customer: json!({}),
            checkout_expiration: None,
            status: CheckoutStatus::Active,
            authorization: None,
            upcharges: Vec::new(),
            dispute: None,
            fees: 0,
            returned_fees: 0,
            history: vec![created],
        }
    }

    /// Reads the order of a session request that matches its schema.
    pub(crate) fn read(request: &Value, uuid: String, now: DateTime<Utc>, origin: Origin) -> Result<Self, RuleError> {
        let amount = Money::read(&request["order_amount"], "order.order_amount", MIN_ORDER_CENTS)?;
        let mut order = Self::new(uuid, now, origin, Intent::read(&request["intent"]), amount);
        order.reference_id = read_reference(&request["reference_id"], "order.reference_id")?;
        order.description = text(&request["description"]);
        order.lines = read_lines(&request["items"], "order.items")?;
        order.discounts = read_discounts(&request["discounts"])?;
        order.shipping = part(&request["shipping_amount"], "order.shipping_amount", amount)?;
        order.tax = part(&request["tax_amount"], "order.tax_amount", amount)?;
        order.metadata = request["metadata"].as_object().cloned().unwrap_or_default();
        order.financing_option = read_financing_option(request)?;
        Ok(order)
    }

    /// Returns the dispute about the order that is not closed yet.
    pub(crate) fn open_dispute(&self) -> Option<&Dispute> {
        self.dispute.as_ref().filter(|dispute| dispute.outcome.is_none())
    }

    pub(crate) fn note(&mut self, at: DateTime<Utc>, event: &'static str, amount: Option<Money>) {
        self.history.push(HistoryEntry { at, event, amount });
    }

    /// Returns whether the merchant deleted the checkout, as opposed to its expiry.
    pub(crate) fn is_deleted_by_merchant(&self) -> bool {
        self.history.iter().any(|entry| entry.event == CHECKOUT_DELETED)
    }

    /// Returns the body that a session shows of its order.
    pub(crate) fn to_session_body(&self, base_url: &str, checkout_id: &str) -> Value {
        json!({
            "uuid": self.uuid,
            "intent": self.intent.into_str(),
            "checkout_url": checkout_url(base_url, checkout_id),
            "links": self.links(base_url),
        })
    }

    /// Returns the body of an order that was created without a checkout.
    pub(crate) fn to_created_body(&self, base_url: &str) -> Value {
        let mut body = self.basic_body(base_url);
        set(&mut body, "authorization", self.authorization.as_ref().map(Authorization::to_body));
        body
    }

    /// Returns the body of the order with everything that happened to it.
    pub(crate) fn to_details_body(&self, base_url: &str, complete: CompleteStatus) -> Value {
        let mut body = self.basic_body(base_url);
        body["checkout_status"] = json!(match self.status {
            CheckoutStatus::Complete => <&str>::from(complete),
            status => status.into_str(),
        });
        body["customer"] = self.customer.clone();
        let lines: Vec<&Value> = self.lines.iter().map(|line| &line.sent).collect();
        set(&mut body, "items", Some(lines).filter(|lines| !lines.is_empty()));
        set(&mut body, "checkout_expiration", self.checkout_expiration.map(timestamp));
        set(&mut body, "tax_amount", self.tax);
        set(&mut body, "shipping_amount", self.shipping);
        let method = self.shipping_method.as_ref();
        let method = method.map(|method| json!({"name": method.name, "description": method.description}));
        set(&mut body, "shipping_method", method);
        set(&mut body, "authorization", self.authorization.as_ref().map(Authorization::to_body));
        if let Origin::Upcharge { parent } = &self.origin {
            body["is_upcharge"] = json!(true);
            body["parent_order_uuid"] = json!(parent);
        }
        set(&mut body, "upcharges", Some(&self.upcharges).filter(|upcharges| !upcharges.is_empty()));
        set(&mut body, "dispute", self.dispute.as_ref().map(Dispute::to_order_body));
        body
    }

    fn basic_body(&self, base_url: &str) -> Value {
        let mut body = json!({
            "uuid": self.uuid,
            "links": self.links(base_url),
            "intent": self.intent.into_str(),
            "order_amount": self.amount,
        });
        set(&mut body, "reference_id", self.reference_id.as_deref());
        set(&mut body, "description", self.description.as_deref());
        set(&mut body, "metadata", Some(&self.metadata).filter(|metadata| !metadata.is_empty()));
        body
    }

    /// Returns the links of the order. They are the same in every state.
    fn links(&self, base_url: &str) -> [Value; 6] {
        let url = format!("{base_url}/v2/order/{}", self.uuid);
        let action = |method, rel| link(&format!("{url}/{rel}"), method, rel);
        [
            link(&url, "GET", "self"),
            link(&url, "PATCH", "self"),
            action("POST", "release"),
            action("POST", "capture"),
            action("POST", "refund"),
            action("DELETE", "checkout"),
        ]
    }
}

impl Intent {
    /// An order without an intent is captured at once.
    pub(crate) fn read(value: &Value) -> Self {
        if value == "AUTH" { Self::Auth } else { Self::Capture }
    }
}

/// Reads a merchant's reference: 1 to 255 letters, digits, `-` and `_`.
pub(crate) fn read_reference(value: &Value, location: &str) -> Result<Option<String>, RuleError> {
    let Some(reference) = value.as_str() else { return Ok(None) };
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if reference.is_empty() || reference.len() > MAX_REFERENCE_LEN || !reference.bytes().all(is_allowed) {
        let name = location.rsplit('.').next().unwrap_or(location);
        let message = format!("{name} must be 1 to {MAX_REFERENCE_LEN} letters, digits, - and _");
        return Err(RuleError::invalid(location, message));
    }
    Ok(Some(reference.to_owned()))
}

pub(crate) fn read_lines(items: &Value, location: &str) -> Result<Vec<Line>, RuleError> {
    let items = items.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().enumerate().map(|(index, item)| Line::read(item, &at(location, &index.to_string()))).collect()
}

impl Line {
    fn read(item: &Value, location: &str) -> Result<Self, RuleError> {
        let quantity = item["quantity"].as_i64().filter(|quantity| (1..=i64::from(i32::MAX)).contains(quantity));
        let bad_quantity =
            || RuleError::invalid(at(location, "quantity"), "quantity must be a plain integer of at least 1");
        Ok(Self {
            name: text(&item["name"]).unwrap_or_default(),
            quantity: quantity.ok_or_else(bad_quantity)?,
            price: Money::read(&item["price"], &at(location, "price"), 0)?,
            sku: text(&item["sku"]),
            sent: item.clone(),
        })
    }
}

fn read_discounts(discounts: &Value) -> Result<Vec<Discount>, RuleError> {
    let discounts = discounts.as_array().map(Vec::as_slice).unwrap_or_default();
    let read = |(index, discount): (usize, &Value)| {
        // Magento sends a coupon as a negative price. Both signs reduce the total.
        let amount = Money::read(&discount["amount"], &format!("order.discounts.{index}.amount"), -MAX_CENTS)?;
        let amount = amount.with_cents(amount.cents.abs());
        Ok(Discount { name: text(&discount["name"]).unwrap_or_default(), amount })
    };
    discounts.iter().enumerate().map(read).collect()
}

/// Reads a part of the total. It must have the total's currency.
fn part(price: &Value, location: &str, total: Money) -> Result<Option<Money>, RuleError> {
    if price.is_null() {
        return Ok(None);
    }
    let amount = Money::read(price, location, 0)?;
    amount.expect_currency_of(total, location)?;
    Ok(Some(amount))
}

fn read_financing_option(request: &Value) -> Result<Option<String>, RuleError> {
    let options = request["checkout_financing_options"].as_array().map(Vec::as_slice).unwrap_or_default();
    if options.len() > 1 {
        return Err(RuleError::invalid(
            "order.checkout_financing_options",
            "at most one financing option can be given",
        ));
    }
    Ok(options.first().and_then(text))
}

pub(crate) fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn set(body: &mut Value, key: &str, value: Option<impl Serialize>) {
    if let Some(value) = value {
        body[key] = json!(value);
    }
}
