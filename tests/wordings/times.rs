//! Moments, periods, and modifiers wherever people put them.

use super::{check, check_known};

#[test]
fn first_last_and_since_when() {
    check(
        r#"when did "Sweden" first support "NATO membership""#,
        &[
            "when did Sweden first support NATO membership?",
            "when did Sweden support NATO membership first",
            "when did Sweden support NATO membership",
            "When was the first time that Sweden supported NATO membership?",
        ],
    );
    check(
        r#"when did "United States" first not vote against "embargo resolution""#,
        &[
            "when did the United States first not vote against the embargo resolution?",
            "when didn't the United States first vote against the embargo resolution",
        ],
    );
    check(
        r#"when did "Hungary" last reject "X""#,
        &[
            "when did Hungary last reject X?",
            "when was the last time Hungary rejected X",
            "when did Hungary reject X last",
        ],
    );
    check(
        r#"since when does "Türkiye" support "X""#,
        &[
            "since when does Türkiye support X?",
            "since when has Türkiye supported X",
            "tell me, since when does Türkiye support X",
            "how long has Türkiye supported X",
            "since when is Türkiye for X",
        ],
    );
}

#[test]
fn periods() {
    check(
        r#"who opposes "X" since 2022-03"#,
        &["who opposes X since March 2022", "who has opposed X ever since March 2022"],
    );
    check(r#"who opposes "X" after 2022"#, &["who opposes X after 2022"]);
    check(
        r#"who opposes "X" before 2022-05-12"#,
        &["who opposes X before 12 May 2022", "who opposed X prior to 12 May 2022"],
    );
    check(r#"who opposes "X" until 2022"#, &["who opposed X until 2022", "who opposed X up to 2022"]);
    check(r#"who opposes "X" in 2022-05"#, &["who opposed X in May 2022?", "who opposed X during May 2022"]);
    check(
        r#"who opposes "X" between 2022-01 and 2022-06"#,
        &["who opposed X between January 2022 and June 2022", "who opposed X from January 2022 to June 2022"],
    );
    check(
        r#"who changed position on "X" between 2022 and 2023"#,
        &["between 2022 and 2023, who changed position on X?", "who changed sides on X from 2022 to 2023"],
    );
    check(
        r#"who changed position on "X" since 2022-05"#,
        &["who changed position on X since May 2022", "Since May 2022, who changed course on X?"],
    );
}

#[test]
fn a_place_is_no_time() {
    check(r#"who opposes "troops in Atlantis""#, &["who opposes troops in Atlantis"]);
    check(r#"who supports "ceasefire before talks""#, &["who supports a ceasefire before talks"]);
    check_known(
        r#"who opposes "foreign troops in Ukraine" in 2025"#,
        &["who opposes foreign troops in Ukraine in 2025"],
    );
}

#[test]
fn modifiers_in_front_and_in_the_middle() {
    check(
        r#"who opposes "X" as of 2022"#,
        &[
            "As of 2022, who opposes X?",
            "as of 2022 who opposes X",
            "who, as of 2022, opposes X",
            "who as of 2022 opposes X",
        ],
    );
    check(
        r#"who opposes "X" according to "Reuters""#,
        &[
            "According to Reuters, who opposes X?",
            "according to Reuters who opposes X",
            "who, according to Reuters, opposes X",
        ],
    );
    check(
        r#"who rejects "X" at "Paris summit" by nation"#,
        &["which nations at the Paris summit rejected X", "at the Paris summit, which nations rejected X"],
    );
    check(r#"who rejects "X" at "talks for peace""#, &["who at the talks for peace rejected X"]);
    check(r#"does "Germany" support "X" assuming "truce""#, &["assuming a truce, does Germany support X?"]);
    check(
        r#"who opposes "X" on behalf of "Russia" since 2020 as of 2022"#,
        &[
            "since 2020, on behalf of Russia, who opposes X as of 2022",
            "as of 2022, who, since 2020, opposes X on behalf of Russia",
        ],
    );
    check(
        r#"how many nations support "X" known at 2021"#,
        &["how many nations, known at 2021, support X", "known at 2021, how many nations support X"],
    );
}

#[test]
fn plain_assertions_and_last_words() {
    check(
        r#"who supports "X" only asserted"#,
        &["who supports X only asserted", "who supports X, asserted only"],
    );
    check(
        r#"who supports "X" by last word"#,
        &["who supports X by their last word", "who supports X by last word", "by last word, who supports X"],
    );
}

#[test]
fn what_was_said_about_a_matter() {
    check(
        r#"what did "Putin" say about "foreign troops""#,
        &[
            "what did Putin say about foreign troops?",
            "what has Putin said on foreign troops",
            "what did Putin say regarding foreign troops",
        ],
    );
    check(
        r#"what did "Putin" say about "foreign troops" at "Eastern Economic Forum""#,
        &["what did Putin say about foreign troops at the Eastern Economic Forum"],
    );
}

#[test]
fn a_modifier_may_stand_before_since_when() {
    check(
        r#"since when does "Türkiye" support "X" only asserted"#,
        &["only asserted, since when does Türkiye support X"],
    );
}
