package paper

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"yidanqing/app"
)

// Type of P4, in points.
var (
	evidenceHead  = Style{FaceHei, 12, 20}
	evidenceFrame = Style{FaceBody, 11, 17.5}
	evidenceTable = formStyle{
		text: Style{FaceBody, 10.5, 15}, inner: Style{FaceBody, 10.5, 15}, label: Style{FaceHei, 10.5, 15},
		padX: 1.4, padY: 0.7, innerX: 1.4, innerY: 0.7,
	}
)

// listed is an entry of the list with its number on the evidence page.
type listed struct {
	duty  app.Duty
	badge string
}

// evidence writes P4 比对证据页 for the document of the given kind.
func (w *Writer) evidence(kind Kind, s Subject) Content {
	gs := w.Grounds(s)
	entries, marks := s.listedEntries()
	marks = append(marks, groundMarks(s, gs)...)
	c := Content{Kind: KindEvidence, Title: KindEvidence.Title(), Author: s.Office.Name, Number: s.Number, Date: s.Date.String(), Top: 23, MinTop: 23, Narrow: true}
	c.FootMiddle = w.words.Text["attachment_only"]
	if s.Draft() {
		c.Date = s.CheckedOn.String()
		c.Marks = append(c.Marks, w.words.Text["draft"])
		title := kind.Title()
		if s.Title != "" && kind == KindFeedback {
			title = s.Title
		}
		c.HeadLeft, c.FootLeft = "附于："+title+"（送审稿，出文时编号）", w.words.Text["draft"]
	} else {
		c.HeadLeft, c.FootLeft = "附于："+s.Number, s.Number
	}
	if s.List.Sample {
		c.Marks = append(c.Marks, w.words.Text["sample"])
	}
	if !s.CheckedOn.IsZero() {
		c.HeadRight = "比对日期：" + s.CheckedOn.Chinese()
	}
	n := 0
	heading := func(text string) {
		n++
		c.Blocks = append(c.Blocks, Heading{Text: chineseNumber(n) + "、" + text, Style: evidenceHead})
	}
	heading("来文原句（划线处为依据，编号与下表对应）")
	frame, whole := w.noticeFrame(s, marks)
	c.Blocks = append(c.Blocks, frame)
	if !whole {
		c.Whole, c.FootMiddle = s.Text, w.words.Text["attachment_whole"]
	}
	if len(entries) > 0 || len(s.offList()) > 0 {
		if s.Sure {
			heading("清单事项（收到当日有效）")
		} else {
			heading("清单事项")
		}
		if kind == KindEscalation { // a form of its own has no room for it
			if t := w.compared(s); t != "" {
				c.Blocks = append(c.Blocks, Text{Paras: plain(t), Style: evidenceTable.text})
			}
		}
		c.Blocks = append(c.Blocks, w.entryBlocks(s, entries)...)
	}
	if t := w.groundTable(s, gs); len(t.Sections[0].Rows) > 0 {
		heading("不符之处和建议调整的依据")
		c.Blocks = append(c.Blocks, t)
	}
	heading("处理意见")
	c.Blocks = append(c.Blocks, Text{Paras: append(plain(w.handled(kind, s)), w.asBefore(s)...), Style: Style{FaceBody, 11, 17}})
	heading("校验")
	c.Blocks = append(c.Blocks, w.proof(s))
	return c
}

// compared names the list and the day received.
func (w *Writer) compared(s Subject) string {
	var parts []string
	if l := w.listLine(s); l != "" {
		parts = append(parts, "对照"+l)
	}
	if r := s.received(); r != "" {
		parts = append(parts, "收到日期："+r)
	}
	return strings.Join(parts, "；")
}

// groundMarks are the places of the printed grounds; a ground without words of its own stands at the demand's end.
func groundMarks(s Subject, gs []Ground) []mark {
	var out []mark
	for _, g := range gs {
		if g.No == 0 {
			continue
		}
		badge, order := strconv.Itoa(g.No), 1000+g.No
		if len(g.Evidence) == 0 {
			d := s.Check.Demands[g.Demand]
			out = append(out, mark{d.End, d.End, badge, order})
		}
		for _, e := range g.Evidence {
			out = append(out, mark{e.Start, e.End, badge, order})
		}
	}
	return out
}

// noticeFrame quotes the notice with its marks; whole tells that nothing is left out.
func (w *Writer) noticeFrame(s Subject, marks []mark) (f Frame, whole bool) {
	f = Frame{Style: evidenceFrame}
	head := ""
	if s.Fields.Title != "" {
		head = "《" + strings.Trim(oneLine(s.Fields.Title), "《》") + "》"
		if s.Fields.DocNo != "" {
			head += "（" + s.Fields.DocNo + "）"
		}
	} else if s.Fields.Issuer != "" {
		head = s.Fields.Issuer + "来文"
		if s.Fields.DocNo != "" {
			head += "（" + s.Fields.DocNo + "）"
		}
	}
	if head != "" {
		f.Paras = append(f.Paras, plain(head)...)
	}
	body, whole := w.marked(s, marks)
	f.Paras = append(f.Paras, body...)
	if !whole {
		n := len([]rune(s.Text))
		f.Paras = append(f.Paras, plain(fill(w.words.Text["shortened"], map[string]string{"字数": strconv.Itoa(n)}))...)
	}
	return f, whole
}

