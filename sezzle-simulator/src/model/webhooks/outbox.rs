//! Pending deliveries and the outcomes of attempts.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::fmt;
use std::sync::Arc;

use axum::body::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use fastrand::Rng;
use serde_json::{Value, json};

use crate::model::clock::event_timestamp;
use crate::model::error::ControlError;
use crate::model::webhooks::subscriptions::Subscriptions;

/// The maximum number of events, and of attempts, that are kept. The oldest are dropped first.
const MAX_REMEMBERED: usize = 10_000;

/// The maximum number of concurrent attempts.
const CONCURRENCY: usize = 16;

/// The times of the attempts after the first, counted from it: several in the first hour, a few more that day, one a day
/// later, one three days after that. Five days in all.
const RETRIES: [TimeDelta; 9] = [
    TimeDelta::minutes(5),
    TimeDelta::minutes(15),
    TimeDelta::minutes(30),
    TimeDelta::minutes(60),
    TimeDelta::hours(4),
    TimeDelta::hours(12),
    TimeDelta::hours(24),
    TimeDelta::hours(48),
    TimeDelta::hours(120),
];

/// Wakes the tasks that wait for deliveries.
#[derive(Default)]
pub(crate) struct Notify {
    /// Notified when there may be a delivery to attempt.
    pub(crate) work: tokio::sync::Notify,
    /// Notified when an attempt has ended.
    pub(crate) progress: tokio::sync::Notify,
}

impl Notify {
    pub(crate) fn wake(&self) {
        self.work.notify_one();
    }
}

/// One attempt to deliver an event.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeliveryAttempt {
    /// The id of the event, the same in every delivery of it.
    pub event_uuid: String,
    /// What happened, such as `order.captured`.
    pub event: String,
    /// The id of the subscription. A test event to a URL has none.
    pub subscription_uuid: Option<String>,
    /// The URL of the attempt.
    pub url: String,
    /// The number of the attempt within its delivery, from 1.
    pub attempt: u32,
    /// The virtual time at which it was due.
    pub due_at: DateTime<Utc>,
    /// The virtual time at which the attempt ended.
    pub ended_at: DateTime<Utc>,
    /// The outcome.
    pub outcome: DeliveryOutcome,
    /// The virtual time of the next attempt, if this one failed and one follows.
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// Whether the subscription was deleted because this last attempt failed.
    pub subscription_deleted: bool,
}

/// The outcome of an attempt to deliver an event.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DeliveryOutcome {
    /// The shop responded with 200.
    Delivered,
    /// The shop responded with another status. Any status but 200 is a failure.
    Refused {
        /// The status of the response.
        status: u16,
    },
    /// There was no response, for this reason.
    Failed(String),
}

/// The order in which held deliveries are released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum DeliveryOrder {
    /// Oldest event first.
    #[default]
    Created,
    /// Newest event first.
    Reversed,
    /// In random order, determined by the simulator's seed.
    Shuffled,
}

impl fmt::Display for DeliveryOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Delivered => f.write_str("delivered"),
            Self::Refused { status } => write!(f, "rejected with {status}"),
            Self::Failed(reason) => write!(f, "failed: {reason}"),
        }
    }
}

/// The deliveries of a simulator.
///
/// A delivery is in `waiting` until it is due, then it is a [`Job`] and its recipient is `busy`. [`Outbox::finish`] ends the
/// job: it frees the recipient, and puts the delivery back into `waiting` for its next attempt if it failed.
#[derive(Default)]
pub(crate) struct Outbox {
    /// Distinguishes this outbox from those before a reset, whose attempts may still be in progress.
    id: Arc<()>,
    events: VecDeque<Arc<Message>>,
    /// Pending deliveries by recipient, in order. A slow recipient may accumulate thousands.
    waiting: HashMap<Recipient, BTreeMap<Turn, Delivery>>,
    /// Recipients with an attempt in progress. Each gets one event at a time, which preserves the order.
    busy: HashSet<Recipient>,
    attempts: VecDeque<DeliveryAttempt>,
    count: u64,
    duplicates: bool,
    held: bool,
    random: Rng,
    notify: Arc<Notify>,
}

/// An event as it is sent. All its deliveries have the same bytes.
pub(crate) struct Message {
    uuid: String,
    event: String,
    created_at: DateTime<Utc>,
    body: Bytes,
}

impl Message {
    pub(crate) fn new(uuid: String, created_at: DateTime<Utc>, event: &str, data: &Value) -> Arc<Self> {
        let data_type = match event.split_once('.') {
            Some((data_type @ ("order" | "dispute"), _)) => data_type,
            _ => "tokenize",
        };
        let created = event_timestamp(created_at);
        let body = json!({"uuid": uuid, "created_at": created, "event": event, "data_type": data_type, "data": data});
        Arc::new(Self { uuid, event: event.to_owned(), created_at, body: body.to_string().into() })
    }
}

