package alert_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/alert"
	"yidanqing/app/calendar"
	"yidanqing/app/judge"
	"yidanqing/app/lexicon"
	"yidanqing/app/phrasing"
	"yidanqing/app/rule"
	"yidanqing/app/vector"
	"yidanqing/assets"
)

// kit is what the tests need: the watch, and a judge with the township's list that reads notices.
type kit struct {
	watch  *alert.Watch
	judge  *judge.Judge
	ground *judge.Ground
}

func newKit(tb testing.TB) kit {
	tb.Helper()
	must := func(err error) {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
	}
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	must(err)
	rules, err := rule.Read(assets.Rules)
	must(err)
	days, err := calendar.Parse(assets.Calendars()...)
	must(err)
	weights, err := judge.ReadWeights(assets.Weights)
	must(err)
	vectors, err := vector.Load(assets.Vectors)
	must(err)
	data, err := os.ReadFile("../judge/testdata/township/list.tsv")
	must(err)
	list := &app.DutyList{Source: app.Source{Title: "清单"}}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		c := append(strings.Split(line, "\t"), make([]string, 7)...)
		d := app.Duty{Part: app.Part(c[0]), Category: c[1], Name: c[2], UpperDuty: c[4], TownDuty: c[5], Basis: c[6]}
		if c[3] != "" {
			d.Departments = strings.Split(c[3], "、")
		}
		list.Duties = append(list.Duties, d)
	}
	phrases, err := phrasing.Load(assets.Phrases)
	must(err)
	j := judge.New(judge.Params{Lexicon: lex, Rules: rules, Calendar: days, Weights: weights, Vectors: vectors, Phrases: phrases})
	return kit{&alert.Watch{Lexicon: lex, Vectors: vectors, Calendar: days}, j, j.Prepare(list)}
}

// labelled is a notice of the labelled histories.
type labelled struct {
	ID, Received, Text string
	Limit              int
	Expect             struct{ Codes, Related []string }
}

func (k kit) read(tb testing.TB, path string) (list []labelled, demands map[string][]alert.Demand, limit int) {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	demands = map[string][]alert.Demand{}
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		var n labelled
		if err := json.Unmarshal(s.Bytes(), &n); err != nil {
			tb.Fatal(err)
		}
		if n.Limit > 0 {
			limit = n.Limit
			continue
		}
		list = append(list, n)
		demands[n.ID] = k.demands(tb, n)
	}
	return list, demands, limit
}

// demands are those of a notice, as the judge reads it.
func (k kit) demands(tb testing.TB, n labelled) []alert.Demand {
	tb.Helper()
	day, err := app.ParseDate(n.Received)
	if err != nil {
		tb.Fatal(err)
	}
	check, err := k.judge.Check(tb.Context(), k.ground, judge.Input{ID: n.ID, Text: n.Text, Received: day})
	if err != nil {
		tb.Fatal(err)
	}
	return alert.Demands(n.ID, "", n.Text, check, day)
}

// miss tells how the alerts on a notice differ from its label; empty: they do not.
func miss(n labelled, got []alert.Alert) string {
	var codes, related []string
	for _, a := range got {
		if !slices.Contains(codes, a.Code) {
			codes = append(codes, a.Code)
		}
		for _, id := range a.Related {
			if !slices.Contains(related, id) {
				related = append(related, id)
			}
		}
	}
	slices.Sort(codes)
	slices.Sort(related)
	if slices.Equal(codes, n.Expect.Codes) && slices.Equal(related, n.Expect.Related) {
		return ""
	}
	return strings.Join(codes, ",") + " of " + strings.Join(related, ",") + ", want " + strings.Join(n.Expect.Codes, ",") + " of " + strings.Join(n.Expect.Related, ",")
}

// TestLabelledHistories holds what was reached on the two labelled places: ten notices of 柳河 and sixteen of 松岗, half of
// which look like an earlier one and are not. A code that is wrongly raised is a miss as well.
func TestLabelledHistories(t *testing.T) {
	k := newKit(t)
	for place, most := range map[string]int{"liuhe": 0, "songgang": 0} {
		dir := "../judge/testdata/history/" + place
		past, earlier, limit := k.read(t, dir+"/history.jsonl")
		cases, fresh, _ := k.read(t, dir+"/cases.jsonl")
		var history []alert.Demand
		for _, n := range past {
			for _, d := range earlier[n.ID] {
				d.Open = true
				history = append(history, d)
			}
		}
		missed := 0
		for _, n := range cases {
			var got []alert.Alert
			for _, d := range fresh[n.ID] {
				got = append(got, k.watch.Find(history, d, limit)...)
			}
			if m := miss(n, got); m != "" {
				missed++
				t.Logf("%s %s: %s", place, n.ID, m)
			}
		}
		if missed > most {
			t.Errorf("%s: %d of %d missed, were at most %d", place, missed, len(cases), most)
		}
	}
}

// TestLabelledPairs: fourteen pairs of notices, labelled after the bounds of likeness had been set. Eleven were right at
// first; the other three have led to what is said of entry and concepts in alike, and to one word in reference.
func TestLabelledPairs(t *testing.T) {
	k := newKit(t)
	data, err := os.ReadFile("../judge/testdata/history/pairs/cases.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	missed, wrong := 0, 0
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); {
		var p struct {
			ID, Received, Text, Expect string
			Earlier                    labelled
		}
		if err := json.Unmarshal(s.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		p.Earlier.ID = p.ID + "a"
		past := k.demands(t, p.Earlier)
		var codes []string
		for _, d := range k.demands(t, labelled{ID: p.ID, Received: p.Received, Text: p.Text}) {
			for _, a := range k.watch.Find(past, d, 0) {
				codes = append(codes, a.Code)
			}
		}
		got := strings.Join(codes, ",")
		switch {
		case got == p.Expect:
		case got == "":
			missed++
			t.Logf("%s: %s is missed", p.ID, p.Expect)
		default:
			wrong++
			t.Logf("%s: %s, want %s", p.ID, got, p.Expect)
		}
	}
	// One may be missed: p14 is one thing that the list parts between two departments, each notice under its own entry.
	if missed > 1 || wrong > 0 {
		t.Errorf("missed %d, wrongly raised %d", missed, wrong)
	}
}
