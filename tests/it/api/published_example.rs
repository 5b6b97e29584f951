//! The examples of the document, and the one Sezzle published for a session.

use serde_json::{Value, json};
use sezzle_api::types::{Intent, LinkMethod, LinkRel};
use sezzle_tests::servers::static_server::Fixed;

/// The values that Sezzle's own example of `GET /v2/session/{session_uuid}` has. It breaks its own schema three times:
/// a `rel` that is not in the list, `tokenize` inside `order`, ids that are no UUIDs.
fn published() -> Value {
    let order = "https://gateway.sezzle.com/v2/order/12a34bc5-6de7-890f-g123-4hi1238jk902";
    json!({
        "uuid": "fadbc642-05a4-4e38-9e74-80e325623af9",
        "links": [{
            "href": "https://gateway.sezzle.com/v2/session/fadbc642-05a4-4e38-9e74-80e325623af9",
            "method": "GET",
            "rel": "self",
        }],
        "order": {
            "uuid": "12a34bc5-6de7-890f-g123-4hi1238jk902",
            "intent": "CAPTURE",
            "checkout_url": "https://checkout.sezzle.com/?id=12a34bc5-6de7-890f-g123-4hi1238jk902",
            "links": [
                {"href": order, "method": "GET", "rel": "self"},
                {"href": order, "method": "PATCH", "rel": "self"},
                {"href": format!("{order}/release"), "method": "POST", "rel": "release"},
                {"href": format!("{order}/capture"), "method": "POST", "rel": "capture"},
                {"href": format!("{order}/refund"), "method": "POST", "rel": "refund"},
            ],
            "tokenize": {
                "token": "7ec98824-67cc-469c-86ab-f9e047f9cf1a",
                "expiration": "2020-04-27T14:46:59.000Z",
                "approval_url": "https://dashboard.sezzle.com/customer/checkout-approval?merchant-request-id=3f3244fd-78ce-4994-af0c-b8c760d47794",
                "links": [{
                    "href": "https://gateway.sezzle.com/v2/token/7ec98824-67cc-469c-86ab-f9e047f9cf1a/session",
                    "method": "GET",
                    "rel": "token",
                }],
            },
        },
    })
}

#[tokio::test]
async fn the_published_example_is_read_with_nothing_lost() {
    let gateway = Fixed::json(200, &published()).await;
    let id = "fadbc642-05a4-4e38-9e74-80e325623af9";
    let session = gateway.client().get_session().session_uuid(id).send().await.unwrap().into_inner();

    assert_eq!(session.uuid.as_deref(), Some(id));
    assert_eq!(session.links.len(), 1);
    assert_eq!(session.links[0].href, format!("https://gateway.sezzle.com/v2/session/{id}"));
    assert_eq!((&session.links[0].method, &session.links[0].rel), (&Some(LinkMethod::Get), &Some(LinkRel::Self_)));

    let order = session.order.as_ref().unwrap();
    let order_id = "12a34bc5-6de7-890f-g123-4hi1238jk902";
    assert_eq!(order.uuid.as_deref(), Some(order_id));
    assert_eq!(order.intent, Some(Intent::Capture));
    assert_eq!(order.checkout_url, Some(format!("https://checkout.sezzle.com/?id={order_id}")));
    let expected = [
        ("", LinkMethod::Get, LinkRel::Self_),
        ("", LinkMethod::Patch, LinkRel::Self_),
        ("/release", LinkMethod::Post, LinkRel::Release),
        ("/capture", LinkMethod::Post, LinkRel::Capture),
        ("/refund", LinkMethod::Post, LinkRel::Refund),
    ];
    assert_eq!(order.links.len(), expected.len());
    for (link, (path, method, rel)) in order.links.iter().zip(expected) {
        assert_eq!(link.href, format!("https://gateway.sezzle.com/v2/order/{order_id}{path}"));
        assert_eq!((link.method.as_ref(), link.rel.as_ref()), (Some(&method), Some(&rel)));
    }

    assert!(session.tokenize.is_none());
    let tokenization = session.tokenization().unwrap();
    let token = "7ec98824-67cc-469c-86ab-f9e047f9cf1a";
    assert_eq!(tokenization.token.as_ref().unwrap().expose(), token);
    assert_eq!(
        tokenization.expiration.unwrap(),
        "2020-04-27T14:46:59Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap()
    );
    assert_eq!(
        tokenization.approval_url.as_ref().unwrap().expose(),
        "https://dashboard.sezzle.com/customer/checkout-approval?merchant-request-id=3f3244fd-78ce-4994-af0c-b8c760d47794"
    );
    assert_eq!(tokenization.links.len(), 1);
    assert_eq!(tokenization.links[0].href, format!("https://gateway.sezzle.com/v2/token/{token}/session"));
    assert_eq!(
        (&tokenization.links[0].method, &tokenization.links[0].rel),
        (&Some(LinkMethod::Get), &Some(LinkRel::Token))
    );

    // And back: only the timestamp's empty fraction is written in fewer characters.
    let mut expected = published();
    expected["order"]["tokenize"]["expiration"] = "2020-04-27T14:46:59Z".into();
    assert_eq!(serde_json::to_value(&session).unwrap(), expected);
}
