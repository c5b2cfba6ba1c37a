// Package inquire answers questions about the ledger (查询): lists, one notice with its time line, what is to be done,
// and counts. It changes nothing.
package inquire

import (
	"context"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/lexicon"
	"yidanqing/app/paper"
)

// calendar counts workdays.
type calendar interface {
	AddWorkdays(d app.Date, n int) app.Date
	// WorkdaysBetween counts the workdays after from up to and including to.
	WorkdaysBetween(from, to app.Date) int
	// Known tells whether a year's holidays and make-up workdays have been announced.
	Known(year int) bool
}

// Service answers questions. All fields must be set; Press, Files and Software serve
// the printed lists and reports only.
type Service struct {
	Reader   reader
	Calendar calendar
	Now      func() time.Time // local time of the office
	Press    press
	Files    files
	Software string // name and version of the program: 一单清 1.0
	// Lexicon gives the words by which departments are known under all their names, NameOrder how names are ordered; both
	// serve 部门往来 only.
	Lexicon   func() (*lexicon.Lexicon, error)
	NameOrder func(a, b string) int
}

// press makes files of lists and reports.
type press interface {
	PrintLedger(ctx context.Context, a paper.Account) (data []byte, pages int, err error) // PDF
	LedgerTable(ctx context.Context, a paper.Account) ([]byte, error)                     // xlsx
	PrintMonth(ctx context.Context, m paper.Month) (data []byte, pages int, err error)    // PDF
	PrintTasks(ctx context.Context, l paper.TaskList) (data []byte, pages int, err error) // PDF
	Table(ctx context.Context, s ...paper.Sheet) ([]byte, error)                          // xlsx
	MonthTwin(ctx context.Context, m paper.Month) ([]byte, error)                         // docx
	departmentPress
}

// files writes copies outside the data.
type files interface {
	Export(ctx context.Context, folder, name string, data []byte) (string, error)
}

// File is a list or report, ready to be printed or saved.
type File struct {
	Name  string // with its extension
	Data  []byte
	Pages int // of a PDF
}

// Progress tells how far long work has come; nil: nobody asks.
type Progress func(done, total int)

// reader is the ledger as it can be asked.
type reader interface {
	Page(ctx context.Context, f Filter, today app.Date, after Cursor, limit int) (Page, error)
	Total(ctx context.Context, f Filter, today app.Date) (Total, error)
	Counts(ctx context.Context, f Filter, today app.Date) (Counts, error)
	Issuers(ctx context.Context) ([]string, error)
	Years(ctx context.Context) ([]int, error)
	Notice(ctx context.Context, id string) (ledger.Notice, error)
	Papers(ctx context.Context, notice string) ([]ledger.Paper, error)
	Paper(ctx context.Context, id string) (ledger.Paper, error)
	// PapersNumbered gives the papers with a number, void ones too.
	PapersNumbered(ctx context.Context, number string) ([]ledger.Paper, error)
	History(ctx context.Context, notice string) ([]ledger.Entry, error)
	// Open gives the notices with a demand that is not yet closed, the newest first.
	Open(ctx context.Context, limit int) ([]Row, error)
	// Companions gives the papers of some kinds that are neither void nor delivered, of the notices entered since a day and
	// of those with a demand that is not yet closed, the newest first.
	Companions(ctx context.Context, kinds []ledger.PaperKind, since app.Date, limit int) ([]Companion, error)
	// Tiles gives the figures of the start page for a day.
	Tiles(ctx context.Context, today app.Date) (Tiles, error)
	// Alerts gives what the checks of the notices that came in since a day found in the ledger, the newest first.
	Alerts(ctx context.Context, since app.Date, limit int) ([]Alert, error)
	// Load counts the demands to be done from one day to another, by who does them.
	Load(ctx context.Context, from, to app.Date) ([]PersonLoad, error)
	// Meetings gives the meetings from a day on that are not closed.
	Meetings(ctx context.Context, from app.Date, limit int) ([]Meeting, error)
	// OpenBefore counts the demands entered before a day that are not yet closed.
	OpenBefore(ctx context.Context, day app.Date) (int, error)
	Registers(ctx context.Context) ([]ledger.Register, error)
	// Preference is a setting of this machine, empty if never set.
	Preference(ctx context.Context, key string) (string, error)
	figures
	byIssuer
	accounts
	oldRecords
	entries
}

