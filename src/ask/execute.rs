//! Running a query: names to nodes, times to a lens, the form to its body.

use crate::answer::{self, Answer, Candidate, Clause, Content, Correction, Coverage, Outcome, Verdict};
use crate::graph::{StanceGraph, fold};
use crate::model::{ConditionSubject, Date, NodeId, SourceId};
use crate::position::{Lens, Selection};
use crate::query::{self, Form, Listing, Modifiers, Name, Query};

use super::resolve::{Resolution, Role, resolve};

/// Runs a query against a graph.
pub(crate) fn run(graph: &StanceGraph, query: &Query) -> Answer {
    let mut names = Names {
        graph,
        read: query.clone(),
        asked: query.clone(),
        corrections: Vec::new(),
        targets: Vec::new(),
    };
    match names.plan(query) {
        Ok(plan) => names.carry_out(&plan),
        Err(unclear) => names.ask_back(unclear),
    }
}

/// A query with its names resolved.
struct Plan {
    form: Body,
    lens: Lens,
    listing: Listing,
}

/// A form of question over nodes.
enum Body {
    Who(NodeId, Clause),
    Count(NodeId, Clause),
    Does(NodeId, NodeId, Clause),
    What(NodeId, query::Word),
    Said(NodeId),
    Profile(NodeId),
    Position(NodeId, NodeId),
    Pairs(query::Word, query::Toward),
    Which(query::Trait),
    Ties(crate::model::TieKind, query::TieSide, NodeId),
}

/// A name that does not lead to one node.
struct Unclear {
    name: Name,
    role: Role,
    candidates: Vec<Candidate>,
    /// Several things have this name, as against none.
    ambiguous: bool,
}

/// The names of one query on their way to nodes.
struct Names<'g> {
    graph: &'g StanceGraph,
    /// The query with preferred names in place of those typed.
    read: Query,
    asked: Query,
    corrections: Vec<Correction>,
    /// What the question is about, for the coverage.
    targets: Vec<NodeId>,
}

