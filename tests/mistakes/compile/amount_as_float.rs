fn main() {
    let _ = sezzle_api::types::Price::builder().amount_in_cents(41.50).currency("USD");
}
