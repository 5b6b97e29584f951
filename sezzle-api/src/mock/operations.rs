// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 acd76eafb71b84baa48ea5c86650e4579a714440c4d6e578e04b2ed5e218f0f5
// openapi/overlay.yaml SHA-256 58f1cc16631d8ddcc3d4a4aebec0b81907123fc9ce05b2f46eb99a6975964031
// progenitor 0.15.1

/// What a request of each operation must be like (`httpmock::When`), and what to answer (`httpmock::Then`).
pub mod operations {
    use crate::types;
    /// What a request of `authenticate` must be like.
    pub struct AuthenticateWhen(::httpmock::When);
    impl AuthenticateWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/authentication$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::ApiKeys) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `authenticate`.
    pub struct AuthenticateThen(::httpmock::Then);
    impl AuthenticateThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `created`, with this value.
        pub fn created(self, value: &types::BearerToken) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `create_session` must be like.
    pub struct CreateSessionWhen(::httpmock::When);
    impl CreateSessionWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/session$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::SessionRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `create_session`.
    pub struct CreateSessionThen(::httpmock::Then);
    impl CreateSessionThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `created`, with this value.
        pub fn created(self, value: &types::Session) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_session` must be like.
    pub struct GetSessionWhen(::httpmock::When);
    impl GetSessionWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/session/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `session_uuid`, with this value.
        pub fn session_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/session/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// What to answer to `get_session`.
    pub struct GetSessionThen(::httpmock::Then);
    impl GetSessionThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Session) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `create_card_session` must be like.
    pub struct CreateCardSessionWhen(::httpmock::When);
    impl CreateCardSessionWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/session/card$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::CardSessionRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `create_card_session`.
    pub struct CreateCardSessionThen(::httpmock::Then);
    impl CreateCardSessionThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `created`, with this value.
        pub fn created(self, value: &types::CardSession) -> Self {
            Self(
                self
                    .0
                    .status(201u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `update_card_session` must be like.
    pub struct UpdateCardSessionWhen(::httpmock::When);
    impl UpdateCardSessionWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/v2/session/[^/]*/card$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `session_id`, with this value.
        pub fn session_id(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/session/{}/card$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::CardOrderRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `update_card_session`.
    pub struct UpdateCardSessionThen(::httpmock::Then);
    impl UpdateCardSessionThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_card` must be like.
    pub struct GetCardWhen(::httpmock::When);
    impl GetCardWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/session/card/token/[^/]*$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `token`, with this value.
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

    /// What to answer to `get_card`.
    pub struct GetCardThen(::httpmock::Then);
    impl GetCardThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::CardData) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_order` must be like.
    pub struct GetOrderWhen(::httpmock::When);
    impl GetOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/order/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/order/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// What to answer to `get_order`.
    pub struct GetOrderThen(::httpmock::Then);
    impl GetOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Order) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `update_order` must be like.
    pub struct UpdateOrderWhen(::httpmock::When);
    impl UpdateOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/v2/order/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/order/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::OrderUpdate) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `update_order`.
    pub struct UpdateOrderThen(::httpmock::Then);
    impl UpdateOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `release_order` must be like.
    pub struct ReleaseOrderWhen(::httpmock::When);
    impl ReleaseOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/release$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/release$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `sezzle_request_id`, with this value.
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

        /// `body`, with this value.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `release_order`.
    pub struct ReleaseOrderThen(::httpmock::Then);
    impl ReleaseOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `capture_order` must be like.
    pub struct CaptureOrderWhen(::httpmock::When);
    impl CaptureOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/capture$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/capture$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `sezzle_request_id`, with this value.
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

        /// `body`, with this value.
        pub fn body(self, value: &types::CaptureRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `capture_order`.
    pub struct CaptureOrderThen(::httpmock::Then);
    impl CaptureOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `refund_order` must be like.
    pub struct RefundOrderWhen(::httpmock::When);
    impl RefundOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/order/[^/]*/refund$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/order/{}/refund$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `sezzle_request_id`, with this value.
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

        /// `body`, with this value.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `refund_order`.
    pub struct RefundOrderThen(::httpmock::Then);
    impl RefundOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `reauthorize_order` must be like.
    pub struct ReauthorizeOrderWhen(::httpmock::When);
    impl ReauthorizeOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/reauthorize$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/reauthorize$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `sezzle_request_id`, with this value.
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

        /// `body`, with this value.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `reauthorize_order`.
    pub struct ReauthorizeOrderThen(::httpmock::Then);
    impl ReauthorizeOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::OrderCreated) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `upcharge_order` must be like.
    pub struct UpchargeOrderWhen(::httpmock::When);
    impl UpchargeOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/upcharge$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/upcharge$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `sezzle_request_id`, with this value.
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

        /// `body`, with this value.
        pub fn body(self, value: &types::UpchargeRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `upcharge_order`.
    pub struct UpchargeOrderThen(::httpmock::Then);
    impl UpchargeOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Transaction) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `delete_checkout` must be like.
    pub struct DeleteCheckoutWhen(::httpmock::When);
    impl DeleteCheckoutWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/checkout$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
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

    /// What to answer to `delete_checkout`.
    pub struct DeleteCheckoutThen(::httpmock::Then);
    impl DeleteCheckoutThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `update_checkout` must be like.
    pub struct UpdateCheckoutWhen(::httpmock::When);
    impl UpdateCheckoutWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(
                        regex::Regex::new("^/v2/order/[^/]*/checkout$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `order_uuid`, with this value.
        pub fn order_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/order/{}/checkout$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::CheckoutUpdate) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `update_checkout`.
    pub struct UpdateCheckoutThen(::httpmock::Then);
    impl UpdateCheckoutThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `list_customers` must be like.
    pub struct ListCustomersWhen(::httpmock::When);
    impl ListCustomersWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/customer$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
    }

    /// What to answer to `list_customers`.
    pub struct ListCustomersThen(::httpmock::Then);
    impl ListCustomersThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &::std::vec::Vec<types::TokenizedCustomer>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_customer` must be like.
    pub struct GetCustomerWhen(::httpmock::When);
    impl GetCustomerWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/customer/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `customer_uuid`, with this value.
        pub fn customer_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/customer/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// What to answer to `get_customer`.
    pub struct GetCustomerThen(::httpmock::Then);
    impl GetCustomerThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Customer) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `delete_customer` must be like.
    pub struct DeleteCustomerWhen(::httpmock::When);
    impl DeleteCustomerWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/v2/customer/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `customer_uuid`, with this value.
        pub fn customer_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/customer/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// What to answer to `delete_customer`.
    pub struct DeleteCustomerThen(::httpmock::Then);
    impl DeleteCustomerThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `preapprove_customer` must be like.
    pub struct PreapproveCustomerWhen(::httpmock::When);
    impl PreapproveCustomerWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/customer/[^/]*/preapprove$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `customer_uuid`, with this value.
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

        /// `body`, with this value.
        pub fn body(self, value: &types::Price) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `preapprove_customer`.
    pub struct PreapproveCustomerThen(::httpmock::Then);
    impl PreapproveCustomerThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Preapproval) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `create_customer_order` must be like.
    pub struct CreateCustomerOrderWhen(::httpmock::When);
    impl CreateCustomerOrderWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(
                        regex::Regex::new("^/v2/customer/[^/]*/order$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `customer_uuid`, with this value.
        pub fn customer_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!(
                        "^/v2/customer/{}/order$", regex::escape(& value.to_string())
                    ),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `sezzle_request_id`, with this value.
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

        /// `body`, with this value.
        pub fn body(self, value: &types::CustomerOrderRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `create_customer_order`.
    pub struct CreateCustomerOrderThen(::httpmock::Then);
    impl CreateCustomerOrderThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::OrderCreated) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_tokenization` must be like.
    pub struct GetTokenizationWhen(::httpmock::When);
    impl GetTokenizationWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/token/[^/]*/session$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `token`, with this value.
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

    /// What to answer to `get_tokenization`.
    pub struct GetTokenizationThen(::httpmock::Then);
    impl GetTokenizationThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Tokenization) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `list_webhooks` must be like.
    pub struct ListWebhooksWhen(::httpmock::When);
    impl ListWebhooksWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/webhooks$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }
    }

    /// What to answer to `list_webhooks`.
    pub struct ListWebhooksThen(::httpmock::Then);
    impl ListWebhooksThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &::std::vec::Vec<types::Webhook>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `create_webhook` must be like.
    pub struct CreateWebhookWhen(::httpmock::When);
    impl CreateWebhookWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/webhooks$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::WebhookRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `create_webhook`.
    pub struct CreateWebhookThen(::httpmock::Then);
    impl CreateWebhookThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Resource) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unprocessable_entity`, with this value.
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

        /// `conflict`, with this value.
        pub fn conflict(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(409u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_webhook` must be like.
    pub struct GetWebhookWhen(::httpmock::When);
    impl GetWebhookWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/webhooks/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `webhooks_uuid`, with this value.
        pub fn webhooks_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/webhooks/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// What to answer to `get_webhook`.
    pub struct GetWebhookThen(::httpmock::Then);
    impl GetWebhookThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Webhook) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `delete_webhook` must be like.
    pub struct DeleteWebhookWhen(::httpmock::When);
    impl DeleteWebhookWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::DELETE)
                    .path_matches(regex::Regex::new("^/v2/webhooks/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `webhooks_uuid`, with this value.
        pub fn webhooks_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/webhooks/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }
    }

    /// What to answer to `delete_webhook`.
    pub struct DeleteWebhookThen(::httpmock::Then);
    impl DeleteWebhookThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `no_content`.
        pub fn no_content(self) -> Self {
            Self(self.0.status(204u16))
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `update_webhook` must be like.
    pub struct UpdateWebhookWhen(::httpmock::When);
    impl UpdateWebhookWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::PATCH)
                    .path_matches(regex::Regex::new("^/v2/webhooks/[^/]*$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `webhooks_uuid`, with this value.
        pub fn webhooks_uuid(self, value: &str) -> Self {
            let re = regex::Regex::new(
                    &format!("^/v2/webhooks/{}$", regex::escape(& value.to_string())),
                )
                .unwrap();
            Self(self.0.path_matches(re))
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::WebhookRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `update_webhook`.
    pub struct UpdateWebhookThen(::httpmock::Then);
    impl UpdateWebhookThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::Resource) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `not_found`, with this value.
        pub fn not_found(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(404u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `test_webhook` must be like.
    pub struct TestWebhookWhen(::httpmock::When);
    impl TestWebhookWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::POST)
                    .path_matches(regex::Regex::new("^/v2/webhooks/test$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `body`, with this value.
        pub fn body(self, value: &types::WebhookTestRequest) -> Self {
            Self(self.0.json_body_obj(value))
        }
    }

    /// What to answer to `test_webhook`.
    pub struct TestWebhookThen(::httpmock::Then);
    impl TestWebhookThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `created`.
        pub fn created(self) -> Self {
            Self(self.0.status(201u16))
        }

        /// `bad_request`, with this value.
        pub fn bad_request(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(400u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `list_settlements` must be like.
    pub struct ListSettlementsWhen(::httpmock::When);
    impl ListSettlementsWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/settlements/summaries$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `currency_code`, with this value.
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

        /// `end_date`, with this value.
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

        /// `offset`, with this value.
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

        /// `start_date`, with this value.
        pub fn start_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("start-date", value.to_string()))
        }
    }

    /// What to answer to `list_settlements`.
    pub struct ListSettlementsThen(::httpmock::Then);
    impl ListSettlementsThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &::std::vec::Vec<types::SettlementSummary>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_settlement_details` must be like.
    pub struct GetSettlementDetailsWhen(::httpmock::When);
    impl GetSettlementDetailsWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(
                        regex::Regex::new("^/v2/settlements/details/[^/]*$").unwrap(),
                    ),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `payout_uuid`, with this value.
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

        /// `metadata`, with this value.
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

    /// What to answer to `get_settlement_details`.
    pub struct GetSettlementDetailsThen(::httpmock::Then);
    impl GetSettlementDetailsThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`.
        pub fn ok(self, body: impl AsRef<[u8]>) -> Self {
            Self(self.0.status(200u16).header("content-type", "text/csv").body(body))
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_interest_balance` must be like.
    pub struct GetInterestBalanceWhen(::httpmock::When);
    impl GetInterestBalanceWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/interest/balance$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `currency_code`, with this value.
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

    /// What to answer to `get_interest_balance`.
    pub struct GetInterestBalanceThen(::httpmock::Then);
    impl GetInterestBalanceThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &types::InterestBalance) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_interest_activity` must be like.
    pub struct GetInterestActivityWhen(::httpmock::When);
    impl GetInterestActivityWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/interest/activity$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `currency_code`, with this value.
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

        /// `end_date`, with this value.
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

        /// `offset`, with this value.
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

        /// `start_date`, with this value.
        pub fn start_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("start-date", value.to_string()))
        }
    }

    /// What to answer to `get_interest_activity`.
    pub struct GetInterestActivityThen(::httpmock::Then);
    impl GetInterestActivityThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`.
        pub fn ok(self, body: impl AsRef<[u8]>) -> Self {
            Self(self.0.status(200u16).header("content-type", "text/csv").body(body))
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

    /// What a request of `get_order_report` must be like.
    pub struct GetOrderReportWhen(::httpmock::When);
    impl GetOrderReportWhen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::When) -> Self {
            Self(
                inner
                    .method(::httpmock::Method::GET)
                    .path_matches(regex::Regex::new("^/v2/orders/report$").unwrap()),
            )
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::When {
            self.0
        }

        /// `end_date`, with this value.
        pub fn end_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("end-date", value.to_string()))
        }

        /// `start_date`, with this value.
        pub fn start_date(self, value: &::chrono::naive::NaiveDate) -> Self {
            Self(self.0.query_param("start-date", value.to_string()))
        }
    }

    /// What to answer to `get_order_report`.
    pub struct GetOrderReportThen(::httpmock::Then);
    impl GetOrderReportThen {
        /// Wraps what `httpmock` gives.
        pub fn new(inner: ::httpmock::Then) -> Self {
            Self(inner)
        }

        /// What `httpmock` gave, for what the document does not have.
        pub fn into_inner(self) -> ::httpmock::Then {
            self.0
        }

        /// `ok`, with this value.
        pub fn ok(self, value: &::std::vec::Vec<types::OrderReportItem>) -> Self {
            Self(
                self
                    .0
                    .status(200u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// `unauthorized`, with this value.
        pub fn unauthorized(self, value: &::std::vec::Vec<types::ErrorDetail>) -> Self {
            Self(
                self
                    .0
                    .status(401u16)
                    .header("content-type", "application/json")
                    .json_body_obj(value),
            )
        }

        /// Answers with an error status and the documented array of details.
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

/// Mocks on an `httpmock::MockServer`, by one method for each operation.
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
