//! Sample events, for trying out a receiver.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::model::clock::timestamp;
use crate::model::ids::Ids;

/// Returns the data of a sample event with this name.
pub(crate) fn sample(event: &str, now: DateTime<Utc>, ids: &mut Ids) -> Value {
    let created_at = timestamp(now);
    let price = json!({"amount_in_cents": 4150, "currency": "USD"});
    match event {
        "customer.tokenized" => {
            let customer = json!({"uuid": ids.uuid(), "created_at": created_at, "expiration": timestamp(now + TimeDelta::days(365))});
            let expiration = timestamp(now + TimeDelta::minutes(30));
            json!({"token": ids.uuid(), "expiration": expiration, "customer": customer})
        }
        "order.authorized" => {
            let authorization = json!({
                "uuid": ids.uuid(),
                "created_at": created_at,
                "authorization_amount": price,
                "approved": true,
                "expiration": timestamp(now + TimeDelta::minutes(30)),
            });
            json!({"uuid": ids.uuid(), "authorization": authorization})
        }
        "order.captured" => json!({"uuid": ids.uuid(), "capture": {"uuid": ids.uuid(), "amount": price}}),
        "order.refunded" => {
            let refund = json!({"uuid": ids.uuid(), "amount": price});
            json!({"uuid": ids.uuid(), "refund": refund, "source": "gateway"})
        }
        dispute => {
            json!({
                "dispute_id": ids.digits(6),
                "order_uuid": ids.uuid(),
                "order_reference_id": "example-order",
                "dispute_type": "item_not_received",
                "dispute_status": dispute.trim_start_matches("dispute.").trim_start_matches("closed."),
                "dispute_amount_in_cents": 4150,
                "dispute_currency": "USD",
                "dispute_due_date": timestamp(now + TimeDelta::days(14)),
            })
        }
    }
}
