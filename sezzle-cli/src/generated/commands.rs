// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 87c783adcc5481569c0e8f125607942d613a21aa54d467a8808d1283b872829a
// openapi/overlay.yaml SHA-256 56625bef4e2523a0f03bd16b143e56cbeff8eee10a3dfca439a369ba37945850
// progenitor 0.15.1

use clap::{Args, Subcommand};
use sezzle_api::operations;
use crate::action::Action;
use crate::call::body::BodyFlags;
use crate::call::{Call, CallFlags, RequestIdFlag};
use crate::call::price::Amount;
/// The operation ids with group and verb.
#[cfg(test)]
pub(crate) const COMMANDS: &[(&str, &str, &str)] = &[
    ("authenticate", "auth", "token"),
    ("create_card_session", "card", "create"),
    ("update_card_session", "card", "update"),
    ("get_card", "card", "get"),
    ("update_checkout", "checkout", "update"),
    ("delete_checkout", "checkout", "delete"),
    ("list_customers", "customer", "list"),
    ("get_customer", "customer", "get"),
    ("delete_customer", "customer", "delete"),
    ("preapprove_customer", "customer", "preapprove"),
    ("create_customer_order", "customer", "order"),
    ("get_interest_balance", "interest", "balance"),
    ("get_interest_activity", "interest", "activity"),
    ("get_order", "order", "get"),
    ("update_order", "order", "update"),
    ("release_order", "order", "release"),
    ("capture_order", "order", "capture"),
    ("refund_order", "order", "refund"),
    ("reauthorize_order", "order", "reauthorize"),
    ("upcharge_order", "order", "upcharge"),
    ("get_order_report", "report", "orders"),
    ("create_session", "session", "create"),
    ("get_session", "session", "get"),
    ("list_settlements", "settlement", "list"),
    ("get_settlement_details", "settlement", "details"),
    ("get_tokenization", "tokenization", "get"),
    ("list_webhooks", "webhook", "list"),
    ("create_webhook", "webhook", "create"),
    ("get_webhook", "webhook", "get"),
    ("update_webhook", "webhook", "update"),
    ("delete_webhook", "webhook", "delete"),
    ("test_webhook", "webhook", "test"),
];
/// The groups of commands.
#[derive(Subcommand)]
pub(crate) enum Group {
    ///Token
    #[command(subcommand)]
    Auth(Auth),
    ///Create, update, get
    #[command(subcommand)]
    Card(Card),
    ///Update, delete
    #[command(subcommand)]
    Checkout(Checkout),
    ///List, get, delete, preapprove, order
    #[command(subcommand)]
    Customer(Customer),
    ///Balance, activity
    #[command(subcommand)]
    Interest(Interest),
    ///Get, update, release, capture, refund, reauthorize, upcharge
    #[command(subcommand)]
    Order(Order),
    ///Orders
    #[command(subcommand)]
    Report(Report),
    ///Create, get
    #[command(subcommand)]
    Session(Session),
    ///List, details, sum, reconcile
    #[command(subcommand)]
    Settlement(Settlement),
    ///Get
    #[command(subcommand)]
    Tokenization(Tokenization),
    ///List, create, get, update, delete, test
    #[command(subcommand)]
    Webhook(Webhook),
}

impl Group {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Auth(command) => command.into_action(),
            Self::Card(command) => command.into_action(),
            Self::Checkout(command) => command.into_action(),
            Self::Customer(command) => command.into_action(),
            Self::Interest(command) => command.into_action(),
            Self::Order(command) => command.into_action(),
            Self::Report(command) => command.into_action(),
            Self::Session(command) => command.into_action(),
            Self::Settlement(command) => command.into_action(),
            Self::Tokenization(command) => command.into_action(),
            Self::Webhook(command) => command.into_action(),
        }
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Auth {
    ///Exchanges API keys for a bearer token
    Token(Authenticate),
}

