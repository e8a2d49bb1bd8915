//! Tables as they were printed elsewhere, kept beside our own: what differs is found with its
//! cause, what agrees is not told of.

use std::path::Path;

use arsmelding::checks::{Finding, Understood, kept_table, understand_rows, understand_text};
use arsmelding::figures::Figures;
use arsmelding::issue::Severity;
use arsmelding::project::{
    Edit, EditContext, Minute, PrintedTable, Project, StatementId, StatementLine,
};
use arsmelding::storage;

use super::support::{TODAY, checked, found, number, printed_statements, project, rows, sample};

fn context() -> EditContext {
    EditContext { who: "Kari".to_owned(), now: Minute::new(TODAY, 9, 30) }
}

fn edited(project: &Project, edit: &Edit) -> Project {
    project.edited(edit, &context()).unwrap().unwrap().0
}

fn keep(project: &Project, table: &str, title: &str, understood: &Understood) -> Project {
    assert_eq!(understood.notes, [], "{table}");
    edited(project, &Edit::KeepPrinted(kept_table(table, title, understood, None)))
}

fn text(project: &Project, table: &str, text: &str) -> Understood {
    understand_text(table, text, &Figures::of(project))
}

/// The findings that printed tables add to the sample's own.
fn of_printed(project: &Project) -> Vec<Finding> {
    let all = checked(project).findings.into_iter();
    all.filter(|own| own.rule.starts_with("printed-")).collect()
}

/// The table of quarters as the PDF of the report has it.
const QUARTERS: &str = "De bakenforliggende tall fordelt på kvartaler, gir dette bildet:
SAKSMENGDE* PR KVARTAL  Q1 Q2 Q3 Q4 SUM
2015 8 483 7 343 7 210 7 635 30 671
2016 8 596 8 341 8 718 8 414 34 069
2017 9 469 7 522 7 851 7 929 32 771
2018 10 096 8 547 9 915 9 014 37 572
2019 9 372 7 071 7 727 7 402 31 572
2020 10 709 8 509 9 558 9 186 37 962
GJENNOMSNITT 2015 - 2020 9 454 7 889 8 497 8 263 34 103
2021 10 859 9 086 8 388 7893 36 226
ENDRING 2021 IFT. 2020 (%) 1,38 6,35 -13,95 -16,38 -4,79
ENDRING 2021 IFT. GJ.SNITT 2015-
20 (%)
12,94 13,18 -1,29 -4,69 5,86";

#[test]
fn the_ten_wrong_cells_of_the_report_are_found_with_their_cause_and_no_others() {
    let sample = sample();
    let understood = text(&sample, "quarters", QUARTERS);
    assert_eq!(understood.known, 50);
    let kept = keep(&sample, "quarters", "Årsmelding 2021, trykt", &understood);
    let findings = of_printed(&kept);
    let [finding] = &findings[..] else { panic!("{findings:#?}") };
    assert_eq!((finding.rule, finding.severity), ("printed-table", Severity::Warning));
    assert_eq!(finding.cells.len(), 10);
    assert!(finding.cells.iter().all(|cell| cell.row.to_lowercase().starts_with("endring")));
    let said = finding.message.text();
    for words in
        ["«Årsmelding 2021, trykt»", "delt på 2021 i stedet for 2020", "De andre 9 cellene"]
    {
        assert!(said.contains(words), "{said}");
    }
    assert!(said.contains("(10\u{a0}859 − 10\u{a0}709) / 10\u{a0}709 = +1,40"), "{said}");
    let third = finding.cells.iter().find(|cell| cell.column == "3. kvartal").unwrap();
    assert_eq!(third.expected.as_ref().unwrap().machine_text(), "-12.24");
    assert_eq!(third.found.machine_text(), "-13.95");
    assert!(finding.places.iter().all(|place| place.key().is_some()));
}

#[test]
fn the_printed_tables_of_the_report_differ_where_it_is_wrong_and_nowhere_else() {
    let sample = sample();
    let figures = Figures::of(&sample);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/printed-2021");
    let mut all = sample.clone();
    for table in ["staff", "turnover", "gender", "sick-leave", "incidents", "fund"] {
        let file = std::fs::read_to_string(root.join(format!("{table}.csv"))).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
        let read = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
        let cells: Vec<Vec<String>> = read.collect();
        all = keep(&all, table, table, &understand_rows(table, &cells, &figures));
    }
    for (id, sheet) in printed_statements() {
        let cells = std::iter::once(sheet.header).chain(sheet.rows).collect::<Vec<_>>();
        all = keep(&all, id.id(), id.id(), &understand_rows(id.id(), &cells, &figures));
    }
    let told: Vec<(Severity, usize)> =
        of_printed(&all).iter().map(|own| (own.severity, own.cells.len().max(1))).collect();
    // Three changes beside the incidents were divided by 2021; the fund is in whole kroner.
    let expected = [(Severity::Warning, 3), (Severity::Note, 3), (Severity::Note, 1)];
    assert_eq!(told, expected, "{:#?}", of_printed(&all));
}

