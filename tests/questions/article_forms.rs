//! The article on the war in Ukraine: clauses joined, what was said about what, comparisons, ties that hold.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const JOINED: &[Row] = &[
    ("who opposes foreign troops and supports a ceasefire", "none"),
    (
        "who rejects foreign troops and demands regard for Russia's strategic concerns?",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]; \
         Vladimir Putin for Russia: demands regard for Russia's strategic concerns in any lasting peace [p7]",
    ),
    (
        "which nations reject Russia as a guarantor and demand a ceasefire",
        "Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]; Ukraine: demands ceasefire in Ukraine [p5]",
    ),
    // Of Ukraine's partners nothing is on record on the guarantor; silence is no answer to either question.
    (
        "who supports a ceasefire but not Russia as a guarantor",
        "Ukraine: demands ceasefire in Ukraine [p5, p8]; Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]",
    ),
    (
        "who supports foreign troops but rejects engaging Russia militarily",
        "Emmanuel Macron for France: supports foreign troops in Ukraine (hedged) [p2]; \
         Emmanuel Macron for France: rejects deployed forces engaging Russia militarily [p2]",
    ),
    (
        "who rejects foreign troops and a peacekeeping force",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]; \
         Vladimir Putin for Russia: rejects peacekeeping force in Ukraine [p3]",
    ),
    ("who supports a ceasefire and security guarantees", "none"),
    // `and` binds closer than `or`.
    (
        "who supports a ceasefire or rejects foreign troops and opposes peacekeepers",
        "Ukraine: demands ceasefire in Ukraine [p5, p8]; Ukraine's partners: supports ceasefire in Ukraine [p8]; \
         Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]; \
         Vladimir Putin for Russia: rejects peacekeeping force in Ukraine [p3]",
    ),
    ("how many reject foreign troops or support a ceasefire?", "3"),
    ("how many nations oppose Russia as a guarantor and support a ceasefire", "1"),
    ("how many support a ceasefire but don't support Russia as a guarantor", "1"),
    (
        "who wants a ceasefire?",
        "Ukraine: demands ceasefire in Ukraine [p5, p8]; Ukraine's partners: supports ceasefire in Ukraine [p8]",
    ),
    (
        "what does Russia want?",
        "Russia: open-to dialogue on the war in Ukraine (weak) [p4]; Russia: offers summit in Moscow [p4]; \
         Russia: demands Russia as a guarantor of Ukraine's security [p6]; \
         Russia: demands regard for Russia's strategic concerns in any lasting peace [p7]",
    ),
];

const SAID_ABOUT: &[Row] = &[
    (
        "what did Putin say about foreign troops",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1]; \
         Vladimir Putin for Russia: rejects foreign troops in Ukraine [p3]",
    ),
    (
        "what has Putin said on dialogue?",
        "Vladimir Putin for Russia: open-to dialogue on the war in Ukraine (weak) [p4]",
    ),
    ("what did Zelensky say about Russia?", "Volodymyr Zelensky for Ukraine: criticizes Russia [p4]"),
    (
        "what did Ukraine say about a ceasefire",
        "Ukraine: demands ceasefire in Ukraine [p5]; Ukraine: supports ceasefire in Ukraine [p8]",
    ),
    (
        "what did Putin say about talks with Zelensky at the Eastern Economic Forum",
        "Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3]",
    ),
    (
        "what has Trump said about air support",
        "none | hinted: Donald Trump for United States: supports air support for Ukraine [p5]",
    ),
    ("what did Macron say about a ceasefire", "none"),
];

const COMPARE: &[Row] = &[
    (
        "where do Russia and Ukraine differ?",
        "Russia as a guarantor of Ukraine's security: differ; summit in Moscow: differ",
    ),
    (
        "on what do Russia and Ukraine disagree",
        "Russia as a guarantor of Ukraine's security: differ; summit in Moscow: differ",
    ),
    // That Russia should be a guarantor, Moscow said; Putin himself did not.
    ("where do Putin and Zelensky differ", "summit in Moscow: differ"),
    ("where do Russia and Ukraine agree?", "none"),
    ("compare Ukraine and Ukraine's partners", "ceasefire in Ukraine: agree"),
    ("compare Russia and France on foreign troops", "foreign troops in Ukraine: differ"),
    ("where do Putin and Macron differ on foreign troops", "foreign troops in Ukraine: differ"),
    (
        "do Ukraine and Ukraine's allies agree on Russia as a guarantor",
        "Russia as a guarantor of Ukraine's security: agree",
    ),
    ("where do Trump and Macron differ", "none"),
];

const TIED: &[Row] = &[
    ("does Rutte lead NATO?", "yes | ties: Mark Rutte leads NATO"),
    ("is France a member of NATO?", "yes | ties: France member-of NATO"),
    ("did Putin represent Russia", "yes | ties: Vladimir Putin represents Russia"),
    ("does Zelensky speak for Russia", "no record | ties: none"),
    ("is Putin the leader of France", "no record"),
];

