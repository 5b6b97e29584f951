//! A purchase without a browser, by requests to the pages of a shop that is killed while it captures.

use std::process::Stdio;
use std::time::{Duration, Instant};

use reqwest::{Client, redirect};
use sezzle_api::{PRIVATE_KEY_ENV, PUBLIC_KEY_ENV, SERVER_ENV};
use sezzle_simulator::{LedgerKind, Simulator};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::shop::Result;

/// How long a page may take to show what is expected.
const PATIENCE: Duration = Duration::from_secs(30);

/// Buys, captures in two parts with a crash between the first request and its response, and refunds.
///
/// # Errors
///
/// Returns an error if the shop does not behave as expected.
pub(crate) async fn run() -> Result<()> {
    let simulator = Simulator::builder().strict().start().await?;
    let folder = std::env::temp_dir().join(format!("sezzle-shop-check-{}", std::process::id()));
    std::fs::create_dir(&folder)?;
    // The same after the restart, as the subscription has it.
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let url = format!("http://127.0.0.1:{port}");
    let start = async || -> Result<Child> {
        let mut child = Command::new(std::env::current_exe()?)
            .envs([(PUBLIC_KEY_ENV, simulator.public_key()), (PRIVATE_KEY_ENV, &simulator.private_key())])
            .envs([(SERVER_ENV, simulator.url()), ("SHOP_URL", &url), ("SHOP_PORT", &port.to_string())])
            .env("SHOP_DATABASE", folder.join("shop.db"))
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let output = child.stdout.take().ok_or("the shop has no output")?;
        let mut lines = BufReader::new(output).lines();
        lines.next_line().await?.ok_or("the shop has ended")?;
        // The shop prints more, and would fail with its output closed.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(child)
    };
    let browser = Client::builder().no_proxy().redirect(redirect::Policy::none()).build()?;
    let expect = async |path: &str, texts: &[&str]| -> Result<String> {
        let started = Instant::now();
        loop {
            let page = browser.get(format!("{url}{path}")).send().await?.text().await?;
            match texts.iter().find(|text| !page.contains(**text)) {
                None => return Ok(page),
                Some(text) if started.elapsed() > PATIENCE => return Err(format!("no {text} in {page}").into()),
                Some(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    };

    let mut shop = start().await?;
    browser.post(format!("{url}/buy/coffee")).send().await?;
    let front = expect("/", &["/orders/"]).await?;
    let uuid = front.split("/orders/").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    expect("/thanks?order=order-1001", &[">Not approved.<"]).await?;
    simulator.approve(uuid)?;
    expect("/thanks?order=order-1001", &[">Approved.<"]).await?;
    println!("approved  {uuid}");

    let page = format!("/orders/{uuid}");
    let submit = async |act: &str, amount: &str, before: i64, expected: u16| -> Result<()> {
        let form =
            browser.post(format!("{url}{page}/{act}")).body(format!("amount={amount}&currency=USD&before={before}"));
        let response = form.header("content-type", "application/x-www-form-urlencoded").send().await?;
        println!("{act:<9} {amount} USD: {}", response.status());
        if response.status() == expected { Ok(()) } else { Err(response.text().await?.into()) }
    };
    submit("capture", "eleven", 0, 400).await?;
    submit("capture", "99", 0, 422).await?;
    simulator.add_fault("capture_order=stall:processedx1".parse()?)?;
    let crash = async {
        while !simulator.ledger().iter().any(|entry| entry.kind == LedgerKind::Capture) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        shop.kill().await
    };
    let (response, killed) = tokio::join!(submit("capture", "30.00", 0, 303), crash);
    killed?;
    println!("killed    during the capture: {}", response.err().ok_or("the shop has responded")?);
    let _shop = start().await?;
    // The page has forms again when the outcome of the capture is known.
    expect(&page, &["id=\"captured\">30.00 USD", "id=\"refund\""]).await?;
    for (act, amount, before) in
        [("capture", "30.00", 0), ("capture", "11.53", 3000), ("capture", "11.53", 3000), ("refund", "5", 0)]
    {
        submit(act, amount, before, 303).await?;
    }
    let events = ["order.authorized", "order.captured", "order.refunded"];
    expect(&page, &[&["id=\"captured\">41.53 USD", "id=\"refunded\">5.00 USD"][..], &events].concat()).await?;
    let moved: Vec<_> = simulator.ledger().iter().map(|entry| entry.amount_in_cents).collect();
    if moved != [4153, 3000, 1153, 500] {
        return Err(format!("other amounts were moved: {moved:?}").into());
    }
    Ok(std::fs::remove_dir_all(&folder)?)
}
