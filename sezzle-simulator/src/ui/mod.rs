//! The checkout page and the dashboard.
//!
//! `checkout` and `dashboard` serve requests; `pages` renders HTML.

pub(crate) mod checkout;
pub(crate) mod dashboard;
pub(crate) mod pages;
