package inbox

import (
	"fmt"
	"sort"
	"strings"

	"yidanqing/app"
	"yidanqing/ui/kit"
)

// evidence numbers the matches and findings of a check as notice, rows and paper show them.
type evidence struct {
	text     []rune
	findings []numbered
	matches  []ranked
	// rivals are the two readings of the demand in doubt, keyed by its index.
	rivals map[int][2]app.Match
}

// numbered is a finding with its number; the same finding of several demands has one number.
type numbered struct {
	no      int
	key     string
	finding app.Finding
	demands []int
}

// ranked is a match with its badge; only marked ones are marked in the notice.
type ranked struct {
	badge, key string
	match      app.Match
	demand     int
	marked     bool
}

// readEvidence numbers what the check found, in the order in which it stands in the notice.
func readEvidence(c app.Check, text string) *evidence {
	e := &evidence{text: []rune(text), rivals: map[int][2]app.Match{}}
	e.readFindings(c)
	for i, d := range c.Demands {
		if d.Doubt != nil && len(d.Doubt.Rivals) >= 2 {
			if pair, ok := rivalsOf(d); ok {
				e.rivals[i] = pair
			}
		}
		for n, m := range d.Matches {
			if len(c.Demands) > 1 && n > 0 || n > 2 {
				break
			}
			no := len(e.matches) + 1
			e.matches = append(e.matches, ranked{badge: fmt.Sprintf("清%d", no), key: fmt.Sprintf("m%d", no),
				match: m, demand: i, marked: n == 0})
		}
	}
	return e
}

func (e *evidence) readFindings(c app.Check) {
	index := map[string]int{}
	add := func(f app.Finding, demand int) {
		id := f.Code
		if len(f.Evidence) > 0 {
			id = fmt.Sprintf("%s@%d", f.Code, f.Evidence[0].Start)
		}
		i, ok := index[id]
		if !ok {
			i = len(e.findings)
			index[id] = i
			e.findings = append(e.findings, numbered{finding: f})
		}
		if demand >= 0 {
			e.findings[i].demands = append(e.findings[i].demands, demand)
		}
	}
	for i, d := range c.Demands {
		for _, f := range d.Findings {
			add(f, i)
		}
	}
	if len(c.Demands) == 0 {
		for _, f := range c.Findings {
			add(f, -1)
		}
	}
	sort.SliceStable(e.findings, func(a, b int) bool { return place(e.findings[a]) < place(e.findings[b]) })
	for i := range e.findings {
		e.findings[i].no = i + 1
		e.findings[i].key = fmt.Sprintf("f%d", i+1)
	}
}

// place orders findings: by demand, then by where they stand.
func place(n numbered) int {
	at := 1 << 20
	if len(n.finding.Evidence) > 0 {
		at = n.finding.Evidence[0].Start
	}
	if len(n.demands) > 0 {
		return n.demands[0]<<24 + at
	}
	return at
}

// rivalsOf finds the matches that a doubt names.
func rivalsOf(d app.Demand) (pair [2]app.Match, ok bool) {
	found := 0
	for _, name := range d.Doubt.Rivals[:2] {
		for _, m := range d.Matches {
			if m.ItemName == name {
				pair[found] = m
				found++
				break
			}
		}
	}
	return pair, found == 2
}

// of are the findings of one demand.
func (e *evidence) of(demand int) []numbered {
	var out []numbered
	for _, n := range e.findings {
		if len(n.demands) == 0 {
			out = append(out, n)
			continue
		}
		for _, d := range n.demands {
			if d == demand {
				out = append(out, n)
				break
			}
		}
	}
	return out
}

// matchesOf are the matches of one demand.
func (e *evidence) matchesOf(demand int) []ranked {
	var out []ranked
	for _, m := range e.matches {
		if m.demand == demand {
			out = append(out, m)
		}
	}
	return out
}

// demandOf is the demand that a mark's key belongs to, -1 if none.
func (e *evidence) demandOf(key string, current int) int {
	for _, m := range e.matches {
		if m.key == key {
			return m.demand
		}
	}
	for _, n := range e.findings {
		if n.key != key || len(n.demands) == 0 {
			continue
		}
		for _, d := range n.demands {
			if d == current {
				return d
			}
		}
		return n.demands[0]
	}
	return -1
}

// count is how many findings of each severity there are, in words: 不得 2 · 提醒 1.
func count(list []numbered) string {
	n := map[app.Severity]int{}
	for _, f := range list {
		n[f.finding.Severity]++
	}
	var parts []string
	for _, s := range []app.Severity{app.SeverityBlock, app.SeverityWarn, app.SeverityNote} {
		if n[s] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s.Title(), n[s]))
		}
	}
	return strings.Join(parts, " · ")
}

// marks are what is marked in the notice. Words of a match carry its badge once, behind the last of them.
func (e *evidence) marks() []kit.Mark {
	var out []kit.Mark
	add := func(ev app.Evidence, kind kit.MarkKind, badge, key string) {
		if ev.Start < 0 || ev.End > len(e.text) || ev.Start >= ev.End {
			return
		}
		out = append(out, kit.Mark{Start: ev.Start, End: ev.End, Kind: kind, Badge: badge, Key: key})
	}
	for _, m := range e.matches {
		if _, doubt := e.rivals[m.demand]; doubt || !m.marked {
			continue
		}
		for i, ev := range m.match.Evidence {
			badge := ""
			if i == len(m.match.Evidence)-1 {
				badge = m.badge
			}
			add(ev, kit.MarkList, badge, m.key)
		}
	}
	for i := range e.rivals {
		for n, side := range rivalSides(e.rivals[i]) {
			for _, ev := range side.match.Evidence {
				if n == 1 && contains(e.rivals[i][0].Evidence, ev) {
					continue
				}
				add(ev, side.kind, side.badge, side.key)
			}
		}
	}
	for _, n := range e.findings {
		for i, ev := range n.finding.Evidence {
			badge := ""
			if i == len(n.finding.Evidence)-1 {
				badge = fmt.Sprint(n.no)
			}
			add(ev, kit.MarkOf(n.finding.Severity), badge, n.key)
		}
	}
	return out
}

func contains(list []app.Evidence, ev app.Evidence) bool {
	for _, o := range list {
		if o == ev {
			return true
		}
	}
	return false
}

// side is one of two readings in doubt.
type side struct {
	badge, key string
	kind       kit.MarkKind
	match      app.Match
}

func rivalSides(pair [2]app.Match) [2]side {
	return [2]side{{"甲", "r1", kit.MarkList, pair[0]}, {"乙", "r2", kit.MarkWarn, pair[1]}}
}

// words are the marked words of evidence, each once.
func words(list []app.Evidence) []string {
	var out []string
	seen := map[string]bool{}
	for _, ev := range list {
		if w := strings.TrimSpace(ev.Text); w != "" && !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

// quote joins the words of evidence as a row quotes them.
func quote(list []app.Evidence) string { return strings.Join(words(list), "……") }

// bars tie the notice to its demands where there are several.
func bars(c app.Check, verdict func(int) app.Verdict, office app.Office) []kit.Bar {
	if len(c.Demands) < 2 {
		return nil
	}
	var out []kit.Bar
	for i, d := range c.Demands {
		out = append(out, kit.Bar{Start: d.Start, End: d.End, Tone: kit.VerdictTone(verdict(i), office.Grassroots()),
			Badge: kit.DemandNumber(i + 1), Key: fmt.Sprintf("d%d", i)})
	}
	return out
}
