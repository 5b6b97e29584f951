//! Each operation has a way for programs without a runtime: `send_blocking` beside `send`.

use serde_json::Value;
use syn::{Expr, ImplItem, ImplItemFn, Item, Type, parse_quote};

use super::{answer_of, is_function, module};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let mut changed = 0;
    for item in module(file, &["builder"])? {
        let Item::Impl(item) = item else { continue };
        let Some(position) = item.items.iter().position(|item| is_function(item, "send")) else { continue };
        let ImplItem::Fn(send) = &item.items[position] else { continue };
        let blocking = blocking(send)?;
        item.items.insert(position + 1, ImplItem::Fn(blocking));
        changed += 1;
    }
    if changed == 0 { Err("no `send` in the module `builder`".to_owned()) } else { Ok(()) }
}

fn blocking(send: &ImplItemFn) -> Result<ImplItemFn, String> {
    let value = answer_of(send).ok_or("`send` does not return a ResponseValue")?;
    let is_stream = matches!(value, Type::Path(path) if path.path.is_ident("ByteStream"));
    let (value, sent): (Type, Expr) = if is_stream {
        let reader = parse_quote!(crate::blocking::ByteReader);
        let sent =
            parse_quote!(Ok(client.block_on(self.send())??.map(|body| crate::blocking::ByteReader::new(client, body))));
        (reader, sent)
    } else {
        (value.clone(), parse_quote!(client.block_on(self.send())?))
    };
    Ok(parse_quote! {
        /// Does what [`send`](Self::send) does, in a program without a runtime: see [`blocking`](crate::blocking).
        ///
        /// # Errors
        ///
        /// As for `send`, or a tokio runtime is running on this thread; nothing is sent then.
        #[cfg(feature = "blocking")]
        pub fn send_blocking(self) -> Result<ResponseValue<#value>, Error> {
            let client = self.client;
            #sent
        }
    })
}
