// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

use super::types;
use crate::type_builder::type_builder;

type_builder! {
    Address {
        /// The city.
        optional city: String,
        /// Country, two letters.
        optional country_code: String,
        /// The name of the person at this address.
        optional name: String,
        /// A phone number at this address.
        optional phone: String,
        /// Another name for `phone` in some responses. Send `phone`.
        optional phone_number: String,
        /// ZIP or postal code.
        optional postal_code: String,
        /// State or province, two letters.
        optional state: String,
        /// Street and house number.
        optional street: String,
        /// Second line, such as a unit number.
        optional street2: String,
    }
}

type_builder! {
    ApiKeys {
        /// The URL to which to send the shopper back. If the keys are rejected, the error has the code `unauthed_checkout_url`, and its message is a URL to redirect the shopper to. Not documented by Sezzle.
        optional(url) cancel_url: String,
        /// The private key; starts with `sz_pr_`. Webhook signatures are made with it too.
        required private_key: crate::secret::Secret,
        /// The public key; starts with `sz_pub_`.
        required public_key: crate::secret::Secret,
    }
}

type_builder! {
    CaptureRequest {
        /// The amount in cents, in the order's currency, at most the remaining authorized amount.
        required capture_amount: types::Price,
        /// Whether more captures follow. No longer documented.
        optional partial_capture: bool,
    }
}

type_builder! {
    CardOrderRequest {
        /// The merchant's order number.
        required order_id: String,
    }
}

type_builder! {
    CardSessionCustomer {
        /// A postal address.
        optional billing_address: types::Address,
        /// E-mail address.
        optional email: String,
        /// Given name.
        optional first_name: String,
        /// Family name.
        optional last_name: String,
        /// Phone number, United States or Canada.
        optional phone: String,
    }
}

type_builder! {
    CardSessionRequest {
        /// The amount of the card, in cents.
        required amount_in_cents: i64,
        /// How the merchant receives the card. `token` is the only known value.
        optional card_response_format: String,
        /// ISO 4217 code; `USD` or `CAD`.
        required currency: String,
        /// The shopper's data that is known before a virtual card session.
        optional customer: types::CardSessionCustomer,
        /// The lines of the cart.
        list items: types::LineItem,
        /// The merchant's number for the cart: letters, digits, `-` and `_`, at most 255 characters.
        required merchant_reference_id: String,
        /// How the checkout is shown.
        required mode: types::CheckoutMode,
        /// Origin of the page that opens the card flow, such as `https://shop.example`.
        required(url) origin: String,
    }
}

type_builder! {
    CheckoutUpdate {
        /// The id of the address, from the checkout's address callback.
        required address_uuid: String,
        /// The order's total in cents. Documented on older pages only.
        optional amount_in_cents: i64,
        /// The id of the checkout. Documented on older pages only.
        optional checkout_uuid: String,
        /// ISO 4217 code of all amounts.
        required currency_code: String,
        /// The price of shipping in cents. Documented on older pages only.
        optional shipping_amount_in_cents: i64,
        /// The shipping options.
        list shipping_options: types::ShippingOption,
        /// The tax in cents. Documented on older pages only.
        optional tax_amount_in_cents: i64,
    }
}

type_builder! {
    CustomerOrderRequest {
        /// The payment plan to use; at most one. No longer documented.
        list financing_options: types::FinancingOption,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
        /// at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        required intent: types::Intent,
        /// The amount to charge, in cents.
        required order_amount: types::Price,
        /// The merchant's order number, which must be unique: letters, digits, `-` and `_`.
        required reference_id: String,
    }
}

type_builder! {
    Discount {
        /// An amount of money.
        required amount: types::Price,
        /// The reason for the discount.
        required name: String,
    }
}

type_builder! {
    LineItem {
        /// The brand.
        optional brand: String,
        /// The shop's categories, outermost first.
        optional category_path: String,
        /// GTIN, such as an EAN or UPC.
        optional global_trade_item_number: String,
        /// A picture of the article.
        optional(url) image_url: String,
        /// The manufacturer's part number.
        optional manufacturer_part_number: String,
        /// The name of the article, shown to the shopper.
        required name: String,
        /// The price of one unit, not of the line.
        required price: types::Price,
        /// The article's page.
        optional(url) product_url: String,
        /// How many units.
        required quantity: i32,
        /// The merchant's article number.
        optional sku: String,
    }
}

type_builder! {
    Notification {
        /// Language of the message; `en`, `fr` or `fr-CA`.
        optional language: String,
        /// E-mail address.
        optional to_email: String,
        /// Phone number for a text message.
        optional to_sms_phone: String,
    }
}

