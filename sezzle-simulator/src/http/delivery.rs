//! The task that delivers events.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use crate::http::gateway::Gateway;
use crate::http::{sender, signature};
use crate::model::webhooks::outbox::{DeliveryOutcome, Job};
use crate::settings::Settings;

/// The maximum sleep, in case the clock and the delay disagree.
const MAX_SLEEP: Duration = Duration::from_secs(60);

/// Attempts deliveries as they become due, until dropped. The state is locked only between the attempts.
pub(crate) async fn deliver(gateway: Arc<Gateway>) {
    let mut attempts = JoinSet::new();
    loop {
        let (jobs, pause) = gateway.take_due_deliveries();
        for job in jobs {
            attempts.spawn(attempt(Arc::clone(&gateway), job));
        }
        gateway.notify.progress.notify_waiters();
        tokio::select! {
            () = gateway.notify.work.notified() => {}
            Some(_) = attempts.join_next() => {}
            () = tokio::time::sleep(pause.min(MAX_SLEEP)) => {}
        }
    }
}

/// Waits until no attempt is in progress and none is due.
pub(crate) async fn settled(gateway: &Gateway) {
    loop {
        let mut progress = std::pin::pin!(gateway.notify.progress.notified());
        progress.as_mut().enable();
        {
            let state = gateway.state();
            if state.outbox.is_settled(state.now) {
                return;
            }
        }
        progress.await;
    }
}

async fn attempt(gateway: Arc<Gateway>, job: Job) {
    // The key may have changed since the last attempt.
    let signature = signature::sign(gateway.state().private_key(), job.body());
    let Settings { delivery_timeout: timeout, deliver_anywhere, .. } = gateway.settings;
    let sent = sender::post(&job.url, &signature, job.body().clone(), deliver_anywhere);
    let outcome = match tokio::time::timeout(timeout, sent).await {
        Ok(Ok(200)) => DeliveryOutcome::Delivered,
        Ok(Ok(status)) => DeliveryOutcome::Refused { status },
        Ok(Err(reason)) => DeliveryOutcome::Failed(reason),
        Err(_) => DeliveryOutcome::Failed(format!("no response within {} ms", timeout.as_millis())),
    };
    gateway.finish_delivery(job, outcome);
}
