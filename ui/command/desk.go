package command

import (
	"context"
	"encoding/json"
	"io"

	"yidanqing/app"
	"yidanqing/app/compare"
	"yidanqing/app/decide"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/judge"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
)

// Desk is an opened data folder with its use cases.
type Desk struct {
	Compare *compare.Service
	Intake  *intake.Service
	Decide  *decide.Service
	Inquire *inquire.Service
	Upkeep  *upkeep.Service
	Dir     string
	// Warm makes what the first comparison needs; without it the first one waits for that. May be called beside others.
	Warm  func()
	Close func(ctx context.Context) error
}

// Tools are what the commands need from outside.
type Tools struct {
	CheckTools
	// OpenDesk opens a data folder; an empty dir is the usual place. CodeConflict where another window has it open.
	OpenDesk func(ctx context.Context, dir string) (*Desk, error)
	// Rescue restores a backup into a data folder whose ledger is damaged.
	Rescue func(ctx context.Context, dir, backup string) (upkeep.Restored, error)
	// ReadList and ReadRegister read files for import.
	ReadList     func(ctx context.Context, paths []string, o duty.Options) (duty.Preview, error)
	ReadRegister func(ctx context.Context, kind app.RegisterKind, path string) (app.Register, []string, error)
	// ReadTables reads the tables of one file.
	ReadTables func(ctx context.Context, path string) ([]app.Table, error)
	// ReadPlain reads a file of plain text.
	ReadPlain func(ctx context.Context, path string) (string, error)
	ReadPack  func(ctx context.Context, path string) (app.RulePack, rule.PackPreview, error)
	// VerifyPaper tells in words whether a paper of ours agrees with itself, and names its number and record digest.
	VerifyPaper func(ctx context.Context, data []byte) (inquire.Proof, error)
	// Sample are the bundled list and notice.
	Sample func() (list app.DutyList, registers []app.Register, notice string, office app.Office)
	Learn  Learner
	// Examples takes example sentences out of labelled demands.
	Examples Exemplifier
	// Phrases makes the table of how people speak of things from files of example sentences.
	Phrases func(examples [][]byte) ([]byte, error)
	// Unknown gives the words of texts that the lexicon does not know.
	Unknown func(texts []string) []judge.UnknownWord
	Version string
	TempDir func() (string, error)
}

// New makes the commands.
func New(t Tools) *Set {
	return &Set{Version: t.Version, Commands: []Command{
		NewCheck(t.CheckTools), t.importCommand(), t.addCommand(), t.listCommand(), t.reportCommand(), t.verifyCommand(),
		t.backupCommand(), t.restoreCommand(), t.officeCommand(), t.rulesCommand(), t.precedentsCommand(), t.templatesCommand(), t.versionCommand(), t.demoCommand(), t.learnCommand(), t.wordsCommand(), t.examplesCommand(), t.phrasesCommand(),
	}}
}

// withDesk opens the data folder for a command and closes it again.
func (t Tools) withDesk(ctx context.Context, dir string, streams Streams, do func(*Desk) error) int {
	d, err := t.OpenDesk(ctx, dir)
	if err != nil {
		complain(streams, err)
		return Failed
	}
	err = do(d)
	if e := d.Close(ctx); err == nil {
		err = e
	}
	if err != nil {
		complain(streams, err)
		return Failed
	}
	return OK
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
