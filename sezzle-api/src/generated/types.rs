// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

/// A postal address.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Address {
    /// The city.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub city: Option<String>,
    /// Country, two letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_code: Option<String>,
    /// The name of the person at this address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub name: Option<String>,
    /// A phone number at this address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub phone: Option<String>,
    /// Another name for `phone` in some responses. Send `phone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub phone_number: Option<String>,
    /// ZIP or postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub postal_code: Option<String>,
    /// State or province, two letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub state: Option<String>,
    /// Street and house number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub street: Option<String>,
    /// Second line, such as a unit number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub street2: Option<String>,
}

/// The merchant's API key pair, from the merchant dashboard.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct ApiKeys {
    /// The URL to which to send the shopper back. If the keys are rejected, the error has the code `unauthed_checkout_url`, and its message is a URL to redirect the shopper to. Not documented by Sezzle.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::json_schema::Url>"))]
    pub cancel_url: Option<String>,
    /// The private key; starts with `sz_pr_`. Webhook signatures are made with it too.
    pub private_key: crate::secret::Secret,
    /// The public key; starts with `sz_pub_`.
    pub public_key: crate::secret::Secret,
}

/// The authorized amount, with its captures, releases and refunds.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Authorization {
    /// Whether Sezzle approved the order. Do not use it to decide whether to ship: it remains true after the authorization has expired or was released. Use [`Order::is_capturable`](crate::types::Order::is_capturable) and [`Order::is_approved`](crate::types::Order::is_approved), or [`OrderCreated::is_approved`](crate::types::OrderCreated::is_approved).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved: Option<bool>,
    /// The amount, in the order's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization_amount: Option<Price>,
    /// The amount in the shopper's currency. May be missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization_amount_in_user_currency: Option<Price>,
    /// The captures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub captures: Vec<AuthorizationEvent>,
    /// When the authorization expires. It can be captured until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub financing_option: Option<String>,
    /// The refunds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub refunds: Vec<AuthorizationEvent>,
    /// The releases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub releases: Vec<AuthorizationEvent>,
    /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. The API does not accept it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sezzle_order_id: Option<String>,
}

/// A release, a capture or a refund.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct AuthorizationEvent {
    /// The amount, where it comes nested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Price>,
    /// The amount, in cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_in_cents: Option<i64>,
    /// ISO 4217 code of the amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency_code: Option<String>,
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// A bearer token and its expiration.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct BearerToken {
    /// When the token expires: 120 minutes after it was issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration_date: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The merchant the keys belong to. Not always a UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_uuid: Option<String>,
    /// The bearer token. Treat it as opaque.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<crate::secret::Secret>,
}

/// An amount to capture.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CaptureRequest {
    /// The amount in cents, in the order's currency, at most the remaining authorized amount.
    pub capture_amount: Price,
    /// Whether more captures follow. No longer documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial_capture: Option<bool>,
}

/// A virtual card. Card data under PCI DSS; it is neither printed nor kept in memory longer than needed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CardData {
    /// The security code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cvv_number: Option<crate::secret::Secret>,
    /// Month and year as `MMYY`. Not a date-time, although it is documented as one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expiration_date: Option<crate::secret::Secret>,
    /// Given name on the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub first_name: Option<String>,
    /// Family name on the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub last_name: Option<String>,
    /// The card number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pan: Option<crate::secret::Secret>,
}

/// The order that a virtual card paid for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CardOrderRequest {
    /// The merchant's order number.
    pub order_id: String,
}

/// A virtual card session that was started.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CardSession {
    /// The URL of the card session. Redirect the shopper here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::json_schema::Url>"))]
    pub dashboard_url: Option<String>,
    /// The id of the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The shopper's data that is known before a virtual card session.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CardSessionCustomer {
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub email: Option<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub last_name: Option<String>,
    /// Phone number, United States or Canada.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub phone: Option<String>,
}

/// The virtual card to request from the shopper.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CardSessionRequest {
    /// The amount of the card, in cents.
    pub amount_in_cents: i64,
    /// How the merchant receives the card. `token` is the only known value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_response_format: Option<String>,
    /// ISO 4217 code; `USD` or `CAD`.
    pub currency: String,
    /// The shopper's data that is known before a virtual card session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<CardSessionCustomer>,
    /// The lines of the cart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub items: Vec<LineItem>,
    /// The merchant's number for the cart: letters, digits, `-` and `_`, at most 255 characters.
    pub merchant_reference_id: String,
    /// How the checkout is shown.
    pub mode: CheckoutMode,
    /// Origin of the page that opens the card flow, such as `https://shop.example`.
    #[cfg_attr(feature = "schemars", schemars(with = "crate::json_schema::Url"))]
    pub origin: String,
}

