//! The list of the public API.

use std::fs;
use std::path::Path;

use xtask::commands::api::api;
use xtask::paths::PUBLIC_API;

/// Returns the list for a crate with these files.
fn list(test: &str, files: &[(&str, &str)]) -> String {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&root);
    for (name, text) in files {
        let path = root.join("sezzle-api/src").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folder made");
        fs::write(path, text).expect("file written");
    }
    let listed = api(&root, &[]).unwrap_or_else(|findings| panic!("{findings}"));
    assert_eq!(listed.name, PUBLIC_API);
    listed.text.split_once("\n\n").map(|(_, list)| list.to_owned()).unwrap_or_default()
}

#[test]
fn exports_are_listed_under_their_public_paths() {
    let listed = list(
        "api-exports",
        &[
            (
                "lib.rs",
                "mod inner;
                pub mod open;
                pub use inner::{Kept, deep::Renamed as New};
                pub use reqwest;
                fn private() {}
                #[cfg(test)] pub mod tests {}",
            ),
            (
                "inner.rs",
                "pub mod deep;
                #[derive(Clone)] #[non_exhaustive]
                pub struct Kept<T> { pub a: ::std::option::Option<T>, b: u8 }
                pub struct Unreachable;
                impl<T> Kept<T> {
                    pub fn new(a: &T) -> Self { Self { a: None, b: 0 } }
                    #[doc(hidden)] pub fn hidden() {}
                    fn private() {}
                    pub(crate) fn internal() {}
                }",
            ),
            ("inner/deep/mod.rs", "pub enum Renamed { A, B(u8), C { x: String } }"),
            (
                "open.rs",
                "use crate::Kept;
                impl<T> std::fmt::Debug for Kept<T> {}
                #[cfg(feature = \"extra\")]
                pub fn convert<V>(value: V) -> Result<(), <V as ::std::convert::TryInto<u8>>::Error> where V: TryInto<u8> {}
                pub trait Shape: Send { type Side; fn sides(&self) -> u32; }
                pub const LIMIT: u32 = 3;
                made! { /// Doc.
                    Table { column: String = \"column\", } }
                pub use self::hidden::Table2;
                mod hidden { made! { Table2 { other: u8 = \"o\" } } }",
            ),
        ],
    );
    let expected = r#"struct sezzle_api::Kept<T>, ..
    a: Option<T>
    fn new(a: &T) -> Self
    impl Clone, Debug

enum sezzle_api::New
    A
    B(u8)
    C { x: String }

mod sezzle_api::open

const sezzle_api::open::LIMIT: u32 = 3

trait sezzle_api::open::Shape: Send
    type Side
    fn sides(&self) -> u32

made by sezzle_api::open::Table
    made!
    Table {
    column: String = "column"
    }

made by sezzle_api::open::Table2
    made!
    Table2 {
    other: u8 = "o" }

sezzle_api::open::convert: fn convert<V>(value: V) -> Result<(), <V as TryInto<u8>>::Error> where V: TryInto<u8>  [feature = "extra"]

use sezzle_api::reqwest = reqwest
"#;
    assert_eq!(listed, expected);
}
