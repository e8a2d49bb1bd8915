//! The totals of Hedmark IKT's published annual report for 2021. Nothing here is made up.

use arsmelding::calendar::Year;

/// The year of the report.
pub const REPORT_YEAR: Year = 2021;

/// Cases registered per quarter.
const CASES: [(Year, [u32; 4]); 7] = [
    (2015, [8_483, 7_343, 7_210, 7_635]),
    (2016, [8_596, 8_341, 8_718, 8_414]),
    (2017, [9_469, 7_522, 7_851, 7_929]),
    (2018, [10_096, 8_547, 9_915, 9_014]),
    (2019, [9_372, 7_071, 7_727, 7_402]),
    (2020, [10_709, 8_509, 9_558, 9_186]),
    (2021, [10_859, 9_086, 8_388, 7_893]),
];

/// Cases per quarter of one year.
pub fn cases(year: Year) -> [u32; 4] {
    CASES.iter().find(|(own, _)| *own == year).map_or([0; 4], |(_, quarters)| *quarters)
}

/// Incidents of priority A or B per quarter of 2021.
pub const INCIDENTS_2021: [u32; 4] = [28, 17, 46, 32];

/// How many of a whole.
pub struct Part {
    /// Those that count.
    pub part: u32,
    /// All of them.
    pub whole: u32,
}

/// 59,70 % of the calls were answered within one minute. The number of calls is made up.
pub const CALLS_WITHIN_1_MINUTE: Part = Part { part: 11_940, whole: 20_000 };
/// 70,10 % of the calls were answered within three minutes.
pub const CALLS_WITHIN_3_MINUTES: Part = Part { part: 14_020, whole: 20_000 };
/// 26,55 % of the deliveries took more than 21 days. The number of deliveries is made up.
pub const DELIVERIES_OVER_21_DAYS: Part = Part { part: 531, whole: 2_000 };
/// 2,03 % of the new users took more than three days. The number of users is made up.
pub const NEW_USERS_OVER_3_DAYS: Part = Part { part: 67, whole: 3_300 };
/// The health systems were out 0,19 % of the time, so up 99,81 %: minutes of two systems.
pub const OUTAGE_MINUTES: Part = Part { part: 1_997, whole: 2 * 525_600 };

/// Staffing at a year's end.
pub struct Staffing {
    /// The year.
    pub year: Year,
    /// Employees, permanent and temporary.
    pub employees: u32,
    /// Permanent employees.
    pub permanent: u32,
    /// Temporary employees.
    pub temporary: u32,
    /// Apprentices.
    pub apprentices: u32,
    /// Årsverk at hand.
    pub fte: f64,
}

/// Staffing at the end of 2019, 2020 and 2021.
pub const STAFF: [Staffing; 3] = [
    Staffing { year: 2019, employees: 40, permanent: 39, temporary: 1, apprentices: 3, fte: 42.8 },
    Staffing { year: 2020, employees: 43, permanent: 42, temporary: 1, apprentices: 3, fte: 45.3 },
    Staffing { year: 2021, employees: 42, permanent: 40, temporary: 2, apprentices: 3, fte: 45.0 },
];

/// Groups on 31 December 2021 with the women in them and everyone.
pub const GENDER: [(&str, u32, u32); 2] = [
    ("Ansatte inkl. lærlinger og midlertidig ansatte 31.12.2021", 12, 45),
    ("Ledergruppe 31.12.2021", 3, 6),
];

/// Who came and left in 2021: direction, reason, how many.
pub const TURNOVER: [(&str, &str, u32); 5] = [
    ("Ut", "ansatte sluttet", 3),
    ("Ut", "gikk av med pensjon", 2),
    ("Ut", "lærlinger/innleide", 2),
    ("Inn", "nyansatte", 4),
    ("Inn", "lærlinger/innleide", 2),
];

/// Sick leave in 2021: group, possible working days, own word, doctor's word.
pub const SICK_LEAVE: [(&str, u32, u32, u32); 2] =
    [("Kvinner", 2_818, 42, 159), ("Menn", 7_382, 34, 108)];

/// Sick leave per year: the percentage where no days are known, and the highest aimed at.
pub const SICK_LEAVE_YEARS: [(Year, Option<f64>, f64); 2] =
    [(2020, Some(1.84), 4.0), (2021, None, 4.0)];

/// A goal of 2021 as the report words it; the remarks but the first are made up.
pub struct Goal {
    /// What part of the operation it belongs to.
    pub area: &'static str,
    /// What is measured.
    pub measure: &'static str,
    /// The promise in words.
    pub in_words: &'static str,
    /// The number in it.
    pub target: f64,
    /// What that number counts.
    pub unit: &'static str,
    /// Which side is good.
    pub direction: &'static str,
    /// Which export it is measured on.
    pub metric: &'static str,
    /// The remark.
    pub remark: &'static str,
}

/// The five goals of 2021.
pub const GOALS: [Goal; 5] = [
    Goal {
        area: "Oppetid",
        measure: "Oppetid",
        in_words: "99,80 %",
        target: 99.8,
        unit: "%",
        direction: "Minst",
        metric: "Oppetid",
        remark: "Måltall er definert som tilgang for helsesystemene (Gerica og Profil) på \
                 helselokasjonene",
    },
    Goal {
        area: "Responstid brukerstøtte",
        measure: "Besvart innen 1 minutt",
        in_words: "70 % av brukerhenvendelser besvart innen 1 minutt",
        target: 70.0,
        unit: "%",
        direction: "Minst",
        metric: "Besvart innen 1 minutt",
        remark: "Flere saker enn ventet i første halvår, med samme bemanning på telefonen.",
    },
    Goal {
        area: "Responstid brukerstøtte",
        measure: "Besvart innen 3 minutter",
        in_words: "85 % innen 3 minutter.",
        target: 85.0,
        unit: "%",
        direction: "Minst",
        metric: "Besvart innen 3 minutter",
        remark: "Samme årsak som for svar innen ett minutt.",
    },
    Goal {
        area: "Leveransetider",
        measure: "Brukerutstyr innen 21 dager",
        in_words: "Brukerutstyr skal leveres innen 21 dager",
        target: 21.0,
        unit: "dager",
        direction: "Høyst",
        metric: "Leveranser over fristen",
        remark: "Lang ventetid på bærbare PC-er fra leverandøren.",
    },
    Goal {
        area: "Leveransetider",
        measure: "Nye brukeropprettinger innen 3 dager",
        in_words: "Nye brukeropprettinger skal leveres innen 3 dager",
        target: 3.0,
        unit: "dager",
        direction: "Høyst",
        metric: "Nye brukere over fristen",
        remark: "De fleste forsinkelsene kom ved skolestart.",
    },
];
