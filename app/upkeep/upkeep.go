// Package upkeep keeps the office's data in order (设置与维护): who the office is, its lists and registers, backups,
// checking and repairing the ledger, and erasing a notice's words.
package upkeep

import (
	"context"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/lexicon"
	"yidanqing/app/paper"
	"yidanqing/app/rule"
)

// Service keeps the data. Fields without a remark must be set.
type Service struct {
	Reader reader
	Writer ledger.Writer
	Vault  vault
	Now    func() time.Time // local time of the office
	// Shipped gives the rules that came with the program; Unfit the words in a text that no paper may carry. Both are needed
	// for the rules alone.
	Shipped func() ([]rule.Rule, app.Source, error)
	Unfit   func(text string) []string
	// Lexicon gives the words that came with the program; for the office's own words alone. It may take long.
	Lexicon func() (*lexicon.Lexicon, error)
	// Press makes tables and lists, Files keeps copies of them; for templates and the list of rules alone.
	Press press
	Files exporter
	// Wording is the wording of the papers as it shipped; Papers and Specimens show it. For the office's own sentences alone.
	Wording   *paper.Wording
	Papers    wordingPress
	Specimens Specimens
}

// press makes files of tables, and the printed list of rules.
type press interface {
	PrintRules(ctx context.Context, r paper.RulesList) (data []byte, err error) // PDF
	Table(ctx context.Context, s ...paper.Sheet) ([]byte, error)
}

// exporter writes a copy into a folder, replacing an older one of the same name, and gives its path.
type exporter interface {
	Export(ctx context.Context, folder, name string, data []byte) (path string, err error)
}

// reader reads the ledger.
type reader interface {
	Settings(ctx context.Context) (ledger.Settings, error)
	Notice(ctx context.Context, id string) (ledger.Notice, error)
	Lists(ctx context.Context) ([]ledger.List, error)
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
	Registers(ctx context.Context) ([]ledger.Register, error)
	Own(ctx context.Context) (ledger.Own, error)
	// Precedents gives the precedents made under one version of the list, or all, the last decided first.
	Precedents(ctx context.Context, list *app.Version) ([]ledger.Precedent, error)
	// FindingCounts is how many demands that count and were entered in a span of days break each rule.
	FindingCounts(ctx context.Context, from, to app.Date) (map[string]int, error)
	LastWrite(ctx context.Context) (time.Time, error)
	Preference(ctx context.Context, key string) (string, error)
	SetPreference(ctx context.Context, key, value string) error
}

// vault is what only the keeper of the files can do.
type vault interface {
	Backup(ctx context.Context, folder string) (Backup, error)
	Backups(ctx context.Context) ([]Backup, error)
	// Present tells whether a folder is there.
	Present(folder string) bool
	Changed(ctx context.Context) (bool, error)
	Restore(ctx context.Context, file string) (Restored, error)
	Verify(ctx context.Context, p Progress) (Verification, error)
	Repair(ctx context.Context, p Progress) (Repaired, error)
	MoveOut(ctx context.Context, folder string) (Moved, error)
	MovedOut(ctx context.Context) (m Moved, moved bool, err error)
	UndoMove(ctx context.Context) error
	MoveIn(ctx context.Context, folder string) (Restored, error)
	// Holding gives the backups beside the data that still hold the words of a notice.
	Holding(ctx context.Context, notice string) ([]string, error)
	// Purge removes the blobs and every trace of erased payloads from the database file.
	Purge(ctx context.Context, blobs []string) error
}

// Progress is told how far a long work has come; nil is allowed.
type Progress func(done, total int)

// Backup is one dated copy of the ledger.
type Backup struct {
	File    string // path of the copy
	At      time.Time
	Size    int64 // bytes, without the files beside it
	Notices int
	Events  int
	Digest  string // of the ledger at that time
}

// Restored says what a restore did.
type Restored struct {
	From    Backup
	Aside   string // where the data that was there before lies now
	Origin  string // the new origin
	Notices int
}

// Moved says that the data of this PC went to another one (迁移).
type Moved struct {
	At      time.Time `json:"at"`
	Folder  string    `json:"folder"` // the copy as it was made
	Notices int       `json:"notices"`
	Events  int       `json:"events"`
	Digest  string    `json:"digest"` // of the ledger
}

// Verification is the answer of 校验全部记录.
type Verification struct {
	Events, Notices, Papers, Files int
	Erased                         int // payloads that were erased
	Heads                          []ledger.Head
	Digest                         string // of the ledger
	// Damages say what does not agree, in words for the clerk; empty: all agrees.
	Damages []string
}

// OK tells whether all agrees.
func (v Verification) OK() bool { return len(v.Damages) == 0 }

// Repaired says what a repair changed: the records derived from events were written anew.
type Repaired struct {
	Records int      // derived
	Changed []string // those that had differed, in words for the clerk
	Copy    string   // the copy of the database that was made first
}

// Erased says what an erasure removed and which backups still hold it.
type Erased struct {
	Payloads, Files int
	Backups         []string // paths
}
