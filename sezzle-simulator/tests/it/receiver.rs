//! A shop's endpoint for webhooks: remembers what comes, and answers as it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Serves until dropped.
pub(crate) struct Receiver {
    port: u16,
    received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<VecDeque<String>>>,
    server: JoinHandle<()>,
}

/// A request as it came over the wire.
#[derive(Clone)]
pub(crate) struct Received {
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Receiver {
    /// Answers 200.
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

    /// The next answers, each a status line's end and perhaps headers. Without one left it answers 200 again.
    pub(crate) fn answer(&self, answers: impl IntoIterator<Item = &'static str>) {
        self.answers.lock().expect("no panic").extend(answers.into_iter().map(str::to_owned));
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().expect("no panic").clone()
    }

    /// What came, by its name.
    pub(crate) fn events(&self) -> Vec<String> {
        self.received().iter().map(|received| crate::text(&received.json(), "/event").to_owned()).collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Received {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut headers = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = headers.find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.unwrap_or_else(|| panic!("no {name} in {}", self.head)).1
    }

    /// Whether the signature is that of the body under this key.
    pub(crate) fn is_signed_with(&self, key: &str) -> bool {
        self.header("sezzle-signature") == hmac_sha256(key.as_bytes(), self.body.as_bytes())
    }
}

/// HMAC as RFC 2104 spells it out, so that the simulator's library has something to be held against.
pub(crate) fn hmac_sha256(key: &[u8], message: &[u8]) -> String {
    assert!(key.len() <= 64, "longer keys are hashed first");
    let padded = |pad: u8| -> Vec<u8> { (0..64).map(|at| key.get(at).copied().unwrap_or(0) ^ pad).collect() };
    let inner = Sha256::digest([&padded(0x36), message].concat());
    let outer = Sha256::digest([padded(0x5c).as_slice(), inner.as_slice()].concat());
    outer.iter().map(|byte| format!("{byte:02x}")).collect()
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
        let length =
            head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() < length.unwrap_or(0) {
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

/// From `printf MESSAGE | openssl dgst -sha256 -hmac KEY`.
#[test]
fn the_hmac_is_what_openssl_computes() {
    assert_eq!(
        hmac_sha256(b"sz_pr_simulator", br#"{"event":"order.captured"}"#),
        "b9120cc46a5432b39a867390a284bb47333e3d4d81c383463fc8b94f7b1db9c7"
    );
    assert_eq!(hmac_sha256(b"sz_pr_other", b""), "0e929e54f6a79d74d766b6a5372c7cb6afe6f4777577bfecc9b7ff760affec7b");
}