impl Auth {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Token(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Exchanges API keys for a bearer token
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle auth token --body FILE")]
pub(crate) struct Authenticate {
    ///The URL to which to send the shopper back
    #[arg(long)]
    cancel_url: Option<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl Authenticate {
    fn into_call(self) -> Call {
        Call::new(&operations::AUTHENTICATE, self.flags)
            .field("cancel_url", self.cancel_url)
            .body(
                self.body,
                &["public_key", "private_key"],
                "{\n  // Required. The public key; starts with sz_pub_\n  \"public_key\": \"sz_pub_exampleExampleExample\",\n  // Required. The private key; starts with sz_pr_\n  \"private_key\": \"sz_pr_exampleExampleExample\",\n  // The URL to which to send the shopper back\n  \"cancel_url\": \"https://shop.example/cart\"\n}",
            )
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Card {
    ///Starts a virtual card session
    Create(CreateCardSession),
    ///Sets the order number of a virtual card session
    Update(UpdateCardSession),
    ///Returns the data of a virtual card, once
    Get(GetCard),
}

impl Card {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Create(command) => Action::Call(Box::new(command.into_call())),
            Self::Update(command) => Action::Call(Box::new(command.into_call())),
            Self::Get(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Starts a virtual card session
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle card create --amount \"41.50 USD\" --origin ORIGIN --mode iframe --merchant-reference-id MERCHANT_REFERENCE_ID"
)]
pub(crate) struct CreateCardSession {
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    ///Origin of the page that opens the card flow, such as https://shop.example
    #[arg(long)]
    origin: Option<String>,
    ///How the checkout is shown
    #[arg(long, value_parser = ["iframe", "popup", "redirect"])]
    mode: Option<String>,
    ///The merchant's number for the cart: letters, digits, - and _, at most 255 characters
    #[arg(long)]
    merchant_reference_id: Option<String>,
    ///How the merchant receives the card
    #[arg(long)]
    card_response_format: Option<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl CreateCardSession {
    fn into_call(self) -> Call {
        Call::new(&operations::CREATE_CARD_SESSION, self.flags)
            .price("", self.amount)
            .field("origin", self.origin)
            .field("mode", self.mode)
            .field("merchant_reference_id", self.merchant_reference_id)
            .field("card_response_format", self.card_response_format)
            .body(
                self.body,
                &[
                    "amount_in_cents",
                    "currency",
                    "origin",
                    "mode",
                    "merchant_reference_id",
                ],
                "{\n  // Required. The amount of the card, in cents\n  \"amount_in_cents\": 8999,\n  // Required. ISO 4217 code; USD or CAD\n  \"currency\": \"USD\",\n  // Required. Origin of the page that opens the card flow, such as https://shop.example\n  \"origin\": \"https://shop.example\",\n  // Required. How the checkout is shown\n  \"mode\": \"popup\",\n  // Required. The merchant's number for the cart: letters, digits, - and _, at most 255 characters\n  \"merchant_reference_id\": \"cart-2002\",\n  // How the merchant receives the card\n  \"card_response_format\": \"token\",\n  // The shopper's data that is known before a virtual card session\n  \"customer\": {\n    // E-mail address\n    \"email\": \"robin@shopper.example\",\n    // Given name\n    \"first_name\": \"Robin\",\n    // Family name\n    \"last_name\": \"Marsh\",\n    // Phone number, United States or Canada\n    \"phone\": \"6125550147\",\n    // A postal address\n    \"billing_address\": {\n      // The name of the person at this address\n      \"name\": \"Robin Marsh\",\n      // Street and house number\n      \"street\": \"12 Harbor Lane\",\n      // Second line, such as a unit number\n      \"street2\": \"Unit 4\",\n      // The city\n      \"city\": \"Minneapolis\",\n      // State or province, two letters\n      \"state\": \"MN\",\n      // ZIP or postal code\n      \"postal_code\": \"55401\",\n      // Country, two letters\n      \"country_code\": \"US\",\n      // A phone number at this address\n      \"phone\": \"6125550147\"\n    }\n  },\n  // The lines of the cart\n  \"items\": [\n    {\n      // Required. The name of the article, shown to the shopper\n      \"name\": \"Hand grinder\",\n      // The merchant's article number\n      \"sku\": \"grinder-1\",\n      // Required. How many units\n      \"quantity\": 1,\n      // Required. The price of one unit, not of the line\n      \"price\": {\n        // Required. The amount in cents, the minor unit of the currency\n        \"amount_in_cents\": 8999,\n        // Required. ISO 4217 code; USD or CAD\n        \"currency\": \"USD\"\n      }\n    }\n  ]\n}",
            )
    }
}

/// Sets the order number of a virtual card session
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle card update SESSION_ID --order-id ORDER_ID")]
pub(crate) struct UpdateCardSession {
    ///The uuid of the card session, as returned when it was created
    session_id: String,
    ///The merchant's order number
    #[arg(long)]
    order_id: Option<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl UpdateCardSession {
    fn into_call(self) -> Call {
        Call::new(&operations::UPDATE_CARD_SESSION, self.flags)
            .path("session_id", &self.session_id)
            .field("order_id", self.order_id)
            .body(
                self.body,
                &["order_id"],
                "{\n  // Required. The merchant's order number\n  \"order_id\": \"order-2002\"\n}",
            )
    }
}

/// Returns the data of a virtual card, once
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle card get TOKEN")]
pub(crate) struct GetCard {
    ///The card token that the merchant received when the shopper finished
    token: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetCard {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_CARD, self.flags).path("token", &self.token)
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Checkout {
    ///Sets the shipping options of an express checkout
    Update(UpdateCheckout),
    ///Deletes the checkout of an order
    Delete(DeleteCheckout),
}

impl Checkout {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Update(command) => Action::Call(Box::new(command.into_call())),
            Self::Delete(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Sets the shipping options of an express checkout
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle checkout update ORDER_UUID --currency-code CURRENCY_CODE --address-uuid ADDRESS_UUID"
)]
pub(crate) struct UpdateCheckout {
    ///The order.uuid of the session
    order_uuid: String,
    ///ISO 4217 code of all amounts
    #[arg(long)]
    currency_code: Option<String>,
    ///The id of the address, from the checkout's address callback
    #[arg(long)]
    address_uuid: Option<String>,
    ///The id of the checkout
    #[arg(long)]
    checkout_uuid: Option<String>,
    ///The order's total in cents
    #[arg(long, value_name = "NUMBER")]
    amount_in_cents: Option<i64>,
    ///The price of shipping in cents
    #[arg(long, value_name = "NUMBER")]
    shipping_amount_in_cents: Option<i64>,
    ///The tax in cents
    #[arg(long, value_name = "NUMBER")]
    tax_amount_in_cents: Option<i64>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl UpdateCheckout {
    fn into_call(self) -> Call {
        Call::new(&operations::UPDATE_CHECKOUT, self.flags)
            .path("order_uuid", &self.order_uuid)
            .field("currency_code", self.currency_code)
            .field("address_uuid", self.address_uuid)
            .field("checkout_uuid", self.checkout_uuid)
            .field("amount_in_cents", self.amount_in_cents)
            .field("shipping_amount_in_cents", self.shipping_amount_in_cents)
            .field("tax_amount_in_cents", self.tax_amount_in_cents)
            .body(
                self.body,
                &["currency_code", "address_uuid"],
                "{\n  // Required. ISO 4217 code of all amounts\n  \"currency_code\": \"USD\",\n  // Required. The id of the address, from the checkout's address callback\n  \"address_uuid\": \"4f3e2d1c-0b9a-4876-9543-21fedcba0012\",\n  // The shipping options\n  \"shipping_options\": [\n    {\n      // Its name\n      \"name\": \"Courier\",\n      // More about it\n      \"description\": \"Two working days\",\n      // The price of shipping, in cents\n      \"shipping_amount_in_cents\": 450,\n      // The tax, in cents\n      \"tax_amount_in_cents\": 200,\n      // The order's total with this option, in cents\n      \"final_order_amount_in_cents\": 4150,\n      // An id of the option\n      \"uuid\": \"1c2b3a4d-5e6f-4708-9a1b-2c3d4e5f6028\"\n    }\n  ],\n  // The id of the checkout\n  \"checkout_uuid\": \"0c1d7a0e-7c55-4f0b-8d5f-3b8f0e2c2002\",\n  // The order's total in cents\n  \"amount_in_cents\": 3500,\n  // The price of shipping in cents\n  \"shipping_amount_in_cents\": 450,\n  // The tax in cents\n  \"tax_amount_in_cents\": 200\n}",
            )
    }
}

/// Deletes the checkout of an order
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle checkout delete ORDER_UUID")]
pub(crate) struct DeleteCheckout {
    ///The order.uuid of the session
    order_uuid: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl DeleteCheckout {
    fn into_call(self) -> Call {
        Call::new(&operations::DELETE_CHECKOUT, self.flags)
            .path("order_uuid", &self.order_uuid)
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Customer {
    ///Returns the tokenized customers
    List(ListCustomers),
    ///Returns a tokenized customer
    Get(GetCustomer),
    ///Deletes a tokenized customer
    Delete(DeleteCustomer),
    ///Checks whether a customer could be charged
    Preapprove(PreapproveCustomer),
    ///Charges a tokenized customer
    Order(CreateCustomerOrder),
}

impl Customer {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::List(command) => Action::Call(Box::new(command.into_call())),
            Self::Get(command) => Action::Call(Box::new(command.into_call())),
            Self::Delete(command) => Action::Call(Box::new(command.into_call())),
            Self::Preapprove(command) => Action::Call(Box::new(command.into_call())),
            Self::Order(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Returns the tokenized customers
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle customer list")]
pub(crate) struct ListCustomers {
    #[command(flatten)]
    flags: CallFlags,
}

impl ListCustomers {
    fn into_call(self) -> Call {
        Call::new(&operations::LIST_CUSTOMERS, self.flags)
    }
}

/// Returns a tokenized customer
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle customer get CUSTOMER_UUID")]
pub(crate) struct GetCustomer {
    ///The id of the tokenized customer
    customer_uuid: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetCustomer {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_CUSTOMER, self.flags)
            .path("customer_uuid", &self.customer_uuid)
    }
}

/// Deletes a tokenized customer
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle customer delete CUSTOMER_UUID")]
pub(crate) struct DeleteCustomer {
    ///The id of the tokenized customer
    customer_uuid: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl DeleteCustomer {
    fn into_call(self) -> Call {
        Call::new(&operations::DELETE_CUSTOMER, self.flags)
            .path("customer_uuid", &self.customer_uuid)
    }
}

/// Checks whether a customer could be charged
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle customer preapprove CUSTOMER_UUID --amount \"41.50 USD\""
)]
pub(crate) struct PreapproveCustomer {
    ///The id of the tokenized customer
    customer_uuid: String,
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl PreapproveCustomer {
    fn into_call(self) -> Call {
        Call::new(&operations::PREAPPROVE_CUSTOMER, self.flags)
            .path("customer_uuid", &self.customer_uuid)
            .price("", self.amount)
            .body(
                self.body,
                &["amount_in_cents", "currency"],
                "{\n  // Required. The amount in cents, the minor unit of the currency\n  \"amount_in_cents\": 2500,\n  // Required. ISO 4217 code; USD or CAD\n  \"currency\": \"USD\"\n}",
            )
    }
}

/// Charges a tokenized customer
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle customer order CUSTOMER_UUID --intent AUTH --reference-id REFERENCE_ID --amount \"41.50 USD\""
)]
pub(crate) struct CreateCustomerOrder {
    ///The id of the tokenized customer
    customer_uuid: String,
    ///What happens when the shopper finishes: AUTH reserves the amount until it is captured, CAPTURE captures it
    #[arg(long, value_parser = ["AUTH", "CAPTURE"])]
    intent: Option<String>,
    ///The merchant's order number, which must be unique: letters, digits, - and _
    #[arg(long)]
    reference_id: Option<String>,
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    ///The payment plan to use; at most one
    #[arg(
        long,
        value_delimiter = ',',
        value_parser = ["4-pay-biweekly",
        "4-pay-monthly",
        "6-pay-monthly"]
    )]
    financing_options: Vec<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    request_id: RequestIdFlag,
    #[command(flatten)]
    flags: CallFlags,
}

impl CreateCustomerOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::CREATE_CUSTOMER_ORDER, self.flags)
            .path("customer_uuid", &self.customer_uuid)
            .field("intent", self.intent)
            .field("reference_id", self.reference_id)
            .price("order_amount", self.amount)
            .list("financing_options", &self.financing_options)
            .body(
                self.body,
                &["intent", "reference_id", "order_amount"],
                "{\n  // Required. What happens when the shopper finishes: AUTH reserves the amount until it is captured, CAPTURE captures it\n  \"intent\": \"CAPTURE\",\n  // Required. The merchant's order number, which must be unique: letters, digits, - and _\n  \"reference_id\": \"box-2026-04\",\n  // Required. The amount to charge, in cents\n  \"order_amount\": {\n    // Required. The amount in cents, the minor unit of the currency\n    \"amount_in_cents\": 2500,\n    // Required. ISO 4217 code; USD or CAD\n    \"currency\": \"USD\"\n  },\n  // The payment plan to use; at most one\n  \"financing_options\": [\"4-pay-biweekly\"]\n}",
            )
            .request_id(self.request_id)
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Interest {
    ///Returns the balance of the interest account
    Balance(GetInterestBalance),
    ///Returns the transactions of the interest account
    Activity(GetInterestActivity),
}

impl Interest {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Balance(command) => Action::Call(Box::new(command.into_call())),
            Self::Activity(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Returns the balance of the interest account
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle interest balance")]
pub(crate) struct GetInterestBalance {
    ///ISO 4217 code
    #[arg(long)]
    currency_code: Option<String>,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetInterestBalance {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_INTEREST_BALANCE, self.flags)
            .query("currency-code", self.currency_code)
    }
}

/// Returns the transactions of the interest account
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle interest activity --start-date 2026-03-01")]
pub(crate) struct GetInterestActivity {
    ///The first day, in UTC
    #[arg(long)]
    start_date: String,
    ///The last day, in UTC
    #[arg(long)]
    end_date: Option<String>,
    ///The number of records to skip
    #[arg(long, value_name = "NUMBER")]
    offset: Option<i64>,
    ///ISO 4217 code
    #[arg(long)]
    currency_code: Option<String>,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetInterestActivity {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_INTEREST_ACTIVITY, self.flags)
            .query("start-date", Some(self.start_date))
            .query("end-date", self.end_date)
            .query("offset", self.offset)
            .query("currency-code", self.currency_code)
            .csv()
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Order {
    ///Returns an order
    Get(GetOrder),
    ///Changes the reference of an order
    Update(UpdateOrder),
    ///Releases an authorized amount
    Release(ReleaseOrder),
    ///Captures an authorized amount
    Capture(CaptureOrder),
    ///Refunds a captured amount
    Refund(RefundOrder),
    ///Reauthorizes an expired order
    Reauthorize(ReauthorizeOrder),
    ///Charges an additional amount
    Upcharge(UpchargeOrder),
}

impl Order {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Get(command) => Action::Call(Box::new(command.into_call())),
            Self::Update(command) => Action::Call(Box::new(command.into_call())),
            Self::Release(command) => Action::Call(Box::new(command.into_call())),
            Self::Capture(command) => Action::Call(Box::new(command.into_call())),
            Self::Refund(command) => Action::Call(Box::new(command.into_call())),
            Self::Reauthorize(command) => Action::Call(Box::new(command.into_call())),
            Self::Upcharge(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Returns an order
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle order get ORDER_UUID")]
pub(crate) struct GetOrder {
    ///The order.uuid of the session
    order_uuid: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_ORDER, self.flags)
            .path("order_uuid", &self.order_uuid)
    }
}

/// Changes the reference of an order
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle order update ORDER_UUID --reference-id REFERENCE_ID"
)]
pub(crate) struct UpdateOrder {
    ///The order.uuid of the session
    order_uuid: String,
    ///The merchant's order number: letters, digits, - and _
    #[arg(long)]
    reference_id: Option<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl UpdateOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::UPDATE_ORDER, self.flags)
            .path("order_uuid", &self.order_uuid)
            .field("reference_id", self.reference_id)
            .body(
                self.body,
                &["reference_id"],
                "{\n  // Required. The merchant's order number: letters, digits, - and _\n  \"reference_id\": \"order-1001-b\"\n}",
            )
    }
}

/// Releases an authorized amount
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle order release ORDER_UUID --amount \"41.50 USD\""
)]
pub(crate) struct ReleaseOrder {
    ///The order.uuid of the session
    order_uuid: String,
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    request_id: RequestIdFlag,
    #[command(flatten)]
    flags: CallFlags,
}

impl ReleaseOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::RELEASE_ORDER, self.flags)
            .path("order_uuid", &self.order_uuid)
            .price("", self.amount)
            .body(
                self.body,
                &["amount_in_cents", "currency"],
                "{\n  // Required. The amount in cents, the minor unit of the currency\n  \"amount_in_cents\": 150,\n  // Required. ISO 4217 code; USD or CAD\n  \"currency\": \"USD\"\n}",
            )
            .request_id(self.request_id)
    }
}

/// Captures an authorized amount
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle order capture ORDER_UUID --amount \"41.50 USD\""
)]
pub(crate) struct CaptureOrder {
    ///The order.uuid of the session
    order_uuid: String,
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    ///Whether more captures follow
    #[arg(long, num_args = 0..= 1, default_missing_value = "true")]
    partial_capture: Option<bool>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    request_id: RequestIdFlag,
    #[command(flatten)]
    flags: CallFlags,
}

