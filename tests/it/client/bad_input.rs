//! Invalid input is rejected before anything is sent, or encoded so that it does no harm.

use std::time::Duration;

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use sezzle_api::types::{LineItem, Price, RedirectUrl, SessionOrder, SessionRequest};
use sezzle_api::{Client, Credentials, ErrorKind, Server};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

fn build(server: Server, credentials: Option<Credentials>) -> Result<Client, sezzle_api::Error> {
    let builder = Client::builder().server(server);
    match credentials {
        Some(credentials) => builder.credentials(credentials).build(),
        None => builder.build(),
    }
}

#[track_caller]
fn assert_rejected(result: Result<Client, sezzle_api::Error>, words: &[&str]) {
    let error = result.expect_err("the client is not built");
    assert_eq!(error.kind(), ErrorKind::NotSent);
    assert!(!error.may_have_been_processed() && !error.is_retryable());
    let text = error.to_string();
    assert!(words.iter().all(|word| text.contains(word)), "{text}");
}

#[test]
fn malformed_base_urls_are_rejected() {
    for (url, words) in [
        ("gateway.sezzle.com", &["server", "https://"][..]),
        ("", &["server", "https://"]),
        ("   ", &["server", "https://"]),
        ("//gateway.sezzle.com", &["server", "https://"]),
        ("https://", &["server", "https://"]),
        ("https://gateway.sezzle.com?x=1", &["server", "query"]),
        ("https://gateway.sezzle.com/?", &["server", "query"]),
        ("https://gateway.sezzle.com#x", &["server", "fragment"]),
        ("ftp://gateway.sezzle.com", &["server", "use https"]),
        ("file:///etc/passwd", &["server"]),
        ("http://gateway.sezzle.com", &["server", "plain http", "https"]),
        ("http://127.0.0.1.example.com", &["server", "plain http"]),
        ("http://localhost.example.com", &["server", "plain http"]),
        ("http://10.0.0.1", &["server", "plain http"]),
        ("http://0.0.0.0", &["server", "plain http"]),
        ("http://[::ffff:10.0.0.1]", &["server", "plain http"]),
        ("http://127.0.0.1@gateway.example.com", &["server", "plain http"]),
        ("https://user:planted@gateway.sezzle.com", &["server", "user name"]),
        ("https://gateway.sezzle.com/v2", &["server", "/v2"]),
        ("https://gateway.sezzle.com/v2/", &["server", "/v2"]),
    ] {
        let result = build(Server::Custom(url.to_owned()), Some(Credentials::token("t")));
        if let Err(error) = &result {
            assert!(!error.to_string().contains("planted"), "{error}");
        }
        assert_rejected(result, words);
    }
}

#[test]
fn valid_base_urls_are_accepted() {
    for url in [
        "https://gateway.sezzle.com",
        "https://gateway.eu.sezzle.com/",
        "https://proxy.example.com/sezzle",
        "http://localhost:8420",
        "http://127.0.0.1:1",
        "http://127.8.9.10",
        "http://[::1]:8420//",
    ] {
        let server = Server::Custom(url.to_owned());
        assert_eq!(server.is_loopback(), url.starts_with("http:"), "{url}");
        let client = build(server, Some(Credentials::token("t"))).unwrap();
        assert_eq!(client.base_url(), url.trim_end_matches('/'));
    }
}

#[test]
fn server_is_parsed_from_name_or_url() {
    assert_eq!("sandbox".parse::<Server>().unwrap(), Server::Sandbox);
    assert_eq!("production".parse::<Server>().unwrap(), Server::Production);
    assert_eq!("https://a.example".parse::<Server>().unwrap(), Server::Custom("https://a.example".to_owned()));
    for unknown in ["", "Sandbox", "prod", "staging", " sandbox", "gateway.sezzle.com", "http://a.example"] {
        assert!(unknown.parse::<Server>().unwrap_err().to_string().contains("server"), "{unknown}");
    }
}

#[test]
fn malformed_credentials_are_rejected() {
    let keys = |public, private| Some(Credentials::keys(public, private));
    let token = |token| Some(Credentials::token(token));
    for (credentials, words) in [
        (None, &["credentials", "missing"][..]),
        (keys("", "sz_pr_1"), &["public_key", "empty"]),
        (keys("sz_pub_1", ""), &["private_key", "empty"]),
        (keys("sz_pub_1", " \t\n"), &["private_key", "empty"]),
        (keys("sz_pub_1\n", "sz_pr_1"), &["public_key", "white space"]),
        (keys("sz_pr_1", "sz_pub_1"), &["public_key", "swap"]),
        (keys("sz_pub_1", "sz_pub_1"), &["private_key", "swap"]),
        (keys("sz_pub_1", "sz_pr_\u{0}"), &["private_key", "characters"]),
        (keys("sz_pub_é", "sz_pr_1"), &["public_key", "characters"]),
        (token(""), &["token", "empty"]),
        (token("Bearer abc"), &["token", "`Bearer`"]),
        (token("bearer abc"), &["token", "`Bearer`"]),
        (token("a\r\nx-injected: 1"), &["token", "characters"]),
    ] {
        assert_rejected(build(Server::Sandbox, credentials), words);
    }
}

