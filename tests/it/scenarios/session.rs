//! A session against the simulator, from the API keys to the approved order.

use sezzle_api::types::CheckoutStatus;
use sezzle_tests::fixtures::{client_of, session_request, simulator};

#[tokio::test]
async fn session_is_created_approved_and_read() {
    let simulator = simulator().await;
    let client = client_of(&simulator);

    let created = client.create_session().body(session_request()).send().await.unwrap();
    assert_eq!(created.status(), 201);
    let id = created.uuid.clone().unwrap();
    assert!(created.order.as_ref().unwrap().checkout_url.as_ref().unwrap().starts_with(simulator.url()));
    let order_uuid = created.order.as_ref().unwrap().uuid.clone().unwrap();
    let status = async || client.get_order().order_uuid(&order_uuid).send().await.unwrap().checkout_status.clone();
    assert_eq!(status().await, Some(CheckoutStatus::Active));

    simulator.approve(&id).unwrap();
    let read = client.get_session().session_uuid(&id).send().await.unwrap();
    assert_eq!(read.uuid.as_deref(), Some(id.as_str()));
    assert_eq!(read.order.as_ref().unwrap().uuid, created.order.as_ref().unwrap().uuid);
    // The links do not change: the status does.
    assert_eq!(read.order.as_ref().unwrap().links, created.order.as_ref().unwrap().links);
    assert_eq!(status().await, Some(CheckoutStatus::Complete));

    let sent: Vec<_> = simulator.requests().into_iter().filter_map(|request| request.operation_id).collect();
    assert_eq!(sent, ["authenticate", "create_session", "get_order", "get_session", "get_order"]);
    assert!(simulator.contract_violations().is_empty(), "{:?}", simulator.contract_violations());
}
