//! Fault injection.

use std::io::ErrorKind;
use std::time::Duration;

use serde_json::Value;
use sezzle_simulator::{ErrorShape, Fault, FaultRule, RetryAfter};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::support::shop::Shop;
use crate::support::{assert_error, order_request, text};

/// The timeout of a read, after which nothing more is expected.
const PATIENCE: Duration = Duration::from_millis(300);

impl Shop {
    #[track_caller]
    fn fail(&self, rule: &str) {
        self.add_fault(rule.parse().expect("a rule")).expect("is added");
    }

    /// Sends a session on a connection of its own, which stays open.
    async fn start_session(&self) -> TcpStream {
        let host = self.url().strip_prefix("http://").expect("is http");
        let mut stream = TcpStream::connect(host).await.expect("connects");
        let body = order_request().to_string();
        let head = format!(
            "POST /v2/session HTTP/1.1\r\nhost: {host}\r\n{}\r\ncontent-type: application/json\r\ncontent-length: {}",
            self.bearer(),
            body.len()
        );
        stream.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).await.expect("is sent");
        stream
    }

    /// Returns the status and fault of each request for a session.
    fn session_requests(&self) -> Vec<(u16, Option<String>)> {
        let requests = self.requests().into_iter().filter(|request| request.operation_id == Some("create_session"));
        requests.map(|request| (request.status, request.fault)).collect()
    }
}

/// Reads until nothing more arrives. Returns `true` if the connection is still open.
async fn read_while_it_comes(stream: &mut TcpStream) -> (String, bool) {
    let mut arrived = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        match timeout(PATIENCE, stream.read(&mut buffer)).await {
            Ok(Ok(0)) => return (String::from_utf8_lossy(&arrived).into_owned(), false),
            Ok(Ok(count)) => arrived.extend_from_slice(&buffer[..count]),
            Ok(Err(error)) => panic!("{error}"),
            Err(_) => return (String::from_utf8_lossy(&arrived).into_owned(), true),
        }
    }
}

fn sessions_made(shop: &Shop) -> usize {
    shop.state()["sessions"].as_array().expect("sessions").len()
}

#[tokio::test]
async fn status_fault_replaces_the_response() {
    let shop = Shop::open().await;
    for (status, code) in [
        (400, "bad_request"),
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "record_not_found"),
        (408, "request_timeout"),
        (409, "conflict"),
        (429, "too_many_requests"),
        (500, "internal_error"),
        (503, "service_unavailable"),
        (504, "gateway_timeout"),
    ] {
        shop.fail(&format!("create_session={status}x1"));
        let response = shop.post_session(&order_request()).await;
        assert_error(&response, status, code);
        assert_eq!(response.header("sezzle-simulator-fault"), Some(format!("{status}:array").as_str()));
        assert_eq!(response.header("retry-after"), None);
    }
    assert_eq!(sessions_made(&shop), 0);
    shop.created_session(&order_request()).await;
    assert_eq!(sessions_made(&shop), 1);
    let requests = shop.requests();
    let [.., failed, fine] = requests.as_slice() else { panic!("{requests:?}") };
    assert_eq!((failed.status, failed.fault.as_deref()), (504, Some("504:array")));
    assert_eq!((fine.status, fine.fault.as_deref()), (201, None));
}

#[tokio::test]
async fn rate_limit_has_retry_after() {
    let shop = Shop::open().await;
    shop.fail("*=429:retry-after=7x1");
    let response = shop.post_session(&order_request()).await;
    assert_eq!((response.status, response.header("retry-after")), (429, Some("7")));

    let status = Fault::Status {
        status: 503,
        shape: ErrorShape::Empty,
        retry_after: Some(RetryAfter::Date(60)),
        processed: false,
    };
    shop.add_fault(FaultRule::on_any(status).times(1)).expect("is added");
    let before = chrono::Utc::now();
    let response = shop.post_session(&order_request()).await;
    let date = response.header("retry-after").expect("a date");
    assert!(date.ends_with(" GMT"), "{date}");
    let date = chrono::DateTime::parse_from_rfc2822(date).expect("a date of HTTP");
    let wait = (date.to_utc() - before).num_milliseconds();
    assert!((60_000..75_000).contains(&wait), "{wait}");
}