/// How the checkout is shown. Defaults to `redirect`; the other two require the merchant's origin in both URLs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CheckoutMode {
    /// `iframe`
    Iframe,
    /// `popup`
    Popup,
    /// `redirect`
    Redirect,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl CheckoutMode {
    /// The known values.
    pub const VALUES: &[&str] = &["iframe", "popup", "redirect"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Iframe => "iframe",
            Self::Popup => "popup",
            Self::Redirect => "redirect",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "iframe" => Some(Self::Iframe),
            "popup" => Some(Self::Popup),
            "redirect" => Some(Self::Redirect),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(CheckoutMode);
/// Where the checkout stands. `complete`: the shopper has finished it; whether Sezzle approved is in the order's `authorization`. `denied`: the order exceeds what the shopper may spend. `deleted`: it expired, was deleted, or its whole amount was released.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CheckoutStatus {
    /// `active`
    Active,
    /// `complete`
    ///
    /// `completed` is read as this variant too, and written as `complete`.
    Complete,
    /// `denied`
    Denied,
    /// `deleted`
    Deleted,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl CheckoutStatus {
    /// The known values.
    pub const VALUES: &[&str] = &["active", "complete", "denied", "deleted"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Complete => "complete",
            Self::Denied => "denied",
            Self::Deleted => "deleted",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "active" => Some(Self::Active),
            "complete" | "completed" => Some(Self::Complete),
            "denied" => Some(Self::Denied),
            "deleted" => Some(Self::Deleted),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(CheckoutStatus);
/// The shipping options of an express checkout.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CheckoutUpdate {
    /// The id of the address, from the checkout's address callback.
    pub address_uuid: String,
    /// The order's total in cents. Documented on older pages only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_in_cents: Option<i64>,
    /// The id of the checkout. Documented on older pages only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkout_uuid: Option<String>,
    /// ISO 4217 code of all amounts.
    pub currency_code: String,
    /// The price of shipping in cents. Documented on older pages only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_amount_in_cents: Option<i64>,
    /// The shipping options.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub shipping_options: Vec<ShippingOption>,
    /// The tax in cents. Documented on older pages only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_amount_in_cents: Option<i64>,
}

/// The data of a tokenized customer.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Customer {
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// Date of birth as `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub dob: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub email: Option<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub last_name: Option<String>,
    /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// Phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub phone: Option<String>,
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// When the permission to charge the customer expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub token_expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The id of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An order for a tokenized customer.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CustomerOrderRequest {
    /// The payment plan to use; at most one. No longer documented.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub financing_options: Vec<FinancingOption>,
    ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
    /// at once.
    ///
    /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
    pub intent: Intent,
    /// The amount to charge, in cents.
    pub order_amount: Price,
    /// The merchant's order number, which must be unique: letters, digits, `-` and `_`.
    pub reference_id: String,
}

/// A shopper agreed to be charged without a checkout.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct CustomerTokenizedData {
    /// The customer of a tokenization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<TokenizedCustomerRef>,
    /// When the request expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The token of the request, from the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<crate::secret::Secret>,
}

/// A discount that is already included in the order's total.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Discount {
    /// An amount of money.
    pub amount: Price,
    /// The reason for the discount.
    pub name: String,
}

/// A change of a dispute.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct DisputeData {
    /// The amount in dispute, in cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_amount_in_cents: Option<i64>,
    /// ISO 4217 code of the amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_currency: Option<String>,
    /// When the merchant's response is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_due_date: Option<String>,
    /// The id of the dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::TextOrNumber>")
    )]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::text")]
    pub dispute_id: Option<String>,
    /// The state of the dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_status: Option<String>,
    /// The subject of the dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_type: Option<String>,
    /// The merchant's number of that order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_reference_id: Option<String>,
    /// The id of the disputed order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_uuid: Option<String>,
}

/// A detail of an error response.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct ErrorDetail {
    /// The kind of error.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub code: Option<String>,
    /// An id for Sezzle's support.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub debug_uuid: Option<String>,
    /// The location in the request, such as `order.intent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub location: Option<String>,
    /// A description.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub message: Option<String>,
    /// Another name for `debug_uuid` in some responses.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub uuid: Option<String>,
}

/// The fields that all events have.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct EventEnvelope {
    /// When it happened. Events may be received in a different order.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub created_at: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The subject of an event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_type: Option<WebhookDataType>,
    /// The name of an event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<WebhookEvent>,
    /// The id of the event. An event that is sent again has the same id: use it to drop duplicates.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::TextOrNumber>")
    )]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::text")]
    pub uuid: Option<String>,
}

