//! The dialog that moves accounts to another line, with a reason. Each move is one rule of the
//! company.

use eframe::egui::{Align, Layout, Ui};

use crate::app::{Command, Document};
use crate::figures::{Account, Statement, YearAccounts, art_code, art_name, by_art};
use crate::kostra::{Book, Form, LayoutRow, layout};
use crate::project::{Edit, MappingRule, Project, StatementId, TableId};
use crate::t;
use crate::ui::dialogs::modal;
use crate::ui::theme::{self, colors, medium, scale};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Stress, dropdown};
use crate::ui::widgets::field::Field;

use super::rows::{Part, RowId};

/// What is being moved, and where.
pub(super) struct MoveDraft {
    choices: Vec<What>,
    what: usize,
    statements: Vec<StatementId>,
    statement: StatementId,
    line: String,
    reason: String,
    /// Whether the person has tried to move them; from then on blanks are findings too.
    is_tried: bool,
}

/// Accounts that one rule can name.
struct What {
    words: String,
    class: String,
    art: String,
    unit: String,
    function: String,
    account: String,
}

impl MoveDraft {
    /// A draft for the accounts of a row.
    pub fn of_row(document: &Document, row: &RowId) -> Option<Self> {
        let year = document.figures().accounts().year(document.figures().report_year())?;
        let of_row = &year.statement(row.statement)?.row(&row.row)?.accounts;
        let accounts: Vec<usize> = match &row.part {
            Part::Whole => of_row.clone(),
            Part::Art(art) => by_art(&year.accounts, of_row).remove(art)?,
            Part::Account(at) => vec![*at],
        };
        let is_single = matches!(row.part, Part::Account(_));
        Self::of_accounts(year, row.statement, &accounts, is_single)
    }

    /// A draft for accounts; `is_single` puts the account string before its art.
    pub fn of_accounts(
        year: &YearAccounts,
        statement: StatementId,
        accounts: &[usize],
        is_single: bool,
    ) -> Option<Self> {
        let first = year.accounts.get(*accounts.first()?)?;
        let mut choices = choices(year, accounts);
        if is_single && let Some(at) = choices.iter().position(|what| !what.account.is_empty()) {
            choices.swap(0, at);
        }
        let statements: Vec<StatementId> = statements_of(first.book).to_vec();
        let statement = Some(statement).filter(|statement| statements.contains(statement));
        let statement = statement.or(statements.first().copied())?;
        Some(Self {
            choices,
            what: 0,
            statement,
            statements,
            line: String::new(),
            reason: String::new(),
            is_tried: false,
        })
    }

    fn edit(&self, project: &Project) -> Option<Edit> {
        let what = self.choices.get(self.what)?;
        let (line, reason) = (self.line.trim(), self.reason.trim());
        if line.is_empty() || reason.is_empty() {
            return None;
        }
        let is_same = |rule: &MappingRule| {
            rule.statement == self.statement
                && [&rule.class, &rule.art, &rule.unit, &rule.function, &rule.account]
                    == [&what.class, &what.art, &what.unit, &what.function, &what.account]
        };
        let cells = [
            ("statement", self.statement.id()),
            ("class", &what.class),
            ("art", &what.art),
            ("unit", &what.unit),
            ("function", &what.function),
            ("account", &what.account),
            ("line", line),
            ("reason", reason),
        ];
        let cells = cells.map(|(id, text)| (id.to_owned(), text.to_owned())).to_vec();
        let row = project.mapping.iter().position(is_same);
        Some(Edit::PutRow { table: TableId::Mapping, row, cells })
    }
}

/// The statements in which accounts of a book have a line.
fn statements_of(book: Book) -> &'static [StatementId] {
    match book {
        Book::Drift => {
            &[StatementId::ByNature, StatementId::Appropriations, StatementId::AppropriationsByUnit]
        }
        Book::Investering => &[StatementId::Investment, StatementId::InvestmentByProject],
        Book::Balanse => &[StatementId::BalanceSheet],
    }
}

/// What can be moved of these accounts: whole arts, each account string, whole units.
fn choices(year: &YearAccounts, accounts: &[usize]) -> Vec<What> {
    let moved: Vec<&Account> = accounts.iter().filter_map(|at| year.accounts.get(*at)).collect();
    let class = moved.first().map_or_else(String::new, |account| account.code.class.clone());
    let blank = || What {
        words: String::new(),
        class: class.clone(),
        art: String::new(),
        unit: String::new(),
        function: String::new(),
        account: String::new(),
    };
    let arts = by_art(&year.accounts, accounts).into_iter().map(|(art, of_art)| {
        let name = art_name(&year.accounts, &of_art, year.year);
        let words = t!("economy-move-art", code = art.as_str(), name = name);
        What { words, art, ..blank() }
    });
    let strings = moved.iter().map(|account| What {
        words: t!("economy-move-string", code = account.text(), name = account.name(year.year)),
        class: account.code.class.clone(),
        art: art_code(account),
        unit: account.code.unit.clone(),
        function: account.code.function.clone(),
        account: account.code.account.clone(),
    });
    let mut units: Vec<&str> = moved.iter().map(|account| account.code.unit.as_str()).collect();
    units.sort_unstable();
    units.dedup();
    let units = units.into_iter().filter(|unit| !unit.is_empty()).map(|unit| What {
        words: t!("economy-move-unit", code = unit),
        unit: unit.to_owned(),
        ..blank()
    });
    arts.chain(strings).chain(units).collect()
}

