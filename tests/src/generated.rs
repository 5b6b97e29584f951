// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

use serde_json::Value;
use sezzle_api::{Client, Error, types};
use crate::dispatch::{Response, argument, reserialize};
/// The names of all types of the API.
pub const TYPES: &[&str] = &[
    "Address",
    "ApiKeys",
    "Authorization",
    "AuthorizationEvent",
    "BearerToken",
    "CaptureRequest",
    "CardData",
    "CardOrderRequest",
    "CardSession",
    "CardSessionCustomer",
    "CardSessionRequest",
    "CheckoutMode",
    "CheckoutStatus",
    "CheckoutUpdate",
    "Customer",
    "CustomerOrderRequest",
    "CustomerTokenizedData",
    "Discount",
    "DisputeData",
    "ErrorDetail",
    "EventEnvelope",
    "ExpressCheckoutType",
    "FinancingOption",
    "Intent",
    "InterestBalance",
    "LineItem",
    "Link",
    "LinkMethod",
    "LinkRel",
    "Locale",
    "Notification",
    "Order",
    "OrderAuthorizedData",
    "OrderCapturedData",
    "OrderCreated",
    "OrderCustomer",
    "OrderDispute",
    "OrderRefundedData",
    "OrderReportItem",
    "OrderUpdate",
    "Preapproval",
    "Price",
    "RedirectUrl",
    "RefundEvent",
    "RefundSource",
    "Resource",
    "Session",
    "SessionCustomer",
    "SessionOrder",
    "SessionOrderStatus",
    "SessionRequest",
    "SettlementSummary",
    "ShippingMethod",
    "ShippingOption",
    "Tokenization",
    "TokenizationRequest",
    "TokenizedCustomer",
    "TokenizedCustomerRef",
    "Transaction",
    "Upcharge",
    "UpchargeRequest",
    "Webhook",
    "WebhookAuthorization",
    "WebhookDataType",
    "WebhookEvent",
    "WebhookRequest",
    "WebhookTestRequest",
];
/// Calls an operation by its id, with arguments by the names of its parameters.
pub async fn call(
    client: &Client,
    operation: &str,
    arguments: &Value,
) -> Result<Response, Error> {
    match operation {
        "authenticate" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.authenticate();
            if let Some(value) = argument::<types::ApiKeys>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "create_session" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.create_session();
            if let Some(value) = argument::<types::SessionRequest>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "get_session" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_session();
            if let Some(value) = argument::<String>(arguments, "session_uuid") {
                request = request.session_uuid(value);
            }
            Response::json(request.send().await?).await
        }

        "create_card_session" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.create_card_session();
            if let Some(value) = argument::<
                types::CardSessionRequest,
            >(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "update_card_session" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.update_card_session();
            if let Some(value) = argument::<String>(arguments, "session_id") {
                request = request.session_id(value);
            }
            if let Some(value) = argument::<types::CardOrderRequest>(arguments, "body") {
                request = request.body(value);
            }
            Response::empty(request.send().await?).await
        }

        "get_card" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_card();
            if let Some(value) = argument::<String>(arguments, "token") {
                request = request.token(value);
            }
            Response::json(request.send().await?).await
        }

        "get_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_order();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            Response::json(request.send().await?).await
        }

        "update_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.update_order();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            if let Some(value) = argument::<types::OrderUpdate>(arguments, "body") {
                request = request.body(value);
            }
            Response::empty(request.send().await?).await
        }

        "release_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.release_order();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            if let Some(value) = argument::<String>(arguments, "sezzle_request_id") {
                request = request.sezzle_request_id(value);
            }
            if let Some(value) = argument::<types::Price>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "capture_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.capture_order();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            if let Some(value) = argument::<String>(arguments, "sezzle_request_id") {
                request = request.sezzle_request_id(value);
            }
            if let Some(value) = argument::<types::CaptureRequest>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "refund_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.refund_order();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            if let Some(value) = argument::<String>(arguments, "sezzle_request_id") {
                request = request.sezzle_request_id(value);
            }
            if let Some(value) = argument::<types::Price>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "reauthorize_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.reauthorize_order();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            if let Some(value) = argument::<String>(arguments, "sezzle_request_id") {
                request = request.sezzle_request_id(value);
            }
            if let Some(value) = argument::<types::Price>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "upcharge_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.upcharge_order();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            if let Some(value) = argument::<String>(arguments, "sezzle_request_id") {
                request = request.sezzle_request_id(value);
            }
            if let Some(value) = argument::<types::UpchargeRequest>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "delete_checkout" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.delete_checkout();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            Response::empty(request.send().await?).await
        }

        "update_checkout" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.update_checkout();
            if let Some(value) = argument::<String>(arguments, "order_uuid") {
                request = request.order_uuid(value);
            }
            if let Some(value) = argument::<types::CheckoutUpdate>(arguments, "body") {
                request = request.body(value);
            }
            Response::empty(request.send().await?).await
        }

        "list_customers" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.list_customers();
            Response::json(request.send().await?).await
        }

        "get_customer" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_customer();
            if let Some(value) = argument::<String>(arguments, "customer_uuid") {
                request = request.customer_uuid(value);
            }
            Response::json(request.send().await?).await
        }

        "delete_customer" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.delete_customer();
            if let Some(value) = argument::<String>(arguments, "customer_uuid") {
                request = request.customer_uuid(value);
            }
            Response::empty(request.send().await?).await
        }

        "preapprove_customer" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.preapprove_customer();
            if let Some(value) = argument::<String>(arguments, "customer_uuid") {
                request = request.customer_uuid(value);
            }
            if let Some(value) = argument::<types::Price>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "create_customer_order" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.create_customer_order();
            if let Some(value) = argument::<String>(arguments, "customer_uuid") {
                request = request.customer_uuid(value);
            }
            if let Some(value) = argument::<String>(arguments, "sezzle_request_id") {
                request = request.sezzle_request_id(value);
            }
            if let Some(value) = argument::<
                types::CustomerOrderRequest,
            >(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "get_tokenization" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_tokenization();
            if let Some(value) = argument::<String>(arguments, "token") {
                request = request.token(value);
            }
            Response::json(request.send().await?).await
        }

        "list_webhooks" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.list_webhooks();
            Response::json(request.send().await?).await
        }

        "create_webhook" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.create_webhook();
            if let Some(value) = argument::<types::WebhookRequest>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "get_webhook" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_webhook();
            if let Some(value) = argument::<String>(arguments, "webhooks_uuid") {
                request = request.webhooks_uuid(value);
            }
            Response::json(request.send().await?).await
        }

        "delete_webhook" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.delete_webhook();
            if let Some(value) = argument::<String>(arguments, "webhooks_uuid") {
                request = request.webhooks_uuid(value);
            }
            Response::empty(request.send().await?).await
        }

        "update_webhook" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.update_webhook();
            if let Some(value) = argument::<String>(arguments, "webhooks_uuid") {
                request = request.webhooks_uuid(value);
            }
            if let Some(value) = argument::<types::WebhookRequest>(arguments, "body") {
                request = request.body(value);
            }
            Response::json(request.send().await?).await
        }

        "test_webhook" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.test_webhook();
            if let Some(value) = argument::<
                types::WebhookTestRequest,
            >(arguments, "body") {
                request = request.body(value);
            }
            Response::empty(request.send().await?).await
        }

        "list_settlements" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.list_settlements();
            if let Some(value) = argument::<String>(arguments, "currency_code") {
                request = request.currency_code(value);
            }
            if let Some(value) = argument::<
                ::chrono::naive::NaiveDate,
            >(arguments, "end_date") {
                request = request.end_date(value);
            }
            if let Some(value) = argument::<i32>(arguments, "offset") {
                request = request.offset(value);
            }
            if let Some(value) = argument::<
                ::chrono::naive::NaiveDate,
            >(arguments, "start_date") {
                request = request.start_date(value);
            }
            Response::json(request.send().await?).await
        }

        "get_settlement_details" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_settlement_details();
            if let Some(value) = argument::<String>(arguments, "payout_uuid") {
                request = request.payout_uuid(value);
            }
            if let Some(value) = argument::<String>(arguments, "metadata") {
                request = request.metadata(value);
            }
            Response::stream(request.send().await?).await
        }

        "get_interest_balance" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_interest_balance();
            if let Some(value) = argument::<String>(arguments, "currency_code") {
                request = request.currency_code(value);
            }
            Response::json(request.send().await?).await
        }

        "get_interest_activity" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_interest_activity();
            if let Some(value) = argument::<String>(arguments, "currency_code") {
                request = request.currency_code(value);
            }
            if let Some(value) = argument::<
                ::chrono::naive::NaiveDate,
            >(arguments, "end_date") {
                request = request.end_date(value);
            }
            if let Some(value) = argument::<i32>(arguments, "offset") {
                request = request.offset(value);
            }
            if let Some(value) = argument::<
                ::chrono::naive::NaiveDate,
            >(arguments, "start_date") {
                request = request.start_date(value);
            }
            Response::stream(request.send().await?).await
        }

        "get_order_report" => {
            #[allow(unused_mut, reason = "an operation may have no parameters")]
            let mut request = client.get_order_report();
            if let Some(value) = argument::<
                ::chrono::naive::NaiveDate,
            >(arguments, "end_date") {
                request = request.end_date(value);
            }
            if let Some(value) = argument::<
                ::chrono::naive::NaiveDate,
            >(arguments, "start_date") {
                request = request.start_date(value);
            }
            Response::json(request.send().await?).await
        }

        other => panic!("there is no operation {other}"),
    }
}

