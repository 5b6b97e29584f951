//! Sums of money, and whether the parts of an order make its total.

use std::cmp::Ordering;
use std::collections::HashSet;

use proptest::prelude::*;
use sezzle_api::Decimal;
use sezzle_api::money::MoneyError;
use sezzle_api::types::{Discount, LineItem, Price, SessionOrder};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn decimal_converts_to_cents_exactly() {
    for (text, cents) in [
        ("41.50", 4150),
        ("41.5", 4150),
        ("41", 4100),
        ("41.5000", 4150),
        ("0.29", 29),
        ("-0.30", -30),
        ("92233720368547758.07", i64::MAX),
        ("-92233720368547758.08", i64::MIN),
    ] {
        assert_eq!(Price::from_decimal(decimal(text), "USD").unwrap(), Price::usd(cents), "{text}");
    }
    for text in ["41.505", "0.001", "-0.0001"] {
        assert_eq!(Price::from_decimal(decimal(text), "USD"), Err(MoneyError::FractionalCents), "{text}");
    }
    for text in ["92233720368547758.08", "79228162514264337593543950335"] {
        assert_eq!(Price::from_decimal(decimal(text), "USD"), Err(MoneyError::Overflow), "{text}");
    }
}

#[test]
fn sums_reject_mixed_currencies_and_overflow() {
    let usd = Price::usd(1);
    let mix = MoneyError::CurrencyMismatch { expected: "USD".to_owned(), found: "CAD".to_owned() };
    assert_eq!(usd.checked_add(&Price::cad(1)), Err(mix.clone()));
    assert_eq!(usd.checked_sub(&Price::cad(1)), Err(mix.clone()));
    assert_eq!(Price::sum("USD", [Price::usd(1), Price::cad(1)]), Err(mix.clone()));
    assert_eq!(mix.to_string(), "currency mismatch: CAD with USD: convert it first");
    assert_eq!(Price::sum("CAD", Vec::<Price>::new()), Ok(Price::cad(0)));
    assert_eq!(Price::usd(i64::MAX).checked_add(&usd), Err(MoneyError::Overflow));
    assert_eq!(Price::usd(i64::MIN).checked_sub(&usd), Err(MoneyError::Overflow));
    assert_eq!(Price::usd(i64::MAX).checked_mul(2), Err(MoneyError::Overflow));
    assert_eq!(Price::sum("USD", [&Price::usd(i64::MAX), &usd]), Err(MoneyError::Overflow));
}

#[test]
fn amounts_of_one_currency_are_ordered() {
    assert_eq!(Price::usd(1).checked_cmp(&Price::usd(2)), Ok(Ordering::Less));
    assert_eq!(Price::usd(2).checked_cmp(&Price::usd(2)), Ok(Ordering::Equal));
    assert_eq!(Price::usd(-1).checked_cmp(&Price::usd(-2)), Ok(Ordering::Greater));
    let mix = MoneyError::CurrencyMismatch { expected: "USD".to_owned(), found: "CAD".to_owned() };
    assert_eq!(Price::usd(1).checked_cmp(&Price::cad(1)), Err(mix));
}

#[test]
fn amounts_can_be_keys() {
    let prices = HashSet::from([Price::usd(1), Price::cad(1), Price::usd(1)]);
    assert_eq!(prices.len(), 2);
    // So can what contains them, secrets included.
    let session = sezzle_api::types::Session::default();
    assert!(HashSet::from([session.clone()]).contains(&session));
}

#[test]
fn malformed_amounts_are_rejected() {
    for text in [
        "",
        "41.50",
        "USD",
        "41.50USD",
        "41.50 usd",
        "41.50 DOLLARS",
        "$41.50 USD",
        "4,150.00 USD",
        "1e2 USD",
        "+1 USD",
        ".50 USD",
        "41.50  USD",
        " 41.50 USD",
        "41.50 USD ",
        "NaN USD",
        "1_0 USD",
        "- 1 USD",
        "1.2.3 USD",
        "--1 USD",
    ] {
        assert_eq!(text.parse::<Price>(), Err(MoneyError::Parse), "{text}");
    }
    assert_eq!("41.505 USD".parse::<Price>(), Err(MoneyError::FractionalCents));
    assert_eq!("41.5 CAD".parse(), Ok(Price::cad(4150)));
}