// entries are what the ledger knows of the entries of the list.
type entries interface {
	// OpenMatches gives the demands that are not yet closed and whose advice rests on an entry, the newest notice first.
	OpenMatches(ctx context.Context) ([]OpenMatch, error)
	// Citing gives a part of the live notices with a demand that rests on the entry of a part and a name, newest first.
	Citing(ctx context.Context, part app.Part, name string, after Cursor, limit int) (CitingPage, error)
	// Doubted gives the live demands entered since a day whose check could not tell entries apart, the newest first.
	Doubted(ctx context.Context, since app.Date) ([]Doubted, error)
}

// figures are the numbers of the statistics (统计). Each is one query over what stands in the ledger.
type figures interface {
	// FirstEntry is the first day on record; zero where the ledger is empty.
	FirstEntry(ctx context.Context) (app.Date, error)
	// Documents counts the live notices with a document number (文件).
	Documents(ctx context.Context, p Period) (int, error)
	// Entered counts the live notices (来件) alone, which is quicker than Arrivals.
	Entered(ctx context.Context, p Period) (int, error)
	// Arrivals counts the live notices (来件), and those of them that ask for something.
	Arrivals(ctx context.Context, p Period) (notices, asking int, err error)
	// ByKind counts demands by kind.
	ByKind(ctx context.Context, p Period) (map[app.Kind]int, error)
	// ByMonth counts demands by month, kind and verdict; the period is of whole months or ends today.
	ByMonth(ctx context.Context, p Period) ([]MonthCount, error)
	// Answers counts the demands to be handed back by what was done; the period is of whole months or ends today.
	Answers(ctx context.Context, p Period, today app.Date) ([]AnswerCount, error)
	// ArrivalsByKind counts the live notices by kind and verdict.
	ArrivalsByKind(ctx context.Context, p Period) ([]ArrivalCount, error)
	// Problems gives the findings of the demands (主要问题), one row a demand and code, without those that are never printed.
	Problems(ctx context.Context, p Period) ([]Problem, error)
}

// Problem is a finding of one demand.
type Problem struct {
	Code   string
	Title  string
	Issuer string // of the notice
	Notice string // ID
	Year   int    // of the ledger number
	No     int
}

// accounts gives what the printed ledger tells beside the rows of a list.
type accounts interface {
	// Particulars gives, by the ID of the notice, what its row in the printed ledger needs.
	Particulars(ctx context.Context, notices []string) (map[string]Particular, error)
	// Chain checks the events and their payloads against the chains.
	Chain(ctx context.Context, p Progress) (ledger.Proof, error)
	// Settings are the office's settings in force.
	Settings(ctx context.Context) (ledger.Settings, error)
	// Own holds the office's own wording of its papers.
	Own(ctx context.Context) (ledger.Own, error)
}

// Particular is what of a notice only the printed ledger shows.
type Particular struct {
	Channel ledger.Channel
	Demands []ledger.Demand // in their order
}

// Companion is a paper that answers no demand (支援请求单 …), with its notice.
type Companion struct {
	Notice   string // ID
	Year, No int
	Title    string // of the notice
	Paper    ledger.Paper
}

// Filter narrows the ledger. Empty parts do not narrow.
type Filter struct {
	States  []ledger.State // a notice with at least one demand in one of them
	Overdue bool           // 逾期未复
	Verdict app.Verdict    // mixed: notices with several
	Kind    app.Kind
	Issuer  string // as in the notice
	Year    int    // of the ledger number
	Month   int    // 1 to 12, of the day entered; with Year
	// Words must all stand in title, number, issuer or text; parted by spaces. Width, case and spaces do not matter.
	Words string
	// Figure narrows to the notices behind a number of the statistics; nil: it does not.
	Figure *Figure
}

// Cursor is where a page ended. The zero Cursor begins at the newest notice.
type Cursor struct {
	Year, No int
	ID       string
}

// Page is a part of the ledger, newest first.
type Page struct {
	Rows []Row
	Next Cursor // zero: no more
}

// Total is how much fits a filter. It is asked for apart from the rows, which are there long before all have been counted.
type Total struct{ Notices, Demands int }

// Row is a notice in a list.
type Row struct {
	ID         string
	Year, No   int
	Title      string // as in the notice
	ShortTitle string // without 关于 and 的通知
	Issuer     string
	DocNo      string
	Kind       app.Kind
	Verdict    app.Verdict // decided, else advised; mixed where demands differ
	Received   ledger.Received
	EnteredAt  time.Time
	Void       bool
	Demands    []DemandRow
	Due        Due // the nearest thing that runs out
}