/// The kind of express checkout, if any.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExpressCheckoutType {
    /// `single-step`
    SingleStep,
    /// `multi-step`
    MultiStep,
    /// `no-shipping`
    NoShipping,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl ExpressCheckoutType {
    /// The known values.
    pub const VALUES: &[&str] = &["single-step", "multi-step", "no-shipping"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::SingleStep => "single-step",
            Self::MultiStep => "multi-step",
            Self::NoShipping => "no-shipping",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "single-step" => Some(Self::SingleStep),
            "multi-step" => Some(Self::MultiStep),
            "no-shipping" => Some(Self::NoShipping),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(ExpressCheckoutType);
/// A payment plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FinancingOption {
    /// `4-pay-biweekly`
    FourPayBiweekly,
    /// `4-pay-monthly`
    FourPayMonthly,
    /// `6-pay-monthly`
    SixPayMonthly,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl FinancingOption {
    /// The known values.
    pub const VALUES: &[&str] = &["4-pay-biweekly", "4-pay-monthly", "6-pay-monthly"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::FourPayBiweekly => "4-pay-biweekly",
            Self::FourPayMonthly => "4-pay-monthly",
            Self::SixPayMonthly => "6-pay-monthly",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "4-pay-biweekly" => Some(Self::FourPayBiweekly),
            "4-pay-monthly" => Some(Self::FourPayMonthly),
            "6-pay-monthly" => Some(Self::SixPayMonthly),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(FinancingOption);
/// What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
/// at once.
///
/// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Intent {
    /// `AUTH`
    Auth,
    /// `CAPTURE`
    Capture,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl Intent {
    /// The known values.
    pub const VALUES: &[&str] = &["AUTH", "CAPTURE"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Auth => "AUTH",
            Self::Capture => "CAPTURE",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "AUTH" => Some(Self::Auth),
            "CAPTURE" => Some(Self::Capture),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(Intent);
/// The balance of an interest account.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct InterestBalance {
    /// The balance in the major unit of the currency, with four decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::Decimal>")
    )]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::decimal")]
    #[serde(serialize_with = "crate::de::lenient::write_decimal")]
    pub interest_balance: Option<::rust_decimal::Decimal>,
}

/// One line of the cart.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct LineItem {
    /// The brand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    /// The shop's categories, outermost first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category_path: Option<String>,
    /// GTIN, such as an EAN or UPC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global_trade_item_number: Option<String>,
    /// A picture of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::json_schema::Url>"))]
    pub image_url: Option<String>,
    /// The manufacturer's part number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manufacturer_part_number: Option<String>,
    /// The name of the article, shown to the shopper.
    pub name: String,
    /// The price of one unit, not of the line.
    pub price: Price,
    /// The article's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::json_schema::Url>"))]
    pub product_url: Option<String>,
    /// How many units.
    pub quantity: i32,
    /// The merchant's article number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
}

/// The URL and the method of an action. It does not say that the action is possible now.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Link {
    /// The full URL of the operation.
    #[cfg_attr(feature = "schemars", schemars(with = "crate::json_schema::Url"))]
    pub href: String,
    /// The HTTP method that goes with the URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<LinkMethod>,
    /// The action. Several links can have the same one: `self` reads with GET, changes with PATCH and deletes with DELETE.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rel: Option<LinkRel>,
}

/// The HTTP method that goes with the URL.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LinkMethod {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
    /// `PUT`
    Put,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl LinkMethod {
    /// The known values.
    pub const VALUES: &[&str] = &["GET", "POST", "PATCH", "DELETE", "PUT"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
            Self::Put => "PUT",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "GET" => Some(Self::Get),
            "POST" => Some(Self::Post),
            "PATCH" => Some(Self::Patch),
            "DELETE" => Some(Self::Delete),
            "PUT" => Some(Self::Put),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(LinkMethod);
/// The action. Several links can have the same one: `self` reads with GET, changes with PATCH and deletes with DELETE.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LinkRel {
    /// `self`
    Self_,
    /// `capture`
    Capture,
    /// `checkout`
    Checkout,
    /// `create`
    Create,
    /// `customer`
    Customer,
    /// `list`
    List,
    /// `order`
    Order,
    /// `preapprove`
    Preapprove,
    /// `refund`
    Refund,
    /// `release`
    Release,
    /// `session`
    Session,
    /// `token`
    Token,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl LinkRel {
    /// The known values.
    pub const VALUES: &[&str] = &[
        "self",
        "capture",
        "checkout",
        "create",
        "customer",
        "list",
        "order",
        "preapprove",
        "refund",
        "release",
        "session",
        "token",
    ];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Self_ => "self",
            Self::Capture => "capture",
            Self::Checkout => "checkout",
            Self::Create => "create",
            Self::Customer => "customer",
            Self::List => "list",
            Self::Order => "order",
            Self::Preapprove => "preapprove",
            Self::Refund => "refund",
            Self::Release => "release",
            Self::Session => "session",
            Self::Token => "token",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "self" => Some(Self::Self_),
            "capture" => Some(Self::Capture),
            "checkout" => Some(Self::Checkout),
            "create" => Some(Self::Create),
            "customer" => Some(Self::Customer),
            "list" => Some(Self::List),
            "order" => Some(Self::Order),
            "preapprove" => Some(Self::Preapprove),
            "refund" => Some(Self::Refund),
            "release" => Some(Self::Release),
            "session" => Some(Self::Session),
            "token" => Some(Self::Token),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(LinkRel);
/// Language of the checkout. Defaults to `en-US`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Locale {
    /// `en-US`
    EnUs,
    /// `en-CA`
    EnCa,
    /// `fr-CA`
    FrCa,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl Locale {
    /// The known values.
    pub const VALUES: &[&str] = &["en-US", "en-CA", "fr-CA"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::EnUs => "en-US",
            Self::EnCa => "en-CA",
            Self::FrCa => "fr-CA",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "en-US" => Some(Self::EnUs),
            "en-CA" => Some(Self::EnCa),
            "fr-CA" => Some(Self::FrCa),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(Locale);
/// Where to send the checkout link, for sales in a store. At least one of phone number and e-mail address is required.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Notification {
    /// Language of the message; `en`, `fr` or `fr-CA`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub to_email: Option<String>,
    /// Phone number for a text message.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub to_sms_phone: Option<String>,
}

/// An order with its authorization, captures, releases and refunds.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Order {
    /// Absent until the shopper has finished the checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization: Option<Authorization>,
    /// When the checkout link expires. The authorization has an expiration of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub checkout_expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// Where the checkout stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkout_status: Option<CheckoutStatus>,
    /// The shopper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<OrderCustomer>,
    /// A description of the order, shown to the shopper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A dispute about an order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute: Option<OrderDispute>,
    ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
    /// at once.
    ///
    /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// Whether this order is an upcharge of another order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_upcharge: Option<bool>,
    /// The lines of the cart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub items: Vec<LineItem>,
    /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The merchant's own data.
    #[serde(
        default,
        skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "::std::collections::BTreeMap<String, crate::json_schema::TextOrNumber>"
        )
    )]
    #[serde(deserialize_with = "crate::de::lenient::texts")]
    pub metadata: ::std::collections::BTreeMap<String, String>,
    /// An amount of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_amount: Option<Price>,
    /// The original order, if this one is an upcharge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_order_uuid: Option<String>,
    /// The merchant's order number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
    /// The price of shipping, if it was set with the session or by an express checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_amount: Option<Price>,
    /// The shipping method of an express checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_method: Option<ShippingMethod>,
    /// The tax, if it was set with the session or by an express checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_amount: Option<Price>,
    /// The upcharges of this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub upcharges: Vec<Upcharge>,
    /// The id of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// A shopper finished a checkout.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderAuthorizedData {
    /// An authorization, with its id and its time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization: Option<WebhookAuthorization>,
    /// The id of the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An amount of an order was captured.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderCapturedData {
    /// A release, a capture or a refund.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capture: Option<AuthorizationEvent>,
    /// The id of the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An order that was created without a checkout, approved or not.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderCreated {
    /// The authorization. The response is successful even if the order was declined: check [`is_approved`](crate::types::OrderCreated::is_approved).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization: Option<Authorization>,
    /// A description of the order, shown to the shopper. No longer documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
    /// at once.
    ///
    /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The merchant's own data. No longer documented.
    #[serde(
        default,
        skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
    )]
    #[serde(deserialize_with = "crate::de::lenient::null_as_default")]
    pub metadata: ::std::collections::BTreeMap<String, String>,
    /// An amount of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_amount: Option<Price>,
    /// The merchant's order number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
    /// The id of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The shopper. Before the checkout is finished, these may be the merchant's data; afterwards they are Sezzle's.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderCustomer {
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// Date of birth as `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub dob: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub email: Option<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub last_name: Option<String>,
    /// Phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub phone: Option<String>,
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
}

