//! Declares the builders of operations.

use crate::error::Error;
use crate::setter::Problem;
use crate::type_builder::BuildError;

/// The error of a call with a parameter that is missing or could not be converted.
pub(crate) fn invalid(problem: Problem) -> Error {
    BuildError(problem).into()
}

/// Declares the builder of an operation: its name, its row in the operation table, how its response is read, the type of
/// the value, and its parameters like the fields of [`type_builder!`](crate::type_builder).
///
/// The parameters come out of `into_parts`, for `into_request`, which is written beside the call of this macro.
macro_rules! operation_builder {
    ($(#[$doc:meta])* $name:ident: $operation:ident -> $exchange:ident $value:ty {
        $($(#[$field_doc:meta])* $kind:ident $field:ident: $ty:ty,)*
    }) => {
        $(#[$doc])*
        #[derive(Clone)]
        #[must_use = "nothing is sent before `.send()`"]
        pub struct $name<'a> {
            client: &'a $crate::client::Client,
            options: $crate::call::options::CallOptions,
            first_problem: $crate::setter::FirstProblem,
            $($field: $crate::setter::field!($kind $ty),)*
        }

        impl<'a> $name<'a> {
            pub(super) fn new(client: &'a $crate::client::Client) -> Self {
                Self {
                    client,
                    options: ::std::default::Default::default(),
                    first_problem: ::std::default::Default::default(),
                    $($field: ::std::default::Default::default(),)*
                }
            }

            $($crate::setter::setter!($kind $(#[$field_doc])* $field: $ty);)*

            /// Sets the retry policy of this call. Defaults to that of the client.
            pub fn retry_policy(mut self, policy: $crate::retry::RetryPolicy) -> Self {
                self.options.retry_policy = Some(policy);
                self
            }

            /// Sets the timeout of each attempt. Defaults to that of the client.
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.options.timeout = Some(timeout);
                self
            }

            /// Sets the deadline of the whole call, with all attempts and the waits between them. Defaults to that of the
            /// client.
            pub fn deadline(mut self, deadline: ::std::time::Duration) -> Self {
                self.options.deadline = Some(deadline);
                self
            }

            /// Sends the request.
            ///
            /// # Errors
            ///
            /// Returns an error if the request is not valid or could not be sent, or if the response is an error, is
            /// missing or cannot be read; see [`Error::kind`](crate::Error::kind).
            pub async fn send(
                self,
            ) -> ::std::result::Result<$crate::response::ResponseValue<$value>, $crate::error::Error> {
                let (client, options) = (self.client, self.options);
                let operation = &$crate::generated::operations::$operation;
                $crate::call::Call::start(client, operation, options, self.into_request())?.$exchange().await
            }

            $crate::operation_builder::send_blocking!($exchange $value);

            #[allow(dead_code, reason = "an operation without parameters has no use for it")]
            #[inline]
            fn into_parts(
                self,
            ) -> ::std::result::Result<
                (&'a $crate::client::Client, $($crate::setter::value_type!($kind $ty),)*),
                $crate::error::Error,
            > {
                use $crate::operation_builder::invalid;
                self.first_problem.check().map_err(invalid)?;
                Ok((self.client, $($crate::setter::value!($kind $field, self, invalid),)*))
            }
        }

        $crate::setter::opaque_debug!($name<'_>);
    };
}

/// The method `send_blocking` (feature `blocking`).
macro_rules! send_blocking {
    (stream $value:ty) => {
        /// Sends the request and waits for the response, without an async runtime; see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// Like [`send`](Self::send). Also returns an error, and sends nothing, if a tokio runtime is running on this
        /// thread.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(
            self,
        ) -> ::std::result::Result<$crate::response::ResponseValue<$crate::blocking::ByteReader>, $crate::error::Error>
        {
            let client = self.client;
            let response = client.block_on(self.send())??;
            Ok(response.map(|body| $crate::blocking::ByteReader::new(client, body)))
        }
    };
    ($exchange:ident $value:ty) => {
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
            let client = self.client;
            client.block_on(self.send())?
        }
    };
}

pub(crate) use {operation_builder, send_blocking};
