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
use crate::support::model::{CUSTOMER_LIFE, Customer, Order, Refusal, Stand, Time};
use crate::support::shop::Shop;
use crate::support::{request_without_order, text, usd};

const STORIES: u32 = 24;
const STEPS: usize = 260;
const TOKEN_LIFE: Time = 120 * 60;

/// One thing that the merchant, the shopper or time does. Numbers that pick are taken modulo what there is.
#[derive(Debug, Clone)]
enum Step {
    CreateSession { cents: i64, is_auth: bool, tokenize: bool },
    Approve { order: usize, consent: bool },
    Decline { order: usize },
    Leave { order: usize },
    DeleteCheckout { order: usize },
    Move { order: usize, action: Action, amount: Amount, id: Option<u8> },
    ChargeCustomer { customer: usize, cents: i64, is_auth: bool, id: Option<u8> },
    Preapprove { customer: usize, cents: i64 },
    DeleteCustomer { customer: usize },
    Advance { seconds: Time },
    ExpireAuthorization { order: usize },
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
    let order = || any::<usize>();
    let customer = || any::<usize>();
    let id = || prop_oneof![3 => Just(None), 1 => (0_u8..12).prop_map(Some)];
    let action = || {
        prop_oneof![
            6 => Just(Action::Capture),
            3 => Just(Action::Release),
            4 => Just(Action::Refund),
            2 => Just(Action::Reauthorize),
            3 => any::<bool>().prop_map(|is_auth| Action::Upcharge { is_auth }),
        ]
    };
    let amount = || {
        prop_oneof![
            select(vec![0, 1, 99, 100, 250_000, 250_001]).prop_map(Amount::Cents),
            (1_i64..=110).prop_map(Amount::Percent),
            (-1_i64..=1).prop_map(Amount::Rest),
            (-1_i64..=1).prop_map(Amount::Refundable),
            (-1_i64..=1).prop_map(Amount::Upchargeable),
        ]
    };
    let seconds = select(vec![1, 60, 600, 1799, 1800, 1801, 5400, 7200, 43_200, 86_400, 400 * 86_400]);
    let order_cents = || prop_oneof![8 => 99_i64..5000, 1 => 249_990_i64..250_010];
    prop_oneof![
        5 => (order_cents(), any::<bool>(), any::<bool>())
            .prop_map(|(cents, is_auth, tokenize)| Step::CreateSession { cents, is_auth, tokenize }),
        5 => (order(), any::<bool>()).prop_map(|(order, consent)| Step::Approve { order, consent }),
        1 => order().prop_map(|order| Step::Decline { order }),
        1 => order().prop_map(|order| Step::Leave { order }),
        1 => order().prop_map(|order| Step::DeleteCheckout { order }),
        18 => (order(), action(), amount(), id())
            .prop_map(|(order, action, amount, id)| Step::Move { order, action, amount, id }),
        3 => (customer(), order_cents(), any::<bool>(), id())
            .prop_map(|(customer, cents, is_auth, id)| Step::ChargeCustomer { customer, cents, is_auth, id }),
        1 => (customer(), order_cents()).prop_map(|(customer, cents)| Step::Preapprove { customer, cents }),
        1 => customer().prop_map(|customer| Step::DeleteCustomer { customer }),
        4 => (seconds, 0..8_u8).prop_map(|(seconds, rare)| {
            // Long jumps end everything, so they are few.
            Step::Advance { seconds: if seconds > 7200 && rare > 0 { 30 } else { seconds } }
        }),
        1 => order().prop_map(|order| Step::ExpireAuthorization { order }),
    ]
}

/// A shop at the simulator, beside what the model believes.
struct World {
    shop: Shop,
    /// How a finished checkout is spelled.
    complete: CompleteStatus,
    now: Time,
    token_ends: Time,
    /// By uuid.
    orders: Vec<(String, Order)>,
    customers: Vec<(String, Customer)>,
    /// What was asked for and answered, by request id.
    answered: HashMap<u8, (String, Value, String)>,
}

impl World {
    fn new(shop: Shop, complete: CompleteStatus) -> Self {
        Self {
            shop,
            complete,
            now: 0,
            token_ends: TOKEN_LIFE,
            orders: Vec::new(),
            customers: Vec::new(),
            answered: HashMap::new(),
        }
    }

