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
pub use inbox::{Delivery, Inbox, SetAside, StoreError, Stored, Worked};
pub use journal::{Journal, Resumed};
