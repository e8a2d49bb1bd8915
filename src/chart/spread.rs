//! Spreading labels along the right edge, so that no two come too near each other.

/// The least distance between the middles of two lines of labels.
pub(super) const LABEL_DISTANCE: f32 = 16.0;

/// Where labels go that wish to be at `wishes` (in order from the top) and are as high as
/// `heights`: as near their wishes as they can within `top` and `bottom`, none over another.
/// Wishes and answers are the labels' middles.
pub(super) fn spread(wishes: &[f32], heights: &[f32], top: f32, bottom: f32) -> Vec<f32> {
    let total: f32 = heights.iter().sum();
    let mut edge = top;
    let mut left = total;
    wishes
        .iter()
        .zip(heights)
        .map(|(wish, height)| {
            // What is still to come must find room under this one.
            let lowest = (bottom - left).max(edge);
            let upper_edge = (wish - height / 2.0).clamp(edge, lowest);
            edge = upper_edge + height;
            left -= height;
            upper_edge + height / 2.0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_distance_and_their_order() {
        let places = spread(&[100.0, 101.0, 300.0], &[16.0; 3], 0.0, 310.0);
        assert_eq!(places, [100.0, 116.0, 300.0]);
        let crowded = spread(&[300.0, 301.0, 302.0], &[16.0; 3], 0.0, 310.0);
        assert_eq!(crowded, [270.0, 286.0, 302.0]);
    }
}
