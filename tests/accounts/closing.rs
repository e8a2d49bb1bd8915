//! §5-9: strykninger lead to zero.

use std::sync::Arc;

use arsmelding::figures::Figures;
use arsmelding::project::{Project, StatementId};

use super::books::{account, actual, balance, project};

/// Books of *drift* with a result, a transfer of 50 to *investering*, and planned use of funds.
fn books(
    result: &str,
    transfer: &str,
    to_fund: &str,
    from_fund: &str,
    investment: &str,
) -> Figures {
    let negative = |text: &str| format!("-{text}");
    let balances = vec![
        account(2021, "1.010.100.120", [result, "", "", ""]),
        account(2021, "1.570.100.880", ["", transfer, "", ""]),
        account(2021, "1.540.100.880", ["", to_fund, "", ""]),
        account(2021, "1.940.100.880", ["", &negative(from_fund), "", ""]),
        account(2021, "0.200.100.120", [investment, "", "", ""]),
        account(2021, "0.970.100.880", ["", &negative(transfer), "", ""]),
    ];
    let balance_list = Arc::new(vec![balance("56.001", "-100", "-100")]);
    Figures::of(&Project { balances: Arc::new(balances), balance_list, ..project() })
}

fn drift(figures: &Figures, row: &str) -> String {
    actual(figures, StatementId::ClosingDrift, row)
}

fn investering(figures: &Figures, row: &str) -> String {
    actual(figures, StatementId::ClosingInvestment, row)
}

#[test]
fn a_mindreforbruk_strikes_the_use_of_the_fund_and_the_rest_is_set_aside() {
    let figures = books("-200", "50", "20", "30", "40");
    assert_eq!(drift(&figures, "budsjettavvik"), "-160.00");
    // Investments took 10 less than was transferred for them: that is returned.
    assert_eq!(investering(&figures, "strykning-overføring-fra-drift"), "10.00");
    assert_eq!(investering(&figures, "fremført-til-inndekning"), "0.00");
    assert_eq!(drift(&figures, "strykning-overføring-til-investering"), "-10.00");
    assert_eq!(drift(&figures, "strykning-bruk-disposisjonsfond"), "30.00");
    assert_eq!(drift(&figures, "avsetning-mindreforbruk-disposisjonsfond"), "140.00");
    assert_eq!(drift(&figures, "fremført-til-inndekning"), "0.00");
}

#[test]
fn a_merforbruk_strikes_what_was_to_be_transferred_and_set_aside_and_then_takes_of_the_fund() {
    let figures = books("60", "50", "20", "0", "50");
    assert_eq!(drift(&figures, "budsjettavvik"), "130.00");
    assert_eq!(drift(&figures, "strykning-overføring-til-investering"), "-50.00");
    assert_eq!(drift(&figures, "strykning-avsetning-disposisjonsfond"), "-20.00");
    assert_eq!(drift(&figures, "bruk-disposisjonsfond-årets-merforbruk"), "-60.00");
    assert_eq!(drift(&figures, "fremført-til-inndekning"), "0.00");
    // What drift no longer gives stands uncovered in investering.
    assert_eq!(investering(&figures, "fremført-til-inndekning"), "50.00");
}

#[test]
fn what_the_fund_cannot_meet_is_carried_forward() {
    let figures = books("500", "50", "20", "0", "50");
    assert_eq!(drift(&figures, "bruk-disposisjonsfond-årets-merforbruk"), "-100.00");
    assert_eq!(drift(&figures, "fremført-til-inndekning"), "400.00");
}
