//! Customers, and made-up words: what cases are about, who calls, who answers.

use arsmelding::calendar::Year;

/// A customer.
pub struct Customer {
    /// As the register names it.
    pub name: &'static str,
    /// As older exports name it; newer ones do so for the largest customers.
    pub long_name: &'static str,
    /// Whether it is one of the owners.
    pub is_owner: bool,
    /// The year from whose first day it is a customer; `None` for always.
    pub since: Option<Year>,
    /// Its share of the cases.
    pub weight: u32,
}

impl Customer {
    /// The name that the exports of `year` use.
    pub fn name_in(&self, year: Year) -> &'static str {
        let is_long = year < 2019 || self.weight >= 15;
        if is_long { self.long_name } else { self.name }
    }

    /// Whether it was a customer in `year`.
    pub fn is_customer_in(&self, year: Year) -> bool {
        self.since.is_none_or(|since| since <= year)
    }
}

const fn owner(name: &'static str, long_name: &'static str, weight: u32) -> Customer {
    Customer { name, long_name, is_owner: true, since: None, weight }
}

/// The customers. The owners are real; the two others and all weights are made up.
pub const CUSTOMERS: [Customer; 9] = [
    owner("Hamar", "Hamar kommune", 32),
    owner("Løten", "Løten kommune", 8),
    owner("Stange", "Stange kommune", 20),
    owner("Kongsvinger", "Kongsvinger kommune", 18),
    owner("Grue", "Grue kommune", 6),
    owner("Nord-Odal", "Nord-Odal kommune", 6),
    Customer { since: Some(2018), ..owner("Sør-Odal", "Sør-Odal kommune", 8) },
    Customer { is_owner: false, ..owner("Hedmarken legevakt", "Hedmarken legevakt", 2) },
    Customer { is_owner: false, ..owner("Odal renovasjon", "Odal renovasjon", 1) },
];

/// What a case is about.
pub struct Category {
    /// The word in the export.
    pub name: &'static str,
    /// Its share of the cases.
    pub weight: u32,
    /// What the callers write.
    pub subjects: &'static [&'static str],
}

/// The categories.
pub const CATEGORIES: [Category; 14] = [
    Category {
        name: "Passord",
        weight: 15,
        subjects: &["Glemt passord", "Konto låst", "Passord utløpt"],
    },
    Category {
        name: "E-post",
        weight: 11,
        subjects: &["Får ikke sendt", "Delt postkasse", "Søppelpost"],
    },
    Category {
        name: "PC",
        weight: 13,
        subjects: &["PC starter ikke", "Treg PC", "Skjerm er svart", "Ny PC"],
    },
    Category { name: "Utskrift", weight: 8, subjects: &["Skriver svarer ikke", "Ny skriver"] },
    Category { name: "Nettverk", weight: 7, subjects: &["Uten nett", "Svakt trådløst nett"] },
    Category { name: "Telefoni", weight: 5, subjects: &["Viderekobling", "Uten ringetone"] },
    Category { name: "Helse", weight: 10, subjects: &["Journal er treg", "Mangler pasientliste"] },
    Category {
        name: "Skole",
        weight: 9,
        subjects: &["Elev uten konto", "Nettbrett til klasse", "Prøve vil ikke åpne"],
    },
    Category { name: "Arkiv", weight: 4, subjects: &["Finner ikke sak", "Feil i mal"] },
    Category { name: "Økonomi", weight: 4, subjects: &["Faktura henger", "Rapport tom"] },
    Category { name: "Mobil", weight: 5, subjects: &["Ny telefon", "Synkroniserer ikke"] },
    Category {
        name: "Tilgang",
        weight: 10,
        subjects: &["Ny bruker", "Bytter avdeling", "Slutter"],
    },
    Category { name: "Drift", weight: 6, subjects: &["Varsel om disk", "Kontroll av kopi"] },
    Category {
        name: "Sikkerhet",
        weight: 3,
        subjects: &["Mistenkelig lenke", "Sertifikat utløper"],
    },
];

/// The category with that name.
pub fn category(name: &str) -> &'static Category {
    CATEGORIES.iter().find(|own| own.name == name).unwrap_or(&CATEGORIES[0])
}

/// People who call and order: surnames that no one has.
pub const CALLERS: [&str; 16] = [
    "A. Dummerud",
    "B. Testrud",
    "C. Malrud",
    "D. Skissmo",
    "E. Testrud",
    "F. Malrud",
    "G. Skissmo",
    "H. Dummerud",
    "I. Malrud",
    "J. Testrud",
    "K. Skissmo",
    "L. Dummerud",
    "M. Testrud",
    "N. Malrud",
    "Ø. Skissmo",
    "Å. Dummerud",
];

/// People who answer, by their initials.
pub const HANDLERS: [&str; 12] =
    ["ABO", "CDR", "EFO", "GHA", "IJØ", "KLA", "MNI", "OPE", "QRU", "STY", "UVÅ", "WXI"];
