//! The server under the calls. Its responses are fixed bytes, so that almost all of the time is the client's.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::sides::Result;

/// The argument that runs this program as the server.
pub(crate) const ARGUMENT: &str = "--serve";

/// The id of a session whose responses are held until [`HELD_CALLS`] requests wait for it.
pub(crate) const HELD: &str = "held";
pub(crate) const HELD_CALLS: usize = 10_000;

/// The server in a process of its own. It is stopped on drop.
pub(crate) struct Server {
    process: Child,
    pub(crate) url: String,
}

impl Server {
    pub(crate) fn start() -> Result<Self> {
        let mut process = Command::new(std::env::current_exe()?)
            .arg(ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut url = String::new();
        BufReader::new(process.stdout.take().ok_or("the server has no output")?).read_line(&mut url)?;
        Ok(Self { process, url: url.trim().to_owned() })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It stops at the end of its input.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// Serves until the input ends.
pub(crate) fn run(session: &str, transaction: &str) -> Result<()> {
    std::thread::spawn(|| {
        let _ = io::stdin().read(&mut [0]);
        std::process::exit(0);
    });
    let response = |body: &str| -> &'static [u8] {
        let length = body.len();
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ndate: Sun, 01 Mar 2026 12:00:00 GMT\r\n";
        Vec::leak(format!("{head}content-length: {length}\r\n\r\n{body}").into_bytes())
    };
    let token = r#"{"token":"token","expiration_date":"2099-03-01T12:00:00Z","merchant_uuid":"m"}"#;
    let responses =
        Responses { session: response(session), transaction: response(transaction), token: response(token) };
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}", listener.local_addr()?);
        let held = watch::Sender::new(0);
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            tokio::spawn(serve(stream, responses, held.clone()));
        }
    })
}

#[derive(Clone, Copy)]
struct Responses {
    session: &'static [u8],
    transaction: &'static [u8],
    token: &'static [u8],
}

/// Responds to the requests of one connection. The clients do not pipeline: there is one request at a time.
async fn serve(mut stream: TcpStream, responses: Responses, held: watch::Sender<usize>) -> io::Result<()> {
    let mut request = [0; 2048];
    loop {
        let mut length = 0;
        while !is_whole(&request[..length]) {
            match stream.read(&mut request[length..]).await? {
                0 => return Ok(()),
                read => length += read,
            }
        }
        let request = &request[..length];
        if contains(request, HELD.as_bytes()) {
            held.send_modify(|held| *held += 1);
            let _ = held.subscribe().wait_for(|held| *held >= HELD_CALLS).await;
        }
        let response = match request {
            _ if request.starts_with(b"GET ") => responses.session,
            _ if contains(request, b"/v2/authentication ") => responses.token,
            _ => responses.transaction,
        };
        stream.write_all(response).await?;
    }
}

/// Returns whether the request is complete: a head, and for a POST a body, which is always a JSON object here.
fn is_whole(request: &[u8]) -> bool {
    contains(request, b"\r\n\r\n") && (request.starts_with(b"GET ") || request.ends_with(b"}"))
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
