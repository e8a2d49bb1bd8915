//! The ledger, the history of the fund and the company's own mapping.

use arsmelding::import::{SheetRead, TypedRows};
use arsmelding::project::{FundLineKind, Project, SourceKind, StatementId, TableId};
use jiff::civil::date;

use super::support::{Files, V::*, imported, plan, project, sheet};

const LEDGER: &str = "Bilagsnr;Bilagsdato;Periode;Konto;Kunde;Tekst;Leverandør;Beløp\n\
    1;04.01.2021;202101;1.750.100.120;Hamar kommune;Hemmelig tekst;;-100,50\n\
    2;11.02.2021;202102;1.195.100.120;;Nettbrett;Skissmo AS;40\n\
    3;31.12.2021;202113;1.750.100.120;Ukjent kunde AS;;;-5\n";

fn with_customers() -> Project {
    let files = Files::new();
    let register = "Kunde;Andre navn;Eier\nHamar;Hamar kommune;Ja\n";
    imported(&project(), &[sheet(files.write("kunder.csv", register))])
}

/// Period, account string, amount and customer of every posting.
fn postings(project: &Project) -> Vec<String> {
    let rows = project.ledger.iter().flat_map(|batch| {
        batch.rows.iter().map(move |row| {
            let own = &batch.accounts[row.account as usize];
            let customer = row.customer.map_or("", |at| &batch.customers[at as usize]);
            let codes = [&own.class, &own.account, &own.unit, &own.function].map(String::as_str);
            format!("{} {} {} {customer}", row.period, codes.join("."), row.amount)
        })
    });
    rows.collect()
}

