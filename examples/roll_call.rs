//! Reads a roll call: who voted how on UN General Assembly resolution ES-11/1 of 2 March 2022.
//!
//! A vote is an act on record. An abstention is a position; an absence is none, and keeps its reason where it is known.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use stancegraph::{Query, Vote, datasets};

fn main() -> Result<(), Box<dyn Error>> {
    let graph = datasets::es_11_1()?;
    for (title, vote) in [
        ("in favor", Vote::For),
        ("against", Vote::Against),
        ("abstained", Vote::Abstained),
        ("no vote recorded", Vote::Absent),
    ] {
        let answer = graph.run(&Query::who(vote).on("A/RES/ES-11/1"))?;
        let names: Vec<String> = answer
            .findings()
            .iter()
            .map(|finding| match finding.reason() {
                Some(reason) => format!("{} ({reason})", finding.holder().name()),
                None => finding.holder().name().to_owned(),
            })
            .collect();
        println!("{title}: {}\n  {}\n", names.len(), names.join(", "));
    }

    // Votes by bloc: the members of the African Union on that day.
    let day = "2022-03-02".parse()?;
    let members = graph.ask("members of the African Union as of 2022-03-02")?;
    let favor = graph.run(&Query::who(Vote::For).on("A/RES/ES-11/1").as_of(day))?;
    let voters: Vec<_> = favor.findings().iter().map(|finding| finding.holder_id()).collect();
    let in_favor = members.ties().iter().filter(|tie| voters.contains(&tie.from)).count();
    println!("of the {} members of the African Union, {in_favor} voted in favor", members.ties().len());
    Ok(())
}
