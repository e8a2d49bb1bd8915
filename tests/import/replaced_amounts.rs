//! Amounts that would take the place of those that the project has: a correction does, the list of
//! another company or in another unit is asked about.

use arsmelding::import::{Options, Plan, Setting, SheetRead};
use arsmelding::project::{AmountUnit, EditContext, Minute, Project, RepeatedRows};
use jiff::civil::date;

use super::support::{Files, context, imported, plan, project, sheet_with};

const ACCOUNTS: [(&str, i64); 6] = [
    ("010", 4_000_000),
    ("099", 600_000),
    ("195", 90_000),
    ("240", 310_000),
    ("650", -1_200_000),
    ("750", -3_800_000),
];

fn list(amount: impl Fn(i64) -> i64) -> String {
    let rows = ACCOUNTS.iter().map(|(account, own)| {
        format!("1.{account}.100.120;{};{}\n", amount(*own), amount(own + own / 10))
    });
    format!("Konto;Regnskap 2021;Budsjett 2021\n{}", rows.collect::<String>())
}

fn read(files: &Files, project: &Project, text: &str, options: &Options) -> SheetRead {
    sheet_with(files.write("liste.csv", text), project, options)
}

fn has_list(files: &Files) -> Project {
    let first = read(files, &project(), &list(|own| own), &Options::default());
    imported(&project(), &[first])
}

fn asked(plan: &Plan) -> Option<(String, String)> {
    let (_, question) = plan.questions.first()?;
    assert!(plan.apply(&context()).is_none());
    Some((question.option(), question.asks.text().replace('\u{a0}', " ")))
}

#[test]
fn another_companys_list_does_not_take_the_place_of_ours_unasked() {
    let files = Files::new();
    let before = has_list(&files);
    let foreign: [&dyn Fn(i64) -> i64; 4] =
        [&|own| own * 3 + 17, &|own| own / 5, &|own| own + 900_000, &|own| (own * 7) % 1_000_003];
    for amount in foreign {
        let second = read(&files, &before, &list(amount), &Options::default());
        let (option, asks) = asked(&plan(&before, &[second])).unwrap();
        assert_eq!(option, "--replace allow");
        assert!(asks.contains("liste.csv") && asks.contains("til sammen"), "{asks}");
    }
}

#[test]
fn who_says_that_the_new_amounts_are_right_gets_them() {
    let files = Files::new();
    let before = has_list(&files);
    let mut options = Options::default();
    options.say(&Setting::Replace);
    let second = read(&files, &before, &list(|own| own * 3), &options);
    let after = imported(&before, &[second]);
    assert_eq!(after.balances[0].actual, Some(12_000_000.into()));
}

#[test]
fn a_list_in_thousands_is_asked_about_and_made_kroner() {
    let files = Files::new();
    let before = has_list(&files);
    let second = read(&files, &before, &list(|own| own / 1_000), &Options::default());
    let (option, asks) = asked(&plan(&before, &[second])).unwrap();
    assert_eq!(option, "--unit tusen eller --replace allow", "{asks}");
    let mut options = Options::default();
    options.say(&Setting::Unit(AmountUnit::Thousand));
    let second = read(&files, &before, &list(|own| own / 1_000), &options);
    assert!(asked(&plan(&before, &[second])).is_none());
}

#[test]
fn corrections_are_not_asked_about() {
    let files = Files::new();
    let before = has_list(&files);
    let honest: [&dyn Fn(i64) -> i64; 4] = [
        &|own| own,
        &|own| if own.abs() < 400_000 { own * 2 } else { own },
        &|own| own + 10,
        &|own| own + own / 20,
    ];
    for amount in honest {
        let second = read(&files, &before, &list(amount), &Options::default());
        assert!(asked(&plan(&before, &[second])).is_none());
    }
}

#[test]
fn accounts_grow_while_the_year_runs() {
    let files = Files::new();
    let actual = |months: i64| {
        let rows = ACCOUNTS
            .iter()
            .map(|(account, own)| format!("1.{account}.100.120;{};{own}\n", own * months / 12));
        format!("Konto;Regnskap 2021;Budsjett 2021\n{}", rows.collect::<String>())
    };
    let in_march = EditContext { who: "Kari".to_owned(), now: Minute::new(date(2021, 4, 6), 9, 0) };
    let first = read(&files, &project(), &actual(3), &Options::default());
    let before = plan(&project(), &[first]).apply(&in_march).unwrap().0;
    let second = read(&files, &before, &actual(12), &Options::default());
    assert!(asked(&plan(&before, &[second])).is_none());
    // When the year was over already, the accounts no longer grow to four times as much.
    let first = read(&files, &project(), &actual(3), &Options::default());
    let before = imported(&project(), &[first]);
    let second = read(&files, &before, &actual(12), &Options::default());
    assert!(asked(&plan(&before, &[second])).is_some());
}

