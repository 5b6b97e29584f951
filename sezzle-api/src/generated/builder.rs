// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

use reqwest::{Method, Request};

use super::types;
use crate::error::Error;
use crate::call::encode as encode;
use crate::operation_builder::operation_builder;
use crate::prepared_call::prepare;

operation_builder! {
    /// The request of [`Client::authenticate`](crate::client::Client::authenticate).
    Authenticate: AUTHENTICATE -> json types::BearerToken {
        /// The merchant's key pair.
        required body: types::ApiKeys,
    }
}

impl Authenticate {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/authentication"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::create_session`](crate::client::Client::create_session).
    CreateSession: CREATE_SESSION -> json types::Session {
        /// The order, and the URLs to which the shopper is redirected afterwards.
        required body: types::SessionRequest,
    }
}

impl CreateSession {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/session"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_session`](crate::client::Client::get_session).
    GetSession: GET_SESSION -> json types::Session {
        /// The `uuid` of the session, as returned when it was created.
        required session_uuid: String,
    }
}

impl GetSession {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let session_uuid = encode::path_segment("session_uuid", &self.session_uuid)?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/session/{session_uuid}"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::create_card_session`](crate::client::Client::create_card_session).
    CreateCardSession: CREATE_CARD_SESSION -> json types::CardSession {
        /// The amount of the card, and how the card session is shown.
        required body: types::CardSessionRequest,
    }
}

impl CreateCardSession {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/session/card"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::update_card_session`](crate::client::Client::update_card_session).
    UpdateCardSession: UPDATE_CARD_SESSION -> empty () {
        /// The `uuid` of the card session, as returned when it was created.
        required session_id: String,
        /// The merchant's order number.
        required body: types::CardOrderRequest,
    }
}

impl UpdateCardSession {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let session_id = encode::path_segment("session_id", &self.session_id)?;
        let mut request = encode::new_request(&self.client, Method::PATCH, format_args!("/v2/session/{session_id}/card"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_card`](crate::client::Client::get_card).
    GetCard: GET_CARD -> json types::CardData {
        /// The card token that the merchant received when the shopper finished.
        required token: String,
    }
}

impl GetCard {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let token = encode::path_segment("token", &self.token)?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/session/card/token/{token}"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_order`](crate::client::Client::get_order).
    GetOrder: GET_ORDER -> json types::Order {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
    }
}

impl GetOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/order/{order_uuid}"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::update_order`](crate::client::Client::update_order).
    UpdateOrder: UPDATE_ORDER -> empty () {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
        /// The new order number.
        required body: types::OrderUpdate,
    }
}

