//! Reads HTTP/1.1 messages without interpreting them.

use std::io;

use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

/// Reads a head and a body of its `content-length`.
pub(crate) async fn read_message(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
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

/// Returns the length of the head of a message, if it is complete.
pub(crate) fn head_length(message: &[u8]) -> Option<usize> {
    message.windows(4).position(|window| window == b"\r\n\r\n").map(|position| position + 4)
}

pub(crate) fn content_length(head: &[u8]) -> Option<usize> {
    let head = std::str::from_utf8(head).ok()?;
    head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })
}
