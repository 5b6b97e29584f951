//! Parses fault rules. [`FaultRule`] has a table of the syntax.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use strum::VariantNames;

use crate::faults::fault::{ErrorShape, Fault, RetryAfter};
use crate::faults::rule::{FaultError, FaultRule};

impl FaultRule {
    /// Parses rules separated by line breaks or commas. A `#` starts a comment.
    ///
    /// # Errors
    ///
    /// Returns an error if one of them cannot be parsed.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, FaultError> {
        let lines = text.lines().map(|line| line.split_once('#').map_or(line, |(rules, _)| rules));
        lines.flat_map(|line| line.split(',')).map(str::trim).filter(|rule| !rule.is_empty()).map(str::parse).collect()
    }
}

impl FromStr for FaultRule {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let (operation, rest) = text.split_once('=').ok_or_else(|| {
            FaultError(format!("`{text}` is no fault rule: write OPERATION=FAULT, such as capture_order=503@0.3"))
        })?;
        let operation_id = match operation.trim() {
            "" => return Err(FaultError(format!("`{text}` names no operation: write its id, or * for all"))),
            "*" => None,
            id => Some(id.to_owned()),
        };
        let (rest, times) = match rest.rsplit_once('x').filter(|(_, times)| is_number(times.trim())) {
            Some((rest, times)) => (rest, Some(number(times.trim(), "x1 or more")?)),
            None => (rest, None),
        };
        let (fault, probability) = match rest.split_once('@') {
            Some((fault, probability)) => (fault, number(probability.trim(), "a number from 0 to 1, such as @0.3")?),
            None => (rest, 1.0),
        };
        let rule = Self { operation_id, fault: fault.trim().parse()?, probability, times };
        rule.check().map(|()| rule)
    }
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let parts: Vec<&str> = text.split(':').map(str::trim).collect();
        match parts.as_slice() {
            ["reset"] => Ok(Self::Reset { processed: false }),
            ["reset", "processed"] => Ok(Self::Reset { processed: true }),
            ["stall"] => Ok(Self::StallHeaders { processed: false }),
            ["stall", "processed"] => Ok(Self::StallHeaders { processed: true }),
            ["stall-body"] => Ok(Self::StallBody),
            ["truncate"] => Ok(Self::TruncateBody),
            ["delay", duration] => read_duration(duration).map(Self::Delay),
            ["shape", shape] => read_shape(shape).map(Self::Shape),
            [status, options @ ..] if is_number(status) => read_status(status, options),
            _ => Err(FaultError(format!(
                "`{text}` is no fault: it is a status such as 503, or one of reset, reset:processed, stall, \
                 stall:processed, stall-body, truncate, delay:250ms, shape:object"
            ))),
        }
    }
}

fn read_status(text: &str, options: &[&str]) -> Result<Fault, FaultError> {
    const SECONDS: &str = "a whole number of seconds, such as 5";
    let mut fault = Fault::status(number(text, "a status from 200 to 599")?);
    let Fault::Status { shape, retry_after, processed, .. } = &mut fault else { return Ok(fault) };
    for option in options {
        match option.split_once('=') {
            Some(("retry-after", seconds)) => *retry_after = Some(RetryAfter::Seconds(number(seconds, SECONDS)?)),
            Some(("retry-after-date", seconds)) => *retry_after = Some(RetryAfter::Date(number(seconds, SECONDS)?)),
            _ if *option == "processed" => *processed = true,
            _ => {
                *shape = read_shape(option).map_err(|FaultError(reason)| {
                    FaultError(format!(
                        "`{option}` is no option of a status, such as processed, retry-after=SECONDS and \
                         retry-after-date=SECONDS, and {reason}"
                    ))
                })?;
            }
        }
    }
    Ok(fault)
}

fn read_shape(text: &str) -> Result<ErrorShape, FaultError> {
    text.parse()
        .map_err(|_| FaultError(format!("`{text}` is no shape: it is one of {}", ErrorShape::VARIANTS.join(", "))))
}

fn read_duration(text: &str) -> Result<Duration, FaultError> {
    let read = |number: &str| number.parse().ok();
    let duration = match text.strip_suffix("ms") {
        Some(number) => read(number).map(Duration::from_millis),
        None => text.strip_suffix('s').and_then(read).map(Duration::from_secs),
    };
    duration
        .ok_or_else(|| FaultError(format!("`{text}` is no duration: write whole milliseconds or seconds, 250ms or 2s")))
}

