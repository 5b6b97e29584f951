//! Measures how many requests a second one simulator serves: `cargo run --release -p sezzle-simulator --example load`.
//!
//! A simulator serves on one thread. Four clients, each with a connection of its own, process orders: create a session,
//! read it, capture in two parts with a `Sezzle-Request-Id`, refund, and read the order. The figure counts every
//! request; each is checked against the document with its response.

use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use axum::body::{Body, to_bytes};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use sezzle_simulator::Simulator;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

const CLIENTS: usize = 4;
const ORDERS: usize = 4000;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Result<()> {
    let simulator = Arc::new(Simulator::start().await?);
    let start = Instant::now();
    let mut clients = JoinSet::new();
    for client in 0..CLIENTS {
        clients.spawn(process_orders(Arc::clone(&simulator), client));
    }
    let mut requests = 0;
    while let Some(sent) = clients.join_next().await {
        requests += sent??;
    }
    let seconds = start.elapsed().as_secs_f64();
    if let Some(violation) = simulator.contract_violations().first() {
        return Err(violation.to_string().into());
    }
    println!("{requests} requests in {seconds:.2} s: {:.0} a second", f64::from(requests) / seconds);
    Ok(())
}

/// Processes the client's share of the orders, and returns the number of requests.
async fn process_orders(simulator: Arc<Simulator>, client: usize) -> Result<u32> {
    let mut connection = Connection::open(simulator.url()).await?;
    let keys = json!({"public_key": simulator.public_key(), "private_key": simulator.private_key()});
    let token = connection.call("POST", "/v2/authentication", "", &keys).await?;
    connection.bearer = format!("Bearer {}", text(&token["token"]));
    for number in 0..ORDERS / CLIENTS {
        let price = |cents: i64| json!({"amount_in_cents": cents, "currency": "USD"});
        let session = json!({
            "cancel_url": {"href": "https://shop.example/cart"},
            "complete_url": {"href": "https://shop.example/thanks"},
            "order": {
                "intent": "AUTH",
                "reference_id": format!("order-{client}-{number}"),
                "order_amount": price(4150),
                "items": [{"name": "Coffee beans, 1 kg", "quantity": 2, "price": price(1900)}],
            },
        });
        let created = connection.call("POST", "/v2/session", "", &session).await?;
        let (session, order) = (text(&created["uuid"]), text(&created["order"]["uuid"]));
        simulator.approve(session)?;
        connection.call("GET", &format!("/v2/session/{session}"), "", &Value::Null).await?;
        let path = |action: &str| format!("/v2/order/{order}{action}");
        for part in ["a", "b"] {
            let body = json!({"capture_amount": price(2000)});
            connection.call("POST", &path("/capture"), &format!("{order}-{part}"), &body).await?;
        }
        connection.call("POST", &path("/refund"), &format!("{order}-c"), &price(500)).await?;
        connection.call("GET", &path(""), "", &Value::Null).await?;
    }
    Ok(connection.requests)
}

struct Connection {
    sender: SendRequest<Body>,
    bearer: String,
    requests: u32,
}

impl Connection {
    async fn open(url: &str) -> Result<Self> {
        let stream = TcpStream::connect(url.trim_start_matches("http://")).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { sender, bearer: String::new(), requests: 0 })
    }

    /// Sends a request that must succeed, and returns the JSON of its response.
    async fn call(&mut self, method: &str, path: &str, request_id: &str, body: &Value) -> Result<Value> {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost");
        for (name, value) in [("authorization", self.bearer.as_str()), ("sezzle-request-id", request_id)] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let response = self.sender.send_request(request.body(body)?).await?;
        self.requests += 1;
        let status = response.status();
        let body = to_bytes(Body::new(response.into_body()), usize::MAX).await?;
        if !status.is_success() {
            return Err(format!("{method} {path}: {status} {}", String::from_utf8_lossy(&body)).into());
        }
        Ok(serde_json::from_slice(&body)?)
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
