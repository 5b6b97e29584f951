//! The connection for `sqlx` from the guide, and its use.

use sezzle_api::PreparedCall;
use sezzle_journal::store::Store;
use sezzle_journal::{CallId, Journal};

include!(concat!(env!("OUT_DIR"), "/guide.rs"));

/// Writes an intent in a transaction of the shop.
///
/// # Errors
///
/// Returns an error if the database fails.
pub async fn intend<S: Store>(
    journal: &Journal<S>,
    pool: &sqlx::PgPool,
    call: &PreparedCall,
) -> Result<CallId, Source> {
    let mut transaction = pool.begin().await?;
    let id = journal.intend_in(Sqlx(&mut transaction), "order-1001/capture/1", call).await?;
    transaction.commit().await?;
    Ok(id)
}
