package paper

import (
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

// Matter is a demand with what is decided of it.
type Matter struct {
	Demand  app.Demand
	Verdict app.Verdict
	Settled bool // a document answers it, or it is done with
}

// open tells whether a matter is neither borne nor done with.
func (m Matter) open() bool {
	return m.Verdict == app.VerdictRefuse || m.Verdict == app.VerdictEscalate || m.Verdict == app.VerdictMixed
}

// offList tells whether no entry of the list covers the demand.
func (m Matter) offList() bool {
	return m.Demand.Part == app.PartNone || slices.ContainsFunc(m.Demand.Findings, func(f app.Finding) bool { return f.Code == "NOT_ON_LIST" })
}

// doubtful tells whether two entries may cover it.
func (m Matter) doubtful() bool { return m.Demand.Doubt != nil && len(m.Demand.Doubt.Rivals) >= 2 }

// shifted tells whether it asks for more than the list gives the office.
func (m Matter) shifted() bool {
	return slices.ContainsFunc(m.Demand.Findings, func(f app.Finding) bool { return structural[f.Code] })
}

// Consultable tells whether a matter calls for talks with the department (会商): before a new task is handed down it goes
// through the admission procedure (职责准入), and a doubt is settled together.
func (m Matter) Consultable() bool { return m.open() && (m.offList() || m.doubtful()) }

// adjustable tells whether the list itself should be put right (动态调整).
func (m Matter) adjustable() bool { return m.open() && (m.offList() || m.doubtful() || m.shifted()) }

// suggestible tells whether the office bears it but not the means asked for.
func (m Matter) suggestible() bool {
	return kept(m.Verdict) && slices.ContainsFunc(m.Demand.Findings, func(f app.Finding) bool { return f.Role.Place() != PlaceNone })
}

func (s Subject) matters() []Matter {
	out := make([]Matter, len(s.Check.Demands))
	for i, d := range s.Check.Demands {
		out[i] = Matter{Demand: d, Verdict: s.verdict(i)}
	}
	return out
}

// chosen are the demands that a test picks.
func (s Subject) chosen(pick func(Matter) bool) []int {
	var out []int
	for i, m := range s.matters() {
		if pick(m) {
			out = append(out, i)
		}
	}
	return out
}

// upwardRefused says why a letter does not go to a superior body.
func (s Subject) upwardRefused() error {
	return app.Errorf(app.CodeInvalid, "%s是上级机关，不用函。请改用提级反映单。", s.To.Name)
}

// consult writes 会商函: what is asked outside the list or in doubt, what the office suggests, and when to meet.
func (w *Writer) consult(s Subject) (Content, error) {
	if s.To.Class.Upward() {
		return Content{}, s.upwardRefused()
	}
	about := s.chosen(Matter.Consultable)
	if len(about) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有未列入清单或职责不明的事项，不用会商函。记录未改动。")
	}
	gs := w.Grounds(s)
	cited := w.citations(s, gs, about)
	c := w.letterFrame(KindConsult, s, w.consultTitle(s, about))
	out := []Para{letterText(w.opening(s, "consult_opening"))}
	out = append(out, letterHead("一、需要会商的事项", ""))
	for k, i := range about {
		lead := ""
		if len(about) > 1 {
			lead = "（" + chineseNumber(k+1) + "）"
		}
		out = append(out, letterText(lead+w.consultItem(s, gs, i, cited)))
	}
	out = append(out, letterHead("二、"+s.Office.Self()+"建议", ""))
	for _, line := range lines(w.ownWords(KindConsult, s)) {
		out = append(out, letterText(line))
	}
	out = append(out, letterHead("三、会商安排", ""))
	out = append(out, letterText(fill(w.words.Text["consult_meeting"], map[string]string{"您方": w.you(s), "日期": monthDay(s.Later), "我": s.Office.Self()})))
	if text := fill(w.words.Text["consult_meanwhile"], map[string]string{"做法": w.keepOf(s, gs, about)}); text != "" {
		out = append(out, letterText(text))
	}
	c.Letter.Body = append(out, letterText(fill(w.words.Text["letter_reply"], map[string]string{"天数": strconv.Itoa(s.replyDays())})))
	return c, nil
}

