//! The tabs of Økonomi.

use crate::project::StatementId;
use crate::t;

/// A tab: statements, or what is told beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    /// §5-4, both paragraphs.
    Appropriations,
    /// §5-5, both paragraphs.
    Investment,
    /// §5-6.
    #[default]
    ByNature,
    /// §5-8.
    BalanceSheet,
    /// §5-9, *drift* and *investering*.
    Closing,
    /// The *disposisjonsfond* over the years.
    Fund,
    /// Deviations, remarks and the economic capacity.
    Deviations,
    /// The accounts, where they are placed, and the ledger.
    Accounts,
}

impl Tab {
    /// All of them in order.
    pub const ALL: [Self; 8] = [
        Self::Appropriations,
        Self::Investment,
        Self::ByNature,
        Self::BalanceSheet,
        Self::Closing,
        Self::Fund,
        Self::Deviations,
        Self::Accounts,
    ];

    /// The tab's words.
    pub fn name(self) -> String {
        match self {
            Self::Appropriations => StatementId::Appropriations.word(),
            Self::Investment => StatementId::Investment.word(),
            Self::ByNature => t!("economy-tab-nature"),
            Self::BalanceSheet => t!("economy-tab-balance"),
            Self::Closing => StatementId::ClosingDrift.word(),
            Self::Fund => t!("economy-tab-fund"),
            Self::Deviations => t!("economy-tab-deviations"),
            Self::Accounts => t!("economy-tab-accounts"),
        }
    }

    /// The statements that stand in it, below each other.
    pub fn statements(self) -> &'static [StatementId] {
        match self {
            Self::Appropriations => {
                &[StatementId::Appropriations, StatementId::AppropriationsByUnit]
            }
            Self::Investment => &[StatementId::Investment, StatementId::InvestmentByProject],
            Self::ByNature => &[StatementId::ByNature],
            Self::BalanceSheet => &[StatementId::BalanceSheet],
            Self::Closing => &[StatementId::ClosingDrift, StatementId::ClosingInvestment],
            Self::Fund | Self::Deviations | Self::Accounts => &[],
        }
    }
}