impl CaptureOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::CAPTURE_ORDER, self.flags)
            .path("order_uuid", &self.order_uuid)
            .price("capture_amount", self.amount)
            .field("partial_capture", self.partial_capture)
            .body(
                self.body,
                &["capture_amount"],
                "{\n  // Required. The amount in cents, in the order's currency, at most the remaining authorized amount\n  \"capture_amount\": {\n    // Required. The amount in cents, the minor unit of the currency\n    \"amount_in_cents\": 4000,\n    // Required. ISO 4217 code; USD or CAD\n    \"currency\": \"USD\"\n  },\n  // Whether more captures follow\n  \"partial_capture\": true\n}",
            )
            .request_id(self.request_id)
    }
}

/// Refunds a captured amount
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle order refund ORDER_UUID --amount \"41.50 USD\""
)]
pub(crate) struct RefundOrder {
    ///The order.uuid of the session
    order_uuid: String,
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    request_id: RequestIdFlag,
    #[command(flatten)]
    flags: CallFlags,
}

impl RefundOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::REFUND_ORDER, self.flags)
            .path("order_uuid", &self.order_uuid)
            .price("", self.amount)
            .body(
                self.body,
                &["amount_in_cents", "currency"],
                "{\n  // Required. The amount in cents, the minor unit of the currency\n  \"amount_in_cents\": 500,\n  // Required. ISO 4217 code; USD or CAD\n  \"currency\": \"USD\"\n}",
            )
            .request_id(self.request_id)
    }
}