const NARROWED: &[Row] = &[
    (
        "As of 2025-09-05, who opposes foreign troops?",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine (possible) [p1, p3]",
    ),
    (
        "who, as of 2025, rejects Russia as a guarantor?",
        "Ukraine: rejects Russia as a guarantor of Ukraine's security (possible) [p6]; \
         Ukraine's allies: rejects Russia as a guarantor of Ukraine's security (possible) [p6]",
    ),
    ("which nations at the summit in Paris pledged security guarantees", "none"),
    (
        "who at the summit in Paris pledged security guarantees?",
        "26 nations of the Paris summit: pledges security guarantees for Ukraine [p1]",
    ),
    (
        "who supports foreign troops only asserted",
        "Western countries proposing foreign troops: proposes foreign troops in Ukraine [p1]",
    ),
    ("does Putin oppose talks with Zelensky, only asserted", "no record"),
    ("how many back foreign troops only asserted?", "1"),
    ("what does Trump support only asserted", "none | hinted: none"),
    ("why does Macron not support foreign troops only asserted", "filtered"),
    (
        "who opposes foreign troops since 2020",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine (possible) [p1, p3]",
    ),
];

const AGREEMENT: &[Row] = &[
    // A guarantor role for Russia, and a summit in Moscow.
    ("how far do Ukraine and Russia agree?", "Russia 0.000 of 2"),
    ("how far do France and NATO agree", "none"),
    (
        "who agrees most with Putin",
        "Emmanuel Macron 0.000 of 1; France 0.000 of 1; Ukraine 0.000 of 1; Volodymyr Zelensky 0.000 of 1; Western countries proposing foreign troops 0.000 of 1",
    ),
    ("who agrees least with Zelensky?", "Russia 0.000 of 1; Vladimir Putin 0.000 of 1"),
];

const BOARD: &[Row] = &[
    // Macron and those who proposed them are for foreign troops, Putin is against them.
    (
        "which camps are there on foreign troops?",
        "Emmanuel Macron + Western countries proposing foreign troops; alone Vladimir Putin",
    ),
    ("camps on a ceasefire", "Ukraine + Ukraine's partners"),
    // Nobody but Putin has a position on dialogue in general.
    ("what camps are there on dialogue", "alone Vladimir Putin"),
    ("camps on NATO", "clarify: none"),
    // Trump met Putin and is in dialogue with him and with Zelensky; he has a word in common with neither.
    (
        "who could mediate between Russia and Ukraine?",
        "Donald Trump unknown 3 | note: the criteria rest on 3 statements from 1 source, none with a date",
    ),
    ("who could mediate between Putin and Zelensky on a ceasefire", "Donald Trump unknown 3"),
    ("who can mediate between Moscow and Kyiv by nation", "United States unknown 3"),
    ("which nations could mediate between Russia and Ukraine", "United States unknown 3"),
    ("who could mediate between France and Russia", "none"),
    (
        "who is isolated on foreign troops?",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]",
    ),
    ("who stands alone on a ceasefire", "none"),
    // Russia demands the role, Ukraine and its allies reject it.
    (
        "who is alone on Russia as a guarantor",
        "Russia: demands Russia as a guarantor of Ukraine's security [p6]",
    ),
];

const REFUSED: &[Row] = &[
    ("who supports it", "not taken: `it` at character 14 ..."),
    ("does Putin oppose them?", "not taken: `them` at character 19 ..."),
    ("who opposes that plan", "not taken: `that plan` at character 13 ..."),
    ("why is Germany not listed?", "not taken: ..."),
];

#[test]
fn clauses_joined() {
    check(datasets::article().unwrap(), Detail::Full, JOINED);
}

#[test]
fn what_was_said_about_a_matter() {
    check(datasets::article().unwrap(), Detail::Full, SAID_ABOUT);
}

#[test]
fn two_holders_side_by_side() {
    check(datasets::article().unwrap(), Detail::Full, COMPARE);
}

#[test]
fn ties_that_hold() {
    check(datasets::article().unwrap(), Detail::Full, TIED);
}

#[test]
fn modifiers_before_within_and_after() {
    check(datasets::article().unwrap(), Detail::Full, NARROWED);
}

#[test]
fn agreement() {
    check(datasets::article().unwrap(), Detail::Full, AGREEMENT);
}

#[test]
fn what_is_not_taken_says_so() {
    check(datasets::article().unwrap(), Detail::Full, REFUSED);
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] = &[JOINED, SAID_ABOUT, COMPARE, TIED, NARROWED, AGREEMENT, BOARD, REFUSED];
