//! An HTTP client of your own: its pool, its timeouts, a proxy, and the roots it trusts.
//!
//! `cargo run --example own_http_client -- ca.pem` trusts the certificates in that file beside those of the system, as
//! behind a proxy that opens TLS. It needs no account and no network: it calls a simulator that it starts itself, and
//! then the sandbox through a proxy on this machine that lets nobody through.

use std::time::Duration;

use sezzle_api::reqwest::{self, Certificate, Proxy};
use sezzle_api::{Client, Credentials, RetryPolicy, Server};
use sezzle_simulator::Simulator;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    match run().await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("failed: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// What this program's connections have in common.
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

async fn run() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let client = Client::builder()
        .server(Server::Custom(simulator.url().to_owned()))
        .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
        .http_client(http_client()?)
        // The limits of calls are the client's own; those of `reqwest` would hold for each connection alone.
        .timeout(Duration::from_secs(10))
        .deadline(Duration::from_secs(20))
        .build()?;
    let customers = client.list_customers().send().await?;
    println!("called    {}: {} customers", client.base_url(), customers.len());

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let proxy = format!("http://{}", listener.local_addr()?);
    let asked = tokio::spawn(refuse(listener));
    let client = Client::builder()
        .server(Server::Sandbox)
        .credentials(Credentials::keys("sz_pub_...", "sz_pr_..."))
        .http_client(http_client()?.proxy(Proxy::all(&proxy)?))
        .retries(RetryPolicy::none())
        .build()?;
    let error = client.list_customers().send().await.err().ok_or("the proxy let the call through")?;
    // It sees the name of the host and no more: keys and bodies are within TLS.
    println!("proxy     was asked to {}", asked.await??);
    println!("failed    {error}");
    Ok(())
}

/// A proxy that lets nobody through; what it was asked first.
async fn refuse(listener: TcpListener) -> std::io::Result<String> {
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
