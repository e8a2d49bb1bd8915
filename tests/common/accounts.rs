//! A project with the accounts of 2021: the lines' totals are the report's, the account strings
//! are invented.

use std::str::FromStr;
use std::sync::Arc;

use arsmelding::project::{
    AccountBalance, BalanceAccount, FundEntry, FundLineKind, MappingRule, Minute, Project, Remark,
    RowRef, Source, SourceId, SourceKind, StatementId, Stream, TableId,
};
use jiff::civil::date;
use rust_decimal::Decimal;

/// Art, ansvar, funksjon, name, and the four amounts: the year's, the two budgets', the year
/// before's.
type Row = (&'static str, &'static str, &'static str, &'static str, [&'static str; 4]);

const DRIFT: [Row; 21] = [
    ("010", "100", "120", "Fastlønn", ["17412806.35", "21650000", "21650000", "17340118.22"]),
    ("010", "140", "120", "Fastlønn", ["10000000", "10000000", "10000000", "10000000"]),
    ("030", "100", "120", "Lønn til ekstrahjelp", ["214880.50", "300000", "300000", "241306.75"]),
    ("040", "100", "120", "Overtidslønn", ["1037168.40", "950000", "950000", "1268994.18"]),
    ("050", "100", "120", "Annen lønn", ["1436512.50", "1753132", "1753132", "1018143"]),
    ("090", "100", "120", "Pensjon", ["7135470.74", "8418728", "8418728", "6722648.14"]),
    ("195", "100", "120", "Lisenser", ["60646848.07", "41149379", "40549379", "50194428.50"]),
    ("270", "140", "120", "Konsulenter", ["30000000", "20000000", "20000000", "25000000"]),
    ("429", "100", "120", "Mva", ["22406330.48", "15237343", "15237343", "19790412.93"]),
    ("590", "100", "120", "Avskrivninger", ["3595542.16", "3800000", "3800000", "3979923.48"]),
    ("810", "100", "120", "Statstilskudd", ["-154080", "0", "0", "0"]),
    (
        "750",
        "100",
        "120",
        "Fra kommuner",
        ["-148608752.61", "-120308582", "-120308582", "-128014190.96"],
    ),
    ("650", "100", "120", "Salg", ["-8084658.16", "-3650000", "-3650000", "-8194409.42"]),
    ("900", "100", "870", "Renter", ["-103235", "-100000", "-100000", "-172039"]),
    ("905", "100", "870", "Utbytte", ["-5067", "0", "0", "-4734"]),
    ("500", "100", "870", "Renter", ["45864.83", "200000", "200000", "16204.42"]),
    ("990", "100", "860", "Motpost", ["-3595542.16", "-3800000", "-3800000", "-3979923.48"]),
    ("570", "100", "880", "Til investering", ["4357968.40", "4500000", "4500000", "4163534.32"]),
    ("540", "100", "880", "Til disposisjonsfond", ["2261942.50", "0", "500000", "1421663.82"]),
    ("940", "100", "880", "Fra disposisjonsfond", ["0", "-100000", "0", "0"]),
    ("530", "100", "880", "Merforbruk", ["0", "0", "0", "-792080.90"]),
];

const INVESTERING: [Row; 4] = [
    ("200", "100", "120", "Utstyr", ["5382228", "5550000", "5550000", "5293877.32"]),
    ("529", "100", "120", "Egenkapitalinnskudd KLP", ["52186", "60000", "60000", "57457"]),
    ("729", "100", "841", "Mva", ["-1076445.60", "-1110000", "-1110000", "-1187800"]),
    ("970", "100", "880", "Fra drift", ["-4357968.40", "-4500000", "-4500000", "-4163534.32"]),
];

const BALANCE: [(&str, &str, [&str; 2]); 12] = [
    ("24.100", "Utstyr", ["11208811.03", "12995496.87"]),
    ("21.410", "Egenkapitalinnskudd KLP", ["353879", "406065"]),
    ("20.100", "Pensjonsmidler", ["27447515", "31453815"]),
    ("10.100", "Bank", ["31343166.26", "27668900.42"]),
    ("13.100", "Kundefordringer", ["10795742.04", "5342667.11"]),
    ("16.100", "Andre fordringer", ["3526260.78", "2925690.85"]),
    ("56.100", "Disposisjonsfond", ["-13295103.86", "-15557046.36"]),
    ("5990.100", "Kapitalkonto", ["-8976968.03", "-15839514.87"]),
    ("40.100", "Pensjonsforpliktelse", ["-30033236", "-29015861"]),
    ("35.100", "Leverandørgjeld", ["-13579837.12", "-11176416.07"]),
    ("32.100", "Annen kortsiktig gjeld", ["-17861461.10", "-9002034.95"]),
    ("39.100", "Premieavvik", ["-928768", "-201762"]),
];

fn amount(text: &str) -> Option<Decimal> {
    Some(Decimal::from_str(text).unwrap())
}

/// The project with balances, a balance list, the fund and one remark.
pub fn project() -> Project {
    let mut project = Project::new("Hedmark IKT", 2021, (2015, 2020));
    project.sources = Arc::new(vec![source()]);
    let drift = DRIFT.iter().map(|row| ("1", row));
    let rows = drift.chain(INVESTERING.iter().map(|row| ("0", row))).zip(9_u32..);
    project.balances = Arc::new(rows.map(|((class, row), at)| balance(class, row, at)).collect());
    project.balance_list = Arc::new(BALANCE.iter().map(balance_account).collect());
    project.fund = Arc::new(fund());
    project.mapping = Arc::new(vec![MappingRule {
        statement: StatementId::Appropriations,
        art: "810".to_owned(),
        line: "Andre generelle driftsinntekter".to_owned(),
        reason: "Statens tilskudd er ikke bundet til et formål".to_owned(),
        ..MappingRule::default()
    }]);
    project.remarks = Arc::new(vec![Remark {
        year: Some(2021),
        statement: StatementId::ByNature,
        line: "Lønnsutgifter".to_owned(),
        also: "Sosiale utgifter".to_owned(),
        remark: "Lavere kostnad enn budsjettert på grunn av forsinkede ansettelsesprosesser, \
                 samt lavere pensjonskostnader enn budsjett."
            .to_owned(),
        ..Remark::default()
    }]);
    project
}

fn balance(class: &str, row: &Row, at: u32) -> AccountBalance {
    let (art, unit, function, name, [actual, revised, original, last]) = row;
    AccountBalance {
        year: Some(2021),
        class: class.to_owned(),
        account: format!("{art}00"),
        account_name: (*name).to_owned(),
        unit: (*unit).to_owned(),
        unit_name: if *unit == "100" { "Drift" } else { "Prosjekt" }.to_owned(),
        function: (*function).to_owned(),
        actual: amount(actual),
        revised_budget: amount(revised),
        original_budget: amount(original),
        last_year: amount(last),
        origin: Some(RowRef { source: SourceId(1), row: at }),
        ..AccountBalance::default()
    }
}

fn balance_account(
    (account, name, [opening, closing]): &(&str, &str, [&str; 2]),
) -> BalanceAccount {
    BalanceAccount {
        year: Some(2021),
        account: (*account).to_owned(),
        account_name: (*name).to_owned(),
        opening: amount(opening),
        closing: amount(closing),
        origin: None,
    }
}

fn fund() -> Vec<FundEntry> {
    let entry = |year, kind, line: &str, own| FundEntry {
        year: Some(year),
        kind,
        line: line.to_owned(),
        amount: amount(own),
        origin: None,
    };
    vec![
        entry(2017, FundLineKind::Opening, "", "5632406"),
        entry(2017, FundLineKind::Movement, "Avsatt fra drift", "2381510"),
        entry(2017, FundLineKind::Closing, "", "8013916"),
        entry(2018, FundLineKind::Opening, "", "8013917"),
        entry(2018, FundLineKind::Movement, "Innskudd Sør-Odal", "2800000"),
        entry(2018, FundLineKind::Closing, "", "10813917"),
        entry(2019, FundLineKind::Opening, "", "10813917"),
        entry(2019, FundLineKind::Movement, "Avsatt fra drift", "1059523"),
        entry(2019, FundLineKind::Closing, "", "11873440"),
    ]
}

fn source() -> Source {
    let columns =
        ["account", "actual", "revised_budget", "original_budget", "last_year"].into_iter();
    Source {
        id: SourceId(1),
        stream: Stream {
            kind: SourceKind::Table(TableId::Balances),
            system: String::new(),
            selection: String::new(),
        },
        company: String::new(),
        file: "Regnskap 2021 Hedmark IKT.xlsx".to_owned(),
        sheet: "Saldoliste".to_owned(),
        sha256: "9f3c41d0a5b6c7d8e9f001122334455667788990aabbccddeeff00117ae2".to_owned(),
        period: None,
        is_last_day_partial: false,
        read: 21,
        accepted: 21,
        rejected: 0,
        skipped: 0,
        replaced: Vec::new(),
        columns: columns.zip([1, 5, 6, 7, 8]).map(|(id, at)| (id.to_owned(), at)).collect(),
        imported: Minute::new(date(2022, 2, 14), 10, 42),
        imported_by: "økonomi".to_owned(),
    }
}
