#![deny(unused_must_use)]

async fn refund(client: &sezzle_api::Client) {
    client.refund_order().order_uuid("order-1").body(sezzle_api::types::Price::usd(100));
}

fn main() {}
