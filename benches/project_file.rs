//! Opening the seven-year project against a bare `ron::from_str` into the same types.
//!
//! `cargo bench --bench project_file`

mod measure;

use std::path::Path;

use arsmelding::figures::Figures;
use arsmelding::project::Project;
use arsmelding::storage;

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/hedmark-ikt-2021.ron");
    let text = std::fs::read_to_string(&path).expect("the sample project");
    println!("{} kB", text.len() / 1024);
    let cases = |project: &Project| -> u64 {
        project.cases.iter().map(|batch| batch.rows.len() as u64).sum()
    };
    let bare = || cases(&ron::from_str(&text).expect("the sample project"));
    let open = || cases(&storage::read(&path).expect("the sample project"));
    measure::compare("opened: read, checked, parsed", open, "bare ron::from_str", bare);
    measure::compare(
        "opened, and its figures computed",
        || {
            let figures = Figures::of(&storage::read(&path).expect("the sample project"));
            figures
                .comparison(2021, arsmelding::figures::Period::Year)
                .map_or(0, |c| c.cases.into())
        },
        "bare ron::from_str",
        bare,
    );
    let project = storage::read(&path).expect("the sample project");
    measure::report("written as text", || storage::to_text(&project).map_or(0, |t| t.len() as u64));
    measure::report("figures of the project", || {
        Figures::of(&project)
            .volumes()
            .span()
            .map_or(0, |span| span.len_days().unsigned_abs().into())
    });
}