#[tokio::test]
async fn errors_have_every_shape() {
    let shop = Shop::open().await;
    // For real and for injected errors.
    for fault in ["shape:", "404:"] {
        let answer = async |shape: &str| {
            shop.clear_faults();
            shop.fail(&format!("get_session={fault}{shape}"));
            let response = shop.call("GET", "/v2/session/unknown", &Value::Null).await;
            assert_eq!(response.status, 404);
            response
        };
        assert_error(&answer("array").await, 404, "record_not_found");

        let object = answer("object").await.json();
        assert_eq!((text(&object, "/code"), text(&object, "/debug_uuid").len()), ("record_not_found", 36));

        let uuid = answer("uuid").await.json();
        assert_eq!((text(&uuid, "/0/uuid").len(), uuid[0].get("debug_uuid")), (36, None));

        let v1 = answer("v1").await.json();
        assert_eq!((&v1["status"], text(&v1, "/id")), (&Value::from(404), "record_not_found"));
        assert!(!text(&v1, "/message").is_empty());

        let empty = answer("empty").await;
        assert_eq!((empty.body.as_str(), empty.header("content-type")), ("", None));

        let null = answer("null").await;
        assert_eq!((null.body.as_str(), null.header("content-type")), ("null", Some("application/json")));

        let html = answer("html").await;
        assert!(html.body.contains("<h1>404</h1>"), "{}", html.body);
        assert_eq!(html.header("content-type"), Some("text/html; charset=utf-8"));

        let garbage = answer("garbage").await;
        assert!(serde_json::from_str::<Value>(&garbage.body).is_err());
        assert_eq!(garbage.header("content-type"), Some("application/json"));
    }
}

#[tokio::test]
async fn faults_have_their_own_effects() {
    let shop = Shop::open().await;
    shop.fail("create_session=shape:emptyx1");
    shop.created_session(&order_request()).await;
    shop.fail("create_session=504:processedx1");
    assert_error(&shop.post_session(&order_request()).await, 504, "gateway_timeout");
    assert_eq!(sessions_made(&shop), 2);
    shop.clear_faults();
    shop.fail("create_session=502");
    let response = shop.post_session(&order_request()).await;
    assert_eq!((response.status, response.header("content-type")), (502, Some("text/html; charset=utf-8")));
}

#[tokio::test]
async fn connections_are_reset_before_and_after_processing() {
    let shop = Shop::open().await;
    for (rule, made) in [("create_session=resetx1", 0), ("create_session=reset:processedx1", 1)] {
        shop.fail(rule);
        let mut stream = shop.start_session().await;
        let error = stream.read_to_end(&mut Vec::new()).await.expect_err("is reset");
        assert_eq!(error.kind(), ErrorKind::ConnectionReset, "{rule}");
        assert_eq!(sessions_made(&shop), made, "{rule}");
    }
    let faults = [(0, Some("reset".to_owned())), (0, Some("reset:processed".to_owned()))];
    assert_eq!(shop.session_requests(), faults);
    shop.created_session(&order_request()).await;
}

#[tokio::test]
async fn headers_stall_until_the_caller_gives_up() {
    let shop = Shop::open().await;
    for (rule, made) in [("create_session=stallx1", 0), ("create_session=stall:processedx1", 1)] {
        shop.fail(rule);
        let mut stream = shop.start_session().await;
        assert_eq!(read_while_it_comes(&mut stream).await, (String::new(), true), "{rule}");
        assert_eq!(sessions_made(&shop), made, "{rule}");
    }
    // The connections have ended by now, as the callers let them go; the log learns it soon after.
    timeout(Duration::from_secs(5), async {
        while shop.session_requests() != [(0, Some("stall".to_owned())), (0, Some("stall:processed".to_owned()))] {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await
    .expect("both are in the log");
}

#[tokio::test]
async fn bodies_stop_in_the_middle() {
    let shop = Shop::open().await;
    for (rule, stays_open) in [("create_session=stall-bodyx1", true), ("create_session=truncatex1", false)] {
        shop.fail(rule);
        let mut stream = shop.start_session().await;
        let (arrived, is_open) = read_while_it_comes(&mut stream).await;
        let (head, body) = arrived.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{rule}: {arrived}"));
        assert!(head.starts_with("HTTP/1.1 201"), "{head}");
        let promised = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
        let promised: usize = promised.parse().expect("a number");
        assert_eq!((body.len(), is_open), (promised / 2, stays_open), "{rule}");
    }
    assert_eq!(sessions_made(&shop), 2);
}

#[tokio::test]
async fn delay_precedes_the_response() {
    let shop = Shop::open().await;
    shop.fail("create_session=delay:80msx1");
    let started = std::time::Instant::now();
    shop.created_session(&order_request()).await;
    assert!(started.elapsed() >= Duration::from_millis(80));
    let requests = shop.requests();
    let last = requests.last().expect("a request");
    assert!(last.duration >= Duration::from_millis(80), "{last:?}");
}

#[tokio::test]
async fn stopping_does_not_wait_for_what_stalls() {
    let shop = Shop::open().await;
    shop.fail("create_session=stall");
    let mut stream = shop.start_session().await;
    assert!(read_while_it_comes(&mut stream).await.1);
    drop(shop);
    let rest = stream.read_to_end(&mut Vec::new()).await;
    assert!(matches!(rest, Ok(0) | Err(_)), "{rest:?}");
}
