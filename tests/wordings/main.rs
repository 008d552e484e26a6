//! Every form and modifier in the wordings people use, and the query each is read as.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

mod faults;
mod sides;
mod times;

use stancegraph::graph::Vocabulary;
use stancegraph::{ask, datasets};

fn vocabulary() -> &'static Vocabulary {
    datasets::article().unwrap().vocabulary()
}

/// What a question is read as, in the canonical wording; or the message that says why it is not.
fn reading(question: &str, vocabulary: Option<&Vocabulary>) -> String {
    ask::parse(question, vocabulary).map_or_else(|error| error.to_string(), |query| query.to_string())
}

/// Checks questions that read the same with and without a graph's names.
#[track_caller]
fn check(expected: &str, questions: &[&str]) {
    for question in questions {
        assert_eq!(reading(question, Some(vocabulary())), expected, "with names: {question}");
        assert_eq!(reading(question, None), expected, "without names: {question}");
    }
}

/// Checks questions that need to know which names there are.
#[track_caller]
fn check_known(expected: &str, questions: &[&str]) {
    for question in questions {
        assert_eq!(reading(question, Some(vocabulary())), expected, "{question}");
    }
}

#[test]
fn who_holds_a_polarity() {
    check(
        r#"who opposes "foreign troops""#,
        &[
            "who opposes foreign troops",
            "Who opposes foreign troops?",
            "WHO OPPOSES foreign troops??",
            "  who   opposes\tthe   foreign   troops ",
            "who opposed foreign troops?",
            "who is against foreign troops?",
            "Who's against foreign troops?",
            "who is opposed to foreign troops",
            "who was against foreign troops?",
            "who are opposing foreign troops",
            "who has opposed foreign troops?",
            "who comes out against foreign troops",
            "who does oppose foreign troops",
            "by whom was foreign troops opposed?",
            "who opposes “foreign troops”?",
            r#"who opposes "foreign troops""#,
        ],
    );
    check(
        r#"who supports "ground troops""#,
        &[
            "who supports ground troops?",
            "who backs ground troops",
            "who favors ground troops",
            "who favours ground troops",
            "who is for ground troops",
            "who is in favor of ground troops",
            "who's in favour of ground troops?",
            "who came out in favor of ground troops",
        ],
    );
    check(
        r#"who is neutral on "foreign troops""#,
        &["who is neutral on foreign troops", "who was neutral towards the foreign troops?"],
    );
}

