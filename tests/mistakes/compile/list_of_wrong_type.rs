use sezzle_api::types::{Price, SessionOrder};

fn main() {
    let _ = SessionOrder::builder().items([Price::usd(100)]);
}
