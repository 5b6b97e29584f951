fn handle(verifier: &sezzle_api::webhook::Verifier, body: serde_json::Value, signature: &str) {
    let _ = verifier.verify_event(&body, signature);
}

fn main() {}
