//! Compares the shapes of responses with those of the simulator in this program, for the page of the report.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;

use sezzle_api::Server;
use sezzle_simulator::Simulator;
use uuid::Uuid;

use crate::connection::{Connection, KeySource};
use crate::failure::Failure;
use crate::json::walk;
use crate::verify::exchange::Run;
use crate::verify::judge::schema;
use crate::verify::play::play;
use crate::verify::player::Mode;

/// A value that only one of the two returns, or that has other JSON types.
pub(crate) struct ShapeDifference {
    pub(crate) operation: String,
    pub(crate) status: u16,
    /// The location in the body. A `*` stands for any index of a list.
    pub(crate) pointer: String,
    /// The JSON types, or nothing where the value is missing.
    pub(crate) server: String,
    pub(crate) simulator: String,
}

/// The JSON types at each location of a body.
type Shape = BTreeMap<String, BTreeSet<&'static str>>;

/// Plays the script against a simulator, and compares the run with that.
pub(crate) async fn compare(run: &Run) -> Result<Vec<ShapeDifference>, Failure> {
    let (of_server, of_simulator) = (shapes(run), shapes(&play_simulated().await?));
    let mut differences = Vec::new();
    for ((operation, status), server) in &of_server {
        let Some(simulator) = of_simulator.get(&(operation.clone(), *status)) else { continue };
        let pointers: BTreeSet<&String> = server.keys().chain(simulator.keys()).collect();
        for pointer in pointers {
            let types = |shape: &Shape| {
                shape.get(pointer).map(|types| types.iter().copied().collect::<Vec<_>>().join(", ")).unwrap_or_default()
            };
            let (server, simulator) = (types(server), types(simulator));
            // The members of a missing object are missing as well.
            let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
            let is_part = differences.iter().any(|known: &ShapeDifference| {
                (&known.operation, known.status) == (operation, *status) && known.pointer == parent
            });
            if server != simulator && !is_part {
                let (operation, status, pointer) = (operation.clone(), *status, pointer.clone());
                differences.push(ShapeDifference { operation, status, pointer, server, simulator });
            }
        }
    }
    Ok(differences)
}

async fn play_simulated() -> Result<Run, Failure> {
    let simulator = Simulator::start().await.map_err(|error| Failure::usage(format!("simulator: {error}")))?;
    let (public_key, private_key) = simulator.keys();
    let server = Server::Custom(simulator.url().to_owned());
    let connection = Connection::new(server, KeySource::Simulator, public_key.to_owned(), private_key);
    let connection = Connection { is_simulator: true, ..connection };
    let folder = env::temp_dir().join(format!("sezzle-verify-{}", Uuid::new_v4().simple()));
    let result = play(&connection, &folder, Mode::Quiet).await;
    let _ = fs::remove_dir_all(&folder);
    result.map(|(run, _)| run)
}

/// Returns the shapes of all JSON bodies by operation and status.
fn shapes(run: &Run) -> BTreeMap<(String, u16), Shape> {
    let mut shapes: BTreeMap<_, Shape> = BTreeMap::new();
    for exchange in &run.exchanges {
        let Some(body) = exchange.response_body.json() else { continue };
        let shape = shapes.entry((exchange.operation.clone(), exchange.status)).or_default();
        walk(&body, &mut |at, value| {
            let json_type = match schema::json_type(value) {
                "integer" => "number",
                json_type => json_type,
            };
            shape.entry(at.to_owned()).or_default().insert(json_type);
        });
    }
    shapes
}