#[test]
fn who_holds_exactly_a_stance() {
    check(
        r#"who rejects "foreign troops""#,
        &[
            "who rejects foreign troops",
            "who turned down foreign troops",
            "who rules out foreign troops",
            "who has rejected foreign troops?",
            "who is rejecting foreign troops",
            "By whom were foreign troops rejected?",
            "by whom has foreign troops been turned down",
        ],
    );
    check(r#"who threatens "Ukraine""#, &["who threatens Ukraine?", "who is threatening Ukraine"]);
    check(
        r#"who criticizes "Russia""#,
        &["who criticizes Russia", "who criticises Russia", "who condemned Russia?"],
    );
    check(r#"who doubts "peace talks""#, &["who doubts peace talks", "who is sceptical of the peace talks"]);
    check(r#"who is open to "dialogue""#, &["who is open to dialogue?", "who was open to the dialogue"]);
    check(
        r#"who demands "security guarantees""#,
        &["who demands security guarantees", "who insists on security guarantees"],
    );
    check(
        r#"who requests "air support""#,
        &["who requests air support", "who asked for air support?", "who calls for air support"],
    );
    check(r#"who endorses "a truce""#, &["who endorses \"a truce\"", "who approves of “a truce”"]);
    check(
        r#"who pledges "air support""#,
        &["who pledges air support", "who is committing to air support", "who promised air support"],
    );
    check(r#"who accepts "ceasefire""#, &["who accepts the ceasefire", "who agreed to a ceasefire"]);
    check(r#"who offers "dialogue""#, &["who offers dialogue"]);
    check(
        r#"who proposes "dialogue""#,
        &["who proposes dialogue", "who put forward dialogue", "who suggests dialogue"],
    );
    check(r#"who withdraws "dialogue""#, &["who withdrew dialogue", "who took back dialogue"]);
}

#[test]
fn a_name_that_holds_another_is_taken_whole() {
    check(
        r#"who rejects "Russia as a guarantor""#,
        &["who rejects Russia as a guarantor", "who rejected the Russia as a guarantor?"],
    );
    check_known(
        r#"who supports "Ukraine's right to choose its security partners""#,
        &["who supports Ukraine's right to choose its security partners"],
    );
    check(r#"who opposes "troops in Atlantis""#, &["who opposes troops in Atlantis?"]);
    check(r#"who opposes "peace at any cost""#, &[r#"who opposes "peace at any cost""#]);
    check(r#"who opposes "peace" at "any cost""#, &["who opposes peace at any cost"]);
}

#[test]
fn votes_are_votes() {
    check(
        r#"who voted against "A/RES/ES-11/1""#,
        &[
            "who voted against A/RES/ES-11/1?",
            "who votes against A/RES/ES-11/1",
            "who voted no on A/RES/ES-11/1",
        ],
    );
    check(
        r#"who voted for "A/RES/ES-11/1""#,
        &[
            "who voted for A/RES/ES-11/1",
            "who has voted in favor of A/RES/ES-11/1",
            "who voted in favour of A/RES/ES-11/1",
            "who did vote yes on A/RES/ES-11/1",
        ],
    );
    check(
        r#"who abstained on "A/RES/ES-11/1""#,
        &["who abstained on A/RES/ES-11/1", "who abstained in the vote on A/RES/ES-11/1?"],
    );
    check(
        r#"who was absent on "A/RES/ES-11/1""#,
        &[
            "who was absent on A/RES/ES-11/1",
            "who is absent from A/RES/ES-11/1",
            "who missed the vote on A/RES/ES-11/1",
        ],
    );
    check(
        r#"did "Germany" vote for "A/RES/ES-11/1""#,
        &["did Germany vote for A/RES/ES-11/1?", "has Germany voted for A/RES/ES-11/1"],
    );
    check(r#"was "Kenya" absent on "A/RES/ES-11/1""#, &["was Kenya absent on A/RES/ES-11/1?"]);
    check(r#"what did "Germany" vote for"#, &["what did Germany vote for?", "what has Germany voted for"]);
}

#[test]
fn not_is_not_silence() {
    check(
        r#"who doesn't support "foreign troops""#,
        &[
            "who doesn't support foreign troops?",
            "who doesn’t support foreign troops",
            "who doesnt support foreign troops",
            "who does not support foreign troops",
            "who didn't support foreign troops",
            "who has not supported foreign troops",
            "who isn't for foreign troops",
            "who is not in favor of foreign troops",
        ],
    );
    check(r#"who didn't vote for "A/RES/ES-11/1""#, &["who did not vote for A/RES/ES-11/1"]);
    check(r#"how many don't support "foreign troops""#, &["how many do not support foreign troops?"]);
}

#[test]
fn yes_or_no() {
    check(
        r#"does "Germany" support "foreign troops""#,
        &[
            "does Germany support foreign troops?",
            "did Germany support foreign troops?",
            "is Germany for foreign troops?",
            "is Germany in favor of foreign troops",
            "has Germany backed foreign troops?",
            "is Germany supporting foreign troops",
        ],
    );
    check(
        r#"does "Trump" reject "ground troops""#,
        &["does Trump reject ground troops?", "has Trump ruled out ground troops"],
    );
    check(
        r#"does "Germany" not support "foreign troops""#,
        &[
            "does Germany not support foreign troops?",
            "doesn't Germany support foreign troops",
            "is Germany not for foreign troops",
            "isn't Germany for foreign troops?",
        ],
    );
    // What drifts is a net: nobody asks for a trend.
    check(
        r#"does "Germany" support "ban on drift nets""#,
        &["did Germany support the ban on drift nets?", "has Germany supported the ban on drift nets"],
    );
    check(r#"does "Germany" oppose "drift net fishing""#, &["did Germany oppose drift net fishing?"]);
    check(r#"is "Putin" open to "dialogue""#, &["is Putin open to dialogue?"]);
    check(
        r#"does "Coalition of the Willing" support "air support""#,
        &["does the Coalition of the Willing support air support?"],
    );
}

#[test]
fn how_many() {
    check(
        r#"how many support "foreign troops""#,
        &[
            "how many support foreign troops?",
            "how many are for foreign troops",
            "how many have supported foreign troops",
        ],
    );
    check(
        r#"how many nations support "foreign troops""#,
        &[
            "how many nations support foreign troops?",
            "how many countries are in favor of foreign troops",
            "how many states support foreign troops",
            "how many support foreign troops by nation",
        ],
    );
    check(
        r#"how many nations voted against "A/RES/ES-11/1""#,
        &["how many countries voted against A/RES/ES-11/1"],
    );
    check(
        r#"who opposes "foreign troops" by nation"#,
        &["which nations oppose foreign troops?", "what countries are against foreign troops"],
    );
}

#[test]
fn what_a_holder_holds() {
    check(
        r#"what does "Ukraine" demand"#,
        &[
            "what does Ukraine demand?",
            "what did Ukraine demand",
            "what has Ukraine demanded?",
            "what is Ukraine demanding?",
            "What does Ukraine insist on?",
        ],
    );
    check(
        r#"what does "Russia" oppose"#,
        &["what does Russia oppose", "what is Russia against?", "what's Russia opposed to?"],
    );
    check(
        r#"what does "Russia" threaten"#,
        &["whom does Russia threaten?", "who does Russia threaten", "what does Russia threaten"],
    );
    check(r#"what did "Putin" say"#, &["what did Putin say?", "what does Putin say", "what has Putin said?"]);
    check(
        r#"what did "Putin" say at "Eastern Economic Forum""#,
        &[
            "what did Putin say at the Eastern Economic Forum?",
            "What did Putin say at “Eastern Economic Forum”",
        ],
    );
}

#[test]
fn demands_and_the_like_are_nouns_too() {
    check(
        r#"what does "Ukraine" demand"#,
        &["Ukraine's demands", "what are Ukraine's demands?", "demands of Ukraine", "the demands of Ukraine"],
    );
    check(r#"what does "Russia" threaten"#, &["what were Russia's threats?"]);
    check(r#"who opposes "Russia's position on grain""#, &["who opposes Russia's position on grain?"]);
    check(r#"who rejects "Ukraine's demands""#, &["please, can you tell me who rejects Ukraine's demands?"]);
}

#[test]
fn profiles_and_positions() {
    check(
        r#"stances of "Russia""#,
        &[
            "stances of Russia",
            "Positions of Russia",
            "what are the stances of Russia?",
            "Russia's stances",
            "what are Russia's positions?",
            "list stances of Russia",
            "position of Russia",
        ],
    );
    check(
        r#"stances of "Ukraine" on behalf of "Ukraine""#,
        &["stances held on behalf of Ukraine", "positions on behalf of Ukraine"],
    );
    check(
        r#"position of "Russia" on "foreign troops""#,
        &[
            "position of Russia on foreign troops",
            "what is the position of Russia on foreign troops?",
            "what is Russia's position on foreign troops?",
            "what is Russia’s stance on foreign troops?",
            "What's Russia's view on the foreign troops?",
            "Russia's position on foreign troops",
            "where does Russia stand on foreign troops?",
            "where did Russia stand on foreign troops",
            r#"what is "Russia"'s position on "foreign troops"?"#,
        ],
    );
}

#[test]
fn pairs_and_traits() {
    check("who threatens whom", &["who threatens whom?", "who threatens who", "who is threatening whom"]);
    check("who demands what", &["who demands what?", "who has demanded what"]);
    check("who criticizes whom by nation", &["who criticizes whom by nation"]);
    for word in ["conditional", "hedged", "hinted", "unnamed", "undated", "quoted"] {
        let expected = format!("which stances are {word}");
        check(&expected, &[&format!("which stances are {word}?"), &format!("what statements were {word}")]);
    }
}

#[test]
fn reasons_and_contradictions() {
    check(
        r#"why does "Putin" oppose "foreign troops""#,
        &["why does Putin oppose foreign troops?", "Why is Putin against foreign troops"],
    );
    check(
        r#"why does "Germany" not support "foreign troops""#,
        &["why doesn't Germany support foreign troops?", "why does Germany not support foreign troops"],
    );
    check("contradictions", &["contradictions", "What contradicts what?", "list the contradictions"]);
    check(r#"contradictions of "Putin""#, &["contradictions of Putin", "list contradictions of Putin"]);
    check(r#"contradictions on "foreign troops""#, &["contradictions on foreign troops"]);
}

#[test]
fn positions_over_time() {
    check(
        r#"timeline of "Russia" on "foreign troops""#,
        &["timeline of Russia on foreign troops", "show the timeline of Russia on foreign troops"],
    );
    check(
        r#"who changed position on "foreign troops" between 2025-01 and 2025-09-05"#,
        &["who changed position on foreign troops between January 2025 and 2025-09-05?"],
    );
    check(
        r#"position of "Russia" on "foreign troops" by last word"#,
        &["last word of Russia on foreign troops", "position of Russia on foreign troops by last word"],
    );
    check(r#"who opposes "foreign troops" by last word"#, &["who opposes foreign troops by last word"]);
}

#[test]
fn ties() {
    check(
        r#"who leads "NATO""#,
        &[
            "who leads NATO?",
            "who heads NATO",
            "who is the leader of NATO?",
            "leader of NATO",
            "who led NATO",
        ],
    );
    check(
        r#"who represents "Russia""#,
        &["who represents Russia?", "who speaks for Russia", "representatives of Russia"],
    );
    check(
        r#"members of "EU""#,
        &[
            "members of the EU",
            "who are the members of the EU?",
            "who belongs to the EU",
            "member states of the EU",
            "which nations are members of the EU",
            "who is a member of the EU",
        ],
    );
    check(
        r#"members of "EU" as of 1996"#,
        &["members of the EU as of 1996", "Who belonged to the EU, as of 1996?"],
    );
    check(r#"what does "Rutte" lead"#, &["what does Rutte lead?", "what did Rutte head"]);
    check(r#"what does "Putin" represent"#, &["whom does Putin represent?", "what does Putin speak for"]);
    check(
        r#"what is "Finland" a member of"#,
        &["what is Finland a member of?", "what does Finland belong to"],
    );
    check(
        r#"kinds of "foreign troops""#,
        &["kinds of foreign troops", "what are the kinds of foreign troops?"],
    );
    check(r#"what is "ceasefire" contrary to"#, &["what is the ceasefire contrary to?"]);
    check(r#"what concerns "Ukraine""#, &["what concerns Ukraine?"]);
}

#[test]
fn modifiers_in_any_order() {
    check(
        r#"who opposes "foreign troops" on behalf of "Russia" at "Eastern Economic Forum" according to "Reuters" by nation including inferred assuming "a ceasefire" as of 2025-09-05 known at 2026"#,
        &[
            r#"who opposes foreign troops known at 2026 as of 2025-09-05 assuming "a ceasefire" including inferred by nation according to Reuters at the Eastern Economic Forum on behalf of Russia?"#,
            r#"who opposes foreign troops at the Eastern Economic Forum by country on behalf of Russia, known as of 2026, with inferred positions, as of the 5th of September 2025, assuming that "a ceasefire" according to Reuters"#,
        ],
    );
    check(
        r#"who opposes "X" as of 2025-09"#,
        &[
            "who opposes X as of September 2025",
            "who opposes X as of 2025-09",
            "who opposes X as of Sept 2025?",
        ],
    );
    check(
        r#"who opposes "X" as of 2025-09-05"#,
        &["who opposes X as of 5 September 2025", "who opposes X as of September 5, 2025"],
    );
    check(
        r#"who opposes "X" assuming "truce" assuming "talks""#,
        &["who opposes X assuming a truce assuming talks"],
    );
}
