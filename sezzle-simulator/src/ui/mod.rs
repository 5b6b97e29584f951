//! What a person sees: the checkout, on which they play the shopper, and the dashboard.
//!
//! `checkout` and `dashboard` serve requests; `pages` renders their HTML.

pub(crate) mod checkout;
pub(crate) mod dashboard;
pub(crate) mod pages;
