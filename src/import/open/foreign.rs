//! Files of the accounts that are no report: what SSB and the tax authorities are sent.

use crate::message;
use crate::words::Message;

/// At most this many lines are looked at.
const LINES: usize = 20;
/// A record has its kind, a year, and codes up to the amount.
const SHORTEST_RECORD: usize = 30;

/// What a text file is that no report can be made from, and what to export instead.
pub fn foreign(text: &str) -> Option<Message> {
    if is_saf_t(text) {
        return Some(message!("import-saf-t"));
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).peekable();
    let is_kostra = lines.peek().is_some() && lines.all(is_record);
    is_kostra.then(|| message!("import-kostra-file"))
}

/// Whether a text is a file of Standard Audit File – Tax, with or without a prefix of its names.
fn is_saf_t(text: &str) -> bool {
    let start: String = text.chars().take(4096).collect();
    let has_root = start.split('<').any(|tag| {
        let name = tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
        name == "AuditFile" || name.ends_with(":AuditFile")
    });
    start.trim_start_matches('\u{feff}').trim_start().starts_with('<')
        && (has_root || start.contains("StandardAuditFile"))
}

/// Whether a line is a record of the accounts that SSB is sent: `0I2021…`, of fixed width.
fn is_record(line: &str) -> bool {
    let bytes = line.trim_end().as_bytes();
    let [b'0', b'A'..=b'Q', year @ ..] = bytes else { return false };
    let year = year.get(..4).and_then(|year| std::str::from_utf8(year).ok());
    let year = year.and_then(|year| year.parse::<u16>().ok());
    bytes.len() >= SHORTEST_RECORD
        && year.is_some_and(|year| (1990..=2100).contains(&year))
        && !bytes.iter().any(|byte| matches!(byte, b';' | b'\t' | b','))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Option<&'static str> {
        foreign(text).map(|message| message.key)
    }

    #[test]
    fn what_ssb_is_sent_is_known_by_its_records() {
        for kind in ["0A", "0B", "0I", "0J"] {
            let record = format!("{kind}2021 30040012345678912345678931200 010   100000\n");
            assert_eq!(key(&record.repeat(3)), Some("import-kostra-file"), "{kind}");
        }
        assert_eq!(key("0I2021;1;010;5000;noe som er langt nok til en post\n"), None);
        assert_eq!(key("Konto;Regnskap 2021\n010;5\n"), None);
        assert_eq!(key(""), None);
    }

    #[test]
    fn a_saf_t_file_is_known_by_its_root() {
        let start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        for root in [
            "<AuditFile xmlns=\"urn:StandardAuditFile-Taxation-Financial:NO\">",
            "<n1:AuditFile xmlns:n1=\"urn:x\">",
        ] {
            assert_eq!(key(&format!("{start}{root}<Header/>")), Some("import-saf-t"));
        }
        assert_eq!(key("<html><table><tr><td>AuditFile</td></tr></table></html>"), None);
    }
}