func (s Subject) replyDays() int {
	if s.ReplyDays > 0 {
		return s.ReplyDays
	}
	return defaultReplyDays
}

// consultTitle says what is asked for: the admission procedure where a task is new, else who is to bear it.
func (w *Writer) consultTitle(s Subject, about []int) []string {
	subject := letterSubject(s)
	if !slices.ContainsFunc(about, func(i int) bool { return s.matters()[i].offList() }) {
		if subject == "" {
			return []string{s.Office.Name, "关于商请明确来文事项职责归属的函"}
		}
		return []string{s.Office.Name, "关于商请明确" + subject, "职责归属的函"}
	}
	if subject == "" {
		return []string{s.Office.Name, "关于商请履行职责准入程序的函"}
	}
	return []string{s.Office.Name, "关于商请就" + subject, "履行职责准入程序的函"}
}

// consultItem says of one demand what is asked and what makes it a matter for talks.
func (w *Writer) consultItem(s Subject, gs []Ground, i int, cited *citations) string {
	d := s.Check.Demands[i]
	v := w.values(s, d, Ground{Entry: s.entry(d)})
	v["原句"] = quoted(s.demandWords(d, quoteMax))
	if several(s) {
		v["第几项"] = "第" + chineseNumber(i+1) + "项"
	}
	if a, b, ok := s.rivals(d); ok {
		v["甲"], v["乙"] = w.readingWords(s, a.duty), w.readingWords(s, b.duty)
		return fill(w.words.Text["consult_doubt"], v)
	}
	for _, g := range gs {
		if g.Demand == i && g.Code == "NOT_ON_LIST" && g.Basis != "" {
			v["依据"] = documentsOnly(cited.cite(g.Basis))
		}
	}
	return fill(w.words.Text["consult_off"], v)
}

// documentsOnly keeps of a basis what names a document: that the list does not have a matter is said before it.
func documentsOnly(basis string) string {
	parts := slices.DeleteFunc(strings.Split(basis, "；"), func(p string) bool { return !strings.Contains(p, "《") })
	return strings.Join(parts, "、")
}

// readingWords names an entry and who bears it.
func (w *Writer) readingWords(s Subject, d app.Duty) string {
	out := s.place(&d)
	if d.ItemNo != "" {
		out = "“" + partTitle(s.Office, d.Part) + "”第" + d.ItemNo + "项“" + d.Name + "”"
	}
	if text, _ := w.words.bodies(d, s); text != "" {
		word := map[app.Part]string{app.TakenBack: "，由%承接", app.Cooperate: "，由%牵头"}[d.Part]
		out += strings.ReplaceAll(word, "%", text)
	}
	return out
}

// keepOf is what the office does while a matter is open.
func (w *Writer) keepOf(s Subject, gs []Ground, about []int) string {
	for _, i := range about {
		for _, g := range gs {
			if g.Demand == i && g.Place == PlaceMismatch && g.keep != "" {
				return g.keep
			}
		}
	}
	return fill(w.words.Codes["NOT_ON_LIST"].Keep, map[string]string{"我": s.Office.Self()})
}

// consultAdvice is the prefilled 建议 of a 会商函.
func (w *Writer) consultAdvice(s Subject) string {
	v := map[string]string{"您方": w.you(s), "我": s.Office.Self(), "级": level(s.Office)}
	var out []string
	off := slices.ContainsFunc(s.matters(), func(m Matter) bool { return m.Consultable() && m.offList() })
	if off {
		out = append(out, fill(w.words.Text["consult_admission"], v))
	}
	if slices.ContainsFunc(s.matters(), func(m Matter) bool { return m.Consultable() && !m.offList() }) {
		out = append(out, fill(w.words.Text["consult_clarify"], v))
	}
	return strings.Join(out, "\n")
}
