// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

/// The expected request (`httpmock::When`) and the response (`httpmock::Then`) of each operation.
pub mod operations {
    use crate::generated::types;
    /// The request of `authenticate` to expect.
    pub struct AuthenticateWhen(::httpmock::When);
    impl AuthenticateWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/authentication$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::ApiKeys) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `authenticate`.
    pub struct AuthenticateThen(::httpmock::Then);
    impl AuthenticateThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `created`.
        pub fn created(self, value: &types::BearerToken) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `create_session` to expect.
    pub struct CreateSessionWhen(::httpmock::When);
    impl CreateSessionWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/session$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::SessionRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `create_session`.
    pub struct CreateSessionThen(::httpmock::Then);
    impl CreateSessionThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `created`.
        pub fn created(self, value: &types::Session) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_session` to expect.
    pub struct GetSessionWhen(::httpmock::When);
    impl GetSessionWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/session/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `session_uuid`.
        pub fn session_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/session/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `get_session`.
    pub struct GetSessionThen(::httpmock::Then);
    impl GetSessionThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Session) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `create_card_session` to expect.
    pub struct CreateCardSessionWhen(::httpmock::When);
    impl CreateCardSessionWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/session/card$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::CardSessionRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `create_card_session`.
    pub struct CreateCardSessionThen(::httpmock::Then);
    impl CreateCardSessionThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `created`.
        pub fn created(self, value: &types::CardSession) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `update_card_session` to expect.
    pub struct UpdateCardSessionWhen(::httpmock::When);
    impl UpdateCardSessionWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/v2/session/[^/]*/card$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `session_id`.
        pub fn session_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/session/{}/card$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::CardOrderRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `update_card_session`.
    pub struct UpdateCardSessionThen(::httpmock::Then);
    impl UpdateCardSessionThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_card` to expect.
    pub struct GetCardWhen(::httpmock::When);
    impl GetCardWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/session/card/token/[^/]*$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `token`.
        pub fn token(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/session/card/token/{}$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `get_card`.
    pub struct GetCardThen(::httpmock::Then);
    impl GetCardThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::CardData) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_order` to expect.
    pub struct GetOrderWhen(::httpmock::When);
    impl GetOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/order/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/order/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `get_order`.
    pub struct GetOrderThen(::httpmock::Then);
    impl GetOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Order) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `update_order` to expect.
    pub struct UpdateOrderWhen(::httpmock::When);
    impl UpdateOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/v2/order/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/order/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::OrderUpdate) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `update_order`.
    pub struct UpdateOrderThen(::httpmock::Then);
    impl UpdateOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `release_order` to expect.
    pub struct ReleaseOrderWhen(::httpmock::When);
    impl ReleaseOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/release$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/release$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `sezzle_request_id`.
        pub fn sezzle_request_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Sezzle-Request-Id", value.to_string()))
            } else {
                Self(self.0.header_missing("Sezzle-Request-Id"))
            }
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `release_order`.
    pub struct ReleaseOrderThen(::httpmock::Then);
    impl ReleaseOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `capture_order` to expect.
    pub struct CaptureOrderWhen(::httpmock::When);
    impl CaptureOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/capture$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/capture$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `sezzle_request_id`.
        pub fn sezzle_request_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Sezzle-Request-Id", value.to_string()))
            } else {
                Self(self.0.header_missing("Sezzle-Request-Id"))
            }
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::CaptureRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `capture_order`.
    pub struct CaptureOrderThen(::httpmock::Then);
    impl CaptureOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `refund_order` to expect.
    pub struct RefundOrderWhen(::httpmock::When);
    impl RefundOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/order/[^/]*/refund$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/order/{}/refund$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `sezzle_request_id`.
        pub fn sezzle_request_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Sezzle-Request-Id", value.to_string()))
            } else {
                Self(self.0.header_missing("Sezzle-Request-Id"))
            }
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `refund_order`.
    pub struct RefundOrderThen(::httpmock::Then);
    impl RefundOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `reauthorize_order` to expect.
    pub struct ReauthorizeOrderWhen(::httpmock::When);
    impl ReauthorizeOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/reauthorize$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/reauthorize$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `sezzle_request_id`.
        pub fn sezzle_request_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Sezzle-Request-Id", value.to_string()))
            } else {
                Self(self.0.header_missing("Sezzle-Request-Id"))
            }
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `reauthorize_order`.
    pub struct ReauthorizeOrderThen(::httpmock::Then);
    impl ReauthorizeOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::OrderCreated) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `upcharge_order` to expect.
    pub struct UpchargeOrderWhen(::httpmock::When);
    impl UpchargeOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/upcharge$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/upcharge$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `sezzle_request_id`.
        pub fn sezzle_request_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Sezzle-Request-Id", value.to_string()))
            } else {
                Self(self.0.header_missing("Sezzle-Request-Id"))
            }
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::UpchargeRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `upcharge_order`.
    pub struct UpchargeOrderThen(::httpmock::Then);
    impl UpchargeOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `delete_checkout` to expect.
    pub struct DeleteCheckoutWhen(::httpmock::When);
    impl DeleteCheckoutWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/checkout$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/checkout$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `delete_checkout`.
    pub struct DeleteCheckoutThen(::httpmock::Then);
    impl DeleteCheckoutThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `update_checkout` to expect.
    pub struct UpdateCheckoutWhen(::httpmock::When);
    impl UpdateCheckoutWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/checkout$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `order_uuid`.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/checkout$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::CheckoutUpdate) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `update_checkout`.
    pub struct UpdateCheckoutThen(::httpmock::Then);
    impl UpdateCheckoutThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `list_customers` to expect.
    pub struct ListCustomersWhen(::httpmock::When);
    impl ListCustomersWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/customer$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
    }

    /// The response to `list_customers`.
    pub struct ListCustomersThen(::httpmock::Then);
    impl ListCustomersThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &::std::vec::Vec<types::TokenizedCustomer>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_customer` to expect.
    pub struct GetCustomerWhen(::httpmock::When);
    impl GetCustomerWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/customer/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `customer_uuid`.
        pub fn customer_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/customer/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `get_customer`.
    pub struct GetCustomerThen(::httpmock::Then);
    impl GetCustomerThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Customer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `delete_customer` to expect.
    pub struct DeleteCustomerWhen(::httpmock::When);
    impl DeleteCustomerWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/v2/customer/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `customer_uuid`.
        pub fn customer_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/customer/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `delete_customer`.
    pub struct DeleteCustomerThen(::httpmock::Then);
    impl DeleteCustomerThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `preapprove_customer` to expect.
    pub struct PreapproveCustomerWhen(::httpmock::When);
    impl PreapproveCustomerWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/customer/[^/]*/preapprove$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `customer_uuid`.
        pub fn customer_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/customer/{}/preapprove$", regex::escape(& value
                        .to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `preapprove_customer`.
    pub struct PreapproveCustomerThen(::httpmock::Then);
    impl PreapproveCustomerThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Preapproval) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `create_customer_order` to expect.
    pub struct CreateCustomerOrderWhen(::httpmock::When);
    impl CreateCustomerOrderWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/customer/[^/]*/order$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `customer_uuid`.
        pub fn customer_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/customer/{}/order$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `sezzle_request_id`.
        pub fn sezzle_request_id<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.header("Sezzle-Request-Id", value.to_string()))
            } else {
                Self(self.0.header_missing("Sezzle-Request-Id"))
            }
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::CustomerOrderRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `create_customer_order`.
    pub struct CreateCustomerOrderThen(::httpmock::Then);
    impl CreateCustomerOrderThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::OrderCreated) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_tokenization` to expect.
    pub struct GetTokenizationWhen(::httpmock::When);
    impl GetTokenizationWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/token/[^/]*/session$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `token`.
        pub fn token(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/token/{}/session$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `get_tokenization`.
    pub struct GetTokenizationThen(::httpmock::Then);
    impl GetTokenizationThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Tokenization) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `list_webhooks` to expect.
    pub struct ListWebhooksWhen(::httpmock::When);
    impl ListWebhooksWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/webhooks$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
    }

    /// The response to `list_webhooks`.
    pub struct ListWebhooksThen(::httpmock::Then);
    impl ListWebhooksThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &::std::vec::Vec<types::Webhook>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `create_webhook` to expect.
    pub struct CreateWebhookWhen(::httpmock::When);
    impl CreateWebhookWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/webhooks$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::WebhookRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `create_webhook`.
    pub struct CreateWebhookThen(::httpmock::Then);
    impl CreateWebhookThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Resource) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unprocessable_entity`.
        pub fn unprocessable_entity(
            self,
            value: &::std::vec::Vec<types::ErrorDetail>,
        ) -> Self {
            Self(
                self
                    .0
                    .status(422u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `conflict`.
        pub fn conflict(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(409u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_webhook` to expect.
    pub struct GetWebhookWhen(::httpmock::When);
    impl GetWebhookWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/webhooks/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `webhooks_uuid`.
        pub fn webhooks_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/webhooks/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `get_webhook`.
    pub struct GetWebhookThen(::httpmock::Then);
    impl GetWebhookThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Webhook) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `delete_webhook` to expect.
    pub struct DeleteWebhookWhen(::httpmock::When);
    impl DeleteWebhookWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/v2/webhooks/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `webhooks_uuid`.
        pub fn webhooks_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/webhooks/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// The response to `delete_webhook`.
    pub struct DeleteWebhookThen(::httpmock::Then);
    impl DeleteWebhookThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `update_webhook` to expect.
    pub struct UpdateWebhookWhen(::httpmock::When);
    impl UpdateWebhookWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/v2/webhooks/[^/]*$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `webhooks_uuid`.
        pub fn webhooks_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/webhooks/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::WebhookRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `update_webhook`.
    pub struct UpdateWebhookThen(::httpmock::Then);
    impl UpdateWebhookThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::Resource) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `not_found`.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `test_webhook` to expect.
    pub struct TestWebhookWhen(::httpmock::When);
    impl TestWebhookWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/webhooks/test$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `body`.
        pub fn body(self, value: &types::WebhookTestRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// The response to `test_webhook`.
    pub struct TestWebhookThen(::httpmock::Then);
    impl TestWebhookThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `created`.
        pub fn created(self) -> Self {
            Self(self.0.status(201u16))
        }

        /// Responds with `bad_request`.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `list_settlements` to expect.
    pub struct ListSettlementsWhen(::httpmock::When);
    impl ListSettlementsWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/settlements/summaries$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `currency_code`.
        pub fn currency_code<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("currency-code", value.to_string()))
            } else {
                Self(self.0.query_param_missing("currency-code"))
            }
        }

        /// Expects this `end_date`.
        pub fn end_date<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a ::chrono::naive::NaiveDate>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("end-date", value.to_string()))
            } else {
                Self(self.0.query_param_missing("end-date"))
            }
        }

        /// Expects this `offset`.
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }

        /// Expects this `start_date`.
        pub fn start_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("start-date", value.to_string()))
        }
    }

    /// The response to `list_settlements`.
    pub struct ListSettlementsThen(::httpmock::Then);
    impl ListSettlementsThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &::std::vec::Vec<types::SettlementSummary>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_settlement_details` to expect.
    pub struct GetSettlementDetailsWhen(::httpmock::When);
    impl GetSettlementDetailsWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/settlements/details/[^/]*$").unwrap(),
                    ),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `payout_uuid`.
        pub fn payout_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/settlements/details/{}$", regex::escape(& value
                        .to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// Expects this `metadata`.
        pub fn metadata<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("metadata", value.to_string()))
            } else {
                Self(self.0.query_param_missing("metadata"))
            }
        }
    }

    /// The response to `get_settlement_details`.
    pub struct GetSettlementDetailsThen(::httpmock::Then);
    impl GetSettlementDetailsThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, body: impl AsRef<[u8]>) -> Self {
            Self(self.0.status(200u16).header("content-type", "text/csv").body(body))
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_interest_balance` to expect.
    pub struct GetInterestBalanceWhen(::httpmock::When);
    impl GetInterestBalanceWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/interest/balance$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `currency_code`.
        pub fn currency_code<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("currency-code", value.to_string()))
            } else {
                Self(self.0.query_param_missing("currency-code"))
            }
        }
    }

    /// The response to `get_interest_balance`.
    pub struct GetInterestBalanceThen(::httpmock::Then);
    impl GetInterestBalanceThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &types::InterestBalance) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_interest_activity` to expect.
    pub struct GetInterestActivityWhen(::httpmock::When);
    impl GetInterestActivityWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/interest/activity$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `currency_code`.
        pub fn currency_code<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a str>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("currency-code", value.to_string()))
            } else {
                Self(self.0.query_param_missing("currency-code"))
            }
        }

        /// Expects this `end_date`.
        pub fn end_date<'a, T>(self, value: T) -> Self
        where
            T: Into<Option<&'a ::chrono::naive::NaiveDate>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("end-date", value.to_string()))
            } else {
                Self(self.0.query_param_missing("end-date"))
            }
        }

        /// Expects this `offset`.
        pub fn offset<T>(self, value: T) -> Self
        where
            T: Into<Option<i32>>,
        {
            if let Some(value) = value.into() {
                Self(self.0.query_param("offset", value.to_string()))
            } else {
                Self(self.0.query_param_missing("offset"))
            }
        }

        /// Expects this `start_date`.
        pub fn start_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("start-date", value.to_string()))
        }
    }

    /// The response to `get_interest_activity`.
    pub struct GetInterestActivityThen(::httpmock::Then);
    impl GetInterestActivityThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, body: impl AsRef<[u8]>) -> Self {
            Self(self.0.status(200u16).header("content-type", "text/csv").body(body))
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }

    /// The request of `get_order_report` to expect.
    pub struct GetOrderReportWhen(::httpmock::When);
    impl GetOrderReportWhen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/orders/report$").unwrap()),
            )
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// Expects this `end_date`.
        pub fn end_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("end-date", value.to_string()))
        }

        /// Expects this `start_date`.
        pub fn start_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("start-date", value.to_string()))
        }
    }

    /// The response to `get_order_report`.
    pub struct GetOrderReportThen(::httpmock::Then);
    impl GetOrderReportThen {
        /// Wraps the value of `httpmock`.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// Returns the value of `httpmock`, for anything that the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// Responds with `ok`.
        pub fn ok(self, value: &::std::vec::Vec<types::OrderReportItem>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with `unauthorized`.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Responds with an error status and the documented array of details.
        pub fn errors(self, status: u16, errors: &[types::ErrorDetail]) -> Self {
            Self(
                self
                    .0
                    .status(status)
                    .header("content-type", "application/json")
                    .json_body_obj(&errors),
            )
        }
    }
}

