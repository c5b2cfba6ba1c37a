package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"yidanqing/app"
	"yidanqing/app/calendar"
	"yidanqing/app/judge"
	"yidanqing/app/lexicon"
	"yidanqing/app/phrasing"
	"yidanqing/app/rule"
	"yidanqing/app/vector"
	"yidanqing/assets"
)

// newJudge makes the judge as the program does.
func newJudge() (*judge.Judge, error) {
	lex, err := lexicon.Read(lexicon.Files{Concepts: assets.Concepts, Actions: assets.Actions, Departments: assets.Departments, Emergency: assets.Emergency})
	if err != nil {
		return nil, err
	}
	set, err := rule.Read(assets.Rules)
	if err != nil {
		return nil, err
	}
	days, err := calendar.Parse(assets.Calendars()...)
	if err != nil {
		return nil, err
	}
	weights, err := judge.ReadWeights(assets.Weights)
	if err != nil {
		return nil, err
	}
	vectors, err := vector.Load(assets.Vectors)
	if err != nil {
		return nil, err
	}
	phrases, err := phrasing.Load(assets.Phrases)
	if err != nil {
		return nil, err
	}
	return judge.New(judge.Params{Lexicon: lex, Rules: set, Calendar: days, Weights: weights, Vectors: vectors, Phrases: phrases}), nil
}

// readList reads part, category, name, departments, the superior's duty and the township's from a test place.
func readList(path string) (*app.DutyList, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	l := &app.DutyList{}
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		c := strings.Split(strings.TrimRight(line, "\r"), "\t")
		if i == 0 || len(c) < 6 {
			continue
		}
		d := app.Duty{Part: app.Part(c[0]), ItemNo: fmt.Sprint(i), Category: c[1], Name: c[2], UpperDuty: c[4], TownDuty: c[5]}
		if c[3] != "" {
			d.Departments = strings.Split(c[3], "、")
		}
		l.Duties = append(l.Duties, d)
	}
	return l, nil
}

// readCases gives the demands that have an entry.
func readCases(path string) ([]judge.Labelled, error) {
	type expect struct {
		Quote    string
		ItemName string `json:"item_name"`
		Demands  []expect
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []judge.Labelled
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c struct {
			ID, Received, Text string
			Expect             expect
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		day, err := app.ParseDate(c.Received)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		demands := c.Expect.Demands
		if len(demands) == 0 {
			demands = []expect{{ItemName: c.Expect.ItemName}}
		}
		for _, d := range demands {
			if d.ItemName != "" {
				out = append(out, judge.Labelled{ID: c.ID, Text: c.Text, Received: day, Quote: d.Quote, Entry: d.ItemName})
			}
		}
	}
	return out, lines.Err()
}
