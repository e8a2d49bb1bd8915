//! The icons of the look: Phosphor, regular, filled for severity, bold for the active place.

use super::glyph;

/// A weight of the icon font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Lines; nearly everywhere.
    Regular,
    /// Filled; severity and status only.
    Fill,
    /// Heavy lines; the active place only.
    Bold,
}

/// One icon: a glyph of the icon font and the weight that it is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    /// The character that the icon font draws.
    pub glyph: &'static str,
    /// The weight.
    pub weight: Weight,
}

impl Icon {
    const fn regular(glyph: &'static str) -> Self {
        Self { glyph, weight: Weight::Regular }
    }

    const fn filled(glyph: &'static str) -> Self {
        Self { glyph, weight: Weight::Fill }
    }

    /// The same icon in another weight.
    #[must_use]
    pub const fn with_weight(self, weight: Weight) -> Self {
        Self { glyph: self.glyph, weight }
    }
}

macro_rules! icons {
    ($($name:ident = $make:ident($glyph:ident);)+) => {
        $(#[expect(missing_docs, reason = "the name says what it shows")]
        pub const $name: Icon = Icon::$make(glyph::$glyph);)+
    };
}

icons! {
    OVERVIEW = regular(SQUARES_FOUR);
    CASES = regular(CHART_LINE);
    EVENTS = regular(LIGHTNING);
    GOALS = regular(TARGET);
    ORGANISATION = regular(USERS_THREE);
    ECONOMY = regular(COINS);
    REPORT = regular(ARTICLE);
    CONTROL = regular(CHECK_SQUARE);
    SOURCES = regular(DATABASE);
    SETTINGS = regular(GEAR_SIX);
    UNDO = regular(ARROW_U_UP_LEFT);
    REDO = regular(ARROW_U_UP_RIGHT);
    EXPORT = regular(EXPORT);
    SEARCH = regular(MAGNIFYING_GLASS);
    DOWNLOAD = regular(DOWNLOAD_SIMPLE);
    TABLE = regular(TABLE);
    TRAIL = regular(PATH);
    PENCIL = regular(PENCIL_SIMPLE);
    USE_SOURCE = regular(ARROW_COUNTER_CLOCKWISE);
    COPY = regular(COPY);
    PASTE = regular(CLIPBOARD);
    TRASH = regular(TRASH);
    ARROW_RIGHT = regular(ARROW_RIGHT);
    OPEN_OUTSIDE = regular(ARROW_SQUARE_OUT);
    CARET_DOWN = regular(CARET_DOWN);
    CARET_LEFT = regular(CARET_LEFT);
    CARET_RIGHT = regular(CARET_RIGHT);
    REMARK = regular(CHAT_TEXT);
    NO_REMARK = regular(CHAT_SLASH);
    VIEW = regular(SLIDERS_HORIZONTAL);
    MOVE = regular(SWAP);
    MILESTONE = regular(FLAG);
    MORE = regular(DOTS_THREE);
    LOCK = regular(LOCK_SIMPLE);
    HINT = regular(LIGHTBULB);
    PLUS = regular(PLUS);
    CLOSE = regular(X);
    CHECK = regular(CHECK);
    FILE = regular(FILE_TEXT);
    FILE_NEW = regular(FILE_PLUS);
    FILE_DROP = regular(FILE_ARROW_DOWN);
    FILE_PDF = regular(FILE_PDF);
    FILE_WORD = regular(FILE_DOC);
    FILE_SHEET = regular(FILE_XLS);
    FILE_CSV = regular(FILE_CSV);
    FILE_BROKEN = regular(FILE_X);
    FOLDER_OPEN = regular(FOLDER_OPEN);
    TRY_SAMPLE = regular(COMPASS);
    SAVE = regular(FLOPPY_DISK);
    MOON = regular(MOON);
    SUN = regular(SUN);
    HELP = regular(QUESTION);
    CALENDAR = regular(CALENDAR_BLANK);
    EQUALS = regular(EQUALS);
    BLANK = regular(CIRCLE_DASHED);
    UP = regular(ARROW_UP);
    DOWN = regular(ARROW_DOWN);
    LEFT_OUT = regular(EYE_SLASH);
    SIGNATURE = regular(SIGNATURE);
    OWNER = regular(USER);
    NOT_SET = regular(MINUS_CIRCLE);
    ERROR = filled(X_CIRCLE);
    WARNING = filled(WARNING);
    NOTE = regular(INFO);
    DONE = filled(CHECK_CIRCLE);
}
