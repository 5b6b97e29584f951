//! A server that writes bytes as they are given, valid HTTP or not.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use sezzle_api::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::fixtures::client;

/// A listener that keeps each request, writes `answer` byte by byte as given, and closes. It serves until dropped.
pub struct Raw {
    /// The address it listens on.
    pub address: SocketAddr,
    task: tokio::task::JoinHandle<()>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Raw {
    /// Starts one on a free port.
    pub async fn new(answer: impl Into<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let answer = answer.into();
        let requests = Arc::<Mutex<Vec<String>>>::default();
        let seen = requests.clone();
        let task = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = vec![0; 64 << 10];
                let length = stream.read(&mut request).await.unwrap_or(0);
                seen.lock().unwrap().push(String::from_utf8_lossy(&request[..length]).into_owned());
                let _ = stream.write_all(&answer).await;
                let _ = stream.shutdown().await;
            }
        });
        Self { address, task, requests }
    }

    /// The base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A client with a token for it.
    pub fn client(&self) -> Client {
        client(self.url())
    }

    /// The requests as they came, head and body.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.task.abort();
    }
}
