//! The code points of the Phosphor icons that the window uses, by Phosphor's names.

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
