// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

use super::types;
use crate::type_builder::type_builder;

type_builder! {
    Authorization {
        /// Whether Sezzle approved the order. Do not use it to decide whether to ship: it remains true after the authorization has expired or was released. Use [`Order::is_capturable`](crate::types::Order::is_capturable) and [`Order::is_approved`](crate::types::Order::is_approved), or [`OrderCreated::is_approved`](crate::types::OrderCreated::is_approved).
        optional approved: bool,
        /// The amount, in the order's currency.
        optional authorization_amount: types::Price,
        /// The amount in the shopper's currency. May be missing.
        optional authorization_amount_in_user_currency: types::Price,
        /// The captures.
        list captures: types::AuthorizationEvent,
        /// When the authorization expires. It can be captured until then.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        optional financing_option: String,
        /// The refunds.
        list refunds: types::AuthorizationEvent,
        /// The releases.
        list releases: types::AuthorizationEvent,
        /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. The API does not accept it.
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
        /// When the token expires: 120 minutes after it was issued.
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
        /// Month and year as `MMYY`. Not a date-time, although it is documented as one.
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
        /// The URL of the card session. Redirect the shopper here.
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
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        list links: types::Link,
        /// Phone number.
        optional phone: String,
        /// A postal address.
        optional shipping_address: types::Address,
        /// When the permission to charge the customer expires.
        optional token_expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The id of the resource.
        optional uuid: String,
    }
}

type_builder! {
    CustomerTokenizedData {
        /// The customer of a tokenization.
        optional customer: types::TokenizedCustomerRef,
        /// When the request expires.
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
        /// When the merchant's response is due.
        optional dispute_due_date: String,
        /// The id of the dispute.
        optional dispute_id: String,
        /// The state of the dispute.
        optional dispute_status: String,
        /// The subject of the dispute.
        optional dispute_type: String,
        /// The merchant's number of that order.
        optional order_reference_id: String,
        /// The id of the disputed order.
        optional order_uuid: String,
    }
}

type_builder! {
    ErrorDetail {
        /// The kind of error.
        optional code: String,
        /// An id for Sezzle's support.
        optional debug_uuid: String,
        /// The location in the request, such as `order.intent`.
        optional location: String,
        /// A description.
        optional message: String,
        /// Another name for `debug_uuid` in some responses.
        optional uuid: String,
    }
}

type_builder! {
    EventEnvelope {
        /// When it happened. Events may be received in a different order.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// The subject of an event.
        optional data_type: types::WebhookDataType,
        /// The name of an event.
        optional event: types::WebhookEvent,
        /// The id of the event. An event that is sent again has the same id: use it to drop duplicates.
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
        /// The action. Several links can have the same one: `self` reads with GET, changes with PATCH and deletes with DELETE.
        optional rel: types::LinkRel,
    }
}

type_builder! {
    Order {
        /// Absent until the shopper has finished the checkout.
        optional authorization: types::Authorization,
        /// When the checkout link expires. The authorization has an expiration of its own.
        optional checkout_expiration: ::chrono::DateTime<::chrono::Utc>,
        /// Where the checkout stands.
        optional checkout_status: types::CheckoutStatus,
        /// The shopper.
        optional customer: types::OrderCustomer,
        /// A description of the order, shown to the shopper.
        optional description: String,
        /// A dispute about an order.
        optional dispute: types::OrderDispute,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
        /// at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// Whether this order is an upcharge of another order.
        optional is_upcharge: bool,
        /// The lines of the cart.
        list items: types::LineItem,
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        list links: types::Link,
        /// The merchant's own data.
        map metadata: String,
        /// An amount of money.
        optional order_amount: types::Price,
        /// The original order, if this one is an upcharge.
        optional parent_order_uuid: String,
        /// The merchant's order number.
        optional reference_id: String,
        /// The price of shipping, if it was set with the session or by an express checkout.
        optional shipping_amount: types::Price,
        /// The shipping method of an express checkout.
        optional shipping_method: types::ShippingMethod,
        /// The tax, if it was set with the session or by an express checkout.
        optional tax_amount: types::Price,
        /// The upcharges of this order.
        list upcharges: types::Upcharge,
        /// The id of the resource.
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
        /// The authorization. The response is successful even if the order was declined: check [`is_approved`](crate::types::OrderCreated::is_approved).
        optional authorization: types::Authorization,
        /// A description of the order, shown to the shopper. No longer documented.
        optional description: String,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
        /// at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        list links: types::Link,
        /// The merchant's own data. No longer documented.
        map metadata: String,
        /// An amount of money.
        optional order_amount: types::Price,
        /// The merchant's order number.
        optional reference_id: String,
        /// The id of the resource.
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
        /// The state of the dispute.
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
        /// The captured amount.
        optional captured_amount_in_cents: i64,
        /// When the order was created.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// ISO 4217 code of the currency that the shopper pays in.
        optional customer_currency_code: String,
        /// The shopper's e-mail address.
        optional customer_email: String,
        /// The shopper's name.
        optional customer_name: String,
        /// The merchant's order number.
        optional external_reference_id: String,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        optional financing_option: String,
        /// ISO 4217 code of the currency that the merchant is paid in.
        optional merchant_currency_code: String,
        /// The captured amount, less the fees.
        optional net_amount_in_cents: i64,
        /// The amount of the order.
        optional order_amount_in_cents: i64,
        /// The order's id in the API, most likely: a UUID, the same as in the column `sezzle_order_id` of settlement details.
        optional order_platform_uuid: String,
        /// The kind of order, such as `Standard Checkout` or `Virtual Card`.
        optional order_type: String,
        /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. The API does not accept it.
        optional order_uuid: String,
        /// The fees for refunds.
        optional refund_fee_in_cents: i64,
        /// The released amount.
        optional released_amount_in_cents: i64,
        /// Sezzle's fees.
        optional total_fees_in_cents: i64,
        /// The authorized amount that was neither captured nor released.
        optional uncaptured_amount_in_cents: i64,
    }
}

