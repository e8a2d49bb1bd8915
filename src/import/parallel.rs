//! Several files at once, on as many threads as the machine has cores, and the two halves of
//! one file's reading beside each other. Like `open.rs` this is an exception in a room that is
//! otherwise pure: it starts threads, and all of them have ended when it returns.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};

use super::raw::Flow;

/// At most this many things that were made wait to be taken.
const WAITING: usize = 4;

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

/// Lets `make` run on a separate thread while `take` takes what it gives, in order, on this
/// one. When `take` has enough, `make` hears of it when it next gives something.
///
/// # Errors
/// What `make` fails with, after all that it gave before has been taken.
pub fn beside<T: Send, E: Send>(
    make: impl FnOnce(&mut dyn FnMut(T) -> Flow) -> Result<(), E> + Send,
    mut take: impl FnMut(T) -> Flow,
) -> Result<(), E> {
    let (give, given) = sync_channel(WAITING);
    std::thread::scope(|scope| {
        let making = scope.spawn(move || {
            make(&mut |thing| if give.send(thing).is_ok() { Flow::Continue } else { Flow::Stop })
        });
        for thing in &given {
            if take(thing) == Flow::Stop {
                break;
            }
        }
        drop(given);
        making.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
