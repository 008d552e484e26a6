//! A network with its camps.

use std::collections::HashMap;

use super::canvas::{Anchor, Canvas, Type};
use super::labels::{counted, shortened, within};
use super::layout::{fit, places};
use super::marker::outline;
use super::names::Names;
use super::theme::{ALONE, Theme, camp_class};
use crate::analysis::network::{Member, Network};
use crate::model::NodeKind;

/// No more nodes are drawn: a picture of more could not be read.
const MOST_NODES: usize = 400;
/// Up to so many nodes have their names beside them.
const MOST_NAMES: usize = 40;
/// Up to so many ties a node, on average, all are drawn.
const MOST_TIES: usize = 4;
/// Of more than that, so many of the strongest of each node, and so many of the most hostile.
const STRONGEST: usize = 3;
const MOST_HOSTILE: usize = 1;
/// So many camps are told below the picture.
const MOST_CAMPS: usize = 24;
/// Where nodes begin, below the title.
const TOP: f64 = 48.0;

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

    /// A point for each node, and where they end: those with ties by these, the others in rows below.
    fn spread(&self, radii: &[f64], paper: (f64, f64), lettering: Lettering) -> (Vec<(f64, f64)>, f64) {
        let mut joined: Vec<Option<usize>> = vec![None; self.nodes.len()];
        for &(left, right, _) in &self.ties {
            (joined[left], joined[right]) = (Some(0), Some(0));
        }
        let mut count = 0;
        for place in joined.iter_mut().flatten() {
            *place = count;
            count += 1;
        }
        let place = |node: usize| joined[node].unwrap_or_default();
        let ties: Vec<_> = self.ties.iter().map(|tie| (place(tie.0), place(tie.1), tie.2)).collect();
        let mut points = places(count, &ties);
        let of_joined = |(node, radius): (usize, &f64)| joined[node].map(|_| *radius);
        let mut joined_radii: Vec<f64> = radii.iter().enumerate().filter_map(of_joined).collect();
        // Names need room beside the nodes.
        let (margin, pitch, wide) = match lettering {
            Lettering::Names => (90.0, 230.0, 3.0),
            Lettering::Codes => (20.0, 40.0, 1.0),
        };
        if lettering == Lettering::Names {
            for radius in &mut joined_radii {
                *radius = radius.max(11.0);
            }
        }
        let height = if count > 0 {
            fit(&mut points, &joined_radii, (paper.0 - 2.0 * margin, paper.1), wide)
        } else {
            0.0
        };
        let (mut x, mut y) = (margin, TOP + height + 24.0);
        let mut spread = Vec::with_capacity(self.nodes.len());
        let mut bottom = TOP + height;
        for joined in &joined {
            if let Some(place) = joined {
                spread.push((points[*place].0 + margin, points[*place].1 + TOP));
                continue;
            }
            if x > paper.0 - margin {
                (x, y) = (margin, y + 40.0);
            }
            spread.push((x, y));
            (x, bottom) = (x + pitch, y + 20.0);
        }
        (spread, bottom)
    }

    fn radius(&self, node: &Drawn, lettering: Lettering) -> f64 {
        let most = self.nodes.iter().map(|node| node.statements).max().unwrap_or(0).max(1);
        let share = (of(node.statements) / of(most)).sqrt();
        match lettering {
            Lettering::Names => 6.0 + 8.0 * share,
            Lettering::Codes => 12.0 + 5.0 * share,
        }
    }

    /// Draws ties, weak ones first; gives how many.
    fn draw_ties(&self, canvas: &mut Canvas, points: &[(f64, f64)]) -> usize {
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

    fn draw_nodes(&self, canvas: &mut Canvas, points: &[(f64, f64)], radii: &[f64], lettering: Lettering) {
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

    /// Draws what explains the picture; gives where it ends.
    fn draw_foot(
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

    fn caption(&self, ties: usize) -> String {
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

/// The classes of texts on fills.
const TEXT_ON: [&str; ALONE + 1] = ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"];

/// What is written on a node that has no room for a name: the code of a nation, otherwise a number.
fn code(member: &Member, place: usize) -> String {
    match member.kind {
        Some(NodeKind::Nation) => shortened(&member.key, 4),
        _ => (place + 1).to_string(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of what is drawn are small")]
const fn of(count: usize) -> f64 {
    count as f64
}

/// How long a tie is on paper, squared.
fn length(points: &[(f64, f64)], (left, right, _): (usize, usize, f64)) -> f64 {
    let (dx, dy) = (points[left].0 - points[right].0, points[left].1 - points[right].1);
    dx * dx + dy * dy
}