    async fn take(&mut self, step: &Step) {
        match *step {
            Step::CreateSession { cents, is_auth, tokenize } => self.create_session(cents, is_auth, tokenize).await,
            Step::Approve { order, consent } => self.approve(order, consent).await,
            Step::Decline { order } => {
                let Some(index) = self.pick(order) else { return };
                let (uuid, order) = &mut self.orders[index];
                let expected = order.is_open() && order.closes.is_some();
                assert_eq!(self.shop.decline(uuid).is_ok(), expected);
                if expected {
                    order.decline();
                }
                self.compare(index).await;
            }
            Step::Leave { order } => {
                let Some(index) = self.pick(order) else { return };
                let (uuid, order) = &self.orders[index];
                assert_eq!(self.shop.cancel(uuid).is_ok(), order.is_open() && order.closes.is_some());
                self.compare(index).await;
            }
            Step::DeleteCheckout { order } => {
                let Some(index) = self.pick(order) else { return };
                let path = format!("/v2/order/{}/checkout", self.orders[index].0);
                let response = self.call("DELETE", &path, None, &Value::Null).await;
                expect(&response, 204, &self.orders[index].1.delete_checkout());
                self.compare(index).await;
            }
            Step::Move { order, action, amount, id } => self.move_money(order, action, amount, id).await,
            Step::ChargeCustomer { customer, cents, is_auth, id } => {
                let Some(index) = pick(&self.customers, customer) else { return };
                let (uuid, customer) = self.customers[index].clone();
                let body = json!({"intent": intent(is_auth), "reference_id": "box-1", "order_amount": usd(cents)});
                let path = format!("/v2/customer/{uuid}/order");
                let now = self.now;
                self.post_once(&path, &body, id, |_| customer.charge(cents, is_auth, now).map(Some)).await;
            }
            Step::Preapprove { customer, cents } => {
                let Some(index) = pick(&self.customers, customer) else { return };
                let (uuid, customer) = self.customers[index].clone();
                let response = self.call("POST", &format!("/v2/customer/{uuid}/preapprove"), None, &usd(cents)).await;
                let expected = customer.may_spend(cents);
                expect(&response, 200, &expected);
                if let Ok(approved) = expected {
                    assert_eq!(response.json()["approved"], approved);
                }
            }
            Step::DeleteCustomer { customer } => {
                let Some(index) = pick(&self.customers, customer) else { return };
                let path = format!("/v2/customer/{}", self.customers[index].0);
                let response = self.call("DELETE", &path, None, &Value::Null).await;
                expect(&response, 204, &self.customers[index].1.delete());
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
            Step::ExpireAuthorization { order } => {
                let Some(index) = self.pick(order) else { return };
                let (uuid, order) = &mut self.orders[index];
                assert_eq!(self.shop.expire_authorization(uuid).is_ok(), order.expire());
                self.compare(index).await;
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
            self.orders.push((text(&response.json(), "/order/uuid").to_owned(), order));
            self.compare(self.orders.len() - 1).await;
        }
    }

    async fn approve(&mut self, order: usize, consent: bool) {
        let Some(index) = self.pick(order) else { return };
        let (uuid, order) = &mut self.orders[index];
        let approved = if consent { self.shop.approve(uuid) } else { self.shop.approve_order_only(uuid) };
        assert_eq!(approved.is_ok(), order.is_open() && order.closes.is_some());
        if let Ok(destination) = approved {
            let customer = destination.split_once("customer-uuid=").map(|(_, uuid)| uuid.to_owned());
            assert_eq!(customer.is_some(), order.approve(consent, self.now));
            let ends = self.now + CUSTOMER_LIFE;
            self.customers.extend(customer.map(|uuid| (uuid, Customer { is_gone: false, ends })));
        }
        self.compare(index).await;
    }

    async fn move_money(&mut self, order: usize, action: Action, amount: Amount, id: Option<u8>) {
        let Some(index) = self.pick(order) else { return };
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
        self.compare(index).await;
    }

    /// Posts a request with an optional request id. Applies it to the model only if the id is new.
    async fn post_once(
        &mut self,
        path: &str,
        body: &Value,
        id: Option<u8>,
        act: impl FnOnce(&mut [(String, Order)]) -> Result<Option<Order>, Refusal>,
    ) {
        let response = self.call("POST", path, id, body).await;
        if let Some((known_path, known_body, answer)) = id.and_then(|id| self.answered.get(&id)) {
            if (known_path.as_str(), known_body) == (path, body) {
                assert_eq!((response.status, &response.body), (200, answer));
            } else {
                expect(&response, 200, &Err::<(), _>("duplicate"));
            }
            return;
        }
        let expected = act(&mut self.orders);
        expect(&response, 200, &expected);
        let Ok(made) = expected else { return };
        if let Some(id) = id {
            self.answered.insert(id, (path.to_owned(), body.clone(), response.body.clone()));
        }
        if let Some(order) = made {
            let answer = response.json();
            if let (Some(told), Some(approved)) = (answer.get("authorization"), order.approved) {
                assert_eq!(told["approved"], approved);
            }
            self.orders.push((text(&answer, "/uuid").to_owned(), order));
            self.compare(self.orders.len() - 1).await;
        }
    }

    /// Sends a request. If the token has expired, checks that it is rejected, and sends the request again with a new one.
    async fn call(&mut self, method: &str, path: &str, id: Option<u8>, body: &Value) -> Response {
        let header = id.map(|id| format!("Sezzle-Request-Id: {id}"));
        let headers: Vec<&str> = header.iter().map(String::as_str).collect();
        if self.now >= self.token_ends {
            let refused = self.shop.call_with(method, path, &headers, body).await;
            expect(&refused, 200, &Err::<(), _>("unauthorized"));
            self.shop.authenticate_again().await;
            self.token_ends = self.now + TOKEN_LIFE;
        }
        self.shop.call_with(method, path, &headers, body).await
    }

    fn pick(&self, number: usize) -> Option<usize> {
        // Only the latest orders can still change.
        let latest = self.orders.len().min(6);
        (latest > 0).then(|| self.orders.len() - 1 - number % latest)
    }

    /// Compares the order with the model, and its sums with each other.
    async fn compare(&mut self, index: usize) {
        let path = format!("/v2/order/{}", self.orders[index].0);
        let response = self.call("GET", &path, None, &Value::Null).await;
        assert_eq!(response.status, 200, "{}", response.body);
        let (read, order) = (response.json(), &self.orders[index].1);
        let stand = match order.stand {
            Stand::Active => "active",
            Stand::Complete if self.complete == CompleteStatus::Completed => "completed",
            Stand::Complete => "complete",
            Stand::Denied => "denied",
            Stand::Deleted => "deleted",
        };
        assert_eq!(read["checkout_status"], stand, "{order:?}");
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

    /// Compares everything once more, and the ledger with the sums of the model.
    async fn end(mut self) {
        for index in 0..self.orders.len() {
            self.compare(index).await;
        }
        let ledger = self.shop.ledger();
        let total =
            |kind| -> i64 { ledger.iter().filter(|entry| entry.kind == kind).map(|entry| entry.amount_in_cents).sum() };
        let believed = |part: fn(&Order) -> i64| self.orders.iter().map(|(_, order)| part(order)).sum::<i64>();
        assert_eq!(total(LedgerKind::Order), believed(|order| order.amount));
        assert_eq!(total(LedgerKind::Capture), believed(|order| order.captured));
        assert_eq!(total(LedgerKind::Release), believed(|order| order.released));
        assert_eq!(total(LedgerKind::Refund), believed(|order| order.refunded));
        assert_eq!(self.shop.contract_violations(), []);
    }
}

fn intent(is_auth: bool) -> &'static str {
    if is_auth { "AUTH" } else { "CAPTURE" }
}

fn pick<T>(things: &[T], number: usize) -> Option<usize> {
    (!things.is_empty()).then(|| number % things.len())
}

#[track_caller]
fn expect<T>(response: &Response, granted: u16, expected: &Result<T, Refusal>) {
    let (status, code) = match *expected {
        Ok(_) => (granted, None),
        Err("unauthorized") => (401, Some("unauthorized")),
        Err("record_not_found") => (404, Some("record_not_found")),
        Err(code) => (422, Some(code)),
    };
    assert_eq!(response.status, status, "the model says {code:?}: {}", response.body);
    if let Some(code) = code {
        assert_eq!(response.json()[0]["code"], code);
    }
}

#[test]
fn default_mode_agrees_with_the_model() {
    compare_with_the_model(Simulator::builder, CompleteStatus::Complete);
}

#[test]
fn completed_status_agrees_with_the_model() {
    compare_with_the_model(Simulator::builder, CompleteStatus::Completed);
}

#[test]
fn strict_mode_agrees_with_the_model() {
    compare_with_the_model(|| Simulator::builder().strict(), CompleteStatus::Complete);
}

fn compare_with_the_model(builder: impl Fn() -> Builder, complete: CompleteStatus) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (taken, granted) = (Cell::new(0), Cell::new(0));
    let config = Config { cases: STORIES, failure_persistence: None, max_shrink_time: 60_000, ..Config::default() };
    let outcome = TestRunner::new(config).run(&vec(step(), STEPS), |steps| {
        runtime.block_on(async {
            let shop = Shop::at_noon_with(builder().complete_status(complete)).await;
            let mut world = World::new(shop, complete);
            for step in &steps {
                world.take(step).await;
                taken.set(taken.get() + 1);
            }
            let moved = world.shop.ledger().iter().filter(|entry| entry.kind != LedgerKind::Order).count();
            granted.set(granted.get() + moved);
            world.end().await;
        });
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    assert!(taken.get() >= 5000, "{} steps", taken.get());
    // Sequences in which everything is rejected would not test much.
    assert!(granted.get() >= 500, "money moved {} times", granted.get());
}
