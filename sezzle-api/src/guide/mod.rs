//! A guide to adding Sezzle to a shop.
//!
//! 1. [`getting_started`]: a complete checkout against the local gateway.
//! 2. [`authentication`]: servers, keys, the bearer token.
//! 3. [`orders`]: the lifecycle of an order, and the calls that change it.
//! 4. [`money`]: exact amounts.
//! 5. [`errors_and_retries`]: what failed, what may have been processed, what the client retries.
//! 6. [`webhooks`]: receiving events without losing any.
//! 7. [`reports`]: settlements, row by row.
//! 8. [`testing`]: mocks, the simulator, its faults and its clock.
//! 9. [`going_live`]: a checklist.
//! 10. [`regenerating`]: when the API changes.
//!
//! The examples are compiled with the tests, and complete programs are run against the local gateway. The parameters and
//! the response of an operation are documented at its method of [`Client`](crate::Client).
//!
//! This module exists only in the documentation.

/// Declares a chapter. Its text is preceded by definitions of the links between chapters, which replace those at the end of
/// each file: the first definition of a link wins.
macro_rules! chapter {
    ($name:ident, $text:literal) => {
        #[doc = "[getting started]: crate::guide::getting_started"]
        #[doc = "[authentication]: crate::guide::authentication"]
        #[doc = "[orders]: crate::guide::orders"]
        #[doc = "[money]: crate::guide::money"]
        #[doc = "[errors and retries]: crate::guide::errors_and_retries"]
        #[doc = "[webhooks]: crate::guide::webhooks"]
        #[doc = "[reports]: crate::guide::reports"]
        #[doc = "[testing]: crate::guide::testing"]
        #[doc = "[going live]: crate::guide::going_live"]
        #[doc = "[regenerating]: crate::guide::regenerating"]
        #[doc = ""]
        #[doc = include_str!($text)]
        pub mod $name {}
    };
}

chapter!(getting_started, "getting_started.md");
chapter!(authentication, "authentication.md");
chapter!(orders, "orders.md");
chapter!(money, "money.md");
chapter!(errors_and_retries, "errors_and_retries.md");
chapter!(webhooks, "webhooks.md");
chapter!(reports, "reports.md");
chapter!(testing, "testing.md");
chapter!(going_live, "going_live.md");
chapter!(regenerating, "regenerating.md");
