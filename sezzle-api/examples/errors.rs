//! Every kind of error, as it comes, and what a shop does about it.
//!
//! It runs against a simulator that it starts itself and breaks in one way after the other.

use std::time::Duration;

use sezzle_api::types::{CaptureRequest, Intent, Price, SessionOrder, SessionRequest};
use sezzle_api::{Client, ClientBuilder, Credentials, Error, ErrorCode, ErrorKind, RetryPolicy, Server};
use sezzle_simulator::{LedgerKind, Simulator};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    match run().await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("failed: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// What to do about an error of a call that moves money. Copy this, and put your shop's words into it.
fn advice(error: &Error) -> String {
    if error.may_have_been_processed() {
        return match error.request_id() {
            // Stored with the order before the call, it serves after a crash too.
            Some(id) if error.is_retryable() => format!("call again later with the same id {id}"),
            _ => "read the order, and see whether it was done".to_owned(),
        };
    }
    // From here on it is certain that nothing was done.
    match (error.kind(), error.code()) {
        (_, Some(ErrorCode::RecordNotFound)) => "look for the id in your own records".to_owned(),
        (_, Some(ErrorCode::Unauthorized)) => "check the keys, and whether they are those of this server".to_owned(),
        _ if error.is_retryable() => match error.retry_after() {
            Some(wait) => format!("call again in {} s", wait.as_secs()),
            None => "call again later".to_owned(),
        },
        (ErrorKind::NotSent, _) => "correct the input: a mistake in the program".to_owned(),
        _ => "do not call again: Sezzle will say the same; quote the debug_uuid to its support".to_owned(),
    }
}

async fn run() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let client = builder(&simulator).build()?;
    let order = &*approved_order(&simulator, &client).await?;

    // Two attempts and short waits, so that this example is over soon. The defaults are three, and up to 8 seconds.
    let quick = RetryPolicy::new().attempts(2).base_delay(Duration::from_millis(10));
    let client = builder(&simulator).retries(quick).timeout(Duration::from_millis(300)).build()?;
    let nobody = Server::Custom("http://127.0.0.1:1".to_owned());
    let unreachable =
        builder(&simulator).server(nobody).credentials(Credentials::token("..")).retries(quick).build()?;
    let strangers = builder(&simulator).credentials(Credentials::keys("sz_pub_other", "sz_pr_other")).build()?;
    show("no order id", client.capture_order().body(CaptureRequest::builder()).send().await.err())?;
    show("nobody listens", capture(&unreachable, order, 100).await)?;
    show("keys of somebody else", capture(&strangers, order, 100).await)?;
    show("more than is authorized", capture(&client, order, 999_999).await)?;
    show("an order nobody knows", client.get_order().order_uuid("no-such-order").send().await.err())?;
    for (what, fault, cents) in [
        ("too many requests", "capture_order=429:retry-after=60", 101),
        ("an outage", "capture_order=503", 102),
        ("reset once it was done", "capture_order=reset:processed", 103),
        ("no answer in time", "capture_order=stall:processed", 104),
        ("success, as garbage", "capture_order=200:garbage:processed", 105),
    ] {
        simulator.add_fault(fault.parse()?)?;
        show(what, capture(&client, order, cents).await)?;
        simulator.clear_faults();
    }
    simulator.add_fault("capture_order=stall".parse()?)?;
    let hurried = client.capture_order().order_uuid(order).deadline(Duration::from_millis(200));
    show(
        "over at the deadline",
        hurried.body(CaptureRequest::builder().capture_amount(Price::usd(106))).send().await.err(),
    )?;
    simulator.clear_faults();

    // What one learns from a lost answer: with the same id the call is safe, and says what was done.
    let body = CaptureRequest::builder().capture_amount(Price::usd(103));
    let again = client.capture_order().order_uuid(order).sezzle_request_id("capture-103").body(body).send().await?;
    let captures = simulator
        .ledger()
        .iter()
        .filter(|entry| entry.kind == LedgerKind::Capture && entry.amount_in_cents == 103)
        .count();
    println!("called again with the id capture-103: {}, times captured: {captures}", again.status());
    if captures == 1 { Ok(()) } else { Err("it was not captured once".into()) }
}

/// Captures an amount, which fails.
async fn capture(client: &Client, order_uuid: &str, cents: i64) -> Option<Error> {
    let body = CaptureRequest::builder().capture_amount(Price::usd(cents));
    let call = client.capture_order().order_uuid(order_uuid).sezzle_request_id(format!("capture-{cents}")).body(body);
    call.send().await.err()
}

fn show(what: &str, error: Option<Error>) -> Result<()> {
    let error = error.ok_or_else(|| format!("{what}: this did not fail"))?;
    println!("{what}");
    println!("    {error}");
    let plural = if error.attempts() == 1 { "" } else { "s" };
    println!("    {:?} after {} attempt{plural}: {}\n", error.kind(), error.attempts(), advice(&error));
    Ok(())
}

fn builder(simulator: &Simulator) -> ClientBuilder {
    Client::builder()
        .server(Server::Custom(simulator.url().to_owned()))
        .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
}

async fn approved_order(simulator: &Simulator, client: &Client) -> Result<String> {
    let order = SessionOrder::builder().intent(Intent::Auth).reference_id("order-1001").order_amount(Price::usd(4150));
    let request = SessionRequest::builder()
        .cancel_url("https://shop.example/cart")
        .complete_url("https://shop.example/thanks")
        .order(order);
    let session = client.create_session().body(request).send().await?;
    let uuid = session.order.as_ref().and_then(|order| order.uuid.clone()).ok_or("the session has no order")?;
    simulator.approve(&uuid)?;
    Ok(uuid)
}
