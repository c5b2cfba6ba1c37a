package kit

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"yidanqing/app/paper"
)

// PageFonts are the fonts that pages of papers are drawn with. Each is read when a page first uses it. Safe for concurrent use.
type PageFonts struct {
	fonts map[paper.Face]func() (*opentype.Font, error)
	rare  func(r rune) ([]byte, error)

	mu   sync.Mutex
	lent map[rune]*opentype.Font
}

// rareCode is the character by which the font of a rare character draws it.
const rareCode = "\ue000"

// NewPageFonts takes the font files of the faces, single fonts or collections. A face without a file is drawn with the body
// face. rare gives the font file of a character of paper.FaceRare, which draws it by the code U+E000; nil: such characters
// are drawn with the body face.
func NewPageFonts(files map[paper.Face][]byte, rare func(r rune) ([]byte, error)) *PageFonts {
	p := &PageFonts{fonts: map[paper.Face]func() (*opentype.Font, error){}, rare: rare, lent: map[rune]*opentype.Font{}}
	for face, data := range files {
		if len(data) == 0 {
			continue
		}
		p.fonts[face] = sync.OnceValues(func() (*opentype.Font, error) {
			c, err := opentype.ParseCollection(data)
			if err != nil {
				return nil, fmt.Errorf("font of %s: %w", face, err)
			}
			return c.Font(0)
		})
	}
	return p
}

// of gives the font of a face; one that cannot be read is an error, and none is nil.
func (p *PageFonts) of(face paper.Face) (*opentype.Font, error) {
	for _, f := range []paper.Face{face, paper.FaceBody} {
		if read := p.fonts[f]; read != nil {
			return read()
		}
	}
	return nil, nil
}

// lender is the font of a rare character.
func (p *PageFonts) lender(r rune) (*opentype.Font, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if f, ok := p.lent[r]; ok {
		return f, nil
	}
	data, err := p.rare(r)
	if err != nil {
		return nil, fmt.Errorf("font of %U: %w", r, err)
	}
	f, err := opentype.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("font of %U: %w", r, err)
	}
	p.lent[r] = f
	return f, nil
}

