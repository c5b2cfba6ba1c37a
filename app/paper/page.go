package paper

import (
	"fmt"
	"math"
	"strings"
	"unicode"
)

// A4 in millimetres, and the text area of GB/T 9704-2012.
const (
	PageWidth  = 210.0
	PageHeight = 297.0
	AreaLeft   = 28.0
	AreaWidth  = 156.0
	// AcrossMargin is the margin on all sides of a page that lies across (P7).
	AcrossMargin = 20.0
)

// Page is a page ready to be drawn (页面模型): black items at places, in millimetres from the upper left corner, in
// drawing and reading order.
type Page struct {
	Width, Height float64
	Items         []Item
	// Seal is where the office's seal goes; it is shown in the window only and never drawn on paper. Nil: no seal here.
	Seal *Circle
	// Begins is the title of the document that begins on this page, for the bookmarks of the file (书签); else empty.
	Begins string
}

// Circle is a circle in millimetres.
type Circle struct{ X, Y, D float64 }

// ItemKind tells what an Item draws.
type ItemKind int

const (
	ItemText ItemKind = iota // Text at X, baseline Y
	ItemLine                 // from X, Y to X2, Y2, Stroke wide
	ItemRect                 // outline X, Y, W, H, Stroke wide
	ItemFill                 // filled rectangle X, Y, W, H
)

// Item is one thing on a page. Which fields count is told by Kind.
type Item struct {
	Kind   ItemKind
	X, Y   float64 // mm; for text the start of the baseline
	X2, Y2 float64 // mm, lines only
	W, H   float64 // mm; for text W is the width that the layout measured
	Stroke float64 // points
	Face   Face
	Size   float64 // points
	Text   string  // every character is one that the face can draw
	// Proof marks the items that depend on the attachment's digest: they are left out of the digest of the page.
	Proof bool
}

// Replaced is a character that none of the faces has (缺字). The page shows it in another shape, its text stays what it is.
type Replaced struct {
	Rune  rune
	Font  string // the typeface of this PC that lent the shape; empty: a frame with the character's number
	Count int
}

// Invisible tells the characters that have no shape of their own: joiners, variation selectors, marks of direction.
func Invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// ReplacedNote tells the user which characters the page shows in another shape; empty where there are none.
func ReplacedNote(list []Replaced) string {
	var lent, framed []string
	fonts := ""
	for _, r := range list {
		if r.Font == "" {
			framed = append(framed, fmt.Sprintf("U+%04X", r.Rune))
			continue
		}
		lent = append(lent, string(r.Rune))
		if !strings.Contains(fonts, r.Font) {
			fonts += "、" + r.Font
		}
	}
	var out []string
	if len(lent) > 0 {
		out = append(out, some(lent)+"用本机字体"+strings.TrimPrefix(fonts, "、")+"印出")
	}
	if len(framed) > 0 {
		out = append(out, some(framed)+"本机没有字形，印作带编码的方框，文字仍是原字")
	}
	return strings.Join(out, "；")
}

// maxNamed is how many characters a note names.
const maxNamed = 6

func some(list []string) string {
	if len(list) > maxNamed {
		return strings.Join(list[:maxNamed], " ") + fmt.Sprintf(" 等%d字", len(list))
	}
	return strings.Join(list, " ") + " "
}

// sameLine is how far baselines of one line may differ, in millimetres.
const sameLine = 0.3

// Text is what a page says in reading order, a line for each line of the page; cells of one line are parted by blanks. It is
// for the clipboard, not for proof.
func (p Page) Text() string {
	var out strings.Builder
	var last *Item
	for i := range p.Items {
		it := &p.Items[i]
		if it.Kind != ItemText {
			continue
		}
		switch {
		case last == nil:
		case math.Abs(it.Y-last.Y) > sameLine || it.X < last.X:
			out.WriteByte('\n')
		case it.X > last.X+last.W+it.Size*25.4/72: // further away than a character is wide
			out.WriteString("  ")
		}
		out.WriteString(it.Text)
		last = it
	}
	return out.String()
}
