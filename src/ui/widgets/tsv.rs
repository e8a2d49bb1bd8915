//! Blocks of cells as tab-separated text, as Excel writes them to the clipboard and reads them.
//!
//! Tab between cells, newline after each row; a cell that holds a tab, a newline or a quote at
//! its start stands in quotes, with `""` for a quote inside.

/// A block of cells, row by row.
pub type Block = Vec<Vec<String>>;

/// Writes `block` as Excel does.
pub fn write(block: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in block {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push('\t');
            }
            write_cell(&mut text, cell);
        }
        text.push('\n');
    }
    text
}

fn write_cell(text: &mut String, cell: &str) {
    let quoted = cell.contains(['\t', '\n', '\r']) || cell.starts_with('"');
    if quoted {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// Reads a block. Whatever the text, something sensible comes out: a quote that never ends
/// takes the rest, and a quote within a cell is a quote. Rows may differ in length.
pub fn read(text: &str) -> Block {
    let mut block = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = read_cell(rest);
        row.push(cell);
        let mut end = after.chars();
        match end.next() {
            Some('\t') => {
                rest = end.as_str();
                if rest.is_empty() {
                    row.push(String::new());
                }
            }
            Some('\r') => {
                rest = end.as_str().strip_prefix('\n').unwrap_or(end.as_str());
                block.push(std::mem::take(&mut row));
            }
            _ => {
                rest = end.as_str();
                block.push(std::mem::take(&mut row));
            }
        }
    }
    if !row.is_empty() {
        block.push(row);
    }
    block
}

/// The next cell and what follows it, from its separator on.
fn read_cell(text: &str) -> (String, &str) {
    match text.strip_prefix('"') {
        Some(quoted) => read_quoted(quoted),
        None => {
            let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
            let (cell, after) = text.split_at(end);
            (cell.to_owned(), after)
        }
    }
}

fn read_quoted(text: &str) -> (String, &str) {
    let mut cell = String::new();
    let mut rest = text;
    while let Some(quote) = rest.find('"') {
        let (before, from_quote) = rest.split_at(quote);
        cell.push_str(before);
        let after = from_quote.strip_prefix('"').unwrap_or(from_quote);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => {
                // Text between the closing quote and the separator belongs to the cell.
                let (tail, next) = read_unquoted_tail(after);
                cell.push_str(tail);
                return (cell, next);
            }
        }
    }
    cell.push_str(rest);
    (cell, "")
}

fn read_unquoted_tail(text: &str) -> (&str, &str) {
    text.split_at(text.find(['\t', '\n', '\r']).unwrap_or(text.len()))
}

/// Whether `text` is more than one cell's: then the table takes it, not the cell's editor.
pub fn is_block(text: &str) -> bool {
    text.contains(['\t', '\n'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(block: &[&[&str]]) -> Block {
        block.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn excels_own_text_is_read() {
        let text = "2021\t10 859\r\n\"to\nlinjer\"\t\"han sa \"\"ja\"\"\"\r\n";
        let block = cells(&[&["2021", "10 859"], &["to\nlinjer", "han sa \"ja\""]]);
        assert_eq!(read(text), block);
    }

    #[test]
    fn an_empty_last_cell_is_kept_and_the_last_newline_is_no_row() {
        assert_eq!(read("a\t\n"), cells(&[&["a", ""]]));
        assert_eq!(read("a\t"), cells(&[&["a", ""]]));
        assert_eq!(read("a\n\nb"), cells(&[&["a"], &[""], &["b"]]));
    }

    #[test]
    fn a_quote_inside_a_word_is_a_quote_and_one_that_never_ends_takes_the_rest() {
        assert_eq!(read("19\"\tskjerm"), cells(&[&["19\"", "skjerm"]]));
        assert_eq!(read("\"a\tb"), cells(&[&["a\tb"]]));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            block in prop::collection::vec(
                prop::collection::vec("[a-zæøå0-9 ,\"\t\n\r]{0,8}", 1..4), 0..5)
        ) {
            prop_assert_eq!(read(&write(&block)), block);
        }

        #[test]
        fn any_text_is_read_without_a_fault(text in ".{0,60}") {
            let cells: usize = read(&text).iter().map(Vec::len).sum();
            prop_assert!(cells <= text.chars().count() + 1);
        }
    }
}
