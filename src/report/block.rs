//! The report as blocks: all that a writer has to know, with nothing left to compute.

use crate::calendar::Date;
use crate::chart::Scene;
use crate::figures::{Key, Table, TableCell};
use crate::number::Decimal;
use crate::t;

/// A whole report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// "Årsmelding 2021".
    pub title: String,
    /// The company that reports.
    pub company: String,
    /// The day that stands on it, written out: "14. mars 2022".
    pub date: String,
    /// The same day, for what documents say of themselves.
    pub day: Date,
    /// What it holds, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a report that stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list of points.
    List(List),
    /// A table.
    Table(Box<TableBlock>),
    /// A chart.
    Chart(Box<ChartBlock>),
    /// Lines to sign on.
    Signatures(Vec<Signature>),
    /// What follows begins on a new page.
    PageBreak,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for a chapter, 2 and 3 for what stands within.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// What references call it, unique within the report.
    pub anchor: String,
}

/// A list of points, each of one or more paragraphs' worth of text.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Whether the points are numbered.
    pub is_numbered: bool,
    /// The points.
    pub points: Vec<Vec<Inline>>,
}

/// More letters than this are too many to be kept on one page.
const LETTERS_TOGETHER: usize = 700;

impl List {
    /// Whether all of its points stand on one page, so that none stands alone.
    pub fn is_kept_together(&self) -> bool {
        let letters = |point: &Vec<Inline>| words_of(point).chars().count();
        self.points.iter().map(letters).sum::<usize>() <= LETTERS_TOGETHER
    }
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// How they are set.
        emphasis: Emphasis,
    },
    /// A figure, printed as it stands in a sentence.
    Figure {
        /// The figure.
        key: Key,
        /// As it is printed.
        text: String,
        /// How it is set.
        emphasis: Emphasis,
    },
    /// A reference to a table, a chart or a chapter.
    Reference {
        /// The anchor that it leads to.
        anchor: String,
        /// "tabell 2".
        text: String,
    },
}

impl Inline {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), emphasis: Emphasis::default() }
    }

    /// What is read.
    pub fn text(&self) -> &str {
        match self {
            Self::Text { text, .. } | Self::Figure { text, .. } | Self::Reference { text, .. } => {
                text
            }
        }
    }
}

/// How words are set apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Emphasis {
    /// Set in a heavier weight.
    pub is_strong: bool,
    /// Set in italics.
    pub is_stressed: bool,
}

/// A table with its number and caption.
#[derive(Clone, Debug, PartialEq)]
pub struct TableBlock {
    /// What references call it.
    pub anchor: String,
    /// Its place among the report's tables, from 1.
    pub number: usize,
    /// What it shows; set above it after its number.
    pub caption: String,
    /// The table; columns that only machines read are left out of print.
    pub table: Table,
    /// What stands below it, if anything does.
    pub note: String,
    /// Whether it is a statutory statement, which is set as such and never shortened.
    pub is_statement: bool,
}

/// With this many columns of numbers a table's words are set smaller, so that all fit.
const WIDE: usize = 4;
/// Words no longer than this fit into a narrow column.
const SHORT: usize = 14;
/// More rows than this are set closer, so that they fit on a page.
const ROWS_CLOSE: usize = 44;
/// A table of no more rows than this keeps the paragraph that leads up to it.
const ROWS_LED: usize = 16;
/// More rows than this may go on over the page's end; fewer are kept together.
const ROWS_TOGETHER: usize = 60;

impl TableBlock {
    /// Which columns hold numbers, which stand at the right. The first column is never among them,
    /// since it heads the row even where it holds a year.
    pub fn number_columns(&self) -> Vec<bool> {
        let holds = |at: usize| {
            let mut cells = self.table.rows.iter().filter_map(|row| row.cells.get(at));
            at > 0 && cells.any(TableCell::is_number)
        };
        (0..self.table.columns.len()).map(holds).collect()
    }

