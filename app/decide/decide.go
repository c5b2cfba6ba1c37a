// Package decide is what the office does with a notice (处理): it decides demand by demand, talks, issues papers,
// registers signatures, deliveries and replies, closes, reopens, voids and takes back.
//
// The program advises, a person decides: nothing here records an approval that nobody registered.
package decide

import (
	"context"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// reader reads the ledger outside a transaction.
type reader interface {
	Settings(ctx context.Context) (ledger.Settings, error)
	Notice(ctx context.Context, id string) (ledger.Notice, error)
	Paper(ctx context.Context, id string) (ledger.Paper, error)
	Papers(ctx context.Context, notice string) ([]ledger.Paper, error)
	Lists(ctx context.Context) ([]ledger.List, error)
	ListOn(ctx context.Context, d app.Date) (*ledger.List, error)
	NextSerial(ctx context.Context, prefix string, kind ledger.PaperKind, year int) (int, error)
	// Own holds the office's own wording of its papers.
	Own(ctx context.Context) (ledger.Own, error)
	// Numbered gives the notice with a number in the ledger; CodeNotFound if there is none.
	Numbered(ctx context.Context, year, no int) (ledger.Notice, error)
}

// Press sets papers: content, layout and PDF. Nothing of it reads a clock.
type Press interface {
	// Opinion is the prefilled 意见 of a paper, at most 300 characters.
	Opinion(kind paper.Kind, s paper.Subject) string
	// Support is a request for support as the record gives it.
	Support(s paper.Subject) paper.Support
	// Message is the message of 先沟通, at most 150 characters; empty where there is nothing to talk about.
	Message(s paper.Subject) string
	// OwnPart is what a village can do of what it passes on (我村能做的); empty for another office.
	OwnPart(s paper.Subject) string
	// Pages sets the paper for the preview, and tells the characters that it shows in another shape.
	Pages(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) ([]paper.Page, []paper.Replaced, error)
	// Print sets the paper and makes the PDF.
	Print(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) (Printed, error)
	// Twin makes the editable copy of the paper (Word), without its evidence page.
	Twin(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) ([]byte, error)
	// Bind makes one PDF of the pages of many papers (合订本), for printing.
	Bind(ctx context.Context, pages []paper.Page, title string, day app.Date) ([]byte, error)
	// Reread gives the pages of an issued paper's PDF as they were printed.
	Reread(pdf []byte) ([]paper.Page, error)
}

// Printed is a finished paper.
type Printed struct {
	Pages    []paper.Page
	PDF      []byte
	Digest   string // SHA-256 of the attachment, as printed on the page
	Replaced []paper.Replaced
	Edition  string // version of the wording, as printed (版式)
}

// blobs keeps files under the SHA-256 of their content.
type blobs interface {
	Put(ctx context.Context, data []byte) (digest string, err error)
	Get(ctx context.Context, digest string) ([]byte, error)
	// Path is where the stored file lies, for messages and for programs that open it.
	Path(digest string) string
	// Export writes a copy into a folder under a name. An error is an *app.Error that says what to do.
	Export(ctx context.Context, folder, name string, data []byte) (path string, err error)
}

// calendar counts workdays.
type calendar interface {
	AddWorkdays(d app.Date, n int) app.Date
}

// Service decides. All fields must be set.
type Service struct {
	Reader   reader
	Writer   ledger.Writer
	Press    Press
	Blobs    blobs
	Calendar calendar
	Now      func() time.Time // local time of the office
	Rules    string           // version of the rule pack, as printed
	Software string           // name and version of the program, as printed
}

// Choice is what the office decides of one demand.
type Choice struct {
	Demand   string      // ID
	Verdict  app.Verdict // do, cooperate, refuse, escalate, info
	Reason   string      // one sentence; demanded where Stricter
	Assignee string      // 承办人, may be empty
	// Entry is the entry of the list that the clerk named for it; nil: that of the advice stands.
	Entry *app.DutyRef
}

// Request is a paper to be previewed or issued.
type Request struct {
	Notice string // ID
	// Choices are decisions proposed with the paper, for demands not decided yet or decided otherwise. Demands without
	// a choice keep their decision, else the advice stands.
	Choices []Choice
	// Kind of the paper; empty: it follows from the addressee.
	Kind paper.Kind
	// To is the addressee; zero: the sender of the notice, or the superior body for an escalation.
	To      paper.Addressee
	Opinion string // 意见 printed on the paper; empty: prefilled
	// Support is what a request for support says; nil: as the record gives it. Its departments are the addressee.
	Support *paper.Support
	// With are the numbers of further notices (2026-640) that a 典型案例 tells of, or whose demands a 提级反映单 takes up.
	With []string
	// Together are the small matters that one 提级反映单 takes up, notice by notice; Notice is then the first of them. Of those
	// notices nothing else is taken up.
	Together []Raised
	Evidence bool     // with 比对证据页
	Archive  bool     // with a 存档联, which stays with the office
	Date     app.Date // 成文日期; zero: today
	Number   string   // only for letters: the number from the office's 发文簿
	// Copies are the bodies that get a copy of a letter or report (抄送); nil: those of the settings.
	Copies   *string
	Unsealed bool   // a letter or report goes out without a seal
	Corrects string // ID of the paper that this one replaces (更正)
	Folder   string // where a copy of the PDF is wanted; empty: none
}

// Raised are demands of one notice that are taken up together with others.
type Raised struct {
	Notice  string   // ID
	Demands []string // IDs
}

// Preview is a paper before it is issued (送审稿).
type Preview struct {
	Kind       paper.Kind
	Title      string
	To         paper.Addressee
	NextNumber string         // the number that it would get now; not reserved. Empty for letters
	Opinion    string         // as it stands on the paper
	Copies     string         // bodies that get a copy of a letter or report, as asked for or as the settings have them
	Support    *paper.Support // as it stands on the paper; nil for other kinds
	// Offered are the kinds of paper that may be made of the notice, the one that its decisions call for first.
	Offered  []paper.Kind
	Pages    []paper.Page
	Answers  []string // IDs of the demands that it answers
	Mentions []string // IDs of the demands that it only names
	// Differs tells that a decision is not the one advised (与建议不同).
	Differs bool
	// Replaced are the characters that the paper shows in another shape.
	Replaced []paper.Replaced
}

// Issued is a paper that has its number.
type Issued struct {
	Paper  ledger.Paper
	Notice ledger.Notice
	PDF    []byte
	Pages  []paper.Page
	Stored string // where the kept copy lies
	Copy   string // where the copy asked for lies; empty if none was asked for or Trouble is set
	// Trouble says why the copy could not be written and what to do. The record stands.
	Trouble  error
	Replaced []paper.Replaced
}

// Photo is a picture of the signed page.
type Photo struct {
	Name string
	Data []byte
}

// ReplyEntry is what came back for one demand.
type ReplyEntry struct {
	Demand  string // ID
	Outcome ledger.Outcome
	Words   string
}
