//! Uses a custom HTTP client: connection pool, timeouts, a proxy and root certificates.
//!
//! `cargo run --example own_http_client -- ca.pem` trusts the certificates in that file besides those of the system, for
//! example behind a proxy that inspects TLS. It needs no account and no network: it calls a simulator that it starts, and then
//! the sandbox through a local proxy that rejects all connections.

use std::time::Duration;

use sezzle_api::reqwest::{self, Certificate, Proxy};
use sezzle_api::{Client, Credentials, RetryPolicy, Server};
use sezzle_simulator::Simulator;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Creates the HTTP client builder that both clients use.
fn http_client() -> Result<reqwest::ClientBuilder> {
    let mut http = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(3))
        .tcp_keepalive(Duration::from_secs(60))
        .pool_max_idle_per_host(4)
        .pool_idle_timeout(Duration::from_secs(30));
    if let Some(file) = std::env::args_os().nth(1) {
        let certificates = Certificate::from_pem_bundle(&std::fs::read(file)?)?;
        println!("trusting  {} certificates more", certificates.len());
        http = http.tls_certs_merge(certificates);
    }
    Ok(http)
}

#[tokio::main]
async fn main() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let client = Client::builder()
        .gateway(simulator.url(), simulator.keys())
        .http_client(http_client()?)
        // Set the time limits of calls here. The timeouts of `reqwest` do not cover retries.
        .timeout(Duration::from_secs(10))
        .deadline(Duration::from_secs(20))
        .build()?;
    let customers = client.list_customers().send().await?;
    println!("called    {}: {} customers", client.base_url(), customers.len());

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let proxy = format!("http://{}", listener.local_addr()?);
    let asked = tokio::spawn(reject(listener));
    let client = Client::builder()
        .server(Server::Sandbox)
        .credentials(Credentials::keys("sz_pub_...", "sz_pr_..."))
        .http_client(http_client()?.proxy(Proxy::all(&proxy)?))
        .retry_policy(RetryPolicy::never())
        .build()?;
    let error = client.list_customers().send().await.err().ok_or("the proxy let the call through")?;
    // The proxy sees only the name of the host: keys and bodies are encrypted.
    println!("proxy     was asked to {}", asked.await??);
    println!("failed    {error}");
    Ok(())
}

/// Runs a proxy that rejects its first connection, and returns the request line.
async fn reject(listener: TcpListener) -> std::io::Result<String> {
    let (stream, _) = listener.accept().await?;
    let mut stream = BufReader::new(stream);
    let mut asked = String::new();
    stream.read_line(&mut asked).await?;
    let mut header = String::new();
    while stream.read_line(&mut header).await? > 2 {
        header.clear();
    }
    stream.write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n").await?;
    Ok(asked.trim_end().to_owned())
}