impl UpdateOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::PATCH, format_args!("/v2/order/{order_uuid}"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::release_order`](crate::client::Client::release_order).
    ReleaseOrder: RELEASE_ORDER -> json types::Transaction {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
        /// An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
        optional sezzle_request_id: String,
        /// The amount to release, in cents, in the order's currency.
        required body: types::Price,
    }
}

impl ReleaseOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/order/{order_uuid}/release"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        if let Some(value) = &self.sezzle_request_id { encode::header(&mut request, "Sezzle-Request-Id", value)?; }
        Ok(request)
    }
}

prepare!(ReleaseOrder: RELEASE_ORDER);

operation_builder! {
    /// The request of [`Client::capture_order`](crate::client::Client::capture_order).
    CaptureOrder: CAPTURE_ORDER -> json types::Transaction {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
        /// An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
        optional sezzle_request_id: String,
        /// What to capture.
        required body: types::CaptureRequest,
    }
}

impl CaptureOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/order/{order_uuid}/capture"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        if let Some(value) = &self.sezzle_request_id { encode::header(&mut request, "Sezzle-Request-Id", value)?; }
        Ok(request)
    }
}

prepare!(CaptureOrder: CAPTURE_ORDER);

operation_builder! {
    /// The request of [`Client::refund_order`](crate::client::Client::refund_order).
    RefundOrder: REFUND_ORDER -> json types::Transaction {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
        /// An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
        optional sezzle_request_id: String,
        /// The amount to refund, in cents, in the order's currency.
        required body: types::Price,
    }
}

impl RefundOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/order/{order_uuid}/refund"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        if let Some(value) = &self.sezzle_request_id { encode::header(&mut request, "Sezzle-Request-Id", value)?; }
        Ok(request)
    }
}

prepare!(RefundOrder: REFUND_ORDER);

operation_builder! {
    /// The request of [`Client::reauthorize_order`](crate::client::Client::reauthorize_order).
    ReauthorizeOrder: REAUTHORIZE_ORDER -> json types::OrderCreated {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
        /// An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
        optional sezzle_request_id: String,
        /// The amount to authorize, in cents, in the order's currency.
        required body: types::Price,
    }
}

impl ReauthorizeOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/order/{order_uuid}/reauthorize"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        if let Some(value) = &self.sezzle_request_id { encode::header(&mut request, "Sezzle-Request-Id", value)?; }
        Ok(request)
    }
}

prepare!(ReauthorizeOrder: REAUTHORIZE_ORDER);

operation_builder! {
    /// The request of [`Client::upcharge_order`](crate::client::Client::upcharge_order).
    UpchargeOrder: UPCHARGE_ORDER -> json types::Transaction {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
        /// An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
        optional sezzle_request_id: String,
        /// The amount to charge.
        required body: types::UpchargeRequest,
    }
}

impl UpchargeOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/order/{order_uuid}/upcharge"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        if let Some(value) = &self.sezzle_request_id { encode::header(&mut request, "Sezzle-Request-Id", value)?; }
        Ok(request)
    }
}

prepare!(UpchargeOrder: UPCHARGE_ORDER);

operation_builder! {
    /// The request of [`Client::delete_checkout`](crate::client::Client::delete_checkout).
    DeleteCheckout: DELETE_CHECKOUT -> empty () {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
    }
}

impl DeleteCheckout {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::DELETE, format_args!("/v2/order/{order_uuid}/checkout"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::update_checkout`](crate::client::Client::update_checkout).
    UpdateCheckout: UPDATE_CHECKOUT -> empty () {
        /// The `order.uuid` of the session. Not the order's id in the merchant dashboard.
        required order_uuid: String,
        /// The shipping options.
        required body: types::CheckoutUpdate,
    }
}

