//! Starting the window: one renderer, then the other, then a plain message.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use eframe::egui::{IconData, ViewportBuilder, vec2};

use super::Window;
use crate::app::{self, App, MeetingPlace, Surroundings, SystemDialogs, fault_log};
use crate::storage::UserSettings;
use crate::t;

/// The libraries that can draw the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Direct3D 12 on Windows.
    Wgpu,
}

/// Shows the window until it is closed. A file that lies open in another window is left to that
/// one, which shows itself.
pub fn run(file: Option<PathBuf>, first: Option<Renderer>) -> ExitCode {
    fault_log::install();
    let place = MeetingPlace::of_user();
    if let (Some(file), Some(place)) = (&file, &place)
        && place.call(file)
    {
        return ExitCode::SUCCESS;
    }
    let mut failures = Vec::new();
    for renderer in order(first) {
        match show(file.clone(), place.clone(), renderer) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => failures.push(error.to_string()),
        }
    }
    let why = failures.join("; ");
    let log = fault_log::write(&why).map(|log| log.display().to_string());
    let text = match log {
        Some(log) => t!("window-cannot-start-log", why = why, log = log),
        None => t!("window-cannot-start", why = why),
    };
    app::tell_failure(&text);
    ExitCode::from(2)
}

/// The renderers to try. Remote desktops and virtual machines on Windows often have OpenGL 1.1
/// alone, while Direct3D 12 falls back to software there; elsewhere OpenGL is what all have.
fn order(first: Option<Renderer>) -> Vec<eframe::Renderer> {
    let glow = eframe::Renderer::Glow;
    #[cfg(windows)]
    {
        let wgpu = eframe::Renderer::Wgpu;
        match first {
            Some(Renderer::Glow) => vec![glow, wgpu],
            _ => vec![wgpu, glow],
        }
    }
    #[cfg(not(windows))]
    {
        // There is but one here; the other's name is understood all the same.
        let _ = first;
        vec![glow]
    }
}

/// The icon of the window, where the system takes it from the window and not from the program.
fn icon() -> IconData {
    const PICTURE: &[u8] = include_bytes!("../../assets/icon/arsmelding-64.png");
    // The picture is part of the program and can be read. For an empty icon the system draws one.
    eframe::icon_data::from_png_bytes(PICTURE).unwrap_or_default()
}

fn show(
    file: Option<PathBuf>,
    meeting_place: Option<MeetingPlace>,
    renderer: eframe::Renderer,
) -> eframe::Result {
    let viewport = ViewportBuilder::default()
        .with_app_id("arsmelding")
        .with_title(t!("ui-app-name"))
        .with_inner_size(vec2(1440.0, 900.0))
        .with_min_inner_size(vec2(960.0, 640.0))
        .with_icon(icon())
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, renderer, ..Default::default() };
    eframe::run_native(
        "arsmelding",
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            let surroundings = Surroundings {
                now: Box::new(app::now),
                wake: Arc::new(move || ctx.request_repaint()),
                dialogs: Box::new(SystemDialogs::default()),
                meeting_place,
                settings_path: UserSettings::default_path(),
            };
            let app = App::new(surroundings);
            Ok(Box::new(Window::new(&creation.egui_ctx, app, file)))
        }),
    )
}
