package paper

import (
	"slices"
	"sort"
	"strings"

	"yidanqing/app"
)

// Places where a ground stands on a document.
const (
	PlaceMismatch = "不符之处"
	PlaceAdjust   = "建议调整"
	PlaceNone     = "不印在单上"
)

// Ground is a finding as the documents say it (理由): where it stands, its number, the words quoted, what is said of
// them and on which basis.
type Ground struct {
	Demand   int // index in Check.Demands
	Finding  int // index in the demand's findings; -1 where the decision itself is the ground
	Code     string
	Place    string
	No       int // number on the evidence page, from 1 in the order of the notice; 0 where it is not printed
	Quote    string
	Evidence []app.Evidence
	Point    string // 已由上级部门收回，由贵局承接
	Short    string // the same without the bodies, for the evidence page
	Basis    string // documents and places, full names
	Entry    *app.Duty

	number                               int // of the finding: the rule has another number than the usual one
	ask, change, keep, question, request string
}

// Grounds are the findings of all demands with their places on the document, as the decisions in s put them: in a
// demand that the office keeps nothing is a 不符之处, there findings ask for a change.
func (w *Writer) Grounds(s Subject) []Ground {
	w = w.in(s.Wording)
	var out []Ground
	for i, d := range s.Check.Demands {
		out = append(out, w.grounds(s, i, d)...)
	}
	number(out)
	return out
}

func (w *Writer) grounds(s Subject, i int, d app.Demand) []Ground {
	var out []Ground
	seen := map[string]int{}
	for k, f := range d.Findings {
		g := w.ground(s, i, k, f)
		if at, twice := seen[f.Code]; twice && f.Code != "" {
			out[at].Evidence = append(out[at].Evidence, g.Evidence...)
			continue
		}
		seen[f.Code] = len(out)
		out = append(out, g)
	}
	if v := s.verdict(i); v == app.VerdictRefuse && !hasPlace(out, PlaceMismatch) {
		out = append(out, w.decided(s, i, d))
	}
	return out
}

func hasPlace(gs []Ground, place string) bool {
	for _, g := range gs {
		if g.Place == place {
			return true
		}
	}
	return false
}

// decided is the ground of a demand that the office hands back although no finding says so: its own sentence.
func (w *Writer) decided(s Subject, i int, d app.Demand) Ground {
	g := w.ground(s, i, -1, app.Finding{Role: app.RoleSubject})
	reason := ""
	if i < len(s.Decisions) {
		reason = strings.TrimRight(strings.TrimSpace(s.Decisions[i].Reason), "。")
	}
	g.Point, g.Short = reason, reason
	if reason == "" {
		g.Place = PlaceNone
	}
	return g
}

func (w *Writer) ground(s Subject, i, k int, f app.Finding) Ground {
	d := s.Check.Demands[i]
	g := Ground{Demand: i, Finding: k, Code: f.Code, Evidence: f.Evidence, Place: f.Role.Place(), number: f.Number}
	g.Entry = s.entry(d)
	keeps := kept(s.verdict(i))
	switch {
	case f.Role == app.RoleNote, s.verdict(i) == app.VerdictInfo,
		f.Code == "DEADLINE_SHORT" && !s.Sure:
		g.Place = PlaceNone
	case keeps && g.Place == PlaceMismatch:
		g.Place = PlaceAdjust
	}
	g.Quote = s.quoteOf(d, f.Evidence)
	if f.Code == "TAKEN_BACK" && len(d.Matches) > 0 { // the words that met the entry and the act, where they are one sentence
		if q := s.quoteOf(d, append(slices.Clone(d.Matches[0].Evidence), f.Evidence...)); !strings.Contains(q, "”“") {
			g.Quote = q
		}
	}
	v := w.values(s, d, g)
	v["标题"] = f.Title
	sentence := w.words.sentence(s.Office, f.Code).In(g.Quote)
	g.Point = fill(sentence.Point, v)
	g.Short = shortPoint(sentence.Point, v)
	g.ask, g.change, g.keep = fill(sentence.Ask, v), fill(sentence.Change, v), fill(sentence.Keep, v)
	g.question, g.request = fill(sentence.Question, v), fill(sentence.Request, v)
	g.own(f)
	g.Basis = s.basis(f, g.Entry)
	return g
}

// own puts the office's own words for a finding in place of the program's.
func (g *Ground) own(f app.Finding) {
	if f.Point != "" {
		g.Point, g.Short = f.Point, f.Point
	}
	if f.Advice != "" {
		g.ask, g.change = f.Advice, f.Advice
	}
}

// kept tells whether the office goes on with a demand so decided.
func kept(v app.Verdict) bool { return v == app.VerdictDo || v == app.VerdictCooperate }

// shortPoint is the last, barest alternative of a point.
func shortPoint(template string, v map[string]string) string {
	alts := strings.Split(template, "|")
	return fill(alts[len(alts)-1], v)
}

// structural codes rest on the entry of the list.
var structural = map[string]bool{"TAKEN_BACK": true, "LEAD_SHIFTED": true, "OVER_SCOPE": true}

