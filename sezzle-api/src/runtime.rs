//! The runtime of a client's blocking calls.

use std::io;
use std::sync::{Mutex, PoisonError};

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;

/// A runtime on a thread of its own, started when it is first used.
#[derive(Default)]
pub(crate) struct Runtime(Mutex<Option<Running>>);

struct Running {
    handle: Handle,
    /// Ends the thread when dropped.
    _stop: oneshot::Sender<()>,
}

impl Runtime {
    /// Returns a handle to the runtime. Starts its thread if needed.
    pub(crate) fn handle(&self) -> io::Result<Handle> {
        let mut running = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = &*running {
            return Ok(running.handle.clone());
        }
        let started = start()?;
        let handle = started.handle.clone();
        *running = Some(started);
        Ok(handle)
    }
}

/// Starts a thread that drives connections and timers. Callers poll their futures on their own threads.
fn start() -> io::Result<Running> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let (stop, stopped) = oneshot::channel::<()>();
    std::thread::Builder::new().name("sezzle-api".to_owned()).spawn(move || {
        // Resolves when the sender is dropped.
        let _ = runtime.block_on(stopped);
        // Does not wait for a DNS lookup that hangs.
        runtime.shutdown_background();
    })?;
    Ok(Running { handle, _stop: stop })
}
