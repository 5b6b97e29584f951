//! Signatures of webhooks, and the lookup of a subscription.

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::json;
use sezzle_api::http::{HeaderMap, HeaderName, HeaderValue};
use sezzle_api::mock::sign_webhook;
use sezzle_api::webhook::{DEFAULT_MAX_BODY_BYTES, Verifier, VerifyError};
use sezzle_tests::servers::scripted::{Action, ScriptedServer};

/// Computed by two other implementations; see `vectors/make.py`.
const VECTORS: &str = include_str!("../../vectors/webhooks.json");

#[derive(Deserialize)]
struct Vector {
    private_key: String,
    body_hex: String,
    signature: String,
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn verifier(key: &str) -> Verifier {
    Verifier::new(key).unwrap()
}

#[test]
fn signatures_of_other_implementations_verify() {
    let vectors: Vec<Vector> = serde_json::from_str(VECTORS).unwrap();
    assert!(!vectors.is_empty());
    for Vector { private_key, body_hex, signature: expected } in &vectors {
        let body = bytes(body_hex);
        verifier(private_key).verify(&body, expected).unwrap();
        verifier(private_key).verify(&body, expected.to_uppercase()).unwrap();
        verifier(private_key).verify(&body, format!(" {expected}\r\n")).unwrap();
        assert_eq!(&sign_webhook(private_key, &body), expected);
        for other in vectors.iter().filter(|other| other.signature != *expected) {
            assert!(matches!(
                verifier(private_key).verify(&body, &other.signature),
                Err(VerifyError::SignatureMismatch)
            ));
        }
    }
}

proptest! {
    #[test]
    fn flipped_bit_is_rejected(
        key in "sz_pr_[a-z0-9]{1,40}",
        body in prop::collection::vec(any::<u8>(), 1..400),
        place in any::<prop::sample::Index>(),
        bit in 0..8_u32,
    ) {
        let signed = sign_webhook(&key, &body);
        prop_assert!(verifier(&key).verify(&body, &signed).is_ok());

        let mut other_body = body.clone();
        other_body[place.index(body.len())] ^= 1 << bit;
        prop_assert!(matches!(verifier(&key).verify(&other_body, &signed), Err(VerifyError::SignatureMismatch)));

        let mut other_signature = bytes(&signed);
        other_signature[place.index(32)] ^= 1 << bit;
        let other_signature: String = other_signature.iter().map(|byte| format!("{byte:02x}")).collect();
        prop_assert!(matches!(verifier(&key).verify(&body, other_signature), Err(VerifyError::SignatureMismatch)));

        // A bit behind the prefix of the key, so that it stays a key.
        let mut other_key = key.clone().into_bytes();
        let at = 6 + place.index(key.len() - 6);
        other_key[at] ^= 1;
        let other_key = String::from_utf8(other_key).unwrap();
        prop_assert!(matches!(verifier(&other_key).verify(&body, &signed), Err(VerifyError::SignatureMismatch)));
    }

    #[test]
    fn arbitrary_bytes_are_no_signature(text in prop::collection::vec(any::<u8>(), 0..100)) {
        let verified = verifier("sz_pr_1").verify(b"body", &text);
        prop_assert!(verified.is_err());
    }
}

#[test]
fn malformed_signatures_are_rejected() {
    let body = b"{\"uuid\":\"event-1\"}";
    let good = sign_webhook("sz_pr_1", body);
    let error = |signature: &str| verifier("sz_pr_1").verify(body, signature).unwrap_err();

    assert!(matches!(error(""), VerifyError::MissingSignature));
    assert!(matches!(error(" \t"), VerifyError::MissingSignature));
    let base64 = "RBNvyQ4mYVGt8YxTzL6k1rOa0cUhLq5nJp3sXwEiB2g=";
    let doubled = good.repeat(2);
    for malformed in [
        &good[..63],
        &good[..62],
        "0",
        &format!("{good}0"),
        &format!("{good}00"),
        &doubled,
        &format!("sha256={good}"),
        &format!("0x{}", &good[2..]),
        &format!("+{}", &good[1..]),
        &format!("{}g", &good[..63]),
        &format!("{} {}", &good[..32], &good[33..]),
        &format!("{}é", &good[..62]),
        &format!("\"{good}\""),
        &format!("{good},{good}"),
        base64,
    ] {
        assert!(matches!(error(malformed), VerifyError::MalformedSignature), "{malformed}");
    }
    assert!(matches!(error(&"0".repeat(64)), VerifyError::SignatureMismatch));
}

#[test]
fn signature_decoder_can_be_replaced() {
    let body = b"{}";
    let good = sign_webhook("sz_pr_1", body);
    // With the prefix that some services use.
    let prefixed = verifier("sz_pr_1").with_signature_decoder(|text| {
        let text = std::str::from_utf8(text).ok()?.strip_prefix("sha256=")?;
        bytes(text).try_into().ok()
    });
    prefixed.verify(body, format!("sha256={good}")).unwrap();
    assert!(matches!(prefixed.verify(body, good), Err(VerifyError::MalformedSignature)));
}

#[test]
fn malformed_keys_are_rejected_and_redacted() {
    for (key, hint) in [
        ("", "empty"),
        ("  ", "empty"),
        ("sz_pr_planted\n", "white space"),
        ("sz_pub_planted", "public key"),
        ("sz_pr_plänted", "copy it again"),
    ] {
        let error = Verifier::new(key).unwrap_err();
        let previous = verifier("sz_pr_1").with_previous_key(key).unwrap_err();
        for (error, name) in [(error, "private_key"), (previous, "previous_key")] {
            let text = format!("{error} {error:?}");
            assert!(text.contains(hint) && text.contains(name) && !text.contains("planted"), "{text}");
        }
    }
    let shown = format!("{:?}", verifier("sz_pr_planted").with_previous_key("sz_pr_planted2").unwrap());
    assert!(!shown.contains("planted"), "{shown}");
}

#[test]
fn oversized_bodies_are_rejected() {
    let body = vec![b' '; DEFAULT_MAX_BODY_BYTES + 1];
    let signed = sign_webhook("sz_pr_1", &body);
    let refused = verifier("sz_pr_1").verify(&body, &signed).unwrap_err();
    assert!(matches!(refused, VerifyError::BodyTooLarge { limit: DEFAULT_MAX_BODY_BYTES }), "{refused}");
    assert!(refused.is_authentic(), "Sezzle must get a 200");
    let forged = verifier("sz_pr_2").verify(&body, &signed).unwrap_err();
    assert!(matches!(forged, VerifyError::SignatureMismatch), "{forged}");
    verifier("sz_pr_1").max_body_bytes(body.len()).verify(&body, &signed).unwrap();
    assert!(verifier("sz_pr_1").verify(&body[1..], sign_webhook("sz_pr_1", &body[1..])).is_ok());
}

#[test]
fn webhooks_with_a_valid_signature_are_authentic_errors() {
    let verifier = verifier("sz_pr_1").max_body_bytes(20);
    let signed = |key: &str, body: &[u8]| verifier.verify_event(body, sign_webhook(key, body)).unwrap_err();
    let unreadable = signed("sz_pr_1", b"<html>");
    assert!(matches!(unreadable, VerifyError::Unreadable(_)) && unreadable.is_authentic());
    assert!(signed("sz_pr_1", &[b' '; 21]).is_authentic());
    for forged in [
        signed("sz_pr_2", b"<html>"),
        signed("sz_pr_2", b"{}"),
        signed("sz_pr_2", &[b' '; 21]),
        verifier.verify_event(b"{}", "").unwrap_err(),
        verifier.verify_event(b"{}", "no signature").unwrap_err(),
    ] {
        assert!(!forged.is_authentic(), "{forged}");
    }
}

#[test]
fn signature_is_found_in_headers() {
    let body = br#"{"uuid": "event-1"}"#;
    let signature = sign_webhook("sz_pr_1", body);
    let headers = |name: &'static str, value: &str| {
        HeaderMap::from_iter([(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())])
    };
    let verify = |headers: &HeaderMap| verifier("sz_pr_1").verify_headers(headers, body);
    let event = verify(&headers("sezzle-signature", &signature)).unwrap();
    assert_eq!(event.uuid.as_deref(), Some("event-1"));
    for other in [HeaderMap::new(), headers("x-sezzle-signature", &signature), headers("sezzle-signature", "")] {
        assert!(matches!(verify(&other), Err(VerifyError::MissingSignature)), "{other:?}");
    }
    let mut unreadable = headers("sezzle-signature", "");
    unreadable.insert("sezzle-signature", HeaderValue::from_bytes(b"\xff").unwrap());
    assert!(matches!(verify(&unreadable), Err(VerifyError::MalformedSignature)));
}

#[tokio::test]
async fn deleted_subscription_is_not_found() {
    let webhooks = json!([
        {"uuid": "webhook-1", "url": "https://shop.example/other", "events": ["order.captured"]},
        {"uuid": "webhook-2", "url": "https://shop.example/sezzle", "events": ["order.captured"]},
    ]);
    let gateway = ScriptedServer::new([Action::json(200, &webhooks), Action::response(200, "", "null")]).await;
    let client = gateway.client();
    let found = client.find_webhook("https://shop.example/sezzle").await.unwrap().unwrap();
    assert_eq!(found.uuid.as_deref(), Some("webhook-2"));
    assert!(client.find_webhook("https://shop.example/sezzle").await.unwrap().is_none());
    assert!(gateway.requests().iter().all(|request| request.text.starts_with("GET /v2/webhooks ")));
}
