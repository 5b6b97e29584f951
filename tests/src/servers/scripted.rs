//! A server that follows a script, on the runtime of the test and therefore in its time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use sezzle_api::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, sleep};

use crate::fixtures;

/// How the server handles one request.
#[derive(Clone, Debug)]
pub struct Action {
    writes: Vec<Vec<u8>>,
    /// The time before the first write.
    delay: Duration,
    /// The time between two writes.
    pause: Duration,
    then: Then,
}

/// The header of a response after which the connection is closed.
const CLOSE: &str = "connection: close\r\n";

/// What happens to the connection after the last write.
#[derive(Clone, Copy, Debug)]
enum Then {
    Close,
    KeepOpen,
    Stall,
}

impl Action {
    /// Writes these bytes, valid HTTP or not, and closes the connection.
    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self { writes: vec![bytes.into()], delay: Duration::ZERO, pause: Duration::ZERO, then: Then::Close }
    }

    /// Writes a response with these headers, each with its line end, and closes the connection.
    pub fn response(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let body = body.as_ref();
        let head = format!("HTTP/1.1 {status} X\r\n{headers}content-length: {}\r\n{CLOSE}\r\n", body.len());
        Self::raw([head.as_bytes(), body].concat())
    }

    /// Writes a response with a JSON body.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::text(status, body.to_string())
    }

    /// Writes a response with a body that claims to be JSON.
    pub fn text(status: u16, body: impl AsRef<[u8]>) -> Self {
        Self::response(status, "content-type: application/json\r\n", body)
    }

    /// Writes a successful response with a CSV file.
    pub fn csv(body: impl AsRef<[u8]>) -> Self {
        Self::response(200, "content-type: text/csv\r\n", body)
    }

    /// Writes a response without a body.
    pub fn status(status: u16) -> Self {
        Self::response(status, "", "")
    }

    /// Writes a successful response with an empty object.
    pub fn success() -> Self {
        Self::response(200, "", "{}")
    }

    /// Closes the connection without a response.
    pub fn close() -> Self {
        Self::raw("")
    }

    /// Never responds.
    pub fn stall() -> Self {
        Self::begin("")
    }

    /// Writes the beginning of a response, then nothing more.
    pub fn begin(bytes: impl Into<Vec<u8>>) -> Self {
        Self { then: Then::Stall, ..Self::raw(bytes) }
    }

    /// Writes the pieces of a response with a pause between them, and closes the connection.
    pub fn pieces(pause: Duration, pieces: &[&str]) -> Self {
        let writes = pieces.iter().map(|piece| piece.as_bytes().to_vec()).collect();
        Self { writes, pause, ..Self::close() }
    }

    /// Waits before the response.
    pub fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Keeps the connection open for the next request.
    pub fn keep_open(self) -> Self {
        let writes = self.writes.into_iter().map(|bytes| String::from_utf8_lossy(&bytes).replacen(CLOSE, "", 1).into());
        Self { writes: writes.collect(), then: Then::KeepOpen, ..self }
    }
}

/// A request that the server received.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// When it was complete.
    pub received_at: Instant,
    /// Head and body.
    pub text: String,
}

impl RecordedRequest {
    /// Returns the path and query.
    pub fn target(&self) -> &str {
        self.text.split(' ').nth(1).unwrap()
    }

    /// Returns the value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.text.lines().skip(1).take_while(|line| !line.is_empty()).find_map(|line| {
            let (this, value) = line.split_once(": ")?;
            this.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// Returns the body.
    pub fn body(&self) -> &str {
        self.text.split_once("\r\n\r\n").unwrap().1
    }

    /// Returns whether the request asks for a token.
    pub fn is_authentication(&self) -> bool {
        self.target() == "/v2/authentication"
    }
}

/// The script: called once for each request, with its number from 0 on.
type Script = Box<dyn FnMut(usize, &RecordedRequest) -> Action + Send>;

/// A running server. It ends when it is dropped.
pub struct ScriptedServer {
    /// The base URL.
    pub url: String,
    requests: Arc<Mutex<Vec<RecordedRequest>>>,
    task: JoinHandle<()>,
}

impl ScriptedServer {
    /// Starts a server that applies the actions to the requests in order, and the last one to all that follow.
    pub async fn new(actions: impl Into<Vec<Action>>) -> Self {
        let actions = actions.into();
        Self::with_script(move |number, _| actions[number.min(actions.len() - 1)].clone()).await
    }

    /// Starts a server that responds to every request with the same JSON.
    pub async fn json(status: u16, body: &Value) -> Self {
        Self::new([Action::json(status, body)]).await
    }

    /// Starts a server that responds to every request with the same bytes, valid HTTP or not.
    pub async fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self::new([Action::raw(bytes)]).await
    }

    /// Starts a server that asks `script` for the action of each request, by its number from 0 on.
    pub async fn with_script(script: impl FnMut(usize, &RecordedRequest) -> Action + Send + 'static) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let listener = socket.listen(4096).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::<Mutex<Vec<RecordedRequest>>>::default();
        let (script, recorded) = (Arc::new(Mutex::new(Box::new(script) as Script)), Arc::clone(&requests));
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            loop {
                match listener.accept().await {
                    Ok((stream, _)) => {
                        connections.spawn(serve(stream, Arc::clone(&script), Arc::clone(&recorded)));
                    }
                    // The process may have too many connections at the moment.
                    Err(_) => sleep(Duration::from_millis(1)).await,
                }
            }
        });
        Self { url, requests, task }
    }

    /// Returns a client with a token for this server, which attempts each call once.
    pub fn client(&self) -> Client {
        fixtures::client(&*self.url)
    }

    /// Returns the requests so far.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.requests.lock().unwrap().clone()
    }

    /// Returns the number of requests for a token so far.
    pub fn authentications(&self) -> usize {
        self.requests.lock().unwrap().iter().filter(|request| request.is_authentication()).count()
    }
}

impl Drop for ScriptedServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, script: Arc<Mutex<Script>>, recorded: Arc<Mutex<Vec<RecordedRequest>>>) {
    while let Some(request) = read_request(&mut stream).await {
        let action = {
            let mut recorded = recorded.lock().unwrap();
            recorded.push(request.clone());
            (script.lock().unwrap())(recorded.len() - 1, &request)
        };
        let mut wait = action.delay;
        for bytes in &action.writes {
            // Without a timer, the clock of the test need not move.
            if !wait.is_zero() {
                sleep(wait).await;
            }
            let _ = stream.write_all(bytes).await;
            wait = action.pause;
        }
        match action.then {
            Then::KeepOpen => {}
            Then::Stall => std::future::pending().await,
            Then::Close => {
                let _ = stream.shutdown().await;
                return;
            }
        }
    }
}

/// Reads a request with a body of its `content-length`. Returns `None` at the end of the connection.
async fn read_request(stream: &mut TcpStream) -> Option<RecordedRequest> {
    let mut bytes = Vec::with_capacity(2048);
    while stream.read_buf(&mut bytes).await.ok()? > 0 {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let request = RecordedRequest { received_at: Instant::now(), text };
        let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        // In bytes: a read may end within a character, which the text replaces by another one.
        let head = bytes.windows(4).position(|end| end == b"\r\n\r\n");
        if head.is_some_and(|head| bytes.len() - (head + 4) >= length) {
            return Some(request);
        }
    }
    None
}
