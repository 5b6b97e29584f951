//! The other side: what a program writes by hand with `reqwest` and `serde`. It does the same work for the two calls
//! that are compared: the same headers, a token, a timeout, a check of the status, and types for what comes back.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::header::ACCEPT;
use reqwest::{Client, Response, StatusCode};
use serde::{Deserialize, Serialize};
use sezzle_api::chrono::{DateTime, Utc};
use sezzle_api::reqwest;

#[derive(Debug)]
pub(crate) enum Error {
    Http(reqwest::Error),
    Status(StatusCode),
}

impl std::error::Error for Error {}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Http(error) => error.fmt(f),
            Self::Status(status) => write!(f, "the gateway answered with {status}"),
        }
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

#[derive(Clone)]
pub(crate) struct Plain {
    http: Client,
    base_url: String,
    token: String,
}

impl Plain {
    pub(crate) fn new(base_url: &str, token: &str, timeout: Duration) -> Result<Self, Error> {
        let http = Client::builder()
            .user_agent("shop/1.0")
            .timeout(timeout)
            .connect_timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        Ok(Self { http, base_url: base_url.to_owned(), token: token.to_owned() })
    }

    pub(crate) async fn get_session(&self, id: &str) -> Result<Session, Error> {
        let response = self
            .http
            .get(format!("{}/v2/session/{id}", self.base_url))
            .header(ACCEPT, "application/json")
            .bearer_auth(&self.token)
            .send()
            .await?;
        Ok(checked(response)?.json().await?)
    }

    /// The same without a token.
    pub(crate) async fn get_session_unauthorized(&self, id: &str) -> Result<Session, Error> {
        let url = format!("{}/v2/session/{id}", self.base_url);
        let response = self.http.get(url).header(ACCEPT, "application/json").send().await?;
        Ok(checked(response)?.json().await?)
    }

    pub(crate) async fn capture_order(&self, id: &str, cents: i64) -> Result<Transaction, Error> {
        let amount = Price { amount_in_cents: cents, currency: "USD".to_owned() };
        let response = self
            .http
            .post(format!("{}/v2/order/{id}/capture", self.base_url))
            .header(ACCEPT, "application/json")
            .header("sezzle-request-id", uuid::Uuid::new_v4().to_string())
            .bearer_auth(&self.token)
            .json(&CaptureRequest { capture_amount: amount, partial_capture: true })
            .send()
            .await?;
        Ok(checked(response)?.json().await?)
    }
}

fn checked(response: Response) -> Result<Response, Error> {
    if response.status().is_success() { Ok(response) } else { Err(Error::Status(response.status())) }
}

#[derive(Serialize)]
struct CaptureRequest {
    capture_amount: Price,
    partial_capture: bool,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Price {
    amount_in_cents: i64,
    currency: String,
}

/// Closed types with the fields of those of `sezzle-api`: they are read, and that is all that is measured.
macro_rules! structs {
    ($(struct $name:ident { $($field:ident: $type:ty,)* })*) => {
        $(
            #[derive(Deserialize)]
            #[allow(dead_code, reason = "it is read, which is all that is measured")]
            pub(crate) struct $name { $($field: $type,)* }
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
        links: Vec<Link>,
        order: Option<SessionOrder>,
        tokenize: Option<Tokenization>,
        uuid: Option<String>,
    }
    struct SessionOrder {
        checkout_url: Option<String>,
        intent: Option<Intent>,
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
        items: Vec<LineItem>,
        links: Vec<Link>,
        metadata: BTreeMap<String, String>,
        order_amount: Option<Price>,
        parent_order_uuid: Option<String>,
        reference_id: Option<String>,
        shipping_amount: Option<Price>,
        shipping_method: Option<ShippingMethod>,
        tax_amount: Option<Price>,
        upcharges: Vec<Upcharge>,
        uuid: Option<String>,
    }
    struct Authorization {
        approved: Option<bool>,
        authorization_amount: Option<Price>,
        authorization_amount_in_user_currency: Option<Price>,
        captures: Vec<Movement>,
        expiration: Option<DateTime<Utc>>,
        financing_option: Option<String>,
        refunds: Vec<Movement>,
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
        links: Vec<Link>,
        phone: Option<String>,
        shipping_address: Option<Address>,
        token_expiration: Option<DateTime<Utc>>,
        uuid: Option<String>,
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
