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
async fn simulators_are_independent() {
    let (one, other) = (Shop::open().await, Shop::open().await);
    assert_ne!(one.url(), other.url());
    let created = one.created_session(&order_request(order())).await;
    let path = format!("/v2/session/{}", text(&created, "/uuid"));
    assert_error(&other.get(&format!("{}{path}", other.url())).await, 404, "record_not_found");
    // A token is valid only for the simulator that issued it.
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
async fn address_can_be_chosen_and_must_be_free() {
    let held = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = held.local_addr().expect("has an address");
    let refused = Simulator::start_on(address).await.expect_err("the port is held");
    assert_eq!(refused.kind(), ErrorKind::AddrInUse);
    drop(held);

    let simulator = Simulator::start_on(address).await.expect("starts");
    assert_eq!(simulator.url(), format!("http://{address}"));
    assert_eq!((simulator.public_key(), simulator.private_key().as_str()), ("sz_pub_simulator", "sz_pr_simulator"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_run_at_once_and_clean_up() {
    let mut started = tokio::task::JoinSet::new();
    for _ in 0..200 {
        started.spawn(Shop::open());
    }
    let shops = started.join_all().await;
    let mut created = tokio::task::JoinSet::new();
    for shop in shops {
        created.spawn(async move {
            let uuid = shop.approved_order("AUTH").await;
            shop.act_granted("capture", &uuid, 100).await;
            shop
        });
    }
    let shops = created.join_all().await;
    let addresses: Vec<_> = shops.iter().map(|shop| address(shop)).collect();
    assert!(shops.iter().all(|shop| shop.ledger().len() == 2));
    tokio::task::spawn_blocking(move || drop(shops)).await.expect("all stop");
    for address in addresses {
        assert!(TcpStream::connect(address).await.is_err(), "{address} is still open");
    }
}

/// What a seeded simulator says in a fixed story, without its port.
async fn told(seed: u64) -> String {
    let noon = crate::support::calls::NOON.parse().expect("a time");
    let shop = Shop::open_with(Simulator::builder().seed(seed).frozen_clock(noon).interest_share(10)).await;
    let (_, customer) = shop.tokenized_customer().await;
    let uuid = shop.approved_order("AUTH").await;
    let mut told = shop.token.clone();
    for (method, path, body) in [
        (
            "POST",
            format!("/v2/order/{uuid}/capture"),
            serde_json::json!({"capture_amount": crate::support::calls::usd(9)}),
        ),
        ("POST", format!("/v2/order/{uuid}/refund"), crate::support::calls::usd(10)),
        ("GET", format!("/v2/order/{uuid}"), serde_json::Value::Null),
        ("GET", format!("/v2/customer/{customer}"), serde_json::Value::Null),
        ("GET", "/v2/customer".to_owned(), serde_json::Value::Null),
        ("GET", "/v2/nothing".to_owned(), serde_json::Value::Null),
    ] {
        told += &shop.call(method, &path, &body).await.body;
    }
    shop.advance(std::time::Duration::from_secs(3 * 24 * 3600));
    told += &shop.state().to_string();
    told.replace(shop.url(), "")
}

#[tokio::test]
async fn seed_and_frozen_clock_make_runs_reproducible() {
    assert_eq!(told(1).await, told(1).await);
    assert_ne!(told(1).await, told(2).await);
}

#[tokio::test]
async fn reset_restores_the_initial_state() {
    let noon = crate::support::calls::NOON.parse().expect("a time");
    let mut shop = Shop::open_with(Simulator::builder().seed(7).frozen_clock(noon)).await;
    let fresh = shop.state();
    let uuid = shop.approved_order("AUTH").await;
    shop.rotate_keys();
    shop.advance(std::time::Duration::from_secs(60));
    shop.reset();
    assert_eq!(shop.state(), fresh);
    assert!(shop.ledger().is_empty());
    shop.authenticate_again().await;
    assert_eq!(shop.approved_order("AUTH").await, uuid, "the seed is reset, too");
    shop.reset();
    assert_error(&shop.call("GET", &format!("/v2/order/{uuid}"), &serde_json::Value::Null).await, 401, "unauthorized");
}

#[tokio::test]
async fn rotated_keys_replace_the_old_ones() {
    let shop = Shop::at_noon().await;
    let old = shop.private_key();
    let new = shop.rotate_keys();
    assert!(new != old && new.starts_with("sz_pr_"), "the key must change");
    assert_eq!(shop.private_key(), new);
    assert_error(&crate::send_keys(&shop, shop.public_key(), &old).await, 401, "unauthorized");
    assert_eq!(crate::send_keys(&shop, shop.public_key(), &new).await.status, 201);
    shop.approved_order("AUTH").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_run_at_once() {
    let starts: Vec<_> = (0..200).map(|_| tokio::spawn(Shop::open())).collect();
    let mut shops = Vec::new();
    for start in starts {
        shops.push(start.await.expect("starts"));
    }
    let orders: Vec<_> = shops
        .into_iter()
        .map(|shop| {
            tokio::spawn(async move {
                let (session, order) = shop.waiting_order("AUTH").await;
                shop.approve(&session).expect("the shopper approves");
                shop.act_granted("capture", &order, 4150).await;
                shop
            })
        })
        .collect();
    let mut urls = std::collections::HashSet::new();
    for order in orders {
        let shop = order.await.expect("is captured");
        assert_eq!(shop.requests().len(), 3);
        urls.insert(shop.url().to_owned());
    }
    assert_eq!(urls.len(), 200);
}
