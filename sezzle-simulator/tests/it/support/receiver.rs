//! A webhook receiver that records requests and responds as configured.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sezzle_simulator::DOCUMENT;
use sha2::Sha256;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::client::header;
use super::text;

/// Serves until dropped.
pub(crate) struct Receiver {
    port: u16,
    received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<VecDeque<String>>>,
    server: JoinHandle<()>,
}

/// A received request.
#[derive(Clone)]
pub(crate) struct Received {
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Receiver {
    /// Starts a receiver that responds with 200.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
        let port = listener.local_addr().expect("has an address").port();
        let received = Arc::new(Mutex::new(Vec::new()));
        let answers = Arc::new(Mutex::new(VecDeque::new()));
        let (log, next) = (Arc::clone(&received), Arc::clone(&answers));
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&log), Arc::clone(&next)));
            }
        });
        Self { port, received, answers, server }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Sets the next responses: the end of the status line, and headers. After them the receiver responds with 200 again.
    pub(crate) fn answer(&self, answers: impl IntoIterator<Item = &'static str>) {
        self.answers.lock().expect("no panic").extend(answers.into_iter().map(str::to_owned));
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no panic").clone()
    }

    /// Returns the names of the received events.
    pub(crate) fn events(&self) -> Vec<String> {
        self.received().iter().map(|received| text(&received.json(), "/event").to_owned()).collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Received {
    /// Returns the event, after checking it against the document.
    pub(crate) fn json(&self) -> Value {
        let event: Value = serde_json::from_str(&self.body).expect("JSON");
        let document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
        let content = &document["webhooks"][text(&event, "/event")]["post"]["requestBody"]["content"];
        let mut schema = content["application/json"]["schema"].clone();
        schema["components"] = document["components"].clone();
        jsonschema::draft202012::validate(&schema, &event).unwrap_or_else(|error| panic!("{error}: {event}"));
        event
    }

    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> &str {
        header(&self.head, name).unwrap_or_else(|| panic!("no {name} in {}", self.head))
    }

    /// Returns whether the body is signed with this key.
    pub(crate) fn is_signed_with(&self, key: &str) -> bool {
        let mut hmac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("a key");
        hmac.update(self.body.as_bytes());
        let signature = hmac.finalize().into_bytes();
        self.header("sezzle-signature") == signature.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    }
}

async fn serve(mut stream: TcpStream, log: Arc<Mutex<Vec<Received>>>, answers: Arc<Mutex<VecDeque<String>>>) {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).await.unwrap_or(0);
        if count == 0 {
            return;
        }
        bytes.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        if body.len() < header(head, "content-length").map_or(0, |length| length.parse().expect("a length")) {
            continue;
        }
        log.lock().expect("no panic").push(Received { head: head.to_owned(), body: body.to_owned() });
        break;
    }
    let answer = answers.lock().expect("no panic").pop_front().unwrap_or_else(|| "200 OK".to_owned());
    match answer.as_str() {
        "stall" => std::future::pending().await,
        "close" => {}
        answer => {
            let response = format!("HTTP/1.1 {answer}\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok");
            let _ = stream.write_all(response.as_bytes()).await;
        }
    }
}
