//! Saves on a disk on which another program holds files, as scanners and Word do on Windows.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use arsmelding::project::Project;
use arsmelding::storage::{self, Disk, Hold};
use tempfile::TempDir;

/// Windows' codes, as the disks of these tests give them on every system.
const ACCESS_DENIED: i32 = 5;
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;
/// More tries than any patience has.
const FOR_EVER: u32 = u32::MAX;

/// A disk on which steps that touch certain files fail a number of times.
struct HeldDisk {
    code: i32,
    /// Which files are held, by the end of their names.
    held: &'static str,
    /// How many steps still fail.
    failures: Cell<u32>,
    waited: Cell<Duration>,
}

impl HeldDisk {
    fn new(code: i32, held: &'static str, failures: u32) -> Self {
        Self { code, held, failures: Cell::new(failures), waited: Cell::default() }
    }

    fn step(&self, paths: &[&Path], step: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let is_held = |path: &&Path| path.to_string_lossy().ends_with(self.held);
        if self.failures.get() == 0 || !paths.iter().any(is_held) {
            return step();
        }
        self.failures.set(self.failures.get() - 1);
        Err(io::Error::from_raw_os_error(self.code))
    }
}

impl Disk for HeldDisk {
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(&[from, to], || fs::rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(&[path], || fs::remove_file(path))
    }

    fn pause(&self, time: Duration) {
        self.waited.set(self.waited.get() + time);
    }

    fn hold(&self, error: &io::Error) -> Hold {
        storage::windows_hold(error)
    }
}

/// A project file with three saves behind it: 2024 now, and 2023, 2022 and 2021 as backups.
fn saved() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("prosjekt.ron");
    for year in 2021..=2024 {
        storage::write(&path, &project(year)).unwrap();
    }
    (folder, path)
}

fn project(year: i16) -> Project {
    Project::new("Virksomhet", year, (2015, 2020))
}

/// The years of the file and of its backups, the newest first; nothing else may lie beside them.
fn years(folder: &TempDir, path: &Path) -> Vec<i16> {
    let files =
        [path.to_owned()].into_iter().chain((1..).map(|age| storage::backup_path(path, age)));
    let files: Vec<PathBuf> = files.take_while(|file| file.exists()).collect();
    let beside = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(
        beside,
        files.len(),
        "{:?}",
        fs::read_dir(folder.path()).unwrap().collect::<Vec<_>>()
    );
    files.iter().map(|file| storage::read(file).unwrap().settings.report_year).collect()
}

#[test]
fn a_save_waits_for_a_program_that_holds_the_file_for_a_moment() {
    for code in [ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION] {
        // The project's own file, and the new one that a scanner looks at.
        for held in ["prosjekt.ron", ".tmp"] {
            let (folder, path) = saved();
            let disk = HeldDisk::new(code, held, 10);
            storage::write_on(&disk, &path, &project(2025)).unwrap();
            assert_eq!(years(&folder, &path), [2025, 2024, 2023, 2022], "{code} {held}");
            assert!(!disk.waited.get().is_zero());
        }
    }
}

#[test]
fn a_program_that_never_lets_go_costs_a_second_and_neither_file_nor_backup() {
    for code in [ACCESS_DENIED, SHARING_VIOLATION, LOCK_VIOLATION] {
        let (folder, path) = saved();
        for _ in 0..4 {
            let disk = HeldDisk::new(code, "prosjekt.ron", FOR_EVER);
            storage::write_on(&disk, &path, &project(2025)).unwrap_err();
            assert_eq!(disk.waited.get(), Duration::from_secs(1));
        }
        assert_eq!(years(&folder, &path), [2024, 2023, 2022, 2021]);
    }
}

#[test]
fn who_cannot_save_is_told_first_that_another_program_has_the_file() {
    let (_folder, path) = saved();
    let disk = HeldDisk::new(SHARING_VIOLATION, "prosjekt.ron", FOR_EVER);
    let told = storage::write_on(&disk, &path, &project(2025)).unwrap_err().to_string();
    assert!(told.contains("kan ikke lagres: fila er i bruk av et annet program"), "{told}");
}

#[test]
fn a_temporary_file_that_is_held_is_cleared_away_when_the_holder_lets_go() {
    let (folder, path) = saved();
    // Held through all of the save's second and for some tries of the clearing.
    let disk = HeldDisk::new(SHARING_VIOLATION, ".tmp", 50);
    storage::write_on(&disk, &path, &project(2025)).unwrap_err();
    assert_eq!(years(&folder, &path), [2024, 2023, 2022, 2021]);
}

#[test]
fn a_backup_that_is_held_loses_no_version() {
    for held in [".1.bak", ".2.bak", ".3.bak"] {
        let (folder, path) = saved();
        let disk = HeldDisk::new(SHARING_VIOLATION, held, FOR_EVER);
        storage::write_on(&disk, &path, &project(2025)).unwrap();
        let kept = |age| storage::read(&storage::backup_path(&path, age)).unwrap();
        let ages = (0..=3).filter(|age| storage::backup_path(&path, *age).exists());
        let mut kept: Vec<i16> = ages.map(|age| kept(age).settings.report_year).collect();
        kept.sort_unstable();
        // The oldest may have gone to make room; what was just replaced has not.
        assert!(kept.ends_with(&[2022, 2023, 2024]), "{held}: {kept:?}");
        // The next save finds the way free and brings the versions into their order.
        storage::write(&path, &project(2026)).unwrap();
        assert_eq!(years(&folder, &path)[..3], [2026, 2025, 2024], "{held}");
    }
}

#[test]
fn a_program_that_was_killed_between_file_and_backups_is_finished_by_the_next_save() {
    // Killed after the replacing: what was replaced waits under its second name.
    let (folder, path) = saved();
    fs::rename(storage::backup_path(&path, 1), storage::backup_path(&path, 0)).unwrap();
    storage::write(&path, &project(2025)).unwrap();
    assert_eq!(years(&folder, &path), [2025, 2024, 2023, 2022]);
    // Killed before it: the second name is of the file itself, and no version of its own.
    let (folder, path) = saved();
    fs::hard_link(&path, storage::backup_path(&path, 0)).unwrap();
    storage::write(&path, &project(2025)).unwrap();
    assert_eq!(years(&folder, &path), [2025, 2024, 2023, 2022]);
}

#[test]
fn a_disk_without_second_names_has_backups_all_the_same() {
    /// As network shares are.
    #[derive(Default)]
    struct NoLinks(RefCell<Vec<PathBuf>>);
    impl Disk for NoLinks {
        fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.0.borrow_mut().push(to.to_owned());
            fs::copy(from, to).map(|_| ())
        }
    }
    let (folder, path) = saved();
    let disk = NoLinks::default();
    storage::write_on(&disk, &path, &project(2025)).unwrap();
    assert_eq!(years(&folder, &path), [2025, 2024, 2023, 2022]);
    assert_eq!(disk.0.borrow().len(), 1);
}
