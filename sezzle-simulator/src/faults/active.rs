//! The active fault rules of a simulator.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fastrand::Rng;

use crate::faults::fault::Fault;
use crate::faults::rule::{FaultError, FaultRule};

/// An active fault rule.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ActiveFault {
    /// The id of the rule. Ids count from 1 in the order of adding.
    pub id: u64,
    /// The rule as it was added.
    pub rule: FaultRule,
    /// The number of requests that failed because of it.
    pub hits: u32,
}

/// All fault rules of a simulator.
pub(crate) struct Faults {
    seed: u64,
    rules: Mutex<Rules>,
}

#[derive(Default)]
struct Rules {
    count: u64,
    /// Each has its own generator: faults of one operation do not depend on calls of others.
    active: Vec<(ActiveFault, Rng)>,
}

impl Faults {
    /// Creates an empty list. The same seed selects the same requests; without one they differ from run to run.
    pub(crate) fn new(seed: Option<u64>) -> Self {
        Self { seed: seed.unwrap_or_else(|| fastrand::u64(..)), rules: Mutex::default() }
    }

    /// Adds all of these rules, or none if one is invalid.
    pub(crate) fn add(&self, new: Vec<FaultRule>, knows: impl Fn(&str) -> bool) -> Result<Vec<u64>, FaultError> {
        for rule in &new {
            rule.check()?;
            if let Some(id) = rule.operation_id.as_deref().filter(|id| !knows(id)) {
                return Err(FaultError(format!(
                    "the document has no operation `{id}`: use an operation id such as capture_order, or * for all"
                )));
            }
        }
        let mut rules = self.rules();
        let added = new.into_iter().map(|rule| rules.add(rule, self.seed));
        Ok(added.collect())
    }

    pub(crate) fn remove(&self, id: u64) -> bool {
        let mut rules = self.rules();
        let before = rules.active.len();
        rules.active.retain(|(active, _)| active.id != id);
        rules.active.len() < before
    }

    /// Removes all rules. The next one counts from 1 again, and so meets the same requests as after a start.
    pub(crate) fn clear(&self) {
        *self.rules() = Rules::default();
    }

    pub(crate) fn list(&self) -> Vec<ActiveFault> {
        self.rules().active.iter().map(|(active, _)| active.clone()).collect()
    }

    /// Returns the fault of the first rule that applies to this request.
    pub(crate) fn next(&self, operation_id: &str) -> Option<Fault> {
        let mut rules = self.rules();
        rules.active.iter_mut().find_map(|(active, random)| {
            let is_for_it = active.rule.operation_id.as_deref().is_none_or(|id| id == operation_id);
            let is_spent = active.rule.times.is_some_and(|times| active.hits >= times);
            if !is_for_it || is_spent || random.f64() >= active.rule.probability {
                return None;
            }
            active.hits += 1;
            Some(active.rule.fault.clone())
        })
    }

    fn rules(&self) -> MutexGuard<'_, Rules> {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rules {
    fn add(&mut self, rule: FaultRule, seed: u64) -> u64 {
        self.count += 1;
        let id = self.count;
        self.active.push((ActiveFault { id, rule, hits: 0 }, Rng::with_seed(seed.wrapping_add(id))));
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(seed: Option<u64>, rules: &str) -> Faults {
        let faults = Faults::new(seed);
        faults.add(FaultRule::parse_all(rules).expect("rules"), |_| true).expect("are added");
        faults
    }

    fn met(faults: &Faults, operation_id: &str, requests: usize) -> Vec<bool> {
        (0..requests).map(|_| faults.next(operation_id).is_some()).collect()
    }

    #[test]
    fn seed_decides_which_requests_fail() {
        let rule = "capture_order=503@0.3";
        let first = met(&faults(Some(1), rule), "capture_order", 1000);
        assert_eq!(first, met(&faults(Some(1), rule), "capture_order", 1000));
        assert_ne!(first, met(&faults(Some(2), rule), "capture_order", 1000));
        assert_ne!(met(&faults(None, rule), "capture_order", 1000), met(&faults(None, rule), "capture_order", 1000));
        let hits = first.iter().filter(|hit| **hit).count();
        assert!((200..400).contains(&hits), "{hits}");
    }

    #[test]
    fn faults_of_one_operation_do_not_depend_on_others() {
        let rules = "get_order=503@0.5,capture_order=503@0.5";
        let alone = met(&faults(Some(1), rules), "capture_order", 100);
        let both = faults(Some(1), rules);
        met(&both, "get_order", 37);
        assert_eq!(met(&both, "capture_order", 100), alone);
        both.clear();
        both.add(FaultRule::parse_all(rules).expect("rules"), |_| true).expect("are added");
        assert_eq!(met(&both, "capture_order", 100), alone, "after clearing it starts over");
    }

    #[test]
    fn rules_apply_in_order_up_to_their_limit() {
        let faults = faults(None, "get_order=503@0,get_order=500x2,*=429");
        let next = |operation_id| faults.next(operation_id).map(|fault| fault.to_string()).unwrap_or_default();
        assert_eq!(next("list_customers"), "429:array");
        assert_eq!([next("get_order"), next("get_order")], ["500:array"; 2]);
        assert_eq!(next("get_order"), "429:array");
        assert_eq!(faults.list().iter().map(|active| active.hits).collect::<Vec<_>>(), [0, 2, 2]);
        assert!(faults.remove(3) && !faults.remove(3));
        assert_eq!(next("get_order"), "");
    }

    #[test]
    fn invalid_rules_are_rejected() {
        let faults = Faults::new(None);
        let add = |rule| faults.add(vec![rule], |id| id == "get_order");
        let fault = || Fault::status(503);
        for (rule, problem) in [
            (FaultRule::on("capture", fault()), "no operation `capture`"),
            (FaultRule::on_any(fault()).with_probability(f64::NAN), "from 0 to 1"),
            (FaultRule::on_any(fault()).with_probability(1.5), "from 0 to 1"),
            (FaultRule::on_any(Fault::status(199)), "from 200 to 599"),
            (FaultRule::on_any(fault()).times(0), "x1 or more"),
        ] {
            let error = add(rule).expect_err(problem).to_string();
            assert!(error.contains(problem), "{error}");
        }
        assert_eq!(add(FaultRule::on("get_order", fault())), Ok(vec![1]));
        let both = vec![FaultRule::on("get_order", fault()), FaultRule::on("capture", fault())];
        assert!(faults.add(both, |id| id == "get_order").is_err());
        assert_eq!(faults.list().len(), 1, "no rule is added if one is invalid");
    }
}
