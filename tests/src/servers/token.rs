//! A server that issues tokens and accepts only the newest.

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use serde_json::json;
use tokio::time::Instant;

use crate::servers::scripted::{Action, ScriptedServer};

/// The duration of an authentication, long enough for other callers to arrive meanwhile.
const AUTHENTICATION: Duration = Duration::from_millis(50);

/// Starts a server that issues `token-1`, `token-2`, .., valid for `ttl` by a clock that is `skew` off. A token is
/// rejected once a newer one is issued; for the session `slow` the rejection takes 300 ms.
pub async fn token_server(ttl: TimeDelta, skew: TimeDelta) -> ScriptedServer {
    let mut issued: Vec<Instant> = Vec::new();
    ScriptedServer::with_script(move |_, request| {
        let now = Utc::now() + skew;
        let headers = format!("date: {}\r\n", now.format("%a, %d %b %Y %H:%M:%S GMT"));
        if request.is_authentication() {
            issued.push(Instant::now());
            let token =
                json!({"token": format!("token-{}", issued.len()), "expiration_date": (now + ttl).to_rfc3339()});
            return Action::response(201, &headers, token.to_string()).after(AUTHENTICATION);
        }
        let newest = issued.iter().filter(|begun| begun.elapsed() >= AUTHENTICATION).count();
        if request.header("authorization") == Some(&*format!("Bearer token-{newest}")) {
            return Action::response(200, &headers, json!({"uuid": "s"}).to_string());
        }
        let pause = if request.target().ends_with("/slow") { Duration::from_millis(300) } else { Duration::ZERO };
        Action::response(401, &headers, json!([{"code": "unauthorized"}]).to_string()).after(pause)
    })
    .await
}