#[test]
fn zero_timeouts_are_rejected() {
    let builder = || Client::builder().credentials(Credentials::token("t"));
    assert_rejected(builder().timeout(Duration::ZERO).build(), &["timeout"]);
    assert_rejected(builder().deadline(Duration::ZERO).build(), &["deadline"]);
    assert_rejected(builder().connect_timeout(Duration::ZERO).build(), &["connect_timeout"]);
}

#[test]
fn problem_names_the_path_to_its_field() {
    let url = || RedirectUrl::builder().href("https://shop.example");
    let body = || SessionRequest::builder().cancel_url(url());
    let huge = Price::builder().amount_in_cents(u64::MAX).currency("USD");
    for (body, path) in [
        (SessionRequest::builder(), "`cancel_url`: missing"),
        (body(), "`complete_url`: missing"),
        (body().complete_url(RedirectUrl::builder()), "`complete_url`: `href`: missing"),
        (body().complete_url(url()).order(SessionOrder::builder()), "`order`: `order_amount`: missing"),
        (
            body().complete_url(url()).order(SessionOrder::builder().order_amount(huge)),
            "`order`: `order_amount`: `amount_in_cents`: ",
        ),
    ] {
        let error = body.build().unwrap_err().to_string();
        assert!(error.starts_with(path), "{error}");
    }
}

/// A value whose conversion always fails.
struct Unusable;

impl TryFrom<Unusable> for String {
    type Error = &'static str;

    fn try_from(_: Unusable) -> Result<Self, Self::Error> {
        Err("no text today")
    }
}

#[tokio::test]
async fn parameter_error_names_the_parameter_once_and_keeps_the_reason() {
    let gateway = ScriptedServer::new([Action::text(200, "{}")]).await;
    let client = gateway.client();
    let day = "2026-03-01".parse::<sezzle_api::chrono::NaiveDate>().unwrap();
    let optional = client.list_settlements().start_date(day).offset(i64::MAX).send().await.unwrap_err();
    let required = client.get_session().session_uuid(Unusable).send().await.unwrap_err();
    for (error, name, reason) in [(optional, "offset", "out of range"), (required, "session_uuid", "no text today")] {
        assert_eq!(error.kind(), ErrorKind::NotSent);
        let text = error.to_string();
        assert!(text.contains(&format!(": {name}: {reason}")), "{text}");
        assert_eq!(text.matches(name).count(), 1, "{text}");
    }
    assert_eq!(gateway.requests().len(), 0);
}

#[test]
fn element_error_names_the_list_and_the_index() {
    let error = SessionOrder::builder().order_amount(Price::usd(1)).items([LineItem::builder()]).build().unwrap_err();
    assert!(error.to_string().starts_with("`items`: element 0: `"), "{error}");
}

#[test]
fn builder_keeps_its_first_problem() {
    let error = RedirectUrl::builder().href(Unusable).method(Unusable).build().unwrap_err();
    assert_eq!(error.to_string(), "`href`: no text today");
}

/// Sends `id` and returns the path as it went over the wire, or the error.
async fn sent_path(id: &str) -> Result<String, sezzle_api::Error> {
    let gateway = ScriptedServer::raw("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
    let result = gateway.client().get_session().session_uuid(id).send().await;
    match result {
        Ok(_) => Ok(gateway.requests()[0].target().to_owned()),
        Err(error) => {
            assert!(gateway.requests().is_empty(), "rejected after sending");
            Err(error)
        }
    }
}

#[tokio::test]
async fn path_parameters_stay_one_segment() {
    for id in ["", " ", "\t", ".", "..", "a\n", "a\r\nb", "\u{0}", "\u{7f}", "\u{85}"] {
        let error = sent_path(id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotSent, "{id:?}");
        assert!(error.to_string().contains(" was not sent: session_uuid: "), "{error}");
    }
    for (id, path) in [
        ("a/b", "a%2Fb"),
        ("../order/1", "..%2Forder%2F1"),
        ("..\\order", "..%5Corder"),
        ("a?b=c", "a%3Fb%3Dc"),
        ("a#b", "a%23b"),
        ("%2e%2e", "%252e%252e"),
        (".%2e", ".%252e"),
        ("%2E", "%252E"),
        ("a b", "a%20b"),
        ("é", "%C3%A9"),
        ("...", "..."),
        ("a;b", "a%3Bb"),
        ("fadbc642-05a4_4e38.9e74~80", "fadbc642-05a4_4e38.9e74~80"),
    ] {
        assert_eq!(sent_path(id).await.unwrap(), format!("/v2/session/{path}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any id is rejected, or arrives as one segment that decodes to it.
    #[test]
    fn any_path_parameter_is_rejected_or_arrives_unchanged(id in "[./\\\\%?#:@;a-f0-9 \\PC]{0,12}") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        match runtime.block_on(sent_path(&id)) {
            Err(error) => prop_assert_eq!(error.kind(), ErrorKind::NotSent),
            Ok(path) => {
                let segment = path.strip_prefix("/v2/session/").unwrap();
                prop_assert!(!segment.contains(['/', '?', '#', '\\']));
                prop_assert_eq!(percent_decode_str(segment).decode_utf8().unwrap(), id);
            }
        }
    }
}
