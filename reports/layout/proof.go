package layout

import (
	"strings"

	"yidanqing/app/paper"
)

// Sizes of the box of proof in millimetres.
const (
	qrSide    = 30.0
	proofGap  = 5.0
	proofPadX = 4.0
	proofPadY = 2.5
)

// proofStyle is the type of the box: 小5号.
var proofStyle = paper.Style{Face: paper.FaceBody, Size: 9, Lead: 13.5}

// digestPitch is the distance between the groups of eight digits of the digest, in mm.
const digestPitch = 16.0

// digestBlank stands for the digest of the attachment until it is known.
const digestBlank = "00000000"

// proofBox is the box of proof, its lines broken.
type proofBox struct {
	head, rest   block
	text, height float64
}

func (f *flow) setProof(b paper.Proof) proofBox {
	width := f.area.wide - 2*proofPadX - qrSide - proofGap
	hei := func(label, text string) paper.Para {
		return paper.Para{Spans: []paper.Span{{Text: label, Face: paper.FaceHei}, {Text: text}}}
	}
	ps := []paper.Para{hei("来文摘要", " "+clip(b.Notice))}
	if b.List != "" {
		ps = append(ps, hei("清单摘要", " "+clip(b.List)))
	}
	for _, l := range b.Lines {
		ps = append(ps, paper.Para{Spans: []paper.Span{{Text: l}}})
	}
	box := proofBox{
		head: f.set.setBlock([]paper.Para{hei("附件摘要（SHA-256）", "")}, proofStyle, paper.Left, width),
		rest: f.set.setBlock(ps, proofStyle, paper.Left, width),
	}
	box.text = box.head.height() + 2*pt(proofStyle.Lead) + box.rest.height()
	pad := proofPadY
	if f.slack {
		pad = proofPadY / 2.5
	}
	box.height = max(box.text, qrSide) + 2*pad
	return box
}

// proof places the box of proof: the QR code's place, the digest's place, digests and versions. It stands on one page.
func (f *flow) proof(b paper.Proof) {
	box := f.setProof(b)
	f.need(box.height)
	p := f.page()
	x := f.area.left + proofPadX + qrSide + proofGap
	y := f.y + (box.height-box.text)/2
	box.head.draw(p, x, y)
	y += box.head.height()
	lead := pt(proofStyle.Lead)
	for i := range 8 {
		base := y + float64(i/4)*lead + (lead-pt(proofStyle.Size))/2 + baseline*pt(proofStyle.Size)
		p.Items = append(p.Items, paper.Item{
			Kind: paper.ItemText, X: x + float64(i%4)*digestPitch, Y: base, W: digestPitch - 2, Face: paper.FaceBody,
			Size: proofStyle.Size, Text: digestBlank, Proof: true,
		})
	}
	box.rest.draw(p, x, y+2*lead)
	p.Items = append(p.Items,
		paper.Item{Kind: paper.ItemRect, X: f.area.left, Y: f.y, W: f.area.wide, H: box.height, Stroke: strokeFrame},
		// the place of the QR code: its modules take it when the digest is known
		paper.Item{Kind: paper.ItemFill, X: f.area.left + proofPadX, Y: f.y + (box.height-qrSide)/2, W: qrSide, H: qrSide, Proof: true},
	)
	f.y += box.height
	f.fresh = false
}

// clip shortens a digest to half, as the box has room for.
func clip(digest string) string {
	if len(digest) > 32 {
		return digest[:32] + "…"
	}
	return digest
}

// Seal fills in the digest of the attachment (64 hexadecimal digits) and its QR code on pages that have a box of proof.
// modules are the rows of the code, dark is true.
func Seal(pages []paper.Page, digest string, modules [][]bool) {
	for i := range pages {
		items := make([]paper.Item, 0, len(pages[i].Items))
		group := 0
		for _, it := range pages[i].Items {
			switch {
			case it.Proof && it.Kind == paper.ItemText && it.Text == digestBlank && len(digest) == 64:
				it.Text = digest[8*group : 8*group+8]
				group++
				items = append(items, it)
			case it.Proof && it.Kind == paper.ItemFill:
				items = append(items, code(it, modules)...)
			default:
				items = append(items, it)
			}
		}
		pages[i].Items = items
		snap(&pages[i])
	}
}

// code draws the modules of a QR code in a square, neighbours in a row as one rectangle.
func code(place paper.Item, modules [][]bool) []paper.Item {
	var out []paper.Item
	if len(modules) == 0 {
		return nil
	}
	m := place.W / float64(len(modules))
	for r, row := range modules {
		for c := 0; c < len(row); {
			n := c
			for n < len(row) && row[n] {
				n++
			}
			if n == c {
				c++
				continue
			}
			out = append(out, paper.Item{
				Kind: paper.ItemFill, X: place.X + float64(c)*m, Y: place.Y + float64(r)*m, W: float64(n-c) * m, H: m, Proof: true,
			})
			c = n
		}
	}
	return out
}

// PageText is the text of a page in reading order, one drawn piece a line, without the digest of the attachment.
func PageText(p paper.Page) string {
	var b strings.Builder
	for _, it := range p.Items {
		if it.Kind == paper.ItemText && !it.Proof {
			b.WriteString(it.Text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// Squash drops the blanks of a text, which the end of a line may swallow.
func Squash(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\u3000', '\u00a0', '\n', '\r':
			return -1
		}
		return r
	}, s)
}
