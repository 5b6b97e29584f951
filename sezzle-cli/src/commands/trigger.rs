//! `sezzle trigger`: makes events happen.
//!
//! On a simulator it performs what leads to the event, so that every object in the event exists: it creates an order unless
//! one is given, and brings it into the state that the event needs. On other servers it calls the test operation.

use clap::Args;
use serde_json::{Value, json};
use sezzle_api::Client;
use sezzle_api::reqwest::Method;
use uuid::Uuid;

use crate::connection::Connection;
use crate::failure::Failure;
use crate::generated::COMMANDS;
use crate::globals::Globals;
use crate::operation::spec::Field;
use crate::output::{self, Output};
use crate::webhooks::control::Control;
use crate::webhooks::events;

/// The minimum of an order, and what a refund returns unless `--set` changes it.
const REFUND_CENTS: i64 = 100;

/// Makes an event happen
#[derive(Args, Debug)]
#[command(
    before_help = "Example: sezzle trigger order.captured --order ORDER_UUID --set /capture_amount/amount_in_cents=500"
)]
pub(crate) struct Trigger {
    /// Name of the event, such as order.captured; --list explains all
    #[arg(value_parser = events::parse, required_unless_present = "list")]
    event: Option<String>,

    /// Explain each event
    #[arg(long)]
    list: bool,

    /// Order to which the event happens; without it a new one is created (simulator only)
    #[arg(long, value_name = "ID")]
    order: Option<String>,

    /// Set a member of the request that causes the event, or that creates the order (simulator only)
    #[arg(long, value_name = "POINTER=VALUE", value_parser = setting)]
    set: Vec<(String, Value)>,

    /// URL to send a test event to; without it all subscriptions get it (not for the simulator)
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// Print only the id of the order
    #[arg(short, long)]
    quiet: bool,
}

/// Parses `POINTER=VALUE`. A value that is not JSON is a string.
fn setting(text: &str) -> Result<(String, Value), String> {
    let (pointer, value) = text.split_once('=').filter(|(pointer, _)| pointer.starts_with('/')).ok_or_else(|| {
        "write a JSON pointer and a value, such as /order/order_amount/amount_in_cents=9900".to_owned()
    })?;
    Ok((pointer.to_owned(), serde_json::from_str(value).unwrap_or_else(|_| json!(value))))
}

pub(super) async fn trigger(options: Trigger, globals: &Globals) -> Result<(), Failure> {
    let Some(event) = options.event.clone().filter(|_| !options.list) else {
        let rows: Vec<_> =
            events::EVENTS.iter().map(|(name, text)| vec![(*name).to_owned(), (*text).to_owned()]).collect();
        output::print(&output::align(&rows));
        return Ok(());
    };
    let connection = Connection::open(globals).await?;
    if !connection.is_simulator {
        return send_test_event(&connection, &event, &options).await;
    }
    if options.url.is_some() {
        return Err(Failure::usage("--url: the simulator sends events to all subscriptions; see `sezzle listen`"));
    }
    let control = Control::new(&connection)?;
    let client = connection.client()?;
    let mut flow = Flow { client, control, settings: options.set, order: String::new(), is_new: false };
    flow.trigger(&event, options.order).await?;
    let Flow { order, settings, .. } = flow;
    if let Some((pointer, _)) = settings.first() {
        return Err(Failure::usage(format!("--set {pointer}: no request of this event has such a member")));
    }
    if options.quiet {
        output::print_line(&order);
    } else {
        Output::new(globals).value(&json!({"event": event, "order_uuid": order}));
    }
    Ok(())
}

/// Has Sezzle send an event that did not happen.
async fn send_test_event(connection: &Connection, event: &str, options: &Trigger) -> Result<(), Failure> {
    if options.order.is_some() || !options.set.is_empty() {
        let message = "--order and --set work with a simulator only: Sezzle's test events have fixed contents";
        return Err(Failure::usage(message));
    }
    let mut body = json!({"event": event});
    if let Some(url) = &options.url {
        body["url"] = json!(url);
    }
    let request = connection.client()?.request(Method::POST, "/v2/webhooks/test").json(&body);
    request.send_empty().await.map_err(|error| Failure::of_call(&error, "POST"))?;
    output::print_line(&format!("{event} is sent as a test event"));
    Ok(())
}

/// The steps that lead to an event of an order.
struct Flow {
    client: Client,
    control: Control,
    /// Those of `--set` that no request has used yet.
    settings: Vec<(String, Value)>,
    order: String,
    is_new: bool,
}

impl Flow {
    async fn trigger(&mut self, event: &str, order: Option<String>) -> Result<(), Failure> {
        match order {
            Some(order) => self.order = order,
            None => self.create_order().await?,
        }
        match event {
            "customer.tokenized" => self.tokenize().await,
            "order.authorized" => self.authorize(true).await,
            "order.captured" => self.capture(true).await,
            "order.refunded" => self.refund().await,
            "dispute.merchant_input_requested" => self.open_dispute(true).await,
            "dispute.deadline_approaching" => {
                self.open_dispute(false).await?;
                self.control.post("/clock/advance", &json!({"period": "P11D"})).await.map(drop)
            }
            closed => {
                self.open_dispute(false).await?;
                let outcome = closed.rsplit('.').next().unwrap_or_default();
                let path = format!("/orders/{}/dispute/close", self.order);
                self.control.post(&path, &json!({"outcome": outcome})).await.map(drop)
            }
        }
    }

