//! Keys, tokens, card data and personal data do not reach the disk.

use std::path::PathBuf;

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::program::{Program, files, text};
use crate::proxy::{self, Reply, Request, set_header};

/// The shopper of the script.
const SHOPPER: &[&str] =
    &["Quenby", "Tarrowick", "quenby.tarrowick@shopper.example", "6125550173", "1987-04-09", "48 Larchmere Way"];
/// Values that only the server has.
const NAME: &str = "Oswin Fennimore-Blythe";
const FAMILY_NAME: &str = "Fennimore-Blythe";
const EMAIL: &str = "oswin.fennimore@elsewhere.example";
const CARD: &str = "4000056655665556";
const SPACED_CARD: &str = "4000 0566 5566 5556";
const BIRTHDAY: &str = "1971-12-30";
const PHONE: &str = "(503) 555-0188";
const TOKEN: &str = "tok_planted-7Hq2Zt9Lw";
const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvc3dpbiJ9.c2lnbmF0dXJlLW9mLW9zd2lu";
const CVV: &str = "8423917";

const PLANTED: &[&str] = &[NAME, "Fennimore", EMAIL, CARD, SPACED_CARD, BIRTHDAY, PHONE, TOKEN, JWT, CVV];

/// Plants the values in whatever a response has.
fn plant(request: &Request, reply: &mut Reply) {
    set_header(reply, "x-debug-token", TOKEN);
    set_header(reply, "x-shopper", EMAIL);
    set_header(reply, "retry-after", &format!("after {CARD}"));
    let free_text = format!(
        "{NAME} ({BIRTHDAY}) paid with {SPACED_CARD}, mail {EMAIL}, call {PHONE}, token {TOKEN}, see {}",
        BASE64_STANDARD.encode(EMAIL),
    );
    let Some(mut body) = reply.json() else {
        let text = String::from_utf8(reply.body.clone()).unwrap();
        if text.contains(",sezzle_order_id,") || text.starts_with("type,") {
            let add = |(index, line): (usize, &str)| match line.starts_with("type,") {
                true => format!("{line},note,customer_name,card_number\n"),
                false if index == 1 && !text.starts_with("type,") => format!("{line}\n"),
                false => format!("{line},\"{free_text}\",{NAME},{CARD}\n"),
            };
            reply.body = text.lines().enumerate().map(add).collect::<String>().into_bytes();
        }
        return;
    };
    if reply.status >= 400 {
        body =
            json!([{"code": "invalid", "message": free_text, "location": EMAIL, "debug_uuid": TOKEN, "detail": CARD}]);
    } else if body.is_object() {
        let href = format!("https://shop.example/token/{TOKEN}/x?email={EMAIL}&name=Oswin%20Fennimore-Blythe#{CARD}");
        for (pointer, value) in [
            ("/description", json!(FAMILY_NAME)),
            ("/first_name", json!(NAME)),
            ("/dob", json!(BIRTHDAY)),
            ("/uuid", json!(EMAIL)),
            ("/order/uuid", json!(CARD)),
            ("/reference_id", json!(BASE64_URL_SAFE_NO_PAD.encode(EMAIL))),
            ("/links", json!([{"href": href, "rel": "self", "method": "GET"}])),
            ("/metadata/channel", json!(format!("escaped {}", json!(NAME)))),
        ] {
            body.pointer_mut(pointer).into_iter().for_each(|place| *place = value.clone());
        }
        body["note"] = json!(free_text);
        body["card"] = json!({"pan_copy": CARD, "number": CARD.parse::<i64>().unwrap(), "code": CVV});
        body["session_token"] = json!(TOKEN);
        body["jwt"] = json!([JWT]);
    } else if body[0].is_object() {
        body[0]["shopper"] = json!({"name": NAME, "born": BIRTHDAY, "phone": PHONE});
    }
    if request.path == "/v2/settlements/summaries" {
        body[0]["status"] = json!(free_text);
    }
    reply.body = body.to_string().into_bytes();
}

/// Returns a text in the encodings in which a file might have it.
fn encodings(text: &str) -> Vec<String> {
    let percent: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    vec![
        text.to_owned(),
        text.replace(' ', "%20").replace('@', "%40"),
        percent,
        BASE64_STANDARD.encode(text).trim_end_matches('=').to_owned(),
        BASE64_URL_SAFE_NO_PAD.encode(text),
    ]
}

