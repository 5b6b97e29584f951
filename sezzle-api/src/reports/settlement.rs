//! The details of a payout.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::codes::{SettlementType, TypeCode};
use super::columns::{Problem, table};

table! {
    /// A row of a payout's details: an order, a refund, a fee and so on.
    ///
    /// Amounts are exact decimals in the major unit of [`posting_currency`](Self::posting_currency), not cents.
    SettlementRow, checked by check {
        /// What the row is about.
        settlement_type: SettlementType = "type",
        /// The same as a code.
        type_code: TypeCode = "type_code",
        /// When the order was captured.
        order_capture_date: DateTime<Utc> = "order_capture_date",
        /// When the order was made.
        order_created_at: DateTime<Utc> = "order_created_at",
        /// When it happened. It may lie before the order was made.
        event_date: DateTime<Utc> = "event_date",
        /// The order.
        order_uuid: String = "order_uuid",
        /// The order, as the shopper's receipt names it.
        customer_order_id: String = "customer_order_id",
        /// The `reference_id` you gave the order.
        external_reference_id: String = "external_reference_id",
        /// What the order amounts to. Rows of type `ORDER` have it.
        order_amount: Decimal = "order_amount",
        /// What was moved. All rows but those of type `ORDER` have it. See [`value`](Self::value).
        amount: Decimal = "amount",
        /// ISO 4217 code.
        posting_currency: String = "posting_currency",
        /// Why the shopper's bank took the money back.
        chargeback_code: String = "chargeback_code",
        /// The order, as the merchant dashboard names it.
        sezzle_order_id: String = "sezzle_order_id",
        /// Such as `standard_checkout`, `long_term_lending` or `virtual_card`.
        product_type: String = "product_type",
        /// The merchant's id at the card network.
        mid: String = "mid",
        /// The authorization's id at the card network.
        card_network_auth_ref: String = "card_network_auth_ref",
    }
}

impl SettlementRow {
    /// What the row is about, by its type or else by its code.
    pub fn kind(&self) -> Option<SettlementType> {
        self.settlement_type.clone().or_else(|| Some(self.type_code.as_ref()?.settlement_type()))
    }

    /// The amount of the row, in whichever of the two columns it stands: orders have their own.
    pub fn value(&self) -> Option<Decimal> {
        match self.settlement_type {
            Some(SettlementType::Order) => self.order_amount.or(self.amount),
            Some(_) => self.amount,
            None => self.amount.or(self.order_amount),
        }
    }

    /// A row says what it is and how much. Of one that Sezzle has added since, a code will do.
    fn check(&self) -> Result<(), Problem> {
        let is_new = matches!(self.settlement_type, Some(SettlementType::Unknown(_)) | None);
        match (&self.settlement_type, &self.type_code) {
            (None, None) => Err(Problem::of("type", "there is none")),
            (_, None) if is_new && self.value().is_none() => Err(Problem::of("type", "not a type of row")),
            _ if !is_new && self.value().is_none() => Err(Problem::of("amount", "there is none")),
            _ => Ok(()),
        }
    }
}

table! {
    /// The totals of a payout, which stand above its details.
    ///
    /// Amounts are exact decimals in the major unit of [`settlement_currency`](Self::settlement_currency), except where
    /// it says otherwise.
    SettlementTotals {
        /// Of the orders.
        total_order_amount: Decimal = "total_order_amount",
        /// Of the captures.
        total_capture_amount: Decimal = "total_capture_amount",
        /// Of the refunds.
        total_refund_amount: Decimal = "total_refund_amount",
        /// Of Sezzle's fees.
        total_fee_amount: Decimal = "total_fee_amount",
        /// Of the fees that Sezzle gave back.
        total_returned_fee_amount: Decimal = "total_returned_fee_amount",
        /// Of what shoppers' banks took back.
        total_chargeback_amount: Decimal = "total_chargeback_amount",
        /// Of what they returned.
        total_chargeback_reversal_amount: Decimal = "total_chargeback_reversal_amount",
        /// Of what went to the interest account. Only for merchants who have one.
        total_interest_transfer_amount: Decimal = "total_interest_transfer_amount",
        /// Of the corrections.
        total_correction_amount: Decimal = "total_correction_amount",
        /// Of the revenue from referrals.
        total_referral_revenue_transfer_amount: Decimal = "total_referral_revenue_transfer_amount",
        /// Of what was taken from the bank account.
        total_bank_account_withdrawals: Decimal = "total_bank_account_withdrawals",
        /// Of what was returned to it.
        total_bank_account_withdrawal_reversals: Decimal = "total_bank_account_withdrawal_reversals",
        /// What changing the currency cost.
        forex_fees: Decimal = "forex_fees",
        /// What was settled, before the currency was changed.
        net_settlement_amount: Decimal = "net_settlement_amount",
        /// The id of the payout.
        payment_uuid: String = "payment_uuid",
        /// ISO 4217 code.
        settlement_currency: String = "settlement_currency",
        /// When it was paid.
        payout_date: DateTime<Utc> = "payout_date",
        /// Where the payout stands.
        payout_status: String = "payout_status",
        /// What was paid out, in [`payout_currency`](Self::payout_currency).
        final_payout_amount: Decimal = "final_payout_amount",
        /// ISO 4217 code of [`final_payout_amount`](Self::final_payout_amount).
        payout_currency: String = "payout_currency",
    }
}
