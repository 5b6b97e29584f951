//! Many callers, one authentication. In a process of its own, as it takes all the connections that a process can have.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use sezzle_api::{Client, Credentials, ErrorKind, RetryPolicy, Server};
use sezzle_tests::virtual_time::VirtualTime;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// A gateway with room for a crowd: a thread of its own, and connections that stay.
struct Spacious {
    url: String,
    authentications: Arc<AtomicUsize>,
    /// The tokens up to this number are refused.
    revoked: Arc<AtomicUsize>,
}

impl Spacious {
    fn start() -> Self {
        let (authentications, revoked) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
        let (count, limit) = (authentications.clone(), revoked.clone());
        let (send_url, url) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let socket = tokio::net::TcpSocket::new_v4().unwrap();
                socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
                let listener = socket.listen(4096).unwrap();
                send_url.send(format!("http://{}", listener.local_addr().unwrap())).unwrap();
                loop {
                    // The system may have no room for the moment.
                    let Ok((stream, _)) = listener.accept().await else {
                        tokio::time::sleep(Duration::from_millis(1)).await;
                        continue;
                    };
                    tokio::spawn(Self::converse(stream, count.clone(), limit.clone()));
                }
            });
        });
        Self { url: url.recv().unwrap(), authentications, revoked }
    }

    async fn converse(mut stream: tokio::net::TcpStream, count: Arc<AtomicUsize>, revoked: Arc<AtomicUsize>) {
        let mut request = vec![0; 4 << 10];
        while let Ok(length @ 1..) = stream.read(&mut request).await {
            let request = String::from_utf8_lossy(&request[..length]);
            let token = request.split("authorization: Bearer token-").nth(1);
            let token: Option<usize> = token.and_then(|rest| rest.lines().next()?.parse().ok());
            let (status, body) = match token {
                None => {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    let number = count.fetch_add(1, Ordering::SeqCst) + 1;
                    ("201 Created", format!("{{\"token\": \"token-{number}\"}}"))
                }
                Some(number) if number > revoked.load(Ordering::SeqCst) => ("200 OK", "{}".to_owned()),
                Some(_) => ("401 Unauthorized", String::new()),
            };
            let answer = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    }
}

#[tokio::test]
async fn concurrent_callers_share_one_token_fetch() {
    let time = VirtualTime::start();
    let gateway = Spacious::start();
    let client = Client::builder()
        .server(Server::Custom(gateway.url.clone()))
        .credentials(Credentials::keys("sz_pub_1", "sz_pr_1"))
        .build()
        .unwrap();
    let together = async |calls: usize| {
        let gate = Arc::new(tokio::sync::Barrier::new(calls));
        let mut set = tokio::task::JoinSet::new();
        for _ in 0..calls {
            let (client, gate) = (client.clone(), gate.clone());
            set.spawn(async move {
                gate.wait().await;
                client.get_session().session_uuid("s").retry_policy(RetryPolicy::never()).send().await
            });
        }
        let mut done = 0;
        for result in set.join_all().await {
            match result {
                Ok(_) => done += 1,
                // A connection that the system has no room for: with a token, but never sent.
                Err(error) => {
                    let outcome = (error.kind(), error.attempts());
                    assert_eq!(outcome, (ErrorKind::NotSent, 1), "{error}");
                }
            }
        }
        assert!(done > calls / 20, "{done}");
        gateway.authentications.load(Ordering::SeqCst)
    };
    assert_eq!(together(10_000).await, 1, "a cold client");
    assert_eq!(together(100).await, 1, "a warm one");
    time.advance(Duration::from_secs(121 * 60)).await;
    assert_eq!(together(10_000).await, 2, "an expired token");
    gateway.revoked.store(2, Ordering::SeqCst);
    assert_eq!(together(1_000).await, 3, "a live token that is refused");
}