type_builder! {
    Preapproval {
        /// Whether it would be approved.
        optional approved: bool,
        /// The id of this response.
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
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        list links: types::Link,
        /// The id of the resource.
        optional uuid: String,
    }
}

type_builder! {
    Session {
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        list links: types::Link,
        /// The order of a session.
        optional order: types::SessionOrderStatus,
        /// A request to the shopper for permission to charge later orders without a checkout.
        optional tokenize: types::TokenizationRequest,
        /// The id of the resource.
        optional uuid: String,
    }
}

type_builder! {
    SessionOrderStatus {
        /// The URL of the checkout. Redirect the shopper here. The id in it is the id of the checkout, not of the order or the session.
        optional checkout_url: String,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
        /// at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// Where the order is read, changed, captured, released and refunded, and its checkout deleted. All of them are there from the start, whatever the order's state: read `checkout_status` and `authorization` to see what is possible.
        list links: types::Link,
        /// The same as `Session::tokenize`: some responses have it here.
        optional tokenize: types::TokenizationRequest,
        /// The id of the order, which later calls require.
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
        /// When the request expires.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// Where the request can be read.
        list links: types::Link,
        /// The token of the request.
        optional token: crate::secret::Secret,
    }
}

type_builder! {
    TokenizationRequest {
        /// The URL at which the shopper can agree. It only tokenizes the shopper, and creates no order.
        optional approval_url: crate::secret::Secret,
        /// When the request expires.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// Where to read the shopper's decision.
        list links: types::Link,
        /// Identifies the tokenization request. It can be used once: it and its approval URL become invalid when the shopper decides.
        optional token: crate::secret::Secret,
    }
}

type_builder! {
    TokenizedCustomer {
        /// When the permission to charge the customer expires.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// Where each action on the customer is done.
        list links: types::Link,
        /// The id of the customer.
        optional uuid: String,
    }
}

type_builder! {
    TokenizedCustomerRef {
        /// When the customer agreed.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// When the permission to charge the customer expires.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The id of the customer.
        optional uuid: String,
    }
}

type_builder! {
    Transaction {
        /// The id of the capture, refund or release, which no operation accepts. Absent if Sezzle responds with success and an empty body, as one shop reports. For an upcharge, the id of the new order.
        optional uuid: String,
    }
}

type_builder! {
    Upcharge {
        /// An amount of money.
        optional amount: types::Price,
        /// The id of the order that the upcharge created.
        optional uuid: String,
    }
}

type_builder! {
    Webhook {
        /// The events that are sent.
        list events: types::WebhookEvent,
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        list links: types::Link,
        /// The URL to which the events are sent.
        optional url: String,
        /// The id of the resource.
        optional uuid: String,
    }
}

type_builder! {
    WebhookAuthorization {
        /// Whether Sezzle approved the order. Do not use it to decide whether to ship: it remains true after the authorization has expired or was released. Use [`Order::is_capturable`](crate::types::Order::is_capturable) and [`Order::is_approved`](crate::types::Order::is_approved), or [`OrderCreated::is_approved`](crate::types::OrderCreated::is_approved).
        optional approved: bool,
        /// The amount, in the order's currency.
        optional authorization_amount: types::Price,
        /// The amount in the shopper's currency. May be missing.
        optional authorization_amount_in_user_currency: types::Price,
        /// The captures.
        list captures: types::AuthorizationEvent,
        /// When it was created.
        optional created_at: ::chrono::DateTime<::chrono::Utc>,
        /// When the authorization expires. It can be captured until then.
        optional expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        optional financing_option: String,
        /// The refunds.
        list refunds: types::AuthorizationEvent,
        /// The releases.
        list releases: types::AuthorizationEvent,
        /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. The API does not accept it.
        optional sezzle_order_id: String,
        /// The id of the authorization.
        optional uuid: String,
    }
}
