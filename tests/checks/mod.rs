//! The checks: identities over figures and printed tables, and rules over the project.

mod acceptance;
mod commands;
mod facts;
mod identities;
mod list;
mod mutations;
mod printed;
mod rules;
mod sample;
mod support;
mod texts;
