//! Webhooks.

use serde_json::Value;

use crate::http::document::published;
use crate::model::error::RuleError;
use crate::model::webhooks::outbox::Message;
use crate::model::webhooks::subscriptions::{Subscription, check_url};
use crate::operations::call::{Body, Call};
use crate::state::GatewayState;

pub(super) fn create(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    put(call, state.ids.uuid(), state)
}

pub(super) fn list(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    Ok(Body::Json(state.subscriptions.iter().map(|subscription| subscription.to_body(call.base_url)).collect()))
}

pub(super) fn get(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let subscription = state.subscriptions.get(uuid(call)).ok_or_else(no_such_subscription)?;
    Ok(Body::Json(subscription.to_body(call.base_url)))
}

pub(super) fn update(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let uuid = state.subscriptions.get(uuid(call)).ok_or_else(no_such_subscription)?.uuid.clone();
    put(call, uuid, state)
}

pub(super) fn delete(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    if !state.subscriptions.remove(uuid(call)) {
        return Err(no_such_subscription());
    }
    state.outbox.forget(uuid(call));
    Ok(Body::Empty)
}

/// Sends the document's example of the event, at the current time, to the URL, or to all subscriptions to the event, without retries.
pub(super) fn test(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let name = call.body["event"].as_str().unwrap_or_default();
    let urls: Vec<String> = match &call.body["url"] {
        Value::String(url) => {
            check_url(url)?;
            vec![url.clone()]
        }
        _ => state.subscriptions.to(name).map(|subscription| subscription.url.clone()).collect(),
    };
    let data = published::event_example(name, state.now);
    for url in urls {
        let message = Message::new(state.ids.uuid(), state.now, name, &data);
        state.outbox.post_to(&message, url);
    }
    Ok(Body::Empty)
}

fn put(call: &Call<'_>, uuid: String, state: &mut GatewayState) -> Result<Body, RuleError> {
    let subscription = Subscription::new(uuid, &call.body)?;
    let body = subscription.to_reference(call.base_url);
    state.subscriptions.put(subscription)?;
    Ok(Body::Json(body))
}

fn uuid<'a>(call: &'a Call<'_>) -> &'a str {
    call.path_parameter("webhooks_uuid")
}

fn no_such_subscription() -> RuleError {
    RuleError::not_found("there is no such subscription")
}
