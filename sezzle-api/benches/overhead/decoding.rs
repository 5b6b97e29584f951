//! Response bodies and webhooks without a network: decoding compared with closed structs, verifying compared with the
//! bare HMAC.

use std::hint::black_box;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use serde::de::DeserializeOwned;
use sezzle_api::types;
use sezzle_api::webhook::{Event, Verifier};
use sha2::Sha256;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region};

use crate::closed;
use crate::document::Document;
use crate::figures::{Figures, nanoseconds};
use crate::sides::{Result, Side};

type Read = fn(&[u8]) -> Result<()>;

/// A body, and how each side decodes it.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    body: String,
    /// The body for the closed structs, where they cannot decode the other one.
    closed_body: Option<String>,
    sdk: Read,
    closed: Read,
}

impl Part {
    /// Returns all parts: each type in a response, and an event.
    pub(crate) fn all(document: &Document) -> Result<Vec<Self>> {
        let of_response = |name, operation, sdk, closed| -> Result<Self> {
            Ok(Self { name, body: document.response(operation)?, closed_body: None, sdk, closed })
        };
        let mut parts = Vec::new();
        macro_rules! responses {
            ($($name:literal $operation:ident $sdk:ty, $closed:ty;)*) => {
                $(parts.push(of_response($name, stringify!($operation), read::<$sdk>, read::<$closed>)?);)*
            };
        }
        // The SDK decodes the elements of a list in place, as it does for `links`.
        responses! {
            "session" get_session types::Session, closed::Session;
            "order" get_order types::Order, closed::Order;
            "transaction" capture_order types::Transaction, closed::Transaction;
            "created order" create_customer_order types::OrderCreated, closed::OrderCreated;
            "customer" get_customer types::Customer, closed::Customer;
            "customers" list_customers Vec<types::TokenizedCustomer>, Vec<closed::TokenizedCustomer>;
            "tokenization" get_tokenization types::Tokenization, closed::TokenizationStatus;
            "preapproval" preapprove_customer types::Preapproval, closed::Preapproval;
            "card session" create_card_session types::CardSession, closed::CardSession;
            "card" get_card types::CardData, closed::Card;
            "webhook" get_webhook types::Webhook, closed::Webhook;
            "webhooks" list_webhooks Vec<types::Webhook>, Vec<closed::Webhook>;
            "created webhook" create_webhook types::Resource, closed::Resource;
            "settlements" list_settlements Vec<types::SettlementSummary>, Vec<closed::SettlementSummary>;
            "interest balance" get_interest_balance types::InterestBalance, closed::InterestBalance;
            "order report" get_order_report Vec<types::OrderReportItem>, Vec<closed::OrderReportItem>;
            "token" authenticate types::BearerToken, closed::Token;
        }
        // Values that are in no version of the document, compared with known ones of closed enums.
        let body = document.response("get_session")?;
        let one = body.replacen("\"self\"", "\"salf\"", 1);
        let all = body.replace("\"GET\"", "\"GOT\"").replace("\"AUTH\"", "\"OUTH\"");
        let all = all.replace("\"self\"", "\"salf\"").replace("\"capture\"", "\"capturo\"");
        for (name, unknown) in [("session, one unknown value", one), ("session, unknown values only", all)] {
            let mut session = of_response(name, "get_session", read::<types::Session>, read::<closed::Session>)?;
            session.closed_body = Some(std::mem::replace(&mut session.body, unknown));
            parts.push(session);
        }
        let event: Read = |body| {
            drop(black_box(Event::from_json(black_box(body))?));
            Ok(())
        };
        let body = document.event("order.captured")?;
        parts.push(Self { name: "event", body, closed_body: None, sdk: event, closed: read::<closed::Captured> });
        Ok(parts)
    }

    /// Decodes it `runs` times on one side.
    pub(crate) fn run(&self, side: Side, runs: u32) -> Result<()> {
        (0..runs).try_for_each(|_| self.read(side))
    }

    fn read(&self, side: Side) -> Result<()> {
        match side {
            Side::Sdk => (self.sdk)(self.body.as_bytes()),
            Side::Plain => (self.closed)(self.closed_body.as_ref().unwrap_or(&self.body).as_bytes()),
        }
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<()> {
    drop(black_box(serde_json::from_slice::<T>(black_box(body))?));
    Ok(())
}

pub(crate) fn measure(figures: &mut Figures, document: &Document, time: Duration) -> Result<()> {
    for part in Part::all(document)? {
        part.run(Side::Sdk, 1)?;
        part.run(Side::Plain, 1)?;
        let sdk = || _ = black_box(part.read(Side::Sdk));
        let plain = || _ = black_box(part.read(Side::Plain));
        figures.add(format!("decode {}", part.name), "nanoseconds", nanoseconds(time, sdk, plain));
        figures.add(format!("decode {}: allocations", part.name), "each", [allocations(sdk), allocations(plain)]);
    }
    webhook(figures, document.event("order.captured")?.as_bytes(), time)
}

fn allocations(run: impl Fn()) -> f64 {
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    run();
    let change = region.change();
    (change.allocations + change.reallocations) as f64
}

fn webhook(figures: &mut Figures, body: &[u8], time: Duration) -> Result<()> {
    const KEY: &str = "sz_pr_benchmark";
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY.as_bytes())?;
    mac.update(body);
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    let signature: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let verifier = Verifier::new(KEY)?;
    verifier.verify(body, &signature)?;
    let sdk = || black_box(verifier.verify(black_box(body), black_box(&signature))).is_ok();
    let plain = || {
        let mac = Hmac::<Sha256>::new_from_slice(black_box(KEY).as_bytes());
        mac.is_ok_and(|mut mac| {
            mac.update(black_box(body));
            black_box(mac.verify_slice(black_box(&bytes))).is_ok()
        })
    };
    if !sdk() || !plain() {
        return Err("the signature was refused".into());
    }
    let times = nanoseconds(time, || _ = black_box(sdk()), || _ = black_box(plain()));
    figures.add("verify webhook, next to the bare HMAC", "nanoseconds", times);
    let counts = [allocations(|| _ = black_box(sdk())), allocations(|| _ = black_box(plain()))];
    figures.add("verify webhook: allocations", "each", counts);
    Ok(())
}
