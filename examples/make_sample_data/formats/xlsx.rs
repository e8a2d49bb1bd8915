//! Excel workbooks.

use arsmelding::calendar::{Date, day_number};
use jiff::civil::DateTime;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::table::{Table, Value};

/// A workbook with a sheet per table.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The time of creation would otherwise be the clock's.
    let created = ExcelDateTime::from_ymd(2022, 1, 5)?;
    workbook.set_properties(
        &DocProperties::new().set_author("Sakssystemet").set_creation_datetime(&created),
    );
    let formats = Formats::new();
    for table in tables {
        write_sheet(workbook.add_worksheet(), table, &formats)?;
    }
    workbook.save_to_buffer()
}

struct Formats {
    title: Format,
    header: Format,
    day: Format,
    moment: Format,
    sum: Format,
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
            sum: Format::new().set_bold().set_border_top(FormatBorder::Thin),
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
        Value::Day(day) => {
            sheet.write_number_with_format(row, column, day_serial(*day), &formats.day)?
        }
        Value::Moment(moment) => {
            sheet.write_number_with_format(row, column, serial(*moment), &formats.moment)?
        }
    };
    Ok(())
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
