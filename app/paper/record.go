package paper

import (
	"strconv"
	"strings"

	"yidanqing/app"
)

// RecordSchema names the form of the attachment record.json.
const RecordSchema = "yidanqing.paper/1"

// RecordName is the name of the attachment in the file.
const RecordName = "record.json"

// Facts are the particulars of a record that its attachment names beside the printed words.
type Facts struct {
	Ledger string `json:"ledger,omitempty"`       // 2026年第642号
	Notice string `json:"notice,omitempty"`       // SHA-256 of the notice; empty for a list of many
	Length int    `json:"notice_runes,omitempty"` // its length in characters
	// Text is the whole notice, only where the evidence page quotes it shortened (来文全文).
	Text     string `json:"notice_text,omitempty"`
	List     string `json:"list,omitempty"` // SHA-256 of the list compared with
	Rules    string `json:"rules,omitempty"`
	Software string `json:"software,omitempty"`
	Layout   string `json:"layout"` // 版式: version of wording and layout
	Draft    bool   `json:"draft,omitempty"`
}

// Facts takes the particulars from a subject.
func (w *Writer) Facts(s Subject) Facts {
	f := Facts{
		Layout: w.Edition(s.Wording), Ledger: s.Ledger, Notice: NoticeDigest(s.Text), Length: len([]rune(s.Text)), Rules: s.Rules, Software: s.Software, Draft: s.Draft(),
	}
	if s.List.Title != "" {
		f.List = s.Digest
	}
	return f
}

// FactsOf takes the particulars that a kind of document may name: a case names neither notice nor list.
func (w *Writer) FactsOf(kind Kind, s Subject) Facts {
	if kind == KindCase {
		return Facts{Layout: w.words.Version, Rules: s.Rules, Software: s.Software, Draft: s.Draft()}
	}
	f := w.Facts(s)
	if kind == KindEscalation && len(s.Others) > 0 { // the evidence pages name their notices
		for _, o := range s.Others {
			f.Ledger += "、" + o.Ledger
		}
		f.Notice, f.Length = "", 0
	}
	return f
}

// Record is the attachment of a document: exactly what is printed, and digests (附件).
type Record struct {
	Schema string        `json:"schema"`
	Facts  Facts         `json:"facts"`
	Papers []RecordPaper `json:"papers"`
	// Pages are the SHA-256 of each page's drawn content, without the part that shows the digest of this attachment.
	Pages    []string   `json:"pages"`
	Replaced []Stand    `json:"replaced,omitempty"`
	Fonts    []FontUsed `json:"fonts"`
}

// FontUsed names the typeface that served a part of the page.
type FontUsed struct {
	Face Face   `json:"face"`
	Name string `json:"name"`
}

// Stand is a character that the page shows in another shape: of the typeface named, else as a frame with its number.
type Stand struct {
	Rune string `json:"rune"`
	Font string `json:"font,omitempty"`
}

// RecordPaper is one document of the file.
type RecordPaper struct {
	Kind   Kind     `json:"kind"`
	Title  string   `json:"title"`
	Number string   `json:"number,omitempty"`
	Date   app.Date `json:"date,omitzero"`
	Facts  []Fact   `json:"facts"`
	// Notice is the SHA-256 of the notice that an evidence page is about, Text the whole notice where the page quotes it
	// shortened: set where the file is about several notices.
	Notice string `json:"notice,omitempty"`
	Text   string `json:"notice_text,omitempty"`
}

// Bookmark is how the bookmarks of the file name the document: its title and number.
func (p RecordPaper) Bookmark() string { return strings.TrimSpace(p.Title + " " + p.Number) }

// Fact is one printed piece: a paragraph, a cell, a heading, with the label it stands under.
type Fact struct {
	Label string `json:"label,omitempty"`
	Text  string `json:"text"`
	Torn  bool   `json:"torn,omitempty"` // it runs over the end of a page
	// Ticked tells that the box before the text is ticked.
	Ticked bool `json:"ticked,omitempty"`
}

// Record lists what the document prints, in its order.
func (c Content) Record() RecordPaper {
	p := RecordPaper{Kind: c.Kind, Title: c.Title, Number: c.Number}
	if d, err := app.ParseDate(c.Date); err == nil && c.Number != "" { // a draft has no date yet
		p.Date = d
	}
	tick := func(label, text string, ticked bool) {
		if strings.TrimSpace(text) != "" {
			p.Facts = append(p.Facts, Fact{Label: label, Text: text, Ticked: ticked})
		}
	}
	add := func(label, text string) { tick(label, text, false) }
	for _, m := range c.Marks {
		add("标注", m)
	}
	add("期间", c.Subtitle)
	add("编号", c.HeadLeft)
	add("范围", c.HeadMiddle)
	add("日期", c.HeadRight)
	if l := c.Letter; l != nil {
		add("发文机关", l.Issuer)
		add("发文字号", l.Number)
		if l.Report {
			add("", SignerLabel)
		}
		add("标题", strings.Join(l.Title, ""))
		add("主送机关", l.To)
		addParas(add, "正文", l.Body)
		add("", l.Enclosure)
		add("成文日期", l.Date)
		add("附注", l.Note)
		add("抄送机关", l.Imprint.line())
		add("印发机关", l.Imprint.Printer)
		add("印发日期", l.Imprint.Printed)
	}
	for _, b := range c.Blocks {
		switch b := b.(type) {
		case Heading:
			add("", b.Text)
		case Text:
			addParas(add, "", b.Paras)
		case Frame:
			addParas(add, "来文原句", b.Paras)
		case Table:
			addTable(tick, b)
		case Chart:
			for _, bar := range b.Bars {
				add("各月", bar.Label+" "+strconv.Itoa(bar.Total))
			}
			add("", b.Note)
		case Closing:
			add("", b.Head.Text)
			addParas(add, "", b.Paras)
			addParas(add, "", b.Signs)
			add("", b.Name)
			add("日期", b.Date)
		case Proof: // the digests stand in Facts
			for _, l := range b.Lines {
				add("", l)
			}
		}
	}
	return p
}

// NoticeDigest is the digest of the notice that an evidence page is about; empty for other documents.
func (c Content) NoticeDigest() string {
	for _, b := range c.Blocks {
		if p, ok := b.(Proof); ok {
			return p.Notice
		}
	}
	return ""
}

func addParas(add func(label, text string), label string, ps []Para) {
	for _, p := range ps {
		add(label, p.text())
	}
}

func addTable(add func(label, text string, ticked bool), t Table) {
	for _, s := range t.Sections {
		label := strings.ReplaceAll(s.Label, "\n", "")
		for _, rows := range [][]Row{s.Head, s.Rows} {
			for _, r := range rows {
				name := label
				for _, c := range r.Cells {
					if c.Label {
						name = cellText(c)
						continue
					}
					for _, p := range c.Paras {
						add(name, p.text(), p.ticked())
					}
				}
			}
		}
	}
}

// cellText joins the paragraphs of a cell.
func cellText(c Cell) string {
	var b strings.Builder
	for _, p := range c.Paras {
		b.WriteString(p.text())
	}
	return b.String()
}

// ticked tells whether a box of the paragraph is ticked.
func (p Para) ticked() bool {
	for _, s := range p.Spans {
		if s.Tick {
			return true
		}
	}
	return false
}

// text is the paragraph as printed, badges included.
func (p Para) text() string {
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Text)
		b.WriteString(s.Badge)
	}
	return b.String()
}
