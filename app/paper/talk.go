package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yidanqing/app"
)

// MessageMax is how many characters the message of 先沟通 has at most; line breaks count.
const MessageMax = 150

// TalkSentence is what the message of 先沟通 says of one finding code (先沟通用语).
type TalkSentence struct {
	Fact string `json:"fact"` // what the list or a rule says of it, as a half sentence without a full stop
	Ask  string `json:"ask"`  // 能否…, without a question mark
	// Thing names what is to change where the code is a means beside another ground: 排名通报. Empty: it is not named.
	Thing string `json:"thing,omitempty"`
}

// Message writes the message with which the office talks first (先沟通): what came, what list or rule says, what is asked
// and what the office itself will do. It is about the demands that the office does not simply bear; without one it is
// empty. It has at most MessageMax characters: what is least needed is left out first, a quotation is shortened with ……
// but never changed.
func (w *Writer) Message(s Subject) string {
	w = w.in(s.Wording)
	open := s.unborne()
	if len(open) == 0 {
		return ""
	}
	gs := w.Grounds(s)
	main, ground := mainGround(gs, open)
	for _, f := range []messageForm{
		{quote: 40, means: true, basis: true, number: true, keep: true},
		{quote: 26, means: true, basis: true, number: true, keep: true},
		{quote: 32, basis: true, number: true, keep: true},
		{quote: 24, basis: true, number: true, keep: true},
		{quote: 24, basis: true, keep: true},
		{quote: 24, means: true, basis: true, number: true},
		{quote: 24, basis: true}, {quote: 20, keep: true}, {quote: 20}, {quote: 16, bare: true},
	} {
		if text := w.message(s, gs, open, main, ground, f); utf8.RuneCountInString(text) <= MessageMax {
			return text
		}
	}
	return ""
}

// messageForm is how much a message says.
type messageForm struct {
	quote                      int // characters of the quotation
	means, basis, number, keep bool
	bare                       bool // without names, which may be of any length
}

// unborne are the demands to talk about: those to be handed back or raised.
func (s Subject) unborne() []int {
	var out []int
	for i := range s.Check.Demands {
		switch s.verdict(i) {
		case app.VerdictRefuse, app.VerdictEscalate, app.VerdictMixed:
			out = append(out, i)
		}
	}
	return out
}

// weight orders grounds for a message, the one that is told first: the list speaks before a rule, a thing taken back
// before everything.
func weight(g Ground) int {
	switch {
	case g.Code == "TAKEN_BACK":
		return 0
	case g.Code == "LEAD_SHIFTED":
		return 3 // it adds to another ground where there is one
	case structural[g.Code] || g.Code == "NOT_ON_LIST":
		return 1
	}
	return 2
}

// mainGround is the ground that the message tells, and its demand; without a printable one it is the first demand alone.
func mainGround(gs []Ground, open []int) (demand int, best *Ground) {
	for i := range gs {
		g := &gs[i]
		if g.Place != PlaceMismatch || !slices.Contains(open, g.Demand) {
			continue
		}
		if best == nil || weight(*g) < weight(*best) {
			best = g
		}
	}
	if best == nil {
		return open[0], nil
	}
	return best.Demand, best
}

func (w *Writer) message(s Subject, gs []Ground, open []int, demand int, g *Ground, f messageForm) string {
	v := w.messageValues(s, demand, g, f)
	lines := []string{fill(w.words.Text["talk_opening"], v)}
	if len(open) > 1 {
		v["几项"] = strconv.Itoa(len(open) - 1)
	}
	lines[0] += fill(w.words.Text["talk_demand"], v)
	fact, ask, keep := w.messageGround(s, demand, g, v)
	if f.means {
		v["手段"] = w.things(gs, open, g)
	}
	v["情况"], v["请求"] = fact, ask
	if fact := fill(w.words.Text["talk_fact"], v); fact != "" {
		lines = append(lines, fact)
	}
	if f.keep {
		v["做法"] = keep
	}
	return strings.Join(append(lines, fill(w.words.Text["talk_ask"], v)), "\n")
}

// messageGround is what is said of the ground: fact, request, and what the office does.
func (w *Writer) messageGround(s Subject, demand int, g *Ground, v map[string]string) (fact, ask, keep string) {
	sentence := w.words.Talks["*"]
	keep = fill(w.words.sentence(s.Office, "*").Keep, v)
	if _, _, doubt := s.rivals(s.Check.Demands[demand]); doubt && s.verdict(demand) == app.VerdictEscalate {
		return fill(w.words.Text["talk_doubt"], v), fill(w.words.Text["talk_doubt_ask"], v), keep
	}
	if g == nil {
		return "", fill(sentence.Ask, v), keep
	}
	if t, ok := w.words.Talks[g.Code]; ok {
		sentence = t
	}
	if g.keep != "" {
		keep = g.keep
	}
	if fact = fill(sentence.Fact, v); g.Finding < 0 { // the clerk's own sentence is the ground
		fact = cut(g.Point, 40)
	}
	return fact, fill(sentence.Ask, v), keep
}

