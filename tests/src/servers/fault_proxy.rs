//! A proxy that injects the faults of networks and gateways.
//!
//! It connects a client and an upstream on this machine, both over plain HTTP/1.1, and asks its plan for the fault of each
//! request. Bodies need a `content-length`, which both sides send.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::servers::message::{content_length, head_length, read_message};

/// The fault of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection is reset before the request is read.
    ResetBeforeReading,
    /// The request is forwarded, and the connection is reset instead of a response.
    ResetAfterProcessing,
    /// The request is forwarded, and the connection is closed in order, without a response.
    ReplyLost,
    /// The request is read, and there is no response while the client waits.
    HeadersStalled {
        /// Whether the request is forwarded.
        processed: bool,
    },
    /// The request is forwarded; the response stops in the middle of its body.
    BodyStalled,
    /// The request is forwarded; the connection is closed in the middle of the response body.
    BodyTruncated,
    /// The request is forwarded; the response body is replaced by garbage of the same length.
    BodyGarbage,
    /// The request is forwarded; the response is not HTTP.
    Garbage,
    /// The response has this status, as from the gateway or a proxy in front of it.
    Status {
        /// The status.
        status: u16,
        /// Whether the request is forwarded before.
        processed: bool,
        /// The header `Retry-After` of the response.
        retry_after: Option<RetryAfter>,
        /// The body of the response.
        body: &'static str,
    },
    /// The request is forwarded after this time.
    Slow(Duration),
}

/// The two forms of the header `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// A number of seconds.
    Seconds(u32),
    /// A date this number of seconds after the response's `Date`.
    Date(u32),
}

impl Fault {
    /// Responds with this status without forwarding the request.
    pub fn status(status: u16) -> Self {
        Self::Status { status, processed: false, retry_after: None, body: "" }
    }

    /// Forwards the request and responds with this status.
    pub fn status_after_processing(status: u16) -> Self {
        Self::Status { status, processed: true, retry_after: None, body: "" }
    }
}

/// The plan: called once for each request, in their order. A request without a fault is forwarded.
type Plan = Box<dyn FnMut() -> Option<Fault> + Send>;

/// How long a stall lasts at most.
const MAX_STALL: Duration = Duration::from_secs(60);

/// A running proxy. It ends when it is dropped.
pub struct FaultProxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    open: watch::Sender<bool>,
    task: tokio::task::JoinHandle<()>,
}

struct Shared {
    upstream: SocketAddr,
    plan: Mutex<Plan>,
    requests: AtomicU64,
    faulted: AtomicU64,
}

