//! The command line understood, with help and faults in the user's language.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _, FromArgMatches as _};

use super::CommandLine;
use super::answer::{DONE, NOT_DONE};
use crate::{app, t, words};

/// The command line with its help texts, for the manual page and the completions of shells.
pub fn command() -> Command {
    // Else the help names the program as its file is called, which differs from system to system.
    worded(CommandLine::command()).bin_name("arsmelding")
}

/// Understands the arguments.
///
/// # Errors
/// The exit code, after help, version or a sentence about what is wrong was printed.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<CommandLine, ExitCode> {
    let matches = command().try_get_matches_from(arguments);
    let line = matches.and_then(|matches| CommandLine::from_arg_matches(&matches));
    line.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader that went away is no failure.
            let _ = error.print();
            ExitCode::from(DONE)
        }
        _ => {
            let text = t!("cli-usage", why = why(&error));
            if app::is_without_console() {
                app::tell_failure(&text);
            } else {
                eprintln!("{text}");
            }
            ExitCode::from(NOT_DONE)
        }
    })
}

/// The command with every help text from the locale files: `help-import`, `help-import-kind`.
fn worded(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let version = command.get_version().map(|_| {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        version.help(t!("help-version"))
    });
    let help =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(t!("help-help"));
    let mut command = command
        .about(words::say(&format!("help-{name}"), &[]))
        .disable_version_flag(true)
        .disable_help_flag(true)
        .subcommand_help_heading(t!("help-commands"))
        .help_template(t!("help-template"))
        .arg(help)
        .args(version)
        .mut_args(|arg| {
            let key = format!("help-{name}-{}", arg.get_id());
            let heading =
                if arg.is_positional() { t!("help-arguments") } else { t!("help-options") };
            let arg = arg.help_heading(heading).hide_possible_values(true);
            if words::has(&key) { arg.help(words::say(&key, &[])) } else { arg }
        });
    let names: Vec<String> = command
        .get_subcommands()
        .map(|get_subcommand| get_subcommand.get_name().to_owned())
        .collect();
    for name in names {
        command = command.mut_subcommand(name, worded);
    }
    command
}

/// What is wrong with the arguments, as far as it can be named.
fn why(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = context(ContextKind::InvalidArg)
        .or_else(|| context(ContextKind::InvalidSubcommand))
        .unwrap_or_default();
    match error.kind() {
        ErrorKind::MissingRequiredArgument => t!("cli-argument-missing", argument = argument),
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => {
            t!("cli-argument-unknown", argument = argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => t!(
            "cli-argument-value",
            argument = argument,
            value = context(ContextKind::InvalidValue).unwrap_or_default(),
        ),
        ErrorKind::ArgumentConflict => t!("cli-argument-conflict", argument = argument),
        _ => argument,
    }
}
