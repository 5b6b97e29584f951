//! Links in answers, and how to follow one safely.

use reqwest::{Method, Url};

use crate::types::{Link, LinkMethod};
use crate::{Client, Error, Request};

impl Client {
    /// Starts the request that a link of an answer names, with the method it names.
    ///
    /// A link may lead anywhere, and the request carries the bearer token. So it is sent only if the link leads to the
    /// gateway of this client: same scheme, host and port, and below its base URL. Any other link is refused before
    /// anything is sent, and the error names its host only.
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
    pub fn follow(&self, link: &Link) -> Request<'_> {
        let target = method(link).and_then(|method| Ok((method, self.own_url(&link.href)?)));
        self.request_to(target)
    }

    fn own_url(&self, href: &str) -> Result<String, Error> {
        let refused = |problem: String| Error::invalid("link", problem);
        let url = Url::parse(href.trim()).map_err(|error| refused(format!("its URL cannot be read: {error}")))?;
        // The base URL was read before, when the client was built.
        let base = Url::parse(self.base_url()).map_err(|error| refused(error.to_string()))?;
        if url.origin() != base.origin() {
            let place = if url.host_str() == base.host_str() {
                "has another scheme or port than the gateway of this client".to_owned()
            } else {
                format!("leads to {}, not to the gateway of this client", url.host_str().unwrap_or("no host"))
            };
            return Err(refused(format!("it {place}, which would show the token to others: it is not followed")));
        }
        let prefix = base.path().trim_end_matches('/');
        if !url.path().strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/')) {
            return Err(refused("it leads to another part of the gateway's host: it is not followed".to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refused("it holds a user name or a password: it is not followed".to_owned()));
        }
        Ok(url.into())
    }
}

fn method(link: &Link) -> Result<Method, Error> {
    match &link.method {
        Some(LinkMethod::Get) => Ok(Method::GET),
        Some(LinkMethod::Post) => Ok(Method::POST),
        Some(LinkMethod::Patch) => Ok(Method::PATCH),
        Some(LinkMethod::Delete) => Ok(Method::DELETE),
        Some(LinkMethod::Put) => Ok(Method::PUT),
        Some(LinkMethod::Unknown(_)) => {
            Err(Error::invalid("link", "this version of the crate does not know its method: use `Client::request`"))
        }
        None => Err(Error::invalid("link", "it names no method: call the operation, or use `Client::request`")),
    }
}