type_builder! {
    OrderUpdate {
        /// The merchant's order number: letters, digits, `-` and `_`.
        required reference_id: String,
    }
}

type_builder! {
    Price {
        /// The amount in cents, the minor unit of the currency.
        required amount_in_cents: i64,
        /// ISO 4217 code; `USD` or `CAD`.
        required currency: String,
    }
}

type_builder! {
    RedirectUrl {
        /// The full URL. Applications may use a scheme of their own.
        required(url) href: String,
        /// The HTTP method. Only `GET` works, which is also the default.
        optional method: String,
    }
}

type_builder! {
    SessionCustomer {
        /// A postal address.
        optional billing_address: types::Address,
        /// Date of birth as `YYYY-MM-DD`. Accepted in requests only.
        optional dob: String,
        /// E-mail address.
        optional email: String,
        /// Given name.
        optional first_name: String,
        /// Family name.
        optional last_name: String,
        /// Phone number, United States or Canada.
        optional phone: String,
        /// Whether this order starts a subscription.
        optional recurring: bool,
        /// Details of the subscription for the shopper, such as its `name`.
        map recurring_metadata: String,
        /// A postal address.
        optional shipping_address: types::Address,
        /// Whether to ask the shopper for permission to charge later orders without a checkout.
        optional tokenize: bool,
    }
}

type_builder! {
    SessionOrder {
        /// When the checkout link expires. The authorization has an expiration of its own.
        optional checkout_expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The payment plan to offer; at most one.
        list checkout_financing_options: types::FinancingOption,
        /// How the checkout is shown.
        optional checkout_mode: types::CheckoutMode,
        /// A description of the order, shown to the shopper.
        optional description: String,
        /// The discounts, already included in the total.
        list discounts: types::Discount,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
        /// at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// The lines of the cart.
        list items: types::LineItem,
        /// Language of the checkout.
        optional locale: types::Locale,
        /// The merchant's own data. Values are strings.
        map metadata: String,
        /// The total: items, shipping and tax, less discounts. At least 100 cents.
        required order_amount: types::Price,
        /// The merchant's order number, which must be unique: letters, digits, `-` and `_`.
        optional reference_id: String,
        /// Whether Sezzle should ask the shopper for a shipping address.
        optional requires_shipping_info: bool,
        /// Where to send the checkout link, for sales in a store.
        optional send_checkout_url: types::Notification,
        /// The price of shipping, already included in the total.
        optional shipping_amount: types::Price,
        /// The tax, already included in the total.
        optional tax_amount: types::Price,
    }
    must_set intent: "missing: Sezzle would capture the order at once; choose `AUTH` to capture later, or `CAPTURE`"
}

type_builder! {
    SessionRequest {
        /// The URL to which the shopper is redirected after cancelling the checkout.
        required cancel_url: types::RedirectUrl,
        /// The URL to which the shopper is redirected after completing the checkout. A `customer-uuid` parameter is added if the shopper agreed to tokenization.
        required complete_url: types::RedirectUrl,
        /// The shopper's data that is known before the checkout.
        optional customer: types::SessionCustomer,
        /// The kind of express checkout, if any.
        optional express_checkout_type: types::ExpressCheckoutType,
        /// Whether this is an express checkout. Not documented by Sezzle.
        optional is_express_checkout: bool,
        /// The order to pay.
        optional order: types::SessionOrder,
    }
}

type_builder! {
    ShippingOption {
        /// More about it.
        optional description: String,
        /// The order's total with this option, in cents.
        optional final_order_amount_in_cents: i64,
        /// Its name.
        optional name: String,
        /// The price of shipping, in cents.
        optional shipping_amount_in_cents: i64,
        /// The tax, in cents.
        optional tax_amount_in_cents: i64,
        /// An id of the option. Not documented by Sezzle.
        optional uuid: String,
    }
}

type_builder! {
    UpchargeRequest {
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
        /// at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        required intent: types::Intent,
        /// The amount in cents, in the order's currency. The sum of all upcharges of an order is at most 15 % of its amount.
        required upcharge_amount: types::Price,
    }
}

type_builder! {
    WebhookRequest {
        /// The events to send.
        required_list events: types::WebhookEvent,
        /// The URL to send the events to. It can be subscribed once.
        required(url) url: String,
    }
}

type_builder! {
    WebhookTestRequest {
        /// The name of an event.
        required event: types::WebhookEvent,
        /// The URL to send it to.
        optional(url) url: String,
    }
}
