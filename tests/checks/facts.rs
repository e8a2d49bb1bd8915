//! The tables of the report for 2021 as printed against the sample project's own: what differs
//! is found with its cause, and nothing else.

use arsmelding::checks::{Printed, compare};
use arsmelding::figures::Figures;

use super::support::{TABLES, printed_statements, printed_table, sample, sheet};

fn differences(figures: &Figures, table: &str, sheet: &arsmelding::checks::Sheet) -> Vec<String> {
    let compared = compare(figures, &Printed::read(table, sheet, figures).unwrap());
    assert!(compared.agreed > 0, "{table}");
    assert_eq!(compared.unknown, 0, "{table}");
    let told = compared.differences.iter().map(|own| {
        let cause = own.cause.as_ref().map_or_else(String::new, |cause| cause.text());
        let values = [own.expected.as_ref().unwrap(), &own.printed].map(|said| said.machine_text());
        format!("{} {}: {} {} {cause}", own.row, own.column, values[0], values[1])
    });
    told.collect()
}

#[test]
fn the_statements_agree_but_for_the_sum_that_leaves_a_line_out() {
    let figures = Figures::of(&sample());
    for (id, sheet) in printed_statements() {
        assert_eq!(differences(&figures, id.id(), &sheet), [""; 0], "{}", id.id());
    }
    let printed = "line_name,actual_2021,revised_budget_2021,original_budget_2021,actual_2020\n\
                   Egenkapitalinnskudd KLP,52186.00,60000.00,60000.00,57457.00\n\
                   \"IKT utstyr, m.m.\",5382228.00,5550000.00,5550000.00,5293877.32\n\
                   Sum:,5382228.00,5550000.00,5550000.00,5351334.32\n";
    let found = differences(&figures, "par5-5-2", &sheet(printed));
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].starts_with("Sum: actual_2021: 5434414.00 5382228.00 linje utelatt fra sum"));
}

#[test]
fn the_other_tables_differ_where_the_report_is_wrong() {
    let figures = Figures::of(&sample());
    let all = TABLES.map(|name| (name, differences(&figures, name, &printed_table(name))));
    let count = |name: &str| all.iter().find(|(own, _)| *own == name).unwrap().1.len();
    let (_, quarters) = &all[0];
    assert_eq!(quarters.len(), 10, "{quarters:#?}");
    let divided = quarters.iter().filter(|own| own.contains("delt på 2021 i stedet for"));
    assert_eq!(divided.count(), 10, "{quarters:#?}");
    assert!(quarters[0].ends_with("1.40 1.38 delt på 2021 i stedet for 2020"), "{}", quarters[0]);
    let (_, incidents) = &all[1];
    assert_eq!(incidents.len(), 3, "{incidents:#?}");
    assert!(incidents.iter().all(|own| own.contains("delt på 2021 i stedet for 2020")));
    let (_, fund) = &all[2];
    assert_eq!(fund.len(), 4, "{fund:#?}");
    assert!(fund.iter().all(|own| own.contains("avrundet")), "{fund:#?}");
    for name in ["staff", "turnover", "gender", "sick-leave"] {
        assert_eq!(count(name), 0, "{name}");
    }
}

#[test]
fn a_cause_is_named_for_each_kind_of_slip() {
    let figures = Figures::of(&sample());
    let own = "line_name,actual_2021,revised_budget_2021\n";
    for (line, cause) in [
        ("Renteinntekter,103235.00,-100000.00", "byttet fortegn"),
        ("Renteinntekter,-103.24,-100000.00", "tusenskille"),
        ("Renteinntekter,-100000.00,-100000.00", "feil kolonne"),
        ("Renteinntekter,-103253.00,-100000.00", "to sifre har byttet plass"),
        ("Renteinntekter,-103234.50,-100000.00", ""),
    ] {
        let found = differences(&figures, "par5-6", &sheet(&format!("{own}{line}\n")));
        assert_eq!(found.len(), 1, "{line}");
        assert!(found[0].contains(cause), "{line}: {}", found[0]);
    }
    // Whole kroner of the øre are no difference.
    let whole = sheet(&format!("{own}Renteutgifter,45865,200000\n"));
    assert_eq!(differences(&figures, "par5-6", &whole), [""; 0]);
}

#[test]
fn an_unknown_table_or_foreign_columns_are_refused_with_a_sentence() {
    let figures = Figures::of(&sample());
    let foreign = sheet("a,b\n1,2\n");
    let unknown = Printed::read("par5-7", &foreign, &figures).unwrap_err().to_string();
    assert!(unknown.contains("par5-7"), "{unknown}");
    let foreign = Printed::read("par5-6", &foreign, &figures).unwrap_err().to_string();
    assert!(foreign.contains("--format csv"), "{foreign}");
}
