// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 86e8ef1d94c42e085e2a6b089e03b3d0fe0619f051689dbd757341173de083fe
// openapi/overlay.yaml SHA-256 58f1cc16631d8ddcc3d4a4aebec0b81907123fc9ce05b2f46eb99a6975964031
// progenitor 0.15.1

use super::{builder, types};
use crate::client::Client;
impl Client {
    /// Exchange API keys for a bearer token
    ///
    /// Trades the merchant's key pair for a bearer token that authorizes every other call. A token lives for 120 minutes. Several tokens may be live at once, and asking for a new one does not end the others.
    ///
    /// Sends a `POST` request to `/v2/authentication`
    ///
    /// # Parameters
    ///
    /// - `body`: The merchant's key pair. Takes an [`ApiKeys`](types::ApiKeys) or its builder.
    ///
    /// # Returns
    ///
    /// A [`BearerToken`](types::BearerToken).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    /// - `body`: What the shopper is asked to pay for, and where to send them afterwards. Takes a [`SessionRequest`](types::SessionRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Session`](types::Session).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 422: The request was understood but breaks a rule.
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
    /// # Returns
    ///
    /// A [`Session`](types::Session).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `body`: The amount the card is for, and how the shopper gets there. Takes a [`CardSessionRequest`](types::CardSessionRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`CardSession`](types::CardSession).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `body`: The shop's order number. Takes a [`CardOrderRequest`](types::CardOrderRequest) or its builder.
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
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// # Returns
    ///
    /// A [`CardData`](types::CardData).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// # Returns
    ///
    /// An [`Order`](types::Order).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// - `body`: The new order number. Takes an [`OrderUpdate`](types::OrderUpdate) or its builder.
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
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `sezzle_request_id`, optional: An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The amount to release, in cents, in the order's currency. Takes a [`Price`](types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `sezzle_request_id`, optional: An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: What to capture. Takes a [`CaptureRequest`](types::CaptureRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `sezzle_request_id`, optional: An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The amount to refund, in cents, in the order's currency. Takes a [`Price`](types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `sezzle_request_id`, optional: An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The amount to authorize, in cents, in the order's currency. Takes a [`Price`](types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// An [`OrderCreated`](types::OrderCreated).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `sezzle_request_id`, optional: An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: What to charge on top. Takes a [`UpchargeRequest`](types::UpchargeRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Transaction`](types::Transaction).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `body`: The shipping options. Takes a [`CheckoutUpdate`](types::CheckoutUpdate) or its builder.
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
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// # Returns
    ///
    /// A list of [`TokenizedCustomer`](types::TokenizedCustomer).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// # Returns
    ///
    /// A [`Customer`](types::Customer).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// - `body`: The amount in question, in cents. Takes a [`Price`](types::Price) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Preapproval`](types::Preapproval).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// - `sezzle_request_id`, optional: An id of the merchant's making. The gateway does a request once, however often it comes with the same id. Keep it, and send the same one when you repeat the request.
    /// - `body`: The order. Takes a [`CustomerOrderRequest`](types::CustomerOrderRequest) or its builder.
    ///
    /// # Returns
    ///
    /// An [`OrderCreated`](types::OrderCreated).
    ///
    /// # Retries
    ///
    /// The client retries this operation with the same `sezzle_request_id`: the given one, or one that it generates. The gateway then acts only once. To repeat the call yourself, pass the id from [`Error::request_id`](crate::Error::request_id); with another id it takes effect again.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
    /// - 422: The request was understood but breaks a rule.
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
    /// # Returns
    ///
    /// A [`Tokenization`](types::Tokenization).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// # Returns
    ///
    /// A list of [`Webhook`](types::Webhook).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    /// - `body`: The URL and the events to send there. Takes a [`WebhookRequest`](types::WebhookRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Resource`](types::Resource).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 422: The request was understood but breaks a rule.
    /// - 409: The URL is subscribed already.
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
    /// # Returns
    ///
    /// A [`Webhook`](types::Webhook).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
    /// - 404: There is no such thing.
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
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    /// - `body`: The URL and all events to send there. Takes a [`WebhookRequest`](types::WebhookRequest) or its builder.
    ///
    /// # Returns
    ///
    /// A [`Resource`](types::Resource).
    ///
    /// # Retries
    ///
    /// Repeating this operation takes effect again, and the gateway cannot detect it. The client retries it only if the request was certainly not processed. After an error, check [`Error::may_have_been_processed`](crate::Error::may_have_been_processed).
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 404: There is no such thing.
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
    /// - `body`: The event, and where to send it. Takes a [`WebhookTestRequest`](types::WebhookTestRequest) or its builder.
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
    /// - 400: The request could not be understood.
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    /// - `currency_code`, optional: ISO 4217 code. `USD` if absent.
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate), optional: The last day, in UTC. Today if absent.
    /// - `offset`, an integer, optional: How many records to skip. None if absent.
    /// - `start_date`, a [`NaiveDate`](crate::chrono::NaiveDate): The first day, in UTC.
    ///
    /// # Returns
    ///
    /// A list of [`SettlementSummary`](types::SettlementSummary).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    pub fn list_settlements(&self) -> builder::ListSettlements<'_> {
        builder::ListSettlements::new(self)
    }

    /// Read a payout in detail
    ///
    /// Returns a payout as CSV: a header and a row with its totals, then a header and a row for each order, refund, fee and correction in it. Amounts are decimals in the major unit. Read columns by their names, and expect short rows.
    ///
    /// Sends a `GET` request to `/v2/settlements/details/{payout_uuid}`
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
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    /// - `currency_code`, optional: ISO 4217 code. `USD` if absent.
    ///
    /// # Returns
    ///
    /// An [`InterestBalance`](types::InterestBalance).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    /// - `currency_code`, optional: ISO 4217 code. `USD` if absent.
    /// - `end_date`, a [`NaiveDate`](crate::chrono::NaiveDate), optional: The last day, in UTC. Today if absent.
    /// - `offset`, an integer, optional: How many records to skip. None if absent.
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
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    /// # Returns
    ///
    /// A list of [`OrderReportItem`](types::OrderReportItem).
    ///
    /// # Retries
    ///
    /// Repeating this operation has no further effect, so the client retries it after any transient failure.
    ///
    /// # Errors
    ///
    /// Besides the errors of any call, see [`Error`](crate::Error), these responses are documented:
    ///
    /// - 401: The bearer token or the keys were not accepted, or the token has expired.
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
    pub fn get_order_report(&self) -> builder::GetOrderReport<'_> {
        builder::GetOrderReport::new(self)
    }
}
