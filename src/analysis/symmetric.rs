//! Symmetric matrices: their eigenvalues, and the eigenvector of the highest one.

use super::partition::Lots;

/// Two eigenvalues nearer than this, as a share of the one of largest size, are not told apart.
const APART: f64 = 1e-6;

/// The eigenvalues, the highest first; to about 15 digits of the one of largest size.
///
/// O(n³) time. Householder's reduction to three diagonals and the implicit QL method: Martin, Reinsch and Wilkinson (1968),
/// Numerische Mathematik 11; Dubrulle, Martin and Wilkinson (1968), Numerische Mathematik 12.
pub(super) fn eigenvalues(matrix: Vec<Vec<f64>>) -> Vec<f64> {
    let (diagonal, beside) = three_diagonals(matrix);
    let mut values = of_three_diagonals(diagonal, beside);
    values.sort_by(|a, b| b.total_cmp(a));
    values
}

/// The eigenvector of the highest eigenvalue, scaled to a largest size of 1, the first entry of that size above 0. `None` where
/// the highest eigenvalue is not above 0 or no higher than the next, so that there is no one eigenvector.
///
/// O(n³) time, by inverse iteration: Wilkinson (1965), The algebraic eigenvalue problem. Entries below 10⁻¹², which are not known any
/// better, are 0.
pub(super) fn leading(matrix: &[Vec<f64>]) -> Option<Vec<f64>> {
    let values = eigenvalues(matrix.to_vec());
    let highest = *values.first()?;
    let size = values.iter().fold(0.0, |size: f64, value| size.max(value.abs()));
    let next = values.get(1).copied().unwrap_or(f64::NEG_INFINITY);
    if highest <= APART * size || highest - next <= APART * size {
        return None;
    }
    // A little above the eigenvalue, so that the equations have a solution.
    let shift = highest + 1e-12 * size;
    let mut lots = Lots::new(1);
    let mut vector: Vec<f64> = matrix.iter().map(|_| 1.0 + lots.unit()).collect();
    for _ in 0..4 {
        vector = scaled(&solved(shifted(matrix, shift, &vector))?)?;
    }
    Some(vector.into_iter().map(|entry| if entry.abs() < 1e-12 { 0.0 } else { entry }).collect())
}

/// `shift - A`, each row with the entry of a right side at its end.
fn shifted(matrix: &[Vec<f64>], shift: f64, right: &[f64]) -> Vec<Vec<f64>> {
    let row = |(at, (row, right)): (usize, (&Vec<f64>, &f64))| {
        let mut row: Vec<f64> = row.iter().map(|entry| -entry).chain([*right]).collect();
        row[at] += shift;
        row
    };
    matrix.iter().zip(right).enumerate().map(row).collect()
}

/// The same with a largest size of 1. Of entries whose sizes differ by rounding alone the first is above 0.
fn scaled(vector: &[f64]) -> Option<Vec<f64>> {
    let size = vector.iter().fold(0.0, |size: f64, entry| size.max(entry.abs()));
    let first = vector.iter().find(|entry| entry.abs() >= size * (1.0 - 1e-9))?;
    let scale = size.copysign(*first);
    (size > 0.0).then(|| vector.iter().map(|entry| entry / scale).collect())
}

/// The solution of equations, each row with its right side at the end; `None` where they have none or many. The largest pivot
/// is taken for accuracy.
pub(super) fn solved(mut rows: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    let count = rows.len();
    for column in 0..count {
        let largest =
            (column..count).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()));
        rows.swap(column, largest.unwrap_or(column));
        let (above, below) = rows.split_at_mut(column + 1);
        let pivot = &above[column];
        if pivot[column] == 0.0 {
            return None;
        }
        for row in below {
            let factor = row[column] / pivot[column];
            row.iter_mut().zip(pivot).skip(column).for_each(|(cell, own)| *cell -= factor * own);
        }
    }
    let mut solution = vec![0.0; count];
    for at in (0..count).rev() {
        let known: f64 = (at + 1..count).map(|later| rows[at][later] * solution[later]).sum();
        solution[at] = (rows[at][count] - known) / rows[at][at];
    }
    solution.iter().all(|value| value.is_finite()).then_some(solution)
}

