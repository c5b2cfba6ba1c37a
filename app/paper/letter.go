package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// letter writes P2 反馈函: the form for party departments and courts, and for a bureau where the office prefers it.
func (w *Writer) letter(s Subject) (Content, error) {
	if s.To.Class.Upward() {
		return Content{}, app.Errorf(app.CodeInvalid, "%s是上级机关，不用函。请改用提级反映单。", s.To.Name)
	}
	gs := w.Grounds(s)
	var refused []int
	for i := range s.Check.Demands {
		if s.verdict(i) != app.VerdictRefuse {
			continue
		}
		refused = append(refused, i)
		if !demandHas(gs, i, PlaceMismatch) {
			return Content{}, app.Errorf(app.CodeInvalid, "%s没有可写在函里的不符之处。请补一句理由，或改为提级反映、配合。", items([]int{i + 1}, len(s.Check.Demands)))
		}
	}
	if len(refused) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有拒接反馈的事项，不用函。记录未改动。")
	}
	c := w.letterFrame(KindLetter, s, letterTitle(s))
	c.Letter.Body = w.letterBody(s, gs, refused)
	return c, nil
}

// letterFrame is a letter without its text.
func (w *Writer) letterFrame(kind Kind, s Subject, title []string) Content {
	c := w.base(kind, s)
	c.HeadLeft, c.HeadRight = "", ""
	c.Letter = &Letter{
		Report: GenreFor(s.To.Class).Report,
		Issuer: s.Office.Name, Number: s.Number, Title: w.titleLines(title), To: s.To.Name + "：", Date: s.Date.Chinese(),
		Note: fill(w.words.Text["letter_note"], map[string]string{"经办": s.clerk(), "电话": s.phone()}),
	}
	c.Letter.Imprint, c.Letter.Unsealed = imprint(s, c.Letter.Report), s.Unsealed
	c.Title = strings.Join(title, "")
	if s.Draft() {
		c.Letter.Number, c.Letter.Date = "〔　　　　〕　　号", s.dateLine()
	}
	return c
}

// letterTitle breaks the title by sense: who, about what, which genre.
func letterTitle(s Subject) []string {
	about := letterSubject(s)
	if about == "" {
		return []string{s.Office.Name, "关于来文有关事项的复函"}
	}
	return []string{s.Office.Name, "关于" + about, "有关事项的复函"}
}

// letterSubject is what the notice is about, without 关于 and 的通知; empty where it has no title.
func letterSubject(s Subject) string {
	about := strings.Trim(oneLine(s.Fields.Title), "《》")
	for _, lead := range []string{"关于印发", "关于转发", "关于"} {
		if rest, ok := strings.CutPrefix(about, lead); ok {
			about = rest
			break
		}
	}
	for _, tail := range []string{"的紧急通知", "的通知", "的函", "的通报", "的意见"} {
		if rest, ok := strings.CutSuffix(about, tail); ok {
			about = rest
			break
		}
	}
	return strings.TrimPrefix(about, "开展")
}

// head is a paragraph with a first-level heading; a heading with text behind it ends with a full stop.
func letterHead(heading, text string) Para {
	spans := []Span{{Text: heading, Face: FaceHei}}
	if text != "" {
		spans = append(spans, Span{Text: text})
	}
	return Para{Spans: spans, Indent: 2}
}

func letterText(text string) Para { return Para{Spans: []Span{{Text: text}}, Indent: 2} }

func (w *Writer) letterBody(s Subject, gs []Ground, refused []int) []Para {
	cited := w.citations(s, gs, allDemands(s))
	out := []Para{letterText(w.letterOpening(s))}
	n := 0
	heading := func(text string) string {
		n++
		return chineseNumber(n) + "、" + text
	}
	out = append(out, letterHead(heading("不承担的事项"), ""))
	for k, i := range refused {
		lead := ""
		if len(refused) > 1 {
			lead = "（" + chineseNumber(k+1) + "）"
		}
		out = append(out, letterText(lead+w.letterItem(s, gs, i, cited)))
	}
	if lines := w.letterKept(s, gs); len(lines) > 0 {
		out = append(out, letterHead(heading("继续承担的事项。"), strings.Join(lines, "")))
	}
	if lines := w.letterChanges(s, gs, cited); len(lines) > 0 {
		out = append(out, letterHead(heading("建议调整的要求。"), strings.Join(lines, "")))
	}
	if text := strings.TrimSpace(s.Opinion); text != "" && text != w.Opinion(s) {
		out = append(out, letterText(text))
	}
	return append(out, letterText(fill(w.words.Text["letter_reply"], map[string]string{"天数": strconv.Itoa(s.replyDays())})))
}

