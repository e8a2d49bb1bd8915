//! The company's codes and their names. The *arter* and *funksjoner* are KOSTRA's, the names and
//! the other codes made up.

/// The *ansvar*.
pub const UNITS: [(u32, &str); 7] = [
    (100, "Daglig leder"),
    (110, "Kundesenter"),
    (120, "Drift"),
    (130, "Prosjekt"),
    (140, "Økonomi og stab"),
    (190, "Fellesinntekter"),
    (900, "Finans"),
];

/// The *funksjon*.
pub const FUNCTIONS: [(u32, &str); 6] = [
    (120, "Administrasjon"),
    (180, "Diverse fellesutgifter"),
    (841, "Kompensasjon for mva. i investering"),
    (860, "Motpost avskrivninger"),
    (870, "Renter, utbytte og lån"),
    (880, "Interne finansieringstransaksjoner"),
];

/// The *prosjekt*, in *investering*.
pub const PROJECTS: [(u32, &str); 5] = [
    (6001, "Servere og lagring"),
    (6002, "Nettverk"),
    (6003, "Brukerutstyr"),
    (6004, "Sikkerhet"),
    (6005, "Egenkapitalinnskudd KLP"),
];

/// The *art*, with the words of the company's chart.
const ARTS: [(u32, &str); 44] = [
    (10, "Fastlønn"),
    (30, "Lønn til ekstrahjelp"),
    (40, "Overtidslønn"),
    (50, "Annen lønn og trekkpliktige godtgjørelser"),
    (90, "Pensjonsinnskudd"),
    (99, "Arbeidsgiveravgift"),
    (100, "Kontormateriell"),
    (115, "Matvarer"),
    (120, "Annet forbruksmateriell"),
    (130, "Telefon og datalinjer"),
    (150, "Opplæring og kurs"),
    (170, "Transport og egne biler"),
    (180, "Strøm"),
    (185, "Forsikringer og vakthold"),
    (190, "Leie av lokaler"),
    (195, "Lisenser og avgifter"),
    (200, "Kjøp av driftsmidler"),
    (220, "Leie av driftsmidler"),
    (240, "Serviceavtaler og reparasjoner"),
    (270, "Konsulenttjenester"),
    (350, "Kjøp fra kommuner"),
    (370, "Kjøp fra andre"),
    (429, "Merverdiavgift med kompensasjon"),
    (450, "Overføring til kommuner"),
    (470, "Overføring til andre"),
    (500, "Renteutgifter"),
    (529, "Kjøp av aksjer og andeler"),
    (540, "Avsetning til disposisjonsfond"),
    (570, "Overføring til investering"),
    (590, "Avskrivninger"),
    (620, "Annet salg"),
    (650, "Avgiftspliktig salg"),
    (660, "Salg av driftsmidler"),
    (710, "Sykelønnsrefusjon"),
    (729, "Kompensasjon for merverdiavgift"),
    (750, "Refusjon fra kommuner"),
    (770, "Refusjon fra andre"),
    (810, "Tilskudd til lærlinger"),
    (900, "Renteinntekter"),
    (905, "Utbytte"),
    (930, "Bruk av tidligere års mindreforbruk"),
    (940, "Bruk av disposisjonsfond"),
    (970, "Overføring fra drift"),
    (990, "Motpost avskrivninger"),
];

/// What the company calls an *art*.
pub fn account_name(art: u32) -> &'static str {
    name_of(&ARTS, art)
}

/// The name of `code` among `names`.
///
/// # Panics
/// When it has none: the sample uses a code that nobody named.
pub fn name_of(names: &[(u32, &'static str)], code: u32) -> &'static str {
    let named = names.iter().find(|(own, _)| *own == code);
    named.unwrap_or_else(|| panic!("the code {code} has no name")).1
}
