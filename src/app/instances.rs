//! One window a file: who opens a file that lies open in another window is led to that window.
//!
//! A window listens under a name that is made of its file's path. A program that is about to open
//! a file calls that name first; who answers shows its window, and the caller leaves the file to
//! it. Nobody is in charge: a program that has ended or hangs answers nothing, and then the file
//! is simply opened.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use interprocess::local_socket::{ListenerOptions, Name, Stream, prelude::*};
use sha2::{Digest as _, Sha256};

/// How long a window may take to answer; one that is busy drawing needs a fraction of it.
const ANSWER_PATIENCE: Duration = Duration::from_millis(1500);
/// How long a caller waits in all.
const CALL_PATIENCE: Duration = Duration::from_secs(2);
/// The pause after a call that could not be taken, so that a broken line costs no processor.
const AFTER_FAILURE: Duration = Duration::from_millis(100);
/// What a caller says,
const CALL: [u8; 4] = *b"show";
/// and what a window answers.
const ANSWER: [u8; 5] = *b"shown";

/// Where the windows of one user find each other.
#[derive(Clone, Debug)]
pub struct MeetingPlace {
    /// Of this user alone; holds the sockets where the system keeps them as files.
    folder: PathBuf,
}

impl MeetingPlace {
    /// The user's; `None` where the system has no folder for it.
    pub fn of_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("no", "", "arsmelding")?;
        let folder = folders.runtime_dir().unwrap_or_else(|| folders.cache_dir()).to_owned();
        Some(Self { folder })
    }

    /// A place in `folder`, for tests.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Asks the window that has `file` open, if there is one, to show itself; whether one does.
    /// Waits two seconds at most.
    pub fn call(&self, file: &Path) -> bool {
        let (place, file) = (self.clone(), file.to_owned());
        let (answers, answered) = channel();
        // A line to a program that hangs may never be cut; then this thread is left behind.
        thread::spawn(move || {
            // Nobody may be waiting any more.
            let _ = answers.send(place.ask(&file).unwrap_or(false));
        });
        answered.recv_timeout(CALL_PATIENCE).unwrap_or(false)
    }

    fn ask(&self, file: &Path) -> io::Result<bool> {
        let mut line = Stream::connect(self.name_of(file)?)?;
        line.write_all(&CALL)?;
        line.flush()?;
        let mut answer = [0; ANSWER.len()];
        line.read_exact(&mut answer)?;
        Ok(answer == ANSWER)
    }

    /// Answers for `file` from now on; `wake` is called for each call.
    pub fn listen(&self, file: &Path, wake: Arc<dyn Fn() + Send + Sync>) -> Presence {
        let (calls, taken) = channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let (place, path, is_ended) = (self.clone(), file.to_owned(), Arc::clone(&is_over));
        thread::spawn(move || {
            // Where the system lets nobody listen, every file is simply opened.
            let _ = place.take_calls(&path, &is_ended, &calls, &*wake);
        });
        Presence { place: self.clone(), file: file.to_owned(), calls: taken, is_over }
    }

    fn take_calls(
        &self,
        file: &Path,
        is_over: &AtomicBool,
        calls: &Sender<Sender<()>>,
        wake: &dyn Fn(),
    ) -> io::Result<()> {
        if cfg!(unix) {
            std::fs::create_dir_all(&self.folder)?;
        }
        // A socket that was left behind is taken over. That is why none is cleared away at the end:
        // by then its place may be that of another window.
        let options = ListenerOptions::new().name(self.name_of(file)?);
        let listener = options.try_overwrite(true).reclaim_name(false).create_sync()?;
        loop {
            if is_over.load(Ordering::Acquire) {
                return Ok(());
            }
            let Ok(mut line) = listener.accept() else {
                thread::sleep(AFTER_FAILURE);
                continue;
            };
            let mut call = [0; CALL.len()];
            if line.read_exact(&mut call).is_err() || call != CALL {
                // A line without a call only wakes this listener, so that it ends.
                continue;
            }
            let (answer, answered) = channel();
            if calls.send(answer).is_err() {
                return Ok(());
            }
            wake();
            if answered.recv_timeout(ANSWER_PATIENCE).is_ok() {
                // A caller that has gone has opened the file itself.
                let _ = line.write_all(&ANSWER).and_then(|()| line.flush());
            }
        }
    }

    /// The same name for every spelling of a path.
    fn name_of(&self, file: &Path) -> io::Result<Name<'static>> {
        let file = std::fs::canonicalize(file)?;
        #[cfg(windows)]
        {
            // Names of pipes belong to the whole machine; the folder tells the users apart.
            let name = format!("arsmelding-{}-{}", digest(&self.folder), digest(&file));
            name.to_ns_name::<interprocess::local_socket::GenericNamespaced>()
        }
        #[cfg(not(windows))]
        {
            let socket = self.folder.join(digest(&file));
            socket.to_fs_name::<interprocess::local_socket::GenericFilePath>()
        }
    }
}

/// Short, since the path of a socket may be no longer than some hundred bytes.
fn digest(path: &Path) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A window that answers for its file until it is dropped.
#[derive(Debug)]
pub struct Presence {
    place: MeetingPlace,
    file: PathBuf,
    calls: Receiver<Sender<()>>,
    is_over: Arc<AtomicBool>,
}

impl Presence {
    /// The file that it answers for.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether another program has asked for the window, which is answered by asking this.
    pub fn is_called(&self) -> bool {
        let mut is_called = false;
        while let Ok(call) = self.calls.try_recv() {
            // A caller that waited too long has opened the file itself.
            is_called |= call.send(()).is_ok();
        }
        is_called
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        let (place, file) = (self.place.clone(), self.file.clone());
        // The listener waits for a call. A line without one wakes it, and it finds `is_over` set.
        thread::spawn(move || Stream::connect(place.name_of(&file)?).map(drop));
    }
}
