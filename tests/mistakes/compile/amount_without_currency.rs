use sezzle_api::types::SessionOrder;

fn main() {
    let _ = SessionOrder::builder().intent("AUTH").order_amount(4150);
}
