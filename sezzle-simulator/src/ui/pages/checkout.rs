//! The page on which a person plays the shopper.

use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, html};

use super::STYLE_PATH;
use super::destination::host;
use super::instalments::{Instalment, Plan};
use super::words::{Words, fill};
use crate::model::session::Locale;

/// A checkout that waits for a decision.
pub(crate) struct Checkout<'a> {
    /// What the checkout URL carries.
    pub(crate) id: &'a str,
    pub(crate) locale: Locale,
    /// By the shop's clock.
    pub(crate) today: NaiveDate,
    /// The shop's URL for a finished checkout, by which the page names the shop.
    pub(crate) complete_url: &'a str,
    pub(crate) order: Option<Order<'a>>,
    pub(crate) asks_for_tokenization: bool,
    /// Whether what is paid in parts is a virtual card, with which the shopper pays the shop.
    pub(crate) is_for_card: bool,
}

/// What is to be paid.
pub(crate) struct Order<'a> {
    pub(crate) reference_id: Option<&'a str>,
    pub(crate) description: Option<&'a str>,
    pub(crate) total: Money<'a>,
    pub(crate) items: Vec<Item<'a>>,
    pub(crate) discounts: Vec<(&'a str, Money<'a>)>,
    pub(crate) shipping: Option<Money<'a>>,
    pub(crate) tax: Option<Money<'a>>,
    pub(crate) plan: Plan,
}

/// A line of the order.
pub(crate) struct Item<'a> {
    pub(crate) name: &'a str,
    pub(crate) sku: Option<&'a str>,
    pub(crate) quantity: i64,
    /// Of one.
    pub(crate) price: Money<'a>,
}

#[derive(Clone, Copy)]
pub(crate) struct Money<'a> {
    pub(crate) cents: i64,
    pub(crate) currency: &'a str,
}

/// Why a checkout is no longer open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    Approved,
    Declined,
    Expired,
    Deleted,
    /// The shop's API keys were not accepted, so there is no order.
    KeysRejected,
    Unknown,
    /// A decision that came after another one.
    AlreadyDecided,
}

/// The form of a checkout that waits.
pub(crate) fn waiting(checkout: &Checkout<'_>) -> Markup {
    let words = checkout.locale.words();
    let shop = host(checkout.complete_url);
    let plan = checkout.order.as_ref().map(|order| order.plan.instalments(order.total.cents, checkout.today));
    let heading = match &checkout.order {
        Some(order) => {
            let total = fill(words.pay_in, &money(checkout.locale, order.total));
            fill(&total, &order.plan.payments().to_string())
        }
        None => words.tokenization_title.to_owned(),
    };
    let main = html! {
        main {
            section.card.pay aria-labelledby="heading" {
                h1 #heading { (heading) }
                @match (&checkout.order, &plan) {
                    (Some(order), Some(plan)) => {
                        p.lead { (if order.plan.is_monthly() { words.every_month } else { words.every_two_weeks }) }
                        @if checkout.is_for_card { p.lead { (words.card_detail) } }
                        (payments(checkout.locale, order.total.currency, plan))
                    }
                    _ => p.lead {
                        (fill(words.tokenization_detail, shop.unwrap_or(words.the_shop))) " " (words.nothing_due)
                    }
                }
                (decision(checkout, words, shop, plan.as_deref()))
            }
            @if let Some(order) = &checkout.order { (summary(checkout.locale, order, shop)) }
        }
    };
    document(checkout.locale, &heading, &main)
}

/// A checkout that is closed, with the way back to the shop.
pub(crate) fn closed(locale: Locale, closed: Closed, shop_url: Option<&str>) -> Markup {
    let words = locale.words();
    let (title, detail) = match closed {
        Closed::Approved => (words.approved_title, words.approved_detail),
        Closed::Declined => (words.declined_title, words.declined_detail),
        Closed::Expired => (words.expired_title, words.expired_detail),
        Closed::Deleted => (words.deleted_title, words.deleted_detail),
        Closed::KeysRejected => (words.keys_rejected_title, words.keys_rejected_detail),
        Closed::Unknown => (words.unknown_title, words.unknown_detail),
        Closed::AlreadyDecided => (words.already_title, words.already_detail),
    };
    // Only web addresses become links: a shop's own scheme could be one that runs a script.
    let shop_url = shop_url.filter(|url| host(url).is_some());
    message(
        locale,
        title,
        &html! {
            p.lead { (detail) }
            @if let Some(url) = shop_url { p { a.button.secondary href=(url.trim()) { (words.back_to_shop) } } }
        },
    )
}

/// After a decision, when no browser can be sent to the URL the shop has named.
pub(crate) fn nowhere_to_go(locale: Locale, href: &str) -> Markup {
    let words = locale.words();
    message(
        locale,
        words.nowhere_title,
        &html! {
            p.lead { (words.nowhere_detail) }
            p { code { (href) } }
        },
    )
}

fn message(locale: Locale, title: &str, body: &Markup) -> Markup {
    let main = html! {
        main.single {
            section.card aria-labelledby="heading" {
                h1 #heading { (title) }
                (body)
            }
        }
    };
    document(locale, title, &main)
}

