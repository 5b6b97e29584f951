//! Receives webhooks: verifies them, stores each once, and answers 200 only then.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::routing::post;
use sezzle_api::types::{WebhookEvent, WebhookRequest};
use sezzle_api::webhook::{DEFAULT_MAX_BODY_BYTES, SIGNATURE_HEADER, Verifier};
use sezzle_api::{Client, Error, Event};

/// Where events are kept until somebody works on them. In a shop this is a table of its database, whose key is the id.
pub(crate) trait Inbox: Send + Sync + 'static {
    /// Stores an event for good, unless one with this id is stored already; whether it is new.
    ///
    /// # Errors
    ///
    /// It is not stored, and has to be delivered again.
    fn store(&self, id: &str, body: &[u8]) -> io::Result<bool>;
}

/// The routes of the receiver: `POST /sezzle`.
pub(crate) fn router(verifier: Verifier, inbox: Arc<dyn Inbox>) -> Router {
    Router::new()
        .route("/sezzle", post(receive))
        .layer(DefaultBodyLimit::max(DEFAULT_MAX_BODY_BYTES))
        .with_state(Receiver { verifier: Arc::new(verifier), inbox })
}

#[derive(Clone)]
struct Receiver {
    verifier: Arc<Verifier>,
    inbox: Arc<dyn Inbox>,
}

/// Answers a webhook.
///
/// Sezzle takes status 200 as received and nothing else, 201 and 204 included. What was not received is sent again for
/// five days; if the last attempt fails too, Sezzle deletes the subscription, for all events. So what an event is about
/// decides nothing here. A handler that looks the order up and answers 404 for one it does not know, be it of another
/// shop with the same account, or in a dispute, which names its order in another field, works until the first such
/// event, and five days later no event comes any more.
async fn receive(State(receiver): State<Receiver>, headers: HeaderMap, body: Bytes) -> StatusCode {
    // The bytes as they came: the same JSON written again has another signature.
    let signature = headers.get(SIGNATURE_HEADER).map(HeaderValue::as_bytes).unwrap_or_default();
    if let Err(error) = receiver.verifier.verify(&body, signature) {
        // Not from Sezzle. If this is said of every webhook, the key is wrong: mend that within five days.
        eprintln!("refused a webhook: {error}");
        return StatusCode::UNAUTHORIZED;
    }
    // An event of Sezzle's that cannot be read is stored as well. It has no id, but a signature of its own.
    let id = match Event::from_json(&body) {
        Ok(Event { envelope, .. }) => envelope.uuid,
        Err(error) => {
            eprintln!("stored an event that cannot be read: {error}");
            None
        }
    };
    let id = id.unwrap_or_else(|| String::from_utf8_lossy(signature).into_owned());
    // Disks and databases block.
    let stored = tokio::task::spawn_blocking(move || receiver.inbox.store(&id, &body)).await;
    match stored {
        // Stored now or before. Work on it later: Sezzle does not wait long for an answer.
        Ok(Ok(_is_new)) => StatusCode::OK,
        // Not stored, so Sezzle has to send it again.
        Ok(Err(error)) => {
            eprintln!("an event was not stored: {error}");
            StatusCode::INTERNAL_SERVER_ERROR
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// An inbox in a file, one event a line.
pub(crate) struct FileInbox {
    lines: Mutex<Lines>,
}

struct Lines {
    file: File,
    ids: HashSet<String>,
}

impl FileInbox {
    /// Opens an inbox, or makes it.
    ///
    /// # Errors
    ///
    /// The file cannot be opened or read.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
        let mut text = Vec::new();
        file.read_to_end(&mut text)?;
        // A crash may have left half a line, of an event that was not answered with 200 and comes again.
        let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        file.set_len(whole as u64)?;
        let mut ids = HashSet::new();
        for line in text[..whole].split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let (id, _body) = serde_json::from_slice::<(String, String)>(line)?;
            ids.insert(id);
        }
        Ok(Self { lines: Mutex::new(Lines { file, ids }) })
    }

    /// How many events there are.
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
        // Only what is on the disk is stored. Half a line would spoil the next one.
        if let Err(error) = lines.file.write_all(&line).and_then(|()| lines.file.sync_data()) {
            lines.file.set_len(before)?;
            return Err(error);
        }
        lines.ids.insert(id.to_owned());
        Ok(true)
    }
}

/// Makes the subscription of a URL if there is none; whether there was none. Call it when the program starts, and every
/// hour or so: Sezzle says nothing when it deletes a subscription.
///
/// # Errors
///
/// The gateway cannot be asked.
pub(crate) async fn ensure_subscribed(client: &Client, url: &str) -> Result<bool, Error> {
    if client.find_webhook(url).await?.is_some() {
        return Ok(false);
    }
    let events = WebhookEvent::VALUES.iter().copied().map(WebhookEvent::from);
    client.create_webhook().body(WebhookRequest::builder().url(url).events(events)).send().await?;
    Ok(true)
}