/// Reauthorizes an expired order
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle order reauthorize ORDER_UUID --amount \"41.50 USD\""
)]
pub(crate) struct ReauthorizeOrder {
    ///The order.uuid of the session
    order_uuid: String,
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    request_id: RequestIdFlag,
    #[command(flatten)]
    flags: CallFlags,
}

impl ReauthorizeOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::REAUTHORIZE_ORDER, self.flags)
            .path("order_uuid", &self.order_uuid)
            .price("", self.amount)
            .body(
                self.body,
                &["amount_in_cents", "currency"],
                "{\n  // Required. The amount in cents, the minor unit of the currency\n  \"amount_in_cents\": 4150,\n  // Required. ISO 4217 code; USD or CAD\n  \"currency\": \"USD\"\n}",
            )
            .request_id(self.request_id)
    }
}

/// Charges an additional amount
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle order upcharge ORDER_UUID --intent AUTH --amount \"41.50 USD\""
)]
pub(crate) struct UpchargeOrder {
    ///The order.uuid of the session
    order_uuid: String,
    ///What happens when the shopper finishes: AUTH reserves the amount until it is captured, CAPTURE captures it
    #[arg(long, value_parser = ["AUTH", "CAPTURE"])]
    intent: Option<String>,
    ///The amount and currency, such as "41.50 USD"
    #[arg(long)]
    amount: Option<Amount>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    request_id: RequestIdFlag,
    #[command(flatten)]
    flags: CallFlags,
}

