package paper

import (
	"strings"
)

// formStyle holds the type of a form: text, inner tables, labels, notes, and the paddings of its cells.
type formStyle struct {
	text, inner, label, note   Style
	padX, padY, innerX, innerY float64
}

// Type of P1 and P3, as DESIGN-UI section 9 names it: points and millimetres.
var (
	feedbackStyle = formStyle{
		text: Style{FaceBody, 11.5, 16}, inner: Style{FaceBody, 10.5, 14.5}, label: Style{FaceHei, 12, 16},
		note: Style{FaceBody, 9, 12.5}, padX: 1.6, padY: 0.9, innerX: 1.4, innerY: 0.6,
	}
	escalationStyle = formStyle{
		text: Style{FaceBody, 12, 17}, inner: Style{FaceBody, 12, 17}, label: Style{FaceHei, 12, 17},
		note: Style{FaceBody, 9, 12.5}, padX: 1.8, padY: 1.1, innerX: 1.8, innerY: 1.1,
	}
)

func plain(text string) []Para { return []Para{{Spans: []Span{{Text: text}}}} }

// paras makes one paragraph of each line of text.
func paras(text string) []Para {
	var out []Para
	for _, line := range strings.Split(text, "\n") {
		out = append(out, Para{Spans: []Span{{Text: line}}})
	}
	return out
}

func (f formStyle) cell(col, span int, text string) Cell {
	return Cell{Col: col, Span: span, Paras: paras(text), Style: f.text, PadX: f.padX, PadY: f.padY}
}

func (f formStyle) labelCell(col, span int, text string) Cell {
	return Cell{Col: col, Span: span, Paras: paras(text), Style: f.label, Align: Center, PadX: 0.8, PadY: max(f.padY, 1), Label: true}
}

func (f formStyle) innerCell(col, span int, text string) Cell {
	return Cell{Col: col, Span: span, Paras: paras(text), Style: f.inner, PadX: f.innerX, PadY: f.innerY}
}

func (f formStyle) headCell(col, span int, text string) Cell {
	c := f.innerCell(col, span, text)
	c.Style.Face = FaceHei
	return c
}

func (f formStyle) centered(c Cell) Cell {
	c.Align = Center
	return c
}

// labelled is a section with one label and one cell over the rest of the width.
func (f formStyle) labelled(label string, col, span int, text string) Section {
	return Section{Label: label, LabelCol: col, Style: f.label, Rows: []Row{{Cells: []Cell{f.cell(col, span, text)}}}}
}

// pair is a fact of a form: label and value. A fact without value is left out.
type pair struct{ label, value string }

// pairRows lays facts out, two in a row where both are short kinds of facts (given together), one over the whole width
// where its partner is missing. label columns are at 0 and at right.
func (f formStyle) pairRow(a, b pair, left, leftSpan, right, rightSpan, last, lastSpan int) []Row {
	switch {
	case a.value == "" && b.value == "":
		return nil
	case b.value == "":
		return []Row{{Cells: []Cell{f.labelCell(0, left, a.label), f.cell(left, last+lastSpan-left, a.value)}}}
	case a.value == "":
		return f.pairRow(b, pair{}, left, leftSpan, right, rightSpan, last, lastSpan)
	}
	return []Row{{Cells: []Cell{
		f.labelCell(0, left, a.label), f.cell(left, leftSpan, a.value),
		f.labelCell(right, rightSpan, b.label), f.cell(last, lastSpan, b.value),
	}}}
}

// base fills what all documents have in common.
func (w *Writer) base(kind Kind, s Subject) Content {
	c := Content{Kind: kind, Title: kind.Title(), Author: s.Office.Name, Number: s.Number, Date: s.Date.String(), HeadRight: s.Date.Chinese()}
	if s.Draft() {
		c.Marks = append(c.Marks, w.words.Text["draft"])
		c.HeadLeft = "编号：　　　　　　（出文时编号）"
		c.HeadRight = "　　　　年　　月　　日"
		c.Date = s.CheckedOn.String()
	} else {
		c.HeadLeft = "编号：" + s.Number
	}
	if s.List.Sample {
		c.Marks = append(c.Marks, w.words.Text["sample"])
	}
	return c
}

// dateLine is the date over which the seal stands.
func (s Subject) dateLine() string {
	if s.Draft() || s.Date.IsZero() {
		return "年　　月　　日"
	}
	return s.Date.Chinese()
}

// listLine names the list as forms print it: 《…清单（2026年版）》（清办发〔2026〕9号，2026年3月1日起施行）.
func (w *Writer) listLine(s Subject) string {
	if s.List.Title == "" {
		return ""
	}
	from := s.List.From
	if from.IsZero() {
		from = s.List.Date
	}
	var about []string
	if s.List.DocNo != "" {
		about = append(about, s.List.DocNo)
	}
	if !s.List.From.IsZero() {
		about = append(about, fill(w.words.Text["list_from"], map[string]string{"日期": from.Chinese()}))
	} else if !s.List.Date.IsZero() {
		about = append(about, s.List.Date.Chinese()+"公布")
	}
	return fill(w.words.Text["list"], map[string]string{"清单": strings.Trim(s.List.Title, "《》"), "出处": strings.Join(about, "，")})
}

// received is the day received as printed, or empty where it is not sure.
func (s Subject) received() string {
	if !s.Sure {
		return ""
	}
	return s.Received.Chinese()
}

// subjectLine is the title of the notice, or its first words where it has none.
func (s Subject) subjectLine() pair {
	if s.Fields.Title != "" {
		return pair{"来文标题", oneLine(s.Fields.Title)}
	}
	for _, d := range s.Check.Demands {
		return pair{"来文内容", quoted(s.demandWords(d, quoteMax))}
	}
	return pair{}
}

// contact is the name of the clerk, and on the next line the telephone.
func (s Subject) contact() (label, value string) {
	label, value = "经　办", s.clerk()
	if p := s.phone(); p != "" {
		label, value = label+"\n联系电话", value+"\n"+p
	}
	return label, value
}

// copies is the note on the two copies at the foot.
func (w *Writer) copies(to, own string) string {
	return fill(w.words.Text["copies"], map[string]string{"对方": to, "本方": own})
}

// shorten writes the bases of a document with the short names of often named documents, and collects the notes that
// explain those used.
func (w *Writer) shorten(basis string, used *[]string) string {
	for _, a := range w.words.Short {
		if !strings.Contains(basis, a.Full) {
			continue
		}
		basis = strings.ReplaceAll(basis, a.Full, a.Short)
		known := false
		for _, n := range *used {
			known = known || n == a.Note
		}
		if !known {
			*used = append(*used, a.Note)
		}
	}
	return basis
}

// several tells whether demands are numbered.
func several(s Subject) bool { return len(s.Check.Demands) > 1 }