    /// Which columns are as wide as their contents. The others share the rest of the width; where
    /// there are no others, the first column takes it.
    pub fn narrow_columns(&self) -> Vec<bool> {
        let is_short = |at: usize| {
            let mut cells = self.table.rows.iter().filter_map(|row| row.cells.get(at));
            cells.all(|cell| cell.print().chars().count() <= SHORT)
        };
        let columns = self.number_columns().into_iter().enumerate();
        let mut narrow: Vec<bool> =
            columns.map(|(at, is_number)| is_number || is_short(at)).collect();
        if narrow.iter().all(|is_narrow| *is_narrow)
            && let Some(first) = narrow.first_mut()
        {
            *first = false;
        }
        narrow
    }

    /// Whether all of its rows stand on one page.
    pub fn is_kept_together(&self) -> bool {
        self.table.rows.len() <= ROWS_TOGETHER
    }

    /// Whether its rows are set closer, so that they fit on a page.
    pub fn is_set_close(&self) -> bool {
        self.table.rows.len() > ROWS_CLOSE
    }

    /// Whether it is set smaller: a statement, or one with many numbers side by side.
    pub fn is_set_small(&self) -> bool {
        let count = self.number_columns().into_iter().filter(|is_number| *is_number).count();
        self.is_statement || count >= WIDE
    }
}

/// A chart with its number, caption and alternative text.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartBlock {
    /// What references call it.
    pub anchor: String,
    /// Its place among the report's charts, from 1.
    pub number: usize,
    /// What it shows; set below it after its number.
    pub caption: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// The chart.
    pub scene: Scene,
    /// The numbers that it shows.
    pub data: ChartData,
}

/// The numbers of a chart, for those who draw it themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartData {
    /// What the categories are, "Uke".
    pub category: String,
    /// The categories in order.
    pub categories: Vec<Category>,
    /// The series, the report year's first.
    pub series: Vec<ChartSeries>,
}

/// A place along a chart's axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// A day.
    Day(Date),
    /// The number of a week.
    Week(u8),
}

/// A series of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartSeries {
    /// Its name.
    pub name: String,
    /// A value for each category; `None` for a gap.
    pub values: Vec<Option<Decimal>>,
}

/// A line to sign on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature {
    /// Who signs.
    pub name: String,
    /// As what.
    pub role: String,
}

/// A table or a chart of a report, as references speak of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedPart {
    /// What references call it.
    pub anchor: String,
    /// "tabell 2".
    pub reference: String,
    /// What it shows.
    pub caption: String,
    /// What a chart shows, for those who do not see it; `None` for a table.
    pub alt: Option<String>,
}

impl Report {
    /// Whether the block at a place stands on the same page as the next one: a paragraph that
    /// leads up to a table.
    pub fn is_kept_with_next(&self, at: usize) -> bool {
        let next = at.checked_add(1).and_then(|next| self.blocks.get(next));
        let leads = matches!(self.blocks.get(at), Some(Block::Paragraph(_)));
        leads && matches!(next, Some(Block::Table(block)) if block.table.rows.len() <= ROWS_LED)
    }

    /// Whether there is anything to list on a page of contents.
    pub fn has_contents(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Heading(_)))
    }

    /// The tables and charts in reading order.
    pub fn numbered(&self) -> Vec<NumberedPart> {
        let part = |block: &Block| match block {
            Block::Table(table) => Some(NumberedPart {
                anchor: table.anchor.clone(),
                reference: t!("report-see-table", number = table.number),
                caption: table.caption.clone(),
                alt: None,
            }),
            Block::Chart(chart) => Some(NumberedPart {
                anchor: chart.anchor.clone(),
                reference: t!("report-see-figure", number = chart.number),
                caption: chart.caption.clone(),
                alt: Some(chart.alt.clone()),
            }),
            _ => None,
        };
        self.blocks.iter().filter_map(part).collect()
    }
}

/// The words of some runs of text, joined.
pub fn words_of(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::text).collect()
}
