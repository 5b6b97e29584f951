//! Random sequences of steps, after which the simulator must agree with a small model of the rules.

use std::cell::Cell;
use std::collections::HashMap;
use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use sezzle_simulator::{Builder, CompleteStatus, LedgerKind, Simulator};

use crate::support::client::Response;
use crate::support::model::{CUSTOMER_TTL, Code, Customer, Order, Status, Time};
use crate::support::shop::Shop;
use crate::support::{request_without_order, text, usd};

const SEQUENCES: u32 = 24;
const STEPS: usize = 260;
const TOKEN_TTL: Time = 120 * 60;

/// One thing that the merchant, the shopper or time does. Orders and customers are numbers modulo how many there are.
#[derive(Debug, Clone)]
enum Step {
    CreateSession { cents: i64, is_auth: bool, tokenize: bool },
    Order { order: usize, act: OrderAct },
    Customer { customer: usize, act: CustomerAct },
    Advance { seconds: Time },
}

#[derive(Debug, Clone, Copy)]
enum OrderAct {
    Approve { consent: bool },
    Decline,
    Leave,
    DeleteCheckout,
    Expire,
    Move { action: Action, amount: Amount, id: Option<u8> },
}

#[derive(Debug, Clone, Copy)]
enum CustomerAct {
    Charge { cents: i64, is_auth: bool, id: Option<u8> },
    Preapprove { cents: i64 },
    Delete,
}

#[derive(Debug, Clone, Copy)]
enum Action {
    Capture,
    Release,
    Refund,
    Reauthorize,
    Upcharge { is_auth: bool },
}

#[derive(Debug, Clone, Copy)]
enum Amount {
    Cents(i64),
    /// Of the order's amount.
    Percent(i64),
    /// What is left to capture, and so much more.
    Rest(i64),
    /// What is left to refund, and so much more.
    Refundable(i64),
    /// What is left of the 15 %, and so much more.
    Upchargeable(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let id = || prop_oneof![3 => Just(None), 1 => (0_u8..12).prop_map(Some)];
    let action = prop_oneof![
        6 => Just(Action::Capture),
        3 => Just(Action::Release),
        4 => Just(Action::Refund),
        2 => Just(Action::Reauthorize),
        3 => any::<bool>().prop_map(|is_auth| Action::Upcharge { is_auth }),
    ];
    let amount = prop_oneof![
        select(vec![0, 1, 99, 100, 250_000, 250_001]).prop_map(Amount::Cents),
        (1_i64..=110).prop_map(Amount::Percent),
        (-1_i64..=1).prop_map(Amount::Rest),
        (-1_i64..=1).prop_map(Amount::Refundable),
        (-1_i64..=1).prop_map(Amount::Upchargeable),
    ];
    let cents = || prop_oneof![8 => 99_i64..5000, 1 => 249_990_i64..250_010];
    let order_act = prop_oneof![
        5 => any::<bool>().prop_map(|consent| OrderAct::Approve { consent }),
        1 => Just(OrderAct::Decline),
        1 => Just(OrderAct::Leave),
        1 => Just(OrderAct::DeleteCheckout),
        1 => Just(OrderAct::Expire),
        18 => (action, amount, id()).prop_map(|(action, amount, id)| OrderAct::Move { action, amount, id }),
    ];
    let customer_act = prop_oneof![
        3 => (cents(), any::<bool>(), id())
            .prop_map(|(cents, is_auth, id)| CustomerAct::Charge { cents, is_auth, id }),
        1 => cents().prop_map(|cents| CustomerAct::Preapprove { cents }),
        1 => Just(CustomerAct::Delete),
    ];
    let seconds = select(vec![1, 60, 600, 1799, 1800, 1801, 5400, 7200, 43_200, 86_400, 400 * 86_400]);
    prop_oneof![
        5 => (cents(), any::<bool>(), any::<bool>())
            .prop_map(|(cents, is_auth, tokenize)| Step::CreateSession { cents, is_auth, tokenize }),
        27 => (any::<usize>(), order_act).prop_map(|(order, act)| Step::Order { order, act }),
        5 => (any::<usize>(), customer_act).prop_map(|(customer, act)| Step::Customer { customer, act }),
        4 => (seconds, 0..8_u8).prop_map(|(seconds, rare)| {
            // Long jumps end everything, so they are few.
            Step::Advance { seconds: if seconds > 7200 && rare > 0 { 30 } else { seconds } }
        }),
    ]
}

/// A shop at the simulator, and the state of the model.
struct World {
    shop: Shop,
    /// How a finished checkout is spelled.
    complete: CompleteStatus,
    now: Time,
    token_ends: Time,
    /// By uuid.
    orders: Vec<(String, Order)>,
    customers: Vec<(String, Customer)>,
    /// Path, body and response of the granted requests, by request id.
    granted: HashMap<u8, (String, Value, String)>,
}

impl World {
    async fn take(&mut self, step: &Step) {
        match *step {
            Step::CreateSession { cents, is_auth, tokenize } => self.create_session(cents, is_auth, tokenize).await,
            Step::Order { order, act } => {
                // Only the latest orders can still change.
                let latest = self.orders.len().min(6);
                if latest > 0 {
                    let index = self.orders.len() - 1 - order % latest;
                    self.act(index, act).await;
                    self.compare(index).await;
                }
            }
            Step::Customer { customer, act } => {
                if !self.customers.is_empty() {
                    self.act_on_customer(customer % self.customers.len(), act).await;
                }
            }
            Step::Advance { seconds } => {
                self.now += seconds;
                self.shop.advance(Duration::from_secs(seconds.unsigned_abs()));
                for (_, order) in &mut self.orders {
                    order.settle(self.now);
                }
                for (_, customer) in &mut self.customers {
                    customer.is_gone |= self.now >= customer.ends;
                }
            }
        }
    }

