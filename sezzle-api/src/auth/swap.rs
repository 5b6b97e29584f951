//! A shared value that is read all the time and replaced now and then.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, TryLockError};

/// Holds an `Arc` that many read and few replace. Readers never wait: the new value is put into the slot that nobody
/// reads, and then the slots change places.
pub(crate) struct Swap<T> {
    slots: [RwLock<Option<Arc<T>>>; 2],
    /// The slot to read: the parity of this.
    current: AtomicUsize,
    writer: Mutex<()>,
}

impl<T> Swap<T> {
    pub(crate) fn new(value: Option<Arc<T>>) -> Self {
        Self { slots: [RwLock::new(value), RwLock::new(None)], current: AtomicUsize::new(0), writer: Mutex::new(()) }
    }

    pub(crate) fn load(&self) -> Option<Arc<T>> {
        loop {
            let current = self.current.load(Ordering::Acquire);
            let value = match self.slots[current & 1].try_read() {
                Ok(value) => Some(value.clone()),
                Err(TryLockError::Poisoned(value)) => Some(value.into_inner().clone()),
                Err(TryLockError::WouldBlock) => None,
            };
            // After a replacement since the slot was looked up, it may be empty, or written to: the other one is to be
            // read.
            match value {
                Some(value) if self.current.load(Ordering::Acquire) == current => return value,
                _ => std::hint::spin_loop(),
            }
        }
    }

    pub(crate) fn store(&self, value: Option<Arc<T>>) {
        self.replace(|_| Some(value));
    }

    /// Takes `old` away. Says whether it was there still, and not replaced already.
    pub(crate) fn remove(&self, old: &Arc<T>) -> bool {
        self.replace(|current| current.is_some_and(|current| Arc::ptr_eq(current, old)).then_some(None))
    }

    fn replace(&self, value: impl FnOnce(Option<&Arc<T>>) -> Option<Option<Arc<T>>>) -> bool {
        let _writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let current = self.current.load(Ordering::Acquire);
        let Some(value) = value(self.load().as_ref()) else { return false };
        *self.slots[(current + 1) & 1].write().unwrap_or_else(PoisonError::into_inner) = value;
        self.current.store(current.wrapping_add(1), Ordering::Release);
        // Waits for who reads it still; who comes late looks again.
        *self.slots[current & 1].write().unwrap_or_else(PoisonError::into_inner) = None;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_loaded_and_what_was_replaced_is_dropped() {
        let swap = Swap::new(None);
        assert!(swap.load().is_none());
        let first = Arc::new(1);
        swap.store(Some(Arc::clone(&first)));
        let second = Arc::new(2);
        swap.store(Some(Arc::clone(&second)));
        assert_eq!((swap.load().as_deref(), Arc::strong_count(&first)), (Some(&2), 1));
        assert!(!swap.remove(&first));
        assert_eq!(swap.load().as_deref(), Some(&2));
        assert!(swap.remove(&second));
        assert_eq!((swap.load(), Arc::strong_count(&second)), (None, 1));
    }

    #[test]
    fn readers_see_values_in_their_order() {
        let swap = Swap::new(Some(Arc::new(0_u32)));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mut last = 0;
                    while last < 10_000 {
                        let value = *swap.load().expect("there is always one");
                        assert!(value >= last);
                        last = value;
                    }
                });
            }
            for value in 1..=10_000 {
                swap.store(Some(Arc::new(value)));
            }
        });
    }
}
