//! `sezzle listen`: receives webhooks, and forwards them to a handler.
//!
//! A webhook is recorded and put into a queue before its sender gets the response 200. One task takes webhooks out of the
//! queue, oldest first, and sends each one until the handler accepts it, so nothing is lost and the order is kept.

use std::io::{self, IsTerminal, stdout};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use clap::Args;
use serde_json::{Value, json};
use sezzle_api::Client;
use sezzle_api::reqwest::Method;
use sezzle_api::webhook::{SIGNATURE_HEADER, Verifier};
use sezzle_simulator::program::{remove_ready_file, stop_signal, write_ready_file};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use uuid::Uuid;

use crate::connection::Connection;
use crate::failure::Failure;
use crate::globals::{Format, Globals};
use crate::output;
use crate::webhooks::control::Control;
use crate::webhooks::events;
use crate::webhooks::forward::{Handler, parse_duration};
use crate::webhooks::record::{Recorder, Webhook};

/// How long the end of the command waits for the gateway.
const UNSUBSCRIBE_TIMEOUT: Duration = Duration::from_secs(3);

/// How long the end of the command waits for the handler.
const GRACE: Duration = Duration::from_secs(1);

/// Receives webhooks, and forwards them to a handler
#[derive(Args, Debug)]
#[command(before_help = "Example: sezzle listen --forward-to http://127.0.0.1:3000/webhooks")]
pub(crate) struct Listen {
    /// URL of the handler; it gets the same body and headers until it responds with 200
    #[arg(long, value_name = "URL")]
    forward_to: Option<String>,

    /// Events to subscribe to, separated by commas [default: all]
    #[arg(long, value_delimiter = ',', value_parser = events::parse)]
    events: Vec<String>,

    /// File to which each webhook is appended as a line of JSON, for `sezzle replay`
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,

    /// Public URL of your own tunnel to --port; required unless the server is a simulator
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,

    /// Port to listen on; 0 takes any free one [default: 0, or 4242 with --public-url]
    #[arg(long)]
    port: Option<u16>,

    /// Stop after this many events were handled
    #[arg(long, value_name = "N")]
    exit_after: Option<u64>,

    /// Stop with exit code 1 after this time, such as 30s or 5m
    #[arg(long, value_name = "TIME", value_parser = parse_duration)]
    timeout: Option<Duration>,

    /// Timeout of each attempt to forward an event
    #[arg(long, value_name = "TIME", value_parser = parse_duration, default_value = "10s")]
    forward_timeout: Duration,

    /// File to write the URL to once webhooks are received, for scripts
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
}

/// What the requests to the receiver share.
struct Receiver {
    connection: Connection,
    /// Replaced when the simulator's keys were rotated.
    verifier: Mutex<Verifier>,
    recorder: Mutex<Option<Recorder>>,
    queue: Mutex<Queue>,
    /// How many accepted webhooks were not delivered to the handler yet.
    pending: AtomicU64,
}

/// The accepted webhooks. The others are left to the sender's retries.
struct Queue {
    /// `None` if no more webhooks are accepted.
    sender: Option<UnboundedSender<Webhook>>,
    /// How many webhooks are left until `--exit-after`.
    left: u64,
}