/// An event for one recipient.
struct Delivery {
    turn: Turn,
    message: Arc<Message>,
    to: Recipient,
    attempt: u32,
    first_due: DateTime<Utc>,
}

/// The position of a delivery in the queue of its recipient.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    due: DateTime<Utc>,
    /// Orders deliveries that are due at the same time.
    position: u64,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Recipient {
    Subscription(String),
    /// The URL of a test event.
    Url(String),
}

/// An attempt that is due.
pub(crate) struct Job {
    outbox: Arc<()>,
    delivery: Delivery,
    pub(crate) url: String,
}

impl Job {
    pub(crate) fn body(&self) -> &Bytes {
        &self.delivery.message.body
    }
}

impl Outbox {
    pub(crate) fn new(seed: Option<u64>, notify: Arc<Notify>) -> Self {
        Self { random: seed.map_or_else(Rng::new, Rng::with_seed), notify, ..Self::default() }
    }

    pub(crate) fn notify(&self) -> &Arc<Notify> {
        &self.notify
    }

    /// Adds an event for all current subscriptions to it.
    pub(crate) fn post(&mut self, message: &Arc<Message>, subscriptions: &Subscriptions) {
        push_bounded(&mut self.events, Arc::clone(message));
        for subscription in subscriptions.to(&message.event) {
            let to = Recipient::Subscription(subscription.uuid.clone());
            if self.duplicates {
                self.wait(message, to.clone(), message.created_at);
            }
            self.wait(message, to, message.created_at);
        }
    }

    /// Adds a test event for this URL, without retries.
    pub(crate) fn post_to(&mut self, message: &Arc<Message>, url: String) {
        push_bounded(&mut self.events, Arc::clone(message));
        self.wait(message, Recipient::Url(url), message.created_at);
    }

    /// Adds an event once more for all current subscriptions to it.
    pub(crate) fn redeliver(
        &mut self,
        event_uuid: &str,
        subscriptions: &Subscriptions,
        now: DateTime<Utc>,
    ) -> Result<(), ControlError> {
        let message = self.events.iter().find(|message| message.uuid == event_uuid).cloned();
        let message = message.ok_or(ControlError::NoSuchEvent)?;
        let before = self.count;
        for subscription in subscriptions.to(&message.event) {
            self.wait(&message, Recipient::Subscription(subscription.uuid.clone()), now);
        }
        if self.count > before {
            Ok(())
        } else {
            Err(ControlError::InvalidState("there is no subscription to this event"))
        }
    }

    pub(crate) fn set_duplicates(&mut self, duplicates: bool) {
        self.duplicates = duplicates;
    }

    /// Holds all deliveries that are not in progress.
    pub(crate) fn hold(&mut self) {
        self.held = true;
        self.notify.wake();
    }

    /// Releases the held deliveries.
    pub(crate) fn release(&mut self, order: DeliveryOrder) {
        self.held = false;
        self.notify.wake();
        let all = self.waiting.drain().flat_map(|(_, deliveries)| deliveries.into_values());
        let (mut first, others): (Vec<_>, Vec<_>) = all.partition(|delivery| delivery.attempt == 1);
        first.sort_by_key(|delivery| delivery.turn);
        let mut turns: Vec<Turn> = first.iter().map(|delivery| delivery.turn).collect();
        match order {
            DeliveryOrder::Created => {}
            DeliveryOrder::Reversed => turns.reverse(),
            DeliveryOrder::Shuffled => self.random.shuffle(&mut turns),
        }
        for (delivery, turn) in first.iter_mut().zip(turns) {
            delivery.turn = turn;
        }
        for delivery in first.into_iter().chain(others) {
            self.put(delivery);
        }
    }

    /// Drops the pending deliveries of a deleted subscription.
    pub(crate) fn forget(&mut self, subscription_uuid: &str) {
        self.waiting.remove(&Recipient::Subscription(subscription_uuid.to_owned()));
        self.notify.wake();
    }

    pub(crate) fn attempts(&self) -> impl ExactSizeIterator<Item = &DeliveryAttempt> {
        self.attempts.iter()
    }

    /// Returns whether no attempt is in progress and none is due.
    pub(crate) fn is_settled(&self, now: DateTime<Utc>) -> bool {
        self.busy.is_empty() && (self.held || self.next_turns().all(|(_, turn)| turn.due > now))
    }

    /// Returns the time of the next attempt, except those that wait for another attempt to end.
    pub(crate) fn next_due(&self) -> Option<DateTime<Utc>> {
        if self.held || self.busy.len() >= CONCURRENCY {
            return None;
        }
        self.next_turns().filter(|(to, _)| !self.busy.contains(to)).map(|(_, turn)| turn.due).min()
    }

