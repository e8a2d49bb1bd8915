//! Whether what is said is what the figures say.

pub mod text;
