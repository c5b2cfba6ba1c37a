package judge_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/judge"
)

// precedentCase is a demand that the office decided otherwise than advised, and a later one.
type precedentCase struct {
	ID, Why, Earlier, Later string
	Decided                 app.Verdict
	Older                   app.Verdict // an older decision on the same demand; empty: none
	Entry                   string      // named by the clerk; empty: none
	Follow, Told            bool
	Verdict                 app.Verdict
	LaterEntry              string `json:"later_entry"`
}

func mustPrecedentCases(tb testing.TB) []precedentCase {
	tb.Helper()
	f, err := os.Open("testdata/precedents/cases.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []precedentCase
	for s := bufio.NewScanner(f); s.Scan(); {
		var c precedentCase
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			tb.Fatalf("%s: %v", s.Text(), err)
		}
		out = append(out, c)
	}
	return out
}

// decidedAs is the precedent that a decision on the only demand of a checked notice makes.
func decidedAs(tb testing.TB, g *judge.Ground, c app.Check, title string, v app.Verdict, entry string, day string) app.Precedent {
	tb.Helper()
	if len(c.Demands) != 1 {
		tb.Fatalf("%d demands in the earlier notice: %+v", len(c.Demands), c.Reasons)
	}
	d := c.Demands[0]
	on, err := app.ParseDate(day)
	if err != nil {
		tb.Fatal(err)
	}
	p := app.Precedent{ID: "d" + day, Notice: "n" + day, Number: "2026年第637号", No: 1, Whole: true, Department: c.Fields.Issuer, Title: title, Text: d.Text, Kind: d.Kind,
		Advised: d.Verdict, Under: d.Entry(), Decided: v, By: "李敏", Day: on, List: g.Version()}
	for _, f := range d.Findings {
		p.Findings = append(p.Findings, f.Code)
	}
	if e := d.Entry(); e != nil && e.Part.Verdict() == v {
		p.Entry = e
	}
	for _, x := range g.List.Duties {
		if entry != "" && x.Name == entry {
			p.Entry = &app.DutyRef{Part: x.Part, ItemNo: x.ItemNo, Name: x.Name}
		}
	}
	return p
}

// TestPrecedents holds later demands against earlier decisions: half of them only look alike.
func TestPrecedents(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"))
	for _, c := range mustPrecedentCases(t) {
		t.Run(c.ID, func(t *testing.T) {
			first := mustCheck(t, j, g, c.Earlier, "2026-04-03")
			list := []app.Precedent{decidedAs(t, g, first, first.Fields.Title, c.Decided, c.Entry, "2026-04-05")}
			if c.Older != "" {
				list = append(list, decidedAs(t, g, first, first.Fields.Title, c.Older, "", "2026-03-01"))
			}
			day := app.Date{Year: 2026, Month: 9, Day: 3}
			plain := mustCheck(t, j, g, c.Later, day.String())
			got, err := j.Check(t.Context(), g, judge.Input{ID: "t", Text: c.Later, Received: day, Precedents: j.Precedents(list, nil)})
			if err != nil {
				t.Fatal(err)
			}
			used, told := 0, 0
			for _, d := range got.Demands {
				if r := d.Precedent; r != nil && r.Changed {
					used++
				} else if r != nil {
					told++
				}
			}
			t.Logf("%s: advised %s (%v), decided %s; later %s -> %s (%v), reasons %v", c.Why, first.Verdict, list[0].Findings, c.Decided, plain.Verdict, got.Verdict, codes(plain), got.Reasons)
			if (used > 0) != c.Follow || (told > 0) != c.Told {
				t.Errorf("followed %d, told %d", used, told)
			}
			if c.Verdict != "" && got.Verdict != c.Verdict {
				t.Errorf("verdict %s, want %s", got.Verdict, c.Verdict)
			}
			if c.LaterEntry != "" && firstEntry(got) != c.LaterEntry {
				t.Errorf("entry %q, want %q", firstEntry(got), c.LaterEntry)
			}
			if got.Verdict == app.VerdictRefuse && plain.Verdict != app.VerdictRefuse {
				t.Error("a precedent led to a refusal")
			}
			if !c.Follow && got.Verdict != plain.Verdict {
				t.Errorf("%s without it, %s with it", plain.Verdict, got.Verdict)
			}
			if c.Follow && !strings.Contains(strings.Join(got.Reasons, ""), "与 2026-04-05 同类事项一致（2026年第637号") {
				t.Errorf("reasons %v", got.Reasons)
			}
		})
	}
}

// TestNoPrecedentChangesNothing holds all labelled notices of a place against decisions on other matters and against none.
func TestNoPrecedentChangesNothing(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"), mustRegisters(t, "testdata/township")...)
	first := mustCheck(t, j, g, "县水利局：请各村登记鱼塘增氧机台数，4月20日前报登记表。", "2026-04-03")
	foreign := j.Precedents([]app.Precedent{decidedAs(t, g, first, "", app.VerdictRefuse, "", "2026-04-05")}, nil)
	for _, l := range mustLabels(t, "testdata/township/cases.jsonl") {
		day, err := app.ParseDate(l.Received)
		if err != nil {
			t.Fatal(err)
		}
		var got [3][]byte
		for i, s := range []judge.Input{{}, {Precedents: j.Precedents(nil, nil)}, {Precedents: foreign}} {
			s.ID, s.Text, s.Received = "t", l.Text, day
			c, err := j.Check(t.Context(), g, s)
			if err != nil {
				t.Fatal(err)
			}
			if got[i], err = json.Marshal(c); err != nil {
				t.Fatal(err)
			}
		}
		if string(got[0]) != string(got[1]) || string(got[0]) != string(got[2]) {
			t.Errorf("%s: %s\nwith precedents %s", l.ID, got[0], got[2])
		}
	}
}

