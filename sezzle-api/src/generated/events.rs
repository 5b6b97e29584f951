// Made by `cargo xtask generate` from the documents below. Do not edit: change those and run it again.
// openapi/sezzle-v2.yaml SHA-256 b4bb0049b1e65b0519d16cb55afe9c30ecfe2701192ca8e9bb5b50f306acb64d
// openapi/overlay.yaml SHA-256 f1fd4cca9ba704b5cc2203c21b0ee5979565001d881e4ff11f4c72ce5c6ef794
// progenitor 0.15.1

use super::types;
/// The data of an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ::serde::Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum EventData {
    ///`customer.tokenized`
    CustomerTokenized(types::CustomerTokenizedData),
    ///`order.authorized`
    OrderAuthorized(types::OrderAuthorizedData),
    ///`order.captured`
    OrderCaptured(types::OrderCapturedData),
    ///`order.refunded`
    OrderRefunded(types::OrderRefundedData),
    ///`dispute.merchant_input_requested`
    DisputeMerchantInputRequested(types::DisputeData),
    ///`dispute.deadline_approaching`
    DisputeDeadlineApproaching(types::DisputeData),
    ///`dispute.closed.customer_win`
    DisputeClosedCustomerWin(types::DisputeData),
    ///`dispute.closed.merchant_win`
    DisputeClosedMerchantWin(types::DisputeData),
    ///`dispute.closed.neutral`
    DisputeClosedNeutral(types::DisputeData),
    /// The data of an event that this version of the crate does not know, or that does not have the documented
    /// type.
    Unknown(crate::de::raw_json::RawJson),
}

impl EventData {
    /// Reads the data of the event called `event`. Data that does not have the documented type is kept as it is.
    ///
    /// # Errors
    ///
    /// Returns an error if the data is nested too deeply.
    #[inline]
    pub(crate) fn read(
        event: &str,
        data: &::serde_json::value::RawValue,
    ) -> ::serde_json::Result<Self> {
        match event {
            "customer.tokenized" => read_or_keep(data, Self::CustomerTokenized),
            "order.authorized" => read_or_keep(data, Self::OrderAuthorized),
            "order.captured" => read_or_keep(data, Self::OrderCaptured),
            "order.refunded" => read_or_keep(data, Self::OrderRefunded),
            "dispute.merchant_input_requested" => {
                read_or_keep(data, Self::DisputeMerchantInputRequested)
            }
            "dispute.deadline_approaching" => {
                read_or_keep(data, Self::DisputeDeadlineApproaching)
            }
            "dispute.closed.customer_win" => {
                read_or_keep(data, Self::DisputeClosedCustomerWin)
            }
            "dispute.closed.merchant_win" => {
                read_or_keep(data, Self::DisputeClosedMerchantWin)
            }
            "dispute.closed.neutral" => read_or_keep(data, Self::DisputeClosedNeutral),
            _ => keep(data),
        }
    }
}

#[inline]
fn read_or_keep<T: ::serde::de::DeserializeOwned>(
    data: &::serde_json::value::RawValue,
    known: impl FnOnce(T) -> EventData,
) -> ::serde_json::Result<EventData> {
    match ::serde_json::from_str(data.get()) {
        Ok(value) if data.get().starts_with('{') => Ok(known(value)),
        _ => keep(data),
    }
}

fn keep(data: &::serde_json::value::RawValue) -> ::serde_json::Result<EventData> {
    ::serde_json::from_str(data.get())
        .map(|value| EventData::Unknown(crate::de::raw_json::RawJson(value)))
}
