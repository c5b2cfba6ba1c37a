package reports_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/judge"
	"yidanqing/app/lexicon"
	"yidanqing/app/paper"
	"yidanqing/app/paper/papertest"
	"yidanqing/app/phrasing"
	"yidanqing/app/rule"
	"yidanqing/app/vector"
	"yidanqing/assets"
	"yidanqing/reports/layout"
	"yidanqing/reports/pdf"
)

// judged makes a judge of the program's own data, and the list of the labelled notices.
func judged(t *testing.T) (*judge.Judge, *app.DutyList) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	must(err)
	rules, err := rule.Read(assets.Rules)
	must(err)
	cal, err := calendar.Parse(assets.Calendars()...)
	must(err)
	weights, err := judge.ReadWeights(assets.Weights)
	must(err)
	vectors, err := vector.Load(assets.Vectors)
	must(err)
	list := &app.DutyList{Source: papertest.List()}
	numbers := map[app.Part]int{}
	for _, line := range strings.Split(strings.TrimSpace(string(read(t, "../app/judge/testdata/township/list.tsv"))), "\n")[1:] {
		c := append(strings.Split(line, "\t"), make([]string, 7)...)
		d := app.Duty{Part: app.Part(c[0]), Category: c[1], Name: c[2], UpperDuty: c[4], TownDuty: c[5], Basis: c[6]}
		numbers[d.Part]++
		d.ItemNo = strconv.Itoa(numbers[d.Part])
		if c[3] != "" {
			d.Departments = strings.Split(c[3], "、")
		}
		list.Duties = append(list.Duties, d)
	}
	phrases, err := phrasing.Load(assets.Phrases)
	must(err)
	return judge.New(judge.Params{Lexicon: lex, Rules: rules, Calendar: cal, Weights: weights, Vectors: vectors, Phrases: phrases}), list
}

// labelledNotice is one notice of the labelled cases.
type labelledNotice struct {
	ID, Received, Text string
	received           app.Date
}

func labelled(t *testing.T) []labelledNotice {
	t.Helper()
	var out []labelledNotice
	lines := bufio.NewScanner(bytes.NewReader(read(t, "../app/judge/testdata/township/cases.jsonl")))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c labelledNotice
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		var err error
		if c.received, err = app.ParseDate(c.Received); err != nil {
			c.received = app.Date{Year: 2026, Month: time.March, Day: 10}
		}
		out = append(out, c)
	}
	return out
}

// subjectOf is the record of a judged notice, as the use case fills it.
func subjectOf(text string, received app.Date, check app.Check, list *app.DutyList) (paper.Subject, paper.Kind) {
	s := paper.Subject{
		Office: papertest.Office(), Ledger: "2026年第1号", Text: text, Fields: check.Fields, Received: received, Sure: true, Check: check,
		CheckedOn: received, List: list.Source, Digest: list.Digest(), Number: "柳反馈〔2026〕1号", Date: received, Rules: "2026-11 版", Software: "一单清 1.0",
	}
	named := map[string]bool{}
	for _, d := range check.Demands {
		for _, m := range d.Matches {
			named[string(m.Part)+m.ItemName] = true
		}
	}
	for _, d := range list.Duties {
		if named[string(d.Part)+d.Name] {
			s.Duties = append(s.Duties, d)
		}
	}
	s.To = paper.Addressee{Name: check.Fields.Issuer, Class: paper.ClassOf(check.Fields.Issuer)}
	kind := paper.KindFor(s.To.Class, s.Verdicts())
	if kind == paper.KindEscalation && !s.To.Class.Upward() {
		s.To = papertest.Houses().To
	}
	return s, kind
}