enum Answer {
    None,
    Move,
    Leave,
}

/// Shows the dialog while something is being moved.
pub(super) fn show(
    ui: &Ui,
    document: &Document,
    open: &mut Option<MoveDraft>,
    commands: &mut Vec<Command>,
) {
    let Some(draft) = open else { return };
    let title = t!("economy-move-title");
    let (answer, is_left) =
        modal::show(ui, "move-account", &title, |ui, is_new| contents(ui, document, draft, is_new));
    match answer {
        Answer::Move => match draft.edit(document.project()) {
            Some(edit) => {
                commands.push(Command::Edit(edit));
                *open = None;
            }
            None => draft.is_tried = true,
        },
        Answer::Leave => *open = None,
        Answer::None if is_left => *open = None,
        Answer::None => {}
    }
}

fn contents(ui: &mut Ui, document: &Document, draft: &mut MoveDraft, is_new: bool) -> Answer {
    theme::paragraph(ui, t!("economy-move-lead"), scale().body, colors(ui).text_2);
    ui.add_space(14.0);
    let width = ui.available_width();
    let name = t!("economy-move-what");
    label(ui, &name);
    let words: Vec<&str> = draft.choices.iter().map(|what| what.words.as_str()).collect();
    if let Some(what) = dropdown(ui, &name, width, &words, Some(draft.what), Stress::None) {
        draft.what = what;
    }
    ui.add_space(10.0);
    let name = t!("economy-move-statement");
    label(ui, &name);
    let words: Vec<String> = draft.statements.iter().map(|statement| statement.word()).collect();
    let chosen = draft.statements.iter().position(|statement| *statement == draft.statement);
    let choice = dropdown(ui, &name, width, &words, chosen, Stress::None);
    if let Some(statement) = choice.and_then(|at| draft.statements.get(at)) {
        draft.statement = *statement;
        draft.line.clear();
    }
    ui.add_space(10.0);
    line(ui, document, draft, width);
    ui.add_space(10.0);
    let name = t!("economy-move-reason");
    label(ui, &name);
    let is_missing = draft.is_tried && draft.reason.trim().is_empty();
    let finding = is_missing.then(|| t!("economy-move-no-reason"));
    let field = Field::new(&name, width).finding(finding.as_deref());
    let response = field.show(ui, &mut draft.reason);
    if is_new {
        response.request_focus();
    }
    ui.add_space(20.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.add(Button::primary(&t!("economy-move-do"))).clicked() {
            Answer::Move
        } else if ui.add(Button::secondary(&t!("ui-cancel")).keys(&t!("keys-escape"))).clicked() {
            Answer::Leave
        } else {
            Answer::None
        }
    })
    .inner
}

/// The line to move to: one of the statement's, or for a second paragraph any words.
fn line(ui: &mut Ui, document: &Document, draft: &mut MoveDraft, width: f32) {
    let name = t!("economy-move-line");
    label(ui, &name);
    let is_missing = draft.is_tried && draft.line.trim().is_empty();
    let lines = lines(document, draft.statement);
    let has_own_words = matches!(
        draft.statement,
        StatementId::AppropriationsByUnit | StatementId::InvestmentByProject
    );
    if has_own_words {
        let finding = is_missing.then(|| t!("economy-move-no-line"));
        Field::new(&name, width).finding(finding.as_deref()).show(ui, &mut draft.line);
        return;
    }
    let chosen = lines.iter().position(|line| *line == draft.line);
    let stress = if is_missing { Stress::Guessed } else { Stress::None };
    if let Some(at) = dropdown(ui, &name, width, &lines, chosen, stress) {
        draft.line.clone_from(&lines[at]);
    }
    if is_missing {
        let words = t!("economy-move-no-line");
        crate::ui::widgets::severity::sentence(ui, crate::issue::Severity::Error, &words);
    }
}

/// The lines of a statement in the form of the year.
fn lines(document: &Document, statement: StatementId) -> Vec<String> {
    let year = document.figures().report_year();
    let form = Form::of(year, document.project().accounts_settings.fund_lines);
    let layout = layout(statement);
    let rows = layout.into_iter().flat_map(|layout| layout.rows(form));
    rows.filter(|row| matches!(row, LayoutRow::Line { .. }))
        .map(|row| row.name().to_owned())
        .collect()
}

fn label(ui: &mut Ui, text: &str) {
    theme::text(ui, text, medium(scale().caption), colors(ui).text_2);
}

/// The line on which an account stands in a statement.
pub(super) fn line_of(statement: &Statement, account: usize) -> Option<&str> {
    let row = statement.rows.iter().find(|row| row.accounts.contains(&account))?;
    Some(&row.name)
}
