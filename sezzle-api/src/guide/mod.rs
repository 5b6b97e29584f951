//! A guide to integrating Sezzle into a shop.
//!
//! 1. [`getting_started`]: a complete checkout against the simulator.
//! 2. [`authentication`]: servers, API keys and the bearer token.
//! 3. [`orders`]: the order lifecycle, and the operation for each step.
//! 4. [`money`]: exact amounts.
//! 5. [`errors_and_retries`]: error kinds, what may have taken effect, what is retried.
//! 6. [`observing_calls`]: metrics, unknown fields, response bodies.
//! 7. [`webhooks`]: receiving and verifying events.
//! 8. [`reports`]: settlement reports, net amounts and orders.
//! 9. [`testing`]: the simulator, its faults and clock, and mocks.
//! 10. [`going_live`]: a checklist.
//! 11. [`checking`]: comparing Sezzle's responses with the document.
//! 12. [`regenerating`]: following changes of the API.
//!
//! The tests compile all examples, and run those that are complete programs or decide about money against the simulator. The methods of
//! [`Client`](crate::Client) document the parameters and the response of each operation.
//!
//! This module exists only in the documentation.

/// Declares a chapter: link definitions for rustdoc, then the text. The first definition of a link wins, so those at the
/// end of each file apply only when the file is read by itself.
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
        #[doc = "[checking]: crate::guide::checking"]
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
chapter!(observing_calls, "observing_calls.md");
chapter!(webhooks, "webhooks.md");
chapter!(reports, "reports.md");
chapter!(testing, "testing.md");
chapter!(going_live, "going_live.md");
chapter!(checking, "checking.md");
chapter!(regenerating, "regenerating.md");