// basis is the printable basis of a finding. The list, which the document names once, is 清单 here; what only repeats
// the entry of a structural ground is left out, for the entry is written before it.
func (s Subject) basis(f app.Finding, entry *app.Duty) string {
	var out []string
	for _, p := range strings.FieldsFunc(f.Basis, func(r rune) bool { return r == '；' || r == ';' }) {
		p = strings.TrimRight(strings.TrimSpace(p), "。")
		if t := strings.Trim(s.List.Title, "《》"); t != "" {
			p = strings.ReplaceAll(p, "《"+t+"》", "清单")
			if s.List.DocNo != "" {
				p = strings.ReplaceAll(p, "清单（"+s.List.DocNo+"）", "清单")
			}
		}
		if f.Code == "OVER_SCOPE" && strings.Contains(p, "行政处罚法") && !strings.ContainsAny(penalties(f.Evidence), "罚查没拆扣封强令") {
			continue
		}
		if p == "" || structural[f.Code] && entry != nil && (strings.Contains(p, entry.Name) || strings.HasPrefix(p, "清单"+s.place(entry))) {
			continue
		}
		out = append(out, p)
	}
	return strings.Join(out, "；")
}

// penalties joins the words of evidence: the law on penalties is a basis only where one is demanded.
func penalties(ev []app.Evidence) string {
	var b strings.Builder
	for _, e := range ev {
		b.WriteString(e.Text)
	}
	return b.String()
}

// entry is the list's entry that a demand falls under: its best match, in full where the subject holds it.
func (s Subject) entry(d app.Demand) *app.Duty {
	if len(d.Matches) == 0 || d.Part == app.PartNone || d.Part == app.PartOpen {
		return nil
	}
	return s.duty(d.Matches[0])
}

func (s Subject) duty(m app.Match) *app.Duty {
	for i := range s.Duties {
		if e := &s.Duties[i]; e.Part == m.Part && e.Name == m.ItemName && (m.ItemNo == "" || e.ItemNo == m.ItemNo) {
			return e
		}
	}
	e := app.Duty{Part: m.Part, ItemNo: m.ItemNo, Name: m.ItemName}
	if m.Department != "" {
		e.Departments = strings.Split(m.Department, "、")
	}
	return &e
}

// maxPieces is how many clauses a quotation has at most.
const maxPieces = 3

// quoteOf is what is quoted of a demand for words of evidence: one stretch around all of them where that is short
// enough, else the clauses that hold them, else the demand itself.
func (s Subject) quoteOf(d app.Demand, ev []app.Evidence) string {
	notice := []rune(s.Text)
	parts := clauses(notice, ev, d.Start, d.End)
	if n := len(parts); n > 1 && parts[n-1].end-parts[0].start <= quoteMax && !parted(notice, parts[0].start, parts[n-1].end) {
		parts = []stretch{{parts[0].start, parts[n-1].end}}
	}
	var out strings.Builder
	for i, p := range parts {
		if i == maxPieces {
			break
		}
		q := cut(clean(notice, p.start, p.end), quoteMax)
		if q == "" || strings.Contains(out.String(), q) || i > 0 && len([]rune(out.String()))+len([]rune(q)) > 2*quoteMax {
			continue
		}
		out.WriteString(quoted(q))
	}
	if out.Len() == 0 {
		return quoted(s.demandWords(d, quoteMax))
	}
	return out.String()
}

// core is what is quoted of a demand that the office goes on with: the clause that met the entry best, else its
// beginning.
func (s Subject) core(d app.Demand) string {
	if len(d.Matches) == 0 {
		return quoted(s.demandWords(d, quoteMax))
	}
	notice := []rune(s.Text)
	best, most := stretch{}, 0
	for _, p := range clauses(notice, d.Matches[0].Evidence, d.Start, d.End) {
		met := 0
		for _, e := range d.Matches[0].Evidence {
			met += max(0, min(e.End, p.end)-max(e.Start, p.start))
		}
		if met > most {
			best, most = p, met
		}
	}
	if q := clean(notice, best.start, best.end); q != "" {
		return quoted(cut(q, quoteMax))
	}
	return quoted(s.demandWords(d, quoteMax))
}

// demandWords are the words of a demand, cleaned and at most n long, without the preamble (… 通知如下：).
func (s Subject) demandWords(d app.Demand, n int) string {
	notice := []rune(s.Text)
	if d.Start < 0 || d.End > len(notice) || d.Start >= d.End {
		notice = []rune(d.Text)
		d.Start, d.End = 0, len(notice)
	}
	from := d.Start
	for i := d.Start + 2; i < min(d.Start+100, d.End-1); i++ {
		if notice[i-1] == '如' && notice[i] == '下' && strings.ContainsRune("：:。", notice[i+1]) {
			from = i + 2
		}
	}
	if q := cut(clean(notice, from, d.End), n); q != "" {
		return q
	}
	return cut(clean(notice, d.Start, d.End), n)
}

// number numbers the printed grounds in the order of the notice.
func number(gs []Ground) {
	order := make([]int, 0, len(gs))
	for i := range gs {
		if gs[i].Place != PlaceNone {
			order = append(order, i)
		}
	}
	first := func(g Ground) int {
		at := 1 << 30
		for _, e := range g.Evidence {
			at = min(at, e.Start)
		}
		return at
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := gs[order[i]], gs[order[j]]
		if a.Demand != b.Demand {
			return a.Demand < b.Demand
		}
		return first(a) < first(b)
	})
	for n, i := range order {
		gs[i].No = n + 1
	}
}
