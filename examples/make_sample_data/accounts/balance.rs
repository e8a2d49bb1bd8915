//! The balance accounts. How a line falls on accounts is made up.

use super::money::{Ore, ore};
use super::statements::{self, Balance};

/// A balance account.
pub struct BalanceAccount {
    /// With *kontoklasse* and *kapittel*: `2.10.100`.
    pub account: String,
    /// Its name.
    pub name: &'static str,
    /// The balance on 1 January.
    pub opening: Ore,
    /// The balance on 31 December.
    pub closing: Ore,
}

/// A line: its *kapittel*, what it comes to, the account that takes what the others leave, and
/// the others.
struct Line {
    chapter: &'static str,
    total: Balance,
    main: &'static str,
    others: &'static [(&'static str, [&'static str; 2])],
}

const LINES: [Line; 12] = [
    Line {
        chapter: "10",
        total: statements::BANK,
        main: "Driftskonto",
        others: &[
            ("Skattetrekkskonto", ["1 287 411,00", "1 345 220,00"]),
            ("Plasseringskonto", ["8 104 662,18", "8 152 310,55"]),
        ],
    },
    Line {
        chapter: "13",
        total: statements::CUSTOMERS_OWE,
        main: "Kundefordringer eierkommuner",
        others: &[
            ("Kundefordringer andre", ["418 225,50", "302 118,75"]),
            ("Avsetning til tap på krav", ["-25 000,00", "-25 000,00"]),
        ],
    },
    Line {
        chapter: "16",
        total: statements::OTHERS_OWE,
        main: "Kompensasjon for merverdiavgift til gode",
        others: &[
            ("Sykelønnsrefusjon til gode", ["96 318,00", "141 707,00"]),
            ("Forskuddsbetalte utgifter", ["612 450,40", "487 905,15"]),
        ],
    },
    Line {
        chapter: "20",
        total: statements::PENSION_FUNDS,
        main: "Pensjonsmidler KLP",
        others: &[],
    },
    Line {
        chapter: "21",
        total: statements::SHARES,
        main: "Egenkapitalinnskudd KLP",
        others: &[("Andre andeler", ["10 000,00", "10 000,00"])],
    },
    Line {
        chapter: "24",
        total: statements::MACHINES,
        main: "Servere og lagring",
        others: &[
            ("Nettverk", ["3 614 208,77", "4 102 655,30"]),
            ("Brukerutstyr", ["2 208 340,15", "2 481 712,90"]),
            ("Biler", ["318 500,00", "212 333,00"]),
        ],
    },
    Line {
        chapter: "32",
        total: statements::OWED_TO_OTHERS,
        main: "Påløpte utgifter og oppgjør med eierne",
        others: &[
            ("Skyldig skattetrekk", ["-1 284 902,00", "-1 341 118,00"]),
            ("Skyldig arbeidsgiveravgift", ["-801 774,20", "-836 402,65"]),
            ("Skyldige feriepenger", ["-3 196 440,80", "-3 318 905,10"]),
            ("Arbeidsgiveravgift av feriepenger", ["-450 698,15", "-467 965,62"]),
            ("Oppgjør merverdiavgift", ["-212 330,00", "-188 417,00"]),
            ("Forskudd fra kunder", ["-4 500 000,00", "-750 000,00"]),
        ],
    },
    Line {
        chapter: "35",
        total: statements::OWED_TO_SUPPLIERS,
        main: "Leverandørgjeld",
        others: &[("Mottatt, ikke fakturert", ["-1 904 118,32", "-1 211 640,07"])],
    },
    Line {
        chapter: "39",
        total: statements::PREMIUM_DEVIATION,
        main: "Premieavvik KLP",
        others: &[("Arbeidsgiveravgift av premieavvik", ["-114 775,00", "-24 933,00"])],
    },
    Line {
        chapter: "40",
        total: statements::PENSIONS_OWED,
        main: "Pensjonsforpliktelse KLP",
        others: &[("Arbeidsgiveravgift av netto forpliktelse", ["-319 522,00", "0,00"])],
    },
    Line { chapter: "56", total: statements::FUND, main: "Disposisjonsfond", others: &[] },
    Line { chapter: "5990", total: statements::CAPITAL, main: "Kapitalkonto", others: &[] },
];

/// Every balance account, by number.
///
/// # Panics
/// When they do not balance, which the report's lines do.
pub fn balance_accounts() -> Vec<BalanceAccount> {
    let accounts: Vec<BalanceAccount> = LINES.iter().flat_map(accounts_of).collect();
    for side in [|own: &BalanceAccount| own.opening, |own: &BalanceAccount| own.closing] {
        assert_eq!(accounts.iter().map(side).sum::<Ore>(), 0, "the accounts balance");
    }
    accounts
}

fn accounts_of(line: &Line) -> Vec<BalanceAccount> {
    let others: Vec<(&str, Balance)> =
        line.others.iter().map(|(name, texts)| (*name, texts.map(ore))).collect();
    let left =
        others.iter().fold(line.total, |left, (_, own)| [left[0] - own[0], left[1] - own[1]]);
    let all = std::iter::once((line.main, left)).chain(others);
    let numbered = all.enumerate().map(|(place, (name, [opening, closing]))| BalanceAccount {
        account: format!("2.{}.{}", line.chapter, 100 + 10 * place),
        name,
        opening,
        closing,
    });
    numbered.collect()
}
