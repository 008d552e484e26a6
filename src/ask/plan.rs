//! From the names of a query to nodes, and from its modifiers to a lens.

use crate::answer::{Candidate, Clause, Correction, Joined, Match, NameRead, View};
use crate::graph::{StanceGraph, fold};
use crate::model::{ConditionSubject, Date, Day, NodeId, Source, SourceId, TieKind, Window};
use crate::position::Lens;
use crate::query::{self, Clauses, Degree, Facet, Form, Joint, Modifiers, Moment, Name, Query};

use super::resolve::{Resolution, Role, resolve};

/// A query with its names resolved.
pub(super) struct Plan {
    pub(super) body: Body,
    pub(super) lens: Lens,
    /// What is assumed, one entry for each assumption: a proposal, or words in every spelling on record.
    pub(super) assumed: Vec<Vec<ConditionSubject>>,
    pub(super) view: View,
}

/// A form of question over nodes.
pub(super) enum Body {
    Who(Vec<Joined>),
    Count(Vec<Joined>),
    Does(NodeId, NodeId, Clause),
    What(NodeId, query::Word),
    Said(NodeId, Option<NodeId>),
    Profile(NodeId),
    Position(NodeId, NodeId),
    Timeline(NodeId, NodeId),
    Changes(NodeId, Day, Option<Day>),
    When(Moment, NodeId, NodeId, Clause),
    Compare(Facet, [NodeId; 2], Option<NodeId>),
    WhyNot(NodeId, NodeId, Clause),
    Contradictions(Option<NodeId>, Option<NodeId>),
    Pairs(query::Word, query::Toward),
    Which(Vec<query::Trait>),
    Ties(TieKind, query::TieSide, NodeId),
    Tied(NodeId, TieKind, NodeId),
    Agreement([NodeId; 2]),
    Agreeing(Degree, NodeId),
    Support(NodeId),
    Drift(NodeId, NodeId),
    Camps(NodeId),
    Isolated(NodeId),
    Mediation([NodeId; 2], Option<NodeId>),
}

/// A name that does not lead to one node.
pub(super) struct Unclear {
    /// The name as it was typed.
    pub(super) name: Name,
    /// What is told of it.
    pub(super) why: String,
    /// What it may have meant.
    pub(super) candidates: Vec<Candidate>,
    /// Whether nothing has this name, as against several things or one of the wrong kind.
    pub(super) unknown: bool,
}

impl Unclear {
    fn unknown(name: &Name, noun: &str, candidates: Vec<Candidate>) -> Self {
        let why = format!("no {noun} in the data is called `{}`", shown(name));
        Self { name: name.clone(), why, candidates, unknown: true }
    }

    fn ambiguous(name: &Name, candidates: Vec<Candidate>) -> Self {
        let why = format!("`{}` may mean several things; none was picked", shown(name));
        Self { name: name.clone(), why, candidates, unknown: false }
    }
}

/// A name as far as it is echoed.
fn shown(name: &Name) -> String {
    name.as_str().chars().take(100).collect()
}

/// The names of one query on their way to nodes.
pub(super) struct Names<'g> {
    graph: &'g StanceGraph,
    /// The query with preferred names in place of those typed.
    pub(super) read: Query,
    pub(super) corrections: Vec<Correction>,
    /// Whose stance is asked for.
    pub(super) holders: Vec<NodeId>,
    /// What the question is about, for the coverage.
    pub(super) targets: Vec<NodeId>,
    /// Every name that led to a node.
    pub(super) found: Vec<NameRead>,
}

/// A period that the calendar has no day of.
const NEVER: Window = Window { earliest: Some(Day::LAST), latest: Some(Day::FIRST) };

type Found<T> = Result<T, Unclear>;