/// A dispute about an order. Not documented by Sezzle.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderDispute {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::TextOrNumber>")
    )]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::text")]
    pub id: Option<String>,
    /// The state of the dispute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// An amount of an order was refunded.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderRefundedData {
    /// A refund, and where it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refund: Option<RefundEvent>,
    /// Where a refund was made - by hand in the merchant dashboard, or over the API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<RefundSource>,
    /// The id of the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An order in the order report. Amounts are in cents.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderReportItem {
    /// The captured amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub captured_amount_in_cents: Option<i64>,
    /// When the order was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub created_at: Option<::chrono::DateTime<::chrono::Utc>>,
    /// ISO 4217 code of the currency that the shopper pays in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_currency_code: Option<String>,
    /// The shopper's e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub customer_email: Option<String>,
    /// The shopper's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub customer_name: Option<String>,
    /// The merchant's order number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_reference_id: Option<String>,
    /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub financing_option: Option<String>,
    /// ISO 4217 code of the currency that the merchant is paid in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_currency_code: Option<String>,
    /// The captured amount, less the fees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_amount_in_cents: Option<i64>,
    /// The amount of the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_amount_in_cents: Option<i64>,
    /// The order's id in the API, most likely: a UUID, the same as in the column `sezzle_order_id` of settlement details.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_platform_uuid: Option<String>,
    /// The kind of order, such as `Standard Checkout` or `Virtual Card`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_type: Option<String>,
    /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. The API does not accept it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_uuid: Option<String>,
    /// The fees for refunds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refund_fee_in_cents: Option<i64>,
    /// The released amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released_amount_in_cents: Option<i64>,
    /// Sezzle's fees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_fees_in_cents: Option<i64>,
    /// The authorized amount that was neither captured nor released.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncaptured_amount_in_cents: Option<i64>,
}

/// The change of an order.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct OrderUpdate {
    /// The merchant's order number: letters, digits, `-` and `_`.
    pub reference_id: String,
}

/// Whether an order would be approved now.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Preapproval {
    /// Whether it would be approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved: Option<bool>,
    /// The id of this response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An amount of money.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Price {
    /// The amount in cents, the minor unit of the currency.
    pub amount_in_cents: i64,
    /// ISO 4217 code; `USD` or `CAD`.
    pub currency: String,
}

/// A URL to which the shopper's browser is redirected.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct RedirectUrl {
    /// The full URL. Applications may use a scheme of their own.
    #[cfg_attr(feature = "schemars", schemars(with = "crate::json_schema::Url"))]
    pub href: String,
    /// The HTTP method. Only `GET` works, which is also the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
}

