//! Makes a table of the locale's texts and constants of the statements' rows, gives the Windows program its icons, its version and its manifest,
//! and asks the linker to keep one of each function that came out alike.

#[path = "build/rows.rs"]
mod rows;
#[path = "build/texts.rs"]
mod texts;

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

/// What Windows is told of the program: how it draws, which Windows it knows, long paths.
const MANIFEST: &str = "packaging/windows/arsmelding.manifest";
/// The icons: the program's own stands first, for Windows takes the one with the lowest number.
const ICONS: [(&str, &str); 2] =
    [("assets/icon/arsmelding.ico", "1"), ("assets/icon/project.ico", "2")];
/// Norwegian (bokmål), as Windows numbers languages.
const NORWEGIAN: u16 = 0x0414;

/// Every word that a user sees.
const TEXTS: &str = "assets/locale/nb";
/// The rows of the statements.
const STATEMENTS: &str = "assets/accounts/statements-v1.ron";

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var_os("OUT_DIR").ok_or("cargo says where to write")?;
    texts::write(Path::new(TEXTS), &Path::new(&out).join("texts.rs"))?;
    rows::write(Path::new(STATEMENTS), &Path::new(&out).join("rows.rs"))?;
    println!("cargo:rerun-if-changed={MANIFEST}");
    for (icon, _) in ICONS {
        println!("cargo:rerun-if-changed={icon}");
    }
    fold_identical_functions();
    // The system that is built for, which need not be the one that builds.
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    let mut resource = winresource::WindowsResource::new();
    resource.set_language(NORWEGIAN).set_manifest_file(MANIFEST);
    for (icon, number) in ICONS {
        resource.set_icon_with_id(icon, number);
    }
    for field in ["ProductName", "FileDescription"] {
        resource.set(field, "Årsmelding");
    }
    resource.set("OriginalFilename", "arsmelding.exe");
    resource.compile_for("arsmelding")?;
    Ok(())
}

/// Generic functions of unlike types are often the same instructions: a thirteenth of the program where most is not
/// optimised. Linkers that can fold them are asked to; GNU's cannot, and is told nothing.
fn fold_identical_functions() {
    const FOLD: &str = "link-arg=-Wl,--icf=all";
    println!("cargo:rerun-if-env-changed=RUSTC_LINKER");
    if linker_takes(FOLD).unwrap_or(false) {
        println!("cargo:rustc-link-arg={}", FOLD.trim_start_matches("link-arg="));
    }
}

/// Whether an empty program can be linked with the option, by the linker that links ours.
fn linker_takes(option: &str) -> Option<bool> {
    let folder = env::var_os("OUT_DIR")?;
    let source = Path::new(&folder).join("empty.rs");
    std::fs::write(&source, "fn main() {}\n").ok()?;
    let mut rustc = Command::new(env::var_os("RUSTC")?);
    rustc.arg("--target").arg(env::var_os("TARGET")?).args(["-C", option]);
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        let mut named = std::ffi::OsString::from("linker=");
        named.push(linker);
        rustc.arg("-C").arg(named);
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    rustc.args(flags.split('\x1f').filter(|flag| !flag.is_empty()));
    rustc.arg(&source).arg("-o").arg(Path::new(&folder).join("empty"));
    let status = rustc.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    Some(status.ok()?.success())
}
