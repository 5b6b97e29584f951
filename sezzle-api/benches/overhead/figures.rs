//! The figures, and how they are printed.

use std::time::{Duration, Instant};

use serde_json::{Map, json};

/// One figure for both sides.
pub(crate) struct Figure {
    name: String,
    unit: &'static str,
    sdk: f64,
    plain: f64,
}

#[derive(Default)]
pub(crate) struct Figures(Vec<Figure>);

impl Figures {
    pub(crate) fn add(&mut self, name: impl Into<String>, unit: &'static str, [sdk, plain]: [f64; 2]) {
        let figure = Figure { name: name.into(), unit, sdk, plain };
        eprintln!("{}", figure.line());
        self.0.push(figure);
    }

    /// Formats the figures as a table.
    pub(crate) fn table(&self) -> String {
        let lines = self.0.iter().map(|figure| figure.line() + "\n");
        format!(
            "{:<46}{:>14}{:>14}{:>9}  unit\n{}",
            "figure",
            "sezzle-api",
            "reqwest",
            "ratio",
            lines.collect::<String>()
        )
    }

    /// Formats the figures as one JSON object, from the name of a figure to both sides and their ratio.
    pub(crate) fn json(&self) -> String {
        let figures: Map<_, _> = self
            .0
            .iter()
            .map(|figure| {
                let value = json!({
                    "sdk": figure.sdk, "reqwest": figure.plain, "ratio": figure.ratio(), "unit": figure.unit,
                });
                (figure.name.clone(), value)
            })
            .collect();
        format!("{:#}\n", serde_json::Value::Object(figures))
    }
}

impl Figure {
    fn ratio(&self) -> f64 {
        if self.sdk == self.plain { 1.0 } else { self.sdk / self.plain }
    }

    fn line(&self) -> String {
        let digits = |value: f64| if value < 100.0 && value.fract() != 0.0 { 2 } else { 0 };
        let Self { name, unit, sdk, plain } = self;
        let (a, b) = (digits(*sdk), digits(*plain));
        format!("{name:<46}{sdk:>14.a$}{plain:>14.b$}{:>9.3}  {unit}", self.ratio())
    }
}

/// Returns the time of one run of each side in nanoseconds, as the median of many short blocks. The sides alternate, so
/// that other load on the machine affects both.
pub(crate) fn nanoseconds(time: Duration, mut sdk: impl FnMut(), mut plain: impl FnMut()) -> [f64; 2] {
    let block = |side: &mut dyn FnMut(), runs: u32| {
        let start = Instant::now();
        for _ in 0..runs {
            side();
        }
        start.elapsed()
    };
    // Blocks of some 200 microseconds: long for the clock, short compared with other load.
    let mut runs = 1;
    while block(&mut sdk, runs) + block(&mut plain, runs) < Duration::from_micros(400) {
        runs *= 2;
    }
    let (mut of_sdk, mut of_plain) = (Vec::new(), Vec::new());
    let start = Instant::now();
    while start.elapsed() < time {
        of_sdk.push(block(&mut sdk, runs));
        of_plain.push(block(&mut plain, runs));
    }
    [of_sdk, of_plain].map(|times| quantile(times, 0.5).as_secs_f64() * 1e9 / f64::from(runs))
}

/// Returns the quantile at `share`, between 0 and 1.
pub(crate) fn quantile(mut times: Vec<Duration>, share: f64) -> Duration {
    times.sort_unstable();
    let index = ((times.len() as f64 * share) as usize).min(times.len().saturating_sub(1));
    times.get(index).copied().unwrap_or_default()
}