/// A refund, and where it was made.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct RefundEvent {
    /// The amount, where it comes nested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Price>,
    /// The amount, in cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_in_cents: Option<i64>,
    /// ISO 4217 code of the amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency_code: Option<String>,
    /// Where a refund was made - by hand in the merchant dashboard, or over the API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<RefundSource>,
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// Where a refund was made - by hand in the merchant dashboard, or over the API.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RefundSource {
    /// `dashboard`
    Dashboard,
    /// `gateway`
    Gateway,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl RefundSource {
    /// The known values.
    pub const VALUES: &[&str] = &["dashboard", "gateway"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Dashboard => "dashboard",
            Self::Gateway => "gateway",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "dashboard" => Some(Self::Dashboard),
            "gateway" => Some(Self::Gateway),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(RefundSource);
/// The id and the links of a resource.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Resource {
    /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The id of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// A checkout that was started, with its order, its tokenization, or both.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Session {
    /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The order of a session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<SessionOrderStatus>,
    /// A request to the shopper for permission to charge later orders without a checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokenize: Option<TokenizationRequest>,
    /// The id of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The shopper's data that is known before the checkout. Sezzle prefills its form with it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct SessionCustomer {
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// Date of birth as `YYYY-MM-DD`. Accepted in requests only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub dob: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub email: Option<String>,
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub last_name: Option<String>,
    /// Phone number, United States or Canada.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::PersonalData>")
    )]
    pub phone: Option<String>,
    /// Whether this order starts a subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurring: Option<bool>,
    /// Details of the subscription for the shopper, such as its `name`.
    #[serde(
        default,
        skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
    )]
    #[serde(deserialize_with = "crate::de::lenient::null_as_default")]
    pub recurring_metadata: ::std::collections::BTreeMap<String, String>,
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// Whether to ask the shopper for permission to charge later orders without a checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokenize: Option<bool>,
}

/// The order to pay.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct SessionOrder {
    /// When the checkout link expires. The authorization has an expiration of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub checkout_expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The payment plan to offer; at most one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub checkout_financing_options: Vec<FinancingOption>,
    /// How the checkout is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checkout_mode: Option<CheckoutMode>,
    /// A description of the order, shown to the shopper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The discounts, already included in the total.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub discounts: Vec<Discount>,
    ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
    /// at once.
    ///
    /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// The lines of the cart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub items: Vec<LineItem>,
    /// Language of the checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// The merchant's own data. Values are strings.
    #[serde(
        default,
        skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
    )]
    #[serde(deserialize_with = "crate::de::lenient::null_as_default")]
    pub metadata: ::std::collections::BTreeMap<String, String>,
    /// The total: items, shipping and tax, less discounts. At least 100 cents.
    pub order_amount: Price,
    /// The merchant's order number, which must be unique: letters, digits, `-` and `_`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_id: Option<String>,
    /// Whether Sezzle should ask the shopper for a shipping address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requires_shipping_info: Option<bool>,
    /// Where to send the checkout link, for sales in a store.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_checkout_url: Option<Notification>,
    /// The price of shipping, already included in the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_amount: Option<Price>,
    /// The tax, already included in the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_amount: Option<Price>,
}

/// The order of a session.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct SessionOrderStatus {
    /// The URL of the checkout. Redirect the shopper here. The id in it is the id of the checkout, not of the order or the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::json_schema::Url>"))]
    pub checkout_url: Option<String>,
    ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
    /// at once.
    ///
    /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// Where the order is read, changed, captured, released and refunded, and its checkout deleted. All of them are there from the start, whatever the order's state: read `checkout_status` and `authorization` to see what is possible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The same as `Session::tokenize`: some responses have it here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokenize: Option<TokenizationRequest>,
    /// The id of the order, which later calls require.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The checkout to start. Set `order`, `customer` with `tokenize`, or both.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct SessionRequest {
    /// The URL to which the shopper is redirected after cancelling the checkout.
    pub cancel_url: RedirectUrl,
    /// The URL to which the shopper is redirected after completing the checkout. A `customer-uuid` parameter is added if the shopper agreed to tokenization.
    pub complete_url: RedirectUrl,
    /// The shopper's data that is known before the checkout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<SessionCustomer>,
    /// The kind of express checkout, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub express_checkout_type: Option<ExpressCheckoutType>,
    /// Whether this is an express checkout. Not documented by Sezzle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_express_checkout: Option<bool>,
    /// The order to pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<SessionOrder>,
}

/// A payout to the merchant. Amounts are decimals in the major unit of the currency, not cents.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct SettlementSummary {
    /// What was paid out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::Decimal>")
    )]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::decimal")]
    #[serde(serialize_with = "crate::de::lenient::write_decimal")]
    pub final_payout_amount: Option<::rust_decimal::Decimal>,
    /// What changing the currency cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::Decimal>")
    )]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::decimal")]
    #[serde(serialize_with = "crate::de::lenient::write_decimal")]
    pub forex_fees: Option<::rust_decimal::Decimal>,
    /// What was settled, before the currency was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<crate::json_schema::Decimal>")
    )]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::decimal")]
    #[serde(serialize_with = "crate::de::lenient::write_decimal")]
    pub net_settlement_amount: Option<::rust_decimal::Decimal>,
    /// ISO 4217 code of `final_payout_amount`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout_currency: Option<String>,
    /// When it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub payout_date: Option<::chrono::DateTime<::chrono::Utc>>,
    /// ISO 4217 code of `net_settlement_amount`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settlement_currency: Option<String>,
    /// Where the payout stands; `Complete` is the one value seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The id of the payout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The shipping method of an express checkout.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct ShippingMethod {
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A shipping option, with the order's total.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct ShippingOption {
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The order's total with this option, in cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub final_order_amount_in_cents: Option<i64>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The price of shipping, in cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping_amount_in_cents: Option<i64>,
    /// The tax, in cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_amount_in_cents: Option<i64>,
    /// An id of the option. Not documented by Sezzle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// A request to tokenize a shopper, and the customer if they agreed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Tokenization {
    /// Absent until the shopper has agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer: Option<TokenizedCustomer>,
    /// When the request expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// Where the request can be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The token of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<crate::secret::Secret>,
}

