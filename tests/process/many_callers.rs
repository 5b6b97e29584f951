//! Many concurrent callers and one authentication, in a process of its own because the test uses all its connections.

#![allow(clippy::unwrap_used, reason = "a test should stop at an unexpected failure")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use serde_json::json;
use sezzle_api::{ErrorKind, RetryPolicy};
use sezzle_tests::fixtures::keys_builder;
use sezzle_tests::servers::scripted::{Action, ScriptedServer};
use sezzle_tests::virtual_time::VirtualTime;

/// A gateway on a thread of its own, whose connections stay open.
struct Gateway {
    server: ScriptedServer,
    /// Tokens up to this number are rejected.
    revoked: Arc<AtomicUsize>,
}

impl Gateway {
    fn start() -> Self {
        let revoked = Arc::<AtomicUsize>::default();
        let (limit, (send, server)) = (revoked.clone(), mpsc::channel());
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let mut issued = 0;
                let server = ScriptedServer::with_script(move |_, request| {
                    if request.is_authentication() {
                        issued += 1;
                        let token = json!({"token": format!("token-{issued}")});
                        return Action::json(201, &token).after(Duration::from_millis(100)).keep_open();
                    }
                    let token = request.header("authorization").and_then(|header| header.strip_prefix("Bearer token-"));
                    let token: usize = token.unwrap().parse().unwrap();
                    let is_valid = token > limit.load(Ordering::SeqCst);
                    if is_valid { Action::success() } else { Action::status(401) }.keep_open()
                });
                send.send(server.await).unwrap();
                std::future::pending::<()>().await;
            });
        });
        Self { server: server.recv().unwrap(), revoked }
    }
}

#[tokio::test]
async fn concurrent_callers_share_one_token_fetch() {
    let time = VirtualTime::start();
    let gateway = Gateway::start();
    let client = keys_builder(&gateway.server.url).build().unwrap();
    let call_concurrently = async |calls: usize| {
        let gate = Arc::new(tokio::sync::Barrier::new(calls));
        let mut set = tokio::task::JoinSet::new();
        for _ in 0..calls {
            let (client, gate) = (client.clone(), gate.clone());
            set.spawn(async move {
                gate.wait().await;
                client.get_session().session_uuid("s").retry_policy(RetryPolicy::never()).send().await
            });
        }
        let mut succeeded = 0;
        for result in set.join_all().await {
            match result {
                Ok(_) => succeeded += 1,
                // Out of connections: the call has a token, but was never sent.
                Err(error) => {
                    let outcome = (error.kind(), error.attempts());
                    assert_eq!(outcome, (ErrorKind::NotSent, 1), "{error}");
                }
            }
        }
        assert!(succeeded > calls / 20, "{succeeded}");
        gateway.server.authentications()
    };
    assert_eq!(call_concurrently(10_000).await, 1, "a cold client");
    assert_eq!(call_concurrently(100).await, 1, "a warm one");
    time.advance(Duration::from_secs(121 * 60)).await;
    assert_eq!(call_concurrently(10_000).await, 2, "an expired token");
    gateway.revoked.store(2, Ordering::SeqCst);
    assert_eq!(call_concurrently(1_000).await, 3, "a rejected token");
}
