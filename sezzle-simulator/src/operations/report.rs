//! Reports.

use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

use super::{Answer, Call, Table};
use crate::error::ApiError;
use crate::money::Currency;
use crate::reports::{four_decimals, number};
use crate::state::GatewayState;

const PAGE: usize = 20;
/// The most days from the first to the last one of an order report.
const LONGEST_REPORT: TimeDelta = TimeDelta::days(7);

pub(super) const HANDLERS: Table = &[
    ("list_settlements", list_settlements),
    ("get_settlement_details", get_settlement_details),
    ("get_interest_balance", get_interest_balance),
    ("get_interest_activity", get_interest_activity),
    ("get_order_report", get_order_report),
];

fn list_settlements(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let (currency, days, offset) = (currency(call)?, days(call)?, offset(call)?);
    Ok(Answer::ok(json!(state.settlement_summaries(currency, days, offset, PAGE))))
}

fn get_settlement_details(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let metadata = call.query("metadata").unwrap_or_default();
    let keys: Vec<&str> = metadata.split(',').map(str::trim).filter(|key| !key.is_empty()).collect();
    let details = state.settlement_details(call.path_parameter("payout_uuid"), &keys);
    Ok(Answer::csv(details.ok_or_else(|| ApiError::record_not_found("there is no such payout"))?))
}

fn get_interest_balance(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let balance = four_decimals(state.interest_balance(currency(call)?));
    Ok(Answer::ok(json!({"interest_balance": number(&balance)})))
}

fn get_interest_activity(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let (currency, days, offset) = (currency(call)?, days(call)?, offset(call)?);
    Ok(Answer::csv(state.interest_activity(currency, days, offset, PAGE)))
}

fn get_order_report(call: &Call<'_>, state: &mut GatewayState) -> Result<Answer, ApiError> {
    let (first, last) = days(call)?;
    if last - first > LONGEST_REPORT {
        return Err(ApiError::invalid("end-date", "end-date must be at most 7 days after start-date"));
    }
    Ok(Answer::ok(json!(state.order_report((first, last)))))
}

/// The first and the last day, which is today unless told.
fn days(call: &Call<'_>) -> Result<(NaiveDate, NaiveDate), ApiError> {
    let first = date(call, "start-date")?.ok_or_else(|| ApiError::invalid("start-date", "start-date is required"))?;
    let last = date(call, "end-date")?;
    if last.is_some_and(|last| last < first) {
        return Err(ApiError::invalid("end-date", "end-date must not be before start-date"));
    }
    Ok((first, last.unwrap_or_else(|| call.now.date_naive())))
}

fn date(call: &Call<'_>, name: &str) -> Result<Option<NaiveDate>, ApiError> {
    let Some(text) = call.query(name) else { return Ok(None) };
    let date = text.parse().map_err(|_| ApiError::invalid(name, format!("{name} must be a date as YYYY-MM-DD")))?;
    Ok(Some(date))
}

/// How many records to skip.
fn offset(call: &Call<'_>) -> Result<usize, ApiError> {
    let message = "offset must be a whole number of at least 0 and at most 2147483647";
    let parse = |text: &str| text.parse::<i32>().ok().and_then(|offset| usize::try_from(offset).ok());
    match call.query("offset") {
        Some(text) => parse(text).ok_or_else(|| ApiError::invalid("offset", message)),
        None => Ok(0),
    }
}

fn currency(call: &Call<'_>) -> Result<Currency, ApiError> {
    match call.query("currency-code") {
        Some(code) => Currency::read(&json!(code), "currency-code"),
        None => Ok(Currency::Usd),
    }
}