// TestPrecedentOfAnotherListHasExpired: a new version of the list ends what was decided under the one before.
func TestPrecedentOfAnotherListHasExpired(t *testing.T) {
	j := mustJudge(t)
	list := mustList(t, "testdata/township/list.tsv")
	g := j.Prepare(list)
	const notice = "县邮政管理局：请镇里帮忙为各村快递服务点落实存放场地，6月30日前报场地清单。"
	p := decidedAs(t, g, mustCheck(t, j, g, notice, "2026-06-02"), "", app.VerdictDo, "", "2026-06-03")
	later := *list
	later.Source.From = app.Date{Year: 2027, Month: 1, Day: 1}
	renamed := *list
	renamed.Duties = append([]app.Duty{}, list.Duties...)
	renamed.Duties[0].Name += "（试行）"
	for name, c := range map[string]struct {
		ground *judge.Ground
		except []string
		want   app.Verdict
	}{"the same list": {g, nil, app.VerdictDo}, "the same entries in force anew": {j.Prepare(&later), nil, app.VerdictEscalate},
		"another list": {j.Prepare(&renamed), nil, app.VerdictEscalate}, "its own notice": {g, []string{p.Notice}, app.VerdictEscalate}} {
		got, err := j.Check(t.Context(), c.ground, judge.Input{Text: notice, Received: app.Date{Year: 2027, Month: 6, Day: 2}, Precedents: j.Precedents([]app.Precedent{p}, nil), Except: c.except})
		if err != nil {
			t.Fatal(err)
		}
		if got.Verdict != c.want {
			t.Errorf("%s: %s", name, got.Verdict)
		}
		used := false
		for _, v := range got.Versions {
			used = used || v.What == "precedent" && v.Title == p.Number
		}
		if used != (c.want == app.VerdictDo) {
			t.Errorf("%s: versions %+v", name, got.Versions)
		}
	}
}

// TestPrecedentLiftsADoubt: which of two readings holds was decided before.
func TestPrecedentLiftsADoubt(t *testing.T) {
	j := mustJudge(t)
	g := j.Prepare(mustList(t, "testdata/township/list.tsv"))
	tried := 0
	for _, l := range append(mustLabels(t, "testdata/township/traps.jsonl"), mustLabels(t, "testdata/township/cases.jsonl")...) {
		c := mustCheck(t, j, g, l.Text, l.Received)
		if len(c.Demands) != 1 || c.Demands[0].Doubt == nil || len(c.Demands[0].Matches) < 2 || c.Fields.Issuer == "" {
			continue
		}
		for _, m := range c.Demands[0].Matches[:2] {
			tried++
			p := decidedAs(t, g, c, c.Fields.Title, m.Part.Verdict(), m.ItemName, "2026-01-05")
			day, _ := app.ParseDate(l.Received)
			got, err := j.Check(t.Context(), g, judge.Input{Text: l.Text, Received: day, Precedents: j.Precedents([]app.Precedent{p}, nil)})
			if err != nil {
				t.Fatal(err)
			}
			d := got.Demands[0]
			if d.Doubt != nil || d.Matches[0].Ref() != m.Ref() || d.Precedent == nil || !d.Precedent.Changed {
				t.Errorf("%s, decided %s %s: doubt %v, first match %+v, %+v", l.ID, p.Decided, m.ItemName, d.Doubt, d.Matches[0], d.Precedent)
			}
			if d.Verdict.Strictness() > max(c.Verdict.Strictness(), app.VerdictEscalate.Strictness()) {
				t.Errorf("%s: %s was raised to %s", l.ID, c.Verdict, d.Verdict)
			}
		}
	}
	if tried < 4 {
		t.Errorf("only %d doubts to lift", tried)
	}
}

// BenchmarkCheckWithPrecedents checks a notice against 200 earlier decisions: of as many matters of many departments, and,
// as bad as it can be, all of the department and kind that asks.
func BenchmarkCheckWithPrecedents(b *testing.B) {
	j := mustJudge(b)
	g := j.Prepare(mustList(b, "testdata/township/list.tsv"), mustRegisters(b, "testdata/township")...)
	labels := mustLabels(b, "testdata/township/cases.jsonl")
	l := labels[2]
	day, _ := app.ParseDate(l.Received)
	var mixed, same []app.Precedent
	for i := 0; len(mixed) < 200; i++ {
		c := mustCheck(b, j, g, labels[i%len(labels)].Text, labels[i%len(labels)].Received)
		for _, d := range c.Demands {
			mixed = append(mixed, app.Precedent{ID: fmt.Sprint(len(mixed)), Notice: "m", Department: c.Fields.Issuer, Text: d.Text, Kind: d.Kind, Decided: app.VerdictDo, List: g.Version()})
		}
	}
	c := mustCheck(b, j, g, l.Text, l.Received)
	for _, p := range mixed {
		p.Department, p.Kind = c.Fields.Issuer, c.Demands[0].Kind
		if p.Text != c.Demands[0].Text {
			same = append(same, p)
		}
	}
	for _, x := range []struct {
		name string
		list []app.Precedent
	}{{"none", nil}, {"200 of many departments", mixed}, {"200 of one department", same}} {
		set := j.Precedents(x.list, nil)
		b.Run(x.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := j.Check(b.Context(), g, judge.Input{Text: l.Text, Received: day, Precedents: set}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("taking 200 apart", func(b *testing.B) {
		for b.Loop() {
			j.Precedents(mixed, nil)
		}
	})
	known := j.Precedents(mixed[1:], nil)
	b.Run("one more", func(b *testing.B) {
		for b.Loop() {
			j.Precedents(mixed, known)
		}
	})
}
