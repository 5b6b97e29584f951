//! Compares the journal with the ledger, and the events with their effects.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::json;
use sezzle_journal::sql::Value;
use sezzle_journal::store::Store;
use sezzle_journal::{CallId, Error, Evidence, Journal, Outcome, ReviewReason, State};
use sezzle_simulator::{LedgerEntry, LedgerKind};

use crate::setup::{Arguments, Result, StoreKind, TRUST};
use crate::shop::{Payment, Shop};
use crate::webhooks::{Webhooks, is_first, order};

/// The figures of a storm.
#[derive(Default, Serialize)]
pub(crate) struct Report {
    pub(crate) payments: usize,
    /// The payments whose amount another payment on the same order has as well.
    pub(crate) same_amounts: usize,
    pub(crate) kills: usize,
    pub(crate) database_kills: usize,
    pub(crate) attempts: u64,
    pub(crate) faulted: u64,
    /// The requests that the gateway recognized by their ids.
    repeats: u64,
    done: usize,
    rejected: usize,
    decided_by_order: usize,
    duplicates: usize,
    lost: usize,
    wrongly_recorded: usize,
    unresolved: usize,
    reviews: usize,
    /// The reviews because one of several calls of the same amount has had an effect.
    reviews_of_several_calls: usize,
    pub(crate) events: usize,
    pub(crate) event_deliveries: usize,
    events_lost: usize,
    events_repeated: usize,
    /// The events that were handled after a later one of the same order, although both were stored before.
    events_out_of_order: usize,
    /// The events whose handler began before the one of another event of the same order had ended.
    events_overlapping: usize,
    pub(crate) forged_accepted: usize,
    pub(crate) seconds: f64,
    /// The kills at each point.
    #[serde(skip)]
    pub(crate) points: BTreeMap<String, usize>,
    #[serde(skip)]
    problems: Vec<String>,
}

impl Report {
    /// Compares the journal with the ledger. Payments of the same kind and amount are compared together.
    pub(crate) async fn compare<S: Store>(
        &mut self,
        shop: &Shop,
        journal: Journal<S>,
        payments: &[Payment],
        entries: Vec<LedgerEntry>,
    ) -> Result<()> {
        let mut ledger: HashMap<(LedgerKind, i64), Vec<String>> = HashMap::new();
        for entry in entries {
            self.repeats += u64::from(entry.repeats);
            ledger.entry((entry.kind, entry.amount_in_cents)).or_default().push(entry.uuid);
        }
        let calls = shop.query("SELECT id, call_id FROM payments WHERE call_id IS NOT NULL").await?;
        let calls: HashMap<i64, i64> =
            calls.iter().filter_map(|row| Some((int(row.first())?, int(row.get(1))?))).collect();
        let mut groups: BTreeMap<i64, Vec<&Payment>> = BTreeMap::new();
        payments.iter().for_each(|payment| groups.entry(payment.cents).or_default().push(payment));
        for (cents, group) in groups {
            let kind = match &*group[0].kind {
                "capture" | "refused" => LedgerKind::Capture,
                "refund" => LedgerKind::Refund,
                "release" => LedgerKind::Release,
                _ => LedgerKind::Order,
            };
            let happened = ledger.remove(&(kind, cents)).unwrap_or_default();
            let mut outcomes = Vec::new();
            for payment in &group {
                match calls.get(&payment.id) {
                    Some(call) => outcomes.push((*call, journal.outcome(CallId::from(*call)).await?)),
                    None => self.lost += 1,
                }
            }
            self.same_amounts += if group.len() > 1 { group.len() } else { 0 };
            let mut wrong = self.count_wrong(&outcomes, happened.clone(), group[0].kind != "refused");
            for (call, outcome) in &outcomes {
                if let Outcome::NeedsReview(reason) = outcome {
                    wrong += usize::from(!self.is_justified(reason, *call, &journal, &group).await?);
                }
            }
            let duplicates = happened.len().saturating_sub(group.len());
            self.duplicates += duplicates;
            self.wrongly_recorded += wrong;
            if wrong + duplicates > 0 {
                self.problems.push(format!("{group:?}: {outcomes:?}, in the ledger {happened:?}"));
            }
        }
        let is_open = |state: &str| state != State::Done.as_str() && state != State::Rejected.as_str();
        for count in journal.counts().await?.iter().filter(|count| is_open(&count.state)) {
            self.problems.push(format!("{} {}, the oldest {:?} old", count.count, count.state, count.oldest));
        }
        Ok(())
    }

