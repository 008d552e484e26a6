//! Ties and nodes as they are drawn.

use super::{Lettering, NetworkPicture};
use crate::analysis::network::Member;
use crate::diagram::svg::canvas::{Anchor, Canvas, Type};
use crate::diagram::svg::labels::{counted, shortened};
use crate::diagram::svg::marker::outline;
use crate::diagram::svg::names::Names;
use crate::diagram::svg::theme::{ALONE, camp_class};
use crate::model::NodeKind;

/// Up to so many ties a node, on average, all are drawn.
const MOST_TIES: usize = 4;
/// Of more than that, so many of the strongest of each node, and so many of the most hostile.
const STRONGEST: usize = 3;
const MOST_HOSTILE: usize = 1;

impl NetworkPicture {
    /// Draws ties, weak ones first; gives how many.
    pub(super) fn draw_ties(&self, canvas: &mut Canvas, points: &[(f64, f64)]) -> usize {
        let mut ties = self.telling(points);
        let strongest = ties.iter().map(|tie| tie.2.abs()).fold(0.0, f64::max).max(1e-12);
        ties.sort_by(|a, b| a.2.abs().total_cmp(&b.2.abs()).then((a.0, a.1).cmp(&(b.0, b.1))));
        for &(left, right, weight) in &ties {
            let class = if weight < 0.0 { "versus" } else { "with" };
            canvas.line(class, points[left], points[right], 0.5 + 2.0 * weight.abs() / strongest);
        }
        ties.len()
    }

    /// The ties that are drawn: all, or of many those that tell the most of each node; of equal ones the shorter.
    fn telling(&self, points: &[(f64, f64)]) -> Vec<(usize, usize, f64)> {
        if self.ties.len() <= MOST_TIES * self.nodes.len() {
            return self.ties.clone();
        }
        let mut of_node: Vec<Vec<usize>> = vec![Vec::new(); self.nodes.len()];
        for (number, &(left, right, _)) in self.ties.iter().enumerate() {
            of_node[left].push(number);
            of_node[right].push(number);
        }
        let mut kept = vec![false; self.ties.len()];
        for mut own in of_node {
            own.sort_by(|&a, &b| {
                let (left, right) = (self.ties[a], self.ties[b]);
                right.2.total_cmp(&left.2).then(length(points, left).total_cmp(&length(points, right)))
            });
            let with = own.iter().take(STRONGEST).filter(|&&number| self.ties[number].2 > 0.0);
            let versus = own.iter().rev().take(MOST_HOSTILE).filter(|&&number| self.ties[number].2 < 0.0);
            with.chain(versus).for_each(|&number| kept[number] = true);
        }
        self.ties.iter().zip(kept).filter(|(_, kept)| *kept).map(|(tie, _)| *tie).collect()
    }

    pub(super) fn draw_nodes(
        &self,
        canvas: &mut Canvas,
        points: &[(f64, f64)],
        radii: &[f64],
        lettering: Lettering,
    ) {
        let mut names = Names::beside(points, radii);
        for (place, node) in self.nodes.iter().enumerate() {
            let (point, radius) = (points[place], radii[place]);
            let class = node.camp.map_or(ALONE, camp_class);
            let camp = node.camp.map_or_else(|| "no camp".to_owned(), |camp| format!("camp {}", camp + 1));
            let said = counted(node.statements, "statement", "statements");
            let of_camp = if self.camps.is_empty() { String::new() } else { format!(", {camp}") };
            canvas.open(&format!("{}: {said}{of_camp}", node.member.name));
            let shape = outline(node.camp.unwrap_or(0), point, radius);
            canvas.path(&format!("edge c{class}"), &shape, " stroke-width=\"1.5\"");
            match lettering {
                Lettering::Codes => {
                    let code = code(&node.member, place);
                    let size = if code.chars().count() > 3 { 7.5 } else { 9.5 };
                    let setting = Type::new(TEXT_ON[class], size, Anchor::Middle);
                    canvas.text(setting, (point.0, point.1 + 3.4), &code);
                }
                Lettering::Names => names.write(canvas, &node.member.name, point, radius),
            }
            canvas.close();
        }
    }
}

/// The classes of texts on fills.
const TEXT_ON: [&str; ALONE + 1] = ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"];

/// What is written on a node that has no room for a name: the code of a nation, otherwise a number.
fn code(member: &Member, place: usize) -> String {
    match member.kind {
        Some(NodeKind::Nation) => shortened(&member.key, 4),
        _ => (place + 1).to_string(),
    }
}

/// How long a tie is on paper, squared.
fn length(points: &[(f64, f64)], (left, right, _): (usize, usize, f64)) -> f64 {
    let (dx, dy) = (points[left].0 - points[right].0, points[left].1 - points[right].1);
    dx * dx + dy * dy
}
