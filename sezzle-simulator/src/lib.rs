//! A local gateway that behaves like the Sezzle merchant API v2: buy now, pay later, without an account and without
//! the network.
//!
//! It works with any HTTP client. Requests and responses are checked against the schemas of the OpenAPI document. A response
//! that violates them is a bug in the simulator and is listed by [`Simulator::contract_violations`]. An operation that the
//! simulator does not implement responds with the document's example, which [`RecordedRequest::is_example`] and the dashboard show.
//!
//! # Two modes
//!
//! Default mode accepts what Sezzle's production accepts, as far as that is known from the code of Sezzle's own plugins,
//! even where the document does not allow it, and lists it in [`RecordedRequest::deviations`].
//! [`Builder::strict`] rejects such requests, for clients that should follow the document.
//!
//! # In a test
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! use sezzle_simulator::Simulator;
//!
//! let simulator = Simulator::start().await?;
//! // Point the client at `simulator.url()`, with `simulator.public_key()` and `simulator.private_key()`.
//! assert!(simulator.url().starts_with("http://127.0.0.1:"));
//! assert!(simulator.requests().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! Simulators are independent of each other, and dropping one stops it. A test acts as the shopper with [`Simulator::approve`],
//! [`Simulator::decline`] and [`Simulator::cancel`], and Sezzle with [`Simulator::expire_authorization`],
//! [`Simulator::open_dispute`] and the like. [`Simulator::advance`] moves the clock and runs the events that become
//! due, each at its own time. [`Simulator::ledger`] lists all movements of money.
//!
//! A seed and a frozen clock make a run reproducible; see [`Builder`].
//!
//! # As a program
//!
//! `cargo run -p sezzle-simulator` prints the variables to export. The `checkout_url` of an order opens its checkout page;
//! the dashboard is at `/_simulator/dashboard`. The README of this crate lists all options and controls.
//!
//! # Faults and webhooks
//!
//! [`Simulator::add_fault`] makes requests fail: with a status, an unusual body, a reset or stalled connection, by operation
//! and probability. The same seed selects the same requests. See [`FaultRule`] for the syntax.
//!
//! Webhooks can be held and released in another order ([`Simulator::hold_deliveries`]), duplicated
//! ([`Simulator::duplicate_deliveries`]) and redelivered ([`Simulator::redeliver`]). [`Simulator::deliveries_settled`] waits
//! for them.
//!
//! # Choices
//!
//! Where the document is not specific, the simulator behaves as follows.
//!
//! Requests:
//!
//! - The token is checked before parameters and body. An expired token and an unknown one get the same code.
//! - Of several errors in a body, the one whose location sorts first is reported, with 422 `invalid`; a body that is not
//!   JSON gets 400. An error in the query gets 422 too, with the parameter as its location. If a parameter is repeated,
//!   its first value counts.
//! - Unknown members and parameters are ignored. Unknown and null members of a request are not returned later.
//! - The URLs of a session must be absolute, with `http`, `https` or an app's own scheme such as `myshop://checkout/done`.
//!   Relative ones are rejected with 422 in both modes.
//! - The README lists what default mode accepts and strict mode rejects.
//! - Formats that JSON Schema knows are checked, such as `date-time`.
//! - Currencies are `USD` and `CAD`. An amount is a plain integer up to 2147483647 cents; orders are at least 100
//!   cents, other amounts at least 1. A merchant's own number is 1 to 255 letters, digits, `-` and `_`, and need not
//!   be unique.
//! - Whether items, shipping, tax and discounts add up to the total is not checked.
//! - Errors that the document does not list have the documented form: 404 `not_found` for an unknown path, 405
//!   `method_not_allowed`, 409 `conflict`, 413 `payload_too_large` above 1 MiB, 501 `not_implemented`.
//!
//! The pages:
//!
//! - The total is split into payments of whole cents; the remainder is due with the first. The first is due on
//!   the day of the simulator's clock, in UTC, the others every two weeks, or every month if the session asks for a
//!   monthly plan. Payments are never collected.
//! - A shopper who approves is redirected to `complete_url`, with `customer-uuid` added in case of consent; a shopper who
//!   declines or cancels, to `cancel_url`. The URL may have any scheme. Buttons on the
//!   dashboard consent where that is asked for.
//! - In a frame or a popup the checkout is the same page, and sends no messages to the window that opened it.
//! - A finished checkout responds with 200 to GET and 409 to a decision; one that expired or was deleted, with 410.
//!
//! Requests with a `Sezzle-Request-Id`:
//!
//! - The id is 1 to 255 printable ASCII characters and is remembered until a reset, unless
//!   [`Builder::request_id_ttl`] sets a limit.
//! - The same request, its body compared as JSON, gets the same response and has no further effect, even if the order has
//!   changed since. Another request with that id, or one to another operation or order, is rejected with 422 `duplicate`.
//! - The id of a rejected request can be used again.
//!
//! Checkouts and orders:
//!
//! - An order has the same six links in every state: `self` with GET and PATCH, `release`, `capture` and `refund` with
//!   POST, `checkout` with DELETE. A link does not mean that its action is possible now.
//! - A session, its order and its checkout have three different ids. The `id` in `checkout_url` opens the checkout and is
//!   not accepted by any operation.
//! - The `checkout_status` of a finished checkout is `complete` unless [`Builder::complete_status`] sets `completed`.
//! - An order without an intent is a `CAPTURE`. A checkout is open for 24 hours unless the session or
//!   [`Builder::checkout_ttl`] sets another time; then the order's status is `deleted`, and it can still be read.
//! - `checkout_url`, `approval_url` and a card session's `dashboard_url` open the same page, and the decision there
//!   applies to the whole session. In an express checkout the shopper selects the first shipping option; any
//!   `address_uuid` is accepted.
//! - A shopper who is declined is denied by Sezzle: the status is `denied`, without an authorization. Details of the
//!   shopper that the merchant did not send are those of Ada Example.
//! - State rules are rejected with 422: `invalid_authorization` if the authorization is missing, not approved or over,
//!   `already_completed` and `checkout_expired` for checkouts, `invalid` for everything else. The plan is the one the
//!   session asks for, or `4-pay-biweekly`.
//! - An order captured in part stays `complete` when the rest is released or expires. What expires is listed in the
//!   order's releases.
//! - Reauthorization is possible once the authorization has expired or everything was released, any
//!   number of times and for any amount. Like a customer's order it is approved up to the spending limit, 2,500.00 for each order
//!   unless [`Builder::spending_limit`], or for one customer [`Simulator::set_spending_limit`], sets another.
//! - An upcharge is always approved. It needs an order whose status is `complete`, and that is no upcharge itself.
//! - Captures, releases and refunds are returned as `{uuid, amount}`. Amounts in the shopper's currency are the same.
//!
//! Customers and cards:
//!
//! - A tokenization links its session with GET under the rel `token`. The request lasts 30 minutes; after that it is a
//!   404 `token_is_expired`, unless a customer was created, and the checkout no longer asks for consent.
//! - Each consent makes a new customer, for 365 days. A deleted or expired customer is not found.
//! - A virtual card can be read once within 24 hours with the token that [`Simulator::card_token`] returns. Without
//!   `card_response_format` there is no token. The card is charged when the shop first sends its order id. This
//!   creates an order that is captured in full, without an event.
//!
//! Reports:
//!
//! - A capture costs 6 % and 30 cents. A refund brings the 6 % back; a chargeback does not.
//! - Postings are paid out at 00:05 UTC of the next day, for each currency. A payout can be
//!   negative. Settlements are pages of 20, oldest first.
//! - In the details of a payout, a `CAPTURE` row moves money. The first one of an order is preceded by an `ORDER` row with
//!   the amount of the order, which moves no money. Every row of an order has both of its ids: the dashboard's in
//!   the column `order_uuid`, the API's in `sezzle_order_id`. `customer_order_id` numbers the approved orders of a
//!   shopper, that is of an e-mail address, or else of a phone number. Metadata columns come last.
//! - `FEE`, `CHARGEBACK` and `INTEREST_TRANSFER` rows are negative; `REFUND` rows are positive, and their total is
//!   negative. A row `INTEREST_TRANSFER` has no ids and only 12 cells.
//! - The merchant is in the interest programme only with [`Builder::interest_share`]. The account
//!   earns 4 % a year, a day at a time, rounded down. Activity comes newest first, 20 rows to a page.
//! - The order report has the approved orders, by the day on which they were made; net is captured less fees.
//!
//! Events:
//!
//! - There are no events for denied orders, and for others that the document does not list. An upcharge that is
//!   captured at once has only `order.captured`.
//! - A dispute covers what is captured and not refunded, and is due in 14 days; the reminder is sent 3 days before. Nothing
//!   happens on the due date. If the shopper wins, the amount is charged back, with an event `order.refunded` whose
//!   source is `dashboard`.
//!
//! Webhooks:
//!
//! - A subscription needs at least one event and an absolute URL without a password. A URL that has a subscription is
//!   rejected with 409 `conflict`.
//! - An event is delivered to the subscriptions that exist at its time. A subscription gets one event at a time, oldest
//!   first. After a change of its URL, pending deliveries go to the new one.
//! - The header `Sezzle-Signature` is the HMAC-SHA256 of the raw body keyed with the private key at that time,
//!   in lower-case hex. The timeout is 10 seconds unless [`Builder::delivery_timeout`] is set.
//! - Only 200 counts. Retries follow 5, 15, 30 and 60 minutes after the first attempt, then 4, 12, 24, 48 and 120 hours
//!   after it, by the virtual clock. If the last one fails, the subscription is deleted.
//! - Redirects are not followed. Delivery is over plain http, and only to loopback addresses unless
//!   [`Builder::deliver_anywhere`] is set. Other deliveries fail, with the reason in [`Simulator::deliveries`].
//! - A test event is sent once, without retries: to its URL, or without one to all subscriptions to the event.
//!
//! Faults:
//!
//! - For a fault that is not `processed`, the request is read, but not checked. `Retry-After` dates and delays are in real time.
//! - A response without a body cannot be truncated: it is not sent at all.

pub mod program;

mod simulator;

mod http;

mod control;
mod ui;

mod operations;
mod reports;

mod actions;
mod faults;
mod snapshot;

mod state;

mod model;
mod settings;

pub use faults::active::ActiveFault;
pub use faults::fault::{ErrorShape, Fault, RetryAfter};
pub use faults::rule::{FaultError, FaultRule};
pub use http::document::deviation::Deviation;
pub use http::document::published::DOCUMENT;
pub use http::request_log::{ContractViolation, RecordedRequest};
pub use model::dispute::DisputeOutcome;
pub use model::error::ControlError;
pub use model::ledger::{LedgerEntry, LedgerKind};
pub use model::order::CompleteStatus;
pub use model::webhooks::outbox::{DeliveryAttempt, DeliveryOrder, DeliveryOutcome};
pub use simulator::{Builder, Simulator};