#[test]
fn headings_may_be_norwegian_and_cells_pasted_from_excel() {
    let sample = sample();
    let staff = "Bemanning\n\tAnsatte\tFaste\tMidlertidige\tLærlinger\tÅrsverk\n\
                 Per 31.12.2021\t42\t40\t2\t3\t45,0\n31.12.2020\t34\t42\t1\t3\t45,3\n";
    let kept = keep(&sample, "staff", "Utkast", &text(&sample, "staff", staff));
    let findings = of_printed(&kept);
    let [finding] = &findings[..] else { panic!("{findings:#?}") };
    let said = finding.message.text();
    assert!(said.contains("31. desember 2020, Ansatte i alt er 43"), "{said}");
    assert!(said.contains("har 34"), "{said}");
    let absence = "Periode; 2021 4. kvartal\nKvinner 2818 42 1,49 % 159 5,64 % 201 7,13 %\nMenn 7382 34 0,46 % 108 1,46 % 142 1,92 %";
    let understood = text(&sample, "sick-leave", absence);
    assert_eq!(understood.known, 14);
    let statement = "Oversikt\tRegnskap 2021\tReg. budsjett 2021\tOppr. budsjett 2021\tRegnskap 2020\n\
                     Renteinntekter\t-103 325,00\t-100 000\t-100 000\t-191 234,00";
    let understood = text(&sample, "par5-6", statement);
    assert!(understood.known >= 3, "{understood:?}");
}

#[test]
fn a_table_that_we_have_no_figures_of_is_held_against_itself() {
    let wrong = "Disposisjonsfond\t2021\t2020\nSaldo 01.01\t100\t80\nAvsatt fra drift\t40\t20\nSaldo 31.12\t150\t100";
    let right = wrong.replace("150", "140");
    let kept = |words: &str| {
        let project = project();
        keep(&project, "fund", "Fondet", &text(&project, "fund", words))
    };
    assert!(of_printed(&kept(&right)).is_empty());
    let findings = of_printed(&kept(wrong));
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].rule, "printed-itself");
    assert!(findings[0].message.text().contains("«Fondet»"));
}

#[test]
fn what_can_be_read_in_two_ways_or_is_no_row_is_told_and_not_taken() {
    let sample = sample();
    let figures = Figures::of(&sample);
    let read =
        understand_text("fund", "DISPOSISJONSFOND 2021 2020\nAvsatt 482 132 421 662", &figures);
    assert_eq!(read.known, 0);
    assert_eq!(read.notes.len(), 1);
    let read = understand_text("quarters", "Q1 Q2 Q3 Q4 Sum\nNoe annet 1 2 3 4 10", &figures);
    assert!(read.notes[0].text().contains("Noe annet"), "{:?}", read.notes);
    assert_eq!(understand_text("sources", "x\ty", &figures).known, 0, "no figures there");
    let kept = PrintedTable { table: "quarters".to_owned(), ..PrintedTable::default() };
    let unread = Project { printed: rows(vec![kept]), ..sample };
    assert_eq!(found(&unread, "printed-unread").len(), 1);
}

#[test]
fn a_printed_table_is_one_edit_that_is_saved_renamed_and_removed() {
    let sample = sample();
    let kept = keep(&sample, "quarters", "Trykt", &text(&sample, "quarters", QUARTERS));
    let own = &kept.printed[0];
    assert_eq!((own.who.as_str(), own.when), ("Kari", context().now));
    assert_eq!(kept.log.last().unwrap().what, "La inn den trykte tabellen «Trykt»");
    let read = storage::parse(&storage::to_text(&kept).unwrap()).unwrap();
    assert_eq!(read.printed, kept.printed);
    // The same again is no edit; the same title again takes its place.
    let again = Edit::KeepPrinted(own.clone());
    assert_eq!(kept.edited(&again, &context()).unwrap(), None);
    let other = PrintedTable { rows: own.rows[..1].to_vec(), ..own.clone() };
    assert_eq!(edited(&kept, &Edit::KeepPrinted(other)).printed.len(), 1);
    let renamed = edited(&kept, &Edit::RenamePrinted { at: 0, title: "Utkast".to_owned() });
    assert!(of_printed(&renamed)[0].message.text().contains("«Utkast»"));
    assert!(
        kept.edited(&Edit::RenamePrinted { at: 0, title: " ".to_owned() }, &context()).is_err()
    );
    let removed = edited(&renamed, &Edit::RemovePrinted { at: 0 });
    assert!(removed.printed.is_empty() && of_printed(&removed).is_empty());
}

#[test]
fn an_accepted_difference_is_open_again_when_our_own_number_moves() {
    let line = |amount: &str| {
        let line = StatementLine {
            year: Some(2021),
            statement: StatementId::ByNature,
            line: "Lønnsutgifter".to_owned(),
            actual: Some(number(amount)),
            ..StatementLine::default()
        };
        Project { statements: rows(vec![line]), ..project() }
    };
    let pasted = "Linje\tRegnskap 2021\nLønnsutgifter\t900,00";
    let project = line("1000.50");
    let figures = Figures::of(&project);
    let cells: Vec<Vec<String>> =
        pasted.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    let kept = keep(&project, "par5-6", "Utkast", &understand_rows("par5-6", &cells, &figures));
    let finding = found(&kept, "printed-table").remove(0);
    let accept = Edit::Accept {
        rule: finding.rule.to_owned(),
        fingerprint: finding.fingerprint.clone(),
        reason: "Gammelt utkast".to_owned(),
    };
    let accepted = edited(&kept, &accept);
    assert!(!found(&accepted, "printed-table")[0].is_open());
    let moved = Project { statements: line("1001.50").statements, ..accepted };
    assert!(found(&moved, "printed-table")[0].is_open());
}
