//! `sezzle journal`, on a database that a shop has written.

use serde_json::json;
use sezzle_api::types::{CaptureRequest, Price};
use sezzle_api::{Client, Credentials};
use sezzle_journal::Journal;
use sezzle_journal::sqlite::SqliteStore;

use crate::program::Program;

#[tokio::test(flavor = "multi_thread")]
async fn journal_is_listed_and_resumed() {
    let program = Program::new("journal").await;
    let order = program.approved_order();
    let file = program.home.join("shop.db").to_str().unwrap().to_owned();
    let simulator = &program.simulator;
    let client = Client::builder()
        .server(simulator.url().parse().unwrap())
        .credentials(Credentials::keys(simulator.public_key(), simulator.private_key()))
        .build()
        .unwrap();
    let journal = Journal::new(client.clone(), SqliteStore::open(&file).await.unwrap());
    // Other processes may resume a call at once.
    let journal = journal.grace(std::time::Duration::ZERO);
    let capture = CaptureRequest::builder().capture_amount(Price::usd(100));
    let call = client.capture_order().order_uuid(&order).body(capture).prepare().unwrap();
    journal.intend("order-1001/ship", &call).await.unwrap();
    drop(journal);

    let list = program.json(&["journal", "list", "--database", &file]);
    assert_eq!(list[0]["state"], "intended");
    assert_eq!(list[0]["purpose"], "order-1001/ship");
    assert_eq!(program.json(&["journal", "list", "--database", &file, "--state", "review"]), json!([]));
    let id = list[0]["id"].to_string();
    program.fails(2, &["journal", "resolve", &id, "done", "--database", &file]);

    let resumed = program.json(&["journal", "resume", "--database", &file]);
    assert_eq!(resumed["ended"][0]["outcome"]["result"], "done");
    let shown = program.json(&["journal", "show", &id, "--database", &file]);
    let order = program.json(&["order", "get", &order]);
    assert_eq!(shown["outcome"]["uuid"], order["authorization"]["captures"][0]["uuid"]);

    program.fails(2, &["journal", "show", "99", "--database", &file]);
    assert!(program.fails(2, &["journal", "list", "--database", "no-such-file.db"]).contains("no-such-file.db"));
    assert!(!program.home.join("no-such-file.db").exists());
    assert!(program.fails(2, &["journal", "list", "--database", &file, "--state", "open"]).contains("review"));
}
