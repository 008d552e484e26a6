//! Polarization over networks of a graph, whole and in windows.

use stancegraph::analysis::Unit;
use stancegraph::analysis::network::{Aggregation, Moving, Networks, Nodes, Normalization};
use stancegraph::analysis::polarization::{Opposition, OppositionError};
use stancegraph::datasets;
use stancegraph::position::{Lens, Selection};

fn networks() -> Networks<'static> {
    let selection = Selection::new(datasets::nato_accession().unwrap(), Lens::default());
    Networks::of(&selection).nodes(Nodes::Nations)
}

#[test]
fn windows_keep_congruence_and_conflict_apart() {
    let window = Moving::new(3, Unit::Months);
    let oppositions = Opposition::moving(&networks(), window).unwrap();
    let with =
        |one| networks().aggregation(one).normalization(Normalization::Average).moving(window).unwrap();
    let (congruence, conflict) = (with(Aggregation::Congruence), with(Aggregation::Conflict));
    assert!(oppositions.len() == congruence.len() && congruence.len() > 3);
    let mut differing = 0;
    for ((opposition, congruence), conflict) in oppositions.iter().zip(&congruence).zip(&conflict) {
        assert_eq!(opposition.frame(), congruence.frame());
        assert_eq!(opposition.members(), congruence.rows());
        assert_eq!(opposition.networks().unwrap(), &[congruence.clone(), conflict.clone()]);
        // All in one group: what deviates is conflict, and congruence that is not even.
        let (count, one_group) = (congruence.rows().len(), vec![0; congruence.rows().len()]);
        let cells = |matrix: &[Vec<f64>]| matrix.concat();
        let (agree, differ) = (cells(&congruence.matrix()), cells(&conflict.matrix()));
        let pairs = f64::from(u32::try_from(count * count.saturating_sub(1)).unwrap());
        let mean = if pairs > 0.0 { agree.iter().sum::<f64>() / pairs } else { 0.0 };
        let off_diagonal = agree.iter().enumerate().filter(|(at, _)| at % (count + 1) != 0);
        let uneven: f64 = off_diagonal.map(|(_, weight)| (weight - mean).abs()).sum();
        let wanted = f64::midpoint(uneven, differ.iter().sum::<f64>());
        assert!((opposition.deviation(&one_group).unwrap() - wanted).abs() < 1e-9);
        differing += usize::from(agree != differ);
    }
    assert!(differing > 0);
}

#[test]
fn networks_of_other_kinds_are_refused() {
    let one = |aggregation| networks().aggregation(aggregation).network().unwrap();
    let subtract =
        Opposition::from_networks(one(Aggregation::Subtract), one(Aggregation::Conflict)).unwrap_err();
    assert_eq!(
        subtract.to_string(),
        "the congruence network has the aggregation `subtract`; make it with `congruence`"
    );
    let fewer = networks().aggregation(Aggregation::Conflict).at_least(2).network().unwrap();
    assert_eq!(Opposition::from_networks(one(Aggregation::Congruence), fewer), Err(OppositionError::Members));
}
