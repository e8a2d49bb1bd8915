//! The statements of the published report for 2021, line by line, to the øre. Nothing here is
//! made up. The columns are the accounts of 2021, the *regulert* and the *opprinnelig* budget,
//! and the accounts of 2020.

use super::money::{Amounts, Ore, columns, ore};

/// §5-4 «Andre generelle driftsinntekter».
pub const OTHER_GENERAL_INCOME: Amounts =
    columns(["-214 291,29", "-240 000", "-240 000", "409 412,50"]);

/// §5-6 «Andre overføringer og tilskudd fra staten».
pub const FROM_THE_STATE: Amounts = columns(["-154 080,00", "0", "0", "0"]);
/// §5-6 «Overføringer og tilskudd fra andre».
pub const FROM_OTHERS: Amounts =
    columns(["-148 608 752,61", "-120 308 582", "-120 308 582", "-128 014 190,96"]);
/// §5-6 «Salgs- og leieinntekter».
pub const SALES: Amounts = columns(["-8 084 658,16", "-3 650 000", "-3 650 000", "-8 194 409,42"]);
/// §5-6 «Lønnsutgifter».
pub const SALARIES: Amounts =
    columns(["30 101 367,75", "34 653 132", "34 653 132", "29 868 562,15"]);
/// §5-6 «Sosiale utgifter».
pub const SOCIAL_COSTS: Amounts =
    columns(["7 135 470,74", "8 418 728", "8 418 728", "6 722 648,14"]);
/// §5-6 «Kjøp av varer og tjenester».
pub const PURCHASES: Amounts =
    columns(["90 646 848,07", "61 149 379", "60 549 379", "75 194 428,50"]);
/// §5-6 «Overføringer og tilskudd til andre».
pub const TO_OTHERS: Amounts =
    columns(["22 406 330,48", "15 237 343", "15 237 343", "19 790 412,93"]);
/// §5-6 «Avskrivninger»; the «Motpost avskrivninger» is its opposite.
pub const DEPRECIATION: Amounts =
    columns(["3 595 542,16", "3 800 000", "3 800 000", "3 979 923,48"]);
/// §5-6 «Renteinntekter».
pub const INTEREST_EARNED: Amounts =
    columns(["-103 235,00", "-100 000", "-100 000", "-172 039,00"]);
/// §5-6 «Utbytter».
pub const DIVIDENDS: Amounts = columns(["-5 067,00", "0", "0", "-4 734,00"]);
/// §5-6 «Renteutgifter».
pub const INTEREST_PAID: Amounts = columns(["45 864,83", "200 000", "200 000", "16 204,42"]);
/// §5-6 «Overføring til investering»; in *investering* stands its opposite.
pub const TO_INVESTMENT: Amounts =
    columns(["4 357 968,40", "4 500 000", "4 500 000", "4 163 534,32"]);
/// §5-6 «Netto avsetninger til eller bruk av disposisjonsfond».
pub const TO_FUND: Amounts = columns(["2 261 942,50", "-100 000", "500 000", "1 421 663,82"]);
/// §5-6 «Dekning av tidligere års merforbruk».
pub const COVERED: Amounts = columns(["0", "0", "0", "-792 080,90"]);

/// §5-5 «Investeringer i varige driftsmidler».
pub const EQUIPMENT: Amounts = columns(["5 382 228,00", "5 550 000", "5 550 000", "5 293 877,32"]);
/// §5-5 «Investeringer i aksjer og andeler i selskaper».
pub const SHARES_BOUGHT: Amounts = columns(["52 186,00", "60 000", "60 000", "57 457,00"]);
/// §5-5 «Kompensasjon for merverdiavgift».
pub const VAT_COMPENSATION: Amounts =
    columns(["-1 076 445,60", "-1 110 000", "-1 110 000", "-1 187 800,00"]);

/// A line of §5-8 at the end of 2020 and of 2021.
pub type Balance = [Ore; 2];

/// §5-8 «Utstyr, maskiner og transportmidler».
pub const MACHINES: Balance = [ore("11 208 811,03"), ore("12 995 496,87")];
/// §5-8 «Aksjer og andeler (eiendeler)».
pub const SHARES: Balance = [ore("353 879,00"), ore("406 065,00")];
/// §5-8 «Pensjonsmidler».
pub const PENSION_FUNDS: Balance = [ore("27 447 515,00"), ore("31 453 815,00")];
/// §5-8 «Bankinnskudd og kontanter».
pub const BANK: Balance = [ore("31 343 166,26"), ore("27 668 900,42")];
/// §5-8 «Kundefordringer».
pub const CUSTOMERS_OWE: Balance = [ore("10 795 742,04"), ore("5 342 667,11")];
/// §5-8 «Andre kortsiktige fordringer».
pub const OTHERS_OWE: Balance = [ore("3 526 260,78"), ore("2 925 690,85")];
/// §5-8 «Disposisjonsfond».
pub const FUND: Balance = [ore("-13 295 103,86"), ore("-15 557 046,36")];
/// §5-8 «Kapitalkonto».
pub const CAPITAL: Balance = [ore("-8 976 968,03"), ore("-15 839 514,87")];
/// §5-8 «Pensjonsforpliktelse».
pub const PENSIONS_OWED: Balance = [ore("-30 033 236,00"), ore("-29 015 861,00")];
/// §5-8 «Leverandørgjeld».
pub const OWED_TO_SUPPLIERS: Balance = [ore("-13 579 837,12"), ore("-11 176 416,07")];
/// §5-8 «Annen kortsiktig gjeld».
pub const OWED_TO_OTHERS: Balance = [ore("-17 861 461,10"), ore("-9 002 034,95")];
/// §5-8 «Premieavvik (kortsiktige gjeld)».
pub const PREMIUM_DEVIATION: Balance = [ore("-928 768,00"), ore("-201 762,00")];

/// The history of the *disposisjonsfond* in whole kroner, of 2020, 2019, 2018 and 2017. The
/// report has breaks of a krone or two between the years.
pub const FUND_HISTORY: [(&str, [Option<u32>; 4]); 4] = [
    ("Saldo 01.01", [Some(11_873_441), Some(8_652_764), Some(5_770_632), Some(3_776_139)]),
    ("Innskudd Sør-Odal", [None, None, Some(482_132), None]),
    ("Avsatt fra drift", [Some(1_421_662), Some(3_220_676), Some(2_400_000), Some(1_994_493)]),
    ("Saldo 31.12", [Some(13_295_103), Some(11_873_440), Some(8_652_764), Some(5_770_632)]),
];
