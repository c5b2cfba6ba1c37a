package app

import (
	"errors"
	"fmt"
)

// Code tells a program what kind of error happened.
type Code string

const (
	CodeInvalid  Code = "invalid"   // the input is not usable as given
	CodeNotFound Code = "not_found" // what was named does not exist
	CodeConflict Code = "conflict"  // it exists already, or somebody else holds it
	CodeSecret   Code = "secret"    // 涉密标志: the text may not be taken in
	CodeLimit    Code = "limit"     // too large, too deep, too many
	CodeReadOnly Code = "read_only" // the place cannot be written
	CodeNewer    Code = "newer"     // made by a newer version of the program
	CodeDamaged  Code = "damaged"   // bytes are not what they claim to be
	CodeFormat   Code = "format"    // a kind of file that this build does not read
	CodeLocked   Code = "locked"    // the file is protected by a password
	CodeNoOpener Code = "no_opener" // the PC has no program that opens such a file
	CodeInternal Code = "internal"  // anything else
)

// Error carries a code for programs and a message in Chinese for the person: what happened, what was kept, what to do.
type Error struct {
	Code    Code
	Message string
	Cause   error
}

// Error is the message followed by the cause, for the log.
func (e *Error) Error() string {
	if e.Cause != nil {
		return e.Message + ": " + e.Cause.Error()
	}
	return e.Message
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Errorf makes an Error without a cause.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// WrapError makes an Error that keeps its cause for the log.
func WrapError(code Code, cause error, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...), Cause: cause}
}

// ErrorCode is the code of the first Error in the chain, CodeInternal for another error, "" for nil.
func ErrorCode(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	}
	return CodeInternal
}

// ErrorMessage is what a person may read: the message of the first Error in the chain, else one fixed sentence.
func ErrorMessage(err error) string {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Message
	}
	return "程序内部出错，已有记录未受影响。请重试；仍不行的，请把日志交给维护人员。"
}