func allDemands(s Subject) []int {
	out := make([]int, len(s.Check.Demands))
	for i := range out {
		out[i] = i
	}
	return out
}

func (w *Writer) letterOpening(s Subject) string { return w.opening(s, "letter_opening") }

// opening names the notice that a letter is about, in the words of a template.
func (w *Writer) opening(s Subject, template string) string {
	v := map[string]string{"您方": w.you(s), "标题": strings.Trim(oneLine(s.Fields.Title), "《》"), "文号": s.Fields.DocNo}
	if s.List.Title != "" {
		line := w.listLine(s)
		about := ""
		if i := strings.Index(line, "》（"); i >= 0 {
			about = strings.TrimSuffix(line[i+len("》（"):], "）")
		}
		v["对照"] = fill(w.words.Text["letter_list"], map[string]string{"清单": strings.Trim(s.List.Title, "《》"), "出处": about})
	}
	return fill(w.words.Text[template], v)
}

// letterItem says of one demand what it asks, what speaks against it, and what is suggested.
func (w *Writer) letterItem(s Subject, gs []Ground, i int, cited *citations) string {
	d := s.Check.Demands[i]
	var out []string
	for _, g := range gs {
		if g.Demand != i || g.Place != PlaceMismatch {
			continue
		}
		v := w.values(s, d, g)
		v["原句"], v["建议"], v["说明"] = g.Quote, g.ask, w.letterGround(g, v, cited)
		if several(s) && len(out) == 0 {
			v["第几项"] = "第" + chineseNumber(i+1) + "项"
		}
		out = append(out, fill(w.words.Text["letter_item"], v))
	}
	return strings.Join(out, "")
}

// letterGround is what speaks against a demand: the entry of the list, else the words of the ground; and the basis.
func (w *Writer) letterGround(g Ground, v map[string]string, cited *citations) string {
	text := ""
	switch {
	case g.Code == "TAKEN_BACK":
		text = fill(w.words.Text["letter_taken"], v)
	case g.Code == "NOT_ON_LIST":
		text = w.words.Text["letter_off"]
	case structural[g.Code] && g.Entry != nil && g.Entry.Part == app.Cooperate:
		text = fill(w.words.Text["letter_help"], v)
	case structural[g.Code] || g.Basis == "":
		text = g.Point
	}
	if g.Basis == "" {
		return text
	}
	v["依据"] = strings.ReplaceAll(cited.cite(g.Basis), "；", "、")
	against := fill(w.words.Text["letter_against"], v)
	if text == "" {
		return against
	}
	return text + "，" + against
}

// letterKept says what the office goes on with; it is never empty.
func (w *Writer) letterKept(s Subject, gs []Ground) []string {
	var out []string
	for i, d := range s.Check.Demands {
		if !kept(s.verdict(i)) {
			continue
		}
		v := w.values(s, d, Ground{Entry: s.entry(d)})
		v["原句"], v["时限"] = s.core(d), until(d.Deadline)
		out = append(out, fill(w.words.Text["letter_keep"], v))
	}
	if k := w.meanwhile(s, gs); k != "" {
		out = append(out, k+"。")
	}
	return out
}

func (w *Writer) letterChanges(s Subject, gs []Ground, cited *citations) []string {
	var out []string
	for _, g := range gs {
		if g.Place != PlaceAdjust || s.verdict(g.Demand) == app.VerdictEscalate {
			continue
		}
		v := map[string]string{"原句": g.Quote, "建议": withBasis(g.change, cited.cite(g.Basis))}
		out = append(out, fill(w.words.Text["letter_change"], v))
	}
	return out
}
