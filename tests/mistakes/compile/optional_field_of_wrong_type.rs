use sezzle_api::types::SessionOrder;

fn main() {
    let _ = SessionOrder::builder().requires_shipping_info("yes");
}