    async fn create_order(&mut self) -> Result<(), Failure> {
        let id = Uuid::new_v4().simple().to_string();
        let mut body = json!({
            "cancel_url": {"href": "https://shop.example/cart"},
            "complete_url": {"href": "https://shop.example/thanks"},
            "customer": {"tokenize": true, "email": format!("shopper-{}@shopper.example", &id[..8])},
            "order": {
                "intent": "AUTH",
                "reference_id": format!("cli-{}", &id[..8]),
                "order_amount": {"amount_in_cents": 4150, "currency": "USD"},
            },
        });
        // The other members are those of the request that causes the event.
        let is_member = |name: &str| create_session_fields().any(|field| field.name == name);
        self.apply_settings(&mut body, |pointer| pointer.split('/').nth(1).is_some_and(is_member));
        let session = self.post("/v2/session", &body).await?;
        self.order = session["order"]["uuid"].as_str().unwrap_or_default().to_owned();
        self.is_new = true;
        Ok(())
    }

    /// Applies the settings whose members the body has or can have.
    fn apply_settings(&mut self, body: &mut Value, is_for_body: impl Fn(&str) -> bool) {
        let settings = std::mem::take(&mut self.settings);
        for (pointer, value) in settings {
            let parent = pointer.rsplit_once('/').filter(|_| is_for_body(&pointer));
            let member = parent.and_then(|(parent, name)| Some((body.pointer_mut(parent)?.as_object_mut()?, name)));
            match member {
                Some((parent, name)) => drop(parent.insert(name.to_owned(), value)),
                None => self.settings.push((pointer, value)),
            }
        }
    }

    async fn tokenize(&mut self) -> Result<(), Failure> {
        let read = self.read().await?;
        if self.is_new || read["checkout_status"] == "active" {
            let approved = self.control.post(&format!("/sessions/{}/approve", self.order), &Value::Null).await?;
            if approved["destination"].as_str().is_some_and(|url| url.contains("customer-uuid=")) {
                return Ok(());
            }
        }
        // The checkout of the order is finished or did not ask for consent, so its shopper gets another one.
        let mut customer = read["customer"].as_object().cloned().unwrap_or_default();
        customer.insert("tokenize".to_owned(), json!(true));
        let url = json!({"href": "https://shop.example/account"});
        let body = json!({"cancel_url": url, "complete_url": url, "customer": customer});
        let session = self.post("/v2/session", &body).await?;
        let uuid = session["uuid"].as_str().unwrap_or_default();
        self.control.post(&format!("/sessions/{uuid}/approve"), &Value::Null).await.map(drop)
    }

    /// Approves the order's checkout. If this is the event itself, the checkout must still be open.
    async fn authorize(&mut self, is_event: bool) -> Result<(), Failure> {
        let read = self.read().await?;
        if read["authorization"]["approved"] == true {
            let message = format!("order {} was authorized before: use an order whose checkout is open", self.order);
            return if is_event { Err(Failure::rejected(message)) } else { Ok(()) };
        }
        let path = format!("/sessions/{}/approve", self.order);
        self.control.post(&path, &json!({"consent_to_tokenization": false})).await.map(drop)
    }

    /// Captures what is left of the order. If this is not the event itself, an order that is captured stays as it is.
    async fn capture(&mut self, is_event: bool) -> Result<(), Failure> {
        self.authorize(false).await?;
        let read = self.read().await?;
        let sum = |list: &str| sum(&read["authorization"][list]);
        if !is_event && sum("captures") > sum("refunds") {
            return Ok(());
        }
        let authorized = read["authorization"]["authorization_amount"]["amount_in_cents"].as_i64().unwrap_or(0);
        let left = authorized - sum("captures") - sum("releases");
        if left <= 0 {
            return Err(Failure::rejected(format!(
                "nothing of order {} is left to capture: use another order",
                self.order
            )));
        }
        let amount = json!({"amount_in_cents": left, "currency": read["order_amount"]["currency"]});
        let mut body = json!({"capture_amount": amount});
        if is_event {
            self.apply_settings(&mut body, |_| true);
        }
        self.post(&format!("/v2/order/{}/capture", self.order), &body).await.map(drop)
    }

    async fn refund(&mut self) -> Result<(), Failure> {
        self.capture(false).await?;
        let read = self.read().await?;
        let left = sum(&read["authorization"]["captures"]) - sum(&read["authorization"]["refunds"]);
        let cents = left.min(REFUND_CENTS);
        let mut body = json!({"amount_in_cents": cents, "currency": read["order_amount"]["currency"]});
        self.apply_settings(&mut body, |_| true);
        self.post(&format!("/v2/order/{}/refund", self.order), &body).await.map(drop)
    }

    /// Opens a dispute. If this is not the event itself, a dispute that is open stays as it is.
    async fn open_dispute(&mut self, is_event: bool) -> Result<(), Failure> {
        self.capture(false).await?;
        let read = self.read().await?;
        if !is_event && read["dispute"]["status"] == "open" {
            return Ok(());
        }
        self.control.post(&format!("/orders/{}/dispute", self.order), &Value::Null).await.map(drop)
    }

    async fn read(&self) -> Result<Value, Failure> {
        let request = self.client.request(Method::GET, &format!("/v2/order/{}", self.order));
        Ok(request.send_json::<Value>().await?.into_inner())
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value, Failure> {
        let response = self.client.request(Method::POST, path).json(body).send_json::<Value>().await;
        Ok(response.map_err(|error| Failure::of_call(&error, "POST"))?.into_inner())
    }
}

/// Returns the members of the request that creates a session.
fn create_session_fields() -> impl Iterator<Item = &'static Field> {
    let command = COMMANDS.iter().find(|command| (command.group, command.verb) == ("session", "create"));
    command.and_then(|command| command.body.as_ref()).into_iter().flat_map(|body| body.fields)
}

/// Returns the sum of captures, refunds or releases, in cents.
fn sum(movements: &Value) -> i64 {
    movements.as_array().into_iter().flatten().filter_map(|entry| entry["amount"]["amount_in_cents"].as_i64()).sum()
}
