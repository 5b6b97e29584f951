//! How many requests a second one simulator answers: `cargo run --release -p sezzle-simulator --example load`.
//!
//! A simulator serves on one thread. Four clients, each with a connection of its own, play whole orders: create a
//! session, read it, capture in two parts with a `Sezzle-Request-Id`, refund, and read the order. The figure counts every
//! request, each held against the document with its answer.

use std::io::{BufRead, BufReader, Error, Read, Result, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use serde_json::{Value, json};
use sezzle_simulator::Simulator;

const CLIENTS: usize = 4;
const ORDERS: usize = 4000;

#[tokio::main]
async fn main() -> Result<()> {
    let simulator = Arc::new(Simulator::start().await?);
    let start = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let simulator = Arc::clone(&simulator);
            thread::spawn(move || play(&simulator, client))
        })
        .collect();
    let mut requests = 0;
    for client in clients {
        requests += client.join().map_err(|_| Error::other("a client panicked"))??;
    }
    let seconds = start.elapsed().as_secs_f64();
    if let Some(finding) = simulator.contract_violations().first() {
        return Err(Error::other(finding.to_string()));
    }
    println!("{requests} requests in {seconds:.2} s: {:.0} a second", f64::from(requests) / seconds);
    Ok(())
}

/// Plays the client's share of the orders, and tells how many requests that took.
fn play(simulator: &Simulator, client: usize) -> Result<u32> {
    let mut connection = Connection::open(simulator.url())?;
    let keys = json!({"public_key": simulator.public_key(), "private_key": simulator.private_key()});
    let token = connection.call("POST", "/v2/authentication", "", &keys)?;
    connection.bearer = text(&token["token"]).to_owned();
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
        let created = connection.call("POST", "/v2/session", "", &session)?;
        let (session, order) = (text(&created["uuid"]), text(&created["order"]["uuid"]));
        simulator.approve(session).map_err(|error| Error::other(error.to_string()))?;
        connection.call("GET", &format!("/v2/session/{session}"), "", &Value::Null)?;
        let path = |action: &str| format!("/v2/order/{order}{action}");
        for part in ["a", "b"] {
            let id = format!("{order}-{part}");
            connection.call("POST", &path("/capture"), &id, &json!({"capture_amount": price(2000)}))?;
        }
        connection.call("POST", &path("/refund"), &format!("{order}-c"), &price(500))?;
        connection.call("GET", &path(""), "", &Value::Null)?;
    }
    Ok(connection.requests)
}

struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
    bearer: String,
    requests: u32,
}

impl Connection {
    fn open(url: &str) -> Result<Self> {
        let host = url.trim_start_matches("http://").to_owned();
        let stream = TcpStream::connect(&host)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), host, bearer: String::new(), requests: 0 })
    }

    /// Sends a request that must be granted, and reads the JSON of its answer.
    fn call(&mut self, method: &str, path: &str, request_id: &str, body: &Value) -> Result<Value> {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let id = if request_id.is_empty() { String::new() } else { format!("sezzle-request-id: {request_id}\r\n") };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\n{id}content-length: {}\r\n\r\n{body}",
            self.host,
            self.bearer,
            body.len()
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.requests += 1;

        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let granted = line.split(' ').nth(1).is_some_and(|status| status.starts_with('2'));
        let mut length = 0;
        loop {
            let mut header = String::new();
            self.stream.read_line(&mut header)?;
            if header.trim().is_empty() {
                break;
            }
            if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().map_err(Error::other)?;
            }
        }
        let mut answer = vec![0; length];
        self.stream.read_exact(&mut answer)?;
        if !granted {
            return Err(Error::other(format!("{method} {path}: {}", String::from_utf8_lossy(&answer))));
        }
        serde_json::from_slice(&answer).map_err(Error::other)
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
