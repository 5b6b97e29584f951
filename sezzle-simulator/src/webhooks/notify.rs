//! Wakes the tasks that wait for deliveries.

/// Wakes those that look at deliveries.
#[derive(Default)]
pub(crate) struct Notify {
    /// Something is to be delivered, or the clock has moved.
    pub(crate) work: tokio::sync::Notify,
    /// An attempt has ended.
    pub(crate) progress: tokio::sync::Notify,
}

impl Notify {
    pub(crate) fn ring(&self) {
        self.work.notify_one();
    }
}