// DemandRow is a demand in a list.
type DemandRow struct {
	ID       string
	No       int
	Gist     string
	Kind     app.Kind
	Verdict  app.Verdict
	State    ledger.State
	Title    string // of the state: 逾期未复, 已答复·撤回
	Deadline app.Date
	Time     string // HH:MM of the deadline
	ReplyDue app.Date
	Sent     app.Date          // the day the paper was delivered
	Talk     ledger.TalkResult // of the last talk, while 沟通中
	Remind   app.Date          // for 稍后再说
	Assignee string
	Paper    string // ID of the paper that answers it now
	Number   string // of that paper
	Outcome  ledger.Outcome
	Changed  time.Time
}

// DueKind is how near something is.
type DueKind string

const (
	DueNone  DueKind = ""      // nothing runs out
	DueLate  DueKind = "late"  // past
	DueToday DueKind = "today" // today
	DueSoon  DueKind = "soon"  // within two workdays
	DueLater DueKind = "later"
	DueDone  DueKind = "done" // nothing is open any more
)

// Due is when something runs out, with its words: 逾期 1 天, 今天 17:00, 明天 09:00, 剩 3 天, 12-05, 已办结, 不再办, 未写明.
type Due struct {
	Kind  DueKind
	Date  app.Date
	Time  string // HH:MM, empty if only the day is known
	Words string
	Reply bool // it is the other side's reply that is awaited
}

// Counts are the numbers over the ledger for a filter.
type Counts struct {
	Notices int
	Demands int
	States  map[ledger.State]int // demands by state; awaiting without the overdue
	Overdue int                  // 逾期未复
}

// Tiles are the three figures of the start page.
type Tiles struct {
	EnteredToday, EnteredYesterday int
	Pending, PendingYesterday      int // 待核对; how many of them came before today
	DueToday                       int
	DueTime                        string // the earliest hour among those due today, HH:MM
}

// Step is one line of the time line (经过).
type Step struct {
	Type    ledger.EventType
	At      time.Time // UTC; zero for what is still to come
	Title   string    // 提出拒接 事1、3、4
	Detail  string    // 经办 李敏 提出；审定（待签章）
	By      string
	Pending bool // still to come: 答复 应于 12-01 前
	Counter bool // takes something back
	Paper   string
	Demands []int // numbers of the demands it is about; empty: the notice
	Ref     ledger.Ref
}

// Detail is one notice with all that belongs to it.
type Detail struct {
	Notice  ledger.Notice // with its demands
	Row     Row
	Steps   []Step
	Records int // events of the notice, its demands and papers
	Papers  []ledger.Paper
	// Earlier is the notice that this one puts right, Later the one that puts this one right (更正件); nil: none.
	Earlier, Later *Brief
	// Offered are the further kinds of paper that may be made of the notice now (更多).
	Offered []paper.Kind
	// Next is what can be done now, the best first.
	Next []Action
	// NextHint is one sentence: 12-01 前无答复，可生成提级反映单。
	NextHint string
	// Undo names what can be taken back, empty if nothing can.
	Undo string
}

// ActionKind names a button of the ledger.
type ActionKind string

const (
	ActionDecide   ActionKind = "decide"   // 去核对
	ActionIssue    ActionKind = "issue"    // 生成文书
	ActionTalk     ActionKind = "talk"     // 记沟通结果
	ActionApprove  ActionKind = "approve"  // 登记审定
	ActionDeliver  ActionKind = "deliver"  // 登记送达
	ActionReply    ActionKind = "reply"    // 登记答复
	ActionDone     ActionKind = "done"     // 登记办结
	ActionEscalate ActionKind = "escalate" // 生成提级反映单
	ActionTogether ActionKind = "together" // 合并提级: the small matters of a month
	ActionReopen   ActionKind = "reopen"   // 重新打开
	ActionReport   ActionKind = "report"   // 生成月报: of no single notice
)

// Action is one thing that can be done now, and with which demands or paper.
type Action struct {
	Kind    ActionKind
	Title   string   // of the button
	Paper   string   // ID, for papers
	Demands []string // IDs
}

// Task is one line of 待反馈.
type Task struct {
	Notice string // ID; empty: it is about none
	Number string // 2026年第642号
	Title  string
	Why    string
	Due    Due
	Action Action
}

// Tasks are what is to be done (要办), soonest first, and what the other side owes (等对方).
type Tasks struct {
	Mine   []Task
	Theirs []Task
}
