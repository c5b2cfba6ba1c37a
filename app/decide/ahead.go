package decide

import (
	"context"
	"fmt"
	"reflect"
	"sync"

	"yidanqing/app"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
)

// printAhead is how many papers of a batch are printed beside the one that is being written into the ledger.
const printAhead = 2

// aheadPress prints the next papers of a batch beside the ledger, by the number that each will probably get. What was printed
// is taken only where the paper turns out to be exactly that one; else it is printed again, so that nothing depends on the
// guess but time.
type aheadPress struct {
	Press
	mu     sync.Mutex
	sheets map[string]*sheet // by ledger number of the notice
	wait   sync.WaitGroup
}

// sheet is a paper printed ahead.
type sheet struct {
	done     chan struct{}
	kind     paper.Kind
	subject  paper.Subject
	evidence bool
	printed  Printed
	twin     []byte
	ok       bool
}

func newAhead(p Press) *aheadPress { return &aheadPress{Press: p, sheets: map[string]*sheet{}} }

// start prints a paper beside what goes on. A failure is not told: the paper is then printed again in its turn.
func (a *aheadPress) start(ctx context.Context, kind paper.Kind, subject paper.Subject, evidence, twin bool) {
	s := &sheet{done: make(chan struct{}), kind: kind, subject: subject, evidence: evidence}
	a.mu.Lock()
	a.sheets[subject.Ledger] = s
	a.mu.Unlock()
	a.wait.Go(func() {
		defer close(s.done)
		defer func() {
			if recover() != nil { // it comes again, and is told, in its turn
				s.ok = false
			}
		}()
		var err error
		if s.printed, err = a.Press.Print(ctx, kind, subject, evidence); err == nil && twin {
			s.twin, err = a.Press.Twin(ctx, kind, subject, evidence)
		}
		s.ok = err == nil
	})
}

// forget frees what was printed for a notice.
func (a *aheadPress) forget(name string) {
	a.mu.Lock()
	delete(a.sheets, name)
	a.mu.Unlock()
}

// made waits for the sheet of a paper; nil where none of exactly this paper was printed.
func (a *aheadPress) made(kind paper.Kind, s paper.Subject, evidence bool) *sheet {
	a.mu.Lock()
	sh := a.sheets[s.Ledger]
	a.mu.Unlock()
	if sh == nil {
		return nil
	}
	<-sh.done
	if !sh.ok || sh.kind != kind || sh.evidence != evidence || !reflect.DeepEqual(sh.subject, s) {
		return nil
	}
	return sh
}

// Print implements Press.
func (a *aheadPress) Print(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) (Printed, error) {
	if sh := a.made(kind, s, evidence); sh != nil {
		return sh.printed, nil
	}
	return a.Press.Print(ctx, kind, s, evidence)
}

// Twin implements Press.
func (a *aheadPress) Twin(ctx context.Context, kind paper.Kind, s paper.Subject, evidence bool) ([]byte, error) {
	if sh := a.made(kind, s, evidence); sh != nil && sh.twin != nil {
		return sh.twin, nil
	}
	return a.Press.Twin(ctx, kind, s, evidence)
}

// guess thinks the papers of a batch out as Issue and Draft will, with the numbers that they will probably get.
type guess struct {
	service *Service
	next    map[string]int // serial by prefix and kind
}

// think gives kind and subject of the next paper; it must be called in the order of the papers.
func (g *guess) think(ctx context.Context, b Batch, item BatchItem) (paper.Kind, paper.Subject, error) {
	s := g.service
	p, err := s.planned(ctx, Request{Notice: item.Notice, Evidence: b.Evidence})
	if err != nil || b.Stage != StageIssue {
		return p.kind, p.subject, err
	}
	kind, now := ledger.PaperKind(p.kind), s.Now()
	date, prefix := app.DateOf(now), p.settings.Prefix(kind)
	key := fmt.Sprint(prefix, " ", kind)
	if g.next[key] == 0 {
		if g.next[key], err = s.Reader.NextSerial(ctx, prefix, kind, date.Year); err != nil {
			return p.kind, p.subject, err
		}
	}
	p.subject.Number, p.subject.Date, p.subject.Time = ledger.Number(prefix, date.Year, g.next[key]), date, now.Format("15:04")
	g.next[key]++
	return p.kind, p.subject, nil
}