    async fn create_session(&mut self, cents: i64, is_auth: bool, tokenize: bool) {
        let mut body = request_without_order();
        body["customer"] = json!({"tokenize": tokenize});
        body["order"] = json!({"intent": intent(is_auth), "order_amount": usd(cents)});
        let response = self.call("POST", "/v2/session", None, &body).await;
        let expected = Order::of_session(cents, is_auth, tokenize, self.now);
        expect(&response, 201, &expected);
        if let Ok(order) = expected {
            self.add(text(&response.json(), "/order/uuid"), order).await;
        }
    }

    async fn act(&mut self, index: usize, act: OrderAct) {
        let (uuid, order) = &mut self.orders[index];
        let is_open = order.is_open();
        match act {
            OrderAct::Approve { consent } => {
                let approved = if consent { self.shop.approve(uuid) } else { self.shop.approve_order_only(uuid) };
                assert_eq!(approved.is_ok(), is_open);
                let Ok(destination) = approved else { return };
                let customer = destination.split_once("customer-uuid=").map(|(_, uuid)| uuid.to_owned());
                assert_eq!(customer.is_some(), order.approve(consent, self.now));
                let ends = self.now + CUSTOMER_TTL;
                self.customers.extend(customer.map(|uuid| (uuid, Customer { is_gone: false, ends })));
            }
            OrderAct::Decline => {
                assert_eq!(self.shop.decline(uuid).is_ok(), is_open);
                order.status = if is_open { Status::Denied } else { order.status };
            }
            OrderAct::Leave => assert_eq!(self.shop.cancel(uuid).is_ok(), is_open),
            OrderAct::Expire => assert_eq!(self.shop.expire_authorization(uuid).is_ok(), order.expire()),
            OrderAct::DeleteCheckout => {
                let path = format!("/v2/order/{uuid}/checkout");
                let response = self.call("DELETE", &path, None, &Value::Null).await;
                expect(&response, 204, &self.orders[index].1.delete_checkout());
            }
            OrderAct::Move { action, amount, id } => self.move_money(index, action, amount, id).await,
        }
    }

    async fn move_money(&mut self, index: usize, action: Action, amount: Amount, id: Option<u8>) {
        let (uuid, order) = &self.orders[index];
        let cents = match amount {
            Amount::Cents(cents) => cents,
            Amount::Percent(percent) => order.amount * percent / 100,
            Amount::Rest(more) => order.rest() + more,
            Amount::Refundable(more) => order.captured - order.refunded + more,
            Amount::Upchargeable(more) => order.amount * 15 / 100 - order.upcharged + more,
        };
        let (name, body) = match action {
            Action::Capture => ("capture", json!({"capture_amount": usd(cents)})),
            Action::Release => ("release", usd(cents)),
            Action::Refund => ("refund", usd(cents)),
            Action::Reauthorize => ("reauthorize", usd(cents)),
            Action::Upcharge { is_auth } => {
                ("upcharge", json!({"intent": intent(is_auth), "upcharge_amount": usd(cents)}))
            }
        };
        let (path, now) = (format!("/v2/order/{uuid}/{name}"), self.now);
        self.post_once(&path, &body, id, |orders| {
            let order = &mut orders[index].1;
            match action {
                Action::Capture => order.capture(cents).map(|()| None),
                Action::Release => order.release(cents).map(|()| None),
                Action::Refund => order.refund(cents).map(|()| None),
                Action::Reauthorize => order.reauthorize(cents, now).map(Some),
                Action::Upcharge { is_auth } => order.upcharge(cents, is_auth, now).map(Some),
            }
        })
        .await;
    }

