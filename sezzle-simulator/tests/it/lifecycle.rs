//! Starting and stopping.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};

use serde_json::{Value, json};
use sezzle_simulator::Simulator;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

use crate::support::client::send;
use crate::support::shop::{DAY, Shop, send_keys};
use crate::support::{assert_error, usd};

fn address(simulator: &Simulator) -> SocketAddr {
    simulator.url().strip_prefix("http://").and_then(|address| address.parse().ok()).expect("an address")
}

#[tokio::test]
async fn simulators_are_independent() {
    let (one, other) = (Shop::open().await, Shop::open().await);
    assert_ne!(one.url(), other.url());
    let [session, ..] = one.new_checkout().await;
    let path = format!("/v2/session/{session}");
    other.assert_not_found("GET", &path, &Value::Null).await;
    // A token is valid only for the simulator that issued it.
    assert_error(&send("GET", &other.at(&path), &[&one.bearer()], "").await, 401, "unauthorized");

    other.expire_tokens();
    one.session(&session).await;
    assert_eq!((one.requests().len(), other.requests().len()), (3, 3));
    drop(other);
    one.session(&session).await;
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
    let failed = Simulator::builder().address(address).start().await.expect_err("the port is held");
    assert_eq!(failed.kind(), ErrorKind::AddrInUse);
    drop(held);

    let simulator = Simulator::builder().address(address).start().await.expect("starts");
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

/// Returns all responses of a seeded simulator to a fixed sequence of requests, without its port.
async fn responses(seed: u64) -> String {
    let shop = Shop::at_noon_with(Simulator::builder().seed(seed).interest_share(10)).await;
    let (_, customer) = shop.tokenized_customer().await;
    let uuid = shop.approved_order("AUTH").await;
    let mut all = shop.token.clone();
    for (method, path, body) in [
        ("POST", format!("/v2/order/{uuid}/capture"), json!({"capture_amount": usd(9)})),
        ("POST", format!("/v2/order/{uuid}/refund"), usd(10)),
        ("GET", format!("/v2/order/{uuid}"), Value::Null),
        ("GET", format!("/v2/customer/{customer}"), Value::Null),
        ("GET", "/v2/customer".to_owned(), Value::Null),
        ("GET", "/v2/nothing".to_owned(), Value::Null),
    ] {
        all += &shop.call(method, &path, &body).await.body;
    }
    shop.advance(3 * DAY);
    all += &shop.state().to_string();
    all.replace(shop.url(), "")
}

#[tokio::test]
async fn seed_and_frozen_clock_make_runs_reproducible() {
    assert_eq!(responses(1).await, responses(1).await);
    assert_ne!(responses(1).await, responses(2).await);
}

#[tokio::test]
async fn reset_restores_the_initial_state() {
    let mut shop = Shop::at_noon_with(Simulator::builder().seed(7)).await;
    let fresh = shop.state();
    let uuid = shop.approved_order("AUTH").await;
    shop.rotate_keys();
    shop.advance(DAY);
    shop.reset();
    assert_eq!(shop.state(), fresh);
    assert!(shop.ledger().is_empty());
    shop.authenticate_again().await;
    assert_eq!(shop.approved_order("AUTH").await, uuid, "the seed is reset, too");
    shop.reset();
    assert_error(&shop.call("GET", &format!("/v2/order/{uuid}"), &Value::Null).await, 401, "unauthorized");
}

#[tokio::test]
async fn rotated_keys_replace_the_old_ones() {
    let shop = Shop::at_noon().await;
    let old = shop.private_key();
    let new = shop.rotate_keys();
    assert!(new != old && new.starts_with("sz_pr_"), "the key must change");
    assert_eq!(shop.private_key(), new);
    assert_error(&send_keys(&shop, shop.public_key(), &old).await, 401, "unauthorized");
    assert_eq!(send_keys(&shop, shop.public_key(), &new).await.status, 201);
    shop.approved_order("AUTH").await;
}
