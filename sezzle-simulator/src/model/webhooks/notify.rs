//! Wakes the tasks that wait for deliveries.

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
