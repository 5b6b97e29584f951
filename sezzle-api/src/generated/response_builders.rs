// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 86e8ef1d94c42e085e2a6b089e03b3d0fe0619f051689dbd757341173de083fe
// openapi/overlay.yaml SHA-256 58f1cc16631d8ddcc3d4a4aebec0b81907123fc9ce05b2f46eb99a6975964031
// progenitor 0.15.1

use super::types;
use crate::type_builder::type_builder;

type_builder! {
    Authorization {
        /// Whether Sezzle approved. Check it before handing over goods.
        optional approved: bool,
        /// The amount, in the order's currency.
        optional authorization_amount: types::Price,
        /// The amount in the shopper's currency. May be missing.
        optional authorization_amount_in_user_currency: types::Price,
        /// What was captured.
        list captures: types::AuthorizationEvent,
        /// Until when it can be captured.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        optional financing_option: String,
        /// What was refunded.
        list refunds: types::AuthorizationEvent,
        /// What was released.
        list releases: types::AuthorizationEvent,
        /// The order's id in the merchant dashboard. Not the one the API takes.
        optional sezzle_order_id: String,
    }
}

type_builder! {
    AuthorizationEvent {
        /// The amount, where it comes nested.
        optional amount: types::Price,
        /// The amount, in cents.
        optional amount_in_cents: i64,
        /// ISO 4217 code of the amount.
        optional currency_code: String,
        /// Its id.
        optional uuid: String,
    }
}

type_builder! {
    BearerToken {
        /// When the token stops being accepted, 120 minutes after it was issued.
        optional expiration_date: ::chrono::DateTime<::chrono::Utc>,
        /// The merchant the keys belong to. Not always a UUID.
        optional merchant_uuid: String,
        /// The bearer token. Treat it as opaque.
        optional token: crate::secret::Secret,
    }
}

type_builder! {
    CardData {
        /// The security code.
        optional cvv_number: crate::secret::Secret,
        /// Month and year as `MMYY`. Not a date-time, though it has been published as one.
        optional expiration_date: crate::secret::Secret,
        /// Given name on the card.
        optional first_name: String,
        /// Family name on the card.
        optional last_name: String,
        /// The card number.
        optional pan: crate::secret::Secret,
    }
}

type_builder! {
    CardSession {
        /// Send the shopper here to get the card.
        optional dashboard_url: String,
        /// The id of the session.
        optional uuid: String,
    }
}

type_builder! {
    Customer {
        /// A postal address.
        optional billing_address: types::Address,
        /// Date of birth as `YYYY-MM-DD`.
        optional dob: String,
        /// E-mail address.
        optional email: String,
        /// Given name.
        optional first_name: String,
        /// Family name.
        optional last_name: String,
        /// What can be done next, as ready URLs with their methods.
        list links: types::Link,
        /// Phone number.
        optional phone: String,
        /// A postal address.
        optional shipping_address: types::Address,
        /// Until when they may be charged.
        optional token_expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The id of what was created or read.
        optional uuid: String,
    }
}

type_builder! {
    CustomerTokenizedData {
        /// The customer that a tokenization made.
        optional customer: types::TokenizedCustomerRef,
        /// When that request ends.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The token of the request, from the session.
        optional token: crate::secret::Secret,
    }
}

type_builder! {
    DisputeData {
        /// The amount in dispute, in cents.
        optional dispute_amount_in_cents: i64,
        /// ISO 4217 code of the amount.
        optional dispute_currency: String,
        /// Until when the merchant has to answer.
        optional dispute_due_date: String,
        /// The id of the dispute.
        optional dispute_id: String,
        /// Where it stands.
        optional dispute_status: String,
        /// What it is about.
        optional dispute_type: String,
        /// The merchant's own number of that order.
        optional order_reference_id: String,
        /// The order it is about.
        optional order_uuid: String,
    }
}

type_builder! {
    ErrorDetail {
        /// The kind of error.
        optional code: String,
        /// Quote this to Sezzle's support.
        optional debug_uuid: String,
        /// The place in the request, such as `order.intent`.
        optional location: String,
        /// More about it, for people.
        optional message: String,
        /// Another name for `debug_uuid` in some answers.
        optional uuid: String,
    }
}

type_builder! {
    EventEnvelope {
        /// When it happened. Events may arrive in another order.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// What an event is about.
        optional data_type: types::WebhookDataType,
        /// Something that happened.
        optional event: types::WebhookEvent,
        /// The id of the event. One that arrives again has the same; use it to drop duplicates.
        optional uuid: String,
    }
}

type_builder! {
    InterestBalance {
        /// The balance in the major unit of the currency, with four decimals.
        optional interest_balance: ::rust_decimal::Decimal,
    }
}

