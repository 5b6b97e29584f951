//! A gateway that does what a script says, on the test's own runtime and thus in its time.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;

/// What happens to one request.
#[derive(Clone, Debug)]
pub enum Act {
    /// An answer, as it goes over the wire, and the end of the connection.
    Answer(String),
    /// No answer, ever.
    Stall,
    /// The end of the connection.
    Close,
    /// The beginning of an answer, as it goes over the wire, and nothing more, ever.
    Begin(&'static str),
}

impl Act {
    /// An answer with this status, these headers (each with its line end) and this body.
    pub fn answer(status: u16, headers: &str, body: &str) -> Self {
        let length = body.len();
        Self::Answer(format!(
            "HTTP/1.1 {status} X\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
        ))
    }

    /// An answer with this status and nothing else.
    pub fn status(status: u16) -> Self {
        Self::answer(status, "", "")
    }

    /// An answer with an empty object.
    pub fn success() -> Self {
        Self::answer(200, "", "{}")
    }
}

/// A request as it came, and when.
#[derive(Clone, Debug)]
pub struct Seen {
    /// When it was complete.
    pub at: Instant,
    /// Head and body.
    pub text: String,
}

impl Seen {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.text.lines().find_map(|line| {
            let (this, value) = line.split_once(": ")?;
            this.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// A running one. Dropping it ends it.
pub struct Scripted {
    /// The base URL.
    pub url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Scripted {
    /// Does to the first request the first thing, and so on; the last thing to all that follow.
    pub async fn new(acts: impl Into<Vec<Act>>) -> Self {
        let acts = acts.into();
        Self::by(move |number, _| acts[number.min(acts.len() - 1)].clone()).await
    }

    /// Does what `script` says to the request with this number, counted from 0.
    pub async fn by(mut script: impl FnMut(usize, &Seen) -> Act + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::<Mutex<Vec<Seen>>>::default();
        let kept = seen.clone();
        let task = tokio::spawn(async move {
            // Those that nothing more comes from stay open.
            let mut stalled = Vec::new();
            while let Ok((mut stream, _)) = listener.accept().await {
                let Some(text) = read_request(&mut stream).await else { continue };
                let request = Seen { at: Instant::now(), text };
                let number = {
                    let mut kept = kept.lock().unwrap();
                    kept.push(request.clone());
                    kept.len() - 1
                };
                match script(number, &request) {
                    Act::Answer(answer) => {
                        let _ = stream.write_all(answer.as_bytes()).await;
                        let _ = stream.shutdown().await;
                    }
                    Act::Begin(answer) => {
                        let _ = stream.write_all(answer.as_bytes()).await;
                        stalled.push(stream);
                    }
                    Act::Stall => stalled.push(stream),
                    Act::Close => drop(stream),
                }
            }
        });
        Self { url, seen, task }
    }

    /// The requests so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

impl Drop for Scripted {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut request = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Some(text);
            }
        }
        if stream.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
    }
}
