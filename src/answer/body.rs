//! The answer to a question.

use crate::analysis::camps::Camps;
use crate::analysis::change::{Drift, Support};
use crate::analysis::network::Network;
use crate::analysis::{Isolation, Likeness, Mediator};
use crate::graph::StanceGraph;
use crate::model::{Date, Day, Node, NodeId, StatementId, Tie, TieId};
use crate::position::{Assumption, Conflict, Contradiction, Reason, Selection};
use crate::query::Query;

use super::{
    Assumed, Candidate, Comparison, Correction, Coverage, Evidence, Finding, FindingData, Outcome, Shared,
    SharedData, Unclear, Understanding, Verdict,
};

/// What a form of question found, before it is dressed as an answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    pub(crate) findings: Vec<FindingData>,
    pub(crate) hinted: Vec<FindingData>,
    pub(crate) absent: Vec<FindingData>,
    pub(crate) related: Vec<FindingData>,
    pub(crate) acts: Vec<FindingData>,
    pub(crate) ties: Vec<TieId>,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) count: Option<usize>,
    pub(crate) reasons: Option<Vec<(Reason, Vec<StatementId>)>>,
    pub(crate) contradictions: Option<Vec<Contradiction>>,
    pub(crate) timeline: Option<Vec<(Day, Vec<FindingData>)>>,
    pub(crate) changes: Option<Vec<ChangeData>>,
    pub(crate) when: Option<WhenData>,
    pub(crate) compare: Option<Comparison>,
    pub(crate) agreement: Option<Vec<Likeness>>,
    pub(crate) camps: Option<CampsData>,
    pub(crate) mediators: Option<Vec<Mediator>>,
    pub(crate) isolation: Option<Vec<Isolation>>,
    pub(crate) support: Option<Vec<SupportData>>,
    pub(crate) drift: Option<Drift>,
    pub(crate) assumptions: Vec<Assumption>,
    pub(crate) notes: Vec<String>,
}

/// Camps and the network they were found in.
#[derive(Debug, Clone)]
pub(crate) struct CampsData {
    pub(crate) camps: Camps,
    pub(crate) network: Network,
    /// From which pull of another camp on a member counts as between.
    pub(crate) share: f64,
}

/// A month of support and the statements said in it.
#[derive(Debug, Clone)]
pub(crate) struct SupportData {
    pub(crate) support: Support,
    pub(crate) said: Vec<StatementId>,
}

/// How many stood on each side of a proposal at the end of a month, and what was said in it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SupportMonth<'a> {
    /// The numbers.
    pub support: Support,
    /// The statements of the month; those of all months up to it are what its numbers rest on.
    pub said: Vec<Evidence<'a>>,
}

/// The camps on a matter.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct AnswerCamps<'a> {
    /// The camps.
    pub camps: &'a Camps,
    /// The network that they were found in, whose edges lead to the statements.
    pub network: &'a Network,
    /// From which pull of another camp, as a share of its own camp's, a member is told to stand between.
    pub share: f64,
}

/// A change of position as findings.
#[derive(Debug, Clone)]
pub(crate) struct ChangeData {
    pub(crate) holder: NodeId,
    pub(crate) before: Vec<FindingData>,
    pub(crate) after: Vec<FindingData>,
}

/// The moment of a stance as findings.
#[derive(Debug, Clone, Default)]
pub(crate) struct WhenData {
    pub(crate) date: Option<Date>,
    pub(crate) findings: Vec<FindingData>,
}

/// When a holder first or last showed a stance, or since when it has held it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct When<'a> {
    /// The date, as precisely as it is known; `None` where nothing is found, or what is found has no date.
    pub date: Option<Date>,
    /// What shows it; several where their order is not known or they fall on one day.
    pub findings: Vec<Finding<'a>>,
}

/// A holder whose position differs between two days.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Turn<'a> {
    /// Who changed.
    pub holder: &'a Node,
    /// What stood on the earlier day; nothing where none did.
    pub before: Vec<Finding<'a>>,
    /// What stands on the later day.
    pub after: Vec<Finding<'a>>,
}