/// Checks that files contain none of the values, in any encoding.
#[track_caller]
fn assert_absent(paths: &[PathBuf], secrets: &[String]) {
    for path in paths {
        let content = text(&std::fs::read(path).unwrap()).to_lowercase();
        for encoded in secrets.iter().flat_map(|secret| encodings(secret)) {
            assert!(!content.contains(&encoded.to_lowercase()), "{} contains {encoded}", path.display());
        }
    }
}

/// Returns the secrets of the script and those that are planted.
fn secrets(program: &Program) -> Vec<String> {
    let keys = [program.simulator.public_key().to_owned(), program.simulator.private_key()];
    SHOPPER.iter().chain(PLANTED).map(|secret| (*secret).to_owned()).chain(keys).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn planted_values_are_not_stored() {
    let program = Program::live("verify/planted").await;
    // The name becomes known with the first customer.
    let plant = |request: &Request, reply: &mut Reply| {
        plant(request, reply);
        let Some(mut body) = reply.json() else { return };
        if body["checkout_status"].is_string() {
            body["checkout_status"] = json!(BIRTHDAY);
            body[FAMILY_NAME] = json!({});
            body["links"] = json!([{"href": "https://shop.example", "rel": NAME, "method": FAMILY_NAME}]);
        }
        reply.body = body.to_string().into_bytes();
    };
    let url = proxy::start_changing(program.simulator.url(), plant).await;
    let errors = program.exits(1, &url, &["--record", "cassette", "--propose", "proposal.yaml"]);
    assert!(program.exchanges().len() > 50);
    assert_absent(&files(&program.home), &secrets(&program));
    for secret in secrets(&program) {
        assert!(!errors.contains(&secret), "{secret}: {errors}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_and_cards_of_the_server_are_not_stored() {
    use std::sync::{Arc, Mutex};
    let program = Program::live("verify/own_secrets").await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let values = Arc::clone(&seen);
    let url = proxy::start_changing(program.simulator.url(), move |_, reply| {
        let Some(body) = reply.json() else { return };
        for pointer in ["/token", "/tokenize/token", "/tokenize/approval_url", "/pan"] {
            values.lock().unwrap().extend(body.pointer(pointer).and_then(Value::as_str).map(str::to_owned));
        }
    })
    .await;
    program.exits(0, &url, &["--record", "cassette", "--propose", "proposal.yaml"]);
    let seen = seen.lock().unwrap().clone();
    assert!(seen.len() > 5, "{seen:?}");
    assert_absent(&files(&program.home), &[secrets(&program), seen].concat());
}

#[tokio::test(flavor = "multi_thread")]
async fn unfinished_run_has_no_secrets() {
    let program = Program::live("verify/unfinished").await;
    let url = proxy::start(
        program.simulator.url(),
        |request| if request.number > 100 { proxy::Fate::Reset } else { proxy::Fate::Forwarded },
        |request, reply| {
            if request.number > 0 {
                plant(request, reply)
            }
        },
    )
    .await;
    program.exits(2, &url, &[]);
    assert_absent(&[program.home.join("sezzle-verify/progress.jsonl")], &secrets(&program));
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_of_responses_are_not_stored_unless_they_are_ids() {
    let program = Program::live("verify/planted_ids").await;
    let plant = |_: &Request, reply: &mut Reply| {
        let Some(mut body) = reply.json().filter(Value::is_object) else { return };
        for (pointer, id) in [("/uuid", EMAIL), ("/order/uuid", CARD), ("/customer/uuid", NAME)] {
            if let Some(place) = body.pointer_mut(pointer) {
                *place = json!(id);
            }
        }
        reply.body = body.to_string().into_bytes();
    };
    // Without the controls, the ids in responses are all that is known.
    for last in [40, usize::MAX] {
        let fate = move |request: &Request| match request.number {
            0 => proxy::Fate::Unknown,
            number if number > last => proxy::Fate::Reset,
            _ => proxy::Fate::Forwarded,
        };
        let url = proxy::start(program.simulator.url(), fate, plant).await;
        let mut command = program.verify(&url, &["--no-shopper", "--record", "cassette", "--propose", "proposal.yaml"]);
        tokio::task::block_in_place(|| command.output().unwrap());
        let progress = std::fs::read_to_string(program.home.join("sezzle-verify/progress.jsonl")).unwrap_or_default();
        assert_eq!(progress.is_empty(), last == usize::MAX);
        for secret in [EMAIL, CARD, NAME] {
            assert!(!progress.contains(secret), "{secret}");
        }
    }
    assert_absent(&files(&program.home), &[EMAIL, CARD, NAME].map(str::to_owned));
}