fn payments(locale: Locale, currency: &str, plan: &[Instalment]) -> Markup {
    let words = locale.words();
    html! {
        ol.plan aria-label=(words.payments) {
            @for (index, payment) in plan.iter().enumerate() {
                li {
                    span.due {
                        @if index == 0 { strong { (words.today) } " " }
                        time datetime=(payment.due) { (locale.date(payment.due)) }
                    }
                    span.amount { (locale.money(payment.cents.into(), currency)) }
                }
            }
        }
    }
}

fn decision(checkout: &Checkout<'_>, words: &Words, shop: Option<&str>, plan: Option<&[Instalment]>) -> Markup {
    let (id, shop) = (checkout.id, shop.unwrap_or(words.the_shop));
    let first = checkout.order.as_ref().zip(plan.and_then(<[Instalment]>::first));
    let approve = match first {
        Some((order, first)) => fill(words.approve, &checkout.locale.money(first.cents.into(), order.total.currency)),
        None => words.tokenization_approve.to_owned(),
    };
    let decline_detail = if first.is_some() { words.decline_detail } else { words.tokenization_decline_detail };
    html! {
        form method="post" action={ "/checkout/approve?id=" (id) } aria-label=(words.your_decision) {
            // Agreeing is all that a session without an order asks for.
            @if checkout.asks_for_tokenization && checkout.order.is_some() {
                div.consent {
                    input #consent type="checkbox" name="consent" value="yes" aria-describedby="consent-detail";
                    div {
                        label for="consent" { (fill(words.consent, shop)) }
                        p #consent-detail { (words.consent_detail) }
                    }
                }
            }
            @if checkout.asks_for_tokenization && checkout.order.is_none() {
                input type="hidden" name="consent" value="yes";
            }
            button.primary #approve { (approve) }
            div.others {
                button.secondary #decline formaction={ "/checkout/decline?id=" (id) } aria-describedby="decline-detail" {
                    (words.decline)
                }
                button.secondary #leave formaction={ "/checkout/leave?id=" (id) } aria-describedby="leave-detail" {
                    (words.leave)
                }
            }
            div.hints {
                p #decline-detail { strong { (words.decline) } " " (decline_detail) }
                p #leave-detail { strong { (words.leave) } " " (words.leave_detail) }
            }
        }
    }
}

fn summary(locale: Locale, order: &Order<'_>, shop: Option<&str>) -> Markup {
    let words = locale.words();
    let heading = match shop {
        Some(shop) => fill(words.your_order_at, shop),
        None => words.your_order.to_owned(),
    };
    html! {
        section.card.order aria-labelledby="order" {
            h2 #order { (heading) }
            @if let Some(description) = order.description { p { (description) } }
            @if let Some(reference_id) = order.reference_id { p.quiet { (fill(words.reference, reference_id)) } }
            @if !order.items.is_empty() {
                table.lines {
                    thead.visually-hidden {
                        tr { th scope="col" { (words.item) } th scope="col" { (words.amount) } }
                    }
                    tbody {
                        @for item in &order.items {
                            tr {
                                td {
                                    span.name { (item.name) }
                                    span.quiet {
                                        span.visually-hidden { (words.quantity) " " }
                                        (item.quantity) " × " (money(locale, item.price))
                                        @if let Some(sku) = item.sku { " · " (words.sku) " " (sku) }
                                    }
                                }
                                td.amount { (locale.money(item.sum(), item.price.currency)) }
                            }
                        }
                    }
                }
            }
            dl.totals {
                @for (name, amount) in &order.discounts {
                    div {
                        dt { (words.discount) @if !name.is_empty() { " · " (name) } }
                        dd { (locale.money(-i128::from(amount.cents), amount.currency)) }
                    }
                }
                @if let Some(shipping) = order.shipping { div { dt { (words.shipping) } dd { (money(locale, shipping)) } } }
                @if let Some(tax) = order.tax { div { dt { (words.tax) } dd { (money(locale, tax)) } } }
                div.total { dt { (words.total) } dd { (money(locale, order.total)) } }
            }
        }
    }
}

impl Item<'_> {
    fn sum(&self) -> i128 {
        i128::from(self.quantity) * i128::from(self.price.cents)
    }
}

fn money(locale: Locale, money: Money<'_>) -> String {
    locale.money(money.cents.into(), money.currency)
}

