//! A call allocates about as often as a hand-written one with `reqwest`, counted by the allocator.

use std::alloc::System;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use sezzle_api::{Client, Credentials, Server};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[allow(dead_code, reason = "the benchmark uses all of it")]
#[path = "../../sezzle-api/benches/overhead/closed.rs"]
mod closed;
#[allow(dead_code, reason = "the benchmark uses all of it")]
#[path = "../../sezzle-api/benches/overhead/plain.rs"]
mod plain;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const SESSION: &str = r#"{
    "uuid": "5f7b1c52-0d6e-4a43-9d0a-6f1f2a9f1001",
    "links": [{"href": "https://gateway.sezzle.com/v2/session/5f7b1c52", "method": "GET", "rel": "self"}],
    "order": {
        "uuid": "0c1d7a0e-7c55-4f0b-8d5f-3b8f0e2c2002",
        "intent": "AUTH",
        "checkout_url": "https://checkout.sezzle.com/?id=0c1d7a0e",
        "links": [
            {"href": "https://gateway.sezzle.com/v2/order/0c1d7a0e", "method": "GET", "rel": "self"},
            {"href": "https://gateway.sezzle.com/v2/order/0c1d7a0e/capture", "method": "POST", "rel": "capture"}
        ]
    }
}"#;

const TRANSACTION: &str = r#"{"uuid": "3f9a6c2b-7b8d-4a65-b1c4-2d8e9f0a6007"}"#;

/// Starts a gateway with a thread for each connection, which does not allocate once it is connected.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let response = |body: &str| {
        format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
    };
    let responses: &'static [String; 2] = Box::leak(Box::new([SESSION, TRANSACTION].map(response)));
    std::thread::spawn(move || {
        while let Ok((mut stream, _)) = listener.accept() {
            std::thread::spawn(move || {
                let mut request = [0; 4096];
                let mut length = 0;
                while let Ok(read @ 1..) = stream.read(&mut request[length..]) {
                    length += read;
                    let get = request.starts_with(b"GET ");
                    if request[..length].ends_with(if get { b"\r\n\r\n" } else { b"}" }) {
                        length = 0;
                        if stream.write_all(responses[usize::from(!get)].as_bytes()).is_err() {
                            break;
                        }
                    }
                }
            });
        }
    });
    url
}

/// Returns the number of allocations of a call, averaged over many.
async fn allocations<F: Future>(call: impl Fn() -> F) -> usize {
    const CALLS: usize = 100;
    // The first calls connect and fill the caches.
    for _ in 0..10 {
        call().await;
    }
    let region = Region::new(&INSTRUMENTED_SYSTEM);
    for _ in 0..CALLS {
        call().await;
    }
    let change = region.change();
    (change.allocations + change.reallocations).div_ceil(CALLS)
}

#[test]
fn call_allocations_stay_close_to_plain_reqwest() {
    use sezzle_api::types::{CaptureRequest, Price};

    // The maximum number of allocations above the hand-written call.
    const MAX_ABOVE: usize = 4;

    let url = serve();
    let plain = plain::Plain::new(&url, "token", Duration::from_secs(30)).expect("a client");
    let server = Server::Custom(url);
    let sdk = Client::builder().server(server).credentials(Credentials::token("token")).build().expect("a client");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let plain_count = allocations(async || plain.get_session("5f7b1c52").await.expect("a session")).await;
        let sdk_count =
            allocations(async || sdk.get_session().session_uuid("5f7b1c52").send().await.expect("a session")).await;
        println!("get_session: {sdk_count}, by hand {plain_count}");
        assert!(sdk_count <= plain_count + MAX_ABOVE, "get_session: {sdk_count} allocations, {plain_count} by hand");

        let plain_count = allocations(async || plain.capture_order("0c1d7a0e", 100).await.expect("a capture")).await;
        let sdk_count = allocations(async || {
            let body = CaptureRequest::builder().capture_amount(Price::usd(100)).partial_capture(true);
            sdk.capture_order().order_uuid("0c1d7a0e").body(body).send().await.expect("a capture")
        })
        .await;
        println!("capture_order: {sdk_count}, by hand {plain_count}");
        assert!(sdk_count <= plain_count + MAX_ABOVE, "capture_order: {sdk_count} allocations, {plain_count} by hand");
    });
}
