//! Time that passes only when the test says so, with real sockets.
//!
//! tokio's paused clock jumps to the next timer as soon as there is nothing else to do, and an answer that is on its way
//! through a socket counts as nothing. So the jumps are held off, and the clock moves in small steps, each only after
//! what goes on in this process has settled.

use std::pin::pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tokio::task::yield_now;

/// How exact points in time are.
pub const STEP: Duration = Duration::from_millis(10);

/// As long as this is there, the clock is in its hands.
pub struct VirtualTime {
    _end: Sender<()>,
}

impl VirtualTime {
    /// Stops the clock. Needs a runtime of one thread.
    pub fn start() -> Self {
        tokio::time::pause();
        let (end, wait): (Sender<()>, Receiver<()>) = channel();
        // tokio's clock does not jump while there is blocking work.
        tokio::task::spawn_blocking(move || wait.recv());
        Self { _end: end }
    }

    /// Runs `future` while the clock moves on.
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

    /// Moves the clock at once.
    pub async fn advance(&self, time: Duration) {
        tokio::time::advance(time).await;
        settle().await;
    }
}

/// Each turn looks at all sockets once; a request and its answer take a handful.
pub async fn settle() {
    for _ in 0..60 {
        yield_now().await;
    }
}
