//! Printed tables as the project keeps them.

use super::{Sheet, Understood};
use crate::project::{Minute, PrintedFile, PrintedTable};

/// A printed table as it is to be kept. Who keeps it and when, the edit says.
pub fn kept_table(
    table: &str,
    title: &str,
    understood: &Understood,
    file: Option<PrintedFile>,
) -> PrintedTable {
    PrintedTable {
        table: table.to_owned(),
        title: title.to_owned(),
        who: String::new(),
        when: Minute::default(),
        file,
        header: understood.sheet.header.clone(),
        rows: understood.sheet.rows.clone(),
    }
}

impl Sheet {
    /// A kept table as rows of texts.
    pub fn of(kept: &PrintedTable) -> Self {
        Self { header: kept.header.clone(), rows: kept.rows.clone() }
    }
}