/// Adds a method for each operation to `httpmock::MockServer`.
pub trait MockServerExt {
    /// Mocks `authenticate`.
    fn authenticate<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::AuthenticateWhen, operations::AuthenticateThen);
    /// Mocks `create_session`.
    fn create_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateSessionWhen, operations::CreateSessionThen);
    /// Mocks `get_session`.
    fn get_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetSessionWhen, operations::GetSessionThen);
    /// Mocks `create_card_session`.
    fn create_card_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateCardSessionWhen, operations::CreateCardSessionThen);
    /// Mocks `update_card_session`.
    fn update_card_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateCardSessionWhen, operations::UpdateCardSessionThen);
    /// Mocks `get_card`.
    fn get_card<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetCardWhen, operations::GetCardThen);
    /// Mocks `get_order`.
    fn get_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetOrderWhen, operations::GetOrderThen);
    /// Mocks `update_order`.
    fn update_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateOrderWhen, operations::UpdateOrderThen);
    /// Mocks `release_order`.
    fn release_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ReleaseOrderWhen, operations::ReleaseOrderThen);
    /// Mocks `capture_order`.
    fn capture_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CaptureOrderWhen, operations::CaptureOrderThen);
    /// Mocks `refund_order`.
    fn refund_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RefundOrderWhen, operations::RefundOrderThen);
    /// Mocks `reauthorize_order`.
    fn reauthorize_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ReauthorizeOrderWhen, operations::ReauthorizeOrderThen);
    /// Mocks `upcharge_order`.
    fn upcharge_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpchargeOrderWhen, operations::UpchargeOrderThen);
    /// Mocks `delete_checkout`.
    fn delete_checkout<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteCheckoutWhen, operations::DeleteCheckoutThen);
    /// Mocks `update_checkout`.
    fn update_checkout<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateCheckoutWhen, operations::UpdateCheckoutThen);
    /// Mocks `list_customers`.
    fn list_customers<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListCustomersWhen, operations::ListCustomersThen);
    /// Mocks `get_customer`.
    fn get_customer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetCustomerWhen, operations::GetCustomerThen);
    /// Mocks `delete_customer`.
    fn delete_customer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteCustomerWhen, operations::DeleteCustomerThen);
    /// Mocks `preapprove_customer`.
    fn preapprove_customer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::PreapproveCustomerWhen,
            operations::PreapproveCustomerThen,
        );
    /// Mocks `create_customer_order`.
    fn create_customer_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateCustomerOrderWhen,
            operations::CreateCustomerOrderThen,
        );
    /// Mocks `get_tokenization`.
    fn get_tokenization<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTokenizationWhen, operations::GetTokenizationThen);
    /// Mocks `list_webhooks`.
    fn list_webhooks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListWebhooksWhen, operations::ListWebhooksThen);
    /// Mocks `create_webhook`.
    fn create_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateWebhookWhen, operations::CreateWebhookThen);
    /// Mocks `get_webhook`.
    fn get_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetWebhookWhen, operations::GetWebhookThen);
    /// Mocks `delete_webhook`.
    fn delete_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteWebhookWhen, operations::DeleteWebhookThen);
    /// Mocks `update_webhook`.
    fn update_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateWebhookWhen, operations::UpdateWebhookThen);
    /// Mocks `test_webhook`.
    fn test_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TestWebhookWhen, operations::TestWebhookThen);
    /// Mocks `list_settlements`.
    fn list_settlements<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListSettlementsWhen, operations::ListSettlementsThen);
    /// Mocks `get_settlement_details`.
    fn get_settlement_details<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetSettlementDetailsWhen,
            operations::GetSettlementDetailsThen,
        );
    /// Mocks `get_interest_balance`.
    fn get_interest_balance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetInterestBalanceWhen,
            operations::GetInterestBalanceThen,
        );
    /// Mocks `get_interest_activity`.
    fn get_interest_activity<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetInterestActivityWhen,
            operations::GetInterestActivityThen,
        );
    /// Mocks `get_order_report`.
    fn get_order_report<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetOrderReportWhen, operations::GetOrderReportThen);
}

