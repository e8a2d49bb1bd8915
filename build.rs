//! Gives the Windows program its icons, its version and its manifest. Elsewhere it does nothing.

use std::error::Error;

/// What Windows is told of the program: how it draws, which Windows it knows, long paths.
const MANIFEST: &str = "packaging/windows/arsmelding.manifest";
/// The icons: the program's own stands first, for Windows takes the one with the lowest number.
const ICONS: [(&str, &str); 2] =
    [("assets/icon/arsmelding.ico", "1"), ("assets/icon/project.ico", "2")];
/// Norwegian (bokmål), as Windows numbers languages.
const NORWEGIAN: u16 = 0x0414;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={MANIFEST}");
    for (icon, _) in ICONS {
        println!("cargo:rerun-if-changed={icon}");
    }
    // The system that is built for, which need not be the one that builds.
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
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