#[test]
fn a_plan_of_accounts_that_comes_twice_is_asked_about() {
    let files = Files::new();
    let below = list(|own| own * 3);
    let (_, rows) = below.split_once('\n').unwrap();
    for stacked in [format!("{}{below}", list(|own| own)), format!("{}{rows}", list(|own| own))] {
        let stacked_read = read(&files, &project(), &stacked, &Options::default());
        let (option, asks) = asked(&plan(&project(), &[stacked_read])).unwrap();
        assert_eq!(option, "--repeated first|last|add");
        assert!(asks.contains("fra rad 2"), "{asks}");
        let answers = [
            (RepeatedRows::First, 4_000_000),
            (RepeatedRows::Last, 12_000_000),
            (RepeatedRows::Add, 16_000_000),
        ];
        for (says, first) in answers {
            let mut options = Options::default();
            options.say(&Setting::Repeated(says));
            let read = read(&files, &project(), &stacked, &options);
            assert_eq!(read.read, read.accepted() + read.skipped_count());
            let after = imported(&project(), &[read]);
            assert_eq!(after.balances[0].actual, Some(first.into()));
        }
    }
}

#[test]
fn parts_that_a_column_or_a_heading_tells_apart_are_not_asked_about() {
    let files = Files::new();
    let blocks = |name: &dyn Fn(&str, &str) -> String| -> String {
        let regions = ["Nord", "Sør"].into_iter();
        regions
            .flat_map(|region| ACCOUNTS.iter().map(move |(account, own)| (region, account, own)))
            .map(|(region, account, own)| name(region, &format!("1.{account}.100.120;{own}")))
            .collect()
    };
    let honest = [
        format!(
            "Region;Konto;Regnskap 2021\n{}",
            blocks(&|region, row| format!("{region};{row}\n"))
        ),
        format!(
            "Konto;Regnskap 2021;Fylke\n{}",
            blocks(&|region, row| format!("{row};{region}\n"))
        ),
        format!("Konto;Periode;Regnskap\n{}", {
            blocks(&|region, row| {
                let (account, own) = row.split_once(';').unwrap();
                let month = if region == "Nord" { "202101" } else { "202102" };
                format!("{account};{month};{own}\n")
            })
        }),
    ];
    for text in honest {
        let read = read(&files, &project(), &text, &Options::default());
        assert!(asked(&plan(&project(), &[read])).is_none(), "{text}");
    }
}

#[test]
fn the_sums_of_another_file_of_the_import_do_not_count_beside_it() {
    let files = Files::new();
    let details = [
        "Konto;Regnskap 2021\n1.010.100.120;1000\n1.099.100.120;140\n1.010.200.120;500\n1.099.200.120;70\n",
        "Art;Ansvar;Regnskap 2021\n010;100;1000\n099;100;140\n010;200;500\n099;200;70\n",
    ];
    let summary = "Art;Artsnavn;Regnskap 2021\n010;Lønn;1500\n099;Avgift;210\n";
    let of = |name: &str, text: &str| {
        sheet_with(files.write(name, text), &project(), &Options::default())
    };
    for text in details {
        let sheets = [of("konto.csv", text), of("art.csv", summary)];
        let both = plan(&project(), &sheets);
        assert_eq!(both.questions.len(), 0, "{text}");
        assert!(both.sheets[1].notes[0].message.text().contains("summene av konto.csv"));
        assert_eq!(imported(&project(), &sheets).balances.len(), 4, "{text}");
        // Another list of the same accounts is none of it.
        let other = of("art.csv", &summary.replace("210", "211"));
        let sheets = [of("konto.csv", text), other];
        assert_eq!(imported(&project(), &sheets).balances.len(), 6, "{text}");
    }
}

#[test]
fn an_ansvar_is_the_same_with_and_without_its_zeros_and_codes_may_be_formulas_of_text() {
    let files = Files::new();
    let units = |text: &str| -> Vec<String> {
        let read = read(&files, &project(), text, &Options::default());
        assert_eq!((read.questions.len(), read.rejects.len()), (0, 0), "{text}");
        let after = imported(&project(), &[read]);
        after.balances.iter().map(|own| format!("{} {}", own.account, own.unit)).collect()
    };
    let head = "Konto;Ansvar;Regnskap 2021\n";
    assert_eq!(
        units(&format!("{head}010;0100;1000\n099;100;140\n010;100;5\n650;0100;-1145\n")),
        ["010 0100", "099 0100", "650 0100"]
    );
    assert_eq!(
        units(&format!("{head}010;0100;1000\n099;1000;140\n650;200;-1140\n")),
        ["010 0100", "099 1000", "650 200"]
    );
    assert_eq!(
        units(&format!("{head}=\"010\";=\"0100\";1000\n\"=\"\"650\"\"\";=\"0100\";-1000\n")),
        ["010 0100", "650 0100"]
    );
}

/// A ledger whose vouchers have these amounts.
fn postings(amount: impl Fn(i64) -> i64, month: u8) -> String {
    let rows = ACCOUNTS.iter().enumerate().map(|(at, (account, own))| {
        format!("{};{:02}.{month:02}.2021;{account};100;{}\n", 100 + at, at + 1, amount(*own))
    });
    format!("Bilagsnr;Dato;Konto;Ansvar;Beløp\n{}", rows.collect::<String>())
}

