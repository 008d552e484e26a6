//! What people and newsrooms say for each stance, and what it is read as.
#![expect(clippy::unwrap_used, reason = "a test may fail where it stands, its helpers too")]

use stancegraph::Query;

/// Every wording, with `X` for the name, is read as the question in the canonical words.
#[track_caller]
fn check(canonical: &str, wordings: &[&str]) {
    for wording in wordings {
        let query: Query = wording.parse().map_err(|error| format!("{wording}: {error}")).unwrap();
        assert_eq!(query.to_string(), canonical, "{wording}");
    }
}

#[test]
fn words_that_say_no_more_than_a_side() {
    check(
        r#"who supports "X""#,
        &[
            "who wants X",
            "who pushes for X",
            "who is pressing for X",
            "who has come out in favour of X",
            "who is in support of X",
            "who is a supporter of X",
            "who are the proponents of X",
        ],
    );
    check(
        r#"who opposes "X""#,
        &[
            "who objects to X",
            "who spoke out against X",
            "who warned against X",
            "who is dead set against X",
            "who has pushed back on X",
            "who are the opponents of X",
        ],
    );
    check(r#"who is neutral on "X""#, &["who is on the fence about X", "who is undecided about X"]);
    check(r#"what does "Russia" support"#, &["what does Russia want?", "what did Russia want"]);
}

#[test]
fn every_other_word_means_its_stance() {
    check(r#"who endorses "X""#, &["who hails X", "who lauded X", "who has embraced X", "who stands by X"]);
    check(r#"who proposes "X""#, &["who floated X", "who put forward X", "who came up with X"]);
    check(r#"who pledges "X""#, &["who vows X", "who is committed to X", "who has undertaken X"]);
    check(r#"who offers "X""#, &["who volunteered X", "who made an offer of X"]);
    check(
        r#"who accepts "X""#,
        &["who signed off on X", "who gave the green light to X", "who gave in to X"],
    );
    check(r#"who demands "X""#, &["who insisted on X", "who is adamant about X", "who requires X"]);
    check(
        r#"who requests "X""#,
        &["who calls for X", "who urges X", "who sought X", "who is appealing for X"],
    );
    check(
        r#"who is open to "X""#,
        &["who mulls X", "who is weighing X", "who refuses to rule out X", "who is willing to accept X"],
    );
    check(r#"who takes no side on "X""#, &["who stays out of X", "who declined to take sides on X"]);
    check(r#"who withdraws "X""#, &["who walked back X", "who has withdrawn support for X", "who drops X"]);
    check(
        r#"who doubts "X""#,
        &[
            "who is wary of X",
            "who is leery of X",
            "who poured cold water on X",
            "who has reservations about X",
        ],
    );
    check(
        r#"who criticizes "X""#,
        &["who slammed X", "who blasts X", "who lashed out at X", "who rebuked X", "who took aim at X"],
    );
    check(
        r#"who rejects "X""#,
        &[
            "who vetoes X",
            "who has blocked X",
            "who snubbed X",
            "who spurned X",
            "who rebuffed X",
            "who shot down X",
        ],
    );
    check(r#"who threatens "X""#, &["who menaces X", "who issued an ultimatum to X"]);
}

#[test]
fn a_longer_phrase_says_something_else() {
    check(r#"who rejects "X""#, &["who rules out X", "who refuses X", "who declines X"]);
    check(r#"who is open to "X""#, &["who declines to rule out X"]);
    check(r#"who endorses "X""#, &["who pledges support for X"]);
    check(r#"who is open to "X""#, &["who is willing to consider X"]);
    check(r#"who voted against "X""#, &["who voted down X", "who voted to reject X"]);
}

#[test]
fn passives_have_the_same_words() {
    check(r#"who rejects "X""#, &["by whom was X turned down", "by whom has X been vetoed"]);
    check(r#"who criticizes "X""#, &["by whom was X lashed out at"]);
}

#[test]
fn nouns_have_prepositions_of_their_own() {
    check(r#"what does "Russia" demand"#, &["demands by Russia", "what are the demands from Russia"]);
    check(r#"what does "Russia" pledge"#, &["what are Russia's commitments", "promises of Russia"]);
    check(r#"what does "Russia" request"#, &["Russia's appeals"]);
}
