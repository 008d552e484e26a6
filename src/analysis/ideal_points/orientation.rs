//! Which way an axis points.

use super::call::count;
use super::panel::{Panel, Path};
use super::scale::Model;

/// Whether an axis points the wrong way: the end that should be higher is lower, or, where none is named, the holder that is
/// farthest from the middle is below it.
pub(super) fn points_down<const D: usize>(
    model: &Model<D>,
    panel: &Panel,
    axis: usize,
    ends: Option<(usize, usize)>,
) -> bool {
    let mean = |path: &Path| {
        let voted = path.states.clone().filter(|at| !panel.states[*at].votes.is_empty());
        let places: Vec<f64> = voted.map(|at| model.places[at].at[axis]).collect();
        places.iter().sum::<f64>() / count(places.len().max(1))
    };
    if let Some((low, high)) = ends {
        return mean(&panel.paths[low]) > mean(&panel.paths[high]);
    }
    let farthest =
        panel.paths.iter().map(mean).fold(0.0f64, |far, at| if at.abs() > far.abs() { at } else { far });
    farthest < 0.0
}
