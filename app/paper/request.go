package paper

import (
	"slices"
	"strings"

	"yidanqing/app"
)

// requests numbers what is asked: the decision, what the office does until then, and help with the rest.
func (w *Writer) requests(s Subject, gs []Ground, raised []int) string {
	out := w.requestList(s, gs, raised)
	for i := range out {
		out[i] = chineseNumber(i+1) + "、" + out[i]
	}
	return strings.Join(out, "\n")
}

func (w *Writer) requestList(s Subject, gs []Ground, raised []int) []string {
	var out []string
	add := func(text string) {
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	for _, i := range raised {
		if _, b, ok := s.rivals(s.Check.Demands[i]); ok {
			add(fill(w.words.Text["doubt_request"], w.doubtValues(s, b)))
			continue
		}
		n := len(out)
		for _, g := range gs {
			if g.Demand == i && g.Place == PlaceMismatch {
				add(g.request)
			}
		}
		if len(out) == n {
			add(w.words.Text["plain_request"])
		}
	}
	add(w.interim(s, gs, raised))
	for _, i := range raised {
		for _, g := range gs {
			if g.Demand == i && g.Place == PlaceAdjust {
				add(g.request)
			}
		}
	}
	if s.openEnd(raised) {
		add(w.words.Text["open_end_request"])
	}
	return out
}

// interim is what the office does until the question is answered: it never waits with folded hands.
func (w *Writer) interim(s Subject, gs []Ground, raised []int) string {
	self := s.Office.Self()
	if ClassOf(s.Fields.Issuer) == ClassLeading {
		return fill(w.words.Text["meanwhile_leading"], map[string]string{"我": self})
	}
	for _, i := range raised {
		if a, _, ok := s.rivals(s.Check.Demands[i]); ok && a.duty.Part != app.TakenBack {
			return fill(w.words.Text["meanwhile_reading"], map[string]string{"我": self, "读法": "理解甲"})
		}
	}
	for _, i := range raised {
		for _, g := range gs {
			if g.Demand == i && g.Place == PlaceMismatch && g.keep != "" {
				return fill(w.words.Text["meanwhile"], map[string]string{"做法": g.keep})
			}
		}
	}
	keep := fill(w.words.Codes["NOT_ON_LIST"].Keep, map[string]string{"我": self})
	return fill(w.words.Text["meanwhile"], map[string]string{"做法": keep})
}
