//! A chart as Excel draws it, beside the numbers that it shows.

use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{Chart, ChartEmptyCells, ChartType, Color, Format, Worksheet, XlsxError};

use super::looks::Looks;
use super::{excel_date, shortened};
use crate::report::block::{Category, ChartBlock};

const HEAD: u32 = 2;
/// How long Excel lets an alternative text be.
const ALT_LENGTH: usize = 255;
const SIZE: (u32, u32) = (980, 420);
/// The report year's blue, then the averages' grey.
const COLORS: [Color; 3] = [Color::RGB(0x1B_58_A8), Color::RGB(0x5C_65_69), Color::RGB(0xA0_A8_A4)];

/// Writes the numbers of a chart and draws it.
pub fn chart(
    sheet: &mut Worksheet,
    name: &str,
    block: &ChartBlock,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let data = &block.data;
    sheet.write_string_with_format(0, 0, &block.caption, &looks.caption)?;
    sheet.write_string_with_format(HEAD, 0, &data.category, &looks.head)?;
    for (row, category) in (HEAD + 1..).zip(&data.categories) {
        match category {
            Category::Day(day) => {
                sheet.write_datetime_with_format(row, 0, excel_date(*day)?, &looks.day)?;
            }
            Category::Week(week) => {
                sheet.write_number_with_format(row, 0, *week, &looks.week)?;
            }
        }
    }
    let last = HEAD + u32::try_from(data.categories.len()).unwrap_or_default();
    let number = Format::new().set_num_format("#,##0.0");
    let whole = Format::new().set_num_format("#,##0");
    let mut chart = Chart::new(ChartType::Line);
    if let Some(Category::Day(_)) = data.categories.first() {
        chart.x_axis().set_date_axis(true).set_num_format("dd.mm").set_major_unit(7);
    }
    for ((column, series), color) in (1..).zip(&data.series).zip(COLORS.iter().cycle()) {
        sheet.write_string_with_format(HEAD, column, &series.name, &looks.head_right)?;
        for (row, value) in (HEAD + 1..).zip(&series.values) {
            let Some(value) = value else { continue };
            let look = if value.scale() == 0 { &whole } else { &number };
            let value = value.to_f64().unwrap_or_default();
            sheet.write_number_with_format(row, column, value, look)?;
        }
        chart
            .add_series()
            .set_name((name, HEAD, column))
            .set_categories((name, HEAD + 1, 0, last, 0))
            .set_values((name, HEAD + 1, column, last, column))
            .set_format(rust_xlsxwriter::ChartLine::new().set_color(*color).set_width(1.75));
    }
    // Whole in a cell, since Excel cuts what it says of a drawing.
    sheet.write_string_with_format(HEAD - 1, 0, &block.alt, &looks.note)?;
    let alt = shortened(&block.alt, ALT_LENGTH);
    chart.set_width(SIZE.0).set_height(SIZE.1).set_alt_text(alt);
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart.title().set_name(&block.caption);
    sheet.set_column_width(0, 14)?;
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    let beside = u16::try_from(data.series.len()).unwrap_or_default() + 2;
    sheet.insert_chart(HEAD, beside, &chart)?;
    sheet.set_landscape();
    Ok(())
}
