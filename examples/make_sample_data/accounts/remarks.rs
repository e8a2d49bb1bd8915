//! What the manager writes about the accounts. All of it is made up; one line over the limits
//! is left without a remark.

use arsmelding::project::StatementId;

/// A remark on a line.
pub struct Remark {
    /// The statement.
    pub statement: StatementId,
    /// The line.
    pub line: &'static str,
    /// Other lines that it covers.
    pub also: &'static str,
    /// The words.
    pub text: &'static str,
}

/// The remarks.
pub const REMARKS: [Remark; 7] = [
    Remark {
        statement: StatementId::ByNature,
        line: "Andre overføringer og tilskudd fra staten",
        also: "",
        text: "Tilskudd til lærlinger. Budsjettet har det som fradrag i lønn.",
    },
    Remark {
        statement: StatementId::ByNature,
        line: "Overføringer og tilskudd fra andre",
        also: "Kjøp av varer og tjenester",
        text: "Eierkommunene har kjøpt mer utstyr og flere lisenser gjennom selskapet enn \
               budsjettert. Innkjøpene viderefaktureres, så inntekt og utgift øker like mye.",
    },
    Remark {
        statement: StatementId::ByNature,
        line: "Salgs- og leieinntekter",
        also: "",
        text: "Kunder som ikke er eiere, har også kjøpt mer enn ventet.",
    },
    Remark {
        statement: StatementId::ByNature,
        line: "Lønnsutgifter",
        also: "Sosiale utgifter",
        text: "To stillinger sto ledige i første halvår, og pensjonskostnaden ble lavere enn \
               anslått.",
    },
    Remark {
        statement: StatementId::ByNature,
        line: "Renteutgifter",
        also: "",
        text: "Renten var lavere enn det budsjettet la til grunn.",
    },
    Remark {
        statement: StatementId::ByNature,
        line: "Netto avsetninger til eller bruk av disposisjonsfond",
        also: "",
        text: "Resultatet ble bedre enn budsjettert. Det som står igjen, er satt av på fondet.",
    },
    Remark {
        statement: StatementId::Appropriations,
        line: "Sum bevilgninger drift, netto",
        also: "",
        text: "Lønn og pensjon ble lavere enn budsjettert, se § 5-6.",
    },
];

/// The notes of the statements: statement, line, number.
pub const NOTES: [(StatementId, &str, &str); 12] = [
    (StatementId::ByNature, "Sum driftsinntekter", "1"),
    (StatementId::ByNature, "Sum driftsutgifter", "1"),
    (StatementId::ByNature, "Netto finansutgifter", "1"),
    (StatementId::BalanceSheet, "Utstyr, maskiner og transportmidler", "9"),
    (StatementId::BalanceSheet, "Aksjer og andeler (eiendeler)", "5"),
    (StatementId::BalanceSheet, "Pensjonsmidler", "2"),
    (StatementId::BalanceSheet, "Disposisjonsfond", "6"),
    (StatementId::BalanceSheet, "Kapitalkonto", "7"),
    (StatementId::BalanceSheet, "Pensjonsforpliktelse", "2"),
    (StatementId::BalanceSheet, "Leverandørgjeld", "4"),
    (StatementId::BalanceSheet, "Premieavvik (kortsiktige gjeld)", "2"),
    (StatementId::ByNature, "Sum disponeringer eller dekning av netto driftsresultat", "1"),
];