type_builder! {
    Link {
        /// The full URL of the operation.
        required href: String,
        /// The HTTP method that goes with the URL.
        optional method: types::LinkMethod,
        /// What the link is for, such as `self` for the thing at hand.
        optional rel: types::LinkRel,
    }
}

type_builder! {
    Order {
        /// Absent until the shopper has finished the checkout.
        optional authorization: types::Authorization,
        /// When the checkout link stops working. Not the life of the authorization.
        optional checkout_expiration: ::chrono::DateTime<::chrono::Utc>,
        /// Where the checkout stands.
        optional checkout_status: types::CheckoutStatus,
        /// The shopper.
        optional customer: types::OrderCustomer,
        /// What the order is for, for people.
        optional description: String,
        /// A dispute about an order.
        optional dispute: types::OrderDispute,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// Whether this order was made by an upcharge on another one.
        optional is_upcharge: bool,
        /// The lines of the cart.
        list items: types::LineItem,
        /// What can be done next, as ready URLs with their methods.
        list links: types::Link,
        /// The merchant's own notes.
        map metadata: String,
        /// An amount of money.
        optional order_amount: types::Price,
        /// The order this one was made on top of, if it is an upcharge.
        optional parent_order_uuid: String,
        /// The merchant's own order number.
        optional reference_id: String,
        /// Shipping, if it was given with the session or by an express checkout.
        optional shipping_amount: types::Price,
        /// How an express checkout ships.
        optional shipping_method: types::ShippingMethod,
        /// Tax, if it was given with the session or by an express checkout.
        optional tax_amount: types::Price,
        /// The upcharges on this order.
        list upcharges: types::Upcharge,
        /// The id of what was created or read.
        optional uuid: String,
    }
}

type_builder! {
    OrderAuthorizedData {
        /// An authorization, with its id and its time.
        optional authorization: types::WebhookAuthorization,
        /// The id of the order.
        optional uuid: String,
    }
}

type_builder! {
    OrderCapturedData {
        /// A release, a capture or a refund.
        optional capture: types::AuthorizationEvent,
        /// The id of the order.
        optional uuid: String,
    }
}

type_builder! {
    OrderCreated {
        /// Check `approved` in it; an order that was not approved is answered with success too.
        optional authorization: types::Authorization,
        /// What the order is for, for people. Not documented any more.
        optional description: String,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// What can be done next, as ready URLs with their methods.
        list links: types::Link,
        /// The merchant's own notes. Not documented any more.
        map metadata: String,
        /// An amount of money.
        optional order_amount: types::Price,
        /// The merchant's own order number.
        optional reference_id: String,
        /// The id of what was created or read.
        optional uuid: String,
    }
}

type_builder! {
    OrderCustomer {
        /// A postal address.
        optional billing_address: types::Address,
        /// Date of birth as `YYYY-MM-DD`.
        optional dob: String,
        /// E-mail address.
        optional email: String,
        /// Given name.
        optional first_name: String,
        /// Family name.
        optional last_name: String,
        /// Phone number.
        optional phone: String,
        /// A postal address.
        optional shipping_address: types::Address,
    }
}

type_builder! {
    OrderDispute {
        /// Its id.
        optional id: String,
        /// Where it stands.
        optional status: String,
    }
}

type_builder! {
    OrderRefundedData {
        /// A refund, and where it was made.
        optional refund: types::RefundEvent,
        /// Where a refund was made - by hand in the merchant dashboard, or over the API.
        optional source: types::RefundSource,
        /// The id of the order.
        optional uuid: String,
    }
}

type_builder! {
    OrderReportItem {
        /// What was captured.
        optional captured_amount_in_cents: i64,
        /// When the order was made.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// ISO 4217 code of what the shopper pays in.
        optional customer_currency_code: String,
        /// The shopper's e-mail address.
        optional customer_email: String,
        /// The shopper's name.
        optional customer_name: String,
        /// The merchant's own order number.
        optional external_reference_id: String,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        optional financing_option: String,
        /// ISO 4217 code of what the merchant is paid in.
        optional merchant_currency_code: String,
        /// What was captured, less the fees.
        optional net_amount_in_cents: i64,
        /// The amount of the order.
        optional order_amount_in_cents: i64,
        /// The id that the API takes.
        optional order_platform_uuid: String,
        /// Such as `Standard Checkout` or `Virtual Card`.
        optional order_type: String,
        /// The order's id in the merchant dashboard. Not the one the API takes.
        optional order_uuid: String,
        /// The fees for refunds.
        optional refund_fee_in_cents: i64,
        /// What was released.
        optional released_amount_in_cents: i64,
        /// Sezzle's fees.
        optional total_fees_in_cents: i64,
        /// What was authorized and neither captured nor released.
        optional uncaptured_amount_in_cents: i64,
    }
}

type_builder! {
    Preapproval {
        /// The answer.
        optional approved: bool,
        /// The id of this answer.
        optional uuid: String,
    }
}