impl<'g> Names<'g> {
    pub(super) fn of(graph: &'g StanceGraph, query: &Query) -> Self {
        Self {
            graph,
            read: query.clone(),
            corrections: Vec::new(),
            holders: Vec::new(),
            targets: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Resolves every name; the first that does not lead to one node ends it.
    pub(super) fn plan(&mut self, query: &Query) -> Found<Plan> {
        let mut form = query.form.clone();
        let body = self.body(&mut form)?;
        self.read.form = form;
        let Modifiers { listing, reading, .. } = query.modifiers;
        let assumed = self.assumed(&query.modifiers.assuming);
        let lens = Lens { assuming: assumed.concat(), ..self.lens(&query.modifiers)? };
        Ok(Plan { body, lens, assumed, view: View { listing, reading } })
    }

    /// The form over nodes; its names become the preferred ones.
    fn body(&mut self, form: &mut Form) -> Found<Body> {
        Ok(match form {
            Form::Who(clauses) => Body::Who(self.joined(clauses)?),
            Form::Count(clauses) => Body::Count(self.joined(clauses)?),
            Form::Does(holder, clause) | Form::Why(holder, clause) => {
                Body::Does(self.holder(holder)?, self.target(&mut clause.target)?, plain(clause))
            }
            Form::WhyNot(holder, clause) => {
                Body::WhyNot(self.holder(holder)?, self.target(&mut clause.target)?, plain(clause))
            }
            Form::What(holder, word) => Body::What(self.holder(holder)?, *word),
            Form::Said(holder, about) => Body::Said(self.holder(holder)?, self.perhaps(about)?),
            Form::Profile(holder) => Body::Profile(self.holder(holder)?),
            Form::Position(holder, target) => Body::Position(self.holder(holder)?, self.target(target)?),
            Form::Timeline(holder, target) => Body::Timeline(self.holder(holder)?, self.target(target)?),
            Form::Changes(target, earlier, later) => {
                Body::Changes(self.target(target)?, earlier.latest(), later.map(Date::latest))
            }
            Form::When(moment, holder, clause) => {
                Body::When(*moment, self.holder(holder)?, self.target(&mut clause.target)?, plain(clause))
            }
            Form::Contradictions(holder, target) => {
                let holder = holder.as_mut().map(|name| self.holder(name)).transpose()?;
                Body::Contradictions(holder, self.perhaps(target)?)
            }
            Form::Compare(facet, holders, target) => {
                Body::Compare(*facet, self.two_holders(holders)?, self.perhaps(target)?)
            }
            Form::Agreement(holders) => Body::Agreement(self.two_holders(holders)?),
            Form::Agreeing(degree, holder) => Body::Agreeing(*degree, self.holder(holder)?),
            Form::Support(target) => Body::Support(self.target(target)?),
            Form::Drift(holder, target) => Body::Drift(self.holder(holder)?, self.target(target)?),
            Form::Camps(target) => Body::Camps(self.target(target)?),
            Form::Isolated(target) => Body::Isolated(self.target(target)?),
            Form::Mediation(holders, target) => {
                Body::Mediation(self.two_holders(holders)?, self.perhaps(target)?)
            }
            Form::Ties(kind, side, name) => Body::Ties(*kind, *side, self.find(name, Role::Any)?),
            Form::Tied(from, kind, to) => {
                Body::Tied(self.find(from, Role::Any)?, *kind, self.find(to, Role::Any)?)
            }
            Form::Pairs(word, toward) => Body::Pairs(*word, *toward),
            Form::Which(asked) => Body::Which(asked.clone()),
        })
    }

    fn holder(&mut self, name: &mut Name) -> Found<NodeId> {
        let typed = name.clone();
        let node = self.find(name, Role::Holder)?;
        let kind = self.graph.at(node).kind();
        if kind.is_holder() {
            self.holders.push(node);
            return Ok(node);
        }
        let why = format!("`{}` is a {kind}, which holds no stance; name an actor or nation", name.as_str());
        Err(Unclear { name: typed, why, candidates: Vec::new(), unknown: false })
    }

    fn two_holders(&mut self, [left, right]: &mut [Name; 2]) -> Found<[NodeId; 2]> {
        Ok([self.holder(left)?, self.holder(right)?])
    }

    fn perhaps(&mut self, name: &mut Option<Name>) -> Found<Option<NodeId>> {
        name.as_mut().map(|name| self.target(name)).transpose()
    }

    fn joined(&mut self, clauses: &mut Clauses) -> Found<Vec<Joined>> {
        let joints: Vec<Joint> =
            [Joint::And].into_iter().chain(clauses.rest.iter().map(|(joint, _)| *joint)).collect();
        let mut joined = Vec::new();
        for (joint, clause) in joints.into_iter().zip(clauses.iter_mut()) {
            joined.push(Joined { joint, target: self.target(&mut clause.target)?, clause: plain(clause) });
        }
        Ok(joined)
    }

    fn target(&mut self, name: &mut Name) -> Found<NodeId> {
        let found = self.find(name, Role::Target)?;
        self.targets.push(found);
        Ok(found)
    }

    /// The node of a name: a key as it stands, otherwise through the vocabulary. The name becomes the preferred one.
    fn find(&mut self, name: &mut Name, role: Role) -> Found<NodeId> {
        let (node, how) = match self.graph.find(name.as_str()) {
            Some(node) => (node, Match::Key),
            None => match resolve(self.graph, name, role) {
                Resolution::Found { node, correction } => {
                    let how = self.how(name, node, correction.is_some());
                    self.corrections.extend(correction);
                    (node, how)
                }
                Resolution::Ambiguous(candidates) => return Err(Unclear::ambiguous(name, candidates)),
                Resolution::Unknown { nearest } => return Err(Unclear::unknown(name, role.noun(), nearest)),
            },
        };
        self.found.push(NameRead { typed: name.as_str().to_owned(), span: name.span(), node, how });
        *name = Name::new(self.graph.at(node).name());
        Ok(node)
    }

    /// By which of the steps of [`resolve`] a name led to a node.
    fn how(&self, name: &Name, node: NodeId, corrected: bool) -> Match {
        let vocabulary = self.graph.vocabulary();
        match () {
            () if corrected => Match::Correction,
            () if vocabulary.exact(name.as_str()).any(|found| found == node) => Match::Exact,
            () if vocabulary.last_name(name.as_str()).any(|found| found == node) => Match::LastName,
            () => Match::Spelling,
        }
    }

    /// The lens without what is assumed.
    fn lens(&mut self, modifiers: &Modifiers) -> Found<Lens> {
        let mut power = modifiers.on_behalf_of.clone();
        let on_behalf_of = power.as_mut().map(|name| self.find(name, Role::Power)).transpose()?;
        self.read.modifiers.on_behalf_of = power;
        Ok(Lens {
            as_of: modifiers.as_of.map(Date::latest),
            known_at: modifiers.known_at.map(Date::latest),
            assuming: Vec::new(),
            period: modifiers.period.map(|period| period.window().unwrap_or(NEVER)),
            assertion: modifiers.assertion,
            inference: modifiers.inference,
            on_behalf_of,
            occasion: modifiers.occasion.as_ref().map(|name| fold(name.as_str())),
            sources: modifiers
                .source
                .as_ref()
                .map(|name| self.sources(name))
                .transpose()?
                .unwrap_or_default(),
        })
    }

    /// What is assumed, each but once, however often and in whichever spelling it is named.
    fn assumed(&self, names: &[Name]) -> Vec<Vec<ConditionSubject>> {
        let gist = |subjects: &[ConditionSubject]| match subjects.first() {
            Some(ConditionSubject::Text(words)) => Some((fold(words), None)),
            Some(ConditionSubject::Proposal(proposal)) => Some((String::new(), Some(*proposal))),
            None => None,
        };
        let mut assumed: Vec<Vec<ConditionSubject>> = Vec::new();
        for subjects in names.iter().map(|name| self.conditions(name)) {
            if !assumed.iter().any(|earlier| gist(earlier) == gist(&subjects)) {
                assumed.push(subjects);
            }
        }
        assumed
    }

    /// A proposal by its key or exact name; otherwise the words of a condition, as they stand on record where they differ
    /// only in what names are folded by: case, punctuation, articles.
    fn conditions(&self, name: &Name) -> Vec<ConditionSubject> {
        let by_name = || match resolve(self.graph, name, Role::Target) {
            Resolution::Found { node, correction: None } => Some(node),
            _ => None,
        };
        if let Some(proposal) = self.graph.find(name.as_str()).or_else(by_name) {
            return vec![ConditionSubject::Proposal(proposal)];
        }
        let wanted = fold(name.as_str());
        let of_statements =
            self.graph.statements().flat_map(|(_, one)| one.conditions).map(|one| &one.subject);
        let on_record = of_statements.chain(self.graph.condition_records().iter().map(|one| &one.subject));
        let fits = |subject: &&ConditionSubject| match subject {
            ConditionSubject::Text(text) => fold(text) == wanted,
            ConditionSubject::Proposal(_) => false,
        };
        let typed = ConditionSubject::Text(name.as_str().to_owned());
        let mut subjects = vec![typed];
        for subject in on_record.filter(fits) {
            if !subjects.contains(subject) {
                subjects.push(subject.clone());
            }
        }
        subjects
    }

    /// The sources of a key, title, publisher or origin, all but the key folded: a publisher may have many, and what a
    /// wire service wrote is according to it, whoever printed it.
    fn sources(&self, name: &Name) -> Found<Vec<SourceId>> {
        let wanted = fold(name.as_str());
        let named = |text: &str| fold(text) == wanted;
        let fits = |source: &Source| {
            let made_by = [&source.publisher, &source.origin].into_iter().flatten().any(|maker| named(maker));
            source.key.as_str() == name.as_str() || named(&source.title) || made_by
        };
        let found = self.graph.sources().filter(|(_, source)| fits(source)).map(|(id, _)| id);
        let found: Vec<SourceId> = found.collect();
        if found.is_empty() { Err(Unclear::unknown(name, "source", Vec::new())) } else { Ok(found) }
    }
}

fn plain(clause: &query::Clause) -> Clause {
    Clause { word: clause.word, negation: clause.negation }
}
