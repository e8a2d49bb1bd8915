//! Sick leave: days by group and kind, and percent of the days that could have been worked.

use crate::calendar::Year;
use crate::checks::rule::rules;
use crate::checks::{Expected, Identity, Linear, Scope};
use crate::figures::{Key, SickMeasure};
use crate::project::SickGroup;

use SickMeasure::{
    DoctorCertified, DoctorCertifiedPercent, Possible, SelfCertified, SelfCertifiedPercent, Total,
    TotalPercent,
};

rules! {
    /// The days of women and of men add up to the days of all.
    GROUPS {
        id: "sick-leave-groups", severity: Error, words: "check-sick-leave-groups", find: None,
    }
    /// Self-certified and doctor-certified days add up to the total days.
    DAYS { id: "sick-leave-days", severity: Error, words: "check-sick-leave-days", find: None }
    /// A percentage is measured against the possible days.
    PERCENT {
        id: "sick-leave-percent", severity: Error, words: "check-sick-leave-percent", find: None,
    }
    /// Nobody is away on more days than could have been worked.
    POSSIBLE {
        id: "sick-leave-possible", severity: Error, words: "check-sick-leave-possible", find: None,
    }
}

/// Adds the identities of every year that is compared, and of the report year.
pub fn push(all: &mut Vec<Identity>, scope: &Scope) {
    for year in [scope.year - 1, scope.year] {
        for measure in [Possible, SelfCertified, DoctorCertified, Total] {
            let groups = [SickGroup::Women, SickGroup::Men];
            let sum = Linear::sum(groups.map(|group| Key::SickLeave(year, Some(group), measure)));
            let subject = Key::SickLeave(year, None, measure);
            all.push(Identity::new(&GROUPS, subject, Expected::Sum(sum)));
        }
        for group in [Some(SickGroup::Women), Some(SickGroup::Men), None] {
            push_group(all, year, group);
        }
    }
}

fn push_group(all: &mut Vec<Identity>, year: Year, group: Option<SickGroup>) {
    let key = |measure| Key::SickLeave(year, group, measure);
    let days = Linear::sum([SelfCertified, DoctorCertified].map(key));
    all.push(Identity::new(&DAYS, key(Total), Expected::Sum(days)));
    let parts = [SelfCertifiedPercent, DoctorCertifiedPercent].map(key);
    all.push(Identity::new(&DAYS, key(TotalPercent), Expected::Sum(Linear::sum(parts))));
    for (percent, of) in [
        (SelfCertifiedPercent, SelfCertified),
        (DoctorCertifiedPercent, DoctorCertified),
        (TotalPercent, Total),
    ] {
        let expected = Expected::Percent(Linear::one(key(of)), Linear::one(key(Possible)));
        all.push(Identity::new(&PERCENT, key(percent), expected));
    }
    let possible = Expected::AtMost(Linear::one(key(Possible)));
    all.push(Identity::new(&POSSIBLE, key(Total), possible));
}