/// A contradiction with both its sides.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Clash<'a> {
    /// How the two sides fail to go together.
    pub kind: Conflict,
    /// The two statements, the earlier or broader one first.
    pub sides: [Evidence<'a>; 2],
}

impl Content {
    /// Whether anything is on record; an absence, a hint or a deed is.
    pub(crate) fn is_empty(&self) -> bool {
        let lists = [&self.findings, &self.hinted, &self.absent, &self.related, &self.acts];
        let told = self.contradictions.as_ref().is_some_and(|list| !list.is_empty())
            || self.timeline.as_ref().is_some_and(|list| !list.is_empty())
            || self.changes.as_ref().is_some_and(|list| !list.is_empty())
            || self.reasons.as_ref().is_some_and(|list| !list.is_empty())
            || self.when.as_ref().is_some_and(|when| !when.findings.is_empty())
            || self.compare.as_ref().is_some_and(|compare| compare.shared > 0)
            || self.agreement.as_ref().is_some_and(|list| !list.is_empty())
            || self.mediators.as_ref().is_some_and(|list| !list.is_empty())
            || self.camps.is_some()
            || self.support.is_some()
            || self.drift.is_some()
            || self.isolation.as_ref().is_some_and(|list| !list.is_empty());
        lists.iter().all(|list| list.is_empty()) && self.ties.is_empty() && !told
    }
}

/// The answer to a question: findings with their evidence, and what stands beside them.
///
/// Owned data with a handle on the graph: `'static`, [`Send`] and [`Sync`]. Lists run in the order in which their
/// holders enter the data; inferred ones follow.
#[derive(Debug, Clone)]
pub struct Answer {
    pub(crate) graph: StanceGraph,
    pub(crate) question: Option<String>,
    pub(crate) query: Query,
    pub(crate) understood: String,
    pub(crate) understanding: Understanding,
    pub(crate) outcome: Outcome,
    pub(crate) content: Content,
    pub(crate) coverage: Option<Coverage>,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) unclear: Option<Unclear>,
}

impl Answer {
    /// The graph it was asked of.
    pub const fn graph(&self) -> &StanceGraph {
        &self.graph
    }