fn document(locale: Locale, title: &str, main: &Markup) -> Markup {
    let words = locale.words();
    html! {
        (DOCTYPE)
        html lang=(locale.name()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) " · " (words.simulation) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href=(STYLE_PATH);
            }
            body.checkout {
                header {
                    p.brand { span.mark aria-hidden="true" {} (words.checkout) }
                    p.simulation { strong { (words.simulation) } " " span { (words.simulation_detail) } }
                }
                (main)
                footer {
                    p { (words.footer) " " a href="/_simulator/dashboard" { (words.dashboard) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usd(cents: i64) -> Money<'static> {
        Money { cents, currency: "USD" }
    }

    fn order<'a>() -> Order<'a> {
        Order {
            reference_id: Some("order-1001"),
            description: Some("Two bags of coffee"),
            total: usd(4153),
            items: vec![Item { name: "Coffee beans", sku: Some("coffee-1kg"), quantity: 2, price: usd(1900) }],
            discounts: vec![("Autumn", usd(250))],
            shipping: Some(usd(350)),
            tax: Some(usd(253)),
            plan: Plan::FourBiweekly,
        }
    }

    fn checkout(order: Option<Order<'_>>, locale: Locale, asks_for_tokenization: bool) -> String {
        let today = "2026-02-20".parse().expect("a date");
        let complete_url = "https://shop.example/thanks";
        let view =
            Checkout { id: "c-1", locale, today, complete_url, order, asks_for_tokenization, is_for_card: false };
        waiting(&view).into_string()
    }

    /// What a person reads: the text between the tags, with single spaces.
    fn text(html: &str) -> String {
        let mut text = String::new();
        for piece in html.split('<').skip(1) {
            text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
            text.push(' ');
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_order_is_shown_whole() {
        let text = text(&checkout(Some(order()), Locale::EnUs, false));
        for expected in [
            "Pay $41.53 in 4 payments",
            "Today February 20, 2026 $10.39 March 6, 2026 $10.38 March 20, 2026 $10.38 April 3, 2026 $10.38",
            "Approve and pay $10.39 today",
            "Your order at shop.example Two bags of coffee Reference order-1001",
            "Coffee beans Quantity 2 × $19.00 · SKU coffee-1kg $38.00",
            "Discount · Autumn −$2.50 Shipping $3.50 Tax $2.53 Total $41.53",
            "Simulation No money moves",
        ] {
            assert!(text.contains(expected), "{expected}\n{text}");
        }
        assert!(!text.contains("Remember me"), "{text}");
    }

    #[test]
    fn french_is_french() {
        let mut order = order();
        order.total = Money { cents: 4153, currency: "CAD" };
        let html = checkout(Some(order), Locale::FrCa, true);
        assert!(html.contains(r#"<html lang="fr-CA">"#), "{html}");
        let text = text(&html);
        for expected in [
            "Payer 41,53 $ en 4 versements",
            "Aujourd’hui 20 février 2026 10,39 $ 6 mars 2026 10,38 $",
            "Approuver et payer 10,39 $ aujourd’hui",
            "Se souvenir de moi chez shop.example",
            "Total 41,53 $",
        ] {
            assert!(text.contains(expected), "{expected}\n{text}");
        }
    }

    #[test]
    fn consent_is_asked_for_where_there_is_an_order_to_pay_too() {
        let html = checkout(Some(order()), Locale::EnUs, true);
        assert!(html.contains(r#"type="checkbox" name="consent" value="yes""#), "{html}");
        let html = checkout(None, Locale::EnUs, true);
        assert!(html.contains(r#"type="hidden" name="consent" value="yes""#), "{html}");
        let text = text(&html);
        assert!(text.contains("Pay faster next time"), "{text}");
        assert!(text.contains("shop.example would like to charge your later orders"), "{text}");
        assert!(!text.contains("Total") && !text.contains("payments"), "{text}");
    }

    #[test]
    fn hostile_words_stay_words() {
        const HOSTILE: &str = r#"</script><img src=x onerror="alert(1)">&'"#;
        let hostile = Money { cents: 100, currency: HOSTILE };
        let order = Order {
            reference_id: Some(HOSTILE),
            description: Some(HOSTILE),
            total: hostile,
            items: vec![Item { name: HOSTILE, sku: Some(HOSTILE), quantity: i64::MIN, price: hostile }],
            discounts: vec![(HOSTILE, Money { cents: i64::MIN, currency: HOSTILE })],
            shipping: Some(hostile),
            tax: Some(hostile),
            plan: Plan::FourBiweekly,
        };
        let today = NaiveDate::MAX;
        let view = Checkout {
            id: HOSTILE,
            locale: Locale::EnUs,
            today,
            complete_url: &format!("https://{HOSTILE}"),
            order: Some(order),
            asks_for_tokenization: true,
            is_for_card: true,
        };
        let refused = closed(Locale::EnUs, Closed::Deleted, Some(&format!("https://shop.example/\"{HOSTILE}")));
        for html in [waiting(&view), refused, nowhere_to_go(Locale::EnUs, HOSTILE)] {
            let html = html.into_string();
            assert!(!html.contains("<img") && !html.contains("</script") && !html.contains(r#"r="al"#), "{html}");
            assert!(html.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;"), "{html}");
        }
    }

    #[test]
    fn the_way_back_is_a_link_only_to_the_web() {
        let page = |url| closed(Locale::EnUs, Closed::Expired, url).into_string();
        assert!(page(Some("https://shop.example/cart")).contains(r#"href="https://shop.example/cart""#));
        for url in [None, Some("javascript:alert(1)"), Some("myshop://cart"), Some("")] {
            assert!(!page(url).contains("Return to the shop</a>"), "{url:?}");
        }
    }
}
