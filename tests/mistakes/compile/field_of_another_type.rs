fn main() {
    let _ = sezzle_api::types::SessionOrder::builder().total(4150);
}
