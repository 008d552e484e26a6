//! The article on the war in Ukraine: who stands where, paragraph by paragraph.

use stancegraph::datasets;

use crate::Row;
use crate::told::{Detail, check};

const WHO: &[Row] = &[
    (
        "Who opposes foreign troops in Ukraine?",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3] \
         | related: Vladimir Putin for Russia: threatens foreign forces sent to Ukraine (only if) [p1]",
    ),
    (
        "who is for Western troops",
        "Western countries proposing foreign troops: proposes foreign troops in Ukraine [p1]; \
         Emmanuel Macron for France: supports foreign troops in Ukraine (hedged) [p2] | hinted: none",
    ),
    (
        "who has proposed international troops",
        "Western countries proposing foreign troops: proposes foreign troops in Ukraine [p1]",
    ),
    (
        "who rejects a peacekeeping force",
        "Vladimir Putin for Russia: rejects peacekeeping force in Ukraine [p3]",
    ),
    ("which nations oppose peacekeepers?", "Russia: rejects peacekeeping force in Ukraine [p3]"),
    // The rejection of all foreign troops reaches a kind of them on request only; support never does.
    ("who opposes boots on the ground", "none"),
    (
        "who opposes ground troops including inferred",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine (by the whole) [p1, p3]",
    ),
    ("who supports ground troops, including inferred", "none | hinted: none"),
    (
        "who backs air support",
        "none | hinted: Donald Trump for United States: supports air support for Ukraine [p5]",
    ),
    (
        "who doesn't support foreign troops?",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]",
    ),
    ("who turned down the Moscow summit?", "Volodymyr Zelensky for Ukraine: rejects summit in Moscow [p4]"),
    (
        "By whom was the summit in Moscow rejected?",
        "Volodymyr Zelensky for Ukraine: rejects summit in Moscow [p4]",
    ),
    (
        "who is opposed to Putin's overtures",
        "Western leaders: criticizes Putin's overtures [p4]; \
         Volodymyr Zelensky for Ukraine: rejects summit in Moscow (on a kind of it) [p4]",
    ),
    // His openness to dialogue is on the matter itself and outweighs what he doubts of one kind of it.
    ("who doubts dialogue", "none"),
    ("who opposes peace talks", "none"),
    (
        "who is open to negotiations",
        "Vladimir Putin for Russia: open-to dialogue on the war in Ukraine (weak) [p4]",
    ),
    (
        "who is skeptical of talks with Zelensky",
        "Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3]",
    ),
    (
        "who supports a truce",
        "Ukraine: demands ceasefire in Ukraine [p5, p8]; Ukraine's partners: supports ceasefire in Ukraine [p8]",
    ),
    ("who insists on a cease-fire?", "Ukraine: demands ceasefire in Ukraine [p5]"),
    ("who condemned Russia?", "Volodymyr Zelensky for Ukraine: criticizes Russia [p4]"),
    ("which countries oppose Russia", "Ukraine: criticizes Russia [p4]"),
    // Meetings are deeds and make nobody a friend.
    ("who supports Zelensky", "none | hinted: none"),
    ("who threatens Ukraine?", "none"),
    (
        "who is in favor of Moscow as a guarantor",
        "Russia: demands Russia as a guarantor of Ukraine's security [p6]",
    ),
    (
        "who does not support Russia as guarantor",
        "Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]; \
         Ukraine's allies: rejects Russia as a guarantor of Ukraine's security [p6]",
    ),
    (
        "who's against European efforts?",
        "Vladimir Putin for Russia: criticizes European efforts over Ukraine [p7]",
    ),
    ("who is neutral on foreign troops", "none"),
    (
        "who supports security guarantees",
        "26 nations of the Paris summit: pledges security guarantees for Ukraine [p1]",
    ),
    ("which nations support security guarantees", "none"),
    ("who supports the peace deal?", "none"),
    (
        "who opposes forein troops",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3] | read as: foreign troops in Ukraine",
    ),
    ("who opposes the Zorblax plan", "unknown name"),
    ("how many oppose foreign troops?", "1"),
    ("how many nations support foreign troops", "1"),
    ("how many are in favor of a ceasefire", "2"),
    ("how many countries back a ceasefire", "1"),
    (
        "how many support air support?",
        "0 | hinted: Donald Trump for United States: supports air support for Ukraine [p5]",
    ),
    ("how many don't support Russia as a guarantor", "2"),
];

