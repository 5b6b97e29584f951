//! A gateway that issues tokens and checks them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::{TimeDelta, Utc};
use serde_json::json;
use sezzle_api::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::fixtures::keys_client;

/// A gateway that hands out `token-1`, `token-2`, .. with a life of `life`, by a clock that is `skew` off, and takes
/// only the newest.
pub struct Gateway {
    /// The base URL.
    pub url: String,
    /// How many authentications succeeded.
    pub authentications: Arc<AtomicUsize>,
}

impl Gateway {
    /// Starts one on a free port.
    pub async fn new(life: TimeDelta, skew: TimeDelta) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let authentications = Arc::<AtomicUsize>::default();
        let count = authentications.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let count = count.clone();
                tokio::spawn(async move {
                    let mut request = vec![0; 16 << 10];
                    let length = stream.read(&mut request).await.unwrap_or(0);
                    let request = String::from_utf8_lossy(&request[..length]).to_lowercase();
                    let now = Utc::now() + skew;
                    let (status, body) = if request.starts_with("post /v2/authentication") {
                        // Slow enough for others to arrive meanwhile.
                        tokio::time::sleep(Duration::from_millis(50)).await;
                        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
                        let expires = (now + life).to_rfc3339();
                        ("201 Created", json!({"token": format!("token-{number}"), "expiration_date": expires}))
                    } else if request
                        .contains(&format!("authorization: bearer token-{}\r", count.load(Ordering::SeqCst)))
                    {
                        ("200 OK", json!({"uuid": "s"}))
                    } else {
                        if request.contains("/slow ") {
                            tokio::time::sleep(Duration::from_millis(300)).await;
                        }
                        ("401 Unauthorized", json!([{"code": "unauthorized"}]))
                    };
                    let body = body.to_string();
                    let date = now.format("%a, %d %b %Y %H:%M:%S GMT");
                    let length = body.len();
                    let answer = format!(
                        "HTTP/1.1 {status}\r\ndate: {date}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
                    );
                    let _ = stream.write_all(answer.as_bytes()).await;
                });
            }
        });
        Self { url, authentications }
    }

    /// A client with keys for it.
    pub fn client(&self) -> Client {
        keys_client(self.url.clone())
    }

    /// How many authentications succeeded.
    pub fn authentications(&self) -> usize {
        self.authentications.load(Ordering::SeqCst)
    }
}
