//! The store as SQL that SQLite and PostgreSQL both understand.
//!
//! - [`Connection`]: what is needed of a connection or transaction to write an intent, or to complete an event, in the shop's
//!   own transaction. Implement it for the database library of your shop.
//! - [`MIGRATIONS`]: the versions of the tables.
//! - [`SqlStore`]: the [`Store`](crate::store::Store) over a [`Database`].

pub(crate) mod connection;
pub(crate) mod migrations;
pub(crate) mod row;
pub(crate) mod statements;
pub(crate) mod store;

pub use connection::{Connection, Database, Row, Value};
pub use migrations::{MIGRATIONS, Migration};
pub use store::SqlStore;