// Draw paints a page width pixels wide, black on ground. Letters stand exactly where the layout put them.
func (p *PageFonts) Draw(page paper.Page, width int, ground color.Color) (*image.RGBA, error) {
	k := float64(width) / page.Width // pixels a millimetre
	img := image.NewRGBA(image.Rect(0, 0, width, int(math.Round(page.Height*k))))
	draw.Draw(img, img.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	d := &pageDraw{fonts: p, img: img, k: k, faces: map[faceSize]font.Face{}}
	for _, it := range page.Items {
		if err := d.item(it); err != nil {
			return nil, err
		}
	}
	return img, nil
}

type faceSize struct {
	face paper.Face
	size float64
}

// pageDraw paints one page.
type pageDraw struct {
	fonts *PageFonts
	img   *image.RGBA
	k     float64
	faces map[faceSize]font.Face
}

// pointsPerMM turns points into millimetres.
const pointsPerMM = 72 / 25.4

func (d *pageDraw) item(it paper.Item) error {
	stroke := max(it.Stroke/pointsPerMM*d.k, 0.6)
	switch it.Kind {
	case paper.ItemText:
		return d.text(it)
	case paper.ItemLine:
		x0, x1 := min(it.X, it.X2)*d.k, max(it.X, it.X2)*d.k
		y0, y1 := min(it.Y, it.Y2)*d.k, max(it.Y, it.Y2)*d.k
		if x1-x0 > 1 && y1-y0 > 1 {
			d.slope(it.X*d.k, it.Y*d.k, it.X2*d.k, it.Y2*d.k, stroke)
			return nil
		}
		d.rule(x0, y0, x1, y1, stroke)
	case paper.ItemRect:
		x, y, r, b := it.X*d.k, it.Y*d.k, (it.X+it.W)*d.k, (it.Y+it.H)*d.k
		d.rule(x, y, r, y, stroke)
		d.rule(x, b, r, b, stroke)
		d.rule(x, y, x, b, stroke)
		d.rule(r, y, r, b, stroke)
	case paper.ItemFill:
		d.fill(it.X*d.k, it.Y*d.k, it.W*d.k, it.H*d.k)
	}
	return nil
}

// rule paints a level or upright line on whole pixels, so that thin lines stay black.
func (d *pageDraw) rule(x0, y0, x1, y1, stroke float64) {
	width := max(math.Round(stroke), 1)
	if x1-x0 > y1-y0 {
		d.fill(math.Round(x0-width/2), math.Round(y0-width/2), math.Round(x1-x0+width), width)
		return
	}
	d.fill(math.Round(x0-width/2), math.Round(y0-width/2), width, math.Round(y1-y0+width))
}

// fill paints a black rectangle; edges between pixels are painted by how much of the pixel they cover.
func (d *pageDraw) fill(x, y, w, h float64) {
	for py := int(math.Floor(y)); py < int(math.Ceil(y+h)); py++ {
		cy := min(y+h, float64(py+1)) - max(y, float64(py))
		for px := int(math.Floor(x)); px < int(math.Ceil(x+w)); px++ {
			cx := min(x+w, float64(px+1)) - max(x, float64(px))
			d.darken(px, py, cx*cy)
		}
	}
}

// slope paints a line that is neither level nor upright, such as the tick in a box.
func (d *pageDraw) slope(x0, y0, x1, y1, width float64) {
	length := math.Hypot(x1-x0, y1-y0)
	for t := 0.0; t <= length; t += 0.5 {
		x, y := x0+(x1-x0)*t/length, y0+(y1-y0)*t/length
		d.fill(x-width/2, y-width/2, width, width)
	}
}

func (d *pageDraw) darken(x, y int, cover float64) {
	if cover <= 0 || !(image.Point{X: x, Y: y}.In(d.img.Rect)) {
		return
	}
	i := d.img.PixOffset(x, y)
	keep := 1 - min(cover, 1)
	for c := range 3 {
		d.img.Pix[i+c] = uint8(float64(d.img.Pix[i+c]) * keep)
	}
}

func (d *pageDraw) text(it paper.Item) error {
	at := fixed.Point26_6{X: fixed.Int26_6(it.X * d.k * 64), Y: fixed.Int26_6(it.Y * d.k * 64)}
	if it.Face == paper.FaceRare && d.fonts.rare != nil {
		for _, r := range it.Text {
			source, err := d.fonts.lender(r)
			if err != nil {
				return err
			}
			face, err := d.sized(source, it.Size)
			if err != nil {
				return err
			}
			drawer := font.Drawer{Dst: d.img, Src: image.Black, Face: face, Dot: at}
			drawer.DrawString(rareCode)
			at = drawer.Dot
		}
		return nil
	}
	face, err := d.face(it.Face, it.Size)
	if err != nil || face == nil {
		return err
	}
	drawer := font.Drawer{Dst: d.img, Src: image.Black, Face: face, Dot: at}
	drawer.DrawString(it.Text)
	return nil
}

// face is the face of a size, nil where there is no font.
func (d *pageDraw) face(face paper.Face, size float64) (font.Face, error) {
	key := faceSize{face, size}
	if f, ok := d.faces[key]; ok {
		return f, nil
	}
	source, err := d.fonts.of(face)
	if err != nil || source == nil {
		return nil, err
	}
	f, err := d.sized(source, size)
	if err != nil {
		return nil, fmt.Errorf("face %s of %.1f: %w", face, size, err)
	}
	d.faces[key] = f
	return f, nil
}

// sized is a font at a size, without hinting: rounded widths would not be those of the layout.
func (d *pageDraw) sized(source *opentype.Font, size float64) (font.Face, error) {
	return opentype.NewFace(source, &opentype.FaceOptions{Size: size / pointsPerMM * d.k, DPI: 72, Hinting: font.HintingNone})
}
