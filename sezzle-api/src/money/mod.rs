//! Exact amounts in one currency.
//!
//! An amount is a [`Price`](crate::types::Price): whole cents of a currency. Floating-point numbers such as `41.50`, which
//! cannot represent most amounts, are not accepted:
//!
//! ```compile_fail
//! let price = sezzle_api::types::Price::usd(41.50);
//! ```
//!
//! Nor is there a `+`, which would have to guess the sum of a US dollar and a Canadian dollar:
//!
//! ```compile_fail
//! use sezzle_api::types::Price;
//!
//! let sum = Price::usd(4150) + Price::cad(350);
//! ```
//!
//! Instead:
//!
//! ```
//! use sezzle_api::Decimal;
//! use sezzle_api::money::MoneyError;
//! use sezzle_api::types::Price;
//!
//! let coffee = Price::from_decimal(Decimal::new(1900, 2), "USD")?;
//! let total = Price::sum("USD", [coffee.checked_mul(2)?, Price::usd(350)])?;
//! assert_eq!(total, Price::usd(4150));
//! assert_eq!(total.to_string(), "41.50 USD");
//! assert_eq!("41.50 USD".parse::<Price>()?, total);
//!
//! let mixed = Price::sum("USD", [Price::usd(4150), Price::cad(350)]);
//! assert!(matches!(mixed, Err(MoneyError::CurrencyMismatch { .. })));
//! # Ok::<(), MoneyError>(())
//! ```

mod order_total;
mod price;

pub use order_total::OrderTotalError;
pub use price::MoneyError;
