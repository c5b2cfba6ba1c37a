package judge_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/judge"
	"yidanqing/app/lexicon"
	"yidanqing/app/phrasing"
	"yidanqing/app/rule"
	"yidanqing/app/vector"
	"yidanqing/assets"
)

// label is a labelled notice of testdata.
type label struct {
	ID, Received, Kind, Text string
	Expect                   struct {
		List_kind, Item_name *string
		Verdict              app.Verdict
		Findings             []string
		Demands              []struct {
			Quote                string
			List_kind, Item_name *string
			Verdict              app.Verdict
			Findings             []string
		}
	}
	Fields map[string]*string
}

func mustLabels(tb testing.TB, path string) []label {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	var out []label
	for s.Scan() {
		var l label
		if err := json.Unmarshal(s.Bytes(), &l); err != nil {
			tb.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

func mustRead(tb testing.TB, path string) []byte {
	tb.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func mustJudge(tb testing.TB) *judge.Judge {
	tb.Helper()
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	if err != nil {
		tb.Fatal(err)
	}
	rules, err := rule.Read(assets.Rules)
	if err != nil {
		tb.Fatal(err)
	}
	cal, err := calendar.Parse(assets.Calendars()...)
	if err != nil {
		tb.Fatal(err)
	}
	weights, err := judge.ReadWeights(assets.Weights)
	if err != nil {
		tb.Fatal(err)
	}
	vectors, err := vector.Load(assets.Vectors)
	if err != nil {
		tb.Fatal(err)
	}
	phrases, err := phrasing.Load(assets.Phrases)
	if err != nil {
		tb.Fatal(err)
	}
	return judge.New(judge.Params{Lexicon: lex, Rules: rules, Calendar: cal, Weights: weights, Vectors: vectors, Phrases: phrases})
}

// mustList reads a list of testdata: one line an entry, numbered within its part.
func mustList(tb testing.TB, path string) *app.DutyList {
	tb.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	l := &app.DutyList{Source: app.Source{Title: "柳河镇履行职责事项清单", DocNo: "清办发〔2026〕1号"}}
	n := map[app.Part]int{}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		c := append(strings.Split(line, "\t"), make([]string, 7)...)
		d := app.Duty{Part: app.Part(c[0]), Category: c[1], Name: c[2], UpperDuty: c[4], TownDuty: c[5]}
		n[d.Part]++
		d.ItemNo = fmt.Sprint(n[d.Part])
		if c[3] != "" {
			d.Departments = strings.Split(c[3], "、")
		}
		l.Duties = append(l.Duties, d)
	}
	return l
}

func mustRegisters(tb testing.TB, folder string) []*app.Register {
	tb.Helper()
	var out []*app.Register
	for _, k := range []app.RegisterKind{app.RegisterApp, app.RegisterCampaign, app.RegisterForm, app.RegisterInspection, app.RegisterMeeting} {
		b, err := os.ReadFile(folder + "/" + string(k) + ".tsv")
		if err != nil {
			tb.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(b)), "\n")
		head := strings.Split(lines[0], "\t")
		r := &app.Register{Kind: k, Source: app.Source{Title: k.Title()}}
		for _, line := range lines[1:] {
			var e app.RegisterEntry
			for i, v := range strings.Split(line, "\t") {
				switch head[i] {
				case "name":
					e.Name = v
				case "department":
					e.Department = v
				case "fields":
					e.Fields = strings.Split(v, ";")
				case "frequency":
					e.Frequency = v
				case "source":
					e.Origin = v
				case "use":
					e.Use = v
				case "level":
					e.Level = v
				case "period":
					e.Period = v
				}
			}
			r.Entries = append(r.Entries, e)
		}
		out = append(out, r)
	}
	return out
}

func mustCheck(tb testing.TB, j *judge.Judge, g *judge.Ground, text, received string) app.Check {
	tb.Helper()
	d, err := app.ParseDate(received)
	if err != nil {
		tb.Fatal(err)
	}
	c, err := j.Check(context.Background(), g, judge.Input{ID: "t", Text: text, Received: d})
	if err != nil {
		tb.Fatal(err)
	}
	return c
}
