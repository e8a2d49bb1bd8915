//! The locale files as a table: every text's key with the names of its arguments.
//!
//! The program looks its texts up in it when it is compiled, so that a key that no file has, and an
//! argument that a text does not get, are errors at the line that asks for the text.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Names of arguments, by the key of the text that uses them.
type Arguments = BTreeMap<String, BTreeSet<String>>;

/// Reads the locale files of `folder` and writes the table to `out`.
pub fn write(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ftl"));
    files.sort();
    let mut texts = Arguments::new();
    let mut rust = String::from(
        "/// The locale's files with their texts.\npub(crate) const FILES: &[(&str, &str)] = &[\n",
    );
    for file in &files {
        println!("cargo:rerun-if-changed={}", file.display());
        read(file, &mut texts)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = file.to_string_lossy().replace('\\', "/");
        writeln!(
            rust,
            "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{path}\"))),"
        )?;
    }
    rust += "];\n\n/// The texts' keys in order, each with the names of its arguments in order.\n\
             pub(crate) const TEXTS: &[(&str, &[&str])] = &[\n";
    for (key, arguments) in &texts {
        let arguments: Vec<String> = arguments.iter().map(|name| format!("{name:?}")).collect();
        writeln!(rust, "    ({key:?}, &[{}]),", arguments.join(", "))?;
    }
    rust += "];\n";
    std::fs::write(out, rust)?;
    Ok(())
}

fn read(file: &Path, texts: &mut Arguments) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(file)?;
    let at = |place: usize| {
        let line = text[..place.min(text.len())].lines().count().max(1);
        format!("{}:{line}", file.display())
    };
    let resource = fluent_syntax::parser::parse(text.as_str()).map_err(|(_, errors)| {
        let faults: Vec<String> =
            errors.iter().map(|error| format!("{}: {error}", at(error.pos.start))).collect();
        faults.join("\n")
    })?;
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name;
        let mut arguments = BTreeSet::new();
        if let Some(pattern) = &message.value {
            collect(pattern, &mut arguments)
                .map_err(|what| format!("{}: {key} {what}", file.display()))?;
        }
        if texts.insert(key.to_owned(), arguments).is_some() {
            return Err(format!("{}: another file has {key}, too", file.display()).into());
        }
    }
    Ok(())
}

fn collect(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) -> Result<(), String> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, names)?,
            Expression::Select { selector, variants } => {
                collect_inline(selector, names)?;
                for variant in variants {
                    collect(&variant.value, names)?;
                }
            }
        }
    }
    Ok(())
}

fn collect_inline(
    inline: &InlineExpression<&str>,
    names: &mut BTreeSet<String>,
) -> Result<(), String> {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
            Ok(())
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inline) => collect_inline(inline, names),
            Expression::Select { .. } => Err("has a choice within braces of its own".to_owned()),
        },
        // Their arguments would have to be looked for in the text that is named.
        _ => Err("names another text, a term or a function".to_owned()),
    }
}
