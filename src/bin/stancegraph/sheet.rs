//! Results as a table, as CSV or as JSON.

use std::error::Error;
use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::Value;
use stancegraph::model::{NodeId, StatementId};
use stancegraph::{StanceGraph, render};

use crate::output::print_to;

/// Rows under named columns. What is not known is null: nothing in a table.
#[derive(Debug)]
pub(crate) struct Sheet {
    columns: Vec<&'static str>,
    rows: Vec<Vec<Value>>,
}

/// A number that may not be known.
pub(crate) fn known(value: Option<f64>) -> Value {
    value.map_or(Value::Null, Value::from)
}

/// The key of a node.
pub(crate) fn key(graph: &StanceGraph, node: NodeId) -> Value {
    graph.node(node).map_or(Value::Null, |node| node.key.to_string().into())
}

/// The name of a node.
pub(crate) fn name(graph: &StanceGraph, node: NodeId) -> Value {
    graph.node(node).map_or(Value::Null, |node| node.name().into())
}

/// The key of a statement.
pub(crate) fn statement(graph: &StanceGraph, id: StatementId) -> Value {
    graph.statement(id).map_or(Value::Null, |one| one.key.to_string().into())
}

/// How a sheet is written, and where to.
#[derive(Debug, clap::Args)]
pub(crate) struct Written {
    /// How to write it
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Shape,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shape {
    /// Aligned columns
    Table,
    /// With a header, at full precision
    Csv,
    /// A list of objects, at full precision
    Json,
}

impl Written {
    /// Writes a sheet.
    pub(crate) fn write(&self, sheet: &Sheet) -> Result<(), Box<dyn Error>> {
        print_to(self.out.as_deref(), &self.format.of(sheet))
    }
}

impl Shape {
    /// A sheet in this format.
    pub(crate) fn of(self, sheet: &Sheet) -> String {
        match self {
            Self::Table => sheet.to_table(),
            Self::Csv => sheet.to_csv(),
            Self::Json => sheet.to_json(),
        }
    }
}

impl Sheet {
    /// No rows yet.
    pub(crate) fn new(columns: &[&'static str]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row, a value for each column.
    pub(crate) fn add(&mut self, row: impl IntoIterator<Item = Value>) {
        self.rows.push(row.into_iter().collect());
    }

    /// Whether it has no row.
    pub(crate) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn to_csv(&self) -> String {
        let header = self.columns.join(",");
        let line =
            |row: &Vec<Value>| row.iter().map(|value| field(&plain(value))).collect::<Vec<_>>().join(",");
        std::iter::once(header).chain(self.rows.iter().map(line)).map(|line| line + "\n").collect()
    }

    fn to_json(&self) -> String {
        let object = |row: &Vec<Value>| {
            let fields = self.columns.iter().zip(row);
            let fields: Vec<String> =
                fields.map(|(name, value)| format!("{}: {value}", Value::from(*name))).collect();
            format!("  {{{}}}", fields.join(", "))
        };
        let objects: Vec<String> = self.rows.iter().map(object).collect();
        let list =
            if objects.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", objects.join(",\n")) };
        render::escape_unseen(&list)
    }

    fn to_table(&self) -> String {
        let header: Vec<String> = self.columns.iter().map(|name| (*name).to_owned()).collect();
        let rows: Vec<Vec<String>> = self.rows.iter().map(|row| row.iter().map(short).collect()).collect();
        let mut widths: Vec<usize> = header.iter().map(|name| width(name)).collect();
        for row in &rows {
            for (most, text) in widths.iter_mut().zip(row) {
                *most = (*most).max(width(text));
            }
        }
        let line = |row: &Vec<String>| {
            let cells = row
                .iter()
                .zip(&widths)
                .map(|(text, most)| format!("{text}{}", " ".repeat(most.saturating_sub(width(text)))));
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
        };
        std::iter::once(&header).chain(&rows).map(line).collect()
    }
}

fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// With four decimals at most, and what would steer a terminal spelled out.
fn short(value: &Value) -> String {
    match value.as_f64() {
        Some(number) if value.is_f64() => format!("{number:.4}"),
        _ => render::clean(&plain(value)),
    }
}

/// A field in quotes where it holds what ends a field.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
