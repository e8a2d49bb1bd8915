//! The rows of the statements as constants, so that code that names a row which is not there does
//! not compile.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// Reads the statements' layouts from `file` and writes a constant for every row to `out`.
pub fn write(file: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", file.display());
    let text = std::fs::read_to_string(file)?;
    let mut rows: BTreeMap<String, (String, String)> = BTreeMap::new();
    for (number, line) in text.lines().enumerate() {
        let Some(id) = field(line, "id") else { continue };
        let words = field(line, "name").unwrap_or(id);
        let known = rows.entry(constant(id)).or_insert_with(|| (id.to_owned(), words.to_owned()));
        if known.0 != id {
            let (known, at) = (&known.0, number + 1);
            return Err(
                format!("{}:{at}: {id} and {known} make one constant", file.display()).into()
            );
        }
    }
    if rows.is_empty() {
        return Err(format!("{}: no line of it is a row", file.display()).into());
    }
    let mut rust = String::new();
    for (constant, (id, words)) in rows {
        writeln!(rust, "/// {words}.\npub const {constant}: &str = {id:?};")?;
    }
    std::fs::write(out, rust)?;
    Ok(())
}

/// The text of a field that stands on the line of its row.
fn field<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let opening = format!("{name}: \"");
    let (before, rest) = line.split_once(&opening)?;
    // A field whose name only ends alike is another.
    before.ends_with(['(', ' ']).then_some(())?;
    rest.split('"').next()
}

/// `sum-driftsinntekter` as `SUM_DRIFTSINNTEKTER`.
fn constant(id: &str) -> String {
    let ascii = id.replace('-', "_").replace('å', "aa").replace('ø', "oe").replace('æ', "ae");
    ascii.to_uppercase()
}
