// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

use super::builder;
use crate::client::Client;
impl Client {
    /// Exchanges API keys for a bearer token.
    ///
    /// The token authorizes every other call and is valid for 120 minutes. Several tokens can be valid at once: a new token does not invalidate earlier ones.
    ///
    /// Sends a `POST` request to `/v2/authentication`.
    ///
    /// # Parameters
    ///
    /// - `body`: The merchant's key pair. Takes an [`ApiKeys`](crate::types::ApiKeys) or its builder.
    ///
    /// # Returns
    ///
    /// A [`BearerToken`](crate::types::BearerToken).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn authenticate(&self) -> builder::Authenticate {
        builder::Authenticate::new(self)
    }

    /// Starts a checkout.
    ///
    /// Creates a session: an order to pay, a request to charge the shopper for later orders (tokenization), or both. Redirect the shopper to the order's `checkout_url`. Either `order` or `customer` with `tokenize` set is required.
    ///
    /// There is no idempotency header for this operation: sending it twice creates two sessions.
    ///
    /// Sends a `POST` request to `/v2/session`.
    ///
    /// # Parameters
    ///
    /// - `body`: The order, and the URLs to which the shopper is redirected afterwards. Takes a [`SessionRequest`](crate::types::SessionRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Session`](crate::types::Session).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn create_session(&self) -> builder::CreateSession {
        builder::CreateSession::new(self)
    }

    /// Returns a session.
    ///
    /// The session holds the order and the tokenization request that were created with it.
    ///
    /// Sends a `GET` request to `/v2/session/{session_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `session_uuid`: The `uuid` of the session, as returned when it was created.
    ///
    /// # Returns
    ///
    /// A [`Session`](crate::types::Session).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn get_session(&self) -> builder::GetSession {
        builder::GetSession::new(self)
    }

    /// Starts a virtual card session.
    ///
    /// Creates a session in which the shopper gets a one-time virtual card for a payment to the merchant. Redirect the shopper to `dashboard_url`. With `card_response_format` set to `token`, the merchant receives a card token, with which the card data can be read once.
    ///
    /// Sends a `POST` request to `/v2/session/card`.
    ///
    /// # Parameters
    ///
    /// - `body`: The amount of the card, and how the card session is shown. Takes a [`CardSessionRequest`](crate::types::CardSessionRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`CardSession`](crate::types::CardSession).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn create_card_session(&self) -> builder::CreateCardSession {
        builder::CreateCardSession::new(self)
    }

    /// Sets the order number of a virtual card session.
    ///
    /// Sends Sezzle the merchant's order number, for later reference. Call it after the card was charged. Nothing else of the session can be changed.
    ///
    /// Sends a `PATCH` request to `/v2/session/{session_id}/card`.
    ///
    /// # Parameters
    ///
    /// - `session_id`: The `uuid` of the card session, as returned when it was created.
    /// - `body`: The merchant's order number. Takes a [`CardOrderRequest`](crate::types::CardOrderRequest) or its builder.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn update_card_session(&self) -> builder::UpdateCardSession {
        builder::UpdateCardSession::new(self)
    }

    /// Returns the data of a virtual card, once.
    ///
    /// Returns the number, expiration date and security code of a virtual card. They can be read once, within 24 hours, and are deleted by reading. PCI DSS applies to them: do not store or log them.
    ///
    /// If the response is lost, the card data are lost, too: do not count on a second read.
    ///
    /// Sends a `GET` request to `/v2/session/card/token/{token}`.
    ///
    /// # Parameters
    ///
    /// - `token`: The card token that the merchant received when the shopper finished.
    ///
    /// # Returns
    ///
    /// A [`CardData`](crate::types::CardData).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn get_card(&self) -> builder::GetCard {
        builder::GetCard::new(self)
    }

    /// Returns an order.
    ///
    /// Returns the order with its checkout status and, once the shopper has finished, its authorization with all captures, releases and refunds. Before you ship goods, check [`matches`](crate::types::Order::matches) and [`is_capturable`](crate::types::Order::is_capturable): the redirect to the merchant does not prove that the order was paid.
    ///
    /// Sends a `GET` request to `/v2/order/{order_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    ///
    /// # Returns
    ///
    /// An [`Order`](crate::types::Order).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn get_order(&self) -> builder::GetOrder {
        builder::GetOrder::new(self)
    }

    /// Changes the reference of an order.
    ///
    /// Replaces the merchant's order number. Nothing else of an order can be changed.
    ///
    /// Sends a `PATCH` request to `/v2/order/{order_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `body`: The new order number. Takes an [`OrderUpdate`](crate::types::OrderUpdate) or its builder.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn update_order(&self) -> builder::UpdateOrder {
        builder::UpdateOrder::new(self)
    }

    /// Releases an authorized amount.
    ///
    /// Releases part or all of the authorized amount that has not been captured. Possible after the shopper has finished and before the full amount is captured. The sum of captures and releases cannot exceed the authorized amount. A released amount can no longer be captured, and an order that is released in full becomes `deleted`.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/release`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id`, optional: An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
    /// - `body`: The amount to release, in cents, in the order's currency. Takes a [`Price`](crate::types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](crate::types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn release_order(&self) -> builder::ReleaseOrder {
        builder::ReleaseOrder::new(self)
    }

    /// Captures an authorized amount.
    ///
    /// Captures part or all of the authorized amount: the merchant is paid, and the shopper's payments start. Possible for orders with intent `AUTH`, after the shopper has finished and before the authorization expires (after 30 minutes by default, or up to 7 days, depending on the merchant's settings). The sum of captures and releases cannot exceed the authorized amount. An order with intent `CAPTURE` is captured already, and capturing it again is an error.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/capture`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id`, optional: An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
    /// - `body`: What to capture. Takes a [`CaptureRequest`](crate::types::CaptureRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](crate::types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn capture_order(&self) -> builder::CaptureOrder {
        builder::CaptureOrder::new(self)
    }

    /// Refunds a captured amount.
    ///
    /// Refunds part or all of the captured amount to the shopper. The sum of refunds cannot exceed the captured amount, and must be in the order's currency.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/refund`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id`, optional: An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
    /// - `body`: The amount to refund, in cents, in the order's currency. Takes a [`Price`](crate::types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](crate::types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn refund_order(&self) -> builder::RefundOrder {
        builder::RefundOrder::new(self)
    }

    /// Reauthorizes an expired order.
    ///
    /// Requests a new authorization after that of the order has expired. This creates a new order with its own `uuid`, the same `reference_id`, intent `AUTH` and a new payment plan: continue with the new order. A successful response can still be declined: check [`is_approved`](crate::types::OrderCreated::is_approved).
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/reauthorize`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id`, optional: An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
    /// - `body`: The amount to authorize, in cents, in the order's currency. Takes a [`Price`](crate::types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// An [`OrderCreated`](crate::types::OrderCreated).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn reauthorize_order(&self) -> builder::ReauthorizeOrder {
        builder::ReauthorizeOrder::new(self)
    }

    /// Charges an additional amount.
    ///
    /// Creates a separate order, paid in full at once, in addition to an order whose authorization was approved. The sum of all upcharges of an order cannot exceed 15 % of its amount, and must be in its currency. The order itself does not change. Sezzle has long marked this operation as not ready for production: ask Sezzle before you rely on it.
    ///
    /// Sends a `POST` request to `/v2/order/{order_uuid}/upcharge`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `sezzle_request_id`, optional: An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
    /// - `body`: The amount to charge. Takes a [`UpchargeRequest`](crate::types::UpchargeRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](crate::types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn upcharge_order(&self) -> builder::UpchargeOrder {
        builder::UpchargeOrder::new(self)
    }

    /// Deletes the checkout of an order.
    ///
    /// Closes the checkout, so that the shopper can no longer finish it. Possible only before the shopper has finished. Call it when the shopper returns through the cancel URL: an open checkout can still be finished later.
    ///
    /// Sends a `DELETE` request to `/v2/order/{order_uuid}/checkout`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn delete_checkout(&self) -> builder::DeleteCheckout {
        builder::DeleteCheckout::new(self)
    }

    /// Sets the shipping options of an express checkout.
    ///
    /// Sets the shipping options, with their prices, for the address that the shopper selected. For express checkouts only.
    ///
    /// Sends a `PATCH` request to `/v2/order/{order_uuid}/checkout`.
    ///
    /// # Parameters
    ///
    /// - `order_uuid`: The `order.uuid` of the session. Not the order's id in the merchant dashboard.
    /// - `body`: The shipping options. Takes a [`CheckoutUpdate`](crate::types::CheckoutUpdate) or its builder.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    ///                 .final_order_amount_in_cents(4150)]),
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn update_checkout(&self) -> builder::UpdateCheckout {
        builder::UpdateCheckout::new(self)
    }

    /// Returns the tokenized customers.
    ///
    /// Returns all customers that agreed to be charged without a checkout, in one page.
    ///
    /// Sends a `GET` request to `/v2/customer`.
    ///
    ///
    /// # Returns
    ///
    /// A list of [`TokenizedCustomer`](crate::types::TokenizedCustomer).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn list_customers(&self) -> builder::ListCustomers {
        builder::ListCustomers::new(self)
    }

    /// Returns a tokenized customer.
    ///
    /// Returns the customer's data, and the time until which the customer can be charged.
    ///
    /// Sends a `GET` request to `/v2/customer/{customer_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    ///
    /// # Returns
    ///
    /// A [`Customer`](crate::types::Customer).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn get_customer(&self) -> builder::GetCustomer {
        builder::GetCustomer::new(self)
    }

    /// Deletes a tokenized customer.
    ///
    /// Revokes the permission to charge the customer. This cannot be undone: the customer would have to agree again.
    ///
    /// Sends a `DELETE` request to `/v2/customer/{customer_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn delete_customer(&self) -> builder::DeleteCustomer {
        builder::DeleteCustomer::new(self)
    }

    /// Checks whether a customer could be charged.
    ///
    /// Returns whether an order of this amount would be approved now. Nothing is authorized or reserved, so the order itself can still be declined. A successful response can be negative: check `approved`.
    ///
    /// Sends a `POST` request to `/v2/customer/{customer_uuid}/preapprove`.
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    /// - `body`: The amount to check, in cents. Takes a [`Price`](crate::types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Preapproval`](crate::types::Preapproval).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn preapprove_customer(&self) -> builder::PreapproveCustomer {
        builder::PreapproveCustomer::new(self)
    }

    /// Charges a tokenized customer.
    ///
    /// Creates an order for a customer that agreed to be charged without a checkout, such as a renewal of a subscription. It is paid in full at once. A successful response can still be declined: check [`is_approved`](crate::types::OrderCreated::is_approved).
    ///
    /// Sends a `POST` request to `/v2/customer/{customer_uuid}/order`.
    ///
    /// # Parameters
    ///
    /// - `customer_uuid`: The id of the tokenized customer.
    /// - `sezzle_request_id`, optional: An id that the merchant generates. The gateway processes requests with the same id only once. Store it, and send the same id when you repeat the request.
    /// - `body`: The order. Takes a [`CustomerOrderRequest`](crate::types::CustomerOrderRequest) or its builder.
    ///
    /// # Returns
    ///
    /// An [`OrderCreated`](crate::types::OrderCreated).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    /// - 422: The request is well-formed, but not valid.
    ///
    /// # Examples
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
    pub fn create_customer_order(&self) -> builder::CreateCustomerOrder {
        builder::CreateCustomerOrder::new(self)
    }

    /// Returns the state of a tokenization request.
    ///
    /// `customer` is present once the shopper has agreed. Later orders need its `uuid`.
    ///
    /// Sends a `GET` request to `/v2/token/{token}/session`.
    ///
    /// # Parameters
    ///
    /// - `token`: The `tokenize.token` of the session.
    ///
    /// # Returns
    ///
    /// A [`Tokenization`](crate::types::Tokenization).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn get_tokenization(&self) -> builder::GetTokenization {
        builder::GetTokenization::new(self)
    }

    /// Returns all subscriptions.
    ///
    /// Check regularly that your subscription still exists: Sezzle deletes a subscription that failed for five days.
    ///
    /// Sends a `GET` request to `/v2/webhooks`.
    ///
    ///
    /// # Returns
    ///
    /// A list of [`Webhook`](crate::types::Webhook).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn list_webhooks(&self) -> builder::ListWebhooks {
        builder::ListWebhooks::new(self)
    }

    /// Subscribes a URL to events.
    ///
    /// Sezzle then sends the events to the URL. A URL can be subscribed once. Respond to each event with status 200: with any other status it is sent again for five days, and after the last failure the whole subscription is deleted.
    ///
    /// Sends a `POST` request to `/v2/webhooks`.
    ///
    /// # Parameters
    ///
    /// - `body`: The URL and the events to send there. Takes a [`WebhookRequest`](crate::types::WebhookRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Resource`](crate::types::Resource).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 422: The request is well-formed, but not valid.
    /// - 409: The URL is already subscribed.
    ///
    /// # Examples
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
    pub fn create_webhook(&self) -> builder::CreateWebhook {
        builder::CreateWebhook::new(self)
    }

    /// Returns a subscription.
    ///
    /// Returns the subscription with its URL and its events.
    ///
    /// Sends a `GET` request to `/v2/webhooks/{webhooks_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `webhooks_uuid`: The id of the subscription.
    ///
    /// # Returns
    ///
    /// A [`Webhook`](crate::types::Webhook).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn get_webhook(&self) -> builder::GetWebhook {
        builder::GetWebhook::new(self)
    }

    /// Deletes a subscription.
    ///
    /// Sezzle no longer sends events to the URL.
    ///
    /// Sends a `DELETE` request to `/v2/webhooks/{webhooks_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `webhooks_uuid`: The id of the subscription.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn delete_webhook(&self) -> builder::DeleteWebhook {
        builder::DeleteWebhook::new(self)
    }

    /// Changes a subscription.
    ///
    /// Replaces the URL and the list of events. Send both, including what does not change.
    ///
    /// Sends a `PATCH` request to `/v2/webhooks/{webhooks_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `webhooks_uuid`: The id of the subscription.
    /// - `body`: The URL and all events to send there. Takes a [`WebhookRequest`](crate::types::WebhookRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Resource`](crate::types::Resource).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 404: Not found.
    ///
    /// # Examples
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
    pub fn update_webhook(&self) -> builder::UpdateWebhook {
        builder::UpdateWebhook::new(self)
    }

    /// Sends a test event.
    ///
    /// Sezzle sends an event that did not happen, to test the receiver.
    ///
    /// Sends a `POST` request to `/v2/webhooks/test`.
    ///
    /// # Parameters
    ///
    /// - `body`: The event, and where to send it. Takes a [`WebhookTestRequest`](crate::types::WebhookTestRequest) or its builder.
    ///
    /// # Returns
    ///
    /// Nothing.
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request is malformed.
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn test_webhook(&self) -> builder::TestWebhook {
        builder::TestWebhook::new(self)
    }

    /// Returns the payouts.
    ///
    /// Returns the payouts between two days, page by page. How long a page is differs between documents, 20 or 30: advance `offset` by the number of payouts received, until none comes. Ask once for each currency the store uses.
    ///
    /// Sends a `GET` request to `/v2/settlements/summaries`.
    ///
    /// # Parameters
    ///
    /// - `currency_code`, optional: ISO 4217 code. Defaults to `USD`.
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate), optional: The last day, in UTC. Defaults to today: a nightly job that sets the first day only reads the newest records again the next night. `days` sets both.
    /// - `offset`, an integer, optional: The number of records to skip. Defaults to 0.
    /// - `start_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The first day, in UTC.
    ///
    /// # Returns
    ///
    /// A list of [`SettlementSummary`](crate::types::SettlementSummary).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn list_settlements(&self) -> builder::ListSettlements {
        builder::ListSettlements::new(self)
    }

    /// Returns the rows of a payout.
    ///
    /// Returns a payout as CSV: a header and a row with its totals, then a header and a row for each order, capture, refund, fee, correction and transfer in it. Amounts are decimals in the major unit. Read columns by their names: newer reports have more of them. Rows about no order, such as transfers, have no ids and may end before the last columns.
    ///
    /// The column `order_uuid` holds the order's id in the merchant dashboard. The id that the API takes, a UUID, is in `sezzle_order_id`.
    ///
    /// An `ORDER` row states what was ordered, a `CAPTURE` row what was captured; only the latter moves money. Older reports have neither `CAPTURE` rows nor `total_capture_amount`: there an `ORDER` row moves money. The sign of a row may differ from the sign of its total, as with refunds: the type of a row says whether it adds to the payout.
    ///
    /// Sends a `GET` request to `/v2/settlements/details/{payout_uuid}`.
    ///
    /// # Parameters
    ///
    /// - `payout_uuid`: The `uuid` of the payout, from the list of payouts.
    /// - `metadata`, optional: Keys of order metadata to add as columns, separated by commas. A key that no order has gets no column.
    ///
    /// # Returns
    ///
    /// A [`ByteStream`](crate::ByteStream), which is read piece by piece.
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn get_settlement_details(&self) -> builder::GetSettlementDetails {
        builder::GetSettlementDetails::new(self)
    }

    /// Returns the balance of the interest account.
    ///
    /// For merchants in the interest program only.
    ///
    /// Sends a `GET` request to `/v2/interest/balance`.
    ///
    /// # Parameters
    ///
    /// - `currency_code`, optional: ISO 4217 code. Defaults to `USD`.
    ///
    /// # Returns
    ///
    /// An [`InterestBalance`](crate::types::InterestBalance).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn get_interest_balance(&self) -> builder::GetInterestBalance {
        builder::GetInterestBalance::new(self)
    }

    /// Returns the transactions of the interest account.
    ///
    /// Returns what was added to and taken from the interest account, as CSV with amounts of four decimals, 20 rows to a page. Rows are not in order of time. Advance `offset` by the number of rows received, until none comes.
    ///
    /// Sends a `GET` request to `/v2/interest/activity`.
    ///
    /// # Parameters
    ///
    /// - `currency_code`, optional: ISO 4217 code. Defaults to `USD`.
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate), optional: The last day, in UTC. Defaults to today: a nightly job that sets the first day only reads the newest records again the next night. `days` sets both.
    /// - `offset`, an integer, optional: The number of records to skip. Defaults to 0.
    /// - `start_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The first day, in UTC.
    ///
    /// # Returns
    ///
    /// A [`ByteStream`](crate::ByteStream), which is read piece by piece.
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn get_interest_activity(&self) -> builder::GetInterestActivity {
        builder::GetInterestActivity::new(self)
    }

    /// Returns the orders of up to seven days.
    ///
    /// Returns the orders made between two days, with what was captured, refunded and paid in fees. The end is on or after the start and at most 7 days later. Sezzle has to enable this for a merchant first.
    ///
    /// Sends a `GET` request to `/v2/orders/report`.
    ///
    /// # Parameters
    ///
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The last day, in UTC.
    /// - `start_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The first day, in UTC.
    ///
    /// # Returns
    ///
    /// A list of [`OrderReportItem`](crate::types::OrderReportItem).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys are invalid, or the token has expired.
    ///
    /// # Examples
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
    pub fn get_order_report(&self) -> builder::GetOrderReport {
        builder::GetOrderReport::new(self)
    }
}
