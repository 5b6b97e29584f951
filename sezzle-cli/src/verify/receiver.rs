//! Receives a webhook of a simulator, whose signature is an open question about the API.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use sezzle_api::webhook::Verifier;
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;

use crate::verify::exchange::Delivery;

const SIGNATURE_HEADER: &str = "sezzle-signature";
/// How long a webhook may take.
const TIMEOUT: Duration = Duration::from_secs(5);

/// A server for webhooks on this machine.
pub(super) struct Receiver {
    pub(super) url: String,
    webhooks: UnboundedReceiver<(HeaderMap, Bytes)>,
    server: JoinHandle<std::io::Result<()>>,
}

impl Receiver {
    pub(super) async fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/webhooks", listener.local_addr()?);
        let (sender, webhooks) = unbounded_channel();
        let receive = move |headers: HeaderMap, body: Bytes| async move {
            let _ = sender.send((headers, body));
            StatusCode::OK
        };
        let router = Router::new().route("/webhooks", post(receive));
        let server = tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { url, webhooks, server })
    }

    /// Waits for a webhook, and checks its signature.
    pub(super) async fn receive(mut self, private_key: &str) -> Option<Delivery> {
        let received = tokio::time::timeout(TIMEOUT, self.webhooks.recv()).await;
        self.server.abort();
        let (headers, body) = received.ok()??;
        let signature = headers.get(SIGNATURE_HEADER).map_or(&[][..], |signature| signature.as_bytes());
        let verifier = Verifier::new(private_key).ok()?;
        Some(Delivery {
            signature_length: signature.len(),
            is_hexadecimal: signature.iter().all(u8::is_ascii_hexdigit),
            is_valid: verifier.verify(&body, signature).is_ok(),
        })
    }
}
