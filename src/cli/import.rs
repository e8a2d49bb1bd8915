//! `import`: previews and takes one or many sources as one edit, all or nothing.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::answer::Answer;
use super::changes::{json_change, told};
use super::noticed::{json_note, notes, noticed, with_offer};
use super::{CommandResult, edit_context};
use crate::calendar::{Date, Span, YEARS, Year};
use crate::figures::{Accounts, Change, Figures, changes};
use crate::import::{
    self, ALL_COMPANIES, AccountForm, FileRead, FileRequest, HeaderRow, Known, Options, Plan,
    SheetPlan, SheetRead,
};
use crate::issue::Issue;
use crate::number::DecimalMark;
use crate::project::{
    AmountUnit, DateOrder, LedgerSign, PercentUnit, PriorityMeaning, Project, SourceKind,
    StampMeaning, TimeUnit, TimeZoneChoice,
};
use crate::{message, storage, t};

/// What `import` is given.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The project file.
    file: PathBuf,
    /// The exports.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// What they hold; without it the content decides.
    #[arg(long)]
    kind: Option<String>,
    /// The one sheet that is wanted.
    #[arg(long)]
    sheet: Option<String>,
    /// A field and the column that it is read from: `created=Innmeldt`.
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// Which number comes first in dates with slashes.
    #[arg(long, value_enum)]
    date_order: Option<OrderArg>,
    /// What stamps without a zone mean: `local` or `utc`.
    #[arg(long)]
    timezone: Option<String>,
    /// The days that the exports speak of: `2021-01-01..2021-12-31`.
    #[arg(long, value_name = "FROM..TO")]
    period: Option<String>,
    /// How accounts have their income: below zero as the ledger, or turned.
    #[arg(long, value_enum)]
    sign: Option<SignArg>,
    /// What account strings hold: `k.a.u.f.p`, `kaaa`.
    #[arg(long, value_name = "FORM")]
    account_form: Option<String>,
    /// Which mark stands before the øre.
    #[arg(long, value_enum)]
    decimal: Option<DecimalArg>,
    /// What the exports were selected by in their system.
    #[arg(long, value_name = "NAME")]
    selection: Option<String>,
    /// The system that they come from.
    #[arg(long, value_name = "NAME")]
    system: Option<String>,
    /// What a word for priority means: `Haster=A`.
    #[arg(long, value_name = "WORD=A|B|other")]
    priority: Vec<String>,
    /// What amounts are counted in.
    #[arg(long, value_enum)]
    unit: Option<UnitArg>,
    /// What plain numbers of percent columns are: 0,0336 or 3,36.
    #[arg(long, value_enum)]
    percent: Option<PercentArg>,
    /// What times of minutes are counted in, where no heading says it.
    #[arg(long, value_enum)]
    time_unit: Option<TimeArg>,
    /// The company whose rows are read, of a list of several; `*` for all of them.
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// What parts the cells of a text file; `tab` for a tab.
    #[arg(long, value_name = "C")]
    separator: Option<String>,
    /// What cells of a workbook mean whose stamps end in Z.
    #[arg(long, value_enum)]
    stamps: Option<StampArg>,
    /// Where the headings stand, as Excel counts; `none` for a list without headings.
    #[arg(long, value_name = "N|none")]
    header_row: Option<String>,
    /// Reads sheets that are hidden in the workbook, too.
    #[arg(long)]
    with_hidden: bool,
    /// Leaves cases of that status out.
    #[arg(long, value_name = "STATUS")]
    leave_out: Vec<String>,
    /// The year that the rows are of, where they do not say it.
    #[arg(long, value_name = "YEAR")]
    source_year: Option<Year>,
    /// Reads columns that seem to hold persons all the same.
    #[arg(long, value_enum)]
    persons: Option<PersonsArg>,
    /// Lets rows go that the exports no longer have.
    #[arg(long)]
    allow_gone: bool,
    /// Shows what would change, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// For machines.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum OrderArg {
    Dmy,
    Mdy,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SignArg {
    Normal,
    Flipped,
    Unsigned,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DecimalArg {
    Comma,
    Point,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum UnitArg {
    Kr,
    Tusen,
    Mill,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum StampArg {
    Local,
    Utc,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PercentArg {
    Share,
    Points,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum TimeArg {
    Minutes,
    Hours,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PersonsArg {
    Allow,
}

/// Reads, plans, and unless it is a dry run takes the sources in.
pub fn run(args: &ImportArgs) -> CommandResult {
    let project = storage::read(&args.file)?;
    let options = options(args)?;
    let requests: Vec<FileRequest> = args
        .sources
        .iter()
        .map(|path| FileRequest { path: path.clone(), options: options.clone() })
        .collect();
    let known = Known::of(&project).with_statements(Accounts::statement_lines);
    let files = import::read_files(&requests, &known, &|_| true).unwrap_or_default();
    let sheets = all_or_nothing(&files)?;
    let plan = import::plan(&project, &sheets);
    refuse_open_questions(&sheets, &plan)?;
    if !args.allow_gone {
        refuse_gone(&plan)?;
    }
    let changed = match plan.has_changes() {
        true => changed_figures(&project, &plan),
        false => Vec::new(),
    };
    let applied = plan.apply(&edit_context());
    if let (Some((after, _)), false) = (&applied, args.dry_run) {
        storage::write(&args.file, after)?;
    }
    let noticed: Vec<Issue> = noticed(&files, &plan).collect();
    for note in noticed.iter().filter(|_| !args.json) {
        eprintln!("{note}");
    }
    let has_rejects = sheets.iter().any(|sheet| !sheet.rejects.is_empty());
    let text = if args.json {
        let sources = sheets.iter().zip(&plan.sheets).map(|(sheet, plan)| json_sheet(sheet, plan));
        let figures = changed.iter().map(json_change);
        let answer = json!({
            "sources": sources.collect::<Vec<_>>(),
            "figures": figures.collect::<Vec<_>>(),
            "notes": noticed.iter().map(json_note).collect::<Vec<_>>(),
        });
        format!("{answer:#}")
    } else {
        let what = match &applied {
            Some((_, what)) => what.clone(),
            None => plan.nothing_new(&sheets),
        };
        let lines = sheets.iter().zip(&plan.sheets).map(|(sheet, plan)| text_sheet(sheet, plan));
        let end = if args.dry_run { t!("cli-dry-run") } else { what };
        lines.chain(told(&changed)).chain([end]).collect::<Vec<_>>().join("\n")
    };
    Ok(Answer::with_findings(text, has_rejects))
}

/// Every figure that the import prints otherwise.
fn changed_figures(project: &Project, plan: &Plan) -> Vec<Change> {
    let before = Figures::of(project);
    let after = before.updated(plan.after());
    changes(&before, &after)
}

/// The sheets of all files, or the first file's reason why it cannot be read.
fn all_or_nothing(files: &[FileRead]) -> Result<Vec<&SheetRead>, Issue> {
    let mut sheets = Vec::new();
    for file in files {
        sheets.extend(file.outcome.as_ref().map_err(with_option)?);
    }
    Ok(sheets)
}

/// The reason, and the options that would help where the content is not recognised.
fn with_option(issue: &Issue) -> Issue {
    let why = issue.message.text();
    let arg = |name: &str| issue.message.text_of(name).unwrap_or_default();
    let message = match issue.message.key {
        "import-unknown-content" => message!("cli-unknown-content", why = why),
        "import-looks-like" => {
            message!("cli-looks-like", why = why, kind = arg("id"), field = arg("field"))
        }
        "import-first-row-is-data" => message!("cli-first-row-is-data", why = why),
        "import-no-headings-no-kind" => message!("cli-no-headings-no-kind", why = why),
        _ => return with_offer(issue.clone()),
    };
    Issue { message, ..issue.clone() }
}

fn refuse_open_questions(sheets: &[&SheetRead], plan: &Plan) -> Result<(), Issue> {
    let Some((at, question)) = plan.questions.first() else { return Ok(()) };
    let asked = question.asks.text();
    let message = message!("cli-question", question = asked, option = question.option());
    let mut issue = Issue::error(message);
    if let Some(sheet) = sheets.get(*at) {
        issue = issue.in_file(&sheet.file);
        issue.place.sheet = Some(sheet.sheet.clone()).filter(|name| !name.is_empty());
    }
    Err(issue)
}

fn refuse_gone(plan: &Plan) -> Result<(), Issue> {
    let gone = plan.sheets.iter().filter(|sheet| sheet.has_many_gone);
    match gone.map(|sheet| (sheet.gone, sheet.known)).next() {
        Some((gone, known)) => Err(Issue::error(message!("cli-gone", gone = gone, known = known))),
        None => Ok(()),
    }
}

fn options(args: &ImportArgs) -> Result<Options, Issue> {
    let kind = match &args.kind {
        Some(id) => Some(SourceKind::from_id(id).ok_or_else(|| {
            let kinds = SourceKind::ALL.map(|(_, id)| id).join(", ");
            Issue::error(message!("cli-no-such-kind", kind = id, kinds = kinds))
        })?),
        None => None,
    };
    let map = args
        .map
        .iter()
        .map(|text| match text.split_once('=') {
            Some((field, column)) => Ok((field.to_owned(), column.to_owned())),
            None => Err(Issue::error(message!("cli-bad-map", text = text))),
        })
        .collect::<Result<_, Issue>>()?;
    Ok(Options {
        kind,
        sheet: args.sheet.clone(),
        map,
        date_order: args.date_order.map(|order| match order {
            OrderArg::Dmy => DateOrder::DayFirst,
            OrderArg::Mdy => DateOrder::MonthFirst,
        }),
        time_zone: args.timezone.as_deref().map(time_zone).transpose()?,
        period: args.period.as_deref().map(period).transpose()?,
        stamps: args.stamps.map(|stamps| match stamps {
            StampArg::Local => StampMeaning::Wall,
            StampArg::Utc => StampMeaning::Utc,
        }),
        year: args.source_year,
        system: args.system.clone(),
        selection: args.selection.clone(),
        unit: args.unit.map(|unit| match unit {
            UnitArg::Kr => AmountUnit::Krone,
            UnitArg::Tusen => AmountUnit::Thousand,
            UnitArg::Mill => AmountUnit::Million,
        }),
        percent: args.percent.map(|percent| match percent {
            PercentArg::Share => PercentUnit::Share,
            PercentArg::Points => PercentUnit::Points,
        }),
        time_unit: args.time_unit.map(|unit| match unit {
            TimeArg::Minutes => TimeUnit::Minutes,
            TimeArg::Hours => TimeUnit::Hours,
        }),
        company: args.company.as_ref().map(|name| match name.as_str() {
            ALL_COMPANIES => String::new(),
            name => name.to_owned(),
        }),
        priorities: args
            .priority
            .iter()
            .map(|text| priority(text))
            .collect::<Result<_, Issue>>()?,
        leave_out: args.leave_out.clone(),
        allows_persons: args.persons.is_some(),
        separator: args.separator.as_deref().map(separator).transpose()?,
        header_row: args.header_row.as_deref().map(header_row).transpose()?,
        with_hidden: args.with_hidden,
        sign: args.sign.map(|sign| match sign {
            SignArg::Normal => LedgerSign::Normal,
            SignArg::Flipped => LedgerSign::Flipped,
            SignArg::Unsigned => LedgerSign::Unsigned,
        }),
        account_form: args.account_form.as_deref().map(account_form).transpose()?,
        decimal: args.decimal.map(|mark| match mark {
            DecimalArg::Comma => DecimalMark::Comma,
            DecimalArg::Point => DecimalMark::Point,
        }),
    })
}

fn account_form(text: &str) -> Result<AccountForm, Issue> {
    text.parse().map_err(|()| Issue::error(message!("cli-bad-account-form", text = text)))
}

fn priority(text: &str) -> Result<(String, PriorityMeaning), Issue> {
    let meaning = text.rsplit_once('=').and_then(|(word, means)| {
        let means = PriorityMeaning::ALL
            .iter()
            .find(|own| own.choice().id.eq_ignore_ascii_case(means.trim()))?;
        Some((word.trim().to_owned(), *means))
    });
    meaning.ok_or_else(|| Issue::error(message!("cli-bad-priority", text = text)))
}

fn separator(text: &str) -> Result<char, Issue> {
    let mut chars = text.chars();
    match (text, chars.next(), chars.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(only), None) if only.is_ascii() && !only.is_ascii_alphanumeric() => Ok(only),
        _ => Err(Issue::error(message!("cli-bad-separator", text = text))),
    }
}

fn header_row(text: &str) -> Result<HeaderRow, Issue> {
    match text {
        "none" => Ok(HeaderRow::None),
        _ => match text.parse() {
            Ok(row) if row > 0 => Ok(HeaderRow::At(row)),
            _ => Err(Issue::error(message!("cli-bad-header-row", text = text))),
        },
    }
}

fn time_zone(text: &str) -> Result<TimeZoneChoice, Issue> {
    match text.to_ascii_lowercase().as_str() {
        "utc" | "z" => Ok(TimeZoneChoice::Utc),
        "local" | "europe/oslo" => Ok(TimeZoneChoice::Local),
        _ => Err(Issue::error(message!("cli-bad-zone", text = text))),
    }
}

fn period(text: &str) -> Result<Span, Issue> {
    let days = text
        .split_once("..")
        .map(|(first, last)| (first.trim().parse::<Date>(), last.trim().parse::<Date>()));
    match days {
        Some((Ok(first), Ok(last)))
            if first <= last && [first, last].iter().all(|day| YEARS.contains(&day.year())) =>
        {
            Ok(Span::new(first, last))
        }
        _ => Err(Issue::error(message!("cli-bad-period", text = text))),
    }
}

fn json_sheet(sheet: &SheetRead, plan: &SheetPlan) -> Value {
    let rejects = sheet.rejects.iter().map(|reject| {
        json!({ "cell": reject.cell, "value": reject.value, "cause": reject.cause.text() })
    });
    json!({
        "file": sheet.file,
        "sheet": sheet.sheet,
        "kind": sheet.kind().id(),
        "period": sheet.period.map(|span| format!("{}..{}", span.first, span.last)),
        "read": sheet.read,
        "accepted": sheet.accepted(),
        "rejected": sheet.rejects.len(),
        "skipped": sheet.skipped_count(),
        "new": plan.new,
        "changed": plan.changed,
        "gone": plan.gone,
        "unchanged": plan.unchanged,
        "rejects": rejects.collect::<Vec<_>>(),
        "skips": sheet.skipped_by_reason().iter().map(|(reason, count)| {
            json!({ "cause": reason.counted(*count), "count": count })
        }).collect::<Vec<_>>(),
        "notes": notes(sheet, plan).map(|note| note.message.text()).collect::<Vec<_>>(),
    })
}

fn text_sheet(sheet: &SheetRead, plan: &SheetPlan) -> String {
    let place = if sheet.sheet.is_empty() {
        sheet.file.clone()
    } else {
        format!("{}, {}", sheet.file, sheet.sheet)
    };
    let mut lines = vec![t!(
        "cli-import-sheet",
        place = place,
        kind = t!(sheet.kind().word_key()),
        read = sheet.read,
        accepted = sheet.accepted(),
        rejected = sheet.rejects.len(),
        skipped = sheet.skipped_count(),
        new = plan.new,
        changed = plan.changed,
        gone = plan.gone,
        unchanged = plan.unchanged,
    )];
    let skipped = sheet.skipped_by_reason();
    if !skipped.is_empty() {
        let reasons: Vec<String> =
            skipped.iter().map(|(reason, count)| reason.counted(*count)).collect();
        lines.push(t!("cli-import-skipped", reasons = reasons.join(", ")));
    }
    lines.extend(sheet.rejects.iter().map(|reject| {
        t!(
            "cli-import-reject",
            cell = reject.cell.as_str(),
            value = reject.value.as_str(),
            cause = reject.cause.text(),
        )
    }));
    lines.join("\n")
}
