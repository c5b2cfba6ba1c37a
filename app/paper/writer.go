package paper

import (
	"strconv"
	"strings"
	"sync/atomic"

	"yidanqing/app"
	"yidanqing/app/text"
)

// Writer writes documents with a given wording, each with the own sentences of the office that it is written for. It is safe
// for concurrent use.
type Writer struct {
	words  *Wording
	office bool // words holds the office's own sentences already
	last   atomic.Pointer[worded]

	// Words cuts a text into its words, so that titles are not broken inside them; nil: they are broken anywhere.
	Words func(text string) []string
}

// NewWriter makes a writer of documents.
func NewWriter(w *Wording) *Writer { return &Writer{words: w} }

// Edition is the version of wording and layout of an office's papers, as printed: 版式 1, 版式 1-3f9a2c1b.
func (w *Writer) Edition(own app.OwnWording) string { return w.in(own).words.Version }

// Unfit lists the words in text that no paper may carry, outside quotations.
func (w *Writer) Unfit(text string) []string { return w.words.Unfit(text) }

// Write writes a document of the given kind, followed by its evidence page if evidence is set. The error is an
// *app.Error that tells the clerk what is missing: nobody to send it to, nothing to hand back, an unfit word in the
// opinion.
func (w *Writer) Write(kind Kind, s Subject, evidence bool) ([]Content, error) {
	w = w.in(s.Wording)
	if len(s.Check.Demands) == 0 && kind != KindSupport && kind != KindComment {
		return nil, app.Errorf(app.CodeInvalid, "这件来文没有需要办理的事项，不用出文书。可以点“登记备查”。")
	}
	if strings.TrimSpace(s.To.Name) == "" {
		return nil, app.Errorf(app.CodeInvalid, "还不知道文书送给谁。请先填写送达单位，再出文书。")
	}
	if bad := w.words.Unfit(s.Opinion); len(bad) > 0 {
		return nil, app.Errorf(app.CodeInvalid, "意见里有“%s”，不宜写在文书上。记录未改动，请换一种说法。", bad[0])
	}
	for i, d := range s.Decisions {
		if bad := w.words.Unfit(d.Reason); len(bad) > 0 && s.verdict(i) == app.VerdictRefuse {
			return nil, app.Errorf(app.CodeInvalid, "第%d项的理由里有“%s”，不宜写在文书上。记录未改动，请换一种说法。", i+1, bad[0])
		}
	}
	var first Content
	var err error
	switch kind {
	case KindFeedback, KindAnswer:
		first, err = w.feedback(kind, s)
	case KindLetter:
		first, err = w.letter(s)
	case KindVillage:
		first, err = w.village(s)
	case KindEscalation:
		first, err = w.escalation(s)
	case KindSupport:
		first, err = w.support(s)
	case KindConsult:
		first, err = w.consult(s)
	case KindAdjust:
		first, err = w.listAdjustment(s)
	case KindComment:
		first, err = w.comment(s)
	case KindSuggest:
		first, err = w.suggest(s)
	case KindAssess:
		first, err = w.assessment(s)
	case KindCase:
		first, err = w.typicalCase(s)
	default:
		return nil, app.Errorf(app.CodeInvalid, "“%s”不能单独出文。请选反馈单、反馈函或提级反映单。", kind.Title())
	}
	if err != nil {
		return nil, err
	}
	out := []Content{first}
	evidence = evidence && kind.Evidenced()
	if evidence && first.Letter != nil {
		first.Letter.Enclosure = w.words.Text["letter_enclosure"]
		out = append(out, w.evidence(kind, s))
	} else if evidence {
		out[0].FootLeft = fill(w.words.Text["appended"], map[string]string{"附页": AppendedPages})
		for _, one := range s.all() { // a page for each notice that it takes up
			out = append(out, w.evidence(kind, one))
		}
	}
	if s.Archive && kind.Evidenced() {
		out = append(out, w.archive(kind, s))
	}
	return out, nil
}

