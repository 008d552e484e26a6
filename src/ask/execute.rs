//! Running a query: its plan is carried out on the graph, or what is unclear is asked back.

use crate::answer::{self, Answer, Candidate, Content, Coverage, Outcome, Understanding, Verdict};
use crate::graph::StanceGraph;
use crate::position::{Reason, Selection};
use crate::query::{Form, Query, Reading};

use super::aside;
use super::error::QuestionError;
use super::idle;
use super::plan::{Body, Names, Plan, Unclear};

/// Runs a query against a graph.
pub(super) fn run(graph: &StanceGraph, query: &Query) -> Answer {
    let mut names = Names::of(graph, query);
    match names.plan(query) {
        Ok(plan) => carry_out(graph, query, names, &plan),
        Err(unclear) => ask_back(graph, query, names, unclear),
    }
}

fn carry_out(graph: &StanceGraph, query: &Query, names: Names<'_>, plan: &Plan) -> Answer {
    let selection = Selection::new(graph, plan.lens.clone());
    let content = content(&selection, plan);
    // Nobody has a record on a topic, but on what is about it.
    let targets = match plan.body {
        Body::Camps(matter) => selection.parts_of(matter).into_iter().collect(),
        _ => names.targets.clone(),
    };
    let coverage = (!targets.is_empty()).then(|| Coverage::of(&selection, &targets));
    let outcome = if is_silent(&content) { Outcome::NoRecord } else { Outcome::Answer };
    let content = match outcome {
        Outcome::NoRecord => aside::on_what_it_backs(&selection, plan, &names.read, content),
        _ => content,
    };
    let mut answer = Answer { outcome, content, coverage, ..dressed(graph, query, names) };
    // A last word is told even where what it was to hold until came about; no tie hangs on anything, and agreement is
    // counted over last words.
    let hangs_on_nothing = matches!(
        plan.body,
        Body::Ties(..) | Body::Tied(..) | Body::Agreement(_) | Body::Agreeing(..) | Body::Mediation(..)
    );
    let reads_last_words = plan.view.reading == Reading::LastWord && idle::reads_last_words(query);
    if !reads_last_words && !hangs_on_nothing {
        let (assumptions, idle) = answer::assumptions(&selection, &answer.understanding, &plan.assumed);
        answer.content.assumptions = assumptions;
        answer.content.notes.extend(idle);
    }
    answer.content.notes.extend(idle::notes(query));
    answer.understanding.lens = Some(plan.lens.clone());
    answer
}

/// Whether nothing is on record; a verdict beside mere mentions is. A moment or a comparison that finds nothing is
/// silent, whatever else is on record.
fn is_silent(content: &Content) -> bool {
    if let Some(when) = &content.when {
        return when.findings.is_empty();
    }
    match (content.verdict, &content.reasons) {
        (Some(Verdict::NoRecord), _) => content.findings.is_empty() && content.hinted.is_empty(),
        (_, Some(reasons)) => reasons.iter().any(|(reason, _)| *reason == Reason::NoRecord),
        _ => content.is_empty(),
    }
}

/// What the form finds.
fn content(selection: &Selection<'_>, plan: &Plan) -> Content {
    match plan.body {
        Body::Who(ref clauses) => answer::joined(selection, clauses, plan.view),
        Body::Count(ref clauses) => answer::count(selection, clauses, plan.view),
        Body::Does(holder, target, clause) => answer::does(selection, holder, target, clause),
        Body::What(holder, word) => answer::what(selection, holder, word),
        Body::Said(holder, about) => answer::said(selection, holder, about),
        Body::Profile(holder) => answer::profile(selection, holder),
        Body::Position(holder, target) if plan.view.reading == Reading::LastWord => {
            answer::last_word(selection, holder, target)
        }
        Body::Position(holder, target) => answer::position(selection, holder, target),
        Body::Timeline(holder, target) => answer::timeline(selection, holder, target),
        Body::Changes(target, earlier, later) => {
            answer::changes(selection, target, earlier, later, plan.view.listing)
        }
        Body::WhyNot(holder, target, clause) => answer::why_not(selection, holder, target, clause),
        Body::Contradictions(holder, target) => answer::contradictions(selection, holder, target),
        Body::Pairs(word, toward) => answer::pairs(selection, word, toward, plan.view),
        Body::Which(ref asked) => answer::which(selection, asked),
        Body::Ties(kind, side, node) => answer::ties(selection, kind, side, node),
        Body::Tied(from, kind, to) => answer::tied(selection, from, kind, to),
        Body::When(moment, holder, target, clause) => answer::when(selection, moment, holder, target, clause),
        Body::Compare(facet, holders, target) => {
            answer::compare(selection, facet, holders, target, plan.view.reading)
        }
        Body::Agreement(holders) => answer::agreement(selection, holders),
        Body::Agreeing(degree, holder) => answer::agreeing(selection, degree, holder, plan.view),
        Body::Support(target) => answer::support(selection, target),
        Body::Drift(holder, target) => answer::drift(selection, holder, target),
        Body::Camps(target) => answer::camps(selection, target, plan.view),
        Body::Isolated(target) => answer::isolated(selection, target, plan.view),
        Body::Mediation(parties, target) => answer::mediation(selection, parties, target, plan.view),
    }
}

/// What is told of a name that leads nowhere, or to several things.
fn ask_back(graph: &StanceGraph, query: &Query, names: Names<'_>, unclear: Unclear) -> Answer {
    let Unclear { name, why, candidates, unknown } = unclear;
    let content = Content {
        notes: vec![why],
        verdict: (unknown && matches!(query.form, Form::Does(..) | Form::Why(..) | Form::Tied(..)))
            .then_some(Verdict::NotInData),
        reasons: (unknown && matches!(query.form, Form::WhyNot(..)))
            .then(|| vec![(Reason::UnknownName, Vec::new())]),
        ..Content::default()
    };
    let outcome = if unknown && candidates.is_empty() { Outcome::NoRecord } else { Outcome::Clarify };
    let unclear = Some(answer::Unclear { typed: name.as_str().to_owned(), span: name.span() });
    Answer { outcome, content, candidates, unclear, ..dressed(graph, query, names) }
}

/// An answer without its content.
fn dressed(graph: &StanceGraph, query: &Query, names: Names<'_>) -> Answer {
    Answer {
        graph: graph.clone(),
        question: None,
        query: query.clone(),
        understood: names.read.to_string(),
        understanding: Understanding {
            resolved: names.read,
            names: names.found,
            holders: names.holders,
            targets: names.targets,
            lens: None,
        },
        outcome: Outcome::NoRecord,
        content: Content::default(),
        coverage: None,
        corrections: names.corrections,
        candidates: Vec::<Candidate>::new(),
        unclear: None,
    }
}

impl Query {
    /// How this query is read and carried out on a graph: names, words, rules, filters, and what is left out and why.
    ///
    /// # Errors
    /// As [`StanceGraph::run`].
    ///
    /// # Example
    /// ```
    /// use stancegraph::{Polarity, Query};
    /// let graph = stancegraph::datasets::article()?;
    /// let explanation = Query::who(Polarity::Against).on("foreign troop").explain(graph)?;
    /// assert_eq!(explanation.names[0].key.as_str(), "foreign-troops-in-ukraine");
    /// assert!(explanation.to_string().contains("opposes: every stance against it"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn explain(&self, graph: &StanceGraph) -> Result<answer::Explanation, QuestionError> {
        Ok(run(graph, self).explanation())
    }
}
