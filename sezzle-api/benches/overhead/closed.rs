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

/// Types with the fields of those of `sezzle-api`. Only decoding them is measured.
macro_rules! structs {
    ($(struct $name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            #[derive(Deserialize)]
            #[allow(dead_code, reason = "only decoding is measured")]
            pub(crate) struct $name { $($(#[$attribute])* $field: $type,)* }
        )*
    };
}

structs! {
    struct Transaction {
        uuid: Option<String>,
    }
    struct Link {
        href: String,
        method: Option<Method>,
        rel: Option<Rel>,
    }
    struct Session {
        #[serde(default)]
        links: Vec<Link>,
        order: Option<SessionOrder>,
        tokenize: Option<Tokenization>,
        uuid: Option<String>,
    }
    struct SessionOrder {
        checkout_url: Option<String>,
        intent: Option<Intent>,
        #[serde(default)]
        links: Vec<Link>,
        tokenize: Option<OrderTokenization>,
        uuid: Option<String>,
    }
    struct OrderTokenization {
        token: Option<String>,
    }
    struct Tokenization {
        approval_url: Option<String>,
        expiration: Option<DateTime<Utc>>,
        #[serde(default)]
        links: Vec<Link>,
        token: Option<String>,
    }
    struct Order {
        authorization: Option<Authorization>,
        checkout_expiration: Option<DateTime<Utc>>,
        checkout_status: Option<CheckoutStatus>,
        customer: Option<OrderCustomer>,
        description: Option<String>,
        dispute: Option<Dispute>,
        intent: Option<Intent>,
        is_upcharge: Option<bool>,
        #[serde(default)]
        items: Vec<LineItem>,
        #[serde(default)]
        links: Vec<Link>,
        #[serde(default)]
        metadata: BTreeMap<String, String>,
        order_amount: Option<Price>,
        parent_order_uuid: Option<String>,
        reference_id: Option<String>,
        shipping_amount: Option<Price>,
        shipping_method: Option<ShippingMethod>,
        tax_amount: Option<Price>,
        #[serde(default)]
        upcharges: Vec<Upcharge>,
        uuid: Option<String>,
    }
    struct Authorization {
        approved: Option<bool>,
        authorization_amount: Option<Price>,
        authorization_amount_in_user_currency: Option<Price>,
        #[serde(default)]
        captures: Vec<Movement>,
        expiration: Option<DateTime<Utc>>,
        financing_option: Option<String>,
        #[serde(default)]
        refunds: Vec<Movement>,
        #[serde(default)]
        releases: Vec<Movement>,
        sezzle_order_id: Option<String>,
    }
    struct Movement {
        amount: Option<Price>,
        amount_in_cents: Option<i64>,
        currency_code: Option<String>,
        uuid: Option<String>,
    }
    struct Upcharge {
        amount: Option<Price>,
        uuid: Option<String>,
    }
    struct Dispute {
        id: Option<String>,
        status: Option<String>,
    }
    struct ShippingMethod {
        description: Option<String>,
        name: Option<String>,
    }
    struct LineItem {
        brand: Option<String>,
        category_path: Option<String>,
        global_trade_item_number: Option<String>,
        image_url: Option<String>,
        manufacturer_part_number: Option<String>,
        name: String,
        price: Price,
        product_url: Option<String>,
        quantity: i32,
        sku: Option<String>,
    }
    struct OrderCustomer {
        billing_address: Option<Address>,
        dob: Option<String>,
        email: Option<String>,
        first_name: Option<String>,
        last_name: Option<String>,
        phone: Option<String>,
        shipping_address: Option<Address>,
    }
    struct Address {
        city: Option<String>,
        country_code: Option<String>,
        name: Option<String>,
        phone: Option<String>,
        phone_number: Option<String>,
        postal_code: Option<String>,
        state: Option<String>,
        street: Option<String>,
        street2: Option<String>,
    }
    struct Customer {
        billing_address: Option<Address>,
        dob: Option<String>,
        email: Option<String>,
        first_name: Option<String>,
        last_name: Option<String>,
        #[serde(default)]
        links: Vec<Link>,
        phone: Option<String>,
        shipping_address: Option<Address>,
        token_expiration: Option<DateTime<Utc>>,
        uuid: Option<String>,
    }
    struct Token {
        expiration_date: Option<DateTime<Utc>>,
        merchant_uuid: Option<String>,
        token: Option<String>,
    }
    struct CardSession {
        dashboard_url: Option<String>,
        uuid: Option<String>,
    }
    struct Card {
        cvv_number: Option<String>,
        expiration_date: Option<String>,
        first_name: Option<String>,
        last_name: Option<String>,
        pan: Option<String>,
    }
    struct OrderCreated {
        authorization: Option<Authorization>,
        description: Option<String>,
        intent: Option<Intent>,
        #[serde(default)]
        links: Vec<Link>,
        #[serde(default)]
        metadata: BTreeMap<String, String>,
        order_amount: Option<Price>,
        reference_id: Option<String>,
        uuid: Option<String>,
    }
    struct TokenizedCustomer {
        expiration: Option<DateTime<Utc>>,
        #[serde(default)]
        links: Vec<Link>,
        uuid: Option<String>,
    }
    struct Preapproval {
        approved: Option<bool>,
        uuid: Option<String>,
    }
    struct TokenizationStatus {
        customer: Option<TokenizedCustomer>,
        expiration: Option<DateTime<Utc>>,
        #[serde(default)]
        links: Vec<Link>,
        token: Option<String>,
    }
    struct Resource {
        #[serde(default)]
        links: Vec<Link>,
        uuid: Option<String>,
    }
    struct Webhook {
        #[serde(default)]
        events: Vec<EventName>,
        #[serde(default)]
        links: Vec<Link>,
        url: Option<String>,
        uuid: Option<String>,
    }
    struct SettlementSummary {
        #[serde(deserialize_with = "exact")]
        final_payout_amount: Option<Decimal>,
        #[serde(deserialize_with = "exact")]
        forex_fees: Option<Decimal>,
        #[serde(deserialize_with = "exact")]
        net_settlement_amount: Option<Decimal>,
        payout_currency: Option<String>,
        payout_date: Option<DateTime<Utc>>,
        settlement_currency: Option<String>,
        status: Option<String>,
        uuid: Option<String>,
    }
    struct InterestBalance {
        #[serde(deserialize_with = "exact")]
        interest_balance: Option<Decimal>,
    }
    struct OrderReportItem {
        captured_amount_in_cents: Option<i64>,
        created_at: Option<DateTime<Utc>>,
        customer_currency_code: Option<String>,
        customer_email: Option<String>,
        customer_name: Option<String>,
        external_reference_id: Option<String>,
        financing_option: Option<String>,
        merchant_currency_code: Option<String>,
        net_amount_in_cents: Option<i64>,
        order_amount_in_cents: Option<i64>,
        order_platform_uuid: Option<String>,
        order_type: Option<String>,
        order_uuid: Option<String>,
        refund_fee_in_cents: Option<i64>,
        released_amount_in_cents: Option<i64>,
        total_fees_in_cents: Option<i64>,
        uncaptured_amount_in_cents: Option<i64>,
    }
    struct Captured {
        uuid: Option<String>,
        created_at: Option<DateTime<Utc>>,
        event: Option<EventName>,
        data_type: Option<DataType>,
        data: CapturedData,
    }
    struct CapturedData {
        capture: Option<Movement>,
        uuid: Option<String>,
    }
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
