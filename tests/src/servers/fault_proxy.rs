//! A proxy that does to requests and answers what networks and gateways do on their bad days.
//!
//! It stands between a client and an upstream on this machine, both over plain HTTP/1.1, and asks its plan before each
//! request what is to happen to it. Bodies need a `content-length`, which both sides here send.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

/// What happens to one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing: it is passed on, and so is the answer.
    None,
    /// The connection is reset before anything of it was read.
    ResetBeforeReading,
    /// It is read and passed on, and the connection is reset instead of an answer.
    ResetAfterProcessing,
    /// It is read and passed on, and the connection is closed in order, without an answer.
    ReplyLost,
    /// It is read, passed on or not, and nothing comes back while the client waits.
    HeadersStalled {
        /// Whether it is passed on.
        processed: bool,
    },
    /// It is passed on; half of the answer's body comes back, and then nothing.
    BodyStalled,
    /// It is passed on; half of the answer's body comes back, and then the end of the connection.
    BodyTruncated,
    /// It is passed on; the answer's body is replaced by one of the same length that means nothing.
    BodyGarbage,
    /// It is passed on; what comes back is no HTTP.
    Garbage,
    /// It is answered with this status, by the gateway or by somebody before it.
    Status {
        /// The status.
        status: u16,
        /// Whether it is passed on before that.
        processed: bool,
        /// What the answer's header `Retry-After` says.
        retry_after: Option<RetryAfter>,
        /// The answer's body.
        body: &'static str,
    },
    /// It is passed on after this time.
    Slow(Duration),
}

/// The two forms of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetryAfter {
    /// A number of seconds.
    Seconds(u32),
    /// A date so many seconds from now, by the clock of the answer's `Date`.
    Date(u32),
}

impl Fault {
    /// An answer with this status to a request that is not passed on.
    pub fn status(status: u16) -> Self {
        Self::Status { status, processed: false, retry_after: None, body: "" }
    }

    /// An answer with this status to a request that was passed on.
    pub fn status_after_processing(status: u16) -> Self {
        Self::Status { status, processed: true, retry_after: None, body: "" }
    }
}

/// The plan: asked once for each request, in the order in which they come.
type Plan = Box<dyn FnMut() -> Fault + Send>;

/// A running proxy. Dropping it ends it.
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
    /// How long something that stalls does.
    stall: Duration,
    spared: AtomicBool,
}