#[test]
fn another_companys_postings_do_not_take_the_place_of_ours_unasked() {
    let files = Files::new();
    let first = read(&files, &project(), &postings(|own| own, 3), &Options::default());
    let before = imported(&project(), &[first]);
    let foreign: [&dyn Fn(i64) -> i64; 3] =
        [&|own| own * 3 + 17, &|own| own / 5, &|own| (own * 7) % 1_000_003];
    for amount in foreign {
        let second = read(&files, &before, &postings(amount, 3), &Options::default());
        let (option, asks) = asked(&plan(&before, &[second])).unwrap();
        assert_eq!(option, "--replace allow");
        assert!(asks.starts_with("6 av 6 rader") && asks.contains("liste.csv"), "{asks}");
    }
    let thousands = read(&files, &before, &postings(|own| own / 1_000, 3), &Options::default());
    let (option, _) = asked(&plan(&before, &[thousands])).unwrap();
    assert_eq!(option, "--unit tusen eller --replace allow");
    let mut options = Options::default();
    options.say(&Setting::Replace);
    let second = read(&files, &before, &postings(|own| own * 3, 3), &options);
    assert_eq!(imported(&before, &[second]).ledger[0].rows[0].amount, 12_000_000.into());
}

#[test]
fn corrected_and_further_postings_are_not_asked_about() {
    let files = Files::new();
    let first = read(&files, &project(), &postings(|own| own, 3), &Options::default());
    let before = imported(&project(), &[first]);
    let correction = |own: i64| if own.abs() < 400_000 { own * 2 } else { own };
    let line = "100;01.03.2021;195;100;12\n";
    for text in [
        postings(|own| own, 3),
        postings(correction, 3),
        postings(|own| own + 10, 3),
        postings(|own| own * 3, 4),
        format!("{}{line}", postings(|own| own, 3)),
    ] {
        let second = read(&files, &before, &text, &Options::default());
        assert!(asked(&plan(&before, &[second])).is_none(), "{text}");
    }
}

#[test]
fn a_part_of_the_year_grows_to_the_whole() {
    let files = Files::new();
    let titled = |title: &str, part: i64| {
        let rows = ACCOUNTS.iter().map(|(account, own)| format!("{account};{}\n", own / part));
        format!("{title}\nKonto;Regnskap\n{}", rows.collect::<String>())
    };
    for title in ["Regnskap pr. 30.06.2021", "Regnskap 1. halvår 2021"] {
        let first = read(&files, &project(), &titled(title, 2), &Options::default());
        let before = imported(&project(), &[first]);
        for whole in ["Regnskap 2021", "Regnskap pr. 31.12.2021"] {
            let second = read(&files, &before, &titled(whole, 1), &Options::default());
            assert!(asked(&plan(&before, &[second])).is_none(), "{title}, {whole}");
        }
        // No year is four times its half.
        let second = read(
            &files,
            &before,
            &titled("Regnskap 2021", 1).replace("0000", "00000"),
            &Options::default(),
        );
        assert!(asked(&plan(&before, &[second])).is_some(), "{title}");
        // The same half-year does not grow, and the whole year does not shrink.
        let second = read(&files, &before, &titled(title, 1), &Options::default());
        assert!(asked(&plan(&before, &[second])).is_some(), "{title}");
        let whole = read(&files, &project(), &titled("Regnskap 2021", 1), &Options::default());
        let before = imported(&project(), &[whole]);
        let second = read(&files, &before, &titled(title, 2), &Options::default());
        assert!(asked(&plan(&before, &[second])).is_some(), "{title}");
    }
}

#[test]
fn an_ansvar_is_the_same_in_two_imports_with_and_without_its_zeros() {
    let files = Files::new();
    let balances =
        |unit: &str| format!("Konto;Ansvar;Regnskap 2021\n010;{unit};5\n650;{unit};-5\n");
    let ledger = |unit: &str| {
        let head = "Bilagsnr;Dato;Konto;Ansvar;Beløp";
        format!("{head}\n1;01.03.2021;010;{unit};5\n2;01.03.2021;650;{unit};-5\n")
    };
    for (first, second) in [("0100", "100"), ("100", "0100")] {
        for list in [&balances as &dyn Fn(&str) -> String, &ledger] {
            let before = read(&files, &project(), &list(first), &Options::default());
            let before = imported(&project(), &[before]);
            let again = read(&files, &before, &list(second), &Options::default());
            let next = plan(&before, &[again]);
            assert_eq!((next.sheets[0].new, next.sheets[0].unchanged), (0, 2), "{second}");
            let told = next.sheets[0].notes[0].message.text();
            assert!(told.contains(&format!("{second} er {first}")), "{told}");
        }
    }
    // Where a list has both, they are two.
    let before = read(&files, &project(), &balances("100"), &Options::default());
    let before = imported(&project(), &[before]);
    let other = read(&files, &before, &balances("200"), &Options::default());
    assert_eq!(imported(&before, &[other]).balances.len(), 4);
}