impl Names<'_> {
    fn plan(&mut self, query: &Query) -> Result<Plan, Unclear> {
        let form = self.body(&query.form)?;
        let lens = self.lens(&query.modifiers)?;
        Ok(Plan { form, lens, listing: query.modifiers.listing })
    }

    fn body(&mut self, form: &Form) -> Result<Body, Unclear> {
        let (body, read) = match form {
            Form::Who(clause) => {
                let (target, read) = self.clause(clause)?;
                (Body::Who(target, plain(clause)), Form::Who(read))
            }
            Form::Count(clause) => {
                let (target, read) = self.clause(clause)?;
                (Body::Count(target, plain(clause)), Form::Count(read))
            }
            Form::Does(holder, clause) => {
                let (holder, holder_name) = self.find(holder, Role::Holder)?;
                let (target, read) = self.clause(clause)?;
                (Body::Does(holder, target, plain(clause)), Form::Does(holder_name, read))
            }
            Form::Position(holder, target) => {
                let (holder, holder_name) = self.find(holder, Role::Holder)?;
                let (target, target_name) = self.target(target)?;
                (Body::Position(holder, target), Form::Position(holder_name, target_name))
            }
            Form::What(holder, word) => {
                let (holder, name) = self.find(holder, Role::Holder)?;
                (Body::What(holder, *word), Form::What(name, *word))
            }
            Form::Said(holder) => {
                let (holder, name) = self.find(holder, Role::Holder)?;
                (Body::Said(holder), Form::Said(name))
            }
            Form::Profile(holder) => {
                let (holder, name) = self.find(holder, Role::Holder)?;
                (Body::Profile(holder), Form::Profile(name))
            }
            Form::Ties(kind, side, name) => {
                let (node, name) = self.find(name, Role::Holder)?;
                (Body::Ties(*kind, *side, node), Form::Ties(*kind, *side, name))
            }
            Form::Pairs(word, toward) => (Body::Pairs(*word, *toward), form.clone()),
            Form::Which(asked) => (Body::Which(*asked), form.clone()),
        };
        self.read.form = read;
        Ok(body)
    }

    fn clause(&mut self, clause: &query::Clause) -> Result<(NodeId, query::Clause), Unclear> {
        let (target, name) = self.target(&clause.target)?;
        Ok((target, query::Clause { target: name, ..clause.clone() }))
    }

    fn target(&mut self, name: &Name) -> Result<(NodeId, Name), Unclear> {
        let found = self.find(name, Role::Target)?;
        self.targets.push(found.0);
        Ok(found)
    }

    /// The node of a name: a key as it stands, otherwise through the vocabulary.
    fn find(&mut self, name: &Name, role: Role) -> Result<(NodeId, Name), Unclear> {
        let by_key = self.graph.find(name.as_str());
        let unclear =
            |candidates, ambiguous| Err(Unclear { name: name.clone(), role, candidates, ambiguous });
        let node = match by_key {
            Some(node) => node,
            None => match resolve(self.graph.vocabulary(), self.graph.all_nodes(), name, role) {
                Resolution::Found { node, correction } => {
                    self.corrections.extend(correction);
                    node
                }
                Resolution::Ambiguous(candidates) => return unclear(candidates, true),
                Resolution::Unknown { nearest } => return unclear(nearest, false),
            },
        };
        Ok((node, Name::new(self.graph.at(node).name())))
    }

    fn lens(&mut self, modifiers: &Modifiers) -> Result<Lens, Unclear> {
        let on_behalf_of = match &modifiers.on_behalf_of {
            Some(name) => {
                let (power, name) = self.find(name, Role::Power)?;
                self.read.modifiers.on_behalf_of = Some(name);
                Some(power)
            }
            None => None,
        };
        let assuming = modifiers.assuming.iter().map(|name| self.condition(name)).collect();
        Ok(Lens {
            as_of: modifiers.as_of.map(Date::latest),
            known_at: modifiers.known_at.map(Date::latest),
            assuming,
            inference: modifiers.inference,
            on_behalf_of,
            occasion: modifiers.occasion.as_ref().map(|name| fold(name.as_str())),
            source: modifiers.source.as_ref().map(|name| self.source(name)).transpose()?,
        })
    }

    /// A proposal by its key or exact name; otherwise the words of a condition.
    fn condition(&self, name: &Name) -> ConditionSubject {
        let exact = self.graph.find(name.as_str()).or_else(|| {
            match resolve(self.graph.vocabulary(), self.graph.all_nodes(), name, Role::Target) {
                Resolution::Found { node, correction: None } => Some(node),
                _ => None,
            }
        });
        let worded = || ConditionSubject::Text(name.as_str().to_owned());
        exact.map_or_else(worded, ConditionSubject::Proposal)
    }

    /// A source by its key, or by its title or publisher, folded.
    fn source(&self, name: &Name) -> Result<SourceId, Unclear> {
        let wanted = fold(name.as_str());
        let named = |text: &str| fold(text) == wanted;
        let fits = |source: &crate::model::Source| {
            source.key.as_str() == name.as_str()
                || named(&source.title)
                || source.publisher.as_deref().is_some_and(named)
        };
        let found = self.graph.sources().find(|(_, source)| fits(source)).map(|(id, _)| id);
        found.ok_or_else(|| Unclear {
            name: name.clone(),
            role: Role::Any,
            candidates: vec![],
            ambiguous: false,
        })
    }

    fn carry_out(self, plan: &Plan) -> Answer {
        let selection = Selection::new(self.graph, plan.lens.clone());
        let content = content(&selection, &plan.form, plan.listing);
        let coverage = (!self.targets.is_empty()).then(|| Coverage::of(&selection, &self.targets));
        let outcome = match content.verdict {
            _ if content.is_empty() => Outcome::NoRecord,
            Some(Verdict::NoRecord) if content.hinted.is_empty() && content.findings.is_empty() => {
                Outcome::NoRecord
            }
            _ => Outcome::Answer,
        };
        self.answer(outcome, content, coverage, Vec::new())
    }

    /// What is told of a name that leads nowhere, or to several things.
    fn ask_back(self, unclear: Unclear) -> Answer {
        let Unclear { name, role, candidates, ambiguous } = unclear;
        let shown: String = name.as_str().chars().take(100).collect();
        let note = if ambiguous {
            format!("`{shown}` may mean several things; none was picked")
        } else {
            format!("no {} in the data is called `{shown}`", role.noun())
        };
        let is_verdict = matches!(self.read.form, Form::Does(..)) && !ambiguous;
        let content = Content {
            notes: vec![note],
            verdict: is_verdict.then_some(Verdict::NotInData),
            ..Content::default()
        };
        let outcome = if candidates.is_empty() { Outcome::NoRecord } else { Outcome::Clarify };
        self.answer(outcome, content, None, candidates)
    }

    fn answer(
        self,
        outcome: Outcome,
        content: Content,
        coverage: Option<Coverage>,
        candidates: Vec<Candidate>,
    ) -> Answer {
        Answer {
            graph: self.graph.clone(),
            question: None,
            understood: self.read.to_string(),
            query: self.asked,
            outcome,
            content,
            coverage,
            corrections: self.corrections,
            candidates,
        }
    }
}

fn plain(clause: &query::Clause) -> Clause {
    Clause { word: clause.word, negation: clause.negation }
}

fn content(selection: &Selection<'_>, form: &Body, listing: Listing) -> Content {
    match *form {
        Body::Who(target, clause) => answer::who(selection, target, clause, listing),
        Body::Count(target, clause) => answer::count(selection, target, clause, listing),
        Body::Does(holder, target, clause) => answer::does(selection, holder, target, clause),
        Body::What(holder, word) => answer::what(selection, holder, word),
        Body::Said(holder) => answer::said(selection, holder),
        Body::Profile(holder) => answer::profile(selection, holder),
        Body::Position(holder, target) => answer::position(selection, holder, target),
        Body::Pairs(word, toward) => answer::pairs(selection, word, toward),
        Body::Which(asked) => answer::which(selection, asked),
        Body::Ties(kind, side, node) => answer::ties(selection, kind, side, node),
    }
}
