//! The types of the rows of a report.

use crate::de::open_enum::{OpenEnum, declare};
use crate::reports::columns::Cell;

declare! {
    /// The type of a row of a settlement.
    ///
    /// The sign in a row does not always tell whether the row adds to the payout: published samples have refunds as
    /// positive amounts under a negative total. [`SettlementSums::net`](crate::reports::SettlementSums::net) therefore
    /// goes by the type:
    ///
    /// | rows | effect on the payout |
    /// |---|---|
    /// | `CAPTURE`, `RETURNED_FEE`, `CHARGEBACK_REVERSAL`, `MONTHLY_FEE_REFUND` | add their amount, whatever its sign |
    /// | `REFUND`, `FEE`, `CHARGEBACK`, `MONTHLY_FEE` | subtract their amount, whatever its sign |
    /// | `CORRECTION`, `INTEREST_TRANSFER`, `REFERRAL_REVENUE_TRANSFER`, `BANK_ACCOUNT_WITHDRAWAL`, `BANK_ACCOUNT_WITHDRAWAL_REVERSAL`, unknown types | add their amount with its sign, since they can go either way |
    /// | `ORDER` | none; in older reports, which have no `CAPTURE`, add their amount |
    SettlementType {
        ///
        /// The amount for which an order was placed, in [`order_amount`](crate::reports::SettlementRow::order_amount),
        /// positive.
        ///
        /// Reports with a total of captures, or with a `CAPTURE` row, state an order in one row and the money that it
        /// moved in others; there this row moves no money. In older reports it is the only row of a captured order, and
        /// adds to the payout.
        Order = "ORDER",
        ///
        /// An amount of an order that was captured. Positive; adds to the payout.
        Capture = "CAPTURE",
        ///
        /// An amount that was refunded to the shopper. Positive in published samples, negative in their totals;
        /// subtracts from the payout.
        Refund = "REFUND",
        ///
        /// Sezzle's fee for an order. Negative in published samples; subtracts from the payout.
        Fee = "FEE",
        ///
        /// A fee that Sezzle returned, such as after a refund. Positive; adds to the payout.
        ReturnedFee = "RETURNED_FEE",
        ///
        /// An amount that was taken back from the merchant after a dispute. The sign is not documented; subtracts from
        /// the payout.
        Chargeback = "CHARGEBACK",
        ///
        /// A chargeback that was returned to the merchant. The sign is not documented; adds to the payout.
        ChargebackReversal = "CHARGEBACK_REVERSAL",
        ///
        /// A correction by Sezzle, about no order. Either sign; adds to the payout with its sign.
        Correction = "CORRECTION",
        ///
        /// A transfer between the payout and the merchant's interest account, about no order. Adds to the payout with its
        /// sign: negative if it goes to the interest account.
        InterestTransfer = "INTEREST_TRANSFER",
        ///
        /// A transfer of revenue from referrals, about no order. Adds to the payout with its sign.
        ReferralRevenueTransfer = "REFERRAL_REVENUE_TRANSFER",
        ///
        /// A withdrawal from the merchant's bank account, such as to settle a negative balance; about no order. The sign
        /// is not documented; adds to the payout with its sign.
        BankAccountWithdrawal = "BANK_ACCOUNT_WITHDRAWAL",
        ///
        /// A withdrawal from the merchant's bank account that was reversed, about no order. The sign is not documented;
        /// adds to the payout with its sign.
        BankAccountWithdrawalReversal = "BANK_ACCOUNT_WITHDRAWAL_REVERSAL",
        ///
        /// Sezzle's monthly fee, about no order. Subtracts from the payout.
        MonthlyFee = "MONTHLY_FEE",
        ///
        /// A monthly fee that Sezzle returned, about no order. Adds to the payout.
        MonthlyFeeRefund = "MONTHLY_FEE_REFUND",
    }
}

impl SettlementType {
    /// Returns the type of a code such as `001`, which rows have beside their type. `None` for an unknown code, such as `012`,
    /// which is not documented.
    ///
    /// Captures have code `001` as well, for which this is `Order`; [`SettlementRow::kind`](crate::reports::SettlementRow::kind)
    /// distinguishes them.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "001" => Self::Order,
            "002" => Self::Refund,
            "003" => Self::Fee,
            "004" => Self::ReturnedFee,
            "005" => Self::Chargeback,
            "006" => Self::ChargebackReversal,
            "007" => Self::Correction,
            "008" => Self::InterestTransfer,
            "009" => Self::ReferralRevenueTransfer,
            "010" => Self::BankAccountWithdrawal,
            "011" => Self::BankAccountWithdrawalReversal,
            "013" => Self::MonthlyFee,
            "014" => Self::MonthlyFeeRefund,
            _ => return None,
        })
    }
}

declare! {
    /// The kind of a change of the interest account.
    InterestType {
        ///
        /// An amount that was transferred from a payout to the account.
        Payout = "INTEREST_PAYOUT",
        ///
        /// An amount that the merchant withdrew from the account.
        Withdrawal = "INTEREST_WITHDRAWAL",
        ///
        /// Interest that the account earned.
        Accrual = "INTEREST_ACCRUAL",
    }
}

impl Cell for String {
    const EXPECTED: &'static str = "expected a string";

    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl<T: OpenEnum> Cell for T {
    const EXPECTED: &'static str = "expected a string";

    fn read(text: &str) -> Option<Self> {
        Some(OpenEnum::read(text))
    }
}