impl MockServerExt for ::httpmock::MockServer {
    fn authenticate<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::AuthenticateWhen, operations::AuthenticateThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::AuthenticateWhen::new(when),
                operations::AuthenticateThen::new(then),
            )
        })
    }

    fn create_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateSessionWhen, operations::CreateSessionThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateSessionWhen::new(when),
                operations::CreateSessionThen::new(then),
            )
        })
    }

    fn get_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetSessionWhen, operations::GetSessionThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetSessionWhen::new(when),
                operations::GetSessionThen::new(then),
            )
        })
    }

    fn create_card_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateCardSessionWhen, operations::CreateCardSessionThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateCardSessionWhen::new(when),
                operations::CreateCardSessionThen::new(then),
            )
        })
    }

    fn update_card_session<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateCardSessionWhen, operations::UpdateCardSessionThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateCardSessionWhen::new(when),
                operations::UpdateCardSessionThen::new(then),
            )
        })
    }

    fn get_card<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetCardWhen, operations::GetCardThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetCardWhen::new(when),
                operations::GetCardThen::new(then),
            )
        })
    }

    fn get_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetOrderWhen, operations::GetOrderThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetOrderWhen::new(when),
                operations::GetOrderThen::new(then),
            )
        })
    }

    fn update_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateOrderWhen, operations::UpdateOrderThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateOrderWhen::new(when),
                operations::UpdateOrderThen::new(then),
            )
        })
    }

    fn release_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ReleaseOrderWhen, operations::ReleaseOrderThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ReleaseOrderWhen::new(when),
                operations::ReleaseOrderThen::new(then),
            )
        })
    }

    fn capture_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CaptureOrderWhen, operations::CaptureOrderThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CaptureOrderWhen::new(when),
                operations::CaptureOrderThen::new(then),
            )
        })
    }

    fn refund_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::RefundOrderWhen, operations::RefundOrderThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::RefundOrderWhen::new(when),
                operations::RefundOrderThen::new(then),
            )
        })
    }

    fn reauthorize_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ReauthorizeOrderWhen, operations::ReauthorizeOrderThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ReauthorizeOrderWhen::new(when),
                operations::ReauthorizeOrderThen::new(then),
            )
        })
    }

    fn upcharge_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpchargeOrderWhen, operations::UpchargeOrderThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpchargeOrderWhen::new(when),
                operations::UpchargeOrderThen::new(then),
            )
        })
    }

    fn delete_checkout<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteCheckoutWhen, operations::DeleteCheckoutThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteCheckoutWhen::new(when),
                operations::DeleteCheckoutThen::new(then),
            )
        })
    }

    fn update_checkout<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateCheckoutWhen, operations::UpdateCheckoutThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateCheckoutWhen::new(when),
                operations::UpdateCheckoutThen::new(then),
            )
        })
    }

    fn list_customers<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListCustomersWhen, operations::ListCustomersThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListCustomersWhen::new(when),
                operations::ListCustomersThen::new(then),
            )
        })
    }

    fn get_customer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetCustomerWhen, operations::GetCustomerThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetCustomerWhen::new(when),
                operations::GetCustomerThen::new(then),
            )
        })
    }

    fn delete_customer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteCustomerWhen, operations::DeleteCustomerThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteCustomerWhen::new(when),
                operations::DeleteCustomerThen::new(then),
            )
        })
    }

    fn preapprove_customer<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::PreapproveCustomerWhen,
            operations::PreapproveCustomerThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::PreapproveCustomerWhen::new(when),
                operations::PreapproveCustomerThen::new(then),
            )
        })
    }

    fn create_customer_order<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::CreateCustomerOrderWhen,
            operations::CreateCustomerOrderThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateCustomerOrderWhen::new(when),
                operations::CreateCustomerOrderThen::new(then),
            )
        })
    }

    fn get_tokenization<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetTokenizationWhen, operations::GetTokenizationThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetTokenizationWhen::new(when),
                operations::GetTokenizationThen::new(then),
            )
        })
    }

    fn list_webhooks<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListWebhooksWhen, operations::ListWebhooksThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListWebhooksWhen::new(when),
                operations::ListWebhooksThen::new(then),
            )
        })
    }

    fn create_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::CreateWebhookWhen, operations::CreateWebhookThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::CreateWebhookWhen::new(when),
                operations::CreateWebhookThen::new(then),
            )
        })
    }

    fn get_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetWebhookWhen, operations::GetWebhookThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetWebhookWhen::new(when),
                operations::GetWebhookThen::new(then),
            )
        })
    }

    fn delete_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::DeleteWebhookWhen, operations::DeleteWebhookThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::DeleteWebhookWhen::new(when),
                operations::DeleteWebhookThen::new(then),
            )
        })
    }

    fn update_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::UpdateWebhookWhen, operations::UpdateWebhookThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::UpdateWebhookWhen::new(when),
                operations::UpdateWebhookThen::new(then),
            )
        })
    }

    fn test_webhook<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::TestWebhookWhen, operations::TestWebhookThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::TestWebhookWhen::new(when),
                operations::TestWebhookThen::new(then),
            )
        })
    }

    fn list_settlements<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::ListSettlementsWhen, operations::ListSettlementsThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::ListSettlementsWhen::new(when),
                operations::ListSettlementsThen::new(then),
            )
        })
    }

    fn get_settlement_details<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetSettlementDetailsWhen,
            operations::GetSettlementDetailsThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetSettlementDetailsWhen::new(when),
                operations::GetSettlementDetailsThen::new(then),
            )
        })
    }

    fn get_interest_balance<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetInterestBalanceWhen,
            operations::GetInterestBalanceThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetInterestBalanceWhen::new(when),
                operations::GetInterestBalanceThen::new(then),
            )
        })
    }

    fn get_interest_activity<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(
            operations::GetInterestActivityWhen,
            operations::GetInterestActivityThen,
        ),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetInterestActivityWhen::new(when),
                operations::GetInterestActivityThen::new(then),
            )
        })
    }

    fn get_order_report<F>(&self, config_fn: F) -> ::httpmock::Mock<'_>
    where
        F: FnOnce(operations::GetOrderReportWhen, operations::GetOrderReportThen),
    {
        self.mock(|when, then| {
            config_fn(
                operations::GetOrderReportWhen::new(when),
                operations::GetOrderReportThen::new(then),
            )
        })
    }
}
