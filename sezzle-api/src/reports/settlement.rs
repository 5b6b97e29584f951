//! The rows and the totals of a payout's details.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::de::open_enum::OpenEnum;
use crate::error::Error;
use crate::generated::types::{Price, SettlementSummary};
use crate::money::MoneyError;
use crate::reports::codes::SettlementType;
use crate::reports::columns::table;
use crate::reports::error::Problem;
use crate::types_ext::order_ids;

table! {
    /// A row of a payout's details: an order, a capture, a refund, a fee and so on.
    ///
    /// Amounts are exact decimals in the major unit of [`posting_currency`](Self::posting_currency), not cents. Fields
    /// have the names of their columns. For the ids of the order use [`api_order_uuid`](Self::api_order_uuid) and
    /// [`dashboard_order_id`](Self::dashboard_order_id). Rows about no order, such as transfers, have no ids and may end
    /// before the last columns.
    SettlementRow, checked by check {
        /// The type of the row.
        settlement_type: SettlementType = "type",
        /// The type of the row as a code, such as `001`. [`kind`](Self::kind) returns the type, whichever of the two a row has.
        type_code: String = "type_code",
        /// The time at which the order was captured.
        order_capture_date: DateTime<Utc> = "order_capture_date",
        /// The time at which the order was created.
        order_created_at: DateTime<Utc> = "order_created_at",
        /// The time of the event. In Sezzle's samples it may be before the order was created.
        event_date: DateTime<Utc> = "event_date",
        /// The id of the order in the merchant dashboard, in spite of the name. Use
        /// [`dashboard_order_id`](Self::dashboard_order_id).
        order_uuid: String = "order_uuid",
        /// The sequence number of the order among those of the same shopper: 1, 2, 3 and so on.
        customer_order_id: String = "customer_order_id",
        /// The `reference_id` that the merchant gave the order.
        external_reference_id: String = "external_reference_id",
        /// The amount of the order. Rows of type `ORDER` have it.
        order_amount: Decimal = "order_amount",
        /// The amount of any other row. [`value`](Self::value) returns the amount of either kind of row,
        /// [`SettlementType`] describes its sign.
        amount: Decimal = "amount",
        /// The ISO 4217 code of the amounts.
        posting_currency: String = "posting_currency",
        /// The reason of a chargeback.
        chargeback_code: String = "chargeback_code",
        /// The id of the order as the API takes it, most likely: Sezzle's samples have a UUID here. Use
        /// [`api_order_uuid`](Self::api_order_uuid). Not to be confused with
        /// [`Authorization::sezzle_order_id`](crate::types::Authorization::sezzle_order_id), which is the dashboard's id.
        sezzle_order_id: String = "sezzle_order_id",
        /// The product, such as `standard_checkout`, `long_term_lending` or `virtual_card`.
        product_type: String = "product_type",
        /// The merchant's id at the card network.
        mid: String = "mid",
        /// The authorization's id at the card network.
        card_network_auth_ref: String = "card_network_auth_ref",
    }
}

impl SettlementRow {
    /// Returns the id of the order that the API takes, such as in [`get_order`](crate::Client::get_order).
    ///
    /// It is the one of `sezzle_order_id` and `order_uuid` that has the shape of a UUID. Sezzle's samples have it in
    /// `sezzle_order_id`.
    ///
    /// ```
    /// use sezzle_api::reports::{ReportReader, SettlementRow};
    ///
    /// let file = "type,order_uuid,amount,sezzle_order_id\n\
    ///             CAPTURE,k3f9a-70bqz-m2x8d-5t1wc,41.50,6b1f0c52-93d7-4a8e-b1c4-0e7d25f3a961\n";
    /// for row in ReportReader::<SettlementRow, _>::new(file.as_bytes()) {
    ///     let row = row?;
    ///     assert_eq!(row.api_order_uuid(), Some("6b1f0c52-93d7-4a8e-b1c4-0e7d25f3a961"));
    ///     assert_eq!(row.dashboard_order_id(), Some("k3f9a-70bqz-m2x8d-5t1wc"));
    /// }
    /// # Ok::<(), sezzle_api::reports::ReportError>(())
    /// ```
    pub fn api_order_uuid(&self) -> Option<&str> {
        order_ids::api_order_uuid([self.sezzle_order_id.as_deref(), self.order_uuid.as_deref()])
    }

    /// Returns the id of the order in the merchant dashboard, four groups of five letters and digits. The API returns it
    /// as [`Authorization::sezzle_order_id`](crate::types::Authorization::sezzle_order_id).
    ///
    /// It is the one of `order_uuid` and `sezzle_order_id` that has this shape. Sezzle's samples have it in `order_uuid`.
    pub fn dashboard_order_id(&self) -> Option<&str> {
        order_ids::dashboard_order_id([self.order_uuid.as_deref(), self.sezzle_order_id.as_deref()])
    }

    /// Returns the type of the row, from its code if the row has no type. Code `001` is then a capture if only `amount`
    /// is set.
    pub fn kind(&self) -> Option<SettlementType> {
        let code = || {
            self.type_code
                .as_deref()
                .map(|code| SettlementType::from_code(code).unwrap_or_else(|| OpenEnum::read(code)))
        };
        match self.settlement_type.clone().or_else(code) {
            Some(SettlementType::Order) if self.settlement_type.is_none() && self.order_amount.is_none() => {
                Some(SettlementType::Capture)
            }
            kind => kind,
        }
    }

