//! An HTTP client that sends exactly the headers of the test.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Response {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }
}

/// Returns a header of the head of a message.
pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut headers = head.lines().filter_map(|line| line.split_once(": "));
    headers.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// Sends a request to an absolute URL. `headers` are whole lines without their ends.
pub(crate) async fn send(method: &str, url: &str, headers: &[&str], body: &str) -> Response {
    let rest = url.strip_prefix("http://").expect("an http URL");
    let (host, target) = rest.find(['/', '?']).map_or((rest, ""), |end| rest.split_at(end));
    // A URL may have a query and no path.
    let slash = if target.starts_with('/') { "" } else { "/" };
    let mut request = format!("{method} {slash}{target} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
    for header in headers {
        request += &format!("{header}\r\n");
    }
    request += &format!("content-length: {}\r\n\r\n{body}", body.len());

    let mut stream = TcpStream::connect(host).await.expect("the simulator accepts");
    stream.write_all(request.as_bytes()).await.expect("the request is sent");
    let mut response = Vec::new();
    stream.read_to_end(&mut response).await.expect("the response is read");
    let response = String::from_utf8_lossy(&response);
    let (head, body) = response.split_once("\r\n\r\n").expect("a head and a body");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    Response { status, head: head.to_owned(), body: body.to_owned() }
}