// TwinNote says in the foot of an editable copy that it is no evidence.
func (w *Writer) TwinNote(c Content) string {
	switch {
	case c.Kind == KindMonth:
		return w.words.Text["twin_month"]
	case c.Number == "":
		return w.words.Text["twin_draft"]
	}
	return w.words.Text["twin"]
}

// values are what the sentences about a demand may name.
func (w *Writer) values(s Subject, d app.Demand, g Ground) map[string]string {
	v := map[string]string{
		"我": s.Office.Self(), "级": level(s.Office), "村里": within(s.Office), "您方": w.you(s), "日期": monthDay(s.Later),
		"原句": strings.TrimSuffix(strings.TrimPrefix(g.Quote, "“"), "”"),
	}
	v["数"] = text.CountWord(max(g.number, 1))
	e := g.Entry
	if e == nil {
		return v
	}
	v["部分"], v["项"], v["名称"] = partTitle(s.Office, e.Part), e.ItemNo, e.Name
	v["部门"] = strings.Join(e.Departments, "、")
	text, mine := w.words.bodies(*e, s)
	v["承接"], v["实施"], v["牵头"] = text, text, text
	if mine {
		v["实施"], v["牵头"] = v["您方"], v["您方"]
	} else if len(e.Departments) > 0 {
		v["牵头"] = e.Departments[0]
	}
	if e.Part == app.Cooperate {
		v["职责"] = strings.TrimRight(cut(oneLine(e.TownDuty), 80), "。")
	}
	return v
}

// you addresses the sender: 贵局 on a document to the sender itself, 来文单位 on one to somebody else.
func (w *Writer) you(s Subject) string {
	if s.Office.Grassroots() && s.To.Class == ClassTown {
		if strings.Contains(s.To.Name, "街道") {
			return "街道"
		}
		return "镇里"
	}
	if s.To.Class.Upward() || s.Fields.Issuer != "" && !s.is(s.Fields.Issuer) {
		return "来文单位"
	}
	return w.words.address(s, s.To.Name)
}

// oneLine joins lines.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), "")
}

// monthDay is a day as sentences write it: 11月26日.
func monthDay(d app.Date) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Itoa(int(d.Month)) + "月" + strconv.Itoa(d.Day) + "日"
}

// until is a deadline as sentences write it: 11月26日17:00.
func until(d *app.Deadline) string {
	if d == nil {
		return ""
	}
	return monthDay(d.Date) + d.Time
}

// items writes demand numbers: 第1项, 第3、4项, 第3至6项. With one demand in the notice it is 该事项.
func items(ns []int, total int) string {
	if total == 1 {
		return "该事项"
	}
	var parts []string
	for i := 0; i < len(ns); {
		j := i
		for j+1 < len(ns) && ns[j+1] == ns[j]+1 {
			j++
		}
		switch {
		case j-i >= 2:
			parts = append(parts, strconv.Itoa(ns[i])+"至"+strconv.Itoa(ns[j]))
			i = j + 1
		default:
			parts = append(parts, strconv.Itoa(ns[i]))
			i++
		}
	}
	return "第" + strings.Join(parts, "、") + "项"
}

// place names an entry: 上级部门收回第17项, or by its name where the list prints no numbers.
func (s Subject) place(e *app.Duty) string {
	if e == nil {
		return ""
	}
	part := partTitle(s.Office, e.Part)
	if e.ItemNo == "" {
		return part + "“" + e.Name + "”"
	}
	return part + "第" + e.ItemNo + "项"
}

// partTitle is the name of a part as the office's list prints it: a village's list has parts of its own.
func partTitle(o app.Office, p app.Part) string {
	if !o.Grassroots() {
		return p.Title()
	}
	switch p {
	case app.Basic:
		return "自治事项"
	case app.Cooperate:
		return "协助事项"
	case app.TakenBack:
		return "禁入事项"
	}
	return p.Title()
}