// groundTable lists the printed grounds by their numbers.
func (w *Writer) groundTable(s Subject, gs []Ground) Table {
	f := evidenceTable
	sec := Section{Head: []Row{{Cells: []Cell{
		f.centered(f.headCell(0, 1, "编号")), f.headCell(1, 1, "性质"), f.headCell(2, 1, "内容"), f.headCell(3, 1, "依据（文件、部分或条款）"),
	}}}}
	printed := make([]Ground, 0, len(gs))
	for _, g := range gs {
		if g.No > 0 {
			printed = append(printed, g)
		}
	}
	slices.SortFunc(printed, func(a, b Ground) int { return a.No - b.No })
	var known []string
	last := ""
	for _, g := range printed {
		sec.Rows = append(sec.Rows, Row{Cells: []Cell{
			f.centered(f.innerCell(0, 1, strconv.Itoa(g.No))), f.innerCell(1, 1, g.Place), f.innerCell(2, 1, g.Short),
			f.innerCell(3, 1, w.fullBasis(s, g, last, &known)),
		}})
		last = ""
		if rests(g) {
			last = s.place(g.Entry)
		}
	}
	return Table{Cols: []float64{11, 26, 38, 81}, Sections: []Section{sec}}
}

// fullBasis names documents in full the first time and by their short names afterwards.
func (w *Writer) fullBasis(s Subject, g Ground, last string, known *[]string) string {
	var parts []string
	if p := s.place(g.Entry); p != "" && rests(g) {
		switch {
		case p == last:
			parts = append(parts, "同上")
		case s.List.DocNo != "":
			parts = append(parts, s.List.DocNo+"，"+p)
		default:
			parts = append(parts, "清单"+p)
		}
	}
	if g.Basis != "" {
		b := g.Basis
		for _, a := range w.words.Short {
			if !strings.Contains(b, a.Full) {
				continue
			}
			if slices.Contains(*known, a.Full) {
				b = strings.ReplaceAll(b, a.Full, a.Short)
			} else {
				*known = append(*known, a.Full)
			}
		}
		parts = append(parts, b)
	}
	if len(parts) == 0 {
		return orDash(w.listLine(s))
	}
	return strings.Join(parts, "；")
}

// handled tells what the office decided of each demand; nobody is named as approving.
func (w *Writer) handled(kind Kind, s Subject) string {
	var refused, kept, raised []int
	for i, v := range s.Verdicts() {
		switch {
		case v == app.VerdictEscalate, v == app.VerdictRefuse && (kind == KindVillage || kind == KindEscalation && s.To.Class.Upward()):
			raised = append(raised, i+1)
		case v == app.VerdictRefuse:
			refused = append(refused, i+1)
		case v == app.VerdictDo, v == app.VerdictCooperate:
			kept = append(kept, i+1)
		}
	}
	total := len(s.Check.Demands)
	var parts []string
	say := func(ns []int, words string) {
		if len(ns) > 0 {
			parts = append(parts, items(ns, total)+words)
		}
	}
	say(refused, w.words.Text["not_borne"])
	say(kept, w.words.Text["borne"])
	switch kind {
	case KindVillage:
		say(raised, w.words.Text["raised_village"])
	case KindEscalation:
		say(raised, w.words.Text["raised"])
	default:
		say(raised, w.words.Text["escalated"])
	}
	text := strings.Join(parts, "，") + "。"
	if total > 1 {
		text = "来文" + text
	}
	return text + fill(w.words.Text["handled_by"], map[string]string{"经办": s.clerk()})
}

// asBefore names the office's earlier decisions that the present ones follow: a hint for the reader, no ground. Where the
// office decided otherwise now, nothing is said.
func (w *Writer) asBefore(s Subject) []Para {
	var out []Para
	for i, d := range s.Check.Demands {
		if d.Precedent == nil || !d.Precedent.Changed || s.verdict(i) != d.Verdict || s.verdict(i) == app.VerdictInfo {
			continue
		}
		out = append(out, plain(fill(w.words.Text["as_before"], map[string]string{"事项": items([]int{i + 1}, len(s.Check.Demands)),
			"本方": s.Office.Self(), "日期": d.Precedent.Day.Chinese(), "编号": d.Precedent.Number}))...)
	}
	return out
}

// proof names the digests and versions of the record.
func (w *Writer) proof(s Subject) Proof {
	lines := fill(w.words.Text["proof_lines"], map[string]string{
		"规则": s.Rules, "软件": s.Software, "版式": w.words.Version, "台账": s.Ledger,
	})
	p := Proof{Notice: NoticeDigest(s.Text), Lines: []string{strings.TrimSpace(lines), w.words.Text["proof_tells"]}}
	if s.List.Title != "" {
		p.List = s.Digest
	}
	return p
}

// NoticeDigest is the SHA-256 of the notice as given (UTF-8), hexadecimal.
func NoticeDigest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
