//! A network as tables.

use std::fmt::Write as _;

use crate::analysis::network::Network;

use super::label::names;

impl Network {
    /// The weights as a table with the names of the columns on top and of the rows in front, 0 where there is no edge.
    ///
    /// Where several nodes share a name their keys are added.
    ///
    /// ```
    /// use stancegraph::{datasets, position::{Lens, Selection}};
    /// use stancegraph::analysis::network::{Mode, Networks};
    /// let selection = Selection::new(datasets::es_11_1()?, Lens::default());
    /// let table = Networks::of(&selection).mode(Mode::TwoMode).network()?.to_csv();
    /// assert!(table.starts_with(",UN General Assembly resolution ES-11/1\n"));
    /// assert!(table.contains("\nFrance,1\n"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_csv(&self) -> String {
        let mut table = String::new();
        for name in names(self.columns()) {
            table.push(',');
            table.push_str(&field(&name));
        }
        table.push('\n');
        for (name, weights) in names(self.rows()).iter().zip(self.matrix()) {
            table.push_str(&field(name));
            for weight in weights {
                table.push(',');
                table.push_str(&weight.to_string());
            }
            table.push('\n');
        }
        table
    }

    /// The edges as a table: `source`, `target`, `weight`, and the keys of both ends.
    pub fn to_edge_list(&self) -> String {
        let mut table = String::from("source,target,weight,source_key,target_key\n");
        let (rows, columns) = (names(self.rows()), names(self.columns()));
        for edge in self.edges() {
            let (row, column) = (edge.row as usize, edge.column as usize);
            let keys = [self.rows().get(row), self.columns().get(column)]
                .map(|member| member.map_or("", |member| &member.key));
            let ends =
                [rows.get(row), columns.get(column)].map(|name| field(name.map_or("", String::as_str)));
            let [source, target] = ends;
            let [source_key, target_key] = keys.map(field);
            // Writing to a String cannot fail.
            _ = writeln!(table, "{source},{target},{},{source_key},{target_key}", edge.weight);
        }
        table
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
