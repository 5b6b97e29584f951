// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 acd76eafb71b84baa48ea5c86650e4579a714440c4d6e578e04b2ed5e218f0f5
// openapi/overlay.yaml SHA-256 58f1cc16631d8ddcc3d4a4aebec0b81907123fc9ce05b2f46eb99a6975964031
// progenitor 0.15.1

use crate::Client;
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// A postal address.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Address {
        /// The city.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub city: ::std::option::Option<::std::string::String>,
        /// Country, two letters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub country_code: ::std::option::Option<::std::string::String>,
        /// The name of the person at this address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub name: ::std::option::Option<::std::string::String>,
        /// A phone number at this address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub phone: ::std::option::Option<::std::string::String>,
        /// Another name for `phone` in some answers. Send `phone`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub phone_number: ::std::option::Option<::std::string::String>,
        /// ZIP or postal code.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub postal_code: ::std::option::Option<::std::string::String>,
        /// State or province, two letters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub state: ::std::option::Option<::std::string::String>,
        /// Street and house number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub street: ::std::option::Option<::std::string::String>,
        /// Second line, such as a unit number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub street2: ::std::option::Option<::std::string::String>,
    }

    impl Address {
        /// Starts building one.
        pub fn builder() -> builder::Address {
            Default::default()
        }
    }

    /// The merchant's API key pair, from the merchant dashboard.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ApiKeys {
        /// Where to send the shopper back to. If the keys are not accepted, the error then has the code `unauthed_checkout_url`, and its message is a URL to redirect the shopper to. Not documented by Sezzle.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cancel_url: ::std::option::Option<::std::string::String>,
        /// The private key; starts with `sz_pr_`. Webhook signatures are made with it too.
        pub private_key: crate::Secret,
        /// The public key; starts with `sz_pub_`.
        pub public_key: crate::Secret,
    }

    impl ApiKeys {
        /// Starts building one.
        pub fn builder() -> builder::ApiKeys {
            Default::default()
        }
    }

    /// What the shopper authorized, and what became of it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Authorization {
        /// Whether Sezzle approved. Check it before handing over goods.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub approved: ::std::option::Option<bool>,
        /// The amount, in the order's currency.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_amount: ::std::option::Option<Price>,
        /// The amount in the shopper's currency. May be missing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_amount_in_user_currency: ::std::option::Option<Price>,
        /// What was captured.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub captures: ::std::vec::Vec<AuthorizationEvent>,
        /// Until when it can be captured.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub financing_option: ::std::option::Option<::std::string::String>,
        /// What was refunded.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub refunds: ::std::vec::Vec<AuthorizationEvent>,
        /// What was released.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub releases: ::std::vec::Vec<AuthorizationEvent>,
        /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. Not the id that the API takes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sezzle_order_id: ::std::option::Option<::std::string::String>,
    }

    impl Authorization {
        /// Starts building one.
        pub fn builder() -> builder::Authorization {
            Default::default()
        }
    }

    /// A release, a capture or a refund.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct AuthorizationEvent {
        /// The amount, where it comes nested.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<Price>,
        /// The amount, in cents.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount_in_cents: ::std::option::Option<i64>,
        /// ISO 4217 code of the amount.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub currency_code: ::std::option::Option<::std::string::String>,
        /// Its id.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl AuthorizationEvent {
        /// Starts building one.
        pub fn builder() -> builder::AuthorizationEvent {
            Default::default()
        }
    }

    /// A bearer token and how long it lives.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct BearerToken {
        /// When the token stops being accepted, 120 minutes after it was issued.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration_date: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        /// The merchant the keys belong to. Not always a UUID.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub merchant_uuid: ::std::option::Option<::std::string::String>,
        /// The bearer token. Treat it as opaque.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<crate::Secret>,
    }

    impl BearerToken {
        /// Starts building one.
        pub fn builder() -> builder::BearerToken {
            Default::default()
        }
    }

    /// An amount to capture.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CaptureRequest {
        /// In cents, in the order's currency, and not more than what is left of the authorization.
        pub capture_amount: Price,
        /// Says that more captures follow. No longer documented.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub partial_capture: ::std::option::Option<bool>,
    }

    impl CaptureRequest {
        /// Starts building one.
        pub fn builder() -> builder::CaptureRequest {
            Default::default()
        }
    }

    /// A virtual card. Card data under PCI DSS; it is neither printed nor kept in memory longer than needed.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CardData {
        /// The security code.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cvv_number: ::std::option::Option<crate::Secret>,
        /// Month and year as `MMYY`. Not a date-time, though it has been published as one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expiration_date: ::std::option::Option<crate::Secret>,
        /// Given name on the card.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// Family name on the card.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// The card number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub pan: ::std::option::Option<crate::Secret>,
    }

    impl CardData {
        /// Starts building one.
        pub fn builder() -> builder::CardData {
            Default::default()
        }
    }

    /// The order a virtual card paid for.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CardOrderRequest {
        /// The shop's own order number.
        pub order_id: ::std::string::String,
    }

    impl CardOrderRequest {
        /// Starts building one.
        pub fn builder() -> builder::CardOrderRequest {
            Default::default()
        }
    }

    /// A virtual card session that was started.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CardSession {
        /// Send the shopper here to get the card.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub dashboard_url: ::std::option::Option<::std::string::String>,
        /// The id of the session.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl CardSession {
        /// Starts building one.
        pub fn builder() -> builder::CardSession {
            Default::default()
        }
    }

    /// What is known of the shopper before a virtual card session.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CardSessionCustomer {
        /// A postal address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub billing_address: ::std::option::Option<Address>,
        /// E-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub email: ::std::option::Option<::std::string::String>,
        /// Given name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// Family name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// Phone number, United States or Canada.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub phone: ::std::option::Option<::std::string::String>,
    }

    impl CardSessionCustomer {
        /// Starts building one.
        pub fn builder() -> builder::CardSessionCustomer {
            Default::default()
        }
    }

    /// A virtual card to ask the shopper for.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CardSessionRequest {
        /// What the card is for, in cents.
        pub amount_in_cents: i64,
        /// How the shop receives the card; `token` is the one known value.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub card_response_format: ::std::option::Option<::std::string::String>,
        /// ISO 4217 code; `USD` or `CAD`.
        pub currency: ::std::string::String,
        /// What is known of the shopper before a virtual card session.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer: ::std::option::Option<CardSessionCustomer>,
        /// The lines of the cart.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub items: ::std::vec::Vec<LineItem>,
        /// The merchant's own number for the cart, at most 255 characters. Letters, digits, `-` and `_`.
        pub merchant_reference_id: ::std::string::String,
        /// How the checkout is shown; `redirect` when absent.
        pub mode: CheckoutMode,
        /// Origin of the page that opens the card flow, such as `https://shop.example`.
        pub origin: ::std::string::String,
    }

    impl CardSessionRequest {
        /// Starts building one.
        pub fn builder() -> builder::CardSessionRequest {
            Default::default()
        }
    }

    /// How the checkout is shown; `redirect` when absent. The other two need the shop's origin in both URLs.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum CheckoutMode {
        /// `iframe`
        Iframe,
        /// `popup`
        Popup,
        /// `redirect`
        Redirect,
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl CheckoutMode {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["iframe", "popup", "redirect"];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Iframe => "iframe",
                Self::Popup => "popup",
                Self::Redirect => "redirect",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "iframe" => Ok(Self::Iframe),
                "popup" => Ok(Self::Popup),
                "redirect" => Ok(Self::Redirect),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(CheckoutMode);
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
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl CheckoutStatus {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["active", "complete", "denied", "deleted"];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Active => "active",
                Self::Complete => "complete",
                Self::Denied => "denied",
                Self::Deleted => "deleted",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "active" => Ok(Self::Active),
                "complete" | "completed" => Ok(Self::Complete),
                "denied" => Ok(Self::Denied),
                "deleted" => Ok(Self::Deleted),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(CheckoutStatus);
    /// The shipping options of an express checkout.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CheckoutUpdate {
        /// The address the options are for, as the checkout's address callback named it.
        pub address_uuid: ::std::string::String,
        /// The order's total in cents, as older pages have it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount_in_cents: ::std::option::Option<i64>,
        /// The checkout, as older pages have it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub checkout_uuid: ::std::option::Option<::std::string::String>,
        /// ISO 4217 code of all amounts here.
        pub currency_code: ::std::string::String,
        /// What shipping costs in cents, as older pages have it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_amount_in_cents: ::std::option::Option<i64>,
        /// The ways to ship.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub shipping_options: ::std::vec::Vec<ShippingOption>,
        /// The tax in cents, as older pages have it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tax_amount_in_cents: ::std::option::Option<i64>,
    }

    impl CheckoutUpdate {
        /// Starts building one.
        pub fn builder() -> builder::CheckoutUpdate {
            Default::default()
        }
    }

    /// What Sezzle knows of a tokenized customer.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Customer {
        /// A postal address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub billing_address: ::std::option::Option<Address>,
        /// Date of birth as `YYYY-MM-DD`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub dob: ::std::option::Option<::std::string::String>,
        /// E-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub email: ::std::option::Option<::std::string::String>,
        /// Given name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// Family name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// Phone number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub phone: ::std::option::Option<::std::string::String>,
        /// A postal address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_address: ::std::option::Option<Address>,
        /// Until when they may be charged.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub token_expiration: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Customer {
        /// Starts building one.
        pub fn builder() -> builder::Customer {
            Default::default()
        }
    }

    /// An order for a tokenized customer.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CustomerOrderRequest {
        /// The payment plan to use; at most one. No longer documented.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub financing_options: ::std::vec::Vec<FinancingOption>,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        pub intent: Intent,
        /// What to charge, in cents.
        pub order_amount: Price,
        /// The merchant's own order number, unique. Letters, digits, `-` and `_`.
        pub reference_id: ::std::string::String,
    }

    impl CustomerOrderRequest {
        /// Starts building one.
        pub fn builder() -> builder::CustomerOrderRequest {
            Default::default()
        }
    }

    /// A shopper agreed to be charged without a checkout.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct CustomerTokenizedData {
        /// The customer that a tokenization made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer: ::std::option::Option<TokenizedCustomerRef>,
        /// When that request ends.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// The token of the request, from the session.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<crate::Secret>,
    }

    impl CustomerTokenizedData {
        /// Starts building one.
        pub fn builder() -> builder::CustomerTokenizedData {
            Default::default()
        }
    }

    /// A reduction that is already part of the order's total.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Discount {
        /// An amount of money.
        pub amount: Price,
        /// What the reduction is for.
        pub name: ::std::string::String,
    }

    impl Discount {
        /// Starts building one.
        pub fn builder() -> builder::Discount {
            Default::default()
        }
    }

    /// Something happened to a dispute about an order.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct DisputeData {
        /// The amount in dispute, in cents.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dispute_amount_in_cents: ::std::option::Option<i64>,
        /// ISO 4217 code of the amount.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dispute_currency: ::std::option::Option<::std::string::String>,
        /// Until when the merchant has to answer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dispute_due_date: ::std::option::Option<::std::string::String>,
        /// The id of the dispute.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::TextOrNumber>")
        )]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::text")]
        pub dispute_id: ::std::option::Option<::std::string::String>,
        /// Where it stands.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dispute_status: ::std::option::Option<::std::string::String>,
        /// What it is about.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dispute_type: ::std::option::Option<::std::string::String>,
        /// The merchant's own number of that order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_reference_id: ::std::option::Option<::std::string::String>,
        /// The order it is about.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_uuid: ::std::option::Option<::std::string::String>,
    }

    impl DisputeData {
        /// Starts building one.
        pub fn builder() -> builder::DisputeData {
            Default::default()
        }
    }

    /// One thing that is wrong with a request.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ErrorDetail {
        /// The kind of error.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub code: ::std::option::Option<::std::string::String>,
        /// Quote this to Sezzle's support.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub debug_uuid: ::std::option::Option<::std::string::String>,
        /// The place in the request, such as `order.intent`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub location: ::std::option::Option<::std::string::String>,
        /// More about it, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub message: ::std::option::Option<::std::string::String>,
        /// Another name for `debug_uuid` in some answers.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl ErrorDetail {
        /// Starts building one.
        pub fn builder() -> builder::ErrorDetail {
            Default::default()
        }
    }

    /// What every event has.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct EventEnvelope {
        /// When it happened. Events may arrive in another order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// What an event is about.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub data_type: ::std::option::Option<WebhookDataType>,
        /// Something that happened.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub event: ::std::option::Option<WebhookEvent>,
        /// The id of the event. One that arrives again has the same; use it to drop duplicates.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl EventEnvelope {
        /// Starts building one.
        pub fn builder() -> builder::EventEnvelope {
            Default::default()
        }
    }

    /// Which express checkout, if any, to run.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum ExpressCheckoutType {
        /// `single-step`
        SingleStep,
        /// `multi-step`
        MultiStep,
        /// `no-shipping`
        NoShipping,
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl ExpressCheckoutType {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["single-step", "multi-step", "no-shipping"];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::SingleStep => "single-step",
                Self::MultiStep => "multi-step",
                Self::NoShipping => "no-shipping",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "single-step" => Ok(Self::SingleStep),
                "multi-step" => Ok(Self::MultiStep),
                "no-shipping" => Ok(Self::NoShipping),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(ExpressCheckoutType);
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
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl FinancingOption {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &[
            "4-pay-biweekly",
            "4-pay-monthly",
            "6-pay-monthly",
        ];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::FourPayBiweekly => "4-pay-biweekly",
                Self::FourPayMonthly => "4-pay-monthly",
                Self::SixPayMonthly => "6-pay-monthly",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "4-pay-biweekly" => Ok(Self::FourPayBiweekly),
                "4-pay-monthly" => Ok(Self::FourPayMonthly),
                "6-pay-monthly" => Ok(Self::SixPayMonthly),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(FinancingOption);
    /// What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
    ///
    /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Intent {
        /// `AUTH`
        Auth,
        /// `CAPTURE`
        Capture,
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl Intent {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["AUTH", "CAPTURE"];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Auth => "AUTH",
                Self::Capture => "CAPTURE",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "AUTH" => Ok(Self::Auth),
                "CAPTURE" => Ok(Self::Capture),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(Intent);
    /// What an interest account holds.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct InterestBalance {
        /// The balance in the major unit of the currency, with four decimals.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::Decimal>")
        )]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::decimal")]
        #[serde(serialize_with = "crate::lenient::write_decimal")]
        pub interest_balance: ::std::option::Option<crate::Decimal>,
    }

    impl InterestBalance {
        /// Starts building one.
        pub fn builder() -> builder::InterestBalance {
            Default::default()
        }
    }

    /// One line of the cart.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct LineItem {
        /// The brand.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub brand: ::std::option::Option<::std::string::String>,
        /// The shop's categories, outermost first.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub category_path: ::std::option::Option<::std::string::String>,
        /// GTIN, such as an EAN or UPC.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub global_trade_item_number: ::std::option::Option<::std::string::String>,
        /// A picture of the article.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub image_url: ::std::option::Option<::std::string::String>,
        /// The manufacturer's own number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub manufacturer_part_number: ::std::option::Option<::std::string::String>,
        /// What is sold, for people.
        pub name: ::std::string::String,
        /// The price of one unit, not of the line.
        pub price: Price,
        /// The article's page.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub product_url: ::std::option::Option<::std::string::String>,
        /// How many units.
        pub quantity: i32,
        /// The merchant's own article number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sku: ::std::option::Option<::std::string::String>,
    }

    impl LineItem {
        /// Starts building one.
        pub fn builder() -> builder::LineItem {
            Default::default()
        }
    }

    /// The URL and the method of an action. It does not say that the action is possible now.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Link {
        /// The full URL of the operation.
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "crate::json_schema::PersonalData")
        )]
        pub href: ::std::string::String,
        /// The HTTP method that goes with the URL.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub method: ::std::option::Option<LinkMethod>,
        /// The action. Several links can have the same one: `self` reads with GET, changes with PATCH and deletes with DELETE.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rel: ::std::option::Option<LinkRel>,
    }

    impl Link {
        /// Starts building one.
        pub fn builder() -> builder::Link {
            Default::default()
        }
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
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl LinkMethod {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["GET", "POST", "PATCH", "DELETE", "PUT"];
        /// The value as it stands in JSON, known or not.
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

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "GET" => Ok(Self::Get),
                "POST" => Ok(Self::Post),
                "PATCH" => Ok(Self::Patch),
                "DELETE" => Ok(Self::Delete),
                "PUT" => Ok(Self::Put),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(LinkMethod);
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
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl LinkRel {
        /// The values this version of the crate knows.
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
        /// The value as it stands in JSON, known or not.
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

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "self" => Ok(Self::Self_),
                "capture" => Ok(Self::Capture),
                "checkout" => Ok(Self::Checkout),
                "create" => Ok(Self::Create),
                "customer" => Ok(Self::Customer),
                "list" => Ok(Self::List),
                "order" => Ok(Self::Order),
                "preapprove" => Ok(Self::Preapprove),
                "refund" => Ok(Self::Refund),
                "release" => Ok(Self::Release),
                "session" => Ok(Self::Session),
                "token" => Ok(Self::Token),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(LinkRel);
    /// Language of the checkout; `en-US` when absent.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Locale {
        /// `en-US`
        EnUs,
        /// `en-CA`
        EnCa,
        /// `fr-CA`
        FrCa,
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl Locale {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["en-US", "en-CA", "fr-CA"];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::EnUs => "en-US",
                Self::EnCa => "en-CA",
                Self::FrCa => "fr-CA",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "en-US" => Ok(Self::EnUs),
                "en-CA" => Ok(Self::EnCa),
                "fr-CA" => Ok(Self::FrCa),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(Locale);
    /// Where to send the checkout link in a shop with a counter. At least one of phone and e-mail is needed.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Notification {
        /// Language of the message; `en`, `fr` or `fr-CA`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub language: ::std::option::Option<::std::string::String>,
        /// E-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub to_email: ::std::option::Option<::std::string::String>,
        /// Phone number for a text message.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub to_sms_phone: ::std::option::Option<::std::string::String>,
    }

    impl Notification {
        /// Starts building one.
        pub fn builder() -> builder::Notification {
            Default::default()
        }
    }

    /// An order with everything that happened to it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Order {
        /// Absent until the shopper has finished the checkout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization: ::std::option::Option<Authorization>,
        /// When the checkout link stops working. Not the life of the authorization.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub checkout_expiration: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        /// Where the checkout stands.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub checkout_status: ::std::option::Option<CheckoutStatus>,
        /// The shopper.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer: ::std::option::Option<OrderCustomer>,
        /// What the order is for, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        /// A dispute about an order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dispute: ::std::option::Option<OrderDispute>,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub intent: ::std::option::Option<Intent>,
        /// Whether this order was made by an upcharge on another one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_upcharge: ::std::option::Option<bool>,
        /// The lines of the cart.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub items: ::std::vec::Vec<LineItem>,
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// The merchant's own notes.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[cfg_attr(
            feature = "schemars",
            schemars(
                with = "::std::collections::BTreeMap<::std::string::String,crate::json_schema::TextOrNumber>"
            )
        )]
        #[serde(deserialize_with = "crate::lenient::texts")]
        pub metadata: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        /// An amount of money.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_amount: ::std::option::Option<Price>,
        /// The order this one was made on top of, if it is an upcharge.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent_order_uuid: ::std::option::Option<::std::string::String>,
        /// The merchant's own order number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reference_id: ::std::option::Option<::std::string::String>,
        /// Shipping, if it was given with the session or by an express checkout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_amount: ::std::option::Option<Price>,
        /// How an express checkout ships.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_method: ::std::option::Option<ShippingMethod>,
        /// Tax, if it was given with the session or by an express checkout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tax_amount: ::std::option::Option<Price>,
        /// The upcharges on this order.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub upcharges: ::std::vec::Vec<Upcharge>,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Order {
        /// Starts building one.
        pub fn builder() -> builder::Order {
            Default::default()
        }
    }

    /// A shopper finished a checkout.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderAuthorizedData {
        /// An authorization, with its id and its time.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization: ::std::option::Option<WebhookAuthorization>,
        /// The id of the order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl OrderAuthorizedData {
        /// Starts building one.
        pub fn builder() -> builder::OrderAuthorizedData {
            Default::default()
        }
    }

    /// An amount of an order was captured.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderCapturedData {
        /// A release, a capture or a refund.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub capture: ::std::option::Option<AuthorizationEvent>,
        /// The id of the order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl OrderCapturedData {
        /// Starts building one.
        pub fn builder() -> builder::OrderCapturedData {
            Default::default()
        }
    }

    /// An order that was made without a checkout, approved or not.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderCreated {
        /// Check `approved` in it; an order that was not approved is answered with success too.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization: ::std::option::Option<Authorization>,
        /// What the order is for, for people. Not documented any more.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub intent: ::std::option::Option<Intent>,
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// The merchant's own notes. Not documented any more.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub metadata: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        /// An amount of money.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_amount: ::std::option::Option<Price>,
        /// The merchant's own order number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reference_id: ::std::option::Option<::std::string::String>,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl OrderCreated {
        /// Starts building one.
        pub fn builder() -> builder::OrderCreated {
            Default::default()
        }
    }

    /// The shopper. Before the checkout is finished it may be what the merchant sent, afterwards what Sezzle knows.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderCustomer {
        /// A postal address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub billing_address: ::std::option::Option<Address>,
        /// Date of birth as `YYYY-MM-DD`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub dob: ::std::option::Option<::std::string::String>,
        /// E-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub email: ::std::option::Option<::std::string::String>,
        /// Given name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// Family name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// Phone number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub phone: ::std::option::Option<::std::string::String>,
        /// A postal address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_address: ::std::option::Option<Address>,
    }

    impl OrderCustomer {
        /// Starts building one.
        pub fn builder() -> builder::OrderCustomer {
            Default::default()
        }
    }

    /// A dispute about an order. Not documented by Sezzle.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderDispute {
        /// Its id.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::TextOrNumber>")
        )]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::text")]
        pub id: ::std::option::Option<::std::string::String>,
        /// Where it stands.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
    }

    impl OrderDispute {
        /// Starts building one.
        pub fn builder() -> builder::OrderDispute {
            Default::default()
        }
    }

    /// An amount of an order was refunded.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderRefundedData {
        /// A refund, and where it was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub refund: ::std::option::Option<RefundEvent>,
        /// Where a refund was made - by hand in the merchant dashboard, or over the API.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub source: ::std::option::Option<RefundSource>,
        /// The id of the order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl OrderRefundedData {
        /// Starts building one.
        pub fn builder() -> builder::OrderRefundedData {
            Default::default()
        }
    }

    /// An order in the order report. Amounts are in cents.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderReportItem {
        /// What was captured.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub captured_amount_in_cents: ::std::option::Option<i64>,
        /// When the order was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// ISO 4217 code of what the shopper pays in.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer_currency_code: ::std::option::Option<::std::string::String>,
        /// The shopper's e-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub customer_email: ::std::option::Option<::std::string::String>,
        /// The shopper's name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub customer_name: ::std::option::Option<::std::string::String>,
        /// The merchant's own order number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub external_reference_id: ::std::option::Option<::std::string::String>,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub financing_option: ::std::option::Option<::std::string::String>,
        /// ISO 4217 code of what the merchant is paid in.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub merchant_currency_code: ::std::option::Option<::std::string::String>,
        /// What was captured, less the fees.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub net_amount_in_cents: ::std::option::Option<i64>,
        /// The amount of the order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_amount_in_cents: ::std::option::Option<i64>,
        /// The order's id as the API takes it, most likely: a UUID, the same as in the column `sezzle_order_id` of settlement details.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_platform_uuid: ::std::option::Option<::std::string::String>,
        /// Such as `Standard Checkout` or `Virtual Card`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_type: ::std::option::Option<::std::string::String>,
        /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. Not the id that the API takes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order_uuid: ::std::option::Option<::std::string::String>,
        /// The fees for refunds.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub refund_fee_in_cents: ::std::option::Option<i64>,
        /// What was released.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub released_amount_in_cents: ::std::option::Option<i64>,
        /// Sezzle's fees.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total_fees_in_cents: ::std::option::Option<i64>,
        /// What was authorized and neither captured nor released.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uncaptured_amount_in_cents: ::std::option::Option<i64>,
    }

    impl OrderReportItem {
        /// Starts building one.
        pub fn builder() -> builder::OrderReportItem {
            Default::default()
        }
    }

    /// What can be changed of an order.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct OrderUpdate {
        /// The merchant's own order number. Letters, digits, `-` and `_`.
        pub reference_id: ::std::string::String,
    }

    impl OrderUpdate {
        /// Starts building one.
        pub fn builder() -> builder::OrderUpdate {
            Default::default()
        }
    }

    /// Whether an order would be approved now.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Preapproval {
        /// The answer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub approved: ::std::option::Option<bool>,
        /// The id of this answer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Preapproval {
        /// Starts building one.
        pub fn builder() -> builder::Preapproval {
            Default::default()
        }
    }

    /// An amount of money.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Price {
        /// The amount in cents, the minor unit of the currency.
        pub amount_in_cents: i64,
        /// ISO 4217 code; `USD` or `CAD`.
        pub currency: ::std::string::String,
    }

    impl Price {
        /// Starts building one.
        pub fn builder() -> builder::Price {
            Default::default()
        }
    }

    /// Where to send the shopper's browser.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct RedirectUrl {
        /// The full URL. Applications may use a scheme of their own.
        pub href: ::std::string::String,
        /// The HTTP method; only `GET` works, which is also what is meant when this is absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub method: ::std::option::Option<::std::string::String>,
    }

    impl RedirectUrl {
        /// Starts building one.
        pub fn builder() -> builder::RedirectUrl {
            Default::default()
        }
    }

    /// A refund, and where it was made.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct RefundEvent {
        /// The amount, where it comes nested.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<Price>,
        /// The amount, in cents.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount_in_cents: ::std::option::Option<i64>,
        /// ISO 4217 code of the amount.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub currency_code: ::std::option::Option<::std::string::String>,
        /// Where a refund was made - by hand in the merchant dashboard, or over the API.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub source: ::std::option::Option<RefundSource>,
        /// Its id.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl RefundEvent {
        /// Starts building one.
        pub fn builder() -> builder::RefundEvent {
            Default::default()
        }
    }

    /// Where a refund was made - by hand in the merchant dashboard, or over the API.
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum RefundSource {
        /// `dashboard`
        Dashboard,
        /// `gateway`
        Gateway,
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl RefundSource {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["dashboard", "gateway"];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Dashboard => "dashboard",
                Self::Gateway => "gateway",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "dashboard" => Ok(Self::Dashboard),
                "gateway" => Ok(Self::Gateway),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(RefundSource);
    /// What every thing of the API has.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Resource {
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Resource {
        /// Starts building one.
        pub fn builder() -> builder::Resource {
            Default::default()
        }
    }

    /// A checkout that was started, with its order, its tokenization, or both.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Session {
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// The order of a session, as far as the session shows it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<SessionOrderStatus>,
        /// A request to the shopper to be charged for later orders without a checkout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tokenize: ::std::option::Option<TokenizationRequest>,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Session {
        /// Starts building one.
        pub fn builder() -> builder::Session {
            Default::default()
        }
    }

    /// What is known of the shopper before the checkout. Sezzle fills in its form with it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SessionCustomer {
        /// A postal address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub billing_address: ::std::option::Option<Address>,
        /// Date of birth as `YYYY-MM-DD`. Taken as input only.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub dob: ::std::option::Option<::std::string::String>,
        /// E-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub email: ::std::option::Option<::std::string::String>,
        /// Given name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// Family name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// Phone number, United States or Canada.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub phone: ::std::option::Option<::std::string::String>,
        /// Whether this order starts a subscription.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub recurring: ::std::option::Option<bool>,
        /// What the shopper should know of the subscription, such as its `name`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub recurring_metadata: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        /// A postal address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_address: ::std::option::Option<Address>,
        /// Ask the shopper for leave to charge later orders without a checkout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tokenize: ::std::option::Option<bool>,
    }

    impl SessionCustomer {
        /// Starts building one.
        pub fn builder() -> builder::SessionCustomer {
            Default::default()
        }
    }

    /// The order to be paid.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SessionOrder {
        /// When the checkout link stops working. Not the life of the authorization.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub checkout_expiration: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        /// The payment plan to offer; at most one.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub checkout_financing_options: ::std::vec::Vec<FinancingOption>,
        /// How the checkout is shown; `redirect` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub checkout_mode: ::std::option::Option<CheckoutMode>,
        /// What the order is for, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        /// The reductions that the total already holds.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub discounts: ::std::vec::Vec<Discount>,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub intent: ::std::option::Option<Intent>,
        /// The lines of the cart.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub items: ::std::vec::Vec<LineItem>,
        /// Language of the checkout; `en-US` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub locale: ::std::option::Option<Locale>,
        /// The merchant's own notes. Values are strings.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub metadata: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        /// The total, which already holds items, shipping and tax less discounts. At least 100 cents.
        pub order_amount: Price,
        /// The merchant's own order number, unique. Letters, digits, `-` and `_`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reference_id: ::std::option::Option<::std::string::String>,
        /// Whether Sezzle should ask the shopper for a shipping address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub requires_shipping_info: ::std::option::Option<bool>,
        /// Where to send the checkout link in a shop with a counter.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub send_checkout_url: ::std::option::Option<Notification>,
        /// Shipping, which the total already holds.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_amount: ::std::option::Option<Price>,
        /// Tax, which the total already holds.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tax_amount: ::std::option::Option<Price>,
    }

    impl SessionOrder {
        /// Starts building one.
        pub fn builder() -> builder::SessionOrder {
            Default::default()
        }
    }

    /// The order of a session, as far as the session shows it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SessionOrderStatus {
        /// Send the shopper here to finish the order. The id in this URL is that of the checkout, not of the order or the session.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::PersonalData>")
        )]
        pub checkout_url: ::std::option::Option<::std::string::String>,
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub intent: ::std::option::Option<Intent>,
        /// Where the order is read, changed, captured, released and refunded, and its checkout deleted. All of them are there from the start, whatever the order's state: read `checkout_status` and `authorization` to see what is possible.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// The same as `Session::tokenize`, in the place where some answers carry it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tokenize: ::std::option::Option<TokenizationRequest>,
        /// The id of the order, needed for every later call about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl SessionOrderStatus {
        /// Starts building one.
        pub fn builder() -> builder::SessionOrderStatus {
            Default::default()
        }
    }

    /// A checkout to start. Give an `order`, a `customer` with `tokenize`, or both.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SessionRequest {
        /// Where the shopper goes on leaving the checkout.
        pub cancel_url: RedirectUrl,
        /// Where the shopper goes when done. A `customer-uuid` parameter is added if they agreed to tokenization.
        pub complete_url: RedirectUrl,
        /// What is known of the shopper before the checkout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer: ::std::option::Option<SessionCustomer>,
        /// Which express checkout, if any, to run.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub express_checkout_type: ::std::option::Option<ExpressCheckoutType>,
        /// Says that this is an express checkout. Not documented by Sezzle.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_express_checkout: ::std::option::Option<bool>,
        /// The order to be paid.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<SessionOrder>,
    }

    impl SessionRequest {
        /// Starts building one.
        pub fn builder() -> builder::SessionRequest {
            Default::default()
        }
    }

    /// A payout to the merchant. Amounts are decimals in the major unit of the currency, not cents.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct SettlementSummary {
        /// What was paid out.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::Decimal>")
        )]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::decimal")]
        #[serde(serialize_with = "crate::lenient::write_decimal")]
        pub final_payout_amount: ::std::option::Option<crate::Decimal>,
        /// What changing the currency cost.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::Decimal>")
        )]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::decimal")]
        #[serde(serialize_with = "crate::lenient::write_decimal")]
        pub forex_fees: ::std::option::Option<crate::Decimal>,
        /// What was settled, before the currency was changed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[cfg_attr(
            feature = "schemars",
            schemars(with = "::std::option::Option<crate::json_schema::Decimal>")
        )]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::decimal")]
        #[serde(serialize_with = "crate::lenient::write_decimal")]
        pub net_settlement_amount: ::std::option::Option<crate::Decimal>,
        /// ISO 4217 code of `final_payout_amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub payout_currency: ::std::option::Option<::std::string::String>,
        /// When it was paid.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub payout_date: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        /// ISO 4217 code of `net_settlement_amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub settlement_currency: ::std::option::Option<::std::string::String>,
        /// Where the payout stands; `Complete` is the one value seen.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<::std::string::String>,
        /// The id of the payout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl SettlementSummary {
        /// Starts building one.
        pub fn builder() -> builder::SettlementSummary {
            Default::default()
        }
    }

    /// How an express checkout ships.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ShippingMethod {
        /// More about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        /// Its name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }

    impl ShippingMethod {
        /// Starts building one.
        pub fn builder() -> builder::ShippingMethod {
            Default::default()
        }
    }

    /// A way to ship, and what the order costs with it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct ShippingOption {
        /// More about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        /// The order's total with this option, in cents.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub final_order_amount_in_cents: ::std::option::Option<i64>,
        /// Its name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// What shipping costs, in cents.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_amount_in_cents: ::std::option::Option<i64>,
        /// The tax, in cents.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tax_amount_in_cents: ::std::option::Option<i64>,
        /// An id of the option. Not documented by Sezzle.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl ShippingOption {
        /// Starts building one.
        pub fn builder() -> builder::ShippingOption {
            Default::default()
        }
    }

    /// A request to tokenize a shopper, and the customer if they agreed.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Tokenization {
        /// Absent until the shopper has agreed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer: ::std::option::Option<TokenizedCustomer>,
        /// When the request ends unanswered.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// Where the request can be read.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// The token of the request.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<crate::Secret>,
    }

    impl Tokenization {
        /// Starts building one.
        pub fn builder() -> builder::Tokenization {
            Default::default()
        }
    }

    /// A request to the shopper to be charged for later orders without a checkout.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TokenizationRequest {
        /// Where the shopper may agree. Tokenizes only; makes no order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub approval_url: ::std::option::Option<crate::Secret>,
        /// When the request ends unanswered.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// Where to ask how the shopper decided.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// Stands for this request to tokenize the shopper. Good for one use: it and its approval URL end when the shopper decides.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<crate::Secret>,
    }

    impl TokenizationRequest {
        /// Starts building one.
        pub fn builder() -> builder::TokenizationRequest {
            Default::default()
        }
    }

    /// A customer who may be charged without a checkout.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TokenizedCustomer {
        /// Until when they may be charged.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// Where each action on the customer is done.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// The id of the customer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl TokenizedCustomer {
        /// Starts building one.
        pub fn builder() -> builder::TokenizedCustomer {
            Default::default()
        }
    }

    /// The customer that a tokenization made.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct TokenizedCustomerRef {
        /// When they agreed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// Until when they may be charged.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// The id of the customer.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl TokenizedCustomerRef {
        /// Starts building one.
        pub fn builder() -> builder::TokenizedCustomerRef {
            Default::default()
        }
    }

    /// The id of what was just done.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Transaction {
        /// The id of the capture, refund or release; no operation takes it. Absent if Sezzle responds with success and an empty body, as one shop reports. For an upcharge it is the id of the order that was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Transaction {
        /// Starts building one.
        pub fn builder() -> builder::Transaction {
            Default::default()
        }
    }

    /// An upcharge, seen from the order it was made on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Upcharge {
        /// An amount of money.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<Price>,
        /// The id of the order that the upcharge made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Upcharge {
        /// Starts building one.
        pub fn builder() -> builder::Upcharge {
            Default::default()
        }
    }

    /// An amount to charge on top of an order.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct UpchargeRequest {
        ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
        ///
        /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
        pub intent: Intent,
        /// In cents, in the order's currency. All upcharges of an order together are at most 15 % of its amount.
        pub upcharge_amount: Price,
    }

    impl UpchargeRequest {
        /// Starts building one.
        pub fn builder() -> builder::UpchargeRequest {
            Default::default()
        }
    }

    /// A subscription.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct Webhook {
        /// The events that are sent.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub events: ::std::vec::Vec<WebhookEvent>,
        /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub links: ::std::vec::Vec<Link>,
        /// Where the events go.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub url: ::std::option::Option<::std::string::String>,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Webhook {
        /// Starts building one.
        pub fn builder() -> builder::Webhook {
            Default::default()
        }
    }

    /// An authorization, with its id and its time.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct WebhookAuthorization {
        /// Whether Sezzle approved. Check it before handing over goods.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub approved: ::std::option::Option<bool>,
        /// The amount, in the order's currency.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_amount: ::std::option::Option<Price>,
        /// The amount in the shopper's currency. May be missing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub authorization_amount_in_user_currency: ::std::option::Option<Price>,
        /// What was captured.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub captures: ::std::vec::Vec<AuthorizationEvent>,
        /// When it was made.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// Until when it can be captured.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(default)]
        #[serde(deserialize_with = "crate::lenient::time")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub financing_option: ::std::option::Option<::std::string::String>,
        /// What was refunded.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub refunds: ::std::vec::Vec<AuthorizationEvent>,
        /// What was released.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::list")]
        pub releases: ::std::vec::Vec<AuthorizationEvent>,
        /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. Not the id that the API takes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sezzle_order_id: ::std::option::Option<::std::string::String>,
        /// The id of the authorization.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl WebhookAuthorization {
        /// Starts building one.
        pub fn builder() -> builder::WebhookAuthorization {
            Default::default()
        }
    }

    /// What an event is about. Use `event` to tell events apart: Sezzle's sample of `customer.tokenized` has `tokenize` here, which its own list of values lacks.
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
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl WebhookDataType {
        /// The values this version of the crate knows.
        pub const VALUES: &[&str] = &["customer", "order", "dispute", "tokenize"];
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::Customer => "customer",
                Self::Order => "order",
                Self::Dispute => "dispute",
                Self::Tokenize => "tokenize",
                Self::Unknown(value) => value.as_str(),
            }
        }

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "customer" => Ok(Self::Customer),
                "order" => Ok(Self::Order),
                "dispute" => Ok(Self::Dispute),
                "tokenize" => Ok(Self::Tokenize),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(WebhookDataType);
    /// Something that happened. There is no event for a release, an expiry, a deletion, a denial, a reauthorization or an upcharge.
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
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl WebhookEvent {
        /// The values this version of the crate knows.
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
        /// The value as it stands in JSON, known or not.
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

        /// The variant for `value`, which must be a known one.
        ///
        /// # Errors
        ///
        /// The value is not known to this version of the crate.
        pub fn try_parse(
            value: &str,
        ) -> ::std::result::Result<Self, crate::UnknownValue> {
            match value {
                "customer.tokenized" => Ok(Self::CustomerTokenized),
                "order.authorized" => Ok(Self::OrderAuthorized),
                "order.captured" => Ok(Self::OrderCaptured),
                "order.refunded" => Ok(Self::OrderRefunded),
                "dispute.merchant_input_requested" => {
                    Ok(Self::DisputeMerchantInputRequested)
                }
                "dispute.deadline_approaching" => Ok(Self::DisputeDeadlineApproaching),
                "dispute.closed.customer_win" => Ok(Self::DisputeClosedCustomerWin),
                "dispute.closed.merchant_win" => Ok(Self::DisputeClosedMerchantWin),
                "dispute.closed.neutral" => Ok(Self::DisputeClosedNeutral),
                other => Err(crate::UnknownValue::new(other)),
            }
        }
    }

    crate::open_enum::conversions!(WebhookEvent);
    /// A subscription to events.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct WebhookRequest {
        /// The events to send.
        #[serde(deserialize_with = "crate::lenient::list")]
        pub events: ::std::vec::Vec<WebhookEvent>,
        /// Where to send the events. Each URL can be subscribed once.
        pub url: ::std::string::String,
    }

    impl WebhookRequest {
        /// Starts building one.
        pub fn builder() -> builder::WebhookRequest {
            Default::default()
        }
    }

    /// A made-up event to send.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
    #[non_exhaustive]
    pub struct WebhookTestRequest {
        /// Something that happened.
        pub event: WebhookEvent,
        /// Where to send it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub url: ::std::option::Option<::std::string::String>,
    }

    impl WebhookTestRequest {
        /// Starts building one.
        pub fn builder() -> builder::WebhookTestRequest {
            Default::default()
        }
    }

    /// Types for composing complex structures.
    pub mod builder {
        /// The builder of [`Address`](super::Address).
        #[derive(Clone)]
        pub struct Address {
            city: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            country_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            phone_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            postal_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            state: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            street: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            street2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Address {
            fn default() -> Self {
                Self {
                    city: Ok(Default::default()),
                    country_code: Ok(Default::default()),
                    name: Ok(Default::default()),
                    phone: Ok(Default::default()),
                    phone_number: Ok(Default::default()),
                    postal_code: Ok(Default::default()),
                    state: Ok(Default::default()),
                    street: Ok(Default::default()),
                    street2: Ok(Default::default()),
                }
            }
        }

        impl Address {
            /// The city.
            pub fn city<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.city = value
                    .into_optional()
                    .map_err(|problem| format!("`city`: {problem}").into());
                self
            }
            /// Country, two letters.
            pub fn country_code<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.country_code = value
                    .into_optional()
                    .map_err(|problem| format!("`country_code`: {problem}").into());
                self
            }
            /// The name of the person at this address.
            pub fn name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.name = value
                    .into_optional()
                    .map_err(|problem| format!("`name`: {problem}").into());
                self
            }
            /// A phone number at this address.
            pub fn phone<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.phone = value
                    .into_optional()
                    .map_err(|problem| format!("`phone`: {problem}").into());
                self
            }
            /// Another name for `phone` in some answers. Send `phone`.
            pub fn phone_number<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.phone_number = value
                    .into_optional()
                    .map_err(|problem| format!("`phone_number`: {problem}").into());
                self
            }
            /// ZIP or postal code.
            pub fn postal_code<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.postal_code = value
                    .into_optional()
                    .map_err(|problem| format!("`postal_code`: {problem}").into());
                self
            }
            /// State or province, two letters.
            pub fn state<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.state = value
                    .into_optional()
                    .map_err(|problem| format!("`state`: {problem}").into());
                self
            }
            /// Street and house number.
            pub fn street<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.street = value
                    .into_optional()
                    .map_err(|problem| format!("`street`: {problem}").into());
                self
            }
            /// Second line, such as a unit number.
            pub fn street2<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.street2 = value
                    .into_optional()
                    .map_err(|problem| format!("`street2`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Address, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Address> for super::Address {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Address,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    city: value.city?,
                    country_code: value.country_code?,
                    name: value.name?,
                    phone: value.phone?,
                    phone_number: value.phone_number?,
                    postal_code: value.postal_code?,
                    state: value.state?,
                    street: value.street?,
                    street2: value.street2?,
                })
            }
        }

        /// The builder of [`ApiKeys`](super::ApiKeys).
        #[derive(Clone)]
        pub struct ApiKeys {
            cancel_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            private_key: ::std::result::Result<crate::Secret, crate::setter::Problem>,
            public_key: ::std::result::Result<crate::Secret, crate::setter::Problem>,
        }

        impl ::std::default::Default for ApiKeys {
            fn default() -> Self {
                Self {
                    cancel_url: Ok(Default::default()),
                    private_key: Err(
                        "`private_key` is missing: set it with `.private_key(..)`".into(),
                    ),
                    public_key: Err(
                        "`public_key` is missing: set it with `.public_key(..)`".into(),
                    ),
                }
            }
        }

        impl ApiKeys {
            /// Where to send the shopper back to. If the keys are not accepted, the error then has the code `unauthed_checkout_url`, and its message is a URL to redirect the shopper to. Not documented by Sezzle.
            pub fn cancel_url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.cancel_url = value
                    .into_optional()
                    .map_err(|problem| format!("`cancel_url`: {problem}").into());
                self
            }
            /// The private key; starts with `sz_pr_`. Webhook signatures are made with it too.
            ///
            /// Required.
            pub fn private_key<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<crate::Secret>,
                V::Error: ::std::fmt::Display,
            {
                self.private_key = value
                    .try_into()
                    .map_err(|problem| format!("`private_key`: {problem}").into());
                self
            }
            /// The public key; starts with `sz_pub_`.
            ///
            /// Required.
            pub fn public_key<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<crate::Secret>,
                V::Error: ::std::fmt::Display,
            {
                self.public_key = value
                    .try_into()
                    .map_err(|problem| format!("`public_key`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::ApiKeys, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<ApiKeys> for super::ApiKeys {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ApiKeys,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cancel_url: value.cancel_url?,
                    private_key: value.private_key?,
                    public_key: value.public_key?,
                })
            }
        }

        /// The builder of [`Authorization`](super::Authorization).
        #[derive(Clone)]
        pub struct Authorization {
            approved: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
            authorization_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            authorization_amount_in_user_currency: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            captures: ::std::result::Result<
                ::std::vec::Vec<super::AuthorizationEvent>,
                crate::setter::Problem,
            >,
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            financing_option: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            refunds: ::std::result::Result<
                ::std::vec::Vec<super::AuthorizationEvent>,
                crate::setter::Problem,
            >,
            releases: ::std::result::Result<
                ::std::vec::Vec<super::AuthorizationEvent>,
                crate::setter::Problem,
            >,
            sezzle_order_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Authorization {
            fn default() -> Self {
                Self {
                    approved: Ok(Default::default()),
                    authorization_amount: Ok(Default::default()),
                    authorization_amount_in_user_currency: Ok(Default::default()),
                    captures: Ok(Default::default()),
                    expiration: Ok(Default::default()),
                    financing_option: Ok(Default::default()),
                    refunds: Ok(Default::default()),
                    releases: Ok(Default::default()),
                    sezzle_order_id: Ok(Default::default()),
                }
            }
        }

        impl Authorization {
            /// Whether Sezzle approved. Check it before handing over goods.
            pub fn approved<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.approved = value
                    .into_optional()
                    .map_err(|problem| format!("`approved`: {problem}").into());
                self
            }
            /// The amount, in the order's currency.
            pub fn authorization_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.authorization_amount = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`authorization_amount`: {problem}").into()
                    });
                self
            }
            /// The amount in the shopper's currency. May be missing.
            pub fn authorization_amount_in_user_currency<V, F>(
                mut self,
                value: V,
            ) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.authorization_amount_in_user_currency = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`authorization_amount_in_user_currency`: {problem}")
                            .into()
                    });
                self
            }
            /// What was captured.
            pub fn captures<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::AuthorizationEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::AuthorizationEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.captures = crate::setter::list("captures", values);
                self
            }
            /// Until when it can be captured.
            pub fn expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration`: {problem}").into());
                self
            }
            /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
            pub fn financing_option<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.financing_option = value
                    .into_optional()
                    .map_err(|problem| format!("`financing_option`: {problem}").into());
                self
            }
            /// What was refunded.
            pub fn refunds<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::AuthorizationEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::AuthorizationEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.refunds = crate::setter::list("refunds", values);
                self
            }
            /// What was released.
            pub fn releases<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::AuthorizationEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::AuthorizationEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.releases = crate::setter::list("releases", values);
                self
            }
            /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. Not the id that the API takes.
            pub fn sezzle_order_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.sezzle_order_id = value
                    .into_optional()
                    .map_err(|problem| format!("`sezzle_order_id`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::Authorization,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Authorization> for super::Authorization {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Authorization,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    approved: value.approved?,
                    authorization_amount: value.authorization_amount?,
                    authorization_amount_in_user_currency: value
                        .authorization_amount_in_user_currency?,
                    captures: value.captures?,
                    expiration: value.expiration?,
                    financing_option: value.financing_option?,
                    refunds: value.refunds?,
                    releases: value.releases?,
                    sezzle_order_id: value.sezzle_order_id?,
                })
            }
        }

        /// The builder of [`AuthorizationEvent`](super::AuthorizationEvent).
        #[derive(Clone)]
        pub struct AuthorizationEvent {
            amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            currency_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for AuthorizationEvent {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                    amount_in_cents: Ok(Default::default()),
                    currency_code: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl AuthorizationEvent {
            /// The amount, where it comes nested.
            pub fn amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.amount = value
                    .into_optional()
                    .map_err(|problem| format!("`amount`: {problem}").into());
                self
            }
            /// The amount, in cents.
            pub fn amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| format!("`amount_in_cents`: {problem}").into());
                self
            }
            /// ISO 4217 code of the amount.
            pub fn currency_code<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.currency_code = value
                    .into_optional()
                    .map_err(|problem| format!("`currency_code`: {problem}").into());
                self
            }
            /// Its id.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::AuthorizationEvent,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<AuthorizationEvent> for super::AuthorizationEvent {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: AuthorizationEvent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    amount_in_cents: value.amount_in_cents?,
                    currency_code: value.currency_code?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`BearerToken`](super::BearerToken).
        #[derive(Clone)]
        pub struct BearerToken {
            expiration_date: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            merchant_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            token: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for BearerToken {
            fn default() -> Self {
                Self {
                    expiration_date: Ok(Default::default()),
                    merchant_uuid: Ok(Default::default()),
                    token: Ok(Default::default()),
                }
            }
        }

        impl BearerToken {
            /// When the token stops being accepted, 120 minutes after it was issued.
            pub fn expiration_date<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration_date = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration_date`: {problem}").into());
                self
            }
            /// The merchant the keys belong to. Not always a UUID.
            pub fn merchant_uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.merchant_uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`merchant_uuid`: {problem}").into());
                self
            }
            /// The bearer token. Treat it as opaque.
            pub fn token<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.token = value
                    .into_optional()
                    .map_err(|problem| format!("`token`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::BearerToken,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<BearerToken> for super::BearerToken {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: BearerToken,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    expiration_date: value.expiration_date?,
                    merchant_uuid: value.merchant_uuid?,
                    token: value.token?,
                })
            }
        }

        /// The builder of [`CaptureRequest`](super::CaptureRequest).
        #[derive(Clone)]
        pub struct CaptureRequest {
            capture_amount: ::std::result::Result<super::Price, crate::setter::Problem>,
            partial_capture: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CaptureRequest {
            fn default() -> Self {
                Self {
                    capture_amount: Err(
                        "`capture_amount` is missing: set it with `.capture_amount(..)`"
                            .into(),
                    ),
                    partial_capture: Ok(Default::default()),
                }
            }
        }

        impl CaptureRequest {
            /// In cents, in the order's currency, and not more than what is left of the authorization.
            ///
            /// Required.
            pub fn capture_amount<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Price>,
                V::Error: ::std::fmt::Display,
            {
                self.capture_amount = value
                    .try_into()
                    .map_err(|problem| format!("`capture_amount`: {problem}").into());
                self
            }
            /// Says that more captures follow. No longer documented.
            pub fn partial_capture<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.partial_capture = value
                    .into_optional()
                    .map_err(|problem| format!("`partial_capture`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CaptureRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CaptureRequest> for super::CaptureRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CaptureRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    capture_amount: value.capture_amount?,
                    partial_capture: value.partial_capture?,
                })
            }
        }

        /// The builder of [`CardData`](super::CardData).
        #[derive(Clone)]
        pub struct CardData {
            cvv_number: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
            expiration_date: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            pan: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CardData {
            fn default() -> Self {
                Self {
                    cvv_number: Ok(Default::default()),
                    expiration_date: Ok(Default::default()),
                    first_name: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    pan: Ok(Default::default()),
                }
            }
        }

        impl CardData {
            /// The security code.
            pub fn cvv_number<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.cvv_number = value
                    .into_optional()
                    .map_err(|problem| format!("`cvv_number`: {problem}").into());
                self
            }
            /// Month and year as `MMYY`. Not a date-time, though it has been published as one.
            pub fn expiration_date<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.expiration_date = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration_date`: {problem}").into());
                self
            }
            /// Given name on the card.
            pub fn first_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.first_name = value
                    .into_optional()
                    .map_err(|problem| format!("`first_name`: {problem}").into());
                self
            }
            /// Family name on the card.
            pub fn last_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.last_name = value
                    .into_optional()
                    .map_err(|problem| format!("`last_name`: {problem}").into());
                self
            }
            /// The card number.
            pub fn pan<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.pan = value
                    .into_optional()
                    .map_err(|problem| format!("`pan`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::CardData, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CardData> for super::CardData {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CardData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cvv_number: value.cvv_number?,
                    expiration_date: value.expiration_date?,
                    first_name: value.first_name?,
                    last_name: value.last_name?,
                    pan: value.pan?,
                })
            }
        }

        /// The builder of [`CardOrderRequest`](super::CardOrderRequest).
        #[derive(Clone)]
        pub struct CardOrderRequest {
            order_id: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CardOrderRequest {
            fn default() -> Self {
                Self {
                    order_id: Err(
                        "`order_id` is missing: set it with `.order_id(..)`".into(),
                    ),
                }
            }
        }

        impl CardOrderRequest {
            /// The shop's own order number.
            ///
            /// Required.
            pub fn order_id<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.order_id = value
                    .try_into()
                    .map_err(|problem| format!("`order_id`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CardOrderRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CardOrderRequest> for super::CardOrderRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CardOrderRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { order_id: value.order_id? })
            }
        }

        /// The builder of [`CardSession`](super::CardSession).
        #[derive(Clone)]
        pub struct CardSession {
            dashboard_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CardSession {
            fn default() -> Self {
                Self {
                    dashboard_url: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl CardSession {
            /// Send the shopper here to get the card.
            pub fn dashboard_url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dashboard_url = value
                    .into_optional()
                    .map_err(|problem| format!("`dashboard_url`: {problem}").into());
                self
            }
            /// The id of the session.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CardSession,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CardSession> for super::CardSession {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CardSession,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    dashboard_url: value.dashboard_url?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`CardSessionCustomer`](super::CardSessionCustomer).
        #[derive(Clone)]
        pub struct CardSessionCustomer {
            billing_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                crate::setter::Problem,
            >,
            email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CardSessionCustomer {
            fn default() -> Self {
                Self {
                    billing_address: Ok(Default::default()),
                    email: Ok(Default::default()),
                    first_name: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    phone: Ok(Default::default()),
                }
            }
        }

        impl CardSessionCustomer {
            /// A postal address.
            pub fn billing_address<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Address, F>,
            {
                self.billing_address = value
                    .into_optional()
                    .map_err(|problem| format!("`billing_address`: {problem}").into());
                self
            }
            /// E-mail address.
            pub fn email<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.email = value
                    .into_optional()
                    .map_err(|problem| format!("`email`: {problem}").into());
                self
            }
            /// Given name.
            pub fn first_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.first_name = value
                    .into_optional()
                    .map_err(|problem| format!("`first_name`: {problem}").into());
                self
            }
            /// Family name.
            pub fn last_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.last_name = value
                    .into_optional()
                    .map_err(|problem| format!("`last_name`: {problem}").into());
                self
            }
            /// Phone number, United States or Canada.
            pub fn phone<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.phone = value
                    .into_optional()
                    .map_err(|problem| format!("`phone`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CardSessionCustomer,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CardSessionCustomer>
        for super::CardSessionCustomer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CardSessionCustomer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    billing_address: value.billing_address?,
                    email: value.email?,
                    first_name: value.first_name?,
                    last_name: value.last_name?,
                    phone: value.phone?,
                })
            }
        }

        /// The builder of [`CardSessionRequest`](super::CardSessionRequest).
        #[derive(Clone)]
        pub struct CardSessionRequest {
            amount_in_cents: ::std::result::Result<i64, crate::setter::Problem>,
            card_response_format: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            currency: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
            customer: ::std::result::Result<
                ::std::option::Option<super::CardSessionCustomer>,
                crate::setter::Problem,
            >,
            items: ::std::result::Result<
                ::std::vec::Vec<super::LineItem>,
                crate::setter::Problem,
            >,
            merchant_reference_id: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
            mode: ::std::result::Result<super::CheckoutMode, crate::setter::Problem>,
            origin: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        }

        impl ::std::default::Default for CardSessionRequest {
            fn default() -> Self {
                Self {
                    amount_in_cents: Err(
                        "`amount_in_cents` is missing: set it with `.amount_in_cents(..)`"
                            .into(),
                    ),
                    card_response_format: Ok(Default::default()),
                    currency: Err(
                        "`currency` is missing: set it with `.currency(..)`".into(),
                    ),
                    customer: Ok(Default::default()),
                    items: Ok(Default::default()),
                    merchant_reference_id: Err(
                        "`merchant_reference_id` is missing: set it with `.merchant_reference_id(..)`"
                            .into(),
                    ),
                    mode: Err("`mode` is missing: set it with `.mode(..)`".into()),
                    origin: Err("`origin` is missing: set it with `.origin(..)`".into()),
                }
            }
        }

        impl CardSessionRequest {
            /// What the card is for, in cents.
            ///
            /// Required.
            pub fn amount_in_cents<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<i64>,
                V::Error: ::std::fmt::Display,
            {
                self.amount_in_cents = value
                    .try_into()
                    .map_err(|problem| format!("`amount_in_cents`: {problem}").into());
                self
            }
            /// How the shop receives the card; `token` is the one known value.
            pub fn card_response_format<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.card_response_format = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`card_response_format`: {problem}").into()
                    });
                self
            }
            /// ISO 4217 code; `USD` or `CAD`.
            ///
            /// Required.
            pub fn currency<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.currency = value
                    .try_into()
                    .map_err(|problem| format!("`currency`: {problem}").into());
                self
            }
            /// What is known of the shopper before a virtual card session.
            pub fn customer<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::CardSessionCustomer, F>,
            {
                self.customer = value
                    .into_optional()
                    .map_err(|problem| format!("`customer`: {problem}").into());
                self
            }
            /// The lines of the cart.
            pub fn items<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::LineItem>,
                <I::Item as ::std::convert::TryInto<
                    super::LineItem,
                >>::Error: ::std::fmt::Display,
            {
                self.items = crate::setter::list("items", values);
                self
            }
            /// The merchant's own number for the cart, at most 255 characters. Letters, digits, `-` and `_`.
            ///
            /// Required.
            pub fn merchant_reference_id<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.merchant_reference_id = value
                    .try_into()
                    .map_err(|problem| {
                        format!("`merchant_reference_id`: {problem}").into()
                    });
                self
            }
            /// How the checkout is shown; `redirect` when absent.
            ///
            /// Required.
            pub fn mode<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::CheckoutMode>,
                V::Error: ::std::fmt::Display,
            {
                self.mode = value
                    .try_into()
                    .map_err(|problem| format!("`mode`: {problem}").into());
                self
            }
            /// Origin of the page that opens the card flow, such as `https://shop.example`.
            ///
            /// Required.
            pub fn origin<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.origin = value
                    .try_into()
                    .map_err(|problem| format!("`origin`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CardSessionRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CardSessionRequest> for super::CardSessionRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CardSessionRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount_in_cents: value.amount_in_cents?,
                    card_response_format: value.card_response_format?,
                    currency: value.currency?,
                    customer: value.customer?,
                    items: value.items?,
                    merchant_reference_id: value.merchant_reference_id?,
                    mode: value.mode?,
                    origin: value.origin?,
                })
            }
        }

        /// The builder of [`CheckoutUpdate`](super::CheckoutUpdate).
        #[derive(Clone)]
        pub struct CheckoutUpdate {
            address_uuid: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
            amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            checkout_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            currency_code: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
            shipping_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            shipping_options: ::std::result::Result<
                ::std::vec::Vec<super::ShippingOption>,
                crate::setter::Problem,
            >,
            tax_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CheckoutUpdate {
            fn default() -> Self {
                Self {
                    address_uuid: Err(
                        "`address_uuid` is missing: set it with `.address_uuid(..)`"
                            .into(),
                    ),
                    amount_in_cents: Ok(Default::default()),
                    checkout_uuid: Ok(Default::default()),
                    currency_code: Err(
                        "`currency_code` is missing: set it with `.currency_code(..)`"
                            .into(),
                    ),
                    shipping_amount_in_cents: Ok(Default::default()),
                    shipping_options: Ok(Default::default()),
                    tax_amount_in_cents: Ok(Default::default()),
                }
            }
        }

        impl CheckoutUpdate {
            /// The address the options are for, as the checkout's address callback named it.
            ///
            /// Required.
            pub fn address_uuid<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.address_uuid = value
                    .try_into()
                    .map_err(|problem| format!("`address_uuid`: {problem}").into());
                self
            }
            /// The order's total in cents, as older pages have it.
            pub fn amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| format!("`amount_in_cents`: {problem}").into());
                self
            }
            /// The checkout, as older pages have it.
            pub fn checkout_uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.checkout_uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`checkout_uuid`: {problem}").into());
                self
            }
            /// ISO 4217 code of all amounts here.
            ///
            /// Required.
            pub fn currency_code<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.currency_code = value
                    .try_into()
                    .map_err(|problem| format!("`currency_code`: {problem}").into());
                self
            }
            /// What shipping costs in cents, as older pages have it.
            pub fn shipping_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.shipping_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`shipping_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// The ways to ship.
            pub fn shipping_options<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::ShippingOption>,
                <I::Item as ::std::convert::TryInto<
                    super::ShippingOption,
                >>::Error: ::std::fmt::Display,
            {
                self.shipping_options = crate::setter::list("shipping_options", values);
                self
            }
            /// The tax in cents, as older pages have it.
            pub fn tax_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.tax_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`tax_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CheckoutUpdate,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CheckoutUpdate> for super::CheckoutUpdate {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CheckoutUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    address_uuid: value.address_uuid?,
                    amount_in_cents: value.amount_in_cents?,
                    checkout_uuid: value.checkout_uuid?,
                    currency_code: value.currency_code?,
                    shipping_amount_in_cents: value.shipping_amount_in_cents?,
                    shipping_options: value.shipping_options?,
                    tax_amount_in_cents: value.tax_amount_in_cents?,
                })
            }
        }

        /// The builder of [`Customer`](super::Customer).
        #[derive(Clone)]
        pub struct Customer {
            billing_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                crate::setter::Problem,
            >,
            dob: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            shipping_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                crate::setter::Problem,
            >,
            token_expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Customer {
            fn default() -> Self {
                Self {
                    billing_address: Ok(Default::default()),
                    dob: Ok(Default::default()),
                    email: Ok(Default::default()),
                    first_name: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    links: Ok(Default::default()),
                    phone: Ok(Default::default()),
                    shipping_address: Ok(Default::default()),
                    token_expiration: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Customer {
            /// A postal address.
            pub fn billing_address<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Address, F>,
            {
                self.billing_address = value
                    .into_optional()
                    .map_err(|problem| format!("`billing_address`: {problem}").into());
                self
            }
            /// Date of birth as `YYYY-MM-DD`.
            pub fn dob<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dob = value
                    .into_optional()
                    .map_err(|problem| format!("`dob`: {problem}").into());
                self
            }
            /// E-mail address.
            pub fn email<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.email = value
                    .into_optional()
                    .map_err(|problem| format!("`email`: {problem}").into());
                self
            }
            /// Given name.
            pub fn first_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.first_name = value
                    .into_optional()
                    .map_err(|problem| format!("`first_name`: {problem}").into());
                self
            }
            /// Family name.
            pub fn last_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.last_name = value
                    .into_optional()
                    .map_err(|problem| format!("`last_name`: {problem}").into());
                self
            }
            /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// Phone number.
            pub fn phone<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.phone = value
                    .into_optional()
                    .map_err(|problem| format!("`phone`: {problem}").into());
                self
            }
            /// A postal address.
            pub fn shipping_address<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Address, F>,
            {
                self.shipping_address = value
                    .into_optional()
                    .map_err(|problem| format!("`shipping_address`: {problem}").into());
                self
            }
            /// Until when they may be charged.
            pub fn token_expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.token_expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`token_expiration`: {problem}").into());
                self
            }
            /// The id of what was created or read.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Customer, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Customer> for super::Customer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Customer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    billing_address: value.billing_address?,
                    dob: value.dob?,
                    email: value.email?,
                    first_name: value.first_name?,
                    last_name: value.last_name?,
                    links: value.links?,
                    phone: value.phone?,
                    shipping_address: value.shipping_address?,
                    token_expiration: value.token_expiration?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`CustomerOrderRequest`](super::CustomerOrderRequest).
        #[derive(Clone)]
        pub struct CustomerOrderRequest {
            financing_options: ::std::result::Result<
                ::std::vec::Vec<super::FinancingOption>,
                crate::setter::Problem,
            >,
            intent: ::std::result::Result<super::Intent, crate::setter::Problem>,
            order_amount: ::std::result::Result<super::Price, crate::setter::Problem>,
            reference_id: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CustomerOrderRequest {
            fn default() -> Self {
                Self {
                    financing_options: Ok(Default::default()),
                    intent: Err("`intent` is missing: set it with `.intent(..)`".into()),
                    order_amount: Err(
                        "`order_amount` is missing: set it with `.order_amount(..)`"
                            .into(),
                    ),
                    reference_id: Err(
                        "`reference_id` is missing: set it with `.reference_id(..)`"
                            .into(),
                    ),
                }
            }
        }

        impl CustomerOrderRequest {
            /// The payment plan to use; at most one. No longer documented.
            pub fn financing_options<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::FinancingOption>,
                <I::Item as ::std::convert::TryInto<
                    super::FinancingOption,
                >>::Error: ::std::fmt::Display,
            {
                self.financing_options = crate::setter::list(
                    "financing_options",
                    values,
                );
                self
            }
            ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
            ///
            /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
            ///
            /// Required.
            pub fn intent<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Intent>,
                V::Error: ::std::fmt::Display,
            {
                self.intent = value
                    .try_into()
                    .map_err(|problem| format!("`intent`: {problem}").into());
                self
            }
            /// What to charge, in cents.
            ///
            /// Required.
            pub fn order_amount<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Price>,
                V::Error: ::std::fmt::Display,
            {
                self.order_amount = value
                    .try_into()
                    .map_err(|problem| format!("`order_amount`: {problem}").into());
                self
            }
            /// The merchant's own order number, unique. Letters, digits, `-` and `_`.
            ///
            /// Required.
            pub fn reference_id<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.reference_id = value
                    .try_into()
                    .map_err(|problem| format!("`reference_id`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CustomerOrderRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CustomerOrderRequest>
        for super::CustomerOrderRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CustomerOrderRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    financing_options: value.financing_options?,
                    intent: value.intent?,
                    order_amount: value.order_amount?,
                    reference_id: value.reference_id?,
                })
            }
        }

        /// The builder of [`CustomerTokenizedData`](super::CustomerTokenizedData).
        #[derive(Clone)]
        pub struct CustomerTokenizedData {
            customer: ::std::result::Result<
                ::std::option::Option<super::TokenizedCustomerRef>,
                crate::setter::Problem,
            >,
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            token: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for CustomerTokenizedData {
            fn default() -> Self {
                Self {
                    customer: Ok(Default::default()),
                    expiration: Ok(Default::default()),
                    token: Ok(Default::default()),
                }
            }
        }

        impl CustomerTokenizedData {
            /// The customer that a tokenization made.
            pub fn customer<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::TokenizedCustomerRef, F>,
            {
                self.customer = value
                    .into_optional()
                    .map_err(|problem| format!("`customer`: {problem}").into());
                self
            }
            /// When that request ends.
            pub fn expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration`: {problem}").into());
                self
            }
            /// The token of the request, from the session.
            pub fn token<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.token = value
                    .into_optional()
                    .map_err(|problem| format!("`token`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::CustomerTokenizedData,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<CustomerTokenizedData>
        for super::CustomerTokenizedData {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: CustomerTokenizedData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    customer: value.customer?,
                    expiration: value.expiration?,
                    token: value.token?,
                })
            }
        }

        /// The builder of [`Discount`](super::Discount).
        #[derive(Clone)]
        pub struct Discount {
            amount: ::std::result::Result<super::Price, crate::setter::Problem>,
            name: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        }

        impl ::std::default::Default for Discount {
            fn default() -> Self {
                Self {
                    amount: Err("`amount` is missing: set it with `.amount(..)`".into()),
                    name: Err("`name` is missing: set it with `.name(..)`".into()),
                }
            }
        }

        impl Discount {
            /// An amount of money.
            ///
            /// Required.
            pub fn amount<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Price>,
                V::Error: ::std::fmt::Display,
            {
                self.amount = value
                    .try_into()
                    .map_err(|problem| format!("`amount`: {problem}").into());
                self
            }
            /// What the reduction is for.
            ///
            /// Required.
            pub fn name<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|problem| format!("`name`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Discount, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Discount> for super::Discount {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Discount,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    name: value.name?,
                })
            }
        }

        /// The builder of [`DisputeData`](super::DisputeData).
        #[derive(Clone)]
        pub struct DisputeData {
            dispute_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            dispute_currency: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            dispute_due_date: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            dispute_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            dispute_status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            dispute_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            order_reference_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            order_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for DisputeData {
            fn default() -> Self {
                Self {
                    dispute_amount_in_cents: Ok(Default::default()),
                    dispute_currency: Ok(Default::default()),
                    dispute_due_date: Ok(Default::default()),
                    dispute_id: Ok(Default::default()),
                    dispute_status: Ok(Default::default()),
                    dispute_type: Ok(Default::default()),
                    order_reference_id: Ok(Default::default()),
                    order_uuid: Ok(Default::default()),
                }
            }
        }

        impl DisputeData {
            /// The amount in dispute, in cents.
            pub fn dispute_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.dispute_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`dispute_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// ISO 4217 code of the amount.
            pub fn dispute_currency<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dispute_currency = value
                    .into_optional()
                    .map_err(|problem| format!("`dispute_currency`: {problem}").into());
                self
            }
            /// Until when the merchant has to answer.
            pub fn dispute_due_date<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dispute_due_date = value
                    .into_optional()
                    .map_err(|problem| format!("`dispute_due_date`: {problem}").into());
                self
            }
            /// The id of the dispute.
            pub fn dispute_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dispute_id = value
                    .into_optional()
                    .map_err(|problem| format!("`dispute_id`: {problem}").into());
                self
            }
            /// Where it stands.
            pub fn dispute_status<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dispute_status = value
                    .into_optional()
                    .map_err(|problem| format!("`dispute_status`: {problem}").into());
                self
            }
            /// What it is about.
            pub fn dispute_type<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dispute_type = value
                    .into_optional()
                    .map_err(|problem| format!("`dispute_type`: {problem}").into());
                self
            }
            /// The merchant's own number of that order.
            pub fn order_reference_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.order_reference_id = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`order_reference_id`: {problem}").into()
                    });
                self
            }
            /// The order it is about.
            pub fn order_uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.order_uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`order_uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::DisputeData,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<DisputeData> for super::DisputeData {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: DisputeData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    dispute_amount_in_cents: value.dispute_amount_in_cents?,
                    dispute_currency: value.dispute_currency?,
                    dispute_due_date: value.dispute_due_date?,
                    dispute_id: value.dispute_id?,
                    dispute_status: value.dispute_status?,
                    dispute_type: value.dispute_type?,
                    order_reference_id: value.order_reference_id?,
                    order_uuid: value.order_uuid?,
                })
            }
        }

        /// The builder of [`ErrorDetail`](super::ErrorDetail).
        #[derive(Clone)]
        pub struct ErrorDetail {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            debug_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            location: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for ErrorDetail {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                    debug_uuid: Ok(Default::default()),
                    location: Ok(Default::default()),
                    message: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl ErrorDetail {
            /// The kind of error.
            pub fn code<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.code = value
                    .into_optional()
                    .map_err(|problem| format!("`code`: {problem}").into());
                self
            }
            /// Quote this to Sezzle's support.
            pub fn debug_uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.debug_uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`debug_uuid`: {problem}").into());
                self
            }
            /// The place in the request, such as `order.intent`.
            pub fn location<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.location = value
                    .into_optional()
                    .map_err(|problem| format!("`location`: {problem}").into());
                self
            }
            /// More about it, for people.
            pub fn message<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.message = value
                    .into_optional()
                    .map_err(|problem| format!("`message`: {problem}").into());
                self
            }
            /// Another name for `debug_uuid` in some answers.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ErrorDetail,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<ErrorDetail> for super::ErrorDetail {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ErrorDetail,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    debug_uuid: value.debug_uuid?,
                    location: value.location?,
                    message: value.message?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`EventEnvelope`](super::EventEnvelope).
        #[derive(Clone)]
        pub struct EventEnvelope {
            created_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            data_type: ::std::result::Result<
                ::std::option::Option<super::WebhookDataType>,
                crate::setter::Problem,
            >,
            event: ::std::result::Result<
                ::std::option::Option<super::WebhookEvent>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for EventEnvelope {
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    data_type: Ok(Default::default()),
                    event: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl EventEnvelope {
            /// When it happened. Events may arrive in another order.
            pub fn created_at<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.created_at = value
                    .into_optional()
                    .map_err(|problem| format!("`created_at`: {problem}").into());
                self
            }
            /// What an event is about.
            pub fn data_type<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::WebhookDataType, F>,
            {
                self.data_type = value
                    .into_optional()
                    .map_err(|problem| format!("`data_type`: {problem}").into());
                self
            }
            /// Something that happened.
            pub fn event<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::WebhookEvent, F>,
            {
                self.event = value
                    .into_optional()
                    .map_err(|problem| format!("`event`: {problem}").into());
                self
            }
            /// The id of the event. One that arrives again has the same; use it to drop duplicates.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::EventEnvelope,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<EventEnvelope> for super::EventEnvelope {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: EventEnvelope,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    data_type: value.data_type?,
                    event: value.event?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`InterestBalance`](super::InterestBalance).
        #[derive(Clone)]
        pub struct InterestBalance {
            interest_balance: ::std::result::Result<
                ::std::option::Option<crate::Decimal>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for InterestBalance {
            fn default() -> Self {
                Self {
                    interest_balance: Ok(Default::default()),
                }
            }
        }

        impl InterestBalance {
            /// The balance in the major unit of the currency, with four decimals.
            pub fn interest_balance<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Decimal, F>,
            {
                self.interest_balance = value
                    .into_optional()
                    .map_err(|problem| format!("`interest_balance`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::InterestBalance,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<InterestBalance> for super::InterestBalance {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: InterestBalance,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    interest_balance: value.interest_balance?,
                })
            }
        }

        /// The builder of [`LineItem`](super::LineItem).
        #[derive(Clone)]
        pub struct LineItem {
            brand: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            category_path: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            global_trade_item_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            image_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            manufacturer_part_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            name: ::std::result::Result<::std::string::String, crate::setter::Problem>,
            price: ::std::result::Result<super::Price, crate::setter::Problem>,
            product_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            quantity: ::std::result::Result<i32, crate::setter::Problem>,
            sku: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for LineItem {
            fn default() -> Self {
                Self {
                    brand: Ok(Default::default()),
                    category_path: Ok(Default::default()),
                    global_trade_item_number: Ok(Default::default()),
                    image_url: Ok(Default::default()),
                    manufacturer_part_number: Ok(Default::default()),
                    name: Err("`name` is missing: set it with `.name(..)`".into()),
                    price: Err("`price` is missing: set it with `.price(..)`".into()),
                    product_url: Ok(Default::default()),
                    quantity: Err(
                        "`quantity` is missing: set it with `.quantity(..)`".into(),
                    ),
                    sku: Ok(Default::default()),
                }
            }
        }

        impl LineItem {
            /// The brand.
            pub fn brand<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.brand = value
                    .into_optional()
                    .map_err(|problem| format!("`brand`: {problem}").into());
                self
            }
            /// The shop's categories, outermost first.
            pub fn category_path<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.category_path = value
                    .into_optional()
                    .map_err(|problem| format!("`category_path`: {problem}").into());
                self
            }
            /// GTIN, such as an EAN or UPC.
            pub fn global_trade_item_number<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.global_trade_item_number = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`global_trade_item_number`: {problem}").into()
                    });
                self
            }
            /// A picture of the article.
            pub fn image_url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.image_url = value
                    .into_optional()
                    .map_err(|problem| format!("`image_url`: {problem}").into());
                self
            }
            /// The manufacturer's own number.
            pub fn manufacturer_part_number<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.manufacturer_part_number = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`manufacturer_part_number`: {problem}").into()
                    });
                self
            }
            /// What is sold, for people.
            ///
            /// Required.
            pub fn name<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|problem| format!("`name`: {problem}").into());
                self
            }
            /// The price of one unit, not of the line.
            ///
            /// Required.
            pub fn price<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Price>,
                V::Error: ::std::fmt::Display,
            {
                self.price = value
                    .try_into()
                    .map_err(|problem| format!("`price`: {problem}").into());
                self
            }
            /// The article's page.
            pub fn product_url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.product_url = value
                    .into_optional()
                    .map_err(|problem| format!("`product_url`: {problem}").into());
                self
            }
            /// How many units.
            ///
            /// Required.
            pub fn quantity<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<i32>,
                V::Error: ::std::fmt::Display,
            {
                self.quantity = value
                    .try_into()
                    .map_err(|problem| format!("`quantity`: {problem}").into());
                self
            }
            /// The merchant's own article number.
            pub fn sku<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.sku = value
                    .into_optional()
                    .map_err(|problem| format!("`sku`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::LineItem, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<LineItem> for super::LineItem {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: LineItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    brand: value.brand?,
                    category_path: value.category_path?,
                    global_trade_item_number: value.global_trade_item_number?,
                    image_url: value.image_url?,
                    manufacturer_part_number: value.manufacturer_part_number?,
                    name: value.name?,
                    price: value.price?,
                    product_url: value.product_url?,
                    quantity: value.quantity?,
                    sku: value.sku?,
                })
            }
        }

        /// The builder of [`Link`](super::Link).
        #[derive(Clone)]
        pub struct Link {
            href: ::std::result::Result<::std::string::String, crate::setter::Problem>,
            method: ::std::result::Result<
                ::std::option::Option<super::LinkMethod>,
                crate::setter::Problem,
            >,
            rel: ::std::result::Result<
                ::std::option::Option<super::LinkRel>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Link {
            fn default() -> Self {
                Self {
                    href: Err("`href` is missing: set it with `.href(..)`".into()),
                    method: Ok(Default::default()),
                    rel: Ok(Default::default()),
                }
            }
        }

        impl Link {
            /// The full URL of the operation.
            ///
            /// Required.
            pub fn href<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.href = value
                    .try_into()
                    .map_err(|problem| format!("`href`: {problem}").into());
                self
            }
            /// The HTTP method that goes with the URL.
            pub fn method<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::LinkMethod, F>,
            {
                self.method = value
                    .into_optional()
                    .map_err(|problem| format!("`method`: {problem}").into());
                self
            }
            /// The action. Several links can have the same one: `self` reads with GET, changes with PATCH and deletes with DELETE.
            pub fn rel<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::LinkRel, F>,
            {
                self.rel = value
                    .into_optional()
                    .map_err(|problem| format!("`rel`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Link, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Link> for super::Link {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Link,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    href: value.href?,
                    method: value.method?,
                    rel: value.rel?,
                })
            }
        }

        /// The builder of [`Notification`](super::Notification).
        #[derive(Clone)]
        pub struct Notification {
            language: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            to_email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            to_sms_phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Notification {
            fn default() -> Self {
                Self {
                    language: Ok(Default::default()),
                    to_email: Ok(Default::default()),
                    to_sms_phone: Ok(Default::default()),
                }
            }
        }

        impl Notification {
            /// Language of the message; `en`, `fr` or `fr-CA`.
            pub fn language<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.language = value
                    .into_optional()
                    .map_err(|problem| format!("`language`: {problem}").into());
                self
            }
            /// E-mail address.
            pub fn to_email<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.to_email = value
                    .into_optional()
                    .map_err(|problem| format!("`to_email`: {problem}").into());
                self
            }
            /// Phone number for a text message.
            pub fn to_sms_phone<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.to_sms_phone = value
                    .into_optional()
                    .map_err(|problem| format!("`to_sms_phone`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::Notification,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Notification> for super::Notification {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Notification,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    language: value.language?,
                    to_email: value.to_email?,
                    to_sms_phone: value.to_sms_phone?,
                })
            }
        }

        /// The builder of [`Order`](super::Order).
        #[derive(Clone)]
        pub struct Order {
            authorization: ::std::result::Result<
                ::std::option::Option<super::Authorization>,
                crate::setter::Problem,
            >,
            checkout_expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            checkout_status: ::std::result::Result<
                ::std::option::Option<super::CheckoutStatus>,
                crate::setter::Problem,
            >,
            customer: ::std::result::Result<
                ::std::option::Option<super::OrderCustomer>,
                crate::setter::Problem,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            dispute: ::std::result::Result<
                ::std::option::Option<super::OrderDispute>,
                crate::setter::Problem,
            >,
            intent: ::std::result::Result<
                ::std::option::Option<super::Intent>,
                crate::setter::Problem,
            >,
            is_upcharge: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
            items: ::std::result::Result<
                ::std::vec::Vec<super::LineItem>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            metadata: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                crate::setter::Problem,
            >,
            order_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            parent_order_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            reference_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            shipping_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            shipping_method: ::std::result::Result<
                ::std::option::Option<super::ShippingMethod>,
                crate::setter::Problem,
            >,
            tax_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            upcharges: ::std::result::Result<
                ::std::vec::Vec<super::Upcharge>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Order {
            fn default() -> Self {
                Self {
                    authorization: Ok(Default::default()),
                    checkout_expiration: Ok(Default::default()),
                    checkout_status: Ok(Default::default()),
                    customer: Ok(Default::default()),
                    description: Ok(Default::default()),
                    dispute: Ok(Default::default()),
                    intent: Ok(Default::default()),
                    is_upcharge: Ok(Default::default()),
                    items: Ok(Default::default()),
                    links: Ok(Default::default()),
                    metadata: Ok(Default::default()),
                    order_amount: Ok(Default::default()),
                    parent_order_uuid: Ok(Default::default()),
                    reference_id: Ok(Default::default()),
                    shipping_amount: Ok(Default::default()),
                    shipping_method: Ok(Default::default()),
                    tax_amount: Ok(Default::default()),
                    upcharges: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Order {
            /// Absent until the shopper has finished the checkout.
            pub fn authorization<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Authorization, F>,
            {
                self.authorization = value
                    .into_optional()
                    .map_err(|problem| format!("`authorization`: {problem}").into());
                self
            }
            /// When the checkout link stops working. Not the life of the authorization.
            pub fn checkout_expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.checkout_expiration = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`checkout_expiration`: {problem}").into()
                    });
                self
            }
            /// Where the checkout stands.
            pub fn checkout_status<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::CheckoutStatus, F>,
            {
                self.checkout_status = value
                    .into_optional()
                    .map_err(|problem| format!("`checkout_status`: {problem}").into());
                self
            }
            /// The shopper.
            pub fn customer<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::OrderCustomer, F>,
            {
                self.customer = value
                    .into_optional()
                    .map_err(|problem| format!("`customer`: {problem}").into());
                self
            }
            /// What the order is for, for people.
            pub fn description<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.description = value
                    .into_optional()
                    .map_err(|problem| format!("`description`: {problem}").into());
                self
            }
            /// A dispute about an order.
            pub fn dispute<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::OrderDispute, F>,
            {
                self.dispute = value
                    .into_optional()
                    .map_err(|problem| format!("`dispute`: {problem}").into());
                self
            }
            ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
            ///
            /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
            pub fn intent<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Intent, F>,
            {
                self.intent = value
                    .into_optional()
                    .map_err(|problem| format!("`intent`: {problem}").into());
                self
            }
            /// Whether this order was made by an upcharge on another one.
            pub fn is_upcharge<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.is_upcharge = value
                    .into_optional()
                    .map_err(|problem| format!("`is_upcharge`: {problem}").into());
                self
            }
            /// The lines of the cart.
            pub fn items<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::LineItem>,
                <I::Item as ::std::convert::TryInto<
                    super::LineItem,
                >>::Error: ::std::fmt::Display,
            {
                self.items = crate::setter::list("items", values);
                self
            }
            /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// The merchant's own notes.
            pub fn metadata<I, K, V>(mut self, pairs: I) -> Self
            where
                I: ::std::iter::IntoIterator<Item = (K, V)>,
                K: ::std::convert::Into<::std::string::String>,
                V: ::std::convert::Into<::std::string::String>,
            {
                self.metadata = Ok(
                    pairs
                        .into_iter()
                        .map(|(key, value)| (key.into(), value.into()))
                        .collect(),
                );
                self
            }
            /// An amount of money.
            pub fn order_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.order_amount = value
                    .into_optional()
                    .map_err(|problem| format!("`order_amount`: {problem}").into());
                self
            }
            /// The order this one was made on top of, if it is an upcharge.
            pub fn parent_order_uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.parent_order_uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`parent_order_uuid`: {problem}").into());
                self
            }
            /// The merchant's own order number.
            pub fn reference_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.reference_id = value
                    .into_optional()
                    .map_err(|problem| format!("`reference_id`: {problem}").into());
                self
            }
            /// Shipping, if it was given with the session or by an express checkout.
            pub fn shipping_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.shipping_amount = value
                    .into_optional()
                    .map_err(|problem| format!("`shipping_amount`: {problem}").into());
                self
            }
            /// How an express checkout ships.
            pub fn shipping_method<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::ShippingMethod, F>,
            {
                self.shipping_method = value
                    .into_optional()
                    .map_err(|problem| format!("`shipping_method`: {problem}").into());
                self
            }
            /// Tax, if it was given with the session or by an express checkout.
            pub fn tax_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.tax_amount = value
                    .into_optional()
                    .map_err(|problem| format!("`tax_amount`: {problem}").into());
                self
            }
            /// The upcharges on this order.
            pub fn upcharges<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Upcharge>,
                <I::Item as ::std::convert::TryInto<
                    super::Upcharge,
                >>::Error: ::std::fmt::Display,
            {
                self.upcharges = crate::setter::list("upcharges", values);
                self
            }
            /// The id of what was created or read.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Order, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Order> for super::Order {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Order,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization: value.authorization?,
                    checkout_expiration: value.checkout_expiration?,
                    checkout_status: value.checkout_status?,
                    customer: value.customer?,
                    description: value.description?,
                    dispute: value.dispute?,
                    intent: value.intent?,
                    is_upcharge: value.is_upcharge?,
                    items: value.items?,
                    links: value.links?,
                    metadata: value.metadata?,
                    order_amount: value.order_amount?,
                    parent_order_uuid: value.parent_order_uuid?,
                    reference_id: value.reference_id?,
                    shipping_amount: value.shipping_amount?,
                    shipping_method: value.shipping_method?,
                    tax_amount: value.tax_amount?,
                    upcharges: value.upcharges?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`OrderAuthorizedData`](super::OrderAuthorizedData).
        #[derive(Clone)]
        pub struct OrderAuthorizedData {
            authorization: ::std::result::Result<
                ::std::option::Option<super::WebhookAuthorization>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderAuthorizedData {
            fn default() -> Self {
                Self {
                    authorization: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl OrderAuthorizedData {
            /// An authorization, with its id and its time.
            pub fn authorization<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::WebhookAuthorization, F>,
            {
                self.authorization = value
                    .into_optional()
                    .map_err(|problem| format!("`authorization`: {problem}").into());
                self
            }
            /// The id of the order.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderAuthorizedData,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderAuthorizedData>
        for super::OrderAuthorizedData {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderAuthorizedData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization: value.authorization?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`OrderCapturedData`](super::OrderCapturedData).
        #[derive(Clone)]
        pub struct OrderCapturedData {
            capture: ::std::result::Result<
                ::std::option::Option<super::AuthorizationEvent>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderCapturedData {
            fn default() -> Self {
                Self {
                    capture: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl OrderCapturedData {
            /// A release, a capture or a refund.
            pub fn capture<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::AuthorizationEvent, F>,
            {
                self.capture = value
                    .into_optional()
                    .map_err(|problem| format!("`capture`: {problem}").into());
                self
            }
            /// The id of the order.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderCapturedData,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderCapturedData> for super::OrderCapturedData {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderCapturedData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    capture: value.capture?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`OrderCreated`](super::OrderCreated).
        #[derive(Clone)]
        pub struct OrderCreated {
            authorization: ::std::result::Result<
                ::std::option::Option<super::Authorization>,
                crate::setter::Problem,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            intent: ::std::result::Result<
                ::std::option::Option<super::Intent>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            metadata: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                crate::setter::Problem,
            >,
            order_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            reference_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderCreated {
            fn default() -> Self {
                Self {
                    authorization: Ok(Default::default()),
                    description: Ok(Default::default()),
                    intent: Ok(Default::default()),
                    links: Ok(Default::default()),
                    metadata: Ok(Default::default()),
                    order_amount: Ok(Default::default()),
                    reference_id: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl OrderCreated {
            /// Check `approved` in it; an order that was not approved is answered with success too.
            pub fn authorization<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Authorization, F>,
            {
                self.authorization = value
                    .into_optional()
                    .map_err(|problem| format!("`authorization`: {problem}").into());
                self
            }
            /// What the order is for, for people. Not documented any more.
            pub fn description<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.description = value
                    .into_optional()
                    .map_err(|problem| format!("`description`: {problem}").into());
                self
            }
            ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
            ///
            /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
            pub fn intent<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Intent, F>,
            {
                self.intent = value
                    .into_optional()
                    .map_err(|problem| format!("`intent`: {problem}").into());
                self
            }
            /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// The merchant's own notes. Not documented any more.
            pub fn metadata<I, K, V>(mut self, pairs: I) -> Self
            where
                I: ::std::iter::IntoIterator<Item = (K, V)>,
                K: ::std::convert::Into<::std::string::String>,
                V: ::std::convert::Into<::std::string::String>,
            {
                self.metadata = Ok(
                    pairs
                        .into_iter()
                        .map(|(key, value)| (key.into(), value.into()))
                        .collect(),
                );
                self
            }
            /// An amount of money.
            pub fn order_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.order_amount = value
                    .into_optional()
                    .map_err(|problem| format!("`order_amount`: {problem}").into());
                self
            }
            /// The merchant's own order number.
            pub fn reference_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.reference_id = value
                    .into_optional()
                    .map_err(|problem| format!("`reference_id`: {problem}").into());
                self
            }
            /// The id of what was created or read.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderCreated,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderCreated> for super::OrderCreated {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderCreated,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    authorization: value.authorization?,
                    description: value.description?,
                    intent: value.intent?,
                    links: value.links?,
                    metadata: value.metadata?,
                    order_amount: value.order_amount?,
                    reference_id: value.reference_id?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`OrderCustomer`](super::OrderCustomer).
        #[derive(Clone)]
        pub struct OrderCustomer {
            billing_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                crate::setter::Problem,
            >,
            dob: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            shipping_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderCustomer {
            fn default() -> Self {
                Self {
                    billing_address: Ok(Default::default()),
                    dob: Ok(Default::default()),
                    email: Ok(Default::default()),
                    first_name: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    phone: Ok(Default::default()),
                    shipping_address: Ok(Default::default()),
                }
            }
        }

        impl OrderCustomer {
            /// A postal address.
            pub fn billing_address<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Address, F>,
            {
                self.billing_address = value
                    .into_optional()
                    .map_err(|problem| format!("`billing_address`: {problem}").into());
                self
            }
            /// Date of birth as `YYYY-MM-DD`.
            pub fn dob<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dob = value
                    .into_optional()
                    .map_err(|problem| format!("`dob`: {problem}").into());
                self
            }
            /// E-mail address.
            pub fn email<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.email = value
                    .into_optional()
                    .map_err(|problem| format!("`email`: {problem}").into());
                self
            }
            /// Given name.
            pub fn first_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.first_name = value
                    .into_optional()
                    .map_err(|problem| format!("`first_name`: {problem}").into());
                self
            }
            /// Family name.
            pub fn last_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.last_name = value
                    .into_optional()
                    .map_err(|problem| format!("`last_name`: {problem}").into());
                self
            }
            /// Phone number.
            pub fn phone<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.phone = value
                    .into_optional()
                    .map_err(|problem| format!("`phone`: {problem}").into());
                self
            }
            /// A postal address.
            pub fn shipping_address<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Address, F>,
            {
                self.shipping_address = value
                    .into_optional()
                    .map_err(|problem| format!("`shipping_address`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderCustomer,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderCustomer> for super::OrderCustomer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderCustomer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    billing_address: value.billing_address?,
                    dob: value.dob?,
                    email: value.email?,
                    first_name: value.first_name?,
                    last_name: value.last_name?,
                    phone: value.phone?,
                    shipping_address: value.shipping_address?,
                })
            }
        }

        /// The builder of [`OrderDispute`](super::OrderDispute).
        #[derive(Clone)]
        pub struct OrderDispute {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderDispute {
            fn default() -> Self {
                Self {
                    id: Ok(Default::default()),
                    status: Ok(Default::default()),
                }
            }
        }

        impl OrderDispute {
            /// Its id.
            pub fn id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.id = value
                    .into_optional()
                    .map_err(|problem| format!("`id`: {problem}").into());
                self
            }
            /// Where it stands.
            pub fn status<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.status = value
                    .into_optional()
                    .map_err(|problem| format!("`status`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderDispute,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderDispute> for super::OrderDispute {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderDispute,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    status: value.status?,
                })
            }
        }

        /// The builder of [`OrderRefundedData`](super::OrderRefundedData).
        #[derive(Clone)]
        pub struct OrderRefundedData {
            refund: ::std::result::Result<
                ::std::option::Option<super::RefundEvent>,
                crate::setter::Problem,
            >,
            source: ::std::result::Result<
                ::std::option::Option<super::RefundSource>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderRefundedData {
            fn default() -> Self {
                Self {
                    refund: Ok(Default::default()),
                    source: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl OrderRefundedData {
            /// A refund, and where it was made.
            pub fn refund<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::RefundEvent, F>,
            {
                self.refund = value
                    .into_optional()
                    .map_err(|problem| format!("`refund`: {problem}").into());
                self
            }
            /// Where a refund was made - by hand in the merchant dashboard, or over the API.
            pub fn source<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::RefundSource, F>,
            {
                self.source = value
                    .into_optional()
                    .map_err(|problem| format!("`source`: {problem}").into());
                self
            }
            /// The id of the order.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderRefundedData,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderRefundedData> for super::OrderRefundedData {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderRefundedData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    refund: value.refund?,
                    source: value.source?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`OrderReportItem`](super::OrderReportItem).
        #[derive(Clone)]
        pub struct OrderReportItem {
            captured_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            created_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            customer_currency_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            customer_email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            customer_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            external_reference_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            financing_option: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            merchant_currency_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            net_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            order_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            order_platform_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            order_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            order_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            refund_fee_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            released_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            total_fees_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            uncaptured_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderReportItem {
            fn default() -> Self {
                Self {
                    captured_amount_in_cents: Ok(Default::default()),
                    created_at: Ok(Default::default()),
                    customer_currency_code: Ok(Default::default()),
                    customer_email: Ok(Default::default()),
                    customer_name: Ok(Default::default()),
                    external_reference_id: Ok(Default::default()),
                    financing_option: Ok(Default::default()),
                    merchant_currency_code: Ok(Default::default()),
                    net_amount_in_cents: Ok(Default::default()),
                    order_amount_in_cents: Ok(Default::default()),
                    order_platform_uuid: Ok(Default::default()),
                    order_type: Ok(Default::default()),
                    order_uuid: Ok(Default::default()),
                    refund_fee_in_cents: Ok(Default::default()),
                    released_amount_in_cents: Ok(Default::default()),
                    total_fees_in_cents: Ok(Default::default()),
                    uncaptured_amount_in_cents: Ok(Default::default()),
                }
            }
        }

        impl OrderReportItem {
            /// What was captured.
            pub fn captured_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.captured_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`captured_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// When the order was made.
            pub fn created_at<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.created_at = value
                    .into_optional()
                    .map_err(|problem| format!("`created_at`: {problem}").into());
                self
            }
            /// ISO 4217 code of what the shopper pays in.
            pub fn customer_currency_code<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.customer_currency_code = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`customer_currency_code`: {problem}").into()
                    });
                self
            }
            /// The shopper's e-mail address.
            pub fn customer_email<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.customer_email = value
                    .into_optional()
                    .map_err(|problem| format!("`customer_email`: {problem}").into());
                self
            }
            /// The shopper's name.
            pub fn customer_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.customer_name = value
                    .into_optional()
                    .map_err(|problem| format!("`customer_name`: {problem}").into());
                self
            }
            /// The merchant's own order number.
            pub fn external_reference_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.external_reference_id = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`external_reference_id`: {problem}").into()
                    });
                self
            }
            /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
            pub fn financing_option<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.financing_option = value
                    .into_optional()
                    .map_err(|problem| format!("`financing_option`: {problem}").into());
                self
            }
            /// ISO 4217 code of what the merchant is paid in.
            pub fn merchant_currency_code<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.merchant_currency_code = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`merchant_currency_code`: {problem}").into()
                    });
                self
            }
            /// What was captured, less the fees.
            pub fn net_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.net_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`net_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// The amount of the order.
            pub fn order_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.order_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`order_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// The order's id as the API takes it, most likely: a UUID, the same as in the column `sezzle_order_id` of settlement details.
            pub fn order_platform_uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.order_platform_uuid = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`order_platform_uuid`: {problem}").into()
                    });
                self
            }
            /// Such as `Standard Checkout` or `Virtual Card`.
            pub fn order_type<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.order_type = value
                    .into_optional()
                    .map_err(|problem| format!("`order_type`: {problem}").into());
                self
            }
            /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. Not the id that the API takes.
            pub fn order_uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.order_uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`order_uuid`: {problem}").into());
                self
            }
            /// The fees for refunds.
            pub fn refund_fee_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.refund_fee_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`refund_fee_in_cents`: {problem}").into()
                    });
                self
            }
            /// What was released.
            pub fn released_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.released_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`released_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// Sezzle's fees.
            pub fn total_fees_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.total_fees_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`total_fees_in_cents`: {problem}").into()
                    });
                self
            }
            /// What was authorized and neither captured nor released.
            pub fn uncaptured_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.uncaptured_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`uncaptured_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderReportItem,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderReportItem> for super::OrderReportItem {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderReportItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    captured_amount_in_cents: value.captured_amount_in_cents?,
                    created_at: value.created_at?,
                    customer_currency_code: value.customer_currency_code?,
                    customer_email: value.customer_email?,
                    customer_name: value.customer_name?,
                    external_reference_id: value.external_reference_id?,
                    financing_option: value.financing_option?,
                    merchant_currency_code: value.merchant_currency_code?,
                    net_amount_in_cents: value.net_amount_in_cents?,
                    order_amount_in_cents: value.order_amount_in_cents?,
                    order_platform_uuid: value.order_platform_uuid?,
                    order_type: value.order_type?,
                    order_uuid: value.order_uuid?,
                    refund_fee_in_cents: value.refund_fee_in_cents?,
                    released_amount_in_cents: value.released_amount_in_cents?,
                    total_fees_in_cents: value.total_fees_in_cents?,
                    uncaptured_amount_in_cents: value.uncaptured_amount_in_cents?,
                })
            }
        }

        /// The builder of [`OrderUpdate`](super::OrderUpdate).
        #[derive(Clone)]
        pub struct OrderUpdate {
            reference_id: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for OrderUpdate {
            fn default() -> Self {
                Self {
                    reference_id: Err(
                        "`reference_id` is missing: set it with `.reference_id(..)`"
                            .into(),
                    ),
                }
            }
        }

        impl OrderUpdate {
            /// The merchant's own order number. Letters, digits, `-` and `_`.
            ///
            /// Required.
            pub fn reference_id<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.reference_id = value
                    .try_into()
                    .map_err(|problem| format!("`reference_id`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::OrderUpdate,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<OrderUpdate> for super::OrderUpdate {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: OrderUpdate,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    reference_id: value.reference_id?,
                })
            }
        }

        /// The builder of [`Preapproval`](super::Preapproval).
        #[derive(Clone)]
        pub struct Preapproval {
            approved: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Preapproval {
            fn default() -> Self {
                Self {
                    approved: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Preapproval {
            /// The answer.
            pub fn approved<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.approved = value
                    .into_optional()
                    .map_err(|problem| format!("`approved`: {problem}").into());
                self
            }
            /// The id of this answer.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::Preapproval,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Preapproval> for super::Preapproval {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Preapproval,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    approved: value.approved?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`Price`](super::Price).
        #[derive(Clone)]
        pub struct Price {
            amount_in_cents: ::std::result::Result<i64, crate::setter::Problem>,
            currency: ::std::result::Result<
                ::std::string::String,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Price {
            fn default() -> Self {
                Self {
                    amount_in_cents: Err(
                        "`amount_in_cents` is missing: set it with `.amount_in_cents(..)`"
                            .into(),
                    ),
                    currency: Err(
                        "`currency` is missing: set it with `.currency(..)`".into(),
                    ),
                }
            }
        }

        impl Price {
            /// The amount in cents, the minor unit of the currency.
            ///
            /// Required.
            pub fn amount_in_cents<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<i64>,
                V::Error: ::std::fmt::Display,
            {
                self.amount_in_cents = value
                    .try_into()
                    .map_err(|problem| format!("`amount_in_cents`: {problem}").into());
                self
            }
            /// ISO 4217 code; `USD` or `CAD`.
            ///
            /// Required.
            pub fn currency<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.currency = value
                    .try_into()
                    .map_err(|problem| format!("`currency`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Price, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Price> for super::Price {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Price,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount_in_cents: value.amount_in_cents?,
                    currency: value.currency?,
                })
            }
        }

        /// The builder of [`RedirectUrl`](super::RedirectUrl).
        #[derive(Clone)]
        pub struct RedirectUrl {
            href: ::std::result::Result<::std::string::String, crate::setter::Problem>,
            method: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for RedirectUrl {
            fn default() -> Self {
                Self {
                    href: Err("`href` is missing: set it with `.href(..)`".into()),
                    method: Ok(Default::default()),
                }
            }
        }

        impl RedirectUrl {
            /// The full URL. Applications may use a scheme of their own.
            ///
            /// Required.
            pub fn href<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.href = value
                    .try_into()
                    .map_err(|problem| format!("`href`: {problem}").into());
                self
            }
            /// The HTTP method; only `GET` works, which is also what is meant when this is absent.
            pub fn method<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.method = value
                    .into_optional()
                    .map_err(|problem| format!("`method`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::RedirectUrl,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<RedirectUrl> for super::RedirectUrl {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: RedirectUrl,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    href: value.href?,
                    method: value.method?,
                })
            }
        }

        /// The builder of [`RefundEvent`](super::RefundEvent).
        #[derive(Clone)]
        pub struct RefundEvent {
            amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            currency_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            source: ::std::result::Result<
                ::std::option::Option<super::RefundSource>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for RefundEvent {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                    amount_in_cents: Ok(Default::default()),
                    currency_code: Ok(Default::default()),
                    source: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl RefundEvent {
            /// The amount, where it comes nested.
            pub fn amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.amount = value
                    .into_optional()
                    .map_err(|problem| format!("`amount`: {problem}").into());
                self
            }
            /// The amount, in cents.
            pub fn amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| format!("`amount_in_cents`: {problem}").into());
                self
            }
            /// ISO 4217 code of the amount.
            pub fn currency_code<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.currency_code = value
                    .into_optional()
                    .map_err(|problem| format!("`currency_code`: {problem}").into());
                self
            }
            /// Where a refund was made - by hand in the merchant dashboard, or over the API.
            pub fn source<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::RefundSource, F>,
            {
                self.source = value
                    .into_optional()
                    .map_err(|problem| format!("`source`: {problem}").into());
                self
            }
            /// Its id.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::RefundEvent,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<RefundEvent> for super::RefundEvent {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: RefundEvent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    amount_in_cents: value.amount_in_cents?,
                    currency_code: value.currency_code?,
                    source: value.source?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`Resource`](super::Resource).
        #[derive(Clone)]
        pub struct Resource {
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Resource {
            fn default() -> Self {
                Self {
                    links: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Resource {
            /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// The id of what was created or read.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Resource, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Resource> for super::Resource {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Resource,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    links: value.links?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`Session`](super::Session).
        #[derive(Clone)]
        pub struct Session {
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            order: ::std::result::Result<
                ::std::option::Option<super::SessionOrderStatus>,
                crate::setter::Problem,
            >,
            tokenize: ::std::result::Result<
                ::std::option::Option<super::TokenizationRequest>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Session {
            fn default() -> Self {
                Self {
                    links: Ok(Default::default()),
                    order: Ok(Default::default()),
                    tokenize: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Session {
            /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// The order of a session, as far as the session shows it.
            pub fn order<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::SessionOrderStatus, F>,
            {
                self.order = value
                    .into_optional()
                    .map_err(|problem| format!("`order`: {problem}").into());
                self
            }
            /// A request to the shopper to be charged for later orders without a checkout.
            pub fn tokenize<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::TokenizationRequest, F>,
            {
                self.tokenize = value
                    .into_optional()
                    .map_err(|problem| format!("`tokenize`: {problem}").into());
                self
            }
            /// The id of what was created or read.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Session, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Session> for super::Session {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Session,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    links: value.links?,
                    order: value.order?,
                    tokenize: value.tokenize?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`SessionCustomer`](super::SessionCustomer).
        #[derive(Clone)]
        pub struct SessionCustomer {
            billing_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                crate::setter::Problem,
            >,
            dob: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            recurring: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
            recurring_metadata: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                crate::setter::Problem,
            >,
            shipping_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                crate::setter::Problem,
            >,
            tokenize: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for SessionCustomer {
            fn default() -> Self {
                Self {
                    billing_address: Ok(Default::default()),
                    dob: Ok(Default::default()),
                    email: Ok(Default::default()),
                    first_name: Ok(Default::default()),
                    last_name: Ok(Default::default()),
                    phone: Ok(Default::default()),
                    recurring: Ok(Default::default()),
                    recurring_metadata: Ok(Default::default()),
                    shipping_address: Ok(Default::default()),
                    tokenize: Ok(Default::default()),
                }
            }
        }

        impl SessionCustomer {
            /// A postal address.
            pub fn billing_address<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Address, F>,
            {
                self.billing_address = value
                    .into_optional()
                    .map_err(|problem| format!("`billing_address`: {problem}").into());
                self
            }
            /// Date of birth as `YYYY-MM-DD`. Taken as input only.
            pub fn dob<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.dob = value
                    .into_optional()
                    .map_err(|problem| format!("`dob`: {problem}").into());
                self
            }
            /// E-mail address.
            pub fn email<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.email = value
                    .into_optional()
                    .map_err(|problem| format!("`email`: {problem}").into());
                self
            }
            /// Given name.
            pub fn first_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.first_name = value
                    .into_optional()
                    .map_err(|problem| format!("`first_name`: {problem}").into());
                self
            }
            /// Family name.
            pub fn last_name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.last_name = value
                    .into_optional()
                    .map_err(|problem| format!("`last_name`: {problem}").into());
                self
            }
            /// Phone number, United States or Canada.
            pub fn phone<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.phone = value
                    .into_optional()
                    .map_err(|problem| format!("`phone`: {problem}").into());
                self
            }
            /// Whether this order starts a subscription.
            pub fn recurring<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.recurring = value
                    .into_optional()
                    .map_err(|problem| format!("`recurring`: {problem}").into());
                self
            }
            /// What the shopper should know of the subscription, such as its `name`.
            pub fn recurring_metadata<I, K, V>(mut self, pairs: I) -> Self
            where
                I: ::std::iter::IntoIterator<Item = (K, V)>,
                K: ::std::convert::Into<::std::string::String>,
                V: ::std::convert::Into<::std::string::String>,
            {
                self.recurring_metadata = Ok(
                    pairs
                        .into_iter()
                        .map(|(key, value)| (key.into(), value.into()))
                        .collect(),
                );
                self
            }
            /// A postal address.
            pub fn shipping_address<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Address, F>,
            {
                self.shipping_address = value
                    .into_optional()
                    .map_err(|problem| format!("`shipping_address`: {problem}").into());
                self
            }
            /// Ask the shopper for leave to charge later orders without a checkout.
            pub fn tokenize<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.tokenize = value
                    .into_optional()
                    .map_err(|problem| format!("`tokenize`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SessionCustomer,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<SessionCustomer> for super::SessionCustomer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SessionCustomer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    billing_address: value.billing_address?,
                    dob: value.dob?,
                    email: value.email?,
                    first_name: value.first_name?,
                    last_name: value.last_name?,
                    phone: value.phone?,
                    recurring: value.recurring?,
                    recurring_metadata: value.recurring_metadata?,
                    shipping_address: value.shipping_address?,
                    tokenize: value.tokenize?,
                })
            }
        }

        /// The builder of [`SessionOrder`](super::SessionOrder).
        #[derive(Clone)]
        pub struct SessionOrder {
            checkout_expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            checkout_financing_options: ::std::result::Result<
                ::std::vec::Vec<super::FinancingOption>,
                crate::setter::Problem,
            >,
            checkout_mode: ::std::result::Result<
                ::std::option::Option<super::CheckoutMode>,
                crate::setter::Problem,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            discounts: ::std::result::Result<
                ::std::vec::Vec<super::Discount>,
                crate::setter::Problem,
            >,
            intent: ::std::result::Result<
                ::std::option::Option<super::Intent>,
                crate::setter::Problem,
            >,
            items: ::std::result::Result<
                ::std::vec::Vec<super::LineItem>,
                crate::setter::Problem,
            >,
            locale: ::std::result::Result<
                ::std::option::Option<super::Locale>,
                crate::setter::Problem,
            >,
            metadata: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                crate::setter::Problem,
            >,
            order_amount: ::std::result::Result<super::Price, crate::setter::Problem>,
            reference_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            requires_shipping_info: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
            send_checkout_url: ::std::result::Result<
                ::std::option::Option<super::Notification>,
                crate::setter::Problem,
            >,
            shipping_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            tax_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for SessionOrder {
            fn default() -> Self {
                Self {
                    checkout_expiration: Ok(Default::default()),
                    checkout_financing_options: Ok(Default::default()),
                    checkout_mode: Ok(Default::default()),
                    description: Ok(Default::default()),
                    discounts: Ok(Default::default()),
                    intent: Ok(Default::default()),
                    items: Ok(Default::default()),
                    locale: Ok(Default::default()),
                    metadata: Ok(Default::default()),
                    order_amount: Err(
                        "`order_amount` is missing: set it with `.order_amount(..)`"
                            .into(),
                    ),
                    reference_id: Ok(Default::default()),
                    requires_shipping_info: Ok(Default::default()),
                    send_checkout_url: Ok(Default::default()),
                    shipping_amount: Ok(Default::default()),
                    tax_amount: Ok(Default::default()),
                }
            }
        }

        impl SessionOrder {
            /// When the checkout link stops working. Not the life of the authorization.
            pub fn checkout_expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.checkout_expiration = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`checkout_expiration`: {problem}").into()
                    });
                self
            }
            /// The payment plan to offer; at most one.
            pub fn checkout_financing_options<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::FinancingOption>,
                <I::Item as ::std::convert::TryInto<
                    super::FinancingOption,
                >>::Error: ::std::fmt::Display,
            {
                self.checkout_financing_options = crate::setter::list(
                    "checkout_financing_options",
                    values,
                );
                self
            }
            /// How the checkout is shown; `redirect` when absent.
            pub fn checkout_mode<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::CheckoutMode, F>,
            {
                self.checkout_mode = value
                    .into_optional()
                    .map_err(|problem| format!("`checkout_mode`: {problem}").into());
                self
            }
            /// What the order is for, for people.
            pub fn description<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.description = value
                    .into_optional()
                    .map_err(|problem| format!("`description`: {problem}").into());
                self
            }
            /// The reductions that the total already holds.
            pub fn discounts<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Discount>,
                <I::Item as ::std::convert::TryInto<
                    super::Discount,
                >>::Error: ::std::fmt::Display,
            {
                self.discounts = crate::setter::list("discounts", values);
                self
            }
            ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
            ///
            /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
            pub fn intent<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Intent, F>,
            {
                self.intent = value
                    .into_optional()
                    .map_err(|problem| format!("`intent`: {problem}").into());
                self
            }
            /// The lines of the cart.
            pub fn items<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::LineItem>,
                <I::Item as ::std::convert::TryInto<
                    super::LineItem,
                >>::Error: ::std::fmt::Display,
            {
                self.items = crate::setter::list("items", values);
                self
            }
            /// Language of the checkout; `en-US` when absent.
            pub fn locale<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Locale, F>,
            {
                self.locale = value
                    .into_optional()
                    .map_err(|problem| format!("`locale`: {problem}").into());
                self
            }
            /// The merchant's own notes. Values are strings.
            pub fn metadata<I, K, V>(mut self, pairs: I) -> Self
            where
                I: ::std::iter::IntoIterator<Item = (K, V)>,
                K: ::std::convert::Into<::std::string::String>,
                V: ::std::convert::Into<::std::string::String>,
            {
                self.metadata = Ok(
                    pairs
                        .into_iter()
                        .map(|(key, value)| (key.into(), value.into()))
                        .collect(),
                );
                self
            }
            /// The total, which already holds items, shipping and tax less discounts. At least 100 cents.
            ///
            /// Required.
            pub fn order_amount<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Price>,
                V::Error: ::std::fmt::Display,
            {
                self.order_amount = value
                    .try_into()
                    .map_err(|problem| format!("`order_amount`: {problem}").into());
                self
            }
            /// The merchant's own order number, unique. Letters, digits, `-` and `_`.
            pub fn reference_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.reference_id = value
                    .into_optional()
                    .map_err(|problem| format!("`reference_id`: {problem}").into());
                self
            }
            /// Whether Sezzle should ask the shopper for a shipping address.
            pub fn requires_shipping_info<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.requires_shipping_info = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`requires_shipping_info`: {problem}").into()
                    });
                self
            }
            /// Where to send the checkout link in a shop with a counter.
            pub fn send_checkout_url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Notification, F>,
            {
                self.send_checkout_url = value
                    .into_optional()
                    .map_err(|problem| format!("`send_checkout_url`: {problem}").into());
                self
            }
            /// Shipping, which the total already holds.
            pub fn shipping_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.shipping_amount = value
                    .into_optional()
                    .map_err(|problem| format!("`shipping_amount`: {problem}").into());
                self
            }
            /// Tax, which the total already holds.
            pub fn tax_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.tax_amount = value
                    .into_optional()
                    .map_err(|problem| format!("`tax_amount`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SessionOrder,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<SessionOrder> for super::SessionOrder {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SessionOrder,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    checkout_expiration: value.checkout_expiration?,
                    checkout_financing_options: value.checkout_financing_options?,
                    checkout_mode: value.checkout_mode?,
                    description: value.description?,
                    discounts: value.discounts?,
                    intent: value.intent?,
                    items: value.items?,
                    locale: value.locale?,
                    metadata: value.metadata?,
                    order_amount: value.order_amount?,
                    reference_id: value.reference_id?,
                    requires_shipping_info: value.requires_shipping_info?,
                    send_checkout_url: value.send_checkout_url?,
                    shipping_amount: value.shipping_amount?,
                    tax_amount: value.tax_amount?,
                })
            }
        }

        /// The builder of [`SessionOrderStatus`](super::SessionOrderStatus).
        #[derive(Clone)]
        pub struct SessionOrderStatus {
            checkout_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            intent: ::std::result::Result<
                ::std::option::Option<super::Intent>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            tokenize: ::std::result::Result<
                ::std::option::Option<super::TokenizationRequest>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for SessionOrderStatus {
            fn default() -> Self {
                Self {
                    checkout_url: Ok(Default::default()),
                    intent: Ok(Default::default()),
                    links: Ok(Default::default()),
                    tokenize: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl SessionOrderStatus {
            /// Send the shopper here to finish the order. The id in this URL is that of the checkout, not of the order or the session.
            pub fn checkout_url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.checkout_url = value
                    .into_optional()
                    .map_err(|problem| format!("`checkout_url`: {problem}").into());
                self
            }
            ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
            ///
            /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
            pub fn intent<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Intent, F>,
            {
                self.intent = value
                    .into_optional()
                    .map_err(|problem| format!("`intent`: {problem}").into());
                self
            }
            /// Where the order is read, changed, captured, released and refunded, and its checkout deleted. All of them are there from the start, whatever the order's state: read `checkout_status` and `authorization` to see what is possible.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// The same as `Session::tokenize`, in the place where some answers carry it.
            pub fn tokenize<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::TokenizationRequest, F>,
            {
                self.tokenize = value
                    .into_optional()
                    .map_err(|problem| format!("`tokenize`: {problem}").into());
                self
            }
            /// The id of the order, needed for every later call about it.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SessionOrderStatus,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<SessionOrderStatus> for super::SessionOrderStatus {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SessionOrderStatus,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    checkout_url: value.checkout_url?,
                    intent: value.intent?,
                    links: value.links?,
                    tokenize: value.tokenize?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`SessionRequest`](super::SessionRequest).
        #[derive(Clone)]
        pub struct SessionRequest {
            cancel_url: ::std::result::Result<
                super::RedirectUrl,
                crate::setter::Problem,
            >,
            complete_url: ::std::result::Result<
                super::RedirectUrl,
                crate::setter::Problem,
            >,
            customer: ::std::result::Result<
                ::std::option::Option<super::SessionCustomer>,
                crate::setter::Problem,
            >,
            express_checkout_type: ::std::result::Result<
                ::std::option::Option<super::ExpressCheckoutType>,
                crate::setter::Problem,
            >,
            is_express_checkout: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
            order: ::std::result::Result<
                ::std::option::Option<super::SessionOrder>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for SessionRequest {
            fn default() -> Self {
                Self {
                    cancel_url: Err(
                        "`cancel_url` is missing: set it with `.cancel_url(..)`".into(),
                    ),
                    complete_url: Err(
                        "`complete_url` is missing: set it with `.complete_url(..)`"
                            .into(),
                    ),
                    customer: Ok(Default::default()),
                    express_checkout_type: Ok(Default::default()),
                    is_express_checkout: Ok(Default::default()),
                    order: Ok(Default::default()),
                }
            }
        }

        impl SessionRequest {
            /// Where the shopper goes on leaving the checkout.
            ///
            /// Required.
            pub fn cancel_url<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::RedirectUrl>,
                V::Error: ::std::fmt::Display,
            {
                self.cancel_url = value
                    .try_into()
                    .map_err(|problem| format!("`cancel_url`: {problem}").into());
                self
            }
            /// Where the shopper goes when done. A `customer-uuid` parameter is added if they agreed to tokenization.
            ///
            /// Required.
            pub fn complete_url<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::RedirectUrl>,
                V::Error: ::std::fmt::Display,
            {
                self.complete_url = value
                    .try_into()
                    .map_err(|problem| format!("`complete_url`: {problem}").into());
                self
            }
            /// What is known of the shopper before the checkout.
            pub fn customer<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::SessionCustomer, F>,
            {
                self.customer = value
                    .into_optional()
                    .map_err(|problem| format!("`customer`: {problem}").into());
                self
            }
            /// Which express checkout, if any, to run.
            pub fn express_checkout_type<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::ExpressCheckoutType, F>,
            {
                self.express_checkout_type = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`express_checkout_type`: {problem}").into()
                    });
                self
            }
            /// Says that this is an express checkout. Not documented by Sezzle.
            pub fn is_express_checkout<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.is_express_checkout = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`is_express_checkout`: {problem}").into()
                    });
                self
            }
            /// The order to be paid.
            pub fn order<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::SessionOrder, F>,
            {
                self.order = value
                    .into_optional()
                    .map_err(|problem| format!("`order`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SessionRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<SessionRequest> for super::SessionRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SessionRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cancel_url: value.cancel_url?,
                    complete_url: value.complete_url?,
                    customer: value.customer?,
                    express_checkout_type: value.express_checkout_type?,
                    is_express_checkout: value.is_express_checkout?,
                    order: value.order?,
                })
            }
        }

        /// The builder of [`SettlementSummary`](super::SettlementSummary).
        #[derive(Clone)]
        pub struct SettlementSummary {
            final_payout_amount: ::std::result::Result<
                ::std::option::Option<crate::Decimal>,
                crate::setter::Problem,
            >,
            forex_fees: ::std::result::Result<
                ::std::option::Option<crate::Decimal>,
                crate::setter::Problem,
            >,
            net_settlement_amount: ::std::result::Result<
                ::std::option::Option<crate::Decimal>,
                crate::setter::Problem,
            >,
            payout_currency: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            payout_date: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            settlement_currency: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            status: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for SettlementSummary {
            fn default() -> Self {
                Self {
                    final_payout_amount: Ok(Default::default()),
                    forex_fees: Ok(Default::default()),
                    net_settlement_amount: Ok(Default::default()),
                    payout_currency: Ok(Default::default()),
                    payout_date: Ok(Default::default()),
                    settlement_currency: Ok(Default::default()),
                    status: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl SettlementSummary {
            /// What was paid out.
            pub fn final_payout_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Decimal, F>,
            {
                self.final_payout_amount = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`final_payout_amount`: {problem}").into()
                    });
                self
            }
            /// What changing the currency cost.
            pub fn forex_fees<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Decimal, F>,
            {
                self.forex_fees = value
                    .into_optional()
                    .map_err(|problem| format!("`forex_fees`: {problem}").into());
                self
            }
            /// What was settled, before the currency was changed.
            pub fn net_settlement_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Decimal, F>,
            {
                self.net_settlement_amount = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`net_settlement_amount`: {problem}").into()
                    });
                self
            }
            /// ISO 4217 code of `final_payout_amount`.
            pub fn payout_currency<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.payout_currency = value
                    .into_optional()
                    .map_err(|problem| format!("`payout_currency`: {problem}").into());
                self
            }
            /// When it was paid.
            pub fn payout_date<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.payout_date = value
                    .into_optional()
                    .map_err(|problem| format!("`payout_date`: {problem}").into());
                self
            }
            /// ISO 4217 code of `net_settlement_amount`.
            pub fn settlement_currency<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.settlement_currency = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`settlement_currency`: {problem}").into()
                    });
                self
            }
            /// Where the payout stands; `Complete` is the one value seen.
            pub fn status<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.status = value
                    .into_optional()
                    .map_err(|problem| format!("`status`: {problem}").into());
                self
            }
            /// The id of the payout.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::SettlementSummary,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<SettlementSummary> for super::SettlementSummary {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: SettlementSummary,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    final_payout_amount: value.final_payout_amount?,
                    forex_fees: value.forex_fees?,
                    net_settlement_amount: value.net_settlement_amount?,
                    payout_currency: value.payout_currency?,
                    payout_date: value.payout_date?,
                    settlement_currency: value.settlement_currency?,
                    status: value.status?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`ShippingMethod`](super::ShippingMethod).
        #[derive(Clone)]
        pub struct ShippingMethod {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for ShippingMethod {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    name: Ok(Default::default()),
                }
            }
        }

        impl ShippingMethod {
            /// More about it.
            pub fn description<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.description = value
                    .into_optional()
                    .map_err(|problem| format!("`description`: {problem}").into());
                self
            }
            /// Its name.
            pub fn name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.name = value
                    .into_optional()
                    .map_err(|problem| format!("`name`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ShippingMethod,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<ShippingMethod> for super::ShippingMethod {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ShippingMethod,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    name: value.name?,
                })
            }
        }

        /// The builder of [`ShippingOption`](super::ShippingOption).
        #[derive(Clone)]
        pub struct ShippingOption {
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            final_order_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            shipping_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            tax_amount_in_cents: ::std::result::Result<
                ::std::option::Option<i64>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for ShippingOption {
            fn default() -> Self {
                Self {
                    description: Ok(Default::default()),
                    final_order_amount_in_cents: Ok(Default::default()),
                    name: Ok(Default::default()),
                    shipping_amount_in_cents: Ok(Default::default()),
                    tax_amount_in_cents: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl ShippingOption {
            /// More about it.
            pub fn description<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.description = value
                    .into_optional()
                    .map_err(|problem| format!("`description`: {problem}").into());
                self
            }
            /// The order's total with this option, in cents.
            pub fn final_order_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.final_order_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`final_order_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// Its name.
            pub fn name<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.name = value
                    .into_optional()
                    .map_err(|problem| format!("`name`: {problem}").into());
                self
            }
            /// What shipping costs, in cents.
            pub fn shipping_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.shipping_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`shipping_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// The tax, in cents.
            pub fn tax_amount_in_cents<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<i64, F>,
            {
                self.tax_amount_in_cents = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`tax_amount_in_cents`: {problem}").into()
                    });
                self
            }
            /// An id of the option. Not documented by Sezzle.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::ShippingOption,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<ShippingOption> for super::ShippingOption {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: ShippingOption,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    description: value.description?,
                    final_order_amount_in_cents: value.final_order_amount_in_cents?,
                    name: value.name?,
                    shipping_amount_in_cents: value.shipping_amount_in_cents?,
                    tax_amount_in_cents: value.tax_amount_in_cents?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`Tokenization`](super::Tokenization).
        #[derive(Clone)]
        pub struct Tokenization {
            customer: ::std::result::Result<
                ::std::option::Option<super::TokenizedCustomer>,
                crate::setter::Problem,
            >,
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            token: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Tokenization {
            fn default() -> Self {
                Self {
                    customer: Ok(Default::default()),
                    expiration: Ok(Default::default()),
                    links: Ok(Default::default()),
                    token: Ok(Default::default()),
                }
            }
        }

        impl Tokenization {
            /// Absent until the shopper has agreed.
            pub fn customer<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::TokenizedCustomer, F>,
            {
                self.customer = value
                    .into_optional()
                    .map_err(|problem| format!("`customer`: {problem}").into());
                self
            }
            /// When the request ends unanswered.
            pub fn expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration`: {problem}").into());
                self
            }
            /// Where the request can be read.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// The token of the request.
            pub fn token<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.token = value
                    .into_optional()
                    .map_err(|problem| format!("`token`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::Tokenization,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Tokenization> for super::Tokenization {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Tokenization,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    customer: value.customer?,
                    expiration: value.expiration?,
                    links: value.links?,
                    token: value.token?,
                })
            }
        }

        /// The builder of [`TokenizationRequest`](super::TokenizationRequest).
        #[derive(Clone)]
        pub struct TokenizationRequest {
            approval_url: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            token: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for TokenizationRequest {
            fn default() -> Self {
                Self {
                    approval_url: Ok(Default::default()),
                    expiration: Ok(Default::default()),
                    links: Ok(Default::default()),
                    token: Ok(Default::default()),
                }
            }
        }

        impl TokenizationRequest {
            /// Where the shopper may agree. Tokenizes only; makes no order.
            pub fn approval_url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.approval_url = value
                    .into_optional()
                    .map_err(|problem| format!("`approval_url`: {problem}").into());
                self
            }
            /// When the request ends unanswered.
            pub fn expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration`: {problem}").into());
                self
            }
            /// Where to ask how the shopper decided.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// Stands for this request to tokenize the shopper. Good for one use: it and its approval URL end when the shopper decides.
            pub fn token<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<crate::Secret, F>,
            {
                self.token = value
                    .into_optional()
                    .map_err(|problem| format!("`token`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::TokenizationRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<TokenizationRequest>
        for super::TokenizationRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: TokenizationRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    approval_url: value.approval_url?,
                    expiration: value.expiration?,
                    links: value.links?,
                    token: value.token?,
                })
            }
        }

        /// The builder of [`TokenizedCustomer`](super::TokenizedCustomer).
        #[derive(Clone)]
        pub struct TokenizedCustomer {
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for TokenizedCustomer {
            fn default() -> Self {
                Self {
                    expiration: Ok(Default::default()),
                    links: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl TokenizedCustomer {
            /// Until when they may be charged.
            pub fn expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration`: {problem}").into());
                self
            }
            /// Where each action on the customer is done.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// The id of the customer.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::TokenizedCustomer,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<TokenizedCustomer> for super::TokenizedCustomer {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: TokenizedCustomer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    expiration: value.expiration?,
                    links: value.links?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`TokenizedCustomerRef`](super::TokenizedCustomerRef).
        #[derive(Clone)]
        pub struct TokenizedCustomerRef {
            created_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for TokenizedCustomerRef {
            fn default() -> Self {
                Self {
                    created_at: Ok(Default::default()),
                    expiration: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl TokenizedCustomerRef {
            /// When they agreed.
            pub fn created_at<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.created_at = value
                    .into_optional()
                    .map_err(|problem| format!("`created_at`: {problem}").into());
                self
            }
            /// Until when they may be charged.
            pub fn expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration`: {problem}").into());
                self
            }
            /// The id of the customer.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::TokenizedCustomerRef,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<TokenizedCustomerRef>
        for super::TokenizedCustomerRef {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: TokenizedCustomerRef,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    expiration: value.expiration?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`Transaction`](super::Transaction).
        #[derive(Clone)]
        pub struct Transaction {
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Transaction {
            fn default() -> Self {
                Self {
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Transaction {
            /// The id of the capture, refund or release; no operation takes it. Absent if Sezzle responds with success and an empty body, as one shop reports. For an upcharge it is the id of the order that was made.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::Transaction,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Transaction> for super::Transaction {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Transaction,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { uuid: value.uuid? })
            }
        }

        /// The builder of [`Upcharge`](super::Upcharge).
        #[derive(Clone)]
        pub struct Upcharge {
            amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Upcharge {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Upcharge {
            /// An amount of money.
            pub fn amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.amount = value
                    .into_optional()
                    .map_err(|problem| format!("`amount`: {problem}").into());
                self
            }
            /// The id of the order that the upcharge made.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Upcharge, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Upcharge> for super::Upcharge {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Upcharge,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`UpchargeRequest`](super::UpchargeRequest).
        #[derive(Clone)]
        pub struct UpchargeRequest {
            intent: ::std::result::Result<super::Intent, crate::setter::Problem>,
            upcharge_amount: ::std::result::Result<super::Price, crate::setter::Problem>,
        }

        impl ::std::default::Default for UpchargeRequest {
            fn default() -> Self {
                Self {
                    intent: Err("`intent` is missing: set it with `.intent(..)`".into()),
                    upcharge_amount: Err(
                        "`upcharge_amount` is missing: set it with `.upcharge_amount(..)`"
                            .into(),
                    ),
                }
            }
        }

        impl UpchargeRequest {
            ///  What happens when the shopper finishes: `AUTH` reserves the amount until you capture it, `CAPTURE` takes it at once.
            ///
            /// An authorization lasts 30 minutes unless the merchant's dashboard settings say otherwise, up to 7 days.
            ///
            /// Required.
            pub fn intent<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Intent>,
                V::Error: ::std::fmt::Display,
            {
                self.intent = value
                    .try_into()
                    .map_err(|problem| format!("`intent`: {problem}").into());
                self
            }
            /// In cents, in the order's currency. All upcharges of an order together are at most 15 % of its amount.
            ///
            /// Required.
            pub fn upcharge_amount<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::Price>,
                V::Error: ::std::fmt::Display,
            {
                self.upcharge_amount = value
                    .try_into()
                    .map_err(|problem| format!("`upcharge_amount`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::UpchargeRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<UpchargeRequest> for super::UpchargeRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: UpchargeRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    intent: value.intent?,
                    upcharge_amount: value.upcharge_amount?,
                })
            }
        }

        /// The builder of [`Webhook`](super::Webhook).
        #[derive(Clone)]
        pub struct Webhook {
            events: ::std::result::Result<
                ::std::vec::Vec<super::WebhookEvent>,
                crate::setter::Problem,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                crate::setter::Problem,
            >,
            url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for Webhook {
            fn default() -> Self {
                Self {
                    events: Ok(Default::default()),
                    links: Ok(Default::default()),
                    url: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl Webhook {
            /// The events that are sent.
            pub fn events<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::WebhookEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::WebhookEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.events = crate::setter::list("events", values);
                self
            }
            /// Where each action is done, as URLs with their methods. A link does not say that the action is possible now: an order has all of its links from the start, before the shopper has approved anything.
            pub fn links<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::Link>,
                <I::Item as ::std::convert::TryInto<
                    super::Link,
                >>::Error: ::std::fmt::Display,
            {
                self.links = crate::setter::list("links", values);
                self
            }
            /// Where the events go.
            pub fn url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.url = value
                    .into_optional()
                    .map_err(|problem| format!("`url`: {problem}").into());
                self
            }
            /// The id of what was created or read.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Webhook, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Webhook> for super::Webhook {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: Webhook,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    events: value.events?,
                    links: value.links?,
                    url: value.url?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`WebhookAuthorization`](super::WebhookAuthorization).
        #[derive(Clone)]
        pub struct WebhookAuthorization {
            approved: ::std::result::Result<
                ::std::option::Option<bool>,
                crate::setter::Problem,
            >,
            authorization_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            authorization_amount_in_user_currency: ::std::result::Result<
                ::std::option::Option<super::Price>,
                crate::setter::Problem,
            >,
            captures: ::std::result::Result<
                ::std::vec::Vec<super::AuthorizationEvent>,
                crate::setter::Problem,
            >,
            created_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                crate::setter::Problem,
            >,
            financing_option: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            refunds: ::std::result::Result<
                ::std::vec::Vec<super::AuthorizationEvent>,
                crate::setter::Problem,
            >,
            releases: ::std::result::Result<
                ::std::vec::Vec<super::AuthorizationEvent>,
                crate::setter::Problem,
            >,
            sezzle_order_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for WebhookAuthorization {
            fn default() -> Self {
                Self {
                    approved: Ok(Default::default()),
                    authorization_amount: Ok(Default::default()),
                    authorization_amount_in_user_currency: Ok(Default::default()),
                    captures: Ok(Default::default()),
                    created_at: Ok(Default::default()),
                    expiration: Ok(Default::default()),
                    financing_option: Ok(Default::default()),
                    refunds: Ok(Default::default()),
                    releases: Ok(Default::default()),
                    sezzle_order_id: Ok(Default::default()),
                    uuid: Ok(Default::default()),
                }
            }
        }

        impl WebhookAuthorization {
            /// Whether Sezzle approved. Check it before handing over goods.
            pub fn approved<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<bool, F>,
            {
                self.approved = value
                    .into_optional()
                    .map_err(|problem| format!("`approved`: {problem}").into());
                self
            }
            /// The amount, in the order's currency.
            pub fn authorization_amount<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.authorization_amount = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`authorization_amount`: {problem}").into()
                    });
                self
            }
            /// The amount in the shopper's currency. May be missing.
            pub fn authorization_amount_in_user_currency<V, F>(
                mut self,
                value: V,
            ) -> Self
            where
                V: crate::IntoOptional<super::Price, F>,
            {
                self.authorization_amount_in_user_currency = value
                    .into_optional()
                    .map_err(|problem| {
                        format!("`authorization_amount_in_user_currency`: {problem}")
                            .into()
                    });
                self
            }
            /// What was captured.
            pub fn captures<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::AuthorizationEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::AuthorizationEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.captures = crate::setter::list("captures", values);
                self
            }
            /// When it was made.
            pub fn created_at<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.created_at = value
                    .into_optional()
                    .map_err(|problem| format!("`created_at`: {problem}").into());
                self
            }
            /// Until when it can be captured.
            pub fn expiration<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::chrono::DateTime<::chrono::offset::Utc>, F>,
            {
                self.expiration = value
                    .into_optional()
                    .map_err(|problem| format!("`expiration`: {problem}").into());
                self
            }
            /// The payment plan, such as `4-pay-biweekly` or `pay-in-full`.
            pub fn financing_option<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.financing_option = value
                    .into_optional()
                    .map_err(|problem| format!("`financing_option`: {problem}").into());
                self
            }
            /// What was refunded.
            pub fn refunds<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::AuthorizationEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::AuthorizationEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.refunds = crate::setter::list("refunds", values);
                self
            }
            /// What was released.
            pub fn releases<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::AuthorizationEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::AuthorizationEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.releases = crate::setter::list("releases", values);
                self
            }
            /// The order's id in the merchant dashboard, the same as in the column `order_uuid` of settlement details. Not the id that the API takes.
            pub fn sezzle_order_id<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.sezzle_order_id = value
                    .into_optional()
                    .map_err(|problem| format!("`sezzle_order_id`: {problem}").into());
                self
            }
            /// The id of the authorization.
            pub fn uuid<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.uuid = value
                    .into_optional()
                    .map_err(|problem| format!("`uuid`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::WebhookAuthorization,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<WebhookAuthorization>
        for super::WebhookAuthorization {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: WebhookAuthorization,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    approved: value.approved?,
                    authorization_amount: value.authorization_amount?,
                    authorization_amount_in_user_currency: value
                        .authorization_amount_in_user_currency?,
                    captures: value.captures?,
                    created_at: value.created_at?,
                    expiration: value.expiration?,
                    financing_option: value.financing_option?,
                    refunds: value.refunds?,
                    releases: value.releases?,
                    sezzle_order_id: value.sezzle_order_id?,
                    uuid: value.uuid?,
                })
            }
        }

        /// The builder of [`WebhookRequest`](super::WebhookRequest).
        #[derive(Clone)]
        pub struct WebhookRequest {
            events: ::std::result::Result<
                ::std::vec::Vec<super::WebhookEvent>,
                crate::setter::Problem,
            >,
            url: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        }

        impl ::std::default::Default for WebhookRequest {
            fn default() -> Self {
                Self {
                    events: Err("`events` is missing: set it with `.events(..)`".into()),
                    url: Err("`url` is missing: set it with `.url(..)`".into()),
                }
            }
        }

        impl WebhookRequest {
            /// The events to send.
            pub fn events<I>(mut self, values: I) -> Self
            where
                I: ::std::iter::IntoIterator,
                I::Item: ::std::convert::TryInto<super::WebhookEvent>,
                <I::Item as ::std::convert::TryInto<
                    super::WebhookEvent,
                >>::Error: ::std::fmt::Display,
            {
                self.events = crate::setter::list("events", values);
                self
            }
            /// Where to send the events. Each URL can be subscribed once.
            ///
            /// Required.
            pub fn url<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<::std::string::String>,
                V::Error: ::std::fmt::Display,
            {
                self.url = value
                    .try_into()
                    .map_err(|problem| format!("`url`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::WebhookRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<WebhookRequest> for super::WebhookRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: WebhookRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    events: value.events?,
                    url: value.url?,
                })
            }
        }

        /// The builder of [`WebhookTestRequest`](super::WebhookTestRequest).
        #[derive(Clone)]
        pub struct WebhookTestRequest {
            event: ::std::result::Result<super::WebhookEvent, crate::setter::Problem>,
            url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                crate::setter::Problem,
            >,
        }

        impl ::std::default::Default for WebhookTestRequest {
            fn default() -> Self {
                Self {
                    event: Err("`event` is missing: set it with `.event(..)`".into()),
                    url: Ok(Default::default()),
                }
            }
        }

        impl WebhookTestRequest {
            /// Something that happened.
            ///
            /// Required.
            pub fn event<V>(mut self, value: V) -> Self
            where
                V: ::std::convert::TryInto<super::WebhookEvent>,
                V::Error: ::std::fmt::Display,
            {
                self.event = value
                    .try_into()
                    .map_err(|problem| format!("`event`: {problem}").into());
                self
            }
            /// Where to send it.
            pub fn url<V, F>(mut self, value: V) -> Self
            where
                V: crate::IntoOptional<::std::string::String, F>,
            {
                self.url = value
                    .into_optional()
                    .map_err(|problem| format!("`url`: {problem}").into());
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            #[inline]
            pub fn build(
                self,
            ) -> ::std::result::Result<
                super::WebhookTestRequest,
                super::error::ConversionError,
            > {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<WebhookTestRequest> for super::WebhookTestRequest {
            type Error = super::error::ConversionError;
            #[inline]
            fn try_from(
                value: WebhookTestRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    event: value.event?,
                    url: value.url?,
                })
            }
        }

        impl ::std::fmt::Debug for Address {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Address").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for ApiKeys {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ApiKeys").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Authorization {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Authorization").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for AuthorizationEvent {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("AuthorizationEvent").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for BearerToken {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("BearerToken").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CaptureRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CaptureRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CardData {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CardData").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CardOrderRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CardOrderRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CardSession {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CardSession").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CardSessionCustomer {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CardSessionCustomer").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CardSessionRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CardSessionRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CheckoutUpdate {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CheckoutUpdate").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Customer {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Customer").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CustomerOrderRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CustomerOrderRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for CustomerTokenizedData {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CustomerTokenizedData").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Discount {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Discount").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for DisputeData {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("DisputeData").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for ErrorDetail {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ErrorDetail").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for EventEnvelope {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("EventEnvelope").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for InterestBalance {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("InterestBalance").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for LineItem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LineItem").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Link {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Link").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Notification {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Notification").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Order {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Order").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderAuthorizedData {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderAuthorizedData").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderCapturedData {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderCapturedData").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderCreated {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderCreated").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderCustomer {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderCustomer").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderDispute {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderDispute").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderRefundedData {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderRefundedData").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderReportItem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderReportItem").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for OrderUpdate {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("OrderUpdate").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Preapproval {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Preapproval").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Price {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Price").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for RedirectUrl {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("RedirectUrl").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for RefundEvent {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("RefundEvent").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Resource {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Resource").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Session {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Session").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for SessionCustomer {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("SessionCustomer").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for SessionOrder {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("SessionOrder").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for SessionOrderStatus {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("SessionOrderStatus").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for SessionRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("SessionRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for SettlementSummary {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("SettlementSummary").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for ShippingMethod {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ShippingMethod").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for ShippingOption {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ShippingOption").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Tokenization {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Tokenization").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for TokenizationRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("TokenizationRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for TokenizedCustomer {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("TokenizedCustomer").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for TokenizedCustomerRef {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("TokenizedCustomerRef").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Transaction {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Transaction").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Upcharge {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Upcharge").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for UpchargeRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("UpchargeRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Webhook {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Webhook").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for WebhookAuthorization {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("WebhookAuthorization").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for WebhookRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("WebhookRequest").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for WebhookTestRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("WebhookTestRequest").finish_non_exhaustive()
            }
        }
    }

    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }

        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }

        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }

        impl From<crate::setter::Problem> for ConversionError {
            fn from(value: crate::setter::Problem) -> Self {
                Self(value)
            }
        }
    }

    impl ::std::fmt::Debug for Address {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Address")
                .field("city", &self.city.as_ref().map(|_| crate::secret::Redacted))
                .field("country_code", &self.country_code)
                .field("name", &self.name.as_ref().map(|_| crate::secret::Redacted))
                .field("phone", &self.phone.as_ref().map(|_| crate::secret::Redacted))
                .field(
                    "phone_number",
                    &self.phone_number.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "postal_code",
                    &self.postal_code.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("state", &self.state.as_ref().map(|_| crate::secret::Redacted))
                .field("street", &self.street.as_ref().map(|_| crate::secret::Redacted))
                .field(
                    "street2",
                    &self.street2.as_ref().map(|_| crate::secret::Redacted),
                )
                .finish()
        }
    }

    impl ::std::fmt::Debug for CardData {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CardData")
                .field("cvv_number", &self.cvv_number)
                .field("expiration_date", &self.expiration_date)
                .field(
                    "first_name",
                    &self.first_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "last_name",
                    &self.last_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("pan", &self.pan)
                .finish()
        }
    }

    impl ::std::fmt::Debug for CardSession {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CardSession")
                .field(
                    "dashboard_url",
                    &self.dashboard_url.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("uuid", &self.uuid)
                .finish()
        }
    }

    impl ::std::fmt::Debug for CardSessionCustomer {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CardSessionCustomer")
                .field("billing_address", &self.billing_address)
                .field("email", &self.email.as_ref().map(|_| crate::secret::Redacted))
                .field(
                    "first_name",
                    &self.first_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "last_name",
                    &self.last_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("phone", &self.phone.as_ref().map(|_| crate::secret::Redacted))
                .finish()
        }
    }

    impl ::std::fmt::Debug for Customer {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Customer")
                .field("billing_address", &self.billing_address)
                .field("dob", &self.dob.as_ref().map(|_| crate::secret::Redacted))
                .field("email", &self.email.as_ref().map(|_| crate::secret::Redacted))
                .field(
                    "first_name",
                    &self.first_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "last_name",
                    &self.last_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("links", &self.links)
                .field("phone", &self.phone.as_ref().map(|_| crate::secret::Redacted))
                .field("shipping_address", &self.shipping_address)
                .field("token_expiration", &self.token_expiration)
                .field("uuid", &self.uuid)
                .finish()
        }
    }

    impl ::std::fmt::Debug for ErrorDetail {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ErrorDetail")
                .field("code", &self.code.as_ref().map(|_| crate::secret::Redacted))
                .field(
                    "debug_uuid",
                    &self.debug_uuid.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "location",
                    &self.location.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "message",
                    &self.message.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("uuid", &self.uuid.as_ref().map(|_| crate::secret::Redacted))
                .finish()
        }
    }

    impl ::std::fmt::Debug for Link {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Link")
                .field("href", &crate::secret::Redacted)
                .field("method", &self.method)
                .field("rel", &self.rel)
                .finish()
        }
    }

    impl ::std::fmt::Debug for Notification {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Notification")
                .field("language", &self.language)
                .field(
                    "to_email",
                    &self.to_email.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "to_sms_phone",
                    &self.to_sms_phone.as_ref().map(|_| crate::secret::Redacted),
                )
                .finish()
        }
    }

    impl ::std::fmt::Debug for OrderCustomer {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("OrderCustomer")
                .field("billing_address", &self.billing_address)
                .field("dob", &self.dob.as_ref().map(|_| crate::secret::Redacted))
                .field("email", &self.email.as_ref().map(|_| crate::secret::Redacted))
                .field(
                    "first_name",
                    &self.first_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "last_name",
                    &self.last_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("phone", &self.phone.as_ref().map(|_| crate::secret::Redacted))
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
                .field(
                    "customer_email",
                    &self.customer_email.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "customer_name",
                    &self.customer_name.as_ref().map(|_| crate::secret::Redacted),
                )
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

    impl ::std::fmt::Debug for SessionCustomer {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SessionCustomer")
                .field("billing_address", &self.billing_address)
                .field("dob", &self.dob.as_ref().map(|_| crate::secret::Redacted))
                .field("email", &self.email.as_ref().map(|_| crate::secret::Redacted))
                .field(
                    "first_name",
                    &self.first_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field(
                    "last_name",
                    &self.last_name.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("phone", &self.phone.as_ref().map(|_| crate::secret::Redacted))
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
                    &self.checkout_url.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("intent", &self.intent)
                .field("links", &self.links)
                .field("tokenize", &self.tokenize)
                .field("uuid", &self.uuid)
                .finish()
        }
    }
}

impl Client {
    /// Exchange API keys for a bearer token
    ///
    /// Trades the merchant's key pair for a bearer token that authorizes every other call. A token lives for 120 minutes. Several tokens may be live at once, and asking for a new one does not end the others.
    ///
    /// Sends a `POST` request to `/v2/authentication`
    ///
    /// # Parameters
    ///
    /// - `body`: The merchant's key pair. A [`ApiKeys`](types::ApiKeys) or its builder.
    ///
    /// # Answer
    ///
    /// A [`BearerToken`](types::BearerToken).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::ApiKeys;
    ///
    /// let response = client
    ///     .authenticate()
    ///     .body(
    ///         ApiKeys::builder()
    ///             .public_key("sz_pub_exampleExampleExample")
    ///             .private_key("sz_pr_exampleExampleExample"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn authenticate(&self) -> builder::Authenticate<'_> {
        builder::Authenticate::new(self)
    }

    /// Start a checkout
    ///
    /// Creates a session: an order to be paid, a request to remember the shopper (tokenization), or both. Send the shopper to the order's `checkout_url`. Either `order` or `customer` with `tokenize` set must be present.
    ///
    /// There is no idempotency header for this operation: sending it twice makes two sessions.
    ///
    /// Sends a `POST` request to `/v2/session`
    ///
    /// # Parameters
    ///
    /// - `body`: What the shopper is asked to pay for, and where to send them afterwards. A [`SessionRequest`](types::SessionRequest) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Session`](types::Session).
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{Address, CheckoutMode, Discount, ExpressCheckoutType, FinancingOption, Intent, LineItem, Locale, Notification, Price, RedirectUrl, SessionCustomer, SessionOrder, SessionRequest};
    ///
    /// let response = client
    ///     .create_session()
    ///     .body(
    ///         SessionRequest::builder()
    ///             .cancel_url(RedirectUrl::builder()
    ///                 .href("https://shop.example/cart")
    ///                 .method("GET"))
    ///             .complete_url(RedirectUrl::builder()
    ///                 .href("https://shop.example/thanks?order=1001")
    ///                 .method("GET"))
    ///             .customer(SessionCustomer::builder()
    ///                 .tokenize(true)
    ///                 .email("robin@shopper.example")
    ///                 .first_name("Robin")
    ///                 .last_name("Marsh")
    ///                 .phone("6125550147")
    ///                 .dob("1990-02-28")
    ///                 .recurring(true)
    ///                 .recurring_metadata([("name", "Monthly coffee box")])
    ///                 .billing_address(Address::builder()
    ///                     .name("Robin Marsh")
    ///                     .street("12 Harbor Lane")
    ///                     .street2("Unit 4")
    ///                     .city("Minneapolis")
    ///                     .state("MN")
    ///                     .postal_code("55401")
    ///                     .country_code("US")
    ///                     .phone("6125550147")
    ///                     .phone_number("6125550147"))
    ///                 .shipping_address(Address::builder()
    ///                     .name("Robin Marsh")
    ///                     .street("12 Harbor Lane")
    ///                     .street2("Unit 4")
    ///                     .city("Minneapolis")
    ///                     .state("MN")
    ///                     .postal_code("55401")
    ///                     .country_code("US")
    ///                     .phone("6125550147")))
    ///             .order(SessionOrder::builder()
    ///                 .intent(Intent::Auth)
    ///                 .reference_id("order-1001")
    ///                 .description("Two bags of coffee")
    ///                 .order_amount(Price::builder()
    ///                     .amount_in_cents(4150)
    ///                     .currency("USD"))
    ///                 .items([LineItem::builder()
    ///                     .name("Coffee beans, 1 kg")
    ///                     .sku("coffee-1kg")
    ///                     .quantity(2)
    ///                     .price(Price::builder()
    ///                         .amount_in_cents(1900)
    ///                         .currency("USD"))
    ///                     .category_path("Groceries > Coffee")
    ///                     .brand("Harbor Roasters")
    ///                     .image_url("https://shop.example/images/coffee.png")
    ///                     .product_url("https://shop.example/coffee")
    ///                     .global_trade_item_number("00012345600012")
    ///                     .manufacturer_part_number("HR-1000")])
    ///                 .discounts([Discount::builder()
    ///                     .name("Spring sale")
    ///                     .amount(Price::builder()
    ///                         .amount_in_cents(300)
    ///                         .currency("USD"))])
    ///                 .metadata([("channel", "web")])
    ///                 .shipping_amount(Price::builder()
    ///                     .amount_in_cents(450)
    ///                     .currency("USD"))
    ///                 .tax_amount(Price::builder()
    ///                     .amount_in_cents(200)
    ///                     .currency("USD"))
    ///                 .requires_shipping_info(false)
    ///                 .checkout_mode(CheckoutMode::Redirect)
    ///                 .checkout_financing_options([FinancingOption::FourPayBiweekly])
    ///                 .send_checkout_url(Notification::builder()
    ///                     .to_sms_phone("6125550147")
    ///                     .to_email("robin@shopper.example")
    ///                     .language("en"))
    ///                 .locale(Locale::EnUs))
    ///             .express_checkout_type(ExpressCheckoutType::SingleStep),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_session(&self) -> builder::CreateSession<'_> {
        builder::CreateSession::new(self)
    }

    /// Read a session
    ///
    /// Returns a session that was created earlier, with the links to its order and its tokenization.
    ///
    /// Sends a `GET` request to `/v2/session/{session_uuid}`
    ///
    /// # Parameters
    ///
    /// - `session_uuid`: The `uuid` of the session, from the answer to its creation.
    ///
    /// # Answer
    ///
    /// A [`Session`](types::Session).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, session_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_session()
    ///     .session_uuid(session_uuid)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_session(&self) -> builder::GetSession<'_> {
        builder::GetSession::new(self)
    }

    /// Start a virtual card session
    ///
    /// Creates a session in which the shopper gets a one-time virtual card to pay the shop with. Send the shopper to `dashboard_url`. With `card_response_format` set to `token` the shop receives a card token and reads the card's data with it, once.
    ///
    /// Sends a `POST` request to `/v2/session/card`
    ///
    /// # Parameters
    ///
    /// - `body`: The amount the card is for, and how the shopper gets there. A [`CardSessionRequest`](types::CardSessionRequest) or its builder.
    ///
    /// # Answer
    ///
    /// A [`CardSession`](types::CardSession).
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{Address, CardSessionCustomer, CardSessionRequest, CheckoutMode, LineItem, Price};
    ///
    /// let response = client
    ///     .create_card_session()
    ///     .body(
    ///         CardSessionRequest::builder()
    ///             .amount_in_cents(8999)
    ///             .currency("USD")
    ///             .origin("https://shop.example")
    ///             .mode(CheckoutMode::Popup)
    ///             .merchant_reference_id("cart-2002")
    ///             .card_response_format("token")
    ///             .customer(CardSessionCustomer::builder()
    ///                 .email("robin@shopper.example")
    ///                 .first_name("Robin")
    ///                 .last_name("Marsh")
    ///                 .phone("6125550147")
    ///                 .billing_address(Address::builder()
    ///                     .name("Robin Marsh")
    ///                     .street("12 Harbor Lane")
    ///                     .street2("Unit 4")
    ///                     .city("Minneapolis")
    ///                     .state("MN")
    ///                     .postal_code("55401")
    ///                     .country_code("US")
    ///                     .phone("6125550147")))
    ///             .items([LineItem::builder()
    ///                 .name("Hand grinder")
    ///                 .sku("grinder-1")
    ///                 .quantity(1)
    ///                 .price(Price::builder()
    ///                     .amount_in_cents(8999)
    ///                     .currency("USD"))]),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_card_session(&self) -> builder::CreateCardSession<'_> {
        builder::CreateCardSession::new(self)
    }

    /// Name the order of a virtual card session
    ///
    /// Tells Sezzle the shop's own order number once the card has been charged, so that both sides find the order again. Do this after the charge; nothing else of the session can be changed.
    ///
    /// Sends a `PATCH` request to `/v2/session/{session_id}/card`
    ///
    /// # Parameters
    ///
    /// - `session_id`: The `uuid` of the card session, from the answer to its creation.
    /// - `body`: The shop's order number. A [`CardOrderRequest`](types::CardOrderRequest) or its builder.
    ///
    /// # Answer
    ///
    /// Nothing but success.
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, session_id: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::CardOrderRequest;
    ///
    /// let response = client
    ///     .update_card_session()
    ///     .session_id(session_id)
    ///     .body(
    ///         CardOrderRequest::builder()
    ///             .order_id("order-2002"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_card_session(&self) -> builder::UpdateCardSession<'_> {
        builder::UpdateCardSession::new(self)
    }

    /// Read the data of a virtual card, once
    ///
    /// Returns the number, expiry and security code of the virtual card behind a card token. It can be read once, within 24 hours; reading destroys it. What is returned is card data under PCI DSS: do not store or log it.
    ///
    /// If the answer is lost the card is lost too, so do not count on a second read.
    ///
    /// Sends a `GET` request to `/v2/session/card/token/{token}`
    ///
    /// # Parameters
    ///
    /// - `token`: The card token the shop received when the shopper finished.
    ///
    /// # Answer
    ///
    /// A [`CardData`](types::CardData).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, token: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_card()
    ///     .token(token)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_card(&self) -> builder::GetCard<'_> {
        builder::GetCard::new(self)
    }

    /// Read an order
    ///
    /// Returns an order with its checkout status and, once the shopper has finished, its authorization with all captures, releases and refunds. Before handing over goods check `authorization.approved`: the redirect back to the shop proves nothing.
    ///
    /// Sends a `GET` request to `/v2/order/{order_uuid}`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    ///
    /// # Answer
    ///
    /// A [`Order`](types::Order).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_order()
    ///     .order_uuid(order_uuid)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_order(&self) -> builder::GetOrder<'_> {
        builder::GetOrder::new(self)
    }

    /// Change the reference of an order
    ///
    /// Replaces the merchant's own order number. Nothing else of an order can be changed.
    ///
    /// Sends a `PATCH` request to `/v2/order/{order_uuid}`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `body`: The new order number. A [`OrderUpdate`](types::OrderUpdate) or its builder.
    ///
    /// # Answer
    ///
    /// Nothing but success.
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::OrderUpdate;
    ///
    /// let response = client
    ///     .update_order()
    ///     .order_uuid(order_uuid)
    ///     .body(
    ///         OrderUpdate::builder()
    ///             .reference_id("order-1001-b"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_order(&self) -> builder::UpdateOrder<'_> {
        builder::UpdateOrder::new(self)
    }

    /// Release an amount of an order
    ///
    /// Gives up part or all of what is authorized and not yet captured. Possible after the shopper has finished and before everything is captured; captures and releases together cannot exceed the authorized amount. What is released cannot be captured any more, and an order released in full ends as `deleted`.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/release`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id` (optional): An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The amount to release, in cents, in the order's currency. A [`Price`](types::Price) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Repeating
    ///
    /// The client attempts it again by itself, always with the same `sezzle_request_id`: yours, or one that it makes. Whoever makes the call again needs that of [`Error::request_id`](crate::Error::request_id): with another one it acts twice.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str, sezzle_request_id: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::Price;
    ///
    /// let response = client
    ///     .release_order()
    ///     .order_uuid(order_uuid)
    ///     .sezzle_request_id(sezzle_request_id)
    ///     .body(
    ///         Price::builder()
    ///             .amount_in_cents(150)
    ///             .currency("USD"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn release_order(&self) -> builder::ReleaseOrder<'_> {
        builder::ReleaseOrder::new(self)
    }

    /// Capture an amount of an order
    ///
    /// Takes part or all of what is authorized: from here on the merchant is paid and the shopper pays. Possible for orders with intent `AUTH`, after the shopper has finished and before the authorization expires (30 minutes unless the merchant's settings say otherwise, up to 7 days). Captures and releases together cannot exceed the authorized amount. An order with intent `CAPTURE` is captured already, and capturing it again is an error.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/capture`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id` (optional): An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: What to capture. A [`CaptureRequest`](types::CaptureRequest) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Repeating
    ///
    /// The client attempts it again by itself, always with the same `sezzle_request_id`: yours, or one that it makes. Whoever makes the call again needs that of [`Error::request_id`](crate::Error::request_id): with another one it acts twice.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str, sezzle_request_id: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{CaptureRequest, Price};
    ///
    /// let response = client
    ///     .capture_order()
    ///     .order_uuid(order_uuid)
    ///     .sezzle_request_id(sezzle_request_id)
    ///     .body(
    ///         CaptureRequest::builder()
    ///             .capture_amount(Price::builder()
    ///                 .amount_in_cents(4000)
    ///                 .currency("USD")),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn capture_order(&self) -> builder::CaptureOrder<'_> {
        builder::CaptureOrder::new(self)
    }

    /// Refund an amount of an order
    ///
    /// Pays part or all of what was captured back to the shopper. Refunds together cannot exceed what was captured, and must be in the order's currency.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/refund`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id` (optional): An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The amount to refund, in cents, in the order's currency. A [`Price`](types::Price) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Repeating
    ///
    /// The client attempts it again by itself, always with the same `sezzle_request_id`: yours, or one that it makes. Whoever makes the call again needs that of [`Error::request_id`](crate::Error::request_id): with another one it acts twice.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str, sezzle_request_id: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::Price;
    ///
    /// let response = client
    ///     .refund_order()
    ///     .order_uuid(order_uuid)
    ///     .sezzle_request_id(sezzle_request_id)
    ///     .body(
    ///         Price::builder()
    ///             .amount_in_cents(500)
    ///             .currency("USD"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn refund_order(&self) -> builder::RefundOrder<'_> {
        builder::RefundOrder::new(self)
    }

    /// Authorize an expired order again
    ///
    /// Asks for a new authorization after that of the order has expired. It makes a new order with a `uuid` of its own, the same `reference_id`, intent `AUTH` and a new payment plan; go on with that one. Success says that the question was answered, not that the answer is yes: check `authorization.approved`.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/reauthorize`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id` (optional): An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The amount to authorize, in cents, in the order's currency. A [`Price`](types::Price) or its builder.
    ///
    /// # Answer
    ///
    /// A [`OrderCreated`](types::OrderCreated).
    ///
    /// # Repeating
    ///
    /// The client attempts it again by itself, always with the same `sezzle_request_id`: yours, or one that it makes. Whoever makes the call again needs that of [`Error::request_id`](crate::Error::request_id): with another one it acts twice.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str, sezzle_request_id: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::Price;
    ///
    /// let response = client
    ///     .reauthorize_order()
    ///     .order_uuid(order_uuid)
    ///     .sezzle_request_id(sezzle_request_id)
    ///     .body(
    ///         Price::builder()
    ///             .amount_in_cents(4150)
    ///             .currency("USD"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn reauthorize_order(&self) -> builder::ReauthorizeOrder<'_> {
        builder::ReauthorizeOrder::new(self)
    }

    /// Charge more on top of an order
    ///
    /// Makes a separate order, paid in full at once, on top of one whose authorization was approved. All upcharges of an order together cannot exceed 15 % of its amount, and are in its currency. The order itself stays as it is. Sezzle has long marked this operation as not ready for production: ask before you rely on it.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/upcharge`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id` (optional): An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: What to charge on top. A [`UpchargeRequest`](types::UpchargeRequest) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Repeating
    ///
    /// The client attempts it again by itself, always with the same `sezzle_request_id`: yours, or one that it makes. Whoever makes the call again needs that of [`Error::request_id`](crate::Error::request_id): with another one it acts twice.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str, sezzle_request_id: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{Intent, Price, UpchargeRequest};
    ///
    /// let response = client
    ///     .upcharge_order()
    ///     .order_uuid(order_uuid)
    ///     .sezzle_request_id(sezzle_request_id)
    ///     .body(
    ///         UpchargeRequest::builder()
    ///             .intent(Intent::Capture)
    ///             .upcharge_amount(Price::builder()
    ///                 .amount_in_cents(300)
    ///                 .currency("USD")),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn upcharge_order(&self) -> builder::UpchargeOrder<'_> {
        builder::UpchargeOrder::new(self)
    }

    /// Delete the checkout of an order
    ///
    /// Closes the checkout so that the shopper can no longer finish it. Possible only before the shopper has finished. Call it when the shopper comes back by the cancel URL: a checkout left open can be finished later.
    ///
    /// Sends a `DELETE` request to `/v2/order/{order_uuid}/checkout`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    ///
    /// # Answer
    ///
    /// Nothing but success.
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .delete_checkout()
    ///     .order_uuid(order_uuid)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_checkout(&self) -> builder::DeleteCheckout<'_> {
        builder::DeleteCheckout::new(self)
    }

    /// Give an express checkout its shipping options
    ///
    /// Answers the address that the shopper chose in an express checkout with the ways to ship there and what each costs. For express checkouts only.
    ///
    /// Sends a `PATCH` request to `/v2/order/{order_uuid}/checkout`
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `body`: The shipping options. A [`CheckoutUpdate`](types::CheckoutUpdate) or its builder.
    ///
    /// # Answer
    ///
    /// Nothing but success.
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, order_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{CheckoutUpdate, ShippingOption};
    ///
    /// let response = client
    ///     .update_checkout()
    ///     .order_uuid(order_uuid)
    ///     .body(
    ///         CheckoutUpdate::builder()
    ///             .currency_code("USD")
    ///             .address_uuid("4f3e2d1c-0b9a-4876-9543-21fedcba0012")
    ///             .shipping_options([ShippingOption::builder()
    ///                 .name("Courier")
    ///                 .description("Two working days")
    ///                 .shipping_amount_in_cents(450)
    ///                 .tax_amount_in_cents(200)
    ///                 .final_order_amount_in_cents(4150)])
    ///             .checkout_uuid("0c1d7a0e-7c55-4f0b-8d5f-3b8f0e2c2002")
    ///             .amount_in_cents(3500)
    ///             .shipping_amount_in_cents(450)
    ///             .tax_amount_in_cents(200),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_checkout(&self) -> builder::UpdateCheckout<'_> {
        builder::UpdateCheckout::new(self)
    }

    /// List the tokenized customers
    ///
    /// Returns every customer who lets the merchant charge them without a checkout. There is no paging.
    ///
    /// Sends a `GET` request to `/v2/customer`
    ///
    ///
    /// # Answer
    ///
    /// A list of [`TokenizedCustomer`](types::TokenizedCustomer).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .list_customers()
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_customers(&self) -> builder::ListCustomers<'_> {
        builder::ListCustomers::new(self)
    }

    /// Read a tokenized customer
    ///
    /// Returns what Sezzle knows of a customer, and until when the merchant may charge them.
    ///
    /// Sends a `GET` request to `/v2/customer/{customer_uuid}`
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    ///
    /// # Answer
    ///
    /// A [`Customer`](types::Customer).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, customer_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_customer()
    ///     .customer_uuid(customer_uuid)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_customer(&self) -> builder::GetCustomer<'_> {
        builder::GetCustomer::new(self)
    }

    /// Forget a tokenized customer
    ///
    /// Ends the leave to charge the customer. It cannot be undone; the customer has to agree anew.
    ///
    /// Sends a `DELETE` request to `/v2/customer/{customer_uuid}`
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    ///
    /// # Answer
    ///
    /// Nothing but success.
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, customer_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .delete_customer()
    ///     .customer_uuid(customer_uuid)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_customer(&self) -> builder::DeleteCustomer<'_> {
        builder::DeleteCustomer::new(self)
    }

    /// Ask whether a customer could be charged
    ///
    /// Says whether an order of this amount would be approved now. It neither authorizes nor holds anything, so the order itself may still be refused. Success says that the question was answered: check `approved`.
    ///
    /// Sends a `POST` request to `/v2/customer/{customer_uuid}/preapprove`
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    /// - `body`: The amount in question, in cents. A [`Price`](types::Price) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Preapproval`](types::Preapproval).
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, customer_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::Price;
    ///
    /// let response = client
    ///     .preapprove_customer()
    ///     .customer_uuid(customer_uuid)
    ///     .body(
    ///         Price::builder()
    ///             .amount_in_cents(2500)
    ///             .currency("USD"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn preapprove_customer(&self) -> builder::PreapproveCustomer<'_> {
        builder::PreapproveCustomer::new(self)
    }

    /// Charge a tokenized customer
    ///
    /// Makes an order for a customer who agreed to be charged without a checkout, such as the next month of a subscription. It is paid in full at once. Success says that the question was answered, not that the answer is yes: check `authorization.approved`.
    ///
    /// Sends a `POST` request to `/v2/customer/{customer_uuid}/order`
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    /// - `sezzle_request_id` (optional): An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The order. A [`CustomerOrderRequest`](types::CustomerOrderRequest) or its builder.
    ///
    /// # Answer
    ///
    /// A [`OrderCreated`](types::OrderCreated).
    ///
    /// # Repeating
    ///
    /// The client attempts it again by itself, always with the same `sezzle_request_id`: yours, or one that it makes. Whoever makes the call again needs that of [`Error::request_id`](crate::Error::request_id): with another one it acts twice.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, customer_uuid: &str, sezzle_request_id: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{CustomerOrderRequest, Intent, Price};
    ///
    /// let response = client
    ///     .create_customer_order()
    ///     .customer_uuid(customer_uuid)
    ///     .sezzle_request_id(sezzle_request_id)
    ///     .body(
    ///         CustomerOrderRequest::builder()
    ///             .intent(Intent::Capture)
    ///             .reference_id("box-2026-04")
    ///             .order_amount(Price::builder()
    ///                 .amount_in_cents(2500)
    ///                 .currency("USD")),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_customer_order(&self) -> builder::CreateCustomerOrder<'_> {
        builder::CreateCustomerOrder::new(self)
    }

    /// Ask how a shopper decided on tokenization
    ///
    /// Returns the state of a request to tokenize a shopper. `customer` is there once the shopper has agreed; its `uuid` is what later orders need.
    ///
    /// Sends a `GET` request to `/v2/token/{token}/session`
    ///
    /// # Parameters
    ///
    /// - `token`: The `tokenize.token` of the session.
    ///
    /// # Answer
    ///
    /// A [`Tokenization`](types::Tokenization).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, token: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_tokenization()
    ///     .token(token)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_tokenization(&self) -> builder::GetTokenization<'_> {
        builder::GetTokenization::new(self)
    }

    /// List the subscriptions
    ///
    /// Returns all subscriptions. Look now and then whether yours is still there: Sezzle deletes one that failed for five days.
    ///
    /// Sends a `GET` request to `/v2/webhooks`
    ///
    ///
    /// # Answer
    ///
    /// A list of [`Webhook`](types::Webhook).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .list_webhooks()
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_webhooks(&self) -> builder::ListWebhooks<'_> {
        builder::ListWebhooks::new(self)
    }

    /// Subscribe to events
    ///
    /// Has Sezzle call a URL when something happens. A URL can be subscribed once. Answer each call with status 200 exactly: anything else is repeated for five days, and after the last failure the whole subscription is deleted.
    ///
    /// Sends a `POST` request to `/v2/webhooks`
    ///
    /// # Parameters
    ///
    /// - `body`: The URL and the events to send there. A [`WebhookRequest`](types::WebhookRequest) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Resource`](types::Resource).
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 422: The request was understood but breaks a rule.
    /// - 409: The URL is subscribed already.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{WebhookEvent, WebhookRequest};
    ///
    /// let response = client
    ///     .create_webhook()
    ///     .body(
    ///         WebhookRequest::builder()
    ///             .url("https://shop.example/sezzle-events")
    ///             .events([WebhookEvent::CustomerTokenized, WebhookEvent::OrderAuthorized, WebhookEvent::OrderCaptured, WebhookEvent::OrderRefunded, WebhookEvent::DisputeMerchantInputRequested, WebhookEvent::DisputeDeadlineApproaching, WebhookEvent::DisputeClosedCustomerWin, WebhookEvent::DisputeClosedMerchantWin, WebhookEvent::DisputeClosedNeutral]),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn create_webhook(&self) -> builder::CreateWebhook<'_> {
        builder::CreateWebhook::new(self)
    }

    /// Read a subscription
    ///
    /// Returns one subscription with its URL and its events.
    ///
    /// Sends a `GET` request to `/v2/webhooks/{webhooks_uuid}`
    ///
    /// # Parameters
    ///
    /// - `webhooks_uuid`: The id of the subscription.
    ///
    /// # Answer
    ///
    /// A [`Webhook`](types::Webhook).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, webhooks_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_webhook()
    ///     .webhooks_uuid(webhooks_uuid)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_webhook(&self) -> builder::GetWebhook<'_> {
        builder::GetWebhook::new(self)
    }

    /// End a subscription
    ///
    /// Sezzle stops calling the URL, for all events.
    ///
    /// Sends a `DELETE` request to `/v2/webhooks/{webhooks_uuid}`
    ///
    /// # Parameters
    ///
    /// - `webhooks_uuid`: The id of the subscription.
    ///
    /// # Answer
    ///
    /// Nothing but success.
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, webhooks_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .delete_webhook()
    ///     .webhooks_uuid(webhooks_uuid)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn delete_webhook(&self) -> builder::DeleteWebhook<'_> {
        builder::DeleteWebhook::new(self)
    }

    /// Change a subscription
    ///
    /// Replaces the URL and the whole list of events. Give both, also what stays.
    ///
    /// Sends a `PATCH` request to `/v2/webhooks/{webhooks_uuid}`
    ///
    /// # Parameters
    ///
    /// - `webhooks_uuid`: The id of the subscription.
    /// - `body`: The URL and all events to send there. A [`WebhookRequest`](types::WebhookRequest) or its builder.
    ///
    /// # Answer
    ///
    /// A [`Resource`](types::Resource).
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 404: There is no such thing.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, webhooks_uuid: &str) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{WebhookEvent, WebhookRequest};
    ///
    /// let response = client
    ///     .update_webhook()
    ///     .webhooks_uuid(webhooks_uuid)
    ///     .body(
    ///         WebhookRequest::builder()
    ///             .url("https://shop.example/sezzle-events")
    ///             .events([WebhookEvent::CustomerTokenized, WebhookEvent::OrderAuthorized, WebhookEvent::OrderCaptured, WebhookEvent::OrderRefunded, WebhookEvent::DisputeMerchantInputRequested, WebhookEvent::DisputeDeadlineApproaching, WebhookEvent::DisputeClosedCustomerWin, WebhookEvent::DisputeClosedMerchantWin, WebhookEvent::DisputeClosedNeutral]),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_webhook(&self) -> builder::UpdateWebhook<'_> {
        builder::UpdateWebhook::new(self)
    }

    /// Send a made-up event
    ///
    /// Has Sezzle call a URL with an event that did not happen, to try out the receiver.
    ///
    /// Sends a `POST` request to `/v2/webhooks/test`
    ///
    /// # Parameters
    ///
    /// - `body`: The event, and where to send it. A [`WebhookTestRequest`](types::WebhookTestRequest) or its builder.
    ///
    /// # Answer
    ///
    /// Nothing but success.
    ///
    /// # Repeating
    ///
    /// Doing it twice acts twice, and the gateway cannot tell: the client attempts it again only if it is certain that nothing was done. After an error ask [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{WebhookEvent, WebhookTestRequest};
    ///
    /// let response = client
    ///     .test_webhook()
    ///     .body(
    ///         WebhookTestRequest::builder()
    ///             .event(WebhookEvent::OrderCaptured)
    ///             .url("https://shop.example/sezzle-events"),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn test_webhook(&self) -> builder::TestWebhook<'_> {
        builder::TestWebhook::new(self)
    }

    /// List the payouts
    ///
    /// Returns the payouts between two days, page by page. How long a page is differs between documents, 20 or 30: advance `offset` by the number of payouts received, until none comes. Ask once for each currency the store uses.
    ///
    /// Sends a `GET` request to `/v2/settlements/summaries`
    ///
    /// # Parameters
    ///
    /// - `currency_code` (optional): ISO 4217 code. `USD` if absent.
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate) (optional): The last day, in UTC. Today if absent.
    /// - `offset`, a number (optional): How many records to skip. None if absent.
    /// - `start_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The first day, in UTC.
    ///
    /// # Answer
    ///
    /// A list of [`SettlementSummary`](types::SettlementSummary).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, currency_code: &str, end_date: sezzle_api::chrono::NaiveDate, offset: i32, start_date: sezzle_api::chrono::NaiveDate) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .list_settlements()
    ///     .currency_code(currency_code)
    ///     .end_date(end_date)
    ///     .offset(offset)
    ///     .start_date(start_date)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn list_settlements(&self) -> builder::ListSettlements<'_> {
        builder::ListSettlements::new(self)
    }

    /// Read a payout in detail
    ///
    /// Returns a payout as CSV: a header and a row with its totals, then a header and a row for each order, capture, refund, fee, correction and transfer in it. Amounts are decimals in the major unit. Read columns by their names: newer reports have more of them. Rows about no order, such as transfers, have no ids and may end before the last columns.
    ///
    /// The column `order_uuid` holds the order's id in the merchant dashboard. The id that the API takes, a UUID, is in `sezzle_order_id`.
    ///
    /// An `ORDER` row states what was ordered, a `CAPTURE` row what was captured; only the latter moves money. Older reports have neither `CAPTURE` rows nor `total_capture_amount`: there an `ORDER` row moves money. The sign of a row may differ from the sign of its total, as with refunds: the type of a row says whether it adds to the payout.
    ///
    /// Sends a `GET` request to `/v2/settlements/details/{payout_uuid}`
    ///
    /// # Parameters
    ///
    /// - `payout_uuid`: The `uuid` of the payout, from the list of payouts.
    /// - `metadata` (optional): Keys of order metadata to add as columns, separated by commas. A key that no order has gets no column.
    ///
    /// # Answer
    ///
    /// A [`ByteStream`](crate::ByteStream), read piece by piece.
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, payout_uuid: &str, metadata: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_settlement_details()
    ///     .payout_uuid(payout_uuid)
    ///     .metadata(metadata)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_settlement_details(&self) -> builder::GetSettlementDetails<'_> {
        builder::GetSettlementDetails::new(self)
    }

    /// Read the balance of the interest account
    ///
    /// Returns what the merchant's interest account holds. For merchants in the interest programme only.
    ///
    /// Sends a `GET` request to `/v2/interest/balance`
    ///
    /// # Parameters
    ///
    /// - `currency_code` (optional): ISO 4217 code. `USD` if absent.
    ///
    /// # Answer
    ///
    /// A [`InterestBalance`](types::InterestBalance).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, currency_code: &str) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_interest_balance()
    ///     .currency_code(currency_code)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_interest_balance(&self) -> builder::GetInterestBalance<'_> {
        builder::GetInterestBalance::new(self)
    }

    /// Read the movements of the interest account
    ///
    /// Returns what was added to and taken from the interest account, as CSV with amounts of four decimals, 20 rows to a page. Rows are not in order of time. Advance `offset` by the number of rows received, until none comes.
    ///
    /// Sends a `GET` request to `/v2/interest/activity`
    ///
    /// # Parameters
    ///
    /// - `currency_code` (optional): ISO 4217 code. `USD` if absent.
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate) (optional): The last day, in UTC. Today if absent.
    /// - `offset`, a number (optional): How many records to skip. None if absent.
    /// - `start_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The first day, in UTC.
    ///
    /// # Answer
    ///
    /// A [`ByteStream`](crate::ByteStream), read piece by piece.
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, currency_code: &str, end_date: sezzle_api::chrono::NaiveDate, offset: i32, start_date: sezzle_api::chrono::NaiveDate) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_interest_activity()
    ///     .currency_code(currency_code)
    ///     .end_date(end_date)
    ///     .offset(offset)
    ///     .start_date(start_date)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_interest_activity(&self) -> builder::GetInterestActivity<'_> {
        builder::GetInterestActivity::new(self)
    }

    /// Report the orders of up to seven days
    ///
    /// Returns the orders made between two days, with what was captured, refunded and paid in fees. The end is on or after the start and at most 7 days later. Sezzle has to enable this for a merchant first.
    ///
    /// Sends a `GET` request to `/v2/orders/report`
    ///
    /// # Parameters
    ///
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The last day, in UTC.
    /// - `start_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The first day, in UTC.
    ///
    /// # Answer
    ///
    /// A list of [`OrderReportItem`](types::OrderReportItem).
    ///
    /// # Repeating
    ///
    /// Doing it twice is the same as doing it once: the client attempts it again by itself.
    ///
    /// # Refusals
    ///
    /// Besides what may fail in any call, see [`Error`](crate::Error):
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, end_date: sezzle_api::chrono::NaiveDate, start_date: sezzle_api::chrono::NaiveDate) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .get_order_report()
    ///     .end_date(end_date)
    ///     .start_date(start_date)
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn get_order_report(&self) -> builder::GetOrderReport<'_> {
        builder::GetOrderReport::new(self)
    }
}

