// Package intake takes a notice in (收件): it refuses what carries a secrecy mark, finds what came twice, has the text
// checked, derives the day received, and registers what the clerk keeps.
//
// Nothing is written before Register, except the draft and the queue that survive a crash (Keep, KeepQueue).
package intake

import (
	"context"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// checker compares a text with the lists, registers and rules in force on the day received. Known are the fields that
// the clerk put right; they win over what is read, also in judging. Their deadline may name an hour.
type checker interface {
	// Except are the IDs of notices of the ledger that it is not held against.
	Check(ctx context.Context, text string, received app.Date, known app.Fields, except ...string) (app.Check, error)
}

// reader looks for notices that came before.
type reader interface {
	// Twin finds a live notice with the same digest of the normalised text, else the last one with the same document
	// number: of the same title first; another title counts only where the number names its issuer
	// (ledger.OwnNumber). CodeNotFound if there is none.
	Twin(ctx context.Context, digest, title, docNo string) (ledger.Notice, error)
	Notice(ctx context.Context, id string) (ledger.Notice, error)
	// OldLedgers gives all imports of old ledgers with their rows, also those taken back, the newest first.
	OldLedgers(ctx context.Context) ([]ledger.OldLedger, error)
}

// blobs keeps files under the SHA-256 of their content.
type blobs interface {
	Put(ctx context.Context, data []byte) (digest string, err error)
}

// drafts keeps one draft and one queue beside the database.
type drafts interface {
	SaveDraft(ctx context.Context, data []byte) error
	LoadDraft(ctx context.Context) ([]byte, error) // CodeNotFound if there is none
	EraseDraft(ctx context.Context) error
	SaveQueue(ctx context.Context, data []byte) error
	LoadQueue(ctx context.Context) ([]byte, error) // CodeNotFound if there is none
	EraseQueue(ctx context.Context) error
}

// Service takes notices in. All fields must be set.
type Service struct {
	Checker checker
	Reader  reader
	Writer  ledger.Writer
	Blobs   blobs
	Drafts  drafts
	Now     func() time.Time // local time of the office
}

// Original is a file as it came.
type Original struct {
	Name string `json:"name"`
	Data []byte `json:"data"`
}

// Options are what is known of a notice besides its text.
type Options struct {
	Channel     ledger.Channel
	MessageTime time.Time  // of a chat message or mail, local; zero: not known
	Originals   []Original // files to be kept with the notice
}

// Draft is a notice that has been read and checked and is not yet registered. It is a value: the methods of Service
// give a new one.
type Draft struct {
	Document  app.Document      `json:"document"`
	Channel   ledger.Channel    `json:"channel"`
	Originals []Original        `json:"originals,omitempty"`
	Digest    string            `json:"digest"` // of the normalised text
	Check     app.Check         `json:"check"`
	Received  ledger.Received   `json:"received"` // Known tells whether it is; else Days are the answers to 哪天收到
	Days      []Day             `json:"days,omitempty"`
	Message   time.Time         `json:"message,omitzero"`
	Fixed     map[string]string `json:"fixed,omitempty"` // fields put right by the clerk, by json name
	Twin      *Twin             `json:"twin,omitempty"`
	// Correction is set by the clerk's 作为更正: Register then lets this notice replace the twin.
	Correction bool `json:"correction,omitempty"`
	// Silent is set while the day received is not known: short-deadline findings are held back.
	Silent bool      `json:"silent,omitempty"`
	ReadAt time.Time `json:"read_at"`
}

// Text is the notice as given; evidence offsets count its runes.
func (d Draft) Text() string { return d.Document.Text() }

// Day is one answer to 哪天收到？
type Day struct {
	Date   app.Date         `json:"date"`
	Label  string           `json:"label"` // 今天 11-24, 文中 11-20
	Source ledger.DaySource `json:"source"`
}

// Twin is an earlier notice that this one repeats or puts right.
type Twin struct {
	Notice  string `json:"notice"`  // ID
	Number  string `json:"number"`  // 2026年第637号
	No      int    `json:"no"`      // 637
	Same    bool   `json:"same"`    // the same words: it cannot be registered again
	Message string `json:"message"` // for the window
}
