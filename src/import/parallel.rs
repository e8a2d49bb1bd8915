//! Several files at once, on as many threads as the machine has cores. Like `open.rs` this is
//! an exception in a room that is otherwise pure: it starts threads, and all of them have
//! ended when it returns.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Does `work` for the numbers of `order`, which are those below its length, begun in that
/// order; the results come in the order of the numbers. Work that panics gives `None`: a
/// damaged file can trip a library, and that must not take the others with it.
pub fn for_each<T: Send>(order: &[usize], work: impl Fn(usize) -> T + Sync) -> Vec<Option<T>> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<T>>> = Mutex::new(order.iter().map(|_| None).collect());
    let take_turns = || {
        while let Some(&number) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            let result = catch_unwind(AssertUnwindSafe(|| work(number))).ok();
            results.lock().unwrap_or_else(PoisonError::into_inner)[number] = result;
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 1..cores.min(order.len()) {
            scope.spawn(take_turns);
        }
        take_turns();
    });
    results.into_inner().unwrap_or_else(PoisonError::into_inner)
}