impl UpdateCheckout {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let order_uuid = encode::path_segment("order_uuid", &self.order_uuid)?;
        let mut request = encode::new_request(&self.client, Method::PATCH, format_args!("/v2/order/{order_uuid}/checkout"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::list_customers`](crate::client::Client::list_customers).
    ListCustomers: LIST_CUSTOMERS -> list Vec<types::TokenizedCustomer> {
    }
}

impl ListCustomers {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/customer"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_customer`](crate::client::Client::get_customer).
    GetCustomer: GET_CUSTOMER -> json types::Customer {
        /// The id of the tokenized customer.
        required customer_uuid: String,
    }
}

impl GetCustomer {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let customer_uuid = encode::path_segment("customer_uuid", &self.customer_uuid)?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/customer/{customer_uuid}"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::delete_customer`](crate::client::Client::delete_customer).
    DeleteCustomer: DELETE_CUSTOMER -> empty () {
        /// The id of the tokenized customer.
        required customer_uuid: String,
    }
}

impl DeleteCustomer {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let customer_uuid = encode::path_segment("customer_uuid", &self.customer_uuid)?;
        let mut request = encode::new_request(&self.client, Method::DELETE, format_args!("/v2/customer/{customer_uuid}"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::preapprove_customer`](crate::client::Client::preapprove_customer).
    PreapproveCustomer: PREAPPROVE_CUSTOMER -> json types::Preapproval {
        /// The id of the tokenized customer.
        required customer_uuid: String,
        /// The amount to check, in cents.
        required body: types::Price,
    }
}

impl PreapproveCustomer {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let customer_uuid = encode::path_segment("customer_uuid", &self.customer_uuid)?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/customer/{customer_uuid}/preapprove"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::create_customer_order`](crate::client::Client::create_customer_order).
    CreateCustomerOrder: CREATE_CUSTOMER_ORDER -> json types::OrderCreated {
        /// The id of the tokenized customer.
        required customer_uuid: String,
        /// An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
        optional sezzle_request_id: String,
        /// The order.
        required body: types::CustomerOrderRequest,
    }
}

impl CreateCustomerOrder {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let customer_uuid = encode::path_segment("customer_uuid", &self.customer_uuid)?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/customer/{customer_uuid}/order"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        if let Some(value) = &self.sezzle_request_id { encode::header(&mut request, "Sezzle-Request-Id", value)?; }
        Ok(request)
    }
}

prepare!(CreateCustomerOrder: CREATE_CUSTOMER_ORDER);

operation_builder! {
    /// The request of [`Client::get_tokenization`](crate::client::Client::get_tokenization).
    GetTokenization: GET_TOKENIZATION -> json types::Tokenization {
        /// The `tokenize.token` of the session.
        required token: String,
    }
}

impl GetTokenization {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let token = encode::path_segment("token", &self.token)?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/token/{token}/session"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::list_webhooks`](crate::client::Client::list_webhooks).
    ListWebhooks: LIST_WEBHOOKS -> list Vec<types::Webhook> {
    }
}

impl ListWebhooks {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/webhooks"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::create_webhook`](crate::client::Client::create_webhook).
    CreateWebhook: CREATE_WEBHOOK -> json types::Resource {
        /// The URL and the events to send there.
        required body: types::WebhookRequest,
    }
}

impl CreateWebhook {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/webhooks"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_webhook`](crate::client::Client::get_webhook).
    GetWebhook: GET_WEBHOOK -> json types::Webhook {
        /// The id of the subscription.
        required webhooks_uuid: String,
    }
}

impl GetWebhook {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let webhooks_uuid = encode::path_segment("webhooks_uuid", &self.webhooks_uuid)?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/webhooks/{webhooks_uuid}"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::delete_webhook`](crate::client::Client::delete_webhook).
    DeleteWebhook: DELETE_WEBHOOK -> empty () {
        /// The id of the subscription.
        required webhooks_uuid: String,
    }
}

impl DeleteWebhook {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let webhooks_uuid = encode::path_segment("webhooks_uuid", &self.webhooks_uuid)?;
        let mut request = encode::new_request(&self.client, Method::DELETE, format_args!("/v2/webhooks/{webhooks_uuid}"))?;
        encode::accept_json(&mut request);
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::update_webhook`](crate::client::Client::update_webhook).
    UpdateWebhook: UPDATE_WEBHOOK -> json types::Resource {
        /// The id of the subscription.
        required webhooks_uuid: String,
        /// The URL and all events to send there.
        required body: types::WebhookRequest,
    }
}

impl UpdateWebhook {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let webhooks_uuid = encode::path_segment("webhooks_uuid", &self.webhooks_uuid)?;
        let mut request = encode::new_request(&self.client, Method::PATCH, format_args!("/v2/webhooks/{webhooks_uuid}"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::test_webhook`](crate::client::Client::test_webhook).
    TestWebhook: TEST_WEBHOOK -> empty () {
        /// The event, and where to send it.
        required body: types::WebhookTestRequest,
    }
}

