package alert

import (
	"strings"

	"yidanqing/app"
)

// Demands are those of a checked notice, as Find compares them; what only informs is left out. None is marked Open: the
// caller knows their states.
func Demands(id, number, words string, c app.Check, received app.Date) []Demand {
	var out []Demand
	for _, d := range c.Demands {
		if d.Verdict == app.VerdictInfo {
			continue
		}
		out = append(out, One(id, number, words, c.Fields, d, received))
	}
	return out
}

// One is a single demand of a notice, as Find compares it.
func One(id, number, words string, f app.Fields, d app.Demand, received app.Date) Demand {
	out := Demand{ID: id, Number: number, Department: strings.TrimSpace(f.Issuer), Title: f.Title, Text: d.Text, Notice: words, Received: received}
	if len(d.Matches) > 0 && d.Part != app.PartNone && d.Part != app.PartOpen {
		out.Entry = string(d.Matches[0].Part) + d.Matches[0].ItemName
	}
	if d.Deadline != nil {
		out.Deadline = d.Deadline.Date
	}
	return out
}
