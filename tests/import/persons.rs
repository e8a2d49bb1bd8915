//! Names of persons in the column of customers: however they are written and however often they
//! stand there, they are asked about; customers of two words are not.

use arsmelding::import::SheetRead;

use super::support::{Files, sheet};

fn list(customers: &[&str], rows: usize) -> SheetRead {
    let files = Files::new();
    let rows = (0..rows).map(|n| {
        let (day, customer) = (n % 27 + 1, customers[n % customers.len()]);
        format!("S{n};{day:02}.03.2021 08:{:02};C;\"{customer}\"\n", n % 60)
    });
    let text: String =
        std::iter::once("Saksnr;Registrert;Pri;Kunde\n".to_owned()).chain(rows).collect();
    sheet(files.write("saker.csv", text))
}

fn is_asked(read: &SheetRead) -> bool {
    read.questions.iter().any(|own| own.option().contains("--persons allow"))
}

#[test]
fn persons_are_asked_about_however_they_are_written_and_however_often() {
    for customers in [
        &["Kari Nordmann", "Ola Hansen", "Per Olsen", "Anne Berg", "Liv Moe"][..],
        &["KARI NORDMANN", "OLA HANSEN", "PER OLSEN"],
        &["kari nordmann", "ola hansen", "per olsen"],
        &["Nordmann, Kari", "Hansen, Ola", "Olsen, Per"],
        &["NORDMANN, KARI", "HANSEN, OLA"],
        &["kari.nordmann@hamar.example", "ola@loten.example"],
        &["Kari Nordmann (kno)", "Ola Hansen (oha)"],
        &["Kari Nordmann <kari@hamar.example>", "Xi Zhang <xi@hamar.example>"],
        &["Kari Solheim", "Per Nyhus"],
        &["Hamar kommune", "Kari Nordmann", "Løten kommune", "Per Olsen"],
        &["Kari Nordmann"],
    ] {
        let read = list(customers, 60);
        assert!(is_asked(&read), "{customers:?}");
        let arsmelding::import::TypedRows::Cases { codes, .. } = &read.rows else { panic!() };
        assert!(codes.customers.0.is_empty(), "no name leaves the import: {customers:?}");
    }
}

#[test]
fn customers_of_two_words_are_customers() {
    for customers in [
        &["Hamar kommune", "Nord-Odal kommune", "Løten kommune", "Stange kommune"][..],
        &["HAMAR KOMMUNE", "LØTEN KOMMUNE", "STANGE KOMMUNE"],
        &["Løten Ungdomsskole", "Ajer Ungdomsskole", "Ener Skole", "Storhamar Barnehage"],
        &["Stange Kulturhus", "Hamar Bibliotek", "Ottestad Bad", "Løten Helsehus"],
        &["Hamar", "Løten", "Stange", "Nord-Odal", "Sør-Odal"],
        &["Hedmark IKT", "Sykehuset Innlandet HF", "Løten Eiendom KF"],
        &["post@hamar.example", "postmottak@loten.example", "servicedesk@stange.example"],
        &["Hamar kommune (0403)", "Løten kommune (0415)", "Stange kommune (0417)"],
    ] {
        assert!(!is_asked(&list(customers, 24)), "{customers:?}");
    }
}