const DOES: &[Row] = &[
    (
        "does Putin oppose foreign troops?",
        "yes; Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]",
    ),
    (
        "Is Russia against foreign troops in Ukraine?",
        "yes; Russia: rejects foreign troops in Ukraine [p1, p3]",
    ),
    ("does France support foreign troops", "yes; France: supports foreign troops in Ukraine (hedged) [p2]"),
    (
        "is Macron in favor of foreign troops",
        "yes; Emmanuel Macron for France: supports foreign troops in Ukraine (hedged) [p2]",
    ),
    ("did Russia support foreign troops", "no; Russia: rejects foreign troops in Ukraine [p1, p3]"),
    (
        "does France not support foreign troops",
        "no; France: supports foreign troops in Ukraine (hedged) [p2]",
    ),
    ("is Russia open to dialogue?", "yes; Russia: open-to dialogue on the war in Ukraine (weak) [p4]"),
    ("does Russia support dialogue", "weak; Russia: open-to dialogue on the war in Ukraine (weak) [p4]"),
    (
        "does Putin support talks with Zelensky",
        "no; Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3]",
    ),
    (
        "does Putin oppose talks with Zelensky",
        "weak; Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3]",
    ),
    (
        "does Zelensky oppose Putin's overtures",
        "only on narrower \
         | related: Volodymyr Zelensky for Ukraine: rejects summit in Moscow (on a kind of it) [p4]",
    ),
    (
        "did Zelensky turn down the summit in Moscow?",
        "yes; Volodymyr Zelensky for Ukraine: rejects summit in Moscow [p4]",
    ),
    ("has Ukraine rejected the Moscow summit", "yes; Ukraine: rejects summit in Moscow [p4]"),
    (
        "does NATO support Ukraine's right to choose its security partners",
        "yes; NATO: supports Ukraine's right to choose its security partners [p6]",
    ),
    (
        "does Rutte back Ukraine choosing its security partners",
        "yes; Mark Rutte for NATO: supports Ukraine's right to choose its security partners [p6]",
    ),
    (
        "does Trump support air support",
        "hinted | hinted: Donald Trump for United States: supports air support for Ukraine [p5]",
    ),
    ("does the United States oppose ground troops", "no record"),
    ("does Putin support a ceasefire", "no record"),
    ("doesn't Germany support foreign troops?", "no record"),
    (
        "do Western leaders oppose Putin's overtures",
        "yes; Western leaders: criticizes Putin's overtures [p4]",
    ),
    ("does Ukraine support a ceasefire", "yes; Ukraine: demands ceasefire in Ukraine [p5, p8]"),
    (
        "does Ukraine not support Russia as a guarantor",
        "yes; Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]",
    ),
    (
        "Is Kyiv opposed to Moscow as a guarantor?",
        "yes; Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]",
    ),
    (
        "do Ukraine's allies reject Russia as a guarantor",
        "yes; Ukraine's allies: rejects Russia as a guarantor of Ukraine's security [p6]",
    ),
    // Those who pledged are 26 nations; that the United Kingdom leads them makes it no member with their stance.
    ("does the United Kingdom support security guarantees including inferred", "no record"),
    ("does Russia oppose ground troops?", "no record"),
    (
        "does Russia oppose ground troops including inferred",
        "yes; Russia: rejects foreign troops in Ukraine (by the whole) [p1, p3]",
    ),
    ("does France support ground troops with inferred positions", "no record"),
    ("does Atlantis support a ceasefire", "not in data"),
    ("does Belgrade support a ceasefire", "clarify: Serbia; Serbia and Montenegro; Yugoslavia"),
    (
        "does Russia threaten forces sent to Ukraine",
        "conditional; Russia: threatens foreign forces sent to Ukraine (only if) [p1]",
    ),
    (
        "does Russia threaten forces sent to Ukraine assuming foreign troops in Ukraine",
        "yes; Russia: threatens foreign forces sent to Ukraine [p1]",
    ),
];

