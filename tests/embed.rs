//! Embedding the crate: ten lines from a bundled graph to evidence, and what an application relies on.

use std::error::Error;
use std::thread;

use stancegraph::{Answer, LoadError, Polarity, Query, QuestionError, StanceGraph};

#[test]
fn ten_lines_ask_a_graph_in_words_and_as_data() -> Result<(), Box<dyn Error>> {
    let mut printed = Vec::new();
    let graph = stancegraph::datasets::article()?;
    let answer = graph.ask("who opposes foreign troops")?;
    for f in answer.findings() {
        printed.push(format!("{} {} {}", f.holder().name(), f.stance(), f.target().name()));
        for e in f.evidence() {
            printed.push(format!("  {:?} {}", e.quote(), e.locator()));
        }
    }
    let query = Query::who(Polarity::Against).on("foreign troops").as_of("2025-09-05".parse()?);
    assert_eq!(graph.run(&query)?.findings().len(), answer.findings().len());
    let expected =
        ["Vladimir Putin rejects foreign troops in Ukraine", "  None paragraph 1", "  None paragraph 3"];
    assert_eq!(printed, expected);
    Ok(())
}

#[test]
fn answers_and_graphs_go_to_other_threads_and_outlive_their_maker() {
    const fn is_free<T: Send + Sync + 'static>() {}
    is_free::<Answer>();
    is_free::<StanceGraph>();
    is_free::<LoadError>();
    is_free::<QuestionError>();

    let ask = || {
        let graph = stancegraph::datasets::article().unwrap().clone();
        graph.ask("who opposes foreign troops").unwrap()
    };
    let answer = thread::spawn(ask).join().unwrap();
    assert_eq!(answer.findings()[0].holder().name(), "Vladimir Putin");
}

#[test]
fn a_question_that_cannot_be_taken_says_where_and_what_to_write_instead() {
    let question = "who opoxes foreign troops";
    let error = stancegraph::datasets::article().unwrap().ask(question).unwrap_err();
    assert_eq!(&question[error.span().unwrap()], "opoxes");
    assert!(error.to_string().contains("`opposes`"), "{error}");
}
