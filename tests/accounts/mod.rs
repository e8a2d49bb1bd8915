//! The accounts: statements from accounts, printed statements, the fund, deviations.

mod books;
mod chart_years;
mod closing;
mod deviations;
mod earlier_year;
mod fund;
mod other_company;
mod placing;
mod printed;
mod sample;
mod splitting;
