//! A guide, chapter by chapter, for those who add Sezzle to a shop.
//!
//! 1. [`getting_started`]: a checkout from the keys to the money, against the local gateway.
//! 2. [`authentication`]: servers, keys, the bearer token.
//! 3. [`orders`]: what may happen to an order, and which call does it.
//! 4. [`money`]: amounts that stay exact.
//! 5. [`errors_and_retries`]: what failed, what may have been done, what is attempted again.
//! 6. [`webhooks`]: what Sezzle tells you, and how to lose none of it.
//! 7. [`reports`]: settlements, row by row.
//! 8. [`testing`]: mocks, the simulator, its faults and its clock.
//! 9. [`going_live`]: a checklist.
//! 10. [`regenerating`]: when the API changes.
//!
//! Its examples are compiled with the tests, and run against the local gateway where they are whole programs. What a call
//! takes and answers stands at its method of [`Client`](crate::Client).
//!
//! The guide is part of the documentation alone: in a program there is no such module.

/// A chapter: its text, and before it what the links between chapters mean here. In a text the first definition of a link
/// counts; those at the end of each file are for who reads the file itself.
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

chapter!(getting_started, "guide/getting_started.md");
chapter!(authentication, "guide/authentication.md");
chapter!(orders, "guide/orders.md");
chapter!(money, "guide/money.md");
chapter!(errors_and_retries, "guide/errors_and_retries.md");
chapter!(webhooks, "guide/webhooks.md");
chapter!(reports, "guide/reports.md");
chapter!(testing, "guide/testing.md");
chapter!(going_live, "guide/going_live.md");
chapter!(regenerating, "guide/regenerating.md");
