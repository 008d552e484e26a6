//! What the README shows is what the crate does: the printed answer, the picture, the dataset.

#![expect(clippy::expect_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::diagram::Picture;
use stancegraph::format::{Format, read};
use stancegraph::{GraphBuilder, datasets, render};

const README: &str = include_str!("../README.md");

/// The first fenced block of a language.
#[track_caller]
fn block(language: &str) -> &'static str {
    let fence = format!("```{language}\n");
    let start = README.find(&fence).map(|at| at + fence.len()).expect("the README has such a block");
    let length = README[start..].find("```").expect("the block ends");
    &README[start..start + length]
}

#[test]
fn the_printed_answer_is_the_one_that_is_printed() {
    let answer = datasets::article().unwrap().ask("who opposes foreign troops").unwrap();
    assert_eq!(block("text").trim(), render::text(&answer).trim());
}

#[test]
fn the_picture_is_the_one_that_is_drawn() {
    let picture = Picture::of_graph(datasets::article().unwrap());
    assert_eq!(block("mermaid").trim(), picture.to_mermaid().trim());
}

#[test]
fn the_dataset_is_sound_and_answers() {
    let own = read(block("toml"), Format::Toml, "harbor.toml");
    assert_eq!(own.faults, []);
    let nations = read(datasets::text("nations").unwrap(), Format::Toml, "nations.toml");
    let graph = GraphBuilder::new().add(nations.draft).add(own.draft).build().unwrap();
    let answer = graph.ask("who supports the harbor treaty").unwrap();
    let findings = answer.findings();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].holder().name(), "Kenya");
    assert!(findings[0].is_conditional());
}

#[test]
fn every_question_it_lists_is_understood() {
    let table =
        README.split("## What can be asked").nth(1).unwrap().split("Any question takes").next().unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").nth(1)).skip(1);
    let questions: Vec<&str> = rows.flat_map(|row| row.trim_end_matches(" |").split(" · ")).collect();
    assert!(questions.len() > 20, "{questions:?}");
    for question in questions.into_iter().filter(|question| !question.starts_with("--")) {
        let read = stancegraph::ask::parse(question, Some(datasets::article().unwrap().vocabulary()));
        assert!(read.is_ok(), "{question}: {}", read.unwrap_err());
    }
}
