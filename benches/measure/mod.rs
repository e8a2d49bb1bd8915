//! Ratios that can be trusted on a noisy machine: both sides in turn, in one run, and medians.
#![allow(dead_code, reason = "each benchmark uses its part")]

use std::time::{Duration, Instant};

/// How many times each side runs, after one round that is not counted.
const ROUNDS: usize = 15;

/// Runs both sides in turn and prints the medians and the median of the ratios; and, where the
/// system tells it, the ratio of the time that all cores worked.
pub fn compare(
    name: &str,
    mut work: impl FnMut() -> u64,
    yardstick_name: &str,
    mut yardstick: impl FnMut() -> u64,
) {
    std::hint::black_box((work(), yardstick()));
    let mut pairs = Vec::new();
    let mut worked = (0, 0);
    for _ in 0..ROUNDS {
        let start = ticks();
        let time = timed(&mut work);
        let middle = ticks();
        pairs.push((time, timed(&mut yardstick)));
        if let (Some(start), Some(middle), Some(end)) = (start, middle, ticks()) {
            worked = (worked.0 + (middle - start), worked.1 + (end - middle));
        }
    }
    let work = median(pairs.iter().map(|(work, _)| work.as_secs_f64()));
    let yardstick = median(pairs.iter().map(|(_, yardstick)| yardstick.as_secs_f64()));
    let ratios = || pairs.iter().map(|(work, bare)| work.as_secs_f64() / bare.as_secs_f64());
    let (low, high) =
        ratios().fold((f64::MAX, 0.0_f64), |(low, high), ratio| (low.min(ratio), high.max(ratio)));
    println!("{name}: {:.3} ms", work * 1e3);
    println!("  {yardstick_name}: {:.3} ms", yardstick * 1e3);
    println!("  ratio {:.2} (median of {ROUNDS}; {low:.2} to {high:.2})", median(ratios()));
    if worked.1 > 0 {
        println!("  ratio of the cores' time {:.2}", worked.0 as f64 / worked.1 as f64);
    }
}

/// The time that all threads of this process have worked, in the system's ticks.
fn ticks() -> Option<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the program's name, which may hold anything: user and system time.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    Some(user + fields.next()?.parse::<u64>().ok()?)
}

/// Prints how long something takes, without a yardstick.
pub fn report(name: &str, mut work: impl FnMut() -> u64) {
    std::hint::black_box(work());
    let times: Vec<f64> = (0..ROUNDS).map(|_| timed(&mut work).as_secs_f64()).collect();
    println!("{name}: {:.3} ms", median(times.into_iter()) * 1e3);
}

fn timed(work: &mut impl FnMut() -> u64) -> Duration {
    let start = Instant::now();
    std::hint::black_box(work());
    start.elapsed()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// The most memory that this process has held, where the system tells it.
pub fn peak_memory_kb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
