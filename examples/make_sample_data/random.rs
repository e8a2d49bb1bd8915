//! Chance that is the same on every run: SplitMix64, seeded by subject and year.

use arsmelding::calendar::Year;

/// A stream of numbers. Each subject and year has its own, so that a new export leaves the
/// old ones as they are.
pub struct Random(u64);

impl Random {
    /// The stream for `subject` in `year`.
    pub fn new(subject: &str, year: Year) -> Self {
        // FNV-1a spreads the subject over the seed.
        let seed = subject.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed ^ u64::from(year.unsigned_abs()))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `bound`.
    pub fn below(&mut self, bound: u32) -> u32 {
        (((self.next() >> 32) * u64::from(bound)) >> 32) as u32
    }

    /// A number from `lowest` to `highest`, both included.
    pub fn between(&mut self, lowest: u32, highest: u32) -> u32 {
        lowest + self.below(highest - lowest + 1)
    }

    /// True in `percent` of a hundred draws.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of `items`, each as likely as the next.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u32) as usize]
    }

    /// A place in `weights`, as likely as its weight.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        unreachable!("what is drawn lies below the sum of the weights")
    }
}
