//! Where the nodes of a network are drawn: near where they stand together, far where they do not.
//!
//! Distances on paper follow the ways between nodes, a tie being the longer the weaker it is (stress majorization, Gansner,
//! Koren & North 2005, from classical scaling, Torgerson 1952). Nothing is drawn by lot: equal networks lie alike.

/// A tie between two nodes by place, and its weight.
pub(super) type Link = (usize, usize, f64);

type Point = (f64, f64);

/// How often every node is moved to where its distances want it, and pushed off those it overlaps.
const SWEEPS: usize = 200;
const PUSHES: usize = 300;

/// A point for each node; the widest stretch runs from left to right. What is joined to nothing else lies apart.
pub(super) fn places(nodes: usize, links: &[Link]) -> Vec<Point> {
    let wanted = Distances::new(nodes, links);
    let mut points = wanted.scaled();
    for _ in 0..SWEEPS {
        wanted.sweep(&mut points);
    }
    points
}

/// How far apart nodes are to be.
struct Distances {
    nodes: usize,
    far: Vec<f64>,
}

impl Distances {
    /// The shortest ways over ties, of which a strong one is short and a hostile one long. Where there are few ties each one
    /// counts as a step, where there are many their strength is all that tells.
    fn new(nodes: usize, links: &[Link]) -> Self {
        let most = links.iter().map(|link| link.2).fold(f64::MIN, f64::max);
        let least = links.iter().map(|link| link.2).fold(f64::MAX, f64::min);
        let pairs = count(nodes) * (count(nodes) - 1.0) / 2.0;
        let step = (1.0 - count(links.len()) / pairs.max(1.0)).max(0.3);
        let length = |weight: f64| step + if most > least { (most - weight) / (most - least) } else { 0.0 };
        let mut distances = Self { nodes, far: vec![f64::INFINITY; nodes * nodes] };
        for &(left, right, weight) in links {
            distances.set(left, right, length(weight));
        }
        distances.shorten();
        for &(left, right, weight) in links.iter().filter(|link| link.2 < 0.0) {
            distances.set(left, right, length(weight).max(distances.at(left, right)));
        }
        distances.bring_together();
        distances
    }

    fn at(&self, left: usize, right: usize) -> f64 {
        self.far[left * self.nodes + right]
    }

    fn set(&mut self, left: usize, right: usize, far: f64) {
        self.far[left * self.nodes + right] = far;
        self.far[right * self.nodes + left] = far;
    }

    /// All shortest ways (Floyd 1962).
    fn shorten(&mut self) {
        for node in 0..self.nodes {
            self.far[node * self.nodes + node] = 0.0;
        }
        for over in 0..self.nodes {
            let way: Vec<f64> = self.far[over * self.nodes..(over + 1) * self.nodes].to_vec();
            for row in self.far.chunks_exact_mut(self.nodes) {
                let first = row[over];
                if first.is_finite() {
                    row.iter_mut().zip(&way).for_each(|(far, rest)| *far = far.min(first + rest));
                }
            }
        }
    }

    /// Nothing is farther apart than twice what is usual, so that one outlier does not press all others together; what no
    /// way joins is as far.
    fn bring_together(&mut self) {
        let mut usual: Vec<f64> =
            self.far.iter().copied().filter(|far| far.is_finite() && *far > 0.0).collect();
        usual.sort_by(f64::total_cmp);
        let most = 2.0 * usual.get(usual.len() / 2).copied().unwrap_or(1.0);
        for far in &mut self.far {
            *far = far.min(most);
        }
    }

    /// Classical scaling to two axes, the first the wider one.
    fn scaled(&self) -> Vec<Point> {
        let nodes = self.nodes;
        let mut inner: Vec<f64> = self.far.iter().map(|far| -0.5 * far * far).collect();
        let means: Vec<f64> = inner.chunks_exact(nodes.max(1)).map(mean).collect();
        let all = mean(&means);
        for (at, value) in inner.iter_mut().enumerate() {
            *value += all - means[at / nodes] - means[at % nodes];
        }
        let first = leading(&inner, &[]);
        let second = leading(&inner, &first);
        first.into_iter().zip(second).collect()
    }

