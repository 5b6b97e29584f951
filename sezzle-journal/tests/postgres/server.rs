//! A PostgreSQL server of its own, in a temporary directory, reachable through a socket in it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use tokio_postgres::NoTls;

/// A running server. It stops, and its data is deleted, when it is dropped.
pub(crate) struct PostgresServer {
    programs: PathBuf,
    directory: PathBuf,
}

impl PostgresServer {
    /// Starts a server. Programs are those of the distribution's package, in `/usr/lib/postgresql/*/bin`.
    ///
    /// # Errors
    ///
    /// Returns an error if PostgreSQL is not installed or does not start.
    pub(crate) fn start() -> io::Result<Self> {
        let versions = std::fs::read_dir("/usr/lib/postgresql")
            .map_err(|error| io::Error::new(error.kind(), "PostgreSQL is missing: install the package `postgresql`"))?;
        let programs = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin"))).max();
        let programs = programs.ok_or_else(|| io::Error::other("there is no version in /usr/lib/postgresql"))?;
        let name = format!("sezzle-journal-{}-{:08x}", std::process::id(), fastrand::u32(..));
        let directory = std::env::temp_dir().join(name);
        std::fs::create_dir(&directory)?;
        let server = Self { programs, directory };
        if is_root()? {
            // The server refuses to run as root.
            check(&Command::new("chown").arg("postgres").arg(&server.directory).output()?)?;
        }
        let data = server.directory.join("data");
        check(&server.program("initdb")?.args(["--no-sync", "-A", "trust", "-U", "shop", "-D"]).arg(&data).output()?)?;
        server.run()?;
        Ok(server)
    }

    /// Starts the server again after [`kill`](Self::kill).
    ///
    /// # Errors
    ///
    /// Returns an error if it does not start.
    pub(crate) fn run(&self) -> io::Result<()> {
        let options = format!("-c listen_addresses='' -c unix_socket_directories='{}'", self.directory.display());
        let log = self.directory.join("log");
        let mut command = self.program("pg_ctl")?;
        command
            .arg("start")
            .arg("-w")
            .arg("-D")
            .arg(self.directory.join("data"))
            .arg("-l")
            .arg(log)
            .arg("-o")
            .arg(options);
        // The server keeps the output open: wait for `pg_ctl` alone.
        let null = std::process::Stdio::null;
        let status = command.stdin(null()).stdout(null()).stderr(null()).status()?;
        if status.success() { Ok(()) } else { Err(io::Error::other("pg_ctl start failed")) }
    }

    /// Stops the server without a checkpoint, as a crash would.
    ///
    /// # Errors
    ///
    /// Returns an error if it does not run.
    pub(crate) fn kill(&self) -> io::Result<()> {
        let data = self.directory.join("data");
        check(&self.program("pg_ctl")?.args(["stop", "-m", "immediate", "-D"]).arg(data).output()?)
    }

    /// Returns the folder of the socket, for [`pool`].
    pub(crate) fn socket(&self) -> &Path {
        &self.directory
    }

    fn program(&self, name: &str) -> io::Result<Command> {
        let path = self.programs.join(name);
        let mut command = Command::new("runuser");
        if is_root()? {
            command.args(["-u", "postgres", "--"]).arg(path);
        } else {
            command = Command::new(path);
        }
        command.current_dir("/");
        Ok(command)
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        let _ = self.kill();
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

/// Returns a pool of connections to the server with this socket.
pub(crate) fn pool(socket: &Path, database: &str, size: usize) -> Pool {
    let mut config = tokio_postgres::Config::new();
    config.host_path(socket).user("shop").dbname(database);
    let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
    Pool::builder(manager).max_size(size).build().expect("a pool without timeouts")
}

fn is_root() -> io::Result<bool> {
    Ok(Command::new("id").arg("-u").output()?.stdout.trim_ascii() == b"0")
}

fn check(output: &Output) -> io::Result<()> {
    if output.status.success() {
        return Ok(());
    }
    Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()))
}
