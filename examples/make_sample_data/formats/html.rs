//! The web page that many systems save under the name `.xls`.

use super::{escape, text};
use crate::table::{Table, Value};

/// The table as a page in Windows-1252. Cells and rows are not closed, as HTML allows.
pub fn html_windows_1252(table: &Table) -> Vec<u8> {
    let mut page = String::from(
        "<html>\r\n<head>\r\n<meta http-equiv=\"Content-Type\" content=\"text/html; \
         charset=windows-1252\">\r\n</head>\r\n<body>\r\n",
    );
    for title in &table.titles {
        page.extend(["<p>", &escape(title), "</p>\r\n"]);
    }
    page.push_str("<table border=1>\r\n<tr>");
    for name in &table.header {
        page.extend(["<th>", &escape(name)]);
    }
    page.push_str("\r\n");
    table.rows.iter().for_each(|row| write_row(&mut page, row));
    write_row(&mut page, &table.sum);
    page.push_str("</table>\r\n</body>\r\n</html>\r\n");
    text::windows_1252(&page)
}

fn write_row(page: &mut String, row: &[Value]) {
    page.push_str("<tr>");
    for value in row {
        page.extend(["<td>", &escape(&value.display())]);
    }
    page.push_str("\r\n");
}
