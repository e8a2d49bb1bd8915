//! Sharing a total out so that the parts add up to it.

/// `total` in whole parts after `weights`, by the largest remainders; among equal remainders
/// the first comes first.
pub fn share_out(total: u32, weights: &[u64]) -> Vec<u32> {
    let sum: u64 = weights.iter().sum();
    let whole = |weight: &u64| weight * u64::from(total) / sum;
    let mut parts: Vec<u32> = weights.iter().map(|weight| whole(weight) as u32).collect();
    let mut places: Vec<usize> = (0..weights.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(weights[*place] * u64::from(total) % sum));
    let missing = total - parts.iter().sum::<u32>();
    for place in places.into_iter().take(missing as usize) {
        parts[place] += 1;
    }
    parts
}