impl UpchargeOrder {
    fn into_call(self) -> Call {
        Call::new(&operations::UPCHARGE_ORDER, self.flags)
            .path("order_uuid", &self.order_uuid)
            .field("intent", self.intent)
            .price("upcharge_amount", self.amount)
            .body(
                self.body,
                &["intent", "upcharge_amount"],
                "{\n  // Required. What happens when the shopper finishes: AUTH reserves the amount until it is captured, CAPTURE captures it\n  \"intent\": \"CAPTURE\",\n  // Required. The amount in cents, in the order's currency\n  \"upcharge_amount\": {\n    // Required. The amount in cents, the minor unit of the currency\n    \"amount_in_cents\": 300,\n    // Required. ISO 4217 code; USD or CAD\n    \"currency\": \"USD\"\n  }\n}",
            )
            .request_id(self.request_id)
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Report {
    ///Returns the orders of up to seven days
    Orders(GetOrderReport),
}

impl Report {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Orders(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Returns the orders of up to seven days
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle report orders --start-date 2026-03-01 --end-date 2026-03-01"
)]
pub(crate) struct GetOrderReport {
    ///The first day, in UTC
    #[arg(long)]
    start_date: String,
    ///The last day, in UTC
    #[arg(long)]
    end_date: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetOrderReport {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_ORDER_REPORT, self.flags)
            .query("start-date", Some(self.start_date))
            .query("end-date", Some(self.end_date))
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Session {
    ///Starts a checkout
    Create(CreateSession),
    ///Returns a session
    Get(GetSession),
}

impl Session {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Create(command) => Action::Call(Box::new(command.into_call())),
            Self::Get(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Starts a checkout
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle session create --body FILE")]
pub(crate) struct CreateSession {
    ///The kind of express checkout, if any
    #[arg(long, value_parser = ["single-step", "multi-step", "no-shipping"])]
    express_checkout_type: Option<String>,
    ///Whether this is an express checkout
    #[arg(long, num_args = 0..= 1, default_missing_value = "true")]
    is_express_checkout: Option<bool>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl CreateSession {
    fn into_call(self) -> Call {
        Call::new(&operations::CREATE_SESSION, self.flags)
            .field("express_checkout_type", self.express_checkout_type)
            .field("is_express_checkout", self.is_express_checkout)
            .body(
                self.body,
                &["cancel_url", "complete_url"],
                "{\n  // Required. The URL to which the shopper is redirected after cancelling the checkout\n  \"cancel_url\": {\n    // Required. The full URL\n    \"href\": \"https://shop.example/cart\",\n    // The HTTP method\n    \"method\": \"GET\"\n  },\n  // Required. The URL to which the shopper is redirected after completing the checkout\n  \"complete_url\": {\n    // Required. The full URL\n    \"href\": \"https://shop.example/thanks?order=1001\",\n    // The HTTP method\n    \"method\": \"GET\"\n  },\n  // The shopper's data that is known before the checkout\n  \"customer\": {\n    // Whether to ask the shopper for permission to charge later orders without a checkout\n    \"tokenize\": true,\n    // E-mail address\n    \"email\": \"robin@shopper.example\",\n    // Given name\n    \"first_name\": \"Robin\",\n    // Family name\n    \"last_name\": \"Marsh\",\n    // Phone number, United States or Canada\n    \"phone\": \"6125550147\",\n    // Date of birth as YYYY-MM-DD\n    \"dob\": \"1990-02-28\",\n    // Whether this order starts a subscription\n    \"recurring\": true,\n    // Details of the subscription for the shopper, such as its name\n    \"recurring_metadata\": {\n      \"name\": \"Monthly coffee box\"\n    },\n    // A postal address\n    \"billing_address\": {\n      // The name of the person at this address\n      \"name\": \"Robin Marsh\",\n      // Street and house number\n      \"street\": \"12 Harbor Lane\",\n      // Second line, such as a unit number\n      \"street2\": \"Unit 4\",\n      // The city\n      \"city\": \"Minneapolis\",\n      // State or province, two letters\n      \"state\": \"MN\",\n      // ZIP or postal code\n      \"postal_code\": \"55401\",\n      // Country, two letters\n      \"country_code\": \"US\",\n      // A phone number at this address\n      \"phone\": \"6125550147\",\n      // Another name for phone in some responses\n      \"phone_number\": \"6125550147\"\n    },\n    // A postal address\n    \"shipping_address\": {\n      // The name of the person at this address\n      \"name\": \"Robin Marsh\",\n      // Street and house number\n      \"street\": \"12 Harbor Lane\",\n      // Second line, such as a unit number\n      \"street2\": \"Unit 4\",\n      // The city\n      \"city\": \"Minneapolis\",\n      // State or province, two letters\n      \"state\": \"MN\",\n      // ZIP or postal code\n      \"postal_code\": \"55401\",\n      // Country, two letters\n      \"country_code\": \"US\",\n      // A phone number at this address\n      \"phone\": \"6125550147\"\n    }\n  },\n  // The order to pay\n  \"order\": {\n    // What happens when the shopper finishes: AUTH reserves the amount until it is captured, CAPTURE captures it\n    \"intent\": \"AUTH\",\n    // The merchant's order number, which must be unique: letters, digits, - and _\n    \"reference_id\": \"order-1001\",\n    // A description of the order, shown to the shopper\n    \"description\": \"Two bags of coffee\",\n    // Required. The total: items, shipping and tax, less discounts\n    \"order_amount\": {\n      // Required. The amount in cents, the minor unit of the currency\n      \"amount_in_cents\": 4150,\n      // Required. ISO 4217 code; USD or CAD\n      \"currency\": \"USD\"\n    },\n    // The lines of the cart\n    \"items\": [\n      {\n        // Required. The name of the article, shown to the shopper\n        \"name\": \"Coffee beans, 1 kg\",\n        // The merchant's article number\n        \"sku\": \"coffee-1kg\",\n        // Required. How many units\n        \"quantity\": 2,\n        // Required. The price of one unit, not of the line\n        \"price\": {\n          // Required. The amount in cents, the minor unit of the currency\n          \"amount_in_cents\": 1900,\n          // Required. ISO 4217 code; USD or CAD\n          \"currency\": \"USD\"\n        },\n        // The shop's categories, outermost first\n        \"category_path\": \"Groceries > Coffee\",\n        // The brand\n        \"brand\": \"Harbor Roasters\",\n        // A picture of the article\n        \"image_url\": \"https://shop.example/images/coffee.png\",\n        // The article's page\n        \"product_url\": \"https://shop.example/coffee\",\n        // GTIN, such as an EAN or UPC\n        \"global_trade_item_number\": \"00012345600012\",\n        // The manufacturer's part number\n        \"manufacturer_part_number\": \"HR-1000\"\n      }\n    ],\n    // The discounts, already included in the total\n    \"discounts\": [\n      {\n        // Required. The reason for the discount\n        \"name\": \"Spring sale\",\n        // Required. An amount of money\n        \"amount\": {\n          // Required. The amount in cents, the minor unit of the currency\n          \"amount_in_cents\": 300,\n          // Required. ISO 4217 code; USD or CAD\n          \"currency\": \"USD\"\n        }\n      }\n    ],\n    // The merchant's own data\n    \"metadata\": {\n      \"channel\": \"web\"\n    },\n    // The price of shipping, already included in the total\n    \"shipping_amount\": {\n      // Required. The amount in cents, the minor unit of the currency\n      \"amount_in_cents\": 450,\n      // Required. ISO 4217 code; USD or CAD\n      \"currency\": \"USD\"\n    },\n    // The tax, already included in the total\n    \"tax_amount\": {\n      // Required. The amount in cents, the minor unit of the currency\n      \"amount_in_cents\": 200,\n      // Required. ISO 4217 code; USD or CAD\n      \"currency\": \"USD\"\n    },\n    // Whether Sezzle should ask the shopper for a shipping address\n    \"requires_shipping_info\": false,\n    // When the checkout link expires\n    \"checkout_expiration\": \"2026-03-02T12:00:00Z\",\n    // How the checkout is shown\n    \"checkout_mode\": \"redirect\",\n    // The payment plan to offer; at most one\n    \"checkout_financing_options\": [\"4-pay-biweekly\"],\n    // Where to send the checkout link, for sales in a store\n    \"send_checkout_url\": {\n      // Phone number for a text message\n      \"to_sms_phone\": \"6125550147\",\n      // E-mail address\n      \"to_email\": \"robin@shopper.example\",\n      // Language of the message; en, fr or fr-CA\n      \"language\": \"en\"\n    },\n    // Language of the checkout\n    \"locale\": \"en-US\"\n  },\n  // The kind of express checkout, if any\n  \"express_checkout_type\": \"single-step\",\n  // Whether this is an express checkout\n  \"is_express_checkout\": true\n}",
            )
    }
}

/// Returns a session
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle session get SESSION_UUID")]
pub(crate) struct GetSession {
    ///The uuid of the session, as returned when it was created
    session_uuid: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetSession {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_SESSION, self.flags)
            .path("session_uuid", &self.session_uuid)
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Settlement {
    ///Returns the payouts
    List(ListSettlements),
    ///Returns the rows of a payout
    Details(GetSettlementDetails),
    #[command(flatten)]
    Local(crate::settlement::Local),
}

impl Settlement {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::List(command) => Action::Call(Box::new(command.into_call())),
            Self::Details(command) => Action::Call(Box::new(command.into_call())),
            Self::Local(command) => command.into(),
        }
    }
}

/// Returns the payouts
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle settlement list --start-date 2026-03-01")]
pub(crate) struct ListSettlements {
    ///The first day, in UTC
    #[arg(long)]
    start_date: String,
    ///The last day, in UTC
    #[arg(long)]
    end_date: Option<String>,
    ///The number of records to skip
    #[arg(long, value_name = "NUMBER")]
    offset: Option<i64>,
    ///ISO 4217 code
    #[arg(long)]
    currency_code: Option<String>,
    #[command(flatten)]
    flags: CallFlags,
}

impl ListSettlements {
    fn into_call(self) -> Call {
        Call::new(&operations::LIST_SETTLEMENTS, self.flags)
            .query("start-date", Some(self.start_date))
            .query("end-date", self.end_date)
            .query("offset", self.offset)
            .query("currency-code", self.currency_code)
    }
}

/// Returns the rows of a payout
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle settlement details PAYOUT_UUID")]
pub(crate) struct GetSettlementDetails {
    ///The uuid of the payout, from the list of payouts
    payout_uuid: String,
    ///Keys of order metadata to add as columns, separated by commas
    #[arg(long)]
    metadata: Option<String>,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetSettlementDetails {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_SETTLEMENT_DETAILS, self.flags)
            .path("payout_uuid", &self.payout_uuid)
            .query("metadata", self.metadata)
            .csv()
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Tokenization {
    ///Returns the state of a tokenization request
    Get(GetTokenization),
}

impl Tokenization {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::Get(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Returns the state of a tokenization request
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle tokenization get TOKEN")]
pub(crate) struct GetTokenization {
    ///The tokenize.token of the session
    token: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetTokenization {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_TOKENIZATION, self.flags).path("token", &self.token)
    }
}

/// The commands of a group.
#[derive(Subcommand)]
pub(crate) enum Webhook {
    ///Returns all subscriptions
    List(ListWebhooks),
    ///Subscribes a URL to events
    Create(CreateWebhook),
    ///Returns a subscription
    Get(GetWebhook),
    ///Changes a subscription
    Update(UpdateWebhook),
    ///Deletes a subscription
    Delete(DeleteWebhook),
    ///Sends a test event
    Test(TestWebhook),
}

impl Webhook {
    pub(crate) fn into_action(self) -> Action {
        match self {
            Self::List(command) => Action::Call(Box::new(command.into_call())),
            Self::Create(command) => Action::Call(Box::new(command.into_call())),
            Self::Get(command) => Action::Call(Box::new(command.into_call())),
            Self::Update(command) => Action::Call(Box::new(command.into_call())),
            Self::Delete(command) => Action::Call(Box::new(command.into_call())),
            Self::Test(command) => Action::Call(Box::new(command.into_call())),
        }
    }
}

/// Returns all subscriptions
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle webhook list")]
pub(crate) struct ListWebhooks {
    #[command(flatten)]
    flags: CallFlags,
}

impl ListWebhooks {
    fn into_call(self) -> Call {
        Call::new(&operations::LIST_WEBHOOKS, self.flags)
    }
}

/// Subscribes a URL to events
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle webhook create --url https://shop.example/sezzle-events --events customer.tokenized"
)]
pub(crate) struct CreateWebhook {
    ///The URL to send the events to
    #[arg(long)]
    url: Option<String>,
    ///The events to send
    #[arg(
        long,
        value_delimiter = ',',
        value_parser = ["customer.tokenized",
        "order.authorized",
        "order.captured",
        "order.refunded",
        "dispute.merchant_input_requested",
        "dispute.deadline_approaching",
        "dispute.closed.customer_win",
        "dispute.closed.merchant_win",
        "dispute.closed.neutral"]
    )]
    events: Vec<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl CreateWebhook {
    fn into_call(self) -> Call {
        Call::new(&operations::CREATE_WEBHOOK, self.flags)
            .field("url", self.url)
            .list("events", &self.events)
            .body(
                self.body,
                &["url", "events"],
                "{\n  // Required. The URL to send the events to\n  \"url\": \"https://shop.example/sezzle-events\",\n  // Required. The events to send\n  \"events\": [\"customer.tokenized\",\"order.authorized\",\"order.captured\",\"order.refunded\",\"dispute.merchant_input_requested\",\"dispute.deadline_approaching\",\"dispute.closed.customer_win\",\"dispute.closed.merchant_win\",\"dispute.closed.neutral\"]\n}",
            )
    }
}

/// Returns a subscription
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle webhook get WEBHOOKS_UUID")]
pub(crate) struct GetWebhook {
    ///The id of the subscription
    webhooks_uuid: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl GetWebhook {
    fn into_call(self) -> Call {
        Call::new(&operations::GET_WEBHOOK, self.flags)
            .path("webhooks_uuid", &self.webhooks_uuid)
    }
}

/// Changes a subscription
#[derive(Args)]
#[command(
    before_help = "Example:\n  sezzle webhook update WEBHOOKS_UUID --url https://shop.example/sezzle-events --events customer.tokenized"
)]
pub(crate) struct UpdateWebhook {
    ///The id of the subscription
    webhooks_uuid: String,
    ///The URL to send the events to
    #[arg(long)]
    url: Option<String>,
    ///The events to send
    #[arg(
        long,
        value_delimiter = ',',
        value_parser = ["customer.tokenized",
        "order.authorized",
        "order.captured",
        "order.refunded",
        "dispute.merchant_input_requested",
        "dispute.deadline_approaching",
        "dispute.closed.customer_win",
        "dispute.closed.merchant_win",
        "dispute.closed.neutral"]
    )]
    events: Vec<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl UpdateWebhook {
    fn into_call(self) -> Call {
        Call::new(&operations::UPDATE_WEBHOOK, self.flags)
            .path("webhooks_uuid", &self.webhooks_uuid)
            .field("url", self.url)
            .list("events", &self.events)
            .body(
                self.body,
                &["url", "events"],
                "{\n  // Required. The URL to send the events to\n  \"url\": \"https://shop.example/sezzle-events\",\n  // Required. The events to send\n  \"events\": [\"customer.tokenized\",\"order.authorized\",\"order.captured\",\"order.refunded\",\"dispute.merchant_input_requested\",\"dispute.deadline_approaching\",\"dispute.closed.customer_win\",\"dispute.closed.merchant_win\",\"dispute.closed.neutral\"]\n}",
            )
    }
}

/// Deletes a subscription
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle webhook delete WEBHOOKS_UUID")]
pub(crate) struct DeleteWebhook {
    ///The id of the subscription
    webhooks_uuid: String,
    #[command(flatten)]
    flags: CallFlags,
}

impl DeleteWebhook {
    fn into_call(self) -> Call {
        Call::new(&operations::DELETE_WEBHOOK, self.flags)
            .path("webhooks_uuid", &self.webhooks_uuid)
    }
}

/// Sends a test event
#[derive(Args)]
#[command(before_help = "Example:\n  sezzle webhook test --event customer.tokenized")]
pub(crate) struct TestWebhook {
    ///The name of an event
    #[arg(
        long,
        value_parser = ["customer.tokenized",
        "order.authorized",
        "order.captured",
        "order.refunded",
        "dispute.merchant_input_requested",
        "dispute.deadline_approaching",
        "dispute.closed.customer_win",
        "dispute.closed.merchant_win",
        "dispute.closed.neutral"]
    )]
    event: Option<String>,
    ///The URL to send it to
    #[arg(long)]
    url: Option<String>,
    #[command(flatten)]
    body: BodyFlags,
    #[command(flatten)]
    flags: CallFlags,
}

impl TestWebhook {
    fn into_call(self) -> Call {
        Call::new(&operations::TEST_WEBHOOK, self.flags)
            .field("event", self.event)
            .field("url", self.url)
            .body(
                self.body,
                &["event"],
                "{\n  // Required. The name of an event\n  \"event\": \"order.captured\",\n  // The URL to send it to\n  \"url\": \"https://shop.example/sezzle-events\"\n}",
            )
    }
}
