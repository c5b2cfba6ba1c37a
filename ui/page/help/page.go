// Package help is the page 帮助: what each verdict means, and the keys.
package help

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/ui/kit"
	"yidanqing/ui/theme"
)

// Texts are what the page says.
type Texts struct {
	Verdicts []struct {
		Verdict app.Verdict `json:"verdict"`
		Words   string      `json:"words"`
	} `json:"verdicts"`
	Severities []struct {
		Severity app.Severity `json:"severity"`
		Words    string       `json:"words"`
	} `json:"severities"`
	Groups []group  `json:"groups"`
	Notes  []string `json:"notes"`
	// OfficeNotes are for a township or subdistrict only: a village has no such pages.
	OfficeNotes []string `json:"office_notes"`
}

type group struct {
	Title string `json:"title"`
	Keys  []struct {
		Keys   []string `json:"keys"`
		Words  string   `json:"words"`
		Office bool     `json:"office"` // for a township or subdistrict only
	} `json:"keys"`
}

// Page is the page 帮助.
type Page struct {
	frame  *kit.Frame
	texts  Texts
	holder *kit.Holder
	class  kit.Class
	pages  func() []string
	back   func()
	close  *kit.Button
}

// Read reads the texts; an error says that they cannot be read.
func Read(source []byte) (Texts, error) {
	var t Texts
	if err := json.Unmarshal(source, &t); err != nil {
		return Texts{}, fmt.Errorf("help texts: %w", err)
	}
	return t, nil
}

// New makes the page; pages names those that Ctrl and a number open, back leaves it.
func New(frame *kit.Frame, t Texts, pages func() []string, back func()) *Page {
	p := &Page{frame: frame, texts: t, holder: kit.NewHolder(nil), pages: pages, back: back}
	p.build()
	return p
}

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.holder }

// SetClass fits the page to the room.
func (p *Page) SetClass(c kit.Class) {
	if p.class != c {
		p.class = c
		p.build()
	}
}

// Shown is called when the page comes to the front.
func (p *Page) Shown() {
	p.build() // the office may be another one now
	p.close.Focus()
}

// Back leaves the page (Esc).
func (p *Page) Back() bool { p.back(); return true }

func (p *Page) build() {
	p.close = kit.NewButton(kit.ButtonSpec{Text: "返回", Key: "Esc", Size: kit.Small, OnPress: p.back})
	var marks []fyne.CanvasObject
	office := p.frame.Office()
	for _, v := range p.texts.Verdicts {
		if office.Grassroots() && v.Verdict == app.VerdictEscalate {
			continue // a village has one word for both
		}
		t := kit.VerdictTone(v.Verdict, office.Grassroots())
		marks = append(marks, meaning(t, kit.VerdictWord(v.Verdict, office), v.Words))
	}
	var severities []fyne.CanvasObject
	for _, s := range p.texts.Severities {
		severities = append(severities, meaning(kit.SeverityTone(s.Severity), s.Severity.Title(), s.Words))
	}
	var columns []fyne.CanvasObject
	for _, g := range p.texts.Groups {
		columns = append(columns, p.keyColumn(g))
	}
	notes := []kit.Slot{}
	texts := p.texts.Notes
	if !office.Grassroots() {
		texts = append(slices.Clone(texts), p.texts.OfficeNotes...)
	}
	for i, n := range texts {
		role := theme.Second
		if i == 0 {
			role = theme.SecondBold
		}
		notes = append(notes, kit.Fit(kit.NewPara(n, role, theme.ColorText2)))
	}
	body := kit.Column(12,
		kit.Fit(kit.Card(kit.Pad(16, 12, kit.NewGrid(210, 16, 10, marks...)))),
		kit.Fit(kit.Card(kit.Pad(16, 12, kit.NewGrid(210, 16, 10, severities...)))),
		kit.Fit(kit.Card(kit.Pad(16, 12, kit.NewGrid(330, 24, 16, columns...)))),
		kit.Fit(kit.Pad(4, 0, kit.Column(4, notes...))))
	head := kit.NewPageHead("帮助与快捷键", "每种意见的意思，和不用鼠标的做法", p.close)
	p.holder.Put(kit.Column(0, kit.Fit(head), kit.Grow(kit.NewScroll(kit.Pad(16, 12, body)))))
}

func meaning(t kit.Tone, word, words string) fyne.CanvasObject {
	return kit.Row(10, kit.Fit(kit.NewIcon(t.Icon, 28, t.Main)), kit.Grow(kit.Column(0,
		kit.Fit(kit.NewElastic(word, theme.BodyBold, theme.ColorText)), kit.Fit(kit.NewPara(words, theme.Second, theme.ColorText2)))))
}

// keyColumn writes a group of keys; {n} and {pages} stand for the pages that this office has.
func (p *Page) keyColumn(g group) fyne.CanvasObject {
	pages := p.pages()
	fill := strings.NewReplacer("{n}", strconv.Itoa(len(pages)), "{pages}", strings.Join(pages, "、"))
	rows := []kit.Slot{kit.Fit(kit.NewLabel(g.Title, theme.Heading, theme.ColorText))}
	for _, k := range g.Keys {
		if k.Office && p.frame.Office().Grassroots() {
			continue
		}
		var caps []kit.Slot
		for _, name := range k.Keys {
			caps = append(caps, kit.Fit(kit.NewKeycap(fill.Replace(name), theme.ColorText)))
		}
		rows = append(rows, kit.Fit(kit.PadEach(2, 0, 2, 0, kit.Row(8, kit.Wide(116, kit.High(theme.Body.Line, kit.Row(4, append(caps, kit.Space())...))).AtStart(),
			kit.Grow(kit.NewPara(fill.Replace(k.Words), theme.Body, theme.ColorText))))))
	}
	return kit.Column(5, rows...)
}
