//! Writes the manual page and the completions of the shells, which the Debian package holds:
//! `cargo run --release --example make_package_files -- FOLDER`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use arsmelding::cli;
use clap_complete::{Shell, generate_to};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("name a folder")?;
    fs::create_dir_all(&folder)?;
    let mut command = cli::command();
    clap_mangen::generate_to(command.clone(), &folder)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        generate_to(shell, &mut command, "arsmelding", &folder)?;
    }
    Ok(())
}