// messageValues are what the sentences of a message may name.
func (w *Writer) messageValues(s Subject, demand int, g *Ground, f messageForm) map[string]string {
	d := s.Check.Demands[demand]
	entry := s.entry(d)
	v := w.values(s, d, Ground{Entry: entry})
	v["您方"] = w.addressed(s)
	if v["实施"] == w.you(s) {
		v["实施"] = v["您方"]
	}
	v["称呼"], v["单位"], v["经办"] = calling(s.Fields.Contact), s.Office.Short, s.clerk()
	if v["单位"] == "" {
		v["单位"] = s.Office.Self()
	}
	v["版"] = edition(s.List)
	if n := utf8.RuneCountInString(v["职责"]); n > 24 || !f.basis || strings.ContainsAny(v["职责"], "。；1①一") {
		v["职责"] = "" // shortened it would say something else
	}
	if f.number {
		v["文号"] = s.Fields.DocNo
	}
	if !f.basis {
		v["版"], v["项"], v["承接"] = "", "", ""
		if entry != nil && v["实施"] != v["您方"] {
			v["实施"], v["牵头"] = "", ""
		}
	} else if g != nil {
		v["依据"] = firstDocument(g.Basis)
	}
	if f.bare {
		v["称呼"], v["经办"], v["单位"], v["文号"] = "", "", s.Office.Self(), ""
	}
	v["原句"] = s.spoken(d, g, f.quote)
	return v
}

// addressed is how the message calls the other side: it goes to the sender itself, a superior body too.
func (w *Writer) addressed(s Subject) string {
	if s.Fields.Issuer == "" {
		return ""
	}
	if s.Office.Grassroots() && ClassOf(s.Fields.Issuer) == ClassTown {
		if strings.Contains(s.Fields.Issuer, "街道") {
			return "街道"
		}
		return "镇里"
	}
	return w.words.address(s, s.Fields.Issuer)
}

// calling is the name by which a person is greeted; what is no name is not used.
func calling(contact string) string {
	name := strings.TrimSpace(contact)
	if i := strings.IndexFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsDigit(r) || strings.ContainsRune("，、,；;（(/", r)
	}); i >= 0 {
		name = name[:i]
	}
	if n := utf8.RuneCountInString(name); n < 2 || n > 6 {
		return ""
	}
	return name
}

// edition is the year of the list: 2026年版.
func edition(list app.Source) string {
	if i := strings.Index(list.Title, "年版"); i >= 4 {
		if year := list.Title[i-4 : i]; strings.Trim(year, "0123456789") == "" {
			return year + "年版"
		}
	}
	if list.Title != "" && list.From.Year > 0 {
		return strconv.Itoa(list.From.Year) + "年版"
	}
	return ""
}

// firstDocument is the document that a basis names first: 《整治形式主义为基层减负若干规定》.
func firstDocument(basis string) string {
	from := strings.Index(basis, "《")
	to := strings.Index(basis, "》")
	if from < 0 || to < from {
		return ""
	}
	doc := basis[from : to+len("》")]
	if utf8.RuneCountInString(doc) > 28 {
		return ""
	}
	return doc
}

// asking are words by which a clause asks something of the office, for choosing what is quoted.
var asking = []string{"请", "由乡镇", "由镇", "由你", "由村", "由各", "负责", "须", "务必", "开展", "组织", "抽调", "落实", "要"}

// spoken is what the message quotes of a demand, in the words of the notice: the clause that holds most of what the ground
// rests on, before others one that asks.
func (s Subject) spoken(d app.Demand, g *Ground, n int) string {
	notice := []rune(s.Text)
	var ev []app.Evidence
	if g != nil {
		ev = g.Evidence
		if g.Code == "TAKEN_BACK" && len(d.Matches) > 0 {
			ev = append(slices.Clone(d.Matches[0].Evidence), ev...)
		}
	}
	best, most := "", 0
	for _, p := range clauses(notice, ev, d.Start, d.End) {
		q := plainBeginning(clean(notice, p.start, p.end))
		if utf8.RuneCountInString(q) < 6 || p.end <= d.Start || p.start >= d.End {
			continue
		}
		met := 1
		for _, e := range ev {
			met += max(0, min(e.End, p.end)-max(e.Start, p.start))
		}
		if slices.ContainsFunc(asking, func(w string) bool { return strings.Contains(q, w) }) {
			met += 8
		}
		if met > most {
			best, most = q, met
		}
	}
	if best == "" {
		best = plainBeginning(s.demandWords(d, requireMax))
	}
	return inner(cut(best, n))
}

// plainBeginning drops what a quotation after 要求 needs no more: 通知如下：一、 and the word 要求 itself.
func plainBeginning(q string) string {
	for _, mark := range []string{"如下：", "如下:", "如下。"} {
		if _, rest, found := strings.Cut(q, mark); found && utf8.RuneCountInString(rest) >= 6 {
			r := []rune(strings.TrimSpace(rest))
			q = strings.TrimSpace(string(r[numbering(r):]))
		}
	}
	if rest, ok := strings.CutPrefix(q, "要求"); ok && utf8.RuneCountInString(rest) >= 6 {
		q = rest
	}
	return q
}

// things names the means that should change beside the main ground, at most two.
func (w *Writer) things(gs []Ground, open []int, main *Ground) string {
	var out []string
	for _, g := range gs {
		if main != nil && g.Code == main.Code || g.Place == PlaceNone || !slices.Contains(open, g.Demand) {
			continue
		}
		if main == nil || g.Place == PlaceAdjust || g.Demand == main.Demand {
			if t := w.words.Talks[g.Code].Thing; t != "" && !slices.Contains(out, t) && len(out) < 2 {
				out = append(out, t)
			}
		}
	}
	return strings.Join(out, "和")
}

// checkTalks tells what the sentences of 先沟通 lack.
func (w *Wording) checkTalks() error {
	if w.Talks["*"].Ask == "" {
		return fmt.Errorf("缺少先沟通的语句 *")
	}
	for _, code := range sortedKeys(w.Talks) {
		t := w.Talks[code]
		if t.Ask == "" {
			return fmt.Errorf("先沟通的语句 %s 不全", code)
		}
		if bad := w.Unfit(t.Fact + t.Ask + t.Thing); len(bad) > 0 {
			return fmt.Errorf("先沟通的语句 %s 用了“%s”", code, bad[0])
		}
	}
	return nil
}
