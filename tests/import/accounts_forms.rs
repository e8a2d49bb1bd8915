//! The lists of real finance systems, as each writes them: taken without a question that the file
//! answers. The generators make the same accounts in each system's dress.

use std::fmt::Write as _;

use arsmelding::import::SheetRead;
use arsmelding::number::Decimal;
use arsmelding::project::{Project, SourceKind, TableId};

use super::support::{Files, imported, project, sheet};

/// Number, name, opening and closing balance.
type Account = (&'static str, &'static str, i64, i64);

/// An account of *drift*: art, name, *ansvar*, *tjeneste*, accounts, both budgets, last year.
type Row = (u16, &'static str, u16, u16, [i64; 4]);

const ROWS: [Row; 6] = [
    (10, "Fastlønn", 1000, 1200, [2_425_693, 2_532_000, 2_500_000, 1_906_016]),
    (99, "Arbeidsgiveravgift", 1000, 1200, [341_207, 350_000, 350_000, 280_111]),
    (195, "Avgifter, gebyrer, lisenser", 1100, 1200, [811_402, 800_000, 790_000, 702_300]),
    (200, "Kjøp av driftsmidler", 1100, 1210, [120_000, 130_000, 130_000, 90_500]),
    (650, "Annet avgiftspliktig salg", 1100, 1200, [-912_430, -900_000, -900_000, -801_118]),
    (750, "Refusjon fra kommuner", 1000, 1210, [-2_785_872, -2_912_000, -2_870_000, -2_177_809]),
];

const BALANCE: [(&str, &str, i64, i64); 4] = [
    ("2.10.2100", "Bank", 1_200_000, 1_500_000),
    ("2.13.7000", "Kundefordringer", 300_000, 200_000),
    ("2.32.4000", "Leverandørgjeld", -500_000, -600_000),
    ("2.56.0800", "Disposisjonsfond", -1_000_000, -1_100_000),
];

/// `1 234 567,00`, as Norwegian systems print it.
fn spaced(kroner: i64) -> String {
    let digits = kroner.abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    format!("{}{text},00", if kroner < 0 { "-" } else { "" })
}

/// Agresso: titles above the heads, texts beside codes with `(T)`, periods as `YYYYMM`, a row Σ.
fn agresso_balances() -> String {
    let mut text = String::from(
        "Regnskap per konto\nFirma: HI\nPeriode fra: 202100 Periode til: 202113\n\n\
         Kl;Konto;Konto(T);Ansvar;Ansvar(T);Tjeneste;Tjeneste(T);Regnskap;Buds(end);Oppr.bud;\
         Regnskap i fjor;Avvik\n",
    );
    for (art, name, unit, service, [now, revised, original, before]) in ROWS {
        let difference = revised - now;
        writeln!(
            text,
            "1;{art:03}00;{name};{unit};Ansvar {unit};{service};Tjeneste {service};{};{};{};{};{}",
            spaced(now),
            spaced(revised),
            spaced(original),
            spaced(before),
            spaced(difference),
        )
        .unwrap();
    }
    let sum = |of: fn(&[i64; 4]) -> i64| spaced(ROWS.iter().map(|row| of(&row.4)).sum());
    let sums = [sum(|own| own[0]), sum(|own| own[1]), sum(|own| own[2]), sum(|own| own[3])];
    writeln!(text, "Σ;;;;;;;{}", sums.join(";")).unwrap();
    text
}

/// Visma: *ansvar*, *tjeneste* and *art* grouped with sums, *forbruk* in percent.
fn visma_balances() -> String {
    let mut text = String::from(
        "Regnskapsrapport 2021\nAnsvar;Tjeneste;Art;Art tekst;Regnskap hittil;Årsbudsjett;\
         Rest;Forbruk %\n",
    );
    for unit in [1000, 1100] {
        let own: Vec<&Row> = ROWS.iter().filter(|row| row.2 == unit).collect();
        for (art, name, unit, service, [now, revised, ..]) in own.iter().copied() {
            let rest = revised - now;
            let percent = now * 100 / revised;
            writeln!(text, "{unit};{service};{art:03}000;{name};{now};{revised};{rest};{percent}",)
                .unwrap();
        }
        let sum = |at: usize| own.iter().map(|row| row.4[at]).sum::<i64>();
        writeln!(text, "Sum ansvar: {unit};;;;{};{};{};", sum(0), sum(1), sum(1) - sum(0)).unwrap();
    }
    text
}

/// Xledger: an account string in parts, one company, English heads.
fn xledger_balances() -> String {
    let mut text = String::from(
        "Company;Account;Account name;Cost center;Project;Actual YTD;Revised budget;Original \
         budget;Last year\n",
    );
    for (art, name, unit, _, [now, revised, original, before]) in ROWS {
        writeln!(
            text,
            "Hedmark IKT;{art:03}0;\"{name}\";{unit};;{now}.00;{revised}.00;{original}.00;{before}.00"
        )
        .unwrap();
    }
    text
}

/// Shaped as what SSB is sent: *kontoklasse* 3, *funksjon*, *art*, amount.
fn kostra_balances() -> String {
    let mut text = String::from("Regnskapsår;Kontoklasse;Funksjon;Art;Beløp\n");
    for (art, _, _, service, [now, ..]) in ROWS {
        writeln!(text, "2021;3;{};{art:03};{now}", service / 10).unwrap();
    }
    text
}

fn account(project: &Project, art: &str) -> Option<Decimal> {
    let own = project.balances.iter().filter(|row| row.account.starts_with(art));
    own.filter_map(|row| row.actual).reduce(|sum, own| sum + own)
}

fn taken(read: &SheetRead) -> Project {
    assert_eq!(read.questions, [], "{:?}", read.questions.first().map(|own| own.asks.text()));
    assert_eq!(read.rejects, []);
    imported(&project(), std::slice::from_ref(read))
}

#[test]
fn balances_of_each_system_are_the_same_accounts() {
    let files = Files::new();
    for (name, text) in [
        ("agresso.csv", agresso_balances()),
        ("visma.csv", visma_balances()),
        ("xledger.csv", xledger_balances()),
        ("kostra.csv", kostra_balances()),
    ] {
        let read = sheet(files.write(name, text));
        assert_eq!(read.kind(), SourceKind::Table(TableId::Balances), "{name}");
        let after = taken(&read);
        assert_eq!(after.balances.len(), ROWS.len(), "{name}");
        for (art, _, _, _, [now, ..]) in ROWS {
            assert_eq!(account(&after, &format!("{art:03}")), Some(now.into()), "{name}: {art}");
        }
        assert!(after.balances.iter().all(|row| row.year == Some(2021)), "{name}");
        // Visma calls the year's accounts "hittil" at its end, too.
        let told = read.notes.iter().filter(|note| note.message.key != "import-note-so-far");
        assert_eq!(told.count(), 0, "{name}: {:?}", read.notes);
    }
}

#[test]
fn budgets_and_last_year_come_along_where_a_system_has_them() {
    let files = Files::new();
    for (name, text) in [("agresso.csv", agresso_balances()), ("xledger.csv", xledger_balances())] {
        let after = taken(&sheet(files.write(name, text)));
        let row = &after.balances[0];
        let amounts = [row.revised_budget, row.original_budget, row.last_year];
        let [_, revised, original, before] = ROWS[0].4;
        assert_eq!(amounts, [revised, original, before].map(|own| Some(own.into())), "{name}");
    }
    let visma = taken(&sheet(files.write("visma.csv", visma_balances())));
    assert_eq!(visma.balances[0].revised_budget, Some(ROWS[0].4[1].into()));
    assert_eq!(visma.balances[0].unit, "1000");
}

#[test]
fn the_periods_above_a_list_tell_its_year() {
    let files = Files::new();
    let earlier = agresso_balances().replace("202100", "201900").replace("202113", "201913");
    let after = taken(&sheet(files.write("agresso.csv", earlier)));
    assert!(after.balances.iter().all(|row| row.year == Some(2019)));
}

/// The same postings in the dress of each system: voucher, day, period, account, amount.
fn ledgers() -> [(&'static str, String); 3] {
    let mut agresso = String::from(
        "Hovedbok\nPeriode fra: 202101 Periode til: 202112\n\n\
         BA;Bilagsnr;Bilagsdato;Periode;Konto;Konto(T);Ansvar;Tjeneste;Prosjekt;Tekst;AV;Beløp;\
         Resk.nr;Resk.nr(T)\n",
    );
    let mut visma =
        String::from("Bilag;Bilagsdato;Periode;Art;Ansvar;Tjeneste;Prosjekt;Tekst;Debet;Kredit\n");
    let mut xledger = String::from(
        "Company,Voucher no,Voucher date,Period,Account,Account name,GLObject1,Text,Amount NOK,D/C\n",
    );
    for (at, (art, name, unit, service, [now, ..])) in (1..).zip(ROWS) {
        let (day, period) = (format!("{at:02}.03.2021"), 202_103);
        let voucher = 21_000 + at;
        writeln!(
            agresso,
            "IF;{voucher};{day};{period};{art:03}00;{name};{unit};{service};;Tekst;0;{};;",
            spaced(now)
        )
        .unwrap();
        let (debit, credit) = if now < 0 { (0, -now) } else { (now, 0) };
        writeln!(
            visma,
            "{voucher};{day};{period};{art:03}000;{unit};{service};;x;{debit};{credit}"
        )
        .unwrap();
        let side = if now < 0 { "C" } else { "D" };
        writeln!(
            xledger,
            "HI,{voucher},2021-03-{at:02},2021-03,{art:03}0,\"{name}\",,x,{}.00,{side}",
            now.abs()
        )
        .unwrap();
    }
    [("agresso.csv", agresso), ("visma.csv", visma), ("xledger.csv", xledger)]
}

#[test]
fn ledgers_of_each_system_are_the_same_postings() {
    let files = Files::new();
    for (name, text) in ledgers() {
        let read = sheet(files.write(name, text));
        assert_eq!(read.kind(), SourceKind::Ledger, "{name}");
        let after = taken(&read);
        let amounts: Vec<Decimal> =
            after.ledger[0].rows.iter().map(|row| row.amount.normalize()).collect();
        assert_eq!(amounts, ROWS.map(|row| Decimal::from(row.4[0])), "{name}");
        assert!(after.ledger[0].rows.iter().all(|row| row.period == 3), "{name}");
        let arts = after.ledger[0].accounts.iter().map(|own| own.account[..3].to_owned());
        assert_eq!(arts.collect::<Vec<_>>(), ROWS.map(|row| format!("{:03}", row.0)), "{name}");
    }
}

#[test]
fn balance_lists_of_each_system_are_the_same_accounts() {
    let files = Files::new();
    let rows = |of: &dyn Fn(&Account) -> String| -> String { BALANCE.iter().map(of).collect() };
    let agresso = rows(&|(account, name, opening, closing)| {
        let moved = closing - opening;
        format!("{account};{name};{};{};{}\n", spaced(*opening), spaced(moved), spaced(*closing))
    });
    let visma = rows(&|(account, name, opening, closing)| {
        let moved = closing - opening;
        let (debit, credit) = if moved < 0 { (0, -moved) } else { (moved, 0) };
        let account = account.replace('.', "");
        format!("{account};{name};{opening};{debit};{credit};{closing}\n")
    });
    let kostra = rows(&|(account, _, opening, closing)| {
        let account = account.split('.').nth(1).unwrap();
        format!("5;{account};{closing};{opening}\n")
    });
    for (name, text) in [
        (
            "agresso.csv",
            format!("Saldobalanse\nPeriode til: 202113\nKonto;Konto(T);IB;Bevegelse;UB\n{agresso}"),
        ),
        (
            "visma.csv",
            format!(
                "Saldoliste 2021\nKonto;Kontonavn;Inng. saldo;Debet;Kredit;Utg. saldo\n{visma}"
            ),
        ),
        ("kostra.csv", format!("Kontoklasse;Kapittel;UB 2021;IB 2021\n{kostra}")),
    ] {
        let read = sheet(files.write(name, text));
        assert_eq!(read.kind(), SourceKind::Table(TableId::BalanceList), "{name}");
        let after = taken(&read);
        let closing: Vec<_> = after.balance_list.iter().map(|own| own.closing.unwrap()).collect();
        assert_eq!(closing, BALANCE.map(|own| Decimal::from(own.3)), "{name}");
        let opening: Vec<_> = after.balance_list.iter().map(|own| own.opening.unwrap()).collect();
        assert_eq!(opening, BALANCE.map(|own| Decimal::from(own.2)), "{name}");
    }
}