impl FaultProxy {
    /// Starts one on a free port of 127.0.0.1, in front of `upstream`.
    ///
    /// # Errors
    ///
    /// No port can be had.
    pub async fn start(upstream: SocketAddr, plan: impl FnMut() -> Fault + Send + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            upstream,
            plan: Mutex::new(Box::new(plan)),
            requests: AtomicU64::new(0),
            faulted: AtomicU64::new(0),
            stall: Duration::from_secs(60),
            spared: AtomicBool::new(false),
        });
        let (open, gate) = watch::channel(true);
        let task = tokio::spawn(serve(address, listener, gate, Arc::clone(&shared)));
        Ok(Self { address, shared, open, task })
    }

    /// The base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests, or resets instead of one, there were.
    pub fn requests(&self) -> u64 {
        self.shared.requests.load(Ordering::Relaxed)
    }

    /// How many of them something was done to.
    pub fn faulted(&self) -> u64 {
        self.shared.faulted.load(Ordering::Relaxed)
    }

    /// Whether new connections are refused from now on. Those that are there stay.
    pub fn refuse(&self, refuse: bool) {
        self.open.send_replace(!refuse);
    }

    /// Passes everything on, whatever the plan says, from now on.
    pub fn spare(&self) {
        self.shared.spared.store(true, Ordering::Relaxed);
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
        let open = *gate.borrow_and_update();
        if !open {
            // The port is closed: the system refuses whoever comes.
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
                    connections.spawn(converse(stream, Arc::clone(&shared)));
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

/// Serves one connection until either side has enough of it. Whatever breaks here breaks for the client.
async fn converse(mut client: TcpStream, shared: Arc<Shared>) {
    let _ = client.set_nodelay(true);
    loop {
        // A client that goes away while nothing is under way is no request.
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
    fn next(&self) -> Fault {
        self.requests.fetch_add(1, Ordering::Relaxed);
        let fault = (self.plan.lock().unwrap_or_else(PoisonError::into_inner))();
        if fault == Fault::None || self.spared.load(Ordering::Relaxed) {
            return Fault::None;
        }
        self.faulted.fetch_add(1, Ordering::Relaxed);
        fault
    }
}

/// One request and what comes of it. Says whether the connection can be used again.
async fn exchange(client: &mut TcpStream, fault: Fault, shared: &Shared) -> io::Result<bool> {
    if fault == Fault::ResetBeforeReading {
        client.set_zero_linger()?;
        return Ok(false);
    }
    let request = read_message(client).await?;
    if let Fault::Slow(time) = fault {
        tokio::time::sleep(time).await;
    }
    let passed_on = match fault {
        Fault::HeadersStalled { processed } | Fault::Status { processed, .. } => processed,
        _ => true,
    };
    let answer = if passed_on { pass_on(&request, shared.upstream).await? } else { Vec::new() };
    let head = head_length(&answer).unwrap_or(answer.len());
    let half = head + (answer.len() - head) / 2;
    match fault {
        Fault::None | Fault::Slow(_) => {
            client.write_all(&answer).await?;
            return Ok(content_length(&answer[..head]).is_some());
        }
        Fault::ResetBeforeReading => {}
        Fault::ResetAfterProcessing => client.set_zero_linger()?,
        Fault::ReplyLost => client.shutdown().await?,
        Fault::HeadersStalled { .. } => stall(client, shared.stall).await,
        Fault::BodyStalled => {
            client.write_all(&answer[..half]).await?;
            stall(client, shared.stall).await;
        }
        Fault::BodyTruncated => {
            client.write_all(&answer[..half]).await?;
            client.shutdown().await?;
        }
        Fault::BodyGarbage => {
            client.write_all(&answer[..head]).await?;
            client.write_all(&vec![b'%'; answer.len() - head]).await?;
            return Ok(true);
        }
        Fault::Garbage => {
            client.write_all(b"\x00\xff\x16 this is no HTTP\r\n\r\n").await?;
            client.shutdown().await?;
        }
        Fault::Status { status, retry_after, body, .. } => {
            client.write_all(made_up(status, retry_after, body).as_bytes()).await?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// Until the client goes away, or for `time`.
async fn stall(client: &mut TcpStream, time: Duration) {
    let mut rest = [0; 256];
    let gone = async { while matches!(client.read(&mut rest).await, Ok(1..)) {} };
    let _ = tokio::time::timeout(time, gone).await;
}

/// Sends a request to the upstream on a connection of its own. The answer is made fit for a connection that stays.
async fn pass_on(request: &[u8], upstream: SocketAddr) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(upstream).await?;
    stream.set_nodelay(true)?;
    stream.write_all(request).await?;
    read_message(&mut stream).await
}

/// Reads a head, and a body of the length that the head tells.
async fn read_message(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut message = Vec::with_capacity(2048);
    loop {
        if let Some(head) = head_length(&message) {
            let whole = head + content_length(&message[..head]).unwrap_or(0);
            if message.len() >= whole {
                message.truncate(whole);
                return Ok(message);
            }
        }
        if stream.read_buf(&mut message).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// Where the head of a message ends, if all of it is there.
fn head_length(message: &[u8]) -> Option<usize> {
    message.windows(4).position(|window| window == b"\r\n\r\n").map(|position| position + 4)
}

fn content_length(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?;
    head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })
}

fn made_up(status: u16, retry_after: Option<RetryAfter>, body: &str) -> String {
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
    format!("HTTP/1.1 {status} Made Up\r\ndate: {date}\r\n{retry_after}content-length: {length}\r\n\r\n{body}")
}