impl TestWebhook {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::POST, format_args!("/v2/webhooks/test"))?;
        encode::accept_json(&mut request);
        encode::json_body(&mut request, encode::required("body", &self.body)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::list_settlements`](crate::client::Client::list_settlements).
    ListSettlements: LIST_SETTLEMENTS -> list Vec<types::SettlementSummary> {
        /// ISO 4217 code. Defaults to `USD`.
        optional currency_code: String,
        /// The last day, in UTC. Defaults to today: a nightly job that sets the first day only reads the newest records again the next night. `days` sets both.
        optional end_date: ::chrono::naive::NaiveDate,
        /// The number of records to skip. Defaults to 0.
        optional offset: i32,
        /// The first day, in UTC.
        required start_date: ::chrono::naive::NaiveDate,
    }
}

impl ListSettlements {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/settlements/summaries"))?;
        encode::accept_json(&mut request);
        if let Some(value) = &self.currency_code { encode::query(&mut request, "currency-code", value)?; }
        if let Some(value) = &self.end_date { encode::query(&mut request, "end-date", value)?; }
        if let Some(value) = &self.offset { encode::query(&mut request, "offset", value)?; }
        encode::query(&mut request, "start-date", encode::required("start_date", &self.start_date)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_settlement_details`](crate::client::Client::get_settlement_details).
    GetSettlementDetails: GET_SETTLEMENT_DETAILS -> stream crate::call::byte_stream::ByteStream {
        /// The `uuid` of the payout, from the list of payouts.
        required payout_uuid: String,
        /// Keys of order metadata to add as columns, separated by commas. A key that no order has gets no column.
        optional metadata: String,
    }
}

impl GetSettlementDetails {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let payout_uuid = encode::path_segment("payout_uuid", &self.payout_uuid)?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/settlements/details/{payout_uuid}"))?;
        if let Some(value) = &self.metadata { encode::query(&mut request, "metadata", value)?; }
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_interest_balance`](crate::client::Client::get_interest_balance).
    GetInterestBalance: GET_INTEREST_BALANCE -> json types::InterestBalance {
        /// ISO 4217 code. Defaults to `USD`.
        optional currency_code: String,
    }
}

impl GetInterestBalance {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/interest/balance"))?;
        encode::accept_json(&mut request);
        if let Some(value) = &self.currency_code { encode::query(&mut request, "currency-code", value)?; }
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_interest_activity`](crate::client::Client::get_interest_activity).
    GetInterestActivity: GET_INTEREST_ACTIVITY -> stream crate::call::byte_stream::ByteStream {
        /// ISO 4217 code. Defaults to `USD`.
        optional currency_code: String,
        /// The last day, in UTC. Defaults to today: a nightly job that sets the first day only reads the newest records again the next night. `days` sets both.
        optional end_date: ::chrono::naive::NaiveDate,
        /// The number of records to skip. Defaults to 0.
        optional offset: i32,
        /// The first day, in UTC.
        required start_date: ::chrono::naive::NaiveDate,
    }
}

impl GetInterestActivity {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/interest/activity"))?;
        if let Some(value) = &self.currency_code { encode::query(&mut request, "currency-code", value)?; }
        if let Some(value) = &self.end_date { encode::query(&mut request, "end-date", value)?; }
        if let Some(value) = &self.offset { encode::query(&mut request, "offset", value)?; }
        encode::query(&mut request, "start-date", encode::required("start_date", &self.start_date)?)?;
        Ok(request)
    }
}

operation_builder! {
    /// The request of [`Client::get_order_report`](crate::client::Client::get_order_report).
    GetOrderReport: GET_ORDER_REPORT -> list Vec<types::OrderReportItem> {
        /// The last day, in UTC.
        required end_date: ::chrono::naive::NaiveDate,
        /// The first day, in UTC.
        required start_date: ::chrono::naive::NaiveDate,
    }
}

impl GetOrderReport {
    #[inline]
    pub(crate) fn to_request(&self) -> Result<Request, Error> {
        self.first_problem.check()?;
        let mut request = encode::new_request(&self.client, Method::GET, format_args!("/v2/orders/report"))?;
        encode::accept_json(&mut request);
        encode::query(&mut request, "end-date", encode::required("end_date", &self.end_date)?)?;
        encode::query(&mut request, "start-date", encode::required("start_date", &self.start_date)?)?;
        Ok(request)
    }
}