/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use crate::{ByteStream, Client, Error, ResponseValue, transport};
    use super::operations;
    use super::types;
    /// Builder for [`Client::authenticate`]
    ///
    /// [`Client::authenticate`]: super::Client::authenticate
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct Authenticate<'a> {
        client: &'a Client,
        body: ::std::result::Result<types::ApiKeys, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> Authenticate<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ApiKeys>,
            <V as std::convert::TryInto<types::ApiKeys>>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/authentication`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::BearerToken>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::AUTHENTICATE,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::BearerToken>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, body, .. } = self;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!("{}/v2/authentication", client.base_url(),);
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::create_session`]
    ///
    /// [`Client::create_session`]: super::Client::create_session
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct CreateSession<'a> {
        client: &'a Client,
        body: ::std::result::Result<types::SessionRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> CreateSession<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SessionRequest>,
            <V as std::convert::TryInto<
                types::SessionRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/session`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Session>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::CREATE_SESSION,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Session>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, body, .. } = self;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!("{}/v2/session", client.base_url(),);
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_session`]
    ///
    /// [`Client::get_session`]: super::Client::get_session
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetSession<'a> {
        client: &'a Client,
        session_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetSession<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                session_uuid: Err(
                    "it is missing: set it with `.session_uuid(..)`".into(),
                ),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `session_uuid`.
        pub fn session_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/session/{session_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Session>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::GET_SESSION,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Session>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, session_uuid, .. } = self;
            let session_uuid = session_uuid
                .map_err(|problem| Error::invalid("session_uuid", problem))?;
            let url = format!(
                "{}/v2/session/{}", client.base_url(),
                transport::path_segment("session_uuid", & session_uuid) ?,
            );
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::create_card_session`]
    ///
    /// [`Client::create_card_session`]: super::Client::create_card_session
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct CreateCardSession<'a> {
        client: &'a Client,
        body: ::std::result::Result<types::CardSessionRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> CreateCardSession<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CardSessionRequest>,
            <V as std::convert::TryInto<
                types::CardSessionRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/session/card`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::CardSession>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::CREATE_CARD_SESSION,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::CardSession>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, body, .. } = self;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!("{}/v2/session/card", client.base_url(),);
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::update_card_session`]
    ///
    /// [`Client::update_card_session`]: super::Client::update_card_session
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct UpdateCardSession<'a> {
        client: &'a Client,
        session_id: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        body: ::std::result::Result<types::CardOrderRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> UpdateCardSession<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                session_id: Err("it is missing: set it with `.session_id(..)`".into()),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `session_id`.
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CardOrderRequest>,
            <V as std::convert::TryInto<
                types::CardOrderRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `PATCH` request to `/v2/session/{session_id}/card`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let (client, options) = (self.client, self.options);
            transport::empty(
                    client,
                    &operations::UPDATE_CARD_SESSION,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<()>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, session_id, body, .. } = self;
            let session_id = session_id
                .map_err(|problem| Error::invalid("session_id", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/session/{}/card", client.base_url(),
                transport::path_segment("session_id", & session_id) ?,
            );
            let request = client
                .http()
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_card`]
    ///
    /// [`Client::get_card`]: super::Client::get_card
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetCard<'a> {
        client: &'a Client,
        token: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetCard<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                token: Err("it is missing: set it with `.token(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `token`.
        pub fn token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.token = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/session/card/token/{token}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::CardData>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(client, &operations::GET_CARD, options, self.into_request())
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::CardData>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, token, .. } = self;
            let token = token.map_err(|problem| Error::invalid("token", problem))?;
            let url = format!(
                "{}/v2/session/card/token/{}", client.base_url(),
                transport::path_segment("token", & token) ?,
            );
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_order`]
    ///
    /// [`Client::get_order`]: super::Client::get_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetOrder<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/order/{order_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Order>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(client, &operations::GET_ORDER, options, self.into_request())
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Order>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let url = format!(
                "{}/v2/order/{}", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::update_order`]
    ///
    /// [`Client::update_order`]: super::Client::update_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct UpdateOrder<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        body: ::std::result::Result<types::OrderUpdate, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> UpdateOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::OrderUpdate>,
            <V as std::convert::TryInto<types::OrderUpdate>>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `PATCH` request to `/v2/order/{order_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let (client, options) = (self.client, self.options);
            transport::empty(
                    client,
                    &operations::UPDATE_ORDER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<()>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, body, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/order/{}", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let request = client
                .http()
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::release_order`]
    ///
    /// [`Client::release_order`]: super::Client::release_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct ReleaseOrder<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        sezzle_request_id: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::Price, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> ReleaseOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                sezzle_request_id: Ok(None),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `sezzle_request_id`.
        pub fn sezzle_request_id<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.sezzle_request_id = value
                .into_optional()
                .map_err(|problem| format!("`sezzle_request_id`: {problem}").into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Price>,
            <V as std::convert::TryInto<types::Price>>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/order/{order_uuid}/release`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::RELEASE_ORDER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, sezzle_request_id, body, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let sezzle_request_id = sezzle_request_id
                .map_err(|problem| Error::invalid("sezzle_request_id", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/order/{}/release", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            if let Some(value) = sezzle_request_id {
                header_map
                    .append(
                        "Sezzle-Request-Id",
                        transport::header_value("Sezzle-Request-Id", &value)?,
                    );
            }
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::capture_order`]
    ///
    /// [`Client::capture_order`]: super::Client::capture_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct CaptureOrder<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        sezzle_request_id: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::CaptureRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> CaptureOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                sezzle_request_id: Ok(None),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `sezzle_request_id`.
        pub fn sezzle_request_id<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.sezzle_request_id = value
                .into_optional()
                .map_err(|problem| format!("`sezzle_request_id`: {problem}").into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CaptureRequest>,
            <V as std::convert::TryInto<
                types::CaptureRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/order/{order_uuid}/capture`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::CAPTURE_ORDER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, sezzle_request_id, body, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let sezzle_request_id = sezzle_request_id
                .map_err(|problem| Error::invalid("sezzle_request_id", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/order/{}/capture", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            if let Some(value) = sezzle_request_id {
                header_map
                    .append(
                        "Sezzle-Request-Id",
                        transport::header_value("Sezzle-Request-Id", &value)?,
                    );
            }
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::refund_order`]
    ///
    /// [`Client::refund_order`]: super::Client::refund_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct RefundOrder<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        sezzle_request_id: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::Price, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> RefundOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                sezzle_request_id: Ok(None),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `sezzle_request_id`.
        pub fn sezzle_request_id<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.sezzle_request_id = value
                .into_optional()
                .map_err(|problem| format!("`sezzle_request_id`: {problem}").into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Price>,
            <V as std::convert::TryInto<types::Price>>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/order/{order_uuid}/refund`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::REFUND_ORDER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, sezzle_request_id, body, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let sezzle_request_id = sezzle_request_id
                .map_err(|problem| Error::invalid("sezzle_request_id", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/order/{}/refund", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            if let Some(value) = sezzle_request_id {
                header_map
                    .append(
                        "Sezzle-Request-Id",
                        transport::header_value("Sezzle-Request-Id", &value)?,
                    );
            }
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::reauthorize_order`]
    ///
    /// [`Client::reauthorize_order`]: super::Client::reauthorize_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct ReauthorizeOrder<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        sezzle_request_id: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::Price, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> ReauthorizeOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                sezzle_request_id: Ok(None),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `sezzle_request_id`.
        pub fn sezzle_request_id<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.sezzle_request_id = value
                .into_optional()
                .map_err(|problem| format!("`sezzle_request_id`: {problem}").into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Price>,
            <V as std::convert::TryInto<types::Price>>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/order/{order_uuid}/reauthorize`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::OrderCreated>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::REAUTHORIZE_ORDER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::OrderCreated>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, sezzle_request_id, body, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let sezzle_request_id = sezzle_request_id
                .map_err(|problem| Error::invalid("sezzle_request_id", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/order/{}/reauthorize", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            if let Some(value) = sezzle_request_id {
                header_map
                    .append(
                        "Sezzle-Request-Id",
                        transport::header_value("Sezzle-Request-Id", &value)?,
                    );
            }
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::upcharge_order`]
    ///
    /// [`Client::upcharge_order`]: super::Client::upcharge_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct UpchargeOrder<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        sezzle_request_id: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::UpchargeRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> UpchargeOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                sezzle_request_id: Ok(None),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `sezzle_request_id`.
        pub fn sezzle_request_id<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.sezzle_request_id = value
                .into_optional()
                .map_err(|problem| format!("`sezzle_request_id`: {problem}").into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpchargeRequest>,
            <V as std::convert::TryInto<
                types::UpchargeRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/order/{order_uuid}/upcharge`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::UPCHARGE_ORDER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Transaction>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, sezzle_request_id, body, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let sezzle_request_id = sezzle_request_id
                .map_err(|problem| Error::invalid("sezzle_request_id", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/order/{}/upcharge", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            if let Some(value) = sezzle_request_id {
                header_map
                    .append(
                        "Sezzle-Request-Id",
                        transport::header_value("Sezzle-Request-Id", &value)?,
                    );
            }
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::delete_checkout`]
    ///
    /// [`Client::delete_checkout`]: super::Client::delete_checkout
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct DeleteCheckout<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> DeleteCheckout<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `DELETE` request to `/v2/order/{order_uuid}/checkout`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let (client, options) = (self.client, self.options);
            transport::empty(
                    client,
                    &operations::DELETE_CHECKOUT,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<()>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let url = format!(
                "{}/v2/order/{}/checkout", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let request = client
                .http()
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::update_checkout`]
    ///
    /// [`Client::update_checkout`]: super::Client::update_checkout
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct UpdateCheckout<'a> {
        client: &'a Client,
        order_uuid: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        body: ::std::result::Result<types::CheckoutUpdate, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> UpdateCheckout<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                order_uuid: Err("it is missing: set it with `.order_uuid(..)`".into()),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `order_uuid`.
        pub fn order_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.order_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CheckoutUpdate>,
            <V as std::convert::TryInto<
                types::CheckoutUpdate,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `PATCH` request to `/v2/order/{order_uuid}/checkout`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let (client, options) = (self.client, self.options);
            transport::empty(
                    client,
                    &operations::UPDATE_CHECKOUT,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<()>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, order_uuid, body, .. } = self;
            let order_uuid = order_uuid
                .map_err(|problem| Error::invalid("order_uuid", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/order/{}/checkout", client.base_url(),
                transport::path_segment("order_uuid", & order_uuid) ?,
            );
            let request = client
                .http()
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::list_customers`]
    ///
    /// [`Client::list_customers`]: super::Client::list_customers
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct ListCustomers<'a> {
        client: &'a Client,
        options: crate::call_options::CallOptions,
    }

    impl<'a> ListCustomers<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                options: ::std::default::Default::default(),
            }
        }

        /// Sends a `GET` request to `/v2/customer`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::TokenizedCustomer>>, Error> {
            let (client, options) = (self.client, self.options);
            transport::list(
                    client,
                    &operations::LIST_CUSTOMERS,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::TokenizedCustomer>>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, .. } = self;
            let url = format!("{}/v2/customer", client.base_url(),);
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_customer`]
    ///
    /// [`Client::get_customer`]: super::Client::get_customer
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetCustomer<'a> {
        client: &'a Client,
        customer_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetCustomer<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                customer_uuid: Err(
                    "it is missing: set it with `.customer_uuid(..)`".into(),
                ),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `customer_uuid`.
        pub fn customer_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.customer_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/customer/{customer_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Customer>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::GET_CUSTOMER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Customer>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, customer_uuid, .. } = self;
            let customer_uuid = customer_uuid
                .map_err(|problem| Error::invalid("customer_uuid", problem))?;
            let url = format!(
                "{}/v2/customer/{}", client.base_url(),
                transport::path_segment("customer_uuid", & customer_uuid) ?,
            );
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::delete_customer`]
    ///
    /// [`Client::delete_customer`]: super::Client::delete_customer
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct DeleteCustomer<'a> {
        client: &'a Client,
        customer_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> DeleteCustomer<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                customer_uuid: Err(
                    "it is missing: set it with `.customer_uuid(..)`".into(),
                ),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `customer_uuid`.
        pub fn customer_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.customer_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `DELETE` request to `/v2/customer/{customer_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let (client, options) = (self.client, self.options);
            transport::empty(
                    client,
                    &operations::DELETE_CUSTOMER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<()>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, customer_uuid, .. } = self;
            let customer_uuid = customer_uuid
                .map_err(|problem| Error::invalid("customer_uuid", problem))?;
            let url = format!(
                "{}/v2/customer/{}", client.base_url(),
                transport::path_segment("customer_uuid", & customer_uuid) ?,
            );
            let request = client
                .http()
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::preapprove_customer`]
    ///
    /// [`Client::preapprove_customer`]: super::Client::preapprove_customer
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct PreapproveCustomer<'a> {
        client: &'a Client,
        customer_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::Price, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> PreapproveCustomer<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                customer_uuid: Err(
                    "it is missing: set it with `.customer_uuid(..)`".into(),
                ),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `customer_uuid`.
        pub fn customer_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.customer_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Price>,
            <V as std::convert::TryInto<types::Price>>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/customer/{customer_uuid}/preapprove`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Preapproval>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::PREAPPROVE_CUSTOMER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Preapproval>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, customer_uuid, body, .. } = self;
            let customer_uuid = customer_uuid
                .map_err(|problem| Error::invalid("customer_uuid", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/customer/{}/preapprove", client.base_url(),
                transport::path_segment("customer_uuid", & customer_uuid) ?,
            );
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::create_customer_order`]
    ///
    /// [`Client::create_customer_order`]: super::Client::create_customer_order
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct CreateCustomerOrder<'a> {
        client: &'a Client,
        customer_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        sezzle_request_id: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::CustomerOrderRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> CreateCustomerOrder<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                customer_uuid: Err(
                    "it is missing: set it with `.customer_uuid(..)`".into(),
                ),
                sezzle_request_id: Ok(None),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `customer_uuid`.
        pub fn customer_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.customer_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `sezzle_request_id`.
        pub fn sezzle_request_id<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.sezzle_request_id = value
                .into_optional()
                .map_err(|problem| format!("`sezzle_request_id`: {problem}").into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CustomerOrderRequest>,
            <V as std::convert::TryInto<
                types::CustomerOrderRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/customer/{customer_uuid}/order`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::OrderCreated>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::CREATE_CUSTOMER_ORDER,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::OrderCreated>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, customer_uuid, sezzle_request_id, body, .. } = self;
            let customer_uuid = customer_uuid
                .map_err(|problem| Error::invalid("customer_uuid", problem))?;
            let sezzle_request_id = sezzle_request_id
                .map_err(|problem| Error::invalid("sezzle_request_id", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/customer/{}/order", client.base_url(),
                transport::path_segment("customer_uuid", & customer_uuid) ?,
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            if let Some(value) = sezzle_request_id {
                header_map
                    .append(
                        "Sezzle-Request-Id",
                        transport::header_value("Sezzle-Request-Id", &value)?,
                    );
            }
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_tokenization`]
    ///
    /// [`Client::get_tokenization`]: super::Client::get_tokenization
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetTokenization<'a> {
        client: &'a Client,
        token: ::std::result::Result<::std::string::String, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetTokenization<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                token: Err("it is missing: set it with `.token(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `token`.
        pub fn token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.token = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/token/{token}/session`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Tokenization>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::GET_TOKENIZATION,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Tokenization>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, token, .. } = self;
            let token = token.map_err(|problem| Error::invalid("token", problem))?;
            let url = format!(
                "{}/v2/token/{}/session", client.base_url(),
                transport::path_segment("token", & token) ?,
            );
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::list_webhooks`]
    ///
    /// [`Client::list_webhooks`]: super::Client::list_webhooks
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct ListWebhooks<'a> {
        client: &'a Client,
        options: crate::call_options::CallOptions,
    }

    impl<'a> ListWebhooks<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                options: ::std::default::Default::default(),
            }
        }

        /// Sends a `GET` request to `/v2/webhooks`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::Webhook>>, Error> {
            let (client, options) = (self.client, self.options);
            transport::list(
                    client,
                    &operations::LIST_WEBHOOKS,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::Webhook>>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, .. } = self;
            let url = format!("{}/v2/webhooks", client.base_url(),);
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::create_webhook`]
    ///
    /// [`Client::create_webhook`]: super::Client::create_webhook
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct CreateWebhook<'a> {
        client: &'a Client,
        body: ::std::result::Result<types::WebhookRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> CreateWebhook<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::WebhookRequest>,
            <V as std::convert::TryInto<
                types::WebhookRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/webhooks`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Resource>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::CREATE_WEBHOOK,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Resource>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, body, .. } = self;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!("{}/v2/webhooks", client.base_url(),);
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_webhook`]
    ///
    /// [`Client::get_webhook`]: super::Client::get_webhook
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetWebhook<'a> {
        client: &'a Client,
        webhooks_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetWebhook<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                webhooks_uuid: Err(
                    "it is missing: set it with `.webhooks_uuid(..)`".into(),
                ),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `webhooks_uuid`.
        pub fn webhooks_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.webhooks_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/webhooks/{webhooks_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Webhook>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::GET_WEBHOOK,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Webhook>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, webhooks_uuid, .. } = self;
            let webhooks_uuid = webhooks_uuid
                .map_err(|problem| Error::invalid("webhooks_uuid", problem))?;
            let url = format!(
                "{}/v2/webhooks/{}", client.base_url(),
                transport::path_segment("webhooks_uuid", & webhooks_uuid) ?,
            );
            let request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::delete_webhook`]
    ///
    /// [`Client::delete_webhook`]: super::Client::delete_webhook
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct DeleteWebhook<'a> {
        client: &'a Client,
        webhooks_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> DeleteWebhook<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                webhooks_uuid: Err(
                    "it is missing: set it with `.webhooks_uuid(..)`".into(),
                ),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `webhooks_uuid`.
        pub fn webhooks_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.webhooks_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `DELETE` request to `/v2/webhooks/{webhooks_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let (client, options) = (self.client, self.options);
            transport::empty(
                    client,
                    &operations::DELETE_WEBHOOK,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<()>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, webhooks_uuid, .. } = self;
            let webhooks_uuid = webhooks_uuid
                .map_err(|problem| Error::invalid("webhooks_uuid", problem))?;
            let url = format!(
                "{}/v2/webhooks/{}", client.base_url(),
                transport::path_segment("webhooks_uuid", & webhooks_uuid) ?,
            );
            let request = client
                .http()
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::update_webhook`]
    ///
    /// [`Client::update_webhook`]: super::Client::update_webhook
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct UpdateWebhook<'a> {
        client: &'a Client,
        webhooks_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        body: ::std::result::Result<types::WebhookRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> UpdateWebhook<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                webhooks_uuid: Err(
                    "it is missing: set it with `.webhooks_uuid(..)`".into(),
                ),
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `webhooks_uuid`.
        pub fn webhooks_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.webhooks_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::WebhookRequest>,
            <V as std::convert::TryInto<
                types::WebhookRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `PATCH` request to `/v2/webhooks/{webhooks_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Resource>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::UPDATE_WEBHOOK,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<types::Resource>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, webhooks_uuid, body, .. } = self;
            let webhooks_uuid = webhooks_uuid
                .map_err(|problem| Error::invalid("webhooks_uuid", problem))?;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!(
                "{}/v2/webhooks/{}", client.base_url(),
                transport::path_segment("webhooks_uuid", & webhooks_uuid) ?,
            );
            let request = client
                .http()
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::test_webhook`]
    ///
    /// [`Client::test_webhook`]: super::Client::test_webhook
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct TestWebhook<'a> {
        client: &'a Client,
        body: ::std::result::Result<types::WebhookTestRequest, crate::setter::Problem>,
        options: crate::call_options::CallOptions,
    }

    impl<'a> TestWebhook<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                body: Err("it is missing: set it with `.body(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::WebhookTestRequest>,
            <V as std::convert::TryInto<
                types::WebhookTestRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map_err(|s| format!("{s}").into());
            self
        }

        /// Sends a `POST` request to `/v2/webhooks/test`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<()>, Error> {
            let (client, options) = (self.client, self.options);
            transport::empty(
                    client,
                    &operations::TEST_WEBHOOK,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<()>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, body, .. } = self;
            let body = body.map_err(|problem| Error::invalid("body", problem))?;
            let url = format!("{}/v2/webhooks/test", client.base_url(),);
            let request = client
                .http()
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .build()
                .map_err(Error::unbuildable)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::list_settlements`]
    ///
    /// [`Client::list_settlements`]: super::Client::list_settlements
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct ListSettlements<'a> {
        client: &'a Client,
        currency_code: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        end_date: ::std::result::Result<
            Option<::chrono::naive::NaiveDate>,
            crate::setter::Problem,
        >,
        offset: ::std::result::Result<Option<i32>, crate::setter::Problem>,
        start_date: ::std::result::Result<
            ::chrono::naive::NaiveDate,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> ListSettlements<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                currency_code: Ok(None),
                end_date: Ok(None),
                offset: Ok(None),
                start_date: Err("it is missing: set it with `.start_date(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `currency_code`.
        pub fn currency_code<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.currency_code = value
                .into_optional()
                .map_err(|problem| format!("`currency_code`: {problem}").into());
            self
        }

        /// Sets `end_date`.
        pub fn end_date<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::chrono::naive::NaiveDate, F>,
        {
            self.end_date = value
                .into_optional()
                .map_err(|problem| format!("`end_date`: {problem}").into());
            self
        }

        /// Sets `offset`.
        pub fn offset<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<i32, F>,
        {
            self.offset = value
                .into_optional()
                .map_err(|problem| format!("`offset`: {problem}").into());
            self
        }

        /// Sets `start_date`.
        pub fn start_date<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::naive::NaiveDate>,
        {
            self.start_date = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/settlements/summaries`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::SettlementSummary>>, Error> {
            let (client, options) = (self.client, self.options);
            transport::list(
                    client,
                    &operations::LIST_SETTLEMENTS,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::SettlementSummary>>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, currency_code, end_date, offset, start_date, .. } = self;
            let currency_code = currency_code
                .map_err(|problem| Error::invalid("currency_code", problem))?;
            let end_date = end_date
                .map_err(|problem| Error::invalid("end_date", problem))?;
            let offset = offset.map_err(|problem| Error::invalid("offset", problem))?;
            let start_date = start_date
                .map_err(|problem| Error::invalid("start_date", problem))?;
            let url = format!("{}/v2/settlements/summaries", client.base_url(),);
            let mut request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            transport::query(&mut request, "currency-code", &currency_code)?;
            transport::query(&mut request, "end-date", &end_date)?;
            transport::query(&mut request, "offset", &offset)?;
            transport::query(&mut request, "start-date", &start_date)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_settlement_details`]
    ///
    /// [`Client::get_settlement_details`]: super::Client::get_settlement_details
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetSettlementDetails<'a> {
        client: &'a Client,
        payout_uuid: ::std::result::Result<
            ::std::string::String,
            crate::setter::Problem,
        >,
        metadata: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetSettlementDetails<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                payout_uuid: Err("it is missing: set it with `.payout_uuid(..)`".into()),
                metadata: Ok(None),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `payout_uuid`.
        pub fn payout_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.payout_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `metadata`.
        pub fn metadata<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.metadata = value
                .into_optional()
                .map_err(|problem| format!("`metadata`: {problem}").into());
            self
        }

        /// Sends a `GET` request to `/v2/settlements/details/{payout_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error> {
            let (client, options) = (self.client, self.options);
            transport::stream(
                    client,
                    &operations::GET_SETTLEMENT_DETAILS,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> Result<ResponseValue<crate::blocking::ByteReader>, Error> {
            let client = self.client;
            Ok(
                client
                    .block_on(self.send())??
                    .map(|body| crate::blocking::ByteReader::new(client, body)),
            )
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, payout_uuid, metadata, .. } = self;
            let payout_uuid = payout_uuid
                .map_err(|problem| Error::invalid("payout_uuid", problem))?;
            let metadata = metadata
                .map_err(|problem| Error::invalid("metadata", problem))?;
            let url = format!(
                "{}/v2/settlements/details/{}", client.base_url(),
                transport::path_segment("payout_uuid", & payout_uuid) ?,
            );
            let mut request = client
                .http()
                .get(url)
                .build()
                .map_err(Error::unbuildable)?;
            transport::query(&mut request, "metadata", &metadata)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_interest_balance`]
    ///
    /// [`Client::get_interest_balance`]: super::Client::get_interest_balance
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetInterestBalance<'a> {
        client: &'a Client,
        currency_code: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetInterestBalance<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                currency_code: Ok(None),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `currency_code`.
        pub fn currency_code<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.currency_code = value
                .into_optional()
                .map_err(|problem| format!("`currency_code`: {problem}").into());
            self
        }

        /// Sends a `GET` request to `/v2/interest/balance`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::InterestBalance>, Error> {
            let (client, options) = (self.client, self.options);
            transport::json(
                    client,
                    &operations::GET_INTEREST_BALANCE,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> Result<ResponseValue<types::InterestBalance>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, currency_code, .. } = self;
            let currency_code = currency_code
                .map_err(|problem| Error::invalid("currency_code", problem))?;
            let url = format!("{}/v2/interest/balance", client.base_url(),);
            let mut request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            transport::query(&mut request, "currency-code", &currency_code)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_interest_activity`]
    ///
    /// [`Client::get_interest_activity`]: super::Client::get_interest_activity
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetInterestActivity<'a> {
        client: &'a Client,
        currency_code: ::std::result::Result<
            Option<::std::string::String>,
            crate::setter::Problem,
        >,
        end_date: ::std::result::Result<
            Option<::chrono::naive::NaiveDate>,
            crate::setter::Problem,
        >,
        offset: ::std::result::Result<Option<i32>, crate::setter::Problem>,
        start_date: ::std::result::Result<
            ::chrono::naive::NaiveDate,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetInterestActivity<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                currency_code: Ok(None),
                end_date: Ok(None),
                offset: Ok(None),
                start_date: Err("it is missing: set it with `.start_date(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `currency_code`.
        pub fn currency_code<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::std::string::String, F>,
        {
            self.currency_code = value
                .into_optional()
                .map_err(|problem| format!("`currency_code`: {problem}").into());
            self
        }

        /// Sets `end_date`.
        pub fn end_date<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<::chrono::naive::NaiveDate, F>,
        {
            self.end_date = value
                .into_optional()
                .map_err(|problem| format!("`end_date`: {problem}").into());
            self
        }

        /// Sets `offset`.
        pub fn offset<V, F>(mut self, value: V) -> Self
        where
            V: crate::IntoOptional<i32, F>,
        {
            self.offset = value
                .into_optional()
                .map_err(|problem| format!("`offset`: {problem}").into());
            self
        }

        /// Sets `start_date`.
        pub fn start_date<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::naive::NaiveDate>,
        {
            self.start_date = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/interest/activity`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<ByteStream>, Error> {
            let (client, options) = (self.client, self.options);
            transport::stream(
                    client,
                    &operations::GET_INTEREST_ACTIVITY,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> Result<ResponseValue<crate::blocking::ByteReader>, Error> {
            let client = self.client;
            Ok(
                client
                    .block_on(self.send())??
                    .map(|body| crate::blocking::ByteReader::new(client, body)),
            )
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, currency_code, end_date, offset, start_date, .. } = self;
            let currency_code = currency_code
                .map_err(|problem| Error::invalid("currency_code", problem))?;
            let end_date = end_date
                .map_err(|problem| Error::invalid("end_date", problem))?;
            let offset = offset.map_err(|problem| Error::invalid("offset", problem))?;
            let start_date = start_date
                .map_err(|problem| Error::invalid("start_date", problem))?;
            let url = format!("{}/v2/interest/activity", client.base_url(),);
            let mut request = client
                .http()
                .get(url)
                .build()
                .map_err(Error::unbuildable)?;
            transport::query(&mut request, "currency-code", &currency_code)?;
            transport::query(&mut request, "end-date", &end_date)?;
            transport::query(&mut request, "offset", &offset)?;
            transport::query(&mut request, "start-date", &start_date)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    /// Builder for [`Client::get_order_report`]
    ///
    /// [`Client::get_order_report`]: super::Client::get_order_report
    #[derive(Clone)]
    #[must_use = "nothing is sent before `.send()`"]
    pub struct GetOrderReport<'a> {
        client: &'a Client,
        end_date: ::std::result::Result<
            ::chrono::naive::NaiveDate,
            crate::setter::Problem,
        >,
        start_date: ::std::result::Result<
            ::chrono::naive::NaiveDate,
            crate::setter::Problem,
        >,
        options: crate::call_options::CallOptions,
    }

    impl<'a> GetOrderReport<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                end_date: Err("it is missing: set it with `.end_date(..)`".into()),
                start_date: Err("it is missing: set it with `.start_date(..)`".into()),
                options: ::std::default::Default::default(),
            }
        }

        /// Sets `end_date`.
        pub fn end_date<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::naive::NaiveDate>,
        {
            self.end_date = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sets `start_date`.
        pub fn start_date<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::chrono::naive::NaiveDate>,
        {
            self.start_date = value
                .try_into()
                .map_err(|_| "the value cannot be converted".into());
            self
        }

        /// Sends a `GET` request to `/v2/orders/report`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::OrderReportItem>>, Error> {
            let (client, options) = (self.client, self.options);
            transport::list(
                    client,
                    &operations::GET_ORDER_REPORT,
                    options,
                    self.into_request(),
                )
                .await
        }

        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> Result<ResponseValue<::std::vec::Vec<types::OrderReportItem>>, Error> {
            let client = self.client;
            client.block_on(self.send())?
        }

        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, end_date, start_date, .. } = self;
            let end_date = end_date
                .map_err(|problem| Error::invalid("end_date", problem))?;
            let start_date = start_date
                .map_err(|problem| Error::invalid("start_date", problem))?;
            let url = format!("{}/v2/orders/report", client.base_url(),);
            let mut request = client
                .http()
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .build()
                .map_err(Error::unbuildable)?;
            transport::query(&mut request, "end-date", &end_date)?;
            transport::query(&mut request, "start-date", &start_date)?;
            Ok(request)
        }

        /// How often this call is attempted, and how long it waits in between, instead of what the client says.
        pub fn retries(mut self, retries: crate::RetryPolicy) -> Self {
            self.options.retries = Some(retries);
            self
        }

        /// How long one attempt of this call may take, instead of what the client says.
        pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long this call may take with all its attempts and waits, instead of what the client says.
        pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
            self.options.deadline = Some(deadline);
            self
        }
    }

    impl<'a> ::std::fmt::Debug for Authenticate<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Authenticate").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for CreateSession<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateSession").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetSession<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetSession").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for CreateCardSession<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateCardSession").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for UpdateCardSession<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpdateCardSession").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetCard<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetCard").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for UpdateOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpdateOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for ReleaseOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ReleaseOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for CaptureOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CaptureOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for RefundOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("RefundOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for ReauthorizeOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ReauthorizeOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for UpchargeOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpchargeOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for DeleteCheckout<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("DeleteCheckout").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for UpdateCheckout<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpdateCheckout").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for ListCustomers<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListCustomers").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetCustomer<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetCustomer").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for DeleteCustomer<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("DeleteCustomer").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for PreapproveCustomer<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PreapproveCustomer").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for CreateCustomerOrder<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateCustomerOrder").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetTokenization<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetTokenization").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for ListWebhooks<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListWebhooks").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for CreateWebhook<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateWebhook").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetWebhook<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetWebhook").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for DeleteWebhook<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("DeleteWebhook").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for UpdateWebhook<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpdateWebhook").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for TestWebhook<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("TestWebhook").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for ListSettlements<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListSettlements").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetSettlementDetails<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetSettlementDetails").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetInterestBalance<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetInterestBalance").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetInterestActivity<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetInterestActivity").finish_non_exhaustive()
        }
    }

    impl<'a> ::std::fmt::Debug for GetOrderReport<'a> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetOrderReport").finish_non_exhaustive()
        }
    }
}

/// The policy table: what has to be known of each operation to authorize it and to repeat it.
pub mod operations {
    use crate::Operation;
    /// All of them.
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
    /// `POST /v2/authentication`
    pub static AUTHENTICATE: Operation = Operation {
        id: "authenticate",
        method: "POST",
        path: "/v2/authentication",
        authorized: false,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `POST /v2/order/{order_uuid}/capture`
    pub static CAPTURE_ORDER: Operation = Operation {
        id: "capture_order",
        method: "POST",
        path: "/v2/order/{order_uuid}/capture",
        authorized: true,
        idempotent: false,
        request_id: true,
        optional_response_body: true,
    };
    /// `POST /v2/session/card`
    pub static CREATE_CARD_SESSION: Operation = Operation {
        id: "create_card_session",
        method: "POST",
        path: "/v2/session/card",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `POST /v2/customer/{customer_uuid}/order`
    pub static CREATE_CUSTOMER_ORDER: Operation = Operation {
        id: "create_customer_order",
        method: "POST",
        path: "/v2/customer/{customer_uuid}/order",
        authorized: true,
        idempotent: false,
        request_id: true,
        optional_response_body: false,
    };
    /// `POST /v2/session`
    pub static CREATE_SESSION: Operation = Operation {
        id: "create_session",
        method: "POST",
        path: "/v2/session",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `POST /v2/webhooks`
    pub static CREATE_WEBHOOK: Operation = Operation {
        id: "create_webhook",
        method: "POST",
        path: "/v2/webhooks",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `DELETE /v2/order/{order_uuid}/checkout`
    pub static DELETE_CHECKOUT: Operation = Operation {
        id: "delete_checkout",
        method: "DELETE",
        path: "/v2/order/{order_uuid}/checkout",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `DELETE /v2/customer/{customer_uuid}`
    pub static DELETE_CUSTOMER: Operation = Operation {
        id: "delete_customer",
        method: "DELETE",
        path: "/v2/customer/{customer_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `DELETE /v2/webhooks/{webhooks_uuid}`
    pub static DELETE_WEBHOOK: Operation = Operation {
        id: "delete_webhook",
        method: "DELETE",
        path: "/v2/webhooks/{webhooks_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/session/card/token/{token}`
    pub static GET_CARD: Operation = Operation {
        id: "get_card",
        method: "GET",
        path: "/v2/session/card/token/{token}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/customer/{customer_uuid}`
    pub static GET_CUSTOMER: Operation = Operation {
        id: "get_customer",
        method: "GET",
        path: "/v2/customer/{customer_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/interest/activity`
    pub static GET_INTEREST_ACTIVITY: Operation = Operation {
        id: "get_interest_activity",
        method: "GET",
        path: "/v2/interest/activity",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/interest/balance`
    pub static GET_INTEREST_BALANCE: Operation = Operation {
        id: "get_interest_balance",
        method: "GET",
        path: "/v2/interest/balance",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/order/{order_uuid}`
    pub static GET_ORDER: Operation = Operation {
        id: "get_order",
        method: "GET",
        path: "/v2/order/{order_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/orders/report`
    pub static GET_ORDER_REPORT: Operation = Operation {
        id: "get_order_report",
        method: "GET",
        path: "/v2/orders/report",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/session/{session_uuid}`
    pub static GET_SESSION: Operation = Operation {
        id: "get_session",
        method: "GET",
        path: "/v2/session/{session_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/settlements/details/{payout_uuid}`
    pub static GET_SETTLEMENT_DETAILS: Operation = Operation {
        id: "get_settlement_details",
        method: "GET",
        path: "/v2/settlements/details/{payout_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/token/{token}/session`
    pub static GET_TOKENIZATION: Operation = Operation {
        id: "get_tokenization",
        method: "GET",
        path: "/v2/token/{token}/session",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/webhooks/{webhooks_uuid}`
    pub static GET_WEBHOOK: Operation = Operation {
        id: "get_webhook",
        method: "GET",
        path: "/v2/webhooks/{webhooks_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/customer`
    pub static LIST_CUSTOMERS: Operation = Operation {
        id: "list_customers",
        method: "GET",
        path: "/v2/customer",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/settlements/summaries`
    pub static LIST_SETTLEMENTS: Operation = Operation {
        id: "list_settlements",
        method: "GET",
        path: "/v2/settlements/summaries",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `GET /v2/webhooks`
    pub static LIST_WEBHOOKS: Operation = Operation {
        id: "list_webhooks",
        method: "GET",
        path: "/v2/webhooks",
        authorized: true,
        idempotent: true,
        request_id: false,
        optional_response_body: false,
    };
    /// `POST /v2/customer/{customer_uuid}/preapprove`
    pub static PREAPPROVE_CUSTOMER: Operation = Operation {
        id: "preapprove_customer",
        method: "POST",
        path: "/v2/customer/{customer_uuid}/preapprove",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `POST /v2/order/{order_uuid}/reauthorize`
    pub static REAUTHORIZE_ORDER: Operation = Operation {
        id: "reauthorize_order",
        method: "POST",
        path: "/v2/order/{order_uuid}/reauthorize",
        authorized: true,
        idempotent: false,
        request_id: true,
        optional_response_body: false,
    };
    /// `POST /v2/order/{order_uuid}/refund`
    pub static REFUND_ORDER: Operation = Operation {
        id: "refund_order",
        method: "POST",
        path: "/v2/order/{order_uuid}/refund",
        authorized: true,
        idempotent: false,
        request_id: true,
        optional_response_body: true,
    };
    /// `POST /v2/order/{order_uuid}/release`
    pub static RELEASE_ORDER: Operation = Operation {
        id: "release_order",
        method: "POST",
        path: "/v2/order/{order_uuid}/release",
        authorized: true,
        idempotent: false,
        request_id: true,
        optional_response_body: true,
    };
    /// `POST /v2/webhooks/test`
    pub static TEST_WEBHOOK: Operation = Operation {
        id: "test_webhook",
        method: "POST",
        path: "/v2/webhooks/test",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `POST /v2/order/{order_uuid}/upcharge`
    pub static UPCHARGE_ORDER: Operation = Operation {
        id: "upcharge_order",
        method: "POST",
        path: "/v2/order/{order_uuid}/upcharge",
        authorized: true,
        idempotent: false,
        request_id: true,
        optional_response_body: false,
    };
    /// `PATCH /v2/session/{session_id}/card`
    pub static UPDATE_CARD_SESSION: Operation = Operation {
        id: "update_card_session",
        method: "PATCH",
        path: "/v2/session/{session_id}/card",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `PATCH /v2/order/{order_uuid}/checkout`
    pub static UPDATE_CHECKOUT: Operation = Operation {
        id: "update_checkout",
        method: "PATCH",
        path: "/v2/order/{order_uuid}/checkout",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `PATCH /v2/order/{order_uuid}`
    pub static UPDATE_ORDER: Operation = Operation {
        id: "update_order",
        method: "PATCH",
        path: "/v2/order/{order_uuid}",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
    /// `PATCH /v2/webhooks/{webhooks_uuid}`
    pub static UPDATE_WEBHOOK: Operation = Operation {
        id: "update_webhook",
        method: "PATCH",
        path: "/v2/webhooks/{webhooks_uuid}",
        authorized: true,
        idempotent: false,
        request_id: false,
        optional_response_body: false,
    };
}

/// The names of all fields of the API, sorted.
pub(crate) static FIELD_NAMES: &[&str] = &[
    "address_uuid",
    "amount",
    "amount_in_cents",
    "approval_url",
    "approved",
    "authorization",
    "authorization_amount",
    "authorization_amount_in_user_currency",
    "billing_address",
    "brand",
    "cancel_url",
    "capture",
    "capture_amount",
    "captured_amount_in_cents",
    "captures",
    "card_response_format",
    "category_path",
    "checkout_expiration",
    "checkout_financing_options",
    "checkout_mode",
    "checkout_status",
    "checkout_url",
    "checkout_uuid",
    "city",
    "code",
    "complete_url",
    "country_code",
    "created_at",
    "currency",
    "currency_code",
    "customer",
    "customer_currency_code",
    "customer_email",
    "customer_name",
    "cvv_number",
    "dashboard_url",
    "data",
    "data_type",
    "debug_uuid",
    "description",
    "discounts",
    "dispute",
    "dispute_amount_in_cents",
    "dispute_currency",
    "dispute_due_date",
    "dispute_id",
    "dispute_status",
    "dispute_type",
    "dob",
    "email",
    "event",
    "events",
    "expiration",
    "expiration_date",
    "express_checkout_type",
    "external_reference_id",
    "final_order_amount_in_cents",
    "final_payout_amount",
    "financing_option",
    "financing_options",
    "first_name",
    "forex_fees",
    "global_trade_item_number",
    "href",
    "id",
    "image_url",
    "intent",
    "interest_balance",
    "is_express_checkout",
    "is_upcharge",
    "items",
    "language",
    "last_name",
    "links",
    "locale",
    "location",
    "manufacturer_part_number",
    "merchant_currency_code",
    "merchant_reference_id",
    "merchant_uuid",
    "message",
    "metadata",
    "method",
    "mode",
    "name",
    "net_amount_in_cents",
    "net_settlement_amount",
    "order",
    "order_amount",
    "order_amount_in_cents",
    "order_id",
    "order_platform_uuid",
    "order_reference_id",
    "order_type",
    "order_uuid",
    "origin",
    "pan",
    "parent_order_uuid",
    "partial_capture",
    "payout_currency",
    "payout_date",
    "phone",
    "phone_number",
    "postal_code",
    "price",
    "private_key",
    "product_url",
    "public_key",
    "quantity",
    "recurring",
    "recurring_metadata",
    "reference_id",
    "refund",
    "refund_fee_in_cents",
    "refunds",
    "rel",
    "released_amount_in_cents",
    "releases",
    "requires_shipping_info",
    "send_checkout_url",
    "settlement_currency",
    "sezzle_order_id",
    "shipping_address",
    "shipping_amount",
    "shipping_amount_in_cents",
    "shipping_method",
    "shipping_options",
    "sku",
    "source",
    "state",
    "status",
    "street",
    "street2",
    "tax_amount",
    "tax_amount_in_cents",
    "to_email",
    "to_sms_phone",
    "token",
    "token_expiration",
    "tokenize",
    "total_fees_in_cents",
    "uncaptured_amount_in_cents",
    "upcharge_amount",
    "upcharges",
    "url",
    "uuid",
];
/// What webhooks carry.
pub mod events {
    use super::types;
    /// What an event carries, by its name.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub enum EventData {
        /// `customer.tokenized`
        CustomerTokenized(types::CustomerTokenizedData),
        /// `order.authorized`
        OrderAuthorized(types::OrderAuthorizedData),
        /// `order.captured`
        OrderCaptured(types::OrderCapturedData),
        /// `order.refunded`
        OrderRefunded(types::OrderRefundedData),
        /// `dispute.merchant_input_requested`
        DisputeMerchantInputRequested(types::DisputeData),
        /// `dispute.deadline_approaching`
        DisputeDeadlineApproaching(types::DisputeData),
        /// `dispute.closed.customer_win`
        DisputeClosedCustomerWin(types::DisputeData),
        /// `dispute.closed.merchant_win`
        DisputeClosedMerchantWin(types::DisputeData),
        /// `dispute.closed.neutral`
        DisputeClosedNeutral(types::DisputeData),
        /// An event this version of the crate does not know, or one whose data it cannot read: the data as it came.
        Unknown(crate::RawJson),
    }

    impl EventData {
        /// Reads the data of the event called `event`. What cannot be read is kept as it is.
        ///
        /// # Errors
        ///
        /// It is deeper than JSON is read here.
        #[inline]
        pub(crate) fn read(
            event: &str,
            data: &::serde_json::value::RawValue,
        ) -> ::serde_json::Result<Self> {
            match event {
                "customer.tokenized" => {
                    crate::webhook::read_data(data, Self::CustomerTokenized)
                }
                "order.authorized" => {
                    crate::webhook::read_data(data, Self::OrderAuthorized)
                }
                "order.captured" => crate::webhook::read_data(data, Self::OrderCaptured),
                "order.refunded" => crate::webhook::read_data(data, Self::OrderRefunded),
                "dispute.merchant_input_requested" => {
                    crate::webhook::read_data(data, Self::DisputeMerchantInputRequested)
                }
                "dispute.deadline_approaching" => {
                    crate::webhook::read_data(data, Self::DisputeDeadlineApproaching)
                }
                "dispute.closed.customer_win" => {
                    crate::webhook::read_data(data, Self::DisputeClosedCustomerWin)
                }
                "dispute.closed.merchant_win" => {
                    crate::webhook::read_data(data, Self::DisputeClosedMerchantWin)
                }
                "dispute.closed.neutral" => {
                    crate::webhook::read_data(data, Self::DisputeClosedNeutral)
                }
                _ => crate::webhook::keep_data(data),
            }
        }
    }
}
