// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 48e3ba83540170911ad1073794267fb5cf5ffdec0ddd90835d5bba4b54ac7e82
// openapi/overlay.yaml SHA-256 a5a6cee4884bf2269929c2ca56c325e577532b8df91f8c0307dd8d629536e744
// progenitor 0.15.1

use crate::Client;
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    /// A postal address.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Address {
        /// The city.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub city: ::std::option::Option<::std::string::String>,
        /// Country, two letters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub country_code: ::std::option::Option<::std::string::String>,
        /// The name of the person at this address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// A phone number at this address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub phone: ::std::option::Option<::std::string::String>,
        /// Another name for `phone` in some answers. Send `phone`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub phone_number: ::std::option::Option<::std::string::String>,
        /// ZIP or postal code.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub postal_code: ::std::option::Option<::std::string::String>,
        /// State or province, two letters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<::std::string::String>,
        /// Street and house number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<::std::string::String>,
        /// Second line, such as a unit number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub street2: ::std::option::Option<::std::string::String>,
    }

    impl Address {
        /// Starts building a `Address`.
        pub fn builder() -> builder::Address {
            Default::default()
        }
    }

    /// The merchant's API key pair, from the merchant dashboard.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct ApiKeys {
        /// Where a shopper would be sent back to. Not documented by Sezzle.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub cancel_url: ::std::option::Option<::std::string::String>,
        /// The private key; starts with `sz_pr_`. Webhook signatures are made with it too.
        pub private_key: crate::Secret,
        /// The public key; starts with `sz_pub_`.
        pub public_key: crate::Secret,
    }

    impl ApiKeys {
        /// Starts building a `ApiKeys`.
        pub fn builder() -> builder::ApiKeys {
            Default::default()
        }
    }

    /// A bearer token and how long it lives.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct BearerToken {
        /// When the token stops being accepted, 120 minutes after it was issued.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
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
        /// Starts building a `BearerToken`.
        pub fn builder() -> builder::BearerToken {
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
    /// A reduction that is already part of the order's total.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Discount {
        /// The [`Price`].
        pub amount: Price,
        /// What the reduction is for.
        pub name: ::std::string::String,
    }

    impl Discount {
        /// Starts building a `Discount`.
        pub fn builder() -> builder::Discount {
            Default::default()
        }
    }

    /// `ErrorDetail`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct ErrorDetail {
        /// The kind of error.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        /// Quote this to Sezzle's support.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub debug_uuid: ::std::option::Option<::std::string::String>,
        /// The place in the request, such as `order.intent`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub location: ::std::option::Option<::std::string::String>,
        /// More about it, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message: ::std::option::Option<::std::string::String>,
        /// Another name for `debug_uuid` in some answers.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl ErrorDetail {
        /// Starts building a `ErrorDetail`.
        pub fn builder() -> builder::ErrorDetail {
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
        X4PayBiweekly,
        /// `4-pay-monthly`
        X4PayMonthly,
        /// `6-pay-monthly`
        X6PayMonthly,
        /// A value this version of the crate does not know; [`Self::as_str`] shows it.
        Unknown(crate::UnknownValue),
    }

    impl FinancingOption {
        /// The value as it stands in JSON, known or not.
        pub fn as_str(&self) -> &str {
            match self {
                Self::X4PayBiweekly => "4-pay-biweekly",
                Self::X4PayMonthly => "4-pay-monthly",
                Self::X6PayMonthly => "6-pay-monthly",
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
                "4-pay-biweekly" => Ok(Self::X4PayBiweekly),
                "4-pay-monthly" => Ok(Self::X4PayMonthly),
                "6-pay-monthly" => Ok(Self::X6PayMonthly),
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
    /// One line of the cart.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
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
        /// Starts building a `LineItem`.
        pub fn builder() -> builder::LineItem {
            Default::default()
        }
    }

    /// `Link`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Link {
        /// The full URL of the operation.
        pub href: ::std::string::String,
        /// The HTTP method that goes with the URL.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub method: ::std::option::Option<LinkMethod>,
        /// What the link is for, such as `self` for the thing at hand.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rel: ::std::option::Option<LinkRel>,
    }

    impl Link {
        /// Starts building a `Link`.
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
    /// What the link is for, such as `self` for the thing at hand.
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
    #[non_exhaustive]
    pub struct Notification {
        /// Language of the message; `en`, `fr` or `fr-CA`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub language: ::std::option::Option<::std::string::String>,
        /// E-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to_email: ::std::option::Option<::std::string::String>,
        /// Phone number for a text message.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to_sms_phone: ::std::option::Option<::std::string::String>,
    }

    impl Notification {
        /// Starts building a `Notification`.
        pub fn builder() -> builder::Notification {
            Default::default()
        }
    }

    /// An amount of money.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Price {
        /// The amount in cents, the minor unit of the currency.
        pub amount_in_cents: i64,
        /// ISO 4217 code; `USD` or `CAD`.
        pub currency: ::std::string::String,
    }

    impl Price {
        /// Starts building a `Price`.
        pub fn builder() -> builder::Price {
            Default::default()
        }
    }

    /// Where to send the shopper's browser.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct RedirectUrl {
        /// The full URL. Applications may use a scheme of their own.
        pub href: ::std::string::String,
        /// The HTTP method; only `GET` works, which is also what is meant when this is absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub method: ::std::option::Option<::std::string::String>,
    }

    impl RedirectUrl {
        /// Starts building a `RedirectUrl`.
        pub fn builder() -> builder::RedirectUrl {
            Default::default()
        }
    }

    /// `Resource`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Resource {
        /// What can be done next, as ready URLs with their methods.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub links: ::std::vec::Vec<Link>,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Resource {
        /// Starts building a `Resource`.
        pub fn builder() -> builder::Resource {
            Default::default()
        }
    }

    /// A checkout that was started, with its order, its tokenization, or both.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct Session {
        /// What can be done next, as ready URLs with their methods.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub links: ::std::vec::Vec<Link>,
        /// The [`SessionOrderStatus`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<SessionOrderStatus>,
        /// The [`TokenizationRequest`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tokenize: ::std::option::Option<TokenizationRequest>,
        /// The id of what was created or read.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl Session {
        /// Starts building a `Session`.
        pub fn builder() -> builder::Session {
            Default::default()
        }
    }

    /// What is known of the shopper before the checkout. Sezzle fills in its form with it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default, PartialEq)]
    #[non_exhaustive]
    pub struct SessionCustomer {
        /// The [`Address`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub billing_address: ::std::option::Option<Address>,
        /// Date of birth as `YYYY-MM-DD`. Taken as input only.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub dob: ::std::option::Option<::std::string::String>,
        /// E-mail address.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub email: ::std::option::Option<::std::string::String>,
        /// Given name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub first_name: ::std::option::Option<::std::string::String>,
        /// Family name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub last_name: ::std::option::Option<::std::string::String>,
        /// Phone number, United States or Canada.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
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
        /// The [`Address`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub shipping_address: ::std::option::Option<Address>,
        /// Ask the shopper for leave to charge later orders without a checkout.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tokenize: ::std::option::Option<bool>,
    }

    impl SessionCustomer {
        /// Starts building a `SessionCustomer`.
        pub fn builder() -> builder::SessionCustomer {
            Default::default()
        }
    }

    /// The order to be paid.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct SessionOrder {
        /// When the checkout link stops working. Not the life of the authorization.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub checkout_expiration: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        /// The payment plan to offer; at most one.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub checkout_financing_options: ::std::vec::Vec<FinancingOption>,
        /// The [`CheckoutMode`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub checkout_mode: ::std::option::Option<CheckoutMode>,
        /// What the order is for, for people.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        /// The reductions that the total already holds.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub discounts: ::std::vec::Vec<Discount>,
        /// The [`Intent`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub intent: ::std::option::Option<Intent>,
        /// The lines of the cart.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub items: ::std::vec::Vec<LineItem>,
        /// The [`Locale`].
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
        /// The [`Notification`].
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
        /// Starts building a `SessionOrder`.
        pub fn builder() -> builder::SessionOrder {
            Default::default()
        }
    }

    /// `SessionOrderStatus`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct SessionOrderStatus {
        /// Send the shopper here to finish the order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub checkout_url: ::std::option::Option<::std::string::String>,
        /// The [`Intent`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub intent: ::std::option::Option<Intent>,
        /// The [`Link`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub links: ::std::vec::Vec<Link>,
        /// The same as `Session::tokenize`, in the place where some answers carry it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tokenize: ::std::option::Option<TokenizationRequest>,
        /// The id of the order, needed for every later call about it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub uuid: ::std::option::Option<::std::string::String>,
    }

    impl SessionOrderStatus {
        /// Starts building a `SessionOrderStatus`.
        pub fn builder() -> builder::SessionOrderStatus {
            Default::default()
        }
    }

    /// A checkout to start.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct SessionRequest {
        /// Where the shopper goes on leaving the checkout.
        pub cancel_url: RedirectUrl,
        /// Where the shopper goes when done. A `customer-uuid` parameter is added if they agreed to tokenization.
        pub complete_url: RedirectUrl,
        /// The [`SessionCustomer`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub customer: ::std::option::Option<SessionCustomer>,
        /// The [`ExpressCheckoutType`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub express_checkout_type: ::std::option::Option<ExpressCheckoutType>,
        /// The [`SessionOrder`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<SessionOrder>,
    }

    impl SessionRequest {
        /// Starts building a `SessionRequest`.
        pub fn builder() -> builder::SessionRequest {
            Default::default()
        }
    }

    /// `TokenizationRequest`
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
    #[non_exhaustive]
    pub struct TokenizationRequest {
        /// Where the shopper may agree. Tokenizes only; makes no order.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub approval_url: ::std::option::Option<crate::Secret>,
        /// When the request ends unanswered.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub expiration: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        /// Where to ask how the shopper decided.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "crate::lenient::null_as_default")]
        pub links: ::std::vec::Vec<Link>,
        /// Stands for this request to tokenize the shopper. Good for one use: it and its approval URL end when the shopper decides.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub token: ::std::option::Option<crate::Secret>,
    }

    impl TokenizationRequest {
        /// Starts building a `TokenizationRequest`.
        pub fn builder() -> builder::TokenizationRequest {
            Default::default()
        }
    }

    /// Types for composing complex structures.
    pub mod builder {
        /// Builds a [`Address`](super::Address).
        #[derive(Clone)]
        pub struct Address {
            city: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            country_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            postal_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            street: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            street2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
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
            pub fn city<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.city = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`city`: {problem}"));
                self
            }
            /// Country, two letters.
            pub fn country_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.country_code = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`country_code`: {problem}"));
                self
            }
            /// The name of the person at this address.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`name`: {problem}"));
                self
            }
            /// A phone number at this address.
            pub fn phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.phone = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`phone`: {problem}"));
                self
            }
            /// Another name for `phone` in some answers. Send `phone`.
            pub fn phone_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.phone_number = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`phone_number`: {problem}"));
                self
            }
            /// ZIP or postal code.
            pub fn postal_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.postal_code = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`postal_code`: {problem}"));
                self
            }
            /// State or province, two letters.
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.state = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`state`: {problem}"));
                self
            }
            /// Street and house number.
            pub fn street<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.street = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`street`: {problem}"));
                self
            }
            /// Second line, such as a unit number.
            pub fn street2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.street2 = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`street2`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Address, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Address> for super::Address {
            type Error = super::error::ConversionError;
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

        impl ::std::convert::From<super::Address> for Address {
            fn from(value: super::Address) -> Self {
                Self {
                    city: Ok(value.city),
                    country_code: Ok(value.country_code),
                    name: Ok(value.name),
                    phone: Ok(value.phone),
                    phone_number: Ok(value.phone_number),
                    postal_code: Ok(value.postal_code),
                    state: Ok(value.state),
                    street: Ok(value.street),
                    street2: Ok(value.street2),
                }
            }
        }

        /// Builds a [`ApiKeys`](super::ApiKeys).
        #[derive(Clone)]
        pub struct ApiKeys {
            cancel_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            private_key: ::std::result::Result<crate::Secret, ::std::string::String>,
            public_key: ::std::result::Result<crate::Secret, ::std::string::String>,
        }

        impl ::std::default::Default for ApiKeys {
            fn default() -> Self {
                Self {
                    cancel_url: Ok(Default::default()),
                    private_key: Err(
                        "`private_key` is missing: set it with `.private_key(..)`"
                            .to_string(),
                    ),
                    public_key: Err(
                        "`public_key` is missing: set it with `.public_key(..)`"
                            .to_string(),
                    ),
                }
            }
        }

        impl ApiKeys {
            /// Where a shopper would be sent back to. Not documented by Sezzle.
            pub fn cancel_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.cancel_url = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`cancel_url`: {problem}"));
                self
            }
            /// The private key; starts with `sz_pr_`. Webhook signatures are made with it too.
            pub fn private_key<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::Secret>,
                T::Error: ::std::fmt::Display,
            {
                self.private_key = value
                    .try_into()
                    .map_err(|problem| format!("`private_key`: {problem}"));
                self
            }
            /// The public key; starts with `sz_pub_`.
            pub fn public_key<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::Secret>,
                T::Error: ::std::fmt::Display,
            {
                self.public_key = value
                    .try_into()
                    .map_err(|problem| format!("`public_key`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::ApiKeys, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<ApiKeys> for super::ApiKeys {
            type Error = super::error::ConversionError;
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

        impl ::std::convert::From<super::ApiKeys> for ApiKeys {
            fn from(value: super::ApiKeys) -> Self {
                Self {
                    cancel_url: Ok(value.cancel_url),
                    private_key: Ok(value.private_key),
                    public_key: Ok(value.public_key),
                }
            }
        }

        /// Builds a [`BearerToken`](super::BearerToken).
        #[derive(Clone)]
        pub struct BearerToken {
            expiration_date: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            merchant_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            token: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                ::std::string::String,
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
            pub fn expiration_date<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expiration_date = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`expiration_date`: {problem}"));
                self
            }
            /// The merchant the keys belong to. Not always a UUID.
            pub fn merchant_uuid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.merchant_uuid = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`merchant_uuid`: {problem}"));
                self
            }
            /// The bearer token. Treat it as opaque.
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::Secret>,
                T::Error: ::std::fmt::Display,
            {
                self.token = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`token`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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

        impl ::std::convert::From<super::BearerToken> for BearerToken {
            fn from(value: super::BearerToken) -> Self {
                Self {
                    expiration_date: Ok(value.expiration_date),
                    merchant_uuid: Ok(value.merchant_uuid),
                    token: Ok(value.token),
                }
            }
        }

        /// Builds a [`Discount`](super::Discount).
        #[derive(Clone)]
        pub struct Discount {
            amount: ::std::result::Result<super::Price, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }

        impl ::std::default::Default for Discount {
            fn default() -> Self {
                Self {
                    amount: Err(
                        "`amount` is missing: set it with `.amount(..)`".to_string(),
                    ),
                    name: Err("`name` is missing: set it with `.name(..)`".to_string()),
                }
            }
        }

        impl Discount {
            /// Sets `amount`.
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Price>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = value
                    .try_into()
                    .map_err(|problem| format!("`amount`: {problem}"));
                self
            }
            /// What the reduction is for.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|problem| format!("`name`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Discount, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Discount> for super::Discount {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Discount,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    name: value.name?,
                })
            }
        }

        impl ::std::convert::From<super::Discount> for Discount {
            fn from(value: super::Discount) -> Self {
                Self {
                    amount: Ok(value.amount),
                    name: Ok(value.name),
                }
            }
        }

        /// Builds a [`ErrorDetail`](super::ErrorDetail).
        #[derive(Clone)]
        pub struct ErrorDetail {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            debug_uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            location: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            message: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
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
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`code`: {problem}"));
                self
            }
            /// Quote this to Sezzle's support.
            pub fn debug_uuid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.debug_uuid = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`debug_uuid`: {problem}"));
                self
            }
            /// The place in the request, such as `order.intent`.
            pub fn location<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.location = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`location`: {problem}"));
                self
            }
            /// More about it, for people.
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`message`: {problem}"));
                self
            }
            /// Another name for `debug_uuid` in some answers.
            pub fn uuid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.uuid = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`uuid`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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

        impl ::std::convert::From<super::ErrorDetail> for ErrorDetail {
            fn from(value: super::ErrorDetail) -> Self {
                Self {
                    code: Ok(value.code),
                    debug_uuid: Ok(value.debug_uuid),
                    location: Ok(value.location),
                    message: Ok(value.message),
                    uuid: Ok(value.uuid),
                }
            }
        }

        /// Builds a [`LineItem`](super::LineItem).
        #[derive(Clone)]
        pub struct LineItem {
            brand: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            category_path: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            global_trade_item_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            image_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            manufacturer_part_number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            price: ::std::result::Result<super::Price, ::std::string::String>,
            product_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            quantity: ::std::result::Result<i32, ::std::string::String>,
            sku: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
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
                    name: Err("`name` is missing: set it with `.name(..)`".to_string()),
                    price: Err(
                        "`price` is missing: set it with `.price(..)`".to_string(),
                    ),
                    product_url: Ok(Default::default()),
                    quantity: Err(
                        "`quantity` is missing: set it with `.quantity(..)`".to_string(),
                    ),
                    sku: Ok(Default::default()),
                }
            }
        }

        impl LineItem {
            /// The brand.
            pub fn brand<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.brand = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`brand`: {problem}"));
                self
            }
            /// The shop's categories, outermost first.
            pub fn category_path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.category_path = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`category_path`: {problem}"));
                self
            }
            /// GTIN, such as an EAN or UPC.
            pub fn global_trade_item_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.global_trade_item_number = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`global_trade_item_number`: {problem}"));
                self
            }
            /// A picture of the article.
            pub fn image_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.image_url = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`image_url`: {problem}"));
                self
            }
            /// The manufacturer's own number.
            pub fn manufacturer_part_number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.manufacturer_part_number = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`manufacturer_part_number`: {problem}"));
                self
            }
            /// What is sold, for people.
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|problem| format!("`name`: {problem}"));
                self
            }
            /// The price of one unit, not of the line.
            pub fn price<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Price>,
                T::Error: ::std::fmt::Display,
            {
                self.price = value
                    .try_into()
                    .map_err(|problem| format!("`price`: {problem}"));
                self
            }
            /// The article's page.
            pub fn product_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.product_url = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`product_url`: {problem}"));
                self
            }
            /// How many units.
            pub fn quantity<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.quantity = value
                    .try_into()
                    .map_err(|problem| format!("`quantity`: {problem}"));
                self
            }
            /// The merchant's own article number.
            pub fn sku<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.sku = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`sku`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::LineItem, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<LineItem> for super::LineItem {
            type Error = super::error::ConversionError;
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

        impl ::std::convert::From<super::LineItem> for LineItem {
            fn from(value: super::LineItem) -> Self {
                Self {
                    brand: Ok(value.brand),
                    category_path: Ok(value.category_path),
                    global_trade_item_number: Ok(value.global_trade_item_number),
                    image_url: Ok(value.image_url),
                    manufacturer_part_number: Ok(value.manufacturer_part_number),
                    name: Ok(value.name),
                    price: Ok(value.price),
                    product_url: Ok(value.product_url),
                    quantity: Ok(value.quantity),
                    sku: Ok(value.sku),
                }
            }
        }

        /// Builds a [`Link`](super::Link).
        #[derive(Clone)]
        pub struct Link {
            href: ::std::result::Result<::std::string::String, ::std::string::String>,
            method: ::std::result::Result<
                ::std::option::Option<super::LinkMethod>,
                ::std::string::String,
            >,
            rel: ::std::result::Result<
                ::std::option::Option<super::LinkRel>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for Link {
            fn default() -> Self {
                Self {
                    href: Err("`href` is missing: set it with `.href(..)`".to_string()),
                    method: Ok(Default::default()),
                    rel: Ok(Default::default()),
                }
            }
        }

        impl Link {
            /// The full URL of the operation.
            pub fn href<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.href = value
                    .try_into()
                    .map_err(|problem| format!("`href`: {problem}"));
                self
            }
            /// The HTTP method that goes with the URL.
            pub fn method<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LinkMethod>,
                T::Error: ::std::fmt::Display,
            {
                self.method = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`method`: {problem}"));
                self
            }
            /// What the link is for, such as `self` for the thing at hand.
            pub fn rel<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LinkRel>,
                T::Error: ::std::fmt::Display,
            {
                self.rel = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`rel`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Link, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Link> for super::Link {
            type Error = super::error::ConversionError;
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

        impl ::std::convert::From<super::Link> for Link {
            fn from(value: super::Link) -> Self {
                Self {
                    href: Ok(value.href),
                    method: Ok(value.method),
                    rel: Ok(value.rel),
                }
            }
        }

        /// Builds a [`Notification`](super::Notification).
        #[derive(Clone)]
        pub struct Notification {
            language: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            to_email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            to_sms_phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
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
            pub fn language<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.language = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`language`: {problem}"));
                self
            }
            /// E-mail address.
            pub fn to_email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.to_email = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`to_email`: {problem}"));
                self
            }
            /// Phone number for a text message.
            pub fn to_sms_phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.to_sms_phone = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`to_sms_phone`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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

        impl ::std::convert::From<super::Notification> for Notification {
            fn from(value: super::Notification) -> Self {
                Self {
                    language: Ok(value.language),
                    to_email: Ok(value.to_email),
                    to_sms_phone: Ok(value.to_sms_phone),
                }
            }
        }

        /// Builds a [`Price`](super::Price).
        #[derive(Clone)]
        pub struct Price {
            amount_in_cents: ::std::result::Result<i64, ::std::string::String>,
            currency: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for Price {
            fn default() -> Self {
                Self {
                    amount_in_cents: Err(
                        "`amount_in_cents` is missing: set it with `.amount_in_cents(..)`"
                            .to_string(),
                    ),
                    currency: Err(
                        "`currency` is missing: set it with `.currency(..)`".to_string(),
                    ),
                }
            }
        }

        impl Price {
            /// The amount in cents, the minor unit of the currency.
            pub fn amount_in_cents<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.amount_in_cents = value
                    .try_into()
                    .map_err(|problem| format!("`amount_in_cents`: {problem}"));
                self
            }
            /// ISO 4217 code; `USD` or `CAD`.
            pub fn currency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.currency = value
                    .try_into()
                    .map_err(|problem| format!("`currency`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Price, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Price> for super::Price {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Price,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount_in_cents: value.amount_in_cents?,
                    currency: value.currency?,
                })
            }
        }

        impl ::std::convert::From<super::Price> for Price {
            fn from(value: super::Price) -> Self {
                Self {
                    amount_in_cents: Ok(value.amount_in_cents),
                    currency: Ok(value.currency),
                }
            }
        }

        /// Builds a [`RedirectUrl`](super::RedirectUrl).
        #[derive(Clone)]
        pub struct RedirectUrl {
            href: ::std::result::Result<::std::string::String, ::std::string::String>,
            method: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for RedirectUrl {
            fn default() -> Self {
                Self {
                    href: Err("`href` is missing: set it with `.href(..)`".to_string()),
                    method: Ok(Default::default()),
                }
            }
        }

        impl RedirectUrl {
            /// The full URL. Applications may use a scheme of their own.
            pub fn href<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.href = value
                    .try_into()
                    .map_err(|problem| format!("`href`: {problem}"));
                self
            }
            /// The HTTP method; only `GET` works, which is also what is meant when this is absent.
            pub fn method<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.method = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`method`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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
            fn try_from(
                value: RedirectUrl,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    href: value.href?,
                    method: value.method?,
                })
            }
        }

        impl ::std::convert::From<super::RedirectUrl> for RedirectUrl {
            fn from(value: super::RedirectUrl) -> Self {
                Self {
                    href: Ok(value.href),
                    method: Ok(value.method),
                }
            }
        }

        /// Builds a [`Resource`](super::Resource).
        #[derive(Clone)]
        pub struct Resource {
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                ::std::string::String,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
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
            /// What can be done next, as ready URLs with their methods.
            pub fn links<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Link>>,
                T::Error: ::std::fmt::Display,
            {
                self.links = value
                    .try_into()
                    .map_err(|problem| format!("`links`: {problem}"));
                self
            }
            /// The id of what was created or read.
            pub fn uuid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.uuid = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`uuid`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Resource, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Resource> for super::Resource {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Resource,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    links: value.links?,
                    uuid: value.uuid?,
                })
            }
        }

        impl ::std::convert::From<super::Resource> for Resource {
            fn from(value: super::Resource) -> Self {
                Self {
                    links: Ok(value.links),
                    uuid: Ok(value.uuid),
                }
            }
        }

        /// Builds a [`Session`](super::Session).
        #[derive(Clone)]
        pub struct Session {
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                ::std::string::String,
            >,
            order: ::std::result::Result<
                ::std::option::Option<super::SessionOrderStatus>,
                ::std::string::String,
            >,
            tokenize: ::std::result::Result<
                ::std::option::Option<super::TokenizationRequest>,
                ::std::string::String,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
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
            /// What can be done next, as ready URLs with their methods.
            pub fn links<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Link>>,
                T::Error: ::std::fmt::Display,
            {
                self.links = value
                    .try_into()
                    .map_err(|problem| format!("`links`: {problem}"));
                self
            }
            /// Sets `order`.
            pub fn order<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SessionOrderStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.order = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`order`: {problem}"));
                self
            }
            /// Sets `tokenize`.
            pub fn tokenize<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::TokenizationRequest>,
                T::Error: ::std::fmt::Display,
            {
                self.tokenize = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`tokenize`: {problem}"));
                self
            }
            /// The id of what was created or read.
            pub fn uuid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.uuid = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`uuid`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
            pub fn build(
                self,
            ) -> ::std::result::Result<super::Session, super::error::ConversionError> {
                self.try_into()
            }
        }

        impl ::std::convert::TryFrom<Session> for super::Session {
            type Error = super::error::ConversionError;
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

        impl ::std::convert::From<super::Session> for Session {
            fn from(value: super::Session) -> Self {
                Self {
                    links: Ok(value.links),
                    order: Ok(value.order),
                    tokenize: Ok(value.tokenize),
                    uuid: Ok(value.uuid),
                }
            }
        }

        /// Builds a [`SessionCustomer`](super::SessionCustomer).
        #[derive(Clone)]
        pub struct SessionCustomer {
            billing_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                ::std::string::String,
            >,
            dob: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            email: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            first_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            last_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            recurring: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            recurring_metadata: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            shipping_address: ::std::result::Result<
                ::std::option::Option<super::Address>,
                ::std::string::String,
            >,
            tokenize: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
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
            /// Sets `billing_address`.
            pub fn billing_address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Address>,
                T::Error: ::std::fmt::Display,
            {
                self.billing_address = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`billing_address`: {problem}"));
                self
            }
            /// Date of birth as `YYYY-MM-DD`. Taken as input only.
            pub fn dob<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.dob = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`dob`: {problem}"));
                self
            }
            /// E-mail address.
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`email`: {problem}"));
                self
            }
            /// Given name.
            pub fn first_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.first_name = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`first_name`: {problem}"));
                self
            }
            /// Family name.
            pub fn last_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.last_name = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`last_name`: {problem}"));
                self
            }
            /// Phone number, United States or Canada.
            pub fn phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.phone = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`phone`: {problem}"));
                self
            }
            /// Whether this order starts a subscription.
            pub fn recurring<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.recurring = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`recurring`: {problem}"));
                self
            }
            /// What the shopper should know of the subscription, such as its `name`.
            pub fn recurring_metadata<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.recurring_metadata = value
                    .try_into()
                    .map_err(|problem| format!("`recurring_metadata`: {problem}"));
                self
            }
            /// Sets `shipping_address`.
            pub fn shipping_address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Address>,
                T::Error: ::std::fmt::Display,
            {
                self.shipping_address = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`shipping_address`: {problem}"));
                self
            }
            /// Ask the shopper for leave to charge later orders without a checkout.
            pub fn tokenize<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.tokenize = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`tokenize`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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

        impl ::std::convert::From<super::SessionCustomer> for SessionCustomer {
            fn from(value: super::SessionCustomer) -> Self {
                Self {
                    billing_address: Ok(value.billing_address),
                    dob: Ok(value.dob),
                    email: Ok(value.email),
                    first_name: Ok(value.first_name),
                    last_name: Ok(value.last_name),
                    phone: Ok(value.phone),
                    recurring: Ok(value.recurring),
                    recurring_metadata: Ok(value.recurring_metadata),
                    shipping_address: Ok(value.shipping_address),
                    tokenize: Ok(value.tokenize),
                }
            }
        }

        /// Builds a [`SessionOrder`](super::SessionOrder).
        #[derive(Clone)]
        pub struct SessionOrder {
            checkout_expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            checkout_financing_options: ::std::result::Result<
                ::std::vec::Vec<super::FinancingOption>,
                ::std::string::String,
            >,
            checkout_mode: ::std::result::Result<
                ::std::option::Option<super::CheckoutMode>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            discounts: ::std::result::Result<
                ::std::vec::Vec<super::Discount>,
                ::std::string::String,
            >,
            intent: ::std::result::Result<
                ::std::option::Option<super::Intent>,
                ::std::string::String,
            >,
            items: ::std::result::Result<
                ::std::vec::Vec<super::LineItem>,
                ::std::string::String,
            >,
            locale: ::std::result::Result<
                ::std::option::Option<super::Locale>,
                ::std::string::String,
            >,
            metadata: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            order_amount: ::std::result::Result<super::Price, ::std::string::String>,
            reference_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            requires_shipping_info: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            send_checkout_url: ::std::result::Result<
                ::std::option::Option<super::Notification>,
                ::std::string::String,
            >,
            shipping_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                ::std::string::String,
            >,
            tax_amount: ::std::result::Result<
                ::std::option::Option<super::Price>,
                ::std::string::String,
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
                            .to_string(),
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
            pub fn checkout_expiration<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.checkout_expiration = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`checkout_expiration`: {problem}"));
                self
            }
            /// The payment plan to offer; at most one.
            pub fn checkout_financing_options<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FinancingOption>>,
                T::Error: ::std::fmt::Display,
            {
                self.checkout_financing_options = value
                    .try_into()
                    .map_err(|problem| {
                        format!("`checkout_financing_options`: {problem}")
                    });
                self
            }
            /// Sets `checkout_mode`.
            pub fn checkout_mode<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CheckoutMode>,
                T::Error: ::std::fmt::Display,
            {
                self.checkout_mode = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`checkout_mode`: {problem}"));
                self
            }
            /// What the order is for, for people.
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`description`: {problem}"));
                self
            }
            /// The reductions that the total already holds.
            pub fn discounts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Discount>>,
                T::Error: ::std::fmt::Display,
            {
                self.discounts = value
                    .try_into()
                    .map_err(|problem| format!("`discounts`: {problem}"));
                self
            }
            /// Sets `intent`.
            pub fn intent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Intent>,
                T::Error: ::std::fmt::Display,
            {
                self.intent = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`intent`: {problem}"));
                self
            }
            /// The lines of the cart.
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::LineItem>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|problem| format!("`items`: {problem}"));
                self
            }
            /// Sets `locale`.
            pub fn locale<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Locale>,
                T::Error: ::std::fmt::Display,
            {
                self.locale = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`locale`: {problem}"));
                self
            }
            /// The merchant's own notes. Values are strings.
            pub fn metadata<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.metadata = value
                    .try_into()
                    .map_err(|problem| format!("`metadata`: {problem}"));
                self
            }
            /// The total, which already holds items, shipping and tax less discounts. At least 100 cents.
            pub fn order_amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Price>,
                T::Error: ::std::fmt::Display,
            {
                self.order_amount = value
                    .try_into()
                    .map_err(|problem| format!("`order_amount`: {problem}"));
                self
            }
            /// The merchant's own order number, unique. Letters, digits, `-` and `_`.
            pub fn reference_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reference_id = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`reference_id`: {problem}"));
                self
            }
            /// Whether Sezzle should ask the shopper for a shipping address.
            pub fn requires_shipping_info<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.requires_shipping_info = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`requires_shipping_info`: {problem}"));
                self
            }
            /// Sets `send_checkout_url`.
            pub fn send_checkout_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Notification>,
                T::Error: ::std::fmt::Display,
            {
                self.send_checkout_url = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`send_checkout_url`: {problem}"));
                self
            }
            /// Shipping, which the total already holds.
            pub fn shipping_amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Price>,
                T::Error: ::std::fmt::Display,
            {
                self.shipping_amount = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`shipping_amount`: {problem}"));
                self
            }
            /// Tax, which the total already holds.
            pub fn tax_amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Price>,
                T::Error: ::std::fmt::Display,
            {
                self.tax_amount = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`tax_amount`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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

        impl ::std::convert::From<super::SessionOrder> for SessionOrder {
            fn from(value: super::SessionOrder) -> Self {
                Self {
                    checkout_expiration: Ok(value.checkout_expiration),
                    checkout_financing_options: Ok(value.checkout_financing_options),
                    checkout_mode: Ok(value.checkout_mode),
                    description: Ok(value.description),
                    discounts: Ok(value.discounts),
                    intent: Ok(value.intent),
                    items: Ok(value.items),
                    locale: Ok(value.locale),
                    metadata: Ok(value.metadata),
                    order_amount: Ok(value.order_amount),
                    reference_id: Ok(value.reference_id),
                    requires_shipping_info: Ok(value.requires_shipping_info),
                    send_checkout_url: Ok(value.send_checkout_url),
                    shipping_amount: Ok(value.shipping_amount),
                    tax_amount: Ok(value.tax_amount),
                }
            }
        }

        /// Builds a [`SessionOrderStatus`](super::SessionOrderStatus).
        #[derive(Clone)]
        pub struct SessionOrderStatus {
            checkout_url: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            intent: ::std::result::Result<
                ::std::option::Option<super::Intent>,
                ::std::string::String,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                ::std::string::String,
            >,
            tokenize: ::std::result::Result<
                ::std::option::Option<super::TokenizationRequest>,
                ::std::string::String,
            >,
            uuid: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
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
            /// Send the shopper here to finish the order.
            pub fn checkout_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.checkout_url = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`checkout_url`: {problem}"));
                self
            }
            /// Sets `intent`.
            pub fn intent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Intent>,
                T::Error: ::std::fmt::Display,
            {
                self.intent = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`intent`: {problem}"));
                self
            }
            /// Sets `links`.
            pub fn links<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Link>>,
                T::Error: ::std::fmt::Display,
            {
                self.links = value
                    .try_into()
                    .map_err(|problem| format!("`links`: {problem}"));
                self
            }
            /// The same as `Session::tokenize`, in the place where some answers carry it.
            pub fn tokenize<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::TokenizationRequest>,
                T::Error: ::std::fmt::Display,
            {
                self.tokenize = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`tokenize`: {problem}"));
                self
            }
            /// The id of the order, needed for every later call about it.
            pub fn uuid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.uuid = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`uuid`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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

        impl ::std::convert::From<super::SessionOrderStatus> for SessionOrderStatus {
            fn from(value: super::SessionOrderStatus) -> Self {
                Self {
                    checkout_url: Ok(value.checkout_url),
                    intent: Ok(value.intent),
                    links: Ok(value.links),
                    tokenize: Ok(value.tokenize),
                    uuid: Ok(value.uuid),
                }
            }
        }

        /// Builds a [`SessionRequest`](super::SessionRequest).
        #[derive(Clone)]
        pub struct SessionRequest {
            cancel_url: ::std::result::Result<super::RedirectUrl, ::std::string::String>,
            complete_url: ::std::result::Result<
                super::RedirectUrl,
                ::std::string::String,
            >,
            customer: ::std::result::Result<
                ::std::option::Option<super::SessionCustomer>,
                ::std::string::String,
            >,
            express_checkout_type: ::std::result::Result<
                ::std::option::Option<super::ExpressCheckoutType>,
                ::std::string::String,
            >,
            order: ::std::result::Result<
                ::std::option::Option<super::SessionOrder>,
                ::std::string::String,
            >,
        }

        impl ::std::default::Default for SessionRequest {
            fn default() -> Self {
                Self {
                    cancel_url: Err(
                        "`cancel_url` is missing: set it with `.cancel_url(..)`"
                            .to_string(),
                    ),
                    complete_url: Err(
                        "`complete_url` is missing: set it with `.complete_url(..)`"
                            .to_string(),
                    ),
                    customer: Ok(Default::default()),
                    express_checkout_type: Ok(Default::default()),
                    order: Ok(Default::default()),
                }
            }
        }

        impl SessionRequest {
            /// Where the shopper goes on leaving the checkout.
            pub fn cancel_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::RedirectUrl>,
                T::Error: ::std::fmt::Display,
            {
                self.cancel_url = value
                    .try_into()
                    .map_err(|problem| format!("`cancel_url`: {problem}"));
                self
            }
            /// Where the shopper goes when done. A `customer-uuid` parameter is added if they agreed to tokenization.
            pub fn complete_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::RedirectUrl>,
                T::Error: ::std::fmt::Display,
            {
                self.complete_url = value
                    .try_into()
                    .map_err(|problem| format!("`complete_url`: {problem}"));
                self
            }
            /// Sets `customer`.
            pub fn customer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SessionCustomer>,
                T::Error: ::std::fmt::Display,
            {
                self.customer = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`customer`: {problem}"));
                self
            }
            /// Sets `express_checkout_type`.
            pub fn express_checkout_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ExpressCheckoutType>,
                T::Error: ::std::fmt::Display,
            {
                self.express_checkout_type = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`express_checkout_type`: {problem}"));
                self
            }
            /// Sets `order`.
            pub fn order<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SessionOrder>,
                T::Error: ::std::fmt::Display,
            {
                self.order = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`order`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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
            fn try_from(
                value: SessionRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    cancel_url: value.cancel_url?,
                    complete_url: value.complete_url?,
                    customer: value.customer?,
                    express_checkout_type: value.express_checkout_type?,
                    order: value.order?,
                })
            }
        }

        impl ::std::convert::From<super::SessionRequest> for SessionRequest {
            fn from(value: super::SessionRequest) -> Self {
                Self {
                    cancel_url: Ok(value.cancel_url),
                    complete_url: Ok(value.complete_url),
                    customer: Ok(value.customer),
                    express_checkout_type: Ok(value.express_checkout_type),
                    order: Ok(value.order),
                }
            }
        }

        /// Builds a [`TokenizationRequest`](super::TokenizationRequest).
        #[derive(Clone)]
        pub struct TokenizationRequest {
            approval_url: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                ::std::string::String,
            >,
            expiration: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            links: ::std::result::Result<
                ::std::vec::Vec<super::Link>,
                ::std::string::String,
            >,
            token: ::std::result::Result<
                ::std::option::Option<crate::Secret>,
                ::std::string::String,
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
            pub fn approval_url<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::Secret>,
                T::Error: ::std::fmt::Display,
            {
                self.approval_url = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`approval_url`: {problem}"));
                self
            }
            /// When the request ends unanswered.
            pub fn expiration<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expiration = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`expiration`: {problem}"));
                self
            }
            /// Where to ask how the shopper decided.
            pub fn links<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Link>>,
                T::Error: ::std::fmt::Display,
            {
                self.links = value
                    .try_into()
                    .map_err(|problem| format!("`links`: {problem}"));
                self
            }
            /// Stands for this request to tokenize the shopper. Good for one use: it and its approval URL end when the shopper decides.
            pub fn token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<crate::Secret>,
                T::Error: ::std::fmt::Display,
            {
                self.token = value
                    .try_into()
                    .map(Some)
                    .map_err(|problem| format!("`token`: {problem}"));
                self
            }
            /// The finished value.
            ///
            /// # Errors
            ///
            /// A required field is missing, or a value could not be converted; the message names the field.
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

        impl ::std::convert::From<super::TokenizationRequest> for TokenizationRequest {
            fn from(value: super::TokenizationRequest) -> Self {
                Self {
                    approval_url: Ok(value.approval_url),
                    expiration: Ok(value.expiration),
                    links: Ok(value.links),
                    token: Ok(value.token),
                }
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

        impl ::std::fmt::Debug for BearerToken {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("BearerToken").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for Discount {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Discount").finish_non_exhaustive()
            }
        }

        impl ::std::fmt::Debug for ErrorDetail {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ErrorDetail").finish_non_exhaustive()
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

        impl ::std::fmt::Debug for TokenizationRequest {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("TokenizationRequest").finish_non_exhaustive()
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

    impl ::std::fmt::Debug for ErrorDetail {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ErrorDetail")
                .field("code", &self.code)
                .field("debug_uuid", &self.debug_uuid)
                .field("location", &self.location)
                .field(
                    "message",
                    &self.message.as_ref().map(|_| crate::secret::Redacted),
                )
                .field("uuid", &self.uuid)
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
}

impl Client {
    /// Exchange API keys for a bearer token
    ///
    /// Trades the merchant's key pair for a bearer token that authorizes every other call. A token lives for 120 minutes. Several tokens may be live at once, and asking for a new one does not end the others.
    ///
    /// Sends a `POST` request to `/v2/authentication`
    ///
    /// Arguments:
    /// - `body`: The merchant's key pair.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, body: sezzle_api::types::ApiKeys) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .authenticate()
    ///     .body(body)
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
    /// Arguments:
    /// - `body`: What the shopper is asked to pay for, and where to send them afterwards.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, body: sezzle_api::types::SessionRequest) -> Result<(), sezzle_api::Error> {
    /// let response = client
    ///     .create_session()
    ///     .body(body)
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
    /// Arguments:
    /// - `session_uuid`: The `uuid` of the session, from the answer to its creation.
    ///
    /// # Example
    ///
    /// ```
    /// # async fn example(client: &sezzle_api::Client, session_uuid: String) -> Result<(), sezzle_api::Error> {
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
}

/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use crate::{Client, Error, ResponseValue, transport};
    use super::operations;
    use super::types;
    /// Builder for [`Client::authenticate`]
    ///
    /// [`Client::authenticate`]: super::Client::authenticate
    #[derive(Clone)]
    pub struct Authenticate<'a> {
        client: &'a Client,
        body: Result<types::builder::ApiKeys, String>,
    }

    impl<'a> Authenticate<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }

        /// The body, or its builder.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ApiKeys>,
            <V as std::convert::TryInto<types::ApiKeys>>::Error: std::fmt::Display,
        {
            self.body = value.try_into().map(From::from).map_err(|s| format!("{s}"));
            self
        }

        /// Changes the body's builder in place.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::ApiKeys) -> types::builder::ApiKeys,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/v2/authentication`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::BearerToken>, Error> {
            let client = self.client;
            transport::json(client, &operations::AUTHENTICATE, self.into_request()).await
        }

        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| types::ApiKeys::try_from(v).map_err(|e| e.to_string()))
                .map_err(|problem| Error::invalid("body", problem))?;
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
    }

    /// Builder for [`Client::create_session`]
    ///
    /// [`Client::create_session`]: super::Client::create_session
    #[derive(Clone)]
    pub struct CreateSession<'a> {
        client: &'a Client,
        body: Result<types::builder::SessionRequest, String>,
    }

    impl<'a> CreateSession<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
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
            self.body = value.try_into().map(From::from).map_err(|s| format!("{s}"));
            self
        }

        /// Changes the body's builder in place.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SessionRequest,
            ) -> types::builder::SessionRequest,
        {
            self.body = self.body.map(f);
            self
        }

        /// Sends a `POST` request to `/v2/session`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Session>, Error> {
            let client = self.client;
            transport::json(client, &operations::CREATE_SESSION, self.into_request())
                .await
        }

        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::SessionRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|problem| Error::invalid("body", problem))?;
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
    }

    /// Builder for [`Client::get_session`]
    ///
    /// [`Client::get_session`]: super::Client::get_session
    #[derive(Clone)]
    pub struct GetSession<'a> {
        client: &'a Client,
        session_uuid: Result<::std::string::String, String>,
    }

    impl<'a> GetSession<'a> {
        pub(super) fn new(client: &'a Client) -> Self {
            Self {
                client: client,
                session_uuid: Err(
                    "`session_uuid` is missing: set it with `.session_uuid(..)`"
                        .to_string(),
                ),
            }
        }

        /// Sets `session_uuid`.
        pub fn session_uuid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_uuid = value
                .try_into()
                .map_err(|_| "the value cannot be converted".to_string());
            self
        }

        /// Sends a `GET` request to `/v2/session/{session_uuid}`
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<types::Session>, Error> {
            let client = self.client;
            transport::json(client, &operations::GET_SESSION, self.into_request()).await
        }

        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            let Self { client, session_uuid } = self;
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
}

/// The policy table: what has to be known of each operation to authorize it and to repeat it.
pub mod operations {
    use crate::Operation;
    /// All of them.
    pub static ALL: &[&Operation] = &[&AUTHENTICATE, &CREATE_SESSION, &GET_SESSION];
    /// `POST /v2/authentication`
    pub static AUTHENTICATE: Operation = Operation {
        id: "authenticate",
        method: "POST",
        path: "/v2/authentication",
        authorized: false,
        idempotent: true,
        request_id: false,
    };
    /// `POST /v2/session`
    pub static CREATE_SESSION: Operation = Operation {
        id: "create_session",
        method: "POST",
        path: "/v2/session",
        authorized: true,
        idempotent: false,
        request_id: false,
    };
    /// `GET /v2/session/{session_uuid}`
    pub static GET_SESSION: Operation = Operation {
        id: "get_session",
        method: "GET",
        path: "/v2/session/{session_uuid}",
        authorized: true,
        idempotent: true,
        request_id: false,
    };
}