/// Reads a number. `expected` is what to write.
fn number<T: FromStr>(text: &str, expected: &str) -> Result<T, FaultError> {
    text.parse().map_err(|_| FaultError(format!("`{text}`: write {expected}")))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Formats the rule in its own syntax.
impl fmt::Display for FaultRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.operation_id.as_deref().unwrap_or("*"), self.fault)?;
        if self.probability < 1.0 {
            write!(f, "@{}", self.probability)?;
        }
        match self.times {
            Some(times) => write!(f, "x{times}"),
            None => Ok(()),
        }
    }
}

/// Formats the fault in its own syntax.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let option = |processed: bool| if processed { ":processed" } else { "" };
        match *self {
            Self::Status { status, shape, retry_after, processed } => {
                write!(f, "{status}:{shape}")?;
                match retry_after {
                    Some(RetryAfter::Seconds(seconds)) => write!(f, ":retry-after={seconds}")?,
                    Some(RetryAfter::Date(seconds)) => write!(f, ":retry-after-date={seconds}")?,
                    None => {}
                }
                f.write_str(option(processed))
            }
            Self::Reset { processed } => write!(f, "reset{}", option(processed)),
            Self::StallHeaders { processed } => write!(f, "stall{}", option(processed)),
            Self::StallBody => f.write_str("stall-body"),
            Self::TruncateBody => f.write_str("truncate"),
            Self::Delay(duration) => write!(f, "delay:{}ms", duration.as_millis()),
            Self::Shape(shape) => write!(f, "shape:{shape}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> FaultRule {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn rules_are_read() {
        let unavailable = Fault::status(503);
        assert_eq!(rule("capture_order=503"), FaultRule::on("capture_order", unavailable.clone()));
        assert_eq!(rule(" * = 503 @ 0.3 x 2 "), FaultRule::on_any(unavailable).with_probability(0.3).times(2));
        assert_eq!(rule("*=reset:processedx1"), FaultRule::on_any(Fault::Reset { processed: true }).times(1));
        assert_eq!(rule("*=delay:2s").fault, Fault::Delay(Duration::from_secs(2)));
        let late = Fault::Status {
            status: 429,
            shape: ErrorShape::Empty,
            retry_after: Some(RetryAfter::Date(7)),
            processed: true,
        };
        assert_eq!(rule("*=429:retry-after-date=7:empty:processed").fault, late);
    }

    #[test]
    fn several_rules_are_read_around_comments() {
        let text = "# all of them\ncapture_order=503, refund_order=reset # two\n\n,get_order=shape:nullx3\n";
        let rules = FaultRule::parse_all(text).expect("is read");
        let written: Vec<String> = rules.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["capture_order=503:array", "refund_order=reset", "get_order=shape:nullx3"]);
    }

    #[test]
    fn rules_round_trip() {
        for text in [
            "*=502",
            "*=429",
            "*=429:retry-after-date=3@0.25x4",
            "a=reset",
            "a=reset:processed",
            "a=stall:processed",
            "a=stall-body",
            "a=truncate",
            "a=delay:1500ms",
            "a=shape:garbage@0",
        ] {
            let rule = rule(text);
            assert_eq!(rule.to_string().parse(), Ok(rule), "{text}");
        }
    }

    #[test]
    fn syntax_errors_contain_a_remedy() {
        for (text, remedy) in [
            ("capture_order", "write OPERATION=FAULT"),
            ("=503", "names no operation"),
            ("*=", "is no fault"),
            ("*=explode", "is no fault"),
            ("*=199", "from 200 to 599"),
            ("*=999999", "from 200 to 599"),
            ("*=503@2", "from 0 to 1"),
            ("*=503@NaN", "from 0 to 1"),
            ("*=503@", "from 0 to 1"),
            ("*=503x0", "x1 or more"),
            ("*=503x99999999999", "x1 or more"),
            ("*=503:xml", "one of array, object"),
            ("*=429:retry-after=soon", "a whole number"),
            ("*=delay", "delay:250ms"),
            ("*=delay:soon", "250ms or 2s"),
            ("*=shape:xml", "one of array, object"),
            ("*=reset:later", "reset:processed"),
            ("*=truncate:processed", "truncate, delay"),
        ] {
            let error = text.parse::<FaultRule>().expect_err(text).to_string();
            assert!(error.contains(remedy), "{text}: {error}");
        }
    }
}