/// A symmetric matrix turned, step by step, to one with entries on the diagonal and just beside it alone.
fn three_diagonals(mut matrix: Vec<Vec<f64>>) -> (Vec<f64>, Vec<f64>) {
    let count = matrix.len();
    let mut beside = vec![0.0; count];
    for last in (1..count).rev() {
        let mut normal: Vec<f64> = matrix[last][..last].to_vec();
        let length = normal.iter().map(|entry| entry * entry).sum::<f64>().sqrt();
        // What is so small that its square is nothing turns nothing.
        let reach = normal[..last - 1].iter().any(|entry| entry * entry > 0.0);
        if !reach {
            beside[last] = normal[last - 1];
            continue;
        }
        let turned = if normal[last - 1] > 0.0 { -length } else { length };
        beside[last] = turned;
        normal[last - 1] -= turned;
        let half = normal.iter().map(|entry| entry * entry).sum::<f64>() / 2.0;
        reflect(&mut matrix, &normal, half);
    }
    (matrix.iter().enumerate().map(|(at, row)| row[at]).collect(), beside)
}

/// `H A H` for the leading part of a matrix, with `H` the reflection `1 - v v' / h`.
fn reflect(matrix: &mut [Vec<f64>], normal: &[f64], half: f64) {
    let dot = |row: &[f64]| row.iter().zip(normal).map(|(a, b)| a * b).sum::<f64>();
    let mut product: Vec<f64> = matrix[..normal.len()].iter().map(|row| dot(row) / half).collect();
    let scale = dot(&product) / (2.0 * half);
    product.iter_mut().zip(normal).for_each(|(entry, own)| *entry -= scale * own);
    for (at, row) in matrix[..normal.len()].iter_mut().enumerate() {
        for (to, cell) in row[..normal.len()].iter_mut().enumerate() {
            *cell -= normal[at] * product[to] + product[at] * normal[to];
        }
    }
}

/// The eigenvalues of a matrix of three diagonals; the first entry beside the diagonal is not looked at.
fn of_three_diagonals(mut diagonal: Vec<f64>, mut beside: Vec<f64>) -> Vec<f64> {
    let count = diagonal.len();
    if count > 1 {
        beside.rotate_left(1);
        beside[count - 1] = 0.0;
    }
    for first in 0..count {
        // As a rule two or three rounds do; the limit is never met but by what is no number.
        for _ in 0..60 {
            let last = (first..count - 1).find(|&at| is_nothing(&diagonal, &beside, at)).unwrap_or(count - 1);
            if last == first {
                break;
            }
            step(&mut diagonal, &mut beside, first, last);
        }
    }
    diagonal
}

/// Whether an entry beside the diagonal is nothing next to those on it.
fn is_nothing(diagonal: &[f64], beside: &[f64], at: usize) -> bool {
    beside[at].abs() <= f64::EPSILON * (diagonal[at].abs() + diagonal[at + 1].abs())
}

/// One round of rotations from the last to the first entry of a block of two or more.
fn step(diagonal: &mut [f64], beside: &mut [f64], first: usize, last: usize) {
    let shift = (diagonal[first + 1] - diagonal[first]) / (2.0 * beside[first]);
    let length = shift.hypot(1.0);
    let mut g = diagonal[last] - diagonal[first] + beside[first] / (shift + length.copysign(shift));
    let (mut sine, mut cosine, mut taken) = (1.0, 1.0, 0.0);
    for at in (first..last).rev() {
        let (f, b) = (sine * beside[at], cosine * beside[at]);
        let r = f.hypot(g);
        beside[at + 1] = r;
        if r == 0.0 {
            diagonal[at + 1] -= taken;
            beside[last] = 0.0;
            return;
        }
        (sine, cosine) = (f / r, g / r);
        g = diagonal[at + 1] - taken;
        let r = (diagonal[at] - g) * sine + 2.0 * cosine * b;
        taken = sine * r;
        diagonal[at + 1] = g + taken;
        g = cosine * r - b;
    }
    diagonal[first] -= taken;
    beside[first] = g;
    beside[last] = 0.0;
}
