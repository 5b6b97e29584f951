//! Sends an event to the URL of a webhook.

use axum::body::{Body, Bytes, to_bytes};
use hyper::client::conn::http1;
use hyper::{Request, Uri, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// The maximum size of a response body. It is read and ignored, so that the receiver can finish sending.
const MAX_RESPONSE_BYTES: usize = 64 * 1024;

const NO_HOST: &str = "the URL has no host";

/// Posts the event and returns the status of the response. Redirects are not followed.
/// Returns the reason if the URL cannot be used, or there is no connection or no response.
pub(crate) async fn post(url: &str, signature: &str, body: Bytes, is_anywhere: bool) -> Result<u16, String> {
    let url: Uri = url.parse().map_err(|_| NO_HOST)?;
    if url.scheme_str() != Some("http") {
        return Err("the simulator delivers over http only: subscribe an http URL".to_owned());
    }
    let authority = url.authority().ok_or(NO_HOST)?;
    let stream = connect(authority.host(), authority.port_u16().unwrap_or(80), is_anywhere).await?;
    let target = url.path_and_query().map_or("/", |target| target.as_str());
    let request = Request::post(target)
        .header(header::HOST, authority.as_str())
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, concat!("sezzle-simulator/", env!("CARGO_PKG_VERSION")))
        .header("Sezzle-Signature", signature)
        .body(Body::from(body))
        .map_err(|_| NO_HOST)?;
    exchange(stream, request).await.map_err(|error| format!("no response: {error}"))
}

async fn connect(host: &str, port: u16, is_anywhere: bool) -> Result<TcpStream, String> {
    let no_connection = |error| format!("no connection: {error}");
    let name = host.trim_start_matches('[').trim_end_matches(']');
    let mut addresses: Vec<_> = tokio::net::lookup_host((name, port)).await.map_err(no_connection)?.collect();
    // Checks the addresses, not the name, because any name can resolve to any address.
    addresses.retain(|address| is_anywhere || address.ip().is_loopback());
    if addresses.is_empty() {
        return Err(format!(
            "{name} is not a loopback address: subscribe one, or allow other hosts with \
             `Builder::deliver_anywhere` or --deliver-anywhere"
        ));
    }
    TcpStream::connect(addresses.as_slice()).await.map_err(no_connection)
}

async fn exchange(stream: TcpStream, request: Request<Body>) -> Result<u16, hyper::Error> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // It ends when the sender is dropped.
    tokio::spawn(connection);
    let response = sender.send_request(request).await?;
    let status = response.status().as_u16();
    let _ = to_bytes(Body::new(response.into_body()), MAX_RESPONSE_BYTES).await;
    Ok(status)
}
