//! Serving connections, each of which a fault can cut.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::response::Response;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// The pause after accepting a connection failed, for example because no file descriptor was free.
const ACCEPT_BACKOFF: Duration = Duration::from_millis(50);

/// The connection a request came on. Every request carries it as an extension.
#[derive(Clone, Default)]
pub(crate) struct Connection(Arc<Notify>);

impl Connection {
    /// Resets the connection, so that the peer sees an error.
    pub(crate) async fn reset(&self) -> ! {
        self.0.notify_one();
        // The task that serves the connection drops this future with it.
        match std::future::pending::<Infallible>().await {}
    }
}

/// Serves until dropped. The connections are tasks of their own, which end with their runtime.
pub(crate) async fn serve(listener: TcpListener, router: Router) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(serve_connection(stream, router.clone()))),
            Err(_) => tokio::time::sleep(ACCEPT_BACKOFF).await,
        }
    }
}

async fn serve_connection(stream: TcpStream, router: Router) {
    // Disables Nagle's algorithm, which would delay small responses.
    let _ = stream.set_nodelay(true);
    let this = Connection::default();
    let service = TowerToHyperService::new(router);
    let extension = this.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(extension.clone());
        let response = service.call(request);
        async move { response.await as Result<Response, Infallible> }
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let is_cut = tokio::select! {
        _ = &mut connection => false,
        () = this.0.notified() => true,
    };
    if is_cut {
        // With a linger time of zero, closing the connection resets it.
        let _ = connection.into_parts().io.into_inner().set_zero_linger();
    }
}
