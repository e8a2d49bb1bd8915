//! The text check: prose held against the figures.

mod support;

#[test]
fn explore() {
    let text = std::fs::read_to_string(std::env::var("TEXT").unwrap()).unwrap();
    let figures = support::figures();
    let start = std::time::Instant::now();
    let found = arsmelding::checks::text::check_text(figures, &arsmelding::import::Document::of_text(&text));
    println!("{:?}", start.elapsed());
    let mut tables = String::new();
    for finding in &found {
        if finding.is_in_table && !matches!(finding.verdict, arsmelding::checks::text::Verdict::Contradicts(..)) {
            if matches!(finding.verdict, arsmelding::checks::text::Verdict::Unknown) { tables += &format!(" {}:{}", finding.line, finding.text); }
            continue;
        }
        let meant = finding.verdict.meant().map(|m| format!("{} = {}", m.figure, m.value)).unwrap_or_default();
        println!("{:4} {:30} {:45} | {}", finding.line, support::short(finding), meant, finding.sentence.chars().take(100).collect::<String>());
    }
    println!("tables: {tables}");
}
