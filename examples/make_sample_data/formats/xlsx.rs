//! Excel workbooks.

use arsmelding::calendar::{Date, day_number};
use jiff::civil::DateTime;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::accounts::Ore;
use crate::table::{Table, Value};

/// Who made a workbook, and when.
pub struct Origin {
    author: &'static str,
    created: (u16, u8, u8),
}

/// The system of the cases.
const SERVICE_DESK: Origin = Origin { author: "Sakssystemet", created: (2022, 1, 5) };

/// The system of the accounts.
pub const FINANCE: Origin = Origin { author: "Økonomisystemet", created: (2022, 2, 14) };

/// A workbook of the service desk with a sheet per table.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    xlsx_from(&SERVICE_DESK, tables)
}

/// A workbook with a sheet per table.
pub fn xlsx_from(origin: &Origin, tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The time of creation would otherwise be the clock's.
    let (year, month, day) = origin.created;
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    workbook.set_properties(
        &DocProperties::new().set_author(origin.author).set_creation_datetime(&created),
    );
    let formats = Formats::new();
    for table in tables {
        write_sheet(workbook.add_worksheet(), table, &formats)?;
    }
    workbook.save_to_buffer()
}

/// Kroner with thousands set apart, to the øre.
const KRONER: &str = "#,##0.00";

struct Formats {
    title: Format,
    header: Format,
    day: Format,
    moment: Format,
    amount: Format,
    sum: Format,
    sum_amount: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            title: Format::new().set_bold(),
            header: Format::new()
                .set_bold()
                .set_background_color(Color::RGB(0x00d9_e1f2))
                .set_border_bottom(FormatBorder::Thin),
            day: Format::new().set_num_format("dd.mm.yyyy"),
            moment: Format::new().set_num_format("dd.mm.yyyy hh:mm"),
            amount: Format::new().set_num_format(KRONER),
            sum: Format::new().set_bold().set_border_top(FormatBorder::Thin),
            sum_amount: Format::new()
                .set_bold()
                .set_border_top(FormatBorder::Thin)
                .set_num_format(KRONER),
        }
    }
}

fn write_sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    for (row, title) in (0..).zip(&table.titles) {
        sheet.write_string_with_format(row, 0, title, &formats.title)?;
    }
    // A blank row parts the titles from the header.
    let header = if table.titles.is_empty() { 0 } else { table.titles.len() as u32 + 1 };
    for (column, name) in (0..).zip(&table.header) {
        sheet.write_string_with_format(header, column, *name, &formats.header)?;
        sheet.set_column_width(column, 18)?;
    }
    sheet.set_freeze_panes(header + 1, 0)?;
    for (row, values) in (header + 1..).zip(&table.rows) {
        for (column, value) in (0..).zip(values) {
            write_cell(sheet, (row, column), value, formats)?;
        }
    }
    let sum = header + 1 + table.rows.len() as u32;
    for (column, value) in (0..).zip(&table.sum) {
        match value {
            Value::Number(number) => {
                sheet.write_number_with_format(sum, column, *number, &formats.sum)?
            }
            Value::Amount(ore) => {
                sheet.write_number_with_format(sum, column, kroner(*ore), &formats.sum_amount)?
            }
            other => sheet.write_string_with_format(sum, column, other.display(), &formats.sum)?,
        };
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match value {
        Value::Blank => return Ok(()),
        Value::Text(text) => sheet.write_string(row, column, text)?,
        Value::Number(number) => sheet.write_number(row, column, *number)?,
        Value::Amount(ore) => {
            sheet.write_number_with_format(row, column, kroner(*ore), &formats.amount)?
        }
        Value::Day(day) => {
            sheet.write_number_with_format(row, column, day_serial(*day), &formats.day)?
        }
        Value::Moment(moment) => {
            sheet.write_number_with_format(row, column, serial(*moment), &formats.moment)?
        }
    };
    Ok(())
}

/// Kroner as Excel keeps them: the nearest it can hold, which it prints to the øre.
fn kroner(ore: Ore) -> f64 {
    ore as f64 / 100.0
}

/// The day as Excel counts: 44 197 is 1 January 2021.
fn day_serial(day: Date) -> f64 {
    f64::from(day_number(day) + 25_569)
}

/// The moment as Excel counts: the day, and the time as a fraction of it.
fn serial(moment: DateTime) -> f64 {
    let minutes = i32::from(moment.hour()) * 60 + i32::from(moment.minute());
    day_serial(moment.date()) + f64::from(minutes) / 1_440.0
}
