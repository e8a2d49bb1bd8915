//! Statements pasted from Excel or a PDF.

use std::fs;
use std::sync::Arc;

use arsmelding::figures::{AmountColumn, Basis, Figures};
use arsmelding::import::read_printed;
use arsmelding::project::{Project, StatementId};

use super::books::{actual, kroner, posted, project, statement};

fn pdf_text(name: &str) -> String {
    fs::read_to_string(format!("tests/data/printed/{name}.txt")).unwrap()
}

#[test]
fn the_balance_sheet_of_a_pdf_is_read_whole_and_the_sums_tell_notes_from_amounts() {
    let read = read_printed(StatementId::BalanceSheet, 2021, &pdf_text("par5-8"));
    assert!(read.notes.is_empty(), "{:?}", read.notes);
    assert_eq!(read.rows.len(), 40);
    let row = |name: &str| read.rows.iter().find(|row| row.line == name).unwrap();
    // "5 406 065,00" is note 5 and 406 065,00; "9 12 995 496,87" can be nothing else.
    let shares = row("Aksjer og andeler (eiendeler)");
    assert_eq!((shares.note.as_str(), shares.actual), ("5", Some(kroner("406065"))));
    let equipment = row("Utstyr, maskiner og transportmidler");
    assert_eq!((equipment.note.as_str(), equipment.actual), ("9", Some(kroner("12995496.87"))));
    let fund = row("Disposisjonsfond");
    assert_eq!((fund.note.as_str(), fund.last_year), ("6", Some(kroner("-13295103.86"))));
}

#[test]
fn a_printed_statement_stands_where_no_accounts_are_and_is_compared_with_where_they_are() {
    let read = read_printed(StatementId::ByNature, 2021, &pdf_text("par5-6"));
    assert!(read.notes.is_empty(), "{:?}", read.notes);
    let statements = Arc::new(read.rows);
    let figures = Figures::of(&Project { statements: Arc::clone(&statements), ..project() });
    assert_eq!(statement(&figures, StatementId::ByNature).basis, Basis::Printed);
    assert_eq!(actual(&figures, StatementId::ByNature, "netto-driftsresultat"), "-6619910.90");
    let budget = statement(&figures, StatementId::ByNature)
        .amount("sum-driftsutgifter", AmountColumn::OriginalBudget);
    assert_eq!(budget, Some(kroner("122658582")));
    let balances = Arc::new(vec![posted("1.010.100.120", "30101367.00")]);
    let figures = Figures::of(&Project { statements, balances, ..project() });
    let own = statement(&figures, StatementId::ByNature);
    assert_eq!(own.basis, Basis::Accounts);
    let salaries = own.row("lønnsutgifter").unwrap();
    assert_eq!(salaries.amounts.get(AmountColumn::Actual), Some(kroner("30101367")));
    let printed = salaries.printed.unwrap();
    assert_eq!(printed.get(AmountColumn::Actual), Some(kroner("30101367.75")));
}

#[test]
fn what_the_sums_do_not_decide_is_told_and_not_taken() {
    // The printed sum leaves a line out, so that it proves nothing.
    let read = read_printed(StatementId::InvestmentByProject, 2021, &pdf_text("par5-5-2"));
    assert!(read.rows.is_empty());
    assert_eq!(read.notes.len(), 3);
    assert!(read.notes[0].text().contains("Egenkapitalinnskudd KLP"));
}

#[test]
fn a_block_from_excel_lands_in_the_right_cells() {
    let block = "\tNote\tRegnskap 2021\tReg. budsj.\tOppr. budsj.\tRegnskap 2020\n\
                 Lønnsutgifter\t\t30\u{a0}101\u{a0}367,75\t34653132\t\t29 868 562,15\n\
                 Sum driftsutgifter\t1\t(5),-\t−4\t3-\t2\n\
                 Noe annet\t\t1\t2\t3\t4\n";
    let read = read_printed(StatementId::ByNature, 2021, block);
    assert_eq!(read.notes.len(), 1, "{:?}", read.notes);
    let [salaries, sum] = &read.rows[..] else { panic!("{:?}", read.rows) };
    assert_eq!(salaries.actual, Some(kroner("30101367.75")));
    assert_eq!(
        (salaries.revised_budget, salaries.original_budget),
        (Some(kroner("34653132")), None)
    );
    assert_eq!(sum.note, "1");
    assert_eq!((sum.revised_budget, sum.original_budget), (Some(kroner("-4")), Some(kroner("-3"))));
}
