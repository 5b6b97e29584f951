//! Each operation builds its request and passes it to the crate's own call, which returns the crate's `Error`.
//!
//! progenitor's `send` ends in a match over the declared statuses that loses the status of an answer it cannot read and
//! reads errors in one shape only. Here its body is kept up to the finished request, in a function of its own, and the
//! rest gives way to one call.

use heck::{ToShoutySnakeCase, ToSnakeCase};
use quote::{ToTokens, format_ident};
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ImplItem, ImplItemFn, Item, Stmt, Type, parse_quote};

use super::{answer_of, argument_of, is_function, module, self_name};

pub(super) fn apply(file: &mut syn::File, _: &Value) -> Result<(), String> {
    let mut changed = 0;
    for item in module(file, &["builder"])? {
        let Item::Impl(item) = item else { continue };
        let operation = format_ident!("{}", self_name(item).to_snake_case().to_shouty_snake_case());
        let Some(position) = item.items.iter().position(|item| is_function(item, "send")) else { continue };
        let ImplItem::Fn(send) = item.items.remove(position) else { unreachable!("found as a function above") };
        let (send, request) = split(send, &operation).map_err(|problem| format!("`send` of {operation}: {problem}"))?;
        item.items.push(ImplItem::Fn(send));
        item.items.push(ImplItem::Fn(request));
        changed += 1;
    }
    if changed == 0 { Err("no `send` in the module `builder`".to_owned()) } else { Ok(()) }
}

fn split(mut send: ImplItemFn, operation: &syn::Ident) -> Result<(ImplItemFn, ImplItemFn), String> {
    let value = answer_of(&send).ok_or("it does not return a ResponseValue")?.clone();
    let exchange = match &value {
        Type::Tuple(unit) if unit.elems.is_empty() => format_ident!("empty"),
        Type::Path(path) if path.path.is_ident("ByteStream") => format_ident!("stream"),
        list if argument_of(list, "Vec").is_some() => format_ident!("list"),
        _ => format_ident!("json"),
    };

    let mut head: Vec<Stmt> = Vec::new();
    for statement in std::mem::take(&mut send.block.stmts) {
        if binds(&statement, "info") {
            break;
        }
        head.push(statement);
    }
    let mut rewrite = Rewrite::default();
    head.retain(|statement| !is_api_version(statement));
    let with_headers =
        head.iter().any(|statement| statement.to_token_stream().to_string().contains("header_map . append"));
    if !with_headers {
        head.retain(|statement| !binds(statement, "header_map"));
    }
    for statement in &mut head {
        rewrite.visit_stmt_mut(statement);
    }
    if !with_headers {
        for statement in &mut head {
            WithoutHeaders.visit_stmt_mut(statement);
        }
    }
    if rewrite.urls != 1 || rewrite.builds != 1 {
        return Err(format!("{} URLs and {} requests are built, not one of each", rewrite.urls, rewrite.builds));
    }
    if let Some(Stmt::Local(request)) = head.last_mut() {
        request.attrs.clear();
        request.pat = if rewrite.queries.is_empty() { parse_quote!(request) } else { parse_quote!(mut request) };
    }
    head.append(&mut rewrite.queries);

    let docs = &send.attrs;
    let sent = parse_quote! {
        #(#docs)*
        ///
        /// # Errors
        ///
        /// The request is not valid, could not be sent, was refused, or its answer was lost or could not be read;
        /// [`Error::kind`] tells which.
        pub async fn send(self) -> Result<ResponseValue<#value>, Error> {
            let (client, options) = (self.client, self.options);
            Call::start(client, &operations::#operation, options, self.into_request())?.#exchange().await
        }
    };
    let request = parse_quote! {
        // Compiled by programs that call the operation, and by no others.
        #[inline]
        pub(crate) fn into_request(self) -> Result<reqwest::Request, Error> {
            #(#head)*
            Ok(request)
        }
    };
    Ok((sent, request))
}

/// Whether the statement is `let name = ..;`, with or without `mut`.
fn binds(statement: &Stmt, name: &str) -> bool {
    matches!(statement, Stmt::Local(local) if matches!(&local.pat, syn::Pat::Ident(pattern) if pattern.ident == name))
}

/// Sezzle never asked for the header `api-version`.
fn is_api_version(statement: &Stmt) -> bool {
    let text = statement.to_token_stream().to_string();
    text.starts_with("header_map") && text.contains("\"api-version\"")
}

