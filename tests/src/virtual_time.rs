//! Virtual time with real sockets.
//!
//! tokio's paused clock jumps to the next timer as soon as all tasks are idle, even if a response is on its way through a
//! socket. Here the jumps are prevented, and the clock moves in small steps, each after all tasks have settled.

use std::pin::pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tokio::task::yield_now;

/// The step of the clock, and thus the precision of times.
pub const STEP: Duration = Duration::from_millis(10);

/// Controls the clock until it is dropped.
pub struct VirtualTime {
    _end: Sender<()>,
}

impl VirtualTime {
    /// Stops the clock. It needs a current-thread runtime.
    pub fn start() -> Self {
        tokio::time::pause();
        let (end, wait): (Sender<()>, Receiver<()>) = channel();
        // tokio's clock does not jump while a blocking task runs.
        tokio::task::spawn_blocking(move || wait.recv());
        Self { _end: end }
    }

    /// Runs `future` while the clock advances.
    pub async fn run<F: Future>(&self, future: F) -> F::Output {
        let mut future = pin!(future);
        loop {
            tokio::select! {
                biased;
                output = &mut future => return output,
                () = settle() => tokio::time::advance(STEP).await,
            }
        }
    }

    /// Advances the clock in one step.
    pub async fn advance(&self, time: Duration) {
        tokio::time::advance(time).await;
        settle().await;
    }
}

/// Yields until the tasks have settled. Each turn polls all sockets once; a request and its response take a few.
pub async fn settle() {
    for _ in 0..60 {
        yield_now().await;
    }
}