/// A request to the shopper for permission to charge later orders without a checkout.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct TokenizationRequest {
    /// The URL at which the shopper can agree. It only tokenizes the shopper, and creates no order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval_url: Option<crate::secret::Secret>,
    /// When the request expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// Where to read the shopper's decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// Identifies the tokenization request. It can be used once: it and its approval URL become invalid when the shopper decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<crate::secret::Secret>,
}

/// A customer that can be charged without a checkout.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct TokenizedCustomer {
    /// When the permission to charge the customer expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// Where each action on the customer is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The id of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The customer of a tokenization.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct TokenizedCustomerRef {
    /// When the customer agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub created_at: Option<::chrono::DateTime<::chrono::Utc>>,
    /// When the permission to charge the customer expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The id of the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The id of a capture, refund, release or upcharge.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Transaction {
    /// The id of the capture, refund or release, which no operation accepts. Absent if Sezzle responds with success and an empty body, as one shop reports. For an upcharge, the id of the new order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An upcharge of an order.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Upcharge {
    /// An amount of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Price>,
    /// The id of the order that the upcharge created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An amount to charge in addition to an order.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct UpchargeRequest {
    ///  What happens when the shopper finishes: `AUTH` reserves the amount until it is captured, `CAPTURE` captures it
    /// at once.
    ///
    /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
    pub intent: Intent,
    /// The amount in cents, in the order's currency. The sum of all upcharges of an order is at most 15 % of its amount.
    pub upcharge_amount: Price,
}

/// A subscription.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct Webhook {
    /// The events that are sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub events: Vec<WebhookEvent>,
    /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub links: Vec<Link>,
    /// The URL to which the events are sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The id of the resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// An authorization, with its id and its time.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct WebhookAuthorization {
    /// Whether Sezzle approved the order. Do not use it to decide whether to ship: it remains true after the authorization has expired or was released. Use [`Order::is_capturable`](crate::types::Order::is_capturable) and [`Order::is_approved`](crate::types::Order::is_approved), or [`OrderCreated::is_approved`](crate::types::OrderCreated::is_approved).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved: Option<bool>,
    /// The amount, in the order's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization_amount: Option<Price>,
    /// The amount in the shopper's currency. May be missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization_amount_in_user_currency: Option<Price>,
    /// The captures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub captures: Vec<AuthorizationEvent>,
    /// When it was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub created_at: Option<::chrono::DateTime<::chrono::Utc>>,
    /// When the authorization expires. It can be captured until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default)]
    #[serde(deserialize_with = "crate::de::lenient::time")]
    pub expiration: Option<::chrono::DateTime<::chrono::Utc>>,
    /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub financing_option: Option<String>,
    /// The refunds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub refunds: Vec<AuthorizationEvent>,
    /// The releases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub releases: Vec<AuthorizationEvent>,
    /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. The API does not accept it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sezzle_order_id: Option<String>,
    /// The id of the authorization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
}

/// The subject of an event. Use `event` to distinguish events: Sezzle's sample of `customer.tokenized` has the value `tokenize`, which the published list lacks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookDataType {
    /// `customer`
    Customer,
    /// `order`
    Order,
    /// `dispute`
    Dispute,
    /// `tokenize`
    Tokenize,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl WebhookDataType {
    /// The known values.
    pub const VALUES: &[&str] = &["customer", "order", "dispute", "tokenize"];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Customer => "customer",
            Self::Order => "order",
            Self::Dispute => "dispute",
            Self::Tokenize => "tokenize",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "customer" => Some(Self::Customer),
            "order" => Some(Self::Order),
            "dispute" => Some(Self::Dispute),
            "tokenize" => Some(Self::Tokenize),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(WebhookDataType);
/// The name of an event. There are no events for releases, expirations, deletions, denials, reauthorizations and upcharges.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookEvent {
    /// `customer.tokenized`
    CustomerTokenized,
    /// `order.authorized`
    OrderAuthorized,
    /// `order.captured`
    OrderCaptured,
    /// `order.refunded`
    OrderRefunded,
    /// `dispute.merchant_input_requested`
    DisputeMerchantInputRequested,
    /// `dispute.deadline_approaching`
    DisputeDeadlineApproaching,
    /// `dispute.closed.customer_win`
    DisputeClosedCustomerWin,
    /// `dispute.closed.merchant_win`
    DisputeClosedMerchantWin,
    /// `dispute.closed.neutral`
    DisputeClosedNeutral,
    /// A value that this version of the crate does not know; see [`Self::as_str`].
    Unknown(crate::de::open_enum::UnknownValue),
}