#[derive(Default)]
struct Rewrite {
    urls: usize,
    builds: usize,
    /// What adds the query's parameters to the finished request.
    queries: Vec<Stmt>,
}

impl VisitMut for Rewrite {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        let text = expression.to_token_stream().to_string();
        if text == "client . baseurl" {
            self.urls += 1;
            *expression = parse_quote!(client.base_url());
        } else if text == "client . client" {
            *expression = parse_quote!(client.inner.http);
        } else if let Some(parameter) = encoded_parameter(expression) {
            let name = parameter.to_token_stream().to_string();
            *expression = parse_quote!(encode::path_segment(#name, &#parameter)?);
        } else if let Some((before, name, value)) = query_parameter(expression) {
            self.queries.push(parse_quote!(encode::query(&mut request, #name, #value)?;));
            *expression = before;
        } else if let Some((name, value)) = header(expression) {
            *expression = parse_quote!(header_map.append(#name, encode::header_value(#name, &#value)?));
        } else if let Expr::Try(tried) = expression {
            if let Some(name) = invalid_request(&tried.expr) {
                let Expr::MethodCall(call) = &mut *tried.expr else { return };
                call.args = parse_quote!(|problem| Error::invalid(#name, problem));
            } else if tried.expr.to_token_stream().to_string().ends_with(". build ()") {
                self.builds += 1;
                let request = &tried.expr;
                *expression = parse_quote!(#request.map_err(Error::unbuildable)?);
            }
        }
    }

    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        // The arguments of `format!` are tokens to syn; read them as expressions.
        let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        if let Ok(mut arguments) = call.parse_body_with(parser) {
            arguments.iter_mut().for_each(|argument| self.visit_expr_mut(argument));
            call.tokens = arguments.to_token_stream();
        }
    }
}

/// `p` if the expression is `encode_path(&p.to_string())`.
fn encoded_parameter(expression: &Expr) -> Option<Expr> {
    let Expr::Call(call) = expression else { return None };
    if call.func.to_token_stream().to_string() != "encode_path" {
        return None;
    }
    let Expr::Reference(reference) = call.args.first()? else { return None };
    let Expr::MethodCall(to_string) = &*reference.expr else { return None };
    Some((*to_string.receiver).clone())
}

/// The request, the name and the value if the expression is
/// `request.query(&progenitor_client::QueryParam::new(name, value))`.
fn query_parameter(expression: &Expr) -> Option<(Expr, Expr, Expr)> {
    let Expr::MethodCall(query) = expression else { return None };
    let Expr::Reference(parameter) = query.args.first()? else { return None };
    let Expr::Call(call) = &*parameter.expr else { return None };
    if call.func.to_token_stream().to_string() != "progenitor_client :: QueryParam :: new" {
        return None;
    }
    let mut arguments = call.args.iter().cloned();
    Some(((*query.receiver).clone(), arguments.next()?, arguments.next()?))
}

/// The name and `v` if the expression is `header_map.append(name, v.to_string().try_into()?)`.
fn header(expression: &Expr) -> Option<(Expr, Expr)> {
    let Expr::MethodCall(append) = expression else { return None };
    let Expr::Try(tried) = append.args.get(1)? else { return None };
    let Expr::MethodCall(try_into) = &*tried.expr else { return None };
    let Expr::MethodCall(to_string) = &*try_into.receiver else { return None };
    let as_expected = append.method == "append" && try_into.method == "try_into" && to_string.method == "to_string";
    as_expected.then(|| (append.args[0].clone(), (*to_string.receiver).clone()))
}

/// The parameter's name if the expression is `name...map_err(Error::InvalidRequest)`.
fn invalid_request(expression: &Expr) -> Option<String> {
    let Expr::MethodCall(call) = expression else { return None };
    if call.method != "map_err" || call.args.to_token_stream().to_string() != "Error :: InvalidRequest" {
        return None;
    }
    let mut receiver = &*call.receiver;
    while let Expr::MethodCall(inner) = receiver {
        receiver = &inner.receiver;
    }
    Some(receiver.to_token_stream().to_string())
}

/// Takes `.headers(header_map)` out of a chain of calls.
struct WithoutHeaders;

impl VisitMut for WithoutHeaders {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        if let Expr::MethodCall(call) = expression
            && call.method == "headers"
        {
            *expression = (*call.receiver).clone();
        }
    }
}