type_builder! {
    RefundEvent {
        /// The amount, where it comes nested.
        optional amount: types::Price,
        /// The amount, in cents.
        optional amount_in_cents: i64,
        /// ISO 4217 code of the amount.
        optional currency_code: String,
        /// Where a refund was made - by hand in the merchant dashboard, or over the API.
        optional source: types::RefundSource,
        /// Its id.
        optional uuid: String,
    }
}

type_builder! {
    Resource {
        /// What can be done next, as ready URLs with their methods.
        list links: types::Link,
        /// The id of what was created or read.
        optional uuid: String,
    }
}

type_builder! {
    Session {
        /// What can be done next, as ready URLs with their methods.
        list links: types::Link,
        /// The order of a session, as far as the session shows it.
        optional order: types::SessionOrderStatus,
        /// A request to the shopper to be charged for later orders without a checkout.
        optional tokenize: types::TokenizationRequest,
        /// The id of what was created or read.
        optional uuid: String,
    }
}

type_builder! {
    SessionOrderStatus {
        /// Send the shopper here to finish the order.
        optional checkout_url: String,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// Something that can be done next.
        list links: types::Link,
        /// The same as `Session::tokenize`, in the place where some answers carry it.
        optional tokenize: types::TokenizationRequest,
        /// The id of the order, needed for every later call about it.
        optional uuid: String,
    }
}

type_builder! {
    SettlementSummary {
        /// What was paid out.
        optional final_payout_amount: ::rust_decimal::Decimal,
        /// What changing the currency cost.
        optional forex_fees: ::rust_decimal::Decimal,
        /// What was settled, before the currency was changed.
        optional net_settlement_amount: ::rust_decimal::Decimal,
        /// ISO 4217 code of `final_payout_amount`.
        optional payout_currency: String,
        /// When it was paid.
        optional payout_date: ::chrono::DateTime<::chrono::Utc>,
        /// ISO 4217 code of `net_settlement_amount`.
        optional settlement_currency: String,
        /// Where the payout stands; `Complete` is the one value seen.
        optional status: String,
        /// The id of the payout.
        optional uuid: String,
    }
}

type_builder! {
    ShippingMethod {
        /// More about it.
        optional description: String,
        /// Its name.
        optional name: String,
    }
}

type_builder! {
    Tokenization {
        /// Absent until the shopper has agreed.
        optional customer: types::TokenizedCustomer,
        /// When the request ends unanswered.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// What can be done next.
        list links: types::Link,
        /// The token of the request.
        optional token: crate::secret::Secret,
    }
}

type_builder! {
    TokenizationRequest {
        /// Where the shopper may agree. Tokenizes only; makes no order.
        optional approval_url: crate::secret::Secret,
        /// When the request ends unanswered.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// Where to ask how the shopper decided.
        list links: types::Link,
        /// Stands for this request to tokenize the shopper. Good for one use: it and its approval URL end when the shopper decides.
        optional token: crate::secret::Secret,
    }
}

type_builder! {
    TokenizedCustomer {
        /// Until when they may be charged.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// What can be done with the customer.
        list links: types::Link,
        /// The id of the customer.
        optional uuid: String,
    }
}

type_builder! {
    TokenizedCustomerRef {
        /// When they agreed.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// Until when they may be charged.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The id of the customer.
        optional uuid: String,
    }
}

type_builder! {
    Transaction {
        /// The id of the capture, refund or release; no operation takes it. For an upcharge it is the id of the order that was made.
        optional uuid: String,
    }
}

type_builder! {
    Upcharge {
        /// An amount of money.
        optional amount: types::Price,
        /// The id of the order that the upcharge made.
        optional uuid: String,
    }
}

type_builder! {
    Webhook {
        /// The events that are sent.
        list events: types::WebhookEvent,
        /// What can be done next, as ready URLs with their methods.
        list links: types::Link,
        /// Where the events go.
        optional url: String,
        /// The id of what was created or read.
        optional uuid: String,
    }
}

type_builder! {
    WebhookAuthorization {
        /// Whether Sezzle approved. Check it before handing over goods.
        optional approved: bool,
        /// The amount, in the order's currency.
        optional authorization_amount: types::Price,
        /// The amount in the shopper's currency. May be missing.
        optional authorization_amount_in_user_currency: types::Price,
        /// What was captured.
        list captures: types::AuthorizationEvent,
        /// When it was made.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// Until when it can be captured.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        optional financing_option: String,
        /// What was refunded.
        list refunds: types::AuthorizationEvent,
        /// What was released.
        list releases: types::AuthorizationEvent,
        /// The order's id in the merchant dashboard. Not the one the API takes.
        optional sezzle_order_id: String,
        /// The id of the authorization.
        optional uuid: String,
    }
}
