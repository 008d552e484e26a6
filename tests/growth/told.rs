//! Everything a graph tells: the answers to typed questions and to questions in words, and what it lists.

use stancegraph::model::{NodeId, TieKind};
use stancegraph::position::{Lens, Selection};
use stancegraph::{Polarity, StanceGraph, render};

use crate::naive::world::Question;
use crate::worlds::draft;

/// The answer in every form of print, or what is said instead of one.
pub(crate) fn typed(graph: &StanceGraph, question: &Question) -> String {
    match graph.run(&draft::query(question)) {
        Ok(answer) => printed(&answer),
        Err(error) => error.to_string(),
    }
}

fn printed(answer: &stancegraph::Answer) -> String {
    let (json, text) = (render::json(answer), render::text(answer));
    [json, text, render::table(answer), render::markdown(answer)].join("\n")
}

/// Questions in words of every form that typed ones do not have here.
pub(crate) fn in_words(graph: &StanceGraph, holder: &str, other: &str, target: &str) -> String {
    let questions = [
        format!("stances of the {holder}"),
        format!("what did the {holder} say about the {target}"),
        format!("why does the {holder} support the {target}"),
        format!("when did the {holder} first oppose the {target}"),
        format!("since when does the {holder} support the {target}"),
        format!("compare the {holder} and the {other}"),
        format!("timeline of the {holder} on the {target}"),
        format!("who changed position on the {target} between 2010-01 and 2012-12"),
        format!("last word of the {holder} on the {target}"),
        format!("who opposes the {target} and supports the {target} as of 2012-06-01"),
        format!("who represents the {other}"),
        format!("members of the {other}"),
        format!("stances of the {holder} known at 2011-06-10"),
        "which stances are conditional".to_owned(),
        "which stances are hinted".to_owned(),
        "what contradicts what".to_owned(),
        "who supports what".to_owned(),
    ];
    let answers = questions.iter().map(|question| match graph.ask(question) {
        Ok(answer) => format!("{question}\n{}\n{:?}", printed(&answer), answer.explanation()),
        Err(error) => format!("{question}\n{error}"),
    });
    answers.collect::<Vec<_>>().join("\n")
}

/// What the graph lists of its nodes, ties and statements, and what streams over them find.
pub(crate) fn listed(graph: &StanceGraph) -> String {
    let mut told = vec![
        format!("{:?}", graph.nodes().collect::<Vec<_>>()),
        format!("{:?}", graph.sources().collect::<Vec<_>>()),
        format!("{:?}", graph.ties().collect::<Vec<_>>()),
        format!("{:?}", graph.condition_records()),
    ];
    told.extend(graph.statements().map(|(id, statement)| format!("{id:?} {statement:?}")));
    told.extend(graph.statements().map(|(id, _)| format!("{:?}", graph.statement(id))));
    // Of the topics that fill the graph, of which nothing is said, the first two stand for all.
    let is_asked = |key: &str| !key.starts_with('t') || matches!(key, "t0" | "t1");
    let nodes = graph.nodes().filter(|(_, node)| is_asked(node.key.as_str()));
    let nodes: Vec<NodeId> = nodes.map(|(id, _)| id).collect();
    for as_of in [None, Some("2011-06-10")] {
        let mut lens = Lens::default();
        lens.as_of = as_of.map(|day| day.parse::<stancegraph::Date>().unwrap().latest());
        let selection = Selection::new(graph, lens);
        for &node in &nodes {
            told.push(format!("{:?}", selection.latest(node)));
            told.push(format!("{:?}", selection.latest_by_nation(node)));
            told.push(format!("{:?}", selection.leaning(node, Polarity::Against)));
            told.push(format!("{:?}", selection.monthly_flow(node)));
            told.push(format!("{:?}", selection.said_by(node)));
        }
    }
    for &node in &nodes {
        let key = graph.node(node).unwrap().key.as_str();
        assert_eq!(graph.find(key), Some(node));
        told.push(format!("{:?} {:?}", graph.statements_on(node), graph.statements_by(node)));
        told.push(format!("{:?}", graph.statements_bearing_on(node).collect::<Vec<_>>()));
        told.push(format!("{:?} {:?}", graph.narrower(node), graph.broader(node)));
        told.extend(TieKind::ALL.iter().map(|kind| format!("{:?}", graph.ties_from(node, *kind))));
        told.extend(TieKind::ALL.iter().map(|kind| format!("{:?}", graph.ties_to(node, *kind))));
        let names = graph.vocabulary();
        let name = graph.node(node).unwrap().name();
        told.push(format!("{:?} {:?}", names.exact(name).collect::<Vec<_>>(), names.nearest(name, 9)));
        told.push(format!("{:?}", names.containing(&name[4..], 9)));
    }
    told.push(format!("{:?}", graph.vocabulary().beginning_with("the", 99)));
    told.join("\n")
}
