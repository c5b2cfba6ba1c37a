package store_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/intake"
	"yidanqing/app/ledger"
	"yidanqing/app/paper"
	"yidanqing/app/upkeep"
)

// senders are who writes to the office of a player: one body under three names, one of another level, and others.
var senders = []string{bureau, "清河县农业农村局", "县住建局", "清河县应急管理局", "清河县安全生产监督管理局", "市住房和城乡建设局", "清河县建设局"}

// player does at random what a clerk can do, also what is not allowed at that moment.
type player struct {
	t       *testing.T
	o       *office
	r       *rand.Rand
	notices []string
	papers  []string
	done    map[string]int // how often each act succeeded
	refused int
}

func (p *player) act() {
	ctx, o := p.t.Context(), p.o
	today := app.DateOf(o.clock.t)
	verdicts := []app.Verdict{app.VerdictDo, app.VerdictCooperate, app.VerdictRefuse, app.VerdictEscalate, app.VerdictInfo}
	any := func(list []string) string {
		if len(list) == 0 {
			return "none"
		}
		return list[p.r.IntN(len(list))]
	}
	notice, paperID := any(p.notices), any(p.papers)
	some := func() []string {
		n, err := o.store.Notice(ctx, notice)
		if err != nil || len(n.Demands) == 0 || p.r.IntN(3) == 0 {
			return nil
		}
		return []string{n.Demands[p.r.IntN(len(n.Demands))].ID}
	}
	name, err := "", error(nil)
	switch k := p.r.IntN(20); {
	case k < 4:
		name = "register"
		var list []app.Verdict
		for range p.r.IntN(4) {
			list = append(list, verdicts[p.r.IntN(4)])
		}
		var d intake.Draft
		no := p.r.IntN(60)
		words := text(no, senders[no%len(senders)], list...)
		d, err = o.intake.Read(ctx, app.Document{Blocks: []app.Block{{Text: words}}}, intake.Options{})
		if err == nil {
			d.Correction = d.Twin != nil && p.r.IntN(2) == 0
			var n ledger.Notice
			if n, err = o.intake.Register(ctx, d); err == nil {
				p.notices = append(p.notices, n.ID)
			}
		}
	case k < 6:
		name = "decide"
		var choices []decide.Choice
		for _, d := range some() {
			choices = append(choices, decide.Choice{Demand: d, Verdict: verdicts[p.r.IntN(5)], Reason: "理由"})
		}
		_, err = o.decide.Decide(ctx, notice, choices)
	case k < 8:
		name = "issue"
		var out decide.Issued
		if out, err = o.decide.Issue(ctx, decide.Request{Notice: notice}); err == nil {
			p.papers = append(p.papers, out.Paper.ID)
			if p.done[name]%3 == 0 { // one that goes with the notice and answers nothing
				if _, err = o.decide.Issue(ctx, decide.Request{Notice: notice, Kind: paper.KindSupport}); err == nil {
					p.done["support"]++
				}
			}
		}
	case k == 8:
		name = "correct"
		var out decide.Issued
		if out, err = o.decide.Issue(ctx, decide.Request{Notice: notice, Corrects: paperID}); err == nil {
			p.papers = append(p.papers, out.Paper.ID)
		}
	case k == 9:
		name = "approve"
		_, err = o.decide.RecordApproval(ctx, paperID, "赵国梁", today, &decide.Photo{Name: "签字页.jpg", Data: []byte(paperID)})
	case k < 12:
		name = "deliver"
		_, err = o.decide.RecordDelivery(ctx, paperID, today, "周明")
	case k == 12:
		name = "reply"
		issued, perr := o.store.Paper(ctx, paperID)
		if err = perr; err == nil {
			outcomes := []ledger.Outcome{ledger.Withdrawn, ledger.Changed, ledger.Upheld}
			_, err = o.decide.RecordReply(ctx, paperID, today, []decide.ReplyEntry{{Demand: any(issued.Answers), Outcome: outcomes[p.r.IntN(3)]}})
		}
	case k == 13:
		name = "talk"
		results := []ledger.TalkResult{ledger.TalkOpen, ledger.TalkWithdrawn, ledger.TalkChanged, ledger.TalkDisagreed, ledger.TalkLater}
		_, err = o.decide.Talk(ctx, notice, some(), ledger.Talk{Way: "sms", Result: results[p.r.IntN(5)], Words: "您好"})
	case k == 14:
		name = "done"
		_, err = o.decide.Done(ctx, notice, some(), "")
	case k == 15:
		name = "reopen"
		_, err = o.decide.Reopen(ctx, notice, some(), "")
	case k == 16:
		name = "undo"
		_, _, err = o.decide.Undo(ctx, notice)
	case k == 17:
		name = "void paper"
		_, err = o.decide.VoidPaper(ctx, paperID, "写错")
	case k == 18:
		switch p.r.IntN(5) {
		case 4:
			name = "reschedule"
			for _, id := range some() {
				_, err = o.decide.Reschedule(ctx, notice, id, today.AddDays(p.r.IntN(20)), "17:00")
			}
		case 0:
			name = "void notice"
			_, err = o.decide.VoidNotice(ctx, notice, "登记错了")
		case 1:
			name = "erase"
			_, err = o.upkeep.Erase(ctx, notice, "误收")
		case 2:
			name = "recheck"
			_, err = o.intake.Recheck(ctx, notice, map[string]string{"place": "镇政府"})
		default:
			name = "received"
			_, err = o.intake.ReceivedOn(ctx, notice, ledger.Received{Date: today.AddDays(-p.r.IntN(9))})
		}
	default:
		name = "transfer"
		_, err = o.decide.Transfer(ctx, notice, some(), "镇应急办", "")
	}
	var known *app.Error
	switch {
	case err == nil:
		p.done[name]++
	case errors.As(err, &known) && known.Code != app.CodeInternal && known.Code != app.CodeDamaged:
		p.refused++
	default:
		p.t.Fatalf("%s: %v", name, err)
	}
}

