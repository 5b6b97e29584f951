//! Receives webhooks: verifies each, stores it once, and then responds with 200.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRef, State};
use axum::http::StatusCode;
use axum::routing::post;
use sezzle_api::types::{WebhookEvent, WebhookRequest};
use sezzle_api::webhook::{DEFAULT_MAX_BODY_BYTES, Verifier};
use sezzle_api::{Client, Error};

use self::extractor::Webhook;

#[path = "extractor.rs"]
mod extractor;

/// Stores events until they are processed. In a shop this is a database table whose key is the id.
pub(crate) trait Inbox: Send + Sync + 'static {
    /// Stores an event durably, unless one with this id is stored already. Returns whether it is new.
    ///
    /// # Errors
    ///
    /// Returns an error if the event is not stored and has to be delivered again.
    fn store(&self, id: &str, body: &[u8]) -> io::Result<bool>;
}

/// Returns the routes of the receiver: `POST /sezzle`.
pub(crate) fn router(verifier: Verifier, inbox: Arc<dyn Inbox>) -> Router {
    Router::new()
        .route("/sezzle", post(receive))
        .layer(DefaultBodyLimit::max(DEFAULT_MAX_BODY_BYTES))
        .with_state(Receiver { verifier, inbox })
}

#[derive(Clone)]
struct Receiver {
    verifier: Verifier,
    inbox: Arc<dyn Inbox>,
}

impl FromRef<Receiver> for Verifier {
    fn from_ref(receiver: &Receiver) -> Self {
        receiver.verifier.clone()
    }
}

/// Stores an authentic webhook.
///
/// Sezzle accepts only status 200, not even 201 or 204, as confirmation. It repeats other deliveries for five days; if the
/// last attempt fails too, it deletes the subscription, for all events. The response must therefore not depend on what the
/// event is about. A handler that responds with 404 for an unknown order works until the first event of another shop with the
/// same account, or of a dispute, which has the order in another field. Five days later no event arrives any more.
async fn receive(State(receiver): State<Receiver>, Webhook { body, event }: Webhook) -> StatusCode {
    // An event has the same id whenever it is delivered. Without one, equal bodies are the same event.
    let id = event.and_then(|event| event.envelope.uuid).unwrap_or_else(|| body.escape_ascii().to_string());
    // File and database access blocks.
    match tokio::task::spawn_blocking(move || receiver.inbox.store(&id, &body)).await {
        // Stored now or before. Process it later: Sezzle does not wait long for a response.
        Ok(Ok(_is_new)) => StatusCode::OK,
        // Not stored: Sezzle must deliver it again.
        Ok(Err(error)) => {
            eprintln!("an event was not stored: {error}");
            StatusCode::INTERNAL_SERVER_ERROR
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// An inbox in a file, with one event per line.
pub(crate) struct FileInbox {
    lines: Mutex<Lines>,
}

struct Lines {
    file: File,
    ids: HashSet<String>,
}

impl FileInbox {
    /// Opens or creates an inbox.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be opened or read.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
        let mut text = Vec::new();
        file.read_to_end(&mut text)?;
        // A crash may have left a partial line. Its event was not confirmed and will be delivered again.
        let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        file.set_len(whole as u64)?;
        let mut ids = HashSet::new();
        for line in text[..whole].split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let (id, _body) = serde_json::from_slice::<(String, String)>(line)?;
            ids.insert(id);
        }
        Ok(Self { lines: Mutex::new(Lines { file, ids }) })
    }

    /// Returns the number of events.
    pub(crate) fn len(&self) -> usize {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).ids.len()
    }
}

impl Inbox for FileInbox {
    fn store(&self, id: &str, body: &[u8]) -> io::Result<bool> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.ids.contains(id) {
            return Ok(false);
        }
        let mut line = serde_json::to_vec(&(id, String::from_utf8_lossy(body)))?;
        line.push(b'\n');
        let before = lines.file.metadata()?.len();
        // An event is stored once it is on disk. A partial line would corrupt the next one.
        if let Err(error) = lines.file.write_all(&line).and_then(|()| lines.file.sync_data()) {
            lines.file.set_len(before)?;
            return Err(error);
        }
        lines.ids.insert(id.to_owned());
        Ok(true)
    }
}

/// Subscribes a URL if it is not subscribed. Returns whether it was not. Call this when the program starts and about every
/// hour: Sezzle does not report that it has deleted a subscription.
///
/// # Errors
///
/// Returns an error if a call to the gateway fails.
pub(crate) async fn ensure_subscribed(client: &Client, url: &str) -> Result<bool, Error> {
    if client.find_webhook(url).await?.is_some() {
        return Ok(false);
    }
    client.create_webhook().body(WebhookRequest::builder().url(url).events(WebhookEvent::VALUES)).send().await?;
    Ok(true)
}
