//! How cells look: formats of numbers and dates as Norwegian Excel shows them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::figures::TableCell;
use crate::project::ShownUnit;

/// Sums lie on this.
const PANEL: Color = Color::RGB(0xF4_F5_F3);
/// A day.
const DAY: &str = "dd.mm.yyyy";
const QUIET: Color = Color::RGB(0x5C_65_69);

/// The formats of a workbook.
pub struct Looks {
    /// The workbook's title.
    pub title: Format,
    /// A table's title.
    pub caption: Format,
    /// What stands below a table.
    pub note: Format,
    /// A heading of words.
    pub head: Format,
    /// A heading over numbers.
    pub head_right: Format,
    /// A day.
    pub day: Format,
    /// The number of a week.
    pub week: Format,
}

impl Looks {
    /// The formats of the report.
    pub fn new() -> Self {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_border_bottom(FormatBorder::Medium);
        Self {
            title: Format::new().set_bold().set_font_size(18),
            caption: Format::new().set_bold().set_font_size(13),
            note: Format::new().set_font_color(QUIET),
            day: Format::new().set_num_format(DAY).set_align(FormatAlign::Left),
            week: Format::new().set_num_format("0").set_align(FormatAlign::Left),
            head_right: head.clone().set_align(FormatAlign::Right),
            head,
        }
    }

    /// How a cell of a table looks.
    pub fn cell(cell: &TableCell, is_strong: bool, is_sum: bool) -> Format {
        let mut format = Format::new().set_num_format(number_format(cell));
        if matches!(cell, TableCell::Text(_) | TableCell::Named(..)) {
            format = format.set_text_wrap().set_align(FormatAlign::Top);
        }
        if is_strong || is_sum {
            format = format.set_bold();
        }
        if is_sum {
            format = format.set_border_top(FormatBorder::Thin).set_background_color(PANEL);
        }
        format
    }
}

/// The number format of a cell. Excel puts the signs of its language for thousands and decimals.
fn number_format(cell: &TableCell) -> String {
    let decimals = |count: u32| match count {
        0 => String::new(),
        count => format!(".{}", "0".repeat(count as usize)),
    };
    match cell {
        TableCell::Count(_) => "#,##0".to_owned(),
        TableCell::Ordinal(_) => "0".to_owned(),
        TableCell::Number(_, count, _) => format!("#,##0{}", decimals(*count)),
        TableCell::Money(_, presentation) => match presentation.unit {
            ShownUnit::Ore => "#,##0.00".to_owned(),
            ShownUnit::Kroner => "#,##0".to_owned(),
            // The comma behind shows thousands of what the cell holds.
            ShownUnit::Thousands => "#,##0,".to_owned(),
        },
        TableCell::Percent(_, count) => format!("0{}%", decimals(*count)),
        TableCell::Change(_, count) | TableCell::Deviation(_, count, _) => {
            let digits = decimals(*count);
            format!("+0{digits}%;-0{digits}%;0{digits}%")
        }
        TableCell::Date(_) => DAY.to_owned(),
        _ => "General".to_owned(),
    }
}
