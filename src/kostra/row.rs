//! The ids of the statements' rows, made from `assets/accounts/statements-v1.ron` by `build.rs`. A
//! row of the same id may stand in several statements.

include!(concat!(env!("OUT_DIR"), "/rows.rs"));
