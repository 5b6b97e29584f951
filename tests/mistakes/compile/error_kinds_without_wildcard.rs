use sezzle_api::ErrorKind;

fn advice(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotSent => "try again",
        ErrorKind::NoResponse | ErrorKind::DeadlineExceeded => "check first",
        ErrorKind::ErrorResponse | ErrorKind::InvalidResponse => "read the details",
    }
}

fn main() {}
