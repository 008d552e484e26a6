//! Vectors and small square matrices, of one or two dimensions.

/// A place, or a direction.
pub(super) type Vector<const D: usize> = [f64; D];

/// A covariance, a precision, or a change of axes; by row.
pub(super) type Square<const D: usize> = [[f64; D]; D];

/// The matrix with a value in its diagonal and 0 elsewhere.
pub(super) fn diagonal<const D: usize>(value: f64) -> Square<D> {
    let mut square = [[0.0; D]; D];
    for (at, row) in square.iter_mut().enumerate() {
        row[at] = value;
    }
    square
}

pub(super) fn dot<const D: usize>(left: &Vector<D>, right: &Vector<D>) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

/// The matrix applied to a vector.
pub(super) fn apply<const D: usize>(square: &Square<D>, vector: &Vector<D>) -> Vector<D> {
    square.map(|row| dot(&row, vector))
}

/// Entry by entry `left + factor * right`.
pub(super) fn plus<const D: usize>(left: &Square<D>, factor: f64, right: &Square<D>) -> Square<D> {
    let mut sum = *left;
    for (row, other) in sum.iter_mut().zip(right) {
        for (value, other) in row.iter_mut().zip(other) {
            *value += factor * other;
        }
    }
    sum
}

pub(super) fn times<const D: usize>(left: &Square<D>, right: &Square<D>) -> Square<D> {
    let columns = transposed(right);
    left.map(|row| columns.map(|column| dot(&row, &column)))
}

pub(super) fn transposed<const D: usize>(square: &Square<D>) -> Square<D> {
    let mut turned = [[0.0; D]; D];
    for (at, row) in square.iter().enumerate() {
        for (other, value) in row.iter().enumerate() {
            turned[other][at] = *value;
        }
    }
    turned
}

/// `change * square * change'`: a covariance on other axes.
pub(super) fn on_axes<const D: usize>(change: &Square<D>, square: &Square<D>) -> Square<D> {
    times(&times(change, square), &transposed(change))
}

/// The lower triangle `L` with `L L'` the matrix, which has to be positive definite; a pivot that rounding made no positive
/// number counts as the least that is.
pub(super) fn lower<const D: usize>(square: &Square<D>) -> Square<D> {
    let mut lower = [[0.0; D]; D];
    for row in 0..D {
        for column in 0..=row {
            let done: f64 = (0..column).map(|at| lower[row][at] * lower[column][at]).sum();
            let left = square[row][column] - done;
            lower[row][column] =
                if row == column { left.max(f64::MIN_POSITIVE).sqrt() } else { left / lower[column][column] };
        }
    }
    lower
}

/// The inverse of a positive definite matrix.
pub(super) fn inverse<const D: usize>(square: &Square<D>) -> Square<D> {
    let lower = lower(square);
    let mut columns = diagonal::<D>(1.0);
    for column in &mut columns {
        *column = solved(&lower, column);
    }
    columns
}

/// `x` with `L L' x = right`.
pub(super) fn solved<const D: usize>(lower: &Square<D>, right: &Vector<D>) -> Vector<D> {
    let mut x = *right;
    for row in 0..D {
        let done: f64 = (0..row).map(|at| lower[row][at] * x[at]).sum();
        x[row] = (x[row] - done) / lower[row][row];
    }
    for row in (0..D).rev() {
        let done: f64 = (row + 1..D).map(|at| lower[at][row] * x[at]).sum();
        x[row] = (x[row] - done) / lower[row][row];
    }
    x
}

/// The axes of a symmetric matrix as rows, each with its length, the longest first; by rotations of Jacobi.
pub(super) fn axes<const D: usize>(square: &Square<D>) -> [(f64, Vector<D>); D] {
    let (mut left, mut turn) = (*square, diagonal::<D>(1.0));
    // Two rows are done in one sweep; more would need several.
    for _ in 0..8 {
        for row in 0..D {
            for column in row + 1..D {
                let angle = 0.5 * (2.0 * left[row][column]).atan2(left[row][row] - left[column][column]);
                let mut step = diagonal::<D>(1.0);
                (step[row][row], step[column][column]) = (angle.cos(), angle.cos());
                (step[row][column], step[column][row]) = (angle.sin(), -angle.sin());
                left = on_axes(&step, &left);
                turn = times(&step, &turn);
            }
        }
    }
    let mut axes: [(f64, Vector<D>); D] = std::array::from_fn(|at| (left[at][at], turn[at]));
    axes.sort_by(|left, right| right.0.total_cmp(&left.0));
    axes
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Square<2> = [[4.0, 2.0], [2.0, 3.0]];

    #[track_caller]
    fn check(found: Square<2>, expected: Square<2>) {
        for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
    }

    #[test]
    fn an_inverse_undoes_its_matrix() {
        check(times(&SQUARE, &inverse(&SQUARE)), diagonal(1.0));
        let lower = lower(&SQUARE);
        check(times(&lower, &transposed(&lower)), SQUARE);
    }

    #[test]
    fn axes_put_a_matrix_together_again() {
        let [(long, first), (short, second)] = axes(&SQUARE);
        assert!(long > short && dot(&first, &second).abs() < 1e-12);
        let of = |length: f64, axis: Vector<2>| axis.map(|own| axis.map(|other| length * own * other));
        check(plus(&of(long, first), 1.0, &of(short, second)), SQUARE);
    }
}