impl Receiver {
    /// Returns whether the body is signed with the private key.
    async fn is_authentic(&self, body: &[u8], signature: &[u8]) -> bool {
        let verify = || lock(&self.verifier).verify(body, signature).is_ok();
        if verify() {
            return true;
        }
        if !self.connection.is_simulator {
            return false;
        }
        let Ok(control) = Control::new(&self.connection) else { return false };
        let Ok(keys) = control.get("/keys").await else { return false };
        let Ok(verifier) = Verifier::new(keys["private_key"].as_str().unwrap_or_default()) else { return false };
        *lock(&self.verifier) = verifier;
        verify()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn receive(State(receiver): State<Arc<Receiver>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(SIGNATURE_HEADER).map(|value| value.as_bytes().to_vec()).unwrap_or_default();
    if !receiver.is_authentic(&body, &signature).await {
        output::warn("rejected a webhook: its signature does not match");
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(body) = String::from_utf8(body.to_vec()) else { return StatusCode::BAD_REQUEST };
    let headers = headers.iter().filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())));
    let webhook = Webhook::new(headers.collect(), body);
    // Locked until the webhook is in the queue, which has the order of the file.
    let mut queue = lock(&receiver.queue);
    let Some(sender) = queue.sender.clone() else { return StatusCode::SERVICE_UNAVAILABLE };
    let recorded = lock(&receiver.recorder).as_mut().map_or(Ok(()), |recorder| recorder.write(&webhook));
    if let Err(error) = recorded {
        // The sender tries again later.
        output::warn(&format!("--record: {}", error.message));
        return StatusCode::INTERNAL_SERVER_ERROR;
    }
    receiver.pending.fetch_add(1, Ordering::Relaxed);
    queue.left -= 1;
    if queue.left == 0 {
        queue.sender = None;
    }
    match sender.send(webhook) {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

pub(super) async fn listen(options: Listen, globals: &Globals) -> Result<(), Failure> {
    remove_ready_file(options.ready_file.as_deref());
    let handler = options.forward_to.as_deref().map(|url| Handler::new(url, options.forward_timeout)).transpose()?;
    let recorder = options.record.as_deref().map(Recorder::open).transpose()?;
    let connection = Connection::open(globals).await?;
    if options.public_url.is_none() && !connection.is_simulator {
        return Err(Failure::usage(format!(
            "{} cannot reach this machine: start a tunnel and give its URL with --public-url",
            connection.server.url()
        )));
    }
    let port = options.port.unwrap_or(if options.public_url.is_some() { 4242 } else { 0 });
    let listener = TcpListener::bind(("127.0.0.1", port)).await;
    let listener = listener.map_err(|error| Failure::rejected(format!("port {port}: {error}")))?;
    // A path that is not known elsewhere, so that no other subscription has the same URL.
    let local = format!("http://{}/{}", listener.local_addr()?, Uuid::new_v4().simple());
    let url = options.public_url.clone().unwrap_or_else(|| local.clone());

    let client = connection.client()?;
    let verifier = Verifier::new(connection.private_key.clone())?;
    let (sender, webhooks) = unbounded_channel();
    let left = options.exit_after.unwrap_or(u64::MAX);
    let receiver = Arc::new(Receiver {
        connection,
        verifier: Mutex::new(verifier),
        recorder: Mutex::new(recorder),
        queue: Mutex::new(Queue { sender: Some(sender).filter(|_| left > 0), left }),
        pending: AtomicU64::new(0),
    });
    let router = Router::new().fallback(post(receive)).with_state(Arc::clone(&receiver));
    let server = tokio::spawn(async move { axum::serve(listener, router).await });

    let mut stop = pin!(stop_signal());
    let mut subscribing = pin!(subscribe(&client, &url, &options.events));
    let mut stopped = None;
    let subscription = tokio::select! {
        // Receives signals before the subscription exists.
        biased;
        result = &mut stop => {
            stopped = Some(result);
            // The id is needed to delete the subscription.
            let subscription = tokio::time::timeout(UNSUBSCRIBE_TIMEOUT, &mut subscribing).await;
            let unknown = || Failure::uncertain(format!("{url} may be subscribed: see `sezzle webhook list`"));
            subscription.unwrap_or_else(|_| Err(unknown()))
        }
        subscription = &mut subscribing => subscription,
    }?;
    // From here on the end must run, which deletes the subscription.
    output::warn(&format!("Listening for webhooks at {url} until Ctrl-C"));
    let ready = options.ready_file.as_deref().map_or(Ok(()), |file| write_ready_file(file, &url));
    let (unprinted, mut print_errors) = unbounded_channel();
    let printer = Printer { format: format(globals), unprinted };
    let mut handling = pin!(handle(webhooks, handler.as_ref(), &receiver.pending, &printer));
    let mut result = match (ready, stopped) {
        (Err(error), _) | (Ok(()), Some(Err(error))) => Err(error.into()),
        (Ok(()), Some(Ok(()))) => Ok(()),
        (Ok(()), None) => tokio::select! {
            result = &mut stop => result.map_err(Failure::from),
            () = &mut handling => Ok(()),
            Some(error) = print_errors.recv() => output::check_closed(&error),
            () = tokio::time::sleep(options.timeout.unwrap_or(Duration::MAX)) => {
                Err(Failure::rejected("the time of --timeout is over"))
            }
        },
    };
    lock(&receiver.queue).sender = None;
    // After `--exit-after`, when `handling` is complete, nothing is pending.
    if receiver.pending.load(Ordering::Relaxed) > 0 {
        // Finishes what can be delivered at once.
        let _ = tokio::time::timeout(GRACE, &mut handling).await;
    }
    if let (Ok(()), Ok(error)) = (&result, print_errors.try_recv()) {
        result = output::check_closed(&error);
    }
    remove_ready_file(options.ready_file.as_deref());
    let path = format!("/v2/webhooks/{subscription}");
    let unsubscribe = client.request(Method::DELETE, &path).send_empty();
    if !matches!(tokio::time::timeout(UNSUBSCRIBE_TIMEOUT, unsubscribe).await, Ok(Ok(_))) {
        output::warn(&format!("the subscription {subscription} could not be deleted"));
    }
    server.abort();
    let left = receiver.pending.load(Ordering::Relaxed);
    if left == 0 {
        return result;
    }
    let undelivered = format!("{left} events were not delivered to the handler");
    Err(match result {
        Ok(()) => Failure::rejected(undelivered),
        Err(failure) => Failure { message: format!("{}\n{undelivered}", failure.message), ..failure },
    })
}

/// Subscribes the URL and returns the id of the subscription.
async fn subscribe(client: &Client, url: &str, events: &[String]) -> Result<String, Failure> {
    let all: Vec<&str> = events::EVENTS.iter().map(|(event, _)| *event).collect();
    let events = if events.is_empty() { json!(all) } else { json!(events) };
    let request = client.request(Method::POST, "/v2/webhooks").json(&json!({"url": url, "events": events}));
    let response = request.send_json::<Value>().await;
    let subscription = response.map_err(|error| Failure::of_call(&error, "POST"))?.into_inner();
    let missing = || Failure::rejected("the response has no id of the subscription");
    Ok(subscription["uuid"].as_str().ok_or_else(missing)?.to_owned())
}

/// Returns the format: lines of JSON, or lines for people, which are the default on a terminal.
fn format(globals: &Globals) -> Format {
    let default = if stdout().is_terminal() { Format::Table } else { Format::Json };
    globals.output.unwrap_or(default)
}

/// Prints and forwards webhooks until no more are accepted.
async fn handle(
    mut webhooks: UnboundedReceiver<Webhook>,
    handler: Option<&Handler>,
    pending: &AtomicU64,
    printer: &Printer,
) {
    while let Some(webhook) = webhooks.recv().await {
        match handler {
            Some(handler) => handler.deliver(&webhook, |result| printer.print(&webhook, Some(result))).await,
            None => printer.print(&webhook, None),
        }
        pending.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Prints a line for each webhook.
struct Printer {
    format: Format,
    /// Why lines could not be printed, which ends the command but not the delivery.
    unprinted: UnboundedSender<io::Error>,
}

impl Printer {
    fn print(&self, webhook: &Webhook, result: Option<&Result<u16, String>>) {
        let line = match self.format {
            Format::Json => json_line(webhook, result),
            Format::Table => text_line(webhook, result),
        };
        if let Err(error) = output::write_line(&line) {
            let _ = self.unprinted.send(error);
        }
    }
}

fn json_line(webhook: &Webhook, result: Option<&Result<u16, String>>) -> String {
    json!({
        "received_at": webhook.received_at,
        "event": webhook.event,
        "uuid": webhook.uuid,
        "order_uuid": webhook.order_uuid,
        "status": result.and_then(|result| result.as_ref().ok()),
        "failure": result.and_then(|result| result.as_ref().err()),
    })
    .to_string()
}

fn text_line(webhook: &Webhook, result: Option<&Result<u16, String>>) -> String {
    let name = webhook.event.as_deref().unwrap_or("unknown event");
    let result = match result {
        Some(Ok(status)) => format!(" -> {status}"),
        Some(Err(failure)) => format!(" -> {failure}"),
        None => String::new(),
    };
    let order = webhook.order_uuid.as_deref().map(|uuid| format!(" order {uuid}")).unwrap_or_default();
    format!("{} {name}{order}{result}", webhook.received_at.format("%H:%M:%S"))
}
