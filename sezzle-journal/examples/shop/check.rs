//! A purchase without a browser, by requests to the shop's own pages.

use reqwest::{Method, Response, StatusCode, redirect};
use sezzle_simulator::Simulator;

use crate::shop::Shop;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Buys, captures in two parts and refunds.
///
/// # Errors
///
/// Returns an error if the shop does not behave as expected.
pub(crate) async fn run(shop: &Shop, simulator: &Simulator) -> Result<()> {
    let browser = reqwest::Client::builder().no_proxy().redirect(redirect::Policy::none()).build()?;
    let ask = async |method: Method, path: &str, body: String| -> Result<Response> {
        let request = browser.request(method, format!("{}{path}", shop.url())).body(body);
        Ok(request.header("content-type", "application/x-www-form-urlencoded").send().await?)
    };

    let bought = ask(Method::POST, "/buy/coffee", String::new()).await?;
    let checkout = bought.headers().get("location").ok_or("the shop leads nowhere")?.to_str()?;
    println!("checkout  {checkout}");
    let sale = shop.sales().pop().ok_or("nothing was sold")?;
    let uuid = sale.order_uuid.ok_or("the session has no order")?;
    let thanks = format!("/thanks?order={}", sale.reference_id);
    expect(ask(Method::GET, &thanks, String::new()).await?, "Not approved.").await?;
    simulator.approve(&sale.session_uuid)?;
    expect(ask(Method::GET, &thanks, String::new()).await?, "Approved.").await?;
    println!("approved  {uuid}");

    let path = format!("/orders/{uuid}/capture");
    let rejected = ask(Method::POST, &path, "amount=eleven&currency=USD&key=a".to_owned()).await?;
    expect(rejected, "Write the amount as in 11.53.").await?;
    let rejected = ask(Method::POST, &path, "amount=99&currency=USD&key=a".to_owned()).await?;
    if rejected.status() != StatusCode::UNPROCESSABLE_ENTITY || !rejected.text().await?.contains("Sezzle says") {
        return Err("more was captured than is authorized".into());
    }
    for (act, amount, key) in
        [("capture", "30.00", "a"), ("capture", "11.53", "b"), ("capture", "11.53", "b"), ("refund", "5", "c")]
    {
        let path = format!("/orders/{uuid}/{act}");
        let answer = ask(Method::POST, &path, format!("amount={amount}&currency=USD&key={key}")).await?;
        if answer.status() != StatusCode::SEE_OTHER {
            return Err(answer.text().await?.into());
        }
        println!("{act:<9} {amount} USD");
    }
    simulator.deliveries_settled().await;
    let page = ask(Method::GET, &format!("/orders/{uuid}"), String::new()).await?.text().await?;
    for expected in ["id=\"captured\">41.53 USD", "id=\"refunded\">5.00 USD", "order.authorized", "order.refunded"] {
        if !page.contains(expected) {
            return Err(format!("the order's page does not say {expected}: {page}").into());
        }
    }
    println!("webhooks  {}", shop.events().len());
    Ok(())
}

async fn expect(answer: Response, text: &str) -> Result<()> {
    let page = answer.text().await?;
    if page.contains(&format!(">{text}<")) { Ok(()) } else { Err(format!("not {text} but {page}").into()) }
}
