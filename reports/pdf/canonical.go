// Package pdf paints pages into PDF files and checks files that this program has issued. The painter uses three
// operations only, texts, lines and rectangles, so that a page can be read back from its file without loss.
package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"strings"

	"yidanqing/app/paper"
	"yidanqing/reports/layout"
)

// op is one thing drawn on a page, in hundredths of a point from the lower left corner: the unit in which places on a
// page are compared.
type op struct {
	kind       byte // T text, L line, R outline, F filled rectangle
	a, b, c, d int
	width      int // stroke; size of a text
	face       paper.Face
	text       string
	proof      bool
}

func hundredths(mm float64) int { return int(math.Round(mm * 72 / 25.4 * 100)) }

// ops is a page as the painter draws it.
func ops(p paper.Page) []op {
	out := make([]op, 0, len(p.Items))
	pageHeight := hundredths(p.Height)
	for _, it := range p.Items {
		o := op{a: hundredths(it.X), b: pageHeight - hundredths(it.Y), proof: it.Proof}
		switch it.Kind {
		case paper.ItemText:
			o.kind, o.face, o.text, o.width = 'T', it.Face, it.Text, int(math.Round(it.Size*100))
		case paper.ItemLine:
			o.kind, o.c, o.d, o.width = 'L', hundredths(it.X2), pageHeight-hundredths(it.Y2), int(math.Round(it.Stroke*100))
		case paper.ItemRect:
			o.kind, o.c, o.d, o.width = 'R', hundredths(it.W), hundredths(it.H), int(math.Round(it.Stroke*100))
		case paper.ItemFill:
			o.kind, o.c, o.d = 'F', hundredths(it.W), hundredths(it.H)
		}
		out = append(out, o)
	}
	return out
}

// digest is the SHA-256 of what is drawn, without the part that shows the digest of the attachment.
func digest(list []op) string {
	h := sha256.New()
	for _, o := range list {
		if o.proof {
			continue
		}
		fmt.Fprintf(h, "%c %d %d %d %d %d %s %s\n", o.kind, o.a, o.b, o.c, o.d, o.width, o.face, o.text)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// PageDigest is the digest of a page as Record.Pages holds it.
func PageDigest(p paper.Page) string { return digest(ops(p)) }

// text joins the texts of a page, without blanks: lines may break anywhere.
func text(list []op) string {
	var b strings.Builder
	for _, o := range list {
		if o.kind == 'T' && !o.proof {
			b.WriteString(layout.Squash(o.text))
		}
	}
	return b.String()
}
