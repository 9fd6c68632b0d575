//! Listens, until it is idle for too long or stopped.

use std::future::IntoFuture;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tokio::net::TcpListener;

use crate::app::App;
use crate::recover::recover;
use crate::routes::router;
use crate::visit::Visit;

/// How the server runs.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The ports to try, one after the other; 0 takes a free one.
    pub ports: Vec<u16>,
    /// After how long without a request the server stops; never if absent.
    pub idle: Option<Duration>,
}

/// Why the server stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Served {
    /// Nobody has asked for a page for so long.
    Idle,
    /// Somebody has stopped it.
    Stopped,
}

/// Why the server cannot run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The port cannot be used.
    #[error("cannot listen on port {port} of this machine: {source}")]
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The server broke down.
    #[error("the server stopped: {0}")]
    Broken(#[source] io::Error),
}

/// Serves the pages on the loopback address until it is idle or stopped. `ready` gets the
/// address that lets in, as soon as requests are answered.
///
/// # Errors
/// When the port cannot be used.
pub fn serve(
    app: Arc<App>,
    options: ServeOptions,
    ready: impl FnOnce(&str),
) -> Result<Served, ServeError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()
        .map_err(ServeError::Broken)?;
    let served = runtime.block_on(run(app, options, ready));
    // A page that still waits for a slow disk must not keep the program from ending.
    runtime.shutdown_timeout(Duration::from_secs(10));
    served
}

async fn run(
    app: Arc<App>,
    options: ServeOptions,
    ready: impl FnOnce(&str),
) -> Result<Served, ServeError> {
    let listener = listen(&options.ports).await?;
    app.listen_on(listener.local_addr().map_err(ServeError::Broken)?.port());
    // What was typed before the program was killed becomes a change now.
    if !app.is_read_only() {
        recover(&Visit::nobody(Arc::clone(&app)));
    }
    let clock = Arc::new(Clock::new());
    let router = router(Arc::clone(&app))
        .layer(from_fn_with_state(Arc::clone(&clock), note_request));
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            let _ = stopped.await;
        })
        .into_future();
    ready(&app.first_address());
    tokio::pin!(server);
    let why = tokio::select! {
        result = &mut server => {
            result.map_err(ServeError::Broken)?;
            return Ok(Served::Stopped);
        }
        () = idle(&clock, options.idle) => Served::Idle,
        () = interrupted() => Served::Stopped,
    };
    let _ = stop.send(());
    // A browser may keep a connection open for minutes.
    let _ = tokio::time::timeout(Duration::from_secs(2), server).await;
    Ok(why)
}

/// Listens on the first of the ports that is free.
async fn listen(ports: &[u16]) -> Result<TcpListener, ServeError> {
    let mut refused = ServeError::Broken(io::ErrorKind::InvalidInput.into());
    for &port in ports {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(listener),
            Err(source) => refused = ServeError::Port { port, source },
        }
    }
    Err(refused)
}

/// When the last request came in.
struct Clock {
    start: Instant,
    last: AtomicU64,
}

impl Clock {
    fn new() -> Self {
        Self { start: Instant::now(), last: AtomicU64::new(0) }
    }

    fn note(&self) {
        let now = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last.store(now, Ordering::Relaxed);
    }

    fn idle(&self) -> Duration {
        let last = Duration::from_millis(self.last.load(Ordering::Relaxed));
        self.start.elapsed().saturating_sub(last)
    }
}

async fn note_request(
    State(clock): State<Arc<Clock>>,
    request: Request,
    next: Next,
) -> Response {
    clock.note();
    let response = next.run(request).await;
    clock.note();
    response
}

async fn idle(clock: &Clock, most: Option<Duration>) {
    let Some(most) = most else { return std::future::pending().await };
    loop {
        let idle = clock.idle();
        if idle >= most {
            return;
        }
        tokio::time::sleep(most - idle).await;
    }
}

/// Waits for Ctrl-C, or for the system's wish that the program ends.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A port that is taken is passed over; where none is left, the last one is named.
    #[test]
    fn takes_the_first_free_port() {
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        runtime.block_on(async {
            let first = listen(&[0]).await.unwrap();
            let taken = first.local_addr().unwrap().port();
            let second = listen(&[taken, 0]).await.unwrap();
            assert_ne!(second.local_addr().unwrap().port(), taken);
            let refused = listen(&[taken]).await.unwrap_err();
            assert!(matches!(refused, ServeError::Port { port, .. } if port == taken));
        });
    }
}
