package paper

import (
	"slices"
	"strings"

	"yidanqing/app"
)

// AsksOpinion tells by its title whether a notice asks for opinions on a draft (征求意见).
func AsksOpinion(title string) bool {
	for _, w := range []string{"征求意见", "征求对", "征求《", "征集意见", "意见征集", "意见征求"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return strings.Contains(title, "征求") && strings.Contains(title, "意见")
}

// ownWords are the clerk's words of a document, or those prefilled.
func (w *Writer) ownWords(kind Kind, s Subject) string {
	if text := strings.TrimSpace(s.Opinion); text != "" {
		return text
	}
	return w.OpinionFor(kind, s)
}

// OpinionFor is what the program writes into the field 意见 of a kind of document, to be changed by the clerk; empty where
// the document needs none.
func (w *Writer) OpinionFor(kind Kind, s Subject) string {
	w = w.in(s.Wording)
	switch kind {
	case KindConsult:
		return w.consultAdvice(s)
	case KindAdjust:
		return w.words.Text["adjust_request"]
	case KindComment:
		return w.commentWords(s)
	case KindAssess:
		return w.assessAdvice(s)
	case KindCase:
		return w.caseAdvice(s)
	case KindSuggest, KindSupport, KindEscalation, KindLetter: // they say all in their own rows and paragraphs; what the clerk adds stands beside
		return ""
	}
	return w.Opinion(s)
}

// comment writes 征求意见反馈: the office's opinion on a draft that was sent round. To a superior body it is a report.
func (w *Writer) comment(s Subject) (Content, error) {
	g := GenreFor(s.To.Class)
	subject := strings.Trim(oneLine(s.Fields.Title), "《》")
	title := []string{s.Office.Name, "关于征求意见反馈的" + g.Word}
	if about := draftName(subject); about != "" {
		title = []string{s.Office.Name, "关于《" + about + "》", "征求意见反馈的" + g.Word}
	}
	c := w.letterFrame(KindComment, s, title)
	opening := "comment_report"
	if g.Greets {
		opening = "comment_opening"
	}
	out := []Para{letterText(w.opening(s, opening))}
	for _, line := range lines(w.ownWords(KindComment, s)) {
		out = append(out, letterText(line))
	}
	c.Letter.Body = append(out, letterText(g.Close))
	return c, nil
}

// draftName is the name of the draft within a title: 关于征求《办法（征求意见稿）》意见的函 gives 办法. That it is a draft the title of the
// answer says itself.
func draftName(title string) string {
	from, to := strings.Index(title, "《"), strings.LastIndex(title, "》")
	if from >= 0 && to > from {
		return strings.NewReplacer("《", "〈", "》", "〉", "（征求意见稿）", "").Replace(title[from+len("《") : to])
	}
	return ""
}

// commentWords is the prefilled opinion: what the check found in the draft, item by item, else that there is none.
func (w *Writer) commentWords(s Subject) string {
	gs := w.Grounds(s)
	var out []string
	for _, g := range gs {
		if g.Place == PlaceNone || g.Quote == "" {
			continue
		}
		words := g.change
		if g.Place == PlaceMismatch && g.ask != "" {
			words = g.Point + "，" + g.ask
		}
		if g.Basis != "" {
			words = withBasis(words, g.Basis)
		}
		line := g.Quote + "：" + words + "。"
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	if len(out) == 0 {
		return w.words.Text["comment_none"]
	}
	for i := range out {
		if len(out) > 1 {
			out[i] = chineseNumber(i+1) + "、" + out[i]
		}
	}
	return strings.Join(out, "\n")
}

// suggest writes 建议函: the office goes on with the matter and suggests other means.
func (w *Writer) suggest(s Subject) (Content, error) {
	if s.To.Class.Upward() {
		return Content{}, s.upwardRefused()
	}
	gs := w.Grounds(s)
	cited := w.citations(s, gs, allDemands(s))
	changes := w.letterChanges(s, gs, cited)
	if len(changes) == 0 {
		return Content{}, app.Errorf(app.CodeInvalid, "没有建议调整的要求，不用建议函。记录未改动。")
	}
	subject := letterSubject(s)
	title := []string{s.Office.Name, "关于调整来文有关要求的建议函"}
	if subject != "" {
		title = []string{s.Office.Name, "关于调整" + subject, "有关要求的建议函"}
	}
	c := w.letterFrame(KindSuggest, s, title)
	out := []Para{letterText(w.opening(s, "consult_opening"))}
	out = append(out, letterHead("一、继续承担的事项。", strings.Join(w.letterKept(s, gs), "")), letterHead("二、建议调整的要求。", strings.Join(changes, "")))
	if text := strings.TrimSpace(s.Opinion); text != "" {
		out = append(out, letterText(text))
	}
	c.Letter.Body = append(out, letterText(GenreFor(s.To.Class).Close))
	return c, nil
}
