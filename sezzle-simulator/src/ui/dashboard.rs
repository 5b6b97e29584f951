//! The routes of the dashboard.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get, post};
use chrono::TimeDelta;

use crate::actions::{checkout, disputes, due_events, payments};
use crate::http::gateway::Gateway;
use crate::model::dispute::DisputeOutcome;
use crate::model::error::{ControlError, RuleError};
use crate::state::GatewayState;
use crate::ui::pages::dashboard::{self as page, Dashboard};
use crate::ui::pages::{self, DASHBOARD_POLICY, SCRIPT, SCRIPT_PATH};

/// The maximum step of the clock, in seconds: a year.
const MAX_STEP: i64 = 366 * 24 * 60 * 60;

pub(crate) fn router() -> Router<Arc<Gateway>> {
    Router::new()
        .route(page::PATH, get(show))
        .route(SCRIPT_PATH, get(script))
        .route("/_simulator/dashboard/clock", post(advance))
        .route("/_simulator/dashboard/reset", post(reset))
        .route("/_simulator/dashboard/sessions/{uuid}/approve", button(|state, id| checkout::approve(state, id, true)))
        .route("/_simulator/dashboard/sessions/{uuid}/decline", button(checkout::decline))
        .route("/_simulator/dashboard/orders/{uuid}/expire", button(payments::expire_authorization))
        .route("/_simulator/dashboard/orders/{uuid}/dispute", post(dispute))
}

/// Returns whether this path is the dashboard, one of its buttons, or a file that a page loads.
pub(crate) fn is_part_of_a_page(path: &str) -> bool {
    path.starts_with(page::PATH) || path == pages::STYLE_PATH
}

async fn show(State(gateway): State<Arc<Gateway>>) -> Response {
    render(&gateway, StatusCode::OK, None)
}

async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT).into_response()
}

async fn advance(State(gateway): State<Arc<Gateway>>, body: String) -> Response {
    let seconds = field(&body, "advance").and_then(|seconds| seconds.parse().ok());
    let Some(seconds) = seconds.filter(|seconds| (1..=MAX_STEP).contains(seconds)) else {
        return render(&gateway, StatusCode::BAD_REQUEST, Some("The clock advances by 1 second to a year."));
    };
    due_events::advance(&mut gateway.state(), TimeDelta::seconds(seconds));
    Redirect::to(page::PATH).into_response()
}

async fn reset(State(gateway): State<Arc<Gateway>>) -> Response {
    gateway.reset();
    Redirect::to(page::PATH).into_response()
}

/// Returns the route of a button for the session or order in its path.
fn button<T: 'static>(act: fn(&mut GatewayState, &str) -> Result<T, ControlError>) -> MethodRouter<Arc<Gateway>> {
    post(move |State(gateway): State<Arc<Gateway>>, Path(uuid): Path<String>| async move {
        let result = act(&mut gateway.state(), &uuid);
        respond(&gateway, result)
    })
}

async fn dispute(State(gateway): State<Arc<Gateway>>, Path(uuid): Path<String>, body: String) -> Response {
    let outcome = field(&body, "outcome").map(str::parse::<DisputeOutcome>).transpose();
    let result = outcome.and_then(|outcome| match outcome {
        Some(outcome) => disputes::close_dispute(&mut gateway.state(), &uuid, outcome),
        None => disputes::open_dispute(&mut gateway.state(), &uuid),
    });
    respond(&gateway, result)
}

fn respond<T>(gateway: &Gateway, result: Result<T, ControlError>) -> Response {
    match result.err() {
        None => Redirect::to(page::PATH).into_response(),
        Some(error) => render(gateway, RuleError::from(error).status(), Some(&format!("Not possible: {error}."))),
    }
}

/// Returns a field of a form whose names and values need no decoding.
fn field<'a>(body: &'a str, name: &str) -> Option<&'a str> {
    body.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn render(gateway: &Gateway, status: StatusCode, message: Option<&str>) -> Response {
    let (state, log) = (gateway.state(), gateway.log());
    let dashboard = Dashboard { base_url: &gateway.base_url, message, state: &state, log: &log };
    pages::page(status, DASHBOARD_POLICY, page::dashboard(&dashboard))
}