proptest! {
    #[test]
    fn displayed_price_parses_back(cents in any::<i64>(), currency in "[A-Z]{3}") {
        let price = Price::new(cents, currency);
        prop_assert_eq!(price.to_string().parse::<Price>(), Ok(price.clone()));
        prop_assert_eq!(Price::from_decimal(price.to_decimal(), &*price.currency), Ok(price));
    }

    #[test]
    fn price_sum_equals_the_sum_of_cents(cents in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 0..50)) {
        let sum = Price::sum("USD", cents.iter().map(|cents| Price::usd(*cents)));
        prop_assert_eq!(sum, Ok(Price::usd(cents.iter().sum())));
    }

    #[test]
    fn only_the_sum_of_the_parts_is_a_valid_total(
        items in prop::collection::vec((0..100_000_i64, 1..20_i32), 1..10),
        discounts in prop::collection::vec(0..1_000_i64, 0..3),
        shipping in prop::option::of(0..5_000_i64),
        tax in prop::option::of(0..5_000_i64),
        wrong in 1..1_000_i64,
    ) {
        let total = items.iter().map(|(price, quantity)| price * i64::from(*quantity)).sum::<i64>()
            + shipping.unwrap_or(0) + tax.unwrap_or(0) - discounts.iter().sum::<i64>();
        let order = |total| {
            let item = |(price, quantity): &(i64, i32)| {
                LineItem::builder().name("a").sku("b").price(Price::usd(*price)).quantity(*quantity)
            };
            let discount = |cents: &i64| Discount::builder().name("a").amount(Price::usd(*cents));
            SessionOrder::builder()
                .intent("AUTH")
                .order_amount(Price::usd(total))
                .items(items.iter().map(item))
                .discounts(discounts.iter().map(discount))
                .shipping_amount(shipping.map(Price::usd))
                .tax_amount(tax.map(Price::usd))
                .build()
                .unwrap()
        };
        prop_assert_eq!(order(total).validate_total(), Ok(()));
        for difference in [wrong, -wrong] {
            let error = order(total + difference).validate_total().unwrap_err();
            prop_assert_eq!(error.difference(), Some(&Price::usd(difference)));
            prop_assert_eq!(error.field(), "order_amount");
        }
    }
}

fn order() -> SessionOrder {
    let item = |name: &str, cents, quantity| {
        LineItem::builder().name(name).sku("b").price(Price::usd(cents)).quantity(quantity)
    };
    SessionOrder::builder()
        .intent("AUTH")
        .order_amount(Price::usd(4250))
        .items([item("coffee", 1900, 2), item("cup", 200, 1)])
        .discounts([Discount::builder().name("a").amount(Price::usd(100))])
        .shipping_amount(Price::usd(300))
        .tax_amount(Price::usd(50))
        .build()
        .unwrap()
}

#[test]
fn total_error_names_field_and_difference() {
    order().validate_total().unwrap();

    let mut wrong = order();
    wrong.order_amount = Price::usd(4200);
    assert_eq!(
        wrong.validate_total().unwrap_err().to_string(),
        "order_amount: 42.00 USD is 0.50 USD less than its parts: items 40.00 + shipping_amount 3.00 + tax_amount 0.50 - \
         discounts 1.00 = 42.50 USD"
    );

    type Change = fn(&mut SessionOrder);
    let cases: [(Change, &str); 8] = [
        (
            |order| order.items[1].price.currency = "CAD".into(),
            "items[1].price: currency mismatch: CAD with USD: convert it first",
        ),
        (|order| order.items[0].quantity = 0, "items[0].quantity: must be at least 1"),
        (|order| order.items[0].quantity = -2, "items[0].quantity: must be at least 1"),
        (
            |order| order.items[0].price = Price::usd(i64::MAX),
            "items[0].price: the amount does not fit into 64 bits of cents",
        ),
        (|order| order.items.clear(), "items: is empty, so there is no sum to check: add the items"),
        (|order| order.discounts[0].amount = Price::usd(-100), "discounts[0].amount: must not be negative"),
        (
            |order| order.tax_amount = Some(Price::cad(50)),
            "tax_amount: currency mismatch: CAD with USD: convert it first",
        ),
        (
            |order| order.shipping_amount = Some(Price::usd(i64::MAX)),
            "order_amount: the amount does not fit into 64 bits of cents",
        ),
    ];
    for (change, text) in cases {
        let mut changed = order();
        change(&mut changed);
        let error = changed.validate_total().unwrap_err();
        assert_eq!(error.to_string(), text);
        assert!(text.starts_with(error.field()) && error.difference().is_none());
    }
}
