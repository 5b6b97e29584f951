//! What the tests share.

pub(crate) mod calls;
pub(crate) mod client;
pub(crate) mod model;
pub(crate) mod receiver;