/// Reads a value as a type, and writes it again.
pub fn round_trip(name: &str, value: &Value) -> Result<Value, serde_json::Error> {
    match name {
        "Address" => reserialize::<types::Address>(value),
        "ApiKeys" => reserialize::<types::ApiKeys>(value),
        "Authorization" => reserialize::<types::Authorization>(value),
        "AuthorizationEvent" => reserialize::<types::AuthorizationEvent>(value),
        "BearerToken" => reserialize::<types::BearerToken>(value),
        "CaptureRequest" => reserialize::<types::CaptureRequest>(value),
        "CardData" => reserialize::<types::CardData>(value),
        "CardOrderRequest" => reserialize::<types::CardOrderRequest>(value),
        "CardSession" => reserialize::<types::CardSession>(value),
        "CardSessionCustomer" => reserialize::<types::CardSessionCustomer>(value),
        "CardSessionRequest" => reserialize::<types::CardSessionRequest>(value),
        "CheckoutMode" => reserialize::<types::CheckoutMode>(value),
        "CheckoutStatus" => reserialize::<types::CheckoutStatus>(value),
        "CheckoutUpdate" => reserialize::<types::CheckoutUpdate>(value),
        "Customer" => reserialize::<types::Customer>(value),
        "CustomerOrderRequest" => reserialize::<types::CustomerOrderRequest>(value),
        "CustomerTokenizedData" => reserialize::<types::CustomerTokenizedData>(value),
        "Discount" => reserialize::<types::Discount>(value),
        "DisputeData" => reserialize::<types::DisputeData>(value),
        "ErrorDetail" => reserialize::<types::ErrorDetail>(value),
        "EventEnvelope" => reserialize::<types::EventEnvelope>(value),
        "ExpressCheckoutType" => reserialize::<types::ExpressCheckoutType>(value),
        "FinancingOption" => reserialize::<types::FinancingOption>(value),
        "Intent" => reserialize::<types::Intent>(value),
        "InterestBalance" => reserialize::<types::InterestBalance>(value),
        "LineItem" => reserialize::<types::LineItem>(value),
        "Link" => reserialize::<types::Link>(value),
        "LinkMethod" => reserialize::<types::LinkMethod>(value),
        "LinkRel" => reserialize::<types::LinkRel>(value),
        "Locale" => reserialize::<types::Locale>(value),
        "Notification" => reserialize::<types::Notification>(value),
        "Order" => reserialize::<types::Order>(value),
        "OrderAuthorizedData" => reserialize::<types::OrderAuthorizedData>(value),
        "OrderCapturedData" => reserialize::<types::OrderCapturedData>(value),
        "OrderCreated" => reserialize::<types::OrderCreated>(value),
        "OrderCustomer" => reserialize::<types::OrderCustomer>(value),
        "OrderDispute" => reserialize::<types::OrderDispute>(value),
        "OrderRefundedData" => reserialize::<types::OrderRefundedData>(value),
        "OrderReportItem" => reserialize::<types::OrderReportItem>(value),
        "OrderUpdate" => reserialize::<types::OrderUpdate>(value),
        "Preapproval" => reserialize::<types::Preapproval>(value),
        "Price" => reserialize::<types::Price>(value),
        "RedirectUrl" => reserialize::<types::RedirectUrl>(value),
        "RefundEvent" => reserialize::<types::RefundEvent>(value),
        "RefundSource" => reserialize::<types::RefundSource>(value),
        "Resource" => reserialize::<types::Resource>(value),
        "Session" => reserialize::<types::Session>(value),
        "SessionCustomer" => reserialize::<types::SessionCustomer>(value),
        "SessionOrder" => reserialize::<types::SessionOrder>(value),
        "SessionOrderStatus" => reserialize::<types::SessionOrderStatus>(value),
        "SessionRequest" => reserialize::<types::SessionRequest>(value),
        "SettlementSummary" => reserialize::<types::SettlementSummary>(value),
        "ShippingMethod" => reserialize::<types::ShippingMethod>(value),
        "ShippingOption" => reserialize::<types::ShippingOption>(value),
        "Tokenization" => reserialize::<types::Tokenization>(value),
        "TokenizationRequest" => reserialize::<types::TokenizationRequest>(value),
        "TokenizedCustomer" => reserialize::<types::TokenizedCustomer>(value),
        "TokenizedCustomerRef" => reserialize::<types::TokenizedCustomerRef>(value),
        "Transaction" => reserialize::<types::Transaction>(value),
        "Upcharge" => reserialize::<types::Upcharge>(value),
        "UpchargeRequest" => reserialize::<types::UpchargeRequest>(value),
        "Webhook" => reserialize::<types::Webhook>(value),
        "WebhookAuthorization" => reserialize::<types::WebhookAuthorization>(value),
        "WebhookDataType" => reserialize::<types::WebhookDataType>(value),
        "WebhookEvent" => reserialize::<types::WebhookEvent>(value),
        "WebhookRequest" => reserialize::<types::WebhookRequest>(value),
        "WebhookTestRequest" => reserialize::<types::WebhookTestRequest>(value),
        other => panic!("there is no type {other}"),
    }
}

