//! Figures of other programs on random inputs, as tests/peers/points.py wrote them, and what is found here.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use serde_json::Value;
use stancegraph::analysis::change::{Penalty, Trend, breaks};
use stancegraph::analysis::intercoder::{Difference, Ratings, Weights};

const FIGURES: &str = include_str!("peers/points.jsonl");

fn cases(measure: &str) -> Vec<Value> {
    let all = FIGURES.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let found: Vec<Value> = all.filter(|case| case["measure"] == measure).collect();
    assert!(found.len() >= 40, "{measure}: {}", found.len());
    found
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect()
}

fn ratings(case: &Value) -> Ratings {
    let mut ratings = Ratings::default();
    for (coder, values) in case["coders"].as_array().unwrap().iter().enumerate() {
        for (unit, value) in values.as_array().unwrap().iter().enumerate() {
            if let Some(value) = value.as_f64() {
                ratings.rate(&unit.to_string(), &coder.to_string(), value).unwrap();
            }
        }
    }
    ratings
}

#[track_caller]
fn near(found: f64, expected: f64, case: &Value) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, not {expected}: {case}");
}

#[test]
fn alpha_is_that_of_krippendorff() {
    for case in cases("alpha") {
        let difference: Difference = case["by"].as_str().unwrap().parse().unwrap();
        near(ratings(&case).alpha(difference).unwrap().value, case["value"].as_f64().unwrap(), &case);
    }
}

#[test]
fn kappa_is_that_of_scikit_learn() {
    for case in cases("kappa") {
        let weights: Weights = case["by"].as_str().unwrap().parse().unwrap();
        near(ratings(&case).kappa("0", "1", weights).unwrap().value, case["value"].as_f64().unwrap(), &case);
    }
}

#[test]
fn trends_are_those_of_scipy() {
    for case in cases("trend") {
        let points: Vec<(f64, f64)> = case["points"]
            .as_array()
            .unwrap()
            .iter()
            .map(numbers)
            .map(|point| (point[0], point[1]))
            .collect();
        let found = Trend::theil_sen(&points).unwrap();
        let expected = numbers(&case["theil_sen"]);
        let told = [found.slope, found.intercept, found.interval.0, found.interval.1];
        told.iter().zip(&expected).for_each(|(found, expected)| near(*found, *expected, &case));
        let (found, expected) = (Trend::least_squares(&points).unwrap(), numbers(&case["least_squares"]));
        near(found.slope, expected[0], &case);
        near(found.intercept, expected[1], &case);
        let (reach, error) = (found.interval.1 - found.slope, expected[2]);
        if points.len() > 2 && error > 0.0 {
            let share = share_within(reach / error, points.len() - 2);
            assert!((share - 0.95).abs() < 1e-5, "{share} within {reach}: {case}");
        } else {
            near(reach, 0.0, &case);
        }
    }
}

/// How much of Student's distribution lies within so many standard errors: with `t = sqrt(n) tan a` its density goes with
/// `cos(a)` to the power of `n - 1`. By Simpson's rule.
fn share_within(errors: f64, freedom: usize) -> f64 {
    let power = i32::try_from(freedom).unwrap() - 1;
    let area = |end: f64| {
        let height = |step: u32| (end * f64::from(step) / 2000.0).cos().powi(power);
        let odd: f64 = (1..2000).step_by(2).map(height).sum();
        let even: f64 = (2..2000).step_by(2).map(height).sum();
        end / 6000.0 * (height(0) + 4.0 * odd + 2.0 * even + height(2000))
    };
    area((errors / f64::from(power + 1).sqrt()).atan()) / area(std::f64::consts::FRAC_PI_2)
}

#[test]
fn breaks_are_those_of_ruptures() {
    for case in cases("breaks") {
        let penalty = Penalty::Of(case["penalty"].as_f64().unwrap());
        let shortest = usize::try_from(case["shortest"].as_u64().unwrap()).unwrap();
        let found = breaks(&numbers(&case["series"]), penalty, shortest).unwrap();
        let expected: Vec<u64> =
            case["breaks"].as_array().unwrap().iter().map(|at| at.as_u64().unwrap()).collect();
        assert_eq!(found.iter().map(|at| *at as u64).collect::<Vec<_>>(), expected, "{case}");
    }
}
