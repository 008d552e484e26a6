//! What explains a network below it: camps, names behind numbers, what is drawn.

use super::{Drawn, Lettering, NetworkPicture, of};
use crate::diagram::svg::canvas::{Anchor, Canvas, Type};
use crate::diagram::svg::labels::{counted, shortened, within};
use crate::diagram::svg::marker::outline;
use crate::diagram::svg::theme::camp_class;
use crate::model::NodeKind;

/// So many camps are told below the picture.
const MOST_CAMPS: usize = 24;

impl NetworkPicture {
    /// Draws what explains the picture; gives where it ends.
    pub(super) fn draw_foot(
        &self,
        canvas: &mut Canvas,
        ties: usize,
        (top, wide): (f64, f64),
        lettering: Lettering,
    ) -> f64 {
        let mut y = top;
        let mut told = 0;
        for (camp, &size) in self.camps.iter().enumerate() {
            let names: Vec<&str> = self.named(camp);
            if names.is_empty() || told == MOST_CAMPS {
                continue;
            }
            told += 1;
            canvas.path(&format!("c{}", camp_class(camp)), &outline(camp, (27.0, y - 4.0), 6.0), "");
            let text = format!("camp {} ({size}): {}", camp + 1, names.join(", "));
            let text = within(&text, 12.0, wide - 60.0);
            canvas.text(Type::new("ink", 12.0, Anchor::Start), (40.0, y), &text);
            y += 20.0;
        }
        if lettering == Lettering::Codes {
            y = self.draw_index(canvas, y, wide);
        }
        canvas.lines(Type::new("dim", 12.0, Anchor::Start), (20.0, y), &self.caption(ties), wide - 40.0)
    }

    /// The drawn members of a camp.
    fn named(&self, camp: usize) -> Vec<&str> {
        let members = self.nodes.iter().filter(|node| node.camp == Some(camp));
        members.map(|node| node.member.name.as_str()).collect()
    }

    /// The names behind numbers, in columns.
    fn draw_index(&self, canvas: &mut Canvas, top: f64, wide: f64) -> f64 {
        let numbered: Vec<(usize, &Drawn)> = self
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.member.kind != Some(NodeKind::Nation))
            .collect();
        let columns = 6;
        let rows = numbered.len().div_ceil(columns);
        for (at, (place, node)) in numbered.iter().enumerate() {
            let (column, row) = (at / rows.max(1), at % rows.max(1));
            let x = 20.0 + of(column) * (wide - 40.0) / of(columns);
            let text = format!("{}  {}", place + 1, shortened(&node.member.name, 34));
            canvas.text(Type::new("ink", 10.0, Anchor::Start), (x, top + 13.0 * of(row)), &text);
        }
        top + 13.0 * of(rows) + if rows > 0 { 8.0 } else { 0.0 }
    }

    /// How many of the drawn nodes have a tie.
    fn joined(&self) -> usize {
        let mut ends: Vec<usize> = self.ties.iter().flat_map(|tie| [tie.0, tie.1]).collect();
        ends.sort_unstable();
        ends.dedup();
        ends.len()
    }

    pub(super) fn caption(&self, ties: usize) -> String {
        let (nodes, all_ties) = self.all;
        let mut parts = vec![if self.nodes.len() < nodes {
            format!(
                "{} of {}, those with the most statements",
                self.nodes.len(),
                counted(nodes, "node", "nodes")
            )
        } else {
            counted(nodes, "node", "nodes")
        }];
        let untold = self.camps.len().saturating_sub(MOST_CAMPS);
        if untold > 0 {
            parts.push(format!("{} without a line above", counted(untold, "camp", "camps")));
        }
        let hostile = self.ties.iter().any(|tie| tie.2 < 0.0);
        parts.push(if ties < all_ties {
            let most_hostile = if hostile { " and the most hostile" } else { "" };
            format!(
                "{ties} of {}: of each node the 3 strongest{most_hostile}",
                counted(all_ties, "tie", "ties")
            )
        } else {
            counted(all_ties, "tie", "ties")
        });
        if hostile {
            parts.push("dashed: hostile".to_owned());
        }
        let alone = self.nodes.len() - self.joined();
        if alone > 0 {
            parts.push(format!("in the last row {} without a tie", counted(alone, "node", "nodes")));
        }
        parts.push("the larger a node, the more statements".to_owned());
        parts.join(" · ")
    }
}
