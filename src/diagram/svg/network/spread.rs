//! Where nodes are, and how large.

use super::{Drawn, Lettering, NetworkPicture, of};
use crate::diagram::svg::layout::{fit, places};

/// Where nodes begin, below the title.
const TOP: f64 = 48.0;

impl NetworkPicture {
    /// A point for each node, and where they end: those with ties by these, the others in rows below.
    pub(super) fn spread(
        &self,
        radii: &[f64],
        paper: (f64, f64),
        lettering: Lettering,
    ) -> (Vec<(f64, f64)>, f64) {
        let mut joined: Vec<Option<usize>> = vec![None; self.nodes.len()];
        for &(left, right, _) in &self.ties {
            (joined[left], joined[right]) = (Some(0), Some(0));
        }
        let mut count = 0;
        for place in joined.iter_mut().flatten() {
            *place = count;
            count += 1;
        }
        let place = |node: usize| joined[node].unwrap_or_default();
        let ties: Vec<_> = self.ties.iter().map(|tie| (place(tie.0), place(tie.1), tie.2)).collect();
        let mut points = places(count, &ties);
        let of_joined = |(node, radius): (usize, &f64)| joined[node].map(|_| *radius);
        let mut joined_radii: Vec<f64> = radii.iter().enumerate().filter_map(of_joined).collect();
        // Names need room beside the nodes.
        let (margin, pitch, wide) = match lettering {
            Lettering::Names => (90.0, 230.0, 3.0),
            Lettering::Codes => (20.0, 40.0, 1.0),
        };
        if lettering == Lettering::Names {
            for radius in &mut joined_radii {
                *radius = radius.max(11.0);
            }
        }
        let height = if count > 0 {
            fit(&mut points, &joined_radii, (paper.0 - 2.0 * margin, paper.1), wide)
        } else {
            0.0
        };
        let (mut x, mut y) = (margin, TOP + height + 24.0);
        let mut spread = Vec::with_capacity(self.nodes.len());
        let mut bottom = TOP + height;
        for joined in &joined {
            if let Some(place) = joined {
                spread.push((points[*place].0 + margin, points[*place].1 + TOP));
                continue;
            }
            if x > paper.0 - margin {
                (x, y) = (margin, y + 40.0);
            }
            spread.push((x, y));
            (x, bottom) = (x + pitch, y + 20.0);
        }
        (spread, bottom)
    }

    pub(super) fn radius(&self, node: &Drawn, lettering: Lettering) -> f64 {
        let most = self.nodes.iter().map(|node| node.statements).max().unwrap_or(0).max(1);
        let share = (of(node.statements) / of(most)).sqrt();
        match lettering {
            Lettering::Names => 6.0 + 8.0 * share,
            Lettering::Codes => 12.0 + 5.0 * share,
        }
    }
}
