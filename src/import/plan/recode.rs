//! Cases in the codes of the project that takes them.

use std::sync::Arc;

use crate::import::sheet::{SheetRead, TypedRows};
use crate::project::{Case, Code, Codes, Vocabulary};

/// Gives sheets the codes that they will have in a project with these codes. Its plan, made of
/// them all, can then share their rows with the project in place of copying them.
pub fn share_codes(mut sheets: Vec<&mut SheetRead>, codes: &Codes) {
    let order = super::in_order(&sheets.iter().map(|sheet| &**sheet).collect::<Vec<_>>());
    let mut shared = codes.clone();
    let mut recodings = Vec::new();
    for index in order {
        if let Some(TypedRows::Cases { rows, codes }) = sheets.get(index).map(|sheet| &sheet.rows) {
            recodings.push((index, Recoding::of(rows, codes, &mut shared)));
        }
    }
    // Words that have no room beside those of all other sheets are no loss to a sheet alone.
    if shared.are_full() {
        return;
    }
    for (index, recoding) in recodings {
        if let Some(TypedRows::Cases { rows, codes }) =
            sheets.get_mut(index).map(|sheet| &mut sheet.rows)
        {
            Arc::make_mut(rows).iter_mut().for_each(|case| recoding.apply(case));
            codes.clone_from(&shared);
        }
    }
}

/// Cases in the codes `into`; only words that the rows use are added. Rows that have these codes
/// are shared.
pub fn recoded(rows: &Arc<Vec<Case>>, from: &Codes, into: &mut Codes) -> Arc<Vec<Case>> {
    let recoding = Recoding::of(rows, from, into);
    if recoding.changes_nothing() {
        return Arc::clone(rows);
    }
    let mut recoded = rows.as_ref().clone();
    recoded.iter_mut().for_each(|case| recoding.apply(case));
    Arc::new(recoded)
}

/// From a sheet's codes to a project's: priorities, types, categories, customers.
struct Recoding([Vec<Option<Code>>; 4]);

impl Recoding {
    /// For these rows; `into` gets the words that it lacks as they are met.
    fn of(rows: &[Case], from: &Codes, into: &mut Codes) -> Self {
        let mut columns = [
            Column::new(&from.priorities, &mut into.priorities),
            Column::new(&from.types, &mut into.types),
            Column::new(&from.categories, &mut into.categories),
            Column::new(&from.customers, &mut into.customers),
        ];
        for case in rows {
            let codes = [case.priority, case.kind, case.category, case.customer];
            columns.iter_mut().zip(codes).for_each(|(column, code)| column.meet(code));
        }
        Self(columns.map(|column| column.known))
    }

    fn changes_nothing(&self) -> bool {
        let is_same =
            |(old, new): (usize, &Option<Code>)| new.is_none_or(|new| usize::from(new.0) == old);
        self.0.iter().all(|column| column.iter().enumerate().all(is_same))
    }

    fn apply(&self, case: &mut Case) {
        let codes = [&mut case.priority, &mut case.kind, &mut case.category, &mut case.customer];
        for (column, code) in self.0.iter().zip(codes) {
            *code = column.get(usize::from(code.0)).copied().flatten().unwrap_or_default();
        }
    }
}

/// The codes of one column.
struct Column<'w> {
    from: &'w Vocabulary,
    into: &'w mut Vocabulary,
    /// By old code, as far as rows have it.
    known: Vec<Option<Code>>,
}

impl<'w> Column<'w> {
    fn new(from: &'w Vocabulary, into: &'w mut Vocabulary) -> Self {
        Self { known: vec![None; from.0.len() + 1], from, into }
    }

    fn meet(&mut self, code: Code) {
        let Some(known @ None) = self.known.get_mut(usize::from(code.0)) else { return };
        *known = Some(self.from.word(code).map_or(Code(0), |word| self.into.code_or_add(word)));
    }
}
