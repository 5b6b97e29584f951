//! Ids, tokens and card numbers. All come from one generator, so that a seed determines them.

use uuid::Builder;

#[derive(Default)]
pub(crate) struct Ids {
    random: fastrand::Rng,
}

impl Ids {
    /// The same seed generates the same ids. Without a seed they differ from run to run.
    pub(crate) fn new(seed: Option<u64>) -> Self {
        Self { random: seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed) }
    }

    /// Returns a version 4 UUID.
    pub(crate) fn uuid(&mut self) -> String {
        Builder::from_random_bytes(self.random.u128(..).to_be_bytes()).into_uuid().to_string()
    }

    /// Returns an id as in the merchant dashboard: four groups of five letters and digits.
    pub(crate) fn dashboard_id(&mut self) -> String {
        let mut group = || -> String { (0..5).map(|_| self.random.digit(36)).collect() };
        [group(), group(), group(), group()].join("-")
    }

    /// Returns a string of random decimal digits.
    pub(crate) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| self.random.digit(10)).collect()
    }
}