    /// Removes and returns the attempts that are due.
    pub(crate) fn take_due(&mut self, subscriptions: &Subscriptions, now: DateTime<Utc>) -> Vec<Job> {
        let mut jobs = Vec::new();
        while !self.held && self.busy.len() < CONCURRENCY {
            let due = self.next_turns().filter(|(to, turn)| turn.due <= now && !self.busy.contains(to));
            let Some(to) = due.min_by_key(|(_, turn)| *turn).map(|(to, _)| to.clone()) else { break };
            let Some(delivery) = self.take_next(&to) else { break };
            let url = match &delivery.to {
                Recipient::Url(url) => Some(url.clone()),
                Recipient::Subscription(uuid) => subscriptions.get(uuid).map(|subscription| subscription.url.clone()),
            };
            if let Some(url) = url {
                self.busy.insert(to);
                jobs.push(Job { outbox: Arc::clone(&self.id), delivery, url });
            }
        }
        jobs
    }

    /// Records the outcome of an attempt and schedules the next. After the last failure the subscription is deleted.
    pub(crate) fn finish(
        &mut self,
        job: Job,
        outcome: DeliveryOutcome,
        subscriptions: &mut Subscriptions,
        now: DateTime<Utc>,
    ) {
        let Job { outbox, mut delivery, url } = job;
        if !Arc::ptr_eq(&outbox, &self.id) {
            return;
        }
        self.busy.remove(&delivery.to);
        let mut attempt = DeliveryAttempt {
            event_uuid: delivery.message.uuid.clone(),
            event: delivery.message.event.clone(),
            subscription_uuid: None,
            url,
            attempt: delivery.attempt,
            due_at: delivery.turn.due,
            ended_at: now,
            outcome,
            next_attempt_at: None,
            subscription_deleted: false,
        };
        if let Recipient::Subscription(uuid) = delivery.to.clone() {
            let has_failed = attempt.outcome != DeliveryOutcome::Delivered;
            if has_failed && subscriptions.get(&uuid).is_some() {
                match RETRIES.get(delivery.attempt as usize - 1) {
                    Some(wait) => {
                        delivery.turn.due = delivery.first_due + *wait;
                        delivery.attempt += 1;
                        attempt.next_attempt_at = Some(delivery.turn.due);
                        self.put(delivery);
                    }
                    None => {
                        attempt.subscription_deleted = subscriptions.remove(&uuid);
                        self.forget(&uuid);
                    }
                }
            }
            attempt.subscription_uuid = Some(uuid);
        }
        push_bounded(&mut self.attempts, attempt);
    }

    fn wait(&mut self, message: &Arc<Message>, to: Recipient, due: DateTime<Utc>) {
        self.count += 1;
        let message = Arc::clone(message);
        self.notify.wake();
        let turn = Turn { due, position: self.count };
        self.put(Delivery { turn, message, to, attempt: 1, first_due: due });
    }

    fn put(&mut self, delivery: Delivery) {
        self.waiting.entry(delivery.to.clone()).or_default().insert(delivery.turn, delivery);
    }

    /// Returns the next delivery of each recipient.
    fn next_turns(&self) -> impl Iterator<Item = (&Recipient, Turn)> {
        self.waiting.iter().filter_map(|(to, deliveries)| Some((to, *deliveries.keys().next()?)))
    }

    fn take_next(&mut self, to: &Recipient) -> Option<Delivery> {
        let deliveries = self.waiting.get_mut(to)?;
        let (_, delivery) = deliveries.pop_first()?;
        if deliveries.is_empty() {
            self.waiting.remove(to);
        }
        Some(delivery)
    }
}

fn push_bounded<T>(memory: &mut VecDeque<T>, item: T) {
    if memory.len() == MAX_REMEMBERED {
        memory.pop_front();
    }
    memory.push_back(item);
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn outbox_with(waiting: u64) -> Outbox {
        let mut outbox = Outbox::new(Some(1), Arc::default());
        for number in 0..waiting {
            let message = Message::new(number.to_string(), DateTime::UNIX_EPOCH, "order.captured", &json!({}));
            outbox.post_to(&message, "http://127.0.0.1:9/".to_owned());
        }
        outbox
    }

    /// Each request that creates an event looks for due deliveries, so this must not depend on the length of the queue.
    #[test]
    fn due_deliveries_are_found_quickly_in_a_long_queue() {
        let time = |outbox: &mut Outbox| -> Duration {
            let since = Instant::now();
            for _ in 0..200 {
                assert!(outbox.take_due(&Subscriptions::default(), DateTime::UNIX_EPOCH).len() <= 1);
                assert!(outbox.next_due().is_none());
            }
            since.elapsed()
        };
        // The minimum of several measurements, because the machine may be busy.
        let best = |outbox: &mut Outbox| (0..5).map(|_| time(outbox)).min().expect("five times");
        let (short, long) = (best(&mut outbox_with(10)), best(&mut outbox_with(50_000)));
        assert!(long < short * 100, "{long:?} with 50,000 waiting, {short:?} with 10");
    }
}
