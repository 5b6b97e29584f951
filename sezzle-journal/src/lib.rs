#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod call;
mod cipher;
mod clock;
pub mod decide;
mod error;
#[cfg(doc)]
pub mod guide;
mod inbox;
mod journal;
mod record;
mod run;
pub mod sql;
pub mod store;

#[cfg(feature = "postgres")]
pub mod postgres;
#[cfg(feature = "sqlite")]
pub mod sqlite;

pub use call::{CallId, Count, Entry, Evidence, Outcome, Rejection, Resolution, Response, ReviewReason, State};
pub use cipher::Cipher;
pub use clock::{Clock, SystemClock};
pub use error::{Error, Source, StoreErrorKind};
pub use inbox::{DEFAULT_EVENT_ATTEMPTS, DEFAULT_EVENT_LEASE, Delivery, Inbox, SetAside, StoreError, Stored, Worked};
pub use journal::{DEFAULT_BASE_DELAY, DEFAULT_LEASE, DEFAULT_MAX_DELAY, DEFAULT_TRUST, Journal, Resumed};
