//! The shopper's decision over HTTP, for tests that drive the simulator as a process of its own.

use std::sync::Arc;

use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::gateway::Gateway;
use crate::session::Decision;

type SessionPath = Result<Path<String>, PathRejection>;

pub(crate) fn router() -> Router<Arc<Gateway>> {
    Router::new()
        .route("/_simulator/sessions/{session_uuid}/approve", post(approve))
        .route("/_simulator/sessions/{session_uuid}/decline", post(decline))
}

async fn approve(State(gateway): State<Arc<Gateway>>, session: SessionPath) -> Response {
    finish(&gateway, session, Decision::Approve)
}

async fn decline(State(gateway): State<Arc<Gateway>>, session: SessionPath) -> Response {
    finish(&gateway, session, Decision::Decline)
}

fn finish(gateway: &Gateway, session: SessionPath, decision: Decision) -> Response {
    // A path that is not UTF-8 names no session either.
    let Path(session_uuid) = session.unwrap_or(Path(String::new()));
    let finished = gateway.state().finish_session(&session_uuid, decision);
    match finished {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => gateway.respond(None, Err(error.into())),
    }
}
