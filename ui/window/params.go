// Package window composes the pages into one window: rail, page, status line, menu and keys.
package window

import (
	"context"
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/judge"
	"yidanqing/app/ledger"
	"yidanqing/app/oldledger"
	"yidanqing/app/paper"
	"yidanqing/app/rule"
	"yidanqing/app/upkeep"
	"yidanqing/ui/kit"
	"yidanqing/ui/page/records"
	"yidanqing/ui/page/rules"
)

// intakeCases takes notices in.
type intakeCases interface {
	Read(ctx context.Context, doc app.Document, o intake.Options) (intake.Draft, error)
	SetReceived(ctx context.Context, d intake.Draft, r ledger.Received) (intake.Draft, error)
	CorrectField(ctx context.Context, d intake.Draft, name, value string) (intake.Draft, error)
	SetCorrection(ctx context.Context, d intake.Draft, on bool) (intake.Draft, error)
	Register(ctx context.Context, d intake.Draft) (ledger.Notice, error)
	Keep(ctx context.Context, d intake.Draft) error
	Kept(ctx context.Context) (intake.Draft, bool, error)
	Discard(ctx context.Context) error
	Several(pasted string) []intake.Item
	ReadItem(ctx context.Context, it intake.Item, doc app.Document, data []byte) (intake.Draft, error)
	KeepQueue(ctx context.Context, items []intake.Item) error
	KeptQueue(ctx context.Context) ([]intake.Item, error)
	ReceivedOn(ctx context.Context, notice string, r ledger.Received) (ledger.Notice, error)
	Recheck(ctx context.Context, notice string, fixed map[string]string) (ledger.Notice, error)
	PreviewOldLedger(ctx context.Context, tables []app.Table, o oldledger.Options) (oldledger.Preview, error)
	ImportOldLedger(ctx context.Context, l app.OldLedger) (ledger.OldLedger, error)
	WithdrawOldLedger(ctx context.Context, id, reason string) error
}

