//! Follows the links of a response safely.

use reqwest::{Method, Url};

use crate::client::Client;
use crate::error::Error;
use crate::generated::types::{Link, LinkMethod};
use crate::request::Request;

impl Client {
    /// Starts the request that a link describes, with the method of the link.
    ///
    /// The request carries the bearer token, so the link must lead to the gateway of this client: same scheme, host and
    /// port, and below its base URL. With any other link the call fails before anything is sent; the error contains only
    /// its host.
    ///
    /// ```no_run
    /// # async fn example(client: &sezzle_api::Client) -> Result<(), sezzle_api::Error> {
    /// use sezzle_api::types::{LinkMethod, LinkRel, Order};
    ///
    /// let session = client.get_session().session_uuid("..").send().await?;
    /// // Several links may have one `rel`: `self` can be read, changed and deleted.
    /// let links = session.order.iter().flat_map(|order| &order.links);
    /// let mut links = links.filter(|link| link.method == Some(LinkMethod::Get) && link.rel == Some(LinkRel::Self_));
    /// if let Some(link) = links.next() {
    ///     let order = client.follow(link).send_json::<Order>().await?;
    /// # let _ = order;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn follow(&self, link: &Link) -> Request {
        match method(link) {
            Ok(method) => self.request_to(method, self.same_origin_url(&link.href)),
            Err(error) => self.request_to(Method::GET, Err(error)),
        }
    }

    fn same_origin_url(&self, href: &str) -> Result<String, Error> {
        let invalid = |problem: String| Error::invalid("link", problem);
        let url = Url::parse(href.trim()).map_err(|error| invalid(format!("has an invalid URL: {error}")))?;
        // Cannot fail: the client was built with this base URL.
        let base = Url::parse(self.base_url()).map_err(|error| invalid(error.to_string()))?;
        if url.origin() != base.origin() {
            let target = if url.host_str() == base.host_str() {
                "has another scheme or port than the gateway of this client".to_owned()
            } else {
                format!("leads to {}, not to the gateway of this client", url.host_str().unwrap_or("no host"))
            };
            return Err(invalid(format!("{target}, which would expose the token: it is not followed")));
        }
        let prefix = base.path().trim_end_matches('/');
        if !url.path().strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/')) {
            return Err(invalid("leads to another part of the gateway's host: it is not followed".to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(invalid("contains a user name or a password: it is not followed".to_owned()));
        }
        Ok(url.into())
    }
}

fn method(link: &Link) -> Result<Method, Error> {
    match link.method.as_ref() {
        Some(LinkMethod::Get) => Ok(Method::GET),
        Some(LinkMethod::Post) => Ok(Method::POST),
        Some(LinkMethod::Patch) => Ok(Method::PATCH),
        Some(LinkMethod::Delete) => Ok(Method::DELETE),
        Some(LinkMethod::Put) => Ok(Method::PUT),
        Some(_) => Err(Error::invalid(
            "link",
            "has a method that this version of the crate does not know: use `Client::request`",
        )),
        None => Err(Error::invalid("link", "has no method: call the operation, or use `Client::request`")),
    }
}
