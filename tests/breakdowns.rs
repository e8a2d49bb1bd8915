//! What a person is told when the program cannot start or breaks down, and what the log keeps.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use arsmelding::app::fault_log;

/// Runs a program with a home of its own, without a display.
fn run_at_home(home: &Path, mut command: Command) -> Output {
    for folder in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"]
    {
        command.env(folder, home);
    }
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.output().unwrap()
}

fn log_at(home: &Path) -> String {
    fs::read_to_string(home.join("arsmelding/logg.txt")).unwrap_or_default()
}

#[cfg(target_os = "linux")]
#[test]
fn a_window_that_cannot_start_says_so_and_where_more_stands() {
    let home = tempfile::tempdir().unwrap();
    let output = run_at_home(home.path(), Command::new(env!("CARGO_BIN_EXE_arsmelding")));
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("Vinduet kan ikke åpnes"), "{told}");
    assert!(told.contains("logg.txt"), "{told}");
    assert!(log_at(home.path()).contains(env!("CARGO_PKG_VERSION")));
}

#[cfg(target_os = "linux")]
#[test]
fn a_breakdown_is_written_into_the_log() {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "breakdowns::breaks_down", "--ignored"]);
    let output = run_at_home(home.path(), command);
    assert!(!output.status.success());
    let log = log_at(home.path());
    assert!(log.contains("the test breaks down") && log.contains("breakdowns.rs"), "{log}");
    // The second one is added to the first.
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "breakdowns::breaks_down", "--ignored"]);
    run_at_home(home.path(), command);
    assert_eq!(log_at(home.path()).matches("the test breaks down").count(), 2);
}

/// Run by the test above in a process of its own, for a panic's hook belongs to the whole process.
#[test]
#[ignore = "breaks down, as the test above wants it to"]
fn breaks_down() {
    fault_log::install();
    panic!("the test breaks down");
}

#[test]
fn the_version_is_told_without_a_commit() {
    let output = Command::new(env!("CARGO_BIN_EXE_arsmelding")).arg("--version").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(told.trim(), format!("arsmelding {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(output.status.code(), Some(0));
}