// decideCases records what the office does with a notice.
type decideCases interface {
	Decide(ctx context.Context, notice string, choices []decide.Choice) (ledger.Notice, error)
	Preview(ctx context.Context, r decide.Request) (decide.Preview, error)
	Draft(ctx context.Context, r decide.Request) (decide.Printed, error)
	Support(ctx context.Context, notice string) (paper.Support, error)
	SaveTwin(ctx context.Context, paperID, folder string) (string, error)
	SaveDraft(ctx context.Context, r decide.Request, folder string) (string, error)
	SaveDraftTwin(ctx context.Context, r decide.Request, folder string) (string, error)
	Issue(ctx context.Context, r decide.Request) (decide.Issued, error)
	Survey(ctx context.Context, b decide.Batch, p decide.Progress) ([]decide.BatchItem, []decide.Unprinted, error)
	Batch(ctx context.Context, b decide.Batch, p decide.Progress) (decide.Batched, error)
	Export(ctx context.Context, paperID, folder string) (string, error)
	RecordApproval(ctx context.Context, paperID, by string, on app.Date, photo *decide.Photo) (ledger.Paper, error)
	RecordDelivery(ctx context.Context, paperID string, on app.Date, to string) (ledger.Paper, error)
	RecordReply(ctx context.Context, paperID string, on app.Date, replies []decide.ReplyEntry) (ledger.Notice, error)
	Message(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (string, error)
	OwnPart(ctx context.Context, text string, c app.Check, decisions []paper.Decision) (string, error)
	Talk(ctx context.Context, notice string, demands []string, t ledger.Talk) (ledger.Notice, error)
	Reschedule(ctx context.Context, notice, demand string, day app.Date, hour string) (ledger.Notice, error)
	Done(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error)
	Reopen(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error)
	VoidPaper(ctx context.Context, paperID, reason string) (ledger.Paper, error)
	VoidNotice(ctx context.Context, notice, reason string) (ledger.Notice, error)
	Undo(ctx context.Context, notice string) (string, ledger.Notice, error)
}

// inquireCases answers questions about the ledger.
type inquireCases interface {
	Page(ctx context.Context, f inquire.Filter, after inquire.Cursor, limit int) (inquire.Page, error)
	Total(ctx context.Context, f inquire.Filter) (inquire.Total, error)
	Counts(ctx context.Context, f inquire.Filter) (inquire.Counts, error)
	Detail(ctx context.Context, notice string) (inquire.Detail, error)
	Tiles(ctx context.Context) (inquire.Tiles, error)
	Recent(ctx context.Context, n int) ([]inquire.Row, error)
	Tasks(ctx context.Context) (inquire.Tasks, error)
	SoFar(ctx context.Context) (inquire.SoFar, error)
	ReportDue() (month inquire.Period, until app.Date, due bool)
	Together(ctx context.Context) (inquire.Together, error)
	Board(ctx context.Context) (inquire.Board, error)
	BoardPaper(ctx context.Context, b inquire.Board) (inquire.File, error)
	Issuers(ctx context.Context) ([]string, error)
	Years(ctx context.Context) ([]int, error)
	Due(d app.Date, hour string) inquire.Due
	MeetingsOn(ctx context.Context, day app.Date, without string) ([]inquire.Meeting, error)
	LedgerPaper(ctx context.Context, f inquire.Filter, p inquire.Progress) (inquire.File, error)
	SaveLedgerTable(ctx context.Context, f inquire.Filter, folder string, p inquire.Progress) (string, error)
	OldRows(ctx context.Context, words string, skip, limit int) (inquire.OldPage, error)
	YearTurn(ctx context.Context) (*inquire.YearTurn, error)
	Citing(ctx context.Context, entry app.DutyRef, after inquire.Cursor, limit int) (inquire.CitingPage, error)
	ListChanges(ctx context.Context, old, now ledger.List) ([]inquire.ListChange, error)
	SaveList(ctx context.Context, l ledger.List, folder string) (string, error)
	SaveListChanges(ctx context.Context, old, now ledger.List, folder string) (string, error)
	SaveProposals(ctx context.Context, l ledger.List, folder string) (string, error)
	OldImports(ctx context.Context) ([]inquire.OldImport, error)
	Prove(ctx context.Context, p inquire.Proof) (inquire.Proof, error)
	Statistics(ctx context.Context, p, before inquire.Period) (inquire.Statistics, error)
	ReportMonth() inquire.Period
	MonthPaper(ctx context.Context, p inquire.Period) (inquire.File, error)
	SaveMonth(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveMonthTwin(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveStatisticsTable(ctx context.Context, p, before inquire.Period, folder string) (string, error)
	Departments(ctx context.Context, p inquire.Period) (inquire.Departments, error)
	ReviewHalf() inquire.Period
	DepartmentsPaper(ctx context.Context, p inquire.Period) (inquire.File, error)
	SaveDepartmentsTable(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveReview(ctx context.Context, p inquire.Period, folder string) (string, error)
	SaveReviewTwin(ctx context.Context, p inquire.Period, folder string) (string, error)
}

// compareCases tries single rules.
type compareCases interface {
	Try(ctx context.Context, code, words string, received app.Date) (judge.Trial, error)
}

// upkeepCases keeps settings, lists, rules and copies.
type upkeepCases interface {
	rules.Keeper
	Settings(ctx context.Context) (ledger.Settings, error)
	SaveSettings(ctx context.Context, v ledger.Settings) error
	Preference(ctx context.Context, key string) (string, error)
	SetPreference(ctx context.Context, key, value string) error
	Lists(ctx context.Context) ([]ledger.List, error)
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
	ImportList(ctx context.Context, l app.DutyList) (ledger.List, error)
	WithdrawList(ctx context.Context, id, reason string) error
	Registers(ctx context.Context) ([]ledger.Register, error)
	Backup(ctx context.Context, folder string) (upkeep.Backup, error)
	Backups(ctx context.Context) ([]upkeep.Backup, error)
	Verify(ctx context.Context, p upkeep.Progress) (upkeep.Verification, error)
	MoveOut(ctx context.Context, folder string) (upkeep.Moved, error)
	MovedOut(ctx context.Context) (m upkeep.Moved, moved bool, err error)
	UndoMove(ctx context.Context) error
	Wordings(ctx context.Context) (upkeep.Wordings, error)
	ChangeSentence(ctx context.Context, name, text string) error
	ResetSentence(ctx context.Context, name string) error
	ResetPaper(ctx context.Context, title string) (int, error)
	PreviewSentence(ctx context.Context, name, text string) (upkeep.WordingPreview, error)
	SaveWording(ctx context.Context, folder, edition string) (string, error)
	ImportWording(ctx context.Context, text string) (int, error)
	MoveIn(ctx context.Context, folder string) (upkeep.Restored, error)
}

// documents reads files of notices.
type documents interface {
	ReadDocument(ctx context.Context, path string) (app.Document, []byte, error)
	Expand(ctx context.Context, paths []string) (files, notes []string, err error)
	Formats() []string
	ReadPlain(ctx context.Context, path string) (string, error)
}

// listReader reads files of duty lists, registers and negative lists.
type listReader interface {
	PreviewList(ctx context.Context, paths []string, o duty.Options) (duty.Preview, error)
	PreviewRegister(ctx context.Context, kind app.RegisterKind, path string) (app.Register, rule.RegisterPreview, error)
	PreviewPack(ctx context.Context, path string) (app.RulePack, rule.PackPreview, error)
	ListFormats() []string
}

// FaceLine says which font serves for a part of the papers, and whether it is one of this machine.
type FaceLine struct {
	Part, Font string
	Own        bool
}

// Params are what the window is composed of. Fields without a remark must be set.
type Params struct {
	App     fyne.App
	Version string // 1.0

	Regular, Bold []byte // fonts of the window, TrueType
	Icons         fs.FS  // *.svg
	Help          []byte // texts of the help page
	// PaperFonts are the font files of the faces that papers are printed with, PaperFaces their names.
	PaperFonts map[paper.Face][]byte
	// RareFont is the font file of a character that no face has, which draws it by the code U+E000; nil: the body face draws it.
	RareFont   func(r rune) ([]byte, error)
	PaperFaces []FaceLine

	DataDir  string // shown in the settings
	PaperDir string // where copies of issued papers go
	DraftDir string // where 送审稿 lie on their way to the printer; emptied when the window closes

	Compare   compareCases
	Intake    intakeCases
	Decide    decideCases
	Inquire   inquireCases
	Upkeep    upkeepCases
	Documents documents
	Lists     listReader
	Tables    records.Tables               // reads files of old ledgers
	Sample    func() (app.DutyList, error) // the list that ships with the program
	// Trial opens the program over a temporary folder with what ships with it (看看样件); nil: it is not offered.
	Trial func(ctx context.Context) (Trial, error)
	// CheckPaper checks the file of a paper by itself (自洽).
	CheckPaper func(ctx context.Context, path string) (inquire.Proof, error)
	Warm       func() // readies the next comparison; may take long, runs beside the window; nil: nothing

	Now    func() time.Time // local time of the office
	Runner *kit.Runner      // nil: goroutines; tests run inline
	Files  kit.Files        // nil: the system's own dialogs and programs

	trial bool // this is the window of a trial
}
