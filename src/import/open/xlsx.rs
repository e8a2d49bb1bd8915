//! `.xlsx` and `.xlsm`: the parts of a workbook, and its sheets as streams of rows.

mod sheet;
mod strings;
mod styles;

use quick_xml::events::Event;

use super::archive::{Archive, Pieces};
use super::number_format::Format;
use super::rows::Rows;
use super::xml::{self, attribute, damaged, is_true};
use super::{OnRow, SheetFacts, SheetName};
use crate::import::parallel::beside;
use crate::message;
use crate::words::Message;
use sheet::SheetReader;
use strings::SharedStrings;

/// Where the workbook stands if nothing says otherwise.
const WORKBOOK: &str = "xl/workbook.xml";

/// An opened workbook.
pub struct Xlsx {
    archive: Archive,
    sheets: Vec<Sheet>,
    strings: SharedStrings,
    /// What cells of each style hold.
    formats: Vec<Format>,
    is_1904: bool,
    /// Whether the writer left it to Excel to compute the formulas.
    is_uncomputed: bool,
}

struct Sheet {
    name: SheetName,
    /// Where its part stands in the zip.
    place: Option<usize>,
}

/// What the list of parts says of one.
struct Relationship {
    id: String,
    /// The last word of its type: `worksheet`, `chartsheet`.
    kind: String,
    /// The part, from the root of the zip.
    target: String,
}

/// Whether a zip is a workbook of this kind.
pub fn is_xlsx(archive: &mut Archive) -> Result<bool, Message> {
    let part = workbook_part(archive)?;
    Ok(archive.find(&part).is_some())
}

impl Xlsx {
    /// Opens a workbook.
    ///
    /// # Errors
    /// When it is damaged, or locked with a password.
    pub fn new(mut archive: Archive) -> Result<Self, Message> {
        let part = workbook_part(&mut archive)?;
        let text = archive.text(&part)?.ok_or(message!("import-damaged"))?;
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", &part));
        let links = archive.text(&format!("{folder}/_rels/{file}.rels"))?.unwrap_or_default();
        let links = relationships(&links, folder)?;
        let (sheets, is_1904, is_uncomputed) = workbook(&text, &links, folder, &archive)?;
        let target =
            |kind: &str| links.iter().find(|link| link.kind == kind).map(|l| l.target.as_str());
        let formats = match archive.text(target("styles").unwrap_or("xl/styles.xml"))? {
            Some(styles) => styles::formats(&styles)?,
            None => Vec::new(),
        };
        let strings = archive.find(target("sharedStrings").unwrap_or("xl/sharedStrings.xml"));
        let strings = match strings {
            Some(place) => SharedStrings::read(archive.open(place)?)?,
            None => SharedStrings::default(),
        };
        Ok(Self { archive, sheets, strings, formats, is_1904, is_uncomputed })
    }

    /// The names of the sheets that have cells.
    pub fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|sheet| sheet.name.clone()).collect()
    }

    /// Whether dates count from 1904.
    pub fn is_1904(&self) -> bool {
        self.is_1904
    }

    /// Streams the rows of a sheet: unpacked and parsed on a separate thread, while those
    /// before are typed on this one.
    ///
    /// # Errors
    /// When the sheet is damaged or too large.
    pub fn read(&mut self, sheet: usize, on_row: &mut OnRow<'_>) -> Result<SheetFacts, Message> {
        let place = self.sheets.get(sheet).and_then(|sheet| sheet.place);
        let part = self.archive.open(place.ok_or(message!("import-damaged"))?)?;
        let mut facts = SheetFacts::default();
        let mut reader = SheetReader {
            strings: &self.strings,
            formats: &self.formats,
            has_scales: self.formats.iter().any(|format| matches!(format, Format::Scaled(_))),
            is_1904: self.is_1904,
            is_uncomputed: self.is_uncomputed,
            facts: &mut facts,
        };
        beside(
            |give| reader.read(Pieces::new(part, "row"), Rows::new(give)),
            |batch| batch.hand_on(on_row),
        )?;
        Ok(facts)
    }
}

/// Where the workbook stands, as the zip's first list of parts says.
fn workbook_part(archive: &mut Archive) -> Result<String, Message> {
    let links = archive.text("_rels/.rels")?.unwrap_or_default();
    let links = relationships(&links, "").unwrap_or_default();
    let link = links.into_iter().find(|link| link.kind == "officeDocument");
    Ok(link.map_or(WORKBOOK.to_owned(), |link| link.target))
}

fn relationships(text: &str, folder: &str) -> Result<Vec<Relationship>, Message> {
    let mut links = Vec::new();
    let mut reader = xml::reader(text);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) | Event::Empty(tag)
                if tag.local_name().as_ref() == "Relationship" =>
            {
                let value = |name| attribute(&tag, name).unwrap_or_default();
                let kind = value("Type");
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                links.push(Relationship {
                    id: value("Id"),
                    kind,
                    target: resolved(&value("Target"), folder),
                });
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// A target from the root of the zip; it is given from there or from its list's folder.
fn resolved(target: &str, folder: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.join("/")
}

/// The sheets with cells, whether dates count from 1904, and whether nothing is computed.
fn workbook(
    text: &str,
    links: &[Relationship],
    folder: &str,
    archive: &Archive,
) -> Result<(Vec<Sheet>, bool, bool), Message> {
    let (mut sheets, mut is_1904, mut is_uncomputed) = (Vec::new(), false, false);
    let mut count = 0;
    let mut reader = xml::reader(text);
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(tag) | Event::Empty(tag) => {
                let yes = |name| attribute(&tag, name).is_some_and(|value| is_true(&value));
                match tag.local_name().as_ref() {
                    "workbookPr" => is_1904 |= yes("date1904"),
                    "calcPr" => is_uncomputed |= yes("fullCalcOnLoad"),
                    "sheet" => {
                        count += 1;
                        let id = attribute(&tag, "id").unwrap_or_default();
                        let link = links.iter().find(|link| link.id == id);
                        // Sheets that are charts or dialogs have no cells.
                        if link
                            .is_some_and(|link| !link.kind.is_empty() && link.kind != "worksheet")
                        {
                            continue;
                        }
                        let usual = || format!("{folder}/worksheets/sheet{count}.xml");
                        let part = link.map_or_else(usual, |link| link.target.clone());
                        let state = attribute(&tag, "state").unwrap_or_default();
                        let name = SheetName {
                            name: attribute(&tag, "name").unwrap_or_default(),
                            is_hidden: state.to_ascii_lowercase().ends_with("hidden"),
                        };
                        sheets.push(Sheet { name, place: archive.find(&part) });
                    }
                    _ => {}
                }
            }
            Event::Eof => return Ok((sheets, is_1904, is_uncomputed)),
            _ => {}
        }
    }
}
