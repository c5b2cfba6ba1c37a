package window_test

import (
	"context"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/duty"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
	"yidanqing/ui/window"
)

// fakeOffice is an office in memory: it answers the use cases with what the tests put in.
type fakeOffice struct {
	now        time.Time
	set        ledger.Settings
	proof      inquire.Proof // what is found of a paper's file
	standing   inquire.Standing
	proofErr   error
	rare       []paper.Replaced // characters that papers show in another shape
	prefs      map[string]string
	list       *ledger.List
	earlier    []ledger.List // versions before it
	turn       *inquire.YearTurn
	checks     map[string]app.Check // by the first line of the text
	notices    []ledger.Notice
	papers     []ledger.Paper
	requests   []decide.Request // issued
	previews   []decide.Request
	decided    []decide.Choice
	readErr    error
	issueErr   error
	kept       *intake.Draft
	preview    duty.Preview
	listErr    error
	calls      []string
	slow       func()            // called in Read
	files      map[string]string // words of files by path; else those of the first sample
	badFiles   map[string]error
	folders    map[string][]string
	queue      []intake.Item // as kept
	own        *upkeep.Service
	precedents []upkeep.Precedent
	tasks      *inquire.Tasks // nil: two to do, one awaited
	tables     []app.Table    // of the file of an old ledger
	oldErr     error
	old        []ledger.OldLedger
	before     *inquire.BeforeUse
	moved      *upkeep.Moved
	moveErr    error
	batches    []decide.Batch
	small      []inquire.Small
	trial      func(context.Context) (window.Trial, error) // nil: 看看样件 is not offered
}

func newFakeOffice() *fakeOffice {
	f := &fakeOffice{now: time.Date(2026, 11, 24, 10, 26, 0, 0, time.Local), prefs: map[string]string{}, checks: map[string]app.Check{}}
	f.own = newRules(f.now)
	f.set.Office = app.OfficeNamed(app.Township, "清河县柳河镇人民政府")
	f.set.Office.Clerk = "李敏"
	f.set.People = []app.Person{{Name: "赵国梁", Post: "分管副镇长", Approver: true}, {Name: "王海", Approver: true, To: app.Date{Year: 2026, Month: 8, Day: 31}}}
	f.list = &ledger.List{ID: "list1", List: sampleList()}
	for _, s := range samples() {
		f.checks[firstLine(s.text)] = s.check
	}
	return f
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

func (f *fakeOffice) called(name string) { f.calls = append(f.calls, name) }

func (f *fakeOffice) find(id string) *ledger.Notice {
	for i := range f.notices {
		if f.notices[i].ID == id {
			return &f.notices[i]
		}
	}
	return &ledger.Notice{}
}
