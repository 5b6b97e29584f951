async fn is_paid(client: &sezzle_api::Client) -> bool {
    client.get_order().order_uuid("order-1").authorization.is_some()
}

fn main() {}
