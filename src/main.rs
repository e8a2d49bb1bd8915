//! Arguments lead to the window or to a command; nothing else happens here.

use std::process::ExitCode;

use arsmelding::{cli, ui, words};

fn main() -> ExitCode {
    // A translator sees which text stands where.
    if std::env::var_os("ARSMELDING_TEXT_KEYS").is_some() {
        words::show_keys();
    }
    // Shells on Windows leave `*.xlsx` to the program.
    let line = match cli::parse(wild::args_os()) {
        Ok(line) => line,
        Err(code) => return code,
    };
    match &line.command {
        Some(command) => cli::run(command),
        None => ui::run(line.file, line.renderer),
    }
}