    /// Returns the amount as it is written in the row: `order_amount` of a row of type `ORDER`, `amount` of any other.
    pub fn value(&self) -> Option<Decimal> {
        match self.settlement_type {
            // The oldest reports have no column `order_amount`.
            Some(SettlementType::Order) => self.order_amount.or(self.amount),
            Some(_) => self.amount,
            None => self.amount.or(self.order_amount),
        }
    }

    /// Returns [`value`](Self::value) in cents of the row's currency.
    ///
    /// # Errors
    ///
    /// Returns an error if the amount or the currency is missing, or the amount has a fraction of a cent.
    pub fn price(&self) -> Result<Price, MoneyError> {
        price(("amount", self.value()), ("posting_currency", self.posting_currency.as_ref()))
    }

    /// Rejects a row without a type or an amount. A type that this version does not know needs a code or an amount.
    fn check(&self) -> Result<(), Problem> {
        let is_new = matches!(self.settlement_type, Some(SettlementType::Unknown(_)) | None);
        match (&self.settlement_type, &self.type_code) {
            (None, None) => Err((Some("type"), "it is missing")),
            (_, None) if is_new && self.value().is_none() => {
                Err((Some("type"), "it is unknown, and the row has no amount"))
            }
            _ if !is_new && self.value().is_none() => Err((Some("amount"), "it is missing")),
            _ => Ok(()),
        }
    }
}

table! {
    /// The totals of a payout, which are above its rows.
    ///
    /// Amounts are exact decimals in the major unit of [`settlement_currency`](Self::settlement_currency), unless stated
    /// otherwise. A total is negative if it reduces the payout, whatever the sign of its rows.
    SettlementTotals {
        /// The total of the rows `ORDER`. It is not part of the net amount if there is a
        /// [`total_capture_amount`](Self::total_capture_amount).
        total_order_amount: Decimal = "total_order_amount",
        /// The total of the rows `CAPTURE`. Older reports do not have it.
        total_capture_amount: Decimal = "total_capture_amount",
        /// The total of the refunds.
        total_refund_amount: Decimal = "total_refund_amount",
        /// The total of Sezzle's fees.
        total_fee_amount: Decimal = "total_fee_amount",
        /// The total of the fees that Sezzle returned.
        total_returned_fee_amount: Decimal = "total_returned_fee_amount",
        /// The total of the chargebacks.
        total_chargeback_amount: Decimal = "total_chargeback_amount",
        /// The total of the chargebacks that were reversed.
        total_chargeback_reversal_amount: Decimal = "total_chargeback_reversal_amount",
        /// The total of the transfers to the interest account. Only for merchants in the interest programme.
        total_interest_transfer_amount: Decimal = "total_interest_transfer_amount",
        /// The total of the corrections.
        total_correction_amount: Decimal = "total_correction_amount",
        /// The total of the transfers of referral revenue.
        total_referral_revenue_transfer_amount: Decimal = "total_referral_revenue_transfer_amount",
        /// The total of the withdrawals from the merchant's bank account.
        total_bank_account_withdrawals: Decimal = "total_bank_account_withdrawals",
        /// The total of the withdrawals that were reversed.
        total_bank_account_withdrawal_reversals: Decimal = "total_bank_account_withdrawal_reversals",
        /// The fees for changing the currency.
        forex_fees: Decimal = "forex_fees",
        /// The net amount of the payout, before the currency was changed.
        net_settlement_amount: Decimal = "net_settlement_amount",
        /// The id of the payout.
        payment_uuid: String = "payment_uuid",
        /// The ISO 4217 code of the amounts.
        settlement_currency: String = "settlement_currency",
        /// The time of the payout.
        payout_date: DateTime<Utc> = "payout_date",
        /// The status of the payout.
        payout_status: String = "payout_status",
        /// The amount paid out, in [`payout_currency`](Self::payout_currency).
        final_payout_amount: Decimal = "final_payout_amount",
        /// The ISO 4217 code of [`final_payout_amount`](Self::final_payout_amount).
        payout_currency: String = "payout_currency",
    }
}

impl SettlementTotals {
    /// Returns the net amount of the payout in cents, before the currency was changed.
    ///
    /// # Errors
    ///
    /// Returns an error if the amount or the currency is missing, or the amount has a fraction of a cent.
    pub fn net(&self) -> Result<Price, MoneyError> {
        let currency = self.settlement_currency.as_ref();
        price(("net_settlement_amount", self.net_settlement_amount), ("settlement_currency", currency))
    }
}

impl SettlementSummary {
    /// Returns the id of the payout. Store it with what you booked, as a unique key, so that no payout is booked twice. It is
    /// also in [`SettlementTotals::payment_uuid`].
    ///
    /// # Errors
    ///
    /// Returns an error if the payout has no id.
    pub fn payout_uuid(&self) -> Result<&str, Error> {
        self.uuid.as_deref().ok_or_else(|| Error::missing("uuid", "look it up in the merchant dashboard"))
    }
}

/// Returns an amount of a report in cents. Each value has the name of its column.
fn price(
    (amount_column, amount): (&'static str, Option<Decimal>),
    (currency_column, currency): (&'static str, Option<&String>),
) -> Result<Price, MoneyError> {
    let amount = amount.ok_or(MoneyError::Missing { field: amount_column })?;
    Price::from_decimal(amount, currency.ok_or(MoneyError::Missing { field: currency_column })?)
}
