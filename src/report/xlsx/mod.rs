//! The report's tables and charts as an Excel workbook: a sheet each, real numbers and dates,
//! sums as formulas with the computed values.

mod charts;
mod looks;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Url, Workbook, Worksheet, XlsxError};

use super::block::{Block, Report};
use crate::calendar::Date;
use crate::issue::Issue;
use crate::message;
use crate::t;
use looks::Looks;

/// A report as an Excel workbook. The same report gives the same bytes.
///
/// # Errors
/// When the workbook cannot be put together, which would be a fault of the program.
pub fn xlsx(report: &Report) -> Result<Vec<u8>, Issue> {
    workbook(report).map_err(|error| Issue::error(message!("report-xlsx", why = error.to_string())))
}

fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let created = excel_date(report.day)?;
    let properties = DocProperties::new()
        .set_title(&report.title)
        .set_company(&report.company)
        .set_author(&report.company)
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    let entries: Vec<Entry> = report.blocks.iter().filter_map(entry).collect();
    contents(workbook.add_worksheet(), report, &entries, &looks)?;
    let parts = report.blocks.iter().filter(|block| entry(block).is_some());
    for (block, entry) in parts.zip(&entries) {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&entry.sheet)?;
        set_up(worksheet, report);
        match block {
            Block::Table(table) => sheet::table(worksheet, table, &looks)?,
            Block::Chart(chart) => charts::chart(worksheet, &entry.sheet, chart, &looks)?,
            _ => {}
        }
    }
    workbook.save_to_buffer()
}

/// A day as Excel counts it.
fn excel_date(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// A sheet and what it shows.
struct Entry {
    sheet: String,
    caption: String,
}

fn entry(block: &Block) -> Option<Entry> {
    let (word, number, caption) = match block {
        Block::Table(table) => (t!("report-table-word"), table.number, &table.caption),
        Block::Chart(chart) => (t!("report-figure-word"), chart.number, &chart.caption),
        _ => return None,
    };
    let sheet = sheet_name(&format!("{word} {number} {caption}"));
    Some(Entry { sheet, caption: caption.clone() })
}

/// A name that Excel allows: 31 letters, none of them a bracket, colon, star, question mark or
/// slash, no apostrophe at its ends. The number at its start keeps it unique.
fn sheet_name(words: &str) -> String {
    const LENGTH: usize = 31;
    let allowed = words.chars().filter(|c| !"[]:*?/\\'".contains(*c));
    let name: String = allowed.take(LENGTH).collect();
    name.trim_end().to_owned()
}

fn contents(
    worksheet: &mut Worksheet,
    report: &Report,
    entries: &[Entry],
    looks: &Looks,
) -> Result<(), XlsxError> {
    worksheet.set_name(t!("report-contents"))?;
    set_up(worksheet, report);
    worksheet.set_column_width(0, 34)?.set_column_width(1, 90)?;
    worksheet.write_string_with_format(0, 0, &report.title, &looks.title)?;
    worksheet.write_string(1, 0, &report.company)?;
    worksheet.write_string(2, 0, &report.date)?;
    for (row, entry) in (4..).zip(entries) {
        let place = Url::new(format!("internal:'{}'!A1", entry.sheet)).set_text(&entry.sheet);
        worksheet.write_url(row, 0, place)?;
        worksheet.write_string(row, 1, &entry.caption)?;
    }
    Ok(())
}

/// A text of at most `length` units of UTF-16, as Excel counts; cut after a word, with dots.
fn shortened(text: &str, length: usize) -> String {
    if text.encode_utf16().count() <= length {
        return text.to_owned();
    }
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units < length
    };
    let cut: String = text.chars().take_while(fits).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{words}…")
}

/// How much of the company's name and of the title stands above each page: Excel has room for
/// 255 letters in all, where an ampersand counts twice.
const HEADER_LENGTH: usize = 60;

/// A4, as wide as the page, with the title above and the page below.
fn set_up(worksheet: &mut Worksheet, report: &Report) {
    const A4: u8 = 9;
    // In headers an ampersand begins a code.
    let plain = |text: &str| shortened(text, HEADER_LENGTH).replace('&', "&&");
    worksheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_header(format!("&L{}&R{}", plain(&report.company), plain(&report.title)))
        .set_footer("&L&A&R&P");
}

#[cfg(test)]
mod tests {
    use super::{sheet_name, shortened};

    #[test]
    fn what_is_too_long_for_excel_is_cut_after_a_word() {
        assert_eq!(shortened("Saker per dag", 13), "Saker per dag");
        assert_eq!(shortened("Saker per dag", 12), "Saker per…");
        assert_eq!(shortened("Kommunalteknikk", 8), "Kommuna…");
    }

    #[test]
    fn a_sheet_has_a_name_that_excel_allows() {
        assert_eq!(sheet_name("Tabell 2 Saker per kvartal"), "Tabell 2 Saker per kvartal");
        let long = sheet_name("Tabell 11 § 5-6 [drift]: økonomisk oversikt etter art");
        assert_eq!(long, "Tabell 11 § 5-6 drift økonomisk");
    }
}
