// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 86e8ef1d94c42e085e2a6b089e03b3d0fe0619f051689dbd757341173de083fe
// openapi/overlay.yaml SHA-256 58f1cc16631d8ddcc3d4a4aebec0b81907123fc9ce05b2f46eb99a6975964031
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
        /// Another name for `phone` in some answers. Send `phone`.
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
        /// Where a shopper would be sent back to. Not documented by Sezzle.
        optional cancel_url: String,
        /// The private key; starts with `sz_pr_`. Webhook signatures are made with it too.
        required private_key: crate::secret::Secret,
        /// The public key; starts with `sz_pub_`.
        required public_key: crate::secret::Secret,
    }
}

type_builder! {
    CaptureRequest {
        /// In cents, in the order's currency, and not more than what is left of the authorization.
        required capture_amount: types::Price,
        /// Says that more captures follow. No longer documented.
        optional partial_capture: bool,
    }
}

type_builder! {
    CardOrderRequest {
        /// The shop's own order number.
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
        /// What the card is for, in cents.
        required amount_in_cents: i64,
        /// How the shop receives the card; `token` is the one known value.
        optional card_response_format: String,
        /// ISO 4217 code; `USD` or `CAD`.
        required currency: String,
        /// What is known of the shopper before a virtual card session.
        optional customer: types::CardSessionCustomer,
        /// The lines of the cart.
        list items: types::LineItem,
        /// The merchant's own number for the cart, at most 255 characters. Letters, digits, `-` and `_`.
        required merchant_reference_id: String,
        /// How the checkout is shown; `redirect` when absent.
        required mode: types::CheckoutMode,
        /// Origin of the page that opens the card flow, such as `https://shop.example`.
        required origin: String,
    }
}

type_builder! {
    CheckoutUpdate {
        /// The address the options are for, as the checkout's address callback named it.
        required address_uuid: String,
        /// The order's total in cents, as older pages have it.
        optional amount_in_cents: i64,
        /// The checkout, as older pages have it.
        optional checkout_uuid: String,
        /// ISO 4217 code of all amounts here.
        required currency_code: String,
        /// What shipping costs in cents, as older pages have it.
        optional shipping_amount_in_cents: i64,
        /// The ways to ship.
        list shipping_options: types::ShippingOption,
        /// The tax in cents, as older pages have it.
        optional tax_amount_in_cents: i64,
    }
}

type_builder! {
    CustomerOrderRequest {
        /// The payment plan to use; at most one. No longer documented.
        list financing_options: types::FinancingOption,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        required intent: types::Intent,
        /// What to charge, in cents.
        required order_amount: types::Price,
        /// The merchant's own order number, unique. Letters, digits, `-` and `_`.
        required reference_id: String,
    }
}

type_builder! {
    Discount {
        /// An amount of money.
        required amount: types::Price,
        /// What the reduction is for.
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
        optional image_url: String,
        /// The manufacturer's own number.
        optional manufacturer_part_number: String,
        /// What is sold, for people.
        required name: String,
        /// The price of one unit, not of the line.
        required price: types::Price,
        /// The article's page.
        optional product_url: String,
        /// How many units.
        required quantity: i32,
        /// The merchant's own article number.
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
        /// The merchant's own order number. Letters, digits, `-` and `_`.
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
        required href: String,
        /// The HTTP method; only `GET` works, which is also what is meant when this is absent.
        optional method: String,
    }
}

type_builder! {
    SessionCustomer {
        /// A postal address.
        optional billing_address: types::Address,
        /// Date of birth as `YYYY-MM-DD`. Taken as input only.
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
        /// What the shopper should know of the subscription, such as its `name`.
        map recurring_metadata: String,
        /// A postal address.
        optional shipping_address: types::Address,
        /// Ask the shopper for leave to charge later orders without a checkout.
        optional tokenize: bool,
    }
}

type_builder! {
    SessionOrder {
        /// When the checkout link stops working. Not the life of the authorization.
        optional checkout_expiration: ::chrono::DateTime<::chrono::Utc>,
        /// The payment plan to offer; at most one.
        list checkout_financing_options: types::FinancingOption,
        /// How the checkout is shown; `redirect` when absent.
        optional checkout_mode: types::CheckoutMode,
        /// What the order is for, for people.
        optional description: String,
        /// The reductions that the total already holds.
        list discounts: types::Discount,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        optional intent: types::Intent,
        /// The lines of the cart.
        list items: types::LineItem,
        /// Language of the checkout; `en-US` when absent.
        optional locale: types::Locale,
        /// The merchant's own notes. Values are strings.
        map metadata: String,
        /// The total, which already holds items, shipping and tax less discounts. At least 100 cents.
        required order_amount: types::Price,
        /// The merchant's own order number, unique. Letters, digits, `-` and `_`.
        optional reference_id: String,
        /// Whether Sezzle should ask the shopper for a shipping address.
        optional requires_shipping_info: bool,
        /// Where to send the checkout link in a shop with a counter.
        optional send_checkout_url: types::Notification,
        /// Shipping, which the total already holds.
        optional shipping_amount: types::Price,
        /// Tax, which the total already holds.
        optional tax_amount: types::Price,
    }
}

type_builder! {
    SessionRequest {
        /// Where the shopper goes on leaving the checkout.
        required cancel_url: types::RedirectUrl,
        /// Where the shopper goes when done. A `customer-uuid` parameter is added if they agreed to tokenization.
        required complete_url: types::RedirectUrl,
        /// What is known of the shopper before the checkout.
        optional customer: types::SessionCustomer,
        /// Which express checkout, if any, to run.
        optional express_checkout_type: types::ExpressCheckoutType,
        /// Says that this is an express checkout. Not documented by Sezzle.
        optional is_express_checkout: bool,
        /// The order to be paid.
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
        /// What shipping costs, in cents.
        optional shipping_amount_in_cents: i64,
        /// The tax, in cents.
        optional tax_amount_in_cents: i64,
        /// An id of the option. Not documented by Sezzle.
        optional uuid: String,
    }
}

type_builder! {
    UpchargeRequest {
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        required intent: types::Intent,
        /// In cents, in the order's currency. All upcharges of an order together are at most 15 % of its amount.
        required upcharge_amount: types::Price,
    }
}

type_builder! {
    WebhookRequest {
        /// The events to send.
        required_list events: types::WebhookEvent,
        /// Where to send the events. Each URL can be subscribed once.
        required url: String,
    }
}

type_builder! {
    WebhookTestRequest {
        /// Something that happened.
        required event: types::WebhookEvent,
        /// Where to send it.
        optional url: String,
    }
}