// TestPapersOfTheLabelledNotices writes the document of every labelled notice that calls for one: it is complete, fits
// the stamp, has no unfit word, can be checked, and every quotation stands in the notice.
func TestPapersOfTheLabelledNotices(t *testing.T) {
	if testing.Short() {
		t.Skip("writes some seventy documents")
	}
	j, list := judged(t)
	ground := j.Prepare(list)
	words, err := paper.LoadWording(read(t, "../assets/wording/paper.json"))
	if err != nil {
		t.Fatal(err)
	}
	w, p := paper.NewWriter(words), printer(t)
	kinds := map[paper.Kind]int{}
	for _, c := range labelled(t) {
		day := c.received
		check, err := j.Check(context.Background(), ground, judge.Input{ID: c.ID, Text: c.Text, Received: day})
		if err != nil {
			t.Fatal(err)
		}
		s, kind := subjectOf(c.Text, day, check, list)
		if kind != paper.KindFeedback && kind != paper.KindEscalation {
			continue
		}
		kinds[kind]++
		contents, err := w.Write(kind, s, true)
		if err != nil {
			t.Errorf("%s: %v", c.ID, err)
			continue
		}
		out, err := p.Print(context.Background(), contents, w.Facts(s))
		if err != nil {
			t.Errorf("%s: %v", c.ID, err)
			continue
		}
		if res, err := pdf.Verify(out.PDF); err != nil || res.State != pdf.Consistent {
			t.Errorf("%s: %+v, %v", c.ID, res, err)
		}
		checkPages(t, out, "")
		checkText(t, contents, out)
		checkWords(t, words, contents)
		checkQuotations(t, w.Grounds(s), c.Text)
	}
	if kinds[paper.KindFeedback] < 20 || kinds[paper.KindEscalation] < 10 {
		t.Errorf("only %v documents were called for", kinds)
	}
}

// TestMessagesOfTheLabelledNotices writes the message of 先沟通 for every labelled notice that is not simply borne: it is
// short, quotes the notice exactly and has no unfit word.
func TestMessagesOfTheLabelledNotices(t *testing.T) {
	j, list := judged(t)
	ground := j.Prepare(list)
	words, err := paper.LoadWording(read(t, "../assets/wording/paper.json"))
	if err != nil {
		t.Fatal(err)
	}
	w, n := paper.NewWriter(words), 0
	for _, c := range labelled(t) {
		check, err := j.Check(context.Background(), ground, judge.Input{ID: c.ID, Text: c.Text, Received: c.received})
		if err != nil {
			t.Fatal(err)
		}
		s, _ := subjectOf(c.Text, c.received, check, list)
		s.To = paper.Addressee{Name: check.Fields.Issuer, Class: paper.ClassOf(check.Fields.Issuer)}
		got := w.Message(s)
		if check.Verdict != app.VerdictRefuse && check.Verdict != app.VerdictEscalate && check.Verdict != app.VerdictMixed {
			if got != "" {
				t.Errorf("%s: nothing to talk about, yet %s", c.ID, got)
			}
			continue
		}
		n++
		t.Logf("%s\n%s", c.ID, got)
		if length := utf8.RuneCountInString(got); length == 0 || length > paper.MessageMax {
			t.Errorf("%s: %d characters: %s", c.ID, length, got)
		}
		if bad := words.Unfit(got); len(bad) > 0 {
			t.Errorf("%s: %q in %s", c.ID, bad, got)
		}
		_, rest, _ := strings.Cut(got, "要求“")
		quote, _, _ := strings.Cut(rest, "”")
		notice := strings.NewReplacer("“", "‘", "”", "’").Replace(layout.Squash(c.Text))
		if q := layout.Squash(strings.TrimSuffix(quote, "……")); q == "" || !strings.Contains(notice, q) {
			t.Errorf("%s: %q is not in the notice", c.ID, quote)
		}
	}
	if n < 40 {
		t.Errorf("only %d messages", n)
	}
}

// checkWords looks for words that never stand on a document.
func checkWords(t *testing.T, words *paper.Wording, contents []paper.Content) {
	t.Helper()
	for _, c := range contents {
		for _, f := range c.Record().Facts {
			if bad := words.Unfit(f.Text); len(bad) > 0 && f.Label != "来文原句" {
				t.Errorf("%q in %s", bad, f.Text)
			}
		}
	}
}

// checkQuotations looks for every quotation in the notice.
func checkQuotations(t *testing.T, grounds []paper.Ground, text string) {
	t.Helper()
	notice := strings.NewReplacer("“", "‘", "”", "’").Replace(layout.Squash(text))
	for _, g := range grounds {
		for _, q := range strings.Split(strings.Trim(g.Quote, "“”"), "”“") {
			if q = layout.Squash(strings.TrimSuffix(q, "……")); g.Place != paper.PlaceNone && !strings.Contains(notice, q) {
				t.Errorf("%q is not in the notice", q)
			}
		}
	}
}