#[test]
fn a_ledger_keeps_accounts_and_known_customers_and_nothing_else() {
    let files = Files::new();
    let read = sheet(files.write("ledger.csv", LEDGER));
    assert_eq!((read.kind(), read.accepted()), (SourceKind::Ledger, 3));
    let period = read.period.unwrap();
    assert_eq!((period.first, period.last), (date(2021, 1, 1), date(2021, 12, 31)));
    let next = plan(&with_customers(), &[read]);
    assert_eq!((next.sheets[0].new, next.sheets[0].gone), (3, 0));
    assert_eq!(
        next.sheets[0].notes[0].message.text(),
        "En kunde i hovedboka er ikke i registeret og ble ikke tatt med"
    );
    let after = next.apply(&super::support::context()).unwrap().0;
    assert_eq!(
        postings(&after),
        ["1 1.750.100.120 -100.5 Hamar", "2 1.195.100.120 40 ", "13 1.750.100.120 -5 "]
    );
    let text = format!("{after:?}");
    for secret in ["Hemmelig", "Skissmo", "Nettbrett", "Ukjent kunde"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn a_ledger_replaces_what_came_before_from_the_same_stream() {
    let files = Files::new();
    let read = |text: &str| sheet(files.write("ledger.csv", text));
    let before = imported(&with_customers(), &[read(LEDGER)]);
    let same = plan(&before, &[read(LEDGER)]);
    assert_eq!((same.has_changes(), same.sheets[0].unchanged), (false, 3));

    let changed = LEDGER.replace("Skissmo AS;40", "Skissmo AS;45");
    let next = plan(&before, &[read(&changed)]);
    let counts = &next.sheets[0];
    assert_eq!([counts.new, counts.changed, counts.gone, counts.unchanged], [0, 1, 0, 2]);
    assert_eq!(counts.changed_fields.get("amount"), Some(&1));

    let twice = format!("{LEDGER}2;11.02.2021;202102;1.195.100.120;;;;40\n");
    let next = plan(&before, &[read(&twice)]);
    assert_eq!((next.sheets[0].new, next.sheets[0].unchanged), (1, 3), "equal rows are counted");

    let shorter = LEDGER.lines().take(2).collect::<Vec<_>>().join("\n");
    let january = plan(&before, &[read(&shorter)]);
    assert!(!january.has_changes(), "an export of January takes nothing from February");
    let stated = format!("Periode: 01.01.2021–31.12.2021\n{shorter}");
    let next = plan(&before, &[read(&stated)]);
    assert_eq!((next.sheets[0].gone, next.sheets[0].unchanged), (2, 1));
    assert_eq!(next.sheets[0].gone_rows[0].what, "2 · 195 · 40,00");
    let (after, _) = next.apply(&super::support::context()).unwrap();
    assert_eq!(postings(&after), ["1 1.750.100.120 -100.5 Hamar"]);
}

#[test]
fn a_ledger_grouped_by_account_has_balances_and_sums_that_are_checks() {
    let files = Files::new();
    let ledger = |closing: f64| {
        sheet(files.xlsx(
            "hovedbok.xlsx",
            &[
                &[T("Hovedbok 2021")],
                &[
                    T("Bilag"),
                    T("Dato"),
                    T("Per"),
                    T("Ansvar"),
                    T("Tekst"),
                    T("Debet"),
                    T("Kredit"),
                ],
                &[T("Konto 2.10.100 Bank")],
                &[T(""), T(""), T(""), T(""), T("Inngående saldo"), N(1000.0)],
                &[N(1.0), D("2021-01-04T00:00:00"), N(1.0), N(100.0), T("Sum innbetalt"), N(50.0)],
                &[N(2.0), D("2021-12-31T00:00:00"), N(13.0), N(100.0), T("x"), T(""), N(20.0)],
                &[T("Sum konto 2.10.100"), T(""), T(""), T(""), T(""), N(50.0), N(20.0)],
                &[T(""), T(""), T(""), T(""), T("Utgående saldo"), N(closing)],
                &[T("Konto 1.195.100.120 Avgifter")],
                &[N(3.0), D("2021-02-04T00:00:00"), N(2.0), N(100.0), T("x"), N(7.0)],
                &[N(4.0), T("i går"), N(2.0), N(100.0), T("x"), N(7.0)],
                &[T("Sum konto 1.195"), T(""), T(""), T(""), T(""), N(7.0)],
            ],
        ))
    };
    let read = ledger(1030.0);
    let keys = |read: &SheetRead| read.notes.iter().map(|own| own.message.key).collect::<Vec<_>>();
    assert_eq!(keys(&read), ["import-opening-taken"]);
    assert_eq!((read.kind(), read.accepted()), (SourceKind::Ledger, 4));
    assert_eq!(read.rejects[0].cell, "B11");
    assert_eq!(
        postings(&imported(&project(), &[read])),
        [
            "0 2.10.100.. 1000 ",
            "1 2.10.100.100. 50 ",
            "13 2.10.100.100. -20 ",
            "2 1.195.100.120 7 "
        ]
    );
    let wrong = ledger(1031.0);
    assert_eq!(keys(&wrong), ["import-sum-differs", "import-opening-taken"]);
    assert_eq!(wrong.notes[0].place.cell.as_deref(), Some("F8"));
}

#[test]
fn a_period_is_written_in_many_ways_and_00_and_13_are_known() {
    let files = Files::new();
    for (written, period) in [
        ("202103", 3),
        ("2021-03", 3),
        ("03.2021", 3),
        ("3", 3),
        ("03", 3),
        ("00", 0),
        ("202100", 0),
        ("13", 13),
        ("202113", 13),
        ("", 5),
    ] {
        let text = format!("Bilag;Dato;Periode;Konto;Beløp\n1;07.05.2021;{written};1.195.100;4\n");
        let read = sheet(files.write("period.csv", text));
        let TypedRows::Ledger { rows, year, .. } = &read.rows else { panic!("no ledger") };
        assert_eq!((rows[0].period, *year), (period, 2021), "«{written}»");
    }
    let text = "Bilag;Dato;Periode;Konto;Beløp\n1;07.05.2021;14;1.195.100;4\n\
        2;07.05.2021;202001;1.195.100;4\n3;07.05.2021;202101;1.195.100;4\n\
        4;07.05.2021;202102;;4\n5;07.05.2021;202102;1.195.100;4\n";
    let read = sheet(files.write("wrong.csv", text));
    let rejects: Vec<&str> = read.rejects.iter().map(|own| own.cell.as_str()).collect();
    assert_eq!((rejects, read.accepted()), (vec!["C2", "C3", "D5"], 2));
}

fn fund(read: &SheetRead) -> Vec<String> {
    let after = imported(&project(), std::slice::from_ref(read));
    let row = |own: &arsmelding::project::FundEntry| {
        let kind = match own.kind {
            FundLineKind::Opening => "opening",
            FundLineKind::Closing => "closing",
            FundLineKind::Movement => own.line.as_str(),
        };
        format!("{} {kind} {}", own.year.unwrap(), own.amount.unwrap())
    };
    after.fund.iter().map(row).collect()
}

#[test]
fn the_history_of_a_fund_is_long_or_wide() {
    let files = Files::new();
    let long = sheet(files.write(
        "long.csv",
        "År;Linje;Beløp\n2018;Saldo 01.01;5 770 632\n2018;Innskudd Sør-Odal;482 132\n2018;UB;6252764\n",
    ));
    assert_eq!(long.kind(), SourceKind::Table(TableId::Fund));
    let rows = ["2018 opening 5770632", "2018 Innskudd Sør-Odal 482132", "2018 closing 6252764"];
    assert_eq!(fund(&long), rows);
    let wide = sheet(files.xlsx(
        "wide.xlsx",
        &[
            &[T("Linje"), N(2018.0), N(2017.0)],
            &[T("Saldo 01.01."), N(5_770_632.0), N(3_776_139.0)],
            &[T("Innskudd Sør-Odal"), N(482_132.0)],
            &[T("Saldo 31.12."), N(6_252_764.0), N(5_770_632.0)],
        ],
    ));
    let mut told = fund(&wide);
    told.retain(|row| row.starts_with("2018"));
    assert_eq!(told, rows);
    assert_eq!(wide.accepted(), 5, "a blank is no row");
    for heading in ["y2018", "31.12.2018"] {
        let text =
            format!("line_name;{heading}\nIB;5770632\nInnskudd Sør-Odal;482132\nUB;6252764\n");
        assert_eq!(fund(&sheet(files.write("wide.csv", text))), rows, "{heading}");
    }
}

#[test]
fn the_companys_own_mapping_keeps_its_zeros() {
    let files = Files::new();
    let read = sheet(files.xlsx(
        "mapping.xlsx",
        &[
            &[
                T("kontoklasse"),
                T("art"),
                T("ansvar"),
                T("funksjon"),
                T("konto"),
                T("statement"),
                T("line"),
                T("reason"),
            ],
            &[
                N(1.0),
                N(10.0),
                T(""),
                N(120.0),
                T(""),
                T("par5-4"),
                T("Sum bevilgninger drift, netto"),
                T("Vedtatt"),
            ],
            &[T(""), T(""), T(""), T(""), T(""), T("§ 5-4 andre ledd"), T("Driftsbudsjett"), T("")],
            &[T(""), T(""), T(""), T(""), T(""), T("5-99"), T("Ukjent"), T("")],
        ],
    ));
    assert_eq!(read.kind(), SourceKind::Table(TableId::Mapping));
    assert_eq!(read.rejects[0].cell, "F4");
    let after = imported(&project(), &[read]);
    let [first, second] = &after.mapping[..] else { panic!("{:?}", after.mapping) };
    assert_eq!(
        (first.class.as_str(), first.art.as_str(), first.function.as_str()),
        ("1", "010", "120")
    );
    assert_eq!(
        (first.statement, second.statement),
        (StatementId::Appropriations, StatementId::AppropriationsByUnit)
    );
}