const OF_HOLDERS: &[Row] = &[
    ("what does Ukraine demand?", "Ukraine: demands ceasefire in Ukraine [p5]"),
    (
        "What are Russia's demands?",
        "Russia: demands Russia as a guarantor of Ukraine's security [p6]; \
         Russia: demands regard for Russia's strategic concerns in any lasting peace [p7]",
    ),
    (
        "what has Putin demanded",
        "Vladimir Putin for Russia: demands regard for Russia's strategic concerns in any lasting peace [p7]",
    ),
    (
        "what does Russia reject",
        "Russia: rejects foreign troops in Ukraine [p1, p3]; Russia: rejects peacekeeping force in Ukraine [p3]",
    ),
    (
        "what is Russia against?",
        "Russia: rejects foreign troops in Ukraine [p1, p3]; Russia: rejects peacekeeping force in Ukraine [p3]; \
         Russia: threatens foreign forces sent to Ukraine (only if) [p1]; \
         Russia: doubts talks with Zelensky (weak, hedged) [p3]; Russia: criticizes European efforts over Ukraine [p7]",
    ),
    ("Putin's offers", "Vladimir Putin for Russia: offers summit in Moscow [p4]"),
    ("whom does Russia threaten?", "Russia: threatens foreign forces sent to Ukraine (only if) [p1]"),
    ("what did Zelensky criticize", "Volodymyr Zelensky for Ukraine: criticizes Russia [p4]"),
    (
        "what did the 26 nations pledge",
        "26 nations of the Paris summit: pledges security guarantees for Ukraine [p1]",
    ),
    ("what does Germany demand", "none"),
    (
        "what does Trump support",
        "none | hinted: Donald Trump for United States: supports air support for Ukraine [p5]",
    ),
    (
        "what is Macron against",
        "Emmanuel Macron for France: rejects deployed forces engaging Russia militarily [p2]",
    ),
    (
        "what did Putin say?",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1]; \
         Vladimir Putin for Russia: threatens foreign forces sent to Ukraine (only if) [p1]; \
         Vladimir Putin for Russia: rejects foreign troops in Ukraine [p3]; \
         Vladimir Putin for Russia: rejects peacekeeping force in Ukraine [p3]; \
         Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3]; \
         Vladimir Putin for Russia: open-to dialogue on the war in Ukraine (weak) [p4]; \
         Vladimir Putin for Russia: offers summit in Moscow [p4]; \
         Vladimir Putin for Russia: demands regard for Russia's strategic concerns in any lasting peace [p7]; \
         Vladimir Putin for Russia: criticizes European efforts over Ukraine [p7]",
    ),
    (
        "what did Putin say at the Eastern Economic Forum?",
        "Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3]",
    ),
    (
        "what has Trump said?",
        "none | hinted: Donald Trump for United States: supports air support for Ukraine [p5] \
         | did: Donald Trump for United States: open-to Vladimir Putin (weak) [p5]; \
         Donald Trump for United States: open-to Volodymyr Zelensky (weak) [p5]",
    ),
    (
        "stances of France",
        "France: supports foreign troops in Ukraine (hedged) [p2]; \
         France: rejects deployed forces engaging Russia militarily [p2]",
    ),
    (
        "what are Ukraine's positions?",
        "Ukraine: rejects summit in Moscow [p4]; Ukraine: criticizes Russia [p4]; \
         Ukraine: demands ceasefire in Ukraine [p5, p8]; Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]",
    ),
    (
        "Zelensky's stances",
        "Volodymyr Zelensky for Ukraine: rejects summit in Moscow [p4]; \
         Volodymyr Zelensky for Ukraine: criticizes Russia [p4]",
    ),
    ("stances held on behalf of NATO", "NATO: supports Ukraine's right to choose its security partners [p6]"),
    (
        "positions on behalf of France",
        "France: supports foreign troops in Ukraine (hedged) [p2]; \
         France: rejects deployed forces engaging Russia militarily [p2]",
    ),
    ("stances on behalf of the United Kingdom", "none"),
    ("who opposes foreign troops on behalf of France", "none"),
    (
        "who opposes foreign troops on behalf of Russia",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]",
    ),
    ("position of Russia on foreign troops", "Russia: rejects foreign troops in Ukraine [p1, p3]"),
    (
        "Where does France stand on foreign troops?",
        "France: supports foreign troops in Ukraine (hedged) [p2]",
    ),
    (
        "what is Zelensky's view on the Moscow summit?",
        "Volodymyr Zelensky for Ukraine: rejects summit in Moscow [p4]",
    ),
    ("where does Germany stand on a ceasefire", "none"),
];