    /// Moves each node to where its distances from all others want it; near ones count more.
    fn sweep(&self, points: &mut [Point]) {
        for node in 0..self.nodes {
            let (x, y) = points[node];
            let (mut sum, mut weights) = ((0.0, 0.0), 0.0);
            for (other, &(to_x, to_y)) in points.iter().enumerate() {
                let far = self.at(node, other);
                if other == node || far <= 0.0 {
                    continue;
                }
                let (dx, dy) = (x - to_x, y - to_y);
                let now = (dx * dx + dy * dy).sqrt().max(1e-9);
                let weight = 1.0 / (far * far);
                sum.0 += weight * (to_x + far * dx / now);
                sum.1 += weight * (to_y + far * dy / now);
                weights += weight;
            }
            if weights > 0.0 {
                points[node] = (sum.0 / weights, sum.1 / weights);
            }
        }
    }
}

/// The leading eigenvector of a symmetric matrix that is orthogonal to another, as long as the root of its eigenvalue; by
/// powers of the matrix, from a start that prefers no node.
fn leading(matrix: &[f64], other: &[f64]) -> Vec<f64> {
    let mut seed = 0x2545_f491_u32;
    let nodes = matrix.len().isqrt();
    let mut vector: Vec<f64> = (0..nodes)
        .map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 8) / f64::from(1 << 24) - 0.5
        })
        .collect();
    let mut size = 0.0;
    for _ in 0..100 {
        without(&mut vector, other);
        let next: Vec<f64> = matrix.chunks_exact(nodes.max(1)).map(|row| dot(row, &vector)).collect();
        size = dot(&next, &next).sqrt();
        if size <= 1e-12 {
            break;
        }
        vector = next.into_iter().map(|value| value / size).collect();
    }
    without(&mut vector, other);
    vector.into_iter().map(|value| value * size.sqrt()).collect()
}

/// The order of rows along the first axis of their likeness: rows that are alike are near each other. The end of fewer rows
/// below zero comes first; equal ones stay in order.
pub(super) fn order_along(rows: &[Vec<f64>]) -> Vec<usize> {
    let alike: Vec<f64> = rows.iter().flat_map(|row| rows.iter().map(|other| dot(row, other))).collect();
    let mut axis = leading(&alike, &[]);
    let below = axis.iter().filter(|value| **value < 0.0).count();
    if 2 * below > axis.len() {
        axis = axis.into_iter().map(|value| -value).collect();
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| axis[b].total_cmp(&axis[a]).then(a.cmp(&b)));
    order
}

/// Takes out of a vector what it has of another's direction.
fn without(vector: &mut [f64], other: &[f64]) {
    let length = dot(other, other);
    if length > 0.0 {
        let share = dot(vector, other) / length;
        vector.iter_mut().zip(other).for_each(|(value, of)| *value -= share * of);
    }
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len()).max(1.0)
}

#[expect(clippy::cast_precision_loss, reason = "pictures have some hundred nodes")]
const fn count(number: usize) -> f64 {
    number as f64
}

/// Scales points into a width and a greatest height, and pushes circles of these radii apart where they overlap, or
/// ellipses so many times as wide as high, where there are names beside them. Gives the height that they take.
pub(super) fn fit(points: &mut [Point], radii: &[f64], (width, most): Point, wide: f64) -> f64 {
    let rim = radii.iter().copied().fold(0.0, f64::max) + 4.0;
    into_box(points, rim, width, most);
    for point in &mut *points {
        point.0 /= wide;
    }
    for _ in 0..PUSHES {
        if !push_apart(points, radii) {
            break;
        }
    }
    for point in &mut *points {
        point.0 *= wide;
    }
    into_box(points, rim, width, most)
}

