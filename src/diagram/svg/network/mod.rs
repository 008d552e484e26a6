//! A network with its camps.

mod foot;
mod marks;
mod spread;

use std::collections::HashMap;

use super::canvas::{Anchor, Canvas, Type};
use super::theme::Theme;
use crate::analysis::network::{Member, Network};

/// No more nodes are drawn: a picture of more could not be read.
const MOST_NODES: usize = 400;
/// Up to so many nodes have their names beside them.
const MOST_NAMES: usize = 40;

/// A network on paper: nodes near those they stand with, ties as lines, hostile ones dashed, camps by color and shape.
///
/// Up to 40 nodes have their names beside them. Of more, nations bear their codes and others numbers, which a list at the
/// bottom explains. A node is the larger the more statements are counted under it. Of more than four ties a node only the
/// three strongest of each node and the most hostile one are drawn, and the line at the bottom says so; so it does
/// where there are more than 400 nodes, of which those with the most statements are drawn.
///
/// ```
/// use stancegraph::{datasets, position::{Lens, Selection}};
/// use stancegraph::analysis::network::{Aggregation, Networks};
/// use stancegraph::diagram::svg::NetworkPicture;
/// let selection = Selection::new(datasets::article()?, Lens::default());
/// let network = Networks::of(&selection).aggregation(Aggregation::Subtract).network()?;
/// let svg = NetworkPicture::of(&network).camps([["vladimir-putin", "RUS"]]).to_svg();
/// assert!(svg.starts_with("<svg ") && svg.contains("Vladimir Putin"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct NetworkPicture {
    title: String,
    theme: Theme,
    nodes: Vec<Drawn>,
    ties: Vec<(usize, usize, f64)>,
    /// How many nodes and ties there are, drawn or not.
    all: (usize, usize),
    /// How many members each camp has, drawn or not.
    camps: Vec<usize>,
}

/// A node as it is drawn.
#[derive(Debug, Clone)]
struct Drawn {
    member: Member,
    statements: usize,
    camp: Option<usize>,
}

/// What is written on nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lettering {
    /// Names beside them.
    Names,
    /// Codes or numbers in them.
    Codes,
}

impl NetworkPicture {
    /// A picture of a network. Of two sorts of nodes, the second has another shape.
    pub fn of(network: &Network) -> Self {
        let second = if network.is_one_mode() { &[][..] } else { network.columns() };
        let counts = network.statement_counts();
        let members = network.rows().iter().chain(second);
        let two = !network.is_one_mode();
        let first = network.rows().len();
        let mut nodes: Vec<(usize, Drawn)> = members
            .zip(counts)
            .map(|(member, statements)| Drawn { member: member.clone(), statements, camp: None })
            .enumerate()
            .collect();
        for (place, node) in &mut nodes {
            node.camp = two.then_some(usize::from(*place >= first));
        }
        let all = (nodes.len(), network.edges().len());
        nodes.sort_by_key(|(place, node)| (std::cmp::Reverse(node.statements), *place));
        nodes.truncate(MOST_NODES);
        nodes.sort_by_key(|(place, _)| *place);
        let kept: HashMap<usize, usize> =
            nodes.iter().enumerate().map(|(at, (place, _))| (*place, at)).collect();
        let offset = if two { first } else { 0 };
        let ties = network.edges().iter().filter_map(|edge| {
            let (row, column) = (edge.row as usize, edge.column as usize + offset);
            Some((*kept.get(&row)?, *kept.get(&column)?, edge.weight))
        });
        let ties = ties.collect();
        let nodes = nodes.into_iter().map(|(_, node)| node).collect();
        Self {
            title: "Who stands with whom".to_owned(),
            theme: Theme::Auto,
            nodes,
            ties,
            all,
            camps: Vec::new(),
        }
    }

    /// Which nodes belong together, by key, camp after camp. Who is in none is drawn in grey.
    pub fn camps<K: AsRef<str>>(
        mut self,
        camps: impl IntoIterator<Item = impl IntoIterator<Item = K>>,
    ) -> Self {
        let mut of: HashMap<String, usize> = HashMap::new();
        self.camps.clear();
        for camp in camps {
            let mut size = 0;
            for key in camp {
                of.insert(key.as_ref().to_owned(), self.camps.len());
                size += 1;
            }
            self.camps.push(size);
        }
        for node in &mut self.nodes {
            node.camp = of.get(&node.member.key).copied();
        }
        self
    }

    /// What is written above it.
    pub fn title(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// In which colors.
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// The picture as a file of its own.
    ///
    /// # Complexity
    /// O(n³) for its `n` nodes, of which no more than 400 are drawn.
    pub fn to_svg(&self) -> String {
        let lettering = if self.nodes.len() <= MOST_NAMES { Lettering::Names } else { Lettering::Codes };
        let paper = match lettering {
            Lettering::Names => (1000.0, 640.0),
            Lettering::Codes => (1400.0, 1000.0),
        };
        let radii: Vec<f64> = self.nodes.iter().map(|node| self.radius(node, lettering)).collect();
        let (points, bottom) = self.spread(&radii, paper, lettering);
        let mut canvas = Canvas::new();
        canvas.text(Type::new("ink", 20.0, Anchor::Start), (20.0, 30.0), &self.title);
        let drawn = self.draw_ties(&mut canvas, &points);
        self.draw_nodes(&mut canvas, &points, &radii, lettering);
        let foot = self.draw_foot(&mut canvas, drawn, (bottom + 24.0, paper.0), lettering);
        let caption = self.caption(drawn);
        canvas.finish((paper.0, foot), self.theme, &self.title, &caption)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of what is drawn are small")]
const fn of(count: usize) -> f64 {
    count as f64
}