impl WebhookEvent {
    /// The known values.
    pub const VALUES: &[&str] = &[
        "customer.tokenized",
        "order.authorized",
        "order.captured",
        "order.refunded",
        "dispute.merchant_input_requested",
        "dispute.deadline_approaching",
        "dispute.closed.customer_win",
        "dispute.closed.merchant_win",
        "dispute.closed.neutral",
    ];
    /// Returns the value as it is in JSON, known or not.
    pub fn as_str(&self) -> &str {
        match self {
            Self::CustomerTokenized => "customer.tokenized",
            Self::OrderAuthorized => "order.authorized",
            Self::OrderCaptured => "order.captured",
            Self::OrderRefunded => "order.refunded",
            Self::DisputeMerchantInputRequested => "dispute.merchant_input_requested",
            Self::DisputeDeadlineApproaching => "dispute.deadline_approaching",
            Self::DisputeClosedCustomerWin => "dispute.closed.customer_win",
            Self::DisputeClosedMerchantWin => "dispute.closed.merchant_win",
            Self::DisputeClosedNeutral => "dispute.closed.neutral",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn find(value: &str) -> Option<Self> {
        match value {
            "customer.tokenized" => Some(Self::CustomerTokenized),
            "order.authorized" => Some(Self::OrderAuthorized),
            "order.captured" => Some(Self::OrderCaptured),
            "order.refunded" => Some(Self::OrderRefunded),
            "dispute.merchant_input_requested" => {
                Some(Self::DisputeMerchantInputRequested)
            }
            "dispute.deadline_approaching" => Some(Self::DisputeDeadlineApproaching),
            "dispute.closed.customer_win" => Some(Self::DisputeClosedCustomerWin),
            "dispute.closed.merchant_win" => Some(Self::DisputeClosedMerchantWin),
            "dispute.closed.neutral" => Some(Self::DisputeClosedNeutral),
            _ => None,
        }
    }
}

crate::de::open_enum::conversions!(WebhookEvent);
/// A subscription to events.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct WebhookRequest {
    /// The events to send.
    #[serde(deserialize_with = "crate::de::lenient::list")]
    pub events: Vec<WebhookEvent>,
    /// The URL to send the events to. It can be subscribed once.
    #[cfg_attr(feature = "schemars", schemars(with = "crate::json_schema::Url"))]
    pub url: String,
}

/// A test event to send.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[derive(Eq, Hash)]
#[non_exhaustive]
pub struct WebhookTestRequest {
    /// The name of an event.
    pub event: WebhookEvent,
    /// The URL to send it to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Option<crate::json_schema::Url>"))]
    pub url: Option<String>,
}

impl ::std::fmt::Debug for Address {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("Address")
            .field("city", &crate::secret::Redacted::of(&self.city))
            .field("country_code", &self.country_code)
            .field("name", &crate::secret::Redacted::of(&self.name))
            .field("phone", &crate::secret::Redacted::of(&self.phone))
            .field("phone_number", &crate::secret::Redacted::of(&self.phone_number))
            .field("postal_code", &crate::secret::Redacted::of(&self.postal_code))
            .field("state", &crate::secret::Redacted::of(&self.state))
            .field("street", &crate::secret::Redacted::of(&self.street))
            .field("street2", &crate::secret::Redacted::of(&self.street2))
            .finish()
    }
}

impl ::std::fmt::Debug for ApiKeys {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ApiKeys")
            .field(
                "cancel_url",
                &self.cancel_url.as_deref().map(crate::url::RedactedUrl),
            )
            .field("private_key", &self.private_key)
            .field("public_key", &self.public_key)
            .finish()
    }
}

impl ::std::fmt::Debug for CardData {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CardData")
            .field("cvv_number", &self.cvv_number)
            .field("expiration_date", &self.expiration_date)
            .field("first_name", &crate::secret::Redacted::of(&self.first_name))
            .field("last_name", &crate::secret::Redacted::of(&self.last_name))
            .field("pan", &self.pan)
            .finish()
    }
}

impl ::std::fmt::Debug for CardSession {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CardSession")
            .field(
                "dashboard_url",
                &self.dashboard_url.as_deref().map(crate::url::RedactedUrl),
            )
            .field("uuid", &self.uuid)
            .finish()
    }
}

impl ::std::fmt::Debug for CardSessionCustomer {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CardSessionCustomer")
            .field("billing_address", &self.billing_address)
            .field("email", &crate::secret::Redacted::of(&self.email))
            .field("first_name", &crate::secret::Redacted::of(&self.first_name))
            .field("last_name", &crate::secret::Redacted::of(&self.last_name))
            .field("phone", &crate::secret::Redacted::of(&self.phone))
            .finish()
    }
}

impl ::std::fmt::Debug for CardSessionRequest {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("CardSessionRequest")
            .field("amount_in_cents", &self.amount_in_cents)
            .field("card_response_format", &self.card_response_format)
            .field("currency", &self.currency)
            .field("customer", &self.customer)
            .field("items", &self.items)
            .field("merchant_reference_id", &self.merchant_reference_id)
            .field("mode", &self.mode)
            .field("origin", &crate::url::RedactedUrl(&self.origin))
            .finish()
    }
}

impl ::std::fmt::Debug for Customer {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("Customer")
            .field("billing_address", &self.billing_address)
            .field("dob", &crate::secret::Redacted::of(&self.dob))
            .field("email", &crate::secret::Redacted::of(&self.email))
            .field("first_name", &crate::secret::Redacted::of(&self.first_name))
            .field("last_name", &crate::secret::Redacted::of(&self.last_name))
            .field("links", &self.links)
            .field("phone", &crate::secret::Redacted::of(&self.phone))
            .field("shipping_address", &self.shipping_address)
            .field("token_expiration", &self.token_expiration)
            .field("uuid", &self.uuid)
            .finish()
    }
}