/// Scales into the box; gives the height that is needed.
fn into_box(points: &mut [Point], rim: f64, width: f64, most: f64) -> f64 {
    let span = |axis: fn(&Point) -> f64| {
        let low = points.iter().map(axis).fold(f64::INFINITY, f64::min);
        let high = points.iter().map(axis).fold(f64::NEG_INFINITY, f64::max);
        (low, (high - low).max(0.0))
    };
    let ((left, wide), (top, high)) = (span(|p| p.0), span(|p| p.1));
    let scale = ((width - 2.0 * rim) / wide.max(1e-9)).min((most - 2.0 * rim) / high.max(1e-9)).min(1e6);
    let scale = if wide.max(high) <= 1e-9 { 0.0 } else { scale };
    let indent = (width - wide * scale) / 2.0;
    for point in points {
        *point = (indent + (point.0 - left) * scale, rim + (point.1 - top) * scale);
    }
    if scale > 0.0 { high * scale + 2.0 * rim } else { 2.0 * rim }
}

/// Pushes overlapping circles half of their overlap each; whether there were any.
fn push_apart(points: &mut [Point], radii: &[f64]) -> bool {
    let mut any = false;
    for left in 0..points.len() {
        for right in left + 1..points.len() {
            let room = radii[left] + radii[right] + 2.0;
            let (dx, dy) = (points[right].0 - points[left].0, points[right].1 - points[left].1);
            let now = (dx * dx + dy * dy).sqrt();
            if now >= room {
                continue;
            }
            any = true;
            let (dx, dy) = if now > 1e-6 { (dx / now, dy / now) } else { aside(right) };
            let push = (room - now) / 2.0 * 1.02;
            points[left] = (points[left].0 - dx * push, points[left].1 - dy * push);
            points[right] = (points[right].0 + dx * push, points[right].1 + dy * push);
        }
    }
    any
}

/// A direction for nodes at one point, another for each.
fn aside(place: usize) -> Point {
    [(1.0, 0.0), (0.6, 0.8), (0.0, 1.0), (-0.6, 0.8), (-0.8, -0.6), (0.8, -0.6), (0.0, -1.0)][place % 7]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(points: &[Point], left: usize, right: usize) -> f64 {
        let (dx, dy) = (points[left].0 - points[right].0, points[left].1 - points[right].1);
        (dx * dx + dy * dy).sqrt()
    }

    #[test]
    fn a_chain_is_drawn_as_one() {
        let points = places(4, &[(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]);
        let [near, middle, far] = [1, 2, 3].map(|other| apart(&points, 0, other));
        assert!(near < middle && middle < far, "{points:?}");
    }

    #[test]
    fn friends_are_nearer_than_foes() {
        let links = [(0, 1, 1.0), (2, 3, 1.0), (0, 2, -1.0), (1, 3, -1.0), (0, 3, -1.0), (1, 2, -1.0)];
        let points = places(4, &links);
        assert!(apart(&points, 0, 1) < apart(&points, 0, 2), "{points:?}");
        assert!(apart(&points, 2, 3) < apart(&points, 1, 3), "{points:?}");
    }

    #[test]
    fn circles_do_not_overlap_once_they_are_fitted_if_there_is_room() {
        let mut points = vec![(0.0, 0.0); 30];
        fit(&mut points, &[10.0; 30], (600.0, 600.0), 1.0);
        for left in 0..30 {
            for right in left + 1..30 {
                assert!(apart(&points, left, right) >= 19.0, "{left} {right} {points:?}");
            }
        }
    }

    #[test]
    fn rows_that_are_alike_are_neighbors() {
        let rows = [[1.0, 1.0, -1.0], [-1.0, -1.0, 1.0], [1.0, 0.9, -1.0], [-1.0, -0.9, 1.0]].map(Vec::from);
        let order = order_along(&rows);
        let place = |row: usize| order.iter().position(|at| *at == row).unwrap();
        assert_eq!((place(0).abs_diff(place(2)), place(1).abs_diff(place(3))), (1, 1), "{order:?}");
    }

    #[test]
    fn nothing_and_one_node_have_their_places() {
        assert!(places(0, &[]).is_empty());
        let mut points = places(1, &[]);
        let height = fit(&mut points, &[10.0], (100.0, 100.0), 1.0);
        assert!(points[0].0.is_finite() && height > 0.0);
    }
}