    /// The graph as the question saw it, with its times and filters, for measures over the same statements.
    ///
    /// ```
    /// use stancegraph::analysis::network::Networks;
    /// let answer = stancegraph::datasets::article()?.ask("stances of Russia")?;
    /// assert!(Networks::of(&answer.selection()).network()?.statement_count() > 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn selection(&self) -> Selection<'_> {
        Selection::new(&self.graph, self.understanding.lens.clone().unwrap_or_default())
    }

    /// The question as it was put in words, if it was.
    pub fn question(&self) -> Option<&str> {
        self.question.as_deref()
    }

    /// The same answer, to be shown with the question as it was put in words.
    #[must_use]
    pub fn asked_as(mut self, question: &str) -> Self {
        self.question = Some(question.to_owned());
        self
    }

    /// The question as data.
    pub const fn query(&self) -> &Query {
        &self.query
    }

    /// The question as it was understood, with the preferred names of everything it names.
    pub fn understood(&self) -> &str {
        &self.understood
    }

    /// The question as it was understood, as data: with preferred names in place of those typed, as far as they led to
    /// something.
    pub const fn resolved(&self) -> &Query {
        &self.understanding.resolved
    }

    /// What kind of answer it is.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// What was found.
    pub fn findings(&self) -> Vec<Finding<'_>> {
        self.view(&self.content.findings)
    }

    /// Hints, which are never positions.
    pub fn hinted(&self) -> Vec<Finding<'_>> {
        self.view(&self.content.hinted)
    }

    /// Members with no vote recorded.
    pub fn absent(&self) -> Vec<Finding<'_>> {
        self.view(&self.content.absent)
    }

    /// What is not asked for but bears on it: threats against those who would do it, stances on a kind of it.
    pub fn related(&self) -> Vec<Finding<'_>> {
        self.view(&self.content.related)
    }

    /// Deeds and meetings, which make no position.
    pub fn acts(&self) -> Vec<Finding<'_>> {
        self.view(&self.content.acts)
    }

    /// Ties, for questions after them.
    pub fn ties(&self) -> Vec<&Tie> {
        self.content.ties.iter().map(|&tie| self.graph.at_tie(tie)).collect()
    }

    /// The verdict of a yes-no question.
    pub const fn verdict(&self) -> Option<Verdict> {
        self.content.verdict
    }

    /// The number, where one was asked for.
    pub const fn count(&self) -> Option<usize> {
        self.content.count
    }

    /// Why the holder asked about is not plainly found: reasons in their fixed order, each with its statements.
    /// `None` for other forms; no reasons where its position is plainly another one.
    pub fn reasons(&self) -> Option<Vec<(Reason, Vec<Evidence<'_>>)>> {
        let evidence = |ids: &[StatementId]| ids.iter().map(|&id| Evidence::new(&self.graph, id)).collect();
        let reasons = self.content.reasons.as_ref()?;
        Some(reasons.iter().map(|(reason, ids)| (*reason, evidence(ids))).collect())
    }

    /// Contradictions, ordered by their later statement; `None` for other forms.
    pub fn contradictions(&self) -> Option<Vec<Clash<'_>>> {
        let clash = |found: &Contradiction| Clash {
            kind: found.kind,
            sides: found.sides.map(|id| Evidence::new(&self.graph, id)),
        };
        Some(self.content.contradictions.as_ref()?.iter().map(clash).collect())
    }

    /// How the position went: from each day on, what stood; `None` for other forms.
    pub fn timeline(&self) -> Option<Vec<(Day, Vec<Finding<'_>>)>> {
        let timeline = self.content.timeline.as_ref()?;
        Some(timeline.iter().map(|(from, findings)| (*from, self.view(findings))).collect())
    }

    /// Who changed position, in the order in which they enter the data; `None` for other forms.
    pub fn changes(&self) -> Option<Vec<Turn<'_>>> {
        let changes = self.content.changes.as_ref()?;
        Some(changes.iter().map(|change| self.turn(change)).collect())
    }

    /// When the holder asked about first or last showed the stance, or since when it has held it; `None` for other
    /// forms.
    pub fn when(&self) -> Option<When<'_>> {
        let when = self.content.when.as_ref()?;
        Some(When { date: when.date, findings: self.view(&when.findings) })
    }

    /// What two holders both have a position on, in the order in which the targets enter the data; `None` for other
    /// forms.
    pub fn compare(&self) -> Option<Vec<Shared<'_>>> {
        Some(self.content.compare.as_ref()?.entries.iter().map(|one| self.shared(one)).collect())
    }

    /// What each assumption of the question activates, ends or leaves open among the statements that it looks at, in the
    /// order of the question. None where nothing is assumed, or where nothing that is read waits for a condition: of
    /// ties and last words.
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::nato_accession()?;
    /// let question = r#"does Türkiye support Sweden's accession assuming "F-16 sale" as of 2023-12-31"#;
    /// let answer = graph.ask(question)?;
    /// let assumed = &answer.assumptions()[0];
    /// assert_eq!(assumed.name, "sale of F-16 fighter jets to Türkiye"); // its preferred name
    /// assert_eq!(assumed.activates[0].statement().key.to_string(), "erdogan-accepts-sweden-2023-12-07");
    /// assert!(assumed.ends.is_empty() && assumed.open.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn assumptions(&self) -> Vec<Assumed<'_>> {
        self.content.assumptions.iter().map(|one| Assumed::new(&self.graph, one)).collect()
    }

    /// How many holders are known, and how many have any record on the matter.
    pub const fn coverage(&self) -> Option<Coverage> {
        self.coverage
    }

    /// How far holders agree, best ranked first; `None` where that was not asked.
    pub fn agreement(&self) -> Option<&[Likeness]> {
        self.content.agreement.as_deref()
    }

    /// The camps on what was asked about, with the network that they were found in; `None` for other forms, and where no
    /// position is on record.
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::es_11_1()?;
    /// let answer = graph.ask("which camps are there on A/RES/ES-11/1")?;
    /// let camps = answer.camps().unwrap().camps;
    /// assert_eq!((camps.members_of(0).count(), camps.members_of(1).count()), (141, 5));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn camps(&self) -> Option<AnswerCamps<'_>> {
        let CampsData { camps, network, share } = self.content.camps.as_ref()?;
        Some(AnswerCamps { camps, network, share: *share })
    }

    /// Who could mediate, those who meet more of the criteria first; `None` for other forms.
    pub fn mediators(&self) -> Option<&[Mediator]> {
        self.content.mediators.as_deref()
    }

    /// How alone everyone with a side stands, the most isolated first; `None` for other forms.
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::es_11_1()?;
    /// let answer = graph.ask("who is isolated on A/RES/ES-11/1")?;
    /// assert!(answer.findings().is_empty()); // five voted no, so nobody was alone
    /// assert_eq!((answer.isolation().unwrap()[0].same, answer.isolation().unwrap()[0].opposite), (4, 141));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn isolation(&self) -> Option<&[Isolation]> {
        self.content.isolation.as_deref()
    }

    /// How support went, month by month; `None` for other forms, and where nothing is known to the month.
    ///
    /// # Example
    /// ```
    /// let graph = stancegraph::datasets::nato_accession()?;
    /// let answer = graph.ask("how has support for Sweden's accession to NATO changed?")?;
    /// let months = answer.support().unwrap();
    /// let june = months.iter().find(|month| month.support.month.to_string() == "2022-06-01").unwrap();
    /// // Türkiye agreed in Madrid, NATO invited, and Russia saw no problem.
    /// assert_eq!((june.said.len(), june.support.against), (4, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn support(&self) -> Option<Vec<SupportMonth<'_>>> {
        let months = self.content.support.as_ref()?.iter();
        let evidence = |ids: &[StatementId]| ids.iter().map(|id| Evidence::new(&self.graph, *id)).collect();
        Some(months.map(|one| SupportMonth { support: one.support, said: evidence(&one.said) }).collect())
    }

    /// Whether a holder grew warmer or colder on a target; `None` for other forms, and where nothing has a grade and a day.
    ///
    /// # Example
    /// ```
    /// use stancegraph::analysis::change::Tendency;
    /// let graph = stancegraph::datasets::nato_accession()?;
    /// let answer = graph.ask("has Türkiye drifted on Sweden's accession to NATO?")?;
    /// // It turned three times, and ended where no line leads.
    /// assert_eq!(answer.drift().unwrap().tendency(), Tendency::Neither);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn drift(&self) -> Option<&Drift> {
        self.content.drift.as_ref()
    }

    /// Names that were not found as typed and what they were read as.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// What an unclear name may have meant; none was picked.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The name that kept the question from being answered: it leads nowhere, or to several things.
    pub const fn unclear(&self) -> Option<&Unclear> {
        self.unclear.as_ref()
    }

    /// Remarks, one sentence each.
    pub fn notes(&self) -> &[String] {
        &self.content.notes
    }

    /// The name of a node of the answer.
    pub fn name_of(&self, node: NodeId) -> &str {
        self.graph.node(node).map_or("", |node| node.name())
    }

    fn turn<'a>(&'a self, change: &'a ChangeData) -> Turn<'a> {
        let (before, after) = (self.view(&change.before), self.view(&change.after));
        Turn { holder: self.graph.at(change.holder), before, after }
    }

    fn shared<'a>(&'a self, one: &'a SharedData) -> Shared<'a> {
        Shared {
            target: self.graph.at(one.target),
            accord: one.accord,
            is_conditional: one.left.iter().chain(&one.right).any(|data| data.conditional),
            left: self.view(&one.left),
            right: self.view(&one.right),
        }
    }

    fn view<'a>(&'a self, list: &'a [FindingData]) -> Vec<Finding<'a>> {
        list.iter().map(|data| Finding::new(&self.graph, data)).collect()
    }
}
