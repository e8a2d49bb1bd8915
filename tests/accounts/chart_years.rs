//! The chart of accounts against SSB's control program, as it was at the close of each year's
//! reporting, for a company with its own accounts.

use std::sync::Arc;

use arsmelding::figures::{Cause, Figures};
use arsmelding::kostra::{Book, Chart, Place, layout};
use arsmelding::project::{BalanceAccount, Project, StatementId};

use super::books::{actual, kroner, project};

const YEARS: [i16; 7] = [2020, 2021, 2022, 2023, 2024, 2025, 2026];

/// The years in which a code exists, of [`YEARS`].
fn years(exists: impl Fn(i16) -> bool) -> Vec<i16> {
    YEARS.into_iter().filter(|year| exists(*year)).collect()
}

#[test]
fn arts_come_and_go_when_ssb_says() {
    for (art, first, last) in [
        (270, 2020, 2025),
        (271, 2026, 2026),
        (272, 2026, 2026),
        (375, 2020, 2020),
        (475, 2020, 2020),
        (775, 2020, 2020),
        (895, 2020, 2020),
        (874, 2020, 2022),
        (875, 2020, 2024),
        (878, 2025, 2026),
        (879, 2025, 2026),
        (10, 2020, 2026),
        (650, 2020, 2026),
    ] {
        let own = years(|year| Chart::get().art(art, year).is_some());
        assert_eq!(own, (first..=last).collect::<Vec<i16>>(), "art {art}");
    }
}

#[test]
fn chapters_come_and_go_when_ssb_says() {
    for (chapter, first, last) in [
        ("41", 2020, 2023),
        ("42", 2020, 2023),
        ("43", 2020, 2023),
        ("45", 2020, 2023),
        ("411", 2024, 2026),
        ("412", 2024, 2026),
        ("431", 2024, 2026),
        ("451", 2024, 2026),
        ("452", 2024, 2026),
        ("453", 2024, 2026),
        ("454", 2024, 2026),
        ("46", 2020, 2026),
        ("17", 2020, 2026),
    ] {
        let own = years(|year| {
            Chart::get().chapter(chapter, year).is_some_and(|own| own.chapter == chapter)
        });
        assert_eq!(own, (first..=last).collect::<Vec<i16>>(), "chapter {chapter}");
    }
}

#[test]
fn some_arts_stood_in_other_books_in_2020_alone() {
    let place = |book, art, year| Chart::get().place_art(book, art, None, year);
    for (book, arts) in
        [(Book::Investering, &[70, 80, 110, 114, 630][..]), (Book::Drift, &[280, 521, 921][..])]
    {
        for art in arts {
            assert!(matches!(place(book, *art, 2020), Place::Line(_)), "{art} in 2020");
            assert_eq!(place(book, *art, 2021), Place::NotAllowed, "{art} in 2021");
        }
    }
}

#[test]
fn no_art_is_what_ssb_never_had() {
    for art in [490, 548] {
        assert!(Chart::get().arts().iter().all(|own| own.art != art), "{art}");
    }
}

#[test]
fn codes_are_called_what_ssb_calls_them() {
    let art = |art, year| Chart::get().art(art, year).map(|own| own.name.as_str());
    assert_eq!(art(270, 2021), Some("Andre tjenester"));
    assert_eq!(art(871, 2024), Some("Eiendomsskatt vannkraft"));
    let chapter = |code, year| Chart::get().chapter(code, year).map(|own| own.name.as_str());
    assert_eq!(chapter("451", 2024), Some("Lån i kredittinstitusjon med avdragsprofil"));
    assert_eq!(chapter("452", 2024), Some("Avdragsfrie lån"));
    assert_eq!(chapter("46", 2021), Some("Avsetning for forpliktelser"));
}

fn with_balance(accounts: &[(&str, &str)]) -> Figures {
    let row = |(account, closing): &(&str, &str)| BalanceAccount {
        year: Some(2021),
        account: (*account).to_owned(),
        closing: Some(kroner(closing)),
        ..BalanceAccount::default()
    };
    let balance_list = Arc::new(accounts.iter().map(row).collect());
    Figures::of(&Project { balance_list, ..project() })
}

#[test]
fn a_companys_goods_and_provisions_stand_on_lines_of_their_own_where_it_has_any() {
    let id = StatementId::BalanceSheet;
    let figures = with_balance(&[("10.100", "70.00"), ("17.100", "30.00"), ("46.100", "-100.00")]);
    for (row, amount) in [
        ("varer", "30.00"),
        ("sum-omløpsmidler", "100.00"),
        ("avsetning-for-forpliktelser", "-100.00"),
        ("sum-langsiktig-gjeld", "-100.00"),
        ("sum-egenkapital-og-gjeld", "-100.00"),
    ] {
        assert_eq!(actual(&figures, id, row), amount, "{row}");
    }
    assert!(figures.accounts().year(2021).unwrap().unplaced.is_empty());

    let without = with_balance(&[("10.100", "70.00"), ("56.100", "-70.00")]);
    let statement = without.statement(id, 2021).unwrap();
    for row in ["varer", "avsetning-for-forpliktelser"] {
        assert!(statement.row(row).is_none(), "the regulation has no {row}");
        let own = layout(id).unwrap().all_rows().iter().find(|own| own.id() == Some(row));
        assert!(own.is_some_and(|own| own.is_extra()), "{row}");
    }
}

#[test]
fn a_code_of_other_years_is_told_with_those_years() {
    let figures = with_balance(&[("411.100", "-5.00")]);
    let causes: Vec<&Cause> =
        figures.accounts().year(2021).unwrap().unplaced.iter().map(|own| &own.cause).collect();
    // In 2021 it is chapter 41 with digits of the company's own.
    assert!(causes.is_empty(), "{causes:?}");
}
