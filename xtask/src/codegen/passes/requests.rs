//! Reads from progenitor's `send` what the request of an operation consists of.
//!
//! progenitor's `send` ends in a match over the declared statuses that loses the status of a response it cannot read, and
//! reads errors in one shape only. So the crate sends requests itself, and takes from `send` only what goes into them.

use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Expr, ExprMethodCall, Ident, ImplItemFn, LitStr};

/// The header that progenitor adds to every request. Sezzle does not ask for it.
const API_VERSION: &str = "api-version";

/// The parts of a request, by the names of the builder's fields.
#[derive(Default)]
pub(crate) struct Request {
    /// The HTTP method, in lower case.
    pub(crate) method: String,
    /// The path, with a name in braces for each parameter.
    pub(crate) path: String,
    pub(crate) path_parameters: Vec<Ident>,
    /// The names in the query, and the fields.
    pub(crate) query: Vec<(String, Ident)>,
    pub(crate) headers: Vec<(String, Ident)>,
    /// Whether the response is JSON.
    pub(crate) accepts_json: bool,
    pub(crate) has_body: bool,
}

impl Request {
    /// Reads progenitor's `send`.
    pub(super) fn read(send: &ImplItemFn) -> Result<Self, String> {
        let mut reader = Reader::default();
        reader.visit_block(&send.block);
        let Reader { request, problem, .. } = reader;
        match problem {
            Some(problem) => Err(problem),
            None if request.method.is_empty() || request.path.is_empty() => Err("it builds no request".to_owned()),
            None => Ok(request),
        }
    }
}

#[derive(Default)]
struct Reader {
    request: Request,
    /// The field that `value` stands for: in `if let Some(value) = field`.
    optional: Option<Ident>,
    problem: Option<String>,
}

impl Reader {
    fn unexpected(&mut self, tokens: &impl ToTokens) {
        self.problem.get_or_insert_with(|| format!("`{}` is not expected", tokens.to_token_stream()));
    }

    fn read_call(&mut self, call: &ExprMethodCall) {
        let method = call.method.to_string();
        let receiver = text(&call.receiver);
        if receiver == "client.client" {
            self.request.method = method;
        } else if receiver == "header_map" && method == "append" {
            match (call.args.first().and_then(string), call.args.get(1).and_then(header_value)) {
                (Some(name), Some(value)) => {
                    let field = self.optional.clone().filter(|_| value == "value").unwrap_or(value);
                    self.request.headers.push((name, field));
                }
                _ if text(call).contains(API_VERSION) => {}
                _ => self.unexpected(call),
            }
        } else if receiver.starts_with("client.client.") {
            let arguments = text(&call.args);
            match method.as_str() {
                "header" if arguments.contains("ACCEPT") && arguments.contains("\"application/json\"") => {
                    self.request.accepts_json = true;
                }
                "json" if arguments == "&body" => self.request.has_body = true,
                "query" => match call.args.first().and_then(query_parameter) {
                    Some(parameter) => self.request.query.push(parameter),
                    None => self.unexpected(call),
                },
                "headers" | "build" => {}
                _ => self.unexpected(call),
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        // The receiver first: calls are read in the order in which they are made.
        visit::visit_expr_method_call(self, call);
        self.read_call(call);
    }

    fn visit_expr_if(&mut self, condition: &'ast syn::ExprIf) {
        if let Expr::Let(binding) = &*condition.cond
            && text(&binding.pat) == "Some(value)"
        {
            self.optional = identifier(&binding.expr);
        }
        visit::visit_expr_if(self, condition);
        self.optional = None;
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if !call.path.is_ident("format") {
            return;
        }
        // The arguments of `format!` are tokens to syn.
        let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        let arguments = call.parse_body_with(parser).map(|arguments| arguments.into_iter().collect::<Vec<_>>());
        let Ok([template, base, parameters @ ..]) = arguments.as_deref() else { return };
        let (Some(template), "client.baseurl") = (string(template), text(base).as_str()) else { return };
        let names: Option<Vec<Ident>> = parameters.iter().map(encoded_parameter).collect();
        match (names, template.strip_prefix("{}")) {
            (Some(names), Some(path)) => {
                self.request.path =
                    names.iter().fold(path.to_owned(), |path, name| path.replacen("{}", &format!("{{{name}}}"), 1));
                self.request.path_parameters = names;
            }
            _ => self.unexpected(call),
        }
    }
}

/// `p` if the expression is `encode_path(&p.to_string())`.
fn encoded_parameter(expression: &Expr) -> Option<Ident> {
    let Expr::Call(call) = expression else { return None };
    let Expr::Reference(reference) = call.args.first()? else { return None };
    let Expr::MethodCall(to_string) = &*reference.expr else { return None };
    identifier(&to_string.receiver).filter(|_| text(&call.func) == "encode_path")
}

/// The name and `p` if the expression is `&progenitor_client::QueryParam::new(name, &p)`.
fn query_parameter(expression: &Expr) -> Option<(String, Ident)> {
    let Expr::Reference(parameter) = expression else { return None };
    let Expr::Call(call) = &*parameter.expr else { return None };
    let Expr::Reference(value) = call.args.get(1)? else { return None };
    let is_parameter = text(&call.func) == "progenitor_client::QueryParam::new";
    Some((string(call.args.first()?)?, identifier(&value.expr)?)).filter(|_| is_parameter)
}

/// `v` if the expression is `v.to_string().try_into()?`.
fn header_value(expression: &Expr) -> Option<Ident> {
    let Expr::Try(tried) = expression else { return None };
    let Expr::MethodCall(try_into) = &*tried.expr else { return None };
    let Expr::MethodCall(to_string) = &*try_into.receiver else { return None };
    identifier(&to_string.receiver).filter(|_| try_into.method == "try_into" && to_string.method == "to_string")
}

fn identifier(expression: &Expr) -> Option<Ident> {
    match expression {
        Expr::Path(path) => path.path.get_ident().cloned(),
        _ => None,
    }
}

fn string(expression: &Expr) -> Option<String> {
    syn::parse2::<LitStr>(expression.to_token_stream()).ok().map(|literal| literal.value())
}

fn text(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}
