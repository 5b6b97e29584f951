//! The signature of webhooks.

use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Returns the HMAC-SHA256 of the body, keyed with the merchant's private key as text, in lower-case hex.
pub(crate) fn sign(private_key: &str, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(private_key.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(body);
    let mut signature = String::with_capacity(64);
    for byte in mac.finalize().into_bytes() {
        // Writing into a string cannot fail.
        let _ = write!(signature, "{byte:02x}");
    }
    signature
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signature_matches_openssl() {
        // From `printf BODY | openssl dgst -sha256 -hmac KEY`.
        for (key, body, signature) in [
            (
                "sz_pr_simulator",
                r#"{"event":"order.captured"}"#,
                "b9120cc46a5432b39a867390a284bb47333e3d4d81c383463fc8b94f7b1db9c7",
            ),
            ("sz_pr_other", "", "0e929e54f6a79d74d766b6a5372c7cb6afe6f4777577bfecc9b7ff760affec7b"),
            (
                "sz_pr_simulator",
                "Cr\u{e8}me br\u{fb}l\u{e9}e",
                "cecf17e3c9929fc400371fa1ef2ed5d04645e9ad8efe224ce3d9c584cbe84b37",
            ),
        ] {
            assert_eq!(sign(key, body.as_bytes()), signature, "{key} {body}");
        }
    }
}
