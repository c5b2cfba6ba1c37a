package blob

import (
	"errors"
	"os"
	"syscall"
)

// Windows' own error numbers; package syscall does not name them.
const (
	errorWriteProtect     syscall.Errno = 19
	errorSharingViolation syscall.Errno = 32
	errorLockViolation    syscall.Errno = 33
	errorHandleDiskFull   syscall.Errno = 39
	errorDiskFull         syscall.Errno = 112
)

// IsFull tells whether a write failed because the disk is full.
func IsFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

// IsReadOnly tells whether a write failed because the disk is write-protected.
func IsReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

// isBusy tells whether a file could not be replaced because another program has it open. Renaming onto an open file is
// refused as a denied access; a denied access elsewhere is a matter of rights.
func isBusy(err error) bool {
	var rename *os.LinkError
	return errors.Is(err, errorSharingViolation) || errors.Is(err, errorLockViolation) ||
		errors.As(err, &rename) && errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}
