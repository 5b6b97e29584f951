//! Closed types of all response bodies, as a program would write them by hand.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use sezzle_api::Decimal;
use sezzle_api::chrono::{DateTime, Utc};

#[derive(Deserialize, Serialize)]
pub(crate) struct Price {
    pub(crate) amount_in_cents: i64,
    pub(crate) currency: String,
}

/// Types with the fields of those of `sezzle-api`, grouped by their types. Only decoding them is measured.
macro_rules! structs {
    ($(struct $name:ident { $($($(#[$attribute:meta])? $field:ident),+: $type:ty;)* })*) => {
        $(
            #[derive(Deserialize)]
            #[allow(dead_code, reason = "only decoding is measured")]
            pub(crate) struct $name { $($($(#[$attribute])? $field: $type,)+)* }
        )*
    };
}

structs! {
    struct Transaction { uuid: Option<String>; }
    struct Link { href: String; method: Option<Method>; rel: Option<Rel>; }
    struct Session {
        uuid: Option<String>;
        #[serde(default)] links: Vec<Link>;
        order: Option<SessionOrder>;
        tokenize: Option<Tokenization>;
    }
    struct SessionOrder {
        uuid, checkout_url: Option<String>;
        intent: Option<Intent>;
        #[serde(default)] links: Vec<Link>;
        tokenize: Option<OrderTokenization>;
    }
    struct OrderTokenization { token: Option<String>; }
    struct Tokenization {
        token, approval_url: Option<String>;
        expiration: Option<DateTime<Utc>>;
        #[serde(default)] links: Vec<Link>;
    }
    struct Order {
        uuid, description, parent_order_uuid, reference_id: Option<String>;
        authorization: Option<Authorization>;
        checkout_expiration: Option<DateTime<Utc>>;
        checkout_status: Option<CheckoutStatus>;
        customer: Option<OrderCustomer>;
        dispute: Option<Dispute>;
        intent: Option<Intent>;
        is_upcharge: Option<bool>;
        #[serde(default)] items: Vec<LineItem>;
        #[serde(default)] links: Vec<Link>;
        #[serde(default)] metadata: BTreeMap<String, String>;
        order_amount, shipping_amount, tax_amount: Option<Price>;
        shipping_method: Option<ShippingMethod>;
        #[serde(default)] upcharges: Vec<Upcharge>;
    }
    struct Authorization {
        approved: Option<bool>;
        authorization_amount, authorization_amount_in_user_currency: Option<Price>;
        #[serde(default)] captures, #[serde(default)] refunds, #[serde(default)] releases: Vec<Movement>;
        expiration: Option<DateTime<Utc>>;
        financing_option, sezzle_order_id: Option<String>;
    }
    struct Movement { amount: Option<Price>; amount_in_cents: Option<i64>; currency_code, uuid: Option<String>; }
    struct Upcharge { amount: Option<Price>; uuid: Option<String>; }
    struct Dispute { id, status: Option<String>; }
    struct ShippingMethod { description, name: Option<String>; }
    struct LineItem {
        name: String;
        price: Price;
        quantity: i32;
        brand, category_path, global_trade_item_number, image_url, manufacturer_part_number: Option<String>;
        product_url, sku: Option<String>;
    }
    struct OrderCustomer {
        dob, email, first_name, last_name, phone: Option<String>;
        billing_address, shipping_address: Option<Address>;
    }
    struct Address {
        city, country_code, name, phone, phone_number, postal_code, state, street, street2: Option<String>;
    }
    struct Customer {
        uuid, dob, email, first_name, last_name, phone: Option<String>;
        billing_address, shipping_address: Option<Address>;
        #[serde(default)] links: Vec<Link>;
        token_expiration: Option<DateTime<Utc>>;
    }
    struct Token { expiration_date: Option<DateTime<Utc>>; merchant_uuid, token: Option<String>; }
    struct CardSession { dashboard_url, uuid: Option<String>; }
    struct Card { cvv_number, expiration_date, first_name, last_name, pan: Option<String>; }
    struct OrderCreated {
        uuid, description, reference_id: Option<String>;
        authorization: Option<Authorization>;
        intent: Option<Intent>;
        #[serde(default)] links: Vec<Link>;
        #[serde(default)] metadata: BTreeMap<String, String>;
        order_amount: Option<Price>;
    }
    struct TokenizedCustomer {
        uuid: Option<String>;
        expiration: Option<DateTime<Utc>>;
        #[serde(default)] links: Vec<Link>;
    }
    struct Preapproval { approved: Option<bool>; uuid: Option<String>; }
    struct TokenizationStatus {
        token: Option<String>;
        customer: Option<TokenizedCustomer>;
        expiration: Option<DateTime<Utc>>;
        #[serde(default)] links: Vec<Link>;
    }
    struct Resource { uuid: Option<String>; #[serde(default)] links: Vec<Link>; }
    struct Webhook {
        uuid, url: Option<String>;
        #[serde(default)] events: Vec<EventName>;
        #[serde(default)] links: Vec<Link>;
    }
    struct SettlementSummary {
        #[serde(deserialize_with = "exact")] final_payout_amount: Option<Decimal>;
        #[serde(deserialize_with = "exact")] forex_fees: Option<Decimal>;
        #[serde(deserialize_with = "exact")] net_settlement_amount: Option<Decimal>;
        uuid, payout_currency, settlement_currency, status: Option<String>;
        payout_date: Option<DateTime<Utc>>;
    }
    struct InterestBalance { #[serde(deserialize_with = "exact")] interest_balance: Option<Decimal>; }
    struct OrderReportItem {
        created_at: Option<DateTime<Utc>>;
        customer_currency_code, customer_email, customer_name, external_reference_id: Option<String>;
        financing_option, merchant_currency_code, order_platform_uuid, order_type, order_uuid: Option<String>;
        captured_amount_in_cents, net_amount_in_cents, order_amount_in_cents, refund_fee_in_cents: Option<i64>;
        released_amount_in_cents, total_fees_in_cents, uncaptured_amount_in_cents: Option<i64>;
    }
    struct Captured {
        uuid: Option<String>;
        created_at: Option<DateTime<Utc>>;
        event: Option<EventName>;
        data_type: Option<DataType>;
        data: CapturedData;
    }
    struct CapturedData { capture: Option<Movement>; uuid: Option<String>; }
}

/// Closed enums: a value that is not in the list is an error.
macro_rules! enums {
    ($(enum $name:ident { $($value:literal $variant:ident,)* })*) => {
        $(
            #[derive(Deserialize)]
            pub(crate) enum $name { $(#[serde(rename = $value)] $variant,)* }
        )*
    };
}

enums! {
    enum Method { "GET" Get, "POST" Post, "PATCH" Patch, "DELETE" Delete, "PUT" Put, }
    enum Rel {
        "self" Own, "capture" Capture, "checkout" Checkout, "create" Create, "customer" Customer, "list" List,
        "order" Order, "preapprove" Preapprove, "refund" Refund, "release" Release, "session" Session, "token" Token,
    }
    enum Intent { "AUTH" Auth, "CAPTURE" Capture, }
    enum CheckoutStatus {
        "active" Active, "complete" Complete, "denied" Denied, "deleted" Deleted, "completed" Completed,
    }
    enum DataType { "customer" Customer, "order" Order, "dispute" Dispute, "tokenize" Tokenize, }
    enum EventName {
        "customer.tokenized" Tokenized, "order.authorized" Authorized, "order.captured" Captured,
        "order.refunded" Refunded,
    }
}

/// A decimal, digit by digit.
fn exact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    let digits = Option::<&RawValue>::deserialize(deserializer)?;
    digits.map(|digits| Decimal::from_str_exact(digits.get()).map_err(D::Error::custom)).transpose()
}
