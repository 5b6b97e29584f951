// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

use crate::operation::Operation;
/// All operations, in the order of their names.
pub static ALL: &[&Operation] = &[
    &AUTHENTICATE,
    &CAPTURE_ORDER,
    &CREATE_CARD_SESSION,
    &CREATE_CUSTOMER_ORDER,
    &CREATE_SESSION,
    &CREATE_WEBHOOK,
    &DELETE_CHECKOUT,
    &DELETE_CUSTOMER,
    &DELETE_WEBHOOK,
    &GET_CARD,
    &GET_CUSTOMER,
    &GET_INTEREST_ACTIVITY,
    &GET_INTEREST_BALANCE,
    &GET_ORDER,
    &GET_ORDER_REPORT,
    &GET_SESSION,
    &GET_SETTLEMENT_DETAILS,
    &GET_TOKENIZATION,
    &GET_WEBHOOK,
    &LIST_CUSTOMERS,
    &LIST_SETTLEMENTS,
    &LIST_WEBHOOKS,
    &PREAPPROVE_CUSTOMER,
    &REAUTHORIZE_ORDER,
    &REFUND_ORDER,
    &RELEASE_ORDER,
    &TEST_WEBHOOK,
    &UPCHARGE_ORDER,
    &UPDATE_CARD_SESSION,
    &UPDATE_CHECKOUT,
    &UPDATE_ORDER,
    &UPDATE_WEBHOOK,
];
///`POST /v2/authentication`
pub static AUTHENTICATE: Operation = Operation {
    id: "authenticate",
    method: "POST",
    path: "/v2/authentication",
    requires_auth: false,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`POST /v2/order/{order_uuid}/capture`
pub static CAPTURE_ORDER: Operation = Operation {
    id: "capture_order",
    method: "POST",
    path: "/v2/order/{order_uuid}/capture",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: true,
    optional_response_body: true,
};
///`POST /v2/session/card`
pub static CREATE_CARD_SESSION: Operation = Operation {
    id: "create_card_session",
    method: "POST",
    path: "/v2/session/card",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`POST /v2/customer/{customer_uuid}/order`
pub static CREATE_CUSTOMER_ORDER: Operation = Operation {
    id: "create_customer_order",
    method: "POST",
    path: "/v2/customer/{customer_uuid}/order",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: true,
    optional_response_body: false,
};
///`POST /v2/session`
pub static CREATE_SESSION: Operation = Operation {
    id: "create_session",
    method: "POST",
    path: "/v2/session",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`POST /v2/webhooks`
pub static CREATE_WEBHOOK: Operation = Operation {
    id: "create_webhook",
    method: "POST",
    path: "/v2/webhooks",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`DELETE /v2/order/{order_uuid}/checkout`
pub static DELETE_CHECKOUT: Operation = Operation {
    id: "delete_checkout",
    method: "DELETE",
    path: "/v2/order/{order_uuid}/checkout",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`DELETE /v2/customer/{customer_uuid}`
pub static DELETE_CUSTOMER: Operation = Operation {
    id: "delete_customer",
    method: "DELETE",
    path: "/v2/customer/{customer_uuid}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`DELETE /v2/webhooks/{webhooks_uuid}`
pub static DELETE_WEBHOOK: Operation = Operation {
    id: "delete_webhook",
    method: "DELETE",
    path: "/v2/webhooks/{webhooks_uuid}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/session/card/token/{token}`
pub static GET_CARD: Operation = Operation {
    id: "get_card",
    method: "GET",
    path: "/v2/session/card/token/{token}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/customer/{customer_uuid}`
pub static GET_CUSTOMER: Operation = Operation {
    id: "get_customer",
    method: "GET",
    path: "/v2/customer/{customer_uuid}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/interest/activity`
pub static GET_INTEREST_ACTIVITY: Operation = Operation {
    id: "get_interest_activity",
    method: "GET",
    path: "/v2/interest/activity",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/interest/balance`
pub static GET_INTEREST_BALANCE: Operation = Operation {
    id: "get_interest_balance",
    method: "GET",
    path: "/v2/interest/balance",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/order/{order_uuid}`
pub static GET_ORDER: Operation = Operation {
    id: "get_order",
    method: "GET",
    path: "/v2/order/{order_uuid}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/orders/report`
pub static GET_ORDER_REPORT: Operation = Operation {
    id: "get_order_report",
    method: "GET",
    path: "/v2/orders/report",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/session/{session_uuid}`
pub static GET_SESSION: Operation = Operation {
    id: "get_session",
    method: "GET",
    path: "/v2/session/{session_uuid}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/settlements/details/{payout_uuid}`
pub static GET_SETTLEMENT_DETAILS: Operation = Operation {
    id: "get_settlement_details",
    method: "GET",
    path: "/v2/settlements/details/{payout_uuid}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/token/{token}/session`
pub static GET_TOKENIZATION: Operation = Operation {
    id: "get_tokenization",
    method: "GET",
    path: "/v2/token/{token}/session",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/webhooks/{webhooks_uuid}`
pub static GET_WEBHOOK: Operation = Operation {
    id: "get_webhook",
    method: "GET",
    path: "/v2/webhooks/{webhooks_uuid}",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/customer`
pub static LIST_CUSTOMERS: Operation = Operation {
    id: "list_customers",
    method: "GET",
    path: "/v2/customer",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/settlements/summaries`
pub static LIST_SETTLEMENTS: Operation = Operation {
    id: "list_settlements",
    method: "GET",
    path: "/v2/settlements/summaries",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`GET /v2/webhooks`
pub static LIST_WEBHOOKS: Operation = Operation {
    id: "list_webhooks",
    method: "GET",
    path: "/v2/webhooks",
    requires_auth: true,
    idempotent: true,
    accepts_request_id: false,
    optional_response_body: false,
};
///`POST /v2/customer/{customer_uuid}/preapprove`
pub static PREAPPROVE_CUSTOMER: Operation = Operation {
    id: "preapprove_customer",
    method: "POST",
    path: "/v2/customer/{customer_uuid}/preapprove",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`POST /v2/order/{order_uuid}/reauthorize`
pub static REAUTHORIZE_ORDER: Operation = Operation {
    id: "reauthorize_order",
    method: "POST",
    path: "/v2/order/{order_uuid}/reauthorize",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: true,
    optional_response_body: false,
};
///`POST /v2/order/{order_uuid}/refund`
pub static REFUND_ORDER: Operation = Operation {
    id: "refund_order",
    method: "POST",
    path: "/v2/order/{order_uuid}/refund",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: true,
    optional_response_body: true,
};
///`POST /v2/order/{order_uuid}/release`
pub static RELEASE_ORDER: Operation = Operation {
    id: "release_order",
    method: "POST",
    path: "/v2/order/{order_uuid}/release",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: true,
    optional_response_body: true,
};
///`POST /v2/webhooks/test`
pub static TEST_WEBHOOK: Operation = Operation {
    id: "test_webhook",
    method: "POST",
    path: "/v2/webhooks/test",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`POST /v2/order/{order_uuid}/upcharge`
pub static UPCHARGE_ORDER: Operation = Operation {
    id: "upcharge_order",
    method: "POST",
    path: "/v2/order/{order_uuid}/upcharge",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: true,
    optional_response_body: false,
};
///`PATCH /v2/session/{session_id}/card`
pub static UPDATE_CARD_SESSION: Operation = Operation {
    id: "update_card_session",
    method: "PATCH",
    path: "/v2/session/{session_id}/card",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`PATCH /v2/order/{order_uuid}/checkout`
pub static UPDATE_CHECKOUT: Operation = Operation {
    id: "update_checkout",
    method: "PATCH",
    path: "/v2/order/{order_uuid}/checkout",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`PATCH /v2/order/{order_uuid}`
pub static UPDATE_ORDER: Operation = Operation {
    id: "update_order",
    method: "PATCH",
    path: "/v2/order/{order_uuid}",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
///`PATCH /v2/webhooks/{webhooks_uuid}`
pub static UPDATE_WEBHOOK: Operation = Operation {
    id: "update_webhook",
    method: "PATCH",
    path: "/v2/webhooks/{webhooks_uuid}",
    requires_auth: true,
    idempotent: false,
    accepts_request_id: false,
    optional_response_body: false,
};
