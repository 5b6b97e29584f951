//! A proxy in front of a simulator, which changes requests and responses.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use reqwest::Client;
use tokio::net::TcpListener;

/// A request.
pub(crate) struct Request {
    /// The number of the request to the API, from 1. Zero for the controls of the simulator.
    pub(crate) number: usize,
    pub(crate) method: String,
    pub(crate) path: String,
}

/// A response of the simulator.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// What happens to a request.
#[derive(PartialEq, Eq)]
pub(crate) enum Fate {
    Forwarded,
    /// There is no response, and the simulator does not get the request.
    Lost,
    /// There is no response, although the simulator processes the request.
    ResponseLost,
    /// A 404, as from a server without that path.
    Unknown,
    /// The connection is closed.
    Reset,
}

type Decide = dyn Fn(&Request) -> Fate + Send + Sync;
type Change = dyn Fn(&Request, &mut Reply) + Send + Sync;

struct Shared {
    target: String,
    http: Client,
    count: AtomicUsize,
    decide: Box<Decide>,
    change: Box<Change>,
}

/// Starts a proxy and returns its URL. It ends with the test.
pub(crate) async fn start(
    target: &str,
    decide: impl Fn(&Request) -> Fate + Send + Sync + 'static,
    change: impl Fn(&Request, &mut Reply) + Send + Sync + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let shared = Shared {
        target: target.to_owned(),
        http: Client::builder().no_proxy().build().unwrap(),
        count: AtomicUsize::new(0),
        decide: Box::new(decide),
        change: Box::new(change),
    };
    let router = Router::new().fallback(forward).with_state(Arc::new(shared));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    url
}

/// Starts a proxy that only changes responses of the API.
pub(crate) async fn start_changing(
    target: &str,
    change: impl Fn(&Request, &mut Reply) + Send + Sync + 'static,
) -> String {
    start(
        target,
        |_| Fate::Forwarded,
        move |request, reply| {
            if request.number > 0 {
                change(request, reply)
            }
        },
    )
    .await
}

/// Starts a proxy without the controls of the simulator, which makes it look like the sandbox.
pub(crate) async fn start_sandbox(
    target: &str,
    change: impl Fn(&Request, &mut Reply) + Send + Sync + 'static,
) -> String {
    start(target, |request| if request.number == 0 { Fate::Unknown } else { Fate::Forwarded }, change).await
}

async fn forward(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    mut headers: HeaderMap,
    body: Bytes,
) -> Response {
    let is_control = uri.path().starts_with("/_simulator");
    let number = if is_control { 0 } else { shared.count.fetch_add(1, Ordering::SeqCst) + 1 };
    let request = Request { number, method: method.to_string(), path: uri.path().to_owned() };
    let fate = (shared.decide)(&request);
    match fate {
        Fate::Unknown => return StatusCode::NOT_FOUND.into_response(),
        Fate::Lost => return std::future::pending().await,
        // A panic closes the connection.
        Fate::Reset => std::panic::resume_unwind(Box::new(())),
        Fate::Forwarded | Fate::ResponseLost => {}
    }
    headers.remove("host");
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let sent = shared.http.request(method, format!("{}{path}", shared.target)).headers(headers).body(body);
    let response = sent.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let mut reply = Reply { status, headers, body: response.bytes().await.unwrap().to_vec() };
    if fate == Fate::ResponseLost {
        return std::future::pending().await;
    }
    (shared.change)(&request, &mut reply);
    let mut response = Response::new(Body::from(reply.body));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap();
    for (name, value) in &reply.headers {
        if name != "content-length" && name != "transfer-encoding" {
            response.headers_mut().append(name.clone(), value.clone());
        }
    }
    response
}

/// Sets a header of a reply.
pub(crate) fn set_header(reply: &mut Reply, name: &'static str, value: &str) {
    reply.headers.insert(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
}
