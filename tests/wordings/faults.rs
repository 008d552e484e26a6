//! What cannot be taken, and what the asker is told.

use stancegraph::{QuestionError, ask};

use super::{check, vocabulary};

#[test]
fn what_is_not_understood_is_told_with_a_way_out() {
    check(
        "`fear` at character 18 is no stance word known here; use one such as supports, opposes, proposes, pledges, offers, accepts, demands, requests, doubts, criticizes, rejects, threatens, is open to, voted for, voted against, abstained on",
        &["what does Russia fear?"],
    );
    check(
        "`oposes` at character 5 is no stance word known here; did you mean `opposes`?",
        &["who oposes forein troops"],
    );
    check(
        "`suport` at character 14 is no stance word known here; did you mean `support`?",
        &["does Germany suport foreign troops"],
    );
    check("`voted` at character 5 is no stance word known here; did you mean `voted for`?", &["who voted"]);
    check(
        "a name is missing at character 12; say on what or whom, for example, `who opposes \"foreign troops\"`",
        &["who opposes"],
    );
    check(
        "a name is missing at character 13; say on what or whom, for example, `who opposes \"foreign troops\"`",
        &["who opposes as of 2025"],
    );
    check(
        "a name is missing at character 8; say whose stance, for example, `stances of \"Russia\"`",
        &["stances"],
    );
    check(
        "a name is missing at character 6; say whose stance, for example, `does \"Germany\" support \"foreign troops\"`",
        &["does support troops"],
    );
    check(
        "a name is missing at character 20; say on what or whom, for example, `has \"Sweden\" drifted on \"NATO membership\"`",
        &["has Germany drifted"],
    );
    check(
        "a name is missing at character 21; say on what or whom, for example, `how has support for \"NATO membership\" changed`",
        &["how has support for changed"],
    );
    check(
        "the end at character 35 stands where the question should say `changed`; ask, for example, `how has support for \"NATO membership\" changed`",
        &["how has support for foreign troops"],
    );
    check(
        "a stance word is missing at character 17; ask, for example, `what does \"Ukraine\" demand`",
        &["what does Russia"],
    );
    check(
        "`there` at character 5 was not expected there; ask, for example, `why does \"Putin\" oppose \"foreign troops\"`",
        &["why there is war"],
    );
    check(
        "`Wer` at character 1 looks German; questions are understood in English only, for example, `who opposes \"foreign troops\"`",
        &["Wer ist gegen Truppen?"],
    );
    check(
        "`yesterday` at character 21 is no date; write `2025-09-05`, `2025-09`, `2025`, `5 September 2025` or `September 2025`",
        &["who opposes X as of yesterday by nation"],
    );
    check(
        "a date is missing at character 20; write `2025-09-05`, `2025-09`, `2025`, `5 September 2025` or `September 2025`",
        &["who opposes X as of"],
    );
    check(
        "`05/09/2025` at character 21 is no date; write `2025-09-05`, `2025-09`, `2025`, `5 September 2025` or `September 2025`",
        &["who opposes X as of 05/09/2025"],
    );
    check(
        "`as of` at character 26 is said a second time; leave one of them out",
        &["who opposes X as of 2024 as of 2025"],
    );
    check(
        "`and supports a ceasefire` at character 30 begins a second question; ask one at a time; ask, for example, `who rejects \"X\"`",
        &["does Germany oppose \"troops\" and supports a ceasefire"],
    );
    check(
        "`that Russia` at character 20 cannot be asked of everything that was said; ask, for example, `what did \"Putin\" say about \"foreign troops\"`",
        &["what did Putin say that Russia"],
    );
    check(
        "`yesterday` at character 21 is no date; write `2025-09-05`, `2025-09`, `2025`, `5 September 2025` or `September 2025`",
        &["who opposes X since yesterday"],
    );
    check(
        "`2022` at character 32 is before the first date; ask, for example, `who opposes \"foreign troops\" between 2022-01 and 2023-06`",
        &["who opposes X between 2023 and 2022"],
    );
    check(
        "`since 2020` at character 27 is said a second time; leave one of them out"
            .replace(" 2020", "")
            .as_str(),
        &["who opposes X before 2024 since 2020"],
    );
    check(
        "the end at character 26 says no time between which to look; ask, for example, `who changed position on \"NATO membership\" between 2022-01-01 and 2023-01-01`",
        &["who changed position on X"],
    );
}

#[test]
fn what_was_not_said_before_cannot_be_referred_to() {
    for (question, words) in [
        ("who supports it?", "it"),
        ("who opposes the idea", "the idea"),
        ("who rejects that plan", "that plan"),
        ("does it support \"foreign troops\"", "it"),
        ("does Germany support them", "them"),
        ("who opposes foreign troops and supports this", "this"),
        ("when did they first support \"X\"", "they"),
        ("why is Germany not listed?", "not listed"),
        ("why isn't Germany in the list", "in the list"),
    ] {
        let error = ask::parse(question, Some(vocabulary())).unwrap_err();
        assert!(matches!(error, QuestionError::AmbiguousReference(_)), "{question}: {error}");
        assert!(error.to_string().contains(&format!("`{words}` at")), "{question}: {error}");
    }
}