    async fn act_on_customer(&mut self, index: usize, act: CustomerAct) {
        let (uuid, customer) = self.customers[index].clone();
        let (path, now) = (format!("/v2/customer/{uuid}"), self.now);
        match act {
            CustomerAct::Charge { cents, is_auth, id } => {
                let body = json!({"intent": intent(is_auth), "reference_id": "box-1", "order_amount": usd(cents)});
                let charge = |_: &mut [_]| customer.charge(cents, is_auth, now).map(Some);
                self.post_once(&format!("{path}/order"), &body, id, charge).await;
            }
            CustomerAct::Preapprove { cents } => {
                let response = self.call("POST", &format!("{path}/preapprove"), None, &usd(cents)).await;
                let expected = customer.may_spend(cents);
                expect(&response, 200, &expected);
                if let Ok(approved) = expected {
                    assert_eq!(response.json()["approved"], approved);
                }
            }
            CustomerAct::Delete => {
                let response = self.call("DELETE", &path, None, &Value::Null).await;
                expect(&response, 204, &self.customers[index].1.delete());
            }
        }
    }

    /// Posts a request with an optional request id. Applies it to the model only if the id is new.
    async fn post_once(
        &mut self,
        path: &str,
        body: &Value,
        id: Option<u8>,
        act: impl FnOnce(&mut [(String, Order)]) -> Result<Option<Order>, Code>,
    ) {
        let response = self.call("POST", path, id, body).await;
        if let Some((known_path, known_body, granted)) = id.and_then(|id| self.granted.get(&id)) {
            if (known_path.as_str(), known_body) == (path, body) {
                assert_eq!((response.status, &response.body), (200, granted));
            } else {
                expect(&response, 200, &Err::<(), _>("duplicate"));
            }
            return;
        }
        let expected = act(&mut self.orders);
        expect(&response, 200, &expected);
        let Ok(created) = expected else { return };
        self.granted.extend(id.map(|id| (id, (path.to_owned(), body.clone(), response.body.clone()))));
        if let Some(order) = created {
            let body = response.json();
            if let (Some(authorization), Some(approved)) = (body.get("authorization"), order.approved) {
                assert_eq!(authorization["approved"], approved);
            }
            self.add(text(&body, "/uuid"), order).await;
        }
    }

    async fn add(&mut self, uuid: &str, order: Order) {
        self.orders.push((uuid.to_owned(), order));
        self.compare(self.orders.len() - 1).await;
    }

    /// Sends a request. If the token has expired, checks that it is rejected, and sends the request again with a new one.
    async fn call(&mut self, method: &str, path: &str, id: Option<u8>, body: &Value) -> Response {
        let header = id.map(|id| format!("Sezzle-Request-Id: {id}"));
        let headers: Vec<&str> = header.iter().map(String::as_str).collect();
        if self.now >= self.token_ends {
            let rejected = self.shop.call_with(method, path, &headers, body).await;
            expect(&rejected, 200, &Err::<(), _>("unauthorized"));
            self.shop.authenticate_again().await;
            self.token_ends = self.now + TOKEN_TTL;
        }
        self.shop.call_with(method, path, &headers, body).await
    }

