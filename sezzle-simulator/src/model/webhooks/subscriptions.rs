//! Webhook subscriptions.

use hyper::Uri;
use serde_json::{Value, json};

use crate::model::error::RuleError;

/// A URL and the events that are sent there.
#[derive(Clone)]
pub(crate) struct Subscription {
    pub(crate) uuid: String,
    pub(crate) url: String,
    pub(crate) events: Vec<String>,
}

/// All subscriptions, oldest first.
#[derive(Default)]
pub(crate) struct Subscriptions(Vec<Subscription>);

impl Subscriptions {
    /// Adds one, or replaces the one with the same id.
    pub(crate) fn put(&mut self, subscription: Subscription) -> Result<(), RuleError> {
        if self.0.iter().any(|other| other.url == subscription.url && other.uuid != subscription.uuid) {
            return Err(
                RuleError::new("conflict", "this URL has a subscription already: change or delete that one").at("url")
            );
        }
        match self.0.iter_mut().find(|other| other.uuid == subscription.uuid) {
            Some(other) => *other = subscription,
            None => self.0.push(subscription),
        }
        Ok(())
    }

    pub(crate) fn get(&self, uuid: &str) -> Option<&Subscription> {
        self.0.iter().find(|subscription| subscription.uuid == uuid)
    }

    pub(crate) fn remove(&mut self, uuid: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|subscription| subscription.uuid != uuid);
        self.0.len() < before
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Subscription> {
        self.0.iter()
    }

    /// Returns the subscriptions to this event.
    pub(crate) fn to(&self, event: &str) -> impl Iterator<Item = &Subscription> {
        self.0.iter().filter(move |subscription| subscription.events.iter().any(|wanted| wanted == event))
    }
}

impl Subscription {
    /// Reads a request that matches its schema.
    pub(crate) fn new(uuid: String, request: &Value) -> Result<Self, RuleError> {
        let url = request["url"].as_str().unwrap_or_default().to_owned();
        check_url(&url)?;
        let mut events: Vec<String> = Vec::new();
        for event in request["events"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !events.iter().any(|known| known == event) {
                events.push(event.to_owned());
            }
        }
        if events.is_empty() {
            return Err(RuleError::invalid("events", "events must contain at least one event"));
        }
        Ok(Self { uuid, url, events })
    }

    /// Returns the response to creating or changing it.
    pub(crate) fn to_reference(&self, base_url: &str) -> Value {
        let href = format!("{base_url}/v2/webhooks/{}", self.uuid);
        let links = ["GET", "PATCH", "DELETE"].map(|method| json!({"href": href, "method": method, "rel": "self"}));
        json!({"uuid": self.uuid, "links": links})
    }

    pub(crate) fn to_body(&self, base_url: &str) -> Value {
        let mut body = self.to_reference(base_url);
        body["url"] = json!(self.url);
        body["events"] = json!(self.events);
        body
    }
}

/// Checks that events can be sent to a URL.
pub(crate) fn check_url(url: &str) -> Result<(), RuleError> {
    let parsed: Option<Uri> = url.parse().ok();
    let parsed = parsed.filter(|uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some());
    let Some(authority) = parsed.as_ref().and_then(Uri::authority) else {
        return Err(RuleError::invalid("url", "url must be an absolute http or https URL"));
    };
    if authority.as_str().contains('@') {
        return Err(RuleError::invalid("url", "url must not contain a user name or password"));
    }
    Ok(())
}