impl ::std::fmt::Debug for ErrorDetail {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("ErrorDetail")
            .field("code", &crate::secret::Redacted::of(&self.code))
            .field("debug_uuid", &crate::secret::Redacted::of(&self.debug_uuid))
            .field("location", &crate::secret::Redacted::of(&self.location))
            .field("message", &crate::secret::Redacted::of(&self.message))
            .field("uuid", &crate::secret::Redacted::of(&self.uuid))
            .finish()
    }
}

impl ::std::fmt::Debug for LineItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("LineItem")
            .field("brand", &self.brand)
            .field("category_path", &self.category_path)
            .field("global_trade_item_number", &self.global_trade_item_number)
            .field("image_url", &self.image_url.as_deref().map(crate::url::RedactedUrl))
            .field("manufacturer_part_number", &self.manufacturer_part_number)
            .field("name", &self.name)
            .field("price", &self.price)
            .field(
                "product_url",
                &self.product_url.as_deref().map(crate::url::RedactedUrl),
            )
            .field("quantity", &self.quantity)
            .field("sku", &self.sku)
            .finish()
    }
}

impl ::std::fmt::Debug for Link {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("Link")
            .field("href", &crate::url::RedactedUrl(&self.href))
            .field("method", &self.method)
            .field("rel", &self.rel)
            .finish()
    }
}

impl ::std::fmt::Debug for Notification {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("Notification")
            .field("language", &self.language)
            .field("to_email", &crate::secret::Redacted::of(&self.to_email))
            .field("to_sms_phone", &crate::secret::Redacted::of(&self.to_sms_phone))
            .finish()
    }
}

impl ::std::fmt::Debug for OrderCustomer {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("OrderCustomer")
            .field("billing_address", &self.billing_address)
            .field("dob", &crate::secret::Redacted::of(&self.dob))
            .field("email", &crate::secret::Redacted::of(&self.email))
            .field("first_name", &crate::secret::Redacted::of(&self.first_name))
            .field("last_name", &crate::secret::Redacted::of(&self.last_name))
            .field("phone", &crate::secret::Redacted::of(&self.phone))
            .field("shipping_address", &self.shipping_address)
            .finish()
    }
}

impl ::std::fmt::Debug for OrderReportItem {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("OrderReportItem")
            .field("captured_amount_in_cents", &self.captured_amount_in_cents)
            .field("created_at", &self.created_at)
            .field("customer_currency_code", &self.customer_currency_code)
            .field("customer_email", &crate::secret::Redacted::of(&self.customer_email))
            .field("customer_name", &crate::secret::Redacted::of(&self.customer_name))
            .field("external_reference_id", &self.external_reference_id)
            .field("financing_option", &self.financing_option)
            .field("merchant_currency_code", &self.merchant_currency_code)
            .field("net_amount_in_cents", &self.net_amount_in_cents)
            .field("order_amount_in_cents", &self.order_amount_in_cents)
            .field("order_platform_uuid", &self.order_platform_uuid)
            .field("order_type", &self.order_type)
            .field("order_uuid", &self.order_uuid)
            .field("refund_fee_in_cents", &self.refund_fee_in_cents)
            .field("released_amount_in_cents", &self.released_amount_in_cents)
            .field("total_fees_in_cents", &self.total_fees_in_cents)
            .field("uncaptured_amount_in_cents", &self.uncaptured_amount_in_cents)
            .finish()
    }
}

impl ::std::fmt::Debug for RedirectUrl {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("RedirectUrl")
            .field("href", &crate::url::RedactedUrl(&self.href))
            .field("method", &self.method)
            .finish()
    }
}

impl ::std::fmt::Debug for SessionCustomer {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("SessionCustomer")
            .field("billing_address", &self.billing_address)
            .field("dob", &crate::secret::Redacted::of(&self.dob))
            .field("email", &crate::secret::Redacted::of(&self.email))
            .field("first_name", &crate::secret::Redacted::of(&self.first_name))
            .field("last_name", &crate::secret::Redacted::of(&self.last_name))
            .field("phone", &crate::secret::Redacted::of(&self.phone))
            .field("recurring", &self.recurring)
            .field("recurring_metadata", &self.recurring_metadata)
            .field("shipping_address", &self.shipping_address)
            .field("tokenize", &self.tokenize)
            .finish()
    }
}

impl ::std::fmt::Debug for SessionOrderStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("SessionOrderStatus")
            .field(
                "checkout_url",
                &self.checkout_url.as_deref().map(crate::url::RedactedUrl),
            )
            .field("intent", &self.intent)
            .field("links", &self.links)
            .field("tokenize", &self.tokenize)
            .field("uuid", &self.uuid)
            .finish()
    }
}

impl ::std::fmt::Debug for WebhookRequest {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("WebhookRequest")
            .field("events", &self.events)
            .field("url", &crate::url::RedactedUrl(&self.url))
            .finish()
    }
}

impl ::std::fmt::Debug for WebhookTestRequest {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.debug_struct("WebhookTestRequest")
            .field("event", &self.event)
            .field("url", &self.url.as_deref().map(crate::url::RedactedUrl))
            .finish()
    }
}
