//! The dated events of 2021. Day, section and what happened are the report's; title, cause,
//! customers touched, category and the day's cases are made up.

use arsmelding::calendar::Date;
use jiff::civil::date;

/// A day on which something happened.
pub struct Event {
    /// Month and day of 2021.
    pub day: (i8, i8),
    /// The cases of the day.
    pub cases: u32,
    /// A few words.
    pub title: &'static str,
    /// What happened.
    pub text: &'static str,
    /// Why.
    pub cause: &'static str,
    /// The customers touched.
    pub customers: &'static [&'static str],
    /// What the day's further cases were about.
    pub category: &'static str,
    /// The part of the report.
    pub section: &'static str,
}

impl Event {
    /// The day.
    pub fn date(&self) -> Date {
        date(2021, self.day.0, self.day.1)
    }
}

/// The event on `day`, if there was one.
pub fn on(day: Date) -> Option<&'static Event> {
    EVENTS.iter().find(|event| event.date() == day)
}

const ALL: &[&str] = &[
    "Hamar",
    "Løten",
    "Stange",
    "Kongsvinger",
    "Grue",
    "Nord-Odal",
    "Sør-Odal",
    "Hedmarken legevakt",
    "Odal renovasjon",
];
const OPERATION: &str = "Viktige driftshendelser";
const MANAGEMENT: &str = "Teknisk forvaltning";

/// The events in order.
pub const EVENTS: [Event; 16] = [
    Event {
        day: (1, 29),
        cases: 208,
        title: "Varsler om svake passord",
        text: "Automatisk jobb for svake passord feilet og sendte ut et større antall varsler \
               pr epost",
        cause: "Feil i ny automatisk jobb",
        customers: ALL,
        category: "Passord",
        section: OPERATION,
    },
    Event {
        day: (2, 4),
        cases: 204,
        title: "Mobil omsorg",
        text: "Nettbrett for Mobil omsorg alle kunder mister kontakt med felles ressurser \
               (oppgradering)",
        cause: "Oppgradering av felles løsning",
        customers: ALL,
        category: "Helse",
        section: OPERATION,
    },
    Event {
        day: (3, 11),
        cases: 266,
        title: "Strømbrudd",
        text: "Strømbrudd Stange og Hamar; Kjonerud berørt, reserveløsning tok over",
        cause: "Strømbrudd hos netteier",
        customers: &["Stange", "Hamar"],
        category: "Nettverk",
        section: OPERATION,
    },
    Event {
        day: (4, 14),
        cases: 214,
        title: "Trådløst nett",
        text: "Problemer med trådløst nettverk; restart av controllere",
        cause: "Kontrollere sluttet å svare",
        customers: &["Hamar", "Kongsvinger", "Grue"],
        category: "Nettverk",
        section: OPERATION,
    },
    Event {
        day: (5, 25),
        cases: 241,
        title: "Fjerntilgang full",
        text: "Kapasitet på fjerntilgangsløsningen; utvidet med flere tjenere",
        cause: "For få tjenere til samtidig bruk",
        customers: ALL,
        category: "Tilgang",
        section: OPERATION,
    },
    Event {
        day: (5, 31),
        cases: 229,
        title: "Eksportfil endret",
        text: "Visma endret oppsett på eksportfil fra Visma Flyt Skole",
        cause: "Leverandøren endret filoppsett",
        customers: &["Hamar", "Løten", "Stange"],
        category: "Skole",
        section: OPERATION,
    },
    Event {
        day: (6, 15),
        cases: 218,
        title: "Strømbrudd Stange",
        text: "Strømbrudd, spesielt i Stange; UPS og aggregat håndterte",
        cause: "Strømbrudd hos netteier",
        customers: &["Stange"],
        category: "Nettverk",
        section: OPERATION,
    },
    Event {
        day: (8, 25),
        cases: 251,
        title: "Flere strømbrudd",
        text: "Strømbrudd i mange lokasjoner i flere kommuner",
        cause: "Strømbrudd hos netteier",
        customers: &["Løten", "Stange", "Grue", "Nord-Odal"],
        category: "Nettverk",
        section: OPERATION,
    },
    Event {
        day: (9, 1),
        cases: 233,
        title: "Fiberbrudd",
        text: "Fiberbrudd Kongsvinger",
        cause: "Gravearbeid over kabel",
        customers: &["Kongsvinger"],
        category: "Nettverk",
        section: OPERATION,
    },
    Event {
        day: (9, 8),
        cases: 217,
        title: "Telefonsentral",
        text: "Feil på telefonsentral",
        cause: "Programfeil hos leverandør",
        customers: &["Hamar", "Stange", "Løten"],
        category: "Telefoni",
        section: OPERATION,
    },
    Event {
        day: (9, 16),
        cases: 238,
        title: "E-post nede",
        text: "Epost utilgjengelig for omtrent 25% av brukerne",
        cause: "En postdatabase stanset",
        customers: ALL,
        category: "E-post",
        section: OPERATION,
    },
    Event {
        day: (10, 22),
        cases: 163,
        title: "Uventet omstart",
        text: "Brudd ved ikke-planlagt restart av tjener (VmWare)",
        cause: "Tjener startet på nytt av seg selv",
        customers: &["Hamar", "Kongsvinger"],
        category: "Drift",
        section: OPERATION,
    },
    Event {
        day: (10, 27),
        cases: 201,
        title: "Kabelbrudd",
        text: "Løten og Stange nede: skogsmaskin ødela fiberkabel for Eidsiva",
        cause: "Skade på fiberkabel",
        customers: &["Løten", "Stange"],
        category: "Nettverk",
        section: OPERATION,
    },
    Event {
        day: (11, 19),
        cases: 176,
        title: "Tregt nettverk",
        text: "Tregheter og utfall: nytt sentralt nettverksutstyr hos Eidsiva",
        cause: "Bytte av utstyr hos leverandør",
        customers: ALL,
        category: "Nettverk",
        section: OPERATION,
    },
    Event {
        day: (12, 4),
        cases: 14,
        title: "Nye kjernesvitsjer",
        text: "Bytte av kjerneswitcher på Serverrom Kjonerud (helg)",
        cause: "Planlagt utskifting",
        customers: ALL,
        category: "Drift",
        section: MANAGEMENT,
    },
    Event {
        day: (12, 12),
        cases: 19,
        title: "Log4j-sårbarhet",
        text: "Kritisk sårbarhet Apache Log4j2; 16 endringer",
        cause: "Sårbarhet i et mye brukt bibliotek",
        customers: ALL,
        category: "Sikkerhet",
        section: MANAGEMENT,
    },
];
