//! Starting, steering and stopping a simulator.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use axum::Router;
use tokio::sync::oneshot;

use crate::document::Document;
use crate::faults::{ActiveFault, FaultError, FaultRule};
use crate::gateway::Gateway;
use crate::log::{Finding, RecordedRequest};
use crate::operations::{self, Handlers};
use crate::session::Decision;
use crate::state::{FinishError, PRIVATE_KEY, PUBLIC_KEY};
use crate::{routes, serve};

/// A running gateway.
///
/// It serves on a thread of its own, so it answers whatever runtime the test uses, even while the test blocks.
/// Dropping it closes the port and every connection before the drop returns.
pub struct Simulator {
    gateway: Arc<Gateway>,
    _server: Server,
}

impl Simulator {
    /// Starts on a free port of 127.0.0.1.
    ///
    /// # Errors
    ///
    /// If no port can be had or the operating system refuses a thread.
    pub async fn start() -> io::Result<Self> {
        Self::start_on(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await
    }

    /// Starts on this address; port 0 stands for any free one.
    ///
    /// Whoever can reach the address can use the simulator, for its keys are no secret.
    ///
    /// # Errors
    ///
    /// If the address cannot be had, such as when its port is in use, or the operating system refuses a thread.
    pub async fn start_on(address: SocketAddr) -> io::Result<Self> {
        Self::start_with(address, operations::handler).await
    }

    async fn start_with(address: SocketAddr, handlers: Handlers) -> io::Result<Self> {
        let document = Document::shared()?;
        let listener = TcpListener::bind(address)?;
        let base_url = format!("http://{}", listener.local_addr()?);
        let gateway = Arc::new(Gateway::new(document, base_url, handlers));
        let server = Server::start(listener, routes::router(Arc::clone(&gateway))).await?;
        Ok(Self { gateway, _server: server })
    }

    /// The base URL, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.gateway.base_url
    }

    /// The merchant's public key, the same for every simulator.
    #[must_use]
    pub fn public_key(&self) -> &'static str {
        PUBLIC_KEY
    }

    /// The merchant's private key, the same for every simulator.
    #[must_use]
    pub fn private_key(&self) -> &'static str {
        PRIVATE_KEY
    }

    /// Plays a shopper who approves the session.
    ///
    /// # Errors
    ///
    /// If there is no such session or the shopper has finished it before.
    pub fn approve(&self, session_uuid: &str) -> Result<(), FinishError> {
        self.gateway.state().finish_session(session_uuid, Decision::Approve)
    }

    /// Plays a shopper who declines the session.
    ///
    /// # Errors
    ///
    /// If there is no such session or the shopper has finished it before.
    pub fn decline(&self, session_uuid: &str) -> Result<(), FinishError> {
        self.gateway.state().finish_session(session_uuid, Decision::Decline)
    }

    /// Ends all tokens that are live now. Later ones live as long as usual.
    pub fn expire_tokens(&self) {
        self.gateway.state().expire_tokens();
    }

    /// Adds a fault rule and returns its number. The first rule that meets a request decides what befalls it.
    ///
    /// # Errors
    ///
    /// If the document has no such operation, or the rule makes no sense.
    pub fn add_fault(&self, rule: FaultRule) -> Result<u64, FaultError> {
        self.gateway.add_fault(rule)
    }

    /// The fault rules in force, with the number of requests each has befallen.
    #[must_use]
    pub fn faults(&self) -> Vec<ActiveFault> {
        self.gateway.faults.list()
    }

    /// Removes the fault rule with this number, and tells whether there was one.
    pub fn remove_fault(&self, id: u64) -> bool {
        self.gateway.faults.remove(id)
    }

    /// Removes all fault rules.
    pub fn clear_faults(&self) {
        self.gateway.faults.clear();
    }

    /// The latest 10,000 requests, in the order in which they were answered.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.gateway.log().requests().cloned().collect()
    }

    /// The answers so far that break the document. Each is a mistake in the simulator.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.gateway.log().findings().to_vec()
    }
}

impl fmt::Debug for Simulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Simulator").field("url", &self.url()).finish_non_exhaustive()
    }
}

/// The thread that serves. Axum detaches a task for every connection; only the end of their runtime ends them all.
struct Server {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    async fn start(listener: TcpListener, router: Router) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let (stop, stopped) = oneshot::channel();
        let (ready, readiness) = oneshot::channel();
        let serve = move || serve(listener, router, ready, stopped);
        let thread = thread::Builder::new().name("sezzle-simulator".to_owned()).spawn(serve)?;
        let server = Self { stop: Some(stop), thread: Some(thread) };
        readiness.await.map_err(|_| io::Error::other("the simulator's thread ended at once"))??;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has stopped too.
            let _ = thread.join();
        }
    }
}

fn serve(
    listener: TcpListener,
    router: Router,
    ready: oneshot::Sender<io::Result<()>>,
    stopped: oneshot::Receiver<()>,
) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return report(ready, Err(error)),
    };
    runtime.block_on(async {
        match tokio::net::TcpListener::from_std(listener) {
            Ok(listener) => {
                report(ready, Ok(()));
                tokio::select! {
                    () = serve::serve(listener, router) => {}
                    _ = stopped => {}
                }
            }
            Err(error) => report(ready, Err(error)),
        }
    });
}

fn report(ready: oneshot::Sender<io::Result<()>>, result: io::Result<()>) {
    // Nobody listens if the start was given up; then the drop of the server ends this thread.
    let _ = ready.send(result);
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use axum::http::StatusCode;
    use serde_json::json;

    use super::*;
    use crate::error::ApiError;
    use crate::operations::{Answer, Call, Handler};
    use crate::state::GatewayState;

    fn broken_handler(_: &str) -> Option<Handler> {
        fn answer(_: &Call<'_>, _: &mut GatewayState) -> Result<Answer, ApiError> {
            Ok(Answer { status: StatusCode::CREATED, body: Some(json!({"token": 1})) })
        }
        Some(answer)
    }

    async fn authenticate_at(handlers: Handlers) -> (Simulator, String) {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let simulator = Simulator::start_with(address, handlers).await.expect("starts");
        let host = simulator.url().strip_prefix("http://").expect("is http");
        let mut stream = TcpStream::connect(host).expect("connects");
        let body = r#"{"public_key": "a", "private_key": "b"}"#;
        let head = format!("POST /v2/authentication HTTP/1.1\r\nhost: {host}\r\ncontent-length: {}", body.len());
        write!(stream, "{head}\r\nconnection: close\r\n\r\n{body}").expect("is sent");
        let mut response = String::new();
        stream.read_to_string(&mut response).expect("is answered");
        (simulator, response)
    }

    #[tokio::test]
    async fn an_answer_that_breaks_the_document_is_given_and_found() {
        let (simulator, response) = authenticate_at(broken_handler).await;
        assert!(response.starts_with("HTTP/1.1 201"), "{response}");
        let findings = simulator.findings();
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.to_string(), "authenticate, answer 201, at `token`: token must be of type string");
        assert_eq!(simulator.requests()[0].finding.as_ref(), Some(finding));
    }

    #[tokio::test]
    async fn an_operation_without_a_handler_is_not_implemented() {
        let (simulator, response) = authenticate_at(|_| None).await;
        assert!(response.starts_with("HTTP/1.1 501"), "{response}");
        assert!(response.contains(r#""code":"not_implemented""#), "{response}");
        assert!(simulator.findings().is_empty());
    }
}
