use sezzle_api::types::Price;

async fn capture(client: &sezzle_api::Client) {
    let _ = client.capture_order().order_uuid("order-1").body(Price::usd(100)).await;
}

fn main() {}
