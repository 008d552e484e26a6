//! Joined clauses, comparisons, camps, mediation, the passive.

use super::{check, check_known};

#[test]
fn clauses_are_joined() {
    check(
        r#"who opposes "foreign troops" and supports "ceasefire""#,
        &[
            "who opposes foreign troops and supports a ceasefire?",
            "Who opposes foreign troops, and supports the ceasefire",
            "who opposes foreign troops but supports a ceasefire",
            "who is against foreign troops and who is for a ceasefire",
            "who has opposed foreign troops and has backed a ceasefire",
            "who opposed foreign troops but also supported a ceasefire",
        ],
    );
    check(
        r#"who opposes "foreign troops" or rejects "peacekeeping force""#,
        &["who opposes foreign troops or rejects a peacekeeping force"],
    );
    check(
        r#"who supports "X" and doesn't support "Y""#,
        &[
            r#"who supports "X" but not "Y""#,
            r#"who supports "X" and not "Y"?"#,
            "who supports X but doesn't support Y",
            "who supports X but does not support Y",
        ],
    );
    check(
        r#"who demands "X" and rejects "Y" or voted for "Z" by nation as of 2022"#,
        &["which nations demand X and reject Y or voted for Z as of 2022"],
    );
    check(
        r#"how many nations support "X" and oppose "Y""#,
        &["how many nations support X and oppose Y", "how many countries support X but oppose Y?"],
    );
}

#[test]
fn one_word_serves_several_known_or_quoted_targets() {
    check(
        r#"who opposes "X" and opposes "Y""#,
        &[r#"who opposes "X" and "Y""#, r#"who opposes both "X" and "Y""#],
    );
    check_known(
        r#"who opposes "foreign troops" or opposes "peacekeeping force""#,
        &["who opposes foreign troops or a peacekeeping force"],
    );
    check_known(
        r#"who rejects "foreign troops" and doesn't reject "ceasefire""#,
        &["who rejects foreign troops but not a ceasefire"],
    );
    check(r#"who supports "bread and roses""#, &["who supports bread and roses"]);
}

#[test]
fn two_holders_side_by_side() {
    check(
        r#"where do "Putin" and "Zelensky" differ"#,
        &[
            "where do Putin and Zelensky differ?",
            "on what do Putin and Zelensky disagree",
            "what do Putin and Zelensky disagree on?",
            "where does Putin differ from Zelensky",
            "how do Putin and Zelensky differ",
        ],
    );
    check(
        r#"where do "France" and "Germany" agree"#,
        &[
            "where do France and Germany agree?",
            "where does France agree with Germany",
            "on what do France and Germany agree",
        ],
    );
    check(
        r#"compare "France" and "Germany" on "foreign troops""#,
        &[
            "compare France and Germany on foreign troops",
            "compare France with Germany regarding foreign troops",
            "do France and Germany agree on foreign troops?",
            "does France agree with Germany on foreign troops",
        ],
    );
    check(
        r#"compare "France" and "Germany""#,
        &["compare France and Germany", "do France and Germany agree?"],
    );
    check(
        r#"where do "France" and "Germany" differ on "foreign troops" as of 2025"#,
        &["where do France and Germany differ on foreign troops as of 2025"],
    );
    check(r#"does "Germany" accept "ceasefire""#, &["does Germany agree to a ceasefire"]);
}

#[test]
fn agreement_camps_and_mediation() {
    check(
        r#"how far do "France" and "Germany" agree since 2010"#,
        &[
            "how far do France and Germany agree since 2010?",
            "Since 2010, how much do France and Germany agree",
        ],
    );
    check(
        r#"who agrees most with "Brazil" in 2014"#,
        &[
            "who agrees most with Brazil in 2014?",
            "who agrees the most with Brazil in 2014",
            "in 2014, who is closest to Brazil",
        ],
    );
    check(
        r#"who agrees least with "Brazil""#,
        &["who agrees least with Brazil", "who disagrees most with Brazil"],
    );
    check(
        r#"camps on "foreign troops""#,
        &[
            "which camps are there on foreign troops?",
            "what are the camps on foreign troops",
            "camps on foreign troops",
        ],
    );
    check(
        r#"how has support for "foreign troops" changed"#,
        &[
            "How has the support for foreign troops changed?",
            "how did support for foreign troops develop",
            "show monthly support of foreign troops",
        ],
    );
    check(
        r#"has "Putin" drifted on "dialogue""#,
        &[
            "did Putin drift on dialogue?",
            "Is Putin growing warmer toward dialogue?",
            "has Putin become colder on dialogue",
        ],
    );
    check(
        r#"who is isolated on "foreign troops""#,
        &[
            "who is isolated on foreign troops?",
            "who stands alone on foreign troops",
            "who is alone on foreign troops",
        ],
    );
    check(
        r#"who could mediate between "Russia" and "Ukraine""#,
        &["who could mediate between Russia and Ukraine?", "who can mediate between Russia and Ukraine"],
    );
    check(
        r#"who could mediate between "Russia" and "Ukraine" by nation"#,
        &[
            "which nations could mediate between Russia and Ukraine?",
            "who mediates between Russia and Ukraine by nation",
        ],
    );
    check(
        r#"who could mediate between "Russia" and "Ukraine" on "ceasefire""#,
        &["who might mediate between Russia and Ukraine on a ceasefire?"],
    );
}

#[test]
fn the_passive() {
    check(
        r#"who rejects "foreign troops""#,
        &[
            "who were foreign troops rejected by?",
            "By whom have foreign troops been rejected",
            "whom was foreign troops rejected by",
        ],
    );
    check(
        r#"what does "Russia" reject"#,
        &[
            "what was rejected by Russia?",
            "what has been rejected by Russia",
            "which proposals were rejected by Russia",
        ],
    );
    check(
        r#"does "Russia" reject "foreign troops""#,
        &["were foreign troops rejected by Russia?", "have foreign troops been rejected by Russia"],
    );
    check(r#"does "Russia" not support "ceasefire""#, &["is a ceasefire not supported by Russia"]);
}

#[test]
fn ties_with_yes_or_no() {
    check(
        r#"is "Finland" a member of "NATO""#,
        &["is Finland a member of NATO?", "does Finland belong to NATO", "was Finland a member of NATO"],
    );
    check(
        r#"does "Rutte" lead "NATO" as of 2024"#,
        &["does Rutte lead NATO as of 2024?", "is Rutte the head of NATO as of 2024"],
    );
    check(
        r#"does "Putin" represent "Russia""#,
        &["does Putin speak for Russia", "did Putin represent Russia?"],
    );
}