// TestTablesAreWhatTheEventsSay plays random operations and compares the tables written step by step with those built
// anew, byte for byte.
func TestTablesAreWhatTheEventsSay(t *testing.T) {
	seeds, steps := 8, 250
	if testing.Short() {
		seeds, steps = 2, 150
	}
	total := make(map[string]int)
	for seed := range seeds {
		o := openOffice(t, filepath.Join(t.TempDir(), "数据"))
		o.settings(t)
		p := &player{t: t, o: o, r: rand.New(rand.NewPCG(uint64(seed), 7)), done: total}
		for range steps {
			p.act()
		}
		want := must[string](t)(o.store.RowsForTest())
		r := must[upkeep.Repaired](t)(o.upkeep.Repair(t.Context(), nil))
		if got := must[string](t)(o.store.RowsForTest()); got != want || len(r.Changed) > 0 {
			t.Errorf("seed %d: the tables differ from the events: %v", seed, r.Changed)
		}
		v := o.verified(t)
		consistent(t, o, v)
		if p.refused == 0 {
			t.Errorf("seed %d: nothing was refused", seed)
		}
		must[any](t)(nil, o.store.Close())
	}
	for _, name := range []string{"register", "decide", "issue", "correct", "approve", "deliver", "reply", "talk", "done", "reopen", "undo",
		"void paper", "void notice", "erase", "recheck", "received", "transfer", "reschedule"} {
		if total[name] == 0 && !testing.Short() {
			t.Errorf("%s never succeeded in the whole play", name)
		}
	}
	t.Logf("played: %v", total)
}

// consistent checks what must hold in any ledger.
func consistent(t *testing.T, o *office, v upkeep.Verification) {
	t.Helper()
	ctx := context.Background()
	numbers, serials := make(map[int]bool), make(map[string]bool)
	page := must[inquire.Page](t)(o.inquire.Page(ctx, inquire.Filter{}, inquire.Cursor{}, 500))
	total := must[inquire.Total](t)(o.inquire.Total(ctx, inquire.Filter{}))
	if total.Notices != v.Notices || len(page.Rows) != v.Notices {
		t.Errorf("%d rows for %d notices", len(page.Rows), v.Notices)
	}
	demands := 0
	for _, row := range page.Rows {
		if numbers[row.No] || row.No < 1 || row.No > v.Notices {
			t.Errorf("ledger number %d is given twice or out of turn", row.No)
		}
		numbers[row.No] = true
		d := must[inquire.Detail](t)(o.inquire.Detail(ctx, row.ID))
		demands += len(d.Notice.Demands)
		if fmt.Sprintf("%+v", d.Row.Due) != fmt.Sprintf("%+v", row.Due) || d.Row.Verdict != row.Verdict {
			t.Errorf("%s: detail says %+v %s, list says %+v %s", d.Notice.Number(), d.Row.Due, d.Row.Verdict, row.Due, row.Verdict)
		}
		for _, p := range d.Papers {
			serials[p.Number] = true
		}
	}
	if demands != total.Demands || len(serials) != v.Papers {
		t.Errorf("%d demands, the total says %d; %d numbers for %d papers", demands, total.Demands, len(serials), v.Papers)
	}
	counts := must[inquire.Counts](t)(o.inquire.Counts(ctx, inquire.Filter{}))
	sum := counts.Overdue
	for _, n := range counts.States {
		sum += n
	}
	if sum != counts.Demands {
		t.Errorf("counts by state make %d of %d demands", sum, counts.Demands)
	}
	must[inquire.Tasks](t)(o.inquire.Tasks(ctx))
	must[inquire.Tiles](t)(o.inquire.Tiles(ctx))
}
