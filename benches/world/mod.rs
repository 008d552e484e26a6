//! One seeded world in three sizes, for every bench: the same seed gives the same statements on every machine.

use stancegraph::model::NodeId;
use stancegraph::model::draft::{Draft, NodeDraft, PlainStatement, SourceDraft, StatementDraft, TieDraft};
use stancegraph::{GraphBuilder, Stance, StanceGraph};

/// How many statements a world has.
#[allow(dead_code, reason = "not every bench takes its worlds in drafts")]
pub(crate) const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

const NATIONS: usize = 200;
const STANCES: [Stance; 5] =
    [Stance::Supports, Stance::Rejects, Stance::Abstains, Stance::Demands, Stance::Doubts];

/// A small linear congruential generator (Knuth's MMIX constants): enough to spread statements evenly.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// That many names of two words, by chance alike as names are: "Kamo Ledasiru".
#[allow(dead_code, reason = "not every bench asks for names")]
pub(crate) fn names(count: usize) -> Draft {
    let mut dice = Dice(1945);
    let mut word = |syllables: usize| {
        let letters = (0..syllables).flat_map(|_| {
            let consonant = b"bdfgjklmnprstvz"[dice.roll(15)];
            [consonant, b"aeiou"[dice.roll(5)]]
        });
        let word: String = letters.map(char::from).collect();
        word[..1].to_uppercase() + &word[1..]
    };
    let mut name = |n: usize| format!("{} {}", word(2 + n % 2), word(3 + n % 3));
    let mut draft = Draft::default();
    draft.nodes.extend((0..count).map(|n| NodeDraft::person(format!("n{n}"), name(n))));
    draft.nodes.push(NodeDraft::nation("KEN", "Kenya"));
    draft.nodes.push(NodeDraft::proposal("foreign-troops", "foreign troops in Ukraine"));
    draft.statements.push(StatementDraft::new("s0", "KEN", "rejects", "foreign-troops"));
    draft
}

/// A world of that many statements: 200 nations, one proposal for every 50 statements, each fifth a kind of the one
/// before it, dates over thirty years.
#[allow(dead_code, reason = "not every bench takes its worlds in drafts")]
pub(crate) fn draft(statements: usize) -> Draft {
    let mut dice = Dice(2022);
    let mut draft = Draft::default();
    draft.sources.push(SourceDraft::new("records", "Generated records"));
    draft.nodes.extend((0..NATIONS).map(|n| NodeDraft::nation(format!("n{n}"), format!("Nation {n}"))));
    let proposals = statements / 50;
    for p in 0..proposals {
        let proposal = NodeDraft::proposal(format!("p{p}"), format!("plan number {p}"));
        let is_kind = p % 5 == 4;
        draft.nodes.push(if is_kind { proposal.kind_of(format!("p{}", p - 1)) } else { proposal });
    }
    for s in 0..statements {
        let (holder, target) = (dice.roll(NATIONS), dice.roll(proposals));
        let stance = STANCES[dice.roll(STANCES.len())];
        let date = format!("{}-{:02}-{:02}", 1990 + dice.roll(30), 1 + dice.roll(12), 1 + dice.roll(28));
        let statement =
            StatementDraft::new(format!("s{s}"), format!("n{holder}"), stance, format!("p{target}"));
        draft.statements.push(statement.said(date).cited("records", format!("row {s}")));
    }
    draft
}

/// How many statements a bulk world has.
#[allow(dead_code, reason = "not every bench takes its worlds in bulk")]
pub(crate) const BULK_SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

const BULK_HOLDERS: usize = 20_000;
const BULK_PROPOSALS: usize = 5_000;
const BULK_SOURCES: usize = 10_000;

/// A world in bulk: 200 nations and 20,000 persons of them, 5,000 proposals of which most are kinds of others, 10,000
/// sources, and that many packed statements over twenty years.
#[allow(dead_code, reason = "not every bench takes its worlds in bulk")]
pub(crate) fn bulk(statements: usize) -> Draft {
    let mut draft = Draft::default();
    draft
        .sources
        .extend((0..BULK_SOURCES).map(|d| SourceDraft::new(format!("d{d}"), format!("Document {d}"))));
    draft.nodes.extend((0..NATIONS).map(|n| NodeDraft::nation(format!("n{n}"), format!("Nation {n}"))));
    for h in 0..BULK_HOLDERS {
        draft.nodes.push(NodeDraft::person(format!("h{h}"), format!("Holder {h}")));
        draft.ties.push(TieDraft::new("represents", format!("h{h}"), format!("n{}", h % NATIONS)));
    }
    for p in 0..BULK_PROPOSALS {
        let proposal = NodeDraft::proposal(format!("p{p}"), format!("plan number {p}"));
        draft.nodes.push(if p < 50 { proposal } else { proposal.kind_of(format!("p{}", p / 10)) });
    }
    add_bulk(&mut draft, 0, statements);
    draft
}

/// The graph of a world in bulk.
#[allow(dead_code, reason = "not every bench asks a bulk world")]
pub(crate) fn bulk_graph(statements: usize) -> StanceGraph {
    GraphBuilder::new().add(bulk(statements)).build().expect("a generated world is sound")
}

/// Plans of a bulk world again and again, in an order that shows no two neighbors one after the other.
#[allow(dead_code, reason = "not every bench asks a bulk world")]
pub(crate) fn plans(graph: &StanceGraph) -> impl Iterator<Item = NodeId> {
    let plan = |n: usize| graph.find(&format!("p{}", n * 1_009 % BULK_PROPOSALS)).expect("a plan");
    (0..BULK_PROPOSALS).map(plan).collect::<Vec<_>>().into_iter().cycle()
}

/// Holders of a bulk world, in the same way.
#[allow(dead_code, reason = "not every bench asks a bulk world")]
pub(crate) fn holders(graph: &StanceGraph) -> impl Iterator<Item = NodeId> {
    let holder = |n: usize| graph.find(&format!("h{}", n * 1_009 % BULK_HOLDERS)).expect("a holder");
    (0..BULK_HOLDERS).map(holder).collect::<Vec<_>>().into_iter().cycle()
}

/// A statement of a bulk world, as text.
pub(crate) struct BulkRow {
    pub(crate) id: String,
    pub(crate) holder: String,
    pub(crate) target: String,
    pub(crate) source: String,
    pub(crate) stance: Stance,
    pub(crate) date: String,
}

/// The statement of a number in a bulk world.
pub(crate) fn bulk_row(number: usize) -> BulkRow {
    let mut dice = Dice(number as u64);
    dice.roll(1);
    BulkRow {
        id: format!("s{number}"),
        holder: format!("h{}", dice.roll(BULK_HOLDERS)),
        target: format!("p{}", dice.roll(BULK_PROPOSALS)),
        source: format!("d{}", dice.roll(BULK_SOURCES)),
        stance: STANCES[dice.roll(STANCES.len())],
        date: format!("{}-{:02}-{:02}", 2000 + dice.roll(20), 1 + dice.roll(12), 1 + dice.roll(28)),
    }
}

/// Adds packed statements of a bulk world to a draft: those of the numbers from `start` on.
#[allow(dead_code, reason = "not every bench takes its worlds in bulk")]
pub(crate) fn add_bulk(draft: &mut Draft, start: usize, count: usize) {
    for row in (start..start + count).map(bulk_row) {
        let mut statement = PlainStatement::new(&row.id, &row.holder, row.stance, &row.target);
        (statement.said, statement.source) = (row.date.parse().ok(), Some(row.source.as_str()));
        assert!(draft.plain.push(&statement), "a generated id is a key");
    }
}
