//! Starting and stopping.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};

use sezzle_simulator::Simulator;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

use crate::{Shop, assert_error, order, order_request, text};

fn address(simulator: &Simulator) -> SocketAddr {
    simulator.url().strip_prefix("http://").and_then(|address| address.parse().ok()).expect("an address")
}

#[tokio::test]
async fn simulators_side_by_side_know_nothing_of_each_other() {
    let (one, other) = (Shop::open().await, Shop::open().await);
    assert_ne!(one.url(), other.url());
    let created = one.created_session(&order_request(order())).await;
    let path = format!("/v2/session/{}", text(&created, "/uuid"));
    assert_error(&other.get(&format!("{}{path}", other.url())).await, 404, "record_not_found");
    // A token opens the simulator that gave it out, and no other.
    assert_error(&one.get(&format!("{}{path}", other.url())).await, 401, "unauthorized");

    other.expire_tokens();
    assert_eq!(one.get(&format!("{}{path}", one.url())).await.status, 200);
    assert_eq!((one.requests().len(), other.requests().len()), (3, 3));
    drop(other);
    assert_eq!(one.get(&format!("{}{path}", one.url())).await.status, 200);
}

#[tokio::test]
async fn dropping_closes_the_port_and_its_connections() {
    let simulator = Simulator::start().await.expect("starts");
    let address = address(&simulator);
    let mut idle = TcpStream::connect(address).await.expect("connects");
    drop(simulator);
    assert!(TcpStream::connect(address).await.is_err(), "the port is still open");
    let mut rest = Vec::new();
    let end = idle.read_to_end(&mut rest).await;
    assert!(end.is_err() || rest.is_empty(), "{end:?}");
}

#[tokio::test]
async fn the_address_can_be_chosen_and_must_be_free() {
    let held = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = held.local_addr().expect("has an address");
    let refused = Simulator::start_on(address).await.expect_err("the port is held");
    assert_eq!(refused.kind(), ErrorKind::AddrInUse);
    drop(held);

    let simulator = Simulator::start_on(address).await.expect("starts");
    assert_eq!(simulator.url(), format!("http://{address}"));
    assert_eq!((simulator.public_key(), simulator.private_key().as_str()), ("sz_pub_simulator", "sz_pr_simulator"));
}