/// Returns the JSON schema of a type.
pub fn json_schema(name: &str) -> Value {
    match name {
        "Address" => schemars::schema_for!(types::Address).to_value(),
        "ApiKeys" => schemars::schema_for!(types::ApiKeys).to_value(),
        "Authorization" => schemars::schema_for!(types::Authorization).to_value(),
        "AuthorizationEvent" => {
            schemars::schema_for!(types::AuthorizationEvent).to_value()
        }

        "BearerToken" => schemars::schema_for!(types::BearerToken).to_value(),
        "CaptureRequest" => schemars::schema_for!(types::CaptureRequest).to_value(),
        "CardData" => schemars::schema_for!(types::CardData).to_value(),
        "CardOrderRequest" => schemars::schema_for!(types::CardOrderRequest).to_value(),
        "CardSession" => schemars::schema_for!(types::CardSession).to_value(),
        "CardSessionCustomer" => {
            schemars::schema_for!(types::CardSessionCustomer).to_value()
        }

        "CardSessionRequest" => {
            schemars::schema_for!(types::CardSessionRequest).to_value()
        }

        "CheckoutMode" => schemars::schema_for!(types::CheckoutMode).to_value(),
        "CheckoutStatus" => schemars::schema_for!(types::CheckoutStatus).to_value(),
        "CheckoutUpdate" => schemars::schema_for!(types::CheckoutUpdate).to_value(),
        "Customer" => schemars::schema_for!(types::Customer).to_value(),
        "CustomerOrderRequest" => {
            schemars::schema_for!(types::CustomerOrderRequest).to_value()
        }

        "CustomerTokenizedData" => {
            schemars::schema_for!(types::CustomerTokenizedData).to_value()
        }

        "Discount" => schemars::schema_for!(types::Discount).to_value(),
        "DisputeData" => schemars::schema_for!(types::DisputeData).to_value(),
        "ErrorDetail" => schemars::schema_for!(types::ErrorDetail).to_value(),
        "EventEnvelope" => schemars::schema_for!(types::EventEnvelope).to_value(),
        "ExpressCheckoutType" => {
            schemars::schema_for!(types::ExpressCheckoutType).to_value()
        }

        "FinancingOption" => schemars::schema_for!(types::FinancingOption).to_value(),
        "Intent" => schemars::schema_for!(types::Intent).to_value(),
        "InterestBalance" => schemars::schema_for!(types::InterestBalance).to_value(),
        "LineItem" => schemars::schema_for!(types::LineItem).to_value(),
        "Link" => schemars::schema_for!(types::Link).to_value(),
        "LinkMethod" => schemars::schema_for!(types::LinkMethod).to_value(),
        "LinkRel" => schemars::schema_for!(types::LinkRel).to_value(),
        "Locale" => schemars::schema_for!(types::Locale).to_value(),
        "Notification" => schemars::schema_for!(types::Notification).to_value(),
        "Order" => schemars::schema_for!(types::Order).to_value(),
        "OrderAuthorizedData" => {
            schemars::schema_for!(types::OrderAuthorizedData).to_value()
        }

        "OrderCapturedData" => schemars::schema_for!(types::OrderCapturedData).to_value(),
        "OrderCreated" => schemars::schema_for!(types::OrderCreated).to_value(),
        "OrderCustomer" => schemars::schema_for!(types::OrderCustomer).to_value(),
        "OrderDispute" => schemars::schema_for!(types::OrderDispute).to_value(),
        "OrderRefundedData" => schemars::schema_for!(types::OrderRefundedData).to_value(),
        "OrderReportItem" => schemars::schema_for!(types::OrderReportItem).to_value(),
        "OrderUpdate" => schemars::schema_for!(types::OrderUpdate).to_value(),
        "Preapproval" => schemars::schema_for!(types::Preapproval).to_value(),
        "Price" => schemars::schema_for!(types::Price).to_value(),
        "RedirectUrl" => schemars::schema_for!(types::RedirectUrl).to_value(),
        "RefundEvent" => schemars::schema_for!(types::RefundEvent).to_value(),
        "RefundSource" => schemars::schema_for!(types::RefundSource).to_value(),
        "Resource" => schemars::schema_for!(types::Resource).to_value(),
        "Session" => schemars::schema_for!(types::Session).to_value(),
        "SessionCustomer" => schemars::schema_for!(types::SessionCustomer).to_value(),
        "SessionOrder" => schemars::schema_for!(types::SessionOrder).to_value(),
        "SessionOrderStatus" => {
            schemars::schema_for!(types::SessionOrderStatus).to_value()
        }

        "SessionRequest" => schemars::schema_for!(types::SessionRequest).to_value(),
        "SettlementSummary" => schemars::schema_for!(types::SettlementSummary).to_value(),
        "ShippingMethod" => schemars::schema_for!(types::ShippingMethod).to_value(),
        "ShippingOption" => schemars::schema_for!(types::ShippingOption).to_value(),
        "Tokenization" => schemars::schema_for!(types::Tokenization).to_value(),
        "TokenizationRequest" => {
            schemars::schema_for!(types::TokenizationRequest).to_value()
        }

        "TokenizedCustomer" => schemars::schema_for!(types::TokenizedCustomer).to_value(),
        "TokenizedCustomerRef" => {
            schemars::schema_for!(types::TokenizedCustomerRef).to_value()
        }

        "Transaction" => schemars::schema_for!(types::Transaction).to_value(),
        "Upcharge" => schemars::schema_for!(types::Upcharge).to_value(),
        "UpchargeRequest" => schemars::schema_for!(types::UpchargeRequest).to_value(),
        "Webhook" => schemars::schema_for!(types::Webhook).to_value(),
        "WebhookAuthorization" => {
            schemars::schema_for!(types::WebhookAuthorization).to_value()
        }

        "WebhookDataType" => schemars::schema_for!(types::WebhookDataType).to_value(),
        "WebhookEvent" => schemars::schema_for!(types::WebhookEvent).to_value(),
        "WebhookRequest" => schemars::schema_for!(types::WebhookRequest).to_value(),
        "WebhookTestRequest" => {
            schemars::schema_for!(types::WebhookTestRequest).to_value()
        }

        other => panic!("there is no type {other}"),
    }
}
