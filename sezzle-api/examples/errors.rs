//! Shows every kind of error and what a shop does about it.
//!
//! It starts a simulator and injects one fault after another.

use std::time::Duration;

use sezzle_api::types::{CaptureRequest, Intent, Price, SessionOrder, SessionRequest};
use sezzle_api::{Client, ClientBuilder, Credentials, Error, ErrorCode, ErrorKind, RetryPolicy, Server};
use sezzle_simulator::{LedgerKind, Simulator};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Returns what to do about an error of a call that moves money. Copy this and adapt the texts.
fn advice(error: &Error) -> String {
    if error.may_have_been_processed() {
        return match error.request_id() {
            Some(id) if error.is_retryable() => format!("repeat the call later with the same id {id}"),
            _ => "read the order and check whether the call was processed".to_owned(),
        };
    }
    // Below, the call certainly had no effect.
    match (error.kind(), error.code()) {
        (_, Some(ErrorCode::RecordNotFound)) => "check the id in your own records".to_owned(),
        (_, Some(ErrorCode::Unauthorized)) => "check that the keys belong to this server".to_owned(),
        _ if error.is_retryable() => match error.retry_after() {
            Some(wait) => format!("repeat the call in {} s", wait.as_secs()),
            None => "repeat the call later".to_owned(),
        },
        (ErrorKind::NotSent, _) => "correct the input: this is a bug in the program".to_owned(),
        _ => "do not repeat the call; quote the debug_uuid to Sezzle's support".to_owned(),
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let client = builder(&simulator).build()?;
    let order = &*approved_order(&simulator, &client).await?;

    // Two attempts and short waits keep this example short. The defaults are three attempts and waits of up to 8 seconds.
    let quick = RetryPolicy::new().max_attempts(2).base_delay(Duration::from_millis(10));
    let client = builder(&simulator).retry_policy(quick).timeout(Duration::from_millis(300)).build()?;
    let closed_port = Server::Custom("http://127.0.0.1:1".to_owned());
    let unreachable =
        builder(&simulator).server(closed_port).credentials(Credentials::token("..")).retry_policy(quick).build()?;
    let other_merchant = builder(&simulator).credentials(Credentials::keys("sz_pub_other", "sz_pr_other")).build()?;
    show("no order id", client.capture_order().body(CaptureRequest::builder()).send().await.err())?;
    show("no server at that address", capture(&unreachable, order, 100).await)?;
    show("keys of another merchant", capture(&other_merchant, order, 100).await)?;
    show("more than is authorized", capture(&client, order, 999_999).await)?;
    show("an unknown order", client.get_order().order_uuid("no-such-order").send().await.err())?;
    for (what, fault, cents) in [
        ("too many requests", "capture_order=429:retry-after=60", 101),
        ("an outage", "capture_order=503", 102),
        ("connection reset after processing", "capture_order=reset:processed", 103),
        ("no response in time", "capture_order=stall:processed", 104),
        ("success with an unreadable body", "capture_order=200:garbage:processed", 105),
    ] {
        simulator.add_fault(fault.parse()?)?;
        show(what, capture(&client, order, cents).await)?;
        simulator.clear_faults();
    }
    simulator.add_fault("capture_order=stall".parse()?)?;
    let with_deadline = client.capture_order().order_uuid(order).deadline(Duration::from_millis(200));
    show(
        "deadline exceeded",
        with_deadline.body(CaptureRequest::builder().capture_amount(Price::usd(106))).send().await.err(),
    )?;
    simulator.clear_faults();

    // After a lost response, repeating the call with the same id is safe and returns the result.
    let body = CaptureRequest::builder().capture_amount(Price::usd(103));
    let again = client.capture_order().order_uuid(order).sezzle_request_id("capture-103").body(body).send().await?;
    let captures = simulator
        .ledger()
        .iter()
        .filter(|entry| entry.kind == LedgerKind::Capture && entry.amount_in_cents == 103)
        .count();
    println!("repeated with the id capture-103: {}, times captured: {captures}", again.status());
    if captures == 1 { Ok(()) } else { Err("it was not captured once".into()) }
}

/// Captures an amount and returns the error.
async fn capture(client: &Client, order_uuid: &str, cents: i64) -> Option<Error> {
    let body = CaptureRequest::builder().capture_amount(Price::usd(cents));
    let call = client.capture_order().order_uuid(order_uuid).sezzle_request_id(format!("capture-{cents}")).body(body);
    call.send().await.err()
}

fn show(what: &str, error: Option<Error>) -> Result<()> {
    let error = error.ok_or_else(|| format!("{what}: the call did not fail"))?;
    println!("{what}");
    println!("    {error}");
    let plural = if error.attempts() == 1 { "" } else { "s" };
    println!("    {:?} after {} attempt{plural}: {}\n", error.kind(), error.attempts(), advice(&error));
    Ok(())
}

fn builder(simulator: &Simulator) -> ClientBuilder {
    Client::builder().gateway(simulator.url(), simulator.keys())
}

async fn approved_order(simulator: &Simulator, client: &Client) -> Result<String> {
    let order = SessionOrder::builder().intent(Intent::Auth).reference_id("order-1001").order_amount(Price::usd(4150));
    let request = SessionRequest::builder()
        .cancel_url("https://shop.example/cart")
        .complete_url("https://shop.example/thanks")
        .order(order);
    let session = client.create_session().body(request).send().await?;
    let order_uuid = session.order_uuid()?;
    simulator.approve(order_uuid)?;
    Ok(order_uuid.to_owned())
}
