//! The gateway that is called: it answers with fixed bytes, so that next to all of the time is the client's.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::Result;

/// The argument that makes this program the server.
pub(crate) const ARGUMENT: &str = "--serve";

/// An id: its session is answered once so many are asked for at the same time.
pub(crate) const HELD: &str = "held";
pub(crate) const HELD_CALLS: usize = 10_000;

/// The server in a process of its own, which ends with this value.
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
        // It ends with its input.
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
    let answer = |body: &str| -> &'static [u8] {
        let length = body.len();
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ndate: Sun, 01 Mar 2026 12:00:00 GMT\r\n";
        Vec::leak(format!("{head}content-length: {length}\r\n\r\n{body}").into_bytes())
    };
    let token = r#"{"token":"token","expiration_date":"2099-03-01T12:00:00Z","merchant_uuid":"m"}"#;
    let answers = Answers { session: answer(session), transaction: answer(transaction), token: answer(token) };
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}", listener.local_addr()?);
        let held = watch::Sender::new(0);
        loop {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            tokio::spawn(serve(stream, answers, held.clone()));
        }
    })
}

#[derive(Clone, Copy)]
struct Answers {
    session: &'static [u8],
    transaction: &'static [u8],
    token: &'static [u8],
}

/// Answers the requests of one connection. The clients are known: a request comes in one piece, and one at a time.
async fn serve(mut stream: TcpStream, answers: Answers, held: watch::Sender<usize>) -> io::Result<()> {
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
        let answer = match request {
            _ if request.starts_with(b"GET ") => answers.session,
            _ if contains(request, b"/v2/authentication ") => answers.token,
            _ => answers.transaction,
        };
        stream.write_all(answer).await?;
    }
}

/// Whether the head has ended, and the body too if there is one: all bodies here are JSON objects.
fn is_whole(request: &[u8]) -> bool {
    contains(request, b"\r\n\r\n") && (request.starts_with(b"GET ") || request.ends_with(b"}"))
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
