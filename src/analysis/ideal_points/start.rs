//! Where the search begins: the principal components of the votes.

use super::call::count;
use super::panel::Panel;
use super::square::Vector;

/// How often the components are refined; they only have to be near.
const ROUNDS: usize = 60;

/// For each state a place: what its holder has of the first components of the votes, each call centered on the mean of its
/// votes, a missing vote being there.
pub(super) fn start<const D: usize>(panel: &Panel) -> Vec<Vector<D>> {
    let off = Off::of(panel);
    let mut axes = off.farthest::<D>();
    for _ in 0..ROUNDS {
        orthogonal(&mut axes);
        axes = off.back(&off.along(&axes));
    }
    orthogonal(&mut axes);
    let mut places = vec![[0.0; D]; panel.states.len()];
    for (path, (at, votes)) in panel.paths.iter().zip(off.along(&axes).iter().zip(&off.votes)) {
        // A sum over many votes says no more of a place than one over few: what counts is their mean.
        let mean = at.map(|sum| sum / count(votes.len().max(1)));
        places[path.states.clone()].fill(mean);
    }
    places
}

/// How far each vote is off the mean of its call, by holder.
struct Off {
    calls: usize,
    votes: Vec<Vec<(usize, f64)>>,
}

impl Off {
    fn of(panel: &Panel) -> Self {
        let level = |call: usize, kind: usize| f64::from(panel.calls[call].levels[kind]);
        let mean = |call: usize| {
            let votes = &panel.calls[call].votes;
            votes.iter().map(|(_, kind)| level(call, *kind)).sum::<f64>() / count(votes.len())
        };
        let means: Vec<f64> = (0..panel.calls.len()).map(mean).collect();
        let of = |&(call, kind): &(usize, usize)| (call, level(call, kind) - means[call]);
        let votes = panel.paths.iter().map(|path| {
            panel.states[path.states.clone()].iter().flat_map(|state| state.votes.iter().map(of)).collect()
        });
        Self { calls: means.len(), votes: votes.collect() }
    }

    /// As first axes the votes of those that are farthest off.
    fn farthest<const D: usize>(&self) -> Vec<Vector<D>> {
        let size = |votes: &[(usize, f64)]| votes.iter().map(|(_, off)| off * off).sum::<f64>();
        let mut holders: Vec<usize> = (0..self.votes.len()).collect();
        holders.sort_by(|left, right| size(&self.votes[*right]).total_cmp(&size(&self.votes[*left])));
        let mut axes = vec![[0.0; D]; self.calls];
        for (axis, &holder) in holders.iter().take(D).enumerate() {
            for &(call, off) in &self.votes[holder] {
                axes[call][axis] = off;
            }
        }
        axes
    }

    fn along<const D: usize>(&self, axes: &[Vector<D>]) -> Vec<Vector<D>> {
        let sum = |votes: &Vec<(usize, f64)>| {
            let mut sum = [0.0; D];
            for &(call, off) in votes {
                for (sum, axis) in sum.iter_mut().zip(axes[call]) {
                    *sum += off * axis;
                }
            }
            sum
        };
        self.votes.iter().map(sum).collect()
    }

    fn back<const D: usize>(&self, places: &[Vector<D>]) -> Vec<Vector<D>> {
        let mut axes = vec![[0.0; D]; self.calls];
        for (votes, place) in self.votes.iter().zip(places) {
            for &(call, off) in votes {
                for (axis, place) in axes[call].iter_mut().zip(place) {
                    *axis += off * place;
                }
            }
        }
        axes
    }
}

/// Makes the axes orthogonal and each of length 1; one that is nothing becomes that of a single call.
fn orthogonal<const D: usize>(axes: &mut [Vector<D>]) {
    for own in 0..D {
        for other in 0..own {
            let common: f64 = axes.iter().map(|axis| axis[own] * axis[other]).sum();
            for axis in axes.iter_mut() {
                axis[own] -= common * axis[other];
            }
        }
        let length = axes.iter().map(|axis| axis[own] * axis[own]).sum::<f64>().sqrt();
        if length > 1e-12 {
            for axis in axes.iter_mut() {
                axis[own] /= length;
            }
        } else if let Some(axis) = axes.get_mut(own) {
            axis[own] = 1.0;
        }
    }
}
