//! The icons of the look: Phosphor, regular, filled for severity, bold for the active place.

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

/// The code points of the Phosphor icons that the window uses, by Phosphor's names.
mod glyph {
    macro_rules! glyphs {
        ($($name:ident = $code:literal;)+) => {
            $(pub(super) const $name: &str = $code;)+
        };
    }

    glyphs! {
        ARROW_COUNTER_CLOCKWISE = "\u{e038}";
        ARROW_DOWN = "\u{e03e}";
        ARROW_RIGHT = "\u{e06c}";
        ARROW_SQUARE_OUT = "\u{e5de}";
        ARROW_UP = "\u{e08e}";
        ARROW_U_UP_LEFT = "\u{e08a}";
        ARROW_U_UP_RIGHT = "\u{e08c}";
        ARTICLE = "\u{e0a8}";
        CALENDAR_BLANK = "\u{e10a}";
        CARET_DOWN = "\u{e136}";
        CARET_LEFT = "\u{e138}";
        CARET_RIGHT = "\u{e13a}";
        CHART_LINE = "\u{e154}";
        CHAT_SLASH = "\u{e15e}";
        CHAT_TEXT = "\u{e17a}";
        CHECK = "\u{e182}";
        CHECK_CIRCLE = "\u{e184}";
        CHECK_SQUARE = "\u{e186}";
        CIRCLE_DASHED = "\u{e602}";
        CLIPBOARD = "\u{e196}";
        COINS = "\u{e78e}";
        COMPASS = "\u{e1c8}";
        COPY = "\u{e1ca}";
        DATABASE = "\u{e1de}";
        DOTS_THREE = "\u{e1fe}";
        DOWNLOAD_SIMPLE = "\u{e20c}";
        EQUALS = "\u{e21c}";
        EXPORT = "\u{eaf0}";
        EYE_SLASH = "\u{e224}";
        FILE_ARROW_DOWN = "\u{e232}";
        FILE_CSV = "\u{eb1c}";
        FILE_DOC = "\u{eb1e}";
        FILE_PDF = "\u{e702}";
        FILE_PLUS = "\u{e236}";
        FILE_TEXT = "\u{e23a}";
        FILE_X = "\u{e23c}";
        FILE_XLS = "\u{eb22}";
        FLAG = "\u{e244}";
        FLOPPY_DISK = "\u{e248}";
        FOLDER_OPEN = "\u{e256}";
        GEAR_SIX = "\u{e272}";
        INFO = "\u{e2ce}";
        LIGHTBULB = "\u{e2dc}";
        LIGHTNING = "\u{e2de}";
        LOCK_SIMPLE = "\u{e308}";
        MAGNIFYING_GLASS = "\u{e30c}";
        MINUS_CIRCLE = "\u{e32c}";
        MOON = "\u{e330}";
        PATH = "\u{e39c}";
        PENCIL_SIMPLE = "\u{e3b4}";
        PLUS = "\u{e3d4}";
        QUESTION = "\u{e3e8}";
        SIGNATURE = "\u{ebac}";
        SLIDERS_HORIZONTAL = "\u{e434}";
        SQUARES_FOUR = "\u{e464}";
        SUN = "\u{e472}";
        SWAP = "\u{e83c}";
        TABLE = "\u{e476}";
        TARGET = "\u{e47c}";
        TRASH = "\u{e4a6}";
        USER = "\u{e4c2}";
        USERS_THREE = "\u{e68e}";
        WARNING = "\u{e4e0}";
        X = "\u{e4f6}";
        X_CIRCLE = "\u{e4f8}";
    }
}
