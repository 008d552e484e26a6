//! Names beside nodes.

use super::canvas::{Anchor, Canvas, Type};
use super::labels::{shortened, width};

/// The size of a name, and how many letters are written.
const SIZE: f64 = 12.0;
const LETTERS: usize = 34;
/// Where the paper ends.
const RIGHT: f64 = 996.0;

/// What is taken on paper by nodes and names.
#[derive(Debug)]
pub(super) struct Names {
    taken: Vec<Room>,
}

impl Names {
    /// Room beside these nodes.
    pub(super) fn beside(points: &[(f64, f64)], radii: &[f64]) -> Self {
        let nodes = points.iter().zip(radii);
        Self { taken: nodes.map(|(&point, &radius)| Room::around(point, radius)).collect() }
    }

    /// Writes a name where it covers least: right, left, below or above its node.
    pub(super) fn write(&mut self, canvas: &mut Canvas, name: &str, (x, y): (f64, f64), radius: f64) {
        let name = shortened(name, LETTERS);
        let wide = width(&name, SIZE);
        let options = [
            (Anchor::Start, x + radius + 4.0, y + 4.0),
            (Anchor::End, x - radius - 4.0, y + 4.0),
            (Anchor::Middle, x, y + radius + 13.0),
            (Anchor::Middle, x, y - radius - 5.0),
        ];
        let cover = |&(anchor, x, y): &(Anchor, f64, f64)| {
            let room = Room::of_text(anchor, (x, y), wide);
            let outside = (4.0 - room.left).max(0.0) + (room.right - RIGHT).max(0.0);
            self.taken.iter().map(|other| room.shared(other)).sum::<f64>() + 1e3 * outside
        };
        let best = options.iter().min_by(|a, b| cover(a).total_cmp(&cover(b)));
        let Some(&(anchor, x, y)) = best else { return };
        // What lies under a name is kept from it by a rim of paper, in an element of its own: not every viewer can paint
        // the rim of a text first.
        canvas.text(Type::new("halo", SIZE, anchor), (x, y), &name);
        canvas.text(Type::new("ink", SIZE, anchor), (x, y), &name);
        self.taken.push(Room::of_text(anchor, (x, y), wide));
    }
}

#[derive(Debug, Clone, Copy)]
struct Room {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Room {
    fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    fn of_text(anchor: Anchor, (x, y): (f64, f64), wide: f64) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        Self { left, top: y - SIZE * 0.8, right: left + wide, bottom: y + 3.0 }
    }

    /// How much of it another one takes too.
    fn shared(&self, other: &Self) -> f64 {
        let wide = (self.right.min(other.right) - self.left.max(other.left)).max(0.0);
        let high = (self.bottom.min(other.bottom) - self.top.max(other.top)).max(0.0);
        wide * high
    }
}