    /// Compares the order with the model, and its sums with each other.
    async fn compare(&mut self, index: usize) {
        let path = format!("/v2/order/{}", self.orders[index].0);
        let response = self.call("GET", &path, None, &Value::Null).await;
        assert_eq!(response.status, 200, "{}", response.body);
        let (read, order) = (response.json(), &self.orders[index].1);
        let status = match order.status {
            Status::Active => "active",
            Status::Complete if self.complete == CompleteStatus::Completed => "completed",
            Status::Complete => "complete",
            Status::Denied => "denied",
            Status::Deleted => "deleted",
        };
        assert_eq!(read["checkout_status"], status, "{order:?}");
        assert_eq!(read["authorization"]["approved"].as_bool(), order.approved, "{order:?}");
        let sum = |list: &Value| -> i64 {
            let amounts = list.as_array().into_iter().flatten().map(|entry| &entry["amount"]["amount_in_cents"]);
            amounts.map(|cents| cents.as_i64().expect("whole cents")).sum()
        };
        let authorization = &read["authorization"];
        let [captured, released, refunded] =
            ["captures", "releases", "refunds"].map(|movements| sum(&authorization[movements]));
        assert_eq!((captured, released, refunded), (order.captured, order.released, order.refunded), "{order:?}");
        let authorized = authorization["authorization_amount"]["amount_in_cents"].as_i64().unwrap_or(0);
        assert!(captured + released <= authorized && refunded <= captured, "{read}");
        let upcharged = sum(&read["upcharges"]);
        assert!(upcharged == order.upcharged && upcharged * 100 <= order.amount * 15, "{read}");
    }

    /// Compares everything once more, and the ledger with the sums of the model. Returns how often money moved.
    async fn end(mut self) -> usize {
        for index in 0..self.orders.len() {
            self.compare(index).await;
        }
        let ledger = self.shop.ledger();
        let total =
            |kind| -> i64 { ledger.iter().filter(|entry| entry.kind == kind).map(|entry| entry.amount_in_cents).sum() };
        let expected = |part: fn(&Order) -> i64| self.orders.iter().map(|(_, order)| part(order)).sum::<i64>();
        assert_eq!(total(LedgerKind::Order), expected(|order| order.amount));
        assert_eq!(total(LedgerKind::Capture), expected(|order| order.captured));
        assert_eq!(total(LedgerKind::Release), expected(|order| order.released));
        assert_eq!(total(LedgerKind::Refund), expected(|order| order.refunded));
        ledger.iter().filter(|entry| entry.kind != LedgerKind::Order).count()
    }
}

fn intent(is_auth: bool) -> &'static str {
    if is_auth { "AUTH" } else { "CAPTURE" }
}

#[track_caller]
fn expect<T>(response: &Response, granted: u16, expected: &Result<T, Code>) {
    let status = match *expected {
        Ok(_) => granted,
        Err("unauthorized") => 401,
        Err("record_not_found") => 404,
        Err(_) => 422,
    };
    let code = expected.as_ref().err();
    assert_eq!(response.status, status, "the model expects {code:?}: {}", response.body);
    if let Some(code) = code {
        assert_eq!(response.json()[0]["code"], **code);
    }
}

#[test]
fn default_mode_agrees_with_the_model() {
    compare_with_the_model(Simulator::builder, CompleteStatus::Complete, false);
}

#[test]
fn completed_status_and_nulls_agree_with_the_model() {
    compare_with_the_model(Simulator::builder, CompleteStatus::Completed, true);
}

#[test]
fn strict_mode_agrees_with_the_model() {
    compare_with_the_model(|| Simulator::builder().strict(), CompleteStatus::Complete, false);
}

fn compare_with_the_model(builder: impl Fn() -> Builder, complete: CompleteStatus, sends_nulls: bool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (taken, moved) = (Cell::new(0), Cell::new(0));
    let config = Config { cases: SEQUENCES, failure_persistence: None, max_shrink_time: 60_000, ..Config::default() };
    let outcome = TestRunner::new(config).run(&vec(step(), STEPS), |steps| {
        runtime.block_on(async {
            let mut shop = Shop::at_noon_with(builder().complete_status(complete)).await;
            if sends_nulls {
                shop.send_nulls().await;
            }
            let (orders, customers, granted) = (Vec::new(), Vec::new(), HashMap::new());
            let mut world = World { shop, complete, now: 0, token_ends: TOKEN_TTL, orders, customers, granted };
            for step in &steps {
                world.take(step).await;
            }
            taken.set(taken.get() + steps.len());
            moved.set(moved.get() + world.end().await);
        });
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    assert!(taken.get() >= 5000, "{} steps", taken.get());
    // Sequences in which everything is rejected would not test much.
    assert!(moved.get() >= 500, "money moved {} times", moved.get());
}
