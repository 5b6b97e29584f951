//! The shopper's decision over HTTP, for tests that drive the simulator as a process of its own.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::gateway::Gateway;
use crate::state::{FinishError, GatewayState};

type SessionPath = Result<Path<String>, PathRejection>;

pub(crate) fn router() -> Router<Arc<Gateway>> {
    Router::new()
        .route("/_simulator/sessions/{session_uuid}/approve", post(approve))
        .route("/_simulator/sessions/{session_uuid}/decline", post(decline))
}

async fn approve(State(gateway): State<Arc<Gateway>>, session: SessionPath) -> Response {
    finish(&gateway, session, |state, id| state.approve(id, true))
}

async fn decline(State(gateway): State<Arc<Gateway>>, session: SessionPath) -> Response {
    finish(&gateway, session, GatewayState::decline)
}

type Act = fn(&mut GatewayState, &str) -> Result<String, FinishError>;

fn finish(gateway: &Gateway, session: SessionPath, act: Act) -> Response {
    // A path that is not UTF-8 names no session either.
    let Path(session_uuid) = session.unwrap_or(Path(String::new()));
    let finished = act(&mut gateway.state(), &session_uuid);
    match finished {
        Ok(_) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => gateway.respond(None, Err(error.into())),
    }
}
