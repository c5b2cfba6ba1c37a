package file

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// ofdRun is a string of characters on one line: x and y of its first character in mm, y downwards to the base line,
// end the right edge of its last character, size the height of a character.
type ofdRun struct {
	x, y, end, size float64
	text            string
}

// ofdPage is what stands on a page.
type ofdPage struct {
	number int
	runs   []ofdRun
	notes  []ofdRun // annotations laid over the page
}

// ofdText is the text object that is being read.
type ofdText struct {
	x, y         float64 // corner of its boundary
	size         float64
	hscale       float64
	ctm          [6]float64
	lastX, lastY float64 // of the text code before: an absent X or Y repeats it
	glyphs       int     // characters that its glyph lists stand for
	characters   int
	insideCode   bool
	code         strings.Builder
	deltaX       string
	deltaY       string
}

// runs reads the text objects of a page, template or annotation part; templates takes the IDs of the templates used.
func (r *ofdReader) runs(p string, out *[]ofdRun, templates *[]string) error {
	d, c, err := r.decoder(p)
	if err != nil {
		return err
	}
	defer c.Close()
	w := ofdWalk{r: r, out: out, templates: templates}
	for depth := 0; ; {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return r.fault(p, err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			r.pieces++
			if depth++; depth > maxDepth || r.pieces > maxPieces {
				return tooLarge(r.a.name, "内容太多或嵌套太深")
			}
			w.start(t)
		case xml.CharData:
			if w.cur != nil && w.cur.insideCode {
				w.cur.code.Write(t)
			}
		case xml.EndElement:
			depth--
			w.end(t.Name.Local)
		}
	}
}

// ofdWalk is the state of a walk through one part.
type ofdWalk struct {
	r          *ofdReader
	out        *[]ofdRun
	templates  *[]string
	cur        *ofdText
	offX, offY float64 // of an annotation's appearance
}

func (w *ofdWalk) start(t xml.StartElement) {
	switch t.Name.Local {
	case "Template":
		if w.templates != nil {
			*w.templates = append(*w.templates, attribute(t, "TemplateID"))
		}
	case "Appearance":
		box := floats(attribute(t, "Boundary"))
		w.offX, w.offY = at(box, 0), at(box, 1)
	case "ImageObject":
		w.r.pictures++
	case "TextObject":
		w.cur = newOFDText(t, w.offX, w.offY)
	case "CGTransform":
		if w.cur != nil {
			w.cur.glyphs += max(number(attribute(t, "CodeCount")), 1)
		}
	case "TextCode":
		if w.cur != nil {
			w.cur.begin(t)
		}
	}
}

func (w *ofdWalk) end(name string) {
	switch name {
	case "TextCode":
		if w.cur != nil && w.cur.insideCode {
			*w.out = append(*w.out, w.cur.finish()...)
		}
	case "TextObject":
		if w.cur != nil && w.cur.glyphs > w.cur.characters {
			w.r.missing = true
		}
		w.cur = nil
	case "Appearance":
		w.offX, w.offY = 0, 0
	}
}

func newOFDText(t xml.StartElement, offX, offY float64) *ofdText {
	box := floats(attribute(t, "Boundary"))
	o := &ofdText{x: at(box, 0) + offX, y: at(box, 1) + offY, size: 3.5, ctm: [6]float64{1, 0, 0, 1, 0, 0}, hscale: 1}
	if v, err := strconv.ParseFloat(attribute(t, "Size"), 64); err == nil && v > 0 {
		o.size = v
	}
	if v, err := strconv.ParseFloat(attribute(t, "HScale"), 64); err == nil && v > 0 {
		o.hscale = v
	}
	if m := floats(attribute(t, "CTM")); len(m) == 6 {
		copy(o.ctm[:], m)
	}
	return o
}

func (o *ofdText) begin(t xml.StartElement) {
	o.insideCode = true
	o.code.Reset()
	if v, err := strconv.ParseFloat(attribute(t, "X"), 64); err == nil {
		o.lastX = v
	}
	if v, err := strconv.ParseFloat(attribute(t, "Y"), 64); err == nil {
		o.lastY = v
	}
	o.deltaX, o.deltaY = attribute(t, "DeltaX"), attribute(t, "DeltaY")
}

// finish places the characters of a TextCode and gives them as runs, one for each line they stand on.
func (o *ofdText) finish() []ofdRun {
	o.insideCode = false
	text := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, o.code.String()))
	o.characters += len(text)
	if len(text) == 0 {
		return nil
	}
	dx, dy := deltas(o.deltaX, len(text)), deltas(o.deltaY, len(text))
	height := o.size * abs(o.ctm[3])
	if height == 0 {
		height = o.size
	}
	var runs []ofdRun
	x, y := o.lastX, o.lastY
	for i, c := range text {
		px := o.x + o.ctm[0]*x + o.ctm[2]*y + o.ctm[4]
		py := o.y + o.ctm[1]*x + o.ctm[3]*y + o.ctm[5]
		wide := o.size * o.hscale * abs(o.ctm[0])
		if c < 0x2E80 && !(c >= 0x2010 && c <= 0x206F) {
			wide /= 2
		}
		if n := len(runs); n > 0 && abs(runs[n-1].y-py) <= 1 {
			runs[n-1].text += string(c)
			runs[n-1].end = px + wide
		} else {
			runs = append(runs, ofdRun{x: px, y: py, end: px + wide, size: height, text: string(c)})
		}
		if i < len(dx) {
			x += dx[i]
		} else if len(dx) == 0 && len(dy) == 0 {
			x += wide
		}
		if i < len(dy) {
			y += dy[i]
		}
	}
	return runs
}

// deltas reads the distances between characters; “g n v” stands for n times v. No more than limit are given.
func deltas(s string, limit int) []float64 {
	f := strings.Fields(s)
	var out []float64
	for i := 0; i < len(f) && len(out) < limit; i++ {
		if f[i] == "g" && i+2 < len(f) {
			n, v := number(f[i+1]), parseFloat(f[i+2])
			for ; n > 0 && len(out) < limit; n-- {
				out = append(out, v)
			}
			i += 2
			continue
		}
		out = append(out, parseFloat(f[i]))
	}
	return out
}

func floats(s string) []float64 {
	var out []float64
	for _, f := range strings.Fields(s) {
		out = append(out, parseFloat(f))
	}
	return out
}

func parseFloat(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v != v || v > 1e6 || v < -1e6 {
		return 0
	}
	return v
}

func at(v []float64, i int) float64 {
	if i < len(v) {
		return v[i]
	}
	return 0
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}
