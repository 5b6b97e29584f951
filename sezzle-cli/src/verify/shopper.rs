//! The invented shop and shopper of the script.

use serde_json::{Value, json};

const FIRST_NAME: &str = "Quenby";
const LAST_NAME: &str = "Tarrowick";
const NAME: &str = "Quenby Tarrowick";
const EMAIL: &str = "quenby.tarrowick@shopper.example";
const PHONE: &str = "6125550173";
const BIRTHDAY: &str = "1987-04-09";
const STREET: &str = "48 Larchmere Way";
const UNIT: &str = "Unit 319";
const CITY: &str = "Minneapolis";
const POSTAL_CODE: &str = "55416";

/// The shopper's data, which is redacted before anything is written.
pub(super) const VALUES: &[&str] =
    &[NAME, FIRST_NAME, LAST_NAME, EMAIL, PHONE, BIRTHDAY, STREET, UNIT, CITY, POSTAL_CODE];

/// The URL of subscriptions starts with this.
pub(super) const WEBHOOK_URL: &str = "https://shop.example/sezzle-verify/";

/// An id that no object has.
pub(super) const UNKNOWN_ID: &str = "00000000-0000-4000-8000-000000000000";

/// The amount of all orders, in cents: the minimum.
pub(super) const ORDER_CENTS: i64 = 100;

pub(super) fn price(cents: i64) -> Value {
    json!({"amount_in_cents": cents, "currency": "USD"})
}

fn address() -> Value {
    json!({
        "name": NAME,
        "street": STREET,
        "street2": UNIT,
        "city": CITY,
        "state": "MN",
        "postal_code": POSTAL_CODE,
        "country_code": "US",
        "phone": PHONE,
    })
}

/// Returns a session request without an order, which asks for permission to charge the shopper later.
pub(super) fn tokenization_request() -> Value {
    json!({
        "cancel_url": {"href": "https://shop.example/cart", "method": "GET"},
        "complete_url": {"href": "https://shop.example/thanks", "method": "GET"},
        "customer": {
            "tokenize": true,
            "email": EMAIL,
            "first_name": FIRST_NAME,
            "last_name": LAST_NAME,
            "phone": PHONE,
            "dob": BIRTHDAY,
            "billing_address": address(),
            "shipping_address": address(),
        },
    })
}

/// Returns a session request with an order, which also asks for permission.
pub(super) fn session_request(reference_id: &str) -> Value {
    let mut request = tokenization_request();
    request["order"] = json!({
        "intent": "AUTH",
        "reference_id": reference_id,
        "description": "A check of the API",
        "order_amount": price(ORDER_CENTS),
        "items": [{"name": "A sample", "sku": "sample-1", "quantity": 1, "price": price(90)}],
        "discounts": [{"name": "A discount", "amount": price(5)}],
        "shipping_amount": price(10),
        "tax_amount": price(5),
        "metadata": {"channel": "verify"},
        "requires_shipping_info": false,
        "locale": "en-US",
    });
    request
}

/// Returns a request for a virtual card.
pub(super) fn card_request(reference_id: &str) -> Value {
    json!({
        "amount_in_cents": ORDER_CENTS,
        "currency": "USD",
        "origin": "https://shop.example",
        "mode": "redirect",
        "merchant_reference_id": reference_id,
        "card_response_format": "token",
        "customer": {
            "email": EMAIL,
            "first_name": FIRST_NAME,
            "last_name": LAST_NAME,
            "phone": PHONE,
            "billing_address": address(),
        },
        "items": [{"name": "A sample", "sku": "sample-1", "quantity": 1, "price": price(100)}],
    })
}
