//! Colors for a terminal, plain text for a pipe.

use std::io::IsTerminal;

/// Whether to write colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// No colors: for a pipe or a file.
    Plain,
    /// ANSI colors: for a terminal.
    Colored,
    /// Headings and lists in Markdown: for a changelog.
    Markdown,
}

impl Style {
    /// Returns the style for a stream: colored on a terminal, unless `NO_COLOR` is set.
    #[must_use]
    pub fn of(stream: &impl IsTerminal) -> Self {
        let colored = stream.is_terminal() && std::env::var_os("NO_COLOR").is_none();
        if colored { Self::Colored } else { Self::Plain }
    }

    /// Returns `text` in the color with this ANSI code.
    #[must_use]
    pub fn paint(self, code: &str, text: &str) -> String {
        match self {
            Self::Plain | Self::Markdown => text.to_owned(),
            Self::Colored => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }

    /// Returns `text` as a heading.
    #[must_use]
    pub fn heading(self, text: &str) -> String {
        if self == Self::Markdown { format!("### {text}\n") } else { self.paint("1", text) }
    }

    /// Returns `text` as an item of a list.
    #[must_use]
    pub fn item(self, text: &str) -> String {
        let marker = if self == Self::Markdown { "- " } else { "  " };
        format!("{marker}{text}\n")
    }
}
