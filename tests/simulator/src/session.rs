//! Sessions: what a merchant may ask for, what the shopper decides, and which links follow.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::error::ApiError;
use crate::state::FinishError;
use crate::timestamp;

const TOKENIZATION_LIFE: TimeDelta = TimeDelta::minutes(30);
const LEAST_ORDER_AMOUNT: i64 = 100;

/// What the shopper decides at the checkout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    Approve,
    Decline,
}

#[derive(Clone, Copy)]
enum Intent {
    Auth,
    Capture,
}

pub(crate) struct Session {
    uuid: String,
    order: Option<Order>,
    tokenization: Option<Tokenization>,
    complete_url: String,
    cancel_url: String,
    decision: Option<Decision>,
}

/// The order of a session.
pub(crate) struct Order {
    uuid: String,
    intent: Intent,
    pub(crate) amount_in_cents: i64,
    pub(crate) currency: String,
    pub(crate) description: Option<String>,
}

struct Tokenization {
    token: String,
    expiration: DateTime<Utc>,
}

impl Session {
    /// Makes a session from a request that keeps to its schema.
    pub(crate) fn new(request: &Value, now: DateTime<Utc>) -> Result<Self, ApiError> {
        let order = request.get("order").map(Order::new).transpose()?;
        let wants_tokenization = request.pointer("/customer/tokenize") == Some(&Value::Bool(true));
        if order.is_none() && !wants_tokenization {
            return Err(ApiError::invalid("order", "either order or customer.tokenize is required"));
        }
        let tokenization = wants_tokenization
            .then(|| Tokenization { token: Uuid::new_v4().to_string(), expiration: now + TOKENIZATION_LIFE });
        Ok(Self {
            uuid: Uuid::new_v4().to_string(),
            order,
            tokenization,
            complete_url: text(request, "/complete_url/href").unwrap_or_default(),
            cancel_url: text(request, "/cancel_url/href").unwrap_or_default(),
            decision: None,
        })
    }

    pub(crate) fn uuid(&self) -> &str {
        &self.uuid
    }

    pub(crate) fn order(&self) -> Option<&Order> {
        self.order.as_ref()
    }

    /// What the shopper has decided, if they have.
    pub(crate) fn decision(&self) -> Option<Decision> {
        self.decision
    }

    /// The ids under which the shopper finds this session at the checkout.
    pub(crate) fn checkout_ids(&self) -> impl Iterator<Item = &str> {
        let order = self.order.iter().map(|order| order.uuid.as_str());
        order.chain(self.tokenization.iter().map(|tokenization| tokenization.token.as_str()))
    }

    pub(crate) fn has_token(&self, token: &str) -> bool {
        self.tokenization.as_ref().is_some_and(|tokenization| tokenization.token == token)
    }

    pub(crate) fn finish(&mut self, decision: Decision) -> Result<(), FinishError> {
        if self.decision.is_some() {
            return Err(FinishError::AlreadyFinished);
        }
        self.decision = Some(decision);
        Ok(())
    }

    /// Where the shop wants the shopper to go after deciding so.
    pub(crate) fn destination(&self, decision: Decision) -> &str {
        match decision {
            Decision::Approve => &self.complete_url,
            Decision::Decline => &self.cancel_url,
        }
    }

    pub(crate) fn to_body(&self, base_url: &str) -> Value {
        let url = format!("{base_url}/v2/session/{}", self.uuid);
        let mut body = json!({"uuid": self.uuid, "links": [link(&url, "GET", "self")]});
        if let Some(order) = &self.order {
            body["order"] = order.to_body(base_url, self.decision);
        }
        if let Some(tokenization) = &self.tokenization {
            body["tokenize"] = tokenization.to_body(base_url);
        }
        body
    }
}

impl Order {
    fn new(request: &Value) -> Result<Self, ApiError> {
        let amount_in_cents = request
            .pointer("/order_amount/amount_in_cents")
            .and_then(Value::as_i64)
            .filter(|cents| *cents >= LEAST_ORDER_AMOUNT)
            .ok_or_else(|| {
                let message = format!("amount_in_cents must be a plain integer of at least {LEAST_ORDER_AMOUNT}");
                ApiError::invalid("order.order_amount.amount_in_cents", message)
            })?;
        let intent = match request["intent"].as_str() {
            Some("AUTH") => Intent::Auth,
            _ => Intent::Capture,
        };
        Ok(Self {
            uuid: Uuid::new_v4().to_string(),
            intent,
            amount_in_cents,
            currency: text(request, "/order_amount/currency").unwrap_or_default(),
            description: text(request, "/description"),
        })
    }

    fn to_body(&self, base_url: &str, decision: Option<Decision>) -> Value {
        json!({
            "uuid": self.uuid,
            "intent": self.intent.name(),
            "checkout_url": checkout_url(base_url, &self.uuid),
            "links": self.links(base_url, decision),
        })
    }

    fn links(&self, base_url: &str, decision: Option<Decision>) -> Vec<Value> {
        let url = format!("{base_url}/v2/order/{}", self.uuid);
        let action = |method, rel| link(&format!("{url}/{rel}"), method, rel);
        let mut links = vec![link(&url, "GET", "self"), link(&url, "PATCH", "self")];
        match (decision, self.intent) {
            (None, _) => links.push(action("DELETE", "checkout")),
            (Some(Decision::Approve), Intent::Auth) => {
                links.extend(["release", "capture", "refund"].map(|rel| action("POST", rel)));
            }
            (Some(Decision::Approve), Intent::Capture) => links.push(action("POST", "refund")),
            (Some(Decision::Decline), _) => {}
        }
        links
    }
}

impl Intent {
    fn name(self) -> &'static str {
        match self {
            Self::Auth => "AUTH",
            Self::Capture => "CAPTURE",
        }
    }
}

impl Tokenization {
    fn to_body(&self, base_url: &str) -> Value {
        let url = format!("{base_url}/v2/token/{}/session", self.token);
        json!({
            "token": self.token,
            "expiration": timestamp(self.expiration),
            "approval_url": checkout_url(base_url, &self.token),
            "links": [link(&url, "GET", "token")],
        })
    }
}

fn checkout_url(base_url: &str, id: &str) -> String {
    format!("{base_url}/checkout?id={id}")
}

fn link(href: &str, method: &str, rel: &str) -> Value {
    json!({"href": href, "method": method, "rel": rel})
}

fn text(value: &Value, pointer: &str) -> Option<String> {
    value.pointer(pointer)?.as_str().map(str::to_owned)
}