impl FaultProxy {
    /// Starts a proxy on a free loopback port, in front of `upstream`.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub async fn start(upstream: SocketAddr, plan: impl FnMut() -> Option<Fault> + Send + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            upstream,
            plan: Mutex::new(Box::new(plan)),
            requests: AtomicU64::new(0),
            faulted: AtomicU64::new(0),
        });
        let (open, gate) = watch::channel(true);
        let task = tokio::spawn(serve(address, listener, gate, Arc::clone(&shared)));
        Ok(Self { address, shared, open, task })
    }

    /// Returns the base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the number of requests, including connections that were reset before.
    pub fn requests(&self) -> u64 {
        self.shared.requests.load(Ordering::Relaxed)
    }

    /// Returns the number of requests with a fault.
    pub fn faulted(&self) -> u64 {
        self.shared.faulted.load(Ordering::Relaxed)
    }

    /// Sets whether new connections are refused. Open ones stay.
    pub fn refuse(&self, refuse: bool) {
        self.open.send_replace(!refuse);
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(address: SocketAddr, listener: TcpListener, mut gate: watch::Receiver<bool>, shared: Arc<Shared>) {
    let mut listener = Some(listener);
    let mut connections = JoinSet::new();
    loop {
        if !*gate.borrow_and_update() {
            // The port is closed, so the system refuses connections.
            listener = None;
            if gate.changed().await.is_err() {
                return;
            }
            continue;
        }
        let Some(listening) = &listener else {
            match TcpListener::bind(address).await {
                Ok(again) => listener = Some(again),
                Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
            }
            continue;
        };
        tokio::select! {
            accepted = listening.accept() => {
                if let Ok((stream, _)) = accepted {
                    connections.spawn(serve_connection(stream, Arc::clone(&shared)));
                }
            }
            changed = gate.changed() => {
                if changed.is_err() {
                    return;
                }
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Serves one connection until either side closes it.
async fn serve_connection(mut client: TcpStream, shared: Arc<Shared>) {
    let _ = client.set_nodelay(true);
    loop {
        // A client that disconnects between requests is not a request.
        match client.peek(&mut [0]).await {
            Ok(1) => {}
            _ => return,
        }
        let fault = shared.next();
        if !matches!(exchange(&mut client, fault, &shared).await, Ok(true)) {
            return;
        }
    }
}

impl Shared {
    fn next(&self) -> Option<Fault> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let fault = (self.plan.lock().unwrap_or_else(PoisonError::into_inner))();
        self.faulted.fetch_add(u64::from(fault.is_some()), Ordering::Relaxed);
        fault
    }
}

/// Handles one request. Returns whether the connection can be used again.
async fn exchange(client: &mut TcpStream, fault: Option<Fault>, shared: &Shared) -> io::Result<bool> {
    if fault == Some(Fault::ResetBeforeReading) {
        client.set_zero_linger()?;
        return Ok(false);
    }
    let request = read_message(client).await?;
    if let Some(Fault::Slow(time)) = fault {
        tokio::time::sleep(time).await;
    }
    let is_forwarded = match fault {
        Some(Fault::HeadersStalled { processed } | Fault::Status { processed, .. }) => processed,
        _ => true,
    };
    let response = if is_forwarded { forward(&request, shared.upstream).await? } else { Vec::new() };
    let head = head_length(&response).unwrap_or(response.len());
    let half = head + (response.len() - head) / 2;
    match fault {
        None | Some(Fault::Slow(_)) => {
            client.write_all(&response).await?;
            return Ok(content_length(&response[..head]).is_some());
        }
        Some(Fault::ResetBeforeReading) => {}
        Some(Fault::ResetAfterProcessing) => client.set_zero_linger()?,
        Some(Fault::ReplyLost) => client.shutdown().await?,
        Some(Fault::HeadersStalled { .. }) => stall(client).await,
        Some(Fault::BodyStalled) => {
            client.write_all(&response[..half]).await?;
            stall(client).await;
        }
        Some(Fault::BodyTruncated) => {
            client.write_all(&response[..half]).await?;
            client.shutdown().await?;
        }
        Some(Fault::BodyGarbage) => {
            client.write_all(&response[..head]).await?;
            client.write_all(&vec![b'%'; response.len() - head]).await?;
            return Ok(true);
        }
        Some(Fault::Garbage) => {
            client.write_all(b"\x00\xff\x16 this is not HTTP\r\n\r\n").await?;
            client.shutdown().await?;
        }
        Some(Fault::Status { status, retry_after, body, .. }) => {
            client.write_all(status_response(status, retry_after, body).as_bytes()).await?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// Waits until the client disconnects, at most for [`MAX_STALL`].
async fn stall(client: &mut TcpStream) {
    let mut rest = [0; 256];
    let gone = async { while matches!(client.read(&mut rest).await, Ok(1..)) {} };
    let _ = tokio::time::timeout(MAX_STALL, gone).await;
}

/// Sends a request to the upstream on a connection of its own, and returns the response.
async fn forward(request: &[u8], upstream: SocketAddr) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(upstream).await?;
    stream.set_nodelay(true)?;
    stream.write_all(request).await?;
    read_message(&mut stream).await
}

fn status_response(status: u16, retry_after: Option<RetryAfter>, body: &str) -> String {
    let now = chrono::Utc::now();
    let date = |time: chrono::DateTime<chrono::Utc>| time.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let retry_after = match retry_after {
        None => String::new(),
        Some(RetryAfter::Seconds(seconds)) => format!("retry-after: {seconds}\r\n"),
        Some(RetryAfter::Date(seconds)) => {
            format!("retry-after: {}\r\n", date(now + chrono::TimeDelta::seconds(seconds.into())))
        }
    };
    let (date, length) = (date(now), body.len());
    format!("HTTP/1.1 {status} X\r\ndate: {date}\r\n{retry_after}content-length: {length}\r\n\r\n{body}")
}
