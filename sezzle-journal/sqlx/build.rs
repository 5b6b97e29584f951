//! Takes the code for `sqlx` out of the guide.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../guide.md");
    let guide = std::fs::read_to_string("../guide.md")?;
    let blocks = guide.split("```text\n").filter_map(|text| text.split("```").next());
    let code = blocks.filter(|block| block.contains("impl Connection for Sqlx")).last();
    let code = code.ok_or("the guide has no connection for `sqlx`")?;
    Ok(std::fs::write(std::path::Path::new(&std::env::var("OUT_DIR")?).join("guide.rs"), code)?)
}
