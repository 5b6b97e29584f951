//! What a row of a report is about.

use super::columns::Cell;
use crate::de::open_enum::declare;

declare! {
    /// What a row of a settlement is, in words.
    SettlementType {
        Order = "ORDER",
        Capture = "CAPTURE",
        Refund = "REFUND",
        Fee = "FEE",
        ReturnedFee = "RETURNED_FEE",
        Chargeback = "CHARGEBACK",
        ChargebackReversal = "CHARGEBACK_REVERSAL",
        Correction = "CORRECTION",
        InterestTransfer = "INTEREST_TRANSFER",
        ReferralRevenueTransfer = "REFERRAL_REVENUE_TRANSFER",
        BankAccountWithdrawal = "BANK_ACCOUNT_WITHDRAWAL",
        BankAccountWithdrawalReversal = "BANK_ACCOUNT_WITHDRAWAL_REVERSAL",
        MonthlyFee = "MONTHLY_FEE",
        MonthlyFeeRefund = "MONTHLY_FEE_REFUND",
    }
}

declare! {
    /// What a row of a settlement is, as a code. Code `012` is not documented.
    TypeCode {
        /// An order, and a capture too: the type tells them apart.
        Order = "001",
        Refund = "002",
        Fee = "003",
        ReturnedFee = "004",
        Chargeback = "005",
        ChargebackReversal = "006",
        Correction = "007",
        InterestTransfer = "008",
        ReferralRevenueTransfer = "009",
        BankAccountWithdrawal = "010",
        BankAccountWithdrawalReversal = "011",
        MonthlyFee = "013",
        MonthlyFeeRefund = "014",
    }
}

impl TypeCode {
    /// The code in words. [`SettlementType::Order`] for `001`, which captures have as well.
    pub fn settlement_type(&self) -> SettlementType {
        match self {
            Self::Order => SettlementType::Order,
            Self::Refund => SettlementType::Refund,
            Self::Fee => SettlementType::Fee,
            Self::ReturnedFee => SettlementType::ReturnedFee,
            Self::Chargeback => SettlementType::Chargeback,
            Self::ChargebackReversal => SettlementType::ChargebackReversal,
            Self::Correction => SettlementType::Correction,
            Self::InterestTransfer => SettlementType::InterestTransfer,
            Self::ReferralRevenueTransfer => SettlementType::ReferralRevenueTransfer,
            Self::BankAccountWithdrawal => SettlementType::BankAccountWithdrawal,
            Self::BankAccountWithdrawalReversal => SettlementType::BankAccountWithdrawalReversal,
            Self::MonthlyFee => SettlementType::MonthlyFee,
            Self::MonthlyFeeRefund => SettlementType::MonthlyFeeRefund,
            Self::Unknown(code) => SettlementType::Unknown(code.clone()),
        }
    }
}

declare! {
    /// What moved an interest account.
    InterestType {
        Payout = "INTEREST_PAYOUT",
        Withdrawal = "INTEREST_WITHDRAWAL",
        Accrual = "INTEREST_ACCRUAL",
    }
}

/// Any text of a cell makes one.
macro_rules! cells {
    ($($name:ident),*) => {
        $(impl Cell for $name {
            const EXPECTED: &'static str = "expected a text";

            fn read(text: &str) -> Option<Self> {
                Some(Self::from(text))
            }
        })*
    };
}

cells!(SettlementType, TypeCode, InterestType);