    /// Counts the outcomes of payments of one amount. Returns how many of them are not what happened.
    fn count_wrong(&mut self, outcomes: &[(i64, Outcome)], mut happened: Vec<String>, is_valid: bool) -> usize {
        let (count, mut wrong, mut undecided) = (happened.len(), 0, 0);
        for (_, outcome) in outcomes {
            match outcome {
                Outcome::Done(response) => {
                    self.done += 1;
                    self.decided_by_order += usize::from(response.evidence() == Evidence::Order);
                    match happened.iter().position(|entry| response.uuid().is_none_or(|uuid| entry == uuid)) {
                        Some(position) => drop(happened.remove(position)),
                        None => wrong += 1,
                    }
                }
                Outcome::Rejected(_) => {
                    self.rejected += 1;
                    self.lost += usize::from(is_valid && count < outcomes.len());
                }
                Outcome::NeedsReview(_) => (self.reviews, undecided) = (self.reviews + 1, undecided + 1),
                Outcome::Unknown { .. } => (self.unresolved, undecided) = (self.unresolved + 1, undecided + 1),
            }
        }
        // What no outcome accounts for. More effects than payments are duplicates.
        let unaccounted = happened.len() - count.saturating_sub(outcomes.len()).min(happened.len());
        wrong + unaccounted.saturating_sub(undecided)
    }

    /// Returns whether nothing but a person could decide: the request id was too old, and the order shows nothing or too much.
    async fn is_justified<S: Store>(
        &mut self,
        reason: &ReviewReason,
        call: i64,
        journal: &Journal<S>,
        group: &[&Payment],
    ) -> Result<bool> {
        let row = journal.store().find_call(call).await?.ok_or(Error::NotFound(CallId::from(call)))?;
        let trusted = i64::try_from(TRUST.as_micros())?;
        let is_old = row.first_sent_at.is_some_and(|first| row.updated_at - first >= trusted);
        Ok(match reason {
            ReviewReason::SeveralCalls { .. } => {
                self.reviews_of_several_calls += 1;
                is_old && group.len() > 1
            }
            ReviewReason::NotVisible => is_old && group[0].kind == "customer_order",
            _ => false,
        })
    }

    pub(crate) async fn compare_events(&mut self, shop: &Shop, webhooks: &Webhooks) -> Result<()> {
        let mut effects = vec![0; webhooks.events.len()];
        // The latest event of each order, and when its handler ended.
        let mut latest: HashMap<usize, (usize, i64)> = HashMap::new();
        for row in shop.query("SELECT position, started, ended FROM effects ORDER BY started, ended").await? {
            let [Value::Int(position), Value::Int(started), Value::Int(ended)] = *row else {
                return Err("an effect with other columns".into());
            };
            let position = usize::try_from(position)?;
            effects[position] += 1;
            if let Some((before, ended_before)) = latest.insert(order(position), (position, ended)) {
                self.events_overlapping += usize::from(started < ended_before);
                self.events_out_of_order += usize::from(is_first(position) && position < before);
            }
        }
        self.events_lost = effects.iter().filter(|count| **count == 0).count();
        self.events_repeated = effects.iter().filter(|count| **count > 1).count();
        Ok(())
    }

    /// Returns whether nothing went wrong although much was disturbed.
    pub(crate) fn is_good(&self, arguments: &Arguments) -> bool {
        let payments = arguments.payments;
        let events = self.events_lost + self.events_repeated + self.events_out_of_order + self.events_overlapping;
        let money = self.duplicates + self.lost + self.wrongly_recorded + self.unresolved;
        let needs_database_kill = arguments.store == StoreKind::Postgres && payments >= 500;
        let is_disturbed = self.kills * 50 >= payments
            && (self.database_kills > 0 || !needs_database_kill)
            && self.attempts > 0
            && self.faulted > 0;
        let is_right = money + events + self.forged_accepted == 0;
        is_right && self.reviews * 100 <= payments.max(500) && is_disturbed
    }

    pub(crate) fn print(&self, as_json: bool) {
        for problem in &self.problems {
            eprintln!("{problem}");
        }
        let figures = json!(self);
        if as_json {
            println!("{figures}");
            return;
        }
        for (point, times) in &self.points {
            println!("killed {point:<40} {times:>7}");
        }
        for (name, value) in figures.as_object().into_iter().flatten() {
            println!("{name:<47} {:>7}", value.to_string());
        }
    }
}

fn int(value: Option<&Value>) -> Option<i64> {
    match value {
        Some(Value::Int(value)) => Some(*value),
        _ => None,
    }
}
