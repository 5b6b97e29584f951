//! Declares the builders of operations.

/// Declares the builder of an operation: its name, its row in the operation table, how its response is read, the type of
/// the value, and its parameters like the fields of [`type_builder!`](crate::type_builder).
///
/// `to_request` is written beside the call of this macro.
macro_rules! operation_builder {
    ($(#[$doc:meta])* $name:ident: $operation:ident -> $exchange:ident $value:ty {
        $($(#[$field_doc:meta])* $kind:ident $field:ident: $ty:ty,)*
    }) => {
        $(#[$doc])*
        #[derive(Clone)]
        #[must_use = "nothing is sent before `.await` or `.send()`"]
        pub struct $name {
            pub(crate) client: $crate::client::Client,
            options: $crate::call::options::CallOptions,
            first_problem: $crate::setter::FirstProblem,
            $($field: $crate::setter::field!($kind $ty),)*
        }

        impl $name {
            pub(super) fn new(client: &$crate::client::Client) -> Self {
                Self {
                    client: client.clone(),
                    options: ::std::default::Default::default(),
                    first_problem: ::std::default::Default::default(),
                    $($field: ::std::default::Default::default(),)*
                }
            }

            $($crate::setter::setter!($kind $(#[$field_doc])* $field: $ty);)*

            $crate::call::options::setters!();

            /// Sends the request. `.await` on the builder itself does the same, with one more allocation.
            ///
            /// # Errors
            ///
            /// Returns an error if the request is not valid or could not be sent, or if the response is an error, is
            /// missing or cannot be read; see [`Error::kind`](crate::Error::kind).
            pub async fn send(
                self,
            ) -> ::std::result::Result<$crate::response::ResponseValue<$value>, $crate::error::Error> {
                self.start()?.$exchange().await
            }

            fn start(self) -> ::std::result::Result<$crate::call::Call, $crate::error::Error> {
                let request = self.to_request();
                let operation = &$crate::generated::operations::$operation;
                $crate::call::Call::start(self.client, operation, self.options, request)
            }

            $crate::operation_builder::send_blocking!($exchange $value);
        }

        impl ::std::future::IntoFuture for $name {
            type Output = ::std::result::Result<$crate::response::ResponseValue<$value>, $crate::error::Error>;
            type IntoFuture = ::std::pin::Pin<::std::boxed::Box<dyn Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin(self.send())
            }
        }

        $crate::setter::opaque_debug!($name);
    };
}

/// The method `send_blocking` (feature `blocking`).
macro_rules! send_blocking {
    (stream $value:ty) => {
        $crate::operation_builder::send_blocking!($crate::blocking::ByteReader, |client, response| response
            .map(|body| $crate::blocking::ByteReader::new(client, body)));
    };
    ($exchange:ident $value:ty) => {
        $crate::operation_builder::send_blocking!($value, |client, response| response);
    };
    ($value:ty, |$client:ident, $response:ident| $convert:expr) => {
        /// Sends the request and waits for the response, without an async runtime; see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// Like [`send`](Self::send). Also returns an error, and sends nothing, if a tokio runtime is running on this
        /// thread.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> ::std::result::Result<$crate::response::ResponseValue<$value>, $crate::error::Error> {
            let $client = self.client.clone();
            let $response = $client.block_on(self.send())??;
            Ok($convert)
        }
    };
}

pub(crate) use {operation_builder, send_blocking};