const MATTERS: &[Row] = &[
    (
        "who threatens whom?",
        "Vladimir Putin for Russia: threatens foreign forces sent to Ukraine (only if) [p1]",
    ),
    ("who threatens whom by nation", "Russia: threatens foreign forces sent to Ukraine (only if) [p1]"),
    (
        "who has demanded what?",
        "Ukraine: demands ceasefire in Ukraine [p5]; Russia: demands Russia as a guarantor of Ukraine's security [p6]; \
         Vladimir Putin for Russia: demands regard for Russia's strategic concerns in any lasting peace [p7]",
    ),
    ("who criticizes whom", "Volodymyr Zelensky for Ukraine: criticizes Russia [p4]"),
    ("who offers what", "Vladimir Putin for Russia: offers summit in Moscow [p4]"),
    (
        "which statements were unnamed?",
        "Western countries proposing foreign troops: proposes foreign troops in Ukraine [p1]; \
         26 nations of the Paris summit: pledges security guarantees for Ukraine [p1]; \
         Western leaders: criticizes Putin's overtures [p4]; \
         Ukraine's allies: rejects Russia as a guarantor of Ukraine's security [p6]; \
         Ukraine's partners: supports ceasefire in Ukraine [p8]",
    ),
    (
        // "Legitimate targets" is what the threat calls them, not what the dismissal of the proposals says.
        "which stances are quoted",
        "Vladimir Putin for Russia: threatens foreign forces sent to Ukraine (only if) [p1]; \
         Emmanuel Macron for France: supports foreign troops in Ukraine (hedged) [p2]",
    ),
    (
        "Which are hedged or hinted?",
        "Emmanuel Macron for France: supports foreign troops in Ukraine (hedged) [p2]; \
         Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3] \
         | hinted: Donald Trump for United States: supports air support for Ukraine [p5]",
    ),
    (
        "why does Putin oppose foreign troops?",
        "yes; Vladimir Putin for Russia: rejects foreign troops in Ukraine [p1, p3]",
    ),
    (
        "why did Zelensky reject the summit in Moscow",
        "yes; Volodymyr Zelensky for Ukraine: rejects summit in Moscow [p4]",
    ),
    (
        "Why is Ukraine against Russia as a guarantor",
        "yes; Ukraine: rejects Russia as a guarantor of Ukraine's security [p6]",
    ),
    ("why does Germany oppose foreign troops", "no record"),
    ("why doesn't Germany support foreign troops?", "no-record"),
    ("why does Trump not support air support", "only-hinted"),
    ("why doesn't Zelensky oppose Putin's overtures", "only-narrower"),
    ("why does Russia not oppose ground troops", "only-broader"),
    ("why doesn't Atlantis support a ceasefire", "unknown-name"),
    ("why does Russia not support foreign troops", "none"),
    // Open to dialogue, and doubtful of one kind of it.
    ("what contradicts what?", "tension putin-open-to-dialogue-p4 / putin-doubts-talks-p3"),
    ("contradictions of Putin", "tension putin-open-to-dialogue-p4 / putin-doubts-talks-p3"),
    ("list the contradictions on foreign troops", "none"),
    ("who is the leader of NATO?", "Mark Rutte (Secretary General)"),
    ("who leads the 26 nations", "France; United Kingdom"),
    ("what does Rutte lead?", "NATO (Secretary General)"),
    ("who speaks for Russia", "Vladimir Putin (President)"),
    ("whom does Macron represent", "France (President)"),
    ("kinds of foreign troops", "ground troops in Ukraine; peacekeeping force in Ukraine"),
    ("what are the kinds of dialogue?", "talks with Zelensky"),
    ("what is the ceasefire contrary to?", "Russia's military operations in Ukraine"),
];

/// The article has no date: whatever it reports may have been said by any day, and known on any.
const UNDATED: &[Row] = &[
    (
        "who opposes foreign troops as of 2025-09-05",
        "Vladimir Putin for Russia: rejects foreign troops in Ukraine (possible) [p1, p3]",
    ),
    (
        "does Ukraine support a ceasefire as of September 2025",
        "yes; Ukraine: demands ceasefire in Ukraine (possible) [p5, p8]",
    ),
    (
        "who rejects Russia as a guarantor known at 2025-10",
        "Ukraine: rejects Russia as a guarantor of Ukraine's security (possible) [p6]; \
         Ukraine's allies: rejects Russia as a guarantor of Ukraine's security (possible) [p6]",
    ),
    (
        "who opposes talks with Zelensky at the Eastern Economic Forum",
        "Vladimir Putin for Russia: doubts talks with Zelensky (weak, hedged) [p3]",
    ),
    ("who opposes foreign troops at the Eastern Economic Forum", "none"),
    (
        "who supports security guarantees at the summit in Paris",
        "26 nations of the Paris summit: pledges security guarantees for Ukraine [p1]",
    ),
];

#[test]
fn who_stands_where_on_what() {
    check(datasets::article().unwrap(), Detail::Full, WHO);
}

#[test]
fn yes_no_or_nothing_on_record() {
    check(datasets::article().unwrap(), Detail::Full, DOES);
}

#[test]
fn what_a_holder_stands_for() {
    check(datasets::article().unwrap(), Detail::Full, OF_HOLDERS);
}

#[test]
fn pairs_traits_reasons_and_ties() {
    check(datasets::article().unwrap(), Detail::Full, MATTERS);
}

#[test]
fn an_undated_article_is_possible_at_any_time() {
    check(datasets::article().unwrap(), Detail::Full, UNDATED);
}

/// Every question of this file, for the count of forms.
pub(crate) const ALL: &[&[Row]] = &[WHO, DOES, OF_HOLDERS, MATTERS, UNDATED];
