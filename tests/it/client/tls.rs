//! Calls over TLS, in a program with two crypto providers.

use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::{CryptoProvider, aws_lc_rs, ring};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use sezzle_api::reqwest::{self, Certificate};
use sezzle_api::{Client, Credentials, ErrorKind, RetryPolicy, Server};
use sezzle_simulator::Simulator;
use sezzle_tests::fixtures::session_request;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// A simulator behind TLS, with a certificate of its own for `localhost`.
struct Gateway {
    simulator: Simulator,
    port: u16,
    certificate: Certificate,
}

impl Gateway {
    async fn start(provider: CryptoProvider) -> Self {
        let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(provider)).with_safe_default_protocol_versions();
        let config = config.unwrap().with_no_client_auth().with_single_cert(vec![cert.der().clone()], key).unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let certificate = Certificate::from_der(cert.der()).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let simulator = sezzle_tests::fixtures::simulator().await;
        let behind = simulator.url().trim_start_matches("http://").to_owned();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, behind) = (acceptor.clone(), behind.clone());
                tokio::spawn(async move {
                    // A client that does not trust the certificate disconnects.
                    let Ok(mut client) = acceptor.accept(stream).await else { return };
                    let mut gateway = TcpStream::connect(behind).await.unwrap();
                    let _ = tokio::io::copy_bidirectional(&mut client, &mut gateway).await;
                });
            }
        });
        Self { simulator, port, certificate }
    }

    fn client(&self, host: &str, http: Option<reqwest::ClientBuilder>) -> Client {
        let builder = Client::builder()
            .server(Server::Custom(format!("https://{host}:{}", self.port)))
            .credentials(Credentials::keys(self.simulator.public_key(), self.simulator.private_key()))
            .retry_policy(RetryPolicy::never());
        match http {
            Some(http) => builder.http_client(http),
            None => builder,
        }
        .build()
        .unwrap()
    }

    fn trusting(&self) -> reqwest::ClientBuilder {
        reqwest::Client::builder().tls_certs_merge([self.certificate.clone()])
    }
}

#[tokio::test]
async fn two_crypto_providers_in_one_program_do_not_conflict() {
    // With both in the program and no default, rustls alone could not choose.
    assert!(CryptoProvider::get_default().is_none());
    for provider in [ring::default_provider(), aws_lc_rs::default_provider()] {
        let gateway = Gateway::start(provider).await;
        let client = gateway.client("localhost", Some(gateway.trusting()));
        let session = client.create_session().body(session_request()).send().await.unwrap();
        assert!(session.order.is_some());
    }
}

#[tokio::test]
async fn untrusted_certificate_sends_nothing() {
    let gateway = Gateway::start(aws_lc_rs::default_provider()).await;
    let distrustful = [gateway.client("localhost", None), gateway.client("127.0.0.1", Some(gateway.trusting()))];
    for client in distrustful {
        let error = client.create_session().body(session_request()).send().await.unwrap_err();
        assert!(!error.may_have_been_processed(), "{error}");
        assert_eq!(error.kind(), ErrorKind::NotSent, "{error}");
        assert!(error.to_string().contains("cannot connect: invalid peer certificate"), "{error}");
    }
    assert!(gateway.simulator.requests().is_empty());
}
