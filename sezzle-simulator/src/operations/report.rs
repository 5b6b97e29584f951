//! Reports.

use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

use crate::model::error::RuleError;
use crate::model::money::Currency;
use crate::operations::call::{Body, Call};
use crate::reports::settlements::number;
use crate::reports::{decimal, interest, order_report, settlements};
use crate::state::GatewayState;

const PAGE: usize = 20;
/// The maximum period of an order report.
const MAX_REPORT_PERIOD: TimeDelta = TimeDelta::days(7);

pub(super) fn list_settlements(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let (currency, days, offset) = (currency(call)?, days(call, state)?, offset(call)?);
    Ok(Body::Json(json!(settlements::settlement_summaries(state, currency, days, offset, PAGE))))
}

pub(super) fn get_settlement_details(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let metadata = call.query("metadata").unwrap_or_default();
    let keys: Vec<&str> = metadata.split(',').map(str::trim).filter(|key| !key.is_empty()).collect();
    let details = settlements::settlement_details(state, call.path_parameter("payout_uuid"), &keys);
    Ok(Body::Csv(details.ok_or_else(|| RuleError::not_found("there is no such payout"))?))
}

pub(super) fn get_interest_balance(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let balance = decimal(interest::interest_balance(state, currency(call)?), interest::DECIMALS);
    Ok(Body::Json(json!({"interest_balance": number(&balance)})))
}

pub(super) fn get_interest_activity(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let (currency, days, offset) = (currency(call)?, days(call, state)?, offset(call)?);
    Ok(Body::Csv(interest::interest_activity(state, currency, days, offset, PAGE)))
}

pub(super) fn get_order_report(call: &Call<'_>, state: &mut GatewayState) -> Result<Body, RuleError> {
    let (first, last) = days(call, state)?;
    if last - first > MAX_REPORT_PERIOD {
        return Err(RuleError::invalid("end-date", "end-date must be at most 7 days after start-date"));
    }
    Ok(Body::Json(json!(order_report::order_report(state, (first, last)))))
}

/// Reads the first and the last day. The last one defaults to today.
fn days(call: &Call<'_>, state: &GatewayState) -> Result<(NaiveDate, NaiveDate), RuleError> {
    let first = date(call, "start-date")?.ok_or_else(|| RuleError::invalid("start-date", "start-date is required"))?;
    let last = date(call, "end-date")?;
    if last.is_some_and(|last| last < first) {
        return Err(RuleError::invalid("end-date", "end-date must not be before start-date"));
    }
    Ok((first, last.unwrap_or_else(|| state.now.date_naive())))
}

fn date(call: &Call<'_>, name: &str) -> Result<Option<NaiveDate>, RuleError> {
    let Some(text) = call.query(name) else { return Ok(None) };
    let date = text.parse().map_err(|_| RuleError::invalid(name, format!("{name} must be a date as YYYY-MM-DD")))?;
    Ok(Some(date))
}

/// Reads the number of records to skip.
fn offset(call: &Call<'_>) -> Result<usize, RuleError> {
    let message = "offset must be a whole number of at least 0 and at most 2147483647";
    let parse = |text: &str| text.parse::<i32>().ok().and_then(|offset| usize::try_from(offset).ok());
    match call.query("offset") {
        Some(text) => parse(text).ok_or_else(|| RuleError::invalid("offset", message)),
        None => Ok(0),
    }
}

fn currency(call: &Call<'_>) -> Result<Currency, RuleError> {
    match call.query("currency-code") {
        Some(code) => Currency::read(&json!(code), "currency-code"),
        None => Ok(Currency::Usd),
    }
}
