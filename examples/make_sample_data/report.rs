//! What the manager writes in the sample's report: invented throughout. Several sections are
//! left to the drafts, one is not written at all.

use arsmelding::calendar::Quarter;

/// A text: its section, the quarter that it speaks of, and Markdown with fields.
pub type Text = (&'static str, Option<Quarter>, &'static str);

/// The texts.
pub const TEXTS: [Text; 20] = [
    (
        "general",
        None,
        "{selskap} drifter datamaskiner, nett og fagprogrammer for kommunene som eier selskapet, \
         og gir ansatte og innbyggere hjelp når noe ikke virker. Selskapet er eid av kommunene i \
         fellesskap og ledes av et styre som eierne velger.\n\n\
         Årsmeldingen bygger på uttrekk fra saks- og økonomisystemet. Alle tall er regnet ut fra \
         uttrekkene, og endringer i prosent er regnet av det året de sammenlignes med.",
    ),
    (
        "brief",
        None,
        "Året falt i to deler. I første halvår var pågangen på brukerstøtten større enn i noe \
         tidligere år vi har tall for; etter sommeren kom den ned på nivået fra før pandemien.\n\n\
         - **Saker**: {saker} saker er registrert, {saker.endring} enn i {år@-1} og \
         {saker.endring-snitt} enn snittet for {snittår}.\n\
         - **Oppetid**: {mål.oppetid.resultat}.\n\
         - **Sykefravær**: {sykefravær.prosent}, mot {sykefravær.prosent@-1} året før.\n\
         - **Økonomi**: netto driftsresultat er {§5-6.regnskap.netto-driftsresultat|uten-fortegn}, \
         og disposisjonsfondet er {§5-8.regnskap.disposisjonsfond|uten-fortegn} ved årets slutt.",
    ),
    (
        "operations",
        None,
        "Arbeidet følger skoleåret og budsjettåret: rolig i ferieukene, høyest når skolene \
         starter. {se:weeks} viser ukene i året mot snittet, og {se:quarters} kvartalene.\n\n\
         {saker} saker ble registrert i {år}. Det er {saker.endring} enn året før, men \
         {saker.endring-snitt} enn snittet for {snittår}.",
    ),
    (
        "development",
        None,
        "Fire arbeider har tatt mest tid:\n\n\
         1. Ny felles plattform for velferdsteknologi, med prøvedrift i to kommuner.\n\
         2. Overgang til nytt sak- og arkivsystem.\n\
         3. Felles kartløsning for teknisk etat.\n\
         4. Innføring av samhandling i skyen for alle ansatte.\n\n\
         Prosjektene styres av kommunene; selskapet stiller med prosjektleder og teknisk \
         rådgiver.",
    ),
    (
        "security",
        None,
        "Alle ansatte logger nå på i to trinn, og sikkerhetskopiene prøves hver måned. Høsten ble \
         brukt på øvelser sammen med beredskapslederne i kommunene. En sårbarhet i et mye brukt \
         loggbibliotek i desember ble lukket før den var misbrukt hos oss.",
    ),
    (
        "quarters",
        None,
        "Hvert kvartal vises mot tilsvarende dager i {snittår}, slik at helger og helligdager \
         sammenlignes med sine like.",
    ),
    (
        "technical",
        Some(Quarter::First),
        "- Oppgradering av klientene, i puljer.\n- Flytting til ny lagring er begynt.",
    ),
    ("people", Some(Quarter::First), "De fleste arbeidet hjemmefra. Driften gikk som planlagt."),
    (
        "technical",
        Some(Quarter::Second),
        "- Pålogging i to trinn er innført for skytjenestene.\n- Utskriftstjenerne er byttet.",
    ),
    ("people", Some(Quarter::Second), "To nye medarbeidere begynte på brukerstøtten."),
    (
        "drift",
        Some(Quarter::Third),
        "{saker.q3} saker kom inn i kvartalet, {saker.q3.endring} enn i samme kvartal året før. \
         Skolestarten gikk uten større feil.\n\n\
         {hendelser.q3.ab} av sakene var hendelser med prioritet A eller B, og de gjaldt \
         {hendelser.q3.ulike} ulike hendelser. Strømbrudd var den vanligste årsaken.",
    ),
    (
        "technical",
        Some(Quarter::Third),
        "- Planlagt vedlikehold av brannmurer og nett.\n- Anskaffelse av ny nettavtale er i gang.",
    ),
    (
        "people",
        Some(Quarter::Third),
        "De som ønsket det, fortsatte med noen dager hjemme etter ferien.",
    ),
    (
        "technical",
        Some(Quarter::Fourth),
        "- Kjernesvitsjene i det ene datarommet er byttet i en helg.\n\
         - Sårbarheten i loggbiblioteket er fulgt opp på alle systemer.",
    ),
    ("people", Some(Quarter::Fourth), "Sykefraværet steg i kvartalet, mest av lange fravær."),
    (
        "sick-leave",
        None,
        "Sykefraværet var {sykefravær.prosent}, mot {sykefravær.prosent@-1} året før. Det er \
         innenfor målet. For kvinner var det {sykefravær.kvinner.prosent} og for menn \
         {sykefravær.menn.prosent}; noen få lange fravær forklarer det meste av forskjellen.",
    ),
    (
        "equality",
        None,
        "Lønn fastsettes etter stilling og ansvar. Arbeidsmiljøutvalget har drøftet likestilling \
         og diskriminering i to møter, og fant ikke grunn til særskilte tiltak. Det tar temaet \
         opp igjen når lønnskartleggingen er gjort.",
    ),
    (
        "ethics",
        None,
        "Innkjøp følger reglene for offentlige anskaffelser, og to personer godkjenner hver \
         betaling. Varsler kan gis til styreleder; det er ikke kommet noen i {år}.",
    ),
    (
        "assessment",
        None,
        "Selskapet har levert stabil drift gjennom et krevende år, men svartiden til brukerne ble \
         for lang. Fra {år} tar vi med oss at beredskap må øves, og at kapasiteten må følge \
         antallet systemer. Forutsetningen om fortsatt drift er til stede.",
    ),
    (
        "statements",
        None,
        "Oppstillingene følger budsjett- og regnskapsforskriften. Inntekter står med minus.",
    ),
];

/// Who signs.
pub const SIGNATORIES: [(&str, &str); 4] = [
    ("Astrid Fjellvang", "Styreleder"),
    ("Ola Nordengen", "Nestleder"),
    ("Ingrid Myrvold", "Styremedlem"),
    ("Per Haugli", "Daglig leder"),
];

/// Agreements: name, kind, supplier, date, customers.
pub const AGREEMENTS: [[&str; 5]; 3] = [
    ["Rammeavtale nettverksutstyr", "supply", "Nordlys Nett AS", "2021-06-18", ""],
    ["Lisensforvaltning", "supply", "Programvarehuset AS", "2021-09-30", ""],
    ["Drift av legevakt", "customer", "Hedmarken legevakt", "2021-02-15", "Hamar;Løten;Stange"],
];
