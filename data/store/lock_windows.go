package store

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockOffset lies far behind the file's words: Windows' locks forbid reading, and others must be able to read who has
// the data open.
const lockOffset = 1 << 30

// lockFile takes a lock on an open file without waiting; errHeld if somebody else has it.
func lockFile(f *os.File) error {
	at := windows.Overlapped{Offset: lockOffset}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errHeld
	}
	return err
}
