//! Makes a table of the locale's texts and constants of the statements' rows, gives the Windows program its icons, its version and its manifest,
//! and asks the linker for a smaller program.

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
    link_smaller();
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

/// What makes the program smaller, where the linker can do it; GNU's can fold nothing, and is told nothing.
fn link_smaller() {
    println!("cargo:rerun-if-env-changed=RUSTC_LINKER");
    let is_linux = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux");
    // Generic functions of unlike types are often the same instructions: a thirteenth of the program
    // where most is not optimised.
    let mut options = vec!["-Wl,--icf=all"];
    if is_linux {
        // The addresses that are set when the program starts, 7 MB of them, as a bitmap. glibc reads it
        // from 2.36 on.
        options.push("-Wl,-z,pack-relative-relocs");
    }
    for option in options {
        if is_usable(option).unwrap_or(false) {
            println!("cargo:rustc-link-arg={option}");
        }
    }
}

/// Whether an empty program can be linked with the option, by the linker that links ours, and starts
/// where it is made for the machine that makes it.
fn is_usable(option: &str) -> Option<bool> {
    let folder = env::var_os("OUT_DIR")?;
    let source = Path::new(&folder).join("empty.rs");
    let program = Path::new(&folder).join("empty");
    std::fs::write(&source, "fn main() {}\n").ok()?;
    let target = env::var_os("TARGET")?;
    let mut rustc = Command::new(env::var_os("RUSTC")?);
    rustc.arg("--target").arg(&target).arg("-C").arg(format!("link-arg={option}"));
    if let Some(linker) = env::var_os("RUSTC_LINKER") {
        let mut named = std::ffi::OsString::from("linker=");
        named.push(linker);
        rustc.arg("-C").arg(named);
    }
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    rustc.args(flags.split('\x1f').filter(|flag| !flag.is_empty()));
    rustc.arg(&source).arg("-o").arg(&program);
    let is_linked = succeeds(&mut rustc)?;
    let is_foreign = env::var_os("HOST")? != target;
    Some(is_linked && (is_foreign || succeeds(&mut Command::new(program))?))
}

fn succeeds(command: &mut Command) -> Option<bool> {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    Some(status.ok()?.success())
}
