//! Tests of `sezzle-api` through its public API: on the wire, with the simulator, and against the document.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

/// How a client is built and configured, and what it shares between calls.
mod client {
    mod bad_input;
    mod blocking;
    mod environment;
    mod tls;
    mod token;
    mod typos;
}

/// How one call ends: errors, retries, deadlines, and requests that the document does not describe.
mod calls {
    mod errors;
    mod hooks;
    mod links;
    mod owned;
    mod prepared;
    mod request;
    mod retries;
}

/// The generated operations and types against the document.
mod api {
    mod disagreements;
    mod mocks;
    mod operations;
    mod responses;
    mod schemas;
    mod tolerance;
}

/// Redaction of secrets and personal data, and hostile servers.
mod security {
    mod hostile_server;
    mod secrets;
}

/// Signatures and events, and the example receiver.
mod webhooks {
    mod events;
    mod receiver;
    mod verifier;
}

/// Settlement, interest and order reports.
mod reports {
    mod pager;
    mod reader;
    mod reconciliation;
    mod streaming;
    mod sums;
}

/// Longer scenarios with the simulator.
mod scenarios {
    mod one_day;
    mod payments_move_money_once;
}

/// The documentation: its links, and its tables against the code.
mod docs {
    mod doc_links;
    mod examples;
    mod retry_matrix;
}

mod money;
mod orders;
