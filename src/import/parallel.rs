//! Several files at once, on as many threads as the machine has cores. Like `open.rs` this is
//! an exception in a room that is otherwise pure: it starts threads, and all of them have
//! ended when it returns.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Does `work` for every number below `count`; the results come in the order of the numbers.
/// Work that panics gives `None`: a damaged file can trip a library, and that must not take the
/// others with it.
pub fn for_each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<Option<T>> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<T>>> = Mutex::new((0..count).map(|_| None).collect());
    let take_turns = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                return;
            }
            let result = catch_unwind(AssertUnwindSafe(|| work(index))).ok();
            results.lock().unwrap_or_else(PoisonError::into_inner)[index] = result;
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(count);
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(take_turns);
        }
        take_turns();
    });
    results.into_inner().unwrap_or_else(PoisonError::into_inner)
}
